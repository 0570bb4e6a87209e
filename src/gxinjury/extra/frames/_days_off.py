"""Last days that do not fall on days off (期限届满日顺延): what a calendar says of the days, as a column."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Final

import numpy as np

from gxinjury.extra.frames._columns import Column, Known, Sql, any_of, choose
from gxinjury.extra.frames._days import LAST_DAY, day_of, number_of
from gxinjury.extra.frames._sheets import Sheet
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.periods import Deadline, WorkCalendar

_FIRST: Final = number_of(REVISED_FROM)


def rolled(sheet: Sheet, raw: Column, calendar: WorkCalendar) -> Known[Column]:
    """Return the last day as it is rolled to the next working day, and where the calendar knows it."""
    if not isinstance(raw.held, Sql):
        days, places = np.unique(np.atleast_1d(raw.held), return_inverse=True)
        found = [_rolled_from(int(day), calendar) for day in days]
        numbers, told = np.array([one or _FIRST for one in found]), np.array([one is not None for one in found])
        return Known(Column(numbers[places]), Column(told[places]))
    # To be in a list is what engines look up; a condition for each day off would be a long plan.
    later, runs = _asked_once(calendar) if isinstance(calendar, Hashable) else _of_all_days(calendar)
    day: Column = raw
    for count, days_off in later.items():
        day = choose(raw.is_in(days_off), raw + count, day)
    known = any_of([(raw >= first) & (raw <= last) for first, last in runs])
    return Known(sheet.let("rolled", day), sheet.let("is_known", known))


def _rolled_from(number: int, calendar: WorkCalendar) -> int | None:
    """Return the day that a limit is rolled to; None where the calendar does not know, or cannot be asked."""
    if not _FIRST <= number <= LAST_DAY:
        return None
    day = Deadline.of(day_of(number), calendar).day
    return None if day is None else number_of(day)


def _of_all_days(calendar: WorkCalendar) -> tuple[dict[int, list[int]], list[tuple[int, int]]]:
    """Return the days off by how many days later the next working day is, and the runs of days that are known."""
    later: dict[int, list[int]] = {}
    runs: list[tuple[int, int]] = []
    # Backwards, so that the calendar is asked for each day once. One that holds no break possible in years that it
    # does not know takes their days for working days.
    count, is_known = 0, False
    for number in range(LAST_DAY, _FIRST - 1, -1):
        is_off = calendar.is_day_off(day_of(number))
        count, is_known = (count + 1, is_known) if is_off else (0, is_off is False or not calendar.longest_break)
        if not is_known:
            continue
        if count:
            later.setdefault(count, []).append(number)
        last = runs.pop()[1] if runs and runs[-1][0] == number + 1 else number
        runs.append((number, last))
    return later, runs


_asked_once = lru_cache(maxsize=8)(_of_all_days)
