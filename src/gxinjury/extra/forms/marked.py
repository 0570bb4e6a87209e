"""A form with its faults marked in it (差错标注的副本): a copy of its workbook; install ``gxinjury[office]``."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Final

from openpyxl.utils.cell import coordinate_to_tuple

from gxinjury.codec import FileError
from gxinjury.extra.forms._sources import is_book
from gxinjury.extra.forms.tables import FormFault, Row, rows_of
from gxinjury.extra.workbooks.marking import Cell, mark
from gxinjury.extra.workbooks.sheets import new_book, put
from gxinjury.texts import Language

__all__ = ["mark_form"]

_SHEET: Final = "Sheet1"


def mark_form(data: bytes, read: Callable[[bytes], object], path: str, language: Language) -> int:
    """Write the workbook of a form with each cell at fault coloured and noted; return how many cells are.

    Nothing is written where nothing is wrong.

    Args:
        data: The form's bytes: a workbook, or a CSV, of which a workbook is made.
        read: What reads it and tells its faults.
        path: Where the copy goes.
        language: The language of the notes.

    Raises:
        FileError: There is nothing to mark, because it cannot be opened.
        GxInjuryError: The copy cannot be written there, or a file of another kind is there.

    >>> mark_form(b"PK", bytes, "no-such-folder/x.xlsx", "zh")
    0
    """
    workbook = data if is_book(data) else _as_book(rows_of(data))
    try:
        read(workbook)
    except FileError as error:
        found = [one for one in error.faults if isinstance(one, FormFault) and one.sheet]
        if not found:
            raise
        return mark(workbook, [(_cell(fault), fault.message(language)) for fault in found], path)
    return 0


def _cell(fault: FormFault) -> Cell:
    """Return the cell of a fault; of a whole row or sheet its first."""
    row = next((part for part in fault.path if isinstance(part, int)), 1)
    return (fault.sheet, *(coordinate_to_tuple(fault.cell) if fault.cell else (row, 1)))


def _as_book(rows: Iterable[Row]) -> bytes:
    made = new_book()
    page = made.create_sheet(_SHEET)
    for row, cells in rows:
        for at, cell in enumerate(cells, 1):
            put(page.cell(row, at), cell or None)
    content = BytesIO()
    made.save(content)
    return content.getvalue()
