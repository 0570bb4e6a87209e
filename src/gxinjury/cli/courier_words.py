"""What the shell says of courier reports (调度表汇总的用语), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        "title": Text(zh="基层快递网点优先参加工伤保险情况汇总", en="Courier outlets in work-injury insurance"),
        "period": Text(zh="{period}（{first} 至 {last}）", en="{period} ({first} to {last})"),
        "provisional": Text(zh="，暂定", en=", provisional"),
        # headers of the table
        "city": Text(zh="市", en="city"),
        "units_should": Text(zh="应参保", en="should"),
        "units_enrolled": Text(zh="已参保", en="enrolled"),
        "coverage": Text(zh="覆盖率", en="coverage"),
        "persons_enrolled": Text(zh="参保人数", en="persons"),
        "persons_paying": Text(zh="缴费人数", en="paying"),
        "injuries_filed": Text(zh="申报", en="filed"),
        "injuries_determined": Text(zh="认定", en="decided"),
        "persons_receiving": Text(zh="享受待遇", en="receiving"),
        "benefits_paid": Text(zh="金额（万元）", en="10k yuan"),
        # how the campaign stands
        "standing": Text(
            zh="{due} 前{target}：覆盖率{coverage}，{answer}；{left}",
            en="{target} by {due}: coverage {coverage}, {answer}; {left}",
        ),
        "left_to_rate": Text(
            zh="距{rate}尚差{short}户，距全覆盖尚差{left}户", en="units left to {rate}: {short}; to all: {left}"
        ),
        "left_to_all": Text(zh="距全覆盖尚差{left}户", en="units left to all: {left}"),
        "some_cities": Text(
            zh="{due} 前{target}：已报{reported}个市，覆盖率{coverage}，{left}；未报{missing}个市，全区尚不能判断",
            en="{target} by {due}: cities reported: {reported}, their coverage {coverage}, {left}; cities that did not "
            "report: {missing}, so nothing can be said of the region yet",
        ),
        "of_rate": Text(zh="争取达到{rate}", en="aim of {rate}"),
        "of_all": Text(zh="力争基本全部参保", en="aim of practically all"),
        "no_standing": Text(
            zh="覆盖率{coverage}；该期结束时方案尚未印发，没有目标",
            en="coverage {coverage}; the plan was not issued yet",
        ),
        "undefined": Text(zh="没有应参保单位，覆盖率无从计算", en="nothing should enrol: coverage is undefined"),
        "reported": Text(zh="已报合计", en="reported"),
        "note": Text(zh="{city}备注：{note}", en="{city}, note: {note}"),
        "findings": Text(zh="提示", en="Findings"),
        "none": Text(zh="无", en="none"),
    }
)
