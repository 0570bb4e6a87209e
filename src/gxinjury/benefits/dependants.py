"""The dependants' pension (供养亲属抚恤金): monthly shares of the dead worker's wage, together never above it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

import attrs

from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.words import WORDS
from gxinjury.catalogues import Finding
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_flag, check_instance, check_text, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import ZERO, Rate, Share, minus, plus, to_fen, total
from gxinjury.texts import Text, shown

_HALF_A_FEN: Final = Decimal("0.005")
_TWICE: Final = Text(zh="同一供养亲属只能列一次", en="must name each dependant once")
_TWO_SPOUSES: Final = Text(zh="配偶只能有一人", en="must name one spouse at the most")


class DependantKind(Enum):
    """What a dependant was to the dead worker."""

    SPOUSE = Text(zh="配偶", en="spouse")
    OTHER = Text(zh="其他亲属", en="other relative")


@attrs.frozen
class Dependant:
    """A relative whom the worker supported (供养亲属), qualified as the rules on dependants say.

    Args:
        name: What tells this dependant apart: a name or a key; printed with resident ids masked.
        kind: Spouse or other relative.
        alone: Whether a lone elderly person or an orphan.

    Raises:
        InvalidFactError: The name is empty, or a fact is of the wrong type.

    >>> Dependant(name="child", kind=DependantKind.OTHER, alone=True).alone
    True
    """

    name: str = attrs.field(repr=shown)
    kind: DependantKind
    alone: bool = False

    def __attrs_post_init__(self) -> None:
        check_text("Dependant", "name", self.name)
        check_instance("Dependant", "kind", self.kind, DependantKind)
        check_flag("Dependant", "alone", self.alone)


@attrs.frozen
class DependantShare:
    """What one dependant draws.

    Args:
        dependant: Who draws it.
        rate: The share of the wage that the law names.
        amount: What is paid, in yuan a month; None where the cap leaves the division open.
    """

    dependant: Dependant
    rate: Rate
    amount: Yuan | None


@attrs.frozen
class DependantsPension:
    """What the dependants draw monthly, from the fund.

    Args:
        shares: Who draws what, in the order of the names.
        total: What is paid in all, in yuan a month.
        cap: The wage that the sum is capped at, in yuan to the fen.
        capped: Whether the shares together were above it.
        findings: What is to be told beside the figures.
    """

    shares: tuple[DependantShare, ...]
    total: Yuan
    cap: Yuan
    capped: bool
    findings: tuple[Finding, ...] = ()


@rule(REG.clause("39"))
def dependant_rate(dependant: Dependant, on: date, law: Law) -> Rate:
    """Share of the wage of one dependant (REG-39): spouse 40%, other 30%, lone elderly or orphan 10 points more."""
    rates = law.dependant_rates.on(on)
    rate = rates.spouse if dependant.kind is DependantKind.SPOUSE else rates.other
    return Rate(plus(rate.fraction, rates.alone.fraction), rate.unit) if dependant.alone else rate


@rule(REG.clause("39"))
def dependants_pension(
    dependants: Iterable[Dependant],
    wage: Decimal | int | str,
    *,
    divide: bool = False,
    on: date | None = None,
    law: Law = LAW,
) -> DependantsPension:
    """Dependants' pension (供养亲属抚恤金), paid monthly by the fund (REG-39).

    Args:
        dependants: Those who qualify, in any order.
        wage: The dead worker's reference wage in yuan a month, after the clamp.
        divide: Whether a capped sum is divided in proportion to the shares, which the texts do not say; without it the
            cap is reported and the division left open.
        on: The day whose shares apply; None: those last in force.
        law: The law asked.

    Returns:
        Each share in yuan to the fen, and the sum, which is never above the wage. Where half up would take the shares
        above it, each is rounded down.

    Raises:
        InvalidFactError: A fact breaks a rule of input, a dependant is named twice, or there are two spouses.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> orphan = Dependant(name="child", kind=DependantKind.OTHER, alone=True)
    >>> dependants_pension([orphan], 5000).total
    Decimal('2000.00')
    """
    question = "dependants_pension"
    named = dependants_in_order(question, dependants)
    monthly = wage_of(question, "wage", wage)
    check_flag(question, "divide", divide)
    day = day_asked(question, on, law.dependant_rates)
    rates = tuple(dependant_rate(dependant, day, law) for dependant in named)
    cap = to_fen(monthly)
    findings: tuple[Finding, ...] = ()
    shares_of_all = total(rate.fraction for rate in rates)
    if shares_of_all > 1:
        findings = (WORDS.finding("pension_capped", REG.clause("39"), share=_percent(shares_of_all), cap=cap),)
        if not divide:
            shares = tuple(DependantShare(one, rate, None) for one, rate in zip(named, rates, strict=True))
            return DependantsPension(shares, cap, cap, capped=True, findings=findings)
        exact = [Share(rate.fraction, shares_of_all).of(monthly) for rate in rates]
    else:
        exact = [rate.of(monthly) for rate in rates]
    paid = shares_paid(tuple(exact), cap)
    shares = tuple(DependantShare(*one) for one in zip(named, rates, paid, strict=True))
    return DependantsPension(shares, total(paid), cap, capped=shares_of_all > 1, findings=findings)


@rule(REG.clause("39"))
def shares_paid(shares: tuple[Yuan, ...], cap: Yuan) -> tuple[Yuan, ...]:
    """Shares as they are paid (REG-39): half up to the fen, but rounded down where that would take them above the wage.

    >>> shares_paid((Yuan(Decimal("300.015")), Yuan(Decimal("300.015"))), Yuan(Decimal("600.03")))
    (Decimal('300.01'), Decimal('300.01'))
    """
    paid = tuple(to_fen(share) for share in shares)
    return paid if total(paid) <= cap else tuple(_down_to_fen(share) for share in shares)


def dependants_in_order(question: str, dependants: Iterable[Dependant]) -> tuple[Dependant, ...]:
    """Return the dependants by name, refused where one is named twice or two are spouses.

    Raises:
        InvalidFactError: Something is no Dependant, or one of these.
    """
    named = records(question, "dependants", dependants, Dependant)
    names = [one.name.strip() for one in named]
    for position, name in enumerate(names):
        if name in names[:position]:
            raise InvalidFactError(question, "dependants", _TWICE, name)
    if sum(one.kind is DependantKind.SPOUSE for one in named) > 1:
        raise InvalidFactError(question, "dependants", _TWO_SPOUSES, named)
    return tuple(sorted(named, key=lambda one: one.name))


def _down_to_fen(share: Yuan) -> Yuan:
    return to_fen(max(minus(share, _HALF_A_FEN), ZERO))


def _percent(fraction: Decimal) -> Rate:
    return Rate(fraction, Rate.percent(1).unit)
