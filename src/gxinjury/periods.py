"""Periods and deadlines (期间): closed periods of days, and the last day of a limit, which rolls.

A last day that is a statutory day off moves to the next working day (Civil Code, art. 203), as far as the calendar
knows the days off; how days are counted stands in :mod:`gxinjury.days`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Final, Protocol, runtime_checkable

import attrs

from gxinjury.days import (
    china_day,
    day_after,
    day_before,
    days_after,
    days_before,
    hours_after,
    month_end,
    months_after,
    whole_months,
)
from gxinjury.facts import check_date, check_day, check_not_before
from gxinjury.texts import Language, Text

__all__ = [
    "Deadline",
    "DeadlineStatus",
    "Period",
    "WorkCalendar",
    "china_day",
    "day_after",
    "day_before",
    "days_after",
    "days_before",
    "earlier",
    "hours_after",
    "merged",
    "month_end",
    "months_after",
    "whole_months",
    "without",
]

_SPAN: Final = Text(zh="{span}", en="{span}")


@attrs.frozen
class Period:
    """A closed period of days, both ends included.

    Args:
        first: The first day.
        last: The last day; None while the end is open.

    Raises:
        InvalidFactError: An end is no day, or the last lies before the first.

    >>> cover = Period(date(2015, 10, 8), date(2016, 6, 30))
    >>> date(2016, 6, 30) in cover, date(2016, 7, 1) in cover, cover.days
    (True, False, 267)
    >>> str(Period(date(2016, 7, 1), None))
    '2016-07-01..'
    """

    first: Annotated[date, Text("首日", "first day")]
    last: Annotated[date | None, Text("末日", "last day")]

    def __attrs_post_init__(self) -> None:
        check_date("Period", "first", self.first)
        if self.last is not None:
            check_date("Period", "last", self.last)
            check_not_before("Period", "last", self.last, "first", self.first)

    @property
    def days(self) -> int | None:
        """The number of days, both ends counted; None while the end is open."""
        return None if self.last is None else (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        check_date("Period", "day", day)
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return f"{self.first}..{'' if self.last is None else self.last}"

    def text(self, language: Language) -> str:
        """Return the days as a language writes them.

        >>> Period(date(2016, 3, 1), date(2016, 6, 10)).text("zh"), Period(date(2016, 7, 1), None).text("zh")
        ('2016-03-01 至 2016-06-10', '2016-07-01 起')
        >>> Period(date(2016, 7, 1), date(2016, 7, 1)).text("zh"), Period(date(2016, 7, 1), date(2016, 7, 1)).text("en")
        ('2016-07-01 当日', '2016-07-01')
        """
        if language == "en":
            return str(self.first if self.first == self.last else self)
        return f"{self.first} 起" if self.last is None else _SPAN.say("zh", first=self.first, last=self.last)

    def overlap(self, other: "Period") -> "Period | None":
        """Return the days that both periods hold; None where there are none.

        >>> Period(date(2016, 1, 1), None).overlap(Period(date(2015, 1, 1), date(2016, 1, 31)))
        Period(first=datetime.date(2016, 1, 1), last=datetime.date(2016, 1, 31))
        """
        first = max(self.first, other.first)
        last = earlier(self.last, other.last)
        return None if last is not None and last < first else Period(first, last)


def earlier(one: date | None, other: date | None) -> date | None:
    """Return the earlier of two ends, of which None is open.

    >>> earlier(None, date(2016, 6, 30)), earlier(None, None)
    (datetime.date(2016, 6, 30), None)
    """
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as the fewest periods in order: what overlaps or touches becomes one.

    >>> [str(one) for one in merged([Period(date(2016, 1, 5), None), Period(date(2016, 1, 1), date(2016, 1, 4))])]
    ['2016-01-01..']
    """
    result: list[Period] = []
    for period in sorted(periods, key=lambda one: one.first):
        before = result[-1] if result else None
        if before is None or (before.last is not None and (period.first - before.last).days > 1):
            result.append(period)
        elif before.last is not None:
            result[-1] = Period(before.first, None if period.last is None else max(before.last, period.last))
    return tuple(result)


def without(periods: Iterable[Period], taken: Iterable[Period]) -> tuple[Period, ...]:
    """Return what is left of the periods when the days of others are taken out.

    >>> year = Period(date(2016, 1, 1), None)
    >>> [str(one) for one in without([year], [Period(date(2016, 3, 1), date(2016, 3, 31))])]
    ['2016-01-01..2016-02-29', '2016-04-01..']
    """
    left = list(periods)
    for out in taken:
        left = [piece for period in left for piece in _without_one(period, out)]
    return tuple(left)


def _without_one(period: Period, out: Period) -> Iterator[Period]:
    if period.overlap(out) is None:
        yield period
        return
    if period.first < out.first:
        yield Period(period.first, day_before(out.first))
    if out.last is not None and (period.last is None or out.last < period.last):
        yield Period(day_after(out.last), period.last)


@runtime_checkable
class WorkCalendar(Protocol):
    """Which days are statutory days off, as far as a calendar knows.

    A calendar may also have ``doubts(days: Period, /) -> tuple[Text, ...]``: what to mind about its answers for these
    days, as that they rest on a compiled table. An explanation tells it as a caution.

    Attributes:
        longest_break: The most days off in a row that the calendar holds possible in a year it does not know.
    """

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know."""

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is a statutory day off; None where the calendar does not know."""


class DeadlineStatus(Enum):
    """Whether what was done on a day was done in time."""

    IN_TIME = Text(zh="按期", en="in time")
    LATE = Text(zh="逾期", en="late")
    UNDETERMINED = Text(zh="未定", en="undetermined")


@attrs.frozen
class Deadline:
    """The last day of a limit.

    Args:
        raw: The day that counting ends on, days off not looked at.
        earliest: The earliest day that the limit can end on.
        latest: The latest; the same unless the calendar does not know the days in question.
        calendar_consulted: Whether days off were looked at; without a calendar the raw day stands.

    >>> limit = Deadline.of(date(2016, 7, 30))
    >>> limit.day, limit.calendar_consulted, limit.status(date(2016, 7, 31)).name
    (datetime.date(2016, 7, 30), False, 'LATE')
    """

    raw: Annotated[date, Text("计算所得之日", "day that counting ends on")]
    earliest: Annotated[date, Text("最早届满日", "earliest day")]
    latest: Annotated[date, Text("最晚届满日", "latest day")]
    calendar_consulted: Annotated[bool, Text("已查放假安排", "days off looked at")]

    @classmethod
    def of(cls, raw: date, calendar: WorkCalendar | None = None) -> "Deadline":
        """Return the deadline that counting ended on, rolled to the next working day as far as it is known."""
        if calendar is None:
            return cls(raw, raw, raw, calendar_consulted=False)
        earliest = raw
        while calendar.is_day_off(earliest):
            earliest = day_after(earliest)
        latest = earliest
        furthest = days_after(earliest, calendar.longest_break)
        while latest < furthest and calendar.is_day_off(latest) is not False:
            latest = day_after(latest)
        return cls(raw, earliest, latest, calendar_consulted=True)

    @property
    def day(self) -> date | None:
        """The last day in time; None while the calendar leaves it open."""
        return self.earliest if self.earliest == self.latest else None

    def status(self, on: date) -> DeadlineStatus:
        """Return whether what was done on a day was in time."""
        check_day("Deadline", "on", on)
        if on <= self.earliest:
            return DeadlineStatus.IN_TIME
        return DeadlineStatus.LATE if on > self.latest else DeadlineStatus.UNDETERMINED

    def __str__(self) -> str:
        return str(self.earliest) if self.day else f"{self.earliest}/{self.latest}"

    def text(self, language: Language) -> str:
        """Return the last day in time as a language writes it; the two that it lies between while it is open."""
        return str(self) if language == "en" or self.day else f"{self.earliest} 至 {self.latest}"
