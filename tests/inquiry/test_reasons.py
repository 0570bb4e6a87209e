"""Why not: what was looked at and failed, and what decides by trial."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.explanations import rule
from gxinjury.inquiry import flips, one_of, why_not
from tests.inquiry.exhaustive import asked
from tests.inquiry.lunar import (
    DOMAINS,
    MOON,
    Craft,
    Haul,
    Idle,
    Landing,
    Phase,
    Ship,
    Table,
    clause,
    dust_tax,
    forbidding,
    rule_of,
)
from tests.inquiry.strategies import bans, tables

CRAFT = Craft(manned=False, heavy=True, phase=Phase.HALF)
HAUL = Haul(worth=50, taken_on=date(2009, 12, 1), landed_on=date(2009, 11, 1))


@rule(clause("10"))
def crew(craft: Craft) -> bool:
    """Whether there is a crew."""
    return craft.manned


@rule(clause("11"))
def light(craft: Craft) -> Phase | None:
    """The light there is; none without a beacon."""
    return craft.phase if craft.beacon else None


@rule(clause("12"))
def usual(craft: Craft) -> Landing:
    """What usually becomes of such a craft."""
    return Landing.DEFERRED if craft.heavy else Landing.ALLOWED


@rule(clause("13"))
def fate(craft: Craft) -> Landing:
    """What becomes of a craft."""
    return Landing.ALLOWED if crew(craft) or light(craft) else usual(craft)


class TestConditions:
    """The steps that failed on the way."""

    def test_steps_that_answered_no(self) -> None:
        """No, nothing, and another value of the kind wanted are failures; the rule asked is none of its own."""
        found = why_not(fate, CRAFT, Landing.ALLOWED)
        assert [str(one) for one in found.conditions] == [
            "crew: no [MOON-10]",
            "light: none [MOON-11]",
            "usual: deferred [MOON-12]",
        ]
        assert not found.holds

    def test_a_step_that_held_is_none(self) -> None:
        """A step that answered yes, or just what is wanted, speaks for it."""
        found = why_not(fate, Craft(manned=False, heavy=True, phase=Phase.HALF, beacon=False), Landing.DEFERRED)
        assert found.holds
        assert found.conditions == ()
        found = why_not(fate, Craft(manned=True, heavy=True, phase=Phase.HALF), Landing.DEFERRED)
        assert found.conditions == ()

    def test_facts_that_were_looked_at(self) -> None:
        """The single facts are told in the order of asking, those not looked at left out."""
        found = why_not(fate, Craft(manned=False, heavy=True, phase=Phase.HALF, beacon=True), Landing.FORBIDDEN)
        assert [str(one) for one in found.facts] == ["manned: no", "beacon: yes", "phase: half"]

    def test_a_refusal_has_conditions_too(self) -> None:
        """Where the rule refuses, the steps up to there are looked at."""
        found = why_not(_refusing, CRAFT, Landing.ALLOWED)
        assert [str(one) for one in found.conditions] == ["crew: no [MOON-10]"]
        assert [fact.field for fact in found.facts] == ["manned"]

    def test_figures_and_readings_are_no_conditions(self) -> None:
        """What a figure says, or how a clause is read, has not failed, also where it is of the kind wanted."""
        for wanted in (Decimal(6), Idle.NEW):
            assert why_not(dust_tax, HAUL, wanted).conditions == ()

    @pytest.mark.parametrize(
        ("answered", "failed"),
        [
            (None, True),
            (False, True),
            ((), True),
            (Landing.DEFERRED, True),
            (True, False),
            (0, False),
            ((1,), False),
            (Phase.NEW, False),
            (Landing.ALLOWED, False),
        ],
    )
    def test_what_speaks_against_it(self, answered: object, *, failed: bool) -> None:
        """No, nothing, an empty sequence, and another value of the kind wanted."""

        @rule(clause("16"))
        def inner() -> object:
            return answered

        def outer(tons: int) -> Landing:
            inner()
            return Landing.FORBIDDEN if tons else Landing.DEFERRED

        assert [one.outcome for one in why_not(outer, {"tons": 1}, Landing.ALLOWED).conditions] == [answered] * failed

    def test_facts_of_records_within_are_told_alone(self) -> None:
        """A record that was looked into is told by its facts, amounts in yuan."""
        ship = Ship("Luna", HAUL)
        found = why_not(lambda ship: ship.haul is not None and ship.haul.worth > 50, {"ship": ship}, True)
        assert [str(one) for one in found.facts] == ["worth: 50.00 yuan"]

    def test_a_rule_without_steps(self) -> None:
        """A plain function has no steps of its own, and its facts are what it was given."""
        found = why_not(_plain, {"number": 1}, True, bounds={"number": one_of(1, 2, 3)})
        assert (found.conditions, found.facts) == ((), ())
        assert [flip.values for flip in found] == [{"number": 3}]


@rule(clause("14"))
def _refusing(craft: Craft) -> Landing:
    if not crew(craft):
        raise OutOfScopeError(clause("14").says)
    return Landing.ALLOWED


def _both(one: int, other: int) -> bool:
    return one == other == 2


def _plain(number: int) -> bool:
    return number > 2


class TestWhatWouldBringIt:
    """The smallest changes that bring the outcome wanted."""

    @given(tables, bans, st.data())
    def test_as_flips_finds_them(self, table: Table, ban: Table, data: st.DataObject) -> None:
        """The changes are those that flips finds for the outcome wanted."""
        with forbidding(ban):
            answers = asked(rule_of(table), DOMAINS)
            assume(answers)
            craft, outcome = data.draw(st.sampled_from(answers))
            wanted = data.draw(st.sampled_from(Landing))
            found = why_not(rule_of(table), craft, wanted)
            assert found.found == flips(rule_of(table), craft, to=wanted).found
            assert found.holds == (outcome is wanted)

    def test_a_kind_of_error(self) -> None:
        """One may ask why a rule did not refuse."""
        found = why_not(dust_tax, HAUL, NotInForceError)
        assert str(found).splitlines()[0] == "dust tax: why not NotInForceError but 5.00 yuan"

    def test_law_is_handed_on(self) -> None:
        """The law asked is the rule's."""
        found = why_not(dust_tax, HAUL, Decimal(6), law=MOON.known_on(date(2005, 1, 1)))
        assert found.outcome == Decimal("5.00")

    def test_bounds_must_be_of_the_case(self) -> None:
        """A bound for what is no fact is refused."""
        with pytest.raises(InvalidFactError, match="must be one of the case's facts"):
            why_not(dust_tax, HAUL, Decimal(6), bounds={"weight": 1})


class TestReport:
    """The report, in both languages."""

    def test_text(self) -> None:
        """What failed, what was looked at, what would bring it."""
        assert str(why_not(fate, CRAFT, Landing.ALLOWED)).splitlines() == [
            "fate: why not allowed but deferred",
            "Conditions looked at that failed:",
            "  · crew: no [MOON-10]",
            "  · light: none [MOON-11]",
            "  · usual: deferred [MOON-12]",
            "Facts looked at:",
            "  · manned: no",
            "  · beacon: none",
            "  · heavy: yes",
            "It would be allowed with these changes at the least:",
            "  · manned no becomes yes",
            "  · heavy yes becomes no",
            "  · beacon none becomes yes",
        ]

    def test_changes_made_together_stand_in_one_line(self) -> None:
        """Parted as each language parts them."""
        found = why_not(_both, {"one": 1, "other": 1}, True, bounds={"one": one_of(1, 2), "other": one_of(1, 2)})
        assert str(found).splitlines()[-1] == "  · one 1 becomes 2; other 1 becomes 2"
        assert found.text("zh").splitlines()[-1].count("；") == 1
        assert ";" not in found.text("zh")

    def test_nothing_would(self) -> None:
        """Where no change brings it, the report says so."""
        lines = why_not(_plain, {"number": 1}, True).text("zh").splitlines()
        assert lines == [" plain：为何不是 是，而是 否", "可变的事实怎样变动，都不会是 是"]

    def test_it_holds(self) -> None:
        """Asked why not what is, the report says that it is."""
        assert str(why_not(fate, CRAFT, Landing.DEFERRED)) == "fate is deferred indeed"
        assert str(why_not(dust_tax, HAUL, Decimal(5))) == "dust tax is 5.00 yuan indeed"
