"""Days as numbers (日序): the days since 1970-01-01; a moment is the microseconds since that day began in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

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
