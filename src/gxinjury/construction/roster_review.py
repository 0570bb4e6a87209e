"""What a roster is found wanting in (花名册的核对): reports that do not fit, late ones, days worked uninsured."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from gxinjury.construction.effective_days import ReportEffect, effect_of, first_day, is_initial, last_day
from gxinjury.construction.findings import Findings
from gxinjury.construction.identity import person_findings
from gxinjury.construction.roster import Roster, roster_of
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_deadline import limit_of
from gxinjury.construction.roster_history import Stint, WorkerHistory
from gxinjury.explanations import rule
from gxinjury.facts import check_optional_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, without
from gxinjury.texts import Text

__all__ = ["roster_findings"]


@rule(NN.clause("3.1.1"), Text("花名册核对", "findings on the roster"))
def roster_findings(
    changes: Iterable[RosterChange], *, paid_on: date | None = None, law: Law = LAW
) -> tuple[Finding, ...]:
    """Findings on a roster (NN-3.1.1, NN-3.1.2); none of them is an error, as the agency takes the report all the same.

    Told are, by worker: an addition of somebody already on the roster (``already_listed``) and a removal of somebody
    not on it (``not_listed``), which change nothing; what cannot be right of the person, as one id under several names,
    which is one worker, the id deciding (:mod:`~gxinjury.construction.identity`); a report after the end of the month
    of the change (``reported_late``), and days worked without insurance (``roster_gap``), both as far as days of
    changes are known. A report cannot be late for a project that is not enrolled yet, nor for a change before the
    notice.

    Args:
        changes: The changes, in any order, or a :class:`~gxinjury.construction.roster.Roster`.
        paid_on: The day the premium was paid, by which the roster filed with the registration was reported; None where
            unknown: then every change is taken for a later one.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the reading asked for needs a day that is not known.

    >>> late = RosterChange("张三", RosterChangeKind.ADD, date(2015, 12, 2), happened_on=date(2015, 11, 20))
    >>> for finding in roster_findings([late]):
    ...     print(finding)
    张三: reported on 2015-12-02, after the last day, 2015-11-30; days late: 2 [NN-3.1.1]
    张三: worked uninsured from 2015-11-20 to 2015-12-02; days: 13 [NN-3.1.2]
    """
    roster: Roster = roster_of(changes)
    check_optional_day("roster_findings", "paid_on", paid_on)
    effect = effect_of(roster, paid_on, law)
    covers = roster.covers(effect)
    # Many changes share a day: its limit is computed, and told, once.
    limit_on = cache(lambda happened_on: limit_of(happened_on, law))
    return tuple(
        found
        for key, history in roster.histories.items()
        for found in (
            *_misfits(history),
            *person_findings(history, history.worker, None, law),
            *_late(history, paid_on, limit_on),
            *(gap for stint in history.stints for gap in _gaps(stint, covers[key], effect)),
        )
    )


def _misfits(history: WorkerHistory) -> Iterator[Finding]:
    # A row written again is told as such, not once more for changing nothing.
    fitting = {change for stint in history.stints for change in (stint.added, stint.removed)}
    for change in dict.fromkeys(history.misfits):
        if change in fitting:
            continue
        words = Findings.already_listed if change.kind is RosterChangeKind.ADD else Findings.not_listed
        yield words(NN.clause("3.1.1"), worker=change.worker, reported_on=change.reported_on)


def _late(
    history: WorkerHistory, paid_on: date | None, limit_on: Callable[[date | None], date | None]
) -> Iterator[Finding]:
    for change in history.changes:
        limit = None if is_initial(change, paid_on) else limit_on(change.happened_on)
        if limit is not None and change.reported_on > limit:
            days = (change.reported_on - limit).days
            told = {"worker": change.worker, "reported_on": change.reported_on, "limit": limit, "days": days}
            yield Findings.reported_late(NN.clause("3.1.1"), **told)


def _gaps(stint: Stint, cover: tuple[Period, ...], effect: ReportEffect) -> Iterator[Finding]:
    """Tell the days between first and last shift, as far as known, on which the roster did not insure the worker."""
    start = stint.added.happened_on or first_day(stint.added, effect.initial, effect.paid_on)
    end = None
    if stint.removed is not None:
        end = stint.removed.happened_on or last_day(stint.removed, effect.removal)
        if end < start:
            return
    for gap in without([Period(start, end)], cover):
        told = {"worker": stint.added.worker, "first": gap.first, "last": gap.last, "days": gap.days}
        yield Findings.roster_gap(NN.clause("3.1.2"), **told)
