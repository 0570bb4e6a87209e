"""The wage of the termination subsidies (计发两项补助金的工资): of which table, and between floor and ceiling."""

from datetime import date
from typing import Final

from gxinjury.benefits.average_series import AverageSeries
from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.guangxi_wages import region_average
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import ORDER117
from gxinjury.law.readings import TerminationTable
from gxinjury.law.regulation import TerminationWage
from gxinjury.texts import Text

__all__ = ["counted_wage", "table_day", "within_ceiling", "within_floor"]

_MUST_BE_GIVEN: Final = FactRule(
    zh="须提供：本次采用的口径（TerminationTable.BY_INJURY）按受伤之日取标准",
    en="must be given: TerminationTable.BY_INJURY takes the table of that day",
    code="day_needed",
)


@rule(ORDER117.clause("transition"), Text("按哪一日的标准", "day whose table applies"))
def table_day(ended_on: date, injured_on: date | None, law: Law) -> date:
    """Day whose table applies (ORDER117-transition): that of the termination, or of the injury by reading.

    Raises:
        InvalidFactError: The reading asks for the day of the injury, which is not given.
    """
    if law.choice(TerminationTable) is TerminationTable.BY_TERMINATION:
        return ended_on
    if injured_on is None:
        raise InvalidFactError("termination_subsidies", "injured_on", _MUST_BE_GIVEN, injured_on)
    return injured_on


@rule(ORDER117.clause("wage"), Text("计发两项补助金的工资", "wage that the subsidies are months of"))
def counted_wage(wage: Yuan, average: AverageWage | None, ended_on: date, table_of: date, law: Law) -> Yuan:
    """Wage that the subsidies are months of (ORDER117-wage): the own wage; from 2017-01-05 within limits."""
    if law.termination_wage.on(table_of) is TerminationWage.OWN_WAGE:
        return wage
    if average is None:
        average = region_average(AverageSeries.ON_POST, year=ended_on.year - 1, law=law)
    monthly = average.monthly()
    return within_floor(within_ceiling(wage, monthly, table_of, law), monthly, table_of, law)


@rule(ORDER117.clause("cap"), Text("不超过上限的工资", "wage up to the ceiling"))
def within_ceiling(wage: Yuan, average: Yuan, on: date, law: Law) -> Yuan:
    """Wage up to 300% of the region's on-post average (ORDER117-cap)."""
    return min(wage, law.termination_wage_ceiling.on(on).of(average))


@rule(ORDER117.clause("floor"), Text("不低于下限的工资", "wage of at least the floor"))
def within_floor(wage: Yuan, average: Yuan, on: date, law: Law) -> Yuan:
    """Wage of at least 60% of the region's on-post average (ORDER117-floor), which is inferred."""
    return max(wage, law.termination_wage_floor.on(on).of(average))
