"""Last month's roster held against this month's (两个月花名册的比对): who joined, who left, what changed.

Annex 2 lists who is added and who is removed. Whoever is not on this month's is not taken to have left: where an office
lists changes only, nothing changed of him, and where it lists everybody, somebody should ask.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Final

import attrs

from gxinjury.construction.roster_changes import RosterChangeKind
from gxinjury.construction.roster_form import RosterEntry, RosterForm
from gxinjury.construction.workers import Worker
from gxinjury.facts import check_instance
from gxinjury.fields import field_named
from gxinjury.privacy import AnyText
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["ChangedEntry", "RosterMonths", "compare_rosters"]

_COMPARED: Final = (
    (Worker, "name"),
    (Worker, "sex"),
    (Worker, "resident_id"),
    (RosterEntry, "monthly_wage"),
    (RosterEntry, "enrolled_on"),
)


@attrs.frozen
class ChangedEntry(Record):
    """A worker of both lists of whom they tell otherwise."""

    before: Annotated[RosterEntry, Text("上月", "last month")]
    after: Annotated[RosterEntry, Text("本月", "this month")]

    @property
    def differences(self) -> tuple[tuple[Text, object, object], ...]:
        """What differs, by its name, last month's value, this month's.

        >>> before = RosterEntry(Worker("张三"), RosterChangeKind.ADD, monthly_wage="3500")
        >>> changed = ChangedEntry(before, attrs.evolve(before, monthly_wage="4000"))
        >>> [(label.en, str(old), str(new)) for label, old, new in changed.differences]
        [('monthly wage', '3500', '4000')]
        """
        pairs = zip(_COMPARED, _values(self.before), _values(self.after), strict=True)
        return tuple((field_named(*field).label, before, now) for field, before, now in pairs if before != now)


@attrs.frozen
class RosterMonths(Record):
    """Two months' rosters held against each other.

    Args:
        joined: Added this month, and not on last month's.
        left: Removed this month.
        changed: On both, and told otherwise.
        unchanged: On both, told the same.
        not_listed: On last month's, and not on this month's.
        removed_unlisted: Removed this month, though not on last month's.
        twice: Who stands more than once on this month's; the last row counts.
    """

    joined: Annotated[tuple[RosterEntry, ...], Text("本月新增", "joined")]
    left: Annotated[tuple[RosterEntry, ...], Text("本月减少", "left")]
    changed: Annotated[tuple[ChangedEntry, ...], Text("信息有变化", "changed")]
    unchanged: Annotated[tuple[RosterEntry, ...], Text("无变化", "unchanged")]
    not_listed: Annotated[tuple[RosterEntry, ...], Text("上月在册、本月未列", "not listed any more")]
    removed_unlisted: Annotated[tuple[RosterEntry, ...], Text("本月减少、上月不在册", "removed, though not listed")]
    twice: Annotated[tuple[RosterEntry, ...], Text("本月重复列出", "listed twice")]


def compare_rosters(last: RosterForm, this: RosterForm) -> RosterMonths:
    """Return last month's roster held against this month's, in the order of the lists.

    A worker is known by the id; where one list has none for him, by the name, if it is his alone in both.

    Args:
        last: Last month's annex 2.
        this: This month's.

    Raises:
        InvalidFactError: One is no RosterForm.

    >>> from datetime import date
    >>> add, remove = RosterChangeKind.ADD, RosterChangeKind.REMOVE
    >>> last = RosterForm(date(2015, 11, 28), [RosterEntry(Worker("张三"), add), RosterEntry(Worker("李四"), add)])
    >>> this = RosterForm(date(2015, 12, 28), [RosterEntry(Worker("张三"), remove), RosterEntry(Worker("王五"), add)])
    >>> found = compare_rosters(last, this)
    >>> [[one.worker.name for one in some] for some in (found.joined, found.left, found.not_listed)]
    [['王五'], ['张三'], ['李四']]
    """
    check_instance("compare_rosters", "last", last, RosterForm)
    check_instance("compare_rosters", "this", this, RosterForm)
    before, now = _latest(last.entries), _latest(this.entries)
    pairs = dict(_pairs(before, now))
    is_on = {at for at, entry in enumerate(before) if entry.kind is RosterChangeKind.ADD}
    added = [at for at, entry in enumerate(now) if entry.kind is RosterChangeKind.ADD]
    removed = [at for at, entry in enumerate(now) if entry.kind is RosterChangeKind.REMOVE]
    both = [ChangedEntry(before[pairs[at]], now[at]) for at in added if pairs.get(at) in is_on]
    gone = is_on.difference(pairs.values())
    rows = Counter(entry.worker.key for entry in this.entries)
    return RosterMonths(
        joined=tuple(now[at] for at in added if pairs.get(at) not in is_on),
        left=tuple(now[at] for at in removed if pairs.get(at) in is_on),
        changed=tuple(one for one in both if one.differences),
        unchanged=tuple(one.after for one in both if not one.differences),
        not_listed=tuple(entry for at, entry in enumerate(before) if at in gone),
        removed_unlisted=tuple(now[at] for at in removed if pairs.get(at) not in is_on),
        twice=tuple(entry for entry in now if rows[entry.worker.key] > 1),
    )


def _values(entry: RosterEntry) -> tuple[object, ...]:
    worker = entry.worker
    return worker.name, worker.sex, worker.resident_id, entry.monthly_wage, entry.enrolled_on


def _latest(entries: Sequence[RosterEntry]) -> list[RosterEntry]:
    """Return the last row of each worker."""
    return list({entry.worker.key: entry for entry in entries}.values())


def _pairs(before: Sequence[RosterEntry], now: Sequence[RosterEntry]) -> Iterator[tuple[int, int]]:
    """Yield by position which of this month's is which of last month's."""
    by_key = {entry.worker.key: at for at, entry in enumerate(before)}
    of_name = _by_name(before)
    alone = {name for name, rows in _by_name(now).items() if len(rows) == 1}
    for at, entry in enumerate(now):
        namesakes = of_name.get(entry.worker.name, ())
        if entry.worker.key in by_key:
            yield at, by_key[entry.worker.key]
        elif len(namesakes) == 1 and entry.worker.name in alone:
            [other] = namesakes
            if entry.worker.resident_id is None or before[other].worker.resident_id is None:
                yield at, other


def _by_name(entries: Sequence[RosterEntry]) -> dict[AnyText, list[int]]:
    names: dict[AnyText, list[int]] = {}
    for at, entry in enumerate(entries):
        names.setdefault(entry.worker.name, []).append(at)
    return names
