"""Strategies of whole projects (完整事例): facts that fit together, and the bills that follow from them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    PremiumBill,
    PriceChange,
    TermChange,
    Warranty,
    project_premium,
)
from gxinjury.extra.strategies.contracts import (
    contracts,
    delay_filings,
    payments,
    price_changes,
    term_changes,
    warranties,
)
from gxinjury.extra.strategies.facts import FIRST_DAY, LAST_DAY, days, later, rates
from gxinjury.law import LAW, Law
from gxinjury.money import Rate

T = TypeVar("T")


@attrs.frozen
class ConstructionCase:
    """A construction project with facts that fit together: each question on it is answered, under every reading.

    Args:
        contract: The contract.
        paid_on: The day the premium is paid, not after the term as it then stands.
        started_on: The day work started, where known.
        price_changes: The changes of price.
        term_changes: The changes of the term.
        relief: The temporary relief, if any.
        payments: What was paid.
        accepted_on: The day completion was accepted, where it is.
        completed_on: The day the works were completed; known where there is a warranty.
        delay: The delay papers, where filed.
        warranty: The warranty, where one is looked at.
    """

    contract: Contract
    paid_on: date
    started_on: date | None = None
    price_changes: tuple[PriceChange, ...] = ()
    term_changes: tuple[TermChange, ...] = ()
    relief: Rate | None = None
    payments: tuple[Payment, ...] = ()
    accepted_on: date | None = None
    completed_on: date | None = None
    delay: DelayFiling | None = None
    warranty: Warranty | None = None

    @property
    def premium_facts(self) -> dict[str, Any]:
        """The facts that ``project_premium`` takes, by name, the contract among them."""
        names = ("contract", "paid_on", "started_on", "price_changes", "term_changes", "relief")
        return {name: getattr(self, name) for name in names}

    @property
    def cover_facts(self) -> dict[str, Any]:
        """The facts that ``project_cover`` takes, by name, the contract among them."""
        names = ("contract", "paid_on", "accepted_on", "completed_on", "term_changes", "delay", "warranty")
        return {name: getattr(self, name) for name in names}


def _maybe(some: Callable[[], st.SearchStrategy[T]]) -> st.SearchStrategy[T | None]:
    return st.none() | st.deferred(some)


@st.composite
def construction_cases(draw: st.DrawFn, *, highest: Decimal | int | str = 10**12) -> ConstructionCase:
    """Construction projects with facts that fit together; no change, no delay and no warranty the plainest.

    Args:
        draw: Given by Hypothesis.
        highest: The highest price, in yuan.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(construction_cases())
    ... def no_project_pays_after_its_term(case):
    ...     assert case.paid_on <= max([case.contract.completion, *(one.completion for one in case.term_changes)])
    >>> no_project_pays_after_its_term()
    """
    contract = draw(contracts(first=date(2013, 7, 1), completing_from=FIRST_DAY, highest=highest))
    earliest = max(FIRST_DAY, later(contract.commencement, -60))
    paid_on = draw(days(earliest, max(earliest, min(contract.completion, LAST_DAY))))
    changes = draw(price_changes(contract))
    # No term is moved to before a day on which a share of it is asked for.
    asked = max([paid_on, *(change.agreed_on for change in changes)])
    terms = draw(term_changes(contract, not_before=asked))
    completed_on = draw(_maybe(lambda: days(paid_on, later(max(paid_on, contract.completion), 120))))
    accepted_on = None
    warranty = None
    if completed_on is not None:
        accepted_on = later(completed_on, draw(st.integers(0, 40)))
        warranty = draw(_maybe(lambda: warranties(completion=accepted_on)))
    return ConstructionCase(
        contract=contract,
        paid_on=paid_on,
        started_on=draw(_maybe(lambda: days(later(contract.commencement, -30), contract.completion))),
        price_changes=changes,
        term_changes=terms,
        relief=draw(st.none() | rates()),
        payments=draw(payments()),
        accepted_on=accepted_on,
        completed_on=completed_on,
        delay=draw(_maybe(lambda: delay_filings(expiry=contract.completion))),
        warranty=warranty,
    )


def bills(*, highest: Decimal | int | str = 10**12, law: Law = LAW) -> st.SearchStrategy[PremiumBill]:
    """Premium bills of random projects.

    Args:
        highest: The highest price, in yuan.
        law: The law asked.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(bills())
    ... def nobody_is_paid_for_enrolling(bill):
    ...     assert bill.total >= 0
    >>> nobody_is_paid_for_enrolling()
    """
    return construction_cases(highest=highest).map(lambda case: project_premium(**case.premium_facts, law=law))
