"""The one reader of official forms (表格的读取): headers, lines, head and foot of a table, and every fault in them.

A form says what it has; :func:`read_form` finds it in rows, whatever these came from.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import chain, islice
from typing import Any, Final

from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule
from gxinjury.extra.forms._faults import Faults, Line, spans
from gxinjury.extra.forms._form import NUMBER, ROWS_BEFORE_THE_TABLE, Column, Form, key_of
from gxinjury.extra.forms.cells import SheetCell, squeezed
from gxinjury.extra.forms.tables import Row
from gxinjury.privacy import mask, printable
from gxinjury.texts import Text

_LONGEST_HEADER: Final = 60
_SEAL: Final = re.compile(r"\([盖公]章\)")

_NO_HEADERS: Final = FactRule(
    zh="未见表头；表头应有：{names}", en="there is no row of headers, which has {names}", code="no_headers"
)
_NO_COLUMN: Final = FactRule(zh="必须是{form}的栏目", en="must be a column of {form}", code="unknown_column")
_NO_PART: Final = FactRule(
    zh="必须是{form}表头或表尾的内容", en="must be part of the head or the foot of {form}", code="not_of_the_form"
)
_MUST_BE_THERE: Final = FactRule(zh="必须有这一栏", en="must be among the columns", code="missing_column")
_MUST_STAND_ONCE: Final = FactRule(zh="只能出现一次", en="must stand there once", code="stands_twice")
_MUST_HAVE_A_HEADER: Final = FactRule(
    zh="有内容之处上方必须有表头", en="what is filled in must stand under a header", code="no_header"
)
_A_TOTAL: Final = FactRule(zh="像是合计行，请删除", en="this looks like a line of totals: delete it", code="a_total")
_TOTAL_LEFT: Final = FactRule(
    zh="像是合计行，未读入", en="this looks like a line of totals and was not read", code="a_total"
)
_HEADERS_LEFT: Final = FactRule(
    zh="是重复的表头，未读入", en="this is the row of headers once more and was not read", code="headers_again"
)
_REMARK_LEFT: Final = FactRule(zh="是表外的说明，未读入", en="this is a remark and was not read", code="remark")
_BLANK_LEFT: Final = FactRule(
    zh="空白行{count}行，未读入（第{rows}行）",
    en="lines that are blank and were not read: {count} (rows {rows})",
    code="blank_lines",
)
_KEPT: Final = FactRule(
    zh="不是{form}的栏目，原样保留", en="is no column of {form}: it is kept as it stands", code="own_column"
)
_REMARK: Final = re.compile(
    r"(?:注|备注|说明|填表说明|填报说明|单位|计量单位|note|remark|unit)s?\d*[:：].*", re.IGNORECASE | re.DOTALL
)
_TOO_MANY: Final = FactRule(
    zh="内容过多：超过 {most} 格，其余不予读取",
    en="holds too much: more than {most} cells, the rest is not read",
    code="too_many",
)


def read_form(form: Form, rows: Iterator[Row], faults: Faults) -> tuple[dict[str, Any], list[Line]]:
    """Return what stands in a table: head and foot by field, and its lines. What is wrong with it goes to the faults.

    Args:
        form: The form.
        rows: The rows that hold anything, as :func:`~gxinjury.extra.forms.tables.rows_of` yields them.
        faults: What takes the faults.
    """
    reader = _Reader(form, faults)
    return reader.head, list(reader.lines(rows))


class _Reader:
    """Reads one table."""

    def __init__(self, form: Form, faults: Faults) -> None:
        self.form = form
        self.faults = faults
        self.leave = faults.pass_over if form.is_lenient else faults.tell
        self.head: dict[str, Any] = {}
        self.columns: dict[int, Column] = {}
        self.headers: dict[int, str] = {}
        self.names = {field: column.header for column in form.columns for field in column.fields}
        self.absent: set[str] = set()
        self.numbers: set[int] = set()
        self.total_at: list[int] = []
        self.needed: dict[int, Column] = {}
        self.strangers: dict[int, tuple[int, str]] = {}
        self.own: dict[int, str] = {}
        self.blank: list[int] = []

    def lines(self, rows: Iterator[Row]) -> Iterator[Line]:
        form, faults = self.form, self.faults
        first = list(islice(rows, ROWS_BEFORE_THE_TABLE))
        found = (at for has in (form.has_headers, form.may_have_headers) for at, row in enumerate(first) if has(row[1]))
        top = next(found, None)
        if top is None:
            needed = tuple(column.header for column in form.columns if column.is_needed)
            faults.tell((), _NO_HEADERS.filled({"names": needed}))
            return
        for row, cells in first[:top]:
            self.outside(row, cells)
        rows = self.below_headers(first[top], chain(first[top + 1 :], rows))
        read = 0
        last = 0
        for row, cells in rows:
            self.blank += range(last + 1, row) if last else ()
            last = row
            read += len(cells)
            if read > faults.limits.items:
                faults.tell((row,), _TOO_MANY.filled({"most": str(faults.limits.items)}))
                return
            total = self.total_of(cells)
            if self.is_foot(cells):
                self.outside(row, cells)
            elif rule := self.no_line(cells, total):
                self.leave((row,), rule)
            elif any(cell.strip() and at not in self.numbers for at, cell in enumerate(cells)):
                yield self.line(row, cells, total if form.has_totals else "")
            else:
                self.blank.append(row)
        if self.blank and form.is_lenient:
            faults.pass_over((), _BLANK_LEFT.filled({"count": len(self.blank), "rows": spans(self.blank)}))

    def below_headers(self, top: Row, rows: Iterator[Row]) -> Iterator[Row]:
        """Take the headers, of two rows where a group of columns stands in the first; return the rows below them."""
        row, cells = top
        headers = {at: (row, name.strip()) for at, name in enumerate(cells) if name.strip()}
        group = {at for at, (_, name) in headers.items() if squeezed(name) == self.form.group}
        if group:
            below = next(rows, None)
            if below is not None and below[0] == row + 1:
                headers |= {at: (below[0], name.strip()) for at, name in enumerate(below[1]) if name.strip()}
            elif below is not None:
                rows = chain([below], rows)
        for at, (its_row, name) in headers.items():
            if squeezed(name) != self.form.group:
                self.header(its_row, at, name)
        for at, (its_row, name) in self.strangers.items():
            self.stranger(its_row, at, name)
        self.numbers = {at for at, column in self.columns.items() if column.field == NUMBER}
        self.total_at = [at for at, column in self.columns.items() if column.field in self.form.total_in]
        self.needed = {at: column for at, column in self.columns.items() if column.blank is not None}
        for column in self.form.columns:
            if column.is_needed and column.field not in self.taken | self.absent:
                self.absent.add(column.field)
                self.faults.tell((row, column.header), _MUST_BE_THERE)
        return rows

    @property
    def taken(self) -> set[str]:
        """The fields that have a column."""
        return {field for column in self.columns.values() for field in column.fields}

    def header(self, row: int, at: int, name: str) -> None:
        """Take a header, or tell what is wrong with it."""
        form, key, shown = self.form, key_of(name), mask(printable(name))
        self.headers[at] = shown if len(shown) <= _LONGEST_HEADER else f"{shown[: _LONGEST_HEADER - 1]}…"
        self.faults.columns[self.headers[at]] = at + 1
        place = (row, self.headers[at])
        column = form.by_header.get(key)
        if column is not None and self.taken.intersection(column.fields):
            self.faults.tell(place, _MUST_STAND_ONCE)
        elif column is not None:
            self.columns[at] = column
            self.names |= dict.fromkeys(column.fields, self.headers[at])
        elif slips := [(field, told) for field, (begins, told) in form.slips.items() if key.startswith(begins)]:
            [(field, told)] = slips
            self.absent.add(field)
            self.faults.tell(place, told)
        else:
            self.strangers[at] = (row, name)

    def stranger(self, row: int, at: int, name: str) -> None:
        """Take a header that the form does not have: a misspelt one, or a column of an office's own."""
        form, place, taken = self.form, (row, self.headers[at]), self.taken
        called = {
            called.en if name.isascii() else called.zh: one
            for one in form.columns
            for called in [one.called or Text(one.header, one.header)]
        }
        left = [key for key, one in called.items() if not taken.intersection(one.fields)]
        if form.is_lenient and not get_close_matches(key_of(name), left):
            self.own[at] = self.headers[at]
            self.faults.pass_over(place, _KEPT.filled({"form": form.name}))
        else:
            self.faults.tell(place, _NO_COLUMN.filled({"form": form.name}), hint=nearest(name, [*called]))

    def no_line(self, cells: Sequence[str], total: str) -> FactRule | None:
        """Return what a row below the headers is where it is no line of the table; None for a line."""
        if total and not (self.form.has_totals or self.is_filled(cells)):
            return _TOTAL_LEFT if self.form.is_lenient else _A_TOTAL
        if not self.form.is_lenient:
            return None
        match [cell.strip() for cell in cells if cell.strip()]:
            case [text] if _REMARK.fullmatch(text):
                return _REMARK_LEFT
            case filled:
                headers = [key_of(name) for name in self.headers.values()]
                return _HEADERS_LEFT if [key_of(cell) for cell in filled] == headers else None

    def line(self, row: int, cells: Sequence[str], total: str) -> Line:
        texts = {at: cell.strip() for at, cell in enumerate(cells) if cell.strip()}
        own = {name: texts[at] for at, name in self.own.items() if at in texts}
        line = Line((row,), {}, set(self.absent), self.names, total, own)
        for at in sorted({*texts, *self.columns}):
            if at not in self.headers:
                self.faults.tell((row, at + 1), _MUST_HAVE_A_HEADER, value=texts[at])
            elif at in self.columns and not (total and at in self.total_at):
                self.cell(line, self.columns[at], texts.get(at, ""))
        return line

    def cell(self, line: Line, column: Column, text: str) -> None:
        """Read a cell into a line, or tell what is wrong with it."""
        place = line.place(column.fields[0])
        if isinstance(text, SheetCell) and text.fault is not None:
            line.at_fault.update(column.fields)
            self.faults.tell(place, text.fault, value=str(text))
        elif not text:
            if column.blank is not None:
                line.at_fault.update(column.fields)
                self.faults.tell(place, column.blank)
        elif not self.faults.take(line.values, column.field, place, column.read, text):
            line.at_fault.update(column.fields)
        elif column.holds:
            line.values.update(zip(column.holds, line.values.pop(column.field), strict=True))

    def total_of(self, cells: Sequence[str]) -> str:
        """Return what a line of totals calls itself; empty for another line."""
        names = (squeezed(cells[at]) for at in self.total_at if at < len(cells))
        return next((name for name in names if self.form.totals.fullmatch(name)), "")

    def is_foot(self, cells: Sequence[str]) -> bool:
        """Return whether a line begins with a label, and is none of the table, which may begin with one too."""
        first = next(cell for cell in cells if cell.strip())
        return self.form.label.match(first.strip()) is not None and not self.is_filled(cells)

    def is_filled(self, cells: Sequence[str]) -> bool:
        """Return whether each cell of a line that must be filled in can be read; one such column tells nothing."""
        read = (at < len(cells) and column.lets_in(cells[at].strip()) for at, column in self.needed.items())
        return len(self.needed) > 1 and all(read)

    def outside(self, row: int, cells: Sequence[str]) -> None:
        """Take what a line above or below the table states: labels with their values, in one cell or beside it."""
        at = 0
        while at < len(cells):
            text = cells[at].strip()
            found = [*self.form.label.finditer(text)]
            before = squeezed(text[: found[0].start()] if found else text)
            if before and not (self.form.titles.fullmatch(before) or _SEAL.fullmatch(before)):
                rule = _REMARK_LEFT if self.form.is_lenient else _NO_PART.filled({"form": self.form.name})
                self.leave((row, at + 1), rule, value=text)
            for label, following in zip(found, [*found[1:], None], strict=False):
                value = text[label.end() : following.start() if following else None].strip()
                if not value and following is None:
                    at, value = self.beside(cells, at, has_colon=bool(label[2]))
                self.state(row, squeezed(label[1]).casefold(), value)
            at += 1

    def beside(self, cells: Sequence[str], at: int, *, has_colon: bool) -> tuple[int, str]:
        """Return the value of a label that stands alone in its cell, and where it stands; merged cells leave blanks."""
        after = next((more for more in range(at + 1, len(cells)) if cells[more].strip()), at)
        is_right_beside = after == at + 1 and not has_colon
        if after == at or (not is_right_beside and self.form.label.search(cells[after].strip())):
            return at, ""
        return after, cells[after].strip()

    def state(self, row: int, label: str, value: str) -> None:
        """Take a value of head or foot; a label without one states nothing."""
        if not value or _SEAL.fullmatch(squeezed(value)):
            return
        field, read = self.form.labels[label]
        if field in self.head:
            self.faults.tell((row, label), _MUST_STAND_ONCE, value=value)
        elif not self.faults.take(self.head, field, (row, label), read, value):
            self.head[field] = None
