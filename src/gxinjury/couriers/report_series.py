"""Reports one after the other (填报的连续性): periods missing or repeated, cities that did not report."""

from collections.abc import Iterable

from gxinjury.couriers.findings import Findings
from gxinjury.couriers.report import Report
from gxinjury.couriers.reporting import ReportingPeriod, period_findings
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, records
from gxinjury.findings import Finding
from gxinjury.law.campaign import CITIES
from gxinjury.law.clauses import GX
from gxinjury.periods import Period
from gxinjury.texts import Text

__all__ = ["cities_without_report", "series_findings"]


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
