"""What is said of what a case still needs (尚须查明的用语)."""

from typing import Final

TEXTS: Final = {
    "questions": ("尚须查明", "Still to be found out"),
    "sides": (
        "按此顺序查问，所需问题最少。所列日期或时刻，代表该期限之前或之后的所有日期或时刻。",
        "In this order asking helps most. A day or moment stands for all on its side of the limit.",
    ),
    "in_full": ("保险费：按全部造价为 {amount}", "Premium: on the whole price {amount}"),
    "for_example": (
        "{about}（以开工{start}、竣工{completion}、缴费{paid_on}为例）",
        "{about}, for example started {start}, completing {completion}, paid {paid_on}",
    ),
    "cover_on": ("项目当日参保：{day}", "Cover of the project on {day}"),
    "after_expiry": ("{about}（合同到期次日）", "{about}, the day after the contract expires"),
    "injury": ("第{number}起事故：{worker}，{moment}", "Injury {number}: {worker}, {moment}"),
    "disease": ("第{number}例职业病：{worker}", "Occupational disease {number}: {worker}"),
    "worker_unknown": ("职工未载明", "worker not told"),
    "outcome": ("已定：{outcome}", "settled: {outcome}"),
    "outcomes": ("可能为：{outcomes}", "one of: {outcomes}"),
    "readings_that_matter": ("影响本案的条文理解", "Unclear clauses that matter in this case"),
    "as_not_so": (
        "案情文件未载明的，按没有处理；逐一变换口径时，其余各处仍按本次采用的口径。",
        "What the file leaves out is taken as not so; under each member the others are read as the law asked.",
    ),
    "reading": ("{question}（{reading}） [{clause}]", "{reading} [{clause}] {question}"),
    "about_injury": ("{about}（第{number}起事故）", "{about}, injury {number}"),
    "now": ("{about}：{outcome}", "{about}: {outcome}"),
    "none_matters": ("无论如何理解，结果相同。", "No reading makes a difference."),
    "only_together": (
        "单独变换这一口径不影响结果，与其他口径一并变换才有影响。",
        "Makes no difference by itself, only together with another reading.",
    ),
    "sets": ("按成套口径计算的结果", "Under the named sets of readings"),
    "under_member": ("{says}（{member}）→ {outcome}", "{member}: {says} → {outcome}"),
    "same": ("同上", "the same"),
    "under_set": ("{aim}（{set}）：{outcome}", "{set} ({aim}): {outcome}"),
    "set_default": ("本次采用的口径", "as the law asked"),
}
