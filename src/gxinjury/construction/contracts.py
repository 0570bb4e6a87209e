"""The contract of a project (施工合同) as it was concluded, and what was paid."""

from datetime import date
from typing import Annotated

import attrs

from gxinjury.facts import (
    amount,
    check_instance,
    optional_amount,
)
from gxinjury.records import AboveZero, NotBefore, Record, check_facts
from gxinjury.texts import Text

__all__ = ["Contract", "Payment", "check_contract"]


@attrs.frozen
class Contract(Record):
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
class Payment(Record):
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


def check_contract(question: str, contract: object) -> None:
    """Refuse what is no Contract."""
    check_instance(question, "contract", contract, Contract)
