"""The roster (花名册): who was reported on and off it, and from which day to which each worker is insured.

The notice: a change in a month is reported by the end of that month, the listed workers are the insured persons, and
their insurance takes effect the day after the report. Reports are taken in the order of their days. Within one day the
report that fits comes first: for a worker on the roster his removal, for one off it his addition. A report that does
not fit (adding somebody who is on, removing somebody who is not) changes nothing and is a finding.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Final

import attrs

from gxinjury.construction.effective_days import (
    ReportEffect,
    days_from,
    first_day,
    last_day,
)
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.roster_history import WorkerHistory, history_of
from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker, key_of, name_of, number_of
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.periods import Period, merged
from gxinjury.privacy import AnyText
from gxinjury.records import Record, check_facts, several
from gxinjury.texts import Text

__all__ = ["Roster", "roster_of"]

_SEVERAL_OF_THE_NAME: Final = FactRule(
    zh="须以身份证号指明：花名册上同名者不止一人",
    en="must be told by the resident id: the roster has more than one worker of that name",
    code="several_of_the_name",
)
_NO_HISTORY: Final = WorkerHistory((), (), ())


@attrs.frozen
class Roster(Record):
    """The changes of a project's roster, indexed by worker.

    Every question on changes takes a Roster in their place; who asks more than one of the same changes makes one first,
    so that they are sorted once.

    Args:
        changes: The changes, in any order.

    >>> from datetime import date
    >>> from gxinjury.construction import RosterChangeKind
    >>> roster = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))])
    >>> len(roster), list(roster.histories)
    (1, ['张三'])
    """

    changes: Annotated[tuple[RosterChange, ...], Text("变动", "changes")] = attrs.field(converter=several)
    _covers: dict[object, Mapping[AnyText, tuple[Period, ...]]] = attrs.field(
        init=False, factory=dict, repr=False, eq=False
    )

    __attrs_post_init__ = check_facts

    def __iter__(self) -> Iterator[RosterChange]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @cached_property
    def histories(self) -> Mapping[AnyText, WorkerHistory]:
        """Each worker's history by what he is known by, in the order in which they first come up."""
        by_worker: dict[AnyText, list[RosterChange]] = {}
        for change in self.changes:
            by_worker.setdefault(key_of(change.worker), []).append(change)
        return {key: history_of(changes) for key, changes in by_worker.items()}

    @cached_property
    def _namesakes(self) -> Mapping[AnyText, tuple[AnyText, ...]]:
        """What the workers of each name are known by."""
        keys: dict[AnyText, dict[AnyText, None]] = {}
        for change in self.changes:
            keys.setdefault(name_of(change.worker), {})[key_of(change.worker)] = None
        return {name: tuple(known) for name, known in keys.items()}

    def key(self, worker: WorkerOrKey, record: str = "Roster") -> AnyText:
        """Return what the roster knows a worker by; what he is told by where it does not list him.

        A name stands for the only worker of that name; a worker who is told with his id stands for the name where the
        roster has the name only.

        Args:
            worker: The worker, or the text that he is told by.
            record: The record that tells of him, for the error.

        Raises:
            InvalidFactError: It is neither a Worker nor a text that names one, or several workers have the name.

        >>> from datetime import date
        >>> from gxinjury.construction import RosterChangeKind, Worker
        >>> zhang = Worker("张三", "450103198001011233")
        >>> roster = Roster([RosterChange(zhang, RosterChangeKind.ADD, date(2015, 11, 28))])
        >>> roster.key("张三") == "450103198001011233", roster.key("李四")
        (True, '李四')
        """
        check_worker(record, "worker", worker)
        told = as_worker(worker)
        key = key_of(told)
        if key in self.histories:
            return key
        keys = self._namesakes.get(name_of(told), ())
        if number_of(told) is not None:
            keys = tuple(one for one in keys if one == name_of(told))
        if len(keys) > 1:
            raise InvalidFactError(record, "worker", _SEVERAL_OF_THE_NAME, told)
        return keys[0] if keys else key

    def history(self, worker: WorkerOrKey) -> WorkerHistory:
        """Return what the roster tells of a worker: nothing for one who is not in it.

        Raises:
            InvalidFactError: As :meth:`key` raises it.
        """
        return self.histories.get(self.key(worker), _NO_HISTORY)

    def listed_as(self, worker: WorkerOrKey) -> WorkerOrKey:
        """Return a worker as the last change has him, whether told by id or by name; as given if not listed."""
        history = self.history(worker)
        return history.worker if history.changes else as_worker(worker)

    def covers(self, effect: ReportEffect) -> Mapping[AnyText, tuple[Period, ...]]:
        """Return each worker's cover by what he is known by, computed once for a way to read the reports."""
        known = self._covers.get(effect)
        if known is None:
            known = {key: _cover(history, effect) for key, history in self.histories.items()}
            self._covers[effect] = known
        return known


def roster_of(changes: Iterable[RosterChange]) -> Roster:
    """Return the changes as a Roster, which stays the same where it is one already."""
    return changes if isinstance(changes, Roster) else Roster(changes)


def _cover(history: WorkerHistory, effect: ReportEffect) -> tuple[Period, ...]:
    days: list[Period] = []
    for stint in history.stints:
        last = None if stint.removed is None else last_day(stint.removed, effect.removal)
        days += days_from(first_day(stint.added, effect.initial, effect.paid_on), last)
    return merged(days) if len(days) > 1 else tuple(days)
