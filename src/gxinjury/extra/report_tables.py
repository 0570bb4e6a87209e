"""The progress report as CSV, in and out (调度表的 CSV 读写); nothing to install.

Read is what comes out of a spreadsheet: UTF-8 with or without BOM or GB18030, full-width digits and brackets, columns
in any order, in Chinese or English, the annex's header of two rows, blank and merely numbered lines, lines of totals.
The annex has no column for the city and none for the period, so a table of several has the columns 市 and 填报期, and a
table of one may state them outside the table (市：南宁市). All faults are told at once, with row and column; nothing in
a file is passed over in silence. Take a file in with ``Path.read_bytes`` and out with ``Path.write_bytes``.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gxinjury.couriers import Report, ReportForm
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import InvalidFactError
from gxinjury.extra.report_cells import HEAD, HEADERS
from gxinjury.extra.report_data import add_data
from gxinjury.extra.report_faults import ReportFault, ReportFileError
from gxinjury.extra.report_lines import Gathering
from gxinjury.extra.report_rows import ReportTable
from gxinjury.extra.tables import Encoding, WrongTable, csv_bytes, csv_rows, decoded
from gxinjury.facts import check_instance
from gxinjury.texts import Text

__all__ = ["ReportFault", "ReportFileError", "read_report_files", "read_reports", "write_reports"]

_TITLE: Final = "基层快递网点优先参加工伤保险情况调度表"
_MUST_BE_A_FILE: Final = Text(zh="必须是文件的字节或文本", en="must be the bytes or the text of a file")


def read_report_files(files: Iterable[tuple[str, bytes | str]]) -> tuple[ReportForm, ...]:
    """Read several files of progress reports, CSV or JSON, and hold them against one another.

    Args:
        files: The name of each, for messages, and its bytes or text. JSON is told by ``.json`` or by a brace in front.

    Raises:
        ReportFileError: A file has a fault, or a city comes twice in a period; all faults of all files are told.
        InvalidFactError: A file is neither bytes nor text.
    """
    gathering = Gathering()
    for name, data in files:
        if not isinstance(data, bytes | str):
            raise InvalidFactError("read_report_files", "files", _MUST_BE_A_FILE, type(data))
        _add(gathering, name, data)
    return gathering.done()


def _add(gathering: Gathering, name: str, data: bytes | str) -> None:
    try:
        text = data if isinstance(data, str) else decoded(data)
        if name.lower().endswith(".json") or text.lstrip("\ufeff \t\r\n").startswith("{"):
            add_data(gathering, name, text)
        else:
            ReportTable(name, gathering).read(csv_rows(text))
    except WrongTable as wrong:
        gathering.faults.append(ReportFault(name, wrong.rule, wrong.row))


def read_reports(data: bytes | str, *, file: str = "") -> ReportForm:
    r"""Read a file of progress reports, CSV or JSON.

    Args:
        data: The file's bytes, or its text.
        file: Its name, for messages.

    Raises:
        ReportFileError: The file has faults; all of them are told.
        InvalidFactError: The data is neither bytes nor text.

    >>> headers = "应参保单位数(户),已参保单位数(户),参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
    >>> head = f"市：南宁市,填报期：2022年9月\n{headers}享受工伤保险待遇人数(人),发放工伤保险待遇金额(万元)\n"
    >>> report = read_reports(f'{head}２００,140,"1,800",1790,12,9,7,12.345678\n').lines[0]
    >>> report.city, str(report.period), report.persons_enrolled, report.benefits_paid
    ('南宁市', '2022-09', 1800, WanYuan('12.345678'))
    >>> try:
    ...     read_reports(f"{head}200,-140,1800,1790,12,9,7,123456.78元\n")
    ... except ReportFileError as error:
    ...     print(error)
    row 3, 已参保单位数(户) must be a whole number of at least zero, such as 1200 or 1,200, got '-140'
    row 3, 发放工伤保险待遇金额(万元) must be in 万元 (10,000 yuan), not in yuan, got '123456.78元'
    """
    return read_report_files([(file, data)])[0]


def _lines(form: ReportForm) -> Iterator[Sequence[object]]:
    head = {name: getattr(form, name) for name in HEAD}
    if any(value is not None for value in head.values()):
        yield (_TITLE,)
        yield tuple(cell for name in ("hrss", "post", "filed_on") for cell in (HEAD[name], head[name]))
    yield tuple(HEADERS.values())
    for number, report in enumerate(form.lines, 1):
        yield number, report.city, *_cells(report)
    for stated in form.totals:
        yield stated.city, None, *_cells(stated)
    if form.filler is not None or form.phone is not None:
        yield HEAD["filler"], form.filler, HEAD["phone"], form.phone


def _cells(report: Report) -> Iterator[object]:
    yield str(report.period)
    yield from (getattr(report, column) for column in COUNTED)
    yield f"{report.benefits_paid.number:f}"
    yield report.note


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
    return csv_bytes("write_reports", _lines(form), encoding)
