"""Changes of a roster, told in short."""

from datetime import date
from typing import Any, Final

from gxinjury.construction import (
    RosterChange,
    RosterChangeKind,
    Worker,
    worker_cover,
)
from gxinjury.law import LAW
from gxinjury.law.readings import InitialRoster, RemovalEffect

ADD: Final = RosterChangeKind.ADD
REMOVE: Final = RosterChangeKind.REMOVE
ID: Final = "450103198001011233"
LEAVING: Final = LAW.reading(RemovalEffect.LEAVING_DAY)
SAME_DAY: Final = LAW.reading(RemovalEffect.SAME_DAY)
WITH_PAYMENT: Final = LAW.reading(InitialRoster.WITH_PAYMENT)


def nov(day: int) -> date:
    """Return a day of November 2015."""
    return date(2015, 11, day)


def add(day: date, happened_on: date | None = None, worker: Worker | str = "张三") -> RosterChange:
    """Return the report of an addition."""
    return RosterChange(worker, ADD, day, happened_on)


def remove(day: date, happened_on: date | None = None, worker: Worker | str = "张三") -> RosterChange:
    """Return the report of a removal."""
    return RosterChange(worker, REMOVE, day, happened_on)


def told(changes: Any, **facts: Any) -> list[str]:  # noqa: ANN401  (any facts)
    """Return the worker's cover as text."""
    return [str(period) for period in worker_cover(changes, "张三", **facts)]
