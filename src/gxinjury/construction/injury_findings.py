"""What is to be told of an injury (事故伤害的提示): cover, roster, report and standing."""

from collections.abc import Iterator
from datetime import date, timedelta

from gxinjury.construction.cover import CoverState
from gxinjury.construction.effective_days import awaits_effect, effective_day, last_insured_day
from gxinjury.construction.findings import Findings
from gxinjury.construction.injuries import SiteInjury
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_deadline import limit_of
from gxinjury.construction.standings import Standing
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import report_deadline
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ReportClock

__all__ = ["cover_findings", "late_report_findings", "standing_findings", "unlisted_findings"]


def cover_findings(injury: SiteInjury, day: date) -> Iterator[Finding]:
    """Tell that the project was not covered on the day, or that nobody can say."""
    if injury.cover is not CoverState.COVERED:
        is_outside = injury.cover is CoverState.NOT_COVERED
        words = Findings.injury_outside_cover if is_outside else Findings.injury_cover_unsettled
        yield words(NN.clause("3.2.0"), day=day)


def unlisted_findings(roster: Roster, worker: WorkerOrKey, day: date, paid_on: date, law: Law) -> Iterator[Finding]:
    """Tell why the roster does not insure a worker on a day."""
    history = roster.history(worker)
    additions = [change for change in history.changes if change.kind is RosterChangeKind.ADD]
    before = [stint for stint in history.stints if stint.added.reported_on <= day]
    told: dict[str, object] = {"worker": worker}
    if before:
        # The last stay by that day: the only one that can be in effect, or about to be.
        stint = before[-1]
        if stint.removed is None or awaits_effect(stint, day, paid_on, law):
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


def late_report_findings(injury: SiteInjury, law: Law, *, is_determined: bool) -> Iterator[Finding]:
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


def standing_findings(injury: SiteInjury, found: Standing, law: Law, *, is_determined: bool) -> Iterator[Finding]:
    """Tell of an unlisted worker what the standing leaves open: that it is only deemed, that a report is safer."""
    if injury.cover is not CoverState.COVERED:
        return
    if injury.deemed and found in {Standing.UNSETTLED, Standing.NOT_INSURED}:
        yield Findings.deemed_and_unlisted(NN.clause("3.2.2"))
    decided = is_determined or injury.verified is not None or injury.reported_at is not None
    if found is Standing.TREATED_AS_INSURED and injury.on_site and not decided:
        limit = report_deadline(injury.happened_at, known_at=injury.known_at or injury.happened_at, law=law)
        yield Findings.report_is_safer(NN.clause("3.2.2"), limit=limit)
