"""The living-care fee (生活护理费): monthly, by care dependency, a share of the average wage of the year before."""

from datetime import date
from enum import Enum

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.doors import day_asked
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import CARE, REG
from gxinjury.law.regulation import AverageArea, CareRates
from gxinjury.money import Rate, to_fen, to_yuan
from gxinjury.texts import Text

__all__ = ["CareDependency", "average_area", "care_fee_rate", "living_care_fee", "paid_care_fee", "rate_of"]


class CareDependency(Enum):
    """How far a worker depends on care, as the assessment committee confirms it (生活自理障碍)."""

    FULL = Text(zh="生活完全不能自理", en="full")
    MOST = Text(zh="生活大部分不能自理", en="most")
    PARTIAL = Text(zh="生活部分不能自理", en="partial")


@rule(REG.clause("34"), Text("生活护理费比例", "rate of the care fee"))
def care_fee_rate(dependency: CareDependency, on: date, law: Law) -> Rate:
    """Share of the average wage that a dependency draws: 50, 40 or 30% (REG-34)."""
    return rate_of(law.care_fee_rates.on(on), dependency)


def rate_of(rates: CareRates, dependency: CareDependency) -> Rate:
    """Return the rate that a dependency has among all."""
    shares = {
        CareDependency.FULL: rates.full,
        CareDependency.MOST: rates.most,
        CareDependency.PARTIAL: rates.partial,
    }
    return shares[dependency]


@rule(CARE.clause("rounding"), Text("实际支付的生活护理费", "care fee as it is paid"))
def paid_care_fee(fee: Yuan, on: date, law: Law) -> Yuan:
    """Care fee as it is paid: in whole yuan, half up (CARE-rounding), else to the fen."""
    return to_yuan(fee) if law.care_fee_in_whole_yuan.on(on) else to_fen(fee)


@rule(CARE.clause("region"), Text("平均工资的地域", "area of the average wage"))
def average_area(day: date, *, law: Law = LAW) -> AverageArea:
    """Area whose average wage care fees and funeral subsidies use (CARE-region, CARE-city).

    Args:
        day: The day of the determination, or of the death.
        law: The law asked.

    Returns:
        The region, on its on-post average, from 2021-01-01; before, the city.

    Raises:
        InvalidFactError: It is no day.
        NotInForceError: The day lies before 2011-01-01.

    >>> average_area(date(2020, 12, 31)).name, average_area(date(2021, 1, 1)).name
    ('CITY', 'REGION')
    """
    check_day("average_area", "day", day)
    return law.average_area.on(day)


@rule(REG.clause("34"), Text("生活护理费", "living-care fee"))
def living_care_fee(
    dependency: CareDependency, average: AverageWage, *, on: date | None = None, law: Law = LAW
) -> Yuan:
    """Living-care fee (生活护理费), paid monthly by the fund (REG-34).

    Args:
        dependency: How far the worker depends on care, as confirmed.
        average: The average wage of the year before, of the area that :func:`average_area` names.
        on: The day whose shares apply; None: those last in force.
        law: The law asked.

    Returns:
        What is paid a month, in whole yuan.

    Raises:
        InvalidFactError: There is no dependency, or no average.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> regional = AverageWage(yuan_per_year=91369, series="guangxi_on_post", year=2021)
    >>> living_care_fee(CareDependency.FULL, regional)
    Decimal('3807')
    """
    check_instance("living_care_fee", "dependency", dependency, CareDependency)
    check_instance("living_care_fee", "average", average, AverageWage)
    day = day_asked("living_care_fee", on, law.care_fee_rates)
    return paid_care_fee(care_fee_rate(dependency, day, law).of(average.monthly()), day, law)
