"""The premium in the budget estimate (工程概算): listed by itself, and kept out of the bid."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.construction.findings import Cautions, Findings
from gxinjury.construction.premium import caution_of_ten_thousands
from gxinjury.explanations import caution, rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_flag, check_optional_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.money import to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["BudgetLine", "budget_line"]


@attrs.frozen
class BudgetLine(Record):
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
        estimated_on: The day of the estimate, whose rate it takes; None: the latest rate that the law knows, with a
            caution where it knows more than one.
        listed: Whether the estimate lists the premium by itself.
        in_bid: Whether the premium was made part of what is bid for.
        law: The law asked.

    Returns:
        The line, rounded half up to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> line = budget_line("95000000", estimated_on=date(2016, 3, 1), listed=False)
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
    latest = rate.entries[-1]
    if estimated_on is None and any(entry.value != latest.value for entry in rate.entries):
        caution(Cautions.estimate_without_a_day, first=latest.first)
    due = to_fen(rate.on(estimated_on or latest.first).of(base))
    clause = NN.clause("2")
    found = [] if listed else [Findings.premium_not_listed(clause, amount=due)]
    if in_bid:
        found.append(Findings.premium_in_bid(clause, amount=due))
    return BudgetLine(due, tuple(found))
