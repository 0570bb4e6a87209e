"""A project as a case (项目案情): its contract, and what became of it as far as it is known."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from gxinjury.construction.accidents import Accident
from gxinjury.construction.contracts import (
    Contract,
    Payment,
    PriceChange,
    TermChange,
    WorkStoppage,
    check_contract,
    price_changes_in_order,
    term_changes_in_order,
)
from gxinjury.construction.delay import DelayFiling
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.premium import check_relief
from gxinjury.construction.registration import NameChange
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.warranty import Warranty
from gxinjury.facts import check_instance, check_not_before, check_optional_day, records
from gxinjury.money import Rate

_DAYS: Final = (
    "started_on",
    "completed_on",
    "accepted_on",
    "funded_on",
    "budgeted_on",
    "permit_papers_on",
    "posted_on",
    "told_on",
)


def _payments(values: Iterable[Payment]) -> tuple[Payment, ...]:
    return records("ProjectCase", "payments", values, Payment)


def _price_changes(values: Iterable[PriceChange]) -> tuple[PriceChange, ...]:
    return records("ProjectCase", "price_changes", values, PriceChange)


def _term_changes(values: Iterable[TermChange]) -> tuple[TermChange, ...]:
    return records("ProjectCase", "term_changes", values, TermChange)


def _stoppages(values: Iterable[WorkStoppage]) -> tuple[WorkStoppage, ...]:
    return records("ProjectCase", "stoppages", values, WorkStoppage)


def _roster(values: Iterable[RosterChange]) -> tuple[RosterChange, ...]:
    return records("ProjectCase", "roster", values, RosterChange)


def _accidents(values: Iterable[Accident]) -> tuple[Accident, ...]:
    return records("ProjectCase", "accidents", values, Accident)


def _diseases(values: Iterable[OccupationalDisease]) -> tuple[OccupationalDisease, ...]:
    return records("ProjectCase", "diseases", values, OccupationalDisease)


def _name_changes(values: Iterable[NameChange]) -> tuple[NameChange, ...]:
    return records("ProjectCase", "name_changes", values, NameChange)


@attrs.frozen
class ProjectCase:
    """What became of a project (项目案情), as far as it is known.

    Args:
        contract: The contract as concluded.
        payments: What was paid, in any order.
        started_on: The day work started; None: the contractual commencement.
        completed_on: The day the works were completed, before acceptance; None where unknown.
        accepted_on: The day completion was accepted; None while it is not.
        price_changes: Changes of the contract price, in any order.
        term_changes: Changes of the contractual completion, in any order.
        relief: The share of the rate that is temporarily remitted; None for none.
        delay: The papers of a delayed completion; None where none were filed.
        warranty: The warranty, where there is one.
        roster: The changes of the roster, in any order.
        accidents: The accidents of workers of the project.
        name_changes: Changed names of the project or of the general contractor.
        funded_on: The day the owner handed the premium over to the general contractor; None where unknown.
        stoppages: The times in which the works stood still; the term does not move for them.
        budgeted_on: The day the owner listed the premium by itself in the budget estimate; None where it has not.
        permit_papers_on: The day form and receipt were handed in for the construction permit; None where they were not.
        posted_on: The day the enrolment was posted at the site; None while it is not.
        told_on: The day the workers were told, in the uniform format, what they are entitled to; None while not.
        diseases: The occupational diseases of workers of the project.

    Raises:
        InvalidFactError: A fact breaks a rule of input, by itself or beside the others.

    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> ProjectCase(contract, accepted_on=date(2016, 6, 1), completed_on=date(2016, 6, 2))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: ProjectCase.accepted_on must not be before completed_on (2016-06-02), got \
2016-06-01
    """

    contract: Contract
    payments: tuple[Payment, ...] = attrs.field(default=(), converter=_payments)
    started_on: date | None = None
    completed_on: date | None = None
    accepted_on: date | None = None
    price_changes: tuple[PriceChange, ...] = attrs.field(default=(), converter=_price_changes)
    term_changes: tuple[TermChange, ...] = attrs.field(default=(), converter=_term_changes)
    relief: Rate | None = None
    delay: DelayFiling | None = None
    warranty: Warranty | None = None
    roster: tuple[RosterChange, ...] = attrs.field(default=(), converter=_roster)
    accidents: tuple[Accident, ...] = attrs.field(default=(), converter=_accidents)
    name_changes: tuple[NameChange, ...] = attrs.field(default=(), converter=_name_changes)
    funded_on: date | None = None
    stoppages: tuple[WorkStoppage, ...] = attrs.field(default=(), converter=_stoppages)
    budgeted_on: date | None = None
    permit_papers_on: date | None = None
    posted_on: date | None = None
    told_on: date | None = None
    diseases: tuple[OccupationalDisease, ...] = attrs.field(default=(), converter=_diseases)

    def __attrs_post_init__(self) -> None:
        check_contract("ProjectCase", self.contract)
        for field in _DAYS:
            check_optional_day("ProjectCase", field, getattr(self, field))
        if self.accepted_on is not None and self.completed_on is not None:
            check_not_before("ProjectCase", "accepted_on", self.accepted_on, "completed_on", self.completed_on)
        price_changes_in_order("ProjectCase", self.contract, self.price_changes)
        term_changes_in_order("ProjectCase", self.contract, self.term_changes)
        check_relief("ProjectCase", self.relief)
        if self.delay is not None:
            check_instance("ProjectCase", "delay", self.delay, DelayFiling)
        if self.warranty is not None:
            check_instance("ProjectCase", "warranty", self.warranty, Warranty)

    @property
    def start(self) -> date:
        """The day work started, the actual one where it is known, else the contractual commencement."""
        return self.contract.commencement if self.started_on is None else self.started_on

    @property
    def first_paid_on(self) -> date | None:
        """The day of the first payment, on which the project enrolled; None without one."""
        return min((payment.paid_on for payment in self.payments), default=None)
