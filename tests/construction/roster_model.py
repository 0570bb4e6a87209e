"""The roster told a second time, naively: walked day by day, a worker being on it or off it.

Days are ordinals in a window; what a worker is insured on is a set of them. Nothing here uses periods or the index.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from gxinjury.construction import RosterChange, RosterChangeKind
from gxinjury.law.readings import InitialRoster, RemovalEffect

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE


def insured_days(
    changes: Iterable[RosterChange],
    window: range,
    *,
    removal: RemovalEffect = RemovalEffect.DAY_AFTER,
    initial: InitialRoster = InitialRoster.DAY_AFTER,
    paid_on: date | None = None,
) -> set[int]:
    """Return the days of a window on which one worker is insured by his changes."""
    insured: set[int] = set()
    first = None
    for today in window:
        adds, removes = (
            sorted(
                (one for one in changes if one.kind is kind and one.reported_on.toordinal() == today),
                key=lambda one: one.happened_on or one.reported_on,
            )
            for kind in (ADD, REMOVE)
        )
        while adds if first is None else removes:
            if first is None:
                adds.pop(0)
                first = today + 1
                if initial is InitialRoster.WITH_PAYMENT and paid_on is not None and today <= paid_on.toordinal():
                    first = paid_on.toordinal()
            else:
                removed = removes.pop(0)
                insured |= {day for day in window if first <= day <= _last(removed, removal)}
                first = None
    if first is not None:
        insured |= {day for day in window if day >= first}
    return insured


def _last(removed: RosterChange, removal: RemovalEffect) -> int:
    reported = removed.reported_on.toordinal()
    left = reported if removed.happened_on is None else removed.happened_on.toordinal()
    return {RemovalEffect.DAY_AFTER: reported, RemovalEffect.SAME_DAY: reported - 1, RemovalEffect.LEAVING_DAY: left}[
        removal
    ]


def misfits(changes: Sequence[RosterChange]) -> int:
    """Return how many changes of one worker change nothing: by day, what is left when the others are paired off."""
    on = False
    left_over = 0
    for day in sorted({one.reported_on for one in changes}):
        kinds = [one.kind for one in changes if one.reported_on == day]
        adds, removes = kinds.count(ADD), kinds.count(REMOVE)
        while adds if not on else removes:
            adds, removes, on = (adds - 1, removes, True) if not on else (adds, removes - 1, False)
        left_over += adds + removes
    return left_over
