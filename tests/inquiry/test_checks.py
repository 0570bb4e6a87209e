"""What the records' own checks allow, also of facts that nothing bounds."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial

import attrs
import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_day, check_moment, check_not_before, moment
from gxinjury.inquiry import needs, one_of, partly, possible
from tests.inquiry.lunar import (
    Haul,
    Ship,
    both,
    dust_tax,
)


class TestForbiddenCombinations:
    """What the facts themselves forbid is skipped; if nothing is left, that is the error."""

    def test_skipped(self) -> None:
        """A haul cannot be taken before the landing."""
        case = partial(Haul, worth=100, taken_on=one_of(date(2009, 1, 1), date(2011, 1, 1)), landed_on=date(2010, 1, 1))
        assert [*possible(dust_tax, case)] == [Decimal(20)]

    def test_what_the_rule_forbids_at_its_door(self) -> None:
        """A combination that the rule refuses at its door is skipped as well."""
        found = needs(_door, {"first": one_of(1, 2), "last": one_of(1, 2)})
        assert [*found.outcomes] == [0, 1]
        assert [answer.outcomes for answer in found[0].answers] == [(0, 1), (0,)]

    def test_an_error_in_a_forbidden_combination(self) -> None:
        """A rule may fail in any way on facts that no record lets be; that is no outcome, and no error either."""
        case = partial(Haul, worth=one_of(0, 2), taken_on=date(2009, 1, 1), landed_on=date(2008, 1, 1))
        assert [*possible(_per_worth, case)] == [Decimal(5)]

    def test_an_error_in_what_can_be(self) -> None:
        """A rule that fails on facts that can be is wrong, and its error is raised."""
        with pytest.raises(ZeroDivisionError):
            possible(_per_worth, partial(Haul, worth=10, taken_on=date(2009, 1, 1), landed_on=date(2008, 1, 1)))

    def test_a_record_within_a_record_is_checked(self) -> None:
        """Also a record that nobody looks at must be one that can be."""
        inner = partial(Haul, worth=1, taken_on=date(2009, 1, 1), landed_on=one_of(date(2008, 1, 1), date(2010, 1, 1)))
        assert [*possible(_name, partial(Ship, name="Luna", haul=partly(inner)))] == ["Luna"]
        never = partial(Haul, worth=1, taken_on=date(2009, 1, 1), landed_on=date(2010, 1, 1))
        with pytest.raises(InvalidFactError, match=r"Haul.taken_on must not be before landed_on"):
            possible(_name, partial(Ship, name="Luna", haul=partly(never)))
        assert [*possible(_name, partial(Ship, name="Luna", haul=one_of(partly(never), partly(inner))))] == ["Luna"]

    def test_a_record_that_may_be_missing_is_checked(self) -> None:
        """Where a record that cannot be is the other candidate, it is missing."""
        never = partial(Haul, worth=1, taken_on=date(2009, 1, 1), landed_on=date(2010, 1, 1))
        case = partial(Ship, name="Luna", haul=one_of(None, partly(never)))
        assert [*possible(lambda ship: ship.haul is None, {"ship": case})] == [True]

    def test_validators_are_checks_too(self) -> None:
        """A record's validators forbid as its own checks do."""
        assert [*possible(_name, partial(Ship, name=one_of("", "Luna"), haul=None))] == ["Luna"]


def _door(first: int, last: int) -> int:
    if last < first:
        raise InvalidFactError("_door", "last", both("must not be before first"), last)
    return last - first


def _per_worth(haul: Haul) -> Decimal:
    return 10 / (haul.worth - 10) if haul.worth == 10 else 10 / haul.worth


def _name(ship: Ship) -> str:
    return ship.name


@attrs.frozen
class Wait:
    """How long something waited: facts that nothing bounds, and checks that compare them."""

    since: datetime = attrs.field(converter=moment)
    until: datetime = attrs.field(converter=moment)
    day: date
    fee: Yuan = attrs.field(converter=amount)
    crew: int
    rest: date | None
    short: bool

    def __attrs_post_init__(self) -> None:
        check_moment("Wait", "since", self.since)
        check_moment("Wait", "until", self.until)
        check_day("Wait", "day", self.day)
        if self.rest is not None:
            check_day("Wait", "rest", self.rest)
        if self.short and self.crew_is_known:
            raise InvalidFactError("Wait", "short", both("must not be so"), self.short)
        check_not_before("Wait", "until", self.until, "since", self.since)

    @property
    def crew_is_known(self) -> bool:
        """Whether it is short, by a roundabout way."""
        return self.rest is None


class TestFactsThatNothingBounds:
    """The records' checks look also at facts that the rule never asks for."""

    def test_they_stand_aside(self) -> None:
        """Days, moments and amounts that nobody asks for need no bounds; the other checks are made all the same."""
        assert [*possible(lambda wait: wait.short, {"wait": partial(Wait, rest=None)})] == [False]
        assert {*possible(lambda wait: wait.short, {"wait": partial(Wait)})} == {True, False}

    @pytest.mark.parametrize("name", ["crew", "fee"])
    def test_a_check_that_cannot_be_made_forbids_nothing(self, name: str) -> None:
        """Where a check compares what nothing bounds, the combination stands."""
        checks: dict[str, Callable[[Priced], None]] = {"crew": _check_crew, "fee": _check_fee}
        case = {"priced": partial(Priced, check=checks[name])}
        assert {*possible(lambda priced: priced.short, case)} == {True, False}

    @pytest.mark.parametrize("name", ["day", "fee", "one of them"])
    def test_a_check_that_wants_a_comparison_to_hold(self, name: str) -> None:
        """Nothing is known of a stand-in: that it does not hold is not either, whichever fact the check then names."""
        checks: dict[str, Callable[[Priced], None]] = {
            "day": _check_later,
            "fee": _check_dear,
            "one of them": _check_holiday,
        }
        case = {"priced": partial(Priced, check=checks[name])}
        assert {*possible(lambda priced: priced.short, case)} == {True, False}

    def test_what_may_be_missing_is_tried_both_ways(self) -> None:
        """A check that comes after one of an optional day is made whether there is such a day or not."""
        assert {*possible(lambda rest: rest.short, {"rest": partial(Rest)})} == {False}

    def test_what_moves_with_a_fact_that_nothing_bounds_is_needed(self) -> None:
        """It cannot be asked with all its answers, so the other is needed alone, and neither is indifferent."""
        found = needs(lambda crew: crew.manned, {"crew": partial(Crew)})
        assert [need.field for need in found] == ["manned"]
        assert found.indifferent == ()

    def test_a_stand_in_is_never_refused(self) -> None:
        """A check that would refuse the stand-in itself forbids nothing."""
        case = {"priced": partial(Priced, check=_check_year)}
        assert {*possible(lambda priced: priced.short, case)} == {True, False}


@attrs.frozen
class Rest:
    """A rest that is never short, whenever it began."""

    began: date | None
    short: bool

    def __attrs_post_init__(self) -> None:
        if self.began is not None:
            check_day("Rest", "began", self.began)
        if self.short:
            raise InvalidFactError("Rest", "short", both("must not be so"), self.short)


@attrs.frozen
class Crew:
    """A crew, with the day on which it boarded where there is one."""

    manned: bool
    boarded_on: date | None

    def __attrs_post_init__(self) -> None:
        if self.manned != (self.boarded_on is not None):
            raise InvalidFactError("Crew", "boarded_on", both("must be there with a crew only"), self.manned)


@attrs.frozen
class Priced:
    """A record with a check of its own."""

    check: Callable[["Priced"], None]
    fee: Yuan
    crew: int
    day: date
    short: bool

    def __attrs_post_init__(self) -> None:
        self.check(self)


def _check_crew(priced: Priced) -> None:
    if priced.crew < 1:
        raise InvalidFactError("Priced", "crew", both("must be one at the least"), priced.crew)


def _check_fee(priced: Priced) -> None:
    check_amount("Priced", "fee", priced.fee, Sign.POSITIVE)


def _check_later(priced: Priced) -> None:
    if not priced.day >= date(2010, 1, 1):
        raise InvalidFactError("Priced", "short", both("must not be so before 2010"), priced.short)


def _check_dear(priced: Priced) -> None:
    if not priced.fee > 5:
        raise InvalidFactError("Priced", "short", both("must not be so below five"), priced.short)


def _check_holiday(priced: Priced) -> None:
    if priced.day not in {date(2010, 1, 1), date(2010, 5, 1)}:
        raise InvalidFactError("Priced", "short", both("must not be so on working days"), priced.short)


def _check_year(priced: Priced) -> None:
    if priced.day.year < 2010:
        raise InvalidFactError("Priced", "day", both("must lie in 2010 or later"), priced.day)
