"""A case read from a workbook (案情工作簿的读取): its cells as data of a case file, every fault at its cell."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import Any, Final

from gxinjury.codec.faults import Fault, FileError
from gxinjury.codec.limits import Account, StoppedError
from gxinjury.codec.readers import RefusedError
from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule
from gxinjury.extra.cases.reading import LIMITS
from gxinjury.extra.forms.cells import squeezed
from gxinjury.extra.workbooks.case import row_name
from gxinjury.extra.workbooks.cells import LANGUAGES, data_of_cell, text_of
from gxinjury.extra.workbooks.pages import Table, table_of
from gxinjury.extra.workbooks.safe import load_safely
from gxinjury.extra.workbooks.spots import CaseBook, CellFault, Path, Spot
from gxinjury.extra.workbooks.tabs import NAME, Column, Keys, Tab, tabs
from gxinjury.privacy import mask, printable
from gxinjury.texts import Text

__all__ = ["read_workbook"]

_NUMBER: Final = re.compile(r"\D*(\d{1,6})\D*", re.ASCII)
_PLAIN_COLUMNS: Final = {"序号", "备注", "项目", "内容", "说明", "item", "content", "whattofillin", "no.", "remarks"}
"""What may be over a column of somebody's own."""
_MOST_NAMED: Final = 12
_TOTALS: Final = {"合计", "总计", "小计", "total"}

_NO_SHEET: Final = FactRule(
    zh="没有案情的工作表；请用 gxinjury new 生成案情工作簿，在其中填写",
    en="holds no sheet of a case: make one with gxinjury new and fill it in",
    code="no_sheet",
)
_NO_PROJECT: Final = FactRule(zh="没有“{title}”工作表", en='has no sheet "{title}"', code="no_sheet")
_UNKNOWN_SHEET: Final = FactRule(
    zh="没有名为“{name}”的工作表；可用的有：{titles}",
    en='there is no sheet called "{name}"; there are {titles}',
    code="unknown_sheet",
)
_UNKNOWN_COLUMN: Final = FactRule(zh="不是已知的栏目", en="is no known column", code="unknown_column")
_A_TOTAL: Final = FactRule(zh="像是合计行，请删除", en="looks like a row of totals: delete it", code="total_row")
_NO_SUCH_ROW: Final = FactRule(
    zh="没有填写这一项；请写已填写的编号，如{example}",
    en="is not filled in: write a number that is, as {example}",
    code="no_such_row",
)
_SECOND: Final = FactRule(zh="这一项已经填过", en="is filled in twice", code="second_row")
_NOT_SAID: Final = FactRule(zh="缺失，请填写", en="is missing: fill it in", code="missing")


def read_workbook(content: bytes, file: str) -> CaseBook:
    """Return a workbook as data of a case, with the faults of its cells.

    Args:
        content: The workbook; its macros are not run, links to other files not followed.
        file: Its name, for the messages.

    Raises:
        FileError: It cannot be opened, or holds no sheet of a case.
    """
    as_typed = load_safely(content, file, keep_links=False)
    formulas = frozenset(
        (page.title, *at)
        for page in as_typed.worksheets
        for at, cell in page._cells.items()  # noqa: SLF001  # as in table_of
        if cell.data_type == "f"
    )
    computed = load_safely(content, file, keep_links=False, data_only=True) if formulas else as_typed
    tables = [table for page in computed.worksheets if (table := table_of(page, formulas)) is not None]
    if not tables:
        raise FileError(file, [Fault((), _NO_SHEET)])
    reader = _Reader([page.title for page in computed.worksheets])
    if not any(table.is_named for table in tables):  # nobody made it with hidden names: what is whose, titles say
        known, titles = {table.page.title for table in tables}, tuple(tab.title for tab in tabs())
        for page in computed.worksheets:
            if page.title not in known and page._cells:  # noqa: SLF001  # as in table_of
                told = {"name": printable(mask(page.title)), "titles": titles}
                reader.account.faults.append(Fault((), _UNKNOWN_SHEET.filled(told)))
    with suppress(StoppedError):
        # Whatever has rows that others belong to goes first.
        for table in sorted(tables, key=lambda one: bool(one.tab.parents)):
            reader.table(table)
    if all(table.tab.keys for table in tables):
        project = tabs()[0].title
        reader.account.faults.append(Fault(("contract",), _NO_PROJECT.filled({"title": project})))
    return CaseBook(file, reader.data, reader.spots, tuple(reader.account.faults))


class _Reader:
    """The sheets of a case as they are read, one by one."""

    def __init__(self, pages: list[str]) -> None:
        self.pages = pages
        self.data: dict[str, Any] = {}
        self.spots: dict[Path, Spot] = {}
        self.account = Account(LIMITS)
        self.numbers: dict[tuple[Keys, int | None], int] = {}

    def table(self, table: Table) -> None:
        """Read a sheet."""
        for cell in table.unknown:
            given = text_of(cell.value)
            if squeezed(given).lower() not in _PLAIN_COLUMNS:
                hint = _nearest(given, () if table.tab.is_down else table.tab.columns)
                spot = self.spot(table, (cell.row, cell.column), table.tab.title)
                self.account.fault(CellFault.at(spot, Fault((), _UNKNOWN_COLUMN, given, hint)))
        for column in table.tab.columns:
            if table.tab.is_down and column.required:
                self.data.setdefault(column.keys[0], {})
        for line in [table.head + 1] if table.tab.is_down else sorted(table.lines):
            self.line(table, line, table.lines.get(line, {}))

    def line(self, table: Table, line: int, cells: Mapping[int, Any]) -> None:
        """Read a line of a sheet."""
        tab = table.tab
        total = next((cell for cell in cells.values() if squeezed(text_of(cell.value)).lower() in _TOTALS), None)
        if total is not None:
            self.account.fault(
                CellFault.at(self.spot(table, (total.row, total.column), tab.title), Fault((), _A_TOTAL))
            )
            return
        if not tab.is_down and not any(table.columns.get(place) for place in cells):
            return
        base, into = self.base(table, line, cells)
        self.see(base, self.spot(table, tab.place(line, min(table.columns)), tab.title))
        record: dict[str, Any] = {}
        for place, column in table.columns.items():
            if column is None:
                continue
            at = tab.place(line, place)
            spot = self.spot(table, at, column.label)
            path = (*base, *column.keys)
            self.see(path, spot)
            if place in cells:
                self.account.item(path)
                _put(record, column.keys, self.value(path, column, cells[place], table.times.get(place, 1), spot))
        if tab.is_list:
            record = {key: _named(value) for key, value in record.items()}
        into(record)

    def see(self, path: Path, spot: Spot) -> None:
        """Keep where a path was first seen, and all that it lies in."""
        for end, _ in enumerate(path, 1):
            self.spots.setdefault(path[:end], spot)

    def value(self, path: Path, column: Column, cell: Any, times: int, spot: Spot) -> Any:  # noqa: ANN401  # a cell; data
        """Return what a cell holds as data; where it holds nothing of the kind, as text, the fault being kept."""
        try:
            return data_of_cell(column, cell, times=times)
        except RefusedError as refused:
            fault = refused.fault
        if fault.value is None:
            fault = Fault((), fault.rule)
        self.account.fault(CellFault.at(spot, fault.below(path)))
        return text_of(cell.value)

    def base(self, table: Table, line: int, cells: Mapping[int, Any]) -> tuple[Path, Callable[[dict[str, Any]], None]]:
        """Return where in the data a line goes, and what puts it there."""
        tab = table.tab
        if tab.is_down:
            return tab.keys, lambda record: _merge(self.data, _below(tab.keys, record))
        numbers = ((place, cells.get(place)) for place, column in table.columns.items() if column is None)
        place, cell = next(numbers, (min(cells), None))
        at = tab.place(line, place)
        if not tab.parents:
            rows = _list_at(self.data, tab.keys)
            if tab.has_below:
                self.number(table, cell, at, len(rows))
            return (*tab.keys, len(rows)), rows.append
        above = self.above(tab, cell)
        if isinstance(above, FactRule):
            self.refuse(table, at, above, cell)
            return (tab.title.en, line), lambda _: None
        keys, index = above
        owner = _list_at(self.data, keys)[index]
        if tab.is_list:
            rows = _list_at(owner, tab.keys)
            return (*keys, index, *tab.keys, len(rows)), rows.append
        if tab.keys[0] in owner:
            self.refuse(table, at, _SECOND, cell)
            return (tab.title.en, line), lambda _: None
        return (*keys, index, *tab.keys), lambda record: owner.update({tab.keys[0]: record})

    def number(self, table: Table, cell: Any, at: tuple[int, int], index: int) -> None:  # noqa: ANN401  # a cell, or None
        """Keep the number of a row; of one that says none the next that is free."""
        keys, number = table.tab.keys, _number(cell)
        if number is None:
            number = next(one for one in count(1) if (keys, one) not in self.numbers)
        elif (keys, number) in self.numbers:
            self.refuse(table, at, _SECOND, cell)
        self.numbers.setdefault((keys, number), index)

    def refuse(self, table: Table, at: tuple[int, int], rule: FactRule, cell: Any) -> None:  # noqa: ANN401  # as above
        """Keep a fault of what numbers a line, or says to what it belongs."""
        fault = Fault((), rule) if cell is None else Fault((), rule, text_of(cell.value))
        self.account.fault(CellFault.at(self.spot(table, at, table.tab.number_label), fault))

    def above(self, tab: Tab, cell: Any) -> tuple[Keys, int] | FactRule:  # noqa: ANN401  # a cell, or None
        """Return the row that a line says it belongs to; where there is only one, it need not say so."""
        if cell is None and len(self.numbers) == 1:
            [((keys, _), index)] = self.numbers.items()
            return keys, index
        said = "" if cell is None else squeezed(text_of(cell.value)).lower()
        titles = {one.keys: one.title for one in tabs() if one.keys in tab.parents}
        named = [keys for keys, title in titles.items() if squeezed(title.zh) in said or squeezed(title.en) in said]
        keys, number = (named or tab.parents)[0], _number(cell)
        row = self.numbers.get((keys, number))
        if row is not None and (named or said.isdigit()):
            return keys, row
        if cell is None:
            return _NOT_SAID
        example = Text(zh=row_name(keys, 1, "zh"), en=row_name(keys, 1, "en"))
        return _NO_SUCH_ROW.filled({"example": example})

    def spot(self, table: Table, at: tuple[int, int], label: Text) -> Spot:
        """Return a cell as the place of a fault."""
        return Spot(self.pages.index(table.page.title), table.page.title, *at, label)


def _nearest(given: str, columns: Sequence[Column]) -> Text | None:
    """Return the column that somebody may have meant, or all of a few; None where that would be no help."""
    if not 0 < len(columns) <= _MOST_NAMED:
        return None
    zh, en = (nearest(given, [column.field.label.say(tag) for column in columns]).say(tag) for tag in LANGUAGES)
    return Text(zh=zh, en=en)


def _number(cell: Any) -> int | None:  # noqa: ANN401  # a cell, or None
    found = None if cell is None else _NUMBER.fullmatch(squeezed(text_of(cell.value)))
    return None if found is None else int(found[1])


def _named(value: Any) -> Any:  # noqa: ANN401  # data
    """Return a record of which only the name is told as that name, as a case file has it."""
    return value[NAME] if isinstance(value, dict) and set(value) == {NAME} else value


def _below(keys: Keys, record: dict[str, Any]) -> dict[str, Any]:
    """Return a record as it lies below keys; nothing of an empty one."""
    for key in reversed(keys if record else ()):
        record = {key: record}
    return record


def _put(record: dict[str, Any], keys: Keys, value: Any) -> None:  # noqa: ANN401  # data
    _merge(record, _below(keys[:-1], {keys[-1]: value}))


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        else:
            into[key] = value


def _list_at(data: dict[str, Any], keys: Keys) -> list[Any]:
    """Return the list at keys, made where it is not there yet."""
    for key in keys[:-1]:
        data = data.setdefault(key, {})
    found: list[Any] = data.setdefault(keys[-1], [])
    return found
