"""A form with its faults marked in it (差错标注的副本): a copy of its workbook; install ``gxinjury[office]``."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from gxinjury.codec import Fault, FileError
from gxinjury.extra.forms._sources import is_book
from gxinjury.extra.forms.tables import FormFault, Row, rows_of
from gxinjury.extra.workbooks.marking import Mark, marked
from gxinjury.extra.workbooks.sheets import new_book, put
from gxinjury.texts import Language

__all__ = ["marked_copy"]

_SHEET = "Sheet1"


def marked_copy(data: bytes, read: Callable[[bytes], object], language: Language) -> bytes | None:
    r"""Return the workbook of a form with each cell at fault coloured and noted; None where nothing is wrong.

    Args:
        data: The form's bytes: a workbook, or a CSV, of which a workbook is made.
        read: What reads it and tells its faults.
        language: The language of the notes.

    Raises:
        FileError: There is nothing to mark, because it cannot be opened.

    >>> from gxinjury.extra.forms.annex2 import read_roster_sheet
    >>> copy = marked_copy("填报时间,2015-11-28\n姓名,增减\n,增\n".encode(), read_roster_sheet, "zh")
    >>> from openpyxl import load_workbook
    >>> load_workbook(BytesIO(copy)).worksheets[0]["A3"].comment.text
    '必须填写'
    """
    workbook = data if is_book(data) else _as_book(rows_of(data))
    try:
        read(workbook)
    except FileError as error:
        if not any(isinstance(fault, FormFault) and fault.sheet for fault in error.faults):
            raise
        return marked(workbook, _marks(error.faults, language))
    return None


def _marks(faults: Iterable[Fault], language: Language) -> Iterator[Mark]:
    found = (fault for fault in faults if isinstance(fault, FormFault))
    return (Mark(one.sheet, one.cell or f"A{(*one.path, 1)[0]}", one.message(language)) for one in found)


def _as_book(rows: Iterable[Row]) -> bytes:
    made = new_book()
    page = made.create_sheet(_SHEET)
    for row, cells in rows:
        for at, cell in enumerate(cells, 1):
            put(page.cell(row, at), cell or None)
    content = BytesIO()
    made.save(content)
    return content.getvalue()
