"""Strategies of wages (工资): monthly wages, those of the months before an injury, average wages."""

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from gxinjury.benefits import AverageArea, AverageSeries, AverageWage
from gxinjury.extra.strategies.facts import amounts, fen_of, yuan_of
from gxinjury.extra.strategies.hand import Hand, by_hand
from gxinjury.extra.strategies.records import of
from gxinjury.facts import Yuan
from gxinjury.law import LAW
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.money import Rate, Share

_HIGHEST_WAGE: Final = 100_000
_AVERAGES: Final = (12_000, 300_000)
_MONTHS: Final = LAW.reference_wage_months.on(REVISED_FROM)
_LIMITS: Final = (LAW.reference_wage_floor.on(REVISED_FROM), LAW.reference_wage_ceiling.on(REVISED_FROM))
_ALLOWANCES: Final = tuple(
    Rate.percent(percent)
    for table in (LAW.severe_allowance_percent, LAW.medium_allowance_percent)
    for percent in table.on(REVISED_FROM).values
)


def wages(*, lowest: Decimal | int | str = 1, highest: Decimal | int | str = _HIGHEST_WAGE) -> st.SearchStrategy[Yuan]:
    """Wages in yuan a month, the lowest the plainest; often such that a disability allowance ends in half a fen."""
    return st.one_of(*(amounts(lowest=lowest, highest=highest, rate=rate) for rate in _ALLOWANCES))


def average_wages(
    *,
    series: AverageSeries | None = None,
    area: AverageArea | None = None,
    first_year: int = 2010,
    last_year: int = 2024,
) -> st.SearchStrategy[AverageWage]:
    """Average wages of a year, made up and not the published ones; the lowest of the first year the plainest.

    Where none is named they are of any series, and do not say of which area. What measures wages by an average takes
    none of a year before 2010.
    """
    lowest, highest = _AVERAGES
    return of(
        AverageWage,
        yuan_per_year=st.integers(lowest, highest).map(Decimal) | amounts(lowest=lowest, highest=highest),
        series=st.sampled_from(AverageSeries) if series is None else series,
        year=st.integers(first_year, last_year),
        area=area,
    )


@by_hand
def monthly_wages(
    draw: Hand,
    *,
    average: AverageWage | None = None,
    most_months: int = _MONTHS,
    highest: Decimal | int | str = _HIGHEST_WAGE,
) -> tuple[Yuan, ...]:
    """Wages of the months before an injury, in yuan; a single month without any the plainest.

    The law takes twelve months at the most. Where an average is given, the months are often all worth its 60 or 300 %,
    or a fen more, where the limits of art. 64 begin.
    """
    edges: list[Yuan] = []
    if average is not None:
        limits = [fen_of(Share(1, 12).of(limit.of(average.yuan_per_year))) for limit in _LIMITS]
        edges = [yuan_of(fen + more) for fen in limits for more in (0, 1)]
    of_months = draw(st.lists(amounts(lowest=0, highest=highest), min_size=1, max_size=most_months))
    at_edge = draw.one_of((None, *edges))
    return tuple(of_months) if at_edge is None else (at_edge,) * len(of_months)
