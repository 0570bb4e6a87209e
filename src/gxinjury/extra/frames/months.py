"""Months and years counted from a day (历法), in whole numbers: engines agree on what a day is, not on adding months.

A day is the days since 1970-01-01. Holds for the years 1900 to 2200, where every number on the way is positive.
"""

from typing import Final, NamedTuple

import narwhals as nw

from gxinjury.extra.frames.reading import as_date
from gxinjury.extra.frames.sheets import Sheet

_MARCH_OF_YEAR_0: Final = 719_468
_A_YEAR: Final = 12


class CivilDay(NamedTuple):
    """A day as year, month and day of the month."""

    year: nw.Expr
    month: nw.Expr
    day: nw.Expr


def civil(sheet: Sheet, *numbers: nw.Expr) -> list[CivilDay]:
    """Return the year, month and day of the month of numbered days, as the engine's calendar has them."""
    days = sheet.let_all(
        {f"day{place}": as_date(sheet.columns.implementation, one) for place, one in enumerate(numbers)}
    )
    parts = {
        f"{name}{place}": part.cast(nw.Int64)
        for place, day in enumerate(days)
        for name, part in (("y", day.dt.year()), ("m", day.dt.month()), ("d", day.dt.day()))
    }
    found = sheet.let_all(parts)
    return [CivilDay(*found[3 * place : 3 * place + 3]) for place in range(len(numbers))]


def month_length(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    """Return how many days a month has."""
    february = nw.when(_is_leap(year)).then(nw.lit(29)).otherwise(nw.lit(28))
    short = (month == 4) | (month == 6) | (month == 9) | (month == 11)  # noqa: PLR2004  (the months of 30 days)
    others = nw.when(short).then(nw.lit(30)).otherwise(nw.lit(31))
    return nw.when(month == 2).then(february).otherwise(others)  # noqa: PLR2004  (February)


def number(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return the number of a day given by year, month and day of the month."""
    early = month <= 2  # noqa: PLR2004  (January and February belong to the year before)
    from_march = nw.when(early).then(month + 9).otherwise(month - 3)
    begun = nw.when(early).then(year - 1).otherwise(year)
    of_year = (from_march * 153 + 2) // 5 + day - 1
    return begun * 365 + begun // 4 - begun // 100 + begun // 400 + of_year - _MARCH_OF_YEAR_0


def months_after(sheet: Sheet, event: nw.Expr, count: nw.Expr | int) -> nw.Expr:
    """Return the corresponding day so many months later, or that month's last day where there is none."""
    (start,) = civil(sheet, event)
    if isinstance(count, int) and count == _A_YEAR:
        return event + _days_of_a_year_from(start)
    months = sheet.let("months", start.year * 12 + start.month - 1 + count)
    year = months // 12
    year, month = sheet.let_all({"year": year, "month": months - year * 12 + 1})
    length = sheet.let("length", month_length(year, month))
    return number(year, month, nw.when(start.day > length).then(length).otherwise(start.day))


def _days_of_a_year_from(start: CivilDay) -> nw.Expr:
    """Return 366 where a leap day lies ahead within the year, else 365; the leap day's own year ends on 28 February."""
    early = start.month <= 2  # noqa: PLR2004  (up to February, the leap day ahead is the same year's)
    of_february = nw.when(early).then(start.year).otherwise(start.year + 1)
    is_leap_day = (start.month == 2) & (start.day == 29)  # noqa: PLR2004  (29 February)
    return nw.when(_is_leap(of_february) & ~is_leap_day).then(nw.lit(366)).otherwise(nw.lit(365))


def _is_leap(year: nw.Expr) -> nw.Expr:
    """Return whether a year from 1900 to 2200 is a leap year: every fourth but the turns of those centuries."""
    return (year // 4 * 4 == year) & (year != 1900) & (year != 2100) & (year != 2200)  # noqa: PLR2004  (2000 is one)


def months_between(start: CivilDay, day: CivilDay) -> nw.Expr:
    """Return how many months lie between the months of two days."""
    return (day.year - start.year) * 12 + day.month - start.month


def whole_months(start: CivilDay, day: CivilDay) -> nw.Expr:
    """Return the whole months gone by from a start to a day not before it, counted from the start day."""
    short = (start.day > day.day) & (day.day < month_length(day.year, day.month))
    return months_between(start, day) - nw.when(short).then(nw.lit(1)).otherwise(nw.lit(0))


def begun_months(start: CivilDay, day: CivilDay) -> nw.Expr:
    """Return the months from a start to a day after it, a begun month counted."""
    return months_between(start, day) + nw.when(start.day < day.day).then(nw.lit(1)).otherwise(nw.lit(0))
