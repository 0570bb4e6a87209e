"""Strategies of plain facts (基本事实): amounts, days, rates, periods, payments, laws."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from gxinjury.facts import Yuan
from gxinjury.law import LAW, Law, readings
from gxinjury.law.readings import Reading
from gxinjury.money import Rate
from gxinjury.periods import Period

FIRST_DAY: Final = date(2015, 1, 1)
"""The first day on which the Nanning notice is in force."""
LAST_DAY: Final = date(2020, 5, 31)
"""The last day through which its rate was verified."""


def fen_of(yuan: Decimal | int | str) -> int:
    """Return an amount in fen, what is below a fen left off."""
    numerator, denominator = Decimal(yuan).as_integer_ratio()
    return numerator * 100 // denominator


def yuan_of(fen: int) -> Yuan:
    """Return an amount of so many fen."""
    return Yuan(Decimal(f"{fen}E-2"))


def later(day: date, days: int) -> date:
    """Return the day so many days later."""
    return day + timedelta(days=days)


def amounts(*, lowest: Decimal | int | str = "0.01", highest: Decimal | int | str = 10**12) -> st.SearchStrategy[Yuan]:
    """Amounts in yuan with their fen, the lowest the plainest.

    Args:
        lowest: The lowest, in yuan.
        highest: The highest, in yuan.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: True)
    Decimal('0.01')
    """
    return st.integers(fen_of(lowest), fen_of(highest)).map(yuan_of)


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Days from a first to a last one, the first the plainest.

    Args:
        first: The first day; by default that from which the Nanning notice is in force.
        last: The last day; by default that through which its rate was verified.

    >>> from hypothesis import find
    >>> find(days(), lambda day: True)
    datetime.date(2015, 1, 1)
    """
    return st.integers(0, (last - first).days).map(lambda after: later(first, after))


def rates() -> st.SearchStrategy[Rate]:
    """Rates from 0 to 100%, in hundredths or thousandths, none the plainest.

    >>> from hypothesis import find
    >>> find(rates(), lambda rate: True)
    Rate.percent('0')
    """
    hundredths = st.integers(0, 10_000).map(lambda count: Rate.percent(f"{count}E-2"))
    thousandths = st.integers(0, 10_000).map(lambda count: Rate.per_mille(f"{count}E-1"))
    return hundredths | thousandths


@st.composite
def periods(draw: st.DrawFn, *, longest: int = 1500) -> Period:
    """Periods, closed or open at the end, an open one the plainest.

    Args:
        draw: Given by Hypothesis.
        longest: The most days of a closed one.

    >>> from hypothesis import find
    >>> str(find(periods(), lambda period: True))
    '2015-01-01..'
    """
    first = draw(days())
    after = draw(st.none() | st.integers(0, longest - 1))
    return Period(first, None if after is None else later(first, after))


def laws(*kinds: type[Reading]) -> st.SearchStrategy[Law]:
    """The law under any combination of readings; the law as it stands the plainest.

    Args:
        kinds: The readings to vary; every reading of :mod:`gxinjury.law.readings` where none is named.

    >>> from hypothesis import find
    >>> from gxinjury.law.readings import ElapsedTime
    >>> find(laws(ElapsedTime).map(lambda law: law.readings), lambda members: members)
    (ElapsedTime.DIFFERENCE,)
    """
    chosen = st.tuples(*(st.sampled_from(list(kind)) for kind in kinds or _all_readings()))
    return chosen.map(lambda members: LAW.reading(*members))


def _all_readings() -> list[type[Reading]]:
    exported = (getattr(readings, name) for name in readings.__all__)
    return [kind for kind in exported if kind is not Reading]
