"""The project premium (按项目参保的工伤保险费): what a project owes when it enrols, and what changes of price add.

The notice: a project pays 1.3‰ of its total contract price, a supplement on a later raise, and less for the contract
time gone by where it is already in progress. Each line is rounded half up to the fen by itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from gxinjury.construction.bills import PremiumBill, PremiumLine, PremiumLineKind
from gxinjury.construction.contracts import Contract, check_contract
from gxinjury.construction.findings import Cautions, Findings
from gxinjury.construction.late_payment import days_late
from gxinjury.construction.premium_rate import check_relief, premium_rate
from gxinjury.construction.price_changes import PriceChange, later_changes, price_changes_in_order, price_on
from gxinjury.construction.shares import Term, share_when_agreed, share_when_paid
from gxinjury.construction.term_changes import TermChange, completion_on, term_changes_in_order
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, check_day, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    PremiumBase,
)
from gxinjury.money import Rate, Share, to_fen
from gxinjury.texts import Text

__all__ = ["caution_of_ten_thousands", "premium", "premium_price", "project_premium"]

_SMALLEST_PRICE: Final = Decimal(10_000)


@rule(NN.clause("1.1.2"), Text("该项应缴金额", "due on this line"))
def premium(base: Yuan, rate: Rate, share: Share) -> Yuan:
    """Premium on a price: price × rate × share, rounded half up to the fen (NN-1.1.2).

    >>> from decimal import Decimal
    >>> premium(Yuan(Decimal("50.00")), Rate.per_mille("1.3"), Share(1, 1))
    Decimal('0.07')
    """
    return to_fen(share.of(rate.of(base)))


@rule(NN.clause("1.1.2"), Text("计费造价", "price that bears the premium"))
def premium_price(contract: Contract, law: Law) -> Yuan:
    """Price that bears the premium (NN-1.1.2): the contract price, or the bid price under that reading."""
    bid, price = contract.bid_price, contract.price
    if bid is not None and bid != price and law.choice(PremiumBase) is PremiumBase.BID_PRICE:
        price = bid
    caution_of_ten_thousands(price)
    return price


def caution_of_ten_thousands(price: Yuan) -> None:
    """Ask whether a price is meant in units of 10,000 yuan (万元), as contracts name it, where it is very small."""
    if price < _SMALLEST_PRICE:
        caution(Cautions.price_in_ten_thousands, price=price)


@rule(NN.clause("1.1.2"), Text("项目工伤保险费", "project premium"))
def project_premium(
    contract: Contract,
    *,
    paid_on: date,
    started_on: date | None = None,
    price_changes: Iterable[PriceChange] = (),
    term_changes: Iterable[TermChange] = (),
    relief: Rate | None = None,
    law: Law = LAW,
) -> PremiumBill:
    """Bill of a project's premium (NN-1.1.2 to NN-1.1.5).

    Args:
        contract: The contract as concluded.
        paid_on: The day the premium is paid.
        started_on: The day work started; None: the contractual commencement.
        price_changes: Changes of price, in any order; those agreed on or before ``paid_on`` belong to the price paid
            on, later ones are lines of their own.
        term_changes: Changes of the contractual completion, in any order.
        relief: The share of the rate that is temporarily remitted; None for none.
        law: The law asked.

    Returns:
        The bill, each line in yuan rounded half up to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The notice is not in force on ``paid_on``.
        OutOfScopeError: ``paid_on`` lies after the contract term as extended by then.

    >>> contract = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
    >>> project_premium(contract, paid_on=date(2015, 9, 1)).total
    Decimal('54062.93')
    """
    check_contract("project_premium", contract)
    check_day("project_premium", "paid_on", paid_on)
    check_optional_day("project_premium", "started_on", started_on)
    check_relief("project_premium", relief)
    changes = price_changes_in_order("project_premium", contract, price_changes)
    terms = term_changes_in_order("project_premium", contract, term_changes)
    start = contract.commencement if started_on is None else started_on

    rate = premium_rate(paid_on, relief, law)
    first_new_start = law.new_starts_from.on(paid_on)
    base = premium_price(contract, law)
    if changes:
        base = price_on(base, changes, paid_on)
    term = Term(contract.commencement, completion_on(contract, terms, paid_on), start)
    share = share_when_paid(term, paid_on, first_new_start, law)
    initial = PremiumLine(PremiumLineKind.INITIAL, paid_on, base, rate, share, premium(base, rate, share))

    later = changes and tuple(change for change in changes if change.agreed_on > paid_on)
    lines = tuple(_change_lines(later, contract, terms, start, rate=rate, law=law)) if later else ()
    late = days_late(start, paid_on, first_new_start, law) if paid_on >= start >= first_new_start else 0
    return PremiumBill(
        initial,
        lines and tuple(line for line in lines if line.kind is PremiumLineKind.SUPPLEMENT),
        lines and tuple(line for line in lines if line.kind is PremiumLineKind.REFUND),
        (Findings.paid_late(NN.clause("1.1.5"), days=late, start=start),) if late else (),
    )


def _change_lines(
    later: tuple[PriceChange, ...],
    contract: Contract,
    terms: tuple[TermChange, ...],
    start: date,
    *,
    rate: Rate,
    law: Law,
) -> Iterator[PremiumLine]:
    for change in later_changes(later, law):
        term = Term(contract.commencement, completion_on(contract, terms, change.agreed_on), start)
        share = share_when_agreed(term, change.agreed_on, law)
        kind = PremiumLineKind.SUPPLEMENT if change.amount > 0 else PremiumLineKind.REFUND
        due = premium(change.amount, rate, share)
        yield PremiumLine(kind, change.agreed_on, change.amount, rate, share, due)
