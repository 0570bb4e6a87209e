"""Duties of enrolling (参保缴费的义务): estimate, money, payment, permit, posting, the changed name."""

from collections.abc import Iterator
from datetime import date

from gxinjury.construction.duties import Duty, Holder, Obligation
from gxinjury.construction.duty_states import closed_office, found, governs, noted, state_of, without_day
from gxinjury.construction.findings import Notes
from gxinjury.construction.name_changes import NameChange, name_change_deadline
from gxinjury.construction.project import ProjectCase
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import NewStarts
from gxinjury.periods import Deadline, WorkCalendar, day_before
from gxinjury.texts import Text

__all__ = ["at_the_site", "before_the_start", "name_change", "pays_before_start"]


@rule(NN.clause("1.1.5"), Text("须在开工前缴费", "pays before the start"))
def pays_before_start(start: date, law: Law) -> bool:
    """Whether a project pays before it starts (NN-1.1.5): one that starts in 2015 or later, by reading in 2015 only."""
    if not governs(law.new_starts_from, start):
        return False
    first_new_start = law.new_starts_from.on(start)
    if start < first_new_start:
        return False
    return start.year == first_new_start.year or law.choice(NewStarts) is NewStarts.FROM_2015


def before_the_start(
    case: ProjectCase, counted_on: date | None, missing: Text | None, on: date, law: Law
) -> Iterator[Obligation]:
    """Yield what a new start takes (NN-1.1.5, NN-2, NN-6.1): estimate, money, payment, permit.

    The owner's money is due when the premium is; where that is paid and nobody told when the owner gave the money, it
    is not asked for any more.
    """
    nothing_to_pay = counted_on is not None and not case.payments
    if not pays_before_start(case.start, law) or nothing_to_pay:
        return
    due = Deadline.of(day_before(case.start))
    yield from _without_a_day(case, Duty.LIST_PREMIUM, case.budgeted_on)
    if counted_on is None or case.funded_on is not None:
        owner, state = Holder.OWNER, state_of(due, case.funded_on, on)
        yield Obligation(Duty.HAND_OVER_PREMIUM, owner, due, NN.clause("2"), state, case.funded_on)
    yield Obligation(
        Duty.PAY_PREMIUM,
        Holder.GENERAL_CONTRACTOR,
        due,
        NN.clause("1.1.5"),
        state_of(due, counted_on, on),
        counted_on,
        note=missing if counted_on is None else None,
    )
    yield from _without_a_day(case, Duty.SHOW_PERMIT_PAPERS, case.permit_papers_on, note=Notes.only_where_permit)


def at_the_site(case: ProjectCase, counted_on: date | None, on: date) -> Iterator[Obligation]:
    """Yield what enrolling leaves to do at the site (NN-6.3): the posting, and telling the workers.

    Where nothing has to be paid, the project is enrolled with the day of its bill, and not before.
    """
    if counted_on is not None and counted_on <= on:
        yield from _without_a_day(case, Duty.POST_ENROLMENT, case.posted_on, since=counted_on)
        yield from _without_a_day(case, Duty.TELL_WORKERS, case.told_on, since=counted_on)


_CLAUSES = {
    Duty.LIST_PREMIUM: (Holder.OWNER, NN.clause("2")),
    Duty.SHOW_PERMIT_PAPERS: (Holder.GENERAL_CONTRACTOR, NN.clause("6.1")),
    Duty.POST_ENROLMENT: (Holder.GENERAL_CONTRACTOR, NN.clause("6.3")),
    Duty.TELL_WORKERS: (Holder.GENERAL_CONTRACTOR, NN.clause("6.3")),
}


def _without_a_day(
    case: ProjectCase, duty: Duty, done_on: date | None, *, since: date | None = None, note: Text | None = None
) -> Iterator[Obligation]:
    """Yield a duty that the notice names no day for; once completion is accepted, only what was done."""
    if done_on is None and case.accepted_on is not None:
        return
    holder, clause = _CLAUSES[duty]
    told = None if note is None or done_on is not None else note
    yield Obligation(duty, holder, None, clause, without_day(done_on), done_on, note=told, since=since)


def name_change(change: NameChange, on: date, calendar: WorkCalendar | None, law: Law) -> Iterator[Obligation]:
    """Yield the report of a changed name (NN-1.3.4)."""
    days = [day for day in (change.document_on, change.changed_on) if day is not None]
    if governs(law.name_change_days, max(days, default=None)):
        due, missing = found(
            lambda: name_change_deadline(
                document_on=change.document_on, changed_on=change.changed_on, calendar=calendar, law=law
            )
        )
        note = noted(missing, closed_office(due, change.reported_on))
        yield Obligation(
            Duty.REPORT_NAME_CHANGE,
            Holder.GENERAL_CONTRACTOR,
            due,
            NN.clause("1.3.4"),
            state_of(due, change.reported_on, on),
            change.reported_on,
            about=change.name,
            note=note,
            since=min(days, default=None),
        )
