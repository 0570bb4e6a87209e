"""Changes of the contract price (工程款追加或减少): the price with them, and which bear premium."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Final, assert_never

import attrs

from gxinjury.construction.contracts import Contract
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Yuan,
    amount,
    records,
)
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    Reduction,
)
from gxinjury.money import ZERO, minus, plus
from gxinjury.records import NotZero, Record, check_facts
from gxinjury.texts import Text

__all__ = ["PriceChange", "later_changes", "price_changes_in_order", "price_on"]

_LEAVES_A_PRICE: Final = FactRule(zh="变动后的造价必须大于零", en="must leave a price above zero", code="no_price_left")


@attrs.frozen
class PriceChange(Record):
    """A change of the contract price (工程款追加或减少).

    Args:
        amount: By how much the price changes, in yuan; negative for a reduction, never zero.
        agreed_on: The day it was agreed.

    >>> PriceChange(amount="8500000", agreed_on=date(2016, 1, 15)).amount
    Decimal('8500000')
    """

    amount: Annotated[NotZero, Text("金额", "amount")] = attrs.field(converter=amount)
    agreed_on: Annotated[date, Text("约定日", "agreed on")]

    __attrs_post_init__ = check_facts


def price_changes_in_order(
    question: str, contract: Contract, changes: Iterable[PriceChange]
) -> tuple[PriceChange, ...]:
    """Return the changes by day, reductions first within a day, refused where they would use the price up.

    Raises:
        InvalidFactError: One is no PriceChange, or brings the price to zero or below; it is named by its place in the
            input.
    """
    given = records(question, "price_changes", changes, PriceChange)
    if not given:
        return given
    left = contract.price if contract.bid_price is None else min(contract.price, contract.bid_price)
    # Within a day the raises come first: only what the whole day leaves counts.
    for place, change in sorted(enumerate(given), key=lambda one: (one[1].agreed_on, one[1].amount < 0)):
        left = plus(left, change.amount)
        if left <= 0:
            raise InvalidFactError(question, f"price_changes[{place}].amount", _LEAVES_A_PRICE, change.amount)
    return tuple(sorted(given, key=lambda change: (change.agreed_on, change.amount)))


@rule(NN.clause("1.1.3"), Text("缴费时的造价", "price when paid"))
def price_on(price: Yuan, price_changes: tuple[PriceChange, ...], day: date) -> Yuan:
    """Price with the changes agreed on or before a day (NN-1.1.3)."""
    for change in price_changes:
        if change.agreed_on <= day:
            price = plus(price, change.amount)
    return price


@rule(NN.clause("1.1.3"), Text("缴费后计费的造价变动", "changes of price after payment that bear premium"))
def later_changes(changes: tuple[PriceChange, ...], law: Law) -> tuple[PriceChange, ...]:
    """Changes of price after the payment that bear premium (NN-1.1.3): raises, and reductions by reading."""
    if all(change.amount > 0 for change in changes):
        return changes
    match reading := law.choice(Reduction):
        case Reduction.NO_REFUND:
            return tuple(change for change in changes if change.amount > 0)
        case Reduction.REFUND:
            return changes
        case Reduction.NETTED:
            return tuple(_netted(changes))
        case _:
            assert_never(reading)


def _netted(changes: tuple[PriceChange, ...]) -> Iterator[PriceChange]:
    """Yield the raises, less the reductions before them as far as they go."""
    credit = ZERO
    for change in changes:
        if change.amount < 0:
            credit = minus(credit, change.amount)
        elif change.amount > credit:
            yield PriceChange(amount=minus(change.amount, credit), agreed_on=change.agreed_on)
            credit = ZERO
        else:
            credit = minus(credit, change.amount)
