"""The one reader of official forms (表格的读取): headers, lines, head and foot of a table, and every fault in them.

A form says what it has; :func:`read_form` finds it in rows, whatever these came from.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

import attrs

from gxinjury.codec import Fault, FileError, Limits
from gxinjury.codec.limits import ENOUGH_FAULTS
from gxinjury.codec.readers import RefusedError
from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms._form import NUMBER, Column, Form, key_of
from gxinjury.extra.forms.cells import squeezed
from gxinjury.extra.forms.tables import FormFault, Place, Row
from gxinjury.privacy import mask, printable
from gxinjury.texts import Text

LIMITS: Final = Limits(items=10_000_000)
"""How much of a form is read at most: so many faults, and so many cells."""

_ROWS_BEFORE_THE_TABLE: Final = 1_000
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
_TOO_MANY: Final = FactRule(
    zh="内容过多：超过 {most} 格，其余不予读取",
    en="holds too much: more than {most} cells, the rest is not read",
    code="too_many",
)


@attrs.frozen
class Line:
    """A line as it was read, whether or not it is whole.

    Args:
        path: Where it stands: its row, or its keys in data.
        values: What it holds, by field; without the fields that are blank or at fault.
        at_fault: The fields whose fault was told already.
        names: By field: the header or the key that it stands under.
        total: What a line of totals calls itself; empty for another line.
    """

    path: Place
    values: dict[str, Any]
    at_fault: set[str]
    names: Mapping[str, str]
    total: str = ""

    def place(self, field: str) -> Place:
        """Return where a field of it stands."""
        return (*self.path, self.names[field])


class EnoughFaultsError(FileError):
    """Files with so many faults that the rest is not read."""


class Faults:
    """Everything that is wrong with files, up to a limit."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.file = ""
        self.told: list[FormFault] = []

    def tell(self, path: Place, rule: FactRule, **more: Any) -> None:  # noqa: ANN401  # value and hint
        """Tell a fault of the file that is being read; after too many the rest is not read."""
        if len(self.told) >= self.limits.faults:
            most = {"most": str(self.limits.faults)}
            raise EnoughFaultsError("", [*self.told, FormFault((), ENOUGH_FAULTS.filled(most), file=self.file)])
        self.told.append(FormFault(path, rule, file=self.file, **more))

    def take(self, into: dict[str, Any], field: str, path: Place, read: Callable[[Any], Any], given: Any) -> bool:  # noqa: ANN401  # a cell or data
        """Take what is read into a line or a head, or tell why it cannot be read; return whether it could."""
        try:
            into[field] = read(given)
        except RefusedError as refused:
            self.tell(path, refused.fault.rule, value=refused.fault.value)
            return False
        except InvalidFactError as error:
            self.tell(path, Fault.of(error).rule, value=given)
            return False
        return True

    def done(self) -> None:
        """End the reading where anything is wrong.

        Raises:
            FileError: Something is; all of it is told, of a table in the order of its rows.
        """
        if self.told:
            files = list(dict.fromkeys(fault.file for fault in self.told))
            in_order = sorted(self.told, key=lambda fault: (files.index(fault.file), _row_of(fault)))
            raise FileError("", in_order)


def _row_of(fault: FormFault) -> int:
    return fault.path[0] if fault.path and isinstance(fault.path[0], int) else 0


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
        self.head: dict[str, Any] = {}
        self.columns: dict[int, Column] = {}
        self.headers: dict[int, str] = {}
        self.names = {field: column.header for column in form.columns for field in column.fields}
        self.absent: set[str] = set()
        self.width = 0
        self.numbers: set[int] = set()
        self.total_at: list[int] = []
        self.needed: dict[int, Column] = {}

    def lines(self, rows: Iterator[Row]) -> Iterator[Line]:
        form, faults = self.form, self.faults
        first = list(islice(rows, _ROWS_BEFORE_THE_TABLE))
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
        for row, cells in rows:
            read += len(cells)
            if read > faults.limits.items:
                faults.tell((row,), _TOO_MANY.filled({"most": str(faults.limits.items)}))
                return
            total = self.total_of(cells)
            if self.is_foot(cells):
                self.outside(row, cells)
            elif total and not (form.has_totals or self.is_filled(cells)):
                faults.tell((row,), _A_TOTAL)
            elif any(cell.strip() and at not in self.numbers for at, cell in enumerate(cells)):
                yield self.line(row, cells, total if form.has_totals else "")

    def below_headers(self, top: Row, rows: Iterator[Row]) -> Iterator[Row]:
        """Take the headers, of two rows where a group of columns stands in the first; return the rows below them."""
        row, cells = top
        headers = {at: (row, name.strip()) for at, name in enumerate(cells) if name.strip()}
        group = {at for at, (_, name) in headers.items() if squeezed(name) == self.form.group}
        if group:
            below = next(rows, (0, []))
            if below[0] == row + 1:
                headers |= {at: (below[0], name.strip()) for at, name in enumerate(below[1]) if name.strip()}
            elif below[0]:
                rows = chain([below], rows)
        for at, (its_row, name) in headers.items():
            if squeezed(name) != self.form.group:
                self.header(its_row, at, name)
        self.width = max(self.headers, default=-1) + 1
        self.numbers = {at for at, column in self.columns.items() if column.field == NUMBER}
        self.total_at = [at for at, column in self.columns.items() if column.field in self.form.total_in]
        self.needed = {at: column for at, column in self.columns.items() if column.blank is not None}
        taken = {field for column in self.columns.values() for field in column.fields}
        for column in self.form.columns:
            if column.is_needed and column.field not in taken | self.absent:
                self.absent.add(column.field)
                self.faults.tell((row, column.header), _MUST_BE_THERE)
        return rows

    def header(self, row: int, at: int, name: str) -> None:
        """Take a header, or tell what is wrong with it."""
        form, key, shown = self.form, key_of(name), mask(printable(name))
        self.headers[at] = shown if len(shown) <= _LONGEST_HEADER else f"{shown[: _LONGEST_HEADER - 1]}…"
        place = (row, self.headers[at])
        column = form.by_header.get(key)
        slips = [one for one in form.columns if one.slip is not None and key.startswith(one.slip[0])]
        if column is not None and any(set(column.fields) & set(one.fields) for one in self.columns.values()):
            self.faults.tell(place, _MUST_STAND_ONCE)
        elif column is not None:
            self.columns[at] = column
            self.names |= dict.fromkeys(column.fields, self.headers[at])
        elif slips and slips[0].slip is not None:
            self.absent.add(slips[0].field)
            self.faults.tell(place, slips[0].slip[1])
        else:
            called = [one.called or Text(one.header, one.header) for one in form.columns]
            hint = nearest(name, [one.en if name.isascii() else one.zh for one in called])
            self.faults.tell(place, _NO_COLUMN.filled({"form": form.name}), hint=hint)

    def line(self, row: int, cells: Sequence[str], total: str) -> Line:
        line = Line((row,), {}, set(self.absent), self.names, total)
        for at in range(max(len(cells), self.width)):
            text = cells[at].strip() if at < len(cells) else ""
            column = self.columns.get(at)
            if column is None:
                if text and at not in self.headers:
                    self.faults.tell((row, at + 1), _MUST_HAVE_A_HEADER, value=text)
            elif not (total and at in self.total_at):
                self.cell(line, column, text)
        return line

    def cell(self, line: Line, column: Column, text: str) -> None:
        """Read a cell into a line, or tell what is wrong with it."""
        place = line.place(column.fields[0])
        if not text:
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
        """Return whether each cell of a line that must be filled in can be read."""
        read = (at < len(cells) and column.lets_in(cells[at].strip()) for at, column in self.needed.items())
        return bool(self.needed) and all(read)

    def outside(self, row: int, cells: Sequence[str]) -> None:
        """Take what a line above or below the table states: labels with their values, in one cell or beside it."""
        at = 0
        while at < len(cells):
            text = cells[at].strip()
            found = [*self.form.label.finditer(text)]
            before = squeezed(text[: found[0].start()] if found else text)
            if before and not (self.form.titles.fullmatch(before) or _SEAL.fullmatch(before)):
                self.faults.tell((row, at + 1), _NO_PART.filled({"form": self.form.name}), value=text)
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
