"""Days as numbers (日序): the days since 1970-01-01."""

from datetime import date, timedelta
from typing import Final

EPOCH: Final = date(1970, 1, 1)


def number_of(day: date) -> int:
    """Return the number of a day.

    >>> number_of(date(1970, 1, 2))
    1
    """
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Return the day of a number."""
    return EPOCH + timedelta(days=number)


FIRST_DAY: Final = number_of(date(1900, 1, 1))
"""The first day that a case can lie on."""
LAST_DAY: Final = number_of(date(2199, 12, 31))
"""The last."""
