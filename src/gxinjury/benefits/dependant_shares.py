"""Shares of the dependants (供养亲属的份额): what each draws of the wage, and how it is rounded when it is paid."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.benefits.dependants import Dependant, DependantKind
from gxinjury.explanations import rule
from gxinjury.facts import (
    Yuan,
)
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.money import ZERO, Rate, minus, plus, to_fen, total
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DependantShare", "dependant_rate", "shares_paid"]

_HALF_A_FEN: Final = Decimal("0.005")


@attrs.frozen
class DependantShare(Record):
    """What one dependant draws.

    Args:
        dependant: Who draws it.
        rate: The share of the wage that the law names.
        amount: What is paid, in yuan a month; None where the cap leaves the division open.
        formula: How it was computed; None where there is no amount.
    """

    dependant: Annotated[Dependant, Text("供养亲属", "dependant")]
    rate: Annotated[Rate, Text("比例", "rate")]
    amount: Annotated[Yuan | None, Text("金额", "amount")]
    formula: Annotated[str | None, Text("计算式", "formula")] = None


@rule(REG.clause("39"), Text("供养亲属的比例", "share of a dependant"))
def dependant_rate(dependant: Dependant, on: date, law: Law) -> Rate:
    """Share of the wage of one dependant (REG-39): spouse 40%, other 30%, lone elderly or orphan 10 points more."""
    rates = law.dependant_rates.on(on)
    rate = rates.spouse if dependant.kind is DependantKind.SPOUSE else rates.other
    return Rate(plus(rate.fraction, rates.alone.fraction), rate.unit) if dependant.alone else rate


@rule(REG.clause("39"), Text("各人实际支付额", "shares as they are paid"))
def shares_paid(shares: tuple[Yuan, ...], cap: Yuan) -> tuple[Yuan, ...]:
    """Shares as they are paid (REG-39): half up to the fen, but rounded down where that would take them above the wage.

    >>> shares_paid((Yuan(Decimal("300.015")), Yuan(Decimal("300.015"))), Yuan(Decimal("600.03")))
    (Decimal('300.01'), Decimal('300.01'))
    """
    paid = tuple(to_fen(share) for share in shares)
    return paid if total(paid) <= cap else tuple(_down_to_fen(share) for share in shares)


def _down_to_fen(share: Yuan) -> Yuan:
    return to_fen(max(minus(share, _HALF_A_FEN), ZERO))
