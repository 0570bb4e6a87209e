"""Work calendars (工作日历): China's, and Guangxi's with its own days off; ``pip install "gxinjury[calendars]"``.

The national calendar is that of the package ``chinesecalendar``. A year that it does not know is answered with None,
never guessed: a deadline that ends there lies between two days.

Guangxi has two days off of its own for 三月三, the third of the third lunar month, since 2014. A yearly notice names
them and may move a weekend for them, so in a year whose notice was not supplied no working day from 20 March to 30
April is certain. Only the notice of 2017 is here; supply others with :meth:`GuangxiCalendar.with_days`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
import chinese_calendar

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_day, records
from gxinjury.law.holidays import OWN_DAYS_OFF
from gxinjury.periods import WorkCalendar
from gxinjury.texts import Text

_LONGEST_NATIONAL_BREAK: Final = 10  # 2020-01-24 to 2020-02-02, the longest that the national calendar has had
_FIRST_OWN_YEAR: Final = OWN_DAYS_OFF.entries[0].first.year

# The third of the third lunar month lies between 24 March and 22 April; the days around it are moved for it.
_WINDOW_OPENS: Final = (3, 20)
_WINDOW_CLOSES: Final = (4, 30)

_MUST_NAME_A_DAY: Final = Text(zh="至少要有一个放假日", en="must name a day off at least")
_MUST_BE_OF_ONE_YEAR: Final = Text(zh="必须都在同一年", en="must all lie in one year")
_MUST_LIE_IN_THE_WINDOW: Final = Text(zh="必须在3月20日至4月30日之间", en="must lie between 20 March and 30 April")
_MUST_NOT_BE_BOTH: Final = Text(zh="不得既放假又上班", en="must not be a day off and a working day at once")


def _in_window(day: date) -> bool:
    return _WINDOW_OPENS <= (day.month, day.day) <= _WINDOW_CLOSES


@attrs.frozen
class NationalCalendar:
    """The statutory days off of the whole country, as far as ``chinesecalendar`` knows them."""

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know: the longest there has been."""
        return _LONGEST_NATIONAL_BREAK

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off; None in a year that is not announced, or lies before 2004."""
        check_day("NationalCalendar", "day", day)
        try:
            return bool(chinese_calendar.is_holiday(day))
        except NotImplementedError:
            return None


@attrs.frozen
class OwnDays:
    """What a yearly notice of Guangxi says on 三月三.

    Args:
        off: The days off that it names, weekend days moved for them included.
        worked: The weekend days that it makes working days; none where it moves none.

    Raises:
        InvalidFactError: There is no day off, the days are not of one year, or one is no day of late March or April.

    >>> OwnDays(off=(date(2017, 3, 30), date(2017, 3, 31), date(2017, 4, 1)), worked=(date(2017, 4, 8),)).year
    2017
    """

    off: tuple[date, ...]
    worked: tuple[date, ...] = ()

    def __attrs_post_init__(self) -> None:
        for field in ("off", "worked"):
            days = records("OwnDays", field, getattr(self, field), date)
            for position, day in enumerate(days):
                check_day("OwnDays", f"{field}[{position}]", day)
                if not _in_window(day):
                    raise InvalidFactError("OwnDays", f"{field}[{position}]", _MUST_LIE_IN_THE_WINDOW, day)
            object.__setattr__(self, field, tuple(sorted(set(days))))
        if not self.off:
            raise InvalidFactError("OwnDays", "off", _MUST_NAME_A_DAY, self.off)
        if len({day.year for day in (*self.off, *self.worked)}) > 1:
            raise InvalidFactError("OwnDays", "off", _MUST_BE_OF_ONE_YEAR, self.off)
        if set(self.off) & set(self.worked):
            raise InvalidFactError("OwnDays", "worked", _MUST_NOT_BE_BOTH, self.worked)

    @property
    def year(self) -> int:
        """The year of the notice."""
        return self.off[0].year


# The office of Guangxi's government, notice of 2017-02-10: 30 and 31 March off for 三月三, Saturday 1 April (a working
# day nationally) off as well, Saturday 8 April worked instead. Read in four copies.
_NOTICE_OF_2017: Final = OwnDays(
    off=(date(2017, 3, 30), date(2017, 3, 31), date(2017, 4, 1)), worked=(date(2017, 4, 8),)
)


def _as_tuple(notices: Iterable[OwnDays]) -> tuple[OwnDays, ...]:
    return records("GuangxiCalendar", "notices", notices, OwnDays)


@attrs.frozen
class GuangxiCalendar:
    """The statutory days off in Guangxi: the national ones and its own.

    Args:
        notices: The yearly notices that are known, one a year.

    >>> calendar = guangxi()
    >>> calendar.is_day_off(date(2017, 4, 1)), national().is_day_off(date(2017, 4, 1))
    (True, False)
    >>> print(calendar.is_day_off(date(2018, 4, 18)))
    None
    >>> calendar.with_days([date(2018, 4, 18), date(2018, 4, 19)]).is_day_off(date(2018, 4, 18))
    True
    """

    notices: tuple[OwnDays, ...] = attrs.field(default=(_NOTICE_OF_2017,), converter=_as_tuple)

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know: the national one and its own days."""
        return _LONGEST_NATIONAL_BREAK + OWN_DAYS_OFF.entries[-1].value

    def with_days(self, off: Iterable[date], worked: Iterable[date] = ()) -> "GuangxiCalendar":
        """Return the calendar with the notice of a year more, in place of one of the same year.

        Args:
            off: The days off that the notice names, weekend days moved for them included.
            worked: The weekend days that it makes working days.

        Raises:
            InvalidFactError: As :class:`OwnDays` raises it.
        """
        notice = OwnDays(tuple(off), tuple(worked))
        others = (one for one in self.notices if one.year != notice.year)
        return GuangxiCalendar((*others, notice))

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off; None where the national calendar or Guangxi's notice is not known."""
        off = _NATIONAL.is_day_off(day)
        if off is None or day.year < _FIRST_OWN_YEAR or not _in_window(day):
            return off
        for notice in self.notices:
            if notice.year == day.year:
                return day in notice.off or (off and day not in notice.worked)
        return True if _is_national_festival(day) else None


def _is_national_festival(day: date) -> bool:
    """Return whether a day is off for a national festival, which no notice of Guangxi's takes away."""
    off, festival = chinese_calendar.get_holiday_detail(day)
    return bool(off and festival)


_NATIONAL: Final = NationalCalendar()


def national() -> WorkCalendar:
    """Return the national calendar.

    >>> national().is_day_off(date(2016, 10, 1)), national().is_day_off(date(2199, 10, 1))
    (True, None)
    """
    return _NATIONAL


def guangxi(*notices: OwnDays) -> GuangxiCalendar:
    """Return Guangxi's calendar, with the yearly notices given beside that of 2017.

    >>> from gxinjury.periods import Deadline
    >>> str(Deadline.of(date(2017, 4, 1), guangxi()))
    '2017-04-05'
    """
    calendar = GuangxiCalendar()
    for notice in notices:
        calendar = calendar.with_days(notice.off, notice.worked)
    return calendar
