"""Strategies of plain facts (基本事实): amounts, days, moments, rates, periods, laws, notices of days off."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from hypothesis import strategies as st

from gxinjury.extra.cases.days_off import DaysOff, Where
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.facts import CHINA, Yuan
from gxinjury.law import LAW, Law, readings
from gxinjury.law.holidays import window
from gxinjury.law.readings import Reading
from gxinjury.money import Rate
from gxinjury.periods import Period


def fen_of(yuan: Decimal | int | str) -> int:
    """Return an amount in fen, what is below a fen left off."""
    numerator, denominator = Decimal(yuan).as_integer_ratio()
    return numerator * 100 // denominator


def yuan_of(fen: int) -> Yuan:
    """Return an amount of so many fen."""
    return Yuan(Decimal(f"{fen}E-2"))


A_FEN: Final = yuan_of(1)


def amounts(
    *, lowest: Decimal | int | str = A_FEN, highest: Decimal | int | str = 10**12, rate: Rate | None = None
) -> st.SearchStrategy[Yuan]:
    """Amounts in yuan with their fen, the lowest the plainest.

    Args:
        lowest: The lowest, in yuan.
        highest: The highest, in yuan.
        rate: A rate that is taken of the amounts: every other one is such that it leaves exactly half a fen, where
            there are such amounts.

    >>> from hypothesis import find
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


@by_hand
def days(draw: Hand, first: date = FIRST_DAY, last: date = LAST_DAY) -> date:
    """Days from a first to a last one, the first the plainest.

    Often they are ends of months, leap days, days on which a figure of the law changes, and the day before. Where no
    bounds are given, they are those of the years for which the Nanning notice's rate was verified.

    >>> from hypothesis import find
    >>> find(days(), lambda day: (day.month, day.day) == (2, 29))
    datetime.date(2016, 2, 29)
    """
    return draw.day(first, last)


_MIDNIGHTS: Final = (0, 24 * 60 - 1)


@by_hand
def moments(draw: Hand, first: date = FIRST_DAY, last: date = LAST_DAY) -> datetime:
    """Moments to the minute on China's days from a first to a last one, often about midnight; the first the plainest.

    They are told in China's time or in UTC, whose day ends eight hours later.
    """
    zone = draw.one_of((CHINA, UTC))
    midnight = datetime.combine(draw.day(first, last), time(), CHINA)
    minutes = draw.one_of((draw.count(_MIDNIGHTS[1]), *_MIDNIGHTS))
    return (midnight + timedelta(minutes=minutes)).astimezone(zone)


_ALL: Final = Rate.percent(100)
_RATES: Final = st.one_of(
    st.integers(0, 10_000).map(lambda count: Rate.percent(f"{count}E-2")),
    st.integers(0, 10_000).map(lambda count: Rate.per_mille(f"{count}E-1")),
    st.just(_ALL),
)


def rates() -> st.SearchStrategy[Rate]:
    """Rates from 0 to 100%, in hundredths or thousandths, often all of it; none the plainest."""
    return _RATES


@by_hand
def periods(draw: Hand, *, longest: int = 1500) -> Period:
    """Periods, closed and of so many days at the most, or open at the end; an open one the plainest."""
    first = draw.day(FIRST_DAY, LAST_DAY)
    return Period(first, draw.perhaps(later(first, draw.count(longest - 1))))


def laws(*kinds: type[Reading]) -> st.SearchStrategy[Law]:
    """The law under any combination of readings; the law as it stands the plainest.

    Args:
        kinds: The readings to vary; every reading of ``gxinjury.law.readings`` where none is named.
    """
    chosen = st.tuples(*(st.sampled_from(list(kind)) for kind in kinds or all_readings()))
    return chosen.map(lambda members: LAW.reading(*members))


def all_readings() -> list[type[Reading]]:
    """Return every reading of the law."""
    exported = (getattr(readings, name) for name in readings.__all__)
    return [kind for kind in exported if kind is not Reading]


def _resident_id(born_on: date) -> str:
    """Return the id of nobody, born in Nanning: its order code is 000, its check digit holds."""
    digits = f"450103{born_on:%Y%m%d}000"
    weighted = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(digits))
    return digits + "10X98765432"[weighted % 11]


RESIDENT_IDS: Final = st.dates(date(1984, 1, 1), date(1999, 12, 31)).map(_resident_id)


@by_hand
def days_off(draw: Hand) -> DaysOff:
    """Yearly notices of days off, Guangxi's or of the whole country; a withdrawn one of 2015 the plainest."""
    year = 2015 + draw.count(15)
    where = Where.NATIONAL if draw.flag() else Where.GUANGXI
    fewest = 0 if where is Where.GUANGXI else 1
    season = window(year) if where is Where.GUANGXI else None
    first = date(year - 1, 12, 1) if season is None else season.first
    last = date(year, 12, 31) if season is None else season.last
    numbers = draw(st.lists(st.integers(0, ((last or first) - first).days), unique=True, min_size=fewest, max_size=4))
    days = [first + timedelta(days=number) for number in sorted(numbers)]
    kept = fewest + draw.count(max(0, len(days) - fewest))
    source = draw.perhaps(draw.one_of(("放假通知", "a notice")))
    return DaysOff(tuple(days[:kept]), tuple(days[kept:]), year=year, where=where, source=source)
