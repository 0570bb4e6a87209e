"""Strategies of courier records (快递网点记录): outlets, reporting periods, progress reports, records with the fund."""

from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.couriers import (
    Counts,
    Outlet,
    Record,
    Report,
    ReportForm,
    ReportingPeriod,
    WanYuan,
    region_table,
    reporting_periods,
)
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.strategies.facts import YES_OR_NO, amounts, one_of_these, perhaps, yuan_of
from gxinjury.law import LAW
from gxinjury.law.campaign import CITIES
from gxinjury.money import ZERO, Rate

_PARENT: Final = "某快递公司"
_PLAN_YEARS: Final = (2022, 2023)
_HIGHEST_MONEY_A_PERSON: Final = 1_000_000
_MOST_CITIES: Final = 4
_TOTAL: Final = "合计"
_OUTLETS: Final = ("一店", "二店", "三店", "四店")
_TARGETS: Final[tuple[Rate, ...]] = tuple(
    entry.value.rate for entry in LAW.courier_target.entries if entry.value.rate is not None
)
_FLOAT: Final = LAW.rate_float.entries[-1].value
_RATIOS: Final = (_FLOAT.halved_up_to, _FLOAT.lowered_up_to, _FLOAT.unchanged_up_to, _FLOAT.raised_up_to)
_HUNDREDS: Final = st.integers(1, 100_000).map(lambda count: Decimal(100 * count))
_BENEFITS: Final = amounts(lowest=0, highest=10**7)
_A_FEN: Final = yuan_of(1)


@st.composite
def outlets(draw: st.DrawFn, *, name: str | None = None) -> Outlet:
    """Outlets whose enrolment has an answer: what decides is known; one without a paper the plainest.

    Args:
        draw: Given by Hypothesis.
        name: The name; None: any.

    >>> from hypothesis import find
    >>> find(outlets(), lambda outlet: True)
    Outlet(name='网点1', licence=False, branch_listing=False, filing_receipt=False, is_employer=False, \
parent='某快递公司', fully_insured_before=False)
    """
    return Outlet(
        name=f"网点{draw(st.integers(1, 99_999))}" if name is None else name,
        licence=draw(st.booleans()),
        branch_listing=draw(st.booleans()),
        filing_receipt=draw(st.booleans()),
        is_employer=draw(st.booleans()),
        parent=_PARENT,
        fully_insured_before=draw(st.booleans()),
    )


def plan_periods() -> st.SearchStrategy[ReportingPeriod]:
    """Periods that the plan lays down, January 2022 the plainest.

    >>> from hypothesis import find
    >>> str(find(plan_periods(), lambda period: True))
    '2022-01'
    """
    return st.sampled_from([period for year in _PLAN_YEARS for period in reporting_periods(year)])


def cities() -> st.SearchStrategy[str]:
    """Cities of Guangxi by their full Chinese names, Nanning the plainest.

    >>> from hypothesis import find
    >>> find(cities(), lambda city: True)
    '南宁市'
    """
    return st.sampled_from([city.zh for city in CITIES])


@st.composite
def reports(
    draw: st.DrawFn, *, city: str | None = None, period: ReportingPeriod | None = None, odd: bool = False
) -> Report:
    """Progress reports of a city for a period, all zero the plainest.

    Args:
        draw: Given by Hypothesis.
        city: The city; None: any of Guangxi's.
        period: The period; None: any of the plan.
        odd: Whether counts may contradict one another, which gives findings; else the lines have none.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(reports())
    ... def nothing_is_found(report):
    ...     assert report.findings == ()
    >>> nothing_is_found()
    """
    counts = _odd_counts(draw) if odd else _sound_counts(draw)
    receiving = counts["persons_receiving"]
    lowest, highest = ("0", 10**10) if odd else ("0.01", _HIGHEST_MONEY_A_PERSON * receiving)
    money = draw(amounts(lowest=lowest, highest=highest)) if odd or receiving else ZERO
    facts: dict[str, Any] = {
        "city": draw(cities()) if city is None else city,
        "period": draw(plan_periods()) if period is None else period,
        "benefits_paid": WanYuan.of_yuan(money),
        **counts,
    }
    return Report(**facts)


def _odd_counts(draw: st.DrawFn) -> dict[str, int]:
    return {column: draw(st.integers(0, 10_000)) for column in COUNTED}


def _sound_counts(draw: st.DrawFn) -> dict[str, int]:
    should = draw(st.integers(0, 5_000))
    enrolled = draw(st.integers(0, should))
    persons = enrolled + draw(st.integers(0, 20 * enrolled))
    filed = draw(st.integers(0, 500))
    determined = draw(st.integers(0, filed))
    return {
        "units_should": should,
        "units_enrolled": enrolled,
        "persons_enrolled": persons,
        "persons_paying": draw(st.integers(0, persons)),
        "injuries_filed": filed,
        "injuries_determined": determined,
        "persons_receiving": draw(st.integers(0, determined)),
    }


@st.composite
def report_forms(draw: st.DrawFn, *, period: ReportingPeriod | None = None, odd: bool = False) -> ReportForm:
    """Progress reports as they are filed: several cities for one period, and their total; no line the plainest.

    Args:
        draw: Given by Hypothesis.
        period: The period; None: any of the plan.
        odd: Whether lines may contradict themselves and the total its lines; else nothing is found.

    >>> from hypothesis import given, settings
    >>> from gxinjury.couriers import total_findings
    >>> @settings(max_examples=5, deadline=None)
    ... @given(report_forms())
    ... def totals_add_up(form):
    ...     assert total_findings(form) == ()
    >>> totals_add_up()
    """
    of_period = draw(plan_periods()) if period is None else period
    named = draw(st.lists(cities(), unique=True, max_size=_MOST_CITIES))
    lines = [draw(reports(city=city, period=of_period, odd=odd)) for city in named]
    total = region_table(lines, region=_TOTAL).total if lines else None
    if odd:
        total = draw(reports(city=_TOTAL, period=of_period, odd=True))
    return ReportForm(lines, () if total is None else [total])


@st.composite
def counts(draw: st.DrawFn, *, every_reading: bool = True) -> Counts:
    """Counts of units and persons for the campaign, coverage about its target; nobody at all the plainest.

    Args:
        draw: Given by Hypothesis.
        every_reading: Whether persons are counted, as a reading asks for it; else they may not be.

    >>> from hypothesis import find
    >>> find(counts(), lambda counts: counts.units_enrolled)
    Counts(units_should=0, units_enrolled=1, persons_should=0, persons_enrolled=0)
    """
    units, persons = _covered(draw, 1_000), _covered(draw, 50_000)
    counted = persons if every_reading else perhaps(draw, persons) or (None, None)
    return Counts(*units, *counted)


def _covered(draw: st.DrawFn, most: int) -> tuple[int, int]:
    """Draw how many should enrol and how many are: any, just enough for a target, one too few."""
    should = draw(st.integers(0, most))
    anyhow = draw(st.integers(0, most))
    enough = [-int(-rate.of(Decimal(should)) // 1) for rate in _TARGETS]
    return should, one_of_these(draw, (anyhow, *enough, *(max(count - 1, 0) for count in enough)))


@st.composite
def outlet_lists(draw: st.DrawFn) -> tuple[tuple[Outlet, ...], tuple[Outlet, ...], tuple[Outlet, ...]]:
    """A month's lists of outlets as ``reconcile`` takes them: last month's, the qualifying, the closed; empty plainest.

    An outlet may stand in any of them, and may have changed its papers.

    Args:
        draw: Given by Hypothesis.

    >>> from hypothesis import find
    >>> from gxinjury.couriers import reconcile
    >>> previous, qualifying, closed = find(outlet_lists(), lambda lists: reconcile(*lists).vanished)
    >>> [outlet.name for outlet in previous], qualifying, closed
    (['四店'], (), ())
    """
    before = [draw(outlets(name=name)) for name in _OUTLETS]
    after = [draw(outlets(name=name)) if draw(YES_OR_NO) else one for name, one in zip(_OUTLETS, before, strict=True)]
    previous, qualifying, closed = (
        tuple(one for one in listed if draw(YES_OR_NO)) for listed in (before, after, before)
    )
    return previous, qualifying, closed


@st.composite
def fund_records(draw: st.DrawFn) -> Record:
    """Units' records with the fund, about the bounds by which rates float; a new unit without benefits the plainest.

    Args:
        draw: Given by Hypothesis.

    >>> from hypothesis import find
    >>> find(fund_records(), lambda record: True).years_insured
    0
    """
    # Whole hundreds, so that the bounds of the payment ratio are whole yuan.
    premiums = draw(_HUNDREDS)
    bounds = [bound.of(premiums) for bound in _RATIOS]
    benefits = one_of_these(draw, (draw(_BENEFITS), *bounds, *(bound + _A_FEN for bound in bounds)))
    persons = draw(st.integers(1, 10_000))
    few = int(_FLOAT.few_injuries.of(Decimal(persons)))
    return Record(
        benefits=benefits,
        premiums=premiums,
        injuries=one_of_these(draw, (draw(st.integers(0, 100)), few, few + 1)),
        persons=persons,
        years_insured=draw(st.integers(0, 20)),
        under_reported=draw(YES_OR_NO),
        in_arrears=draw(YES_OR_NO),
    )
