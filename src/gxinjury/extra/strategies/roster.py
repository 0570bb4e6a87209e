"""Strategies of rosters and papers (花名册、材料): workers and changes, what is handed in, the notice at a site."""

from datetime import date
from operator import attrgetter
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import RosterChange, RosterChangeKind, RosterEntry, RosterForm, SiteNotice, Submitted, Worker
from gxinjury.extra.strategies.benefits import wages
from gxinjury.extra.strategies.facts import days
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import of
from gxinjury.law.papers import Paper
from gxinjury.periods import day_after, day_before, month_end

_MOST_CHANGES: Final = 4
_MONTHLY_WAGES: Final = st.none() | wages()
_WORKERS: Final = of(Worker, name=st.integers(1, 99_999).map(lambda number: f"职工{number}"))


def workers() -> st.SearchStrategy[Worker]:
    """Workers by name, or by resident id too, made up with a check digit that holds; a name alone the plainest."""
    return _WORKERS


@by_hand
def roster_changes(
    draw: Hand,
    *,
    first: date = FIRST_DAY,
    last: date = LAST_DAY,
    most_workers: int = 3,
    odd: bool = False,
    every_reading: bool = True,
) -> tuple[RosterChange, ...]:
    """Changes of a project's roster, of several workers and in any order; none the plainest.

    They are reported on the days asked for: in the month of the change, at its end, a day too late or ahead, and
    several may come on one day. Where they may be odd, a report may not fit, as adding somebody who is on the roster;
    else each worker is added first, then removed, and so on.
    """
    changes = []
    for worker in draw(st.lists(_WORKERS, max_size=most_workers, unique_by=attrgetter("key"))):
        reports = sorted(draw.day(first, last) for _ in range(1 + draw.count(_MOST_CHANGES - 1)))
        for place, reported_on in enumerate(reports):
            is_removal = draw.flag() if odd else place % 2 == 1
            kind = RosterChangeKind.REMOVE if is_removal else RosterChangeKind.ADD
            happened_on = _day_reported(draw, reported_on)
            known = happened_on if every_reading else draw.perhaps(happened_on)
            wage = draw(_MONTHLY_WAGES)
            changes.append(RosterChange(worker, kind, reported_on, happened_on=known, monthly_wage=wage))
    return tuple(draw(st.permutations(changes)))


def _day_reported(draw: Hand, reported_on: date) -> date:
    """Draw the day of a change reported on a day: that day, the edges of its month, one before it, one after it."""
    any_day = draw.day(later(reported_on, -40), later(reported_on, 10))
    first = reported_on.replace(day=1)
    return draw.one_of((reported_on, any_day, first, day_before(first), day_after(reported_on), month_end(reported_on)))


_MOST_ROWS: Final = 4
_COPIES: Final = st.integers(0, 2)
_SUBMITTED: Final = of(Submitted, originals=_COPIES, copies=_COPIES, sealed=st.booleans())


def submitted_papers() -> st.SearchStrategy[tuple[Submitted, ...]]:
    """Papers handed in, some twice, in too few copies or without a seal; none the plainest."""
    return st.lists(_SUBMITTED, max_size=len(Paper)).map(tuple)


def roster_forms(*, first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[RosterForm]:
    """Forms of a roster (annex 2) of a day, filled in or with blanks; one without a row the plainest."""
    day = days(first, last)
    entry = of(RosterEntry, worker=workers(), monthly_wage=st.none() | wages(), enrolled_on=st.none() | day)
    return of(RosterForm, reported_on=day, entries=st.lists(entry, max_size=_MOST_ROWS))


def site_notices() -> st.SearchStrategy[SiteNotice]:
    """What was posted and told at a site, nothing the plainest."""
    return of(SiteNotice)
