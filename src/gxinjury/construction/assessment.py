"""The assessment of a project (建筑项目评估): one case in, everything that the notice answers about it out."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import attrs

from gxinjury.catalogues import Finding
from gxinjury.construction.bills import PremiumAccount, PremiumBill, premium_account
from gxinjury.construction.contracts import (
    Contract,
    Payment,
    PriceChange,
    TermChange,
    check_contract,
    contract_expiry,
    price_changes_in_order,
    term_changes_in_order,
)
from gxinjury.construction.coverage import project_cover
from gxinjury.construction.covers import ProjectCover
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.premium import project_premium
from gxinjury.construction.warranty import Warranty
from gxinjury.construction.words import WORDS
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_not_before, check_optional_day, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CoverFrom
from gxinjury.money import Rate, total
from gxinjury.periods import WorkCalendar, day_before
from gxinjury.texts import Text

_ALL: Final = Rate.percent(100)
_AT_MOST_ALL: Final = Text(zh="不得超过 100%", en="must not be above 100%")


def _payments(values: Iterable[Payment]) -> tuple[Payment, ...]:
    return records("ProjectCase", "payments", values, Payment)


def _price_changes(values: Iterable[PriceChange]) -> tuple[PriceChange, ...]:
    return records("ProjectCase", "price_changes", values, PriceChange)


def _term_changes(values: Iterable[TermChange]) -> tuple[TermChange, ...]:
    return records("ProjectCase", "term_changes", values, TermChange)


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

    def __attrs_post_init__(self) -> None:
        check_contract("ProjectCase", self.contract)
        check_optional_day("ProjectCase", "started_on", self.started_on)
        check_optional_day("ProjectCase", "completed_on", self.completed_on)
        check_optional_day("ProjectCase", "accepted_on", self.accepted_on)
        if self.accepted_on is not None and self.completed_on is not None:
            check_not_before("ProjectCase", "accepted_on", self.accepted_on, "completed_on", self.completed_on)
        price_changes_in_order("ProjectCase", self.contract, self.price_changes)
        term_changes_in_order("ProjectCase", self.contract, self.term_changes)
        if self.relief is not None:
            check_instance("ProjectCase", "relief", self.relief, Rate)
            if self.relief > _ALL:
                raise InvalidFactError("ProjectCase", "relief", _AT_MOST_ALL, self.relief)
        if self.delay is not None:
            check_instance("ProjectCase", "delay", self.delay, DelayFiling)
        if self.warranty is not None:
            check_instance("ProjectCase", "warranty", self.warranty, Warranty)

    @property
    def start(self) -> date:
        """The day work started: the actual one where it is known, else the contractual commencement."""
        return self.contract.commencement if self.started_on is None else self.started_on


@attrs.frozen
class ProjectAssessment:
    """What the notice answers about a project.

    Args:
        premium_day: The day on which the initial premium counts as paid; None while it does not.
        bill: What is due, line by line; the day it is computed for is that of its initial line.
        account: What of it is paid.
        expiry: The day the contract expires, extensions included.
        delay_papers_by: The last day for the papers of a delayed completion; None where nothing is left to extend:
            completion was accepted by the expiry, or the premium comes after it.
        cover: The cover; None while no premium counts as paid.
        findings: All that is to be told beside the figures, that of bill, account and cover included.
    """

    premium_day: date | None
    bill: PremiumBill
    account: PremiumAccount
    expiry: date
    delay_papers_by: date | None
    cover: ProjectCover | None
    findings: tuple[Finding, ...] = ()


def _bill_of(case: ProjectCase, day: date, law: Law) -> PremiumBill:
    return project_premium(
        case.contract,
        paid_on=day,
        started_on=case.started_on,
        price_changes=case.price_changes,
        term_changes=case.term_changes,
        relief=case.relief,
        law=law,
    )


def _is_complete(case: ProjectCase, day: date, law: Law) -> bool:
    """Return whether the payments up to a day reach the initial premium of that day."""
    paid = total(payment.amount for payment in case.payments if payment.paid_on <= day)
    return paid >= _bill_of(case, day, law).initial.amount


@rule(NN.clause("1.1.5"))
def last_day_in_time(start: date, law: Law) -> date:
    """Last day on which the premium is paid in time: the day before the start (NN-1.1.5).

    Raises:
        NotInForceError: It lies before the notice: what is due then depends on the day of payment.
    """
    last = day_before(start)
    first = min(law.project_premium_rate.days(), default=last)
    if last < first:
        raise WORDS.refusal(NotInForceError, "no_day_to_bill", start=start, first=first)
    return last


@rule(NN.clause("1.1.5"))
def premium_day(case: ProjectCase, law: Law) -> date | None:
    """Day on which the initial premium counts as paid (NN-1.1.5); None while it does not.

    Of several payments it is the one that completes the sum due on its own day, or the first one by reading. Where all
    of the premium is remitted, nothing has to be paid: it is the last day in time.
    """
    days = sorted({payment.paid_on for payment in case.payments})
    if not days:
        last_in_time = last_day_in_time(case.start, law)
        return last_in_time if _is_complete(case, last_in_time, law) else None
    if _is_complete(case, days[0], law) or law.choice(CoverFrom) is CoverFrom.FIRST_PAYMENT:
        return days[0]
    return next((day for day in days[1:] if _is_complete(case, day, law)), None)


@rule(NN.clause("1.1.5"))
def bill_day(case: ProjectCase, premium_day: date | None, law: Law) -> date:
    """Day that the bill is computed for (NN-1.1.5): the payment, else the last one made, else the last day in time."""
    if premium_day is not None:
        return premium_day
    if case.payments:
        return max(payment.paid_on for payment in case.payments)
    return last_day_in_time(case.start, law)


def _day_findings(case: ProjectCase, counted_on: date | None, billed_on: date) -> Iterator[Finding]:
    """Tell which day the bill was computed for, unless it is that of the one payment that completed it."""
    clause = NN.clause("1.1.5")
    first_paid_on = min((payment.paid_on for payment in case.payments), default=None)
    if first_paid_on is None and counted_on is None:
        yield WORDS.finding("billed_without_payment", clause, day=billed_on, start=case.start)
    elif first_paid_on is None:
        yield WORDS.finding("nothing_to_pay", clause, day=billed_on, start=case.start)
    elif counted_on is None:
        yield WORDS.finding("billed_for_last_payment", clause, day=billed_on)
    elif counted_on > first_paid_on:
        yield WORDS.finding("paid_in_parts", clause, day=counted_on, first=first_paid_on)


@rule(NN.clause("0"))
def assess_project(case: ProjectCase, *, calendar: WorkCalendar | None = None, law: Law = LAW) -> ProjectAssessment:
    """Assessment of a project under the notice (NN-0): premium, account and cover with all findings.

    Args:
        case: What became of the project.
        calendar: Days off, for the limit of the warranty filing; None: the raw day.
        law: The law asked.

    Returns:
        The bill for the day on which the premium counts as paid; while it does not, for the day of the last payment,
        and without any for the last day in time, the day before the start. Amounts are in yuan.

    Raises:
        InvalidFactError: It is no ProjectCase, or a warranty is given without its completion.
        NotInForceError: The notice is not in force on the day to bill, or nothing is paid and that day is not known.
        OutOfScopeError: A payment that the bill needs lies after the contract term.

    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> parts = [Payment(amount=65_000, paid_on=date(2015, 10, 5)), Payment(amount=65_000, paid_on=date(2015, 10, 8))]
    >>> assessment = assess_project(ProjectCase(contract, parts, accepted_on=date(2016, 6, 30)))
    >>> assessment.premium_day, assessment.account.open, str(assessment.cover.periods[0])
    (datetime.date(2015, 10, 8), Decimal('0.00'), '2015-10-08..2016-06-30')
    """
    check_instance("assess_project", "case", case, ProjectCase)
    counted_on = premium_day(case, law)
    bill = _bill_of(case, bill_day(case, counted_on, law), law)
    account = premium_account(bill, case.payments)
    expiry = contract_expiry(case.contract, term_changes_in_order("assess_project", case.contract, case.term_changes))
    cover = None
    if counted_on is not None:
        cover = project_cover(
            case.contract,
            paid_on=counted_on,
            accepted_on=case.accepted_on,
            completed_on=case.completed_on,
            term_changes=case.term_changes,
            delay=case.delay,
            warranty=case.warranty,
            calendar=calendar,
            law=law,
        )
    billed_on = bill.initial.dated
    may_be_delayed = billed_on <= expiry and (case.accepted_on is None or case.accepted_on > expiry)
    return ProjectAssessment(
        premium_day=counted_on,
        bill=bill,
        account=account,
        expiry=expiry,
        delay_papers_by=delay_papers_deadline(expiry, law=law) if may_be_delayed else None,
        cover=cover,
        findings=(
            *_day_findings(case, counted_on, billed_on),
            *bill.findings,
            *account.findings,
            *(() if cover is None else cover.findings),
        ),
    )
