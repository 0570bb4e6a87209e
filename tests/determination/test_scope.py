"""What is a work injury: each ground, each exclusion, and what outweighs what."""

from datetime import datetime, timedelta, timezone
from itertools import product
from typing import Any, Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.determination import InjuryFacts, Scope, SuddenIllness, injury_scope
from gxinjury.fields import fields_of
from gxinjury.law.readings import UndiagnosedDeath
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.bad_input import refused

DIAGNOSED: Final = datetime(2025, 3, 1, 8, 15, tzinfo=timezone(timedelta(hours=8)))
IN_TIME: Final = SuddenIllness(at_post=True, first_diagnosis=DIAGNOSED, death=DIAGNOSED + timedelta(hours=48))
TOO_LATE: Final = attrs.evolve(IN_TIME, death=DIAGNOSED + timedelta(hours=48, seconds=1))
WENT_HOME: Final = SuddenIllness(
    at_post=True, onset=DIAGNOSED, shift_ends=DIAGNOSED + timedelta(hours=2), death=DIAGNOSED + timedelta(hours=9)
)
EXCLUSIONS: Final = ("intentional_crime", "drunk_or_drugged", "self_harm_or_suicide")
FLAGS: Final = tuple(field.name for field in fields_of(InjuryFacts) if field.kind is bool and not field.optional)

every_facts = st.builds(
    lambda illness, fault, flags: InjuryFacts(illness=illness, mainly_at_fault=fault, **flags),
    st.sampled_from([None, IN_TIME, TOO_LATE, WENT_HOME]),
    st.sampled_from([None, True, False]),
    st.fixed_dictionaries({name: st.booleans() for name in FLAGS}),
)


def facts(*so: str, **more: Any) -> InjuryFacts:  # noqa: ANN401  (facts of several types)
    """Return the facts of which those named are so, and no others."""
    needed = dict.fromkeys(("in_working_time", "at_workplace", "work_cause"), False)
    return InjuryFacts(**{**needed, **dict.fromkeys(so, True), **more})


def grounds(*so: str, **more: Any) -> list[str]:  # noqa: ANN401  (facts of several types)
    """Return the items that hold."""
    return [clause.number for clause in injury_scope(facts(*so, **more)).grounds]


def by_the_text(so: InjuryFacts) -> set[str]:
    """Return the items of arts. 14 and 15 that hold, as the Regulation words them."""
    hold = set()
    if so.at_workplace:
        if so.in_working_time:
            hold |= {"14.1"} if so.work_cause else set()
            hold |= {"14.3"} if so.violence_for_duty else set()
        elif so.preparing_or_finishing:
            hold.add("14.2")
    hold |= {"14.4"} if so.occupational_disease else set()
    if so.away_on_work and (so.work_cause or so.missing_in_accident):
        hold.add("14.5")
    if so.commuting and (so.transit_accident or (so.traffic_accident and so.mainly_at_fault is False)):
        hold.add("14.6")
    hold |= {"14.7"} if so.named_by_other_law else set()
    hold |= {"15.1"} if so.in_working_time and so.illness is IN_TIME else set()
    hold |= {"15.2"} if so.public_interest_rescue else set()
    hold |= {"15.3"} if so.ex_soldiers_old_wound else set()
    return hold


def left_open(so: InjuryFacts) -> set[str]:
    """Return the items that the police, or the lack of a diagnosis, left open."""
    opened = set()
    if so.commuting and not so.transit_accident and so.traffic_accident and so.mainly_at_fault is None:
        opened.add("14.6")
    if so.in_working_time and so.illness is WENT_HOME:
        opened.add("15.1")
    return opened


def outweighing(so: InjuryFacts, hold: set[str]) -> Scope:
    """Return the scope where these items hold and no others."""
    if any(getattr(so, name) for name in EXCLUSIONS) or not hold:
        return Scope.NOT_A_WORK_INJURY
    return Scope.WORK_INJURY if any(item.startswith("14") for item in hold) else Scope.DEEMED_WORK_INJURY


def _subsets(items: set[str]) -> list[set[str]]:
    found: list[set[str]] = [set()]
    for item in items:
        found += [{*some, item} for some in found]
    return found


class TestGrounds:
    """Arts. 14 and 15, item by item."""

    @pytest.mark.clause("REG-14.1", "REG-14.2", "REG-14.3")
    def test_time_place_and_cause(self) -> None:
        """Every combination of the facts that the first three items rest on."""
        names = ("in_working_time", "at_workplace", "work_cause", "preparing_or_finishing", "violence_for_duty")
        for values in product((False, True), repeat=len(names)):
            so = dict(zip(names, values, strict=True))
            expected = []
            if so["in_working_time"] and so["at_workplace"] and so["work_cause"]:
                expected.append("14.1")
            if not so["in_working_time"] and so["at_workplace"] and so["preparing_or_finishing"]:
                expected.append("14.2")
            if so["in_working_time"] and so["at_workplace"] and so["violence_for_duty"]:
                expected.append("14.3")
            assert grounds(**so) == expected, so

    @pytest.mark.clause("REG-14.4", "REG-14.7", "REG-15.2", "REG-15.3")
    @pytest.mark.parametrize(
        ("fact", "item"),
        [
            ("occupational_disease", "14.4"),
            ("named_by_other_law", "14.7"),
            ("public_interest_rescue", "15.2"),
            ("ex_soldiers_old_wound", "15.3"),
        ],
    )
    def test_items_of_one_fact(self, fact: str, item: str) -> None:
        """Some items rest on one fact alone."""
        assert grounds(fact) == [item]

    @pytest.mark.clause("REG-14.5")
    def test_away_on_work(self) -> None:
        """Away on work it takes a work cause or an accident that one is missing in."""
        assert grounds("away_on_work") == []
        assert grounds("away_on_work", "work_cause") == ["14.5"]
        assert grounds("away_on_work", "missing_in_accident") == ["14.5"]
        assert grounds("missing_in_accident") == []
        assert grounds("work_cause") == []

    @pytest.mark.clause("REG-14.6")
    def test_commuting(self) -> None:
        """A traffic accident not mainly one's own fault; rail, ferry and train whoever is at fault."""
        assert grounds("commuting", "traffic_accident", mainly_at_fault=False) == ["14.6"]
        assert grounds("commuting", "traffic_accident", mainly_at_fault=True) == []
        assert grounds("commuting", "transit_accident") == ["14.6"]
        assert grounds("commuting", "transit_accident", mainly_at_fault=True) == ["14.6"]
        assert grounds("commuting") == []
        assert grounds("traffic_accident") == []
        assert grounds("transit_accident") == []

    @pytest.mark.clause("REG-14.6")
    def test_fault_that_the_police_left_open(self) -> None:
        """It is the authority's to decide: an answer, with what to mind; an accident of a train asks for no fault."""
        answer = explain(injury_scope, facts("commuting", "traffic_accident"))
        assert answer.outcome.scope is Scope.UNSETTLED
        assert answer.outcome.grounds == ()
        assert [str(clause) for clause in answer.outcome.unsettled] == ["REG-14.6"]
        [step] = [step for step in answer.steps if step.cautions]
        assert (step.name, str(step.clause)) == ("accident_while_commuting", "REG-14.6")
        assert [one.en for one in step.cautions] == [
            "the police did not establish whose fault the traffic accident was: the authority decides"
        ]
        assert "由社会保险行政部门认定" in answer.text("zh")
        by_train = injury_scope(facts("commuting", "traffic_accident", "transit_accident"))
        assert (by_train.scope, by_train.unsettled) == (Scope.WORK_INJURY, ())
        for so in (facts("commuting"), facts("traffic_accident")):
            assert injury_scope(so).scope is Scope.NOT_A_WORK_INJURY

    @pytest.mark.clause("REG-15.1")
    @pytest.mark.parametrize(
        ("reading", "scope", "unsettled"),
        [
            (UndiagnosedDeath.UNSETTLED, Scope.UNSETTLED, ["REG-15.1"]),
            (UndiagnosedDeath.DEEMED, Scope.DEEMED_WORK_INJURY, []),
            (UndiagnosedDeath.NOT_DEEMED, Scope.NOT_A_WORK_INJURY, []),
        ],
    )
    def test_undiagnosed_death(self, reading: UndiagnosedDeath, scope: Scope, unsettled: list[str]) -> None:
        """Who went home undiagnosed and died there is for the authority, unless the law reads it."""
        answer = injury_scope(facts("in_working_time", illness=WENT_HOME), law=LAW.reading(reading))
        assert (answer.scope, [str(clause) for clause in answer.unsettled]) == (scope, unsettled)
        assert injury_scope(facts(illness=WENT_HOME)).scope is Scope.NOT_A_WORK_INJURY

    @pytest.mark.clause("REG-15.1")
    def test_sudden_illness(self) -> None:
        """In working time, at the post, within the 48 hours; a law of other hours is handed on."""
        assert grounds("in_working_time", illness=IN_TIME) == ["15.1"]
        assert grounds("in_working_time", illness=TOO_LATE) == []
        assert grounds(illness=IN_TIME) == []
        assert grounds("in_working_time", illness=attrs.evolve(IN_TIME, at_post=False)) == []
        longer = LAW.with_figure("sudden_illness_hours", Entry(DIAGNOSED.date(), 72, Text(zh="试", en="a trial")))
        so = facts("in_working_time", illness=TOO_LATE)
        assert injury_scope(so, law=longer).scope is Scope.DEEMED_WORK_INJURY

    @pytest.mark.clause("REG-14", "REG-15")
    @given(every_facts)
    def test_all_facts(self, so: InjuryFacts) -> None:
        """Whatever the facts, the items that hold are those of the text, in its order."""
        answer = injury_scope(so)
        assert [clause.number for clause in answer.grounds] == sorted(by_the_text(so))
        assert [clause.number for clause in answer.unsettled] == sorted(left_open(so))


@pytest.mark.clause("NN-4.5", "REG-14", "REG-15", "REG-16")
class TestScope:
    """Art. 14 before art. 15, art. 16 before both."""

    @given(every_facts)
    def test_what_outweighs_what(self, so: InjuryFacts) -> None:
        """An exclusion outweighs every ground, a ground of art. 14 outweighs one of art. 15."""
        answer = injury_scope(so)
        assume(not answer.unsettled)
        assert answer.scope is outweighing(so, by_the_text(so))

    @given(every_facts)
    def test_open_only_where_it_matters(self, so: InjuryFacts) -> None:
        """The answer is open exactly where deciding the open items one way or the other would change it."""
        hold, opened = by_the_text(so), left_open(so)
        decided = {outweighing(so, {*hold, *some}) for some in _subsets(opened)}
        scope = injury_scope(so).scope
        assert decided == {scope} if scope is not Scope.UNSETTLED else len(decided) > 1

    @given(every_facts, st.sampled_from(EXCLUSIONS))
    def test_an_exclusion_never_makes_it_one(self, so: InjuryFacts, name: str) -> None:
        """With an exclusion added it is none, on the same grounds."""
        added: dict[str, Any] = {name: True}
        excluded = injury_scope(attrs.evolve(so, **added))
        assert excluded.scope is Scope.NOT_A_WORK_INJURY
        assert excluded.grounds == injury_scope(so).grounds
        assert not excluded.without_disability_subsidy

    @pytest.mark.clause("REG-16.1", "REG-16.2", "REG-16.3")
    def test_each_exclusion(self) -> None:
        """Each item of art. 16 is named, alone and together."""
        for number, name in enumerate(EXCLUSIONS, start=1):
            answer = injury_scope(facts("occupational_disease", name))
            assert [str(clause) for clause in answer.exclusions] == [f"REG-16.{number}"]
        answer = injury_scope(facts("occupational_disease", *EXCLUSIONS))
        assert [clause.number for clause in answer.exclusions] == ["16.1", "16.2", "16.3"]
        assert injury_scope(facts("occupational_disease")).exclusions == ()

    @pytest.mark.clause("REG-15.3")
    def test_ex_soldier(self) -> None:
        """Where the old wound is the only ground, everything but the lump-sum disability subsidy."""
        alone = injury_scope(facts("ex_soldiers_old_wound"))
        assert (alone.scope, alone.without_disability_subsidy) == (Scope.DEEMED_WORK_INJURY, True)
        assert not injury_scope(facts("ex_soldiers_old_wound", "public_interest_rescue")).without_disability_subsidy
        assert not injury_scope(facts("ex_soldiers_old_wound", "occupational_disease")).without_disability_subsidy
        assert not injury_scope(facts("public_interest_rescue")).without_disability_subsidy
        assert not injury_scope(facts("ex_soldiers_old_wound", "drunk_or_drugged")).without_disability_subsidy

    @given(every_facts)
    def test_explaining_changes_nothing(self, so: InjuryFacts) -> None:
        """The answer is the same with its reasons, and every item of the three articles was looked at."""
        answer = explain(injury_scope, so)
        assert answer.outcome == injury_scope(so)
        looked_at = {str(clause) for clause in answer.clauses}
        items = {f"14.{n}" for n in range(1, 8)} | {f"{article}.{n}" for article in (15, 16) for n in (1, 2, 3)}
        assert {f"REG-{item}" for item in items} <= looked_at


class TestInjuryFacts:
    """What the record lets in."""

    @pytest.mark.parametrize("name", FLAGS)
    def test_flags(self, name: str) -> None:
        """Each flag is True or False by type."""
        with refused("InjuryFacts", name, "must be True or False", got="'no'"):
            facts(**{name: "no"})

    def test_fault(self) -> None:
        """Whose fault it was is True, False, or not established."""
        assert facts("commuting", "traffic_accident").mainly_at_fault is None
        with refused("InjuryFacts", "mainly_at_fault", "must be True or False"):
            facts(mainly_at_fault="half")

    def test_illness(self) -> None:
        """An illness is told as a record."""
        with refused("InjuryFacts", "illness", "must be of type SuddenIllness"):
            facts(illness=True)

    def test_no_facts(self) -> None:
        """What is no record of facts is refused by name."""
        slip: Any = {"in_working_time": True}
        with refused("injury_scope", "facts", "must be of type InjuryFacts"):
            injury_scope(slip)
