"""Official forms as sheets of a workbook (官方表格的工作簿), laid out as on paper; install ``gxinjury[office]``."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import accumulate
from typing import Any, Final

import attrs
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gxinjury.extra.workbooks.sheets import columns_wide, new_book, put, set_up

Pair = tuple[str, object]
"""A label outside the table and its value."""

_LINE: Final = Side("thin")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
_WRITTEN: Final = Alignment(horizontal="left", vertical="center", wrap_text=True)
_TITLE: Final = Font(bold=True, size=16)
_HEAD: Final = Font(bold=True)
_TITLE_HEIGHT: Final = 32
_HEIGHT: Final = 22
_A_LINE: Final = 15
_A_TEXT: Final = "@"  # so that a cell keeps an id as it is typed


@attrs.frozen
class PaperColumn:
    """A column of a form on paper.

    Args:
        header: Its official header.
        width: How wide it is, in characters.
        choices: What may be chosen in it; empty for anything.
        group: The header that stands above it and its neighbours; empty for none.
    """

    header: str
    width: int
    choices: tuple[str, ...] = ()
    group: str = ""


@attrs.frozen
class Paper:
    """A form on paper.

    Args:
        sheet: What its sheet is called.
        title: What stands above it.
        above: The lines between title and table, labels with their values.
        columns: Its columns.
        rows: Its rows, a value a column; what a shorter one leaves is blank.
        below: The lines below the table.
    """

    sheet: str
    title: str
    above: tuple[tuple[Pair, ...], ...]
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[object, ...], ...]
    below: tuple[tuple[Pair, ...], ...]


def paper_bytes(papers: Iterable[Paper]) -> bytes:
    """Return forms as the bytes of a workbook, a sheet each: texts are text cells, ids too, none of them a formula."""
    made = new_book()
    for paper in papers:
        _lay_out(made.create_sheet(paper.sheet), paper)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _lay_out(page: Worksheet, paper: Paper) -> None:
    widths = [column.width for column in paper.columns]
    for at, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(at)].width = width
    _merged(page, 1, 1, len(widths), paper.title)
    page.cell(1, 1).font, page.cell(1, 1).alignment = _TITLE, _CENTRED
    page.row_dimensions[1].height = _TITLE_HEIGHT
    for row, pairs in enumerate(paper.above, 2):
        _pairs(page, row, pairs, widths)
    top = 2 + len(paper.above)
    first = _headers(page, top, paper.columns)
    below = first + len(paper.rows)
    for row, values in enumerate(paper.rows, first):
        _line(page, row, values, paper.columns)
    _choices(page, first, below - 1, paper.columns)
    for row, pairs in enumerate(paper.below, below):
        _pairs(page, row, pairs, widths)
    set_up(page, head=first - 1, of_rows=first - top)


def _merged(page: Worksheet, row: int, first: int, last: int, value: object) -> None:
    put(page.cell(row, first), value)
    page.cell(row, first).alignment = _WRITTEN
    if last > first:
        page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def _pairs(page: Worksheet, row: int, pairs: Sequence[Pair], widths: Sequence[int]) -> None:
    """Write labels, each over as many columns as it takes, with its value over the rest of its share of the row."""
    ends = [len(widths) * number // len(pairs) for number in range(1, len(pairs) + 1)]
    for (label, value), first, last in zip(pairs, [0, *ends], ends, strict=False):
        room = [*accumulate(widths[first : last - 1])]
        label_ends = first + next((at for at, wide in enumerate(room, 1) if wide > columns_wide(label)), len(room))
        _merged(page, row, first + 1, label_ends, label)
        page.cell(row, first + 1).font = _HEAD
        _merged(page, row, label_ends + 1, last, value)
    page.row_dimensions[row].height = _HEIGHT


def _headers(page: Worksheet, top: int, columns: Sequence[PaperColumn]) -> int:
    """Write the headers, in two rows where a group stands above some, and return the first row below them."""
    bottom = top + any(column.group for column in columns)
    for at, column in enumerate(columns, 1):
        for row in range(top, bottom + 1):
            page.cell(row, at).border, page.cell(row, at).font = _BOX, _HEAD
        put(page.cell(bottom if column.group else top, at), column.header)
        page.cell(bottom if column.group else top, at).alignment = _CENTRED
        if not column.group and bottom > top:
            page.merge_cells(start_row=top, start_column=at, end_row=bottom, end_column=at)
    for group in {column.group: None for column in columns if column.group}:
        within = [at for at, column in enumerate(columns, 1) if column.group == group]
        _merged(page, top, within[0], within[-1], group)
        page.cell(top, within[0]).alignment = _CENTRED
    lines = max(-(-columns_wide(column.header) // (column.width - 1)) for column in columns)
    for row in range(top, bottom + 1):
        page.row_dimensions[row].height = max(_HEIGHT, (lines * _A_LINE + 4) / (bottom - top + 1))
    return bottom + 1


def _line(page: Worksheet, row: int, values: Sequence[object], columns: Sequence[PaperColumn]) -> None:
    for at, column in enumerate(columns, 1):
        cell: Any = page.cell(row, at)
        put(cell, values[at - 1] if at <= len(values) else None)
        cell.border = _BOX
        cell.alignment = _CENTRED
        if "证" in column.header:
            cell.number_format = _A_TEXT
    page.row_dimensions[row].height = _HEIGHT


def _choices(page: Worksheet, first: int, last: int, columns: Sequence[PaperColumn]) -> None:
    for at, column in enumerate(columns, 1):
        if column.choices:
            one_of = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            one_of.add(f"{get_column_letter(at)}{first}:{get_column_letter(at)}{last}")
            page.add_data_validation(one_of)
