"""The contract of a project (施工合同) and what became of it: changes of price and term, work stoppages, payments."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Yuan,
    amount,
    check_instance,
    check_not_before,
    optional_amount,
    records,
)
from gxinjury.law.clauses import NN
from gxinjury.money import plus
from gxinjury.periods import Period
from gxinjury.records import AboveZero, NotBefore, NotZero, SomeText, check_facts
from gxinjury.texts import Text

_ONE_A_DAY: Final = FactRule(
    zh="同一日只能约定一次", en="must be the only one agreed on its day", code="agreed_twice_a_day"
)
_LEAVES_A_PRICE: Final = FactRule(zh="变动后的造价必须大于零", en="must leave a price above zero", code="no_price_left")


@attrs.frozen
class Contract:
    """A construction contract as it was concluded (合同总造价、合同工期).

    Args:
        price: The total contract price, in yuan.
        commencement: The first day of the contract term.
        completion: The last day of the contract term.
        bid_price: The price of the award, in yuan, where it is known; None otherwise.

    Raises:
        InvalidFactError: A price is not above zero, or completion lies before commencement.

    >>> contract = Contract(price="100000000", commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
    >>> contract.price
    Decimal('100000000')
    >>> Contract(price=0, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Contract.price must be above zero, got 0
    """

    price: Annotated[AboveZero, Text("合同总造价", "contract price")] = attrs.field(converter=amount)
    commencement: Annotated[date, Text("合同开工日", "contractual commencement")]
    completion: Annotated[date, NotBefore("commencement"), Text("合同竣工日", "contractual completion")]
    bid_price: Annotated[AboveZero | None, Text("中标价", "bid price")] = attrs.field(
        default=None, converter=optional_amount
    )

    __attrs_post_init__ = check_facts


@attrs.frozen
class PriceChange:
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


@attrs.frozen
class TermChange:
    """A change of the contractual completion (工期变更).

    Args:
        completion: The last day of the contract term from now on.
        agreed_on: The day it was agreed.

    >>> TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 5, 20)).completion
    datetime.date(2016, 9, 30)
    """

    completion: Annotated[date, Text("合同竣工日", "contractual completion")]
    agreed_on: Annotated[date, Text("约定日", "agreed on")]

    __attrs_post_init__ = check_facts


@attrs.frozen
class WorkStoppage:
    """A time in which the works stood still (停工); the term does not move for it unless the contract is extended.

    Args:
        first: The first day without work.
        last: The last one; None while the works stand still.
        reason: Why they stand still; None where it is not told.

    Raises:
        InvalidFactError: A day is none, the last lies before the first, or the reason is no text.

    >>> WorkStoppage(first=date(2016, 1, 11), last=date(2016, 3, 10), reason="资金未到位").reason
    '资金未到位'
    """

    first: Annotated[date, Text("首日", "first day")]
    last: Annotated[date | None, NotBefore("first"), Text("末日", "last day")] = None
    reason: Annotated[SomeText | None, Text("原因", "why")] = None

    __attrs_post_init__ = check_facts

    @property
    def period(self) -> Period:
        """The days without work, open while the works stand still."""
        return Period(self.first, self.last)


@attrs.frozen
class Payment:
    """A payment of the premium (缴费).

    Args:
        amount: What was paid, in yuan, above zero.
        paid_on: The day it was paid.

    >>> Payment(amount=130000, paid_on=date(2015, 10, 8)).paid_on
    datetime.date(2015, 10, 8)
    """

    amount: Annotated[AboveZero, Text("金额", "amount")] = attrs.field(converter=amount)
    paid_on: Annotated[date, Text("缴费日", "paid on")]

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


def term_changes_in_order(question: str, contract: Contract, changes: Iterable[TermChange]) -> tuple[TermChange, ...]:
    """Return the changes by day.

    Raises:
        InvalidFactError: One is no TermChange, completes before the commencement, or shares its day with one before it;
            it is named by its place in the input.
    """
    given = records(question, "term_changes", changes, TermChange)
    if not given:
        return given
    agreed: set[date] = set()
    for place, change in enumerate(given):
        field = f"term_changes[{place}]"
        first = contract.commencement
        check_not_before(question, f"{field}.completion", change.completion, "Contract.commencement", first)
        if change.agreed_on in agreed:
            raise InvalidFactError(question, f"{field}.agreed_on", _ONE_A_DAY, change.agreed_on)
        agreed.add(change.agreed_on)
    return tuple(sorted(given, key=lambda change: change.agreed_on))


def check_contract(question: str, contract: object) -> None:
    """Refuse what is no Contract."""
    check_instance(question, "contract", contract, Contract)


@rule(NN.clause("1.1.3"), Text("缴费时的造价", "price when paid"))
def price_on(price: Yuan, price_changes: tuple[PriceChange, ...], day: date) -> Yuan:
    """Price with the changes agreed on or before a day (NN-1.1.3)."""
    for change in price_changes:
        if change.agreed_on <= day:
            price = plus(price, change.amount)
    return price


def completion_on(contract: Contract, term_changes: tuple[TermChange, ...], day: date) -> date:
    """Contractual completion as it stands on a day, with the changes agreed on or before it."""
    completion = contract.completion
    for change in term_changes:
        if change.agreed_on <= day:
            completion = change.completion
    return completion
