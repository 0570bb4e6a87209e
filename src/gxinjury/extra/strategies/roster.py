"""Strategies of rosters (花名册): workers, and the changes by which they came on a roster and off it."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from gxinjury.construction import RosterChange, RosterChangeKind, Sex, Worker
from gxinjury.extra.strategies.facts import FIRST_DAY, LAST_DAY, YES_OR_NO, day_between, later, one_of_these, perhaps
from gxinjury.extra.strategies.wages import wages
from gxinjury.periods import day_after, day_before, month_end

_NANNING: Final = "450103"
_FIRST_BIRTH: Final = date(1984, 1, 1)
_LAST_BIRTH: Final = date(1999, 12, 31)
_OF_NOBODY: Final = "000"
_MOST_CHANGES: Final = 4
_MONTHLY_WAGES: Final = st.none() | wages()


def _resident_id(born_on: date) -> str:
    """Return a resident id with its check digit; its order code, 000, is made up."""
    digits = f"{_NANNING}{born_on:%Y%m%d}{_OF_NOBODY}"
    weighted = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(digits))
    return digits + "10X98765432"[weighted % 11]


_WORKERS: Final = st.builds(
    Worker,
    name=st.integers(1, 99_999).map(lambda number: f"职工{number}"),
    resident_id=st.none() | st.dates(_FIRST_BIRTH, _LAST_BIRTH).map(_resident_id),
    sex=st.none() | st.sampled_from(Sex),
)


def workers() -> st.SearchStrategy[Worker]:
    """Workers by name, or by resident id too; a name alone the plainest.

    The ids are made up, with a check digit that holds.

    >>> from hypothesis import find
    >>> find(workers(), lambda worker: True)
    Worker(name='职工1', resident_id=None, sex=None)
    """
    return _WORKERS


def _known_by(worker: Worker) -> str:
    return worker.key


@st.composite
def roster_changes(
    draw: st.DrawFn,
    *,
    first: date = FIRST_DAY,
    last: date = LAST_DAY,
    most_workers: int = 3,
    odd: bool = False,
    every_reading: bool = True,
) -> tuple[RosterChange, ...]:
    """Changes of a project's roster, of several workers and in any order; none the plainest.

    Reports come in the month of the change, at its end, a day too late or ahead, and several may come on one day.

    Args:
        draw: Given by Hypothesis.
        first: The first day of a report.
        last: The last day of a report.
        most_workers: The most workers.
        odd: Whether a report may not fit, as adding somebody who is on the roster; else each worker is added first,
            then removed, and so on.
        every_reading: Whether the day of each change is known, as a reading asks for it; else it may be missing.

    >>> from hypothesis import find
    >>> find(roster_changes(), lambda changes: True)
    ()
    >>> [change.kind.name for change in find(roster_changes(), lambda changes: len(changes) > 1)]
    ['ADD', 'REMOVE']
    """
    changes = []
    for worker in draw(st.lists(_WORKERS, max_size=most_workers, unique_by=_known_by)):
        count = draw(st.integers(1, _MOST_CHANGES))
        reports = sorted(day_between(draw, first, last) for _ in range(count))
        for place, reported_on in enumerate(reports):
            is_removal = draw(YES_OR_NO) if odd else place % 2 == 1
            happened_on = _day_reported(draw, reported_on)
            change = RosterChange(
                worker,
                RosterChangeKind.REMOVE if is_removal else RosterChangeKind.ADD,
                reported_on,
                happened_on=happened_on if every_reading else perhaps(draw, happened_on),
                monthly_wage=draw(_MONTHLY_WAGES),
            )
            changes.append(change)
    return tuple(draw(st.permutations(changes)))


def _day_reported(draw: st.DrawFn, reported_on: date) -> date:
    """Draw the day of a change reported on a day: that day, the edges of its month, one before it, one after it."""
    any_day = day_between(draw, later(reported_on, -40), later(reported_on, 10))
    first = reported_on.replace(day=1)
    edges = (first, day_before(first), day_after(reported_on), month_end(reported_on))
    return one_of_these(draw, (reported_on, any_day, *edges))
