"""What a project has to do by when (项目的义务与期限): every duty of the notice, with its day where it has one."""

from collections.abc import Iterator
from datetime import date

import attrs

from gxinjury.construction.accident_duties import after_accident, after_disease
from gxinjury.construction.accidents import Accident
from gxinjury.construction.billing import premium_day
from gxinjury.construction.cover import ProjectCover, payment_day
from gxinjury.construction.cover_duties import delay_papers_due, warranty_due
from gxinjury.construction.covered_day import cover_not_known, cover_of, paid_after_term
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.duties import Duty, Obligation
from gxinjury.construction.duty_states import found
from gxinjury.construction.enrolment_duties import at_the_site, before_the_start, name_change
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.known import as_of, known_by
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_duties import changes, this_month
from gxinjury.construction.supplement_duties import supplements
from gxinjury.construction.term_changes import term_changes_in_order
from gxinjury.determination.counting import check_calendar
from gxinjury.errors import told_below
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_flag, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import WorkCalendar
from gxinjury.texts import Text

__all__ = ["obligations"]


@rule(NN.clause("0"), Text("项目的义务与期限", "duties of the project"))
def obligations(
    case: ProjectCase,
    *,
    on: date,
    open_first: bool = False,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> tuple[Obligation, ...]:
    """Duties of a project and how they stand on a day (NN-1.1 to NN-6.3), by their day.

    Each day uses what had happened by then, and nothing that came later: on 10 June nobody knows of an extension of 29
    June, nor that completion will be accepted in time. A duty is there from the day of what it springs from, and what
    nothing can be done about any more is not: the site's posting once completion is accepted, the worker's year once
    the employer has applied, the report once there is a determination.

    Some duties have no day in the notice: estimate, supplement, permit, posting, telling the workers, the roster of the
    warranty, the claim papers; they say so. Where a fact or a figure that a day hangs on is missing, the duty is there
    without its day, and its note says what is missing.

    Args:
        case: What became of the project.
        on: The day on which it is looked at; what was done later is not done yet.
        open_first: Whether what is still to be done comes first.
        calendar: Days off, on which a limit does not end; None: the raw day.
        law: The law asked.

    Returns:
        The duties by their day, those without one last.

    Raises:
        InvalidFactError: It is no ProjectCase, no day or no calendar, or a fact of the case breaks a rule of input.

    >>> from gxinjury.construction import Contract
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> for duty in obligations(ProjectCase(contract), on=date(2015, 10, 9)):
    ...     print(duty.due, duty.duty.name, duty.state.name)
    2015-10-08 HAND_OVER_PREMIUM LATE
    2015-10-08 PAY_PREMIUM LATE
    2016-05-31 FILE_DELAY_PAPERS OPEN
    None LIST_PREMIUM NO_DAY_GIVEN
    None SHOW_PERMIT_PAPERS NO_DAY_GIVEN
    """
    check_instance("obligations", "case", case, ProjectCase)
    check_day("obligations", "on", on)
    check_flag("obligations", "open_first", open_first)
    check_calendar("obligations", calendar)
    order = list(Duty)
    entries = sorted(
        _duties(case, on, calendar, law),
        key=lambda one: (date.max if one.due is None else one.due.earliest, order.index(one.duty)),
    )
    return tuple(sorted(entries, key=lambda one: not one.is_open) if open_first else entries)


def _duties(case: ProjectCase, on: date, calendar: WorkCalendar | None, law: Law) -> Iterator[Obligation]:
    known = as_of(case, on)
    counted_on, missing = found(lambda: premium_day(known, law))
    yield from before_the_start(known, counted_on, missing, on, law)
    yield from supplements(known, law)
    yield from at_the_site(known, counted_on, on)
    yield from delay_papers_due(known, counted_on, on, law)
    if known.warranty is not None:
        yield from warranty_due(known, known.warranty, counted_on, on, calendar=calendar, law=law)
    for change in known.name_changes:
        yield from name_change(change, on, calendar, law)
    # Nobody can be late who has no cover, nor is anybody hurt under one; unless nobody says what was due.
    cover = _cover(known, counted_on, calendar, law, is_billed=missing is None)
    paid_on = payment_day(cover)
    yield from this_month(known, cover, on, law)
    yield from changes(case.roster, paid_on, on, law)
    roster = Roster(known.roster)
    for position, accident in enumerate(case.accidents):
        by_then = known_by(on, accident)
        if by_then is not None:
            paid = _benefits_paid_on(accident, on)
            with told_below("accidents", position):
                meant = attrs.evolve(by_then, worker=roster.listed_as(by_then.worker))
                yield from after_accident(meant, paid, cover, roster, on, calendar=calendar, law=law)
    completed_on = known.completed_on or known.accepted_on
    for position, disease in enumerate(case.diseases):
        ill_by_then = known_by(on, disease)
        if ill_by_then is not None:
            paid = _benefits_paid_on(disease, on)
            with told_below("diseases", position):
                told = attrs.evolve(ill_by_then, worker=roster.listed_as(ill_by_then.worker))
                yield from after_disease(
                    told, paid, cover, roster, on, completed_on=completed_on, calendar=calendar, law=law
                )


def _cover(
    known: ProjectCase, counted_on: date | None, calendar: WorkCalendar | None, law: Law, *, is_billed: bool
) -> ProjectCover:
    """Return the cover as the assessment has it."""
    changes = term_changes_in_order("obligations", known.contract, known.term_changes)
    expiry = contract_expiry(known.contract, changes, known.registered_on(counted_on), known.delay, law)
    counted = counted_on if is_billed else paid_after_term(known, expiry, law)
    return cover_of(known, counted, calendar, law) or cover_not_known(known, expiry, is_billed=is_billed)


def _benefits_paid_on(accident: Accident | OccupationalDisease, on: date) -> date | None:
    """Return the day the benefits of an accident or a disease are paid, where that had come."""
    paid_on = None if accident.benefits is None else accident.benefits.benefits_paid_on
    return None if paid_on is None or paid_on > on else paid_on
