"""The average wage (职工平均工资) that wages are measured by: which series, whose, of which year.

No text says which of the published averages is meant, and they differ by up to 40 %: the series is always the caller's
choice. An annual average is divided by 12 exactly, never rounded first.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Final, assert_never, cast

import attrs

from gxinjury.benefits.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    Sign,
    Yuan,
    amount,
    check_amount,
    check_count,
    check_day,
    check_not_before,
    check_optional_day,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN, REG, RSF49
from gxinjury.law.readings import AverageWageYear
from gxinjury.law.regulation import AverageArea
from gxinjury.money import Share, times
from gxinjury.records import AboveZero, check_facts
from gxinjury.texts import Text

MONTHS_A_YEAR: Final = 12


class AverageSeries(Enum):
    """Which average wage."""

    ON_POST = Text(zh="城镇单位在岗职工", en="on-post")
    NON_PRIVATE = Text(zh="城镇非私营单位就业人员", en="urban non-private")
    FULL_SCOPE = Text(zh="全口径城镇单位就业人员", en="full-scope")


_CITY: Final = {
    AverageSeries.ON_POST: "nanning_on_post",
    AverageSeries.NON_PRIVATE: "nanning_non_private",
    AverageSeries.FULL_SCOPE: "guangxi_full_scope",
}
_REGION: Final = {
    AverageSeries.ON_POST: "guangxi_on_post",
    AverageSeries.NON_PRIVATE: "guangxi_non_private",
    AverageSeries.FULL_SCOPE: "guangxi_full_scope",
}


def _names(figures: Mapping[AverageSeries, str]) -> dict[str, AverageSeries]:
    """Return the series by the names it may be given by: its own, and that of its figure."""
    return {name: one for one, figure in figures.items() for name in (one.name.lower(), figure)}


_CITY_NAMES: Final = _names(_CITY)
_REGION_NAMES: Final = _names(_REGION)
_ALL_NAMES: Final = _CITY_NAMES | _REGION_NAMES
_AREAS: Final = {
    figure: AverageArea.CITY if figure.startswith("nanning") else AverageArea.REGION
    for figure in (*_CITY.values(), *_REGION.values())
}
"""Whose a series is that is told by the name of its figure."""


def _read(value: AverageSeries | str, names: Mapping[str, AverageSeries]) -> AverageSeries:
    """Return the series of a name, else the value as it came."""
    return names.get(value.lower(), cast("AverageSeries", value)) if isinstance(value, str) else value


def _check_series(record: str, value: object, names: Mapping[str, AverageSeries]) -> None:
    if not isinstance(value, AverageSeries):
        known = ", ".join(names)
        no_series = FactRule(
            zh=f"必须是平均工资的口径（AverageSeries：{known}）",
            en=f"must be an AverageSeries or its name ({known})",
            code="no_series",
        )
        raise InvalidFactError(record, "series", no_series, value)


def _check_name(record: str, _: str, value: object) -> None:
    _check_series(record, value, _ALL_NAMES)


def _check_year(record: str, field: str, value: int) -> None:
    check_count(record, field, value)
    check_day(record, field, _first_day(value))


def _series(value: AverageSeries | str) -> AverageSeries:
    return _read(value, _ALL_NAMES)


@attrs.frozen(init=False)
class AverageWage:
    """An average wage of a year.

    Args:
        yuan_per_year: The average, in yuan a year.
        series: Which average it is; its name will do.
        year: The year that it was earned in.
        area: Whose it is; None: as the name of the series has it (``guangxi_on_post``), else not told.

    Raises:
        InvalidFactError: The average is not above zero, or there is no such series.

    >>> average = AverageWage(107581, "on_post", 2022)
    >>> average.series.name, average.year
    ('ON_POST', 2022)
    >>> AverageWage(94766, "guangxi_on_post", 2022).area.value.en
    'Guangxi as a whole'
    >>> AverageWage.of_month("3903.83", AverageSeries.ON_POST, 2014).monthly()
    Decimal('3903.83')
    """

    yuan_per_year: Annotated[AboveZero, Text("每年", "a year")] = attrs.field(converter=amount)
    series: Annotated[AverageSeries, _check_name, Text("口径", "series")] = attrs.field(converter=_series)
    year: Annotated[int, _check_year, Text("年度", "year")]
    area: Annotated[AverageArea | None, Text("地域", "area")] = None

    def __init__(
        self,
        yuan_per_year: Decimal | int | str,
        series: AverageSeries | str,
        year: int,
        area: AverageArea | None = None,
    ) -> None:
        named = _AREAS.get(series.lower()) if isinstance(series, str) else None
        self.__attrs_init__(yuan_per_year, series, year, named if area is None else area)

    __attrs_post_init__ = check_facts

    @classmethod
    def of_month(
        cls, yuan: Decimal | int | str, series: AverageSeries | str, year: int, area: AverageArea | None = None
    ) -> "AverageWage":
        """Return the average wage that was published by the month, in yuan a month; raises as the class does."""
        read: object = amount(yuan)
        check_amount("AverageWage", "yuan", read, Sign.POSITIVE)
        return cls(times(cast("Yuan", read), MONTHS_A_YEAR), series, year, area)

    def monthly(self) -> Yuan:
        """Return the average in yuan a month, not rounded: a twelfth of the year's, to 60 digits."""
        return Share(1, MONTHS_A_YEAR).of(self.yuan_per_year)


def _first_day(year: int) -> date | int:
    """Return the first day of a year; the number where there is no such year."""
    return date(year, 1, 1) if date.min.year <= year <= date.max.year else year


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


@rule(REG.clause("64"), Text("广西职工平均工资", "Guangxi's average wage"))
def region_average(series: AverageSeries | str, *, year: int, law: Law = LAW) -> AverageWage:
    """Guangxi's average wage of a year (REG-64), for what the law measures by the region's.

    Args:
        series: Which average: an :class:`AverageSeries` or its name. There is no default.
        year: The year that it was earned in.
        law: The law asked.

    Returns:
        The average wage, in yuan a year, with its area, series and year.

    Raises:
        InvalidFactError: There is no such series, or it is no year.
        NotInForceError: Nobody published it, as far as is known here; the message says what to supply.

    >>> region_average("on_post", year=2022).yuan_per_year
    Decimal('94766')
    """
    kind = _read(series, _REGION_NAMES)
    _check_series("region_average", kind, _REGION_NAMES)
    match kind:
        case AverageSeries.ON_POST:
            yuan = law.guangxi_on_post.of(year)
        case AverageSeries.NON_PRIVATE:
            yuan = law.guangxi_non_private.of(year)
        case AverageSeries.FULL_SCOPE:
            yuan = law.guangxi_full_scope.of(year)
        case _:
            assert_never(kind)
    return AverageWage(yuan, kind, year, AverageArea.REGION)


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
        series: Which average: an :class:`AverageSeries` or its name. The notice does not say, so there is no default.
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
    kind = _read(series, _CITY_NAMES)
    _check_series("city_average", kind, _CITY_NAMES)
    check_day("city_average", "injured_on", injured_on)
    for field, day in (("assessed_on", assessed_on), ("determined_on", determined_on), ("paid_on", paid_on)):
        check_optional_day("city_average", field, day)
        if day is not None:
            check_not_before("city_average", field, day, "injured_on", injured_on)
    return nanning_average(kind, average_wage_year(injured_on, assessed_on, determined_on, paid_on, law), law)


@rule(RSF49.clause("pooling"), Text("据以定上下限的平均工资", "average that limits the wage"))
def limiting_average(average: AverageWage, on: date, law: Law) -> AverageWage:
    """Average that limits an own wage (REG-64): the pooling area's, Nanning's until 2023-06-30, then the region's.

    An average that does not say whose it is stands as it was given. Where Nanning's is given and the region is the
    pooling area, the region's of the same series and year takes its place.

    Raises:
        NotInForceError: The region's was not published, as far as is known here.

    >>> limiting_average(AverageWage(112501, "nanning_on_post", 2023), date(2024, 3, 5), LAW).yuan_per_year
    Decimal('98807')
    """
    if law.pooling_area.on(on) is AverageArea.CITY or average.area is AverageArea.REGION:
        return average
    if average.area is None:
        caution(Cautions.area_not_told)
        return average
    caution(Cautions.region_limits)
    return region_average(average.series, year=average.year, law=law)
