"""What is left open: what bounds it, and how it prints."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal

import pytest

from gxinjury.citations import Clause
from gxinjury.errors import InvalidFactError
from gxinjury.facts import Yuan, amount
from gxinjury.inquiry import between, flips, needs, one_of, possible, unknown
from gxinjury.inquiry._templates import is_record
from gxinjury.inquiry.open import OneOf
from gxinjury.inquiry.outcomes import key_of
from gxinjury.money import Rate
from gxinjury.texts import Text
from tests.inquiry.lunar import (
    COLUMN,
    Craft,
    Haul,
    Landing,
    MoonLaw,
    Phase,
    a_haul,
    as_given,
    maybe,
    rule_of,
    sum_of,
)


class TestOpenFacts:
    """What is left out is unknown; what is bounded has the values it is bounded to."""

    def test_nothing_known(self) -> None:
        """A rule can be asked without any case."""
        assert set(possible(COLUMN)) == {Landing.ALLOWED, Landing.FORBIDDEN}

    def test_a_default_is_no_knowledge(self) -> None:
        """A field with a default is unknown where it is left out."""
        asks_beacon = rule_of(("beacon", (Landing.ALLOWED, Landing.FORBIDDEN, Landing.DEFERRED)))
        known = partial(Craft, manned=True, heavy=True, phase=Phase.NEW)
        assert len(possible(asks_beacon, known)) == 3
        assert len(possible(asks_beacon, partial(known, beacon=None))) == 1

    def test_a_whole_record_leaves_nothing_open(self) -> None:
        """A record, or a partial of all its facts, has one outcome."""
        craft = Craft(manned=True, heavy=True, phase=Phase.NEW)
        assert [*possible(COLUMN, craft)] == [Landing.ALLOWED]
        assert [*possible(COLUMN, partial(Craft, True, True, Phase.NEW, beacon=None))] == [Landing.ALLOWED]
        assert str(needs(COLUMN, craft)) == "may land: nothing more to ask, the outcome is allowed"

    def test_candidates_of_all_kinds(self) -> None:
        """Candidates may be days of a range, None, or further candidates; each counts once."""
        day = one_of(
            None, between(date(2016, 6, 1), date(2016, 6, 2)), date(2016, 6, 2), one_of(date(2016, 6, 3), None)
        )
        assert [*possible(as_given, {"value": day})] == [None, date(2016, 6, 1), date(2016, 6, 2), date(2016, 6, 3)]

    def test_candidates_may_be_partial_records(self) -> None:
        """A record may be one of several, each with facts of its own that are open."""
        haul = one_of(None, partial(Haul, worth=one_of(1, 2), taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1)))
        assert [*possible(_worth, {"haul": haul})] == [None, Decimal(1), Decimal(2)]

    def test_records_in_sequences(self) -> None:
        """Items of a sequence may be partial records."""
        hauls = [partial(Haul, worth=one_of(1, 2), taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1)), a_haul(5)]
        found = needs(_total, {"hauls": hauls})
        assert [*found.outcomes] == [Decimal(6), Decimal(7)]
        assert [(need.field, need.label.en) for need in found] == [("hauls[0].worth", "worth")]

    def test_a_whole_case_may_hold_sequences(self) -> None:
        """The items of a sequence may be records by their facts, as long as all of them are known."""
        found = flips(_total, {"hauls": [partial(Haul, 1, date(2010, 1, 1), date(2009, 1, 1)), a_haul(2)]})
        assert found.outcome == 3
        assert found.held == ("hauls",)

    def test_candidates_that_may_change(self) -> None:
        """Candidates may be of any kind, dicts too."""
        assert [*possible(_size, {"fact": one_of({"a": 1}, {}, {"b": 1})})] == [1, 0]

    def test_open_items_of_a_sequence(self) -> None:
        """An item of a sequence may be one of several values."""
        assert [*possible(sum_of, {"numbers": (one_of(1, 2), 3)})] == [4, 5]

    def test_a_record_named_by_its_type(self) -> None:
        """An unknown record is one whose facts are all open; where it may be missing, that is one more way."""
        assert set(possible(maybe)) == {None, True, False}
        assert [need.field for need in needs(maybe)] == ["craft", "craft.manned"]

    def test_literals(self) -> None:
        """A literal type has its values as candidates."""
        assert [*possible(_literal)] == ["a", "b", None]

    def test_what_prints_itself_is_one_fact(self) -> None:
        """A rate is a value, not a record of facts: unknown, it is to be bounded."""
        with pytest.raises(InvalidFactError, match=r"_rated.rate is asked for and nothing bounds it"):
            possible(_rated)
        assert len(possible(_rated, {"rate": one_of(Rate.percent(1), Rate.percent(2))})) == 2

    def test_values_of_one_value_and_two_types(self) -> None:
        """True and 1 are two candidates, and two outcomes."""
        assert len(possible(as_given, {"value": one_of(True, 1)})) == 2


def _worth(haul: Haul | None) -> Yuan | None:
    return None if haul is None else haul.worth


def _total(hauls: tuple[Haul, ...]) -> Decimal:
    return sum((haul.worth for haul in hauls), Decimal(0))


def _size(fact: dict[str, int]) -> int:
    return len(fact)


def _literal(letter: Literal["a", "b"] | None) -> str | None:
    return letter


def _rated(rate: Rate) -> bool:
    return rate > Rate.percent(1)


def test_open_facts_print_as_they_are_written() -> None:
    """What stands for a fact prints as it was written, also within errors."""
    assert repr(partial(Craft, manned=one_of(True, False)).keywords) == "{'manned': one_of(True, False)}"
    assert repr(unknown()) == "unknown()"


@pytest.mark.parametrize("given", [1, "1", "49.94"])
def test_only_amounts_are_read_as_amounts(given: int | str) -> None:
    """What a fact could be stays as it was given; where the fact is an amount in yuan, it is the Decimal of it."""
    assert [key_of(one) for one in possible(as_given, {"value": one_of(given)})] == [key_of(given)]
    [need] = needs(as_given, {"value": one_of(given, None)})
    assert [key_of(one.value) for one in need.answers] == [key_of(given), key_of(None)]
    [need] = needs(_of_yuan, {"worth": one_of(given, 3)})
    assert [key_of(one.value) for one in need.answers] == [key_of(amount(given)), key_of(Decimal(3))]


def _of_yuan(worth: Yuan) -> bool:
    return worth == 3


@pytest.mark.parametrize("given", [None, Decimal(7)])
def test_what_is_no_number_yet_is_left_as_it_is(given: Decimal | None) -> None:
    """None and a Decimal among the amounts that an optional fact could be."""
    [need] = needs(_of_optional_yuan, {"worth": one_of(3, given)})
    assert [key_of(one.value) for one in need.answers] == [key_of(Decimal(3)), key_of(given)]


def _of_optional_yuan(worth: Yuan | None) -> bool:
    return worth == 3


def test_a_record_is_what_is_asked_fact_by_fact() -> None:
    """What prints in a way of its own, says one thing, is a law or is open, is one fact."""
    asked = {kind.__name__ for kind in (Haul, Craft, Rate, Text, Clause, MoonLaw, OneOf, int) if is_record(kind)}
    assert asked == {"Haul", "Craft"}


def test_a_range_has_days_at_both_ends() -> None:
    """Each is told by its name."""
    wrong: Any
    for wrong in ("2016-01-01", None, 1):
        for name, ends in (("first", (wrong, date(2016, 1, 1))), ("last", (date(2016, 1, 1), wrong))):
            with pytest.raises(InvalidFactError, match=rf"^between\.{name} must be a day"):
                between(*ends)


def test_what_a_fact_could_be_is_told_apart_by_where_it_stands() -> None:
    """Two facts that could be the same are two; also what cannot be hashed may be a candidate."""
    one, other = one_of([1], {}), one_of([1], {})
    assert len({one, other}) == 2
    assert one != other
