"""What a project has to do by when (项目的义务与期限): every duty of the notice that has a day, as a dated entry."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

import attrs

from gxinjury.catalogues import label
from gxinjury.construction.accident_review import injury_of, limits_of
from gxinjury.construction.accidents import Accident
from gxinjury.construction.assessment import cover_of, premium_day
from gxinjury.construction.cases import ProjectCase
from gxinjury.construction.contracts import contract_expiry, term_changes_in_order
from gxinjury.construction.covers import ProjectCover
from gxinjury.construction.delay import delay_papers_deadline
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.duties import Duty, Holder, Obligation, Task
from gxinjury.construction.effects import is_initial
from gxinjury.construction.injuries import takes_report
from gxinjury.construction.registration import NameChange, name_change_deadline
from gxinjury.construction.roster import Roster, limit_of
from gxinjury.construction.site_injuries import payment_day
from gxinjury.construction.warranty import Warranty, warranty_completion, warranty_deadline
from gxinjury.construction.words import WORDS
from gxinjury.determination import report_deadline
from gxinjury.determination.counting import check_calendar
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_flag, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import NewStarts
from gxinjury.periods import Deadline, WorkCalendar, china_day, day_before
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

T = TypeVar("T")


@rule(NN.clause("0"))
def obligations(
    case: ProjectCase,
    *,
    on: date,
    open_first: bool = False,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> tuple[Obligation, ...]:
    """Duties of a project and how they stand on a day (NN-1.1.5 to NN-4.3), by their day.

    A duty is there from the day of what it springs from. The premium of a project that started before the notice has no
    day. The delay papers are there unless completion was accepted by the contract's expiry, whenever that was. A change
    of the roster is there where its day is known and the project was enrolled when it was reported. An application by
    anybody leaves the employer with nothing to apply for; the worker's year is there while no employer has applied.

    What the notice does not know a day for, as the posting at the site, is not here. Where a fact or a figure that the
    day hangs on is missing, the duty is there without its day, and its note says what is missing.

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
    ...     print(duty.due.day, duty.duty.name, duty.state.name)
    2015-10-08 PAY_PREMIUM LATE
    2016-05-31 FILE_DELAY_PAPERS OPEN
    """
    check_instance("obligations", "case", case, ProjectCase)
    check_day("obligations", "on", on)
    check_flag("obligations", "open_first", open_first)
    check_calendar("obligations", calendar)
    found = (task.on(on) for task in _tasks(case, calendar, law))
    order = list(Duty)
    entries = sorted(
        (one for one in found if one is not None),
        key=lambda one: (date.max if one.due is None else one.due.earliest, order.index(one.duty)),
    )
    return tuple(sorted(entries, key=lambda one: not one.is_open) if open_first else entries)


def _tasks(case: ProjectCase, calendar: WorkCalendar | None, law: Law) -> Iterator[Task]:
    expiry = contract_expiry(case.contract, term_changes_in_order("obligations", case.contract, case.term_changes))
    counted_on, missing = _found(lambda: premium_day(case, law))
    yield from _premium(case, counted_on, missing, law)
    yield from _delay_papers(case, expiry, counted_on, law)
    if case.warranty is not None:
        yield from _warranty(case, case.warranty, expiry, calendar, law)
    for change in case.name_changes:
        yield from _name_change(change, calendar, law)
    cover = _cover(case, expiry, counted_on, calendar, law)
    roster = Roster(case.roster)
    yield from _roster(roster, payment_day(cover), law)
    for accident in case.accidents:
        yield from _report(accident, cover, roster, law)
        yield from _applications(accident, calendar, law)
    for disease in case.diseases:
        yield from _applications(disease, calendar, law)


def _found(find: Callable[[], T]) -> tuple[T | None, Text | None]:
    """Return what is asked for; where that hangs on something missing, what is. A fact that is wrong stays an error."""
    try:
        return find(), None
    except InvalidFactError as error:
        if error.value is not None:
            raise
        name = label("gxinjury.construction", f"{error.record}.{error.field}", error.field)
        return None, Text(zh=f"“{name.zh}”{error.rule.zh}", en=f"{name.en}: {error.rule.en}")
    except (NotInForceError, OutOfScopeError) as error:
        return None, error.message


def _governs(figure: Timeline[Any], day: date | None) -> bool:
    """Return whether a figure is in force on a day; where the day is not known, it may be."""
    return day is None or any(first <= day for first in figure.days())


@rule(NN.clause("1.1.5"))
def pays_before_start(start: date, law: Law) -> bool:
    """Whether a project pays before it starts (NN-1.1.5): one that starts in 2015 or later, by reading in 2015 only."""
    if not _governs(law.new_starts_from, start):
        return False
    first_new_start = law.new_starts_from.on(start)
    if start < first_new_start:
        return False
    return start.year == first_new_start.year or law.choice(NewStarts) is NewStarts.FROM_2015


def _premium(case: ProjectCase, counted_on: date | None, missing: Text | None, law: Law) -> Iterator[Task]:
    nothing_to_pay = counted_on is not None and not case.payments
    if pays_before_start(case.start, law) and not nothing_to_pay:
        due = Deadline.of(day_before(case.start))
        contractor, clause = Holder.GENERAL_CONTRACTOR, NN.clause("1.1.5")
        yield Task(Duty.PAY_PREMIUM, contractor, clause, due, counted_on, note=missing)


def _delay_papers(case: ProjectCase, expiry: date, counted_on: date | None, law: Law) -> Iterator[Task]:
    """Yield the delay papers, where there is a cover to extend and completion was not accepted by the expiry."""
    has_come_in_time = case.accepted_on is not None and case.accepted_on <= expiry
    nothing_to_extend = counted_on is not None and counted_on > expiry
    if has_come_in_time or nothing_to_extend or not _governs(law.delay_notice_days, expiry):
        return
    due = Deadline.of(delay_papers_deadline(expiry, law=law))
    filed_on = None if case.delay is None else case.delay.filed_on
    note = WORDS.texts["only_where_delayed"].filled({"expiry": expiry}) if case.accepted_on is None else None
    contractor, clause = Holder.GENERAL_CONTRACTOR, NN.clause("1.3.2")
    yield Task(Duty.FILE_DELAY_PAPERS, contractor, clause, due, filed_on, note=note)


def _warranty(
    case: ProjectCase, warranty: Warranty, expiry: date, calendar: WorkCalendar | None, law: Law
) -> Iterator[Task]:
    completion, missing = _found(lambda: warranty_completion(expiry, case.accepted_on, case.completed_on, law))
    if _governs(law.warranty_filing_days, completion):
        due = None if completion is None else warranty_deadline(completion, calendar=calendar, law=law)
        contractor, clause = Holder.GENERAL_CONTRACTOR, NN.clause("1.3.3")
        filed_on = warranty.filed_on
        yield Task(Duty.FILE_WARRANTY, contractor, clause, due, filed_on, since=completion, note=missing)


def _name_change(change: NameChange, calendar: WorkCalendar | None, law: Law) -> Iterator[Task]:
    days = [day for day in (change.document_on, change.changed_on) if day is not None]
    if _governs(law.name_change_days, max(days, default=None)):
        due, missing = _found(
            lambda: name_change_deadline(
                document_on=change.document_on, changed_on=change.changed_on, calendar=calendar, law=law
            )
        )
        yield Task(
            Duty.REPORT_NAME_CHANGE,
            Holder.GENERAL_CONTRACTOR,
            NN.clause("1.3.4"),
            due,
            change.reported_on,
            about=change.name,
            since=min(days, default=None),
            note=missing,
        )


def _cover(
    case: ProjectCase, expiry: date, counted_on: date | None, calendar: WorkCalendar | None, law: Law
) -> ProjectCover:
    """Return the cover as far as it is known: none where no premium is known to count as paid.

    Where the completion that a warranty counts from is not known, it is the cover of the works alone.
    """
    cover, missing = _found(lambda: cover_of(case, counted_on, calendar, law))
    if missing is not None and case.warranty is not None:
        works = attrs.evolve(case, warranty=None)
        cover, _ = _found(lambda: cover_of(works, counted_on, calendar, law))
    return cover or ProjectCover(expiry, ())


def _roster(roster: Roster, paid_on: date | None, law: Law) -> Iterator[Task]:
    """Yield the changes of the roster; before the project is enrolled there is no month-end to report by."""
    if paid_on is None:
        return
    for change in roster:
        limit = None if is_initial(change, paid_on) else limit_of(change.happened_on, law)
        if limit is not None and change.happened_on is not None:
            yield Task(
                Duty.REPORT_ROSTER_CHANGE,
                Holder.GENERAL_CONTRACTOR,
                NN.clause("3.1.1"),
                Deadline.of(limit),
                change.reported_on,
                about=change.worker,
                since=min(change.happened_on, change.reported_on),
            )


def _applications(accident: Accident | OccupationalDisease, calendar: WorkCalendar | None, law: Law) -> Iterator[Task]:
    """Yield the applications for a determination; what is determined already has been applied for."""
    limits, missing = _found(lambda: limits_of(accident, calendar, law))
    by_employer, by_others = limits or (None, None)
    filed_on = accident.first_filing
    determined_on = accident.determined_on if filed_on is None else None
    by_others_first = filed_on is not None and filed_on == accident.others_filed_on != accident.employer_filed_on
    yield Task(
        Duty.APPLY_AS_EMPLOYER,
        Holder.EMPLOYER,
        NN.clause("4.1"),
        by_employer,
        filed_on,
        about=accident.worker,
        since=accident.counted_from,
        until=determined_on,
        note=missing,
        done_note=WORDS.texts["applied_for_by_others"] if by_others_first else None,
    )
    yield Task(
        Duty.APPLY_DIRECTLY,
        Holder.WORKER_SIDE,
        NN.clause("4.3"),
        by_others,
        accident.others_filed_on,
        about=accident.worker,
        since=accident.counted_from,
        until=determined_on if filed_on == accident.others_filed_on else filed_on,
        note=missing or WORDS.texts["only_where_nobody_applies"],
    )


def _report(accident: Accident, cover: ProjectCover, roster: Roster, law: Law) -> Iterator[Task]:
    case, missing = _found(lambda: injury_of(accident, cover, roster, law))
    due_at = None
    if case is not None:
        if not takes_report(case.injury, law):
            return
        due_at, missing = _found(lambda: report_deadline(accident.happened_at, known_at=accident.known_at, law=law))
    reported_at = accident.reported_at
    yield Task(
        Duty.REPORT_ACCIDENT,
        Holder.EMPLOYER,
        NN.clause("3.2.3"),
        None if due_at is None else Deadline.of(china_day(due_at)),
        None if reported_at is None else china_day(reported_at),
        about=accident.worker,
        due_at=due_at,
        late_by_the_hour=due_at is not None and reported_at is not None and reported_at > due_at,
        since=accident.day,
        until=None if reported_at is not None else accident.determined_on,
        note=missing,
    )
