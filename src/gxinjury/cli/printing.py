"""Lines and columns (排版) of text in which a Chinese character is two columns wide."""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gxinjury.citations import Clause

_WIDEST: Final = 100
_NARROWEST: Final = 40
_NEVER_FIRST: Final = "，。；：、？！）》”’,.;:?!)]%‰"
_NEVER_LAST: Final = "（《“‘(["


def page_width() -> int:
    """Return how wide the page is: as the terminal, or ``COLUMNS``, at most 100 columns."""
    return min(terminal_width(), _WIDEST)


def terminal_width() -> int:
    """Return how wide the terminal is, which tables may fill; 100 columns where there is none."""
    return max(_NARROWEST, shutil.get_terminal_size((_WIDEST, 24)).columns)


def width(text: str) -> int:
    """Return how many columns a text takes.

    >>> width("due"), width("应缴"), width("1.3‰")
    (3, 4, 4)
    """
    return sum(_width(one) for one in text)


def _width(one: str) -> int:
    if unicodedata.combining(one):
        return 0
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1


def left(text: str, columns: int) -> str:
    """Return a text with blanks behind it, to fill the columns."""
    return text + " " * (columns - width(text))


def right(text: str, columns: int) -> str:
    """Return a text with blanks before it, to fill the columns."""
    return " " * (columns - width(text)) + text


def table(rows: Sequence[Sequence[str]], *, numbers: Iterable[int] = ()) -> list[str]:
    """Return rows as lines, two blanks between the columns; those of numbers are flush right.

    >>> table([["due", "130,000.00", "yuan"], ["open", "0.00", "yuan"]], numbers=[1])
    ['due   130,000.00  yuan', 'open        0.00  yuan']
    """
    flush_right = set(numbers)
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    columns = [position for position, columns in enumerate(widths) if columns]
    return [
        "  ".join(
            (right if position in flush_right else left)(row[position], widths[position]) for position in columns
        ).rstrip()
        for row in rows
    ]


def cited(clauses: Iterable[Clause | None]) -> str:
    """Return clauses as they are cited at the end of a line, each once; nothing for none."""
    names = dict.fromkeys(str(clause) for clause in clauses if clause is not None)
    return f"[{', '.join(names)}]" if names else ""


def wrapped(text: str, columns: int, *, first: str = "", then: str = "") -> Iterator[str]:
    """Yield a text in lines of at most so many columns: Chinese breaks anywhere but before a comma, the rest at blanks.

    What stands before the ``first`` line and before those ``then`` is part of them.

    >>> list(wrapped("缴费迟于开工前一日，迟缴", 12, first="- ", then="  "))
    ['- 缴费迟于开', '  工前一日，', '  迟缴']
    """
    line = first
    for position, piece in enumerate(_pieces(text.lstrip())):
        if position and width(line) + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line = then
        line += piece
    yield line.rstrip()


def longest_piece(text: str) -> int:
    """Return how many columns the longest of what must stay together takes.

    >>> longest_piece("按日 × 20"), longest_piece("paid in parts")
    (2, 5)
    """
    return max(width(piece.rstrip()) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """Yield what must stay together: words with the blank behind them, wide characters with their punctuation."""
    piece = ""
    for one in text:
        if piece and one not in _NEVER_FIRST and one != " " and _may_break_between(piece[-1], one):
            yield piece
            piece = ""
        piece += one
    yield piece


def _may_break_between(before: str, after: str) -> bool:
    is_wide = _width(before) > 1 or _width(after) > 1
    return before == " " or (is_wide and before not in _NEVER_LAST)
