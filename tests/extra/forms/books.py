"""Workbooks for tests: made by openpyxl, and broken by hand."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink
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


def claiming(size: int) -> bytes:
    """Return a workbook of one sheet, which it says is of so many bytes; read to its end, it is found to be damaged."""
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("xl/worksheets/sheet1.xml", "x")
    data = out.getvalue()
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + size.to_bytes(4, "little") + data[at + 4 :]


def with_broken_link(data: bytes) -> bytes:
    """Return a workbook that refers to another one, in a part that is damaged."""
    made: Any = load_workbook(BytesIO(data))
    related: Any = Relationship
    link = ExternalLink(externalBook=ExternalBook())
    link.file_link = related(type="externalLinkPath", Target="other.xlsx", TargetMode="External")
    made._external_links.append(link)
    return with_part(saved(made), "xl/externalLinks/externalLink1.xml", b"<")


def sheet_xml(inner: str) -> bytes:
    """Return the part of a sheet by what stands in it."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{inner}</sheetData></worksheet>'.encode()


FIRST_SHEET = "xl/worksheets/sheet1.xml"
