"""What an inquiry takes as a case, and what it refuses."""

from collections.abc import Callable
from datetime import date
from functools import partial

import attrs
import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.inquiry import (
    TooManyTrialsError,
    between,
    compare,
    days_when,
    edges,
    flips,
    needs,
    one_of,
    possible,
    readings_that_matter,
    unknown,
    why_not,
)
from gxinjury.inquiry._cases import case_of
from gxinjury.inquiry._completions import Completions, what_matters
from gxinjury.inquiry.outcomes import Budget
from gxinjury.money import Rate
from gxinjury.periods import Period
from tests.inquiry.lunar import (
    COLUMN,
    MOON,
    Craft,
    Haul,
    Idle,
    Landing,
    MoonLaw,
    Phase,
    Table,
    a_haul,
    as_given,
    both,
    dust_tax,
    forbidding,
    sum_of,
)


def _loose(kind: Callable[..., object], *args: object, **facts: object) -> object:
    """Return a partial that no type checker looks into."""
    return partial(kind, *args, **facts)


def _tons_on(day: date = date(2010, 1, 1), tons: int = 30, *, law: MoonLaw = MOON) -> int:
    law.choice(Idle)
    return tons if day.year == 2010 else 0


_JANUARY = Period(date(2010, 1, 1), date(2010, 1, 31))
_OF_WHOLE_CASES: dict[str, Callable[[dict[str, object]], object]] = {
    "compare": lambda case: compare(_tons_on, case, {"one": MOON, "other": MOON})[1].outcome,
    "days_when": lambda case: days_when(_tons_on, case, "day", _JANUARY).on(date(2010, 1, 2)),
    "edges": lambda case: edges(_tons_on, case, "day", Period(date(2009, 1, 1), date(2010, 1, 31))).found[0].after,
    "flips": lambda case: flips(_tons_on, case).outcome,
    "readings_that_matter": lambda case: readings_that_matter(_tons_on, case).outcome,
    "why_not": lambda case: why_not(_tons_on, case, 0).outcome,
}
"""What takes a whole case, and one outcome of each."""


@attrs.frozen
class _Named:
    """A record one of whose facts has to be named."""

    one: int
    other: int = attrs.field(kw_only=True)


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
            (_loose(_Named, 1, 2), r"_Named.\[1\] is more than it takes by position, got 2"),
            (_loose(int, "1"), "partial.func must be the class of a record"),
            (partial(Haul, one_of(-1, -2), date(2010, 1, 1), date(2009, 1, 1)), "Haul.worth .* got -1$"),
            ({"haul": a_haul(1), "law": 1}, "dust_tax.law must be of type Statute, got 1"),
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
            possible(as_given, {"value": one_of(1, unknown())})

    def test_a_whole_case_has_no_open_facts(self) -> None:
        """What needs a whole case refuses an open one, and a fact that is left out without a default."""
        with pytest.raises(InvalidFactError, match=r"Craft.heavy must be known here; .* got unknown\(\)"):
            flips(COLUMN, partial(Craft, manned=True))
        with pytest.raises(InvalidFactError, match=r"may_land.craft must be given, got unknown"):
            flips(COLUMN, {})
        with pytest.raises(InvalidFactError, match=r"sum_of.numbers\[0\] must be known here"):
            flips(sum_of, {"numbers": (one_of(1, 2), 3)})
        assert flips(_with_default, {}).outcome == 30

    @pytest.mark.parametrize("inquiry", _OF_WHOLE_CASES, ids=[*_OF_WHOLE_CASES])
    def test_of_a_whole_case_defaults_hold(self, inquiry: str) -> None:
        """What needs a whole case takes a default that nothing was said of, and refuses the same fact left open."""
        ask = _OF_WHOLE_CASES[inquiry]
        assert ask({"tons": 30}) == ask({}) != ask({"tons": 29})
        for is_open in (unknown(), one_of(29, 30)):
            with pytest.raises(InvalidFactError, match=r"_tons_on.tons must be known here"):
                ask({"tons": is_open})

    def test_a_law_must_be_taken_and_given(self) -> None:
        """A law for a rule that takes none is refused, and so is a rule without its law."""
        with pytest.raises(InvalidFactError, match="law must be an argument of the rule"):
            possible(COLUMN, law=MOON)
        with pytest.raises(InvalidFactError, match=r"_formula.law must be given"):
            possible(_formula, {"day": date(2010, 1, 1)})
        with pytest.raises(InvalidFactError, match=r"_formula.law must be of type Statute, got 'Mars'"):
            possible(_formula, {"day": date(2010, 1, 1)}, law="Mars")  # type: ignore[arg-type]  # the slip under test
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

    def test_what_is_taken_besides_is_no_fact(self) -> None:
        """A rule that takes whatever is there beside its facts is asked without it."""
        assert [need.field for need in needs(_with_more)] == ["flag", "last"]
        with pytest.raises(InvalidFactError, match=r"_with_more.rest is none of its facts, which are flag, last, got"):
            possible(_with_more, {"rest": ()})

    def test_a_lone_record_without_a_type(self) -> None:
        """What a record is known by: by its name where the rule says nothing of it, wholly known or in part."""
        craft = Craft(manned=True, heavy=True, phase=Phase.NEW)
        assert flips(lambda one: one.manned, craft)[0].values == {"manned": False}
        assert needs(lambda one: one.manned, partial(Craft, heavy=True))[0].field == "manned"
        assert flips(lambda one, _: one.manned, {"one": craft, "_": 1})[0].values == {"one.manned": False}

    def test_a_whole_record_is_handed_on(self) -> None:
        """What is known altogether is not made again."""
        craft = Craft(manned=True, heavy=True, phase=Phase.NEW)
        assert flips(as_given, {"value": craft}).outcome is craft

    def test_what_a_rule_refuses_altogether(self) -> None:
        """Where the rule itself refuses every completion, its first refusal is the answer."""
        with pytest.raises(InvalidFactError, match=r"_at_most_two.tons must be two at the most, got 3"):
            possible(_at_most_two, {"tons": one_of(3, 4)})

    def test_an_outcome_that_may_change_cannot_be_compared(self) -> None:
        """A rule that answers with a list is no rule that can be questioned."""
        with pytest.raises(TypeError, match="unhashable type: 'list'"):
            possible(lambda: [1])

    def test_the_budget_bounds_the_search(self) -> None:
        """Over the budget the search says so; on the way it tells how far it is."""
        done: list[int] = []
        with pytest.raises(TooManyTrialsError, match="more than 2 trials would be needed: bound the facts") as refused:
            needs(COLUMN, budget=2, progress=done.append)
        assert (refused.value.code, refused.value.values) == ("too_many_trials", {"limit": 2})
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
            what_matters(found)

    def test_all_pairs_of_answers_are_counted(self) -> None:
        """110 answers are 5,995 pairs, a step each; with one check of five steps that is 50 for each of 120 trials."""
        case = {"value": one_of(*range(110))}
        [need] = needs(as_given, case, budget=120)
        assert len(need.answers) == 110
        with pytest.raises(TooManyTrialsError):
            needs(as_given, case, budget=119)


def _unasked(craft: Craft) -> Landing:
    del craft
    return Landing.ALLOWED


def _with_default(days: int = 30) -> int:
    return days


def _with_more(flag: bool, *rest: int, last: bool = True, **more: int) -> bool:
    return flag and (last or len(rest) > len(more))


def _at_most_two(tons: int) -> int:
    if tons > 2:
        raise InvalidFactError("_at_most_two", "tons", both("must be two at the most"), tons)
    return tons


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
