"""The dependants' pension (供养亲属抚恤金): monthly shares of the dead worker's wage, together never above it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.benefits.dependant_shares import DependantShare, dependant_rate, shares_paid
from gxinjury.benefits.dependants import Dependant, dependants_in_order
from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.findings import Findings
from gxinjury.benefits.formulas import product
from gxinjury.benefits.formulas import shown as written
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Yuan,
    check_flag,
)
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import PensionCap
from gxinjury.money import Rate, Share, to_fen, total
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DependantsPension", "dependants_pension", "pension_cap"]

_CAP_NEEDED: Final = FactRule(
    zh="按“生前实际工资”封顶的口径，须提供职工生前的月工资",
    en="must be given under the reading PensionCap.WAGE_IN_LIFE: the wage in life caps the pension",
    code="cap_needed",
)


@attrs.frozen
class DependantsPension(Record):
    """What the dependants draw monthly, from the fund.

    Args:
        shares: Who draws what, in the order of the names.
        total: What is paid in all, in yuan a month.
        cap: The wage that the sum is capped at, in yuan to the fen.
        capped: Whether the shares together were above it.
        findings: What is to be told beside the figures.
        formula: How a sum that is not divided was computed; None where it is.
    """

    shares: Annotated[tuple[DependantShare, ...], Text("各人份额", "shares")]
    total: Annotated[Yuan, Text("合计", "in all")]
    cap: Annotated[Yuan, Text("上限", "cap")]
    capped: Annotated[bool, Text("已达上限", "capped")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()
    formula: Annotated[str | None, Text("计算式", "formula")] = None


@rule(REG.clause("39"), Text("抚恤金合计上限", "cap on the pension"))
def pension_cap(wage: Yuan, wage_in_life: Yuan | None, law: Law) -> Yuan:
    """Wage that the dependants' shares together never exceed (REG-39): the reference wage, or by reading another.

    Raises:
        InvalidFactError: The reading asks for the wage in life, which is not given.
    """
    if law.choice(PensionCap) is PensionCap.REFERENCE_WAGE:
        return wage
    if wage_in_life is None:
        raise InvalidFactError("dependants_pension", "wage_in_life", _CAP_NEEDED, wage_in_life)
    return wage_in_life


@rule(REG.clause("39"), Text("供养亲属抚恤金", "dependants' pension"))
def dependants_pension(
    dependants: Iterable[Dependant],
    wage: Decimal | int | str,
    *,
    divide: bool = False,
    wage_in_life: Decimal | int | str | None = None,
    on: date | None = None,
    law: Law = LAW,
) -> DependantsPension:
    """Dependants' pension (供养亲属抚恤金), paid monthly by the fund (REG-39).

    Args:
        dependants: Those who draw at the same time, in any order; their days are not looked at,
            :func:`~gxinjury.benefits.spans.pension_spans` does that.
        wage: The dead worker's reference wage in yuan a month, after the clamp.
        divide: Whether a capped sum is divided in proportion to the shares, which the texts do not say; without it the
            cap is reported and the division left open.
        wage_in_life: What the worker earned in life, in yuan a month; only the reading ``PensionCap.WAGE_IN_LIFE`` asks
            for it.
        on: The day whose shares apply; None: those last in force.
        law: The law asked.

    Returns:
        Each share in yuan to the fen, and the sum, which is never above the wage. Where half up would take the shares
        above it, each is rounded down, and a finding says so.

    Raises:
        InvalidFactError: A fact breaks a rule of input, a dependant is named twice, or there are two spouses.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> from gxinjury.benefits import DependantKind
    >>> orphan = Dependant(name="child", kind=DependantKind.OTHER, alone=True)
    >>> dependants_pension([orphan], 5000).total
    Decimal('2000.00')
    """
    question = "dependants_pension"
    named = dependants_in_order(question, dependants)
    monthly = wage_of(question, "wage", wage)
    in_life = None if wage_in_life is None else wage_of(question, "wage_in_life", wage_in_life)
    check_flag(question, "divide", divide)
    day = day_asked(question, on, law.dependant_rates)
    rates = tuple(dependant_rate(dependant, day, law) for dependant in named)
    limit = pension_cap(monthly, in_life, law)
    cap = to_fen(limit)
    shares_of_all = _percent(total(rate.fraction for rate in rates))
    in_full = shares_of_all.of(monthly)
    if in_full <= limit:
        exact = [rate.of(monthly) for rate in rates]
        formulas = [product(rate, monthly) for rate in rates]
        return _divided(_shares(named, rates, exact, formulas), cap, ())
    capped = Findings.pension_capped(REG.clause("39"), share=shares_of_all, cap=cap)
    if not divide:
        shares = tuple(DependantShare(one, rate, None) for one, rate in zip(named, rates, strict=True))
        formula = f"{product(shares_of_all, monthly)} > {written(limit)}"
        return DependantsPension(shares, cap, cap, capped=True, findings=(capped,), formula=formula)
    exact = [Share(rate.fraction, shares_of_all.fraction).of(limit) for rate in rates]
    formulas = [f"{product(limit, rate)} ÷ {shares_of_all}" for rate in rates]
    return _divided(_shares(named, rates, exact, formulas), cap, (capped,))


def _shares(
    named: tuple[Dependant, ...], rates: tuple[Rate, ...], exact: list[Yuan], formulas: list[str]
) -> tuple[DependantShare, ...]:
    return tuple(DependantShare(*one) for one in zip(named, rates, exact, formulas, strict=True))


def _divided(exact: tuple[DependantShare, ...], cap: Yuan, capped: tuple[Finding, ...]) -> DependantsPension:
    """Return a pension that is divided, its shares as they are paid; where they were rounded down, it says so."""
    due = tuple(share.amount for share in exact if share.amount is not None)
    paid = shares_paid(due, cap)
    findings = capped
    if paid != tuple(to_fen(share) for share in due):
        findings = (*capped, Findings.shares_rounded_down(REG.clause("39"), cap=cap))
    shares = tuple(attrs.evolve(share, amount=amount) for share, amount in zip(exact, paid, strict=True))
    return DependantsPension(shares, total(paid), cap, capped=bool(capped), findings=findings)


def _percent(fraction: Decimal) -> Rate:
    return Rate(fraction, Rate.percent(1).unit)
