"""The couriers' progress report in and out (调度表的读写): workbook, CSV, JSON.

Read is what comes out of a spreadsheet: ``.xlsx`` (install ``gxinjury[office]``), a report a sheet, or CSV in UTF-8
with or without BOM or GB18030; full-width digits and brackets, columns in any order, in Chinese or English, the annex's
header of two rows, blank and merely numbered lines, lines of totals.
The annex has no column for the city and none for the period, so a table of several has the columns 市 and 填报期, and a
table of one may state them outside the table (市：南宁市). All faults are told at once, with row and column; nothing in
a file is passed over in silence. Take a file in with ``Path.read_bytes`` and out with ``Path.write_bytes``.

JSON is machine-made, so its types are strict; its money column says its unit: ``benefits_paid_wan_yuan``.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gxinjury.codec import FileError, Limits
from gxinjury.couriers import Report, ReportForm
from gxinjury.errors import FactRule
from gxinjury.extra.forms._faults import LIMITS
from gxinjury.extra.forms._form import NUMBER
from gxinjury.extra.forms._progress_data import line_data
from gxinjury.extra.forms._progress_form import COLUMNS, HEAD, PROGRESS, WAN_YUAN_KEY
from gxinjury.extra.forms._progress_reader import OFFICE, ReportsRead, read_files
from gxinjury.extra.forms.tables import Encoding, FormFault, csv_bytes
from gxinjury.facts import check_instance

__all__ = [
    "ReportsRead",
    "read_office_reports",
    "read_report_files",
    "read_reports",
    "report_data",
    "write_reports",
    "write_reports_workbook",
]

_TITLE: Final = "基层快递网点优先参加工伤保险情况调度表"

_SEVERAL: Final = FactRule(
    zh="有调度表的工作表不止一张，请各存为一个文件",
    en="the report stands on several sheets: save each as a file, or take read_report_files",
    code="several_sheets",
)
_WIDTH: Final = 12
_WIDTHS: Final = {NUMBER: 8, "benefits_paid": 16, "note": 18}


def read_report_files(files: Iterable[tuple[str, bytes | str]], *, limits: Limits = LIMITS) -> tuple[ReportForm, ...]:
    """Read several files of progress reports, workbooks, CSV or JSON, and hold them against one another.

    Args:
        files: The name of each, for messages, and its bytes or text. JSON is told by ``.json`` or by a brace in front.
        limits: How much of each is read at most, and how many faults of all.

    Raises:
        FileError: A file has a fault, or a city comes twice in a period; all faults of all files are told.
        InvalidFactError: A file is neither bytes nor text.
    """
    return read_files(files, PROGRESS, limits).forms


def read_office_reports(files: Iterable[tuple[str, bytes | str]], *, limits: Limits = LIMITS) -> ReportsRead:
    r"""Read progress reports as offices keep them: with columns of their own, as 参保率, and remarks, as 单位：户.

    A report of one line that does not say its city or period is of the one that its seals, its sheet or its file names.
    All of this is told.

    Args:
        files: As :func:`read_report_files` takes them.
        limits: As there.

    Raises:
        FileError: As there.
        InvalidFactError: As there.

    >>> headers = "应参保单位数(户),已参保单位数(户),参保率,参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
    >>> table = (
    ...     f"单位：户\n{headers}享受工伤保险待遇人数(人),发放工伤保险待遇金额(万元)\n200,140,70%,1800,1790,12,9,7,1\n"
    ... )
    >>> found = read_office_reports([("南宁市2022年9月.csv", table)])
    >>> found.forms[0].lines[0].city, str(found.forms[0].lines[0].period)
    ('南宁市', '2022-09')
    >>> [told.code for told in found.passed_over]
    ['remark', 'own_column', 'city_by_name', 'period_by_name']
    """
    return read_files(files, OFFICE, limits)


def read_reports(data: bytes | str, *, file: str = "", limits: Limits = LIMITS) -> ReportForm:
    r"""Read a file of progress reports, CSV or JSON.

    Args:
        data: The file's bytes, or its text.
        file: Its name, for messages.
        limits: How much is read at most.

    Raises:
        FileError: The file has faults; all of them are told.
        InvalidFactError: The data is neither bytes nor text.

    >>> from gxinjury.codec import FileError
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
    [form, *others] = read_report_files([(file, data)], limits=limits)
    if others:
        raise FileError("", [FormFault((), _SEVERAL, file=file)])
    return form


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


def write_reports_workbook(form: ReportForm) -> bytes:
    """Write progress reports as a workbook, laid out as the annex, with the columns 市 and 填报期.

    Money is written exact, in 万元; install ``gxinjury[office]``.

    Args:
        form: The form.

    Returns:
        The bytes of an ``.xlsx``.

    Raises:
        InvalidFactError: It is no ReportForm.

    >>> read_reports(write_reports_workbook(ReportForm([], hrss="南宁市人社局"))).hrss
    '南宁市人社局'
    """
    from gxinjury.extra.forms._xlsx_paper import Paper, PaperColumn, paper_bytes  # noqa: PLC0415  (an extra of its own)

    check_instance("write_reports_workbook", "form", form, ReportForm)
    head = {name: (label, getattr(form, name)) for name, label in HEAD.items()}
    groups = dict.fromkeys(("injuries_filed", "injuries_determined"), PROGRESS.group)
    numbered = [(number, *_exact_cells(report)) for number, report in enumerate(form.lines, 1)]
    paper = Paper(
        "调度表",
        _TITLE,
        ((head["hrss"], head["post"], head["filed_on"]),),
        tuple(
            PaperColumn(one.header, _WIDTHS.get(one.field, _WIDTH), (), groups.get(one.field, "")) for one in COLUMNS
        ),
        (*numbered, *((name, None, *cells) for name, *cells in map(_exact_cells, form.totals))),
        ((head["filler"], head["phone"]),),
    )
    return paper_bytes([paper])


def _exact_cells(report: Report) -> tuple[object, ...]:
    """Return the cells of a line, its money a number."""
    exact = {WAN_YUAN_KEY: report.benefits_paid.number, "note": report.note or None}
    return tuple((line_data(report) | exact).values())


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
