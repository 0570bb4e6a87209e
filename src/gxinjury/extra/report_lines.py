"""Lines of progress reports (调度表的各行) as they come out of files: gathered, checked, held against one another."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from gxinjury.couriers import Report, ReportForm, ReportingPeriod
from gxinjury.extra.report_cells import NEEDED
from gxinjury.extra.report_faults import ReportFault, ReportFileError
from gxinjury.texts import Text

MUST_BE_FILLED: Final = Text(zh="必须填写，没有的填 0", en="must be filled in; where there is none, with 0")
_CITY_MISSING: Final = Text(
    zh="必须写明是哪个市：填写“市”一列，或在表外写明“市：…”",
    en="must say which city it is of: in a column 市 (city), or in a line 市：… outside the table",
)
_PERIOD_MISSING: Final = Text(
    zh="必须写明填报期：填写“填报期”一列，或在表外写明“填报期：…”",
    en="must say which period it is of: in a column 填报期 (period), or in a line 填报期：… outside the table",
)
_TWICE: Final = Text(
    zh="同一市同一期只能有一行，{city} {period} 已见于{where}",
    en="must be the only line of its city and period: {city} {period} stands in {where} already",
)
_IN_FILE: Final = Text(zh="{file} {place}", en="{file}, {place}")


@attrs.frozen
class Place:
    """Where a line stands.

    Args:
        told: How a message says it.
        fault: Makes the fault of one of its fields, given the field, the rule, and what is shown as the value.
    """

    told: Text
    fault: Callable[[str, Text, str | None], ReportFault]


@attrs.frozen
class Line:
    """A line as it was read, whether or not it is whole.

    Args:
        place: Where it stands.
        values: What it holds, by field; without the fields that are blank or at fault.
        at_fault: The fields whose fault was told already.
        total: What a line of totals calls itself; empty for a city's line.
    """

    place: Place
    values: Mapping[str, Any]
    at_fault: frozenset[str] = frozenset()
    total: str = ""


class Gathering:
    """Gathers the lines of several files, minding every fault in them."""

    def __init__(self) -> None:
        self.faults: list[ReportFault] = []
        self.forms: list[ReportForm] = []
        self._seen: dict[tuple[str, ReportingPeriod], tuple[str, Text]] = {}

    def add(self, file: str, lines: list[Line], head: Mapping[str, Any]) -> None:
        """Add the lines of a file and what its head states; city and period of the head stand for blank ones."""
        stated = {name: head[name] for name in ("city", "period") if name in head}
        whole = [self._report(file, line, stated) for line in lines if not line.total]
        reports = [one for one in whole if one is not None]
        periods = {one.period for one in reports}
        if len(periods) == 1:
            stated.setdefault("period", next(iter(periods)))
        totals = [self._report(file, line, stated) for line in lines if line.total]
        rest = {name: value for name, value in head.items() if name not in stated}
        self.forms.append(ReportForm(reports, [one for one in totals if one is not None], **rest))

    def done(self) -> tuple[ReportForm, ...]:
        """Return the forms, in the order of the files.

        Raises:
            ReportFileError: Something in them is wrong; all of it is told at once.
        """
        if self.faults:
            raise ReportFileError(self.faults)
        return tuple(self.forms)

    def _report(self, file: str, line: Line, stated: Mapping[str, Any]) -> Report | None:
        values = {**stated, **line.values}
        if line.total:
            values["city"] = line.total
        missing = [name for name in ("city", "period", *NEEDED) if name not in values and name not in line.at_fault]
        rules = {"city": _CITY_MISSING, "period": _PERIOD_MISSING}
        self.faults += [line.place.fault(name, rules.get(name, MUST_BE_FILLED), None) for name in missing]
        if missing or line.at_fault:
            return None
        report = Report(**values)
        if not line.total:
            self._check_once(file, line, report)
        return report

    def _check_once(self, file: str, line: Line, report: Report) -> None:
        key = (report.city, report.period)
        if key not in self._seen:
            self._seen[key] = (file, line.place.told)
            return
        other, place = self._seen[key]
        where = place if other == file else _IN_FILE.filled({"file": other, "place": place})
        told = _TWICE.filled({"city": report.city, "period": str(report.period), "where": where})
        self.faults.append(line.place.fault("city", told, None))
