"""Facts at the door (事实的查验): what records and questions let in, and what they refuse.

A record reads a field leniently (:func:`amount`, :func:`moment`) and then checks all of them in its
``__attrs_post_init__``, so that each refusal names the record, the field, the rule and the value.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Context, Decimal, Inexact, InvalidOperation
from enum import Enum
from typing import Any, Final, NewType, TypeVar, cast

from gxinjury.errors import FactRule, InvalidFactError

Yuan = NewType("Yuan", Decimal)
"""An amount in yuan (元), for the type checker and the printer."""

CHINA: Final = timezone(timedelta(hours=8), "UTC+8")
"""The time of China; a moment belongs to its day there."""

_R = TypeVar("_R")

_AS_GIVEN: Final = Context(prec=30, Emin=-999_999, Emax=999_999, clamp=0, traps=[Inexact, InvalidOperation])
_LARGEST_POWER: Final = 15
SMALLEST_POWER: Final = -10
_SMALLEST: Final = Decimal((0, (1,), SMALLEST_POWER))
_SENSIBLE: Final = range(10**_LARGEST_POWER)

_MUST_BE_AN_AMOUNT: Final = FactRule(
    zh="必须是以元为单位的金额，用 Decimal、整数或数字文本（如 '1234.50'）表示，不用浮点数",
    en="must be an amount in yuan as a Decimal, an int or a numeric text such as '1234.50', never a float",
    code="no_amount",
)
_MUST_BE_FINITE: Final = FactRule(zh="必须是有限的数", en="must be a finite number", code="not_finite")
_MUST_BE_OF_A_SIZE: Final = FactRule(
    zh="必须小于 10^15 元、小数不超过 10 位、有效数字不超过 30 位",
    en="must be below 10^15 yuan, with at most 10 decimal places and 30 digits",
    code="beyond_size",
)
_MUST_BE_ABOVE_ZERO: Final = FactRule(zh="必须大于零", en="must be above zero", code="not_above_zero")
_MUST_NOT_BE_NEGATIVE: Final = FactRule(zh="不得为负", en="must not be negative", code="negative")
_MUST_NOT_BE_ZERO: Final = FactRule(zh="不得为零", en="must not be zero", code="zero")


class Sign(Enum):
    """Which amounts a field lets in."""

    POSITIVE = _MUST_BE_ABOVE_ZERO
    NOT_NEGATIVE = _MUST_NOT_BE_NEGATIVE
    NOT_ZERO = _MUST_NOT_BE_ZERO


def amount(value: Decimal | int | str) -> Yuan:
    """Return the amount as a Decimal where it can be read as one, else the value as it came.

    The lenient half of reading an amount: :func:`check_amount`, which knows the field, refuses the rest.

    >>> amount("1234.50"), amount(3)
    (Decimal('1234.50'), Decimal('3'))
    """
    if isinstance(value, Decimal):
        return Yuan(value)
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        try:
            return Yuan(Decimal(value, _AS_GIVEN))
        except ArithmeticError:
            pass
    return cast("Yuan", value)


def optional_amount(value: Decimal | int | str | None) -> Yuan | None:
    """Return the amount as :func:`amount` does, and None for None."""
    return None if value is None else amount(value)


def check_amount(record: str, field: str, value: object, sign: Sign) -> None:
    """Refuse what is no finite amount of a sensible size and of the sign asked for.

    Args:
        record: The record or question, for the message.
        field: Its field, for the message.
        value: What :func:`amount` made of the input.
        sign: Which amounts the field lets in.

    Raises:
        InvalidFactError: The value breaks one of these.

    >>> check_amount("Contract", "price", Decimal("1e999999"), Sign.POSITIVE)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Contract.price must be below 10^15 yuan, with at most 10 decimal places and 30 \
digits, got ≈1E+999999
    """
    broken = _broken_rule(value, sign)
    if broken is not None:
        raise InvalidFactError(record, field, broken, value)


def amounts(record: str, field: str, values: Iterable[Decimal | int | str]) -> tuple[Yuan, ...]:
    """Return several values as amounts, each read as by :func:`amount` and refused where one is none, or is negative.

    >>> amounts("reference_wage", "monthly_wages", [3400, "-1"])
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: reference_wage.monthly_wages[1] must not be negative, got -1
    """
    read = []
    sign = Sign.NOT_NEGATIVE
    for position, value in enumerate(values):
        if type(value) is int and value in _SENSIBLE:
            read.append(Yuan(Decimal(value)))
            continue
        one = amount(value)
        broken = _broken_rule(one, sign)
        if broken is not None:
            raise InvalidFactError(record, f"{field}[{position}]", broken, one)
        read.append(one)
    return tuple(read)


def _broken_rule(value: object, sign: Sign) -> FactRule | None:
    """Return which rule a value breaks as an amount of a sign; None where it breaks none."""
    if not isinstance(value, Decimal):
        return _MUST_BE_AN_AMOUNT
    if not value.is_finite():
        return _MUST_BE_FINITE
    if not SMALLEST_POWER <= value.adjusted() < _LARGEST_POWER:
        return _MUST_BE_OF_A_SIZE
    try:
        _AS_GIVEN.quantize(value, _SMALLEST)
    except Inexact:
        return _MUST_BE_OF_A_SIZE
    if value > 0 or sign is (Sign.NOT_ZERO if value else Sign.NOT_NEGATIVE):
        return None
    return sign.value


_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_LARGEST_COUNT: Final = 9

_MUST_BE_A_WHOLE_YEAR: Final = FactRule(
    zh=f"必须是 {_FIRST_YEAR} 至 {_LAST_YEAR} 之间的整数年份",
    en=f"must be a year, a whole number from {_FIRST_YEAR} to {_LAST_YEAR}",
    code="no_year",
)
_MUST_BE_A_DAY: Final = FactRule(
    zh="必须是日期（datetime.date），不带时刻",
    en="must be a day (datetime.date), without a time of day",
    code="no_day",
)
_MUST_BE_A_YEAR: Final = FactRule(
    zh=f"年份必须介于 {_FIRST_YEAR} 与 {_LAST_YEAR} 之间",
    en=f"must lie in the years {_FIRST_YEAR} to {_LAST_YEAR}",
    code="beyond_years",
)
_MUST_BE_A_MOMENT: Final = FactRule(
    zh="必须是带时区的时刻（如 2015-10-01T14:30+08:00）",
    en="must be a moment with its offset from UTC, such as 2015-10-01T14:30+08:00",
    code="no_moment",
)
_MUST_BE_A_FLAG: Final = FactRule(zh="必须是“是”或“否”（True、False）", en="must be True or False", code="no_flag")
_MUST_BE_A_COUNT: Final = FactRule(
    zh="必须是不小于零的整数", en="must be a whole number of at least zero", code="no_count"
)
_MUST_BE_A_SENSIBLE_COUNT: Final = FactRule(
    zh=f"必须小于 10^{_LARGEST_COUNT}", en=f"must be below 10^{_LARGEST_COUNT}", code="too_many"
)
_MUST_BE_A_TEXT: Final = FactRule(zh="必须是非空文本", en="must be a text that is not empty", code="no_text")


def check_day(record: str, field: str, value: object) -> None:
    """Refuse what is no day, or a day in a year that no case can lie in.

    >>> check_day("Contract", "completion", datetime(2016, 6, 30))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Contract.completion must be a day (datetime.date), without a time of day, got \
2016-06-30T00:00:00
    """
    day = value if type(value) is date else check_date(record, field, value)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise InvalidFactError(record, field, _MUST_BE_A_YEAR, value)


def check_year(record: str, field: str, value: object) -> None:
    """Refuse what is no year that a case can lie in.

    >>> check_year("year_figure", "year", 10_000)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: year_figure.year must be a year, a whole number from 1900 to 2199, got 10000
    """
    if not isinstance(value, int) or isinstance(value, bool) or not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise InvalidFactError(record, field, _MUST_BE_A_WHOLE_YEAR, value)


def check_date(record: str, field: str, value: object) -> date:
    """Return a day, whatever its year: a period that was computed may end beyond the years of input.

    Raises:
        InvalidFactError: It is no day.
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidFactError(record, field, _MUST_BE_A_DAY, value)
    return value


def check_optional_day(record: str, field: str, value: object) -> None:
    """Refuse what is neither None nor a day."""
    if value is not None:
        check_day(record, field, value)


def check_not_before(record: str, field: str, day: date, other: str, other_day: date) -> None:
    """Refuse a day that lies before another one, which the message names.

    >>> check_not_before("Contract", "completion", date(2016, 1, 1), "commencement", date(2016, 1, 2))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Contract.completion must not be before commencement (2016-01-02), got 2016-01-01
    """
    if day < other_day:
        rule = FactRule(
            zh=f"不得早于 {other}（{other_day}）", en=f"must not be before {other} ({other_day})", code="too_early"
        )
        raise InvalidFactError(record, field, rule, day)


def too_early(record: str, field: str, day: date, other: str, other_day: date) -> tuple[InvalidFactError, ...]:
    """Return the refusal of a day that lies before another one, as what is wrong with several facts together; or none.

    >>> too_early("Injury", "death.died_on", date(2016, 1, 2), "injured_on", date(2016, 1, 2))
    ()
    """
    try:
        check_not_before(record, field, day, other, other_day)
    except InvalidFactError as error:
        return (error,)
    return ()


def moment(value: datetime) -> datetime:
    """Return an aware moment moved to China's time, else the value as it came.

    The lenient half of reading a moment: :func:`check_moment` refuses the rest.
    """
    if isinstance(value, datetime) and value.utcoffset() is not None:
        try:
            return value.astimezone(CHINA)
        except OverflowError:
            return value
    return value


def optional_moment(value: datetime | None) -> datetime | None:
    """Return the moment as :func:`moment` does, and None for None."""
    return None if value is None else moment(value)


def check_moment(record: str, field: str, value: object) -> None:
    """Refuse what is no aware moment, or one in a year that no case can lie in."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise InvalidFactError(record, field, _MUST_BE_A_MOMENT, value)
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise InvalidFactError(record, field, _MUST_BE_A_YEAR, value)


def check_flag(record: str, field: str, value: object) -> None:
    """Refuse what is not True or False by type: the text "no" is not true."""
    if not isinstance(value, bool):
        raise InvalidFactError(record, field, _MUST_BE_A_FLAG, value)


def check_optional_flag(record: str, field: str, value: object) -> None:
    """Refuse what is neither None nor True nor False."""
    if value is not None:
        check_flag(record, field, value)


def check_count(record: str, field: str, value: object) -> None:
    """Refuse what is no whole number of at least zero, or one that nothing in a case can number.

    >>> check_count("Outlet", "persons", 10**400)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Outlet.persons must be below 10^9, got |x| ≥ 1E+80
    """
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidFactError(record, field, _MUST_BE_A_COUNT, value)
    if value >= 10**_LARGEST_COUNT:
        raise InvalidFactError(record, field, _MUST_BE_A_SENSIBLE_COUNT, value)


def check_text(record: str, field: str, value: object) -> None:
    """Refuse what is no text, or one of blanks alone."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidFactError(record, field, _MUST_BE_A_TEXT, value)


def check_instance(record: str, field: str, value: object, kind: type[Any]) -> None:
    """Refuse what is not of a type."""
    if not isinstance(value, kind):
        rule = FactRule(zh=f"必须是 {kind.__name__}", en=f"must be of type {kind.__name__}", code="other_kind")
        raise InvalidFactError(record, field, rule, value)


def records(record: str, field: str, values: Iterable[_R], kind: type[_R]) -> tuple[_R, ...]:
    """Return a copy of the values, refused unless each is of the kind.

    >>> records("project_premium", "price_changes", ["1"], Decimal)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: project_premium.price_changes[0] must be of type Decimal, got '1'
    """
    if type(values) is tuple and not values:
        return ()
    if isinstance(values, str) or not isinstance(values, Iterable):
        rule = FactRule(
            zh=f"必须是由 {kind.__name__} 组成的序列", en=f"must be a sequence of {kind.__name__}", code="no_sequence"
        )
        raise InvalidFactError(record, field, rule, values)
    copy = tuple(values)
    for position, value in enumerate(copy):
        if not isinstance(value, kind):
            check_instance(record, f"{field}[{position}]", value, kind)
    return copy
