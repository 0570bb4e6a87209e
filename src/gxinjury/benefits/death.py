"""Death by work injury (因工死亡待遇): what is due, the funeral subsidy and the lump-sum death subsidy.

The pension of the dependants stands in :mod:`gxinjury.benefits.dependants`.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.findings import Cautions, Refusals
from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_flag, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import times, to_fen
from gxinjury.texts import Text


class DeathBenefit(Enum):
    """What is due on a death by work injury."""

    FUNERAL_SUBSIDY = Text(zh="丧葬补助金", en="funeral subsidy")
    DEPENDANTS_PENSION = Text(zh="供养亲属抚恤金", en="dependants' pension")
    DEATH_SUBSIDY = Text(zh="一次性工亡补助金", en="lump-sum death subsidy")


class DeathAnchor(Enum):
    """The day whose year decides the national income; offices differ, so the caller says."""

    ACCIDENT = Text(zh="事故发生之日", en="the day of the accident")
    DEATH = Text(zh="死亡之日", en="the day of death")


@attrs.frozen
class DeathSubsidy:
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


@rule(REG.clause("39"), Text("因工死亡的待遇", "due on the death"))
def due_on_death(*, within_leave: bool, grade: DisabilityGrade | int | None = None) -> tuple[DeathBenefit, ...]:
    """What is due on a death by work injury (REG-39).

    Args:
        within_leave: Whether the worker died of the injury at once or within paid injury leave.
        grade: The disability grade; None where none was found.

    Returns:
        All three within the leave; after it, for grades 1 to 4, funeral subsidy and dependants' pension.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        OutOfScopeError: The death lies after the leave of a worker who was not graded 1 to 4.

    >>> [benefit.name for benefit in due_on_death(within_leave=False, grade=2)]
    ['FUNERAL_SUBSIDY', 'DEPENDANTS_PENSION']
    """
    check_flag("due_on_death", "within_leave", within_leave)
    graded = None if grade is None else grade_of("due_on_death", grade)
    if within_leave:
        return tuple(DeathBenefit)
    if graded is not None and graded.is_severe:
        return DeathBenefit.FUNERAL_SUBSIDY, DeathBenefit.DEPENDANTS_PENSION
    raise Refusals.death_after_leave()


@rule(REG.clause("39"), Text("丧葬补助金", "funeral subsidy"))
def funeral_subsidy(average: AverageWage, *, on: date | None = None, law: Law = LAW) -> Yuan:
    """Funeral subsidy (丧葬补助金), 6 months of the average wage, paid by the fund (REG-39).

    Args:
        average: The average wage of the year before the death, of the area that ``average_area`` names.
        on: The day whose months apply; None: those last in force.
        law: The law asked.

    Returns:
        What is paid once, in yuan to the fen.

    Raises:
        InvalidFactError: There is no average.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> funeral_subsidy(AverageWage(yuan_per_year=94766, series="guangxi_on_post", year=2022))
    Decimal('47383.00')
    """
    check_instance("funeral_subsidy", "average", average, AverageWage)
    day = day_asked("funeral_subsidy", on, law.funeral_months)
    return to_fen(times(average.monthly(), law.funeral_months.on(day)))


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
