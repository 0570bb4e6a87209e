"""Nanning's average wage of the year before (南宁市上一年度职工平均工资)."""

from datetime import date
from typing import assert_never

from gxinjury.benefits.average_series import (
    CITY_NAMES,
    AverageSeries,
    check_series,
    read_series,
)
from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    check_day,
    check_not_before,
    check_optional_day,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import AverageWageYear
from gxinjury.law.regulation import AverageArea
from gxinjury.texts import Text

__all__ = ["average_wage_year", "city_average", "nanning_average"]


@rule(NN.clause("5.2"), Text("平均工资的年度", "year of the average wage"))
def average_wage_year(
    injured_on: date, assessed_on: date | None, determined_on: date | None, paid_on: date | None, law: Law
) -> int:
    """Year before the day that the law's reading counts from (NN-5.2).

    Raises:
        InvalidFactError: The reading asks for a day that is not given.

    >>> average_wage_year(date(2023, 5, 1), None, None, None, LAW)
    2022
    """
    match reading := law.choice(AverageWageYear):
        case AverageWageYear.BEFORE_INJURY:
            return injured_on.year - 1
        case AverageWageYear.BEFORE_BENEFIT_ASSESSMENT:
            return _given("assessed_on", assessed_on, reading).year - 1
        case AverageWageYear.BEFORE_DETERMINATION:
            return _given("determined_on", determined_on, reading).year - 1
        case AverageWageYear.BEFORE_PAYMENT:
            return _given("paid_on", paid_on, reading).year - 1
        case _:
            assert_never(reading)


def _given(field: str, day: date | None, reading: AverageWageYear) -> date:
    if day is None:
        needed = FactRule(
            zh=f"须提供：按“{reading.says.zh}”取上一年度的口径（{reading}）",
            en=f"must be given under the reading {reading}",
            code="day_needed",
        )
        raise InvalidFactError("city_average", field, needed, day)
    return day


@rule(NN.clause("5.2"), Text("该年度南宁市职工平均工资", "Nanning's average wage of that year"))
def nanning_average(series: AverageSeries, year: int, law: Law) -> AverageWage:
    """Nanning's average wage of a year (NN-5.2); the full-scope one is the region's, and is said to be.

    Raises:
        NotInForceError: Nobody published it, as far as is known here; the message says what to supply.

    >>> nanning_average(AverageSeries.ON_POST, 2023, LAW).yuan_per_year
    Decimal('112501')
    """
    area = AverageArea.CITY
    match series:
        case AverageSeries.ON_POST:
            yuan = law.nanning_on_post.of(year)
        case AverageSeries.NON_PRIVATE:
            yuan = law.nanning_non_private.of(year)
        case AverageSeries.FULL_SCOPE:
            caution(Cautions.full_scope_of_region)
            yuan, area = law.guangxi_full_scope.of(year), AverageArea.REGION
        case _:
            assert_never(series)
    return AverageWage(yuan, series, year, area)


@rule(NN.clause("5.2"), Text("南宁市上一年度职工平均工资", "Nanning's average wage of the year before"))
def city_average(
    series: AverageSeries | str,
    *,
    injured_on: date,
    assessed_on: date | None = None,
    determined_on: date | None = None,
    paid_on: date | None = None,
    law: Law = LAW,
) -> AverageWage:
    """Nanning's average wage of the year before (NN-5.2).

    Args:
        series: Which average: an :class:`~gxinjury.benefits.average_series.AverageSeries` or its name. The
            notice does not say, so there is no default.
        injured_on: The day of the injury, or on which an occupational disease was diagnosed.
        assessed_on: The day the benefits are assessed; needed under the reading BEFORE_BENEFIT_ASSESSMENT.
        determined_on: The day of the determination; needed under the reading BEFORE_DETERMINATION.
        paid_on: The day the benefits are paid; needed under the reading BEFORE_PAYMENT.
        law: The law asked; its reading ``AverageWageYear`` says before which day.

    Returns:
        The average wage, in yuan a year, with its area, series and year. It is Nanning's, but of the full-scope series
        the region's, for Nanning has none of its own.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the day that the reading asks for is missing.
        NotInForceError: Nobody published that year's average, as far as is known here.

    >>> average = city_average("on_post", injured_on=date(2024, 3, 5))
    >>> average.year, average.yuan_per_year, average.area.name
    (2023, Decimal('112501'), 'CITY')
    """
    kind = read_series(series, CITY_NAMES)
    check_series("city_average", kind, CITY_NAMES)
    check_day("city_average", "injured_on", injured_on)
    for field, day in (("assessed_on", assessed_on), ("determined_on", determined_on), ("paid_on", paid_on)):
        check_optional_day("city_average", field, day)
        if day is not None:
            check_not_before("city_average", field, day, "injured_on", injured_on)
    return nanning_average(kind, average_wage_year(injured_on, assessed_on, determined_on, paid_on, law), law)
