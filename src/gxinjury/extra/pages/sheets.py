"""A page as sheets of a workbook (版面的工作簿): one for what stands above the first heading, one for each heading."""

from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from gxinjury.extra.pages.parts import (
    Blanks,
    Cell,
    Closing,
    Document,
    Gap,
    Grid,
    Heading,
    Item,
    Line,
    Part,
    Sum,
    Title,
    Verbatim,
)
from gxinjury.extra.workbooks import Sheet

__all__ = ["sheets_of"]


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """Return a page as sheets: what it is about and what it was made by above the first, tables cell by cell.

    Amounts and days stay what they are; a sum has its unit in the next cell.

    >>> [sheet.title for sheet in sheets_of(Document((Title("项目"), Line("due"), Heading("提示")), "zh"))]
    ['项目', '提示']
    """
    named: list[tuple[str, list[Part]]] = [(document.title, [])]
    for part in document.parts:
        if isinstance(part, Heading):
            named.append((part.text, []))
        elif not isinstance(part, Closing | Gap):
            named[-1][1].append(Line(part.text) if isinstance(part, Title) else part)
    first, *others = (_sheet(name, parts) for name, parts in named)
    closings = (part.text for part in document.parts if isinstance(part, Closing))
    first = attrs.evolve(first, notes=(*first.notes, *closings))
    return (first, *others) if first != Sheet(document.title) else (*others,)


def _sheet(name: str, parts: list[Part]) -> Sheet:
    """Return parts as a sheet: lines above the first table are its notes, and a head of that table its header."""
    first = next((at for at, part in enumerate(parts) if not isinstance(part, Line)), len(parts))
    notes = tuple(_text(part) for part in parts[:first] if isinstance(part, Line))
    below = parts[first:]
    grids = [part for part in below if isinstance(part, Grid)]
    header = tuple(grids[0].head) if grids and below[0] is grids[0] else ()
    rows = (_rows(part, is_headed=at == 0) for at, part in enumerate(below))
    return Sheet(name, header, tuple(row for several in rows for row in several), notes)


def _text(line: Line) -> str:
    return f"{line.label}　{line.text}" if line.label else line.text


def _rows(part: Part, *, is_headed: bool = False) -> Iterator[tuple[object, ...]]:
    if isinstance(part, Grid):
        yield from _of_grid(part, is_headed=is_headed)
    elif isinstance(part, Blanks):
        yield tuple(text for pair in part.pairs for text in pair)
    elif isinstance(part, Line):
        yield (_text(part),)
    else:
        told = cast("Item | Verbatim", part).text  # what else there is has its place above
        yield from ((line,) for line in told.split("\n"))


def _of_grid(part: Grid, *, is_headed: bool) -> Iterator[tuple[object, ...]]:
    if part.head and not is_headed:
        yield tuple(part.head)
    is_whole = part.is_form or part.head
    for at, row in enumerate(part.rows):
        mark = (part.marks[at].strip(),) if part.marks else ()
        kept = row if is_whole else [row[column] for column in part.filled]
        yield (*mark, *(one for cell in kept for one in _cells(cell)))
        for one in part.below.get(at, ()):
            yield from (("", *row_below) for row_below in _rows(one))


def _cells(cell: Cell) -> Iterable[object]:
    if isinstance(cell, Sum):
        return (cell.amount, cell.unit)
    return (None if cell == "" else cell,)
