"""Where the rows of a form come from (表格的来源): a CSV, or the sheets of a workbook that have the form on them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeGuard

from gxinjury.codec import FileError
from gxinjury.errors import FactRule
from gxinjury.extra.forms._faults import Faults, spans
from gxinjury.extra.forms._form import ROWS_BEFORE_THE_TABLE, Form
from gxinjury.extra.forms.tables import A_WORKBOOK, FormFault, Row, rows_of

if TYPE_CHECKING:
    from gxinjury.extra.forms._xlsx_rows import BookSheet

_NEEDS_OPENPYXL: Final = FactRule(
    zh="读取工作簿需要 openpyxl，请先安装：pip install 'gxinjury[office]'；或者另存为 CSV",
    en="a workbook takes openpyxl to be read; install it with: pip install 'gxinjury[office]'; or save it as CSV",
    code="needs_openpyxl",
)
_SEVERAL: Final = FactRule(
    zh="有{form}的工作表不止一张：{sheets}；请指明读哪一张",
    en="{form} stands on several sheets: {sheets}; say which to read",
    code="several_sheets",
)
_NO_SHEET: Final = FactRule(
    zh="没有工作表“{sheet}”；有：{sheets}", en="there is no sheet {sheet}; there are {sheets}", code="no_sheet"
)
_EMPTY: Final = FactRule(zh="工作簿是空的", en="the workbook is empty", code="empty")
_HIDDEN_ROWS: Final = FactRule(
    zh="有隐藏的行，已照常读入：第{rows}行",
    en="rows that are hidden and were read all the same: {rows}",
    code="hidden_rows",
)
_HIDDEN_SHEET: Final = FactRule(
    zh="工作表是隐藏的，已照常读入", en="the sheet is hidden and was read all the same", code="hidden_sheet"
)
_NOT_READ: Final = FactRule(
    zh="工作表上没有{form}，未读入", en="the sheet does not hold {form} and was not read", code="other_sheet"
)
_MACROS: Final = FactRule(
    zh="工作簿含宏，宏没有运行", en="the workbook holds macros, which were not run", code="macros"
)
_LINKS: Final = FactRule(
    zh="工作簿引用了其他文件，按所存的结果读入",
    en="the workbook refers to other files: read is what it kept of them",
    code="links",
)


def is_book(data: bytes | str) -> TypeGuard[bytes]:
    """Return whether a file is a workbook of any kind."""
    return isinstance(data, bytes) and data.startswith(A_WORKBOOK)


def sheets_in(data: bytes, form: Form, faults: Faults) -> "list[BookSheet]":
    """Return the sheets of a workbook that have a form's headers; none has them: the first that holds anything.

    Raises:
        FileError: It cannot be read.
    """
    try:
        from gxinjury.extra.forms._xlsx_rows import read_book  # noqa: PLC0415  (an extra of its own)
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise FileError("", [FormFault((), _NEEDS_OPENPYXL)]) from None
    book = read_book(data)
    for is_so, rule in ((book.has_macros, _MACROS), (book.has_links, _LINKS)):
        if is_so:
            faults.pass_over((), rule)
    filled = [sheet for sheet in book.sheets if sheet.rows]
    if not filled:
        raise FileError("", [FormFault((), _EMPTY)])
    with_form = [sheet for sheet in filled if _has_form(sheet, form)]
    shown = [sheet for sheet in with_form if not sheet.is_hidden] or with_form or filled[:1]
    for sheet in filled:
        if sheet not in shown:
            _at(faults, sheet).pass_over((), _NOT_READ.filled({"form": form.name}))
    return shown


def rows_of_sheet(sheet: "BookSheet", faults: Faults) -> Iterator[Row]:
    """Return the rows of a sheet, whose faults are told as its own from now on; hidden ones are told."""
    _at(faults, sheet)
    if sheet.is_hidden:
        faults.pass_over((), _HIDDEN_SHEET)
    if sheet.hidden_rows:
        faults.pass_over((), _HIDDEN_ROWS.filled({"rows": spans(sheet.hidden_rows)}))
    return iter(sheet.rows)


def rows_in(data: bytes | str, form: Form, faults: Faults, name: str | None = None) -> Iterator[Row]:
    """Return the rows of a CSV, or of the sheet of a workbook that has the form on it, or is called so.

    Raises:
        FileError: It cannot be read, there is no such sheet, or there are several.
    """
    if not is_book(data):
        return rows_of(data)
    found = sheets_in(data, form, faults)
    names = tuple(sheet.title for sheet in found)
    if name is not None:
        named = [sheet for sheet in found if sheet.title == name.strip()]
        if not named:
            raise FileError("", [FormFault((), _NO_SHEET.filled({"sheet": name, "sheets": names}))])
        found = named
    if len(found) > 1:
        raise FileError("", [FormFault((), _SEVERAL.filled({"form": form.name, "sheets": names}))])
    return rows_of_sheet(found[0], faults)


def _has_form(sheet: "BookSheet", form: Form) -> bool:
    return any(form.has_headers(cells) for _, cells in sheet.rows[:ROWS_BEFORE_THE_TABLE])


def _at(faults: Faults, sheet: "BookSheet") -> Faults:
    faults.sheet, faults.columns = sheet.title, {}
    return faults
