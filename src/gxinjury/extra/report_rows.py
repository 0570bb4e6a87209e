"""One CSV of progress reports (调度表的一个 CSV): its headers, its lines, and what stands outside the table."""

import re
from collections.abc import Sequence
from typing import Any, Final

from gxinjury.codec.faults import nearest
from gxinjury.construction.workers import half_width
from gxinjury.extra.report_cells import (
    CELLS,
    GROUP,
    HEADERS,
    NEEDED,
    TOTALS,
    field_of,
    header_names,
    read_city,
    read_period,
    wrong_unit,
)
from gxinjury.extra.report_faults import ReportFault, value_shown
from gxinjury.extra.report_lines import Gathering, Line, Place
from gxinjury.extra.tables import WrongCell, read_day, squeezed
from gxinjury.texts import Text

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
_LABEL: Final = re.compile(rf"(?:^|(?<=\s))({'|'.join(_LABELS)})(?:\([盖公]章\))?\s*(:|$)", re.IGNORECASE)
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


class ReportTable:
    """Reads one CSV."""

    def __init__(self, file: str, gathering: Gathering) -> None:
        self.file = file
        self.gathering = gathering
        self.head: dict[str, Any] = {}
        self.columns: dict[int, str] = {}
        self.written: dict[str, str] = {}
        self.unknown: set[int] = set()

    def read(self, rows: Sequence[Sequence[str]]) -> None:
        """Read the rows, and add what they hold to what is gathered."""
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
        """Tell a fault of this file."""
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
        """Take a header, or tell what is wrong with it."""
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
        """Return a line of the table, whether or not it is whole."""
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
        """Return where a line stands."""

        def fault(field: str, rule: Text, value: str | None) -> ReportFault:
            return ReportFault(self.file, rule, row, self.written.get(field, HEADERS[field]), value)

        return Place(Text(zh=f"第{row}行", en=f"row {row}"), fault)

    def outside(self, row: int, cells: Sequence[str]) -> None:
        """Take what a line above or below the table states: labels with their values, in one cell or beside it."""
        at = 0
        while at < len(cells):
            text = half_width(cells[at])
            found = [*_LABEL.finditer(text)]
            before = squeezed(text[: found[0].start()] if found else text)
            if before and not _TITLES.fullmatch(before):
                self.fault(row, "", _MUST_BE_OF_THE_FORM, cells[at].strip())
            for label, following in zip(found, [*found[1:], None], strict=False):
                value = text[label.end() : following.start() if following else None].strip()
                if not value and following is None:
                    beside = next((more for more in range(at + 1, len(cells)) if cells[more].strip()), at)
                    if beside > at and not _LABEL.search(half_width(cells[beside])):
                        at, value = beside, cells[beside].strip()
                self.state(row, label[1].casefold(), value)
            at += 1

    def state(self, row: int, label: str, value: str) -> None:
        """Take a value of head or foot; a label without one states nothing."""
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
        if len(filled) >= _SO_MANY_COLUMNS and not any(cell[:1].isdecimal() or _LABEL.search(cell) for cell in filled):
            return at
    return None


def _is_foot(cells: Sequence[str]) -> bool:
    """Return whether a line begins with a label of head or foot, and not with a city."""
    first = half_width(next(cell for cell in cells if cell.strip()))
    return _LABEL.match(first) is not None
