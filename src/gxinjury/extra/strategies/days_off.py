"""Strategies of days off (放假安排): yearly notices as a case supplies them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from gxinjury.extra.cases.days_off import DaysOff, Where
from gxinjury.extra.strategies.hand import Hand, by_hand
from gxinjury.law.holidays import window


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
