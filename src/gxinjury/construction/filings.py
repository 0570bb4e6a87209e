"""What was done about an injury or a disease (事故与职业病的处理经过): applied for, accepted, determined, assessed."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from gxinjury.determination import (
    DatedCost,
)
from gxinjury.facts import check_not_before

__all__ = ["check_costs", "check_filings", "first_filing"]


class _Handled(Protocol):
    """What an accident and an occupational disease have in common here."""

    @property
    def employer_filed_on(self) -> date | None:
        """The day the employer applied for a determination; None where it has not."""

    @property
    def others_filed_on(self) -> date | None:
        """The day the worker, a close relative or a union applied; None where none has."""

    @property
    def accepted_on(self) -> date | None:
        """The day the authority accepted the application; None while it has not."""


def _filings_of(handled: _Handled) -> list[tuple[date, str]]:
    """Return the days of the applications, each with the name of its field."""
    filings = ((handled.employer_filed_on, "employer_filed_on"), (handled.others_filed_on, "others_filed_on"))
    return [(filed_on, field) for filed_on, field in filings if filed_on is not None]


def first_filing(handled: _Handled) -> date | None:
    """Return the day of the first application; where only its acceptance is known, that; None where nobody applied."""
    return min((filed_on for filed_on, _ in _filings_of(handled)), default=handled.accepted_on)


def check_filings(record: str, handled: _Handled) -> None:
    """Refuse an application accepted before anybody applied.

    Raises:
        InvalidFactError: It was.
    """
    if handled.accepted_on is not None and (filings := _filings_of(handled)):
        filed_on, field = min(filings)
        check_not_before(record, "accepted_on", handled.accepted_on, field, filed_on)


def check_costs(record: str, costs: Iterable[DatedCost], other: str, first: date) -> None:
    """Refuse costs that were incurred before a day, which the message names.

    Raises:
        InvalidFactError: They were.
    """
    for position, cost in enumerate(costs):
        check_not_before(record, f"costs[{position}].incurred_on", cost.incurred_on, other, first)
