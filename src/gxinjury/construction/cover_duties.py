"""Duties of the cover (有效期的义务): the papers of a delayed completion, the warranty contract and its roster."""

from collections.abc import Iterator
from datetime import date

from gxinjury.construction.delay import delay_papers_deadline
from gxinjury.construction.duties import Duty, Holder, Obligation
from gxinjury.construction.duty_states import closed_office, governs, noted, state_of, without_day
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.extensions import term_findings
from gxinjury.construction.findings import Notes
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.term_changes import term_changes_in_order
from gxinjury.construction.warranty import Warranty, warranty_completion, warranty_deadline
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, WorkCalendar
from gxinjury.texts import Text

__all__ = ["delay_papers_due", "warranty_due"]


def delay_papers_due(case: ProjectCase, counted_on: date | None, on: date, law: Law) -> Iterator[Obligation]:
    """Yield the delay papers (NN-1.3.2): there is a cover to extend, and completion was not accepted by the expiry.

    They are due ahead of the expiry that they are to move, not of the one that they moved.
    """
    changes = term_changes_in_order("obligations", case.contract, case.term_changes)
    expiry = contract_expiry(case.contract, changes, case.registered_on(counted_on), None, law)
    has_come_in_time = case.accepted_on is not None and case.accepted_on <= expiry
    nothing_to_extend = counted_on is not None and counted_on > expiry
    if has_come_in_time or nothing_to_extend or not governs(law.delay_notice_days, expiry):
        return
    due = Deadline.of(delay_papers_deadline(expiry, law=law))
    filed_on = None if case.delay is None else case.delay.filed_on
    is_open = case.accepted_on is None and filed_on is None
    only = Notes.only_where_delayed.filled({"expiry": expiry}) if is_open else None
    yield Obligation(
        Duty.FILE_DELAY_PAPERS,
        Holder.GENERAL_CONTRACTOR,
        due,
        NN.clause("1.3.2"),
        state_of(due, filed_on, on),
        filed_on,
        note=noted(only, *_of_extensions(case, counted_on, law)),
    )


def _of_extensions(case: ProjectCase, counted_on: date | None, law: Law) -> Iterator[Text]:
    """Yield what is to be told of extensions that take papers and have none in time."""
    if counted_on is not None:
        changes = term_changes_in_order("obligations", case.contract, case.term_changes)
        told = term_findings(
            case.contract, changes, paid_on=counted_on, accepted_on=case.accepted_on, delay=case.delay, law=law
        )
        yield from (finding.message for finding in told if finding.code != "term_changed_after_expiry")


def warranty_due(
    case: ProjectCase, warranty: Warranty, counted_on: date | None, on: date, *, calendar: WorkCalendar | None, law: Law
) -> Iterator[Obligation]:
    """Yield the filing of the warranty contract and its roster (NN-1.3.3); before completion, what it will need."""
    changes = term_changes_in_order("obligations", case.contract, case.term_changes)
    expiry = contract_expiry(case.contract, changes, case.registered_on(counted_on), case.delay, law)
    completion = warranty_completion(expiry, case.accepted_on, case.completed_on, law)
    if not governs(law.warranty_filing_days, completion):
        return
    due = None if completion is None else warranty_deadline(completion, calendar=calendar, law=law)
    clause, filed_on = NN.clause("1.3.3"), warranty.filed_on
    ahead = Notes.after_completion if completion is None else None
    yield Obligation(
        Duty.FILE_WARRANTY,
        Holder.GENERAL_CONTRACTOR,
        due,
        clause,
        state_of(due, filed_on, on),
        filed_on,
        note=noted(ahead, closed_office(due, filed_on)),
        since=completion,
    )
    reported_on = warranty.roster_reported_on
    yield Obligation(
        Duty.REPORT_WARRANTY_ROSTER,
        Holder.GENERAL_CONTRACTOR,
        None,
        clause,
        without_day(reported_on),
        reported_on,
        note=None if reported_on is not None else Notes.covered_from_both,
        since=completion,
    )
