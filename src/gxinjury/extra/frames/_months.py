"""Months counted from numbered days (历法): engines agree on what a day is, not on adding months.

Holds for the years 1900 to 2200, where every number on the way is positive.
"""

from datetime import date
from typing import Final, NamedTuple

from gxinjury.extra.frames._arithmetic import split
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._days import number_of
from gxinjury.extra.frames._sheets import Sheet


class CivilDay(NamedTuple):
    """A day as year, month and day of the month."""

    year: Column
    month: Column
    day: Column


_MARCH_OF_YEAR_0: Final = 719_468
_MARCH_1900, _MARCH_2100, _MARCH_2200 = (number_of(date(year, 3, 1)) for year in (1900, 2100, 2200))
_LEAP_YEAR: Final = 1896
_FOUR_YEARS: Final = 1461


def civil_of(sheet: Sheet, day: Column) -> CivilDay:
    """Return the year, month and day of the month of a numbered day, in whole numbers: years begin in March."""
    quarters = sheet.let("quarters", _with_leap_days(day)[0] * 4 + 3)
    years, rest = split(sheet, quarters, _FOUR_YEARS)
    of_year = sheet.let("of_year", rest // 4)
    from_march = sheet.let("from_march", (of_year * 5 + 2) // 153)
    early = from_march >= 10  # noqa: PLR2004  (January and February belong to the next year)
    month = choose(early, from_march - 9, from_march + 3)
    day_of_month = of_year - (from_march * 153 + 2) // 5 + 1
    return CivilDay(
        *sheet.let_all({"year": years + _LEAP_YEAR + choose(early, 1, 0), "month": month, "day": day_of_month})
    )


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
    """Return how many leap days have come by a day, from 1896 on."""
    counted, skipped = _with_leap_days(day)
    return (counted + 1) // _FOUR_YEARS - skipped


def _with_leap_days(day: Column) -> tuple[Column, Column]:
    """Return the days since the March of 1896, had every fourth year a leap day, and how many that adds."""
    skipped = choose(day >= _MARCH_2100, 1, 0) + choose(day >= _MARCH_2200, 1, 0) - choose(day < _MARCH_1900, 1, 0)
    return day - _MARCH_1900 + skipped + _FOUR_YEARS, skipped


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
