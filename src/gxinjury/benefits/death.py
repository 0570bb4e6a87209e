"""Death by work injury (因工死亡待遇): what is due, and the funeral subsidy.

The pension stands in :mod:`gxinjury.benefits.pension`, the lump sum in
:mod:`gxinjury.benefits.death_subsidy`.
"""

from datetime import date
from enum import Enum

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.doors import day_asked
from gxinjury.benefits.findings import Refusals
from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_flag, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import times, to_fen
from gxinjury.texts import Text

__all__ = ["DeathBenefit", "due_on_death", "funeral_subsidy"]


class DeathBenefit(Enum):
    """What is due on a death by work injury."""

    FUNERAL_SUBSIDY = Text(zh="丧葬补助金", en="funeral subsidy")
    DEPENDANTS_PENSION = Text(zh="供养亲属抚恤金", en="dependants' pension")
    DEATH_SUBSIDY = Text(zh="一次性工亡补助金", en="lump-sum death subsidy")


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
