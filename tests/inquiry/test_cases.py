"""What an inquiry takes as a case: records, partial ones, facts by name; and what it refuses."""

import pickle
from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Literal

import attrs
import pytest

from gxinjury.errors import GxInjuryError, InvalidFactError, OutOfScopeError
from gxinjury.explanations import explain, rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_day, check_moment, check_not_before, moment
from gxinjury.inquiry import TooManyTrialsError, between, flips, needs, one_of, partly, possible, unknown
from gxinjury.inquiry.cases import case_of
from gxinjury.inquiry.completions import Completions, disagreements
from gxinjury.inquiry.open import all_open
from gxinjury.inquiry.outcomes import Budget
from gxinjury.money import Rate
from gxinjury.periods import Period
from tests.inquiry.lunar import (
    MOON,
    Craft,
    Haul,
    Landing,
    MoonLaw,
    Phase,
    Ship,
    Table,
    both,
    clause,
    dust_tax,
    forbidding,
    rule_of,
)

COLUMN = rule_of(("manned", (Landing.ALLOWED, Landing.FORBIDDEN)))


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
        assert [*possible(_same, {"value": day})] == [None, date(2016, 6, 1), date(2016, 6, 2), date(2016, 6, 3)]

    def test_candidates_may_be_partial_records(self) -> None:
        """A record may be one of several, each with facts of its own that are open."""
        haul = one_of(None, partial(Haul, worth=one_of(1, 2), taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1)))
        assert [*possible(_worth, {"haul": haul})] == [None, Decimal(1), Decimal(2)]

    def test_records_in_sequences(self) -> None:
        """Items of a sequence may be partial records."""
        hauls = [partial(Haul, worth=one_of(1, 2), taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1)), _haul(5)]
        found = needs(_total, {"hauls": hauls})
        assert [*found.outcomes] == [Decimal(6), Decimal(7)]
        assert [(need.field, need.label.en) for need in found] == [("hauls[0].worth", "worth")]

    def test_a_whole_case_may_hold_sequences(self) -> None:
        """The items of a sequence may be records by their facts, as long as all of them are known."""
        assert flips(_total, {"hauls": [partial(Haul, 1, date(2010, 1, 1), date(2009, 1, 1)), _haul(2)]}).outcome == 3

    def test_candidates_that_may_change(self) -> None:
        """Candidates may be of any kind, dicts too."""
        assert [*possible(_size, {"fact": one_of({"a": 1}, {}, {"b": 1})})] == [1, 0]

    def test_open_items_of_a_sequence(self) -> None:
        """An item of a sequence may be one of several values."""
        assert [*possible(_sum, {"numbers": (one_of(1, 2), 3)})] == [4, 5]

    def test_a_record_named_by_its_type(self) -> None:
        """An unknown record is one whose facts are all open; where it may be missing, that is one more way."""
        assert set(possible(_maybe)) == {None, True, False}
        assert [need.field for need in needs(_maybe)] == ["craft", "craft.manned"]

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
        assert len(possible(_same, {"value": one_of(True, 1)})) == 2


def _haul(worth: int) -> Haul:
    return Haul(worth=worth, taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1))


def _same(value: object) -> object:
    return value


def _worth(haul: Haul | None) -> Yuan | None:
    return None if haul is None else haul.worth


def _total(hauls: tuple[Haul, ...]) -> Decimal:
    return sum((haul.worth for haul in hauls), Decimal(0))


def _sum(numbers: tuple[int, ...]) -> int:
    return sum(numbers)


def _size(fact: dict[str, int]) -> int:
    return len(fact)


def _maybe(craft: Craft | None) -> bool | None:
    return None if craft is None else craft.manned


def _literal(letter: Literal["a", "b"] | None) -> str | None:
    return letter


def _rated(rate: Rate) -> bool:
    return rate > Rate.percent(1)


def _loose(kind: Callable[..., object], *args: object, **facts: object) -> object:
    """Return a partial that no type checker looks into."""
    return partial(kind, *args, **facts)


class TestRefusals:
    """What is refused, and what the message says."""

    @pytest.mark.parametrize(
        ("case", "why"),
        [
            (partial(Haul, worth=1), "Haul.taken_on is asked for and nothing bounds it: give its value, or bound it"),
            (partial(Haul, taken_on=date(2010, 1, 1)), "Haul.worth is asked for and nothing bounds it"),
            (_loose(Haul, weight=1), "Haul.weight is none of its facts, which are worth, taken_on, landed_on"),
            (
                _loose(Haul, 1, date(2010, 1, 1), date(2009, 1, 1), 4),
                r"Haul.\[3\] is more than it takes by position",
            ),
            (_loose(int, "1"), "partial.func must be the class of a record"),
            ({"cargo": 1}, "dust_tax.cargo is none of its facts, which are haul, law"),
            (partial(Haul, worth=0, taken_on=date(2010, 1, 1)), "Haul.worth must be above zero"),
            (one_of(partial(Haul, worth=-1), partial(Haul, worth=-2)), "Haul.taken_on is asked for"),
        ],
    )
    def test_a_case(self, case: object, why: str) -> None:
        """A case that names what is not there, or leaves open what nothing bounds, is refused."""
        with pytest.raises(InvalidFactError, match=why):
            needs(dust_tax, case)

    def test_a_default_is_named_where_it_is_not_assumed(self) -> None:
        """An argument with a default is unknown where it is left out; the refusal says what a call would take."""
        with pytest.raises(InvalidFactError, match=r"_with_default.days .* \(a call's default is 30\)"):
            possible(_with_default)
        assert [*possible(_with_default, {"days": 31})] == [31]

    def test_an_argument_without_a_type(self) -> None:
        """What has no type has no candidates."""
        with pytest.raises(InvalidFactError, match="is asked for and nothing bounds it"):
            possible(lambda fact: fact)

    def test_a_rule_without_facts_has_no_case(self) -> None:
        """A rule that takes nothing cannot be given a fact."""
        assert [*possible(lambda: 1)] == [1]
        with pytest.raises(InvalidFactError, match="is none of its facts"):
            possible(lambda: 1, Craft(manned=True, heavy=True, phase=Phase.NEW))

    def test_no_candidates(self) -> None:
        """A fact that is one of nothing is refused, and so is a range that ends before it begins."""
        with pytest.raises(InvalidFactError, match=r"one_of.candidates must have at least one candidate"):
            one_of()
        with pytest.raises(InvalidFactError, match=r"between.last must not be before first"):
            between(date(2016, 6, 2), date(2016, 6, 1))

    def test_unknown_among_candidates_is_unknown(self) -> None:
        """A fact that may be anything is not bounded by naming some of it."""
        with pytest.raises(InvalidFactError, match="is asked for and nothing bounds it"):
            possible(_same, {"value": one_of(1, unknown())})

    def test_a_whole_case_has_no_open_facts(self) -> None:
        """What needs a whole case refuses an open one, and a fact that is left out without a default."""
        with pytest.raises(InvalidFactError, match=r"Craft.heavy must be known here; .* got unknown\(\)"):
            flips(COLUMN, partial(Craft, manned=True))
        with pytest.raises(InvalidFactError, match=r"may_land.craft must be given, got unknown"):
            flips(COLUMN, {})
        with pytest.raises(InvalidFactError, match=r"_sum.numbers\[0\] must be known here"):
            flips(_sum, {"numbers": (one_of(1, 2), 3)})
        assert flips(_with_default, {}).outcome == 30

    def test_a_law_must_be_taken_and_given(self) -> None:
        """A law for a rule that takes none is refused, and so is a rule without its law."""
        with pytest.raises(InvalidFactError, match="law must be an argument of the rule"):
            possible(COLUMN, law=MOON)
        with pytest.raises(InvalidFactError, match=r"_formula.law must be given"):
            possible(_formula, {"day": date(2010, 1, 1)})
        assert [*possible(_formula, {"day": date(2010, 1, 1), "law": MOON})] == [Rate.percent(20)]
        assert [*possible(_formula, {"day": date(2010, 1, 1)}, law=MOON)] == [Rate.percent(20)]

    def test_a_law_by_any_other_name(self) -> None:
        """What takes the law is known by its type, by its default, or by what it is given."""
        day = {"day": date(2010, 1, 1)}
        for asked in (_by_hint, _by_default, _by_name):
            assert [*possible(asked, day, law=MOON)] == [Rate.percent(20)], asked
            assert [*possible(asked, day, law=MOON.known_on(date(2005, 1, 1)))] == [Rate.percent(10)], asked
        assert [*possible(_by_default, day)] == [Rate.percent(20)]
        assert [*possible(_by_what_is_given, {**day, "rules": MOON})] == [Rate.percent(20)]
        early = MOON.known_on(date(2005, 1, 1))
        assert [*possible(_by_what_is_given, {**day, "rules": MOON}, law=early)] == [Rate.percent(10)]
        with pytest.raises(InvalidFactError, match="law must be an argument of the rule"):
            possible(_by_what_is_given, day, law=MOON)

    def test_an_outcome_that_may_change_cannot_be_compared(self) -> None:
        """A rule that answers with a list is no rule that can be questioned."""
        with pytest.raises(TypeError, match="unhashable type: 'list'"):
            possible(lambda: [1])

    def test_the_budget_bounds_the_search(self) -> None:
        """Over the budget the search says so; on the way it tells how far it is."""
        done: list[int] = []
        with pytest.raises(TooManyTrialsError, match="more than 2 trials would be needed: bound the facts"):
            needs(COLUMN, budget=2, progress=done.append)
        assert done == [1, 2]

    def test_a_rule_that_inquires_itself_may_run_out(self) -> None:
        """A budget used up within a rule is no refusal of the rule."""
        with pytest.raises(TooManyTrialsError):
            possible(lambda: len(possible(COLUMN, budget=1)))

    def test_checking_the_records_is_bounded_too(self) -> None:
        """Each further combination that the records' checks forbid is a trial, asked for by the rule or not."""
        only: Table = ("manned", (True, ("heavy", (True, ("phase", (True, True, ("beacon", (True, True, False))))))))
        case = {"craft": partial(Craft)}
        with forbidding(only):
            done: list[int] = []
            assert [*possible(_unasked, case, progress=done.append)] == [Landing.ALLOWED]
            assert (done[0], len(done)) == (1, done[-1])
            assert done[-1] > 5
            with pytest.raises(TooManyTrialsError, match=f"more than {done[-1] - 1} trials"):
                possible(_unasked, case, budget=done[-1] - 1)
            assert [*possible(_unasked, case, budget=done[-1])] == [Landing.ALLOWED]

    def test_comparing_is_bounded_too(self) -> None:
        """Comparing completions is bounded by the same budget, fifty steps a trial."""
        found = Completions(case_of(COLUMN, {}, None), Budget(3))
        assert found.steps.limit == 150
        found.steps.limit = 1
        with pytest.raises(TooManyTrialsError):
            disagreements(found)


def _unasked(craft: Craft) -> Landing:
    del craft
    return Landing.ALLOWED


def _with_default(days: int = 30) -> int:
    return days


def _by_hint(day: date, rules: MoonLaw) -> Rate:
    return rules.dust_rate.on(day)


def _by_default(day, rules=MOON):  # type: ignore[no-untyped-def]  # without hints on purpose  # noqa: ANN001, ANN202
    return rules.dust_rate.on(day)


def _by_name(day, law):  # type: ignore[no-untyped-def]  # without hints on purpose  # noqa: ANN001, ANN202
    return law.dust_rate.on(day)


def _by_what_is_given(day, rules):  # type: ignore[no-untyped-def]  # without hints on purpose  # noqa: ANN001, ANN202
    return rules.dust_rate.on(day)


def _formula(day: date, law: MoonLaw) -> Rate:
    return law.dust_rate.on(day)


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

    @pytest.mark.parametrize("name", ["day", "fee"])
    def test_a_check_that_wants_a_comparison_to_hold(self, name: str) -> None:
        """Nothing is known of a stand-in: that it does not hold is not either, whichever fact the check then names."""
        checks: dict[str, Callable[[Priced], None]] = {"day": _check_later, "fee": _check_dear}
        case = {"priced": partial(Priced, check=checks[name])}
        assert {*possible(lambda priced: priced.short, case)} == {True, False}

    def test_a_stand_in_is_never_refused(self) -> None:
        """A check that would refuse the stand-in itself forbids nothing."""
        case = {"priced": partial(Priced, check=_check_year)}
        assert {*possible(lambda priced: priced.short, case)} == {True, False}


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


def _check_year(priced: Priced) -> None:
    if priced.day.year < 2010:
        raise InvalidFactError("Priced", "day", both("must lie in 2010 or later"), priced.day)


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

    def test_what_a_record_derives(self) -> None:
        """Properties and derived fields are derived as ever; a name that is not there is not there."""
        case = partial(Ship, name=one_of("Luna", "Io"), haul=None)
        assert [*possible(lambda ship: (ship.shout, ship.length, ship.is_empty), {"ship": case})] == [
            ("LUNA", 4, True),
            ("IO", 2, True),
        ]
        with pytest.raises(AttributeError, match="'Craft' object has no attribute 'weight'"):
            possible(lambda craft: craft.weight, {"craft": partial(Craft)})
        with pytest.raises(AttributeError, match="weight"):
            possible(lambda ship: ship.weight, {"ship": case})

    def test_what_is_derived_asks_for_no_more_than_it_rests_on(self) -> None:
        """A derived property asks for its own facts, and a name that is not there for none."""
        case = {"ship": partial(Ship, name=one_of("Luna", "Io"), haul=one_of(None, _haul(1)))}
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


class TestNeeds:
    """What the report on a case tells beside the needs."""

    def test_clauses_and_types(self) -> None:
        """A need carries its type and the clauses of the rules that ask for it."""
        [need] = needs(COLUMN)
        assert (need.type, need.clauses, str(need)) == (bool, (clause("1"),), "manned [MOON-1]")
        [other] = needs(_same, {"value": one_of(1, 2)})
        assert (other.clauses, str(other)) == ((), "value")

    def test_days_in_a_row_are_one_answer(self) -> None:
        """Days after which the same can come out are told as a period."""
        day = one_of(None, between(date(2009, 12, 30), date(2010, 1, 2)), date(2020, 1, 1))
        [need] = needs(_by_year, {"day": day})
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
        assert needs(_same, {"value": one_of(1, None)}).decided == ()

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
        assert "  · Craft (…) → yes | no | no" not in str(needs(_maybe))
        assert "  · Craft (…) → no longer none" in str(needs(_maybe))

    def test_indifferent_facts(self) -> None:
        """Unknown facts that cannot change the outcome are named, those within records and sequences too."""
        case = {"hauls": (partial(Haul, worth=1), one_of(1, 2)), "flag": one_of(True, False), "ships": ()}
        found = needs(_flag, case)
        assert found.indifferent == ("hauls[0].taken_on", "hauls[0].landed_on", "hauls[1]")

    def test_a_sequence(self) -> None:
        """Needs are a sequence of needs."""
        found = needs(rule_of(("manned", (Landing.ALLOWED, ("heavy", (Landing.ALLOWED, Landing.DEFERRED))))))
        assert (len(found), found[1].field) == (2, "heavy")


_haul_of = partial(Haul, taken_on=date(2010, 1, 1), landed_on=date(2009, 1, 1))


def _by_year(day: date | None) -> int | None:
    return None if day is None else day.year


def _priced(worth: int) -> Haul:
    return _haul(worth)


def _length(ship: Ship) -> int:
    return ship.length


def _flag(hauls: tuple[object, ...], flag: bool, ships: tuple[Ship, ...]) -> bool:
    return flag and len(hauls) > len(ships)


class TestPossible:
    """What the report on possible outcomes tells."""

    def test_report(self) -> None:
        """Under each outcome stand the ways that lead to it, in the order of asking."""
        table = ("manned", (Landing.ALLOWED, ("phase", (Landing.ALLOWED, Landing.DEFERRED, OutOfScopeError))))
        found = possible(rule_of(table))
        assert str(found).splitlines() == [
            "may land, outcomes that are possible: 3",
            "allowed",
            "  · manned: yes",
            "  · manned: no; phase: new",
            "deferred",
            "  · manned: no; phase: half",
            "refused: ask the Moon [MOON-1]",
            "  · manned: no; phase: full",
        ]
        assert "可能的结果有3种" in found.text("zh")
        assert [str(one) for one in found.rows_with(GxInjuryError)[0].facts] == ["manned: no", "phase: full"]

    def test_amounts_are_told_in_yuan(self) -> None:
        """An outcome in yuan is told so, in both languages."""
        hauls = partial(Haul, worth=one_of(100, 200), taken_on=date(2009, 1, 1), landed_on=date(2009, 1, 1))
        found = possible(dust_tax, hauls)
        assert str(found).splitlines()[1::2] == ["10.00 yuan", "20.00 yuan"]
        assert found.text("zh").splitlines()[1::2] == ["10.00 元", "20.00 元"]

    def test_many_ways(self) -> None:
        """Of many ways the report shows a dozen and counts the others."""
        found = possible(_by_year, {"day": between(date(2016, 1, 1), date(2016, 1, 20))})
        assert str(found).splitlines()[-1] == "  · and in other ways: 8"

    def test_nothing_to_ask(self) -> None:
        """Where nothing is asked, the report says so."""
        assert str(possible(lambda: 1)).splitlines()[-1] == "  · whatever the facts"


def test_open_facts_print_as_they_are_written() -> None:
    """What stands for a fact prints as it was written, also within errors."""
    assert repr(partial(Craft, manned=one_of(True, False)).keywords) == "{'manned': one_of(True, False)}"
    assert repr(unknown()) == "unknown()"


def test_html() -> None:
    """A report shows itself in a notebook, with what it tells made harmless."""
    found = possible(_same, {"value": one_of("<b>")})
    assert found._repr_html_() == (
        '<div lang="en"><p> same, outcomes that are possible: 1</p><p>&lt;b&gt;</p><ul><li>whatever the facts</li></ul>'
        "</div>"
    )
