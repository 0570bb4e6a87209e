"""The cover of a project window by window (参保有效期的分段), each with the clauses that it rests on."""

from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.assessment import ProjectAssessment
from gxinjury.construction.cover import CoverPart, CoverState
from gxinjury.explanations import Explanation
from gxinjury.periods import Period, without
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Window", "cover_windows"]


@attrs.frozen
class Window(Record):
    """Days on which the cover does not change.

    Args:
        state: Whether the project is covered.
        days: The days.
        clauses: The clauses that this rests on; none where no clause gives cover.
    """

    state: Annotated[CoverState, Text("参保状态", "cover")]
    days: Annotated[Period, Text("期间", "days")]
    clauses: Annotated[tuple[Clause, ...], Text("依据", "clauses")] = ()


def cover_windows(assessed: Explanation[ProjectAssessment]) -> tuple[Window, ...]:
    """Return the cover from its first day on, window by window, the days without cover between and after included.

    Args:
        assessed: The assessment with its reasons.

    Returns:
        The windows in their order; none while there is no cover at all.

    >>> from datetime import date
    >>> from gxinjury import explain
    >>> from gxinjury.construction import Contract, Payment, ProjectCase, assess_project
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> paid = [Payment(amount=130_000, paid_on=date(2015, 10, 8))]
    >>> case = ProjectCase(contract, paid, accepted_on=date(2016, 6, 30))
    >>> [(one.state.name, str(one.days)) for one in cover_windows(explain(assess_project, case))]
    [('COVERED', '2015-10-08..2016-06-30'), ('NOT_COVERED', '2016-07-01..')]
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
