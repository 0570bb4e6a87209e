"""What a rule sees of a record with holes."""

import pickle
from copy import copy
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import attrs
import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain, rule
from gxinjury.inquiry import needs, one_of, partly, possible
from gxinjury.inquiry._templates import all_open
from tests.inquiry.lunar import (
    COLUMN,
    MOON,
    Craft,
    Haul,
    Phase,
    Ship,
    a_haul,
    clause,
    dust_tax,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class TestRecordsWithHoles:
    """A record with holes is a record to the rule."""

    def test_instances_and_classes(self) -> None:
        """A rule may test its class, and ask for a fact twice."""
        assert {*possible(_by_class, partial(Craft, heavy=True))} == {True, False}

    def test_whole_comparison_asks_for_everything(self) -> None:
        """A rule that compares whole records gets the answer that it would get."""
        twin = partial(Craft, manned=True, heavy=True, phase=Phase.NEW)
        assert {*possible(_is_equal, {"one": twin, "other": Craft(manned=True, heavy=True, phase=Phase.NEW)})} == {
            True,
            False,
        }

    def test_a_record_that_comes_out(self) -> None:
        """A record that a rule answers with is whole."""
        found = [*possible(_same_craft, partial(Craft, manned=True, heavy=True, phase=Phase.NEW))]
        assert found == [Craft(True, True, Phase.NEW, beacon) for beacon in (True, False, None)]
        assert {type(craft) for craft in found} == {Craft}

    def test_copies(self) -> None:
        """A rule may copy, pickle and evolve what it gets."""
        assert [*possible(_copied, partial(Craft, manned=True, heavy=True, phase=Phase.NEW, beacon=None))] == [True]

    def test_a_record_within_is_the_same_every_time(self) -> None:
        """What was looked at once is kept."""
        case = partial(Ship, name="Luna", haul=partly(partial(Haul, 1, date(2011, 1, 1), date(2009, 1, 1))))
        assert [*possible(lambda ship: ship.haul is ship.haul, {"ship": case})] == [True]

    def test_it_belongs_where_its_class_does(self) -> None:
        """By its class and module a rule that prints a record finds what its fields are called."""
        case = {"craft": partial(Craft, manned=True)}
        assert [*possible(lambda craft: (type(craft).__name__, type(craft).__module__), case)] == [
            ("Craft", Craft.__module__)
        ]

    def test_what_a_record_derives(self) -> None:
        """Properties and derived fields are derived as ever; a name that is not there is not there."""
        case = partial(Ship, name=one_of("Luna", "Io"), haul=None)
        assert [*possible(lambda ship: (ship.shout, ship.length, ship.is_empty), {"ship": case})] == [
            ("LUNA", 4, True),
            ("IO", 2, True),
        ]
        with pytest.raises(InvalidFactError, match=r"^Ship\.\[2\] "):
            possible(_length, {"ship": partial(Ship, "Luna", None, 4)})  # type: ignore[call-arg]  # the slip under test
        with pytest.raises(AttributeError, match="'Craft' object has no attribute 'weight'"):
            possible(lambda craft: craft.weight, {"craft": partial(Craft)})
        with pytest.raises(AttributeError, match="weight"):
            possible(lambda ship: ship.weight, {"ship": case})

    def test_what_is_derived_asks_for_no_more_than_it_rests_on(self) -> None:
        """A derived property asks for its own facts, and a name that is not there for none."""
        case = {"ship": partial(Ship, name=one_of("Luna", "Io"), haul=one_of(None, a_haul(1)))}
        [*loud] = possible(lambda ship: ship.shout, case).rows
        assert [[one.field for one in row.facts] for row in loud] == [["name"], ["name"]]
        [unasked] = possible(lambda ship: getattr(ship, "weight", None), case).rows
        assert (unasked.facts, unasked.outcome) == ((), None)

    def test_a_derived_field_is_never_open(self) -> None:
        """Of a record that is open altogether, what it derives is not asked for: what it derives it from is."""
        with pytest.raises(InvalidFactError, match=r"Ship\.name is asked for and nothing bounds it"):
            possible(_length)
        assert set(all_open(Ship).facts) == {"name", "haul"}

    def test_a_rule_that_minds_errors_swallows_no_question(self) -> None:
        """A question is no error that a rule could catch."""
        assert {*possible(_careful, partial(Craft, heavy=True))} == {True, False}

    def test_an_explanation_is_not_disturbed(self) -> None:
        """An inquiry within an explanation adds no steps to it, and leaves nothing behind."""
        told = explain(_asks_itself, Craft(manned=True, heavy=True, phase=Phase.NEW))
        assert told.outcome == 2
        assert [step.name for step in told.steps] == ["_asks_itself"]
        craft = Craft(manned=True, heavy=True, phase=Phase.NEW)
        assert [step.name for step in explain(COLUMN, craft).steps] == ["may_land"]

    def test_a_rule_some_of_whose_facts_are_fixed(self) -> None:
        """A partial of a rule is a rule, told as the rule it is of."""
        found = needs(partial(dust_tax, law=MOON.known_on(date(2005, 1, 1))), _hauls(100, 200))
        assert [*found.outcomes] == [Decimal(10), Decimal(20)]
        assert str(found).startswith("dust tax: not decided yet, one of 10.00 yuan | 20.00 yuan")

    def test_a_rule_without_a_module(self) -> None:
        """A rule made by hand, as in a shell, has no words and needs none."""
        made: dict[str, Callable[[], int]] = {}
        exec("def answer(): return 42", made)  # noqa: S102  (a function of no module)
        assert str(possible(made["answer"])).startswith("answer, outcomes")

    def test_positional_only_facts(self) -> None:
        """A rule may take facts by position only."""
        assert {*possible(_by_position, {"flag": one_of(True, False), "more": 1})} == {(True, 1), (False, 1)}

    def test_a_rule_with_types_that_cannot_be_read(self) -> None:
        """A rule whose types are not there at run time is asked as one without, but for its law."""
        with pytest.raises(InvalidFactError, match="is asked for and nothing bounds it"):
            possible(_of_another_day)
        assert [*possible(_of_another_day, {"fact": one_of(1)})] == [1]
        assert [*possible(lambda one: one.fact, {"one": partial(Odd, fact=2)})] == [2]


def _hauls(*worth: int) -> partial[Haul]:
    return partial(Haul, worth=one_of(*worth), taken_on=date(2011, 1, 1), landed_on=date(2009, 1, 1))


def _by_class(craft: object) -> bool:
    return isinstance(craft, Craft) and craft.__class__ is Craft and (craft.manned or craft.manned)


def _is_equal(one: Craft, other: Craft) -> bool:
    return one == other and hash(one) == hash(other) and other == one


def _same_craft(craft: Craft) -> Craft:
    return craft


def _copied(craft: Craft) -> bool:
    twin = attrs.evolve(craft, manned=False)
    return type(twin) is Craft and copy(craft) == pickle.loads(pickle.dumps(craft)) != twin  # noqa: S301  (our own)


@rule(clause("8"))
def _careful(craft: Craft) -> bool:
    try:
        return craft.manned
    except Exception:  # noqa: BLE001  (a rule that catches too much)
        return False


@rule(clause("9"))
def _asks_itself(craft: Craft) -> int:
    return len(possible(COLUMN, partial(Craft, heavy=craft.heavy)))


def _by_position(flag: bool, /, more: int) -> tuple[bool, int]:
    return flag, more


def _of_another_day(fact: "Tomorrow") -> object:  # type: ignore[name-defined]  # noqa: F821  (not there at run time)
    return fact


@attrs.frozen
class Odd:
    """A record with a type that is not there at run time."""

    fact: "Tomorrow"  # type: ignore[name-defined]  # noqa: F821  (on purpose)


def _length(ship: Ship) -> int:
    return ship.length
