"""The float of a rate (费率浮动): by payment ratio and injury rate, barred downwards for some units."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Final

import attrs

from gxinjury import records
from gxinjury.couriers.findings import Refusals
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Sign, amount, check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import RSF71, RSF76
from gxinjury.law.readings import FloatGap
from gxinjury.money import Rate, times
from gxinjury.records import AboveZero, NotNegative, check_facts
from gxinjury.texts import Text

__all__ = ["FloatStep", "Record", "barred_from_less", "check_class", "float_by_record", "float_step", "floats_down"]

_CLASSES: Final = 8
_MUST_BE_A_CLASS: Final = FactRule(
    zh="必须是 1 至 8 的行业类别", en="must be a rate class from 1 to 8", code="no_rate_class"
)


class FloatStep(Enum):
    """How far a unit's rate floats, as a share of its benchmark."""

    HALF = Rate.percent(50)
    LESS = Rate.percent(80)
    NONE = Rate.percent(100)
    MORE = Rate.percent(120)
    MOST = Rate.percent(150)

    @property
    def is_down(self) -> bool:
        """Whether it lowers the rate."""
        return self.value < FloatStep.NONE.value


@attrs.frozen
class Record(records.Record):
    """What a float goes by: a unit's record with the fund (支缴率、工伤发生率).

    Args:
        benefits: Benefits that the fund paid for it, in yuan.
        premiums: Premiums that it paid, in yuan, above zero.
        injuries: Injuries determined.
        persons: Persons insured, above zero.
        years_insured: Whole years that it has been insured.
        under_reported: Whether payroll or headcount was under-reported.
        in_arrears: Whether it is in arrears.

    >>> Record(benefits=500, premiums=10_000, injuries=0, persons=40, years_insured=3).in_arrears
    False
    """

    benefits: Annotated[NotNegative, Text("支付的待遇", "benefits")] = attrs.field(converter=amount)
    premiums: Annotated[AboveZero, Text("缴纳的保费", "premiums")] = attrs.field(converter=amount)
    injuries: Annotated[int, Text("认定工伤数", "injuries")]
    persons: Annotated[int, Sign.POSITIVE, Text("人数", "persons")]
    years_insured: Annotated[int, Text("参保年数", "years insured")]
    under_reported: Annotated[bool, Text("少报工资总额或人数", "under-reported")] = False
    in_arrears: Annotated[bool, Text("欠费", "in arrears")] = False

    __attrs_post_init__ = check_facts


def _at_most(part: Decimal, whole: Decimal, rate: Rate) -> bool:
    """Return whether a part is at most that rate of a whole, without dividing."""
    return part <= times(whole, rate.fraction)


@rule(RSF76.clause("float"), Text("按支缴率和工伤发生率的浮动", "float by payment ratio and injury rate"))
def float_by_record(record: Record, day: date, law: Law) -> FloatStep:
    """Float by payment ratio and injury rate (RSF76-float), before the bars on floating down."""
    table = law.rate_float.on(day)
    few = _at_most(Decimal(record.injuries), Decimal(record.persons), table.few_injuries)
    if _at_most(record.benefits, record.premiums, table.lowered_up_to):
        if few:
            halved = _at_most(record.benefits, record.premiums, table.halved_up_to)
            return FloatStep.HALF if halved else FloatStep.LESS
        if law.choice(FloatGap) is FloatGap.UNSETTLED:
            raise Refusals.float_has_no_case(FloatGap.clause)
        return FloatStep.NONE
    if _at_most(record.benefits, record.premiums, table.unchanged_up_to):
        return FloatStep.NONE
    return FloatStep.MORE if _at_most(record.benefits, record.premiums, table.raised_up_to) else FloatStep.MOST


@rule(RSF71.clause("float"), Text("该类费率可以下浮", "the class floats down"))
def floats_down(rate_class: int) -> bool:
    """Whether the rates of a class float down at all (RSF71-float): class 1 floats up only."""
    return rate_class > 1


@rule(RSF76.clause("bar"), Text("不得下浮", "barred from floating down"))
def barred_from_less(record: Record, day: date, law: Law) -> bool:
    """Whether a unit's rate may not float down (RSF76-bar): new, under-reporting, or in arrears."""
    new = record.years_insured < law.rate_float.on(day).years_for_less
    return new or record.under_reported or record.in_arrears


@rule(RSF76.clause("float"), Text("费率浮动档次", "step of the float"))
def float_step(record: Record, *, rate_class: int, day: date, law: Law = LAW) -> FloatStep:
    """Float of a unit's rate (RSF76): 50 to 150 % of its benchmark; class 1 does not float down.

    Args:
        record: The unit's record with the fund.
        rate_class: Its rate class, 1 to 8.
        day: The day asked for.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The rules of floating are not in force on that day.
        OutOfScopeError: The rules have no case, and the law takes that reading.

    >>> good = Record(benefits=500, premiums=10_000, injuries=0, persons=40, years_insured=3)
    >>> float_step(good, rate_class=2, day=date(2024, 6, 1)).name
    'HALF'
    """
    check_instance("float_step", "record", record, Record)
    check_day("float_step", "day", day)
    check_class("float_step", rate_class)
    step = float_by_record(record, day, law)
    if step.is_down and (not floats_down(rate_class) or barred_from_less(record, day, law)):
        return FloatStep.NONE
    return step


def check_class(question: str, rate_class: object) -> None:
    """Refuse what is no rate class."""
    if not isinstance(rate_class, int) or isinstance(rate_class, bool) or not 1 <= rate_class <= _CLASSES:
        raise InvalidFactError(question, "rate_class", _MUST_BE_A_CLASS, rate_class)
