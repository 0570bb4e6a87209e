"""Strategies of determination: the questions take them under every reading, and the limits' edges are drawn."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given

from gxinjury.determination import (
    DatedCost,
    Exclusion,
    Ground,
    InjuryFacts,
    Scope,
    SuddenIllness,
    costs_on_employer,
    deemed_by_sudden_illness,
    employer_deadline,
    injury_scope,
    split_costs,
    sudden_illness_ground,
    worker_deadline,
)
from gxinjury.extra.strategies import (
    Filing,
    dated_costs,
    exclusions,
    filings,
    injury_facts,
    laws,
    periods,
    sudden_illnesses,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import ExtensionLimit
from gxinjury.periods import Period
from tests.extra.strategies.reaching import first_of, population, reached

FIRST: Final = date(2016, 2, 1)
LAST: Final = date(2016, 4, 30)
TWO_DAYS: Final = timedelta(days=2)


class TestFilings:
    """Applications for a determination."""

    @given(filing=filings(first=FIRST, last=LAST), law=laws())
    def test_taken(self, filing: Filing, law: Law) -> None:
        """Limits and costs are answered under every reading, and what somebody does comes after the injury."""
        assert FIRST <= filing.injured_on <= LAST
        assert employer_deadline(**filing.employer_facts, law=law).raw >= filing.injured_on + timedelta(days=30)
        assert worker_deadline(**filing.worker_facts, law=law).raw >= filing.injured_on + timedelta(days=365)
        costs = costs_on_employer(**filing.cost_facts, law=law)
        assert costs is None or costs.first >= filing.injured_on

    @pytest.mark.parametrize("off", [29, 30, 31])
    @pytest.mark.parametrize("who", ["employer_filed_on", "others_filed_on", "accepted_on"])
    def test_the_employers_limit(self, who: str, off: int) -> None:
        """Somebody applies on the thirtieth day, and on the days beside it."""

        def wanted(filing: Filing) -> bool:
            day: date | None = getattr(filing, who)
            return filing.extension_days == 0 and day == filing.injured_on + timedelta(days=off)

        assert reached(filings(), wanted)

    @pytest.mark.parametrize("off", [0, 1])
    def test_the_workers_year(self, off: int) -> None:
        """The worker's side applies on the corresponding day of the year after, and a day later."""

        def wanted(filing: Filing) -> bool:
            day = filing.others_filed_on
            if day is None or filing.excluded or (filing.injured_on.month, filing.injured_on.day) == (2, 29):
                return False
            return day == filing.injured_on.replace(year=filing.injured_on.year + 1) + timedelta(days=off)

        assert reached(filings(), wanted)

    def test_leap_days(self) -> None:
        """Injuries happen on a 29th of February."""
        found = first_of(filings(), lambda filing: (filing.injured_on.month, filing.injured_on.day) == (2, 29))
        assert worker_deadline(**found.worker_facts).raw.year == found.injured_on.year + 1

    @pytest.mark.parametrize(("law", "longest"), [(LAW, 30), (LAW.reading(ExtensionLimit.PLUS_60), 60)])
    def test_extensions(self, law: Law, longest: int) -> None:
        """They are as long as the law asked allows, and no longer."""
        assert max(filing.extension_days for filing in population(filings(law=law), 400)) == longest


class TestExclusions:
    """Time left out of the year."""

    @given(excluded=exclusions(injured_on=FIRST))
    def test_closed(self, excluded: tuple[Exclusion, ...]) -> None:
        """Each has an end, and is not out of all proportion."""
        assert all(one.period.last is not None and one.period.first.year in {2015, 2016, 2017} for one in excluded)

    @pytest.mark.parametrize("first", [FIRST, date(2016, 2, 2), date(2017, 2, 1), date(2017, 2, 2)], ids=str)
    def test_edges(self, first: date) -> None:
        """They begin on both sides of the day of the injury, and of the end of the year."""
        found = first_of(exclusions(injured_on=FIRST), lambda some: first in {one.period.first for one in some})
        assert worker_deadline(FIRST, excluded=found).raw >= date(2017, 2, 1)

    def test_overlaps(self) -> None:
        """Two of them overlap."""

        def overlap(some: tuple[Exclusion, ...]) -> bool:
            return len(some) > 1 and some[0].period.overlap(some[1].period) is not None

        assert reached(exclusions(injured_on=FIRST), overlap)


def _holding(day: date) -> Callable[[set[date]], bool]:
    """Return whether days hold one, as a condition on them."""
    return lambda several: day in several


class TestDatedCosts:
    """Costs with their days."""

    @given(costs=dated_costs(first=FIRST, last=LAST), period=periods())
    def test_taken(self, costs: tuple[DatedCost, ...], period: Period) -> None:
        """Fund and employer bear all of them, whatever falls on whom."""
        assert all(FIRST <= cost.incurred_on <= LAST for cost in costs)
        assert split_costs(costs, period).whole == sum(cost.amount for cost in costs)

    @pytest.mark.parametrize("about", [Period(date(2016, 3, 1), date(2016, 3, 31)), Period(date(2016, 3, 1), None)])
    def test_edges(self, about: Period) -> None:
        """They arise on the first and last day of a period, and on the days beside it."""
        edges = {about.first, about.first - timedelta(days=1)}
        if about.last is not None:
            edges |= {about.last, about.last + timedelta(days=1)}
        some = dated_costs(first=date(2016, 1, 1), last=date(2019, 1, 1), about=about)
        incurred = some.map(lambda costs: {cost.incurred_on for cost in costs})
        for edge in edges:
            assert reached(incurred, _holding(edge))

    @given(costs=dated_costs(first=FIRST, last=FIRST, about=Period(LAST, None)))
    def test_edges_out_of_bounds(self, costs: tuple[DatedCost, ...]) -> None:
        """No edge is drawn that lies outside of the days asked for."""
        assert {cost.incurred_on for cost in costs} <= {FIRST}


class TestIllness:
    """Sudden illness."""

    @pytest.mark.parametrize("second", [0, 1, -1])
    def test_the_48th_hour(self, second: int) -> None:
        """Death comes on the 48th hour of the first diagnosis, a second later, a second before."""
        off = TWO_DAYS + timedelta(seconds=second)

        def wanted(illness: SuddenIllness) -> bool:
            diagnosed, death = illness.first_diagnosis, illness.death
            return diagnosed is not None and death is not None and death - diagnosed == off

        illness = first_of(sudden_illnesses(), wanted)
        deemed = deemed_by_sudden_illness(
            in_working_time=True, at_post=True, first_diagnosis=illness.first_diagnosis, death=illness.death
        )
        assert deemed is (second <= 0)

    @pytest.mark.parametrize("second", [0, 1])
    def test_the_end_of_the_shift(self, second: int) -> None:
        """Undiagnosed, death comes at the end of the shift and a second later."""

        def wanted(illness: SuddenIllness) -> bool:
            known = illness.onset, illness.shift_ends, illness.death
            if illness.first_diagnosis is not None or None in known or not illness.at_post:
                return False
            return illness.death == illness.shift_ends + timedelta(seconds=second)  # type: ignore[operator]  # known

        illness = first_of(sudden_illnesses(), wanted)
        expected = Ground.UNSETTLED if second else Ground.HOLDS
        assert sudden_illness_ground(illness, in_working_time=True) is expected

    @given(illness=sudden_illnesses(first=FIRST, last=FIRST))
    def test_bounds(self, illness: SuddenIllness) -> None:
        """The day is the one asked for."""
        assert illness.first_diagnosis is None or illness.first_diagnosis.date() == FIRST


class TestScope:
    """What is known of an injury."""

    @given(facts=injury_facts(), law=laws())
    def test_taken(self, facts: InjuryFacts, law: Law) -> None:
        """Its scope is answered."""
        assert isinstance(injury_scope(facts, law=law).scope, Scope)

    @pytest.mark.parametrize(
        "item", [*(f"14.{one}" for one in range(1, 8)), *(f"15.{one}" for one in (1, 2, 3)), "16.1", "16.2", "16.3"]
    )
    def test_every_item(self, item: str) -> None:
        """Each item of arts. 14 to 16 holds in some case."""

        def holds(facts: InjuryFacts) -> bool:
            found = injury_scope(facts)
            return item in {clause.number for clause in (*found.grounds, *found.exclusions)}

        assert reached(injury_facts(), holds)

    @pytest.mark.parametrize("wanted", Scope, ids=lambda wanted: wanted.name)
    def test_every_scope(self, wanted: Scope) -> None:
        """So does each outcome."""
        assert reached(injury_facts(), lambda facts: injury_scope(facts).scope is wanted)

    @pytest.mark.parametrize(
        "corner",
        [
            lambda facts: facts.commuting and facts.traffic_accident and facts.mainly_at_fault,
            lambda facts: facts.commuting and facts.traffic_accident and facts.mainly_at_fault is False,
            lambda facts: facts.commuting and facts.traffic_accident and facts.mainly_at_fault is None,
        ],
    )
    def test_commuting(self, corner: Any) -> None:  # noqa: ANN401  (a condition)
        """Traffic accidents while commuting are the worker's fault, are not, and are left open by the police."""
        assert reached(injury_facts(), corner, 4000)
