"""Permit and budget (施工许可与工程概算): what the premium has to do with both before a project may start."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.construction.findings import Findings
from gxinjury.construction.premium import caution_of_ten_thousands
from gxinjury.explanations import rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_flag, check_optional_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.papers import PERMIT_PAPERS, Paper
from gxinjury.money import to_fen
from gxinjury.texts import Text

__all__ = ["BudgetLine", "PermitCheck", "budget_line", "not_issued", "permit_check", "small_works_still_pay"]


@attrs.frozen
class PermitCheck:
    """Whether the insurance side of a construction permit is in order.

    Args:
        permit_needed: Whether the works need a permit at all.
        in_order: Whether nothing is missing.
        missing: The papers still to be handed in.
        findings: What is to be told beside it.
    """

    permit_needed: Annotated[bool, Text("需领取施工许可证", "permit needed")]
    in_order: Annotated[bool, Text("材料齐备", "in order")]
    missing: Annotated[tuple[Paper, ...], Text("尚缺", "missing")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(NN.clause("1.1.6"), Text("经办机构尚未出具的材料", "papers of the agency that are not there"))
def not_issued(*, stamped_form: bool, fund_receipt: bool) -> tuple[Paper, ...]:
    """Papers that the agency issues on payment and that are not there (NN-1.1.6): registration form and receipt."""
    there = {Paper.REGISTRATION_FORM: stamped_form, Paper.FUND_RECEIPT: fund_receipt}
    return tuple(paper for paper in PERMIT_PAPERS if not there[paper])


@rule(NN.clause("6.1"), Text("施工许可的参保审核", "insurance side of the construction permit"))
def permit_check(*, stamped_form: bool, fund_receipt: bool, permit_needed: bool = True) -> PermitCheck:
    """Papers of the agency that a construction permit takes (NN-6.1); small works need none but still pay (NN-6.2).

    Args:
        stamped_form: Whether the registration form bears the agency's stamp.
        fund_receipt: Whether the agency's receipt is there.
        permit_needed: Whether the works need a permit; small works may not.

    Raises:
        InvalidFactError: A fact is not True or False.

    >>> check = permit_check(stamped_form=True, fund_receipt=False)
    >>> check.in_order, [paper.name for paper in check.missing]
    (False, ['FUND_RECEIPT'])
    """
    check_flag("permit_check", "stamped_form", stamped_form)
    check_flag("permit_check", "fund_receipt", fund_receipt)
    check_flag("permit_check", "permit_needed", permit_needed)
    missing = not_issued(stamped_form=stamped_form, fund_receipt=fund_receipt)
    if permit_needed:
        return PermitCheck(permit_needed=True, in_order=not missing, missing=missing)
    findings = small_works_still_pay(fund_receipt=fund_receipt)
    return PermitCheck(permit_needed=False, in_order=not findings, missing=(), findings=findings)


@rule(NN.clause("6.2"), Text("不需施工许可的小型工程的缴费", "payment of small works without a permit"))
def small_works_still_pay(*, fund_receipt: bool) -> tuple[Finding, ...]:
    """Finding on small works without a permit whose premium is not paid (NN-6.2)."""
    return () if fund_receipt else (Findings.small_works_unpaid(NN.clause("6.2")),)


@attrs.frozen
class BudgetLine:
    """The premium as a line of the budget estimate.

    Args:
        amount: The premium on the estimate, in yuan.
        findings: What is wrong with how the estimate carries it.
    """

    amount: Annotated[Yuan, Text("金额", "amount")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(NN.clause("2"), Text("工程概算中的工伤保险费", "premium in the budget estimate"))
def budget_line(
    estimate: Decimal | int | str,
    *,
    estimated_on: date | None = None,
    listed: bool = True,
    in_bid: bool = False,
    law: Law = LAW,
) -> BudgetLine:
    """Premium that the owner lists by itself in the budget estimate, outside bidding (NN-2).

    Args:
        estimate: The estimate of the works, in yuan: the estimate, not the contract price.
        estimated_on: The day of the estimate, whose rate it takes; None: the latest rate that the law knows.
        listed: Whether the estimate lists the premium by itself.
        in_bid: Whether the premium was made part of what is bid for.
        law: The law asked.

    Returns:
        The line, rounded half up to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> line = budget_line("95000000", listed=False)
    >>> line.amount, line.findings[0].code
    (Decimal('123500.00'), 'premium_not_listed')
    """
    base = amount(estimate)
    check_amount("budget_line", "estimate", base, Sign.POSITIVE)
    check_optional_day("budget_line", "estimated_on", estimated_on)
    check_flag("budget_line", "listed", listed)
    check_flag("budget_line", "in_bid", in_bid)
    caution_of_ten_thousands(base)
    rate = law.project_premium_rate
    due = to_fen(rate.on(estimated_on or rate.entries[-1].first).of(base))
    clause = NN.clause("2")
    found = [] if listed else [Findings.premium_not_listed(clause, amount=due)]
    if in_bid:
        found.append(Findings.premium_in_bid(clause, amount=due))
    return BudgetLine(due, tuple(found))
