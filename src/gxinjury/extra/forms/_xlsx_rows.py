"""Workbooks as rows of texts (工作簿的读取), whatever Excel and WPS did to them; install ``gxinjury[office]``.

Each sheet comes as the rows that hold anything, as those of a CSV do. A cell is the text that a spreadsheet shows: a
day as 2015-11-28, a number to its fifteenth digit; one of more digits lost its last ones, so it comes as
4.50103198001011e+17. Macros and links to other files are left alone.
"""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import attrs
from openpyxl import load_workbook

from gxinjury.codec import FileError
from gxinjury.errors import FactRule
from gxinjury.extra.forms.cells import SERIALS, SheetCell
from gxinjury.extra.forms.tables import FormFault, Row
from gxinjury.extra.workbooks.safe import BROKEN, too_large, what_is_wrong

_MOST_BYTES: Final = 512_000_000
_MOST_CELLS: Final = 2_000_000
_LAST_ROW: Final = 1_048_576
_TOO_LONG: Final = 10**15
_ROW_TAG: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_FORMULA_TAG: Final = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ATTRIBUTE: Final = re.compile(rb'\b(r|hidden)="([^"]*)"')

_NOT_RECKONED: Final = FactRule(
    zh="是公式，且没有算出的结果；请用表格软件打开并保存，或改填文字",
    en="is a formula without its result: open and save the file in a spreadsheet program, or write the value itself",
    code="formula",
)
_AN_ERROR: Final = FactRule(
    zh="是公式的错误值；请改填", en="is the error of a formula: write what it should be", code="formula_error"
)


class _TooLargeError(Exception):
    """There is too much to be read."""


@attrs.frozen
class BookSheet:
    """A sheet of a workbook.

    Args:
        title: What it is called.
        rows: Its rows that hold anything.
        hidden_rows: The numbers of those of them that are hidden.
        is_hidden: Whether it is hidden itself.
    """

    title: str
    rows: tuple[Row, ...]
    hidden_rows: tuple[int, ...]
    is_hidden: bool


@attrs.frozen
class Book:
    """A workbook as it was read, its sheets in their order; ``has_macros`` and ``has_links`` were left alone."""

    sheets: tuple[BookSheet, ...]
    has_macros: bool
    has_links: bool


def read_book(data: bytes) -> Book:
    """Read a workbook.

    Raises:
        FileError: It has a password, is of the old kind, damaged, or too large.

    >>> read_book(b"PK")
    Traceback (most recent call last):
    gxinjury.codec.faults.FileError: the workbook is damaged, or no .xlsx: open it in a spreadsheet program and save \
it as .xlsx
    """
    rule = what_is_wrong(data, _MOST_BYTES)
    if rule is None:
        try:
            return _read(data)
        except _TooLargeError:
            rule = too_large(_MOST_BYTES)
        except Exception:  # noqa: BLE001  # what a damaged part makes of it cannot be foreseen
            rule = BROKEN
    raise FileError("", [FormFault((), rule)])


def _read(data: bytes) -> Book:
    with ZipFile(BytesIO(data)) as parts:
        names = parts.namelist()
        values = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheets = tuple(_sheet(page, formulas[page.title], parts) for page in values.worksheets)
    return Book(
        sheets,
        has_macros=any(name.endswith("vbaProject.bin") for name in names),
        has_links=any(name.startswith("xl/externalLinks/") for name in names),
    )


def _sheet(page: Any, as_written: Any, parts: ZipFile) -> BookSheet:  # noqa: ANN401  # of openpyxl, which tells no type
    xml = parts.read(str(page._worksheet_path).removeprefix("/"))  # noqa: SLF001  # told nowhere else
    hidden = _hidden_rows(xml)
    formulas = _formulas(as_written) if _FORMULA_TAG.search(xml) else {}
    page.reset_dimensions()
    rows, read = [], 0
    for number, cells in enumerate(page.rows, 1):
        read += len(cells)
        if read > _MOST_CELLS:
            raise _TooLargeError
        if any(cell.value is not None for cell in cells) or number in formulas:
            found = [
                _text(cell, page.parent.epoch, formulas.get(number, {}).get(at)) for at, cell in enumerate(cells, 1)
            ]
            if any(found):
                rows.append((number, found))
    is_hidden = page.sheet_state != "visible"
    return BookSheet(str(page.title), tuple(rows), tuple(row for row, _ in rows if row in hidden), is_hidden)


def _hidden_rows(xml: bytes) -> set[int]:
    hidden, number = set(), 0
    for tag in _ROW_TAG.finditer(xml):
        told = dict(_ATTRIBUTE.findall(tag[1]))
        number = int(told.get(b"r", number + 1))
        if number > _LAST_ROW:
            raise _TooLargeError
        if told.get(b"hidden") in {b"1", b"true"}:
            hidden.add(number)
    return hidden


def _formulas(page: Any) -> dict[int, dict[int, str]]:  # noqa: ANN401  # as above
    """Return what reckons the cells of a sheet, by row and column."""
    page.reset_dimensions()
    found: dict[int, dict[int, str]] = {}
    for number, cells in enumerate(page.rows, 1):
        for at, cell in enumerate(cells, 1):
            if cell.data_type == "f":
                found.setdefault(number, {})[at] = f"{cell.value}"
    return found


def _text(cell: Any, epoch: datetime, formula: str | None) -> str:  # noqa: ANN401  # as above
    """Return a cell as its text, with the day that it is or would be, and what is wrong with it."""
    value = cell.value
    match value:
        case None:
            return "" if formula is None else SheetCell(formula, fault=_NOT_RECKONED)
        case datetime():
            told = f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
            return SheetCell(told, day=value.date())
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, epoch, is_percent="%" in cell.number_format)
        case _:
            return SheetCell(value, fault=_AN_ERROR) if cell.data_type == "e" else str(value).strip()


def _number(value: float, epoch: datetime, *, is_percent: bool) -> str:
    if is_percent:
        return f"{value * 100:.13g}%"
    told = f"{value:.15g}" if abs(value) >= _TOO_LONG else f"{Decimal(f'{value:.15g}'):f}"
    serial = int(value) if value in SERIALS else None
    return told if serial is None else SheetCell(told, day=(epoch + timedelta(days=serial)).date())
