"""Reading values that stand by themselves in data (单个值的读取): days, moments, amounts, rates, texts, clauses."""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from gxinjury.citations import Clause
from gxinjury.codec.faults import Fault
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import amount
from gxinjury.money import Rate
from gxinjury.texts import Text

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
RATE: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([%％‰])\s*")
FRACTION: Final = re.compile(r"-?[0-9]+(/[1-9][0-9]*)?")
CLAUSE: Final = re.compile(r"([^-\s]+)-(\S+)")

_NO_DAY: Final = FactRule(
    zh="必须是日期，如 2016-06-30，不带时刻",
    en="must be a day such as 2016-06-30, without a time of day",
    code="no_day",
)
_NO_MOMENT: Final = FactRule(
    zh="必须是带时区的时刻，如 2015-10-01T14:30:00+08:00",
    en="must be a moment with its offset from UTC, such as 2015-10-01T14:30:00+08:00",
    code="no_moment",
)
_NO_AMOUNT: Final = FactRule(
    zh='必须是以元为单位的金额，如 1234.50 或 "1234.50"，不用千分位',
    en='must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands',
    code="no_amount",
)
_NO_RATE: Final = FactRule(
    zh='必须是带单位的比率，如 "50%" 或 "0.65‰"',
    en='must be a rate with its unit, such as "50%" or "0.65‰"',
    code="no_rate",
)
_NO_COUNT: Final = FactRule(zh="必须是整数", en="must be a whole number", code="no_count")
NO_TEXT: Final = FactRule(zh="必须是带引号的文本", en="must be a text in quotes", code="no_text")
NO_TABLE: Final = FactRule(zh="必须是一组键值", en="must be a table of keys and values", code="no_table")
NO_LIST: Final = FactRule(zh="必须是列表", en="must be a list", code="no_list")
NO_KEY: Final = FactRule(zh="不是已知的键", en="is no known key", code="unknown_key")
_NO_FLAG: Final = FactRule(zh="必须写“true”（是）或“false”（否），不加引号", en="must be true or false", code="no_flag")
_NO_CLAUSE: Final = FactRule(
    zh="必须是条款编号，如 NN-1.1.2", en="must be the id of a clause, such as NN-1.1.2", code="no_clause"
)
_NO_FRACTION: Final = FactRule(zh="必须是分数，如 1/3", en="must be a fraction such as 1/3", code="no_fraction")
_NO_WORDS: Final = FactRule(
    zh="必须是中英文两种写法", en="must be a text in both languages, under zh and en", code="no_text_in_both"
)


class RefusedError(Exception):
    """A value that is none of its kind, on its way up to where its place is known."""

    def __init__(self, rule: FactRule, value: object, hint: Text | None = None) -> None:
        self.fault: Fault = Fault((), rule, value, hint)


def read_day(value: object) -> date:
    """Return a day: one of TOML's, or a text such as 2016-06-30."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise RefusedError(_NO_DAY, value)


def read_moment(value: object) -> datetime:
    """Return a moment with its offset: one of TOML's, or a text such as 2015-10-01T14:30+08:00."""
    moment = value
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise RefusedError(_NO_MOMENT, value) from None
    if isinstance(moment, datetime) and moment.utcoffset() is not None:
        return moment
    raise RefusedError(_NO_MOMENT, value)


def read_amount(value: Any) -> Decimal:  # noqa: ANN401  # whatever stands in the data
    """Return an amount, exactly as it stands."""
    read: object = amount(value)
    if isinstance(read, Decimal):
        return read
    raise RefusedError(_NO_AMOUNT, value)


def read_rate(value: object) -> Rate:
    """Return a rate with its unit."""
    found = RATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise RefusedError(_NO_RATE, value)
    try:
        return Rate.per_mille(found[1]) if found[2] == "‰" else Rate.percent(found[1])
    except InvalidFactError as error:
        raise RefusedError(Fault.of(error).rule, value) from None


def read_count(value: object) -> int:
    """Return a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise RefusedError(_NO_COUNT, value)


def read_text(value: object) -> str:
    """Return a text."""
    if isinstance(value, str):
        return value
    raise RefusedError(NO_TEXT, value)


def read_flag(value: object) -> bool:
    """Return true or false, by type."""
    if isinstance(value, bool):
        return value
    raise RefusedError(_NO_FLAG, value)


def read_fraction(value: object) -> Fraction:
    """Return a fraction."""
    if isinstance(value, str) and FRACTION.fullmatch(value):
        return Fraction(value)
    raise RefusedError(_NO_FRACTION, value)


def read_words(value: object) -> Text:
    """Return a text in both languages."""
    match value:
        case {"zh": str() as zh, "en": str() as en, **rest} if not rest:
            return Text(zh=zh, en=en)
        case _:
            raise RefusedError(_NO_WORDS, value)


def read_clause(value: object) -> Clause:
    """Return the clause of an id, equal to the one of the register, whose words it does not have."""
    found = CLAUSE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise RefusedError(_NO_CLAUSE, value)
    return Clause(found[1], found[2], Text(zh=found[0], en=found[0]), ())
