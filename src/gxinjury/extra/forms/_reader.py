"""The one reader of official forms (表格的读取): headers, lines, head and foot of a table, and every fault in them.

A form says what it has in a :class:`Form`; :func:`read_form` finds it in rows, whatever they came from.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Final

import attrs

from gxinjury.codec import FileError, Limits
from gxinjury.codec.faults import nearest
from gxinjury.codec.readers import RefusedError
from gxinjury.errors import FactRule
from gxinjury.extra.forms.cells import header_of, squeezed
from gxinjury.extra.forms.tables import FormFault, Row
from gxinjury.privacy import mask, printable
from gxinjury.texts import Text

LIMITS: Final = Limits(items=10_000_000)
"""How much of a form is read at most: so many faults, and so many rows and cells."""
NUMBER: Final = "number"
"""The field of the column that counts the lines; a line that holds nothing else was left empty."""

_ROWS_BEFORE_THE_TABLE: Final = 1_000
_SO_MANY_COLUMNS: Final = 5
_LONGEST_HEADER: Final = 60
_SEAL: Final = re.compile(r"\([盖公]章\)")

_MUST_BE_THERE: Final = FactRule(zh="必须有这一栏", en="must be among the columns", code="missing_column")
_MUST_STAND_ONCE: Final = FactRule(zh="只能出现一次", en="must stand there once", code="stands_twice")
_MUST_HAVE_A_HEADER: Final = FactRule(
    zh="有内容之处上方必须有表头", en="what is filled in must stand under a header", code="no_header"
)
_ENOUGH: Final = FactRule(
    zh="错误已有 {most} 处，其余不予读取", en="has {most} faults already, the rest is not read", code="too_many_faults"
)
_TOO_MANY: Final = FactRule(
    zh="内容过多：超过 {most} 格，其余不予读取",
    en="holds too much: more than {most} cells, the rest is not read",
    code="too_many",
)


@attrs.frozen
class Column:
    """A column of a form.

    Args:
        field: The field that it fills.
        header: Its official header.
        read: Reads a cell that is not blank, or raises RefusedError.
        others: Other headers that it goes by.
        blank: What is told where it is left blank; None where it may be.
        holds: The fields that it fills, where ``read`` gives one value for each of several.
        called: What hints call it in Chinese and English; None: by its header.
        slip: How headers begin that mean it and may not stand for it, and what is told of them.
    """

    field: str
    header: str
    read: Callable[[str], Any]
    others: tuple[str, ...] = ()
    blank: FactRule | None = None
    holds: tuple[str, ...] = ()
    called: Text | None = None
    slip: tuple[tuple[str, ...], FactRule] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it fills."""
        return self.holds or (self.field,)

    def take(self, text: str, into: dict[str, Any]) -> None:
        """Read a cell into the values of a line."""
        value = self.read(text)
        into.update(zip(self.holds, value, strict=True) if self.holds else ((self.field, value),))

    def lets_in(self, text: str) -> bool:
        """Return whether a cell can be read."""
        try:
            self.read(text)
        except RefusedError:
            return False
        return True


@attrs.frozen(eq=False)
class Form:
    """What a form has, and what is told of what it does not have.

    Args:
        columns: Its columns.
        labels: By what stands above or below the table: the field, and what reads its value.
        enough: So many known headers make a row the row of headers.
        titles: What else may stand above or below the table, without blanks.
        totals: What a line of totals goes by, in one of its columns ``total_in``.
        total_in: These fields.
        no_headers: What is told where there is no row of headers.
        no_column: What is told of a header that is none of its own.
        no_part: What is told of what stands outside the table and is none of its labels.
        no_total: What is told of a line of totals; None where it may have them.
        group: The header that it writes above several columns, whose own stand in the row below; empty for none.
    """

    columns: tuple[Column, ...]
    labels: Mapping[str, tuple[str, Callable[[str], Any]]]
    enough: int
    titles: re.Pattern[str]
    totals: re.Pattern[str]
    total_in: frozenset[str]
    no_headers: FactRule
    no_column: FactRule
    no_part: FactRule
    no_total: FactRule | None = None
    group: str = ""
    by_header: Mapping[str, Column] = attrs.field(init=False)
    label: re.Pattern[str] = attrs.field(init=False)

    @by_header.default
    def _by_header(self) -> Mapping[str, Column]:
        return {_key(name): column for column in self.columns for name in (column.header, *column.others)}

    @label.default
    def _label(self) -> re.Pattern[str]:
        names = "|".join(r"\s*".join(name) for name in self.labels)
        return re.compile(rf"(?:^|(?<=\s))({names})(?:\s*[(（][盖公]章[)）])?\s*([:：]|$)", re.IGNORECASE)

    def column(self, header: str) -> Column | None:
        """Return the column of a header, whatever its width and blanks; None for an unknown one."""
        return self.by_header.get(_key(header))

    def is_header_row(self, cells: Iterable[str]) -> bool:
        """Return whether enough of its headers stand in a row."""
        return sum(self.column(cell) is not None for cell in cells) >= self.enough

    def looks_like_headers(self, cells: Iterable[str]) -> bool:
        """Return whether a row looks like headers, be they none of its own: many of them, no number and no label."""
        filled = [squeezed(cell) for cell in cells if cell.strip()]
        is_any = any(cell[:1].isdecimal() or self.label.search(cell) for cell in filled)
        return len(filled) >= _SO_MANY_COLUMNS and not is_any


def _key(header: str) -> str:
    return header_of(header).casefold().replace("_", "")


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

    path: tuple[str | int, ...]
    values: dict[str, Any]
    at_fault: set[str]
    names: Mapping[str, str]
    total: str = ""

    def place(self, field: str) -> tuple[str | int, ...]:
        """Return where a field of it stands."""
        return (*self.path, self.names[field])


class EnoughFaultsError(FileError):
    """Files with so many faults that the rest is not read."""


class Faults:
    """Everything that is wrong with files, up to a limit."""

    def __init__(self, limits: Limits = LIMITS, file: str = "") -> None:
        self.limits = limits
        self.file = file
        self.told: list[FormFault] = []

    def tell(self, path: tuple[str | int, ...], rule: FactRule, **more: Any) -> None:  # noqa: ANN401  (value, hint)
        """Tell a fault; of data at fault throughout the rest is not read."""
        if len(self.told) >= self.limits.faults:
            most = {"most": str(self.limits.faults)}
            raise EnoughFaultsError("", [*self.told, FormFault((), _ENOUGH.filled(most), file=self.file)])
        self.told.append(FormFault(path, rule, file=self.file, **more))

    def refuse(self, path: tuple[str | int, ...], refused: RefusedError) -> None:
        """Tell what was refused."""
        self.tell(path, refused.fault.rule, value=refused.fault.value)

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


def read_form(form: Form, rows: Iterable[Row], faults: Faults) -> tuple[dict[str, Any], list[Line]]:
    """Return what stands in a table: head and foot by field, and its lines. What is wrong with it goes to the faults.

    Args:
        form: The form.
        rows: The rows that hold anything, as :func:`~gxinjury.extra.forms.tables.rows_of` yields them.
        faults: What takes the faults.
    """
    reader = _Reader(form, faults)
    return reader.head, list(reader.lines(_counted(rows, faults)))


def _counted(rows: Iterable[Row], faults: Faults) -> Iterator[Row]:
    most = faults.limits.items
    read = 0
    for number, cells in rows:
        read += len(cells) + 1
        if read > most:
            faults.tell((number,), _TOO_MANY.filled({"most": str(most)}))
            return
        yield number, cells


class _Reader:
    """Reads one table."""

    def __init__(self, form: Form, faults: Faults) -> None:
        self.form = form
        self.faults = faults
        self.head: dict[str, Any] = {}
        self.columns: dict[int, Column] = {}
        self.names = {field: column.header for column in form.columns for field in column.fields}
        self.headers: dict[int, str] = {}
        self.absent: set[str] = set()
        self.width = 0
        self.total_at: list[int] = []
        self.needed: dict[int, Column] = {}

    def lines(self, rows: Iterator[Row]) -> Iterator[Line]:
        form = self.form
        first = list(islice(rows, _ROWS_BEFORE_THE_TABLE))
        for is_it in (form.is_header_row, form.looks_like_headers):
            at = next((at for at, (_, cells) in enumerate(first) if is_it(cells)), None)
            if at is not None:
                break
        else:
            self.faults.tell((), form.no_headers)
            return
        for number, cells in first[:at]:
            self.outside(number, cells)
        for number, cells in self.below_headers(first[at], chain(first[at + 1 :], rows)):
            total = self.total_of(cells)
            if self.is_foot(cells):
                self.outside(number, cells)
            elif total and form.no_total is not None:
                self.faults.tell((number,), form.no_total)
            elif any(cell.strip() and self.field_at(at) != NUMBER for at, cell in enumerate(cells)):
                yield self.line(number, cells, total)

    def below_headers(self, row: Row, rows: Iterator[Row]) -> Iterator[Row]:
        """Take the headers, of two rows where a group of columns stands in the first; return the rows below them."""
        number, cells = row
        names = dict(enumerate(cells))
        rows_of = dict.fromkeys(names, number)
        group = {at for at, name in names.items() if self.form.group and squeezed(name) == self.form.group}
        if group:
            below = next(rows, None)
            if below is not None and below[0] == number + 1:
                more = {at: name for at, name in enumerate(below[1]) if name.strip()}
                names |= more
                rows_of |= dict.fromkeys(more, below[0])
            elif below is not None:
                rows = chain([below], rows)
        told: set[str] = set()
        for at, name in names.items():
            if name.strip() and squeezed(name) != self.form.group:
                told |= self.header(rows_of[at], at, name.strip())
        taken = {field for column in self.columns.values() for field in column.fields}
        self.width = max(self.headers, default=-1) + 1
        self.total_at = [at for at, column in self.columns.items() if column.field in self.form.total_in]
        self.needed = {at: column for at, column in self.columns.items() if column.blank is not None}
        for column in self.form.columns:
            if column.blank is not None and not column.holds and column.field not in taken:
                self.absent.add(column.field)
                if column.field not in told:
                    self.faults.tell((number, column.header), _MUST_BE_THERE)
        return rows

    def header(self, row: int, at: int, name: str) -> set[str]:
        """Take a header, or tell what is wrong with it; return the fields told to need another."""
        form = self.form
        shown = mask(printable(name))
        self.headers[at] = shown if len(shown) <= _LONGEST_HEADER else f"{shown[: _LONGEST_HEADER - 1]}…"
        place = (row, self.headers[at])
        column = form.column(name)
        if column is None:
            for one in form.columns:
                if one.slip is not None and _key(name).startswith(one.slip[0]):
                    self.faults.tell(place, one.slip[1])
                    return {one.field}
            called = [Text(one.header, one.header) if one.called is None else one.called for one in form.columns]
            hint = nearest(name, [one.en if name.isascii() else one.zh for one in called])
            self.faults.tell(place, form.no_column, hint=hint)
        elif {field for one in self.columns.values() for field in one.fields}.intersection(column.fields):
            self.faults.tell(place, _MUST_STAND_ONCE)
        else:
            self.columns[at] = column
            self.names |= dict.fromkeys(column.fields, self.headers[at])
        return set()

    def field_at(self, at: int) -> str | None:
        column = self.columns.get(at)
        return None if column is None else column.field

    def line(self, number: int, cells: Sequence[str], total: str) -> Line:
        line = Line((number,), {}, set(self.absent), self.names, total)
        for at in range(max(len(cells), self.width)):
            text = cells[at].strip() if at < len(cells) else ""
            column = self.columns.get(at)
            if column is None:
                if text and at not in self.headers:
                    self.faults.tell((number, at + 1), _MUST_HAVE_A_HEADER, value=text)
            elif not (total and column.field in self.form.total_in):
                read_cell(line, column, text, self.faults)
        return line

    def total_of(self, cells: Sequence[str]) -> str:
        """Return what a line of totals calls itself; empty for another line."""
        names = (squeezed(cells[at]) for at in self.total_at if at < len(cells))
        return next((name for name in names if self.form.totals.fullmatch(name)), "")

    def is_foot(self, cells: Sequence[str]) -> bool:
        """Return whether a line begins with a label, and is none of the table, which may begin with one too."""
        first = next(cell for cell in cells if cell.strip())
        return self.form.label.match(first.strip()) is not None and not self.is_filled(cells)

    def is_filled(self, cells: Sequence[str]) -> bool:
        """Return whether every cell of a line that must be filled in can be read."""
        for at, column in self.needed.items():
            if at >= len(cells) or not cells[at].strip() or not column.lets_in(cells[at].strip()):
                return False
        return bool(self.needed)

    def outside(self, row: int, cells: Sequence[str]) -> None:
        """Take what a line above or below the table states: labels with their values, in one cell or beside it."""
        at = 0
        while at < len(cells):
            text = cells[at].strip()
            found = [*self.form.label.finditer(text)]
            before = squeezed(text[: found[0].start()] if found else text)
            if before and not (self.form.titles.fullmatch(before) or _SEAL.fullmatch(before)):
                self.faults.tell((row, at + 1), self.form.no_part, value=text)
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
            return
        try:
            self.head[field] = read(value)
        except RefusedError as refused:
            self.head[field] = None
            self.faults.refuse((row, label), refused)


def read_cell(line: Line, column: Column, text: str, faults: Faults) -> None:
    """Read a cell into a line, or tell what is wrong with it."""
    if not text:
        if column.blank is not None:
            line.at_fault.update(column.fields)
            faults.tell(line.place(column.fields[0]), column.blank)
        return
    try:
        column.take(text, line.values)
    except RefusedError as refused:
        line.at_fault.update(column.fields)
        faults.refuse(line.place(column.fields[0]), refused)
