"""Facts at the door (事实的查验): what records and questions let in, and what they refuse.

A record reads a field leniently (:func:`amount`, :func:`moment`) and then checks all of them in its
``__attrs_post_init__``, so that each refusal names the record, the field, the rule and the value.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final, TypeVar

from gxinjury.amounts import SMALLEST_POWER, Sign, Yuan, amount, amounts, check_amount, optional_amount
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.privacy import Discreet

__all__ = [
    "CHINA",
    "SMALLEST_POWER",
    "Sign",
    "Yuan",
    "amount",
    "amounts",
    "check_amount",
    "check_count",
    "check_date",
    "check_day",
    "check_flag",
    "check_instance",
    "check_moment",
    "check_not_before",
    "check_optional_day",
    "check_optional_flag",
    "check_text",
    "check_year",
    "moment",
    "optional_amount",
    "optional_moment",
    "records",
    "too_early",
]

CHINA: Final = timezone(timedelta(hours=8), "UTC+8")
"""The time of China; a moment belongs to its day there."""

_R = TypeVar("_R")

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
LARGEST_COUNT: Final = 9

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
    zh=f"必须小于 10^{LARGEST_COUNT}", en=f"must be below 10^{LARGEST_COUNT}", code="too_many"
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
    if value >= 10**LARGEST_COUNT:
        raise InvalidFactError(record, field, _MUST_BE_A_SENSIBLE_COUNT, value)


def check_text(record: str, field: str, value: object) -> None:
    """Refuse what is no text, or one of blanks alone."""
    if not (isinstance(value, str) and value.strip()) and not isinstance(value, Discreet):
        raise InvalidFactError(record, field, _MUST_BE_A_TEXT, value)


def check_instance(record: str, field: str, value: object, kind: type[Any]) -> None:
    """Refuse what is not of a type."""
    if not isinstance(value, kind):
        rule = FactRule(zh=f"必须是 {kind.__name__}", en=f"must be of type {kind.__name__}", code="other_kind")
        raise InvalidFactError(record, field, rule, value)


def records(record: str, field: str, values: Iterable[_R], kind: type[_R]) -> tuple[_R, ...]:
    """Return a copy of the values, refused unless each is of the kind.

    >>> records("project_premium", "payments", ["1"], date)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: project_premium.payments[0] must be of type date, got '1'
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
