"""The region's table (全区汇总): the reports of cities added up."""

from collections.abc import Iterable
from typing import Annotated, Final

import attrs

from gxinjury.couriers.coverage import Coverage, coverage
from gxinjury.couriers.report import COUNTED, Report, report_findings
from gxinjury.couriers.reporting import ReportingPeriod
from gxinjury.couriers.wan_yuan import WanYuan
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_text, records
from gxinjury.findings import Finding
from gxinjury.law.clauses import GX
from gxinjury.money import total
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["RegionTable", "added_up", "region_table"]

_ONE_A_PERIOD: Final = FactRule(
    zh="同一城市同一期只能有一份", en="must be the only report of its city and period", code="two_of_one_period"
)
_AT_LEAST_ONE: Final = FactRule(zh="至少须有一份调度表", en="must hold at least one report", code="no_report")
_OF_ONE_PERIOD: Final = FactRule(
    zh="须为同一期的调度表", en="must be of one and the same period", code="not_of_one_period"
)


@attrs.frozen
class RegionTable(Record):
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


def added_up(city: str, period: ReportingPeriod, reports: tuple[Report, ...]) -> Report:
    """Return reports added up, column by column."""
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
    added = added_up(region, period, lines)
    return RegionTable(
        period=period,
        lines=lines,
        total=added,
        coverage=coverage(should_enrol=added.units_should, enrolled=added.units_enrolled),
        findings=tuple(found for one in lines for found in report_findings(one)),
    )
