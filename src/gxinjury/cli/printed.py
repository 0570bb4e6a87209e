"""A page as text (版面的文本输出): its parts as lines of at most so many columns."""

from collections.abc import Iterable, Iterator, Sequence

from gxinjury.cli.printing import left, page_width, right, table, width, wrapped
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
    written_cell,
)
from gxinjury.money import written_amount

__all__ = ["printed"]

_BLANK = "_" * 16


def printed(document: Document, columns: int | None = None) -> str:
    """Return a page as text, as wide as the terminal unless it is told how wide.

    >>> print(printed(Document((Title("应缴"), Line("due", 2)), "zh"), 60))
    应缴
    ====
      due
    """
    return "\n".join(_lines((*document.parts, *document.aside), page_width() if columns is None else columns))


def _lines(parts: Iterable[Part], columns: int) -> Iterator[str]:
    for part in parts:
        match part:
            case Grid():
                yield from _grid(part, columns)
            case Line():
                yield from _line(part, columns)
            case Item():
                first = f"{' ' * part.indent}- "
                yield from wrapped(part.text, columns, first=first, then=" " * len(first))
            case Blanks():
                told = (f"{name}：{value or _BLANK}" for name, value in part.pairs if name)
                yield from wrapped("  ".join(told), columns)
            case _:
                yield from _plain(part, columns)


def _plain(part: Title | Heading | Gap | Verbatim | Closing, columns: int) -> Iterator[str]:
    match part:
        case Title():
            yield from (part.text, "=" * width(part.text))
        case Heading():
            yield from ("", part.text)
        case Gap():
            yield ""
        case Verbatim():
            yield part.text
        case _:
            yield from ("", *wrapped(part.text, columns))


def _line(part: Line, columns: int) -> Iterator[str]:
    first = " " * part.indent + (f"{part.label}  " if part.label else "")
    then = width(first) if part.then is None else part.then
    yield from wrapped(part.text, columns, first=first, then=" " * then)


def _grid(part: Grid, columns: int) -> Iterator[str]:
    if part.is_form:
        pairs = [[written_cell(one) for one in row[at : at + 2]] for row in part.rows for at in range(0, len(row), 2)]
        part = Grid([[name, told or _BLANK] for name, told in pairs], is_list=True)
    rows = _texts([*([part.head] if part.head else []), *part.rows])
    ahead = [" " * part.indent + (f"{mark} " if part.marks else "") for mark in part.marks or [""] * len(rows)]
    told = _listed(rows, ahead, columns) if part.is_list else _tabled(rows, ahead, part.numbers)
    for at, lines in enumerate(told, -1 if part.head else 0):
        yield from lines
        yield from _lines(part.below.get(at, ()), columns)


def _texts(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return cells as text, sums of one column flush right beside their units."""
    sums = [
        max((width(written_amount(cell.amount)) for cell in column if isinstance(cell, Sum)), default=0)
        for column in zip(*rows, strict=True)
    ]
    return [
        [
            f"{right(written_amount(cell.amount), widest)} {cell.unit}" if isinstance(cell, Sum) else written_cell(cell)
            for cell, widest in zip(row, sums, strict=True)
        ]
        for row in rows
    ]


def _tabled(rows: list[list[str]], ahead: list[str], numbers: Sequence[int]) -> Iterator[list[str]]:
    """Yield the lines of each row of a table."""
    for before, line in zip(ahead, table(rows, numbers=numbers), strict=True):
        yield [f"{before}{line}"]


def _listed(rows: list[list[str]], ahead: list[str], columns: int) -> Iterator[list[str]]:
    """Yield the lines of each row of a list, whose last cell goes on under its beginning."""
    widths = [max(map(width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for before, row in zip(ahead, rows, strict=True):
        head = "".join(f"{left(cell, widest)}  " for cell, widest in zip(row[:-1], widths, strict=True))
        first, then, lines = before + head, " " * width(before + head), row[-1].split("\n")
        yield [
            one
            for at, line in enumerate(lines)
            for one in wrapped(line, columns, first=then if at else first, then=then)
        ]
