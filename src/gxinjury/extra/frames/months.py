"""Months and years counted from a day (历法), in whole numbers: engines agree on what a day is, not on adding months.

A day is the days since 1970-01-01. Holds for the years 1900 to 2200, where every number on the way is positive.
"""

from typing import Final

from gxinjury.extra.frames.columns import CivilDay, Column, Number, choose
from gxinjury.extra.frames.sheets import Sheet

_MARCH_OF_YEAR_0: Final = 719_468
_DAYS_OF_400_YEARS: Final = 146_097
_A_YEAR: Final = 12


def civil(sheet: Sheet, *days: Column) -> list[CivilDay]:
    """Return the year, month and day of the month of numbered days."""
    return sheet.rows.civil(days)


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


def months_after(sheet: Sheet, event: Column, count: Number) -> Column:
    """Return the corresponding day so many months later, or that month's last day where there is none."""
    (start,) = civil(sheet, event)
    if isinstance(count, int) and count == _A_YEAR:
        return event + _days_of_a_year_from(start)
    months = sheet.let("months", start.year * 12 + start.month - 1 + count)
    year = months // 12
    year, month = sheet.let_all({"year": year, "month": months - year * 12 + 1})
    length = sheet.let("length", month_length(year, month))
    return number(year, month, choose(start.day > length, length, start.day))


def _days_of_a_year_from(start: CivilDay) -> Column:
    """Return 366 where a leap day lies ahead within the year, else 365; the leap day's own year ends on 28 February."""
    early = start.month <= 2  # noqa: PLR2004  (up to February, the leap day ahead is the same year's)
    of_february = choose(early, start.year, start.year + 1)
    is_leap_day = (start.month == 2) & (start.day == 29)  # noqa: PLR2004  (29 February)
    return choose(_is_leap(of_february) & ~is_leap_day, 366, 365)


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
