"""Strategies of plain facts (基本事实): amounts, days, moments, rates, periods, laws."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final, TypeVar

from hypothesis import strategies as st

from gxinjury.facts import CHINA, Yuan
from gxinjury.law import LAW, Law, readings
from gxinjury.law.readings import Reading
from gxinjury.money import Rate
from gxinjury.periods import Period, day_after, day_before, month_end

T = TypeVar("T")

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


def amounts(
    *, lowest: Decimal | int | str = "0.01", highest: Decimal | int | str = 10**12, rate: Rate | None = None
) -> st.SearchStrategy[Yuan]:
    """Amounts in yuan with their fen, the lowest the plainest.

    Args:
        lowest: The lowest, in yuan.
        highest: The highest, in yuan.
        rate: A rate that is taken of the amounts: every other one is such that it leaves exactly half a fen, where
            there are such amounts.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: True)
    Decimal('0.01')
    >>> permille = Rate.per_mille("1.3")
    >>> find(amounts(rate=permille), lambda amount: permille.of(amount) * 1000 % 10 == 5)
    Decimal('50.00')
    """
    low, high = fen_of(lowest), fen_of(highest)
    anything = st.integers(low, high).map(yuan_of)
    if rate is None:
        return anything
    # A share p/q in lowest terms of so many fen ends in a half where 2p × fen is an odd multiple of q: q has to be
    # even, and then the fen are q/2 and every q more.
    step = Fraction(rate.fraction).denominator
    first = low + (step // 2 - low) % step
    if step % 2 or first > high:
        return anything
    return anything | st.integers(0, (high - first) // step).map(lambda count: yuan_of(first + count * step))


def _law_turns() -> Iterator[date]:
    """Yield the days on which a figure of the law begins, has ended or is no longer verified, and leap days."""
    for figure in LAW.figures().values():
        for entry in figure.entries:
            yield entry.first
            yield from (day_after(last) for last in (entry.last, entry.verified_through) if last is not None)
    yield from (date(year, 2, 29) for year in range(2000, 2051, 4))


@cache
def turning_days() -> tuple[date, ...]:
    """Return the days on which the law turns, in order."""
    return tuple(sorted(set(_law_turns())))


def _month_end(day: date) -> date:
    """Return the last end of a month by a day."""
    return day if day == month_end(day) else day_before(day.replace(day=1))


def _turn(day: date) -> date:
    """Return the last day by a day on which the law turns; the day itself where none is known so early."""
    known = turning_days()[: bisect_right(turning_days(), day)]
    return known[-1] if known else day


def _eve(day: date) -> date:
    """Return the day before the law turns."""
    return day_before(_turn(day))


_AS_DRAWN, _AT_MONTH_END, _AT_TURN, _ON_EVE = range(4)
_SNAPPED: Final[dict[int, Callable[[date], date]]] = {_AT_MONTH_END: _month_end, _AT_TURN: _turn, _ON_EVE: _eve}
_SNAPS: Final = st.sampled_from([_AS_DRAWN, *_SNAPPED])
YES_OR_NO: Final = st.booleans()
"""Drawn so often that it is made once; so are other parts that hang on nothing drawn before."""


def one_of_these(draw: st.DrawFn, these: Sequence[T]) -> T:
    """Draw one of a few things, the first the plainest."""
    return these[draw(st.integers(0, len(these) - 1))]


def perhaps(draw: st.DrawFn, drawn: T, *, one_in: int = 2) -> T | None:
    """Return what was drawn, once in so many times, or None, the plainer.

    It is drawn in any case, so that it shrinks apart from what comes next.
    """
    return drawn if draw(st.integers(1, one_in)) == one_in else None


def day_between(draw: st.DrawFn, first: date, last: date) -> date:
    """Draw a day as :func:`days` does."""
    snap = draw(_SNAPS)
    day = later(first, draw(st.integers(0, (last - first).days)))
    if snap == _AS_DRAWN:
        return day
    # Backwards only: where a later day would do as well, the day itself does, and that is plainer.
    snapped = _SNAPPED[snap](day)
    return day if snapped < first else snapped


def day_about(draw: st.DrawFn, limit: date, first: date, within: int = 400) -> date:
    """Draw a day from a first one on: often the last one in time, the day after, the day before.

    Args:
        draw: Given by Hypothesis.
        limit: The last day in time.
        first: The first day to be drawn.
        within: The most days after both.
    """
    edges = [edge for edge in (limit, day_after(limit), day_before(limit)) if edge >= first]
    return one_of_these(draw, (day_between(draw, first, later(max(limit, first), within)), *edges))


@st.composite
def days(draw: st.DrawFn, first: date = FIRST_DAY, last: date = LAST_DAY) -> date:
    """Days from a first to a last one, the first the plainest.

    Often they are ends of months, leap days, days on which a figure of the law changes, and the day before.

    Args:
        draw: Given by Hypothesis.
        first: The first day; by default that from which the Nanning notice is in force.
        last: The last day; by default that through which its rate was verified.

    >>> from hypothesis import find
    >>> find(days(), lambda day: True)
    datetime.date(2015, 1, 1)
    >>> find(days(), lambda day: (day.month, day.day) == (2, 29))
    datetime.date(2016, 2, 29)
    """
    return day_between(draw, first, last)


_ZONES: Final = (CHINA, UTC)
_MIDNIGHTS: Final = (0, 24 * 60 - 1)
_SECOND: Final = timedelta(seconds=1)


@st.composite
def moments(draw: st.DrawFn, first: date = FIRST_DAY, last: date = LAST_DAY) -> datetime:
    """Moments to the minute on China's days from a first to a last one, often about midnight; the first the plainest.

    They are told in China's time or in UTC, whose day ends eight hours later.

    Args:
        draw: Given by Hypothesis.
        first: The first day in China.
        last: The last day in China.

    >>> from hypothesis import find
    >>> find(moments(), lambda moment: True).isoformat()
    '2015-01-01T00:00:00+08:00'
    """
    zone = one_of_these(draw, _ZONES)
    midnight = datetime.combine(day_between(draw, first, last), time(), CHINA)
    minutes = one_of_these(draw, (draw(st.integers(*_MIDNIGHTS)), *_MIDNIGHTS))
    return (midnight + timedelta(minutes=minutes)).astimezone(zone)


def moment_after(draw: st.DrawFn, start: datetime, hours: int) -> datetime:
    """Draw a moment from a start on: often the end of so many hours, the second after, the second before."""
    limit = start + timedelta(hours=hours)
    any_time = start + timedelta(minutes=draw(st.integers(0, 2 * 60 * hours)))
    return one_of_these(draw, (any_time, limit, limit + _SECOND, limit - _SECOND))


_RATES: Final = st.integers(0, 10_000).map(lambda count: Rate.percent(f"{count}E-2")) | st.integers(0, 10_000).map(
    lambda count: Rate.per_mille(f"{count}E-1")
)


def rates() -> st.SearchStrategy[Rate]:
    """Rates from 0 to 100%, in hundredths or thousandths, none the plainest.

    >>> from hypothesis import find
    >>> find(rates(), lambda rate: True)
    Rate.percent('0')
    """
    return _RATES


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
    first = day_between(draw, FIRST_DAY, LAST_DAY)
    return Period(first, perhaps(draw, later(first, draw(st.integers(0, longest - 1)))))


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
