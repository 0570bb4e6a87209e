"""The values of a case file (案情文件中的值): how a day, a moment, an amount, a choice is read; nothing to install."""

import re
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar

from gxinjury.construction.workers import half_width
from gxinjury.errors import InvalidFactError
from gxinjury.extra.case_faults import Fault, FaultsError, nearest, refused
from gxinjury.extra.tables import MUST_BE_A_DAY, WrongCell, number_in, serial_day
from gxinjury.extra.tables import read_day as written_day
from gxinjury.facts import amount
from gxinjury.money import Rate
from gxinjury.texts import Text

E = TypeVar("E", bound=Enum)

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RATE: Final = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([%％‰])\s*")

_MUST_BE_A_DAY: Final = Text(
    zh="必须是日期，如 2016-06-30，不带时刻", en="must be a day such as 2016-06-30, without a time of day"
)
_MUST_BE_DAYS: Final = Text(
    zh="必须是由日期组成的列表，如 [2026-04-20, 2026-04-21]",
    en="must be a list of days such as [2026-04-20, 2026-04-21]",
)
_MUST_BE_A_MOMENT: Final = Text(
    zh="必须是带时区的时刻，如 2015-10-01T14:30:00+08:00",
    en="must be a moment with its offset from UTC, such as 2015-10-01T14:30:00+08:00",
)
_MUST_BE_AN_AMOUNT: Final = Text(
    zh='必须是以元为单位的金额，如 1234.50 或 "1234.50"，不用千分位',
    en='must be an amount in yuan, such as 1234.50 or "1234.50", without marks between thousands',
)
_WRITE_THE_DAY: Final = Text(zh="请写 {day}", en="write {day}")
_A_SERIAL: Final = Text(
    zh="像是 Excel 日期序号，请写 {day}", en="it looks like a spreadsheet's serial number: write {day}"
)
_WRITE_THE_AMOUNT: Final = Text(zh="请写 {amount}", en="write {amount}")
_MUST_BE_A_RATE: Final = Text(
    zh='必须是带单位的比率，如 "50%" 或 "0.65‰"', en='must be a rate with its unit, such as "50%" or "0.65‰"'
)
_MUST_BE_A_COUNT: Final = Text(zh="必须是整数", en="must be a whole number")
_MUST_BE_A_TEXT: Final = Text(zh="必须是带引号的文本", en="must be a text in quotes")
_MUST_BE_A_FLAG: Final = Text(zh="必须写“true”（是）或“false”（否），不加引号", en="must be true or false")
_NO_CHOICE: Final = Text(zh="不是可选的值", en="is none of the choices")


def read_day(value: object, _: object = None) -> date:
    """Return a day: one of TOML's, or a text such as 2016-06-30.

    Raises:
        FaultsError: It is none; so do the others below.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise FaultsError([Fault((), _MUST_BE_A_DAY, value, _day_meant(value))])


def _day_meant(value: object) -> Text | None:
    """Return the hint at the day that somebody meant who wrote it as people and spreadsheets do; None for none."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    serial = serial_day(str(value))
    if serial is not None:
        return _A_SERIAL.filled({"day": serial})
    try:
        return _WRITE_THE_DAY.filled({"day": written_day(str(value))})
    except WrongCell as wrong:
        return None if wrong.rule == MUST_BE_A_DAY else wrong.rule


def read_days(value: object, _: object = None) -> tuple[date, ...]:
    """Return a list of days, all that are none told at once."""
    if not isinstance(value, list | tuple):
        raise refused(_MUST_BE_DAYS, value)
    found, faults = [], []
    for position, one in enumerate(value):
        try:
            found.append(read_day(one))
        except FaultsError as error:
            faults += [fault.below(position) for fault in error.faults]
    if faults:
        raise FaultsError(faults)
    return tuple(found)


def read_moment(value: object, _: object = None) -> datetime:
    """Return a moment with its offset: one of TOML's, or a text such as 2015-10-01T14:30+08:00."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise refused(_MUST_BE_A_MOMENT, value) from None
    if isinstance(value, datetime) and value.utcoffset() is not None:
        return value
    raise refused(_MUST_BE_A_MOMENT, value)


def read_amount(value: Any, _: object = None) -> Decimal:  # noqa: ANN401  (whatever stands in the file)
    """Return an amount, exactly as it stands."""
    read: object = amount(value)
    if isinstance(read, Decimal):
        return read
    meant = number_in(half_width(value).removesuffix("元").rstrip()) if isinstance(value, str) else None
    hint = None if meant is None else _WRITE_THE_AMOUNT.filled({"amount": f"{meant:f}"})
    raise FaultsError([Fault((), _MUST_BE_AN_AMOUNT, value, hint)])


def read_rate(value: object, _: object = None) -> Rate:
    """Return a rate with its unit."""
    found = _RATE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refused(_MUST_BE_A_RATE, value)
    try:
        return Rate.per_mille(found[1]) if found[2] == "‰" else Rate.percent(found[1])
    except InvalidFactError as error:
        raise refused(error.rule, value) from None


def read_count(value: object, _: object = None) -> int:
    """Return a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise refused(_MUST_BE_A_COUNT, value)


def read_text(value: object, _: object = None) -> str:
    """Return a text."""
    if isinstance(value, str):
        return value
    raise refused(_MUST_BE_A_TEXT, value)


def read_flag(value: object, _: object = None) -> bool:
    """Return true or false, by type."""
    if isinstance(value, bool):
        return value
    raise refused(_MUST_BE_A_FLAG, value)


def read_choice(value: object, kind: type[E]) -> E:
    """Return a member by its name, in small letters or large, or by its Chinese word.

    >>> from gxinjury.construction import RosterChangeKind
    >>> read_choice("add", RosterChangeKind).name, read_choice("减", RosterChangeKind).name
    ('ADD', 'REMOVE')
    """
    given = value.strip().lower() if isinstance(value, str) else None
    for member in kind:
        if given in {written_choice(member), member.value.zh}:
            return member
    called = {written_choice(member): member.value.zh for member in kind}
    hint = nearest(given or "", [*called], called)
    raise FaultsError([Fault((), _NO_CHOICE, value, hint)])


def written_choice(member: Enum) -> str:
    """Return a member as a case file writes it.

    >>> from gxinjury.determination import ExclusionReason
    >>> written_choice(ExclusionReason.LABOUR_DISPUTE)
    'labour_dispute'
    """
    return member.name.lower()
