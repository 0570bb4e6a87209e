"""A form with its faults marked in it (差错标注的副本): a copy of its workbook; install ``gxinjury[office]``."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Final

from openpyxl.utils.cell import coordinate_to_tuple

from gxinjury.codec import FileError
from gxinjury.extra.forms._sources import is_book
from gxinjury.extra.forms.tables import FormFault, Row, rows_of
from gxinjury.extra.workbooks.marking import mark
from gxinjury.extra.workbooks.sheets import new_book, put
from gxinjury.extra.workbooks.spots import CellFault, Spot
from gxinjury.texts import Language, Text

__all__ = ["mark_form"]

_SHEET: Final = "Sheet1"
_NO_LABEL: Final = Text(zh="", en="")


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
        found = [_at_cell(fault) for fault in error.faults if isinstance(fault, FormFault) and fault.sheet]
        if not found:
            raise
        return mark(workbook, found, path, language)
    return 0


def _at_cell(fault: FormFault) -> CellFault:
    row = fault.path[0] if fault.path and isinstance(fault.path[0], int) else 1
    row, column = coordinate_to_tuple(fault.cell) if fault.cell else (row, 1)
    return CellFault.at(Spot(0, fault.sheet, row, column, _NO_LABEL), fault)


def _as_book(rows: Iterable[Row]) -> bytes:
    made = new_book()
    page = made.create_sheet(_SHEET)
    for row, cells in rows:
        for at, cell in enumerate(cells, 1):
            put(page.cell(row, at), cell or None)
    content = BytesIO()
    made.save(content)
    return content.getvalue()
