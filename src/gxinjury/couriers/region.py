"""The region's table (全区汇总): cities added up, months into quarters where a column allows it."""

from collections.abc import Collection, Iterable
from typing import Annotated, Final

import attrs

from gxinjury.couriers.campaign import Coverage, coverage
from gxinjury.couriers.findings import Findings
from gxinjury.couriers.report import COUNTED, Report, WanYuan, report_findings
from gxinjury.couriers.reporting import ReportingPeriod, period_findings
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_text, records
from gxinjury.findings import Finding
from gxinjury.law.campaign import CITIES
from gxinjury.law.clauses import GX
from gxinjury.money import total
from gxinjury.periods import Period
from gxinjury.texts import Text

_ONE_A_PERIOD: Final = FactRule(
    zh="同一城市同一期只能有一份", en="must be the only report of its city and period", code="two_of_one_period"
)
_AT_LEAST_ONE: Final = FactRule(zh="至少须有一份调度表", en="must hold at least one report", code="no_report")
_OF_ONE_PERIOD: Final = FactRule(
    zh="须为同一期的调度表", en="must be of one and the same period", code="not_of_one_period"
)
_WHOLE_QUARTER: Final = FactRule(
    zh="须为同一城市同一季度的三个月", en="must be the three months of one quarter of one city", code="no_whole_quarter"
)
_MUST_BE_COLUMNS: Final = FactRule(
    zh="须为调度表的计数列或金额列（benefits_paid）",
    en="must be columns of the table: counted ones or benefits_paid",
    code="no_such_column",
)
_COLUMNS: Final = (*COUNTED, "benefits_paid")


@attrs.frozen
class RegionTable:
    """The table of the region for a period.

    Args:
        period: The period.
        lines: The cities' lines, by city.
        total: Their sum.
        coverage: Units enrolled of those that should; None where nothing should enrol.
        findings: What looks wrong, city by city.
    """

    period: Annotated[ReportingPeriod, Text("填报期", "period")]
    lines: Annotated[tuple[Report, ...], Text("各市", "cities")]
    total: Annotated[Report, Text("合计", "total")]
    coverage: Annotated[Coverage | None, Text("覆盖率", "coverage")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")]


def _added(city: str, period: ReportingPeriod, reports: tuple[Report, ...]) -> Report:
    counted = {column: sum(getattr(one, column) for one in reports) for column in COUNTED}
    money = WanYuan(total(one.benefits_paid.number for one in reports))
    return Report(city=city, period=period, benefits_paid=money, **counted)


@rule(GX.clause("A"), Text("全区汇总表", "table of the region"))
def region_table(reports: Iterable[Report], *, region: str = "广西") -> RegionTable:
    """Table of the region for one period (GX-A): the cities' lines and their sum.

    Args:
        reports: A line a city, in any order.
        region: What the sum is called.

    Raises:
        InvalidFactError: There is none, a city comes twice, or the periods differ.

    >>> from gxinjury.couriers import Report, WanYuan, reporting_periods
    >>> month = reporting_periods(2022)[8]
    >>> table = region_table(
    ...     [
    ...         Report("南宁市", month, 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.3")),
    ...         Report("柳州市", month, 100, 71, 900, 900, 3, 3, 2, WanYuan("4")),
    ...     ]
    ... )
    >>> table.total.units_enrolled, str(table.coverage), str(table.total.benefits_paid)
    (211, '70.33% (211/300)', '16.30')
    """
    check_text("region_table", "region", region)
    lines = tuple(sorted(records("region_table", "reports", reports, Report), key=lambda one: one.city))
    if not lines:
        raise InvalidFactError("region_table", "reports", _AT_LEAST_ONE, ())
    period = lines[0].period
    seen: set[str] = set()
    for one in lines:
        if one.period != period:
            raise InvalidFactError("region_table", "reports", _OF_ONE_PERIOD, f"{one.city} {one.period}")
        if one.city in seen:
            raise InvalidFactError("region_table", "reports", _ONE_A_PERIOD, f"{one.city} {one.period}")
        seen.add(one.city)
    added = _added(region, period, lines)
    return RegionTable(
        period=period,
        lines=lines,
        total=added,
        coverage=coverage(should_enrol=added.units_should, enrolled=added.units_enrolled),
        findings=tuple(found for one in lines for found in report_findings(one)),
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
    added = _added(last.city, quarter, in_order)
    return attrs.evolve(added, **{column: getattr(last, column) for column in running_on})


def _months_of_its_quarter(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    first = period.first_month - (period.first_month - 1) % 3
    return tuple(ReportingPeriod(period.year, month, 1) for month in range(first, first + 3))


@rule(GX.clause("4.1.2"), Text("各市填报的连续性", "continuity of the cities' reports"))
def series_findings(reports: Iterable[Report], *, within: Period | None = None) -> tuple[Finding, ...]:
    """Gaps, overlaps and repetitions in the reports of several cities (GX-4.1.2), city by city.

    Args:
        reports: The reports, in any order.
        within: The days that each city's reports should fill; None: from its own first period to its last.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> series_findings([])
    ()
    """
    if within is not None:
        check_instance("series_findings", "within", within, Period)
    by_city: dict[str, list[ReportingPeriod]] = {}
    for one in records("series_findings", "reports", reports, Report):
        by_city.setdefault(one.city, []).append(one.period)
    return tuple(
        Findings.of_city(found.clause, city=city, finding=found.message)
        for city, periods in sorted(by_city.items())
        for found in period_findings(periods, within=within)
    )


@rule(GX.clause("4.1.2"), Text("未填报的市", "cities without a report"))
def cities_without_report(cities: Iterable[str]) -> tuple[Finding, ...]:
    """Cities of the region that none of the reports is from (GX-4.1.2): each of the fourteen files.

    Args:
        cities: The cities that reported, by their full Chinese names.

    Returns:
        One finding that names the others; none where all reported, or where only other places did, as districts.

    Raises:
        InvalidFactError: A city is no text.

    >>> from gxinjury.law.campaign import CITIES
    >>> [found.message.en for found in cities_without_report([city.zh for city in CITIES[:-2]])]
    ['no report from Laibin, Chongzuo']
    """
    heard = set(records("cities_without_report", "cities", cities, str))
    missing = tuple(city for city in CITIES if city.zh not in heard)
    if not missing or len(missing) == len(CITIES):
        return ()
    return (Findings.city_without_report(GX.clause("4.1.2"), missing=missing),)
