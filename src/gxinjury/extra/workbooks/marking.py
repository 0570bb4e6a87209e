"""Faults marked in a copy of a workbook (差错标注): the cell coloured, what is wrong with it as its note."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

import attrs
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from gxinjury.privacy import printable

__all__ = ["Mark", "marked"]

_RED: Final = PatternFill("solid", fgColor="FFC7CE")
_AUTHOR: Final = "gxinjury"
_WIDTH: Final = 320
_LINE: Final = 22
_CHARACTERS_A_LINE: Final = 20


@attrs.frozen
class Mark:
    """What is wrong with a cell.

    Args:
        sheet: The sheet; empty for the first.
        cell: The cell, as ``C14``.
        note: What is wrong, in words.
    """

    sheet: str
    cell: str
    note: str


def marked(data: bytes, marks: Iterable[Mark]) -> bytes:
    """Return a copy of a workbook in which each cell at fault is coloured and says in its note what is wrong.

    What else is in the workbook stays; macros do not. A note that was there already stays above.

    Args:
        data: The bytes of an ``.xlsx`` that can be read.
        marks: What is wrong, cell by cell; of several at one cell all are noted.

    Returns:
        The bytes of the copy.

    >>> from gxinjury.extra.workbooks.sheets import new_book
    >>> book = new_book()
    >>> book.create_sheet("附件2").append(["姓名"])
    >>> content = BytesIO()
    >>> book.save(content)
    >>> copy = load_workbook(BytesIO(marked(content.getvalue(), [Mark("附件2", "A1", "必须填写")])))
    >>> copy["附件2"]["A1"].comment.text
    '必须填写'
    """
    made = load_workbook(BytesIO(data), keep_links=False)
    notes: dict[tuple[str, str], list[str]] = {}
    for mark in marks:
        page: Any = made[mark.sheet] if mark.sheet else made.worksheets[0]
        notes.setdefault((page.title, _anchor(page, mark.cell)), []).append(printable(mark.note))
    for (sheet, cell), told in notes.items():
        _mark(made[sheet][cell], told)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _anchor(page: Worksheet, cell: str) -> str:
    """Return the cell that holds what is seen at a cell: the first one of those that it is merged with."""
    return next(
        (f"{page.cell(one.min_row, one.min_col).coordinate}" for one in page.merged_cells.ranges if cell in one), cell
    )


def _mark(cell: Any, told: list[str]) -> None:  # noqa: ANN401  # a cell
    before = [] if cell.comment is None else [cell.comment.text]
    lines = [*before, *told]
    height = _LINE * sum(2 + len(line) // _CHARACTERS_A_LINE for line in lines)
    cell.fill = _RED
    cell.comment = Comment("\n".join(lines), _AUTHOR, height=height, width=_WIDTH)
