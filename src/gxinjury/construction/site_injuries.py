"""From the roster to a standing (由花名册认定): an injury with its cover and enrolment derived."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import attrs

from gxinjury.construction.cover import ProjectCover, payment_day
from gxinjury.construction.effective_days import awaits_effect
from gxinjury.construction.employer_insurance import EmployerInsured, check_employer_insured, employer_insured_on
from gxinjury.construction.findings import Findings
from gxinjury.construction.identity import by_name_findings, person_findings
from gxinjury.construction.injuries import SiteInjury, takes_report
from gxinjury.construction.injury_findings import (
    cover_findings,
    late_report_findings,
    standing_findings,
    unlisted_findings,
)
from gxinjury.construction.insured import worker_cover
from gxinjury.construction.roster import roster_of
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.roster_history import Stint
from gxinjury.construction.standings import Standing, standing
from gxinjury.construction.workers import WorkerOrKey, check_worker
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_moment, check_optional_day, moment
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import EnrolledMeans
from gxinjury.periods import china_day
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["InjuryCase", "counts_as_enrolled", "site_injury"]


@attrs.frozen
class InjuryCase(Record):
    """An injury as roster and cover show it.

    Args:
        worker: The worker, as the roster has him.
        injury: The injury, its cover and enrolment derived.
        standing: Where he stands.
        findings: What is to be told beside it.
    """

    worker: Annotated[WorkerOrKey, Text("职工", "worker")]
    injury: Annotated[SiteInjury, Text("事故伤害", "injury")]
    standing: Annotated[Standing, Text("受伤职工的参保认定", "standing of the worker hurt")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(NN.clause("3.2.1"), Text("已申报而未生效的是否算已参保", "reported, not in effect yet: counts as enrolled"))
def counts_as_enrolled(stints: tuple[Stint, ...], day: date, paid_on: date, law: Law) -> bool:
    """Whether a worker not yet insured on a day counts as enrolled (NN-3.2.1): if he is reported, by reading only."""
    if not any(awaits_effect(stint, day, paid_on, law) for stint in stints):
        return False
    return law.choice(EnrolledMeans) is EnrolledMeans.REPORTED


@rule(NN.clause("3.2.0"), Text("事故伤害的参保情况", "injury as roster and cover show it"))
def site_injury(
    *,
    cover: ProjectCover,
    changes: Iterable[RosterChange],
    worker: WorkerOrKey,
    happened_at: datetime,
    work_cause: bool,
    on_site: bool,
    reported_at: datetime | None = None,
    known_at: datetime | None = None,
    verified: bool | None = None,
    enrolled_by_employer: EmployerInsured = False,
    deemed: bool = False,
    determined_on: date | None = None,
    law: Law = LAW,
) -> InjuryCase:
    """Injury of a worker on a project, his enrolment and the cover derived, and its standing (NN-3.2.0 to NN-3.2.3).

    An injury outside every cover is an answer, NOT_INSURED with a finding, and not an error; so is a worker whom the
    roster does not list. The premium counts as paid on the first day of the cover.

    Args:
        cover: The cover of the project.
        changes: The changes of its roster, in any order, or a :class:`~gxinjury.construction.roster.Roster`.
        worker: The worker, or the text that the changes know him by; a name stands for the only one of that name.
        happened_at: The moment of the accident.
        work_cause: Whether it came by a work cause.
        on_site: Whether it happened on the site.
        reported_at: The moment the employer reported it to the authority; None where it did not.
        known_at: The moment the employer knew of it; None where unknown.
        verified: Whether the authority found it to be so; None while it has not decided.
        enrolled_by_employer: Whether the worker is insured through his own employer, or the day from which he is.
        deemed: Whether it is an injury that the Regulation only deems one.
        determined_on: The day it was determined a work injury; None while it is not. A determination answers for the
            verification that it rests on.
        law: The law asked.

    Returns:
        The injury, its standing, and findings.

    Raises:
        InvalidFactError: A fact breaks a rule of input, several workers on the roster have the name, or the reading
            asked for needs a day that is not known.

    >>> from gxinjury.construction import Contract, RosterChange, RosterChangeKind, project_cover
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> case = site_injury(
    ...     cover=project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30)),
    ...     changes=[RosterChange("张三", RosterChangeKind.ADD, date(2015, 10, 8))],
    ...     worker="张三",
    ...     happened_at=datetime.fromisoformat("2015-10-08T14:30+08:00"),
    ...     work_cause=True,
    ...     on_site=True,
    ... )
    >>> case.standing.name, [finding.code for finding in case.findings]
    ('TREATED_AS_INSURED', ['not_effective_yet', 'report_is_safer'])
    """
    check_instance("site_injury", "cover", cover, ProjectCover)
    check_worker("site_injury", "worker", worker)
    roster = roster_of(changes)
    roster.key(worker, "site_injury")
    by_name = by_name_findings(roster, worker)
    as_told, worker = worker, roster.listed_as(worker)
    happened_at = moment(happened_at)
    check_moment("site_injury", "happened_at", happened_at)
    check_employer_insured("site_injury", "enrolled_by_employer", enrolled_by_employer)
    check_optional_day("site_injury", "determined_on", determined_on)
    day, paid_on = china_day(happened_at), payment_day(cover)
    # Without any cover there is no relation that a report could bring into effect.
    findings: tuple[Finding, ...] = ()
    enrolled = False
    if paid_on is not None:
        stints = roster.history(worker).stints
        enrolled = any(day in one for one in worker_cover(roster, worker, paid_on=paid_on, law=law))
        if not enrolled:
            enrolled = counts_as_enrolled(stints, day, paid_on, law)
            findings = tuple(unlisted_findings(roster, worker, day, paid_on, law))
    injury = SiteInjury(
        happened_at=happened_at,
        work_cause=work_cause,
        on_site=on_site,
        enrolled=enrolled,
        cover=cover.state(day),
        reported_at=reported_at,
        known_at=known_at,
        verified=verified,
        enrolled_by_employer=employer_insured_on(day, enrolled_by_employer),
        deemed=deemed,
    )
    is_reported = takes_report(injury, law)
    told = [*cover_findings(injury, day), *by_name, *findings]
    told += person_findings(roster.history(worker), worker, day, law, told=as_told)
    if injury.enrolled_by_employer:
        told.append(Findings.insured_by_employer(NN.clause("3.2.1"), worker=worker))
    if is_reported and verified is None and determined_on is not None:
        injury = attrs.evolve(injury, verified=True)
        told.append(Findings.determination_answers(NN.clause("3.2.3"), determined_on=determined_on))
    if is_reported:
        told += late_report_findings(injury, law, is_determined=determined_on is not None)
    found = standing(injury, law=law)
    if not is_reported:
        told += standing_findings(injury, found, law, is_determined=determined_on is not None)
    return InjuryCase(worker, injury, found, tuple(told))
