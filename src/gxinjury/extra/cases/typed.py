"""What people type (手工输入的内容), at a question or in a cell: days, moments, amounts, yes and no."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import half_width
from gxinjury.errors import FactRule
from gxinjury.extra.forms.cells import number_in, read_day, squeezed
from gxinjury.facts import CHINA, Yuan

__all__ = ["read_typed"]

_AMOUNT: Final = re.compile(r"[¥￥]?(?P<sign>[-+]?)(?P<number>[\d,.]+)(?P<unit>亿元?|万元?|元)?", re.ASCII)
_UNITS: Final[Mapping[str, int]] = {"": 1, "万": 10_000, "亿": 100_000_000}
_MOMENT: Final = re.compile(
    r"(?P<day>.+?)[Tt\s]*(?:零[时点]|midnight|"
    r"(?P<half>上午|早上|凌晨|中午|下午|晚上)?\s*(?P<hour>\d{1,2})\s*[:时点]\s*"
    r"(?:(?P<minute>\d{1,2})?\s*分?|(?P<half_hour>半))(?::(?P<second>\d{1,2}))?(?:\+08:?00)?)",
    re.ASCII,
)
_AFTER_NOON: Final = {"下午", "晚上", "中午"}
_NOON: Final = 12
_HALF_AN_HOUR: Final = 30
_YES_OR_NO: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("是", "是的", "对", "有", "√", "✓", "y", "yes", "true", "1"), True),
    **dict.fromkeys(("否", "不是", "不", "没有", "无", "×", "✗", "n", "no", "false", "0"), False),
}
_NO_AMOUNT: Final = FactRule(
    zh="金额请写 23,856,000 或 2385.6万元", en="write an amount as 23,856,000 or 2385.6万元", code="no_amount"
)
_NO_MOMENT: Final = FactRule(
    zh="请写日期和时刻，如“2016年3月1日9时10分”或 2016-03-01 09:10",
    en="write day and time, as 2016-03-01 09:10",
    code="no_moment",
)
_NO_FLAG: Final = FactRule(zh="请答“是”或“否”", en="answer yes or no", code="no_flag")


def read_typed(kind: Any, text: str, *, times: int = 1) -> Any:  # noqa: ANN401  # a type; its value
    """Return what somebody typed as the value of a field of a kind.

    Args:
        kind: The type of the field: a day, a moment (taken for one in China), an amount in yuan, bool, or text.
        text: What was typed; not blank.
        times: By what an amount without a unit is taken, 10,000 where a column says 万元.

    Raises:
        RefusedError: It is nothing of the kind.

    >>> read_typed(date, "2015年11月1日"), read_typed(Yuan, "2,385.6万元"), read_typed(bool, "是")
    (datetime.date(2015, 11, 1), Decimal('23856000.0'), True)
    >>> read_typed(datetime, "2016年3月1日下午2点半").isoformat()
    '2016-03-01T14:30:00+08:00'
    """
    plain = text.strip()
    return _amount(plain, times) if kind is Yuan else _READERS.get(kind, _text)(plain)


def _text(text: str) -> str:
    return text


def _amount(text: str, times: int) -> Decimal:
    found = _AMOUNT.fullmatch(squeezed(text))
    if found is None or (number := number_in(found["number"])) is None:
        raise RefusedError(_NO_AMOUNT, text)
    by = _UNITS[found["unit"].removesuffix("元")] if found["unit"] else times
    return Decimal(f"{found['sign']}1") * number * by


def _moment(text: str) -> datetime:
    found = _MOMENT.fullmatch(half_width(text))
    if found is None:
        raise RefusedError(_NO_MOMENT, text)
    hour = int(found["hour"] or 0)
    if found["half"] in _AFTER_NOON and hour < _NOON:
        hour += _NOON
    minute = _HALF_AN_HOUR if found["half_hour"] else int(found["minute"] or 0)
    try:
        return datetime.combine(read_day(found["day"]), time(hour, minute, int(found["second"] or 0)), CHINA)
    except ValueError:
        raise RefusedError(_NO_MOMENT, text) from None


def _flag(text: str) -> bool:
    found = _YES_OR_NO.get(squeezed(text).rstrip("。.").casefold())
    if found is None:
        raise RefusedError(_NO_FLAG, text)
    return found


_READERS: Final[Mapping[Any, Callable[[str], Any]]] = {date: read_day, datetime: _moment, bool: _flag}
