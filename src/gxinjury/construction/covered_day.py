"""The cover of a case on a day (项目当日参保), asked fact by fact, so that it can be questioned."""

from datetime import date

from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.delay import DelayFiling
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.project_cover import project_cover
from gxinjury.construction.warranty import Warranty
from gxinjury.errors import NotInForceError
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, WorkCalendar
from gxinjury.texts import Text

__all__ = ["cover_not_known", "cover_of", "cover_on", "delay_papers", "paid_after_term", "warranty_filing"]


@rule(NN.clause("1.3.2"), Text("延期竣工验收材料", "delay papers"))
def delay_papers(case: ProjectCase) -> DelayFiling | None:
    """Delay papers of a case (NN-1.3.2), looked at by themselves so that the question cites what asks for them."""
    return case.delay


@rule(NN.clause("1.3.3"), Text("保修合同备案", "filing of the warranty contract"))
def warranty_filing(case: ProjectCase) -> Warranty | None:
    """Warranty of a case (NN-1.3.3), likewise."""
    return case.warranty


@rule(NN.clause("1.3.1"), Text("项目当日参保", "project's cover on that day"))
def cover_on(case: ProjectCase, day: date, paid_on: date | None, law: Law) -> CoverState:
    """Cover of a project on a day (NN-1.3.1), the premium counting as paid on another; None while it does not."""
    if paid_on is None:
        return CoverState.NOT_COVERED
    return project_cover(
        case.contract,
        paid_on=paid_on,
        accepted_on=case.accepted_on,
        completed_on=case.completed_on,
        term_changes=case.term_changes,
        delay=delay_papers(case),
        warranty=warranty_filing(case),
        law=law,
    ).state(day)


def cover_of(
    case: ProjectCase, counted_on: date | None, calendar: WorkCalendar | None, law: Law
) -> ProjectCover | None:
    """Return the cover of a project whose premium counts as paid on a day; None while it does not."""
    if counted_on is None:
        return None
    return project_cover(
        case.contract,
        paid_on=counted_on,
        accepted_on=case.accepted_on,
        completed_on=case.completed_on,
        term_changes=case.term_changes,
        delay=case.delay,
        warranty=case.warranty,
        calendar=calendar,
        law=law,
    )


def paid_after_term(case: ProjectCase, expiry: date, law: Law) -> date | None:
    """Return the day of a first payment after the term: nobody says what is due, but that it brings no cover is said.

    None for any other, and on a day on which the notice is not in force: it says neither.
    """
    paid_on = case.first_paid_on
    if paid_on is None or paid_on <= expiry:
        return None
    try:
        law.nanning_notice.on(paid_on)
    except NotInForceError:
        return None
    return paid_on


def cover_not_known(case: ProjectCase, expiry: date, *, is_billed: bool) -> ProjectCover:
    """Return the cover while there is none: unsettled where something was paid and nobody says what was due."""
    first_paid_on = case.first_paid_on
    if is_billed or first_paid_on is None:
        return ProjectCover(expiry, ())
    return ProjectCover(expiry, (), unsettled=(Period(first_paid_on, None),))
