"""The benefit base (待遇基数): the reference wage, or the average wage where no own wage can be told."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.findings import Cautions
from gxinjury.benefits.formulas import a_twelfth, product
from gxinjury.benefits.reference_wage import day_of, limits_at, reference_wage
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, amounts, check_instance, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.money import mean
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Base", "BaseOrigin", "benefit_base"]


class BaseOrigin(Enum):
    """Where a benefit base comes from."""

    OWN_WAGE = Text(zh="本人工资", en="the own wage")
    RAISED = Text(zh="本人工资，提高到下限", en="the own wage, raised to the lower limit")
    CUT = Text(zh="本人工资，降低到上限", en="the own wage, cut to the upper limit")
    AVERAGE_WAGE = Text(zh="上一年度职工平均工资", en="the average wage of the year before")


@attrs.frozen
class Base(Record):
    """What benefits are computed from.

    Args:
        amount: The base, in yuan a month, not rounded.
        origin: Whether it is the own wage, that wage raised or cut to a limit, or the average that stands in for it.
        average: The average wage that limits the own wage or stands in for it, and whose it is.
        formula: How it was computed from that average; None where it is the own wage.
    """

    amount: Annotated[Yuan, Text("每月", "a month")]
    origin: Annotated[BaseOrigin, Text("来源", "origin")]
    average: Annotated[AverageWage, Text("职工平均工资", "average wage")]
    formula: Annotated[str | None, Text("计算式", "formula")] = None


@rule(NN.clause("5.2"), Text("待遇基数", "benefit base"))
def benefit_base(
    monthly_wages: Iterable[Decimal | int | str] | None,
    *,
    average: AverageWage,
    injured_on: date | None = None,
    law: Law = LAW,
) -> Base:
    """Base of the benefits (NN-5.2): the own wage within its limits, or the average where it is hard to use.

    Args:
        monthly_wages: The own wages of up to 12 months, from whatever source the caller names, in yuan; None where the
            own wage is hard to use.
        average: The average wage that stands in for the own wage, as from ``city_average``, and limits it as
            :func:`~gxinjury.benefits.reference_wage.reference_wage` has it.
        injured_on: As in :func:`~gxinjury.benefits.reference_wage.reference_wage`.
        law: The law asked.

    Returns:
        The base in yuan a month, not rounded, where it comes from, and the average that made it.

    Raises:
        InvalidFactError: As :func:`~gxinjury.benefits.reference_wage.reference_wage` raises it.
        NotInForceError: As :func:`~gxinjury.benefits.reference_wage.reference_wage` raises it.

    >>> from gxinjury.money import to_fen
    >>> base = benefit_base(None, average=AverageWage(107581, "on_post", 2022))
    >>> to_fen(base.amount), base.origin.name
    (Decimal('8965.08'), 'AVERAGE_WAGE')
    >>> average = AverageWage(112501, "nanning_on_post", 2023)
    >>> base = benefit_base([3000] * 12, average=average, injured_on=date(2024, 3, 5))
    >>> to_fen(base.amount), base.origin.name, base.average.area.name
    (Decimal('4940.35'), 'RAISED', 'REGION')
    """
    check_instance("benefit_base", "average", average, AverageWage)
    check_optional_day("benefit_base", "injured_on", injured_on)
    if monthly_wages is None:
        caution(Cautions.average_stands_in)
        return Base(average.monthly(), BaseOrigin.AVERAGE_WAGE, average, a_twelfth(average.yuan_per_year))
    is_one = isinstance(monthly_wages, Iterable) and not isinstance(monthly_wages, (str, bytes))
    given = tuple(monthly_wages) if is_one else monthly_wages
    wage = reference_wage(given, average=average, injured_on=injured_on, law=law)
    own = mean(amounts("benefit_base", "monthly_wages", given))
    limits = limits_at(average, injured_on, law)
    if wage == own:
        return Base(wage, BaseOrigin.OWN_WAGE, limits)
    is_raised = wage > own
    limit = law.reference_wage_floor if is_raised else law.reference_wage_ceiling
    formula = product(limit.entry_on(day_of(limits)).value, a_twelfth(limits.yuan_per_year))
    return Base(wage, BaseOrigin.RAISED if is_raised else BaseOrigin.CUT, limits, formula)
