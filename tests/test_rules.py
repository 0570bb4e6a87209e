"""Rules: what stops one has the clause of the innermost, and a law named that a question has by itself is no fact."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial, wraps
from typing import Any, Final

import pytest

from gxinjury import LAW, explain, rule
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.explanations import Interruption
from gxinjury.steps import StepKind
from gxinjury.texts import Text
from tests.moonland import MOON, MOON_LAW, Crater, Haul, MoonLaw, dust_bill

DAY: Final = date(2005, 1, 1)
HAUL: Final = Haul(1, DAY)


@pytest.mark.parametrize("ask", [lambda rule: rule(), explain], ids=["asked", "explained"])
def test_what_stops_a_rule_has_the_clause_of_the_innermost_one(ask: Callable[[Callable[[], int]], object]) -> None:
    """An interruption is no error: it passes rules that mind errors, and keeps the first clause that it meets."""

    @rule(MOON.clause("2"))
    def inner() -> int:
        raise Interruption

    @rule(MOON.clause("1"))
    def outer() -> int:
        with suppress(Exception):
            return inner()
        return 0

    with pytest.raises(Interruption) as caught:
        ask(outer)
    assert caught.value.clause is MOON.clause("2")
    assert Interruption().clause is None


@pytest.mark.parametrize("error", [Interruption(), OutOfScopeError(Text(zh="不", en="no"))], ids=["stopped", "refused"])
@pytest.mark.parametrize("ask", [lambda rule: rule(), explain], ids=["asked", "explained"])
def test_what_ends_in_an_error_is_asked_once(ask: Callable[[Callable[[], int]], object], error: BaseException) -> None:
    """It is not tried again."""
    times = []

    @rule(MOON.clause("2"))
    def inner() -> int:
        times.append(DAY)
        raise error

    with suppress(type(error)):
        ask(inner)
    assert times == [DAY]


def test_a_step_has_all_that_its_rule_was_given_and_says() -> None:
    """A default that was named too, what no outcome stands for, and the package of the rule."""

    @rule(MOON.clause("1"), none=Text(zh="未定", en="not decided"))
    def fate(nights: int, days: int = 30) -> int | None:
        return nights if nights > days else None

    named, left_out = explain(fate, 3, 30).step, explain(fate, 3).step
    assert [(fact.name, fact.value) for fact in named.facts] == [("nights", 3), ("days", 30)]
    assert [fact.name for fact in left_out.facts] == ["nights"]
    assert (named.when_none, named.room) == (Text(zh="未定", en="not decided"), "tests")


@pytest.mark.parametrize("ask", [dust_bill, lambda *given, **facts: explain(dust_bill, *given, **facts)])
def test_a_fact_is_called_in_chinese_as_the_package_calls_it(ask: Callable[..., object]) -> None:
    """With its name in code behind it, wherever in a sequence it stands; in English by its name in code."""
    with pytest.raises(InvalidFactError) as caught:
        ask(HAUL, paid_on=DAY, others=["dust"])
    assert caught.value.text("zh") == "其他月尘（dust_bill.others[0]）必须是 Haul，现为 'dust'"
    assert caught.value.text("en") == "dust_bill.others[0] must be of type Haul, got 'dust'"
    assert caught.value.clause is not None


def test_what_is_no_rule_has_no_clause() -> None:
    """It is explained all the same."""
    assert explain(lambda: 1).clauses == ()
    assert repr(explain(lambda: 1)) == "Explanation(outcome=1)"


def test_what_is_explained_gets_its_facts_as_they_are() -> None:
    """Those of a partial and those given beside it, the latter before the former; only what may change is copied."""
    fact = object()
    assert explain(partial(_given, 1, b=fact)).outcome == (1, fact, 0)
    assert explain(partial(_given, 1, b=2, c=3), c=4).outcome == (1, 2, 4)
    assert explain(_given, 1, fact).outcome[1] is fact


def test_what_passes_for_a_rule_but_asks_none_is_explained() -> None:
    """A function that stands before a rule may answer by itself."""

    @rule(MOON.clause("1"))
    def fate(nights: int) -> int:
        return nights

    @wraps(fate)
    def remembered(nights: int) -> int:
        return nights + 1

    assert explain(remembered, 1).outcome == 2
    assert [step.name for step in explain(remembered, 1).steps] == ["fate"]


def _given(a: object, b: object, c: object = 0) -> tuple[object, ...]:
    return a, b, c


class TestTheLawThatAQuestionHasByItself:
    """Naming the law as it stands says no more than leaving it out."""

    @pytest.mark.parametrize("law", [MOON_LAW, MoonLaw()], ids=["itself", "its equal"])
    def test_explained_alike_whether_named_or_not(self, law: MoonLaw) -> None:
        """Answer, steps and hash are the same."""
        named, left_out = explain(dust_bill, HAUL, paid_on=DAY, law=law), explain(dust_bill, HAUL, paid_on=DAY)
        assert named == left_out
        assert hash(named) == hash(left_out)
        assert [fact.name for fact in named.step.facts] == [fact.name for fact in left_out.step.facts]

    def test_another_law_is_a_fact(self) -> None:
        """A reading that departs from the default is told."""
        law = MOON_LAW.reading(Crater.RIM)
        named = explain(dust_bill, HAUL, paid_on=DAY, law=law)
        assert named != explain(dust_bill, HAUL, paid_on=DAY)
        assert [fact.value for fact in named.step.facts if fact.name == "law"] == [law]

    def test_a_formula_is_always_given_its_law(self) -> None:
        """It has none by itself, so the law is among its facts."""
        _, inner, *_ = explain(dust_bill, HAUL, paid_on=DAY).steps
        assert inner.kind is StepKind.RULE
        assert [fact.value for fact in inner.facts if fact.name == "law"] == [MOON_LAW]


@pytest.mark.parametrize("law", [LAW, None, "the law"])
def test_a_question_refuses_what_is_no_law_of_its_country(law: Any) -> None:  # noqa: ANN401  (bad input)
    """Asked as it is, and asked for its reasons."""
    haul, day = Haul(1, date(2001, 1, 1)), date(2001, 1, 1)
    for ask in (lambda: dust_bill(haul, paid_on=day, law=law), lambda: explain(dust_bill, haul, paid_on=day, law=law)):
        with pytest.raises(InvalidFactError, match=r"^dust_bill\.law must be of type MoonLaw"):
            ask()
