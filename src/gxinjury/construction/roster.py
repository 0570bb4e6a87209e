"""The roster (花名册): who was reported on and off it, and from which day to which each worker is insured.

The notice: a change in a month is reported by the end of that month, the listed workers are the insured persons, and
their insurance takes effect the day after the report. Reports are taken in the order of their days. Within one day the
report that fits comes first: for a worker on the roster his removal, for one off it his addition. A report that does
not fit (adding somebody who is on, removing somebody who is not) changes nothing and is a finding.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Annotated, Final

import attrs

from gxinjury.construction.effects import (
    ReportEffect,
    effect_of,
    effective_day,
    first_day,
    last_day,
    last_insured_day,
)
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker, key_of, name_of, number_of
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, merged, month_end, months_after
from gxinjury.records import check_facts, several
from gxinjury.texts import Text

_SEVERAL_OF_THE_NAME: Final = FactRule(
    zh="须以身份证号指明：花名册上同名者不止一人",
    en="must be told by the resident id: the roster has more than one worker of that name",
    code="several_of_the_name",
)


@attrs.frozen
class Stint:
    """A stay on the roster: the change that began it, and the one that ended it; None while it goes on."""

    added: Annotated[RosterChange, Text("增员", "addition")]
    removed: Annotated[RosterChange | None, Text("减员", "removal")]


@attrs.frozen
class WorkerHistory:
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


_NO_HISTORY: Final = WorkerHistory((), (), ())


@attrs.frozen
class Roster:
    """The changes of a project's roster, indexed by worker.

    Every question on changes takes a Roster in their place; who asks more than one of the same changes makes one first,
    so that they are sorted once.

    Args:
        changes: The changes, in any order.

    >>> roster = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))])
    >>> len(roster), list(roster.histories)
    (1, ['张三'])
    """

    changes: Annotated[tuple[RosterChange, ...], Text("变动", "changes")] = attrs.field(converter=several)
    _covers: dict[object, Mapping[str, tuple[Period, ...]]] = attrs.field(
        init=False, factory=dict, repr=False, eq=False
    )

    __attrs_post_init__ = check_facts

    def __iter__(self) -> Iterator[RosterChange]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @cached_property
    def histories(self) -> Mapping[str, WorkerHistory]:
        """Each worker's history by what he is known by, in the order in which they first come up."""
        by_worker: dict[str, list[RosterChange]] = {}
        for change in self.changes:
            by_worker.setdefault(key_of(change.worker), []).append(change)
        return {key: _history(changes) for key, changes in by_worker.items()}

    @cached_property
    def _namesakes(self) -> Mapping[str, tuple[str, ...]]:
        """What the workers of each name are known by."""
        keys: dict[str, dict[str, None]] = {}
        for change in self.changes:
            keys.setdefault(name_of(change.worker), {})[key_of(change.worker)] = None
        return {name: tuple(known) for name, known in keys.items()}

    def key(self, worker: WorkerOrKey, record: str = "Roster") -> str:
        """Return what the roster knows a worker by; what he is told by where it does not list him.

        A name stands for the only worker of that name; a worker who is told with his id stands for the name where the
        roster has the name only.

        Args:
            worker: The worker, or the text that he is told by.
            record: The record that tells of him, for the error.

        Raises:
            InvalidFactError: It is neither a Worker nor a text that names one, or several workers have the name.

        >>> from gxinjury.construction import Worker
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

    def covers(self, effect: ReportEffect) -> Mapping[str, tuple[Period, ...]]:
        """Return each worker's cover by what he is known by, computed once for a way to read the reports."""
        known = self._covers.get(effect)
        if known is None:
            known = {key: _cover(history, effect) for key, history in self.histories.items()}
            self._covers[effect] = known
        return known


def roster_of(changes: Iterable[RosterChange]) -> Roster:
    """Return the changes as a Roster, which stays the same where it is one already."""
    return changes if isinstance(changes, Roster) else Roster(changes)


def _history(changes: list[RosterChange]) -> WorkerHistory:
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


def _days(first: date, last: date | None) -> tuple[Period, ...]:
    """Return the days from the first to the last; none where the last comes before."""
    return () if last is not None and last < first else (Period(first, last),)


def _cover(history: WorkerHistory, effect: ReportEffect) -> tuple[Period, ...]:
    days: list[Period] = []
    for stint in history.stints:
        last = None if stint.removed is None else last_day(stint.removed, effect.removal)
        days += _days(first_day(stint.added, effect.initial, effect.paid_on), last)
    return merged(days) if len(days) > 1 else tuple(days)


@rule(NN.clause("3.1.2"), Text("职工依花名册的参保期间", "cover that the roster gives the worker"))
def worker_cover(
    changes: Iterable[RosterChange], worker: WorkerOrKey, *, paid_on: date | None = None, law: Law = LAW
) -> tuple[Period, ...]:
    """Cover that the roster gives a worker (NN-3.1.2); he is insured on the days that the project is covered too.

    Args:
        changes: The changes, in any order, or a :class:`Roster`.
        worker: The worker, or the text that the changes know him by; a name stands for the only one of that name.
        paid_on: The day the premium was paid: what was reported by then is the roster filed with the registration. It
            matters to the reading ``InitialRoster.WITH_PAYMENT`` only.
        law: The law asked.

    Returns:
        The insured days as the fewest periods in order; none for a worker who was never on the roster.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the reading asked for needs a day that is not known.

    >>> changes = [RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28))]
    >>> [str(period) for period in worker_cover(changes, "张三")]
    ['2015-11-29..']
    """
    roster = roster_of(changes)
    check_optional_day("worker_cover", "paid_on", paid_on)
    days: list[Period] = []
    for stint in roster.history(worker).stints:
        last = None if stint.removed is None else last_insured_day(stint.removed, law)
        days += _days(effective_day(stint.added, paid_on, law), last)
    return merged(days)


@rule(NN.clause("3.1.1"), Text("当日参保的职工", "workers insured on the day"))
def insured_on(
    changes: Iterable[RosterChange], day: date, *, paid_on: date | None = None, law: Law = LAW
) -> tuple[WorkerOrKey, ...]:
    """Workers whom the roster insures on a day (NN-3.1.1), in the order in which they first come up.

    Args:
        changes: The changes, in any order, or a :class:`Roster`.
        day: The day.
        paid_on: The day the premium was paid; as for :func:`worker_cover`.
        law: The law asked.

    Returns:
        Each worker as the last change has him.

    Raises:
        InvalidFactError: As :func:`worker_cover` raises it.

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


@rule(NN.clause("3.1.1"), Text("人员增减申报的最后一日", "last day to report a change of the roster"))
def roster_deadline(happened_on: date, *, law: Law = LAW) -> date:
    """Last day to report a change of the roster: the end of its month (NN-3.1.1), a fixed day that does not roll.

    Args:
        happened_on: The day of the change.
        law: The law asked.

    Raises:
        InvalidFactError: It is no day.
        NotInForceError: The notice is not in force on that day.

    >>> roster_deadline(date(2015, 11, 28))
    datetime.date(2015, 11, 30)
    """
    check_day("roster_deadline", "happened_on", happened_on)
    return month_end(months_after(happened_on, law.roster_months.on(happened_on)))


def limit_of(happened_on: date | None, law: Law) -> date | None:
    """Return the last day to report a change of a day; None where that is not known or lies before the notice."""
    if happened_on is None or not any(first <= happened_on for first in law.roster_months.days()):
        return None
    return roster_deadline(happened_on, law=law)
