"""This period's progress reports held against the last's (两期调度表的比对): city by city, column by column."""

from collections.abc import Iterable, Mapping
from typing import Annotated

import attrs

from gxinjury.couriers import Coverage, Report, ReportForm, ReportingPeriod
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.region import in_order, line_coverage
from gxinjury.facts import records
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["CityMonths", "ReportMonths", "compare_reports"]


@attrs.frozen
class CityMonths(Record):
    """A city in two periods; a report is None where it has not reported, which is never taken for zero."""

    city: Annotated[str, Text("市", "city")]
    before: Annotated[Report | None, Text("上期", "before")]
    after: Annotated[Report | None, Text("本期", "now")]

    @property
    def coverages(self) -> tuple[Coverage | None, Coverage | None]:
        """Its coverage before and now; None where it has not reported, or nothing should enrol."""
        before, now = (None if one is None else line_coverage(one) for one in (self.before, self.after))
        return before, now

    def change(self, column: str) -> int | None:
        """Return by how much a count changed; None where a report is missing.

        >>> CityMonths("南宁市", None, None).change("units_enrolled") is None
        True
        """
        if self.before is None or self.after is None:
            return None
        return int(getattr(self.after, column)) - int(getattr(self.before, column))

    @property
    def fell(self) -> tuple[str, ...]:
        """The columns of units and persons enrolled that are lower than before."""
        return tuple(name for name in COUNTED[:4] if (by := self.change(name)) is not None and by < 0)


@attrs.frozen
class ReportMonths(Record):
    """Two periods held against each other: which they are, and the cities in the order of official tables."""

    before: Annotated[ReportingPeriod, Text("上期", "before")]
    after: Annotated[ReportingPeriod, Text("本期", "now")]
    cities: Annotated[tuple[CityMonths, ...], Text("各市", "cities")]


def compare_reports(last: Iterable[ReportForm], this: Iterable[ReportForm]) -> ReportMonths | None:
    """Return this period's reports held against the last's; None where either holds no line.

    Of reports of several periods the latest is held against the latest; a city that reported in neither is left out.

    Args:
        last: The reports of the last period.
        this: Those of this period.

    Raises:
        InvalidFactError: One is no ReportForm.

    >>> from gxinjury.couriers import WanYuan, reporting_periods
    >>> august, september = reporting_periods(2022)[7:9]
    >>> before = Report("南宁市", august, 200, 130, 1700, 1700, 0, 0, 0, WanYuan(0))
    >>> now = attrs.evolve(before, period=september, units_enrolled=140)
    >>> [city] = compare_reports([ReportForm([before])], [ReportForm([now])]).cities
    >>> city.change("units_enrolled"), [str(one) for one in city.coverages]
    (10, ['65.00% (130/200)', '70.00% (140/200)'])
    """
    before, now = (_latest(name, forms) for name, forms in (("last", last), ("this", this)))
    if before is None or now is None:
        return None
    (earlier, old), (later, new) = before, now
    names = sorted({*old, *new}, key=in_order)
    return ReportMonths(earlier, later, tuple(CityMonths(city, old.get(city), new.get(city)) for city in names))


def _latest(name: str, forms: Iterable[ReportForm]) -> tuple[ReportingPeriod, Mapping[str, Report]] | None:
    lines = [line for form in records("compare_reports", name, forms, ReportForm) for line in form.lines]
    if not lines:
        return None
    latest = max(line.period for line in lines)
    return latest, {line.city: line for line in lines if line.period == latest}
