"""The assessment of a project (建筑项目评估): one case in, everything that the notice answers about it out."""

from collections.abc import Iterator
from datetime import date

import attrs

from gxinjury.catalogues import Finding
from gxinjury.construction.accident_review import AccidentAssessment, assess_accident
from gxinjury.construction.bills import PremiumAccount, PremiumBill, premium_account
from gxinjury.construction.cases import ProjectCase
from gxinjury.construction.contracts import contract_expiry, term_changes_in_order
from gxinjury.construction.coverage import project_cover
from gxinjury.construction.covers import ProjectCover
from gxinjury.construction.delay import delay_papers_deadline
from gxinjury.construction.disease_review import DiseaseAssessment, assess_disease
from gxinjury.construction.premium import project_premium
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_review import roster_findings
from gxinjury.construction.site_injuries import payment_day
from gxinjury.construction.supervision import failed_party
from gxinjury.construction.words import WORDS
from gxinjury.construction.worker_covers import WorkerCover, worker_covers
from gxinjury.errors import NotInForceError
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CoverFrom
from gxinjury.money import total
from gxinjury.periods import WorkCalendar, day_before


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
        findings: All that is to be told of premium and cover, what bill, account and cover tell included.
        workers: What each worker on the roster is insured for, in the order in which they first come up.
        roster_findings: What is to be told of the roster.
        accidents: The accidents, in the order of the case.
        diseases: The occupational diseases, in the order of the case.
    """

    premium_day: date | None
    bill: PremiumBill
    account: PremiumAccount
    expiry: date
    delay_papers_by: date | None
    cover: ProjectCover | None
    findings: tuple[Finding, ...] = ()
    workers: tuple[WorkerCover, ...] = ()
    roster_findings: tuple[Finding, ...] = ()
    accidents: tuple[AccidentAssessment, ...] = ()
    diseases: tuple[DiseaseAssessment, ...] = ()


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


def cover_of(
    case: ProjectCase, counted_on: date | None, calendar: WorkCalendar | None, law: Law
) -> ProjectCover | None:
    """Return the cover of a project whose premium counts as paid on a day; None while it does not."""
    if counted_on is None:
        return None
    return project_cover(
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


def _party_findings(case: ProjectCase, bill: PremiumBill, counted_on: date | None) -> Iterator[Finding]:
    """Tell whose failure a late payment is, where it is known when the owner handed the money over."""
    is_late = any(finding.code == "paid_late" for finding in bill.findings)
    if is_late and counted_on is not None and case.funded_on is not None:
        party = failed_party(start=case.start, on=counted_on, funded_on=case.funded_on, paid_on=counted_on)
        yield WORDS.finding("party_failed", NN.clause("6.4"), party=party, funded_on=case.funded_on)


def _of_the_roster(roster: Roster, cover: ProjectCover, law: Law) -> tuple[Finding, ...]:
    """Tell what is to be told of the roster; while the project has no cover, that it insures nobody."""
    if not roster:
        return ()
    paid_on = payment_day(cover)
    if paid_on is None:
        return (WORDS.finding("roster_without_cover", NN.clause("3.1.2"), workers=len(roster.histories)),)
    return roster_findings(roster, paid_on=paid_on, law=law)


@rule(NN.clause("0"))
def assess_project(case: ProjectCase, *, calendar: WorkCalendar | None = None, law: Law = LAW) -> ProjectAssessment:
    """Assessment of a project under the notice (NN-0): premium, account, cover, roster and accidents, with findings.

    While no premium counts as paid there is no cover: the roster insures nobody, and an accident is one outside every
    cover, of a worker who is not insured under the project.

    Args:
        case: What became of the project.
        calendar: Days off, on which no limit ends; None: the raw day.
        law: The law asked.

    Returns:
        The bill for the day on which the premium counts as paid; while it does not, for the day of the last payment,
        and without any for the last day in time, the day before the start. Amounts are in yuan.

    Raises:
        InvalidFactError: It is no ProjectCase, a warranty is given without its completion, or a reading asks for a fact
            of the roster or of an accident that is not known.
        NotInForceError: The notice is not in force on the day to bill, or nothing is paid and that day is not known.
        OutOfScopeError: A payment that the bill needs lies after the contract term.

    >>> from gxinjury.construction import Contract, Payment
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
    cover = cover_of(case, counted_on, calendar, law)
    billed_on = bill.initial.dated
    may_be_delayed = billed_on <= expiry and (case.accepted_on is None or case.accepted_on > expiry)
    roster, covered = Roster(case.roster), cover or ProjectCover(expiry, ())
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
            *_party_findings(case, bill, counted_on),
            *account.findings,
            *(() if cover is None else cover.findings),
        ),
        workers=worker_covers(roster, covered, law) if roster else (),
        roster_findings=_of_the_roster(roster, covered, law),
        accidents=tuple(
            assess_accident(
                accident,
                cover=covered,
                roster=roster,
                completed_on=case.completed_on or case.accepted_on,
                calendar=calendar,
                law=law,
            )
            for accident in case.accidents
        ),
        diseases=tuple(
            assess_disease(
                disease,
                cover=covered,
                roster=roster,
                completed_on=case.completed_on or case.accepted_on,
                calendar=calendar,
                law=law,
            )
            for disease in case.diseases
        ),
    )
