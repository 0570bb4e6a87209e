"""How a duty stands on a day (义务的状态), and what stands beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar

from gxinjury.catalogues import label
from gxinjury.construction.duties import ObligationState
from gxinjury.determination.counting import falls_on_day_off
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.periods import Deadline, DeadlineStatus
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["T", "closed_office", "found", "governs", "noted", "state_of", "without_day"]
T = TypeVar("T")
_DONE: Final = {
    DeadlineStatus.IN_TIME: ObligationState.DONE,
    DeadlineStatus.LATE: ObligationState.DONE_LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}
_NOT_DONE: Final = {
    DeadlineStatus.IN_TIME: ObligationState.OPEN,
    DeadlineStatus.LATE: ObligationState.LATE,
    DeadlineStatus.UNDETERMINED: ObligationState.UNDETERMINED,
}


def state_of(due: Deadline | None, done_on: date | None, on: date) -> ObligationState:
    """Return how a duty with a day stands on a day, ``due`` being None where its day is not known.

    >>> state_of(Deadline.of(date(2016, 5, 31)), None, date(2016, 6, 1)).name
    'LATE'
    """
    if due is None:
        return ObligationState.NO_DAY
    return _NOT_DONE[due.status(on)] if done_on is None else _DONE[due.status(done_on)]


def without_day(done_on: date | None) -> ObligationState:
    """Return how a duty stands that the notice names no day for.

    >>> without_day(None).name, without_day(date(2016, 6, 1)).name
    ('NO_DAY_GIVEN', 'DONE_NO_DAY_GIVEN')
    """
    return ObligationState.NO_DAY_GIVEN if done_on is None else ObligationState.DONE_NO_DAY_GIVEN


def noted(*notes: Text | None) -> Text | None:
    """Return notes as one; None where there is none."""
    told = [note for note in notes if note is not None]
    return Text(zh="；".join(note.zh for note in told), en="; ".join(note.en for note in told)) if told else None


def closed_office(due: Deadline | None, done_on: date | None) -> Text | None:
    """Return that a limit which would roll ends on a day off, unless what it is for was done by then."""
    return None if due is None or (done_on is not None and done_on <= due.raw) else falls_on_day_off(due)


def found(find: Callable[[], T]) -> tuple[T | None, Text | None]:
    """Return what is asked for; where that hangs on something missing, what is. A fact that is wrong stays an error."""
    try:
        return find(), None
    except InvalidFactError as error:
        if error.value is not None:
            raise
        name = label("gxinjury.construction", f"{error.record}.{error.field}", error.field)
        return None, Text(zh=f"“{name.zh}”{error.rule.zh}", en=f"{name.en}: {error.rule.en}")
    except (NotInForceError, OutOfScopeError) as error:
        return None, error.message


def governs(figure: Timeline[Any], day: date | None) -> bool:
    """Return whether a figure is in force on a day; where the day is not known, it may be."""
    return day is None or any(first <= day for first in figure.days())
