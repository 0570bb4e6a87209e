"""The account of a premium (缴费核对): what is paid of it, what is open, from which day cover counts."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.bills import PremiumBill
from gxinjury.construction.contracts import Payment
from gxinjury.construction.findings import Findings
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_instance, records
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CoverFrom
from gxinjury.money import ZERO, minus, total
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["PremiumAccount", "completing_day", "cover_start", "premium_account"]


@attrs.frozen
class PremiumAccount(Record):
    """What of a bill is paid.

    Args:
        due: The total of the bill, in yuan.
        paid: The sum of the payments, in yuan.
        open: What is still to be paid, in yuan.
        overpaid: What was paid too much, in yuan.
        first_paid_on: The day of the first payment; None without one.
        complete_on: The day on which the payments, and what is paid back on reductions, completed the initial premium;
            None while they have not.
        findings: What is to be told beside the figures.
    """

    due: Annotated[Yuan, Text("应缴", "due")]
    paid: Annotated[Yuan, Text("已缴", "paid")]
    open: Annotated[Yuan, Text("未缴", "open")]
    overpaid: Annotated[Yuan, Text("多缴", "overpaid")]
    first_paid_on: Annotated[date | None, Text("首次缴费日", "first paid on")]
    complete_on: Annotated[date | None, Text("缴清日", "complete on")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(NN.clause("1.1.5"), Text("缴清日", "day the sum was complete"), none=Text("尚未缴清", "not yet"))
def completing_day(bill: PremiumBill, payments: tuple[Payment, ...]) -> date | None:
    """Day on which the payments complete the initial premium (NN-1.1.5); None while they fall short of it.

    A refund is set off against what is still open. Where nothing is due, it is complete on the day of the bill.
    """
    missing = bill.initial.amount
    if not missing:
        return bill.initial.dated
    received = [(payment.paid_on, payment.amount) for payment in payments]
    received += [(line.dated, minus(ZERO, line.amount)) for line in bill.refunds]
    for day, amount in sorted(received):
        missing = minus(missing, amount)
        if missing <= 0:
            return day
    return None


@rule(NN.clause("1.1.5"), Text("缴费核对", "premium account"))
def premium_account(bill: PremiumBill, payments: Iterable[Payment]) -> PremiumAccount:
    """Account of a bill and the payments made on it (NN-1.1.5).

    Args:
        bill: What is due: the bill of the day of the first payment, on which the project enrolled. A debt never shrinks
            because the rest is paid later.
        payments: What was paid, in any order.

    Returns:
        Due, paid, open and overpaid in yuan, and the day on which the initial premium was complete.

    Raises:
        InvalidFactError: Something is no bill or no payment.

    >>> from gxinjury.construction import Contract, project_premium
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> bill = project_premium(contract, paid_on=date(2015, 10, 8))
    >>> account = premium_account(bill, [Payment(amount=100_000, paid_on=date(2015, 10, 8))])
    >>> account.open, account.complete_on
    (Decimal('30000.00'), None)
    """
    check_instance("premium_account", "bill", bill, PremiumBill)
    paid_in = records("premium_account", "payments", payments, Payment)
    due, paid = bill.total, total(payment.amount for payment in paid_in)
    unpaid = max(minus(due, paid), ZERO)
    overpaid = max(minus(paid, due), ZERO)
    initial_open = max(minus(total([bill.initial.amount, *(line.amount for line in bill.refunds)]), paid), ZERO)
    return PremiumAccount(
        due=due,
        paid=paid,
        open=unpaid,
        overpaid=overpaid,
        first_paid_on=min((payment.paid_on for payment in paid_in), default=None),
        complete_on=completing_day(bill, paid_in),
        findings=tuple(_account_findings(initial_open, unpaid, overpaid)),
    )


@rule(NN.clause("1.1.5"), Text("参保起算日", "day from which cover counts"), none=Text("尚未起算", "not yet"))
def cover_start(account: PremiumAccount, *, law: Law = LAW) -> date | None:
    """Day from which cover counts (NN-1.1.5): of the payment that completes the sum, or of the first one by reading.

    Returns:
        The day; None while it has not come.

    >>> from gxinjury.construction import Contract, project_premium
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> bill = project_premium(contract, paid_on=date(2015, 10, 8))
    >>> parts = [Payment(amount=65_000, paid_on=date(2015, 10, 5)), Payment(amount=65_000, paid_on=date(2015, 10, 8))]
    >>> cover_start(premium_account(bill, parts))
    datetime.date(2015, 10, 8)
    """
    check_instance("cover_start", "account", account, PremiumAccount)
    if account.first_paid_on is None or account.first_paid_on == account.complete_on:
        return account.complete_on
    return account.complete_on if law.choice(CoverFrom) is CoverFrom.FULL_PAYMENT else account.first_paid_on


def _account_findings(initial_open: Yuan, unpaid: Yuan, overpaid: Yuan) -> Iterator[Finding]:
    if initial_open > 0:
        yield Findings.sum_not_complete(NN.clause("1.1.5"), open=initial_open)
    if unpaid > initial_open:
        yield Findings.supplement_unpaid(NN.clause("1.1.3"), open=minus(unpaid, initial_open))
    if overpaid > 0:
        yield Findings.overpaid(NN.clause("1.1.5"), overpaid=overpaid)
