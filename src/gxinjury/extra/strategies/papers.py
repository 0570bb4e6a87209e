"""Strategies of papers (材料): what is handed in, the form of a roster, the notice at the site."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import RosterEntry, RosterForm, SiteNotice, Submitted
from gxinjury.extra.strategies.facts import days
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY
from gxinjury.extra.strategies.records import of
from gxinjury.extra.strategies.roster import workers
from gxinjury.extra.strategies.wages import wages
from gxinjury.law.papers import Paper

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
