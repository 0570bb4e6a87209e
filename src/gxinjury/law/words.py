"""The words of the statute book (法典的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # rules
        "benchmark_relief": Text(zh="基准费率的阶段性降低", en="temporary relief of the benchmark rates"),
        "project_relief": Text(zh="项目费率的阶段性降低", en="temporary relief of the project rate"),
        # facts
        "day": Text(zh="日期", en="day"),
        # days off
        "OwnDays.off": Text(zh="放假", en="off"),
        "OwnDays.worked": Text(zh="上班", en="worked"),
        # tables of the Regulation and of Guangxi
        "CareRates.full": Text(zh="完全不能自理", en="full"),
        "CareRates.most": Text(zh="大部分不能自理", en="most"),
        "CareRates.partial": Text(zh="部分不能自理", en="partial"),
        "DependantRates.spouse": Text(zh="配偶", en="spouse"),
        "DependantRates.other": Text(zh="其他亲属", en="other relative"),
        "DependantRates.alone": Text(zh="孤寡老人或者孤儿另加", en="lone elderly or orphan, on top"),
        "SubsidyTable.months": Text(zh="各等级月数", en="months by grade"),
        "SubsidyTable.payer": Text(zh="支付方", en="payer"),
        "SubsidyTable.clause": Text(zh="条款", en="clause"),
    }
)
