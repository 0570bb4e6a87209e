"""Lists of courier outlets (快递网点名单), as the postal administration hands them over month by month (GX-4.1.1).

There is no official form: a row an outlet, by its name, with what papers it holds; closed ones say so in a column 状态
or stand on a sheet that is called so. Read is ``.xlsx`` (install ``gxinjury[office]``) or CSV; all faults at once.
"""

import re
from functools import partial
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec import FileError, Limits
from gxinjury.couriers import Outlet
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.cases.typed import read_typed
from gxinjury.extra.forms._faults import LIMITS, Faults, Line
from gxinjury.extra.forms._form import NUMBER, Column, Form
from gxinjury.extra.forms._reader import read_form
from gxinjury.extra.forms._sources import is_book, rows_of_sheet, sheets_in
from gxinjury.extra.forms.cells import read_number, read_text, squeezed
from gxinjury.extra.forms.tables import MUST_BE_A_FILE, FormFault, rows_of
from gxinjury.fields import field_named
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["OutletList", "read_outlets"]

_CLOSED: Final = re.compile(r"已?(?:依法)?(?:注销|撤销|关闭|停业)|closed|revoked", re.IGNORECASE)
_OPEN: Final = {"", "正常", "存续", "在营", "营业", "符合条件", "符合参保条件", "open", "active"}
_CLOSED_SHEET: Final = re.compile("注销|撤销|closed|revoked", re.IGNORECASE)
_MUST_BE_NAMED: Final = FactRule(zh="必须填写", en="must be filled in", code="blank")
_MUST_BE_A_STATE: Final = FactRule(
    zh="必须是“正常”“注销”或“撤销”", en="must be open, closed or revoked", code="no_state"
)
_TWICE: Final = FactRule(
    zh="同一名单中名称不得重复，已见于第{row}行",
    en="must stand once in its list: row {row} has it already",
    code="named_twice",
)


def _is_closed(text: str) -> bool:
    plain = squeezed(text).casefold()
    if _CLOSED.fullmatch(plain):
        return True
    if plain in _OPEN:
        return False
    raise InvalidFactError("Outlet", "state", _MUST_BE_A_STATE, text)


def _column(field: str, *others: str, **more: Any) -> Column:  # noqa: ANN401  # as Column
    """Return a column of a field of an outlet; flags are told as people tell them."""
    of = field_named(Outlet, field)
    read = partial(read_typed, bool) if of.kind is bool else read_text
    return Column(field, of.label.zh, read, (of.label.en, *others), called=of.label, **more)


_LIST: Final = Form(
    name=Text(zh="网点名单", en="the list of outlets"),
    columns=(
        Column(NUMBER, "序号", read_number, ("no.", "number")),
        _column("name", "网点名称", "快递网点", "快递网点名称", "基层快递网点名称", "outlet", blank=_MUST_BE_NAMED),
        _column("licence", "快递业务经营许可证", "经营许可证", "许可证", "licence"),
        _column("branch_listing", "分支机构名录", "branch listing"),
        _column("filing_receipt", "备案回执", "filing receipt"),
        _column("is_employer", "用人单位", "是否用人单位", "employer"),
        _column("parent", "所属企业", "所属快递企业", "企业法人", "parent"),
        _column("fully_insured_before", "全员参保"),
        Column("closed", "状态", _is_closed, ("经营状态", "网点状态", "state", "status")),
    ),
    labels={"填报时间": ("filed_on", read_text), "填报单位": ("filed_by", read_text)},
    enough=1,
    titles=re.compile(r"附件\d?:?|.*名单"),
    totals=re.compile("(?:合计|总计|共计|小计).*"),
    total_in=frozenset({NUMBER, "name"}),
    is_lenient=True,
)


@attrs.frozen
class OutletList(Record):
    """A month's list: the outlets that qualify, those that were closed or revoked, and what was passed over."""

    qualifying: Annotated[tuple[Outlet, ...], Text("符合条件的网点", "qualifying")]
    closed: Annotated[tuple[Outlet, ...], Text("停业、撤销的网点", "closed")] = ()
    passed_over: Annotated[tuple[FormFault, ...], Text("读入时未采用的内容", "passed over")] = ()


def read_outlets(data: bytes | str, *, file: str = "", limits: Limits = LIMITS) -> OutletList:
    r"""Read a month's list of outlets.

    Args:
        data: The file's bytes, or its text.
        file: Its name, for messages.
        limits: How much is read at most.

    Raises:
        FileError: The file has faults; it tells all of them.
        InvalidFactError: The data is neither bytes nor text.

    >>> found = read_outlets("网点名称,分支机构名录,备案回执,状态\n青秀一店,有,,\n青秀二店,,有,注销\n")
    >>> [one.name for one in found.qualifying], [one.name for one in found.closed]
    (['青秀一店'], ['青秀二店'])
    """
    if not isinstance(data, bytes | str):
        raise InvalidFactError("read_outlets", "data", MUST_BE_A_FILE, type(data))
    faults = Faults(limits)
    faults.file = file
    lists: dict[bool, list[Outlet]] = {False: [], True: []}
    seen: dict[tuple[bool, str], Line] = {}
    try:
        if is_book(data):
            for sheet in sheets_in(data, _LIST, faults):
                _, lines = read_form(_LIST, rows_of_sheet(sheet, faults), faults)
                _take(lines, lists, seen, faults, is_closed=bool(_CLOSED_SHEET.search(sheet.title)))
        else:
            _, lines = read_form(_LIST, rows_of(data), faults)
            _take(lines, lists, seen, faults, is_closed=False)
    except FileError as error:
        raise FileError(file, error.faults) from None
    faults.done()
    return OutletList(tuple(lists[False]), tuple(lists[True]), tuple(faults.passed_over))


def _take(
    lines: list[Line],
    lists: dict[bool, list[Outlet]],
    seen: dict[tuple[bool, str], Line],
    faults: Faults,
    *,
    is_closed: bool,
) -> None:
    for line in lines:
        if line.at_fault:
            continue
        values = {field: value for field, value in line.values.items() if field != NUMBER}
        closed = values.pop("closed", is_closed)
        first = seen.setdefault((closed, values["name"]), line)
        if first is not line:
            faults.tell(line.place("name"), _TWICE.filled({"row": str(first.path[0])}), value=values["name"])
        else:
            lists[closed].append(Outlet(**values))
