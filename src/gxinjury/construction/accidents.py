"""An accident from report to acceptance (事故及其申报): standing, limits, and who bears the costs meanwhile."""

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from gxinjury.catalogues import Finding
from gxinjury.construction.completion import employer_bridge
from gxinjury.construction.covers import ProjectCover
from gxinjury.construction.roster import Roster
from gxinjury.construction.site_injuries import InjuryCase, site_injury
from gxinjury.construction.words import WORDS
from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker
from gxinjury.determination import (
    CostSplit,
    DatedCost,
    Exclusion,
    costs_on_employer,
    employer_deadline,
    report_deadline,
    split_costs,
    worker_deadline,
)
from gxinjury.explanations import rule
from gxinjury.facts import (
    check_count,
    check_flag,
    check_instance,
    check_moment,
    check_not_before,
    check_optional_day,
    check_optional_flag,
    moment,
    optional_moment,
    records,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ReportClock
from gxinjury.periods import Deadline, DeadlineStatus, Period, WorkCalendar, china_day


def _excluded(values: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    return records("Accident", "excluded", values, Exclusion)


def _costs(values: Iterable[DatedCost]) -> tuple[DatedCost, ...]:
    return records("Accident", "costs", values, DatedCost)


@attrs.frozen
class Accident:
    """An accident of a worker of a project, and what was done about it.

    Args:
        worker: The worker, or the text that the roster knows him by.
        happened_at: The moment of the accident, with its offset from UTC.
        work_cause: Whether it came by a work cause.
        on_site: Whether it happened on the site.
        reported_at: The moment the employer reported it to the authority; None where it did not.
        known_at: The moment the employer knew of it; None where unknown.
        verified: Whether the authority found it to be so; None while it has not decided.
        employer_filed_on: The day the employer applied for a determination; None where it has not.
        others_filed_on: The day the worker, a close relative or a union applied; None where none has.
        accepted_on: The day the authority accepted the application; None while it has not.
        extension_days: Days by which the authority consented to extend the employer's limit.
        excluded: Time that is left out of the worker's year, with its reasons.
        determined_on: The day of the determination; None while it is pending.
        assessed_on: The day of the assessment; None while it is pending.
        needs_assessment: Whether there is anything to assess; a death has no assessment.
        costs: Costs that the fund would bear, each with its day.

    Raises:
        InvalidFactError: A fact breaks one of these, or something comes before the accident.

    >>> Accident("张三", datetime.fromisoformat("2015-10-08T14:30+08:00"), work_cause=True, on_site=True).day
    datetime.date(2015, 10, 8)
    """

    worker: WorkerOrKey = attrs.field(converter=as_worker)
    happened_at: datetime = attrs.field(converter=moment)
    work_cause: bool
    on_site: bool
    reported_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    known_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    verified: bool | None = None
    employer_filed_on: date | None = None
    others_filed_on: date | None = None
    accepted_on: date | None = None
    extension_days: int = 0
    excluded: tuple[Exclusion, ...] = attrs.field(default=(), converter=_excluded)
    determined_on: date | None = None
    assessed_on: date | None = None
    needs_assessment: bool = True
    costs: tuple[DatedCost, ...] = attrs.field(default=(), converter=_costs)

    def __attrs_post_init__(self) -> None:
        check_worker("Accident", "worker", self.worker)
        check_moment("Accident", "happened_at", self.happened_at)
        check_flag("Accident", "work_cause", self.work_cause)
        check_flag("Accident", "on_site", self.on_site)
        check_optional_flag("Accident", "verified", self.verified)
        check_flag("Accident", "needs_assessment", self.needs_assessment)
        check_count("Accident", "extension_days", self.extension_days)
        for field in ("reported_at", "known_at"):
            later = getattr(self, field)
            if later is not None:
                check_moment("Accident", field, later)
                check_not_before("Accident", field, later, "happened_at", self.happened_at)
        for field in ("employer_filed_on", "others_filed_on", "accepted_on", "determined_on", "assessed_on"):
            day = getattr(self, field)
            check_optional_day("Accident", field, day)
            if day is not None:
                check_not_before("Accident", field, day, "happened_at", self.day)
        for position, cost in enumerate(self.costs):
            check_not_before("Accident", f"costs[{position}].incurred_on", cost.incurred_on, "happened_at", self.day)

    @property
    def day(self) -> date:
        """The day of the accident in China."""
        return china_day(self.happened_at)


@attrs.frozen
class AccidentAssessment:
    """What the notice answers about an accident.

    Args:
        accident: The accident.
        case: The injury as roster and cover show it, and its standing.
        report_by: The last moment for the report to the authority; None where the reading's moment is not known.
        employer_files_by: The limit for the employer's application.
        others_file_by: The limit for the worker, a close relative or a union.
        employer_costs: The days whose costs fall on the employer for being late; None where none do.
        costs: The costs named, split between fund and employer.
        bridge: The days that the employer bridges after completion; None where there are none.
        findings: What is to be told beside it.
    """

    accident: Accident
    case: InjuryCase
    report_by: datetime | None
    employer_files_by: Deadline
    others_file_by: Deadline
    employer_costs: Period | None
    costs: CostSplit
    bridge: Period | None
    findings: tuple[Finding, ...] = ()


@rule(NN.clause("3.2.0"))
def assess_accident(
    accident: Accident,
    *,
    cover: ProjectCover,
    roster: Roster,
    completed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> AccidentAssessment:
    """Assessment of an accident on a project (NN-3.2, NN-4, NN-5.3).

    Args:
        accident: The accident and what was done about it.
        cover: The cover of the project.
        roster: Its roster.
        completed_on: The day the project was completed; None while it is not.
        calendar: Days off, on which a limit does not end; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The answer hangs on a day off that the calendar does not know.

    >>> from gxinjury.construction import Contract, project_cover
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> cover = project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
    >>> hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:00+08:00"), work_cause=True, on_site=True)
    >>> assessed = assess_accident(hurt, cover=cover, roster=Roster(()))
    >>> assessed.case.standing.name, assessed.employer_files_by.day, str(assessed.employer_costs)
    ('TREATED_AS_INSURED', datetime.date(2016, 3, 31), '2016-03-01..')
    """
    check_instance("assess_accident", "accident", accident, Accident)
    check_instance("assess_accident", "roster", roster, Roster)
    case = site_injury(
        cover=cover,
        changes=roster,
        worker=accident.worker,
        happened_at=accident.happened_at,
        work_cause=accident.work_cause,
        on_site=accident.on_site,
        reported_at=accident.reported_at,
        known_at=accident.known_at,
        verified=accident.verified,
        law=law,
    )
    by_employer = employer_deadline(
        accident.day, extension_days=accident.extension_days, calendar=calendar, law=law
    )
    by_others = worker_deadline(accident.day, excluded=accident.excluded, calendar=calendar, law=law)
    on_employer = costs_on_employer(
        accident.day,
        employer_filed_on=accident.employer_filed_on,
        others_filed_on=accident.others_filed_on,
        accepted_on=accident.accepted_on,
        extension_days=accident.extension_days,
        calendar=calendar,
        law=law,
    )
    bridge = None
    if completed_on is not None:
        bridge = employer_bridge(
            injured_on=accident.day,
            completed_on=completed_on,
            determined_on=accident.determined_on,
            assessed_on=accident.assessed_on,
            needs_assessment=accident.needs_assessment,
        )
    return AccidentAssessment(
        accident=accident,
        case=case,
        report_by=report_by(accident, law),
        employer_files_by=by_employer,
        others_file_by=by_others,
        employer_costs=on_employer,
        costs=split_costs(accident.costs, on_employer),
        bridge=bridge,
        findings=(*case.findings, *_filing_findings(accident, by_employer, by_others)),
    )


@rule(NN.clause("3.2.3"))
def report_by(accident: Accident, law: Law) -> datetime | None:
    """Last moment for the report to the authority (NN-3.2.3); None where the reading's moment is not known."""
    if accident.known_at is None and law.choice(ReportClock) is ReportClock.KNOWLEDGE:
        return None
    return report_deadline(accident.happened_at, known_at=accident.known_at, law=law)


def _filing_findings(accident: Accident, by_employer: Deadline, by_others: Deadline) -> tuple[Finding, ...]:
    """Tell of applications that came after their limit."""
    filings = (
        ("employer_filed_late", NN.clause("4.1"), accident.employer_filed_on, by_employer),
        ("others_filed_late", NN.clause("4.3"), accident.others_filed_on, by_others),
    )
    return tuple(
        WORDS.finding(code, clause, worker=accident.worker, filed_on=filed_on, limit=str(limit))
        for code, clause, filed_on, limit in filings
        if filed_on is not None and limit.status(filed_on) is DeadlineStatus.LATE
    )
