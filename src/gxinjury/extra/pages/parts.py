"""What a page is made of (版面的组成): its title, headings, lines, items, tables and blanks to fill in, in order.

A part holds values, not yet their columns or tags: an amount is a Decimal in a table until it is written.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from gxinjury.money import written_amount
from gxinjury.texts import Language

__all__ = [
    "Blanks",
    "Cell",
    "Closing",
    "Document",
    "Gap",
    "Grid",
    "Heading",
    "Item",
    "Line",
    "Part",
    "Sum",
    "Title",
    "Verbatim",
    "written_cell",
]


@attrs.frozen
class Sum:
    """An amount with its unit, as a cell."""

    amount: Decimal
    unit: str


Cell: TypeAlias = str | Decimal | int | date | Sum
"""What a table holds, that is texts, ids among them masked, and values that are still to be written."""


@attrs.frozen
class Title:
    """What a page is about."""

    text: str


@attrs.frozen
class Heading:
    """What the parts after it are about."""

    text: str


@attrs.frozen
class Gap:
    """An empty line."""


@attrs.frozen
class Line:
    """A line, or where it is long several.

    It begins after so many columns, those that follow after others, or under where the text begins. Before it stands a
    label; where it is a heading of its own, it has a level, 3 or 4.
    """

    text: str
    indent: int = 0
    then: int | None = None
    label: str = ""
    level: int = 0


@attrs.frozen
class Item:
    """An item of a list."""

    text: str
    indent: int = 2


@attrs.frozen
class Grid:
    """A table; columns without anything are left out.

    Args:
        rows: Its rows, each of as many cells.
        numbers: The columns that are flush right.
        indent: After how many columns it begins.
        head: What its columns are called; nothing where they need no name.
        marks: What stands before each row; nothing where nothing does.
        is_list: Whether the last column is a text that may go on below.
        is_form: Whether it is a form with lines around its cells, names and what is filled in by turns; its rows may
            be of two cells or of four.
        below: What stands below a row, by its number.
    """

    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int] = ()
    indent: int = 0
    head: Sequence[str] = ()
    marks: Sequence[str] = ()
    is_list: bool = False
    is_form: bool = False
    below: Mapping[int, Sequence["Part"]] = attrs.field(factory=dict)

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that are not empty in every row."""
        rows = [*self.rows, *([self.head] if self.head else [])]
        return tuple(at for at, column in enumerate(zip(*rows, strict=True)) if any(cell != "" for cell in column))


@attrs.frozen
class Blanks:
    """Names with what is filled in behind them, side by side; what is not known is left blank for the hand."""

    pairs: Sequence[tuple[str, str]]


@attrs.frozen
class Verbatim:
    """A text that keeps its lines."""

    text: str


@attrs.frozen
class Closing:
    """The last line: what the page was made by, and what it is not."""

    text: str


Part: TypeAlias = Title | Heading | Gap | Line | Item | Grid | Blanks | Verbatim | Closing


@attrs.frozen
class Document:
    """A page: its parts, in the language that they are written in, and what is told beside it on the screen only."""

    parts: tuple[Part, ...]
    language: Language
    aside: tuple[Part, ...] = ()

    @property
    def title(self) -> str:
        """What it is about; nothing where it has no title."""
        return next((part.text for part in self.parts if isinstance(part, Title)), "")


def written_cell(cell: Cell) -> str:
    """Return what stands in a cell, as text.

    >>> written_cell(Decimal("130000")), written_cell(Sum(Decimal("130000"), "yuan")), written_cell(date(2015, 10, 8))
    ('130,000.00', '130,000.00 yuan', '2015-10-08')
    """
    if isinstance(cell, Sum):
        return f"{written_amount(cell.amount)} {cell.unit}"
    return written_amount(cell) if isinstance(cell, Decimal) else str(cell)
