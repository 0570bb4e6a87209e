"""Strategies of courier records (快递网点记录): outlets, reporting periods, progress reports, records with the fund."""

from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.couriers import Outlet, Record, Report, ReportingPeriod, WanYuan, reporting_periods
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.strategies.facts import amounts
from gxinjury.law.campaign import CITIES
from gxinjury.money import ZERO

_PARENT: Final = "某快递公司"
_PLAN_YEARS: Final = (2022, 2023)
_HIGHEST_MONEY_A_PERSON: Final = 1_000_000


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


def fund_records() -> st.SearchStrategy[Record]:
    """Units' records with the fund, by which rates float; a new unit without benefits the plainest.

    >>> from hypothesis import find
    >>> find(fund_records(), lambda record: True).years_insured
    0
    """
    return st.builds(
        Record,
        benefits=amounts(lowest=0, highest=10**7),
        premiums=amounts(highest=10**7),
        injuries=st.integers(0, 100),
        persons=st.integers(1, 10_000),
        years_insured=st.integers(0, 20),
        under_reported=st.booleans(),
        in_arrears=st.booleans(),
    )
