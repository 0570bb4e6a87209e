"""The smallest changes that turn an outcome, held against plain exhaustive trial."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.inquiry import ANY, Change, Flip, TooManyTrialsError, between, flips, one_of
from gxinjury.inquiry.outcomes import outcome_of
from tests.inquiry.exhaustive import asked, differing
from tests.inquiry.lunar import (
    DOMAINS,
    MOON,
    Craft,
    Haul,
    Landing,
    Phase,
    Ship,
    Table,
    both,
    dust_tax,
    forbidding,
    rule_of,
)
from tests.inquiry.strategies import bans, tables

if TYPE_CHECKING:
    from gxinjury.texts import Text

HAUL = Haul(worth=50, taken_on=date(2009, 12, 1), landed_on=date(2009, 11, 1))


class TestAgainstExhaustiveTrial:
    """Whatever the rule, whatever the record forbids."""

    @given(tables, bans, st.data())
    def test_all_smallest_changes_are_found(self, table: Table, ban: Table, data: st.DataObject) -> None:
        """The flips are all crafts with another outcome that differ in the fewest facts."""
        with forbidding(ban):
            answers = asked(rule_of(table), DOMAINS)
            assume(answers)
            craft, outcome = data.draw(st.sampled_from(answers))
            found = flips(rule_of(table), craft)
            others = [(other, differing(craft, other)) for other, another in answers if another != outcome]
            size = min((len(facts) for _, facts in others), default=None)
            assert found.size == size
            turned = {attrs.evolve(craft, **flip.values) for flip in found}  # type: ignore[arg-type]  # its own fields
            assert turned == {other for other, facts in others if len(facts) == size}

    @given(tables, bans, st.data())
    def test_a_flip_flips(self, table: Table, ban: Table, data: st.DataObject) -> None:
        """Applied to the craft, a flip brings the outcome that it tells, and that is another one."""
        with forbidding(ban):
            answers = asked(rule_of(table), DOMAINS)
            assume(answers)
            craft, outcome = data.draw(st.sampled_from(answers))
            for flip in flips(rule_of(table), craft):
                turned = attrs.evolve(craft, **flip.values)  # type: ignore[arg-type]  # its own fields
                assert outcome_of(lambda: rule_of(table)(turned)) == flip.outcome != outcome  # noqa: B023  (called at once)
                assert all(change.before == getattr(craft, change.field) for change in flip.changes)

    @given(tables, bans, st.data())
    def test_flips_to_an_outcome(self, table: Table, ban: Table, data: st.DataObject) -> None:
        """Asked for an outcome, flips brings that one, by the fewest changes that do."""
        with forbidding(ban):
            answers = asked(rule_of(table), DOMAINS)
            assume(answers)
            craft, _ = data.draw(st.sampled_from(answers))
            wanted = data.draw(st.sampled_from(Landing))
            found = flips(rule_of(table), craft, to=wanted)
            sizes = [len(differing(craft, other)) for other, another in answers if another is wanted]
            assert found.size == (min(sizes) or None if sizes else None)
            assert {flip.outcome for flip in found} <= {wanted}


class TestDays:
    """Of days, the nearest on either side."""

    def test_the_nearest_day_on_either_side(self) -> None:
        """A tax that jumps with the rate of 2010 is turned by New Year's Day, and by no later one."""
        found = flips(dust_tax, HAUL, bounds={"taken_on": between(date(2009, 11, 1), date(2012, 1, 1))})
        assert [flip.values for flip in found] == [{"taken_on": date(2010, 1, 1)}]
        assert found[0].outcome == Decimal("10.00")

    def test_both_sides(self) -> None:
        """A day in the middle is turned by the nearest before it and the nearest after it."""
        found = flips(
            _is_weekday, {"day": date(2016, 6, 8)}, bounds={"day": between(date(2016, 6, 1), date(2016, 6, 30))}
        )
        assert [flip.values["day"] for flip in found] == [date(2016, 6, 5), date(2016, 6, 11)]

    def test_a_day_that_was_none(self) -> None:
        """Every day that turns it, for none of them is nearer."""
        days = between(date(2016, 6, 10), date(2016, 6, 14))
        found = flips(_is_told_of_a_weekday, {"day": None}, bounds={"day": days})
        assert [flip.values["day"] for flip in found] == [date(2016, 6, 10), date(2016, 6, 13), date(2016, 6, 14)]

    def test_two_days_move_together(self) -> None:
        """Where two days have to move, no flip moves both of them less far in the same directions than another."""
        days = between(date(2016, 6, 1), date(2016, 6, 5))
        facts = {"one": date(2016, 6, 3), "other": date(2016, 6, 3)}
        found = flips(_both_moved, facts, bounds={"one": days, "other": days})
        assert {
            tuple(change.after.day for change in flip.changes if isinstance(change.after, date)) for flip in found
        } == {
            (2, 2),
            (2, 4),
            (4, 2),
            (4, 4),
        }

    def test_one_further_and_the_other_less_far(self) -> None:
        """Where less of one is more of the other, neither is the nearer."""
        facts = {"one": date(2016, 6, 3), "other": date(2016, 6, 3)}
        found = flips(_moved_by_three, facts, bounds=dict.fromkeys(facts, between(date(2016, 6, 1), date(2016, 6, 5))))
        assert [[str(day)[-1] for day in flip.values.values()] for flip in found] == [["4", "5"], ["5", "4"]]

    def test_facts_of_two_records_move_together(self) -> None:
        """Each change reaches the record that it is of."""
        bounds = {f"{name}.worth": one_of("60") for name in ("one", "other")}
        [flip] = flips(_both_worth_more, {"one": HAUL, "other": HAUL}, bounds=bounds)
        assert flip.values == {"one.worth": 60, "other.worth": 60}
        assert flip.outcome is True

    def test_a_day_that_the_facts_forbid_is_no_flip(self) -> None:
        """A haul cannot be taken before the landing, so no earlier day is offered."""
        found = flips(
            dust_tax,
            attrs.evolve(HAUL, taken_on=date(2010, 1, 1), landed_on=date(2010, 1, 1)),
            bounds={"taken_on": between(date(2009, 12, 1), date(2010, 2, 1))},
        )
        assert len(found) == 0


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def _is_told_of_a_weekday(day: date | None) -> bool:
    return day is not None and _is_weekday(day)


def _both_moved(one: date, other: date) -> bool:
    return one.day != 3 and other.day != 3


def _moved_by_three(one: date, other: date) -> bool:
    return one.day + other.day >= 9 and one.day > 3 and other.day > 3


def _both_worth_more(one: Haul, other: Haul) -> bool:
    return one.worth > 50 and other.worth > 50


class TestBounds:
    """What can move, and what is held."""

    def test_what_nothing_bounds_is_held(self) -> None:
        """Days and amounts without bounds stay, and the report says so."""
        found = flips(dust_tax, HAUL)
        assert found.held == ("worth", "taken_on", "landed_on")
        assert (len(found), found.size) == (0, None)

    def test_what_may_be_missing_may_go(self) -> None:
        """An optional day without bounds can still be left out; it is named among those held."""
        found = flips(_given, {"day": date(2016, 6, 1)})
        assert [flip.values for flip in found] == [{"day": None}]
        assert found.held == ("day",)

    def test_what_is_missing_is_not_made_up(self) -> None:
        """A record that is not there is not invented."""
        found = flips(_hauled, {"haul": None})
        assert (len(found), found.held) == (0, ())

    def test_a_record_that_may_be_missing_may_go(self) -> None:
        """A record that is there can be left out, or its facts can change."""
        found = flips(_hauled, {"haul": HAUL}, bounds={"haul.worth": one_of("50", "60")})
        assert [flip.values for flip in found] == [{"haul": None}]

    def test_a_record_does_not_go_and_change_at_once(self) -> None:
        """No flip leaves a record out and changes a fact of it."""
        found = flips(_hauled, {"haul": HAUL}, to="never", bounds={"haul.worth": one_of("50", "60")})
        assert len(found) == 0

    def test_a_derived_field_is_no_fact(self) -> None:
        """What a record derives is neither moved nor held."""
        assert flips(_named, Ship(name="Luna")).held == ("name",)

    def test_bounds_may_name_one_value(self) -> None:
        """A fact can be given one other value."""
        found = flips(dust_tax, HAUL, bounds={"worth": "49.94"})
        assert [str(change) for change in found[0].changes] == ["worth 50.00 yuan becomes 49.94 yuan"]

    def test_bounds_must_be_of_the_case(self) -> None:
        """A bound for what is no fact is refused."""
        with pytest.raises(InvalidFactError, match="must be one of the case's facts: worth, taken_on"):
            flips(dust_tax, HAUL, bounds={"weight": one_of(1, 2)})

    def test_a_day_that_the_facts_forbid_turns_nothing(self) -> None:
        """Whatever came out on the day that was tried before it."""
        found = flips(dust_tax, HAUL, bounds={"taken_on": one_of(date(2010, 1, 1), date(1899, 1, 1))})
        assert all(date(1899, 1, 1) not in flip.values.values() for flip in found)

    def test_the_budget_bounds_the_search(self) -> None:
        """Over the budget the search says so; up to it, it tells how far it is."""
        done: list[int] = []
        with pytest.raises(TooManyTrialsError, match="more than 3 trials"):
            flips(
                rule_of(Landing.ALLOWED),
                Craft(manned=True, heavy=True, phase=Phase.FULL),
                budget=3,
                progress=done.append,
            )
        assert done == [1, 2, 3]


def _named(ship: Ship) -> str:
    return ship.name


def _given(day: date | None = None) -> bool:
    return day is not None


def _hauled(haul: Haul | None) -> bool:
    return haul is not None


class TestReport:
    """The report, in both languages."""

    def test_text(self) -> None:
        """Each flip says what changes, and what comes out then."""
        found = flips(dust_tax, HAUL, bounds={"worth": one_of("49.94", "50")})
        assert str(found).splitlines() == [
            "dust tax is 5.00 yuan; facts to change at the least, to turn it: 1",
            "  · worth 50.00 yuan becomes 49.94 yuan → 0.00 yuan",
            "held, as nothing bounds them: taken_on, landed_on",
        ]
        assert "由 50.00 元 改为 49.94 元" in found.text("zh")

    def test_changes_made_together_stand_in_one_line(self) -> None:
        """Parted as each language parts them."""
        facts = {"one": date(2016, 6, 3), "other": date(2016, 6, 3)}
        found = flips(_both_moved, facts, bounds=dict.fromkeys(facts, one_of(date(2016, 6, 4))))
        assert str(found).splitlines()[1] == (
            "  · one 2016-06-03 becomes 2016-06-04; other 2016-06-03 becomes 2016-06-04 → yes"
        )
        assert found.text("zh").splitlines()[1].count("；") == 1
        assert ";" not in found.text("zh")

    def test_nothing_to_turn(self) -> None:
        """Where nothing turns the outcome, the report says so."""
        assert str(flips(dust_tax, HAUL)).startswith("dust tax is 5.00 yuan; no change of the facts")

    def test_wanted_already(self) -> None:
        """An outcome that is there already needs no change."""
        assert len(flips(dust_tax, HAUL, to=Decimal(5))) == 0

    def test_any(self) -> None:
        """The mark for any outcome prints as its name."""
        assert repr(ANY) == "ANY"

    def test_a_flip_is_its_values(self) -> None:
        """A flip gives the new values by name."""
        label: Text = both("worth")
        assert Flip((Change("worth", label, 1, 2),), True).values == {"worth": 2}

    def test_a_refusal_turns_an_answer(self) -> None:
        """A refusal is another outcome, and can be asked for by its kind."""
        table: Table = ("manned", (Landing.ALLOWED, OutOfScopeError))
        found = flips(rule_of(table), Craft(manned=True, heavy=True, phase=Phase.FULL), to=OutOfScopeError)
        assert [flip.values for flip in found] == [{"manned": False}]
        assert str(found).endswith("refused: ask the Moon [MOON-1]")

    def test_law_is_handed_on(self) -> None:
        """The law asked is the rule's."""
        assert flips(dust_tax, HAUL, law=MOON.known_on(date(2005, 1, 1))).outcome == Decimal("5.00")
