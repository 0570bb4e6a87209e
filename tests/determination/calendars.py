"""Calendars made for the tests: weekends, the holidays that the worked cases touch, and years that nobody knows."""

from datetime import date
from typing import Final

import attrs


@attrs.frozen
class Weekends:
    """Saturdays and Sundays are off but for those worked; holidays are off; years from a certain one on are unknown."""

    holidays: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    unknown_from: date = date.max
    longest_break: int = 9

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off; None where nobody knows."""
        if day >= self.unknown_from:
            return None
        return day in self.holidays or (day.weekday() >= 5 and day not in self.worked)


_QINGMING_2017: Final = frozenset(date(2017, 4, day) for day in (2, 3, 4))
_NATIONAL_DAY_2019: Final = frozenset(date(2019, 10, day) for day in range(1, 8))

NATIONAL: Final = Weekends(_QINGMING_2017 | _NATIONAL_DAY_2019, frozenset({date(2017, 4, 1)}))
GUANGXI: Final = Weekends(NATIONAL.holidays | {date(2017, 4, 1)}, NATIONAL.worked)
UNKNOWN_FROM_2018: Final = Weekends(unknown_from=date(2018, 1, 1), longest_break=10)
