"""Reporting periods (调度表的填报期): monthly in 2022, quarterly and provisional in 2023, nothing laid down later."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import attrs

from gxinjury.catalogues import Finding
from gxinjury.couriers.words import WORDS
from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.facts import check_count, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import GX
from gxinjury.law.couriers import FIRST_MONTH_OF_THE_PLAN, ReportRhythm
from gxinjury.law.readings import FirstReport
from gxinjury.periods import Period, day_after, day_before, months_after

_MONTHS_OF = {ReportRhythm.MONTHLY: 1, ReportRhythm.QUARTERLY: 3}


@attrs.frozen(order=True)
class ReportingPeriod:
    """A period that a progress report is filed for.

    Args:
        year: The year.
        first_month: Its first month, 1 to 12.
        months: How many months it has: 1 or 3.
        provisional: Whether the plan lays it down provisionally.

    >>> str(ReportingPeriod(2022, 9, 1)), str(ReportingPeriod(2023, 4, 3, provisional=True))
    ('2022-09', '2023Q2')
    """

    year: int
    first_month: int
    months: int
    provisional: bool = attrs.field(default=False, eq=False, order=False)

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


@rule(GX.clause("4.1.2"))
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


@rule(GX.clause("4.1.2"))
def report_rhythm(year: int, law: Law) -> ReportRhythm:
    """Rhythm of the reports of a year (GX-4.1.2)."""
    try:
        return law.report_rhythm.on(date(min(max(year, 1), 9999), 1, 1))
    except NotInForceError:
        raise WORDS.refusal(OutOfScopeError, "no_reports_that_year", year=year) from None


@rule(GX.clause("4.1.2"))
def period_findings(periods: Iterable[ReportingPeriod]) -> tuple[Finding, ...]:
    """Gaps and repetitions in the periods of a city's reports (GX-4.1.2).

    Args:
        periods: The periods reported, in any order.

    >>> months = [ReportingPeriod(2022, month, 1) for month in (1, 2, 4)]
    >>> [str(found["missing"]) for found in period_findings(months)]
    ['2022-03-01..2022-03-31']
    """
    reported = sorted(records("period_findings", "periods", periods, ReportingPeriod))
    found = []
    for one, other in pairwise(reported):
        if one == other:
            found.append(WORDS.finding("period_repeated", GX.clause("4.1.2"), period=str(one)))
        elif day_after(one.last) < other.first:
            gap = Period(day_after(one.last), day_before(other.first))
            found.append(WORDS.finding("period_missing", GX.clause("4.1.2"), missing=str(gap)))
    return tuple(found)
