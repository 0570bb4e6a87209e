"""The dependants' pension (供养亲属抚恤金): monthly shares of the dead worker's wage, together never above it.

Each share has its own first and last day; when one ends, the others of a capped family grow.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import zip_longest
from typing import Annotated, Final

import attrs

from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.findings import Findings
from gxinjury.benefits.formulas import product
from gxinjury.benefits.formulas import shown as written
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Yuan,
    check_day,
    check_flag,
    records,
    too_early,
)
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import PensionCap
from gxinjury.money import ZERO, Rate, Share, minus, plus, to_fen, total
from gxinjury.periods import Period, day_after, day_before, earlier, months_after
from gxinjury.privacy import mask
from gxinjury.records import SomeText, check_facts
from gxinjury.texts import Text, shown

_HALF_A_FEN: Final = Decimal("0.005")
_TWICE: Final = FactRule(zh="同一供养亲属只能列一次", en="must name each dependant once", code="named_twice")
_TWO_SPOUSES: Final = FactRule(zh="配偶只能有一人", en="must name one spouse at the most", code="two_spouses")
_OF_A_CHILD: Final = FactRule(
    zh="只适用于子女或者弟妹（kind 为 CHILD）",
    en="goes with a child or sibling only (kind CHILD)",
    code="of_a_child_only",
)
_CAP_NEEDED: Final = FactRule(
    zh="按“生前实际工资”封顶的口径，须提供职工生前的月工资",
    en="must be given under the reading PensionCap.WAGE_IN_LIFE: the wage in life caps the pension",
    code="cap_needed",
)


class DependantKind(Enum):
    """What a dependant was to the dead worker."""

    SPOUSE = Text(zh="配偶", en="spouse")
    OTHER = Text(zh="其他亲属", en="other relative")
    CHILD = Text(zh="子女或者弟妹", en="child or sibling")


@attrs.frozen
class Dependant:
    """A relative whom the worker supported (供养亲属), qualified as the rules on dependants say.

    Args:
        name: What tells this dependant apart: a name or a key; printed with resident ids masked.
        kind: Spouse, child or sibling, or other relative; the last two have the same share.
        alone: Whether a lone elderly person or an orphan.
        first: The first day of the share; None: from when the pension begins, or from the birth.
        last: Its last day, as that on which a spouse remarries where the office ends it then, which the Regulation does
            not say; None: no end is known, but for the age of a child.
        born_on: The day a child or sibling was born, who draws from birth and to 18; None where neither matters.
        unable_to_work: Whether the child or sibling is unable to work, and draws beyond that age.

    Raises:
        InvalidFactError: The name is empty, a fact is of the wrong type, or the days contradict each other.

    >>> Dependant(name="child", kind=DependantKind.OTHER, alone=True).alone
    True
    """

    name: Annotated[SomeText, Text("名称", "name")] = attrs.field(repr=shown)
    kind: Annotated[DependantKind, Text("关系", "kind")]
    alone: Annotated[bool, Text("孤寡老人或者孤儿", "lone elderly or orphan")] = False
    first: Annotated[date | None, Text("起", "from")] = None
    last: Annotated[date | None, Text("止", "to")] = None
    born_on: Annotated[date | None, Text("出生日", "born on")] = None
    unable_to_work: Annotated[bool, Text("完全丧失劳动能力", "unable to work")] = False

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        if self.born_on is not None and self.kind is not DependantKind.CHILD:
            yield InvalidFactError("Dependant", "born_on", _OF_A_CHILD, self.born_on)
        for other in ("born_on", "first"):
            begun = getattr(self, other)
            if self.last is not None and begun is not None:
                yield from too_early("Dependant", "last", self.last, other, begun)
        if self.first is not None and self.born_on is not None:
            yield from too_early("Dependant", "first", self.first, "born_on", self.born_on)


@attrs.frozen
class DependantShare:
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


@attrs.frozen
class DependantsPension:
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


@attrs.frozen
class PensionSpan:
    """Days on which the same dependants draw.

    Args:
        days: The days; open where no end is known.
        pension: What they draw a month.
    """

    days: Annotated[Period, Text("期间", "days")]
    pension: Annotated[DependantsPension, Text("供养亲属抚恤金", "dependants' pension")]


@rule(REG.clause("39"), Text("供养亲属的比例", "share of a dependant"))
def dependant_rate(dependant: Dependant, on: date, law: Law) -> Rate:
    """Share of the wage of one dependant (REG-39): spouse 40%, other 30%, lone elderly or orphan 10 points more."""
    rates = law.dependant_rates.on(on)
    rate = rates.spouse if dependant.kind is DependantKind.SPOUSE else rates.other
    return Rate(plus(rate.fraction, rates.alone.fraction), rate.unit) if dependant.alone else rate


@rule(REG.clause("39"), Text("供养亲属享受期间", "days of a dependant's share"))
def dependant_days(dependant: Dependant, pension_from: date, law: Law) -> Period | None:
    """Days on which one dependant draws (REG-39); None where the share is over before it begins.

    A child or sibling draws from birth to the day before turning 18, unless unable to work.

    >>> born_later = Dependant(name="child", kind=DependantKind.CHILD, born_on=date(2022, 5, 10))
    >>> str(dependant_days(born_later, date(2022, 3, 2), LAW))
    '2022-05-10..2040-05-09'
    """
    first = max(day for day in (pension_from, dependant.first, dependant.born_on) if day is not None)
    last = dependant.last
    if dependant.born_on is not None and not dependant.unable_to_work:
        of_age = months_after(dependant.born_on, 12 * law.dependant_child_years.on(pension_from))
        last = earlier(last, day_before(of_age))
    return None if last is not None and last < first else Period(first, last)


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
        dependants: Those who draw at the same time, in any order; their days are not looked at, :func:`pension_spans`
            does that.
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


@rule(REG.clause("39"), Text("供养亲属抚恤金分段", "dependants' pension by days"))
def pension_spans(
    dependants: Iterable[Dependant],
    wage: Decimal | int | str,
    *,
    pension_from: date,
    divide: bool = False,
    wage_in_life: Decimal | int | str | None = None,
    law: Law = LAW,
) -> tuple[PensionSpan, ...]:
    """Dependants' pension by the days on which the same dependants draw (REG-39): when one share ends, others may grow.

    Args:
        dependants: All who ever draw, in any order, each with the days that are known.
        wage: As in :func:`dependants_pension`, and so are the next two and the law.
        pension_from: The day from which the pension is due, whose shares apply.
        divide: Whether a capped sum is divided.
        wage_in_life: What the worker earned in life.
        law: The law asked.

    Returns:
        The spans in order; days on which nobody draws are in none.

    Raises:
        InvalidFactError: As :func:`dependants_pension` raises it.
        NotInForceError: ``pension_from`` lies before 2011-01-01.

    >>> family = [
    ...     Dependant(name="mother", kind=DependantKind.OTHER),
    ...     Dependant(name="son", kind=DependantKind.CHILD, born_on=date(2006, 9, 1)),
    ... ]
    >>> for span in pension_spans(family, 5000, pension_from=date(2022, 3, 2)):
    ...     print(span.days, span.pension.total)
    2022-03-02..2024-08-31 3000.00
    2024-09-01.. 1500.00
    """
    named = dependants_in_order("dependants_pension", dependants)
    check_day("dependants_pension", "pension_from", pension_from)
    days = [(one, dependant_days(one, pension_from, law)) for one in named]
    drawing = [(one, each) for one, each in days if each is not None]
    starts = sorted({day for _, each in drawing for day in (each.first, _day_past(each)) if day is not None})
    spans = []
    for first, following in zip_longest(starts, starts[1:]):
        family = tuple(one for one, each in drawing if first in each)
        if family:
            pension = dependants_pension(
                family, wage, divide=divide, wage_in_life=wage_in_life, on=pension_from, law=law
            )
            spans.append(PensionSpan(Period(first, None if following is None else day_before(following)), pension))
    return tuple(spans)


def _day_past(days: Period) -> date | None:
    return None if days.last is None else day_after(days.last)


def never_drawing(dependants: Iterable[Dependant], pension_from: date, law: Law) -> tuple[str, ...]:
    """Return the names, ids masked, of those whose share is over before it begins."""
    return tuple(mask(one.name) for one in dependants if dependant_days(one, pension_from, law) is None)


@rule(REG.clause("39"), Text("各人实际支付额", "shares as they are paid"))
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
    return tuple(sorted(check_dependants(question, "dependants", dependants), key=lambda one: one.name))


def check_dependants(record: str, field: str, dependants: Iterable[Dependant]) -> tuple[Dependant, ...]:
    """Return the dependants; refused where one is named twice or two are spouses."""
    named = records(record, field, dependants, Dependant)
    names: set[str] = set()
    for one in named:
        name = one.name.strip()
        if name in names:
            raise InvalidFactError(record, field, _TWICE, name)
        names.add(name)
    if sum(one.kind is DependantKind.SPOUSE for one in named) > 1:
        raise InvalidFactError(record, field, _TWO_SPOUSES, named)
    return named


def _down_to_fen(share: Yuan) -> Yuan:
    return to_fen(max(minus(share, _HALF_A_FEN), ZERO))


def _percent(fraction: Decimal) -> Rate:
    return Rate(fraction, Rate.percent(1).unit)
