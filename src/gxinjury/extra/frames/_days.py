"""Days as numbers (日序), and months counted from them (历法): engines agree on what a day is, not on adding months.

A day is the days since 1970-01-01, a moment the microseconds since its beginning in UTC. Holds for the years 1900 to
2200, where every number on the way is positive.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from gxinjury.extra.frames._columns import CivilDay, Column, choose
from gxinjury.facts import CHINA

EPOCH: Final = date(1970, 1, 1)


def number_of(day: date) -> int:
    """Return the number of a day."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Return the day of a number."""
    return EPOCH + timedelta(days=number)


def instant_of(number: int) -> int:
    """Return the first moment of a numbered day in China, in microseconds from 1970-01-01 UTC."""
    begins = datetime.combine(day_of(number), time(), CHINA)
    return (begins - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


FIRST_DAY: Final = number_of(date(1900, 1, 1))
"""The first day that a case can lie on."""
LAST_DAY: Final = number_of(date(2199, 12, 31))
"""The last."""

_MARCH_OF_YEAR_0: Final = 719_468
_DAYS_OF_400_YEARS: Final = 146_097
_MARCH_1900, _MARCH_2100, _MARCH_2200 = (number_of(date(year, 3, 1)) for year in (1900, 2100, 2200))


def civil_of(day: Column) -> CivilDay:
    """Return the year, month and day of the month of a numbered day, in whole numbers: years begin in March."""
    since = day + _MARCH_OF_YEAR_0
    era = since // _DAYS_OF_400_YEARS
    of_era = since - era * _DAYS_OF_400_YEARS
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (year * 365 + year // 4 - year // 100)
    from_march = (of_year * 5 + 2) // 153
    early = from_march >= 10  # noqa: PLR2004  (January and February belong to the next year)
    month = choose(early, from_march - 9, from_march + 3)
    return CivilDay(year + era * 400 + choose(early, 1, 0), month, of_year - (from_march * 153 + 2) // 5 + 1)


def month_length(year: Column, month: Column) -> Column:
    """Return how many days a month has."""
    february = choose(_is_leap(year), 29, 28)
    short = (month == 4) | (month == 6) | (month == 9) | (month == 11)  # noqa: PLR2004  (the months of 30 days)
    others = choose(short, 30, 31)
    return choose(month == 2, february, others)  # noqa: PLR2004  (February)


def number(year: Column, month: Column, day: Column) -> Column:
    """Return the number of a day given by year, month and day of the month."""
    early = month <= 2  # noqa: PLR2004  (January and February belong to the year before)
    from_march = choose(early, month + 9, month - 3)
    begun = choose(early, year - 1, year)
    of_year = (from_march * 153 + 2) // 5 + day - 1
    return begun * 365 + begun // 4 - begun // 100 + begun // 400 + of_year - _MARCH_OF_YEAR_0


def leap_days(day: Column) -> Column:
    """Return how many leap days have come by a day, from 1896 on: one in 1461 days but for three turns of centuries."""
    skipped = choose(day >= _MARCH_2100, 1, 0) + choose(day >= _MARCH_2200, 1, 0) - choose(day < _MARCH_1900, 1, 0)
    return (day - _MARCH_1900 + skipped + 1462) // 1461 - skipped


def _is_leap(year: Column) -> Column:
    """Return whether a year from 1900 to 2200 is a leap year: every fourth but the turns of those centuries."""
    return (year // 4 * 4 == year) & (year != 1900) & (year != 2100) & (year != 2200)  # noqa: PLR2004  (2000 is one)


def months_between(start: CivilDay, day: CivilDay) -> Column:
    """Return how many months lie between the months of two days."""
    return (day.year - start.year) * 12 + day.month - start.month


def whole_months(start: CivilDay, day: CivilDay) -> Column:
    """Return the whole months gone by from a start to a day not before it, counted from the start day."""
    short = (start.day > day.day) & (day.day < month_length(day.year, day.month))
    return months_between(start, day) - choose(short, 1, 0)


def begun_months(start: CivilDay, day: CivilDay) -> Column:
    """Return the months from a start to a day after it, a begun month counted."""
    return months_between(start, day) + choose(start.day < day.day, 1, 0)
