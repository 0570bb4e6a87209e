"""What a project has to do by when (项目的义务与期限): every duty of the notice as a dated entry."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.accidents import Accident, report_by
from gxinjury.construction.assessment import ProjectCase, last_day_in_time, premium_day
from gxinjury.construction.contracts import contract_expiry, term_changes_in_order
from gxinjury.construction.delay import delay_papers_deadline
from gxinjury.construction.registration import NameChange, name_change_deadline
from gxinjury.construction.roster import limit_of, worker_cover
from gxinjury.construction.warranty import warranty_completion, warranty_deadline
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import employer_deadline, worker_deadline
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, DeadlineStatus, WorkCalendar, china_day
from gxinjury.texts import Text


class Duty(Enum):
    """What has to be done."""

    PAY_PREMIUM = Text(zh="缴清项目工伤保险费", en="pay the premium in one sum")
    REPORT_ROSTER_CHANGE = Text(zh="报送人员增减变动名册", en="report the change of the roster")
    FILE_DELAY_PAPERS = Text(zh="报送延期竣工验收材料", en="file the papers of the delay")
    FILE_WARRANTY = Text(zh="备案保修合同", en="file the warranty contract")
    REPORT_NAME_CHANGE = Text(zh="办理名称变更手续", en="report the changed name")
    REPORT_ACCIDENT = Text(zh="向主管部门报告工地外的事故", en="report the accident off the site")
    APPLY_AS_EMPLOYER = Text(zh="申请工伤认定", en="apply for the determination")
    APPLY_DIRECTLY = Text(zh="直接申请工伤认定", en="apply for the determination directly")


class Holder(Enum):
    """Whose duty it is."""

    GENERAL_CONTRACTOR = Text(zh="施工总承包单位", en="general contractor")
    EMPLOYER = Text(zh="用人单位", en="employer")
    WORKER_SIDE = Text(zh="职工、近亲属或工会", en="worker, close relative or trade union")


class ObligationState(Enum):
    """How a duty stands on a day."""

    DONE = Text(zh="已按期完成", en="done in time")
    DONE_LATE = Text(zh="逾期完成", en="done late")
    OPEN = Text(zh="待完成", en="open")
    LATE = Text(zh="已逾期", en="late")
    UNDETERMINED = Text(zh="是否逾期未定", en="undetermined")


@attrs.frozen
class Obligation:
    """A duty of a project, with its day.

    Args:
        duty: What has to be done.
        holder: By whom.
        due: The limit.
        clause: The clause that lays it down.
        state: How it stands on the day asked for.
        done_on: The day it was done; None while it is not.
        about: The worker or the name that it is about; None where it is about the project.
    """

    duty: Duty
    holder: Holder
    due: Deadline
    clause: Clause
    state: ObligationState
    done_on: date | None = None
    about: WorkerOrKey | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None


@attrs.frozen
class _Duty:
    """A duty before it is looked at on a day."""

    duty: Duty
    holder: Holder
    due: Deadline
    clause: Clause
    done_on: date | None
    about: WorkerOrKey | None = None
    late_by_the_hour: bool = False

    def on(self, day: date) -> Obligation:
        done_on = self.done_on if self.done_on is not None and self.done_on <= day else None
        states = _DONE if done_on is not None else _NOT_DONE
        state = states[self.due.status(day if done_on is None else done_on)]
        if done_on is not None and self.late_by_the_hour:
            state = ObligationState.DONE_LATE
        return Obligation(self.duty, self.holder, self.due, self.clause, state, done_on, self.about)


_DONE = {
    DeadlineStatus.IN_TIME: ObligationState.DONE,
    DeadlineStatus.LATE: ObligationState.DONE_LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}
_NOT_DONE = {
    DeadlineStatus.IN_TIME: ObligationState.OPEN,
    DeadlineStatus.LATE: ObligationState.LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}


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

    A duty is there once the case shows what it springs from: the month-end of a change of the roster whose day is known,
    the warranty filing once the works are completed. The delay papers are there unless completion is accepted by the
    contract's expiry. The worker's year is there while the employer has not applied.

    Args:
        case: What became of the project.
        on: The day on which it is looked at; what was done later is not done yet.
        open_first: Whether what is still to be done comes first.
        calendar: Days off, on which a limit does not end; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: It is no ProjectCase, or no day.

    >>> from gxinjury.construction import Contract
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> for duty in obligations(ProjectCase(contract), on=date(2015, 10, 9)):
    ...     print(duty.due.day, duty.duty.name, duty.state.name)
    2015-10-08 PAY_PREMIUM LATE
    2016-05-31 FILE_DELAY_PAPERS OPEN
    """
    check_instance("obligations", "case", case, ProjectCase)
    check_day("obligations", "on", on)
    duties = [
        *_of_the_project(case, calendar, law),
        *_of_the_roster(case, law),
        *_of_the_accidents(case, calendar, law),
    ]
    entries = sorted((duty.on(on) for duty in duties), key=lambda one: (one.due.earliest, one.duty.name))
    return tuple(sorted(entries, key=lambda one: not one.is_open) if open_first else entries)


def _of_the_project(case: ProjectCase, calendar: WorkCalendar | None, law: Law) -> Iterator[_Duty]:
    contractor = Holder.GENERAL_CONTRACTOR
    if case.start >= law.new_starts_from.on(case.start):
        due = Deadline.of(last_day_in_time(case.start, law))
        yield _Duty(Duty.PAY_PREMIUM, contractor, due, NN.clause("1.1.5"), premium_day(case, law))
    terms = term_changes_in_order("obligations", case.contract, case.term_changes)
    expiry = contract_expiry(case.contract, terms)
    if case.accepted_on is None or case.accepted_on > expiry:
        due = Deadline.of(delay_papers_deadline(expiry, law=law))
        filed_on = None if case.delay is None else case.delay.filed_on
        yield _Duty(Duty.FILE_DELAY_PAPERS, contractor, due, NN.clause("1.3.2"), filed_on)
    if case.warranty is not None:
        completion = warranty_completion(expiry, case.accepted_on, case.completed_on, law)
        due = warranty_deadline(completion, calendar=calendar, law=law)
        yield _Duty(Duty.FILE_WARRANTY, contractor, due, NN.clause("1.3.3"), case.warranty.filed_on)
    for change in case.name_changes:
        due = name_change_deadline(
            document_on=change.document_on, changed_on=change.changed_on, calendar=calendar, law=law
        )
        yield _Duty(Duty.REPORT_NAME_CHANGE, contractor, due, NN.clause("1.3.4"), change.reported_on, change.name)


def _of_the_roster(case: ProjectCase, law: Law) -> Iterator[_Duty]:
    for change in case.roster:
        limit = limit_of(change, law)
        if limit is not None:
            yield _Duty(
                Duty.REPORT_ROSTER_CHANGE,
                Holder.GENERAL_CONTRACTOR,
                Deadline.of(limit),
                NN.clause("3.1.1"),
                change.reported_on,
                change.worker,
            )


def _of_the_accidents(case: ProjectCase, calendar: WorkCalendar | None, law: Law) -> Iterator[_Duty]:
    if not case.accidents:
        return
    paid_on = premium_day(case, law)
    for accident in case.accidents:
        listed = worker_cover(case.roster, accident.worker, paid_on=paid_on, law=law)
        enrolled = any(accident.day in period for period in listed)
        yield from _of_an_accident(accident, calendar, law, enrolled=enrolled)


def _of_an_accident(
    accident: Accident, calendar: WorkCalendar | None, law: Law, *, enrolled: bool
) -> Iterator[_Duty]:
    worker = accident.worker
    last_moment = None if accident.on_site or not accident.work_cause or enrolled else report_by(accident, law)
    if last_moment is not None:
        reported_at = accident.reported_at
        yield _Duty(
            Duty.REPORT_ACCIDENT,
            Holder.EMPLOYER,
            Deadline.of(china_day(last_moment)),
            NN.clause("3.2.3"),
            None if reported_at is None else china_day(reported_at),
            worker,
            late_by_the_hour=reported_at is not None and reported_at > last_moment,
        )
    due = employer_deadline(accident.day, extension_days=accident.extension_days, calendar=calendar, law=law)
    filed_on = accident.employer_filed_on
    yield _Duty(Duty.APPLY_AS_EMPLOYER, Holder.EMPLOYER, due, NN.clause("4.1"), filed_on, worker)
    if filed_on is None:
        due = worker_deadline(accident.day, excluded=accident.excluded, calendar=calendar, law=law)
        yield _Duty(
            Duty.APPLY_DIRECTLY, Holder.WORKER_SIDE, due, NN.clause("4.3"), accident.others_filed_on, worker
        )
