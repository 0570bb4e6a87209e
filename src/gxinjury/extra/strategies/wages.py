"""Strategies of wages (工资): monthly wages, those of the months before an injury, average wages."""

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from gxinjury.benefits import AverageArea, AverageSeries, AverageWage
from gxinjury.extra.strategies.facts import amounts, fen_of, one_of_these, yuan_of
from gxinjury.facts import Yuan
from gxinjury.law import LAW
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.money import Rate, Share

_HIGHEST_WAGE: Final = 100_000
_HIGHEST_AVERAGE: Final = 300_000
_MONTHS: Final = LAW.reference_wage_months.on(REVISED_FROM)
_LIMITS: Final = (LAW.reference_wage_floor.on(REVISED_FROM), LAW.reference_wage_ceiling.on(REVISED_FROM))
_ALLOWANCES: Final = tuple(
    Rate.percent(percent)
    for table in (LAW.severe_allowance_percent, LAW.medium_allowance_percent)
    for percent in table.on(REVISED_FROM).values
)


def wages(*, lowest: Decimal | int | str = 1, highest: Decimal | int | str = _HIGHEST_WAGE) -> st.SearchStrategy[Yuan]:
    """Wages in yuan a month, the lowest the plainest; often such that a disability allowance ends in half a fen.

    Args:
        lowest: The lowest, in yuan.
        highest: The highest, in yuan.

    >>> from hypothesis import find
    >>> find(wages(lowest=1680), lambda wage: True)
    Decimal('1680.00')
    """
    return st.one_of(*(amounts(lowest=lowest, highest=highest, rate=rate) for rate in _ALLOWANCES))


def average_wages(
    *,
    series: AverageSeries | None = None,
    area: AverageArea | None = None,
    first_year: int = 2010,
    last_year: int = 2024,
) -> st.SearchStrategy[AverageWage]:
    """Average wages of a year, made up and not the published ones; the lowest of the first year the plainest.

    Args:
        series: Which average; None: any.
        area: Whose it is; None: it does not say.
        first_year: The first year they are of; what measures wages by an average takes none of before 2010.
        last_year: The last year.

    >>> from hypothesis import find
    >>> average = find(average_wages(), lambda average: True)
    >>> average.yuan_per_year, average.series.name, average.year
    (Decimal('12000'), 'ON_POST', 2010)
    """
    in_whole_yuan = st.integers(12_000, _HIGHEST_AVERAGE).map(Decimal)
    return st.builds(
        AverageWage,
        yuan_per_year=in_whole_yuan | amounts(lowest=12_000, highest=_HIGHEST_AVERAGE),
        series=st.sampled_from(AverageSeries) if series is None else st.just(series),
        year=st.integers(first_year, last_year),
        area=st.just(area),
    )


@st.composite
def monthly_wages(
    draw: st.DrawFn,
    *,
    average: AverageWage | None = None,
    most_months: int = _MONTHS,
    highest: Decimal | int | str = _HIGHEST_WAGE,
) -> tuple[Yuan, ...]:
    """Wages of the months before an injury, in yuan; a single month without any the plainest.

    Args:
        draw: Given by Hypothesis.
        average: An average wage: often the months are all worth its 60 or 300 %, or a fen more, where the limits of
            art. 64 begin; None: no limit is looked at.
        most_months: The most months, of which the law takes twelve.
        highest: The highest wage, in yuan.

    >>> from hypothesis import find
    >>> find(monthly_wages(), lambda wages: True)
    (Decimal('0.00'),)
    """
    edges: list[Yuan] = []
    if average is not None:
        limits = [fen_of(Share(1, 12).of(limit.of(average.yuan_per_year))) for limit in _LIMITS]
        edges = [yuan_of(fen + more) for fen in limits for more in (0, 1)]
    of_months = draw(st.lists(amounts(lowest=0, highest=highest), min_size=1, max_size=most_months))
    at_edge = one_of_these(draw, (None, *edges))
    return tuple(of_months) if at_edge is None else (at_edge,) * len(of_months)
