"""What the courier room finds, refuses and warns of (快递网点一章的认定事项): each by the name that is its code."""

from typing import Final

from gxinjury.errors import OutOfScopeError
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text

__all__ = ["Cautions", "Findings", "Refusals"]


class Findings:
    """Found, and told in an answer."""

    more_enrolled_than_should: Final = FindingWords(
        zh="{city} {period}：已参保单位数多于应参保单位数",
        en="{city} {period}: more units are enrolled than should be",
    )
    units_without_persons: Final = FindingWords(
        zh="{city} {period}：有已参保单位而无参保人数", en="{city} {period}: units are enrolled, persons are not"
    )
    persons_without_units: Final = FindingWords(
        zh="{city} {period}：有参保人数而无已参保单位", en="{city} {period}: persons are enrolled, units are not"
    )
    fewer_persons_than_units: Final = FindingWords(
        zh="{city} {period}：参保人数少于已参保单位数",
        en="{city} {period}: fewer persons are enrolled than units",
    )
    more_paying_than_enrolled: Final = FindingWords(
        zh="{city} {period}：缴费人数多于参保人数", en="{city} {period}: more persons pay than are enrolled"
    )
    more_determined_than_filed: Final = FindingWords(
        zh="{city} {period}：工伤认定数多于申报数", en="{city} {period}: more injuries are determined than filed"
    )
    more_receiving_than_determined: Final = FindingWords(
        zh="{city} {period}：享受待遇人数多于工伤认定数",
        en="{city} {period}: more persons receive benefits than injuries were determined",
    )
    money_without_persons: Final = FindingWords(
        zh="{city} {period}：有待遇金额而无享受待遇人数",
        en="{city} {period}: benefits were paid, but nobody receives them",
    )
    persons_without_money: Final = FindingWords(
        zh="{city} {period}：有享受待遇人数而无待遇金额",
        en="{city} {period}: persons receive benefits, but none were paid",
    )
    money_looks_like_yuan: Final = FindingWords(
        zh="{city} {period}：人均待遇超过200万元，金额可能误以元填报",
        en="{city} {period}: over 2 million yuan a person: the money may have been entered in yuan",
    )
    period_repeated: Final = FindingWords(zh="填报期重复：{period}", en="a period comes twice: {period}")
    period_missing: Final = FindingWords(zh="填报期缺失：{missing}", en="a period is missing: {missing}")
    period_overlaps: Final = FindingWords(
        zh="填报期与其他期重叠：{period}", en="a period overlaps with another: {period}"
    )
    city_without_report: Final = FindingWords(zh="未见以下各市的调度表：{missing}", en="no report from {missing}")
    total_differs: Final = FindingWords(
        zh="{period} {city}：{column}为 {stated}，各行相加为 {added}",
        en="{city} {period}: {column}: {stated} is stated, the lines add up to {added}",
    )
    of_city: Final = FindingWords(zh="{city}：{finding}", en="{city}: {finding}")
    vanished: Final = FindingWords(
        zh="{outlet} 不在本月两份名单中，须向邮政管理部门核实",
        en="{outlet} is on neither of this month's lists: to be asked of the postal administration",
    )
    qualifies_and_closed: Final = FindingWords(
        zh="{outlet} 同时列入两份名单，须向邮政管理部门核实",
        en="{outlet} is on both of this month's lists: to be asked of the postal administration",
    )
    closed_never_listed: Final = FindingWords(
        zh="{outlet} 已注销或撤销，但上月名单中没有",
        en="{outlet} was closed, but was not on last month's list",
    )


class Refusals:
    """Not answered: what is missing, or who decides."""

    no_reports_that_year: Final = RefusalWords(
        OutOfScopeError,
        zh="方案只规定了2022年（按月）和2023年（暂定按季）的填报，{year}年如何填报须问自治区两部门",
        en="the plan lays down reports for 2022 (monthly) and 2023 (quarterly, provisionally); for {year} ask the "
        "region's two departments",
    )
    float_has_no_case: Final = RefusalWords(
        OutOfScopeError,
        zh="支缴率不超过40%而工伤发生率高于3‰，所见规定没有对应档次，由经办机构决定",
        en="a payment ratio up to 40% with an injury rate above 3‰ has no case in the rules as seen: the agency "
        "decides",
    )
    cut_and_float: Final = RefusalWords(
        OutOfScopeError,
        zh="该期间的规定未说明阶段性降费与浮动如何一并适用，由经办机构决定",
        en="the rules of the period do not say how cut and float go together: the agency decides",
    )


class Cautions:
    """What to mind before relying on an answer."""

    may_be_a_crime: Final = Text(zh="构成犯罪的，依法追究刑事责任", en="where it is a crime, it is prosecuted as well")
