"""Annex 2 as CSV, in and out (花名册的 CSV 读写); install ``gxinjury[ids]`` for the check of resident ids.

Read is what comes out of a spreadsheet: UTF-8 with or without BOM or GB18030, full-width digits, columns in any order,
blank lines, lines that are numbered and left empty. All faults of a file are told at once, each with its row as a
spreadsheet counts and its column; nothing in a file is passed over in silence. Written is the form with its official
headers. Take a file in with ``Path.read_bytes`` and out with ``Path.write_bytes``.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from gxinjury.construction.roster_form import RosterEntry, RosterForm
from gxinjury.construction.workers import Discreet, Worker, hidden
from gxinjury.errors import InvalidFactError
from gxinjury.extra.roster_cells import CELLS, id_fault, is_kind, read_kind_and_reason
from gxinjury.extra.roster_faults import RosterFault, RosterFileError, fault_of_cell, fault_of_row
from gxinjury.extra.tables import (
    Encoding,
    WrongCell,
    WrongTable,
    csv_bytes,
    csv_rows,
    decoded,
    header_of,
    read_day,
    squeezed,
)
from gxinjury.facts import check_instance, check_optional_day
from gxinjury.texts import Text

__all__ = ["RosterFault", "RosterFileError", "id_fault", "read_roster", "write_roster"]

_TITLE: Final = "建筑施工项目参加工伤保险职工增减变动情况花名册"
_HEAD: Final = {
    "项目名称": "project",
    "施工企业名称": "enterprise",
    "填报时间": "reported_on",
    "经办人": "handler",
    "联系电话": "phone",
}
_NEEDED: Final = frozenset({"姓名", "增减"})
_BOTH: Final = "增减原因"
_OTHER_NAMES: Final = {
    "证件号码": "身份证号",
    "身份证件号码": "身份证号",
    "增减、原因": _BOTH,
    "增减及原因": _BOTH,
    "身份证号码": "身份证号",
    "公民身份号码": "身份证号",
    "居民身份证号": "身份证号",
    "增/减": "增减",
    "月工资(元)": "月工资",
    "施工企业名称(公章)": "施工企业名称",
}
_SEAL: Final = "(公章)"
_TOTAL: Final = re.compile("合计|总计|共计|小计|本页合计|本月合计")
_IGNORED: Final = re.compile(r"附件2?:?|.*花名册|\(公章\)")

_NO_HEADERS: Final = Text(
    zh="未见表头；表头须有“姓名”和“增减”",
    en="there is no row of headers, in which 姓名 (name) and 增减 (added or removed) are needed",
)
_NO_REPORT_DAY: Final = Text(
    zh="未载明填报时间；请补填，或者另行提供（reported_on）",
    en="the report date (填报时间) is not stated; fill it in or supply reported_on",
)
_MUST_BE_A_COLUMN: Final = Text(zh="必须是附件2的栏目", en="must be a column of annex 2")
_MUST_STAND_ONCE: Final = Text(zh="只能出现一次", en="must stand there once")
_MUST_HAVE_A_HEADER: Final = Text(zh="上方必须有表头", en="must stand under a header")
_MUST_BE_OF_THE_FORM: Final = Text(
    zh="必须是附件2表头或表尾的内容", en="must be part of the head or the foot of annex 2"
)
_MUST_BE_FILLED: Final = Text(zh="必须填写", en="must be filled in")
_A_TOTAL: Final = Text(zh="像是合计行，请删除", en="this looks like a line of totals: delete it")
_MUST_BE_A_FILE: Final = Text(zh="必须是 CSV 的字节或文本", en="must be the bytes or the text of a CSV")


def _canonical(text: str) -> str:
    """Return a header in its official spelling, whatever its width and blanks."""
    plain = header_of(text)
    return _OTHER_NAMES.get(plain, plain)


def _meaning(column: str) -> frozenset[str]:
    """Return the columns of the form that a column holds: 增减 and 原因 may stand in one, as the copy breaks them."""
    return frozenset({"增减", "原因"}) if column == _BOTH else frozenset({column})


def _columns(row: list[str]) -> set[str]:
    """Return the columns of the form that a row names."""
    return {one for cell in row for one in _meaning(_canonical(cell))}


def _is_total(cells: list[str]) -> bool:
    """Return whether a line begins as a line of totals does; nobody is called so."""
    return bool(_TOTAL.match(squeezed(next(cell for cell in cells if cell.strip()))))


def _label(cell: str) -> tuple[str, bool, str]:
    """Return a cell of head or foot as its label, whether a colon follows, and what follows the colon."""
    label, colon, value = cell.partition("：") if "：" in cell else cell.partition(":")
    return _canonical(label), bool(colon), value.strip()


def _value_after(cells: list[str], at: int, *, has_colon: bool) -> tuple[int, str]:
    """Return the value of a label that stands alone in its cell, and where it stands; merged cells leave blanks."""
    following = next((position for position in range(at + 1, len(cells)) if cells[position].strip()), at)
    is_beside = following == at + 1 and not has_colon
    if following == at or (not is_beside and _label(cells[following])[0] in _HEAD):
        return at, ""
    return following, cells[following]


class _Reader:
    """Reads one file, minding every fault in it."""

    def __init__(self, reported_on: date | None) -> None:
        self.faults: list[RosterFault] = []
        self.head: dict[str, Any] = {}
        self.reported_on = reported_on
        self.columns: dict[int, str] = {}
        self.kinds: list[int] = []
        self.bare: list[int] = []
        self.width = 0

    def form(self, rows: Sequence[list[str]]) -> RosterForm:
        """Return the form; all rows are looked at before it is refused."""
        at = next((at for at, row in enumerate(rows) if _columns(row) >= _NEEDED), None)
        if at is None:
            raise RosterFileError([fault_of_row(1, _NO_HEADERS)])
        self.headers(at + 1, rows[at])
        numbered = [(row, cells) for row, cells in enumerate(rows, 1) if any(cell.strip() for cell in cells)]
        body: list[tuple[int, list[str]]] = []
        for row, cells in numbered:
            if row <= at or self.is_foot(cells):
                self.line_outside(row, cells)
            elif row > at + 1 and _is_total(cells):
                self.faults.append(fault_of_row(row, _A_TOTAL))
            elif row > at + 1 and self.is_filled(cells):
                body.append((row, cells))
        reported_on = self.head.setdefault("reported_on", self.reported_on)
        if reported_on is None and not any(fault.column == "填报时间" for fault in self.faults):
            self.faults.append(fault_of_row(1, _NO_REPORT_DAY))
        entries = [self.entry(row, cells, reported_on) for row, cells in body]
        if self.faults:
            raise RosterFileError(sorted(self.faults, key=lambda fault: fault.row))
        return RosterForm(entries=[entry for entry in entries if entry], **self.head)

    def fault(self, row: int, column: str, rule: Text, value: object) -> None:
        self.faults.append(fault_of_cell(row, column, rule, value))

    def headers(self, row: int, cells: list[str]) -> None:
        for position, cell in enumerate(cells):
            column = _canonical(cell)
            if not column:
                self.bare.append(position)
                continue
            if column not in CELLS and column != _BOTH:
                self.fault(row, cell.strip(), _MUST_BE_A_COLUMN, cell)
            elif _meaning(column) & {one for other in self.columns.values() for one in _meaning(other)}:
                self.fault(row, column, _MUST_STAND_ONCE, cell)
            self.columns[position] = column
        self.width = len(cells)
        self.kinds = [position for position, column in self.columns.items() if column in {"增减", _BOTH}]

    def is_foot(self, cells: list[str]) -> bool:
        """Return whether a line adds or removes nobody and begins with a label of head or foot."""
        if any(at < len(cells) and is_kind(cells[at]) for at in self.kinds):
            return False
        return _label(next(cell for cell in cells if cell.strip()))[0] in _HEAD

    def is_filled(self, cells: list[str]) -> bool:
        """Return whether a line of the table holds more than its number."""
        return any(cell.strip() and self.columns.get(at) != "序号" for at, cell in enumerate(cells))

    def line_outside(self, row: int, cells: list[str]) -> None:
        """Take what a line above or below the table states: ``label,value`` or ``label：value``, more than once."""
        at = 0
        while at < len(cells):
            label, has_colon, value = _label(cells[at])
            if label in _HEAD:
                if not value:
                    at, value = _value_after(cells, at, has_colon=has_colon)
                self.state(row, label, value)
            elif cells[at].strip() and not _IGNORED.fullmatch(squeezed(cells[at])):
                self.fault(row, "", _MUST_BE_OF_THE_FORM, cells[at])
            at += 1

    def state(self, row: int, label: str, value: str) -> None:
        """Take a value of head or foot."""
        text = value.strip()
        if not text or squeezed(text) == _SEAL:
            return
        field = _HEAD[label]
        if field in self.head:
            self.fault(row, label, _MUST_STAND_ONCE, text)
            return
        try:
            self.head[field] = read_day(text) if field == "reported_on" else text
        except WrongCell as wrong:
            self.fault(row, label, wrong.rule, wrong.value)

    def entry(self, row: int, cells: list[str], reported_on: date | None) -> RosterEntry | None:
        """Return a row of the table; None where it has a fault."""
        faults_before = len(self.faults)
        values: dict[str, Any] = dict.fromkeys(CELLS)
        for at, column in self.columns.items():
            text = cells[at].strip() if at < len(cells) else ""
            if text and (column in CELLS or column == _BOTH):
                try:
                    if column == _BOTH:
                        values["增减"], values["原因"] = read_kind_and_reason(text)
                    else:
                        values[column] = CELLS[column](text)
                except WrongCell as wrong:
                    self.fault(row, column, wrong.rule, wrong.value)
            elif _meaning(column) & _NEEDED:
                self.fault(row, column, _MUST_BE_FILLED, text)
        for at in (*self.bare, *range(self.width, len(cells))):
            if at < len(cells) and cells[at].strip():
                self.fault(row, "", _MUST_HAVE_A_HEADER, cells[at])
        number = values["身份证号"]
        wrong_id = None if number is None else id_fault(number, reported_on)
        if wrong_id is not None:
            self.fault(row, "身份证号", wrong_id, hidden(number.in_full))
        if len(self.faults) > faults_before:
            return None
        return RosterEntry(
            Worker(values["姓名"], number, values["性别"]),
            values["增减"],
            values["原因"],
            values["月工资"],
            values["参保时间"],
            values["序号"],
        )


def read_roster(data: bytes | str, *, reported_on: date | None = None) -> RosterForm:
    r"""Read annex 2.

    Needed are the columns 姓名 and 增减, and the report date; a roster without ids is read too.

    Args:
        data: The file's bytes, or its text.
        reported_on: The day of the report, for a file that does not state it.

    Raises:
        RosterFileError: The file has faults; it tells all of them.
        InvalidFactError: The data is neither bytes nor text, or ``reported_on`` is no day.

    >>> head = "填报时间,2015年11月28日\n序号,姓名,增减,身份证号\n"
    >>> read_roster(f"{head}1,张三,增,４５０１０３１９８００１０１１２３３\n").entries[0].worker
    Worker(name='张三', resident_id='4501************33', sex=None)
    >>> read_roster(f"{head}一,张三,增,\n")
    Traceback (most recent call last):
    gxinjury.extra.roster_faults.RosterFileError: faults in the roster: 1. row 3, 序号 must be a whole number, got '一'
    """
    check_optional_day("read_roster", "reported_on", reported_on)
    if not isinstance(data, bytes | str):
        raise InvalidFactError("read_roster", "data", _MUST_BE_A_FILE, type(data))
    try:
        rows = csv_rows(data if isinstance(data, str) else decoded(data))
    except WrongTable as wrong:
        raise RosterFileError([fault_of_row(wrong.row or 1, wrong.rule)]) from None
    return _Reader(reported_on).form(rows)


def _lines(form: RosterForm) -> Iterator[Sequence[object]]:
    def text(value: str | None) -> str | None:
        return value.in_full if isinstance(value, Discreet) else value

    yield (_TITLE,)
    yield "项目名称", text(form.project), "施工企业名称", text(form.enterprise)
    yield "填报时间", form.reported_on
    yield tuple(CELLS)
    for entry in form.entries:
        worker, wage = entry.worker, entry.monthly_wage
        yield (
            entry.number,
            text(worker.name),
            None if worker.sex is None else worker.sex.value.zh,
            text(worker.resident_id),
            entry.kind.value.zh,
            text(entry.reason),
            None if wage is None else f"{wage:f}",
            entry.enrolled_on,
        )
    yield "经办人", text(form.handler), "联系电话", text(form.phone)


def write_roster(form: RosterForm, *, encoding: Encoding = "utf-8-sig") -> bytes:
    """Write annex 2, its ids in full: it is the form that goes to the agency.

    In a spreadsheet, import the column of ids as text: opened as numbers, they lose their last digits.

    Args:
        form: The form.
        encoding: UTF-8 with a BOM, by which spreadsheets know it; plain UTF-8; or GB18030.

    Returns:
        The file's bytes, its lines ended as spreadsheets end them.

    Raises:
        InvalidFactError: It is no RosterForm, or the encoding is another.

    >>> from gxinjury.construction import RosterChangeKind
    >>> form = RosterForm(date(2015, 11, 28), [RosterEntry(Worker("张三"), RosterChangeKind.ADD)])
    >>> read_roster(write_roster(form, encoding="gb18030")) == form
    True
    """
    check_instance("write_roster", "form", form, RosterForm)
    return csv_bytes("write_roster", _lines(form), encoding)
