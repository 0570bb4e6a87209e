"""What the shell says about what a case still needs (案情追问的用语), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        "questions": Text(zh="尚须查明", en="Still to be found out"),
        "sides": Text(
            zh="按此顺序查问，所需问题最少。所列日期或时刻，代表该期限之前或之后的所有日期或时刻。",
            en="In this order asking helps most. A day or moment stands for all on its side of the limit.",
        ),
        "in_full": Text(zh="保险费：按全部造价为 {amount}", en="Premium: on the whole price {amount}"),
        "for_example": Text(
            zh="{about}（以开工{start}、竣工{completion}、缴费{paid_on}为例）",
            en="{about}, for example started {start}, completing {completion}, paid {paid_on}",
        ),
        "cover_on": Text(zh="项目当日参保：{day}", en="Cover of the project on {day}"),
        "after_expiry": Text(zh="{about}（合同到期次日）", en="{about}, the day after the contract expires"),
        "injury": Text(zh="第{number}起事故：{worker}，{moment}", en="Injury {number}: {worker}, {moment}"),
        "disease": Text(zh="第{number}例职业病：{worker}", en="Occupational disease {number}: {worker}"),
        "worker_unknown": Text(zh="职工未载明", en="worker not told"),
        "outcome": Text(zh="已定：{outcome}", en="settled: {outcome}"),
        "outcomes": Text(zh="可能为：{outcomes}", en="one of: {outcomes}"),
        "readings": Text(zh="影响本案的条文理解", en="Unclear clauses that matter in this case"),
        "as_not_so": Text(
            zh="案情文件未载明的，按没有处理；逐一变换口径时，其余各处仍按本次采用的口径。",
            en="What the file leaves out is taken as not so; under each member the others are read as the law asked.",
        ),
        "reading": Text(zh="{question}（{reading}） [{clause}]", en="{reading} [{clause}] {question}"),
        "about_injury": Text(zh="{about}（第{number}起事故）", en="{about}, injury {number}"),
        "now": Text(zh="{about}：{outcome}", en="{about}: {outcome}"),
        "none_matters": Text(zh="无论如何理解，结果相同。", en="No reading makes a difference."),
        "only_together": Text(
            zh="单独变换这一口径不影响结果，与其他口径一并变换才有影响。",
            en="Makes no difference by itself, only together with another reading.",
        ),
        "sets": Text(zh="按成套口径计算的结果", en="Under the named sets of readings"),
        "under_member": Text(zh="{says}（{member}）→ {outcome}", en="{member}: {says} → {outcome}"),
        "same": Text(zh="同上", en="the same"),
        "under_set": Text(zh="{aim}（{set}）：{outcome}", en="{set} ({aim}): {outcome}"),
        "set_default": Text(zh="本次采用的口径", en="as the law asked"),
    }
)
