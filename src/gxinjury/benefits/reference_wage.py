"""The reference wage (本人工资) that benefits are multiples of.

The mean of the monthly wages of the 12 months before, kept between 60 % and 300 % of the average wage. Nothing here is
rounded: only what is paid is.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from gxinjury.benefits.average_wage import MONTHS_A_YEAR, AverageWage
from gxinjury.benefits.findings import Cautions
from gxinjury.benefits.guangxi_wages import limiting_average
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, amounts, check_instance, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import Share, mean
from gxinjury.texts import Text

__all__ = ["day_of", "highest_wage", "limits_at", "lowest_wage", "mean_wage", "reference_wage"]

_A_TWELFTH: Final = Share(1, MONTHS_A_YEAR)

_MUST_BE_AMOUNTS: Final = FactRule(
    zh="必须是由各月金额组成的序列", en="must be a sequence of monthly amounts", code="no_amounts"
)
_MUST_NOT_BE_EMPTY: Final = FactRule(
    zh="至少要有一个月的工资；没有可用工资的，不填即可（benefit_base(None, ...)）",
    en="must hold a month at least; where no wage can be used, benefit_base(None, ...) takes the average",
    code="no_month",
)


def day_of(average: AverageWage) -> date:
    """Return a day of the year that uses an average: the one after its own."""
    return date(average.year + 1, 1, 1)


@rule(REG.clause("64"), Text("各月缴费工资的平均数", "mean of the monthly wages"))
def mean_wage(wages: tuple[Yuan, ...]) -> Yuan:
    """Mean of the monthly wages (REG-64), not rounded."""
    return mean(wages)


@rule(REG.clause("64"), Text("本人工资的最低额", "least that the reference wage can be"))
def lowest_wage(average: AverageWage, law: Law) -> Yuan:
    """Least that the reference wage can be: 60 % of the monthly average (REG-64), not rounded.

    >>> lowest_wage(AverageWage.of_month("3903.83", "on_post", 2014), LAW) == Decimal("2342.298")
    True
    """
    return _A_TWELFTH.of(law.reference_wage_floor.on(day_of(average)).of(average.yuan_per_year))


@rule(REG.clause("64"), Text("本人工资的最高额", "most that the reference wage can be"))
def highest_wage(average: AverageWage, law: Law) -> Yuan:
    """Most that the reference wage can be: 300 % of the monthly average (REG-64), not rounded.

    >>> highest_wage(AverageWage.of_month("3903.83", "on_post", 2014), LAW) == Decimal("11711.49")
    True
    """
    return _A_TWELFTH.of(law.reference_wage_ceiling.on(day_of(average)).of(average.yuan_per_year))


@rule(REG.clause("64"), Text("本人工资", "reference wage"))
def reference_wage(
    monthly_wages: Iterable[Decimal | int | str],
    *,
    average: AverageWage,
    injured_on: date | None = None,
    law: Law = LAW,
) -> Yuan:
    """Reference wage (REG-64): the mean of the monthly wages, kept between the limits that the average sets.

    Args:
        monthly_wages: The contribution wages of up to 12 months before the injury, in yuan, in any order; of fewer
            months the mean is taken.
        average: The average wage of the pooling area; Nanning's is replaced by the region's from 2023-07-01 on.
        injured_on: The day of the injury, whose pooling area counts; None: the first day of the year after the
            average's own.
        law: The law asked: the one of the year that uses the average, the year after its own.

    Returns:
        The reference wage in yuan a month, not rounded to the fen.

    Raises:
        InvalidFactError: The wages are none, more than 12, or one is negative or no amount.
        NotInForceError: The average is of a year before 2010, when the Regulation had not been revised; or the region's
            takes the place of Nanning's and was not published.

    >>> average = AverageWage.of_month("3903.83", "on_post", 2014)
    >>> reference_wage([1500], average=average) == Decimal("2342.298")
    True
    >>> reference_wage([3400, 3600], average=average)
    Decimal('3500')
    """
    check_instance("reference_wage", "average", average, AverageWage)
    check_optional_day("reference_wage", "injured_on", injured_on)
    months = law.reference_wage_months.on(day_of(average))
    wages = _wages("reference_wage", monthly_wages, months)
    if len(wages) < months:
        caution(Cautions.few_months, months=len(wages), usual=months)
    # A quotient is rounded, but at its 60th digit and never past its neighbour, and amounts of 10 decimals tell a mean
    # from a limit 30 digits before: on which side of a limit the mean lies is decided exactly.
    limits = limits_at(average, injured_on, law)
    return min(max(mean_wage(wages), lowest_wage(limits, law)), highest_wage(limits, law))


def limits_at(average: AverageWage, injured_on: date | None, law: Law) -> AverageWage:
    """Return the average that limits a wage on the day of the injury, or in the year that uses the average."""
    return limiting_average(average, day_of(average) if injured_on is None else injured_on, law)


def _wages(question: str, values: Iterable[Decimal | int | str], months: int) -> tuple[Yuan, ...]:
    """Return the monthly wages as amounts, refused where there are none or too many."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise InvalidFactError(question, "monthly_wages", _MUST_BE_AMOUNTS, values)
    given = tuple(values)
    if not given:
        raise InvalidFactError(question, "monthly_wages", _MUST_NOT_BE_EMPTY, given)
    if len(given) > months:
        too_many = FactRule(
            zh=f"不得超过 {months} 个月", en=f"must hold {months} months at the most", code="too_many_months"
        )
        raise InvalidFactError(question, "monthly_wages", too_many, len(given))
    return amounts(question, "monthly_wages", given)
