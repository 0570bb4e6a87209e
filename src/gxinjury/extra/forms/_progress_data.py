"""The progress report as JSON (调度表的 JSON 读写): what stands under which key."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from gxinjury.codec.readers import NO_KEY, NO_LIST, NO_TABLE, RefusedError
from gxinjury.codec.wording import nearest
from gxinjury.couriers import Report, WanYuan
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.cases.text import parse
from gxinjury.extra.forms._faults import Faults, Line
from gxinjury.extra.forms._progress_form import HEAD, MUST_BE_WAN_YUAN, WAN_YUAN_KEY, read_city, read_period
from gxinjury.extra.forms.cells import read_day
from gxinjury.extra.forms.tables import Place
from gxinjury.facts import check_count

_KEYS: Final = {name: name for name in ("city", "period", *COUNTED)} | {"benefits_paid": WAN_YUAN_KEY, "note": "note"}
_FIELDS: Final = {key: field for field, key in _KEYS.items()}
_SECTIONS: Final = ("reports", "totals")
_READERS: Final[Mapping[str, Callable[[str], Any]]] = {"city": read_city, "period": read_period, "filed_on": read_day}
_STATED: Final = ("city", "period", *HEAD)

_MUST_BE_A_TEXT: Final = FactRule(zh="必须是文本", en="must be a text", code="no_text")
_IS_MISSING: Final = FactRule(zh="缺失", en="is missing", code="missing")
_MUST_SAY_ITS_UNIT: Final = FactRule(
    zh=f"须以万元计，键名为“{WAN_YUAN_KEY}”",
    en=f"must be in 万元 (10,000 yuan), under the key {WAN_YUAN_KEY}",
    code="no_unit",
)


def line_data(report: Report) -> dict[str, Any]:
    """Return a line as data, in the order of the table; without a note where it has none."""
    data = {_KEYS[field.name]: getattr(report, field.name) for field in attrs.fields(Report)}
    data |= {"period": str(report.period), WAN_YUAN_KEY: f"{report.benefits_paid.number:f}"}
    if not report.note:
        del data["note"]
    return data


def read_data(text: str, faults: Faults) -> tuple[dict[str, Any], list[Line]]:
    """Return what a file of data states at its top, and its lines.

    Raises:
        FileError: It is no JSON.
    """
    head: dict[str, Any] = {}
    lines: list[Line] = []
    data = parse(text.encode(), "reports.json")
    for key, value in data.items():
        if key in _SECTIONS:
            lines += _section(key, value, faults)
        elif key in _STATED:
            faults.take(head, key, (key,), partial(_read, key), value)
        else:
            faults.tell((key,), NO_KEY, hint=nearest(key, [*_SECTIONS, *_STATED], {}))
    if "reports" not in data:
        faults.tell(("reports",), _IS_MISSING)
    return head, lines


def _section(name: str, items: object, faults: Faults) -> Iterator[Line]:
    if not isinstance(items, list):
        faults.tell((name,), NO_LIST, value=items)
        return
    for position, item in enumerate(items):
        if isinstance(item, dict):
            yield _line((name, position), item, faults)
        else:
            faults.tell((name, position), NO_TABLE, value=item)


def _line(path: Place, item: Mapping[str, Any], faults: Faults) -> Line:
    values: dict[str, Any] = {}
    at_fault: set[str] = set()
    for key, value in item.items():
        if key == "benefits_paid":
            faults.tell((*path, key), _MUST_SAY_ITS_UNIT)
            at_fault.add(key)
        elif key not in _FIELDS:
            faults.tell((*path, key), NO_KEY, hint=nearest(key, list(_FIELDS), {}))
        elif not faults.take(values, _FIELDS[key], (*path, key), partial(_read, _FIELDS[key]), value):
            at_fault.add(_FIELDS[key])
    total = values.pop("city", "") or "合计" if path[0] == "totals" else ""
    return Line(path, values, at_fault, _KEYS, total)


def _read(field: str, value: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    if field in COUNTED:
        check_count("Report", field, value)
        return value
    if field == "benefits_paid":
        try:
            return WanYuan(value)
        except InvalidFactError:
            raise RefusedError(MUST_BE_WAN_YUAN, value) from None
    if not isinstance(value, str) or (field != "note" and not value.strip()):
        raise RefusedError(_MUST_BE_A_TEXT, value)
    return _READERS.get(field, str.strip)(value)
