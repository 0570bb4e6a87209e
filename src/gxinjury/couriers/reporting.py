"""Reporting periods (调度表的填报期): monthly in 2022, quarterly and provisional in 2023, nothing laid down later."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.couriers.findings import Findings, Refusals
from gxinjury.errors import FactRule, InvalidFactError, NotInForceError
from gxinjury.explanations import rule
from gxinjury.facts import check_count, check_day, check_instance, check_year, records
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import GX
from gxinjury.law.couriers import FIRST_MONTH_OF_THE_PLAN, ReportRhythm
from gxinjury.law.readings import FirstReport
from gxinjury.periods import Period, day_after, day_before, months_after
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["ReportingPeriod", "period_findings", "report_rhythm", "reporting_periods"]

_MONTHS_OF = {ReportRhythm.MONTHLY: 1, ReportRhythm.QUARTERLY: 3}
_FIRST_MONTHS: Final = {months: tuple(range(1, 13, months)) for months in _MONTHS_OF.values()}

_MONTH_OR_QUARTER: Final = FactRule(
    zh="必须是 1（月）或 3（季）", en="must be 1 (a month) or 3 (a quarter)", code="no_month_or_quarter"
)
_MUST_BEGIN_ONE: Final = FactRule(
    zh="必须是 1 至 12 的月份；一季自 1、4、7 或 10 月起",
    en="must be a month from 1 to 12; a quarter begins with 1, 4, 7 or 10",
    code="no_first_month",
)


@attrs.frozen(order=True)
class ReportingPeriod(Record):
    """A period that a progress report is filed for.

    Args:
        year: The year.
        first_month: Its first month, 1 to 12.
        months: How many months it has: 1 or 3.
        provisional: Whether the plan lays it down provisionally.

    Raises:
        InvalidFactError: There is no such month or quarter.

    >>> str(ReportingPeriod(2022, 9, 1)), str(ReportingPeriod(2023, 4, 3, provisional=True))
    ('2022-09', '2023Q2')
    """

    year: Annotated[int, check_year, Text("年份", "year")]
    first_month: Annotated[int, Text("首月", "first month")]
    months: Annotated[int, Text("月数", "months of it")]
    provisional: Annotated[bool, Text("暂定", "provisional")] = attrs.field(default=False, eq=False, order=False)

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        if self.months not in _FIRST_MONTHS:
            yield InvalidFactError("ReportingPeriod", "months", _MONTH_OR_QUARTER, self.months)
        elif self.first_month not in _FIRST_MONTHS[self.months]:
            yield InvalidFactError("ReportingPeriod", "first_month", _MUST_BEGIN_ONE, self.first_month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return day_before(months_after(self.first, self.months))

    def __str__(self) -> str:
        if self.months == 1:
            return f"{self.year}-{self.first_month:02}"
        return f"{self.year}Q{(self.first_month + 2) // 3}"


@rule(GX.clause("4.1.2"), Text("填报期", "reporting periods"))
def reporting_periods(year: int, *, law: Law = LAW) -> tuple[ReportingPeriod, ...]:
    """Periods that the cities file the progress report for in a year (GX-4.1.2).

    Args:
        year: The year.
        law: The law asked.

    Raises:
        InvalidFactError: It is no year.
        OutOfScopeError: The plan lays down nothing for the year.

    >>> [str(period) for period in reporting_periods(2023)], reporting_periods(2023)[0].provisional
    (['2023Q1', '2023Q2', '2023Q3', '2023Q4'], True)
    """
    check_count("reporting_periods", "year", year)
    rhythm = report_rhythm(year, law)
    months = _MONTHS_OF[rhythm]
    is_provisional = rhythm is ReportRhythm.QUARTERLY
    first = 1
    if rhythm is ReportRhythm.MONTHLY and law.choice(FirstReport) is FirstReport.FROM_PLAN:
        first = FIRST_MONTH_OF_THE_PLAN
    return tuple(ReportingPeriod(year, month, months, is_provisional) for month in range(first, 13, months))


@rule(GX.clause("4.1.2"), Text("填报周期", "rhythm of the reports"))
def report_rhythm(year: int, law: Law) -> ReportRhythm:
    """Rhythm of the reports of a year (GX-4.1.2)."""
    try:
        return law.report_rhythm.on(date(year, 1, 1))
    except (NotInForceError, OverflowError, ValueError):  # the last two: no calendar has the year
        raise Refusals.no_reports_that_year(year=year) from None


@rule(GX.clause("4.1.2"), Text("填报期的连续性", "continuity of the periods"))
def period_findings(periods: Iterable[ReportingPeriod], *, within: Period | None = None) -> tuple[Finding, ...]:
    """Gaps, overlaps and repetitions in the periods of a city's reports (GX-4.1.2).

    Args:
        periods: The periods reported, in any order.
        within: The days that they should fill; None: those from the first period to the last.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or ``within`` is open.

    >>> months = [ReportingPeriod(2022, month, 1) for month in (1, 2, 4)]
    >>> [str(found["missing"]) for found in period_findings(months)]
    ['2022-03-01..2022-03-31']
    """
    reported = sorted(records("period_findings", "periods", periods, ReportingPeriod))
    found = []
    last: date | None = None
    end: date | None = None
    if within is not None:
        check_instance("period_findings", "within", within, Period)
        check_day("period_findings", "within.last", within.last)
        last, end = day_before(within.first), within.last
    before: ReportingPeriod | None = None
    for one in reported:
        if one == before:
            found.append(Findings.period_repeated(GX.clause("4.1.2"), period=str(one)))
        elif before is not None and last is not None and one.first <= last:
            found.append(Findings.period_overlaps(GX.clause("4.1.2"), period=str(one)))
        elif last is not None:
            found += _gap(last, one.first)
        before, last = one, one.last if last is None else max(last, one.last)
    if last is not None and end is not None:
        found += _gap(last, day_after(end))
    return tuple(found)


def _gap(last: date, following: date) -> tuple[Finding, ...]:
    """Return the finding of the days between the last one reported and the next; none where there are none."""
    if day_after(last) >= following:
        return ()
    gap = Period(day_after(last), day_before(following))
    return (Findings.period_missing(GX.clause("4.1.2"), missing=str(gap)),)
