"""The hand that draws (取样之手): days on which the law turns, edges of limits, what comes up seldom."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache, update_wrapper
from typing import Concatenate, Final, ParamSpec, TypeVar

import attrs
from hypothesis import strategies as st

from gxinjury.law import LAW
from gxinjury.periods import day_after, day_before, month_end

T = TypeVar("T")
_P = ParamSpec("_P")

FIRST_DAY: Final = date(2015, 1, 1)
"""The first day on which the Nanning notice is in force."""
LAST_DAY: Final = date(2020, 5, 31)
"""The last day through which its rate was verified."""

_YES_OR_NO: Final = st.booleans()
_SECOND: Final = timedelta(seconds=1)


def later(day: date, days: int) -> date:
    """Return the day so many days later."""
    return day + timedelta(days=days)


def _law_turns() -> Iterator[date]:
    """Yield the days on which a figure of the law begins, has ended or is no longer verified, and leap days."""
    for figure in LAW.figures().values():
        for entry in figure.entries:
            yield entry.first
            yield from (day_after(last) for last in (entry.last, entry.verified_through) if last is not None)
    yield from (date(year, 2, 29) for year in range(2000, 2051, 4))


@cache
def _turning_days() -> tuple[date, ...]:
    return tuple(sorted(set(_law_turns())))


def _month_end(day: date) -> date:
    """Return the last end of a month by a day."""
    return day if day == month_end(day) else day_before(day.replace(day=1))


def _turn(day: date) -> date:
    """Return the last day by a day on which the law turns; the day itself where none is known so early."""
    known = _turning_days()[: bisect_right(_turning_days(), day)]
    return known[-1] if known else day


_SNAPS: Final[Sequence[Callable[[date], date] | None]] = (None, _month_end, _turn, lambda day: day_before(_turn(day)))
_ANY_SNAP: Final = st.sampled_from(_SNAPS)


@attrs.frozen
class Hand:
    """What draws for a strategy written by hand: called with a strategy, as Hypothesis' own ``draw`` is.

    Args:
        draw: Given by Hypothesis.
    """

    draw: st.DrawFn

    def __call__(self, strategy: st.SearchStrategy[T]) -> T:
        """Draw from a strategy."""
        return self.draw(strategy)

    def flag(self, *, one_in: int = 2) -> bool:
        """Draw yes once in so many times; no is the plainer."""
        return self(_YES_OR_NO) if one_in == 2 else self.count(one_in - 1) == one_in - 1  # noqa: PLR2004  # a coin

    def count(self, most: int) -> int:
        """Draw a whole number up to the most, none the plainest."""
        return self(st.integers(0, most))

    def one_of(self, these: Sequence[T]) -> T:
        """Draw one of a few things, the first the plainest."""
        return these[self.count(len(these) - 1)]

    def perhaps(self, drawn: T, *, one_in: int = 2) -> T | None:
        """Return what was drawn, once in so many times, or None, the plainer.

        It is drawn in any case, so that it shrinks apart from what comes next.
        """
        return drawn if self.flag(one_in=one_in) else None

    def day(self, first: date, last: date) -> date:
        """Draw a day from a first to a last one, the first the plainest, often one on which the law turns."""
        snap = self(_ANY_SNAP)
        day = later(first, self.count((last - first).days))
        # Backwards only: where a later day would do as well, the day itself does, and that is plainer.
        snapped = day if snap is None else snap(day)
        return day if snapped < first else snapped

    def day_within(self, first: date, days: int) -> date:
        """Draw a day from a first one on, at most so many days later."""
        return self.day(first, later(first, days))

    def day_about(self, limit: date, first: date, within: int = 400) -> date:
        """Draw a day from a first one on, at most so many days after both: often the limit or a day beside it."""
        edges = [edge for edge in (limit, day_after(limit), day_before(limit)) if edge >= first]
        return self.one_of((self.day(first, later(max(limit, first), within)), *edges))

    def moment_after(self, start: datetime, hours: int) -> datetime:
        """Draw a moment from a start on: often the end of so many hours, the second after, the second before."""
        limit = start + timedelta(hours=hours)
        any_time = start + timedelta(minutes=self.count(2 * 60 * hours))
        return self.one_of((any_time, limit, limit + _SECOND, limit - _SECOND))


def by_hand(function: Callable[Concatenate[Hand, _P], T]) -> Callable[_P, st.SearchStrategy[T]]:
    """Make a strategy of what a function draws with a hand: ``st.composite``, but for the hand."""

    def drawn(draw: st.DrawFn, /, *args: _P.args, **more: _P.kwargs) -> T:
        return function(Hand(draw), *args, **more)

    update_wrapper(drawn, function)
    return st.composite(drawn)
