"""The cover of a case window by window (参保有效期的分段), each with its clauses; nothing to install."""

import attrs

from gxinjury.citations import Clause
from gxinjury.construction import CoverState, ProjectAssessment
from gxinjury.construction.cover import CoverPart
from gxinjury.explanations import Explanation
from gxinjury.periods import Period, without


@attrs.frozen
class Window:
    """Days on which the cover does not change.

    Args:
        state: Whether the project is covered.
        days: The days.
        clauses: The clauses that this rests on; none where no clause gives cover.
    """

    state: CoverState
    days: Period
    clauses: tuple[Clause, ...] = ()


def windows(assessed: Explanation[ProjectAssessment]) -> tuple[Window, ...]:
    """Return the cover from its first day on, window by window, the days without cover between and after included.

    None while there is no cover at all.
    """
    cover = assessed.outcome.cover
    if cover is None or not (cover.periods or cover.unsettled):
        return ()
    known = (*cover.periods, *cover.unsettled)
    gaps = without([Period(min(period.first for period in known), None)], known)
    found = [
        *(Window(CoverState.COVERED, days, _clauses_of(assessed, days, "covered")) for days in cover.periods),
        *(Window(CoverState.UNSETTLED, days, _clauses_of(assessed, days, "unsettled")) for days in cover.unsettled),
        *(Window(CoverState.NOT_COVERED, days) for days in gaps),
    ]
    return tuple(sorted(found, key=lambda window: window.days.first))


def _clauses_of(assessed: Explanation[ProjectAssessment], days: Period, part: str) -> tuple[Clause, ...]:
    """Return the clauses of the steps that gave such days; the step whose part is all in one below is not named."""
    clauses = []
    for step in assessed.steps:
        if isinstance(step.outcome, CoverPart) and step.clause is not None:
            periods = getattr(step.outcome, part)
            below = [getattr(one.outcome, part) for one in step.steps if isinstance(one.outcome, CoverPart)]
            own = [period for period in periods if not any(period in others for others in below)]
            if any(period.overlap(days) for period in own):
                clauses.append(step.clause)
    return tuple(dict.fromkeys(clauses))
