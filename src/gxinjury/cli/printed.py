"""A page as text (版面的文本输出): its parts as lines of at most so many columns."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, zip_longest
from typing import Final

from gxinjury.cli.printing import left, longest_piece, page_width, right, table, terminal_width, width, wrapped
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

_BLANK: Final = "_" * 16
_NARROWEST: Final = 8
_LEAST_ROOM: Final = 20
_DEEPER: Final = 4
_FORMULA: Final = "= "


def printed(document: Document, columns: int | None = None) -> str:
    """Return a page as text, as wide as the terminal unless it is told how wide; only tables go beyond 100 columns.

    >>> print(printed(Document((Title("应缴"), Line("due", 2)), "zh"), 60))
    应缴
    ====
      due
    """
    parts = (*document.parts, *document.aside)
    if columns is not None:
        return "\n".join(_lines(parts, columns, columns))
    return "\n".join(_lines(parts, page_width(), terminal_width()))


def _lines(parts: Iterable[Part], columns: int, room: int) -> Iterator[str]:
    for part in parts:
        match part:
            case Grid():
                yield from _grid(part, columns, room)
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
            lines = [*wrapped(part.text, columns)]
            yield from (*lines, "=" * max(map(width, lines)))
        case Heading():
            yield from ("", *wrapped(part.text, columns))
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


def _grid(part: Grid, columns: int, room: int) -> Iterator[str]:
    if part.is_form:
        pairs = [[written_cell(one) for one in row[at : at + 2]] for row in part.rows for at in range(0, len(row), 2)]
        part = Grid([[name, told or _BLANK] for name, told in pairs], is_list=True)
    rows = _texts([*([part.head] if part.head else []), *part.rows])
    ahead = [" " * part.indent + (f"{mark} " if part.marks else "") for mark in part.marks or [""] * len(rows)]
    told = _listed(rows, ahead, columns) if part.is_list else _tabled(rows, ahead, part.numbers, room)
    for at, lines in enumerate(told, -1 if part.head else 0):
        yield from lines
        yield from _lines(part.below.get(at, ()), columns, room)


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


def _tabled(rows: list[list[str]], ahead: list[str], numbers: Sequence[int], columns: int) -> Iterator[list[str]]:
    """Yield the lines of each row of a table: one where the page is wide enough; else texts break, then rows do."""
    filled = [at for at, column in enumerate(zip(*rows, strict=True)) if any(column)]
    rows, numbers = [[row[at] for at in filled] for row in rows], [filled.index(at) for at in numbers if at in filled]
    if not filled:
        yield from ([before.rstrip()] for before in ahead)
        return
    room = columns - max(map(width, ahead))
    widths = _narrowed(rows, {*numbers}, room)
    fitting = _fitting(widths, room)
    if fitting < len(widths):
        deeper = [" " * (width(before) + _DEEPER) for before in ahead]
        first = _tabled([row[:fitting] for row in rows], ahead, numbers, columns)
        others = _tabled([row[fitting:] for row in rows], deeper, [at - fitting for at in numbers], columns)
        yield from ([*one, *filter(None, more)] for one, more in zip(first, others, strict=True))
        return
    lines = [
        [*zip_longest(*(_broken(cell, most) for cell, most in zip(row, widths, strict=True)), fillvalue="")]
        for row in rows
    ]
    told = iter(table([line for several in lines for line in several], numbers=numbers))
    for before, several in zip(ahead, lines, strict=True):
        one, *more = [next(told) for _ in several]
        yield [f"{before}{one}".rstrip(), *(f"{' ' * width(before)}{line}".rstrip() for line in more)]


def _broken(cell: str, most: int) -> list[str]:
    return [cell] if width(cell) <= most else [*wrapped(cell, most)]


def _narrowed(rows: list[list[str]], numbers: AbstractSet[int], room: int) -> list[int]:
    """Return how wide the columns may be to fit the room: the widest texts give way, numbers and words never do."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    least = [
        widths[at] if at in numbers else max(min(_NARROWEST, widths[at]), *map(_unbroken, column))
        for at, column in enumerate(zip(*rows, strict=True))
    ]
    while sum(widths) + 2 * (len(widths) - 1) > room:
        giving = [at for at, one in enumerate(widths) if one > least[at]]
        if not giving:
            break
        widths[max(giving, key=widths.__getitem__)] -= 1
    return widths


def _unbroken(cell: str) -> int:
    """Return how wide what must stay together in a cell is: a formula is read as one."""
    return width(cell) if cell.startswith(_FORMULA) else longest_piece(cell)


def _fitting(widths: Sequence[int], room: int) -> int:
    """Return how many of the columns fit the room, one at least."""
    ends = accumulate(widths, lambda before, one: before + 2 + one)
    return max(sum(1 for end in ends if end <= room), 1)


def _listed(rows: list[list[str]], ahead: list[str], columns: int) -> Iterator[list[str]]:
    """Yield the lines of each row of a list, whose last cell goes on under its beginning."""
    widths = [max(map(width, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for before, row in zip(ahead, rows, strict=True):
        head = "".join(f"{left(cell, widest)}  " for cell, widest in zip(row[:-1], widths, strict=True))
        first, then, lines = before + head, " " * width(before + head), row[-1].split("\n")
        if columns - width(first) < _LEAST_ROOM:  # below what it is about rather than in a strip beside it
            then = " " * (width(before) + 4)
            yield [first.rstrip(), *(one for line in lines for one in wrapped(line, columns, first=then, then=then))]
            continue
        yield [
            one
            for at, line in enumerate(lines)
            for one in wrapped(line, columns, first=then if at else first, then=then)
        ]
