"""The limits told a second time, naively: one day at a time, no arithmetic on intervals."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from gxinjury.periods import Period

FIRST: Final = date(2014, 1, 1)
LAST: Final = date(2026, 12, 31)


def next_day(day: date) -> date:
    """Return the day after."""
    return date.fromordinal(day.toordinal() + 1)


def every_day(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Yield the days from the first to the last."""
    day = first
    while day <= last:
        yield day
        day = next_day(day)


def walked(event: date, count: int, left_out: Collection[date] = ()) -> date:
    """Return the day on which so many days are used up, the event's own and those left out not using any."""
    day = event
    while count:
        day = next_day(day)
        if day not in left_out:
            count -= 1
    return day


def years_end(event: date) -> date:
    """Return the corresponding day of the next year, or the last day of the month where that has none."""
    day = next_day(event)
    while not (day.year == event.year + 1 and day.month == event.month):
        day = next_day(day)
    while day.day != event.day and next_day(day).month == event.month:
        day = next_day(day)
    return day


def days_between(event: date, last: date) -> int:
    """Return how many days are walked from the one to the other."""
    count, day = 0, event
    while day < last:
        day = next_day(day)
        count += 1
    return count


def days_of(periods: Collection[Period]) -> set[date]:
    """Return the days of closed periods."""
    days: set[date] = set()
    for period in periods:
        assert period.last is not None
        days.update(every_day(period.first, period.last))
    return days
