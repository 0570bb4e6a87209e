"""Which sheet of a case a page of a workbook is (工作表的辨认): by its hidden names, else by what people read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

import attrs
from openpyxl.worksheet.worksheet import Worksheet

from gxinjury.extra.cases.layout import Sections
from gxinjury.extra.forms.cells import header_of, squeezed
from gxinjury.extra.workbooks.cells import LANGUAGES, text_of
from gxinjury.extra.workbooks.tabs import Column, Tab, tabs
from gxinjury.fields import labels_in

__all__ = ["Table", "table_of"]

Lines: TypeAlias = Mapping[int, Mapping[int, Any]]
"""Cells by their line and by their place in it, whichever way the sheet lies."""

_UNIT: Final = re.compile(r"\((?:元|万元|yuan|10,?000yuan)\)$|,万?元(?=\)$)", re.ASCII)
_TEN_THOUSAND: Final = re.compile(r"万元|10,?000\s?yuan", re.IGNORECASE)
_LOOKED_AT: Final = 12


@attrs.frozen
class Table:
    """A page that is a sheet of a case.

    Args:
        page: The page.
        tab: The sheet that it is.
        columns: The columns by their place in a line; None: the numbers, or to what a line belongs.
        times: By what the amounts of a column are taken, where it is not one.
        unknown: The cells over what is no column; of fields below each other those beside what is none.
        head: The line of what is over the columns.
        lines: The lines that are filled in.
        is_named: Whether it has hidden names.
    """

    page: Worksheet
    tab: Tab
    columns: Mapping[int, Column | None]
    times: Mapping[int, int]
    unknown: tuple[Any, ...]
    head: int
    lines: Lines
    is_named: bool


def table_of(page: Worksheet, formulas: frozenset[tuple[str, int, int]]) -> Table | None:
    """Return a page as a sheet of a case; None where it is none.

    Args:
        page: The page, with what was computed in it.
        formulas: Sheet, row and column of the formulas.
    """
    filled = {
        at: cell
        for at, cell in page._cells.items()  # noqa: SLF001  # rows and columns without end are never laid out
        if text_of(cell.value) or (page.title, *at) in formulas
    }
    named = {at: _by_key()[cell.value] for at, cell in filled.items() if cell.value in _by_key()}
    tabs_named = [tab for tab, _ in named.values()]
    tab = max(tabs_named, key=tabs_named.count, default=None) or _by_title().get(squeezed(page.title).lower())
    if tab is None:
        return None
    lines: dict[int, dict[int, Any]] = {}
    for at, cell in filled.items():
        line, place = tab.place(*at)
        lines.setdefault(line, {})[place] = cell
    columns = {tab.place(*at)[1]: column for at, (one, column) in named.items() if one is tab}
    start = next((tab.place(*at)[0] + 1 for at, (one, _) in named.items() if one is tab), 1)
    head = _head(tab, lines, start)
    unknown: list[Any] = []
    for place, cell in lines.get(head, {}).items():
        label = _plain(text_of(cell.value))
        if place not in columns and label in _labels(tab) and _labels(tab)[label] not in columns.values():
            columns[place] = _labels(tab)[label]
        elif place not in columns and not named:
            unknown.append(cell)
    over = {place: text_of(cell.value) for place, cell in lines.get(head, {}).items()}
    if tab.is_down:
        # Beside the title of a group nothing is read, and beside a line of one's own nothing is asked.
        beside = lines.get(head + 1, {}).items()
        unknown = [cell for place, cell in beside if place not in columns and _plain(over.get(place, "")) in _groups()]
    times = {place: 10_000 for place, text in over.items() if _TEN_THOUSAND.search(text)}
    below = {line: cells for line, cells in lines.items() if line > head and (not tab.is_down or line == head + 1)}
    _spread(page, tab, below)
    return Table(page, tab, columns, times, tuple(unknown), head, below, bool(named))


def _head(tab: Tab, lines: Lines, start: int) -> int:
    """Return the line of what is over the columns: the one that has the most of it."""
    near = [line for line in range(start, start + _LOOKED_AT) if line in lines]
    known = {line: sum(_plain(text_of(cell.value)) in _labels(tab) for cell in lines[line].values()) for line in near}
    return max(near, key=lambda line: (known[line], -line), default=start)


def _spread(page: Worksheet, tab: Tab, lines: dict[int, dict[int, Any]]) -> None:
    """Let what stands in cells that are merged over several lines stand in each of them that is filled in."""
    for merged in page.merged_cells.ranges:
        (first, place), (last, end) = (
            tab.place(merged.min_row, merged.min_col),
            tab.place(merged.max_row, merged.max_col),
        )
        cell = lines.get(first, {}).get(place)
        if place == end and cell is not None:
            for line in range(first, last + 1):
                if line in lines:
                    lines[line].setdefault(place, cell)


def _plain(text: str) -> str:
    """Return what is over a column without what marks it as required, and without its unit."""
    return _UNIT.sub("", header_of(text)).lower()


@cache
def _by_key() -> dict[object, tuple[Tab, Column | None]]:
    return {tab.key(column): (tab, column) for tab in tabs() for column in (*tab.columns, None)}


@cache
def _by_title() -> dict[str, Tab]:
    return {squeezed(tab.title.say(language)).lower(): tab for tab in reversed(tabs()) for language in LANGUAGES}


@cache
def _groups() -> frozenset[str]:
    return frozenset(_plain(label.say(tag)) for label in labels_in(Sections).values() for tag in LANGUAGES)


@cache
def _labels(tab: Tab) -> dict[str, Column | None]:
    """Return the columns of a sheet by all that may be over them: in both languages, the group before it or not."""
    known: dict[str, Column | None] = {}
    counts = Counter(label for column in tab.columns for label in set(_said(column)))
    known |= {label: column for column in tab.columns for label in _said(column) if counts[label] == 1}
    if tab.is_numbered:
        known |= {_plain(tab.number_label.say(language)): None for language in LANGUAGES}
    return known


def _said(column: Column) -> Iterator[str]:
    for language in LANGUAGES:
        yield _plain(column.title(language))
        yield _plain(column.field.label.say(language))
