"""Two months' lists of courier outlets as a page (网点名单比对的排印): whom to enrol, close, ask after."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

import attrs

from gxinjury.cli.page import Page, as_page
from gxinjury.cli.running import Told, reply, with_copy
from gxinjury.codec import FileError
from gxinjury.couriers import Outlet, Reconciliation, reconcile
from gxinjury.couriers.reconciliation import Changed
from gxinjury.extra.cases.data import VERSIONS, data_of
from gxinjury.extra.cases.text import read_bytes
from gxinjury.extra.forms.outlets import OutletList, read_outlets
from gxinjury.extra.pages.parts import Grid, Item, Line, Part, Title
from gxinjury.fields import fields_of
from gxinjury.texts import Language, Text

_TITLE: Final = Text(zh="快递网点名单", en="Courier outlets")
_COUNTED: Final = Text(
    zh="符合参保条件的{qualifying}户，注销、撤销的{closed}户",
    en="qualifying: {qualifying}; closed or revoked: {closed}",
)
_COUNT: Final = Text(zh="{group}：{count}户", en="{group}: {count}")
_BEFORE: Final = Text(zh="上月", en="last month")
_NOW: Final = Text(zh="本月", en="this month")
_MONTH: Final = Text(zh="月份", en="month")
_GROUPS: Final = tuple(field for field in fields_of(Reconciliation) if field.name != "findings")


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury outlets``: this month's list held against last month's."""
    read = partial(read_outlets, file=asked.list)
    try:
        this = read(read_bytes(asked.list))
    except FileError as error:
        raise with_copy(error, asked.list, read, asked.mark, language) from None
    before = () if asked.against is None else read_outlets(read_bytes(asked.against), file=asked.against).qualifying
    found = reconcile(before, this.qualifying, this.closed)
    page = _page(this, language, found, has_before=asked.against is not None)
    return reply(asked, page, lambda: _data(this, found))


@as_page
def _page(this: OutletList, page: Page, found: Reconciliation, *, has_before: bool) -> Iterator[Part]:
    yield Title(page.say(_TITLE))
    yield Line(page.say(_COUNTED, qualifying=len(this.qualifying), closed=len(this.closed)))
    if has_before:
        for field in _GROUPS:
            told = {"group": field.label, "count": len(getattr(found, field.name))}
            yield Line(page.say(_COUNT, **told))
        for field in _GROUPS:
            group = getattr(found, field.name)
            if group and field.name != "unchanged":
                table = _changed(group, page) if field.name == "changed" else _table(group, page)
                yield from page.section(field.label, [table])
        yield from page.section("findings", page.findings(found.findings))
    yield from page.section("as_read", (Item(fault.text(page.language)) for fault in this.passed_over))
    yield from page.closing()


def _head(page: Page) -> list[str]:
    return [field.label.say(page.language) for field in fields_of(Outlet)]


def _cells(outlet: Outlet, page: Page) -> list[str]:
    return [page.written(getattr(outlet, field.name)) for field in fields_of(Outlet)]


def _table(group: Sequence[Outlet], page: Page) -> Grid:
    return Grid([_cells(one, page) for one in group], indent=2, head=_head(page))


def _changed(group: Sequence[Changed], page: Page) -> Grid:
    """Return the outlets whose papers differ, a row a month."""
    pairs = (zip((_BEFORE, _NOW), attrs.astuple(one, recurse=False), strict=True) for one in group)
    rows = [[page.say(month), *_cells(outlet, page)] for pair in pairs for month, outlet in pair]
    return Grid(rows, indent=2, head=[page.say(_MONTH), *_head(page)])


def _data(this: OutletList, found: Reconciliation) -> dict[str, Any]:
    groups = {field.name: [_outlet_data(one) for one in getattr(found, field.name)] for field in _GROUPS}
    return {
        **VERSIONS,
        "qualifying": [*map(_outlet_data, this.qualifying)],
        "closed": [*map(_outlet_data, this.closed)],
        **groups,
        "findings": data_of(found.findings),
        "passed_over": [fault.as_dict() for fault in this.passed_over],
    }


def _outlet_data(one: Outlet | Changed) -> dict[str, Any]:
    if isinstance(one, Outlet):
        return {field.name: data_of(getattr(one, field.name)) for field in fields_of(Outlet)}
    return {month: _outlet_data(outlet) for month, outlet in attrs.asdict(one, recurse=False).items()}
