"""Strategies of papers (材料): what is handed in, the form of a roster, the notice at the site."""

from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from gxinjury.construction import RosterChangeKind, RosterEntry, RosterForm, SiteNotice, Submitted
from gxinjury.extra.strategies.facts import FIRST_DAY, LAST_DAY, YES_OR_NO, day_between, perhaps
from gxinjury.extra.strategies.roster import workers
from gxinjury.extra.strategies.wages import wages
from gxinjury.law.papers import Paper

_MOST_COPIES: Final = 2
_MOST_ROWS: Final = 4
_WAGES: Final = st.none() | wages()
_WORKERS: Final = workers()
_KINDS: Final = st.sampled_from(RosterChangeKind)
_HEAD: Final = {"project": "邕江花园", "enterprise": "某建筑公司", "handler": "李四", "phone": "0771-0000000"}

_SUBMITTED: Final = st.lists(
    st.builds(
        Submitted,
        paper=st.sampled_from(Paper),
        originals=st.integers(0, _MOST_COPIES),
        copies=st.integers(0, _MOST_COPIES),
        sealed=YES_OR_NO,
    ),
    max_size=len(Paper),
).map(tuple)


def submitted_papers() -> st.SearchStrategy[tuple[Submitted, ...]]:
    """Papers handed in, some twice, in too few copies or without a seal; none the plainest.

    >>> from hypothesis import find
    >>> find(submitted_papers(), lambda papers: True)
    ()
    """
    return _SUBMITTED


@st.composite
def roster_forms(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> RosterForm:
    """Forms of a roster (annex 2), filled in or with blanks; one without a row the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day of the report.
        last: The last day.

    >>> from hypothesis import find
    >>> form = find(roster_forms(), lambda form: form.changes)
    >>> form.changes[0].worker.name, form.changes[0].kind.name, str(form.reported_on)
    ('职工1', 'ADD', '2015-01-01')
    """
    rows = draw(st.integers(0, _MOST_ROWS))
    return RosterForm(
        reported_on=day_between(draw, first, last),
        entries=[
            RosterEntry(
                draw(_WORKERS),
                draw(_KINDS),
                reason=perhaps(draw, "进场"),
                monthly_wage=draw(_WAGES),
                enrolled_on=perhaps(draw, day_between(draw, first, last)),
                number=perhaps(draw, row + 1),
            )
            for row in range(rows)
        ],
        **{name: perhaps(draw, text) for name, text in _HEAD.items()},
    )


def site_notices() -> st.SearchStrategy[SiteNotice]:
    """What was posted and told at a site, nothing the plainest.

    >>> from hypothesis import find
    >>> len(find(site_notices(), lambda notice: True).missing)
    4
    """
    return st.builds(SiteNotice, **{field.name: YES_OR_NO for field in attrs.fields(SiteNotice)})
