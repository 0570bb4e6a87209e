"""What is still missing."""

from datetime import date
from fractions import Fraction
from functools import partial

import attrs

from gxinjury.inquiry import between, needs, one_of
from gxinjury.periods import Period
from tests.inquiry.lunar import (
    COLUMN,
    Haul,
    Landing,
    Ship,
    a_haul,
    as_given,
    by_year,
    clause,
    dust_tax,
    maybe,
    rule_of,
)


class TestNeeds:
    """What the report on a case tells beside the needs."""

    def test_clauses_and_types(self) -> None:
        """A need carries its type and the clauses of the rules that ask for it."""
        [need] = needs(COLUMN)
        assert (need.type, need.clauses, str(need)) == (bool, (clause("1"),), "manned [MOON-1]")
        [other] = needs(as_given, {"value": one_of(1, 2)})
        assert (other.clauses, str(other)) == ((), "value")

    def test_days_in_a_row_are_one_answer(self) -> None:
        """Days after which the same can come out are told as a period."""
        day = one_of(None, between(date(2009, 12, 30), date(2010, 1, 2)), date(2020, 1, 1))
        [need] = needs(by_year, {"day": day})
        assert [answer.value for answer in need.answers] == [
            None,
            Period(date(2009, 12, 30), date(2009, 12, 31)),
            Period(date(2010, 1, 1), date(2010, 1, 2)),
            date(2020, 1, 1),
        ]

    def test_a_part_that_is_decided(self) -> None:
        """Where outcomes are records, the fields that are always the same are told as decided."""
        found = needs(_priced, {"worth": one_of(1, 2)})
        assert [str(one) for one in found.decided] == [
            "taken on: 2010-01-01",
            "landed on: 2009-01-01",
        ]
        assert "decided already: taken on: 2010-01-01" in str(found)
        [whole] = needs(dust_tax, a_haul(100)).decided
        assert (whole.field, str(whole)) == ("", "dust tax: 20.00 yuan")
        month = Period(date(2010, 1, 1), date(2010, 1, 31))
        for values in ((1, None), (month, None), (None, month), (month, a_haul(20)), (a_haul(20), month)):
            assert needs(as_given, {"value": one_of(*values)}).decided == ()

    def test_what_outcomes_are_not_told_apart_by_is_not_decided(self) -> None:
        """A field that does not count in comparing records may differ in outcomes that are one."""
        found = needs(lambda tons: Sighting("Luna", tons, f"seen at {tons}"), {"tons": one_of(1, 2)})
        assert [one.field for one in found.decided] == ["name"]
        alike = needs(lambda tons: Sighting("Luna", tons, "seen"), {"tons": one_of(1, 2)})
        assert [one.field for one in alike.decided] == ["name"]

    def test_amounts_are_told_in_yuan(self) -> None:
        """Amounts in answers and outcomes are told with their unit."""
        found = needs(dust_tax, partial(_haul_of, worth=one_of("100", 200)))
        assert str(found).splitlines() == [
            "dust tax: not decided yet, one of 20.00 yuan | 40.00 yuan",
            "1. worth [MOON-5]",
            "  · 100.00 yuan → 20.00 yuan",
            "  · 200.00 yuan → 40.00 yuan",
        ]

    def test_what_an_answer_rules_out(self) -> None:
        """An answer that decides little is told by what it rules out; one that decides nothing by that."""
        heavy = ("heavy", (Landing.ALLOWED, Landing.DEFERRED))
        found = needs(rule_of(("phase", (heavy, ("heavy", (Landing.ALLOWED, Landing.FORBIDDEN)), Landing.ALLOWED))))
        lines = str(found).splitlines()
        assert lines[lines.index("1. phase [MOON-1]") + 1] == "  · new → no longer forbidden"
        assert "  · no → nothing is decided by that" in lines

    def test_a_record_is_told_by_what_is_known_of_it(self) -> None:
        """An answer that is a record is told by its facts, as far as they are known."""
        haul = one_of(None, partial(Haul, worth=1, taken_on=date(2010, 1, 1)))
        [need] = needs(lambda haul: haul is None, {"haul": haul})
        assert [str(answer.value) for answer in need.answers] == [
            "None",
            "Haul (worth 1.00 yuan; taken on 2010-01-01; …)",
        ]
        assert len({need, need}) == 1
        assert "  · Craft (…) → yes | no | no" not in str(needs(maybe))
        assert "  · Craft (…) → no longer none" in str(needs(maybe))

    def test_indifferent_facts(self) -> None:
        """Unknown facts that cannot change the outcome are named, those within records and sequences too."""
        case = {"hauls": (partial(Haul, worth=1), one_of(1, 2)), "flag": one_of(True, False), "ships": ()}
        found = needs(_flag, case)
        assert found.indifferent == ("hauls[0].taken_on", "hauls[0].landed_on", "hauls[1]")
        alone = needs(lambda haul, flag: flag and bool(haul), {"haul": partial(Haul), "flag": one_of(True, False)})
        assert alone.indifferent == ("haul.worth", "haul.taken_on", "haul.landed_on")
        assert needs(_idle).indifferent == ("worth", "taken_on", "landed_on")

    def test_a_question_is_the_same_whatever_type_a_rule_gives_the_fact(self) -> None:
        """Two needs that ask for the same fact with the same answers are one, whatever each rule says it is."""

        def loosely(value: object) -> object:
            return value

        loosely.__name__ = "as_typed"

        def as_typed(value: int) -> int:
            return value

        case = {"value": one_of(1, 2)}
        [one], [other], [longer] = (
            needs(loosely, case),
            needs(as_typed, case),
            needs(loosely, {"value": one_of(1, 2, 3)}),
        )
        assert (one.type, other.type) == (object, int)
        assert len({one, other}) == 1
        assert len({one, longer}) == 2

    def test_the_most_telling_comes_first(self) -> None:
        """Not the one that is asked first."""
        either = (("heavy", (Landing.ALLOWED, Landing.DEFERRED)), ("heavy", (Landing.ALLOWED, Landing.FORBIDDEN)))
        found = needs(rule_of(("manned", either)))
        assert [(need.field, need.outcomes_left) for need in found] == [("heavy", Fraction(3, 2)), ("manned", 2)]

    def test_a_sequence(self) -> None:
        """Needs are a sequence of needs."""
        found = needs(rule_of(("manned", (Landing.ALLOWED, ("heavy", (Landing.ALLOWED, Landing.DEFERRED))))))
        assert (len(found), found[1].field) == (2, "heavy")


_haul_of = partial(Haul, taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1))


@attrs.frozen
class Sighting:
    """A ship that was seen."""

    name: str
    tons: int
    note: str = attrs.field(eq=False)


def _idle(haul: Haul) -> bool:
    del haul
    return True


def _priced(worth: int) -> Haul:
    return a_haul(worth)


def _flag(hauls: tuple[object, ...], flag: bool, ships: tuple[Ship, ...]) -> bool:
    return flag and len(hauls) > len(ships)
