"""Duties of the roster (花名册的义务): what changes in a month is reported by its end."""

from collections.abc import Iterator
from datetime import date

from gxinjury.construction.cover import CoverState, ProjectCover, payment_day
from gxinjury.construction.duties import Duty, Holder, Obligation
from gxinjury.construction.duty_states import state_of
from gxinjury.construction.effective_days import is_initial
from gxinjury.construction.findings import Notes
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.roster_deadline import limit_of
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline

__all__ = ["changes", "this_month"]


def _kept_since(case: ProjectCase, cover: ProjectCover, on: date) -> date | None:
    """Return the day from which a roster is kept; None on a day on which none is.

    It is kept from the payment until completion is accepted, and then while the warranty period is covered, by the
    later of the warranty's filing and its first roster (NN-1.3.3).
    """
    if case.accepted_on is None:
        return payment_day(cover)
    warranty = case.warranty
    if warranty is None or on == case.accepted_on or cover.state(on) is CoverState.NOT_COVERED:
        return None
    reported = (warranty.filed_on, warranty.roster_reported_on)
    return max(case.accepted_on, *(day for day in reported if day is not None))


def this_month(case: ProjectCase, cover: ProjectCover, on: date, law: Law) -> Iterator[Obligation]:
    """Yield the standing duty of an enrolled project (NN-3.1.1): of its works, and again of its warranty period."""
    since, limit = _kept_since(case, cover, on), limit_of(on, law)
    if since is not None and since <= on and limit is not None:
        due = Deadline.of(limit)
        yield Obligation(
            Duty.KEEP_ROSTER,
            Holder.GENERAL_CONTRACTOR,
            due,
            NN.clause("3.1.1"),
            state_of(due, None, on),
            note=Notes.only_where_changed,
            since=since,
        )


def changes(roster: tuple[RosterChange, ...], paid_on: date | None, on: date, law: Law) -> Iterator[Obligation]:
    """Yield the changes of the whole roster that had happened, or been reported ahead, by a day (NN-3.1.1).

    Before the project is enrolled there is no month-end to report by; one whose premium is remitted in full may be
    enrolled only on a day ahead.
    """
    for change in roster if paid_on is not None and paid_on <= on else ():
        limit = None if is_initial(change, paid_on) else limit_of(change.happened_on, law)
        if limit is None or change.happened_on is None or on < min(change.happened_on, change.reported_on):
            continue
        due, reported_on = Deadline.of(limit), change.reported_on if change.reported_on <= on else None
        yield Obligation(
            Duty.REPORT_ROSTER_CHANGE,
            Holder.GENERAL_CONTRACTOR,
            due,
            NN.clause("3.1.1"),
            state_of(due, reported_on, on),
            reported_on,
            about=change.worker,
            since=min(change.happened_on, change.reported_on),
        )
