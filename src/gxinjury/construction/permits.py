"""The construction permit (施工许可): what the premium has to do with it before a project may start."""

from typing import Annotated

import attrs

from gxinjury.construction.findings import Findings
from gxinjury.explanations import rule
from gxinjury.facts import check_flag
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.law.papers import PERMIT_PAPERS, Paper
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["PermitCheck", "not_issued", "permit_check", "small_works_still_pay"]


@attrs.frozen
class PermitCheck(Record):
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
