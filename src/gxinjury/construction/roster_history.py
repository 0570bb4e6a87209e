"""What a roster tells of one worker (职工在册经过): his stays on it, and the reports that changed nothing."""

from collections import deque
from itertools import groupby
from typing import Annotated

import attrs

from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Stint", "WorkerHistory", "history_of"]


@attrs.frozen
class Stint(Record):
    """A stay on the roster: the change that began it, and the one that ended it; None while it goes on."""

    added: Annotated[RosterChange, Text("增员", "addition")]
    removed: Annotated[RosterChange | None, Text("减员", "removal")]


@attrs.frozen
class WorkerHistory(Record):
    """What the roster tells of one worker.

    Args:
        changes: His changes by day of report.
        stints: His stays on the roster, in order.
        misfits: The changes that changed nothing: additions of one already on, removals of one not on.
    """

    changes: Annotated[tuple[RosterChange, ...], Text("变动", "changes")]
    stints: Annotated[tuple[Stint, ...], Text("在册期间", "stays on the roster")]
    misfits: Annotated[tuple[RosterChange, ...], Text("不成立的变动", "changes that changed nothing")]

    @property
    def worker(self) -> WorkerOrKey:
        """The worker as the last change has him."""
        return self.changes[-1].worker


def history_of(changes: list[RosterChange]) -> WorkerHistory:
    """Return what the changes of one worker tell, those of a day in the order in which they fit."""
    in_order = sorted(changes, key=lambda one: (one.reported_on, one.happened_on or one.reported_on))
    stints: list[Stint] = []
    misfits: list[RosterChange] = []
    on: RosterChange | None = None
    for _, reports in groupby(in_order, key=lambda one: one.reported_on):
        waiting: dict[RosterChangeKind, deque[RosterChange]] = {kind: deque() for kind in RosterChangeKind}
        for change in reports:
            waiting[change.kind].append(change)
        while fitting := waiting[RosterChangeKind.ADD if on is None else RosterChangeKind.REMOVE]:
            change = fitting.popleft()
            if on is None:
                on = change
            else:
                stints.append(Stint(on, change))
                on = None
        misfits += [change for left in waiting.values() for change in left]
    if on is not None:
        stints.append(Stint(on, None))
    return WorkerHistory(tuple(in_order), tuple(stints), tuple(misfits))
