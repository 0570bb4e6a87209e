"""Annex 2 (花名册): what was read, what was passed over and left blank; one month against the last."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from gxinjury.cli.page import Page, as_page
from gxinjury.cli.running import Told, reply, with_copy
from gxinjury.codec import FileError
from gxinjury.construction import RosterChangeKind, RosterEntry, roster_findings, unfilled
from gxinjury.construction.roster_form import RosterForm
from gxinjury.extra.cases.data import VERSIONS, data_of, text_data
from gxinjury.extra.cases.text import read_bytes
from gxinjury.extra.forms._annex2_form import COLUMNS
from gxinjury.extra.forms.annex2 import RosterSheet, read_roster_sheet, write_roster, write_roster_workbook
from gxinjury.extra.forms.annex2_months import ChangedEntry, RosterMonths, compare_rosters
from gxinjury.extra.pages.parts import Cell, Grid, Item, Line, Part
from gxinjury.extra.saving import save
from gxinjury.fields import fields_of
from gxinjury.findings import Finding
from gxinjury.money import written_amount
from gxinjury.texts import Language, Text, is_chinese

if TYPE_CHECKING:
    from gxinjury.extra.workbooks import Sheet

_WORKBOOK: Final = b"PK\x03\x04"
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_MOST_ROWS: Final = 50
_UNTITLED: Final = Text(zh="花名册", en="Roster")
_COUNTED: Final = Text(
    zh="共{rows}行：增{added}人，减{removed}人", en="rows: {rows}; added: {added}, removed: {removed}"
)
_ROWS: Final = Text(zh="名册各行", en="Rows")
_UNFILLED: Final = Text(zh="未填的内容", en="What is left blank")
_MORE: Final = Text(zh="另有{more}行未列出（--json 输出全部）", en="further rows: {more}; --json prints all")
_EN_HEADERS: Final = {
    "序号": "no.",
    "姓名": "name",
    "性别": "sex",
    "身份证号": "id",
    "增减": "change",
    "原因": "reason",
    "月工资": "monthly wage",
    "参保时间": "enrolled on",
}
_MONTHS: Final = Text(zh="{this} 与 {last} 两份花名册的比对", en="Roster of {this} held against that of {last}")
_IF_CHANGES_ONLY: Final = Text(
    zh="如本月表只列变动人员，即为无变化；如列全员，请核实是否漏报减少",
    en="where this month's lists changes only, nothing changed of them; where it lists all, ask what became of them",
)
_CHANGE: Final = Text(zh="{name}：{changes}", en="{name}: {changes}")
_FROM_TO: Final = Text(zh="{field}由{before}改为{now}", en="{field} {before}, now {now}")
_SUMMARY: Final = Text(zh="汇总", en="summary")
_SUMMARY_HEAD: Final = (Text(zh="类别", en="group"), Text(zh="人数", en="workers"))
_CHANGED: Final = Text(zh="变化", en="what changed")
_NOT_FILLED: Final = Text(zh="未填", en="blank")
_COUNT: Final = Text(zh="{group}：{count}人", en="{group}: {count}")
_GROUPS: Final = tuple((field.name, field.label) for field in fields_of(RosterMonths))
_LISTED: Final = tuple(name for name, _ in _GROUPS if name not in {"changed", "unchanged"})


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury roster``: what it holds, or how it differs from last month's; the workbook has ids in full."""
    read = partial(read_roster_sheet, reported_on=asked.reported_on, sheet=asked.sheet)
    sheet = _read(asked.roster_file, read, asked.mark, language)
    if asked.csv is not None:
        save(asked.csv, write_roster(sheet), begins=_UTF8_MARK)
    beside = Namespace(html=asked.html, json=asked.json)
    if asked.against is None:
        if asked.xlsx is not None:
            save(asked.xlsx, write_roster_workbook(sheet), begins=_WORKBOOK)
        return reply(beside, _roster(sheet, language), lambda: _roster_data(sheet))
    last = _read(asked.against, read_roster_sheet, None, language).form
    found = compare_rosters(last, sheet.form)
    title = _MONTHS.say(language, this=sheet.form.reported_on, last=last.reported_on)
    if asked.xlsx is not None:
        from gxinjury.extra.workbooks import write

        write(asked.xlsx, _months_sheets(found, Page(language), title), language=language)
    return reply(beside, _months(found, language, title), lambda: _months_data(found))


def _read(path: str, read: Callable[[bytes], RosterSheet], mark: str | None, language: Language) -> RosterSheet:
    """Read a roster; where it has faults and a copy is asked for, mark them there and say so."""
    try:
        return read(read_bytes(path))
    except FileError as error:
        raise with_copy(FileError(path, error.faults), path, read, mark, language) from None


@as_page
def _roster(sheet: RosterSheet, page: Page) -> Iterator[Part]:
    """Yield annex 2, ids masked."""
    form = sheet.form
    yield from page.title(form.project or page.say(_UNTITLED))
    for field in fields_of(RosterForm):
        value = getattr(form, field.name)
        if field.name not in {"entries", "project"} and value is not None:
            yield Line(page.written(value), label=page.say(field.label))
    added = sum(entry.kind is RosterChangeKind.ADD for entry in form.entries)
    counts = {"rows": len(form.entries), "added": added, "removed": len(form.entries) - added}
    yield Line(page.say(_COUNTED, **counts))
    yield from page.section(_ROWS, _rows(form.entries, page))
    yield from page.section("as_read", (Item(fault.text(page.language)) for fault in sheet.passed_over))
    yield from page.section(_UNFILLED, page.findings(unfilled(form)))
    yield from page.section("findings", page.findings(_findings(form)))
    yield from page.closing()


def _findings(form: RosterForm) -> tuple[Finding, ...]:
    """Return what looks wrong on one roster: of whom it removes, others may have told that he was added."""
    return tuple(found for found in roster_findings(form.changes) if found.code != "not_listed")


def _head(page: Page) -> tuple[str, ...]:
    return tuple(one.header if is_chinese(page.language) else _EN_HEADERS[one.header] for one in COLUMNS)


def _rows(entries: Sequence[RosterEntry], page: Page) -> Iterator[Part]:
    """Yield rows as a table, ids masked, of very many the first ones."""
    if entries:
        rows = [[_cell(value, page) for value in _values(entry)] for entry in entries[:_MOST_ROWS]]
        yield Grid(rows, numbers=(0, 6), indent=2, head=_head(page))
    if len(entries) > _MOST_ROWS:
        yield Line(page.say(_MORE, more=len(entries) - _MOST_ROWS), 2)


def _cell(value: object, page: Page) -> Cell:
    return value if isinstance(value, Decimal | date) else page.written(value)


def _values(entry: RosterEntry) -> tuple[object, ...]:
    worker = entry.worker
    beside = (entry.kind, entry.reason, entry.monthly_wage, entry.enrolled_on)
    return (entry.number, worker.name, worker.sex, worker.resident_id, *beside)


@as_page
def _months(found: RosterMonths, page: Page, title: str) -> Iterator[Part]:
    """Yield this month's roster held against last month's, ids masked."""
    yield from page.title(title)
    for name, label in _GROUPS:
        yield Line(page.say(_COUNT, group=label, count=len(getattr(found, name))))
    for name, label in _GROUPS:
        if name in _LISTED:
            yield from page.section(label, _rows(getattr(found, name), page))
        elif name == "changed":
            told = (
                page.say(_CHANGE, name=page.written(one.after.worker.name), changes=_changes(one, page))
                for one in found.changed
            )
            yield from page.section(label, map(Item, told))
        if name == "not_listed" and found.not_listed:
            yield Item(page.say(_IF_CHANGES_ONLY))
    yield from page.closing()


def _changes(one: ChangedEntry, page: Page) -> str:
    between = "，" if is_chinese(page.language) else ", "
    return between.join(
        page.say(_FROM_TO, field=label, before=_or_blank(before, page), now=_or_blank(now, page))
        for label, before, now in one.differences
    )


def _or_blank(value: object, page: Page) -> str:
    told = written_amount(value) if isinstance(value, Decimal) else page.written(value)
    return told or page.say(_NOT_FILLED)


def _months_sheets(found: RosterMonths, page: Page, title: str) -> "list[Sheet]":
    """Return this month's roster held against last month's as sheets, a group each; ids in full as on the form."""
    from gxinjury.extra.workbooks import Sheet

    counts = tuple((page.say(label), len(getattr(found, name))) for name, label in _GROUPS)
    sheets = [Sheet(page.say(_SUMMARY), tuple(map(page.say, _SUMMARY_HEAD)), counts, (title,))]
    for name, label in _GROUPS:
        entries = getattr(found, name)
        is_changed = name == "changed"
        header = (*_head(page), *((page.say(_CHANGED),) if is_changed else ()))
        cells = tuple((*_values(one.after), _changes(one, page)) if is_changed else _values(one) for one in entries)
        notes = (page.say(_IF_CHANGES_ONLY),) if name == "not_listed" else ()
        sheets += [Sheet(page.say(label), header, cells, notes)] if entries else []
    return sheets


def _roster_data(sheet: RosterSheet) -> dict[str, Any]:
    """Return annex 2 as data that JSON can hold, ids masked."""
    form = sheet.form
    head = {
        field.name: data_of(getattr(form, field.name)) for field in fields_of(RosterForm) if field.name != "entries"
    }
    return {
        **VERSIONS,
        **head,
        "entries": [*map(_entry_data, form.entries)],
        "own_columns": [*sheet.own],
        "passed_over": [fault.as_dict() for fault in sheet.passed_over],
        "findings": data_of((*unfilled(form), *_findings(form))),
    }


def _months_data(found: RosterMonths) -> dict[str, Any]:
    """Return this month's roster held against last month's as data that JSON can hold, ids masked."""
    data: dict[str, Any] = {name: [*map(_entry_data, getattr(found, name))] for name, _ in _GROUPS if name != "changed"}
    data["changed"] = [
        {
            **_entry_data(one.after),
            "differences": [
                {**text_data(label), "before": data_of(before), "now": data_of(now)}
                for label, before, now in one.differences
            ],
        }
        for one in found.changed
    ]
    return {**VERSIONS, **data}


def _entry_data(entry: RosterEntry) -> dict[str, Any]:
    return {column.field: data_of(value) for column, value in zip(COLUMNS, _values(entry), strict=True)}
