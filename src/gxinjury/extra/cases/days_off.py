"""Days off that a case supplies (案情提供的放假安排): a year's notice that is not known here; nothing to install."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.law.holidays import NationalDays, OwnDays
from gxinjury.periods import WorkCalendar
from gxinjury.records import FreeText, check_facts, optional_free_text, several
from gxinjury.texts import Text

CALENDARS: Final = ("none", "national", "guangxi")
"""The work calendars that can be asked with by name; without notices the first is the default."""

_ONE_A_YEAR: Final = FactRule(
    zh="是同一地区同一年份的第二份通知", en="must not be a second notice of a year for a place", code="second_notice"
)
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


@attrs.frozen
class DaysOff:
    """A yearly notice of days off (放假安排): Guangxi's on 三月三, or that of the whole country.

    One that was withdrawn names none. The days ``worked`` are weekend days that it makes working days; without a year
    it is of the year of its first day off.

    Raises:
        InvalidFactError: Its days are not of one year, or contradict themselves; as
            :class:`~gxinjury.law.holidays.OwnDays` and :class:`~gxinjury.law.holidays.NationalDays` raise it.

    >>> DaysOff(off=[date(2026, 4, 20), date(2026, 4, 21)], source="the notice").notice.doubt.en
    'the days off of 2026 (Guangxi) are supplied (the notice), not verified'
    """

    off: Annotated[tuple[date, ...], Text("放假日", "days off")] = attrs.field(default=(), converter=several)
    worked: Annotated[tuple[date, ...], Text("调休上班日", "days worked")] = attrs.field(default=(), converter=several)
    year: Annotated[int | None, Text("年份", "year")] = None
    where: Annotated[Where, Text("地区", "whose days off")] = Where.GUANGXI
    source: Annotated[FreeText | None, Text("文号", "source")] = attrs.field(default=None, converter=optional_free_text)

    def __attrs_post_init__(self) -> None:
        check_facts(self)
        object.__setattr__(self, "year", self.notice.year)

    def _together(self) -> Iterator[InvalidFactError]:
        try:
            _ = self.notice
        except InvalidFactError as error:
            yield InvalidFactError("DaysOff", error.field, error.rule, error.value)

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


@attrs.frozen
class CalendarAsked:
    """The work calendar that a case is asked with, by its name of :data:`CALENDARS`; no ``days``: none are looked at.

    The notices are those that it was given beside its own.
    """

    name: str = CALENDARS[0]
    days_off: tuple[DaysOff, ...] = ()
    days: WorkCalendar | None = None


RAW_DAYS: Final = CalendarAsked()
"""No calendar, so that a limit ends on its raw day."""


def one_a_year(record: str, field: str, notices: Iterable[DaysOff]) -> Iterator[InvalidFactError]:
    """Yield the refusals of second notices of one year for one place."""
    found: set[object] = set()
    for position, one in enumerate(notices):
        if (one.where, one.year) in found:
            yield InvalidFactError(record, f"{field}[{position}]", _ONE_A_YEAR, one.year)
        found.add((one.where, one.year))


def supplied(in_case: Iterable[DaysOff], in_file: Iterable[DaysOff]) -> tuple[DaysOff, ...]:
    """Return the notices of a case and those of another file, which come in place of the case's of the same year."""
    by_year = {(one.where, one.year): one for one in (*in_case, *in_file)}
    return tuple(by_year.values())
