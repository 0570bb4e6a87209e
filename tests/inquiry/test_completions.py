"""What can come out of an open case, and what it still needs, held against plain exhaustive trial."""

from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.inquiry import needs, one_of, possible
from gxinjury.inquiry.outcomes import Refusal
from tests.inquiry.exhaustive import asked, outcomes_with, smallest_disagreements
from tests.inquiry.lunar import DOMAINS, Craft, Facts, Landing, Table, both, forbidding, rule_of
from tests.inquiry.strategies import bans, knowledge, tables


def case(facts: Facts) -> partial[Craft]:
    """Return a craft as far as it is known: what can be anything is left out."""
    bounded: dict[str, Any] = {name: one_of(*values) for name, values in facts.items() if values != DOMAINS[name]}
    return partial(Craft, **bounded)


class TestAgainstExhaustiveTrial:
    """Whatever the rule, whatever the record forbids, whatever is known."""

    @given(tables, bans, knowledge())
    def test_possible_is_what_trial_finds(self, table: Table, ban: Table, facts: Facts) -> None:
        """No outcome of a completion is missing, and none is there that no completion has."""
        with forbidding(ban):
            answers = asked(rule_of(table), facts)
            assume(answers)
            assert set(possible(rule_of(table), case(facts))) == {outcome for _, outcome in answers}

    @given(tables, bans, knowledge())
    def test_rows_cover_every_completion_once(self, table: Table, ban: Table, facts: Facts) -> None:
        """Every completion falls under one row of the decision table, and has the outcome of that row."""
        with forbidding(ban):
            answers = asked(rule_of(table), facts)
            assume(answers)
            rows = possible(rule_of(table), case(facts)).rows
            for craft, outcome in answers:
                [row] = [row for row in rows if all(getattr(craft, one.field) is one.value for one in row.facts)]
                assert row.outcome == outcome

    @given(tables, bans, knowledge())
    def test_needs_are_exact(self, table: Table, ban: Table, facts: Facts) -> None:
        """A fact is needed if and only if it is in a smallest set of facts in which two completions disagree."""
        with forbidding(ban):
            answers = asked(rule_of(table), facts)
            assume(answers)
            found = needs(rule_of(table), case(facts))
            assert {need.field for need in found} == set().union(*smallest_disagreements(answers))
            assert found.is_decided == (len(found) == 0)

    @given(tables, bans, knowledge())
    def test_answers_tell_what_is_left(self, table: Table, ban: Table, facts: Facts) -> None:
        """Under each answer stands what can come out then; answers that the facts forbid are left out."""
        with forbidding(ban):
            answers = asked(rule_of(table), facts)
            assume(answers)
            for need in needs(rule_of(table), case(facts)):
                told = {answer.value: set(answer.outcomes) for answer in need.answers}
                tried = {value: outcomes_with(answers, {need.field: value}) for value in facts[need.field]}
                assert told == {value: outcomes for value, outcomes in tried.items() if outcomes}

    @given(tables, bans, knowledge())
    def test_the_most_telling_need_comes_first(self, table: Table, ban: Table, facts: Facts) -> None:
        """Needs are in the order of the outcomes that their answers leave on average."""
        with forbidding(ban):
            assume(asked(rule_of(table), facts))
            found = needs(rule_of(table), case(facts))
            assert [need.outcomes_left for need in found] == sorted(need.outcomes_left for need in found)

    @given(tables, bans, knowledge(), st.data())
    def test_an_indifferent_fact_changes_nothing(
        self, table: Table, ban: Table, facts: Facts, data: st.DataObject
    ) -> None:
        """Two completions that differ in indifferent facts only have one outcome."""
        with forbidding(ban):
            answers = asked(rule_of(table), facts)
            assume(answers)
            indifferent = needs(rule_of(table), case(facts)).indifferent
            craft, outcome = data.draw(st.sampled_from(answers))
            known = {name: getattr(craft, name) for name in DOMAINS if name not in indifferent}
            assert outcomes_with(answers, known) == {outcome}


class TestFactsThatMoveTogether:
    """A record may forbid to change one fact alone."""

    together: Table = ("manned", (("beacon", (False, True, True)), ("beacon", (True, False, True))))
    """A craft has a beacon if and only if it is manned."""

    def test_both_are_needed(self) -> None:
        """Where one fact tells the other, asking for either helps, though the rule looks at one only."""
        with forbidding(self.together):
            found = needs(rule_of(("manned", (Landing.ALLOWED, Landing.FORBIDDEN))))
        assert [need.field for need in found] == ["manned", "beacon"]
        assert [[*answer.outcomes] for answer in found[1].answers] == [[Landing.ALLOWED], [Landing.FORBIDDEN]]

    @pytest.mark.parametrize("asks", [(False, False), (True, True), (True, False), (False, True)])
    def test_both_are_needed_whether_or_not_the_rule_looks_at_both(self, asks: tuple[bool, bool]) -> None:
        """Where no craft can change in one of them alone, both are needed, though the rule may look at both of them."""

        def after(outcome: Landing, *, asks: bool) -> Table:
            return ("beacon", (outcome, outcome, outcome)) if asks else outcome

        with forbidding(self.together):
            first, second = after(Landing.ALLOWED, asks=asks[0]), after(Landing.FORBIDDEN, asks=asks[1])
            found = needs(rule_of(("manned", (first, second))))
        assert [need.field for need in found] == ["manned", "beacon"]
        for need in found:
            assert [[*answer.outcomes] for answer in need.answers] == [[Landing.ALLOWED], [Landing.FORBIDDEN]]

    def test_both_are_needed_where_the_rule_forbids_one_alone(self) -> None:
        """Facts that the rule itself refuses to take apart move together as those of a record do."""
        found = needs(_first_of, {"first": one_of(1, 2), "last": one_of(1, 2)})
        assert found.outcomes == (1, 2)
        assert [need.field for need in found] == ["first", "last"]

    def test_a_fact_that_is_told_by_a_known_one_is_not_needed(self) -> None:
        """Where one of the two is known, the other is decided."""
        with forbidding(self.together):
            found = needs(rule_of(("manned", (Landing.ALLOWED, Landing.FORBIDDEN))), partial(Craft, beacon=True))
        assert found.is_decided
        assert found.outcomes == (Landing.ALLOWED,)

    def test_answers_that_are_alike_are_not_forbidden_alike(self) -> None:
        """A fact that changes alone between some of its values is needed alone, whatever moves with the others."""
        told: Table = ("beacon", (("manned", (False, True)), ("manned", (True, False)), False))
        rule = rule_of(("beacon", (Landing.ALLOWED, Landing.DEFERRED, Landing.ALLOWED)))
        with forbidding(told):
            assert [need.field for need in needs(rule)] == ["beacon"]

    def test_a_fact_beside_them_is_needed_alone(self) -> None:
        """A fact that can change alone is needed alone: those that would have to move with another are not."""
        heavy: Table = ("heavy", (Landing.DEFERRED, Landing.ALLOWED))
        with forbidding(self.together):
            found = needs(rule_of(("manned", (heavy, heavy))))
        assert [need.field for need in found] == ["heavy"]
        assert found.indifferent == ("manned", "phase", "beacon")


def _first_of(first: int, last: int) -> int:
    if first != last:
        raise InvalidFactError("_first_of", "last", both("must be the first"), last)
    return first


def test_a_refusal_is_an_outcome_like_others() -> None:
    """Two refusals by one rule under one clause are one outcome."""
    from gxinjury.errors import OutOfScopeError

    found = possible(rule_of(("manned", (OutOfScopeError, ("heavy", (OutOfScopeError, OutOfScopeError))))))
    [refusal] = found
    assert isinstance(refusal, Refusal)
    assert OutOfScopeError in found
