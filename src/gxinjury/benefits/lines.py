"""What a settlement is made of (待遇明细): lines with amount, rhythm, payer, first day and clause, and their totals.

What is paid once and what is paid monthly is never added together.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

import attrs

from gxinjury.benefits.dependants import Dependant
from gxinjury.citations import Clause
from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.facts import Yuan
from gxinjury.findings import Finding
from gxinjury.law.regulation import Payer
from gxinjury.money import times
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Benefit", "BenefitLine", "Part", "Rhythm", "T", "line", "priced"]

T = TypeVar("T")


class Rhythm(Enum):
    """How often a benefit is paid."""

    ONCE = Text(zh="一次性", en="once")
    MONTHLY = Text(zh="按月", en="monthly")
    PER_DAY = Text(zh="按日", en="a day")


class Benefit(Enum):
    """What a line is for."""

    TREATMENT = Text(zh="工伤医疗费", en="treatment")
    AIDS = Text(zh="辅助器具费", en="aids")
    HOSPITAL_MEALS = Text(zh="住院伙食补助费", en="hospital meals")
    TRAVEL_MEALS = Text(zh="异地就医伙食费", en="meals while travelling")
    LODGING = Text(zh="异地就医住宿费", en="lodging while travelling")
    PAID_LEAVE = Text(zh="停工留薪期工资", en="wage in paid injury leave")
    DISABILITY_SUBSIDY = Text(zh="一次性伤残补助金", en="lump-sum disability subsidy")
    DISABILITY_ALLOWANCE = Text(zh="伤残津贴", en="disability allowance")
    TOP_UP = Text(zh="最低工资补足额", en="top-up to the minimum wage")
    PENSION_SHORTFALL = Text(zh="养老金差额", en="shortfall of the old-age pension")
    CARE_FEE = Text(zh="生活护理费", en="living-care fee")
    MEDICAL_SUBSIDY = Text(zh="一次性工伤医疗补助金", en="lump-sum medical subsidy")
    EMPLOYMENT_SUBSIDY = Text(zh="一次性伤残就业补助金", en="employment subsidy")
    MISSING_WAGE = Text(zh="下落不明期间照发的工资", en="wage of a missing worker")
    ADVANCE = Text(zh="预支的一次性工亡补助金", en="death subsidy paid ahead")
    FUNERAL_SUBSIDY = Text(zh="丧葬补助金", en="funeral subsidy")
    DEPENDANTS_PENSION = Text(zh="供养亲属抚恤金", en="dependants' pension")
    DEATH_SUBSIDY = Text(zh="一次性工亡补助金", en="lump-sum death subsidy")


@attrs.frozen
class BenefitLine(Record):
    """One benefit as it is paid.

    Args:
        benefit: What it is.
        amount: What is paid, in yuan, each time; None where it needs something.
        rhythm: How often.
        payer: Who pays.
        clause: The clause that it rests on.
        first: The day from which it is due.
        last: The last day it is due for; None: once, or with no end in sight.
        dependant: Whose pension it is; None for other benefits, and for a capped pension that is not divided.
        needs: What is missing to name the amount; None where nothing is.
        formula: How the amount was computed, as ``13 × 5,150.65``; None where it stands in the facts or in the law so,
            or there is no amount.
        third_party: What a third party has paid of the same costs, in yuan, which is not paid again; None: nothing.
    """

    benefit: Annotated[Benefit, Text("待遇", "benefit")]
    amount: Annotated[Yuan | None, Text("金额", "amount")]
    rhythm: Annotated[Rhythm, Text("发放方式", "rhythm")]
    payer: Annotated[Payer, Text("支付方", "payer")]
    clause: Annotated[Clause, Text("条款", "clause")]
    first: Annotated[date, Text("起", "from")]
    last: Annotated[date | None, Text("止", "to")] = None
    dependant: Annotated[Dependant | None, Text("供养亲属", "dependant")] = None
    needs: Annotated[Text | None, Text("尚缺", "needs")] = None
    formula: Annotated[str | None, Text("计算式", "formula")] = None
    third_party: Annotated[Yuan | None, Text("第三人已支付", "paid by a third party")] = None

    @property
    def counted(self) -> Yuan | None:
        """What it adds to its total (a line by the day its days, every other its amount); None while unknown."""
        if self.amount is None or self.rhythm is not Rhythm.PER_DAY:
            return self.amount
        return times(self.amount, Period(self.first, self.last).days or 0)


@attrs.frozen
class Part(Record):
    """Some of a settlement's lines, with what is to be told beside them."""

    lines: Annotated[tuple[BenefitLine, ...], Text("待遇明细", "lines")] = ()
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


def line(
    benefit: Benefit,
    amount: Yuan | Text,
    rhythm: Rhythm,
    payer: Payer,
    clause: Clause,
    *,
    first: date,
    last: date | None = None,
    formula: str | None = None,
) -> BenefitLine:
    """Return a line with its amount and how it was computed, or with what it needs."""
    if isinstance(amount, Text):
        return BenefitLine(benefit, None, rhythm, payer, clause, first, last, needs=amount)
    return BenefitLine(benefit, amount, rhythm, payer, clause, first, last, formula=formula)


def priced(ask: Callable[[], T]) -> T | Text:
    """Return an answer; where a figure is not published, or an authority decides, the text that says so."""
    try:
        return ask()
    except (NotInForceError, OutOfScopeError) as error:
        return error.message
