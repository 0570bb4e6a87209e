"""When a project is covered (建筑项目参保有效期的认定).

The notice: cover runs from the payment to the acceptance of completion; where completion is delayed at most to the end
of the acceptance period, the delay papers filed ahead, which an extension of the term takes too; and in the warranty
period once its contract and a roster are filed. A day is COVERED, NOT_COVERED or UNSETTLED.
"""

from collections.abc import Iterable
from datetime import date

from gxinjury.construction.contracts import Contract, check_contract
from gxinjury.construction.cover import CoverPart, ProjectCover
from gxinjury.construction.delay import DelayFiling, cover_after_expiry
from gxinjury.construction.expiry import contract_expiry
from gxinjury.construction.extensions import term_findings
from gxinjury.construction.findings import Findings
from gxinjury.construction.term_changes import TermChange, term_changes_in_order
from gxinjury.construction.warranty import Warranty, warranty_completion, warranty_cover
from gxinjury.determination.counting import check_calendar
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_instance, check_not_before, check_optional_day
from gxinjury.findings import FindingWords
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Period, WorkCalendar, merged, without
from gxinjury.texts import Text

__all__ = ["construction_cover", "project_cover"]


@rule(NN.clause("1.3.1"), Text("施工期间的参保", "cover of the works"))
def construction_cover(
    paid_on: date, expiry: date, accepted_on: date | None, delay: DelayFiling | None, law: Law
) -> CoverPart:
    """Cover of the works (NN-1.3.1): from the payment to acceptance; after the contract's expiry as NN-1.3.2 says."""
    if accepted_on is not None and paid_on > accepted_on:
        return _none(Findings.paid_after_acceptance, paid_on, accepted_on)
    if paid_on > expiry:
        return _none(Findings.paid_after_completion, paid_on, expiry)
    if accepted_on is not None and accepted_on <= expiry:
        return CoverPart(covered=(Period(paid_on, accepted_on),))
    after = cover_after_expiry(expiry, accepted_on, delay, law)
    return CoverPart((Period(paid_on, expiry), *after.covered), after.unsettled, after.findings)


def _none(words: FindingWords, paid_on: date, ended_on: date) -> CoverPart:
    return CoverPart(findings=(words(NN.clause("1.3.1"), paid_on=paid_on, ended_on=ended_on),))


@rule(NN.clause("1.3.1"), Text("建筑项目参保有效期", "cover of the project"))
def project_cover(
    contract: Contract,
    *,
    paid_on: date,
    accepted_on: date | None = None,
    completed_on: date | None = None,
    term_changes: Iterable[TermChange] = (),
    delay: DelayFiling | None = None,
    warranty: Warranty | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> ProjectCover:
    """Cover of a project (NN-1.3.1 to NN-1.3.3).

    Args:
        contract: The contract as concluded.
        paid_on: The day from which cover counts: the payment, or the one that completed the sum. The contract as it
            stood then is the one registered.
        accepted_on: The day completion was accepted; None while it is not.
        completed_on: The day the works were completed, before acceptance; None where unknown.
        term_changes: Changes of the contractual completion, in any order.
        delay: The papers of a delayed completion; None where none were filed.
        warranty: The warranty, where there is one; before completion is accepted it is kept for later.
        calendar: Days off, for the limit of the warranty filing; None: the raw day.
        law: The law asked.

    Returns:
        The covered days, the unsettled ones, and findings.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The notice is not in force on ``paid_on``.

    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> cover = project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
    >>> [str(period) for period in cover.periods]
    ['2015-10-08..2016-06-30']
    """
    _check_days(contract, paid_on, accepted_on, completed_on)
    if delay is not None:
        check_instance("project_cover", "delay", delay, DelayFiling)
    if warranty is not None:
        check_instance("project_cover", "warranty", warranty, Warranty)
    check_calendar("project_cover", calendar)
    changes = term_changes_in_order("project_cover", contract, term_changes)

    law.nanning_notice.on(paid_on)
    expiry = contract_expiry(contract, changes, paid_on, delay, law)
    works = construction_cover(paid_on, expiry, accepted_on, delay, law)
    after = CoverPart()
    if warranty is not None and works.covered:
        completion = warranty_completion(expiry, accepted_on, completed_on, law)
        after = warranty_cover(warranty, completion, accepted_on, calendar, law, paid_on=paid_on)
    terms = term_findings(contract, changes, paid_on=paid_on, accepted_on=accepted_on, delay=delay, law=law)
    covered = merged((*works.covered, *after.covered))
    return ProjectCover(
        expiry=expiry,
        periods=covered,
        unsettled=without(merged((*works.unsettled, *after.unsettled)), covered),
        findings=(*works.findings, *after.findings, *terms),
    )


def _check_days(contract: object, paid_on: date, accepted_on: date | None, completed_on: date | None) -> None:
    check_contract("project_cover", contract)
    check_day("project_cover", "paid_on", paid_on)
    check_optional_day("project_cover", "accepted_on", accepted_on)
    check_optional_day("project_cover", "completed_on", completed_on)
    if accepted_on is not None and completed_on is not None:
        check_not_before("project_cover", "accepted_on", accepted_on, "completed_on", completed_on)
