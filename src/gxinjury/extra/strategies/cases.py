"""Strategies of whole projects (完整事例): facts that fit together, and the bills that follow from them."""

from datetime import date
from decimal import Decimal
from typing import Any

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
from gxinjury.extra.strategies import contracts as of_contracts
from gxinjury.extra.strategies.facts import rates
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.law import LAW, Law
from gxinjury.money import Rate


@attrs.frozen
class ConstructionCase:
    """A construction project with facts that fit together: each question on it is answered, under every reading.

    The facts are those of :class:`gxinjury.construction.project.ProjectCase`; a warranty goes with a day of completion.

    Args:
        paid_on: The day the premium is paid, not after the term as it then stands.
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


@by_hand
def construction_cases(draw: Hand, *, highest: Decimal | int | str = 10**12) -> ConstructionCase:
    """Construction projects up to the highest price in yuan; no change, no delay and no warranty the plainest.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(construction_cases())
    ... def no_project_pays_after_its_term(case):
    ...     assert case.paid_on <= max([case.contract.completion, *(one.completion for one in case.term_changes)])
    >>> no_project_pays_after_its_term()
    """
    contract = draw(of_contracts.contracts(first=date(2013, 7, 1), completing_from=FIRST_DAY, highest=highest))
    earliest = max(FIRST_DAY, later(contract.commencement, -60))
    paid_on = draw.day(earliest, max(earliest, min(contract.completion, LAST_DAY)))
    changes = draw(of_contracts.price_changes(contract))
    # No term is moved to before a day on which a share of it is asked for.
    asked = max([paid_on, *(change.agreed_on for change in changes)])
    completed_on = draw.perhaps(draw.day(paid_on, later(max(paid_on, contract.completion), 120)))
    accepted_on = completed_on and later(completed_on, draw.count(40))
    return ConstructionCase(
        contract=contract,
        paid_on=paid_on,
        started_on=draw.perhaps(draw.day(later(contract.commencement, -30), contract.completion)),
        price_changes=changes,
        term_changes=draw(of_contracts.term_changes(contract, not_before=asked)),
        relief=draw(st.none() | rates()),
        payments=draw(of_contracts.payments()),
        accepted_on=accepted_on,
        completed_on=completed_on,
        delay=draw.perhaps(draw(of_contracts.delay_filings(expiry=contract.completion))),
        warranty=draw.perhaps(draw(of_contracts.warranties(completion=accepted_on))) if accepted_on else None,
    )


def bills(*, highest: Decimal | int | str = 10**12, law: Law = LAW) -> st.SearchStrategy[PremiumBill]:
    """Premium bills of random projects up to the highest price in yuan, under the law asked."""
    return construction_cases(highest=highest).map(lambda case: project_premium(**case.premium_facts, law=law))
