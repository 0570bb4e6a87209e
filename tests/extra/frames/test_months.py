"""The calendar in whole numbers, on every day that a case can lie on."""

from datetime import date

import numpy as np
import pytest
from dateutil.relativedelta import relativedelta

from gxinjury.extra.frames.columns import Column
from gxinjury.extra.frames.months import civil_of, leap_days
from gxinjury.extra.frames.numbering import FIRST_DAY, LAST_DAY, day_of, number_of

NUMBERS = range(FIRST_DAY, LAST_DAY + 1)


def test_every_day_has_the_year_month_and_day_of_the_calendar() -> None:
    """Leap days, and the turns of centuries that have none."""
    found = civil_of(Column(np.array(NUMBERS)))
    dates = zip(found.year.held.tolist(), found.month.held.tolist(), found.day.held.tolist(), strict=True)
    assert [date(*one) for one in dates] == [day_of(number) for number in NUMBERS]


def test_a_year_after_every_day() -> None:
    """The same day a year later; after a leap day, the last day of that February."""
    day = Column(np.array(NUMBERS))
    found = (day + 365 + leap_days(day + 365) - leap_days(day)).held.tolist()
    assert found == [number_of(day_of(number) + relativedelta(years=1)) for number in NUMBERS]


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
    before, on = leap_days(Column(np.array([number_of(day) - 1, number_of(day)]))).held.tolist()
    assert on - before == int(one_more)
