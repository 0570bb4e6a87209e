"""Workbooks for tests: made by openpyxl, and broken by hand."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def book(
    rows: Iterable[Sequence[object]], title: str = "附件2", mend: Callable[[Worksheet], object] | None = None
) -> bytes:
    """Return the bytes of a workbook of one sheet."""
    made = Workbook()
    page = made.worksheets[0]
    page.title = title
    for row in rows:
        page.append(list(row))
    if mend is not None:
        mend(page)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a workbook with a part of it put in place of the one of that name, or beside the others."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as parts, ZipFile(out, "w", ZIP_DEFLATED) as others:
        for part in parts.namelist():
            if part != name:
                others.writestr(part, parts.read(part))
        others.writestr(name, content)
    return out.getvalue()


def sheet_xml(inner: str) -> bytes:
    """Return the part of a sheet by what stands in it."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{inner}</sheetData></worksheet>'.encode()


FIRST_SHEET = "xl/worksheets/sheet1.xml"
