"""The report of a quarter (季度调度表), from those of its months."""

from collections.abc import Collection, Iterable
from typing import Final

import attrs

from gxinjury.couriers.region import added_up
from gxinjury.couriers.report import COUNTED, Report
from gxinjury.couriers.reporting import ReportingPeriod
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import records
from gxinjury.law.clauses import GX
from gxinjury.texts import Text

__all__ = ["quarter_report"]

_WHOLE_QUARTER: Final = FactRule(
    zh="须为同一城市同一季度的三个月", en="must be the three months of one quarter of one city", code="no_whole_quarter"
)


@rule(GX.clause("A"), Text("季度调度表", "report of a quarter"))
def quarter_report(months: Iterable[Report], *, cumulative: Collection[str]) -> Report:
    """Report of a quarter from its three months (GX-A).

    The table does not say which of its columns run on from month to month: those that the caller names as cumulative
    take the last month's number, the others are added up.

    Args:
        months: The three months of one city, in any order.
        cumulative: The names of the columns that run on, as ``units_should``; may be empty.

    Raises:
        InvalidFactError: They are not three months of one quarter of one city, or a name is no column.

    >>> from gxinjury.couriers import Report, WanYuan, reporting_periods
    >>> months = [
    ...     Report("南宁市", period, 200, 100 + 20 * step, 1000, 1000, 2, 1, 1, WanYuan("1.5"))
    ...     for step, period in enumerate(reporting_periods(2022)[6:9])
    ... ]
    >>> quarter = quarter_report(months, cumulative=["units_should", "units_enrolled", "persons_enrolled"])
    >>> str(quarter.period), quarter.units_enrolled, quarter.injuries_filed, str(quarter.benefits_paid)
    ('2022Q3', 140, 6, '4.50')
    """
    in_order = tuple(sorted(records("quarter_report", "months", months, Report), key=lambda one: one.period))
    running_on = records("quarter_report", "cumulative", cumulative, str)
    unknown = [name for name in running_on if name not in _COLUMNS]
    if unknown:
        raise InvalidFactError("quarter_report", "cumulative", _MUST_BE_COLUMNS, unknown[0])
    expected = _months_of_its_quarter(in_order[0].period) if in_order else ()
    if [one.period for one in in_order] != list(expected) or len({one.city for one in in_order}) != 1:
        given = ", ".join(f"{one.city} {one.period}" for one in in_order)
        raise InvalidFactError("quarter_report", "months", _WHOLE_QUARTER, given)
    last = in_order[-1]
    quarter = ReportingPeriod(last.period.year, expected[0].first_month, len(expected))
    added = added_up(last.city, quarter, in_order)
    return attrs.evolve(added, **{column: getattr(last, column) for column in running_on})


def _months_of_its_quarter(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    first = period.first_month - (period.first_month - 1) % 3
    return tuple(ReportingPeriod(period.year, month, 1) for month in range(first, first + 3))


_MUST_BE_COLUMNS: Final = FactRule(
    zh="须为调度表的计数列或金额列（benefits_paid）",
    en="must be columns of the table: counted ones or benefits_paid",
    code="no_such_column",
)
_COLUMNS: Final = (*COUNTED, "benefits_paid")
