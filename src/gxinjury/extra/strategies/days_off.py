"""Strategies of days off (放假安排): yearly notices as a case supplies them."""

from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from gxinjury.extra.cases.days_off import DaysOff, Where
from gxinjury.extra.strategies.facts import YES_OR_NO, perhaps
from gxinjury.law.holidays import window

_MOST: Final = 4
_YEARS: Final = st.integers(2015, 2030)
_SOURCES: Final = st.sampled_from(["放假通知", "a notice"])


@st.composite
def days_off(draw: st.DrawFn) -> DaysOff:
    """Yearly notices of days off, Guangxi's or of the whole country; a withdrawn one of 2015 the plainest.

    Args:
        draw: Given by Hypothesis.

    >>> from hypothesis import find
    >>> notice = find(days_off(), lambda notice: len(notice.off) > 1 and notice.worked)
    >>> notice.year, [str(day) for day in (*notice.off, *notice.worked)]
    (2015, ['2015-03-20', '2015-03-21', '2015-03-22'])
    """
    year = draw(_YEARS)
    where = Where.NATIONAL if draw(YES_OR_NO) else Where.GUANGXI
    fewest = 0 if where is Where.GUANGXI else 1
    season = window(year) if where is Where.GUANGXI else None
    first = date(year - 1, 12, 1) if season is None else season.first
    last = date(year, 12, 31) if season is None else season.last
    span = ((last or first) - first).days
    numbers = draw(st.lists(st.integers(0, span), unique=True, min_size=fewest, max_size=_MOST))
    days = [first + timedelta(days=number) for number in sorted(numbers)]
    kept = draw(st.integers(fewest, max(fewest, len(days))))
    source = perhaps(draw, draw(_SOURCES))
    return DaysOff(tuple(days[:kept]), tuple(days[kept:]), year=year, where=where, source=source)
