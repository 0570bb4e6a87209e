"""Duties after an accident (事故后的义务): the report, the applications for a determination, the claim papers."""

from collections.abc import Iterator
from datetime import date

from gxinjury.construction.accident_review import fund_pays, injury_of
from gxinjury.construction.accidents import Accident
from gxinjury.construction.application_limits import limits_of
from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.duties import Duty, Holder, Obligation, ObligationState
from gxinjury.construction.duty_states import closed_office, found, noted, state_of, without_day
from gxinjury.construction.exposure import disease_of, disease_standing
from gxinjury.construction.findings import Notes
from gxinjury.construction.injuries import SiteInjury, takes_report
from gxinjury.construction.roster import Roster
from gxinjury.construction.site_injuries import InjuryCase
from gxinjury.determination import report_deadline
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, WorkCalendar, china_day
from gxinjury.texts import Text

__all__ = ["after_accident", "after_disease"]


def after_accident(
    accident: Accident,
    paid_on: date | None,
    cover: ProjectCover,
    roster: Roster,
    on: date,
    *,
    calendar: WorkCalendar | None,
    law: Law,
) -> Iterator[Obligation]:
    """Yield what an accident leaves to do, ``paid_on`` being the day its benefits are paid; all as known on a day."""
    case, missing = found(lambda: injury_of(accident, cover, roster, law))
    if accident.reported_at is not None or accident.determined_on is None:
        # A determination answers for the report that it rests on.
        yield from _report(accident, case, missing, on, law)
    if accident.first_filing is not None or accident.determined_on is None:
        yield from _applications(accident, on, calendar, law)
    yield from _claim(accident, paid_on, pays=None if case is None else fund_pays(case.standing))


def after_disease(
    disease: OccupationalDisease,
    paid_on: date | None,
    cover: ProjectCover,
    roster: Roster,
    on: date,
    *,
    completed_on: date | None,
    calendar: WorkCalendar | None,
    law: Law,
) -> Iterator[Obligation]:
    """Yield what an occupational disease leaves to do, all as known on a day: it has no moment that is reported."""
    if disease.first_filing is not None or disease.determined_on is None:
        yield from _applications(disease, on, calendar, law)
    standing, _ = found(lambda: disease_standing(disease_of(disease, cover, roster, completed_on, law), law))
    yield from _claim(disease, paid_on, pays=None if standing is None else fund_pays(standing))


def _report(
    accident: Accident, case: InjuryCase | None, missing: Text | None, on: date, law: Law
) -> Iterator[Obligation]:
    duty, clause = Duty.REPORT_ACCIDENT, NN.clause("3.2.3")
    due_at, note = None, missing
    if case is not None:
        if not takes_report(case.injury, law):
            if not _is_safer_reported(case.injury):
                return
            duty, clause = Duty.REPORT_ON_SITE, NN.clause("3.2.2")
        due_at, note = found(lambda: report_deadline(accident.happened_at, known_at=accident.known_at, law=law))
    reported_at = accident.reported_at
    due = None if due_at is None else Deadline.of(china_day(due_at))
    done_on = None if reported_at is None else china_day(reported_at)
    state = state_of(due, done_on, on)
    if due_at is not None and reported_at is not None and reported_at > due_at:
        state = ObligationState.DONE_LATE
    if duty is Duty.REPORT_ON_SITE:
        # What the notice does not ask for is never late.
        state = ObligationState.OPEN if reported_at is None else ObligationState.DONE
        note = noted(Notes.safe_course, note)
    yield Obligation(
        duty,
        Holder.EMPLOYER,
        due,
        clause,
        state,
        done_on,
        about=accident.worker,
        due_at=due_at,
        note=note if done_on is None else None,
        since=accident.day,
    )


def _is_safer_reported(injury: SiteInjury) -> bool:
    """Return whether the notice asks for no report of an injury that the press has reported too."""
    is_covered = injury.cover is not CoverState.NOT_COVERED
    return is_covered and not injury.enrolled and injury.work_cause and injury.on_site


def _applications(
    accident: Accident | OccupationalDisease, on: date, calendar: WorkCalendar | None, law: Law
) -> Iterator[Obligation]:
    """Yield the applications (NN-4.1, NN-4.3): who was first leaves the employer nothing, the others' year ends."""
    limits, missing = found(lambda: limits_of(accident, calendar, law))
    by_employer, by_others = limits or (None, None)
    filed_on, others_on = accident.first_filing, accident.others_filed_on
    by_others_first = filed_on is not None and filed_on == others_on != accident.employer_filed_on
    applied = Notes.applied_for_by_others if by_others_first else None
    yield Obligation(
        Duty.APPLY_AS_EMPLOYER,
        Holder.EMPLOYER,
        by_employer,
        NN.clause("4.1"),
        state_of(by_employer, filed_on, on),
        filed_on,
        about=accident.worker,
        note=noted(missing if filed_on is None else applied, closed_office(by_employer, filed_on)),
        since=accident.counted_from,
    )
    if filed_on == others_on:
        only = missing or Notes.only_where_nobody_applies
        yield Obligation(
            Duty.APPLY_DIRECTLY,
            Holder.WORKER_SIDE,
            by_others,
            NN.clause("4.3"),
            state_of(by_others, others_on, on),
            others_on,
            about=accident.worker,
            note=noted(only if others_on is None else None, closed_office(by_others, others_on)),
            since=accident.counted_from,
        )


def _claim(
    accident: Accident | OccupationalDisease, paid_on: date | None, *, pays: bool | None
) -> Iterator[Obligation]:
    """Yield the claim papers (NN-5.5), once it is determined, and assessed where there is something to assess."""
    days = [accident.determined_on, *([accident.assessed_on] if accident.needs_assessment else [])]
    done = [day for day in days if day is not None]
    if len(done) == len(days) and pays is not False:
        yield Obligation(
            Duty.CLAIM_BENEFITS,
            Holder.CLAIMANT,
            None,
            NN.clause("5.5"),
            without_day(paid_on),
            paid_on,
            about=accident.worker,
            note=Notes.only_where_work_injury if paid_on is None else None,
            since=max(done),
        )
