"""Inquiries into the rules of the rooms, held against plain exhaustive trial of the same rules."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import combinations, pairwise, product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury import LAW
from gxinjury.construction import (
    Contract,
    CoverState,
    DelayFiling,
    PriceChange,
    TermChange,
    project_cover,
    project_premium,
)
from gxinjury.construction.injuries import SiteInjury
from gxinjury.construction.standings import Standing, standing
from gxinjury.determination.injury_facts import InjuryFacts
from gxinjury.determination.scope import Scope, injury_scope
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.facts import CHINA, Yuan
from gxinjury.inquiry import Refusal, between, days_when, flips, needs, one_of, partly, possible, readings_that_matter
from gxinjury.inquiry.outcomes import outcome_of
from gxinjury.law import Law
from gxinjury.law.readings import (
    CoverFrom,
    ElapsedTime,
    ExtendedTerm,
    OnSiteUnlisted,
    ReportClock,
    WhoIsInProgress,
)
from gxinjury.periods import Period

ACCIDENT = datetime(2016, 3, 1, 9, 0, tzinfo=CHINA)
IN_TIME, LATE, EARLY = (ACCIDENT + timedelta(hours=hours) for hours in (48, 49, -1))
CONTRACT = Contract(price=100_000_000, commencement=date(2015, 7, 1), completion=date(2016, 6, 30))

LISTED: dict[str, Any] = {"cover": CoverState.COVERED, "enrolled": True}
UNLISTED: dict[str, Any] = {"cover": CoverState.COVERED, "enrolled": False, "enrolled_by_employer": False}

Found = tuple[dict[str, object], object]


def completions(
    rule: Callable[..., object], make: Callable[..., object], domains: Mapping[str, tuple[object, ...]]
) -> list[Found]:
    """Return the facts of every completion with its outcome, those left out that the facts forbid."""

    def found() -> Iterator[Found]:
        for values in product(*domains.values()):
            facts = dict(zip(domains, values, strict=True))
            try:
                yield facts, outcome_of(lambda facts=facts: rule(make(**facts)))  # type: ignore[misc]
            except InvalidFactError:
                continue

    return list(found())


def smallest(found: list[Found]) -> set[frozenset[str]]:
    """Return the smallest sets of facts in which two completions differ that disagree."""
    sets = {
        frozenset(name for name in one if one[name] != other[name])
        for (one, first), (other, second) in combinations(found, 2)
        if first != second
    }
    return {facts for facts in sets if not any(smaller < facts for smaller in sets)}


@pytest.mark.clause("NN-3.2.0", "NN-3.2.1", "NN-3.2.2", "NN-3.2.3")
class TestStanding:
    """Nothing is known of an injury but when it happened, and when it may have been reported."""

    domains: Mapping[str, tuple[object, ...]] = {
        "work_cause": (True, False),
        "on_site": (True, False),
        "enrolled": (True, False),
        "cover": tuple(CoverState),
        "reported_at": (None, EARLY, IN_TIME, LATE),
        "known_at": (None, EARLY, ACCIDENT),
        "verified": (True, False, None),
        "enrolled_by_employer": (True, False),
        "deemed": (True, False),
    }
    # From Python 3.14 on a partial in a class is a method, unless it is kept from it.
    bounds = staticmethod(
        partial(
            SiteInjury,
            happened_at=ACCIDENT,
            reported_at=one_of(None, EARLY, IN_TIME, LATE),
            known_at=one_of(None, EARLY, ACCIDENT),
        )
    )

    @pytest.mark.parametrize("law", [LAW, LAW.reading(OnSiteUnlisted.REPORT_FIRST), LAW.reading(ReportClock.KNOWLEDGE)])
    def test_against_exhaustive_trial(self, law: Law) -> None:
        """What can come out, and what is needed, is what plain trial finds."""
        found = completions(partial(standing, law=law), partial(SiteInjury, happened_at=ACCIDENT), self.domains)
        assert set(possible(standing, self.bounds, law=law)) == {outcome for _, outcome in found}
        wanted = needs(standing, self.bounds, law=law)
        assert {need.field for need in wanted} == set().union(*smallest(found))
        for need in wanted:
            for answer in need.answers:
                left = {outcome for facts, outcome in found if facts[need.field] == answer.value}
                assert set(answer.outcomes) == left

    def test_the_first_question(self) -> None:
        """With nothing known the cover is asked for first, and but for a covered project no more is asked."""
        wanted = needs(standing, self.bounds)
        assert [need.field for need in wanted] == [
            "cover",
            "work_cause",
            "deemed",
            "enrolled",
            "enrolled_by_employer",
            "reported_at",
            "verified",
            "on_site",
        ]
        settled = {answer.value: answer.outcomes for answer in wanted[0].answers if len(answer.outcomes) == 1}
        assert settled == {
            CoverState.NOT_COVERED: (Standing.NOT_INSURED,),
            CoverState.UNSETTLED: (Standing.UNSETTLED,),
        }
        assert [str(clause) for clause in wanted[0].clauses] == ["NN-3.2.0"]
        assert wanted.indifferent == ("known_at",)

    @pytest.mark.parametrize(
        ("known", "outcome"),
        [
            ({"cover": CoverState.NOT_COVERED}, Standing.NOT_INSURED),
            ({**LISTED, "work_cause": True, "deemed": False}, Standing.PROJECT_CLAIM),
            ({**LISTED, "deemed": True}, Standing.SCOPE_DECIDES),
            ({**UNLISTED, "work_cause": False, "deemed": False}, Standing.NOT_INSURED),
            ({**UNLISTED, "deemed": True}, Standing.UNSETTLED),
            ({**UNLISTED, "work_cause": True, "deemed": False, "on_site": True}, Standing.TREATED_AS_INSURED),
        ],
    )
    def test_after_which_answers_no_more_is_asked(self, known: dict[str, Any], outcome: Standing) -> None:
        """Once the outcome is the same whatever the rest, nothing is needed, bounded or not."""
        wanted = needs(standing, partial(SiteInjury, **known))
        assert wanted.is_decided
        assert wanted.outcomes == (outcome,)

    def test_a_moment_without_bounds_is_not_guessed(self) -> None:
        """Where the report matters and nothing bounds its moment, the question says which fact to bound."""
        with pytest.raises(InvalidFactError, match=r"SiteInjury\.reported_at is asked for and nothing bounds it"):
            needs(standing)

    def test_a_report_cannot_come_before_the_accident(self) -> None:
        """A report before the accident is skipped; if there is nothing else, that is the error."""
        case = partial(self.bounds, **UNLISTED, deemed=False, work_cause=True, on_site=False, verified=None)
        assert set(possible(standing, partial(case, reported_at=one_of(EARLY, LATE)))) == {Standing.UNSETTLED}
        with pytest.raises(InvalidFactError, match=r"SiteInjury\.reported_at must not be before happened_at"):
            possible(standing, partial(case, reported_at=EARLY))

    @given(st.data())
    def test_flips_against_exhaustive_trial(self, data: st.DataObject) -> None:
        """The flips of an injury are all injuries with another standing that differ in the fewest facts."""
        domains = {**self.domains, "reported_at": (None, IN_TIME, LATE), "known_at": (None,)}
        found = completions(standing, partial(SiteInjury, happened_at=ACCIDENT), domains)
        facts, outcome = data.draw(st.sampled_from(found))
        injury = SiteInjury(happened_at=ACCIDENT, **facts)  # type: ignore[arg-type]  # its own facts
        turned = flips(standing, injury, bounds={"reported_at": one_of(None, IN_TIME, LATE), "known_at": None})
        others = [
            {name: other[name] for name in other if other[name] != facts[name]}
            for other, another in found
            if another != outcome
        ]
        size = min(len(changed) for changed in others)
        assert turned.size == size
        changes = [flip.values for flip in turned]
        expected = [changed for changed in others if len(changed) == size]
        assert len(changes) == len(expected)
        assert all(changed in changes for changed in expected)


@pytest.mark.clause("NN-4.5", "REG-14", "REG-15", "REG-16")
class TestInjuryScope:
    """A part of the facts of a determination is open."""

    domains: Mapping[str, tuple[object, ...]] = {
        "in_working_time": (True, False),
        "work_cause": (True, False),
        "commuting": (True, False),
        "traffic_accident": (True, False),
        "mainly_at_fault": (True, False, None),
        "drunk_or_drugged": (True, False),
    }

    def test_against_exhaustive_trial(self) -> None:
        """What can come out, and what is needed, is what plain trial finds, also where facts ask for others."""
        known = attrs.asdict(InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True), recurse=False)
        known = {name: value for name, value in known.items() if name not in self.domains}
        make: Callable[..., InjuryFacts] = partial(InjuryFacts, **known)
        found = completions(_scope, make, self.domains)
        assert set(possible(_scope, make)) == {outcome for _, outcome in found}
        assert {need.field for need in needs(_scope, make)} == set().union(*smallest(found))

    def test_too_much_that_is_open_is_said(self) -> None:
        """Every ground is looked at, so that with all of them open the combinations are too many, and it is said."""
        from gxinjury.inquiry import TooManyTrialsError

        with pytest.raises(TooManyTrialsError, match="bound the facts more narrowly"):
            needs(injury_scope, partial(InjuryFacts, illness=None), budget=2_000)


def _scope(facts: InjuryFacts) -> Scope:
    return injury_scope(facts).scope


def _total(
    contract: Contract,
    paid_on: date,
    started_on: date | None,
    price_changes: tuple[PriceChange, ...],
    law: Law = LAW,
) -> Yuan:
    return project_premium(contract, paid_on=paid_on, started_on=started_on, price_changes=price_changes, law=law).total


@pytest.mark.clause("NN-1.1.2", "NN-1.1.3", "NN-1.1.4")
class TestPremium:
    """Price, days and changes are bounded, not known."""

    prices = (100_000_000, 50_000_000)
    days = tuple(date(2016, 6, 20) + timedelta(days=count) for count in range(13))
    starts = (None, date(2015, 9, 1))
    raised_on = (date(2016, 6, 25), date(2016, 9, 1))

    def make(self, price: int, paid_on: date, started_on: date | None, agreed_on: date) -> dict[str, object]:
        """Return the facts of a premium."""
        contract = Contract(price=price, commencement=date(2015, 7, 1), completion=date(2016, 6, 30))
        changes = (PriceChange(amount=1_000_000, agreed_on=agreed_on),)
        return {"contract": contract, "paid_on": paid_on, "started_on": started_on, "price_changes": changes}

    def test_against_exhaustive_trial(self) -> None:
        """What can come out, refusals included, and what is needed, is what plain trial finds."""
        domains: dict[str, tuple[object, ...]] = {
            "price": self.prices,
            "paid_on": self.days,
            "started_on": self.starts,
            "agreed_on": self.raised_on,
        }
        found = completions(lambda facts: _total(**facts), self.make, domains)
        case = {
            "contract": partial(
                Contract,
                price=one_of(*self.prices),
                commencement=date(2015, 7, 1),
                completion=date(2016, 6, 30),
                bid_price=None,
            ),
            "paid_on": between(self.days[0], self.days[-1]),
            "started_on": one_of(*self.starts),
            "price_changes": (partial(PriceChange, amount=1_000_000, agreed_on=one_of(*self.raised_on)),),
        }
        told = possible(_total, case)
        assert set(told) == {outcome for _, outcome in found}
        assert OutOfScopeError in told
        names = {"contract.price": "price", "price_changes[0].agreed_on": "agreed_on"}
        wanted = needs(_total, case)
        assert {names.get(need.field, need.field) for need in wanted} == set().union(*smallest(found))

    def test_a_nested_record_of_which_little_is_known(self) -> None:
        """What a premium that is paid before the start needs is the price alone."""
        contract = partial(Contract, commencement=date(2015, 7, 1), completion=date(2016, 6, 30), price=one_of(10, 20))
        case = {"contract": partly(contract), "paid_on": date(2015, 6, 1), "started_on": None, "price_changes": ()}
        with pytest.raises(InvalidFactError, match=r"Contract\.bid_price is asked for"):
            needs(_total, case)
        wanted = needs(_total, {**case, "contract": partial(contract, bid_price=None)})
        assert [need.field for need in wanted] == ["contract.price"]

    def test_days_agree_with_the_rule_on_every_day(self) -> None:
        """The premium by the day of payment is the rule's on every day, before, in and after the term."""
        window = Period(date(2015, 6, 1), date(2016, 7, 31))
        law = LAW.reading(WhoIsInProgress.ANY)
        facts = self.make(100_000_000, window.first, None, date(2016, 9, 1))
        found = days_when(_total, facts, "paid_on", window, law=law)
        day = window.first
        while day in window:
            facts = self.make(100_000_000, day, None, date(2016, 9, 1))
            assert found.on(day) == outcome_of(lambda facts=facts: _total(**facts, law=law))  # type: ignore[misc]
            day += timedelta(days=1)
        assert found.periods[0] == Period(date(2015, 6, 1), date(2015, 7, 1))
        assert isinstance(found[-1].outcome, Refusal)
        assert found[-1].period == Period(date(2016, 7, 1), date(2016, 7, 31))

    def test_readings_that_matter(self) -> None:
        """A new start that pays in progress: how time is measured matters where it is reduced at all."""
        facts = self.make(100_000_000, date(2016, 1, 15), None, date(2016, 9, 1))
        found = readings_that_matter(_total, facts)
        assert {one.reading for one in found} >= {ElapsedTime, WhoIsInProgress}
        for row in found.rows:
            under = partial(_total, law=LAW.reading(*row.values))
            assert outcome_of(lambda under=under: under(**facts)) == row.outcome  # type: ignore[misc]
        assert CoverFrom not in {one.reading for one in found}


def _state(contract: Contract, day: date, delay: DelayFiling | None, accepted_on: date | None) -> CoverState:
    return project_cover(contract, paid_on=date(2015, 6, 30), accepted_on=accepted_on, delay=delay).state(day)


@pytest.mark.clause("NN-1.3.1", "NN-1.3.2")
class TestCover:
    """The cover of a project by the day, the papers and the acceptance."""

    @settings(max_examples=25)
    @given(
        st.none() | st.dates(date(2016, 5, 25), date(2016, 6, 5)),
        st.none() | st.dates(date(2016, 6, 25), date(2016, 8, 5)),
        st.none() | st.dates(date(2016, 6, 25), date(2016, 8, 5)),
    )
    def test_days_agree_with_the_rule_on_every_day(
        self, filed_on: date | None, ends: date | None, accepted_on: date | None
    ) -> None:
        """The cover by the day is the rule's on every day of the window."""
        delay = None if filed_on is None else DelayFiling(filed_on, ends)
        window = Period(date(2016, 6, 20), date(2016, 8, 10))
        facts = {"contract": CONTRACT, "delay": delay, "accepted_on": accepted_on}
        found = days_when(_state, facts, "day", window)
        days = [window.first + timedelta(days=count) for count in range(window.days or 0)]
        states = [_state(CONTRACT, day, delay, accepted_on) for day in days]
        assert [found.on(day) for day in days] == states
        assert len(found) == 1 + sum(one is not other for one, other in pairwise(states))
        covered = days_when(_state, facts, "day", window, CoverState.COVERED)
        assert [any(day in period for period in covered.periods) for day in days] == [
            state is CoverState.COVERED for state in states
        ]

    def test_what_a_late_acceptance_needs(self) -> None:
        """On a day after the expiry, acceptance decides, and the papers with the end of the period they name."""
        filing = partial(
            DelayFiling,
            filed_on=between(date(2016, 5, 30), date(2016, 6, 2)),
            acceptance_period_ends=one_of(None, date(2016, 7, 15)),
        )
        case = {
            "contract": CONTRACT,
            "day": date(2016, 7, 1),
            "accepted_on": one_of(None, date(2016, 6, 30), date(2016, 7, 31)),
            "delay": one_of(None, filing),
        }
        wanted = needs(_state, case)
        assert {need.field for need in wanted} == {
            "accepted_on",
            "delay",
            "delay.filed_on",
            "delay.acceptance_period_ends",
        }
        filed = next(need for need in wanted if need.field == "delay.filed_on")
        assert [answer.value for answer in filed.answers] == [
            Period(date(2016, 5, 30), date(2016, 5, 31)),
            Period(date(2016, 6, 1), date(2016, 6, 2)),
        ]
        assert [str(clause) for clause in filed.clauses] == ["NN-1.3.2"]

    def test_the_nearest_day_that_turns_it(self) -> None:
        """Papers filed a day late are turned by the day before, and by nothing nearer."""
        delay = DelayFiling(date(2016, 6, 1), date(2016, 7, 31))
        facts = {"contract": CONTRACT, "day": date(2016, 7, 1), "delay": delay, "accepted_on": None}
        found = flips(_state, facts, bounds={"delay.filed_on": between(date(2016, 5, 1), date(2016, 6, 30))})
        assert [flip.values for flip in found] == [{"delay.filed_on": date(2016, 5, 31)}]
        assert found[0].outcome is CoverState.COVERED

    def test_a_change_of_the_term_is_a_fact_like_others(self) -> None:
        """Changes of the term may be open too."""

        def expiry(term_changes: tuple[TermChange, ...]) -> date:
            law = LAW.reading(ExtendedTerm.AS_AGREED)
            return project_cover(CONTRACT, paid_on=date(2015, 6, 30), term_changes=term_changes, law=law).expiry

        changed = one_of(date(2016, 6, 29), date(2016, 6, 30))
        found = possible(
            expiry, {"term_changes": (partial(TermChange, completion=date(2016, 8, 31), agreed_on=changed),)}
        )
        assert set(found) == {date(2016, 8, 31), date(2016, 6, 30)}


def test_amounts_are_exact() -> None:
    """An outcome is the rule's own Decimal, to the fen."""
    [total] = possible(_total, TestPremium().make(100_000_000, date(2015, 6, 1), None, date(2016, 9, 1)))
    assert total == Decimal("131300.00")
