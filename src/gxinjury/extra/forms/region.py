"""What the cities' progress reports come to (各市调度表的汇总): tables, standing, findings; nothing to install.

What ``gxinjury courier-report`` prints: a service asks :func:`region_answer` and has the same.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec import FileError, dump
from gxinjury.codec.names import reading_name
from gxinjury.couriers import (
    CampaignStanding,
    Counts,
    Coverage,
    RegionTable,
    Report,
    ReportForm,
    campaign_standing,
    cities_without_report,
    coverage,
    region_table,
    series_findings,
    total_findings,
)
from gxinjury.errors import FactRule, NotInForceError
from gxinjury.extra.cases.data import VERSIONS, data_of, fields_data, text_data
from gxinjury.extra.cases.text import read_bytes
from gxinjury.extra.forms._progress_data import line_data
from gxinjury.extra.forms.progress import ReportsRead, read_office_reports, read_report_files
from gxinjury.extra.forms.tables import FormFault
from gxinjury.facts import check_instance
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.campaign import CITIES
from gxinjury.law.readings import CoverageUnit, FirstReport
from gxinjury.periods import Period
from gxinjury.privacy import mask
from gxinjury.records import Record
from gxinjury.texts import Text

_REGION: Final = Text(zh="广西", en="Guangxi")
_NO_LINES: Final = FactRule(zh="文件中没有任何一行填报内容", en="the files hold no line of a report", code="no_lines")
_KINDS: Final = {".xlsx", ".xlsm", ".csv", ".json"}
_PLACES: Final = {city.zh: city for city in (*CITIES, _REGION)}
_ORDER: Final = {city.zh: position for position, city in enumerate(CITIES)}


@attrs.frozen
class CityGap(Record):
    """A city that is short of something.

    Args:
        city: The city.
        coverage: Its coverage.
        left_to_target: How many units are left until it reaches the target; None where that has no number.
        left: How many are left until all are enrolled.
        is_lagging: Whether its coverage is below that of all cities that reported.
    """

    city: Annotated[str, Text("市", "city")]
    coverage: Annotated[Coverage, Text("覆盖率", "coverage")]
    left_to_target: Annotated[int | None, Text("距目标尚差（户）", "left to target")]
    left: Annotated[int, Text("距全覆盖尚差（户）", "left")]
    is_lagging: Annotated[bool, Text("低于各市合计", "is lagging")]


@attrs.frozen
class PeriodAnswer(Record):
    """What the reports of a period come to.

    The campaign stands so on the period's last day, as far as cities reported; None before the plan was issued.
    """

    table: Annotated[RegionTable, Text("汇总表", "table")]
    standing: Annotated[CampaignStanding | None, Text("与目标对照", "standing")]

    @property
    def reported(self) -> tuple[str, ...]:
        """The region's cities that the table has a line of."""
        named = {line.city for line in self.table.lines}
        return tuple(city for city in _ORDER if city in named)

    @property
    def missing(self) -> tuple[str, ...]:
        """The region's cities that it has none of; while there are any, nothing can be said of the region."""
        return tuple(city for city in _ORDER if city not in self.reported)

    @property
    def lines(self) -> tuple[Report, ...]:
        """The cities' lines in the order of official tables, other places after them."""
        return tuple(sorted(self.table.lines, key=lambda one: in_order(one.city)))

    @property
    def gaps(self) -> tuple[CityGap, ...]:
        """The cities that have units left to enrol, the lowest coverage first; one that has not reported is none."""
        rate = None if self.standing is None else self.standing.target.rate
        of_all = self.table.coverage
        found = [
            CityGap(
                line.city,
                reached,
                None if rate is None else reached.left_to(rate),
                reached.left,
                is_lagging=of_all is not None and reached.rate < of_all.rate,
            )
            for line in self.lines
            if (reached := line_coverage(line)) is not None and reached.left
        ]
        return tuple(sorted(found, key=lambda one: one.coverage.rate))


@attrs.frozen
class RegionAnswer(Record):
    """What the reports come to, the earliest period first, and all that looks wrong in lines, totals and sequence."""

    periods: Annotated[tuple[PeriodAnswer, ...], Text("各填报期", "periods")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")]


def read_paths(paths: Iterable[str | Path]) -> tuple[ReportForm, ...]:
    """Read the progress reports of several files, workbooks, CSV or JSON; all faults of all files are told at once.

    Raises:
        FileError: A file cannot be read or has faults, or none of them holds a line.
    """
    return _read(paths, lambda files: ReportsRead(read_report_files(files))).forms


def read_offices(paths: Iterable[str | Path]) -> ReportsRead:
    """Read progress reports as offices keep them, of a folder all that it holds of workbooks, CSV and JSON.

    Raises:
        FileError: As :func:`read_paths` raises it.
    """
    return _read((file for path in paths for file in _in_folder(path)), read_office_reports)


def read_office_files(files: Iterable[tuple[str, bytes | str]]) -> ReportsRead:
    """Read progress reports that are at hand, each with its name, as :func:`read_offices` reads those of a folder.

    Raises:
        FileError: As :func:`read_paths` raises it.

    >>> from gxinjury.errors import GxInjuryError
    >>> try:
    ...     read_office_files([("9月.json", '{"reports": []}')])
    ... except GxInjuryError as error:
    ...     print(error)
    the files hold no line of a report
    """
    return _with_lines(read_office_reports(files))


def _with_lines(found: ReportsRead) -> ReportsRead:
    if not any(form.lines for form in found.forms):
        raise FileError("", [FormFault((), _NO_LINES)])
    return found


def _in_folder(path: str | Path) -> list[str | Path]:
    """Return the files of a folder by name, without those that a spreadsheet program keeps while it has one open."""
    try:
        files = sorted(Path(path).iterdir()) if Path(path).is_dir() else []
    except OSError:  # reading it says why
        files = []
    found = [one for one in files if one.suffix.lower() in _KINDS and not one.name.startswith(("~$", "."))]
    return [*found] or [path]


def _read(paths: Iterable[str | Path], read: Callable[[Iterable[tuple[str, bytes | str]]], ReportsRead]) -> ReportsRead:
    unread: list[FormFault] = []
    files: list[tuple[str, bytes | str]] = []
    for path in paths:
        try:
            files.append((str(path), read_bytes(path)))
        except FileError as error:
            unread += [FormFault((), fault.rule, file=str(path)) for fault in error.faults]
    try:
        found = read(files)
    except FileError as error:
        raise FileError("", [*unread, *error.faults]) from None
    if unread:
        raise FileError("", unread)
    return _with_lines(found)


def in_order(city: str) -> tuple[int, str]:
    """Return by what cities are sorted into the order of official tables, other places after them.

    >>> sorted(["青秀区", "柳州市", "南宁市"], key=in_order)
    ['南宁市', '柳州市', '青秀区']
    """
    return _ORDER.get(city, len(_ORDER)), city


def place_name(name: str) -> Text:
    """Return a city's name in both languages; another place has the one it is written with.

    >>> place_name("南宁市").en, place_name("青秀区").en
    ('Nanning', '青秀区')
    """
    return _PLACES.get(name, Text(zh=name, en=name))


def line_coverage(report: Report) -> Coverage | None:
    """Return the coverage of a line."""
    return coverage(should_enrol=report.units_should, enrolled=report.units_enrolled)


def region_answer(forms: Iterable[ReportForm], *, law: Law = LAW) -> RegionAnswer:
    """Return what the reports come to.

    Raises:
        InvalidFactError: A city comes twice in a period, or the reading counts persons, which the form does not.

    >>> region_answer([]).periods
    ()
    """
    check_instance("region_answer", "law", law, Law)
    filed = tuple(forms)
    reports = [line for form in filed for line in form.lines]
    periods = sorted({report.period for report in reports})
    answers = tuple(
        _period_answer([report for report in reports if report.period == period], law) for period in periods
    )
    within = None if not periods else Period(periods[0].first, max(period.last for period in periods))
    return RegionAnswer(
        answers,
        (
            *(found for answer in answers for found in answer.table.findings),
            *(found for form in filed for found in total_findings(form)),
            *series_findings(reports, within=within),
            *cities_without_report(report.city for report in reports),
        ),
    )


def _period_answer(reports: list[Report], law: Law) -> PeriodAnswer:
    table = region_table(reports)
    counts = Counts(table.total.units_should, table.total.units_enrolled)
    try:
        return PeriodAnswer(table, campaign_standing(counts, on=table.period.last, law=law))
    except NotInForceError:
        return PeriodAnswer(table, None)


def region_data(answer: RegionAnswer, *, law: Law = LAW) -> dict[str, Any]:
    """Return what the reports come to as data that JSON can hold: money in 万元 and days as texts, not rounded.

    >>> sorted(region_data(region_answer([])))
    ['findings', 'law', 'periods', 'schema_version', 'version']
    """
    check_instance("region_data", "law", law, Law)
    return {
        **VERSIONS,
        "law": {
            "readings": {reading_name(kind): law.choice(kind).name for kind in (CoverageUnit, FirstReport)},
            "departures": [text_data(text) for text in law.departures()],
        },
        "periods": [_period_data(one) for one in answer.periods],
        "findings": data_of(answer.findings),
    }


def _period_data(answer: PeriodAnswer) -> dict[str, Any]:
    period = answer.table.period
    return {
        **fields_data(period, "period first last provisional", period=str(period)),
        "cities": [_line_data(line) for line in answer.lines],
        "total": _line_data(answer.table.total),
        "missing_cities": list(answer.missing),
        "gaps": [{**dump(one), "coverage": str(one.coverage)} for one in answer.gaps],
        "standing": None if answer.standing is None else _standing_data(answer.standing, whole=not answer.missing),
    }


def _line_data(report: Report) -> dict[str, Any]:
    told = line_data(report)
    del told["period"]
    data = {name: mask(value) if isinstance(value, str) else value for name, value in told.items()}
    reached = line_coverage(report)
    shown = None if reached is None else {**dump(reached), "left": reached.left, "shown": str(reached)}
    return data | {"coverage": shown}


def _standing_data(standing: CampaignStanding, *, whole: bool) -> dict[str, Any]:
    """Return how the campaign stands; whether the target is met is null while cities are missing."""
    answer = standing.answer.name if whole else None
    return fields_data((standing, standing.target), "due rate answer left left_to_target", answer=answer)
