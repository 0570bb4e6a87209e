"""Faults marked in a copy of a workbook (在工作簿中标出差错): the cell coloured, the message as its note."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeAlias

from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from gxinjury.extra.workbooks.safe import load_safely
from gxinjury.extra.workbooks.sheets import save_book

__all__ = ["mark"]

_AUTHOR: Final = "gxinjury --mark"
_AT_FAULT: Final = PatternFill("solid", fgColor="FFC7CE")
_LINE_HEIGHT: Final = 18

Cell: TypeAlias = tuple[str, int, int]
"""A cell by its sheet, row and column."""


def mark(content: bytes, notes: Iterable[tuple[Cell, str]], path: str) -> int:
    """Write a copy of a workbook with its faults marked, and return how many cells are.

    What the copy had of marks before is taken away; macros stay where the copy is an .xlsm. Charts and drawings are
    not carried over.

    Args:
        content: The workbook.
        notes: What is wrong, by cell.
        path: Where the copy goes.

    Raises:
        GxInjuryError: It cannot be written there, or a file of another kind is there.
    """
    book = load_safely(content, path, keep_vba=Path(path).suffix.lower() == ".xlsm")
    for page in book.worksheets:
        for cell in page._cells.values():  # noqa: SLF001  # as in table_of
            if cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment, cell.fill = None, PatternFill()
    told: dict[Cell, list[str]] = {}
    for at, note in notes:
        told.setdefault(at, []).append(note)
    for (title, row, column), messages in told.items():
        cell = book[title].cell(row, column)
        if isinstance(cell, MergedCell):
            [merged] = [one for one in book[title].merged_cells.ranges if cell.coordinate in one]
            cell = book[title].cell(merged.min_row, merged.min_col)
        before = [] if cell.comment is None else [cell.comment.text]
        note = "\n".join([*messages, *before])
        cell.fill = _AT_FAULT
        cell.comment = Comment(note, _AUTHOR, width=320, height=_LINE_HEIGHT * (2 + len(note) // 18))
    save_book(book, path)
    return len(told)
