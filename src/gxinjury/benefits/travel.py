"""Travel to treatment elsewhere (异地就医): meals and lodging on receipts, up to a cap."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import attrs

from gxinjury.explanations import rule
from gxinjury.facts import Yuan, amount, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import ALLOWANCES
from gxinjury.money import minus, to_fen, total
from gxinjury.records import AboveZero, Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["Receipt", "Reimbursement", "lodging", "travel_meals"]


@attrs.frozen
class Receipt(Record):
    """A receipt for meals or lodging while travelling to approved treatment outside the pooling area.

    Args:
        day: The day that it is for.
        amount: What was paid, in yuan.

    >>> Receipt(day=date(2018, 5, 4), amount=150).amount
    Decimal('150')
    """

    day: Annotated[date, Text("日期", "day")]
    amount: Annotated[AboveZero, Text("金额", "amount")] = attrs.field(converter=amount)

    __attrs_post_init__ = check_facts


@attrs.frozen
class Reimbursement(Record):
    """What of receipts the fund pays.

    Args:
        paid: Within the daily cap, in yuan.
        own: What is left to the worker, in yuan.
    """

    paid: Annotated[Yuan, Text("基金支付", "paid by the fund")]
    own: Annotated[Yuan, Text("个人负担", "left to the worker")]


@rule(ALLOWANCES.clause("travel"), Text("异地就医伙食费", "meals while travelling"))
def travel_meals(receipts: Iterable[Receipt], *, law: Law = LAW) -> Reimbursement:
    """Meals while travelling to treatment (异地就医伙食费): receipts, each day up to the cap (ALLOWANCES-travel).

    Args:
        receipts: The receipts, in any order.
        law: The law asked.

    Returns:
        What the fund pays and what is left to the worker.

    Raises:
        InvalidFactError: Something is no receipt.
        NotInForceError: A day lies before 2011-01-01.

    >>> travel_meals([Receipt(day=date(2018, 12, 31), amount=90), Receipt(day=date(2019, 1, 1), amount=90)])
    Reimbursement(paid=Decimal('130.00'), own=Decimal('50.00'))
    """
    return _up_to(records("travel_meals", "receipts", receipts, Receipt), law.travel_meals)


@rule(ALLOWANCES.clause("lodging"), Text("异地就医住宿费", "lodging while travelling"))
def lodging(receipts: Iterable[Receipt], *, law: Law = LAW) -> Reimbursement:
    """Lodging while travelling to treatment (异地就医住宿费): receipts, each day up to the cap (ALLOWANCES-lodging).

    Args:
        receipts: The receipts, in any order.
        law: The law asked.

    Returns:
        What the fund pays and what is left to the worker.

    Raises:
        InvalidFactError: Something is no receipt.
        NotInForceError: A day lies before 2011-01-01.

    >>> lodging([Receipt(day=date(2018, 12, 31), amount=200)]).paid
    Decimal('110.00')
    """
    return _up_to(records("lodging", "receipts", receipts, Receipt), law.lodging)


def _up_to(receipts: tuple[Receipt, ...], cap: Timeline[Yuan]) -> Reimbursement:
    paid = []
    for day in sorted({receipt.day for receipt in receipts}):
        of_the_day = total(receipt.amount for receipt in receipts if receipt.day == day)
        paid.append(to_fen(min(of_the_day, cap.on(day))))
    in_all = total(paid)
    return Reimbursement(in_all, minus(total(receipt.amount for receipt in receipts), in_all))
