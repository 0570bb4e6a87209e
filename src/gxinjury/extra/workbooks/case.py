"""A case as a workbook (案情工作簿): the template that a clerk fills in, and a case that is there already."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gxinjury.codec.kinds import Listed
from gxinjury.codec.readers import RefusedError
from gxinjury.extra.cases.field_notes import members_of, scalars_in
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.layout import Sections
from gxinjury.extra.cases.reading import unstructure_case
from gxinjury.extra.workbooks.cells import MIDNIGHT
from gxinjury.extra.workbooks.sheets import BOX, FORMATS, columns_wide, head, new_book, put, set_up, set_width
from gxinjury.extra.workbooks.tabs import NAME, Column, Keys, Tab, capitalised, tabs
from gxinjury.facts import CHINA
from gxinjury.fields import labels_in
from gxinjury.privacy import Discreet
from gxinjury.texts import Language, Text, written

__all__ = ["case_workbook", "row_name"]

_ITEM: Final = Text(zh="项目", en="Item")
_CONTENT: Final = Text(zh="内容", en="Content")
_NOTE: Final = Text(zh="说明", en="What to fill in")
_NUMBERED: Final = Text(
    zh="其他工作表按此编号注明所属，如{example}", en="other sheets say by it to what they belong, as {example}"
)
_SAYS_WHOSE: Final = Text(zh="必填；写明属于哪一项，如{example}", en="required; to what it belongs, as {example}")
_ROW: Final = Text(zh="{title}{number}", en="{title} {number}")
_BETWEEN: Final = "；"
_CHOICES: Final = "_choices"
_AUTHOR: Final = "gxinjury"
_LAST_ROW: Final = 2_000
_ROWS_READY: Final = 10
_LINES_READY: Final = 3
_MOST_NAMED: Final = 10
_TITLE_WIDTH: Final = 26
_WIDTHS: Final[Mapping[Any, int]] = {Discreet: 20, date: 11, datetime: 17, Decimal: 15}
_FILL_IN: Final = PatternFill("solid", fgColor="FFFBE6")
_GROUP: Final = PatternFill("solid", fgColor="F2F2F2")
_COLOURS: Final = {False: "1F77B4", True: "A6A6A6"}


def case_workbook(case: CaseFile | None, language: Language) -> Workbook:
    """Return a case as a workbook, ids in full; None: a template to fill in.

    >>> case_workbook(None, "zh").sheetnames[:4]
    ['项目', '缴费记录', '造价变动', '工期变动']
    """
    data = {} if case is None else unstructure_case(case)
    made = new_book()
    pages = [made.create_sheet(capitalised(tab.title.say(language))) for tab in tabs()]
    choices = _Choices(made, language)
    for tab, page in zip(tabs(), pages, strict=True):
        _Page(page, tab, choices).write([*_rows(tab, data, language)])
        page.sheet_properties.tabColor = _COLOURS[bool(tab.parents) or tab.keys[:1] == ("law",)]
    return made


def row_name(keys: Keys, number: int, language: Language) -> str:
    """Return what a row is called to which rows of other sheets belong.

    >>> row_name(("injuries",), 2, "zh")
    '事故2'
    """
    title = next(tab.title for tab in tabs() if tab.keys == keys and not tab.parents)
    return _ROW.say(language, title=title, number=str(number))


class _Choices:
    """The sheet, out of sight, of what can be chosen: a cell's own list holds no more than 255 characters."""

    def __init__(self, made: Workbook, language: Language) -> None:
        self.page = made.create_sheet(_CHOICES)
        self.page.sheet_state = "hidden"
        self.language = language
        self.known: dict[tuple[str, ...], str] = {}

    def offer(self, page: Worksheet, cells: str, words: tuple[str, ...]) -> None:
        """Offer words in cells; what else is typed there is told when the workbook is read."""
        if words not in self.known:
            letter = get_column_letter(len(self.known) + 1)
            for row, word in enumerate(words, 1):
                put(self.page[f"{letter}{row}"], word)
            self.known[words] = f"{_CHOICES}!${letter}$1:${letter}${len(words)}"
        offered = DataValidation("list", formula1=self.known[words], allow_blank=True, errorStyle="warning")
        page.add_data_validation(offered)
        offered.add(cells)

    def words(self, column: Column) -> tuple[str, ...]:
        """Return what may be chosen in a column; nothing where it is no choice."""
        offered = members_of(column.field.kind) or ((True, False) if column.field.kind is bool else ())
        return tuple(written(one, self.language) for one in offered)


def _rows(tab: Tab, data: Mapping[str, Any], language: Language) -> Iterator[tuple[str | None, Any]]:
    """Yield the rows of a sheet: to what each belongs, and its data."""
    for keys in tab.parents or ((),):
        above = _at(data, keys) or () if keys else (data,)
        for number, one in enumerate(above, 1):
            found = _at(one, tab.keys)
            for row in found or () if tab.is_list else (found,) if found else ():
                yield row_name(keys, number, language) if keys else None, row


def _at(data: Any, keys: Keys) -> Any:  # noqa: ANN401  # data
    """Return what lies at keys; a text in place of a record, as a worker's name, lies in its first field."""
    for key in keys:
        if data is None:
            return None
        if isinstance(data, str):
            return data if key == NAME else None
        data = data.get(key)
    return data


def _value(column: Column, row: Any) -> object:  # noqa: ANN401  # data
    """Return what a cell holds of the data of a row."""
    found = _at(row, column.keys)
    if isinstance(found, list):
        return _BETWEEN.join(map(str, found))
    if isinstance(found, dict):  # it names its kind, as a figure of one's own does
        return str(next(iter(found.values())))
    for scalar in scalars_in(column.form):
        try:
            value = scalar.read(found)
        except RefusedError:
            continue
        return MIDNIGHT.filled({"day": value.date()}) if _is_midnight(value) else value
    return found


def _is_midnight(value: object) -> bool:
    """Return whether a cell would show a moment as a day whose time nobody wrote."""
    return isinstance(value, datetime) and value.astimezone(CHINA).time() == time()


class _Page:
    """A sheet as it is written."""

    def __init__(self, page: Worksheet, tab: Tab, choices: _Choices) -> None:
        self.page = page
        self.tab = tab
        self.choices = choices
        self.language = choices.language

    def write(self, rows: Sequence[tuple[str | None, Any]]) -> None:
        """Write its fields with their hidden names, its rows, and some that are ready to be filled in."""
        tab, at = self.tab, 0
        ready = 1 if tab.is_down else _ROWS_READY if tab.is_list else _LINES_READY
        lines = [*rows, *[(None, None)] * (ready - len(rows))]
        if tab.is_down:
            at += self.heads()
        if tab.is_numbered:
            at += self.numbers([name for name, _ in lines])
        group: str | None = None
        for column in tab.columns:
            if not tab.keys and len(column.keys) > 1 and column.keys[0] != group:
                group = column.keys[0]
                at += self.group(at + 1, group)
            at += 1
            self.column(at, column, [row for _, row in lines])
        self.set_up(len(lines))

    def cell(self, line: int, at: int) -> Any:  # noqa: ANN401  # a cell
        """Return the cell of a field of a line."""
        return self.page.cell(*self.tab.place(line, at))

    def heads(self) -> int:
        """Write what stands over fields that stand below each other."""
        for line, name in enumerate((_ITEM, _CONTENT, _NOTE), 2):
            head(self.cell(line, 1), name.say(self.language))
        return 1

    def group(self, at: int, section: str) -> int:
        """Write what a section of the case file is called over its fields."""
        for line in (2, 3, 4):
            head(self.cell(line, at), "")
            self.cell(line, at).fill = _GROUP
        put(self.cell(2, at), capitalised(labels_in(Sections)[section].say(self.language)))
        return 1

    def numbers(self, names: Sequence[str | None]) -> int:
        """Write the numbers of the rows where others belong to them, else to what each belongs."""
        tab, language = self.tab, self.language
        title = "*" * bool(tab.parents) + capitalised(tab.number_label.say(language))
        known = row_name((*tab.parents, tab.keys)[0], 1, language)
        self.over(1, tab.key(None), title, (_SAYS_WHOSE if tab.parents else _NUMBERED).say(language, example=known))
        for line, name in enumerate(names, 3):
            number = row_name(tab.keys, line - 2, language) if tab.has_below else name
            put(self.cell(line, 1), number)
            self.cell(line, 1).border = BOX
        if tab.is_list:
            widest = row_name((*tab.parents, tab.keys)[0], _MOST_NAMED, language)
            set_width(self.page, 1, max(columns_wide(title), columns_wide(widest)))
        if tab.parents:
            several = (row_name(keys, one, language) for keys in tab.parents for one in range(1, _MOST_NAMED + 1))
            self.choices.offer(self.page, self.cells(1, len(names)), tuple(several))
        return 1

    def column(self, at: int, column: Column, rows: Sequence[Any]) -> None:
        """Write a field: its names, what the rows have of it, what may be chosen, what to fill in."""
        note = column.note(self.language)
        self.over(at, self.tab.key(column), column.title(self.language), note)
        for line, row in enumerate(rows, 3):
            cell = self.cell(line, at)
            put(cell, _value(column, row), self.language)
            cell.number_format = _format(column) if cell.value is None else cell.number_format
            cell.fill, cell.border = _FILL_IN, BOX
        if words := self.choices.words(column):
            self.choices.offer(self.page, self.cells(at, len(rows)), words)
        if self.tab.is_down:
            put(self.cell(4, at), note)
            self.cell(4, at).border = BOX
        if self.tab.is_list:
            shown = [columns_wide(str(self.cell(line, at).value or "")) for line in range(3, len(rows) + 3)]
            titled = min(columns_wide(column.title(self.language)), _TITLE_WIDTH)
            set_width(self.page, at, max(titled, _WIDTHS.get(_kind(column), titled), *shown))
            self.page.column_dimensions[get_column_letter(at)].number_format = _format(column)

    def over(self, at: int, key: str, title: str, note: str) -> None:
        """Write the hidden name of a field and what it is called, what to fill in as its note."""
        put(self.cell(1, at), key)
        named = self.cell(2, at)
        head(named, title)
        if note and not self.tab.is_down:
            named.comment = Comment(note, _AUTHOR, width=260, height=110)

    def cells(self, at: int, lines: int) -> str:
        """Return the cells of a field that are to be filled in."""
        last = self.cell(lines + 2, at).coordinate
        if self.tab.is_list:
            last = f"{get_column_letter(at)}{_LAST_ROW}"
        return f"{self.cell(3, at).coordinate}:{last}"

    def set_up(self, lines: int) -> None:
        """Hide what is not for people, keep in sight what is over the fields, and set widths and paper."""
        if self.tab.is_list:
            self.page.row_dimensions[1].hidden = True
            set_up(self.page, head=2)
            return
        self.page.column_dimensions["A"].hidden = True
        for line, widest in ((2, 40), *((line, 26) for line in range(3, lines + 3))):
            set_width(self.page, line, widest)
        if self.tab.is_down:
            set_width(self.page, 4, 52)
        set_up(self.page, head=1)
        self.page.freeze_panes = "C2"


def _kind(column: Column) -> Any:  # noqa: ANN401  # any type
    return Decimal if column.field.in_yuan else column.field.kind


def _format(column: Column) -> str:
    """Return the format of a field that nobody has filled in: what is no number and no day is a text."""
    return FORMATS[str] if isinstance(column.form, Listed) else FORMATS.get(_kind(column), FORMATS[str])
