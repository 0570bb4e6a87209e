"""The assessment of a project (建筑项目评估): one case in, everything that the notice answers about it out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Annotated, TypeVar

import attrs

from gxinjury.construction.accident_review import AccidentAssessment, assess_accident
from gxinjury.construction.accounts import PremiumAccount, cover_start, premium_account
from gxinjury.construction.billing import billed
from gxinjury.construction.bills import PremiumBill
from gxinjury.construction.cover import ProjectCover, payment_day
from gxinjury.construction.covered_day import cover_not_known, cover_of, paid_after_term
from gxinjury.construction.delay import delay_papers_deadline
from gxinjury.construction.disease_review import DiseaseAssessment, assess_disease
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.findings import Findings
from gxinjury.construction.insured import WorkerCover, worker_covers
from gxinjury.construction.payment_findings import before_the_notice, day_findings, party_findings
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_review import roster_findings
from gxinjury.construction.stoppages import stoppage_findings
from gxinjury.construction.term_changes import term_changes_in_order
from gxinjury.construction.unanswered import Unanswered
from gxinjury.determination.counting import check_calendar
from gxinjury.errors import told_below
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import WorkCalendar
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["A", "H", "ProjectAssessment", "assess_project"]

H = TypeVar("H")
A = TypeVar("A")


@attrs.frozen
class ProjectAssessment(Record):
    """What the notice answers about a project.

    Args:
        premium_day: The day on which the initial premium counts as paid; None while it does not.
        bill: What is due, line by line; the day it is computed for is that of its initial line. None where it could not
            be answered.
        account: What of it is paid; None likewise.
        expiry: The day the contract expires, with the extensions that count.
        delay_papers_by: The last day for the papers of a delayed completion; None where nothing is left to extend:
            completion was accepted by the expiry, the premium comes after it, or it comes before the notice.
        cover: The cover; None while no premium counts as paid.
        findings: All that is to be told of premium and cover, what bill, account and cover tell included.
        workers: What each worker on the roster is insured for, in the order in which they first come up.
        roster_findings: What is to be told of the roster.
        accidents: The accidents, in the order of the case.
        diseases: The occupational diseases, in the order of the case.
        unanswered: The parts that could not be answered, and why; each is a finding too.
    """

    premium_day: Annotated[date | None, Text("缴清日期", "day on which the premium counts as paid")]
    bill: Annotated[PremiumBill | None, Text("应缴明细", "bill")]
    account: Annotated[PremiumAccount | None, Text("缴费核对", "account")]
    expiry: Annotated[date, Text("合同到期日", "contract expires on")]
    delay_papers_by: Annotated[date | None, Text("延期材料报送的最后一日", "last day for the delay papers")]
    cover: Annotated[ProjectCover | None, Text("参保有效期", "cover")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()
    workers: Annotated[tuple[WorkerCover, ...], Text("各职工的参保期间", "workers")] = ()
    roster_findings: Annotated[tuple[Finding, ...], Text("花名册核对", "findings on the roster")] = ()
    accidents: Annotated[tuple[AccidentAssessment, ...], Text("事故", "accidents")] = ()
    diseases: Annotated[tuple[DiseaseAssessment, ...], Text("职业病", "occupational diseases")] = ()
    unanswered: Annotated[tuple[Unanswered, ...], Text("未能答复的部分", "parts not answered")] = ()


def _of_the_roster(roster: Roster, cover: ProjectCover, law: Law) -> tuple[Finding, ...]:
    """Tell what is to be told of the roster; while the project has no cover, that it insures nobody."""
    if not roster:
        return ()
    paid_on = payment_day(cover)
    if paid_on is None:
        return (Findings.roster_without_cover(NN.clause("3.1.2"), workers=len(roster.histories)),)
    return roster_findings(roster, paid_on=paid_on, law=law)


@rule(NN.clause("0"), Text("建筑项目核算", "assessment of the project"))
def assess_project(case: ProjectCase, *, calendar: WorkCalendar | None = None, law: Law = LAW) -> ProjectAssessment:
    """Assessment of a project under the notice (NN-0): premium, account, cover, roster and accidents, with findings.

    While no premium counts as paid there is no cover: the roster insures nobody, and an accident is one outside every
    cover, of a worker who is not insured under the project.

    What happens in life is not refused: where a part cannot be answered, as the premium of a payment after the term,
    the rest is, and the assessment says which part is not and why.

    Args:
        case: What became of the project.
        calendar: Days off, on which no limit ends; None: the raw day.
        law: The law asked.

    Returns:
        The bill for the day of the first payment, and without any for the last day in time, the day before the start;
        cover from the payment that completes it. Amounts are in yuan.

    Raises:
        InvalidFactError: It is no ProjectCase, or a reading asks for a fact of the roster or of an accident that is not
            known.

    >>> from gxinjury.construction import Contract, Payment
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> parts = [Payment(amount=65_000, paid_on=date(2015, 10, 5)), Payment(amount=65_000, paid_on=date(2015, 10, 8))]
    >>> assessment = assess_project(ProjectCase(contract, parts, accepted_on=date(2016, 6, 30)))
    >>> assessment.premium_day, assessment.account.open, str(assessment.cover.periods[0])
    (datetime.date(2015, 10, 8), Decimal('0.00'), '2015-10-08..2016-06-30')
    >>> late = assess_project(ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2016, 7, 1))]))
    >>> [(part.part.name, part.kind.name, str(part.clause)) for part in late.unanswered], late.cover.periods
    ([('PREMIUM', 'OUT_OF_SCOPE', 'NN-1.1.4')], ())
    """
    check_instance("assess_project", "case", case, ProjectCase)
    check_calendar("assess_project", calendar)
    bill, not_billed = billed(case, law)
    account = None if bill is None else premium_account(bill, case.payments)
    counted_on = None if account is None else cover_start(account, law=law)
    terms = term_changes_in_order("assess_project", case.contract, case.term_changes)
    registered_on = case.registered_on(counted_on)
    expiry = contract_expiry(case.contract, terms, registered_on, case.delay, law)
    cover = cover_of(case, paid_after_term(case, expiry, law) if bill is None else counted_on, calendar, law)
    enrolled_on = case.first_paid_on if bill is None else bill.initial.dated
    may_be_delayed = (
        any(day <= expiry for day in law.delay_notice_days.days())
        and (enrolled_on is None or enrolled_on <= expiry)
        and (case.accepted_on is None or case.accepted_on > expiry)
    )
    of_premium: tuple[Finding, ...] = ()
    if bill is not None and account is not None:
        found = (*day_findings(case, bill, account, law), *bill.findings)
        of_premium = (*found, *party_findings(case, found, account), *account.findings)
    done_on = case.completed_on or case.accepted_on
    roster, covered = Roster(case.roster), cover or cover_not_known(case, expiry, is_billed=bill is not None)
    return ProjectAssessment(
        premium_day=counted_on,
        bill=bill,
        account=account,
        expiry=expiry,
        # What the papers that are on file have moved is no day that they had to be filed ahead of.
        delay_papers_by=delay_papers_deadline(contract_expiry(case.contract, terms, registered_on, None, law), law=law)
        if may_be_delayed
        else None,
        cover=cover,
        findings=(
            *(part.finding for part in not_billed),
            *before_the_notice(case, law),
            *of_premium,
            *(() if cover is None else cover.findings),
            *stoppage_findings(case.stoppages, expiry),
        ),
        workers=worker_covers(roster, covered, law) if roster else (),
        roster_findings=_of_the_roster(roster, covered, law),
        accidents=tuple(
            _each(
                "accidents",
                case.accidents,
                partial(
                    assess_accident, cover=covered, roster=roster, completed_on=done_on, calendar=calendar, law=law
                ),
            )
        ),
        diseases=tuple(
            _each(
                "diseases",
                case.diseases,
                partial(assess_disease, cover=covered, roster=roster, completed_on=done_on, calendar=calendar, law=law),
            )
        ),
        unanswered=not_billed,
    )


def _each(section: str, harms: Iterable[H], answer: Callable[[H], A]) -> Iterator[A]:
    """Yield what is answered about each, what is refused told as of its place in the case."""
    for position, harm in enumerate(harms):
        with told_below(section, position):
            yield answer(harm)
