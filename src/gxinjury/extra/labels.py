"""What a case is asked, and what is asked for, is called (案情追问的名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    "premium_total": Text(zh="应缴保险费", en="premium due"),
    "cover_found": Text(zh="项目参保有效期", en="project's cover"),
    "standing_found": Text(zh="受伤职工的参保认定", en="standing of the worker hurt"),
    "disease_found.worker": Text(zh="职工", en="worker"),
    "disease_found.exposure": Text(zh="接触期间", en="exposure"),
    "disease_found.diagnosed_on": Text(zh="诊断（鉴定）之日", en="diagnosed or appraised on"),
    "disease_found.by_employer": Text(zh="由用人单位参保", en="insured through his own employer"),
    "disease_found.cover": Text(zh="项目参保有效期", en="project's cover"),
    "disease_found.completed_on": Text(zh="项目竣工日", en="project completed on"),
    "disease_found.roster": Text(zh="花名册", en="roster"),
    "costs_found": Text(zh="因逾期申请由用人单位负担费用的期间", en="days whose costs fall on the employer"),
    "settlement_found": Text(zh="待遇金额", en="what the benefits come to"),
    "SettledSums.fund_once": Text(zh="基金一次性及按日支付", en="the fund, once"),
    "SettledSums.employer_once": Text(zh="用人单位一次性及按日支付", en="the employer, once"),
    "SettledSums.fund_monthly": Text(zh="基金按月支付（最高月）", en="the fund, in a month at the most"),
    "SettledSums.employer_monthly": Text(zh="用人单位按月支付（最高月）", en="the employer, in a month at the most"),
    "SettledSums.open_lines": Text(zh="待定项", en="open lines"),
}
