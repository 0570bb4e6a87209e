"""Work calendars (工作日历): China's, and Guangxi's with its own days off; ``pip install "gxinjury[calendars]"``.

The national calendar is that of the package ``chinesecalendar``. A year that it does not know is answered with None,
never guessed: a deadline that ends there lies between two days. Guangxi has two days off of its own for 三月三, since
2014. A yearly notice names them and may move a weekend for them, so in a year whose notice is not known no working day
from 20 March to 30 April is certain. The notices of 2015 to 2025 are figures of the law, ``LAW.guangxi_days_off``, as
far as they were found, each with its standing: a deadline that rests on a compiled table carries a caution.

A notice that is not here is supplied with :meth:`GuangxiCalendar.with_days`, that of the whole country with
:meth:`NationalCalendar.with_days`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from itertools import groupby
from typing import Final, TypeVar

import attrs
import chinese_calendar

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.extra.cases.days_off import CALENDARS, DaysOff
from gxinjury.facts import check_day, check_instance, records
from gxinjury.law import LAW, Law
from gxinjury.law.holidays import OWN_DAYS_OFF, NationalDays, OwnDays, in_window, window
from gxinjury.periods import Period, WorkCalendar
from gxinjury.texts import Language, Text
from gxinjury.timelines import USABLE, Footing

__all__ = ["GuangxiCalendar", "NationalCalendar", "NationalDays", "OwnDays", "calendar_named", "guangxi", "national"]

N = TypeVar("N", bound=OwnDays | NationalDays)

_LONGEST_NATIONAL_BREAK: Final = 10  # 2020-01-24 to 2020-02-02, the longest that the national calendar has had
_FIRST_OWN_YEAR: Final = OWN_DAYS_OFF.entries[0].first.year
_SATURDAY: Final = 5

_ONE_A_YEAR: Final = FactRule(zh="每年只能有一份通知", en="must hold one notice a year", code="second_notice")
_DOUBTFUL: Final = Text(
    zh="{year}年广西“三月三”放假安排{standing}（{note}），请核对当年通知",
    en="Guangxi's days off of {year} are {standing} ({note}); check that year's notice",
)
_NATIONAL: Final = Text(zh="全国休假日", en="the national days off")
_GUANGXI: Final = Text(
    zh="广西休假日（三月三按{years}年的通知）", en="Guangxi's days off (those of Sanyuesan by the notices of {years})"
)
_GUANGXI_UNKNOWN: Final = Text(zh="广西休假日（没有三月三的通知）", en="Guangxi's days off (no notice of Sanyuesan)")
_WITH: Final = Text(zh="{told}；{country}", en="{told}; {country}")
_AND_NOTICES: Final = Text(zh="{told}，另按{years}年的通知", en="{told}, and by the notices of {years}")


def _years(notices: Iterable[OwnDays | NationalDays]) -> tuple[str, ...]:
    """Return the years of notices, those in a row by the first and the last."""
    runs = groupby(enumerate(one.year for one in notices), lambda one: one[1] - one[0])
    ends = [[year for _, year in run] for _, run in runs]
    return tuple("-".join(dict.fromkeys((str(years[0]), str(years[-1])))) for years in ends)


def _one_a_year(record: str, notices: Iterable[N], kind: type[N]) -> tuple[N, ...]:
    """Return notices in the order of their years."""
    found = sorted(records(record, "notices", notices, kind), key=lambda one: one.year)
    if len({one.year for one in found}) < len(found):
        raise InvalidFactError(record, "notices", _ONE_A_YEAR, [one.year for one in found])
    return tuple(found)


def _with(notices: Iterable[N], notice: N) -> tuple[N, ...]:
    """Return notices and one more, in place of one of the same year."""
    return (*(one for one in notices if one.year != notice.year), notice)


def _of_year(notices: Iterable[N], year: int) -> N | None:
    return next((one for one in notices if one.year == year), None)


def _of_years(notices: Iterable[N], days: Period) -> Iterator[N]:
    last = days.first if days.last is None else days.last
    return (one for one in notices if days.first.year <= one.year <= last.year)


@attrs.frozen
class NationalCalendar:
    """The statutory days off of the whole country, as far as ``chinesecalendar`` knows them.

    Args:
        notices: Yearly notices beside those that it knows, one a year; they come first.

    >>> calendar = national().with_days(2199, off=[date(2199, 10, 1)])
    >>> [calendar.is_day_off(date(2199, 10, day)) for day in (1, 2, 6)], national().is_day_off(date(2199, 10, 1))
    ([True, False, True], None)
    """

    notices: tuple[NationalDays, ...] = ()

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "notices", _one_a_year("NationalCalendar", self.notices, NationalDays))

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """Return what it is, with the years of the notices that were supplied.

        >>> national().text("zh"), national().with_days(2199, off=[date(2199, 10, 1)]).text("zh")
        ('全国休假日', '全国休假日，另按2199年的通知')
        """
        told = _NATIONAL.say(language)
        return _AND_NOTICES.say(language, told=told, years=_years(self.notices)) if self.notices else told

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know, which is the longest there has been."""
        return _LONGEST_NATIONAL_BREAK

    def with_days(
        self, year: int, off: Iterable[date], worked: Iterable[date] = (), *, doubt: Text | None = None
    ) -> "NationalCalendar":
        """Return the calendar with the notice of a year more, in place of one of the same year.

        The facts, and what is refused in them, are those of :class:`NationalDays`.
        """
        notice = NationalDays(year, off, worked, doubt)  # type: ignore[arg-type]  # copied at the door
        return NationalCalendar(_with(self.notices, notice))

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off; None in a year that is not announced, or lies before 2004."""
        check_day("NationalCalendar", "day", day)
        for notice in self.notices:
            if day in notice.off or day in notice.worked:
                return day in notice.off
        if _of_year(self.notices, day.year) is not None:
            return day.weekday() >= _SATURDAY
        try:
            return bool(chinese_calendar.is_holiday(day))
        except NotImplementedError:
            return None

    def doubts(self, days: Period, /) -> tuple[Text, ...]:
        """Return what to mind about its answers for these days."""
        return tuple(one.doubt for one in _of_years(self.notices, days) if one.doubt is not None)

    def is_festival(self, day: date) -> bool:
        """Return whether a day is off for a festival of the whole country, which no notice of Guangxi's takes away."""
        for notice in self.notices:
            if notice.year == day.year or day in notice.off:
                return day in notice.off
        try:
            off, festival = chinese_calendar.get_holiday_detail(day)
        except NotImplementedError:
            return False
        return bool(off and festival)


def _of_the_law(law: Law) -> Iterator[OwnDays]:
    """Yield the notices that a law holds; one that is not published with what to mind, to a strict law not at all."""
    for entry in law.guangxi_days_off.entries:
        if entry.standing is Footing.PUBLISHED:
            yield entry.value
        elif entry.standing in USABLE and not law.guangxi_days_off.strict:
            told = {"year": str(entry.first.year), "standing": entry.standing, "note": entry.note or entry.source}
            yield attrs.evolve(entry.value, doubt=_DOUBTFUL.filled(told))


@attrs.frozen
class GuangxiCalendar:
    """The statutory days off in Guangxi: the national ones and its own.

    Args:
        notices: The yearly notices of Guangxi that are known, one a year; those of the law as it stands by default.
        national: The national calendar.

    >>> calendar = guangxi()
    >>> calendar.is_day_off(date(2017, 4, 1)), national().is_day_off(date(2017, 4, 1))
    (True, False)
    >>> print(calendar.is_day_off(date(2022, 4, 4)), calendar.is_day_off(date(2022, 4, 6)))
    True None
    >>> calendar.with_days([date(2022, 4, 1), date(2022, 4, 2)]).is_day_off(date(2022, 4, 6))
    False
    """

    notices: tuple[OwnDays, ...] = attrs.field(factory=lambda: tuple(_of_the_law(LAW)))
    national: NationalCalendar = NationalCalendar()

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "notices", _one_a_year("GuangxiCalendar", self.notices, OwnDays))
        check_instance("GuangxiCalendar", "national", self.national, NationalCalendar)

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: Language) -> str:
        """Return what it is, with the years whose notices of Guangxi it knows, and those supplied for the country.

        >>> print(GuangxiCalendar(()).with_days([date(2022, 4, 1), date(2022, 4, 2)]))
        Guangxi's days off (those of Sanyuesan by the notices of 2022)
        """
        told = _GUANGXI_UNKNOWN.say(language)
        if self.notices:
            told = _GUANGXI.say(language, years=_years(self.notices))
        if not self.national.notices:
            return told
        country = self.national.text(language)
        return _WITH.say(language, told=told, country=country)

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know, the national one with its own days."""
        return _LONGEST_NATIONAL_BREAK + OWN_DAYS_OFF.entries[-1].value

    def with_days(
        self, off: Iterable[date], worked: Iterable[date] = (), *, year: int | None = None, doubt: Text | None = None
    ) -> "GuangxiCalendar":
        """Return the calendar with the notice of a year more, in place of one of the same year.

        The facts, and what is refused in them, are those of :class:`OwnDays`.
        """
        return self.with_notice(OwnDays(off, worked, year, doubt))  # type: ignore[arg-type]  # copied at the door

    def with_notice(self, notice: OwnDays) -> "GuangxiCalendar":
        """Return the calendar with a notice more, in place of one of the same year."""
        check_instance("GuangxiCalendar", "notice", notice, OwnDays)
        return attrs.evolve(self, notices=_with(self.notices, notice))

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off; None where the national calendar or Guangxi's notice is not known."""
        off = self.national.is_day_off(day)
        if off is None or day.year < _FIRST_OWN_YEAR or not in_window(day):
            return off
        notice = _of_year(self.notices, day.year)
        if notice is not None:
            return day in notice.off or (off and day not in notice.worked)
        return True if self.national.is_festival(day) else None

    def doubts(self, days: Period, /) -> tuple[Text, ...]:
        """Return what to mind about its answers for these days, as where a notice is known from a compiled table."""
        own = (one for one in _of_years(self.notices, days) if days.overlap(window(one.year)) is not None)
        return (*self.national.doubts(days), *(one.doubt for one in own if one.doubt is not None))


def national() -> NationalCalendar:
    """Return the national calendar.

    >>> national().is_day_off(date(2016, 10, 1)), national().is_day_off(date(2199, 10, 1))
    (True, None)
    """
    return NationalCalendar()


def guangxi(*notices: OwnDays, law: Law = LAW) -> GuangxiCalendar:
    """Return Guangxi's calendar, with the yearly notices that the law holds and those given.

    Args:
        notices: Notices beside those of the law, each in place of one of the same year.
        law: The law whose ``guangxi_days_off`` are taken; a strict law takes published ones only.

    >>> from gxinjury.periods import Deadline
    >>> str(Deadline.of(date(2017, 4, 1), guangxi()))
    '2017-04-05'
    """
    check_instance("guangxi", "law", law, Law)
    return reduce(GuangxiCalendar.with_notice, notices, GuangxiCalendar(tuple(_of_the_law(law))))


def calendar_named(name: str, days_off: Iterable[DaysOff] = (), *, law: Law = LAW) -> WorkCalendar | None:
    """Return the calendar of a name, with the notices that a case supplies.

    Args:
        name: ``none``, ``national`` or ``guangxi``.
        days_off: Notices beside those that are known; those of Guangxi say nothing to the national calendar.
        law: The law whose notices of Guangxi are taken.

    Raises:
        InvalidFactError: There is no such calendar, or something is no notice.

    >>> supplied = DaysOff(off=[date(2026, 4, 20), date(2026, 4, 21)])
    >>> calendar_named("guangxi", [supplied]).is_day_off(date(2026, 4, 20))
    True
    """
    check_instance("calendar_named", "law", law, Law)
    if name not in CALENDARS:
        rule = Text(zh=f"必须是 {'、'.join(CALENDARS)} 之一", en=f"must be one of {', '.join(CALENDARS)}")
        raise InvalidFactError("calendar_named", "name", rule, name)
    notices = [one.notice for one in records("calendar_named", "days_off", days_off, DaysOff)]
    if name == "none":
        return None
    country = NationalCalendar()
    for notice in notices:
        if isinstance(notice, NationalDays):
            country = NationalCalendar(_with(country.notices, notice))
    own = (notice for notice in notices if isinstance(notice, OwnDays))
    return country if name == "national" else attrs.evolve(guangxi(*own, law=law), national=country)
