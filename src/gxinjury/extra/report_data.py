"""The progress report as JSON, in and out (调度表的 JSON 读写); nothing to install.

The money column is called ``benefits_paid_wan_yuan``: its name says its unit.
"""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from gxinjury.codec.faults import FileError, nearest, written_path
from gxinjury.couriers import Report, ReportForm, WanYuan
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.text import parse
from gxinjury.extra.report_cells import HEAD, MUST_BE_WAN_YUAN, WAN_YUAN_KEY, read_city, read_period
from gxinjury.extra.report_faults import ReportFault, value_shown
from gxinjury.extra.report_lines import Gathering, Line, Place
from gxinjury.extra.tables import WrongCell, read_day
from gxinjury.facts import check_count, check_instance
from gxinjury.texts import Text

__all__ = ["report_data"]

_SECTIONS: Final = ("reports", "totals")
_STATED: Final = ("city", "period", *HEAD)
_KEYS: Final = {WAN_YUAN_KEY: "benefits_paid"} | {name: name for name in ("city", "period", *COUNTED, "note")}
_NAMES: Final = {field: key for key, field in _KEYS.items()}

_MUST_BE_A_LIST: Final = Text(zh="必须是列表", en="must be a list")
_MUST_BE_A_TABLE: Final = Text(zh="必须是一组键值", en="must be a table of keys and values")
_MUST_BE_A_TEXT: Final = Text(zh="必须是文本", en="must be a text")
_NO_KEY: Final = Text(zh="不是已知的键", en="is no known key")
_IS_MISSING: Final = Text(zh="缺失", en="is missing")
_MUST_SAY_ITS_UNIT: Final = Text(
    zh=f"须以万元计，键名为“{WAN_YUAN_KEY}”", en=f"must be in 万元 (10,000 yuan), under the key {WAN_YUAN_KEY}"
)


def _read(field: str, value: Any) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """Return what a field holds.

    Raises:
        WrongCell: It is something else.
    """
    try:
        if field in COUNTED:
            check_count("Report", field, value)
            return value
        if field == "benefits_paid":
            return WanYuan(value)
    except InvalidFactError as error:
        raise WrongCell(MUST_BE_WAN_YUAN if field == "benefits_paid" else error.rule, value) from None
    if not isinstance(value, str) or (field != "note" and not value.strip()):
        raise WrongCell(_MUST_BE_A_TEXT, value)
    readers: dict[str, Any] = {"city": read_city, "period": read_period, "filed_on": read_day}
    return readers[field](value) if field in readers else value.strip()


class _Data:
    """Reads one file of data."""

    def __init__(self, file: str, gathering: Gathering) -> None:
        self.file = file
        self.gathering = gathering

    def fault(self, path: tuple[str | int, ...], rule: Text, value: object = None, hint: Text | None = None) -> None:
        got = None if value is None else value_shown(value)
        self.gathering.faults.append(ReportFault(self.file, rule, None, written_path(path), got, hint))

    def read(self, data: Mapping[str, Any]) -> None:
        head: dict[str, Any] = {}
        lines: list[Line] = []
        for key, value in data.items():
            if key in _SECTIONS:
                lines += self.section(key, value)
            elif key in _STATED:
                self.take(head, (key,), key, value)
            else:
                self.fault((key,), _NO_KEY, hint=nearest(key, [*_SECTIONS, *_STATED], {}))
        if "reports" not in data:
            self.fault(("reports",), _IS_MISSING)
        self.gathering.add(self.file, lines, head)

    def take(self, into: dict[str, Any], path: tuple[str | int, ...], field: str, value: object) -> bool:
        """Take a value where it can be read; return whether it could."""
        try:
            into[field] = _read(field, value)
        except WrongCell as wrong:
            self.fault(path, wrong.rule, value)
            return False
        return True

    def section(self, name: str, items: object) -> list[Line]:
        if not isinstance(items, list):
            self.fault((name,), _MUST_BE_A_LIST, items)
            return []
        lines = []
        for position, item in enumerate(items):
            if isinstance(item, dict):
                lines.append(self.line(name, position, item))
            else:
                self.fault((name, position), _MUST_BE_A_TABLE, item)
        return lines

    def line(self, section: str, position: int, item: Mapping[str, Any]) -> Line:
        values: dict[str, Any] = {}
        at_fault: set[str] = set()
        for key, value in item.items():
            path = (section, position, key)
            if key == "benefits_paid":
                self.fault(path, _MUST_SAY_ITS_UNIT)
                at_fault.add(key)
            elif key not in _KEYS:
                self.fault(path, _NO_KEY, hint=nearest(key, list(_KEYS), {}))
            elif not self.take(values, path, _KEYS[key], value):
                at_fault.add(_KEYS[key])
        total = ""
        if section == "totals":
            total = values.pop("city", "") or "合计"
        return Line(self.place(section, position), values, frozenset(at_fault), total)

    def place(self, section: str, position: int) -> Place:
        def fault(field: str, rule: Text, value: str | None) -> ReportFault:
            path = written_path((section, position, _NAMES[field]))
            return ReportFault(self.file, rule, None, path, value)

        told = written_path((section, position))
        return Place(Text(zh=told, en=told), fault)


def add_data(gathering: Gathering, file: str, text: str) -> None:
    """Add the reports of a JSON file to what is gathered."""
    try:
        data = parse(text.encode(), "reports.json")
    except FileError as error:
        gathering.faults += [ReportFault(file, fault.rule) for fault in error.faults]
        return
    _Data(file, gathering).read(data)


def report_data(form: ReportForm) -> dict[str, Any]:
    """Return a form as data that JSON can hold, which :func:`~gxinjury.extra.report_tables.read_reports` reads back.

    Args:
        form: The form.

    Returns:
        Counts as numbers, money in 万元 and days as texts, nothing rounded away; without what the form does not state.

    Raises:
        InvalidFactError: It is no ReportForm.

    >>> from gxinjury.couriers import reporting_periods
    >>> report = Report("南宁市", reporting_periods(2022)[8], 200, 140, 1800, 1790, 12, 9, 7, WanYuan("12.345678"))
    >>> report_data(ReportForm([report]))["reports"][0]["benefits_paid_wan_yuan"]
    '12.345678'
    """
    check_instance("report_data", "form", form, ReportForm)
    stated = {name: getattr(form, name) for name in HEAD}
    data: dict[str, Any] = {name: str(value) for name, value in stated.items() if value is not None}
    data["reports"] = [line_data(report) for report in form.lines]
    if form.totals:
        data["totals"] = [line_data(report) for report in form.totals]
    return data


def line_data(report: Report) -> dict[str, Any]:
    """Return a line as data."""
    fields = (field.name for field in attrs.fields(Report))
    data = {_NAMES[name]: getattr(report, name) for name in fields}
    data["period"] = str(report.period)
    data[WAN_YUAN_KEY] = f"{report.benefits_paid.number:f}"
    if not report.note:
        del data["note"]
    return data
