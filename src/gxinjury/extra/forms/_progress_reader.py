"""Progress reports from files to forms (调度表的读取): sheet by sheet, each line once a city and period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from gxinjury.codec import FileError, Limits
from gxinjury.codec.wording import written_path
from gxinjury.couriers import Report, ReportForm, ReportingPeriod
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms._faults import EnoughFaultsError, Faults, Line
from gxinjury.extra.forms._form import NUMBER, Form
from gxinjury.extra.forms._progress_data import read_data
from gxinjury.extra.forms._progress_form import HEAD, MUST_BE_FILLED, NEEDED, PROGRESS
from gxinjury.extra.forms._progress_names import TAKEN, WHERE, named
from gxinjury.extra.forms._progress_rates import odd_rates
from gxinjury.extra.forms._reader import read_form
from gxinjury.extra.forms._sources import is_book, rows_of_sheet, sheets_in
from gxinjury.extra.forms.tables import MUST_BE_A_FILE, FormFault, Place, decoded, rows_of
from gxinjury.texts import Text

OFFICE: Final = attrs.evolve(PROGRESS, is_lenient=True)
_MUST_BE_STATED: Final = {
    "city": FactRule(
        zh="必须写明是哪个市：填写“市”一列，或在表外写明“市：…”",
        en="must say which city it is of: in a column 市 (city), or in a line 市：… outside the table",
        code="no_city",
    ),
    "period": FactRule(
        zh="必须写明填报期：填写“填报期”一列，或在表外写明“填报期：…”，或写在文件名中，如 2022年9月.xlsx",
        en="must say which period it is of: in a column 填报期 (period), or in a line 填报期：… outside the table, or "
        "in the name of the file, as 2022-09.xlsx",
        code="no_period",
    ),
}
_TWICE: Final = FactRule(
    zh="同一市同一期只能有一行，{city} {period} 已见于{where}",
    en="must be the only line of its city and period: {city} {period} stands in {where} already",
    code="two_of_one_period",
)
_IN_ROW: Final = Text(zh="第{row}行", en="row {row}")
_IN_FILE: Final = Text(zh="{file} {place}", en="{file}, {place}")
_Seen: TypeAlias = dict[tuple[str, ReportingPeriod], tuple[str, Place]]
"""By city and period: the file and the place of the first line."""


@attrs.frozen
class ReportsRead:
    """Progress reports as offices keep them: the forms, and what was not read or not understood."""

    forms: tuple[ReportForm, ...]
    passed_over: tuple[FormFault, ...] = ()


def read_files(files: Iterable[tuple[str, bytes | str]], form: Form, limits: Limits) -> ReportsRead:
    """Read files of progress reports as a form has them, and hold them against one another."""
    faults = Faults(limits)
    seen: _Seen = {}
    forms = []
    for name, data in files:
        if not isinstance(data, bytes | str):
            raise InvalidFactError("read_report_files", "files", MUST_BE_A_FILE, type(data))
        faults.file, faults.sheet = name, ""
        try:
            for head, lines in _read(name, data, form, faults):
                if form.is_lenient:
                    _take_names(head, lines, faults)
                forms.append(_form(head, lines, faults, seen))
        except EnoughFaultsError:
            raise
        except FileError as error:
            for fault in error.faults:
                faults.tell(fault.path, fault.rule)
    faults.done()
    return ReportsRead(tuple(forms), tuple(faults.passed_over))


def _read(name: str, data: bytes | str, form: Form, faults: Faults) -> Iterator[tuple[dict[str, Any], list[Line]]]:
    if is_book(data):
        for sheet in sheets_in(data, form, faults):
            yield read_form(form, rows_of_sheet(sheet, faults), faults)
        return
    text = data if isinstance(data, str) else decoded(data)
    is_json = name.lower().endswith(".json") or text.lstrip("\ufeff \t\r\n").startswith("{")
    yield read_data(text, faults) if is_json else read_form(form, rows_of(text), faults)


def _take_names(head: dict[str, Any], lines: Sequence[Line], faults: Faults) -> None:
    """Take city and period from the names that a report of one line goes by, where it does not say them itself."""
    of_cities = [line for line in lines if not line.total]
    if len(of_cities) != 1:
        return
    [line] = of_cities
    names = (
        ("seal", head.get("hrss")),
        ("seal", head.get("post")),
        ("sheet", faults.sheet),
        ("file", Path(faults.file).stem),
    )
    for field, rule in TAKEN.items():
        found = None if field in {*head, *line.values, *line.at_fault} else named(field, names)
        if found is not None:
            where, head[field] = found
            faults.pass_over(line.path, rule.filled({"where": WHERE[where], "value": str(head[field])}))


def _form(head: Mapping[str, Any], lines: Sequence[Line], faults: Faults, seen: _Seen) -> ReportForm:
    """Return what a table holds as far as it is whole; city and period of the head stand for blank ones."""
    stated = {name: head[name] for name in _MUST_BE_STATED if head.get(name) is not None}
    whole = [(line, _report(line, stated, faults)) for line in lines if not line.total]
    reports = [report for line, report in whole if report is not None and _is_first(line, report, faults, seen)]
    for line, report in whole:
        for name, rule in () if report is None else odd_rates(line, report):
            faults.pass_over((*line.path, name), rule)
    periods = {report.period for _, report in whole if report is not None}
    if len(periods) == 1:
        stated.setdefault("period", next(iter(periods)))
    totals = [_report(line, stated, faults) for line in lines if line.total]
    rest = {name: value for name, value in head.items() if name in HEAD}
    return ReportForm(reports, [one for one in totals if one is not None], **rest)


def _report(line: Line, stated: Mapping[str, Any], faults: Faults) -> Report | None:
    values = {**stated, **line.values, **({"city": line.total} if line.total else {})}
    missing = [name for name in (*_MUST_BE_STATED, *NEEDED) if name not in values and name not in line.at_fault]
    for name in missing:
        faults.tell(line.place(name), _MUST_BE_STATED.get(name, MUST_BE_FILLED))
    values.pop(NUMBER, None)
    return None if missing or line.at_fault else Report(**values)


def _is_first(line: Line, report: Report, faults: Faults, seen: _Seen) -> bool:
    """Return whether a line is the first of its city and period; tell of another where the first one stands."""
    here = faults.file if not faults.sheet else f"{faults.file}!{faults.sheet}"
    file, path = seen.setdefault((report.city, report.period), (here, line.path))
    if path is line.path:
        return True
    place = _IN_ROW.filled({"row": str(path[0])}) if len(path) == 1 else written_path(path)
    where = place if file == here else _IN_FILE.filled({"file": file, "place": place})
    told = {"city": report.city, "period": str(report.period), "where": where}
    faults.tell(line.place("city"), _TWICE.filled(told))
    return False
