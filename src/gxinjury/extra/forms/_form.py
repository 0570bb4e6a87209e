"""What an official form has (表格的栏目): its columns, what stands above and below them, and how each is read."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs

from gxinjury.codec.readers import RefusedError
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms.cells import header_of, squeezed
from gxinjury.texts import Text

NUMBER: Final = "number"
"""The field of the column that counts the lines; a line that holds nothing else was left empty."""

ROWS_BEFORE_THE_TABLE: Final = 1_000
"""Among so many rows its headers are looked for."""

_SO_MANY_COLUMNS: Final = 5


@attrs.frozen
class Column:
    """A column of a form.

    Args:
        field: The field that it fills.
        header: Its official header.
        read: Reads a cell that is not blank, or raises RefusedError or InvalidFactError.
        others: Other headers that it goes by.
        blank: What is told where it is left blank; None where it may be.
        holds: The fields that it fills, where ``read`` gives one value for each of several.
        called: What hints call it in Chinese and English; None: by its header.
    """

    field: str
    header: str
    read: Callable[[str], Any]
    others: tuple[str, ...] = ()
    blank: FactRule | None = None
    holds: tuple[str, ...] = ()
    called: Text | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it fills."""
        return self.holds or (self.field,)

    @property
    def is_needed(self) -> bool:
        """Whether a form must have it."""
        return self.blank is not None and not self.holds

    def lets_in(self, text: str) -> bool:
        """Return whether a cell holds something that can be read."""
        try:
            return bool(text) and self.read(text) is not None
        except (RefusedError, InvalidFactError):
            return False


@attrs.frozen
class Form:
    """What a form has.

    Args:
        name: What messages call it.
        columns: Its columns.
        labels: By what stands above or below the table: the field, and what reads its value.
        enough: So many known headers make a row the row of headers.
        titles: What else may stand above or below the table, without blanks.
        totals: What a line of totals goes by, in one of its columns ``total_in``.
        total_in: These fields.
        has_totals: Whether it may have such lines.
        group: The header that it writes above several columns, whose own stand in the row below; empty for none.
        slips: By field: how headers begin that mean it and may not stand for it, and what is told of them.
        is_lenient: Whether columns of an office's own are kept, and lines of totals, headers written again and remarks
            passed over, all of them told; else each is a fault.
    """

    name: Text
    columns: tuple[Column, ...]
    labels: Mapping[str, tuple[str, Callable[[str], Any]]]
    enough: int
    titles: re.Pattern[str]
    totals: re.Pattern[str]
    total_in: frozenset[str]
    has_totals: bool = False
    group: str = ""
    slips: Mapping[str, tuple[tuple[str, ...], FactRule]] = attrs.field(factory=dict)
    is_lenient: bool = False
    by_header: Mapping[str, Column] = attrs.field(init=False)
    label: re.Pattern[str] = attrs.field(init=False)

    @by_header.default
    def _by_header(self) -> Mapping[str, Column]:
        return {key_of(name): column for column in self.columns for name in (column.header, *column.others)}

    @label.default
    def _label(self) -> re.Pattern[str]:
        names = "|".join(r"\s*".join(name) for name in self.labels)
        return re.compile(rf"(?:^|(?<=\s))({names})(?:\s*[(（][盖公]章[)）])?\s*([:：]|$)", re.IGNORECASE)

    def has_headers(self, cells: Iterable[str]) -> bool:
        """Return whether enough of its headers stand in a row."""
        return sum(key_of(cell) in self.by_header for cell in cells) >= self.enough

    def may_have_headers(self, cells: Iterable[str]) -> bool:
        """Return whether a row looks like headers, be they none of its own: many of them, no number and no label."""
        filled = [squeezed(cell) for cell in cells if cell.strip()]
        is_any = any(cell[:1].isdecimal() or self.label.search(cell) for cell in filled)
        return len(filled) >= _SO_MANY_COLUMNS and not is_any


def key_of(header: str) -> str:
    """Return what a header is known by, whatever its width, blanks and case."""
    return header_of(header).casefold().replace("_", "")
