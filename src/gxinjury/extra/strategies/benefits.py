"""Strategies of what benefits ask for (工伤待遇): wages, grades, conclusions, dependants, receipts, stays."""

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Final

from hypothesis import strategies as st

from gxinjury.benefits import (
    AverageArea,
    AverageSeries,
    AverageWage,
    Conclusion,
    Dependant,
    DependantKind,
    DisabilityGrade,
    Receipt,
)
from gxinjury.extra.strategies.facts import A_FEN, amounts, days, fen_of, yuan_of
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import of
from gxinjury.facts import Yuan
from gxinjury.law import LAW
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.money import Rate, Share
from gxinjury.periods import Period, months_after

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


_MOST: Final = 3
_WITHIN: Final = 800
_RECEIPTS: Final = amounts(highest=1000)


def grades(
    *, worst: DisabilityGrade | int = 1, mildest: DisabilityGrade | int = 10
) -> st.SearchStrategy[DisabilityGrade]:
    """Disability grades from the worst to the mildest, the worst the plainest."""
    return st.sampled_from([grade for grade in DisabilityGrade if worst <= grade <= mildest])


def conclusions(*, first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[tuple[Conclusion, ...]]:
    """Conclusions of the assessment committee on one worker, each of a day of its own; a single one the plainest."""
    made = of(Conclusion, made_on=days(first, last))
    return st.lists(made, min_size=1, max_size=_MOST, unique_by=attrgetter("made_on")).map(tuple)


@by_hand
def dependants(draw: Hand, *, most: int = 5, around: date = FIRST_DAY) -> tuple[Dependant, ...]:
    """Relatives whom a worker supported, one spouse at the most, together often above the cap; none the plainest.

    About the day named children are born or come of age, and shares begin and end.
    """
    count, spouse = draw.count(most), draw.flag()
    return tuple(_dependant(draw, f"亲属{place + 1}", around, spouse=spouse and not place) for place in range(count))


def _dependant(draw: Hand, name: str, around: date, *, spouse: bool) -> Dependant:
    alone = draw.flag()
    kind = DependantKind.SPOUSE if spouse else draw.one_of((DependantKind.OTHER, DependantKind.CHILD))
    born_on = None
    if kind is DependantKind.CHILD:
        about = draw.one_of((around, months_after(around, -12 * LAW.dependant_child_years.on(around))))
        born_on = draw.perhaps(draw.day_about(about, later(about, -40)))
    begun = max(around, born_on or around)
    first = draw.perhaps(draw.day_within(begun, _WITHIN), one_in=4)
    last = draw.perhaps(draw.day_within(first or begun, _WITHIN), one_in=4)
    return Dependant(name, kind, alone, first, last, born_on, unable_to_work=born_on is not None and draw.flag())


@by_hand
def receipts(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Receipt, ...]:
    """Receipts for meals or lodging on the way to treatment, about the caps of their days; none the plainest."""
    several = []
    for _ in range(draw.count(_MOST)):
        day = draw.day(first, last)
        caps = (LAW.travel_meals.on(day), LAW.lodging.on(day))
        edges = [edge for cap in caps for edge in (cap, cap + A_FEN)]
        several.append(Receipt(day, draw.one_of((draw(_RECEIPTS), *edges))))
    return tuple(several)


@by_hand
def stays(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Period, ...]:
    """Stays in hospital that begin on such days, over by some day, overlapping or not; none the plainest."""
    begun = [draw.day(first, last) for _ in range(draw.count(_MOST))]
    return tuple(Period(day, later(day, draw.count(400))) for day in begun)
