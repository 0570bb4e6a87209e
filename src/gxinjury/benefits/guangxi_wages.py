"""Guangxi's average wage (广西职工平均工资), and which average limits an own wage."""

from datetime import date
from typing import assert_never

from gxinjury.benefits.average_series import (
    REGION_NAMES,
    AverageSeries,
    check_series,
    read_series,
)
from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.findings import Cautions
from gxinjury.explanations import caution, rule
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG, RSF49
from gxinjury.law.regulation import AverageArea
from gxinjury.texts import Text

__all__ = ["limiting_average", "region_average"]


@rule(REG.clause("64"), Text("广西职工平均工资", "Guangxi's average wage"))
def region_average(series: AverageSeries | str, *, year: int, law: Law = LAW) -> AverageWage:
    """Guangxi's average wage of a year (REG-64), for what the law measures by the region's.

    Args:
        series: Which average: an :class:`~gxinjury.benefits.average_series.AverageSeries` or its name. There
            is no default.
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
    kind = read_series(series, REGION_NAMES)
    check_series("region_average", kind, REGION_NAMES)
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
