"""Who is insured (参保职工): by the roster, on a day, and on which days the project covers him too."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.cover import ProjectCover, payment_day
from gxinjury.construction.effective_days import (
    days_from,
    effect_of,
    effective_day,
    last_insured_day,
)
from gxinjury.construction.roster import Roster, roster_of
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, merged
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["WorkerCover", "insured_on", "worker_cover", "worker_covers"]


@attrs.frozen
class WorkerCover(Record):
    """What a worker is insured for.

    Args:
        worker: The worker, as the last change has him.
        listed: The days for which the roster insures him; none while the project has no cover.
        covered: Those of them on which the project is covered.
        unsettled: Those of them of which the project's cover is unsettled.
    """

    worker: Annotated[WorkerOrKey, Text("职工", "worker")]
    listed: Annotated[tuple[Period, ...], Text("花名册列入期间", "on the roster")] = ()
    covered: Annotated[tuple[Period, ...], Text("参保有效期间", "covered")] = ()
    unsettled: Annotated[tuple[Period, ...], Text("参保待定的期间", "unsettled")] = ()


def _both(one: Iterable[Period], other: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return the days that periods of both kinds hold."""
    shared = (period.overlap(another) for period in one for another in other)
    return tuple(period for period in shared if period is not None)


@rule(NN.clause("3.1.2"), Text("各职工的参保期间", "what each worker is insured for"))
def worker_covers(roster: Roster, cover: ProjectCover, law: Law) -> tuple[WorkerCover, ...]:
    """What each worker is insured for (NN-3.1.2): the roster's days on which the project is covered too.

    The premium counts as paid on the first day of the cover. Workers stand in the order in which they first come up.

    Raises:
        InvalidFactError: The reading asked for needs a day that is not known.

    >>> from datetime import date
    >>> from gxinjury import LAW
    >>> from gxinjury.construction import RosterChange, RosterChangeKind
    >>> cover = ProjectCover(date(2016, 6, 30), (Period(date(2015, 10, 8), date(2016, 6, 30)),))
    >>> roster = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))])
    >>> [str(days) for one in worker_covers(roster, cover, LAW) for days in one.covered]
    ['2015-11-29..2016-06-30']
    """
    paid_on = payment_day(cover)
    workers = {key: history.worker for key, history in roster.histories.items()}
    if paid_on is None:
        return tuple(WorkerCover(worker) for worker in workers.values())
    listed = roster.covers(effect_of(roster, paid_on, law))
    return tuple(
        WorkerCover(worker, listed[key], _both(listed[key], cover.periods), _both(listed[key], cover.unsettled))
        for key, worker in workers.items()
    )


@rule(NN.clause("3.1.2"), Text("职工依花名册的参保期间", "cover that the roster gives the worker"))
def worker_cover(
    changes: Iterable[RosterChange], worker: WorkerOrKey, *, paid_on: date | None = None, law: Law = LAW
) -> tuple[Period, ...]:
    """Cover that the roster gives a worker (NN-3.1.2); he is insured on the days that the project is covered too.

    Args:
        changes: The changes, in any order, or a :class:`~gxinjury.construction.roster.Roster`.
        worker: The worker, or the text that the changes know him by; a name stands for the only one of that name.
        paid_on: The day the premium was paid: what was reported by then is the roster filed with the registration. It
            matters to the reading ``InitialRoster.WITH_PAYMENT`` only.
        law: The law asked.

    Returns:
        The insured days as the fewest periods in order; none for a worker who was never on the roster.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the reading asked for needs a day that is not known.

    >>> from gxinjury.construction import RosterChangeKind
    >>> changes = [RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))]
    >>> [str(period) for period in worker_cover(changes, "张三")]
    ['2015-11-29..']
    """
    roster = roster_of(changes)
    check_optional_day("worker_cover", "paid_on", paid_on)
    days: list[Period] = []
    for stint in roster.history(worker).stints:
        last = None if stint.removed is None else last_insured_day(stint.removed, law)
        days += days_from(effective_day(stint.added, paid_on, law), last)
    return merged(days)


@rule(NN.clause("3.1.1"), Text("当日参保的职工", "workers insured on the day"))
def insured_on(
    changes: Iterable[RosterChange], day: date, *, paid_on: date | None = None, law: Law = LAW
) -> tuple[WorkerOrKey, ...]:
    """Workers whom the roster insures on a day (NN-3.1.1), in the order in which they first come up.

    Args:
        changes: The changes, in any order, or a :class:`~gxinjury.construction.roster.Roster`.
        day: The day.
        paid_on: The day the premium was paid; as for :func:`worker_cover`.
        law: The law asked.

    Returns:
        Each worker as the last change has him.

    Raises:
        InvalidFactError: As :func:`worker_cover` raises it.

    >>> from gxinjury.construction import RosterChangeKind
    >>> changes = [RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))]
    >>> insured_on(changes, date(2015, 11, 28)), insured_on(changes, date(2015, 11, 29))
    ((), ('张三',))
    """
    roster = roster_of(changes)
    check_day("insured_on", "day", day)
    check_optional_day("insured_on", "paid_on", paid_on)
    covers = roster.covers(effect_of(roster, paid_on, law))
    return tuple(
        history.worker
        for key, history in roster.histories.items()
        if any(one.first <= day and (one.last is None or day <= one.last) for one in covers[key])
    )
