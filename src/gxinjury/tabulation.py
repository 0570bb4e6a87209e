"""A record as a table (记录的表格): rows under columns, as text and as HTML; how records print."""

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import Annotated, Any, Final

import attrs

from gxinjury.cells import Cell, Column, rows_of, said
from gxinjury.texts import Language, Text

__all__ = ["Table", "tabulated"]

_NUMBERS: Final = (int, Decimal)
_WIDEST: Final = 32
"""The width, in letters, that a column of HTML has at the least where its cells are as wide."""


@attrs.frozen
class Table:
    """Rows under columns, ids masked; prints, and shows itself in a notebook.

    Args:
        columns: Its columns.
        rows: Its rows: amounts, days, choices, clauses as they are, texts in both languages, None for nothing.
        language: The language that it is shown in.
    """

    columns: Annotated[tuple[Column, ...], Text("列", "columns")]
    rows: Annotated[tuple[tuple[Any, ...], ...], Text("行", "rows")]
    language: Annotated[Language, Text("语言", "language")] = "en"

    def titles(self, language: Language) -> list[str]:
        """Return what the columns are called; one whose title was there already bears its name in code too."""
        titles: list[str] = []
        for column in self.columns:
            title = column.title.say(language)
            titles.append(f"{title} ({column.name})" if title in titles else title)
        return titles

    def text(self, language: Language) -> str:
        """Return it in lines, numbers flush right."""
        lines = [self.titles(language), *self._said(language)]
        widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
        rights = [column.kind in _NUMBERS for column in self.columns]

        def padded(cell: str, width: int, *, is_right: bool) -> str:
            blank = " " * (width - _width(cell))
            return blank + cell if is_right else cell + blank

        return "\n".join(
            "  ".join(
                padded(cell, width, is_right=right) for cell, width, right in zip(line, widths, rights, strict=True)
            ).rstrip()
            for line in lines
        )

    def without_blanks(self) -> "Table":
        """Return it without the columns that hold nothing, as a record prints."""
        kept = [at for at in range(len(self.columns)) if any(row[at] is not None for row in self.rows)]
        columns = tuple(self.columns[at] for at in kept)
        return Table(columns, tuple(tuple(row[at] for at in kept) for row in self.rows), self.language)

    def __str__(self) -> str:
        return self.text(self.language)

    def _repr_html_(self) -> str:
        lines = [self.titles(self.language), *self._said(self.language)]
        widths = [min(max(map(_width, cells)), _WIDEST) for cells in zip(*lines, strict=True)]
        columns = "".join(f'<col style="width:{width + 2}ch">' for width in widths)

        def row(tag: str, cells: Iterable[str]) -> str:
            aligned = zip(cells, self.columns, strict=True)
            return f"<tr>{''.join(f'<{tag}{_aligned(one)}>{escape(cell)}</{tag}>' for cell, one in aligned)}</tr>"

        body = "".join(row("td", cells) for cells in lines[1:])
        return (
            f'<table lang="{escape(self.language)}" style="display:block;overflow-x:auto">'
            f"<colgroup>{columns}</colgroup><thead>{row('th', lines[0])}</thead><tbody>{body}</tbody></table>"
        )

    def _said(self, language: Language) -> Iterator[list[str]]:
        for row in self.rows:
            yield [said(cell, language, column) for cell, column in zip(row, self.columns, strict=True)]


def tabulated(x: object, language: Language = "en") -> Table:
    """Return a record, an explanation, or a sequence of records as a table, ids masked.

    Raises:
        InvalidFactError: It is none.

    >>> from datetime import date
    >>> from gxinjury.periods import Period
    >>> print(tabulated(Period(date(2016, 1, 1), date(2016, 6, 30)), "zh"))
    项目  内容
    首日  2016-01-01
    末日  2016-06-30
    """
    rows = rows_of(x)
    first: dict[tuple[str, Text], Cell] = {}
    for cell in (cell for row in rows for cell in row):
        first.setdefault(cell.key, cell)
    filled = {cell.key for row in rows for cell in row if cell.value is not None}
    wholes = {name.rpartition(".")[0] for name, _ in first}  # a record that has columns of its own has none as a whole
    keys = sorted((key for key in first if key in filled or key[0] not in wholes), key=lambda key: first[key].order)
    told = [{cell.key: cell.value for cell in row} for row in rows]
    columns = tuple(first[key].column for key in keys)
    return Table(columns, tuple(tuple(row.get(key) for key in keys) for row in told), language)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _aligned(column: Column) -> str:
    """Return how the cells of a column stand in HTML: numbers flush right."""
    return ' style="text-align:right"' if column.kind in _NUMBERS else ""
