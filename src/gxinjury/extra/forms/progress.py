"""The couriers' progress report in and out (调度表的读写), as CSV and as JSON; nothing to install.

Read is what comes out of a spreadsheet: UTF-8 with or without BOM or GB18030, full-width digits and brackets, columns
in any order, in Chinese or English, the annex's header of two rows, blank and merely numbered lines, lines of totals.
The annex has no column for the city and none for the period, so a table of several has the columns 市 and 填报期, and a
table of one may state them outside the table (市：南宁市). All faults are told at once, with row and column; nothing in
a file is passed over in silence. Take a file in with ``Path.read_bytes`` and out with ``Path.write_bytes``.

JSON is machine-made, so its types are strict; its money column says its unit: ``benefits_paid_wan_yuan``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from gxinjury.codec import FileError, Limits
from gxinjury.codec.wording import written_path
from gxinjury.couriers import Report, ReportForm, ReportingPeriod
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms._faults import LIMITS, EnoughFaultsError, Faults, Line
from gxinjury.extra.forms._form import NUMBER
from gxinjury.extra.forms._progress_data import line_data, read_data
from gxinjury.extra.forms._progress_form import COLUMNS, HEAD, MUST_BE_FILLED, NEEDED, PROGRESS
from gxinjury.extra.forms._reader import read_form
from gxinjury.extra.forms.tables import MUST_BE_A_FILE, Encoding, Place, csv_bytes, decoded, rows_of
from gxinjury.facts import check_instance
from gxinjury.texts import Text

__all__ = ["read_report_files", "read_reports", "report_data", "write_reports"]

_TITLE: Final = "基层快递网点优先参加工伤保险情况调度表"

_MUST_BE_STATED: Final = {
    "city": FactRule(
        zh="必须写明是哪个市：填写“市”一列，或在表外写明“市：…”",
        en="must say which city it is of: in a column 市 (city), or in a line 市：… outside the table",
        code="no_city",
    ),
    "period": FactRule(
        zh="必须写明填报期：填写“填报期”一列，或在表外写明“填报期：…”",
        en="must say which period it is of: in a column 填报期 (period), or in a line 填报期：… outside the table",
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


def read_report_files(files: Iterable[tuple[str, bytes | str]], *, limits: Limits = LIMITS) -> tuple[ReportForm, ...]:
    """Read several files of progress reports, CSV or JSON, and hold them against one another.

    Args:
        files: The name of each, for messages, and its bytes or text. JSON is told by ``.json`` or by a brace in front.
        limits: How much of each is read at most, and how many faults of all.

    Raises:
        FileError: A file has a fault, or a city comes twice in a period; all faults of all files are told.
        InvalidFactError: A file is neither bytes nor text.
    """
    faults = Faults(limits)
    seen: _Seen = {}
    forms = []
    for name, data in files:
        if not isinstance(data, bytes | str):
            raise InvalidFactError("read_report_files", "files", MUST_BE_A_FILE, type(data))
        faults.file = name
        try:
            head, lines = _read(name, data, faults)
        except EnoughFaultsError:
            raise
        except FileError as error:
            for fault in error.faults:
                faults.tell(fault.path, fault.rule)
        else:
            forms.append(_form(head, lines, faults, seen))
    faults.done()
    return tuple(forms)


def _read(name: str, data: bytes | str, faults: Faults) -> tuple[dict[str, Any], list[Line]]:
    text = data if isinstance(data, str) else decoded(data)
    if name.lower().endswith(".json") or text.lstrip("\ufeff \t\r\n").startswith("{"):
        return read_data(text, faults)
    return read_form(PROGRESS, rows_of(text), faults)


def _form(head: Mapping[str, Any], lines: Sequence[Line], faults: Faults, seen: _Seen) -> ReportForm:
    """Return what a file holds as far as it is whole; city and period of the head stand for blank ones."""
    stated = {name: head[name] for name in _MUST_BE_STATED if head.get(name) is not None}
    whole = [(line, _report(line, stated, faults)) for line in lines if not line.total]
    reports = [report for line, report in whole if report is not None and _is_first(line, report, faults, seen)]
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
    file, path = seen.setdefault((report.city, report.period), (faults.file, line.path))
    if path is line.path:
        return True
    place = _IN_ROW.filled({"row": str(path[0])}) if len(path) == 1 else written_path(path)
    where = place if file == faults.file else _IN_FILE.filled({"file": file, "place": place})
    told = {"city": report.city, "period": str(report.period), "where": where}
    faults.tell(line.place("city"), _TWICE.filled(told))
    return False


def read_reports(data: bytes | str, *, file: str = "", limits: Limits = LIMITS) -> ReportForm:
    r"""Read a file of progress reports, CSV or JSON.

    Args:
        data: The file's bytes, or its text.
        file: Its name, for messages.
        limits: How much is read at most.

    Raises:
        FileError: The file has faults; all of them are told.
        InvalidFactError: The data is neither bytes nor text.

    >>> headers = "应参保单位数(户),已参保单位数(户),参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
    >>> head = f"市：南宁市,填报期：2022年9月\n{headers}享受工伤保险待遇人数(人),发放工伤保险待遇金额(万元)\n"
    >>> report = read_reports(f'{head}２００,140,"1,800",1790,12,9,7,12.345678\n').lines[0]
    >>> report.city, str(report.period), report.persons_enrolled, report.benefits_paid
    ('南宁市', '2022-09', 1800, WanYuan('12.345678'))
    >>> try:
    ...     read_reports(f"{head}200,-140,1800,1790,12,9,7,123456.78元\n")
    ... except FileError as error:
    ...     print(error)
    row 3, 已参保单位数(户) must be a whole number of at least zero, such as 1200 or 1,200, got '-140'
    row 3, 发放工伤保险待遇金额(万元) must be in 万元 (10,000 yuan), not in yuan, got '123456.78元'
    """
    return read_report_files([(file, data)], limits=limits)[0]


def _rows(form: ReportForm) -> Iterator[Sequence[object]]:
    head = {name: getattr(form, name) for name in HEAD}
    if any(value is not None for value in head.values()):
        yield (_TITLE,)
        yield tuple(cell for name in ("hrss", "post", "filed_on") for cell in (HEAD[name], head[name]))
    yield tuple(column.header for column in COLUMNS)
    for number, report in enumerate(form.lines, 1):
        yield number, *_cells(report)
    for stated in form.totals:
        name, *cells = _cells(stated)
        yield name, None, *cells
    if form.filler is not None or form.phone is not None:
        yield HEAD["filler"], form.filler, HEAD["phone"], form.phone


def _cells(report: Report) -> Iterable[object]:
    return (line_data(report) | {"note": report.note}).values()


def write_reports(form: ReportForm, *, encoding: Encoding = "utf-8-sig") -> bytes:
    """Write progress reports as CSV, with the annex's headers behind the columns 市 and 填报期.

    Money is written exact, in 万元. What stands outside the table is written where the form states any of it.

    Args:
        form: The form.
        encoding: UTF-8 with a BOM, by which spreadsheets know it; plain UTF-8; or GB18030.

    Returns:
        The file's bytes, its lines ended as spreadsheets end them.

    Raises:
        InvalidFactError: It is no ReportForm, or the encoding is another.

    >>> write_reports(ReportForm([]), encoding="utf-8").decode().split(",")[:4]
    ['序号', '市', '填报期', '应参保单位数(户)']
    """
    check_instance("write_reports", "form", form, ReportForm)
    return csv_bytes("write_reports", _rows(form), encoding)


def report_data(form: ReportForm) -> dict[str, Any]:
    """Return a form as data that JSON can hold, which :func:`read_reports` reads back.

    Args:
        form: The form.

    Returns:
        Counts as numbers, money in 万元 and days as texts, nothing rounded away; without what the form does not state.

    Raises:
        InvalidFactError: It is no ReportForm.

    >>> from gxinjury.couriers import WanYuan, reporting_periods
    >>> report = Report("南宁市", reporting_periods(2022)[8], 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
    >>> report_data(ReportForm([report]))["reports"][0]["benefits_paid_wan_yuan"]
    '12.345678'
    """
    check_instance("report_data", "form", form, ReportForm)
    stated = {name: getattr(form, name) for name in HEAD}
    data: dict[str, Any] = {name: str(value) for name, value in stated.items() if value is not None}
    data["reports"] = [line_data(report) for report in form.lines]
    if form.totals:
        data["totals"] = [line_data(report) for report in form.totals]
    return data
