"""A case as it was known on a day (截至某日已知的案情): what happened later is not there yet."""

from datetime import date, datetime
from typing import Any, Final, TypeVar, cast

import attrs

from gxinjury.construction.name_changes import NameChange
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.stoppages import WorkStoppage
from gxinjury.facts import check_day, check_instance
from gxinjury.fields import fields_of
from gxinjury.periods import Period, china_day

__all__ = ["R", "as_of", "known_by"]

R = TypeVar("R")

_EVENTS: Final = ("_on", "_at")
"""How the name of a field ends whose day or moment is that of something that happened; others are of what is agreed."""
_LEFT_OUT: Final = ("benefits",)


def as_of(case: ProjectCase, day: date) -> ProjectCase:
    """Return a case as it was known when a day ended: what happened later is left out.

    A change agreed later, papers filed later, an accident, a report, an application, a payment of later days are not
    there; a time that goes on longer ends with the day, a stoppage without an end. What was agreed is there with the
    days that it names, as the end of the acceptance period in papers that were filed; so is what has no day of its own,
    as the relief. The facts of the benefits of an accident or a disease are left out.

    Args:
        case: The case.
        day: The day.

    Raises:
        InvalidFactError: It is no case, or no day.

    >>> from gxinjury.construction import Contract, TermChange
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> extended = TermChange(completion=date(2016, 12, 31), agreed_on=date(2016, 6, 29))
    >>> case = ProjectCase(contract, term_changes=[extended], accepted_on=date(2016, 12, 1))
    >>> as_of(case, date(2016, 6, 10)) == ProjectCase(contract)
    True
    >>> as_of(case, date(2016, 6, 29)) == ProjectCase(contract, term_changes=[extended])
    True
    """
    check_instance("as_of", "case", case, ProjectCase)
    check_day("as_of", "day", day)
    # A case has no day of its own that could be later.
    return cast("ProjectCase", known_by(day, case))


def known_by(day: date, record: R) -> R | None:
    """Return a record as it was known when a day ended; None where what it is about happened later."""
    return cast("R | None", _known(day, record))


def _known(day: date, record: Any) -> Any:  # noqa: ANN401  (any record, or None)
    match record:
        case RosterChange():
            # The report tells the day of the change, be it still to come.
            return record if record.reported_on <= day else None
        case Period():
            return _running(record, day)
        case WorkStoppage() if record.first > day:
            return None
        case WorkStoppage() if record.last is not None and record.last > day:
            return attrs.evolve(record, last=None)
        case NameChange() if not _has_happened(record, day):
            return None
    return _without_later(record, day)


def _running(period: Period, day: date) -> Any:  # noqa: ANN401  (a period or None, whatever the type asked for)
    if period.first > day:
        return None
    return period if period.last is None or period.last <= day else Period(period.first, day)


def _has_happened(change: NameChange, day: date) -> bool:
    """Return whether something of a changed name had happened by a day; one without any day is taken as it stands."""
    days = [one for one in (change.document_on, change.changed_on, change.reported_on) if one is not None]
    return not days or min(days) <= day


def _without_later(record: Any, day: date) -> Any:  # noqa: ANN401  (any record)
    kept: dict[str, Any] = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        known = _value_by(day, field.name, value)
        if known is value:
            continue
        if known is None and not field.optional:
            return None
        kept[field.name] = known
    return attrs.evolve(record, **kept) if kept else record


def _value_by(day: date, name: str, value: Any) -> Any:  # noqa: ANN401  (any fact)
    if name in _LEFT_OUT:
        return None
    if isinstance(value, tuple):
        known = tuple(one for one in (known_by(day, each) for each in value) if one is not None)
        return value if known == value else known
    if isinstance(value, date):
        happened = china_day(value) if isinstance(value, datetime) else value
        return None if name.endswith(_EVENTS) and happened > day else value
    return known_by(day, value) if attrs.has(type(value)) else value
