"""The progress report as CSV, in and out (调度表的 CSV 读写); nothing to install.

Read is what comes out of a spreadsheet: UTF-8 with or without BOM or GB18030, full-width digits and brackets, columns
in any order, in Chinese or English, the annex's header of two rows, blank and merely numbered lines, lines of totals.
The annex has no column for the city and none for the period, so a table of several has the columns 市 and 填报期, and a
table of one may state them outside the table (市：南宁市). All faults are told at once, with row and column; nothing in
a file is passed over in silence. Take a file in with ``Path.read_bytes`` and out with ``Path.write_bytes``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from gxinjury.construction.workers import half_width
from gxinjury.couriers import Report, ReportForm
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_faults import nearest
from gxinjury.extra.report_cells import (
    CELLS,
    GROUP,
    HEAD,
    HEADERS,
    NEEDED,
    TOTALS,
    field_of,
    header_names,
    read_city,
    read_period,
    wrong_unit,
)
from gxinjury.extra.report_data import add_data
from gxinjury.extra.report_faults import ReportFault, ReportFileError, value_shown
from gxinjury.extra.report_lines import Gathering, Line, Place
from gxinjury.extra.tables import Encoding, WrongCell, WrongTable, csv_bytes, csv_rows, decoded, read_day, squeezed
from gxinjury.facts import check_instance
from gxinjury.texts import Text

__all__ = ["ReportFault", "ReportFileError", "read_report_files", "read_reports", "write_reports"]

_TITLE: Final = "基层快递网点优先参加工伤保险情况调度表"
_ENOUGH_HEADERS: Final = 3
_SO_MANY_COLUMNS: Final = 5
_LABELS: Final = {
    "人力资源社会保障部门": "hrss",
    "邮政管理部门": "post",
    "填报时间": "filed_on",
    "填报人": "filler",
    "联系电话": "phone",
    "填报期": "period",
    "市": "city",
    "period": "period",
    "city": "city",
}
_LABEL: Final = re.compile(rf"(?:^|(?<=\s))({'|'.join(_LABELS)})(?:\(盖章\))?\s*(:|$)", re.IGNORECASE)
_TITLES: Final = re.compile(r"附件\d?:?|.*调度表")
_READS: Final = {"filed_on": read_day, "period": read_period, "city": read_city}

_NO_HEADERS: Final = Text(
    zh="未见表头；表头应有：{names}",
    en="there is no row of headers, which has {names}",
)
_MUST_BE_A_COLUMN: Final = Text(zh="必须是调度表的栏目", en="must be a column of the report")
_MUST_BE_THERE: Final = Text(zh="必须有这一栏", en="must be among the columns")
_MUST_STAND_ONCE: Final = Text(zh="只能出现一次", en="must stand there once")
_MUST_HAVE_A_HEADER: Final = Text(zh="有内容之处上方必须有表头", en="what is filled in must stand under a header")
_MUST_BE_OF_THE_FORM: Final = Text(
    zh="表外只能有附件表头、表尾的内容，以及市和填报期",
    en="outside the table only what the annex has there, city and period may stand",
)
_MUST_BE_A_FILE: Final = Text(zh="必须是文件的字节或文本", en="must be the bytes or the text of a file")


class _Table:
    """Reads one CSV."""

    def __init__(self, file: str, gathering: Gathering) -> None:
        self.file = file
        self.gathering = gathering
        self.head: dict[str, Any] = {}
        self.columns: dict[int, str] = {}
        self.written: dict[str, str] = {}
        self.unknown: set[int] = set()

    def read(self, rows: Sequence[Sequence[str]]) -> None:
        at = _header_row(rows)
        if at is None:
            self.fault(None, "", _NO_HEADERS.filled({"names": tuple(HEADERS[field] for field in NEEDED)}))
            return
        first = self.headers(at, rows)
        lines: list[Line] = []
        for row, cells in enumerate(rows, 1):
            if not any(cell.strip() for cell in cells) or at < row <= first:
                continue
            if row <= at or _is_foot(cells):
                self.outside(row, cells)
            elif self.is_filled(cells):
                lines.append(self.line(row, cells))
        self.gathering.add(self.file, lines, self.head)

    def fault(
        self, row: int | None, column: str, rule: Text, value: str | None = None, hint: Text | None = None
    ) -> None:
        self.gathering.faults.append(
            ReportFault(self.file, rule, row, column, None if value is None else value_shown(value), hint)
        )

    def headers(self, at: int, rows: Sequence[Sequence[str]]) -> int:
        """Take the headers, of two rows where the annex's group of two columns stands in the first; return the last."""
        names = list(rows[at])
        rows_of = dict.fromkeys(range(len(names)), at + 1)
        last = at + 1
        groups = [position for position, name in enumerate(names) if squeezed(name) == GROUP]
        if groups and last < len(rows):
            below = rows[last]
            names += [""] * (len(below) - len(names))
            for position, name in enumerate(below):
                if name.strip():
                    names[position], rows_of[position] = name, last + 1
            last += 1
        for position, name in enumerate(names):
            if name.strip() and squeezed(name) != GROUP:
                self.header(rows_of[position], position, name.strip())
        for field in NEEDED:
            if field not in self.columns.values() and not (field == "benefits_paid" and self.unknown):
                self.fault(at + 1, HEADERS[field], _MUST_BE_THERE)
        return last

    def header(self, row: int, position: int, name: str) -> None:
        field = field_of(name)
        if field is None:
            self.unknown.add(position)
            unit = wrong_unit(name)
            hint = nearest(name, header_names(name)) if unit is None else None
            self.fault(row, name, unit or _MUST_BE_A_COLUMN, hint=hint)
        elif field in self.columns.values():
            self.unknown.add(position)
            self.fault(row, name, _MUST_STAND_ONCE)
        else:
            self.columns[position] = field
            self.written[field] = name

    def is_filled(self, cells: Sequence[str]) -> bool:
        """Return whether a line of the table holds more than its number."""
        return any(cell.strip() and self.columns.get(at) != "number" for at, cell in enumerate(cells))

    def line(self, row: int, cells: Sequence[str]) -> Line:
        values: dict[str, Any] = {}
        at_fault: set[str] = set()
        total = self.total_of(cells)
        for position, cell in enumerate(cells):
            text = cell.strip()
            field = self.columns.get(position)
            if not text or position in self.unknown or (total and field in {"number", "city"}):
                continue
            if field is None:
                self.fault(row, "", _MUST_HAVE_A_HEADER, text)
                continue
            try:
                values[field] = CELLS[field](text)
            except WrongCell as wrong:
                at_fault.add(field)
                self.fault(row, self.written[field], wrong.rule, text)
        values.pop("number", None)
        # A column that is not there was told once, with the headers.
        at_fault |= {field for field in NEEDED if field not in self.written}
        return Line(self.place(row), values, frozenset(at_fault), total)

    def total_of(self, cells: Sequence[str]) -> str:
        """Return what a line of totals calls itself, in the column of the number or of the city; empty for no such."""
        for position, field in self.columns.items():
            name = squeezed(cells[position]) if position < len(cells) and field in {"number", "city"} else ""
            if name.casefold() in TOTALS:
                return name
        return ""

    def place(self, row: int) -> Place:
        def fault(field: str, rule: Text, value: str | None) -> ReportFault:
            return ReportFault(self.file, rule, row, self.written.get(field, HEADERS[field]), value)

        return Place(Text(zh=f"第 {row} 行", en=f"row {row}"), fault)

    def outside(self, row: int, cells: Sequence[str]) -> None:
        """Take what a line above or below the table states: labels with their values, in one cell or beside it."""
        at = 0
        while at < len(cells):
            text = half_width(cells[at])
            found = [*_LABEL.finditer(text)]
            if not found and text and not _TITLES.fullmatch(squeezed(text)):
                self.fault(row, "", _MUST_BE_OF_THE_FORM, cells[at].strip())
            for label, following in zip(found, [*found[1:], None], strict=True):
                value = text[label.end() : following.start() if following else None].strip()
                if not value and following is None:
                    beside = next((more for more in range(at + 1, len(cells)) if cells[more].strip()), at)
                    if beside > at and not _LABEL.search(half_width(cells[beside])):
                        at, value = beside, cells[beside].strip()
                self.state(row, label[1].casefold(), value)
            at += 1

    def state(self, row: int, label: str, value: str) -> None:
        field = _LABELS[label]
        if not value:
            return
        if field in self.head:
            self.fault(row, label, _MUST_STAND_ONCE, value)
            return
        try:
            self.head[field] = _READS[field](value) if field in _READS else value
        except WrongCell as wrong:
            self.fault(row, label, wrong.rule, value)


def _header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which row holds the headers: the first with some of them, else the first that looks like headers."""
    for at, cells in enumerate(rows):
        if sum(field_of(cell) is not None for cell in cells) >= _ENOUGH_HEADERS:
            return at
    for at, cells in enumerate(rows):
        filled = [half_width(cell) for cell in cells if cell.strip()]
        if len(filled) >= _SO_MANY_COLUMNS and not any(cell[0].isdecimal() or _LABEL.search(cell) for cell in filled):
            return at
    return None


def _is_foot(cells: Sequence[str]) -> bool:
    """Return whether a line begins with a label of head or foot, and not with a city."""
    first = half_width(next(cell for cell in cells if cell.strip()))
    found = _LABEL.match(first)
    return found is not None


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
            _Table(name, gathering).read(csv_rows(text))
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
