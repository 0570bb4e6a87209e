"""Annex 2, the roster, as workbook and CSV (花名册的读写); install ``gxinjury[ids]`` for the check of resident ids.

Read is what comes out of a spreadsheet: ``.xlsx`` (install ``gxinjury[office]``) or CSV, in UTF-8 with or without BOM
or GB18030, full-width digits, columns in any order, blank lines, lines that are numbered and left empty. All faults of
a file are told at once, each with its row as a spreadsheet counts and its column; nothing in a file is passed over in
silence. Written is the form with its official headers. Take a file in with ``Path.read_bytes`` and out with
``Path.write_bytes``.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec import Limits
from gxinjury.construction.ids import hidden
from gxinjury.construction.roster_changes import RosterChangeKind
from gxinjury.construction.roster_form import RosterEntry, RosterForm
from gxinjury.construction.workers import Sex, Worker
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.forms._annex2_form import ANNEX_2, COLUMNS, REPORT_DAY, REPORT_DAYS, TITLE, id_fault
from gxinjury.extra.forms._faults import LIMITS, Faults, Line
from gxinjury.extra.forms._form import NUMBER, Form
from gxinjury.extra.forms._reader import read_form
from gxinjury.extra.forms._sources import rows_in
from gxinjury.extra.forms.tables import MUST_BE_A_FILE, Encoding, FormFault, csv_bytes
from gxinjury.facts import check_instance, check_optional_day
from gxinjury.privacy import AnyText, Discreet, whole
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["RosterSheet", "id_fault", "read_roster", "read_roster_sheet", "write_roster", "write_roster_workbook"]

_NO_REPORT_DAY: Final = FactRule(
    zh="未载明填报时间；请补填，或者另行提供（reported_on）",
    en="the report date (填报时间) is not stated; fill it in or supply reported_on",
    code="no_report_day",
)

_WIDTHS: Final = {
    NUMBER: 8,
    "name": 14,
    "sex": 8,
    "resident_id": 24,
    "kind": 8,
    "reason": 20,
    "monthly_wage": 14,
    "enrolled_on": 14,
}
_OWN_WIDTH: Final = 14
_LINES_OF_THE_FORM: Final = 15
_CHOICES: Final = {
    "sex": tuple(one.value.zh for one in Sex),
    "kind": tuple(one.value.zh for one in RosterChangeKind),
}
_OFFICE: Final = attrs.evolve(ANNEX_2, is_lenient=True)


@attrs.frozen
class RosterSheet(Record):
    """Annex 2 as an office keeps it.

    Args:
        form: The form.
        own: The headers of columns of the office's own, as 工种 or 电话.
        own_cells: By row of the form: what stands in these columns, empty for nothing.
        passed_over: What was not read or not understood: columns kept as they stand, lines of totals, blank lines,
            remarks, hidden rows, other sheets.
    """

    form: Annotated[RosterForm, Text("花名册", "form")]
    own: Annotated[tuple[str, ...], Text("自设栏目", "own")] = ()
    own_cells: Annotated[tuple[tuple[str, ...], ...], Text("自设栏目的内容", "own cells")] = ()
    passed_over: Annotated[tuple[FormFault, ...], Text("读入时未采用的内容", "passed over")] = ()


def read_roster(data: bytes | str, *, reported_on: date | None = None, limits: Limits = LIMITS) -> RosterForm:
    r"""Read annex 2, nothing on it passed over: a column that it does not have is a fault, and so is a line of totals.

    Needed are the columns 姓名 and 增减, and the report date; a roster without ids is read too.

    Args:
        data: The file's bytes, or its text.
        reported_on: The day of the report, for a file that does not state it.
        limits: How much is read at most.

    Raises:
        FileError: The file has faults; it tells all of them.
        InvalidFactError: The data is neither bytes nor text, or ``reported_on`` is no day.

    >>> head = "填报时间,2015年11月28日\n序号,姓名,增减,身份证号\n"
    >>> read_roster(f"{head}1,张三,增,４５０１０３１９８００１０１１２３３\n").entries[0].worker
    Worker(name='张三', resident_id='4501************33', sex=None)
    >>> read_roster(f"{head}一,张三,增,\n")
    Traceback (most recent call last):
    gxinjury.codec.faults.FileError: row 3, 序号 must be a whole number, got '一'
    """
    return _read(ANNEX_2, data, reported_on, None, limits).form


def read_roster_sheet(
    data: bytes | str, *, reported_on: date | None = None, sheet: str | None = None, limits: Limits = LIMITS
) -> RosterSheet:
    r"""Read annex 2 as offices keep it: with columns of their own, lines of totals, remarks; all of it is told.

    Args:
        data: The file's bytes, or its text.
        reported_on: The day of the report, for a file that does not state it.
        sheet: The sheet of a workbook; None: the one that has the form's headers.
        limits: How much is read at most.

    Raises:
        FileError: The file has faults; it tells all of them.
        InvalidFactError: The data is neither bytes nor text, or ``reported_on`` is no day.

    >>> found = read_roster_sheet("填报时间,2015-11-28\n姓名,增减,工种\n张三,增,木工\n合计,1人,\n")
    >>> found.own, found.own_cells
    (('工种',), (('木工',),))
    >>> for told in found.passed_over:
    ...     print(told.text("en"))
    row 2, 工种 is no column of annex 2: it is kept as it stands
    row 4: this looks like a line of totals and was not read
    """
    return _read(_OFFICE, data, reported_on, sheet, limits)


def _read(form: Form, data: bytes | str, reported_on: date | None, sheet: str | None, limits: Limits) -> RosterSheet:
    check_optional_day("read_roster", "reported_on", reported_on)
    if not isinstance(data, bytes | str):
        raise InvalidFactError("read_roster", "data", MUST_BE_A_FILE, type(data))
    faults = Faults(limits)
    rows = rows_in(data, form, faults, sheet)
    head, lines = read_form(form, rows, faults)
    is_told = any(not fault.path or fault.path[-1] in REPORT_DAYS for fault in faults.told)
    if head.setdefault("reported_on", reported_on) is None and not is_told:
        faults.tell((), _NO_REPORT_DAY)
    entries = [_entry(line, head["reported_on"], faults) for line in lines]
    faults.done()
    own = tuple(dict.fromkeys(name for line in lines for name in line.own))
    return RosterSheet(
        RosterForm(entries=[entry for entry in entries if entry], **head),
        own,
        tuple(tuple(line.own.get(name, "") for name in own) for line in lines),
        tuple(faults.passed_over),
    )


def _entry(line: Line, reported_on: date | None, faults: Faults) -> RosterEntry | None:
    values = line.values
    number: Discreet | None = values.get("resident_id")
    if number is not None and (wrong := id_fault(number, reported_on)) is not None:
        faults.tell(line.place("resident_id"), wrong, value=hidden(number.in_full))
        return None
    if line.at_fault:
        return None
    return RosterEntry(
        Worker(values["name"], number, values.get("sex")),
        values["kind"],
        values.get("reason"),
        values.get("monthly_wage"),
        values.get("enrolled_on"),
        values.get(NUMBER),
    )


def _text(value: AnyText | None) -> str | None:
    return None if value is None else whole(value)


def _cells(entry: RosterEntry) -> tuple[Any, ...]:
    worker = entry.worker
    return (
        entry.number,
        _text(worker.name),
        None if worker.sex is None else worker.sex.value.zh,
        _text(worker.resident_id),
        entry.kind.value.zh,
        _text(entry.reason),
        entry.monthly_wage,
        entry.enrolled_on,
    )


def _rows_with_own(sheet: RosterSheet) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    yield from zip_longest(map(_cells, sheet.form.entries), sheet.own_cells, fillvalue=())


def _rows(sheet: RosterSheet) -> Iterator[Sequence[object]]:
    form = sheet.form
    yield (TITLE,)
    yield "项目名称", _text(form.project), "施工企业名称", _text(form.enterprise)
    yield REPORT_DAY, form.reported_on
    yield *(column.header for column in COLUMNS), *sheet.own
    for (*before, wage, enrolled_on), more in _rows_with_own(sheet):
        yield *before, None if wage is None else f"{wage:f}", enrolled_on, *more
    yield "经办人", _text(form.handler), "联系电话", _text(form.phone)


def write_roster(form: RosterForm | RosterSheet, *, encoding: Encoding = "utf-8-sig") -> bytes:
    """Write annex 2 as CSV, its ids in full: it is the form that goes to the agency.

    In a spreadsheet, import the column of ids as text: opened as numbers, they lose their last digits. The workbook of
    :func:`write_roster_workbook` keeps them.

    Args:
        form: The form; or as an office keeps it, with columns of its own.
        encoding: UTF-8 with a BOM, by which spreadsheets know it; plain UTF-8; or GB18030.

    Returns:
        The file's bytes, its lines ended as spreadsheets end them.

    Raises:
        InvalidFactError: It is no RosterForm, or the encoding is another.

    >>> from gxinjury.construction import RosterChangeKind
    >>> form = RosterForm(date(2015, 11, 28), [RosterEntry(Worker("张三"), RosterChangeKind.ADD)])
    >>> read_roster(write_roster(form, encoding="gb18030")) == form
    True
    """
    return csv_bytes("write_roster", _rows(_sheet_of("write_roster", form)), encoding)


def write_roster_workbook(form: RosterForm | RosterSheet) -> bytes:
    """Write annex 2 as a workbook, laid out as on paper; install ``gxinjury[office]``.

    Ids are text cells, in full: it is the form that goes to the agency. A form of fewer lines has the annex's fifteen.

    Args:
        form: The form; or as an office keeps it, whose own columns stand behind the official ones.

    Returns:
        The bytes of an ``.xlsx``.

    Raises:
        InvalidFactError: It is no RosterForm.

    >>> from gxinjury.construction import RosterChangeKind
    >>> form = RosterForm(date(2015, 11, 28), [RosterEntry(Worker("张三"), RosterChangeKind.ADD)])
    >>> read_roster(write_roster_workbook(form)) == form
    True
    """
    from gxinjury.extra.forms._xlsx_paper import Paper, PaperColumn, paper_bytes  # noqa: PLC0415  (an extra of its own)

    sheet = _sheet_of("write_roster_workbook", form)
    form = sheet.form
    columns = [PaperColumn(one.header, _WIDTHS[one.field], _CHOICES.get(one.field, ())) for one in COLUMNS]
    rows = [(*cells, *(text or None for text in more)) for cells, more in _rows_with_own(sheet)]
    paper = Paper(
        "附件2",
        TITLE,
        (
            (("项目名称", _text(form.project)), ("施工企业名称(公章)", _text(form.enterprise))),
            ((REPORT_DAY, form.reported_on),),
        ),
        (*columns, *(PaperColumn(name, _OWN_WIDTH) for name in sheet.own)),
        (*rows, *((number,) for number in range(len(rows) + 1, _LINES_OF_THE_FORM + 1))),
        ((("经办人", _text(form.handler)), ("联系电话", _text(form.phone))),),
    )
    return paper_bytes([paper])


def _sheet_of(question: str, form: RosterForm | RosterSheet) -> RosterSheet:
    if isinstance(form, RosterSheet):
        return form
    check_instance(question, "form", form, RosterForm)
    return RosterSheet(form)
