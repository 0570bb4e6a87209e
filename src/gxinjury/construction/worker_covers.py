"""What each worker is insured for (职工参保期间): the days on which the project and the roster both cover him."""

from collections.abc import Iterable
from typing import Annotated

import attrs

from gxinjury.construction.covers import ProjectCover
from gxinjury.construction.effects import effect_of
from gxinjury.construction.roster import Roster
from gxinjury.construction.site_injuries import payment_day
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.texts import Text


@attrs.frozen
class WorkerCover:
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
