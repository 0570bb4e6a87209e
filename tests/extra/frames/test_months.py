"""The calendar in whole numbers, on every day that a case can lie on."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Final

import attrs
import numpy as np
import pytest
from dateutil.relativedelta import relativedelta

from gxinjury.extra import frames
from gxinjury.extra.frames._columns import Column
from gxinjury.extra.frames._days import FIRST_DAY, LAST_DAY, day_of, number_of
from gxinjury.extra.frames._months import civil_of, leap_days, month_length
from gxinjury.extra.frames._sheets import Sheet, Way
from gxinjury.law import LAW
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, Row, as_rows

NUMBERS = range(FIRST_DAY, LAST_DAY + 1)
_SOURCE: Final = Text(zh="试", en="a trial")


def numbered(numbers: Sequence[int]) -> Column:
    """Numbers as a column, known to lie between the least and the most of them."""
    return Column(np.array(numbers), min(numbers), max(numbers))


def sheet() -> Sheet:
    """A sheet whose steps are kept as they are."""
    way = Way("trial", LAW, None, "", flag=False, look=False, floats=True, stale=[])
    return Sheet(way, SimpleNamespace(keep=lambda steps: list(steps.values())))


def test_every_day_has_the_year_month_and_day_of_the_calendar() -> None:
    """Leap days, and the turns of centuries that have none."""
    found = civil_of(sheet(), numbered(NUMBERS))
    dates = zip(found.year.held.tolist(), found.month.held.tolist(), found.day.held.tolist(), strict=True)
    assert [date(*one) for one in dates] == [day_of(number) for number in NUMBERS]


def test_a_year_after_every_day() -> None:
    """The same day a year later; after a leap day, the last day of that February."""
    day = numbered(NUMBERS)
    found = (day + 365 + leap_days(day + 365) - leap_days(day)).held.tolist()
    assert found == [number_of(day_of(number) + relativedelta(years=1)) for number in NUMBERS]


@pytest.mark.parametrize("count", [1, 11, 13, 24, 48])
@pytest.mark.parametrize("engine", ["pandas", "polars", "polars lazy", "pyarrow", "duckdb"])
def test_other_months_after_every_end_of_a_month(engine: str, count: int) -> None:
    """The corresponding day, or that month's last day, for any count of months and through the year 2200."""
    firsts = [date(year, month, 1) for year in range(1900, 2200) for month in range(1, 13)]
    days = [
        first + timedelta(days=more)
        for first in firsts
        for more in (-1, 0, 28)
        if first + timedelta(days=more) >= firsts[0]
    ]
    filing = attrs.evolve(LAW.worker_filing_months, entries=(Entry(date(1900, 1, 1), count, _SOURCE),))
    law = attrs.evolve(LAW, worker_filing_months=filing)
    rows: list[Row] = [{"injured_on": day} for day in days]
    found = as_rows(frames.worker_deadline(ENGINES[engine](rows, {"injured_on": "day"}), law=law))
    assert [one["worker_deadline"] for one in found] == [day + relativedelta(months=count) for day in days]


def test_every_month_has_its_length() -> None:
    """Of the years 1900 to 2200, three turns of centuries without a leap day."""
    months = [(year, month) for year in range(1900, 2201) for month in range(1, 13)]
    years, numbers = (numbered(part) for part in zip(*months, strict=True))
    assert month_length(years, numbers).held.tolist() == [monthrange(*one)[1] for one in months]


@pytest.mark.parametrize(
    ("day", "one_more"),
    [
        (date(1904, 2, 29), True),
        (date(1900, 3, 1), False),
        (date(2000, 2, 29), True),
        (date(2100, 3, 1), False),
        (date(2200, 3, 1), False),
    ],
)
def test_leap_days_are_counted_on_their_day(day: date, *, one_more: bool) -> None:
    """One more on 29 February, and none where a century turns without one."""
    before, on = leap_days(numbered([number_of(day) - 1, number_of(day)])).held.tolist()
    assert on - before == int(one_more)
