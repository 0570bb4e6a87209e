"""What a cell holds as data of a case (单元格的读取): whatever Excel, WPS or a clerk made of it."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, get_args

from openpyxl.utils.datetime import from_excel

from gxinjury.codec.choices import member_name
from gxinjury.codec.kinds import Listed
from gxinjury.codec.readers import RATE, RefusedError
from gxinjury.codec.wording import nearest
from gxinjury.errors import FactRule
from gxinjury.extra.cases.field_notes import members_of
from gxinjury.extra.cases.typed import read_typed
from gxinjury.extra.forms.cells import MUST_BE_A_DAY, SERIALS, number_in, read_day, squeezed
from gxinjury.extra.workbooks.tabs import Column
from gxinjury.facts import CHINA, Yuan
from gxinjury.money import Rate
from gxinjury.privacy import Discreet
from gxinjury.texts import Language, Text, written

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_KEPT_DIGITS: Final = 15
_BETWEEN: Final = re.compile(r"[;；、\n]")
_GRADE: Final = re.compile(r"^(\d+)级$")

_NO_RESULT: Final = FactRule(
    zh="是公式，但没有保存计算结果；请在 Excel 或 WPS 中打开并保存，或者直接填写",
    en="is a formula whose result was not saved: open and save it in a spreadsheet, or type the value",
    code="no_result",
)
_IN_ERROR: Final = FactRule(
    zh="是出错的公式；请更正，或者直接填写",
    en="is a formula in error: mend it, or type the value",
    code="formula_error",
)
_NO_AMOUNT: Final = FactRule(
    zh="必须是金额，如 1234.50 或 2385.6万元", en="must be an amount such as 1234.50", code="no_amount"
)
_NO_MOMENT: Final = FactRule(
    zh="必须是日期和时刻，如 2016-03-01 09:10", en="must be day and time, such as 2016-03-01 09:10", code="no_moment"
)
_NO_TIME: Final = FactRule(
    zh="只有日期，请补上时刻，如 {day} 09:10；确为零时的，请写“{day} 零时”",
    en='is a day only: write the time too, as {day} 09:10, or "{day} midnight"',
    code="no_time",
)
MIDNIGHT: Final = Text(zh="{day} 零时", en="{day} midnight")
"""How a moment at midnight is written, which a cell would show as one whose time nobody wrote."""
_NO_FLAG: Final = FactRule(zh="必须填“是”或“否”", en="must be yes or no", code="no_flag")
_NO_FLAG_OR_DAY: Final = FactRule(
    zh="必须填“是”、“否”，或者起始日期，如 2016-03-01",
    en="must be yes, no, or the day from which, as 2016-03-01",
    code="no_flag_or_day",
)
_NO_CHOICE: Final = FactRule(zh="不是可选的值", en="is none of the choices", code="no_choice")
_NO_COUNT: Final = FactRule(zh="必须是整数", en="must be a whole number", code="no_count")
_NO_RATE: Final = FactRule(
    zh="必须是带单位的比率，如 50% 或 1.3‰", en="must be a rate with its unit, such as 50% or 1.3‰", code="no_rate"
)
_CUT_OFF: Final = FactRule(
    zh="被当作数字，末几位已丢失；请将该列设为文本格式后重填",
    en="was taken for a number and has lost its last digits: set the column to text and fill it in again",
    code="cut_off",
)


def text_of(value: object) -> str:
    """Return what stands in a cell as text, without blanks around it; a number without what a computer adds to it."""
    match value:
        case None:
            return ""
        case float():
            return f"{Decimal(f'{value:.{_KEPT_DIGITS}g}'):f}"
        case datetime() | date():
            return value.isoformat(" ").removesuffix(" 00:00:00") if isinstance(value, datetime) else value.isoformat()
        case _:
            return str(value).strip()


def data_of_cell(column: Column, cell: Any, *, times: int = 1) -> Any:  # noqa: ANN401  # a cell; data
    """Return what a cell holds as data that a case file could hold.

    Args:
        column: Its column.
        cell: The cell, with what was computed in it.
        times: By what an amount is taken, 10,000 where its column says 万元.

    Raises:
        RefusedError: It holds nothing of the kind.
    """
    kind = column.field.kind
    if cell.value is None or cell.data_type == "e":
        raise RefusedError(_NO_RESULT if cell.value is None else _IN_ERROR, cell.value)
    if isinstance(column.form, Listed):
        item = get_args(kind)[0]
        value = _dated(item, cell)
        parts = [value] if not isinstance(value, str) else _BETWEEN.split(value)
        return [_read(item, part, "", times) for part in parts if text_of(part)]
    return _read(kind, _dated(kind, cell), cell.number_format, times)


def _dated(kind: Any, cell: Any) -> Any:  # noqa: ANN401  # any type; a cell; its value
    """Return the value of a cell, a serial number of a day as the day that its workbook means by it."""
    value = cell.value
    is_day = bool({date, datetime} & {kind, *get_args(kind)})
    is_serial = isinstance(value, int | float) and SERIALS.start <= value < SERIALS.stop
    return from_excel(value, cell.parent.parent.epoch) if is_day and is_serial else value


def _read(kind: Any, value: Any, shown_as: str, times: int) -> Any:  # noqa: ANN401  # any type; data
    """Return a value of a kind."""
    if members := members_of(kind):
        return _choice(members, value)
    match kind:
        case _ if kind is date:
            return _day(value)
        case _ if kind is datetime:
            return _moment(value)
        case _ if kind is Rate:
            return _rate(value, shown_as)
        case _ if kind is bool:
            return _flag(value)
        case _ if kind is int:
            return _count(value)
        case _ if {bool, date} <= set(get_args(kind)):
            return _flag_or_day(value)
        case _ if getattr(kind, "__supertype__", kind) is Decimal:
            return _amount(value, times)
        case _:
            return _text(kind, value)


def _day(value: Any) -> str:  # noqa: ANN401  # a cell's value
    if isinstance(value, datetime):
        return value.date().isoformat()
    return read_day(text_of(value)).isoformat()


def _moment(value: Any) -> str:  # noqa: ANN401  # a cell's value
    if isinstance(value, datetime) and value.time() != time():
        return value.replace(tzinfo=CHINA).isoformat()
    try:
        return str(read_typed(datetime, text_of(value)).isoformat())
    except RefusedError as refused:
        if refused.fault.code not in {"no_moment", "no_day"}:
            raise
    try:
        rule = _NO_TIME.filled({"day": _day(value)})
    except RefusedError as refused:
        rule = _NO_MOMENT if refused.fault.rule == MUST_BE_A_DAY else refused.fault.rule
    raise RefusedError(rule, text_of(value))


def _amount(value: Any, times: int) -> str:  # noqa: ANN401  # a cell's value
    return f"{_as_typed(Yuan, value, _NO_AMOUNT, times=times).normalize():f}"


def _rate(value: Any, shown_as: str) -> str:  # noqa: ANN401  # a cell's value
    plain = squeezed(text_of(value))
    if isinstance(value, int | float) and shown_as.endswith("%"):
        return f"{Decimal(plain) * 100:f}%"
    if not RATE.fullmatch(plain):
        raise RefusedError(_NO_RATE, text_of(value))
    return plain


def _flag(value: Any) -> bool:  # noqa: ANN401  # a cell's value
    return bool(_as_typed(bool, value, _NO_FLAG))


def _as_typed(kind: Any, value: Any, rule: FactRule, **more: int) -> Any:  # noqa: ANN401  # a type; a cell's value
    """Return a cell as somebody might have typed it; what is nothing of the kind is told as of a cell."""
    try:
        return read_typed(kind, text_of(value), **more)
    except RefusedError:
        raise RefusedError(rule, text_of(value)) from None


def _flag_or_day(value: Any) -> bool | str:  # noqa: ANN401  # a cell's value
    try:
        return _flag(value)
    except RefusedError:
        try:
            return _day(value)
        except RefusedError:
            raise RefusedError(_NO_FLAG_OR_DAY, text_of(value)) from None


def _count(value: Any) -> int:  # noqa: ANN401  # a cell's value
    number = number_in(squeezed(text_of(value)))
    if number is None or number != number.to_integral_value():
        raise RefusedError(_NO_COUNT, text_of(value))
    return int(number)


def _choice(members: tuple[Enum, ...], value: Any) -> str:  # noqa: ANN401  # a cell's value
    told = squeezed(text_of(value)).lower()
    found = _by_word(members).get(_GRADE.sub(r"\1", told))
    if found is None:
        given = text_of(value)
        zh, en = (nearest(given, [written(one, tag) for one in members]).say(tag) for tag in LANGUAGES)
        raise RefusedError(_NO_CHOICE, given, Text(zh=zh, en=en))
    return found.name


@cache
def _by_word(members: tuple[Enum, ...]) -> dict[str, Enum]:
    """Return the choices by every word for them: in both languages, by name, as a number."""
    found: dict[str, Enum] = {}
    for one in members:
        said = getattr(one, "says", None)
        words = [member_name(one), *(written(one, language) for language in LANGUAGES)]
        words += [said.zh, said.en] if isinstance(said, Text) else []
        found |= {squeezed(word).lower(): one for word in words}
    return found


def _text(kind: Any, value: Any) -> str:  # noqa: ANN401  # any type; a cell's value
    told = text_of(value)
    is_long = isinstance(value, int | float) and len(told.lstrip("-")) > _KEPT_DIGITS
    if is_long and Discreet in (kind, *get_args(kind)):
        raise RefusedError(_CUT_OFF, told)
    return told
