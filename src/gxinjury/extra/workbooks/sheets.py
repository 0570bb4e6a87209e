"""Tables as sheets of a workbook (表格写入工作簿): texts never formulas, columns as wide as what stands in them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from math import ceil
from typing import Any, Final

import attrs
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gxinjury.extra.saving import save
from gxinjury.facts import CHINA
from gxinjury.privacy import Discreet, printable, whole
from gxinjury.texts import Language, written

__all__ = ["Sheet", "write"]

ZIP: Final = b"PK\x03\x04"
"""What every workbook begins with."""

_MOST_DIGITS: Final = 15
_LONGEST_TEXT: Final = 32_767
_LONGEST_TITLE: Final = 31
_NO_TITLE: Final = re.compile(r"[\[\]:*?/\\]|^'|'$")
_BLANKS: Final = re.compile("([\t\n\xa0\u3000])")  # which a cell keeps, as a Chinese one within a name
_NARROWEST: Final = 9
_WIDEST: Final = 54
_WHOSE: Final = "A:B"  # comes again on each page of a sheet that is wider than one
_LINE_HEIGHT: Final = 16
_PAGE_WIDTH: Final = 160
FORMATS: Final[dict[type[Any], str]] = {
    str: "@",
    int: "0",
    Decimal: "#,##0.00",
    date: "yyyy-mm-dd",
    datetime: "yyyy-mm-dd hh:mm",
}
"""How cells of a kind show what they hold."""
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_LINE: Final = Side("thin", color="BFBFBF")
BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_BOLD: Final = Font(name="Calibri", size=11, bold=True)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="center")
_NUMBER: Final = Alignment(horizontal="right", vertical="center")


@attrs.frozen
class Sheet:
    """A table as a sheet of a workbook.

    Args:
        title: What the sheet is called; shortened where a workbook takes no name as long.
        header: What its columns are called; empty for none.
        rows: Its rows, texts, whole numbers, Decimals, days, moments, choices and flags; None for an empty cell.
        notes: Lines above the table.
    """

    title: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()
    notes: tuple[str, ...] = ()


def write(path: str, sheets: Iterable[Sheet], *, language: Language) -> None:
    """Write tables as the sheets of a workbook, whole or not at all, over nothing but a workbook.

    A text is a text cell, whatever it begins with; a Decimal a number with two decimals, or a text where a workbook
    would round it; a moment is told as a clock in China shows it. Ids are written as they are given: in full from a
    record of a worker, so mask what is no official form.

    Args:
        path: Where.
        sheets: The tables, at least one.
        language: The language of choices and flags.

    Raises:
        GxInjuryError: It cannot be written there, or a file of another kind is there.

    >>> write("no-such-folder/due.xlsx", [Sheet("应缴", ("金额",), ((Decimal("130000.00"),),))], language="zh")
    Traceback (most recent call last):
    gxinjury.errors.GxInjuryError: no-such-folder/due.xlsx cannot be written: it must be no folder, and lie in one \
that can be written to
    """
    made = new_book()
    for sheet in sheets:
        page = made.create_sheet(_title(sheet.title, made.sheetnames))
        _fill_in(page, sheet, language)
        set_up(page, head=len(sheet.notes) + 1 if sheet.header else 0)
    save_book(made, path)


def new_book() -> Workbook:
    """Return a workbook without a sheet."""
    made = Workbook()
    made.remove(made.worksheets[0])
    made.properties.creator = "gxinjury"
    return made


def save_book(made: Workbook, path: str) -> None:
    """Save a workbook, as :func:`write` does."""
    content = BytesIO()
    made.save(content)
    save(path, content.getvalue(), begins=ZIP)


def _title(title: str, others: Sequence[str]) -> str:
    """Return what a workbook takes as the name of a sheet, unlike the others."""
    plain = _NO_TITLE.sub(" ", printable(title)).strip() or "-"
    named, number = plain[:_LONGEST_TITLE], 1
    while named.lower() in {one.lower() for one in others}:
        number += 1
        named = f"{plain[: _LONGEST_TITLE - len(str(number)) - 1]} {number}"
    return named


def _fill_in(page: Worksheet, sheet: Sheet, language: Language) -> None:
    below = len(sheet.notes) + bool(sheet.header) + 1
    for column, name in enumerate(sheet.header, 1):
        head(page.cell(below - 1, column), name)
    for row, values in enumerate(sheet.rows, below):
        for column, value in enumerate(values, 1):
            cell = page.cell(row, column)
            put(cell, value, language)
            cell.border = BOX
    over = max(len(row) for row in (sheet.header, *sheet.rows))
    widths = _widths(page, sheet, over, language)
    if sheet.notes and not widths:
        widths = [set_width(page, 1, max(map(columns_wide, sheet.notes)))]
    for row, values in enumerate(sheet.rows, below):
        if 0 < len(values) < over:
            _end_over(page, row, values, widths)
    for row, note in enumerate(sheet.notes, 1):
        note_above(page, row, note, widths)


def _widths(page: Worksheet, sheet: Sheet, over: int, language: Language) -> list[int]:
    """Set each column as wide as what stands in it; what ends a shorter row goes over several and widens none."""
    columns = zip_longest(sheet.header, *(row if len(row) == over else row[:-1] for row in sheet.rows))
    return [
        set_width(page, at, max(columns_wide(str(_plain(value, language) or "")) for value in column))
        for at, column in enumerate(columns, 1)
    ]


def _end_over(page: Worksheet, row: int, values: Sequence[object], widths: Sequence[int]) -> None:
    """Let what ends a row that is shorter than the others go over the columns that are left."""
    last = len(values)
    page.merge_cells(start_row=row, start_column=last, end_row=row, end_column=len(widths))
    lines = max(
        _lines(page.cell(row, column).value, room)
        for column, room in enumerate([*widths[: last - 1], sum(widths[last - 1 :])], 1)
    )
    page.row_dimensions[row].height = _LINE_HEIGHT * lines


def put(cell: Any, value: object, language: Language = "zh") -> None:  # noqa: ANN401  # a cell
    """Put a value into a cell as what it is: a text is never a formula, a number never rounded."""
    plain = _plain(value, language)
    kind: type[Any] = type(plain)
    cell.value = plain
    cell.number_format = FORMATS.get(kind, "General")
    cell.alignment = _NUMBER if kind in (int, Decimal, date, datetime) else _WRAPPED
    if isinstance(plain, str):
        cell.data_type = "s"


def head(cell: Any, name: str) -> None:  # noqa: ANN401  # a cell
    """Put a name over a column."""
    put(cell, name)
    cell.font, cell.fill, cell.border = _BOLD, _HEAD, BOX


def _plain(value: Any, language: Language) -> str | int | Decimal | date | None:  # noqa: ANN401  # any value
    """Return what a cell holds of a value: a workbook keeps fifteen digits, and no offset of a moment."""
    match value:
        case None:
            return None
        case datetime():
            return value if value.tzinfo is None else value.astimezone(CHINA).replace(tzinfo=None)
        case date():
            return value
        case Decimal() if value.is_finite():
            return value if len(value.as_tuple().digits) <= _MOST_DIGITS else f"{value:f}"
        case int() if type(value) is int:
            return value if len(str(abs(value))) <= _MOST_DIGITS else str(value)
        case str() | Discreet():
            parts = _BLANKS.split(whole(value))
            return "".join(part if _BLANKS.fullmatch(part) else printable(part) for part in parts)[:_LONGEST_TEXT]
        case _:
            return written(value, language)


def columns_wide(text: str) -> int:
    """Return how many columns the longest line of a text takes, a Chinese character two.

    >>> columns_wide("应缴"), columns_wide("due")
    (4, 3)
    """
    lines = text.split("\n")
    return max(sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line) for line in lines)


def set_width(page: Worksheet, column: int, widest: int) -> int:
    """Set a column as wide as the widest that stands in it, within bounds, and return how wide it is."""
    width = min(max(widest + 2, _NARROWEST), _WIDEST)
    page.column_dimensions[get_column_letter(column)].width = width
    return width


def note_above(page: Worksheet, row: int, note: str, widths: Sequence[int]) -> None:
    """Write a line above a table, over all its columns and as many lines of the screen as it takes."""
    put(page.cell(row, 1), note)
    over = max(len(widths), 1)
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=over)
    page.row_dimensions[row].height = _LINE_HEIGHT * ceil(columns_wide(note) / max(sum(widths), _WIDEST))


def set_up(page: Worksheet, *, head: int, of_rows: int = 1) -> None:
    """Set a sheet up for screen and paper: what is over the columns stays in sight, they fill the width of a page."""
    if head:
        page.freeze_panes = f"A{head + 1}"
        page.print_title_rows = f"{head - of_rows + 1}:{head}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    footer: Any = page.oddFooter
    footer.center.text = "&A  &P/&N"
    widths = {letter: column.width for letter, column in page.column_dimensions.items() if not column.hidden}
    page.page_setup.fitToWidth = ceil(sum(widths.values()) / _PAGE_WIDTH)
    if page.page_setup.fitToWidth > 1:
        page.print_title_cols = _WHOSE
    for number, row in enumerate(page.iter_rows(), 1):
        lines = max(_lines(cell.value, widths.get(cell.column_letter)) for cell in row if isinstance(cell, Cell))
        if lines > 1 and page.row_dimensions[number].height is None:
            page.row_dimensions[number].height = _LINE_HEIGHT * lines


def _lines(value: object, width: float | None) -> int:
    """Return how many lines a text takes in a column; one in a column that nobody sees."""
    if not isinstance(value, str) or width is None:
        return 1
    return sum(max(1, ceil(columns_wide(line) / width)) for line in value.split("\n"))
