"""The lump-sum death subsidy (一次性工亡补助金): twenty times the national income per head of the year before."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.benefits.doors import wage_of
from gxinjury.benefits.findings import Cautions
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import times, to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DeathAnchor", "DeathSubsidy", "lump_sum_death_subsidy", "national_income"]


class DeathAnchor(Enum):
    """The day whose year decides the national income; offices differ, so the caller says."""

    ACCIDENT = Text(zh="事故发生之日", en="the day of the accident")
    DEATH = Text(zh="死亡之日", en="the day of death")


@attrs.frozen
class DeathSubsidy(Record):
    """The lump-sum death subsidy, and what it was taken from.

    Args:
        amount: What is paid once, in yuan.
        anchor: Which day decided the year.
        anchored_on: That day.
        income: The national urban disposable income per head of the year before, in yuan.
    """

    amount: Annotated[Yuan, Text("金额", "amount")]
    anchor: Annotated[DeathAnchor, Text("工亡补助金按哪一日的上一年度计", "day that decides the year")]
    anchored_on: Annotated[date, Text("选定的日期", "that day")]
    income: Annotated[Yuan, Text("人均可支配收入", "income per head")]


@rule(REG.clause("39"), Text("一次性工亡补助金", "lump-sum death subsidy"))
def lump_sum_death_subsidy(
    anchored_on: date,
    *,
    anchor: DeathAnchor,
    income: Decimal | int | str | None = None,
    law: Law = LAW,
) -> DeathSubsidy:
    """Lump-sum death subsidy (一次性工亡补助金), paid by the fund (REG-39).

    Args:
        anchored_on: The day whose year decides: the income is that of the year before.
        anchor: Whether it is the day of the accident or of death; offices differ, and the outcome says which was taken.
        income: The national urban disposable income per head of the year before, in yuan; None: the published one.
        law: The law asked.

    Returns:
        20 times the income, in yuan to the fen, with what it was taken from.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The day lies before 2011-01-01, or nobody published the income.

    >>> lump_sum_death_subsidy(date(2022, 5, 4), anchor=DeathAnchor.DEATH).amount
    Decimal('948240.00')
    """
    question = "lump_sum_death_subsidy"
    check_day(question, "anchored_on", anchored_on)
    check_instance(question, "anchor", anchor, DeathAnchor)
    per_head = national_income(anchored_on, law) if income is None else wage_of(question, "income", income)
    caution(Cautions.anchor_is_given, anchor=anchor)
    amount = to_fen(times(per_head, law.death_subsidy_multiple.on(anchored_on)))
    return DeathSubsidy(amount, anchor, anchored_on, per_head)


@rule(REG.clause("39"), Text("上一年度全国城镇居民人均可支配收入", "national income of the year before"))
def national_income(anchored_on: date, law: Law) -> Yuan:
    """National urban disposable income per head of the year before a day (REG-39), as published."""
    return law.urban_disposable_income.of(anchored_on.year - 1)
