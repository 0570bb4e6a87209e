"""From the roster to a standing (由花名册认定): an injury with cover and enrolment derived, and what is to be told."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Annotated

import attrs

from gxinjury.construction.cover import CoverState, ProjectCover, payment_day
from gxinjury.construction.effective_days import effective_day, last_insured_day
from gxinjury.construction.findings import Findings
from gxinjury.construction.identity import by_name_findings, person_findings
from gxinjury.construction.injuries import SiteInjury, Standing, standing, takes_report
from gxinjury.construction.insured import worker_cover
from gxinjury.construction.roster import Roster, roster_of
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_deadline import limit_of
from gxinjury.construction.roster_history import Stint
from gxinjury.construction.workers import (
    EmployerInsured,
    WorkerOrKey,
    check_employer_insured,
    check_worker,
    employer_insured_on,
)
from gxinjury.determination import report_deadline
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_moment, check_optional_day, moment
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import EnrolledMeans, ReportClock
from gxinjury.periods import china_day
from gxinjury.texts import Text


@attrs.frozen
class InjuryCase:
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
    if not any(_awaits_effect(stint, day, paid_on, law) for stint in stints):
        return False
    return law.choice(EnrolledMeans) is EnrolledMeans.REPORTED


def _awaits_effect(stint: Stint, day: date, paid_on: date, law: Law) -> bool:
    """Return whether on a day a stay on the roster is reported, not yet in effect and not taken back."""
    if stint.removed is not None and stint.removed.reported_on <= day:
        return False
    return stint.added.reported_on <= day < effective_day(stint.added, paid_on, law)


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

    >>> from gxinjury.construction import Contract, project_cover
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
            findings = tuple(_roster_findings(roster, worker, day, paid_on, law))
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
    told = [*_cover_findings(injury, day), *by_name, *findings]
    told += person_findings(roster.history(worker), worker, day, law, told=as_told)
    if injury.enrolled_by_employer:
        told.append(Findings.insured_by_employer(NN.clause("3.2.1"), worker=worker))
    if is_reported and verified is None and determined_on is not None:
        injury = attrs.evolve(injury, verified=True)
        told.append(Findings.determination_answers(NN.clause("3.2.3"), determined_on=determined_on))
    if is_reported:
        told += _report_findings(injury, law, is_determined=determined_on is not None)
    found = standing(injury, law=law)
    if not is_reported:
        told += _standing_findings(injury, found, law, is_determined=determined_on is not None)
    return InjuryCase(worker, injury, found, tuple(told))


def _cover_findings(injury: SiteInjury, day: date) -> Iterator[Finding]:
    if injury.cover is not CoverState.COVERED:
        is_outside = injury.cover is CoverState.NOT_COVERED
        words = Findings.injury_outside_cover if is_outside else Findings.injury_cover_unsettled
        yield words(NN.clause("3.2.0"), day=day)


def _roster_findings(roster: Roster, worker: WorkerOrKey, day: date, paid_on: date, law: Law) -> Iterator[Finding]:
    """Tell why the roster does not insure a worker on a day."""
    history = roster.history(worker)
    additions = [change for change in history.changes if change.kind is RosterChangeKind.ADD]
    before = [stint for stint in history.stints if stint.added.reported_on <= day]
    told: dict[str, object] = {"worker": worker}
    if before:
        # The last stay by that day: the only one that can be in effect, or about to be.
        stint = before[-1]
        if stint.removed is None or _awaits_effect(stint, day, paid_on, law):
            told |= {"reported_on": stint.added.reported_on, "effective_on": effective_day(stint.added, paid_on, law)}
            yield Findings.not_effective_yet(NN.clause("3.1.2"), **told)
        else:
            told["last"] = last_insured_day(stint.removed, law)
            yield Findings.removed_before_accident(NN.clause("3.1.2"), **told)
    elif additions:
        told["reported_on"] = additions[0].reported_on
        yield Findings.listed_after_accident(NN.clause("3.1.2"), **told)
    else:
        yield Findings.not_on_roster(NN.clause("3.1.1"), **told)
    yield from _limit_still_open(additions, worker, day, law)


def _limit_still_open(additions: list[RosterChange], worker: WorkerOrKey, day: date, law: Law) -> Iterator[Finding]:
    """Tell where the worker's first report was not yet due on the day of the accident."""
    limits = [limit_of(change.happened_on, law) for change in additions]
    still_open = [limit for limit in limits if limit is not None and limit >= day]
    if still_open:
        yield Findings.report_not_yet_due(NN.clause("3.2.2"), worker=worker, limit=min(still_open))


def _report_findings(injury: SiteInjury, law: Law, *, is_determined: bool) -> Iterator[Finding]:
    """Tell of a report to the authority that is late, or missing and not answered for by a determination."""
    if injury.known_at is None and law.choice(ReportClock) is ReportClock.KNOWLEDGE:
        return
    limit = report_deadline(injury.happened_at, known_at=injury.known_at, law=law)
    if injury.reported_at is None:
        if not is_determined:
            yield Findings.accident_not_reported(NN.clause("3.2.3"), limit=limit)
    elif injury.reported_at > limit:
        minutes = -((limit - injury.reported_at) // timedelta(minutes=1))
        yield Findings.accident_reported_late(NN.clause("3.2.3"), limit=limit, minutes=minutes)


def _standing_findings(injury: SiteInjury, found: Standing, law: Law, *, is_determined: bool) -> Iterator[Finding]:
    """Tell of an unlisted worker what the standing leaves open: that it is only deemed, that a report is safer."""
    if injury.cover is not CoverState.COVERED:
        return
    if injury.deemed and found in {Standing.UNSETTLED, Standing.NOT_INSURED}:
        yield Findings.deemed_and_unlisted(NN.clause("3.2.2"))
    decided = is_determined or injury.verified is not None or injury.reported_at is not None
    if found is Standing.TREATED_AS_INSURED and injury.on_site and not decided:
        limit = report_deadline(injury.happened_at, known_at=injury.known_at or injury.happened_at, law=law)
        yield Findings.report_is_safer(NN.clause("3.2.2"), limit=limit)
