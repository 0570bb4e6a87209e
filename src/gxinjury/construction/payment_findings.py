"""What is to be told of the payments (缴费的提示): for which day the bill is, a slip of the year, whose failure."""

from collections.abc import Iterable, Iterator
from datetime import date

from gxinjury.construction.accounts import PremiumAccount
from gxinjury.construction.bills import PremiumBill
from gxinjury.construction.findings import Findings
from gxinjury.construction.late_payment import days_late
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.supervision import failed_party
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import NN

__all__ = ["before_the_notice", "day_findings", "party_findings"]


def day_findings(case: ProjectCase, bill: PremiumBill, account: PremiumAccount, law: Law) -> Iterator[Finding]:
    """Tell which day the bill was computed for, unless it is that of the one payment that completed it."""
    clause = NN.clause("1.1.5")
    first_paid_on, complete_on = account.first_paid_on, account.complete_on
    billed_on = bill.initial.dated
    if first_paid_on is None:
        words = Findings.billed_without_payment if complete_on is None else Findings.nothing_to_pay
        yield words(clause, day=billed_on, start=case.start)
    elif complete_on is None:
        yield Findings.billed_for_first_payment(clause, day=billed_on)
    elif complete_on > first_paid_on:
        yield Findings.paid_in_parts(clause, day=complete_on, first=first_paid_on)
        days = days_late(case.start, complete_on, law.new_starts_from.on(complete_on), law)
        if days:
            yield Findings.completed_late(clause, day=complete_on, days=days, start=case.start)


def before_the_notice(case: ProjectCase, law: Law) -> Iterator[Finding]:
    """Tell the payments dated before there was a rate to pay by: a slip of the year more often than not."""
    first = min(law.project_premium_rate.days(), default=date.min)
    for number, payment in enumerate(case.payments, 1):
        if payment.paid_on < first:
            told = {"number": number, "day": payment.paid_on, "year": str(first.year)}
            yield Findings.paid_before_the_notice(NN.clause("0"), **told)


def party_findings(case: ProjectCase, found: Iterable[Finding], account: PremiumAccount) -> Iterator[Finding]:
    """Tell whose failure a late payment is, where it is known when the owner handed the money over."""
    is_late = any(finding.code in {"paid_late", "completed_late"} for finding in found)
    complete_on = account.complete_on
    if is_late and complete_on is not None and case.funded_on is not None:
        failures = failed_party(start=case.start, on=complete_on, funded_on=case.funded_on, paid_on=complete_on)
        for failure in failures:
            yield Findings.party_failed(NN.clause("6.4"), party=failure.party, since=failure.since, days=failure.days)
