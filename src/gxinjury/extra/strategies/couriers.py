"""Strategies of courier records (快递网点记录): outlets, reporting periods, progress reports, records with the fund."""

from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.couriers import Counts, Outlet, Record, Report, ReportForm, ReportingPeriod, WanYuan
from gxinjury.couriers.region import region_table
from gxinjury.couriers.report import COUNTED
from gxinjury.couriers.reporting import reporting_periods
from gxinjury.extra.strategies.facts import A_FEN, amounts
from gxinjury.extra.strategies.hand import Hand, by_hand
from gxinjury.extra.strategies.records import of
from gxinjury.law import LAW
from gxinjury.law.campaign import CITIES
from gxinjury.money import ZERO, Rate
from gxinjury.privacy import AnyText

_PLAN: Final = st.sampled_from([period for year in (2022, 2023) for period in reporting_periods(year)])
_CITIES: Final = st.sampled_from([city.zh for city in CITIES])
_TOTAL: Final = "合计"
_OUTLETS: Final = ("一店", "二店", "三店", "四店")
_NAMES: Final = st.integers(1, 99_999).map(lambda number: f"网点{number}")
_TARGETS: Final[tuple[Rate, ...]] = tuple(
    entry.value.rate for entry in LAW.courier_target.entries if entry.value.rate is not None
)
_FLOAT: Final = LAW.rate_float.entries[-1].value
_RATIOS: Final = (_FLOAT.halved_up_to, _FLOAT.lowered_up_to, _FLOAT.unchanged_up_to, _FLOAT.raised_up_to)
_HUNDREDS: Final = st.integers(1, 100_000).map(lambda count: Decimal(100 * count))
_BENEFITS: Final = amounts(lowest=0, highest=10**7)


def outlets(*, name: AnyText | None = None) -> st.SearchStrategy[Outlet]:
    """Outlets of that name or any, whose enrolment has an answer: what decides is known; without a paper first."""
    decided = dict.fromkeys(("is_employer", "fully_insured_before"), st.booleans())
    return of(Outlet, name=_NAMES if name is None else name, parent="某快递公司", **decided)


def plan_periods() -> st.SearchStrategy[ReportingPeriod]:
    """Periods that the plan lays down, January 2022 the plainest."""
    return _PLAN


def cities() -> st.SearchStrategy[str]:
    """Cities of Guangxi by their full Chinese names, Nanning the plainest."""
    return _CITIES


@by_hand
def reports(draw: Hand, *, city: str | None = None, period: ReportingPeriod | None = None, odd: bool = False) -> Report:
    """Progress reports of a city for a period, of any of them where none is named; all zero the plainest.

    The counts of odd ones may contradict one another, which gives findings; the lines of others have none.
    """
    counts = {column: draw.count(10_000) for column in COUNTED} if odd else _sound_counts(draw)
    receiving = counts["persons_receiving"]
    lowest, highest = ("0", 10**10) if odd else ("0.01", 10**6 * receiving)
    money = draw(amounts(lowest=lowest, highest=highest)) if odd or receiving else ZERO
    where, when = draw(_CITIES) if city is None else city, draw(_PLAN) if period is None else period
    return Report(city=where, period=when, benefits_paid=WanYuan.of_yuan(money), **counts)


def _sound_counts(draw: Hand) -> dict[str, Any]:
    should = draw.count(5_000)
    enrolled = draw.count(should)
    persons = enrolled + draw.count(20 * enrolled)
    filed = draw.count(500)
    determined = draw.count(filed)
    return {
        "units_should": should,
        "units_enrolled": enrolled,
        "persons_enrolled": persons,
        "persons_paying": draw.count(persons),
        "injuries_filed": filed,
        "injuries_determined": determined,
        "persons_receiving": draw.count(determined),
    }


@by_hand
def report_forms(draw: Hand, *, period: ReportingPeriod | None = None, odd: bool = False) -> ReportForm:
    """Progress reports as they are filed: several cities for one period, and their total; no line the plainest.

    Where no period is named, it is any of the plan. The lines of odd ones may contradict themselves, and the total its
    lines; in others nothing is found.
    """
    of_period = draw(_PLAN) if period is None else period
    named = draw(st.lists(_CITIES, unique=True, max_size=4))
    lines = [draw(reports(city=city, period=of_period, odd=odd)) for city in named]
    if odd:
        return ReportForm(lines, [draw(reports(city=_TOTAL, period=of_period, odd=True))])
    return ReportForm(lines, [region_table(lines, region=_TOTAL).total] if lines else ())


@by_hand
def counts(draw: Hand, *, every_reading: bool = True) -> Counts:
    """Counts of units and persons for the campaign, coverage about its target; nobody at all the plainest."""
    units, persons = _covered(draw, 1_000), _covered(draw, 50_000)
    return Counts(*units, *(persons if every_reading or draw.flag() else (None, None)))


def _covered(draw: Hand, most: int) -> tuple[int, int]:
    """Draw how many should enrol and how many are: any, just enough for a target, one too few."""
    should, anyhow = draw.count(most), draw.count(most)
    enough = [-int(-rate.of(Decimal(should)) // 1) for rate in _TARGETS]
    return should, draw.one_of((anyhow, *enough, *(max(count - 1, 0) for count in enough)))


@by_hand
def outlet_lists(draw: Hand) -> tuple[tuple[Outlet, ...], tuple[Outlet, ...], tuple[Outlet, ...]]:
    """A month's lists of outlets as ``reconcile`` takes them: last month's, the qualifying, the closed; empty plainest.

    An outlet may stand in any of them, and may have changed its papers.
    """
    before = [draw(outlets(name=name)) for name in _OUTLETS]
    after = [draw(outlets(name=one.name)) if draw.flag() else one for one in before]
    previous, qualifying, closed = (tuple(one for one in listed if draw.flag()) for listed in (before, after, before))
    return previous, qualifying, closed


@by_hand
def fund_records(draw: Hand) -> Record:
    """Units' records with the fund, about the bounds by which rates float; a new unit without benefits the plainest."""
    # Whole hundreds, so that the bounds of the payment ratio are whole yuan.
    premiums = draw(_HUNDREDS)
    bounds = [bound.of(premiums) for bound in _RATIOS]
    persons = 1 + draw.count(9_999)
    few = int(_FLOAT.few_injuries.of(Decimal(persons)))
    benefits = draw.one_of((draw(_BENEFITS), *bounds, *(bound + A_FEN for bound in bounds)))
    injuries = draw.one_of((draw.count(100), few, few + 1))
    return draw(of(Record, benefits=benefits, premiums=premiums, injuries=injuries, persons=persons))
