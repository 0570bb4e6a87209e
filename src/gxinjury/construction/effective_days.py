"""When a report of the roster takes effect (花名册申报的生效): the first insured day, and the last."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_history import Stint
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import InitialRoster, RemovalEffect
from gxinjury.periods import Period, day_after, day_before
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = [
    "ReportEffect",
    "awaits_effect",
    "days_from",
    "effect_of",
    "effective_day",
    "first_day",
    "is_initial",
    "last_day",
    "last_insured_day",
]

_PAYMENT_NEEDED: Final = FactRule(
    zh="须提供缴费日：按这一口径，随参保登记报送的花名册自缴费之日起生效",
    en="must be given: by this reading the roster filed with the registration takes effect on the day of payment",
    code="payment_day_missing",
)
_DEPARTURE_NEEDED: Final = FactRule(
    zh="须提供离场日（职工 {worker}，减员申报于 {day}）",
    en="must be given by this reading, the day he left (worker {worker}, removal reported on {day})",
    code="departure_day_missing",
)


@attrs.frozen
class ReportEffect(Record):
    """When reports take effect, as the law asked reads it."""

    initial: Annotated[InitialRoster, Text("首份花名册的生效", "effect of the first roster")]
    removal: Annotated[RemovalEffect, Text("减员的生效", "effect of removals")]
    paid_on: Annotated[date | None, Text("缴费日", "paid on")]


def is_initial(change: RosterChange, paid_on: date | None) -> bool:
    """Return whether a change belongs to the roster filed with the registration: reported by the day of payment."""
    return paid_on is not None and change.reported_on <= paid_on


def first_day(added: RosterChange, initial: InitialRoster, paid_on: date | None) -> date:
    """Return the first insured day of a worker added, the first roster read in one way."""
    if initial is InitialRoster.WITH_PAYMENT and paid_on is not None and is_initial(added, paid_on):
        return paid_on
    return day_after(added.reported_on)


def last_day(removed: RosterChange, removal: RemovalEffect) -> date:
    """Return the last insured day of a worker removed, removals read in one way."""
    if removal is RemovalEffect.DAY_AFTER:
        return removed.reported_on
    if removal is RemovalEffect.SAME_DAY:
        return day_before(removed.reported_on)
    if removed.happened_on is not None:
        return removed.happened_on
    who = {"worker": removed.worker, "day": removed.reported_on}
    raise InvalidFactError("RosterChange", "happened_on", _DEPARTURE_NEEDED.filled(who), None)


def _initial(first_report: date, paid_on: date | None, law: Law) -> InitialRoster:
    """Return how the law reads the first roster; it is not asked where all reports come after the payment."""
    if paid_on is not None and first_report > paid_on:
        return InitialRoster.DAY_AFTER
    initial = law.choice(InitialRoster)
    if initial is InitialRoster.WITH_PAYMENT and paid_on is None:
        raise InvalidFactError("Roster", "paid_on", _PAYMENT_NEEDED, None)
    return initial


@rule(NN.clause("3.1.2"), Text("增员生效之日", "first insured day of a worker added"))
def effective_day(added: RosterChange, paid_on: date | None, law: Law) -> date:
    """First insured day of a worker added (NN-3.1.2): the day after the report.

    By another reading a roster filed with the registration takes effect on the day of payment.

    Raises:
        InvalidFactError: That reading is asked for and the day of payment is not known.

    >>> from gxinjury import LAW
    >>> effective_day(RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28)), None, LAW)
    datetime.date(2015, 11, 29)
    """
    return first_day(added, _initial(added.reported_on, paid_on, law), paid_on)


@rule(NN.clause("3.1.2"), Text("减员后最后的参保日", "last insured day of a worker removed"))
def last_insured_day(removed: RosterChange, law: Law) -> date:
    """Last insured day of a worker removed (NN-3.1.2): the day of the report, the day before, or the day he left.

    Raises:
        InvalidFactError: The reading asks for the day he left, which is not known.

    >>> from gxinjury import LAW
    >>> last_insured_day(RosterChange("张三", RosterChangeKind.REMOVE, date(2015, 12, 10)), LAW)
    datetime.date(2015, 12, 10)
    """
    return last_day(removed, law.choice(RemovalEffect))


def effect_of(changes: Iterable[RosterChange], paid_on: date | None, law: Law) -> ReportEffect:
    """Return when reports take effect; a reading is asked for once, and only where one of the changes turns on it."""
    initial, removal = InitialRoster.DAY_AFTER, RemovalEffect.DAY_AFTER
    reported = {kind: [one.reported_on for one in changes if one.kind is kind] for kind in RosterChangeKind}
    if reported[RosterChangeKind.ADD]:
        initial = _initial(min(reported[RosterChangeKind.ADD]), paid_on, law)
    if reported[RosterChangeKind.REMOVE]:
        removal = law.choice(RemovalEffect)
    return ReportEffect(initial, removal, paid_on)


def days_from(first: date, last: date | None) -> tuple[Period, ...]:
    """Return the days from the first to the last; none where the last comes before."""
    return () if last is not None and last < first else (Period(first, last),)


def awaits_effect(stint: Stint, day: date, paid_on: date, law: Law) -> bool:
    """Return whether on a day a stay on the roster is reported, not yet in effect and not taken back."""
    if stint.removed is not None and stint.removed.reported_on <= day:
        return False
    return stint.added.reported_on <= day < effective_day(stint.added, paid_on, law)
