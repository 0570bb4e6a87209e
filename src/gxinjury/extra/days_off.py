"""Days off that a case supplies (案情提供的放假安排): a year's notice that is not known here; nothing to install."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, Final, cast

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_instance, check_text, records
from gxinjury.law.holidays import NationalDays, OwnDays
from gxinjury.texts import Text

CALENDARS: Final = ("none", "national", "guangxi")
"""The work calendars that can be asked with by name; without notices the first is the default."""

_ONE_A_YEAR: Final = Text(zh="是同一地区同一年份的第二份通知", en="must not be a second notice of a year for a place")
_SUPPLIED: Final = Text(
    zh="{year}年{where}放假安排由使用者提供，未经核对", en="the days off of {year} ({where}) are supplied, not verified"
)
_SUPPLIED_FROM: Final = Text(
    zh="{year}年{where}放假安排由使用者提供（{source}），未经核对",
    en="the days off of {year} ({where}) are supplied ({source}), not verified",
)


class Where(Enum):
    """Whose days off a notice names."""

    GUANGXI = Text(zh="广西", en="Guangxi")
    NATIONAL = Text(zh="全国", en="national")


def _days(days: Iterable[date]) -> tuple[date, ...]:
    """Return a copy of a sequence of days; what is none is refused when the notice is made."""
    return tuple(days) if isinstance(days, list | set | frozenset) else cast("tuple[date, ...]", days)


@attrs.frozen
class DaysOff:
    """A yearly notice of days off (放假安排): Guangxi's on 三月三, or that of the whole country.

    Args:
        off: The days off that it names; none where it was withdrawn.
        worked: The weekend days that it makes working days.
        year: Its year; None: that of its first day off.
        where: Whose it is.
        source: Where it stands, as its number.

    Raises:
        InvalidFactError: Its days are not of one year, or contradict themselves; as
            :class:`~gxinjury.law.holidays.OwnDays` and :class:`~gxinjury.law.holidays.NationalDays` raise it.

    >>> DaysOff(off=[date(2026, 4, 20), date(2026, 4, 21)], source="the notice").notice.doubt.en
    'the days off of 2026 (Guangxi) are supplied (the notice), not verified'
    """

    off: tuple[date, ...] = attrs.field(default=(), converter=_days)
    worked: tuple[date, ...] = attrs.field(default=(), converter=_days)
    year: int | None = None
    where: Where = Where.GUANGXI
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        check_instance("DaysOff", "where", self.where, Where)
        if self.source is not None:
            check_text("DaysOff", "source", self.source)
        try:
            made = self.notice
        except InvalidFactError as error:
            raise InvalidFactError("DaysOff", error.field, error.rule, error.value) from None
        object.__setattr__(self, "year", made.year)

    @property
    def notice(self) -> OwnDays | NationalDays:
        """The notice as a calendar takes it, with the caution that it is supplied."""
        if self.where is Where.GUANGXI:
            given: Any = {"year": self.year}
            made: OwnDays | NationalDays = OwnDays(self.off, self.worked, **given)
        else:
            year: Any = self.off[0].year if self.year is None and self.off else self.year
            made = NationalDays(year, self.off, self.worked)
        told = {"year": str(made.year), "where": self.where, "source": self.source}
        return attrs.evolve(made, doubt=(_SUPPLIED if self.source is None else _SUPPLIED_FROM).filled(told))


def one_a_year(record: str, field: str, notices: Iterable[DaysOff]) -> None:
    """Refuse two notices of one year for one place."""
    found = [(one.where, one.year) for one in records(record, field, notices, DaysOff)]
    for position, one in enumerate(found):
        if one in found[:position]:
            raise InvalidFactError(record, f"{field}[{position}]", _ONE_A_YEAR, one[1])


def supplied(in_case: Iterable[DaysOff], in_file: Iterable[DaysOff]) -> tuple[DaysOff, ...]:
    """Return the notices of a case and those of another file, which come in place of the case's of the same year."""
    by_year = {(one.where, one.year): one for one in (*in_case, *in_file)}
    return tuple(by_year.values())
