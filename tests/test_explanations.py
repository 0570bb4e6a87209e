"""Why: the steps that a rule took, kept only while somebody asks."""

import copy
import functools
import pickle
import re
import subprocess
import sys
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxinjury
from gxinjury import explain, rule
from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.explanations import Explanation, Step, StepKind, caution
from gxinjury.facts import Yuan
from gxinjury.money import Rate, total
from gxinjury.texts import Text
from tests.moonland import (
    MOON,
    MOON_LAW,
    Bill,
    Crater,
    Haul,
    MoonLaw,
    Nights,
    Place,
    crater_fee,
    dust_bill,
    dust_rate_on,
    dust_tax,
    nights,
)

DAY: Final = date(2005, 1, 1)
LATER: Final = date(2005, 1, 31)
LOAD: Final = Yuan(Decimal(1000))
MIND: Final = Text(zh="注意", en="mind this")
moon_days = st.dates(date(1999, 1, 1), date(2024, 12, 31))
hauls = st.builds(
    Haul, st.integers(1, 10**12).map(lambda fen: Decimal(fen).scaleb(-2)), moon_days, st.sampled_from(Place)
)
laws = st.sampled_from(
    [MOON_LAW, MOON_LAW.reading(Nights.NOT_COUNTED), MOON_LAW.only_verified(), MOON_LAW.known_on(DAY)]
)


def names(explanation: Explanation[Any]) -> list[str]:
    """The names of the steps, in the order taken."""
    return [step.name for step in explanation.steps]


def tree_of(ask: Callable[[], object]) -> Explanation[Any]:
    """The steps that a question took until it was refused."""
    with pytest.raises(GxInjuryError) as caught:
        ask()
    assert caught.value.explanation is not None
    assert caught.value.explanation.outcome is caught.value
    return caught.value.explanation


def explained(ask: Callable[[], Explanation[Any]]) -> Explanation[Any]:
    """The explanation of an answer, or the steps until it was refused."""
    try:
        return ask()
    except GxInjuryError as error:
        return error.explanation or pytest.fail("a refusal without its steps")


class TestTheTree:
    """Rules, figures and readings, with what each rested on."""

    def test_steps_stand_below_the_one_that_took_them(self) -> None:
        """The tree has the shape of the calls, in their order."""
        explanation = explain(dust_bill, Haul(LOAD, DAY, Place.CRATER), paid_on=LATER, others=[Haul(7, DAY)])

        def shape(step: Step) -> object:
            return (step.name, [shape(one) for one in step.steps]) if step.steps else step.name

        tax = ("dust_tax", [("dust_rate_on", ["dust_rate"])])
        assert shape(explanation.step) == (
            "dust_bill",
            [tax, tax, ("nights", ["Nights"]), ("crater_fee", ["crater_fee"])],
        )
        assert explanation.steps[0] is explanation.step
        assert names(explanation)[:4] == ["dust_bill", "dust_tax", "dust_rate_on", "dust_rate"]

    def test_the_outcome_is_the_answer(self) -> None:
        """The explanation carries what the rule answers, and each step what came out of it."""
        explanation = explain(dust_bill, Haul(LOAD, DAY), paid_on=LATER)
        assert explanation.outcome == dust_bill(Haul(LOAD, DAY), paid_on=LATER)
        assert isinstance(explanation.outcome, Bill)
        outcomes = {step.name: step.outcome for step in explanation.steps}
        assert outcomes["dust_tax"] == Decimal("2.00")
        assert outcomes["dust_rate"] == outcomes["dust_rate_on"] == Rate.per_mille(2)
        assert outcomes["Nights"] is Nights.COUNTED
        assert outcomes["nights"] == 31
        assert outcomes["crater_fee"] is None

    def test_each_step_has_its_kind_and_clause(self) -> None:
        """A rule cites its own clause, a figure and a reading theirs."""
        explanation = explain(dust_bill, Haul(LOAD, DAY), paid_on=LATER)
        assert {(step.name, step.kind, str(step.clause)) for step in explanation.steps} == {
            ("dust_bill", StepKind.RULE, "MOON-4"),
            ("dust_tax", StepKind.RULE, "MOON-1.1"),
            ("dust_rate_on", StepKind.RULE, "MOON-1"),
            ("dust_rate", StepKind.FIGURE, "MOON-1"),
            ("nights", StepKind.RULE, "MOON-2"),
            ("Nights", StepKind.READING, "MOON-2"),
            ("crater_fee", StepKind.RULE, "MOON-3"),
        }
        assert [str(clause) for clause in explanation.clauses] == ["MOON-4", "MOON-1.1", "MOON-1", "MOON-2", "MOON-3"]

    def test_facts_come_by_name_with_label_and_unit(self) -> None:
        """By position or by keyword, each fact is named as in the rule; what was left out is not told."""
        step = explain(dust_tax, LOAD, law=MOON_LAW, day=DAY).step
        assert [(fact.name, fact.label.zh, fact.value, fact.in_yuan) for fact in step.facts] == [
            ("load", "价值", LOAD, True),
            ("day", "日期", DAY, False),
            ("law", "law", MOON_LAW, False),
        ]
        assert (step.in_yuan, step.label.zh) == (True, "月尘税")
        assert [fact.name for fact in explain(dust_bill, Haul(1, DAY), paid_on=DAY).step.facts] == ["haul", "paid_on"]

    def test_a_figure_names_its_source_and_the_day_it_is_from(self) -> None:
        """The source of the figure stands on its step; a rule has none."""
        rate = explain(dust_rate_on, DAY, MOON_LAW).steps[1]
        assert rate.source is not None
        assert "2001-01-01" in rate.source.zh
        assert "月尘法" in rate.source.zh
        assert rate.cautions == ()
        assert explain(dust_rate_on, DAY, MOON_LAW).step.source is None

    def test_a_reading_cautions_that_there_are_others(self) -> None:
        """The choice is a step, whether the default is taken or another member, and names every other."""
        for law, taken in ((MOON_LAW, Nights.COUNTED), (MOON_LAW.reading(Nights.NOT_COUNTED), Nights.NOT_COUNTED)):
            step = explain(nights, DAY, LATER, law).steps[1]
            assert (step.kind, step.name, step.label, step.outcome) == (
                StepKind.READING,
                "Nights",
                Nights.question,
                taken,
            )
            [told] = step.cautions
            assert all(member.name in told.zh and member.name in told.en for member in Nights)

    def test_cautions_stand_on_their_step_and_are_told_once(self) -> None:
        """A rule's caution is on its own step, a figure's on the figure's; the explanation has each once, in order."""
        explanation = explain(
            dust_bill, Haul(1, DAY, Place.CRATER), paid_on=date(2012, 1, 1), others=[Haul(2, DAY), Haul(3, DAY)]
        )
        by_name = {step.name: step.cautions for step in explanation.steps if step.kind is StepKind.RULE}
        [fee_is_old] = by_name.pop("crater_fee")
        assert fee_is_old.zh == "环形山费 12.50 元沿用旧例"
        assert not any(by_name.values())
        no_seal, other_reading, last = explanation.cautions
        assert no_seal.en == "the order bears no seal"
        assert "NOT_COUNTED" in other_reading.en
        assert last == fee_is_old

    def test_findings_are_in_the_outcome(self) -> None:
        """An answer carries what it has to tell, explained or not."""
        [found] = explain(dust_bill, Haul(1, DAY), paid_on=LATER).outcome.findings
        assert (found.code, found["nights"]) == ("dug_long_ago", 31)

    def test_walks_from_the_rule_asked_down(self) -> None:
        """A step comes before those below it."""
        step = explain(dust_tax, LOAD, DAY, MOON_LAW).step
        assert [one.name for one in step.walk()] == ["dust_tax", "dust_rate_on", "dust_rate"]


class TestBothLanguages:
    """Chinese and English tell the same."""

    @given(hauls, moon_days, st.lists(hauls, max_size=2), laws)
    def test_the_same_clauses_and_figures(self, haul: Haul, paid_on: date, others: list[Haul], law: MoonLaw) -> None:
        """Line for line, both languages cite the same clauses and print the same numbers."""
        explanation = explained(lambda: explain(dust_bill, haul, paid_on=paid_on, others=others, law=law))
        zh, en = explanation.text("zh").splitlines(), explanation.text("en").splitlines()
        assert len(zh) == len(en)
        for one, other in zip(zh, en, strict=True):
            assert re.findall(r"\[MOON-[\d.]+\]", one) == re.findall(r"\[MOON-[\d.]+\]", other)
            assert sorted(re.findall(r"\d[\d,.]*\d|\d", one)) == sorted(re.findall(r"\d[\d,.]*\d|\d", other))

    def test_every_clause_is_told(self) -> None:
        """What the explanation lists as its clauses is what its text cites."""
        explanation = explain(dust_bill, Haul(1, DAY, Place.CRATER), paid_on=LATER)
        for text in (explanation.text("zh"), explanation.text("en")):
            assert set(re.findall(r"MOON-[\d.]+\d|MOON-\d", text)) == set(map(str, explanation.clauses))


class TestPrivate:
    """An id that was handed in as a plain text is never shown whole."""

    def test_reprs_are_masked(self) -> None:
        """Facts and outcomes print masked, step by step."""

        def same(worker: str) -> str:
            return worker

        why = explain(same, "450103198001011234")
        for shown in (repr(why.step), repr(why.step.facts), str(why), why.html("zh")):
            assert "450103198001011234" not in shown
            assert "4501************34" in shown


class TestWhatChangesAfterwards:
    """An explanation does not change once it is given."""

    def test_a_list_handed_in(self) -> None:
        """The list may be emptied before the explanation is read, by position or by keyword."""
        others = [Haul(7, DAY)]
        by_keyword = explain(dust_bill, Haul(1, DAY), paid_on=DAY, others=others)
        by_position = explain(total, typing.cast("Any", amounts := [LOAD]))
        others.clear()
        amounts.clear()
        assert by_keyword.step.facts[2].value == (Haul(7, DAY),)
        assert "7.00 yuan" in by_keyword.text("en")
        assert by_position.step.facts[0].value == (LOAD,)

    @pytest.mark.parametrize("fact", [{"a": 1}, {1, 2}], ids=["dict", "set"])
    def test_a_dict_or_a_set_handed_in(self, fact: dict[str, int] | set[int]) -> None:
        """What can be changed otherwise is copied too."""

        def plain(fact: object) -> object:
            return len(typing.cast("Any", fact))

        explanation = explain(plain, fact)
        before = copy.copy(fact)
        fact.clear()
        assert explanation.step.facts[0].value == before

    def test_a_generator_handed_in(self) -> None:
        """What a rule reads once can still be told, and pickled, afterwards."""
        explanation = explain(dust_bill, Haul(1, DAY), paid_on=DAY, others=(Haul(fen, DAY) for fen in (7, 8)))
        assert explanation.outcome == dust_bill(Haul(1, DAY), paid_on=DAY, others=[Haul(7, DAY), Haul(8, DAY)])
        assert explanation.step.facts[2].value == (Haul(7, DAY), Haul(8, DAY))
        assert pickle.loads(pickle.dumps(explanation)).text("zh") == explanation.text("zh")  # noqa: S301  (our own)

    def test_nothing_can_be_set(self) -> None:
        """Explanation, step and fact are frozen."""
        explanation = explain(dust_tax, LOAD, DAY, MOON_LAW)
        for record, field in (
            (explanation, "outcome"),
            (explanation.step, "name"),
            (explanation.step.facts[0], "value"),
        ):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(record, field, 1)


class TestCopies:
    """An explanation can be sent on."""

    @pytest.mark.parametrize(
        "copied",
        [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))],  # noqa: S301  (our own bytes)
        ids=["copy", "deepcopy", "pickle"],
    )
    @pytest.mark.parametrize("read_before", [False, True])
    def test_tells_the_same(self, copied: Callable[[Explanation[Bill]], Explanation[Bill]], read_before: bool) -> None:
        """A copy is equal, step by step, and prints the same, whether the steps were read before or not."""
        law = MOON_LAW.reading(Nights.NOT_COUNTED)
        explanation = explain(dust_bill, Haul(1, DAY, Place.CRATER), paid_on=LATER, law=law)
        if read_before:
            assert explanation.steps
        again = copied(explanation)
        assert again == explanation
        assert again.outcome == explanation.outcome
        assert again.steps == explanation.steps
        assert again.departures == explanation.departures
        assert [again.text("zh"), again.html("en")] == [explanation.text("zh"), explanation.html("en")]

    def test_other_steps_are_another_explanation(self) -> None:
        """The same answer for other reasons is not the same explanation; the same reasons are, and hash alike."""

        def first() -> int:
            return 1

        def other() -> int:
            return 1

        assert explain(first) != explain(other)
        assert explain(first) == explain(first)
        assert hash(explain(first)) == hash(explain(first))
        assert explain(first) != 1

    def test_another_answer_is_another_explanation(self) -> None:
        """Explanations differ where their answers do."""
        assert explain(dust_tax, LOAD, DAY, MOON_LAW) != explain(dust_tax, Yuan(LOAD + 1000), DAY, MOON_LAW)


class TestNested:
    """Explaining within a rule that is explained."""

    def test_each_has_its_own_steps(self) -> None:
        """The inner question has a tree of its own, and the outer one goes on with its own afterwards."""
        inner = []

        @rule(MOON.clause("4"))
        def outer() -> Decimal:
            first = dust_tax(LOAD, DAY, MOON_LAW)
            inner.append(explain(nights, DAY, LATER, MOON_LAW))
            return first + dust_tax(LOAD, date(2011, 1, 1), MOON_LAW)

        explanation = explain(outer)
        assert names(explanation) == ["outer", *["dust_tax", "dust_rate_on", "dust_rate"] * 2]
        assert names(inner[0]) == ["nights", "Nights"]

    def test_a_refusal_within_leaves_the_outer_tree_whole(self) -> None:
        """An inner refusal that is caught is not in the outer tree's way."""

        @rule(MOON.clause("4"))
        def outer() -> str:
            try:
                explain(crater_fee, Place.FAR_SIDE, DAY, MOON_LAW)
            except OutOfScopeError:
                dust_rate_on(DAY, MOON_LAW)
            return "went on"

        assert names(explain(outer)) == ["outer", "dust_rate_on", "dust_rate"]

    def test_a_rule_may_ask_itself(self) -> None:
        """Each round is a step below the last."""

        @rule(MOON.clause("4"))
        def down(count: int) -> int:
            return 0 if count == 0 else down(count - 1)

        explanation = explain(down, 3)
        assert [step.facts[0].value for step in explanation.steps] == [3, 2, 1, 0]


class TestRefusal:
    """A refusal carries the steps so far."""

    def test_the_tree_so_far(self) -> None:
        """The steps taken before stand in it, the refusal is the outcome of those it passed through."""
        tree = tree_of(lambda: explain(dust_bill, Haul(1, DAY, Place.FAR_SIDE), paid_on=DAY))
        assert names(tree) == ["dust_bill", "dust_tax", "dust_rate_on", "dust_rate", "nights", "Nights", "crater_fee"]
        assert tree.steps[0].outcome is tree.steps[-1].outcome is tree.outcome
        assert tree.step.facts[0].value == Haul(1, DAY, Place.FAR_SIDE)

    def test_a_figure_that_is_not_in_force(self) -> None:
        """The rule that looked it up is the last step."""
        tree = tree_of(lambda: explain(dust_tax, LOAD, date(2000, 12, 31), MOON_LAW))
        assert isinstance(tree.outcome, NotInForceError)
        assert names(tree) == ["dust_tax", "dust_rate_on"]

    def test_refused_at_the_door(self) -> None:
        """A slip of input is told with the facts as given."""
        tree = tree_of(lambda: explain(dust_bill, typing.cast("Any", "haul"), paid_on=DAY))
        assert isinstance(tree.outcome, InvalidFactError)
        assert names(tree) == ["dust_bill"]
        assert [fact.value for fact in tree.step.facts] == ["haul", DAY]

    def test_a_refusal_that_a_rule_overcomes_stays_a_step(self) -> None:
        """A rule may catch a refusal and answer; the tree shows both."""

        @rule(MOON.clause("4"))
        def or_nothing() -> Decimal:
            try:
                return dust_tax(LOAD, date(2000, 1, 1), MOON_LAW)
            except NotInForceError:
                return dust_tax(LOAD, DAY, MOON_LAW)

        explanation = explain(or_nothing)
        assert explanation.outcome == 2
        assert [type(step.outcome) for step in explanation.step.steps] == [NotInForceError, Decimal]

    def test_of_a_function_that_is_no_rule(self) -> None:
        """The function itself is the first step, with all it called and what it cautions of."""

        def plain(count: int) -> None:
            dust_rate_on(DAY, MOON_LAW)
            caution(MIND)
            raise OutOfScopeError(Text(zh="第{n}", en="no {n}").filled({"n": count}))

        tree = tree_of(lambda: explain(plain, 3))
        assert names(tree) == ["plain", "dust_rate_on", "dust_rate"]
        assert tree.cautions == (MIND,)
        assert tree.step.clause is None

    def test_of_a_function_that_called_nothing(self) -> None:
        """Even then there is a step to tell."""

        def plain() -> None:
            raise OutOfScopeError(MIND)

        assert names(tree_of(lambda: explain(plain))) == ["plain"]


class TestAnyFunction:
    """Rules of one's own, and functions that are none."""

    def test_a_function_that_is_no_rule(self) -> None:
        """It is the first step, without a clause, and what it called stands below it."""

        def twice(load: Yuan, *days: date, **more: object) -> Yuan:
            caution(MIND, **more)
            return total([dust_tax(load, day, MOON_LAW) for day in days])

        explanation = explain(twice, LOAD, DAY, LATER, more=1)
        assert explanation.outcome == 4
        assert names(explanation) == ["twice", *["dust_tax", "dust_rate_on", "dust_rate"] * 2]
        assert (explanation.step.clause, explanation.step.cautions) == (None, (MIND,))
        assert [fact.name for fact in explanation.step.facts] == ["load", "days", "more"]
        assert "twice: 4.00 yuan" in explanation.text("en")

    def test_a_partial_is_the_rule_within(self) -> None:
        """Facts given beforehand are facts of the rule, and those given now go first."""
        haul = Haul(LOAD, DAY, next(iter(Place)))
        asked = functools.partial(dust_bill, haul, paid_on=DAY)
        assert explain(asked, paid_on=LATER) == explain(dust_bill, haul, paid_on=LATER)

    def test_hints_that_cannot_be_read(self) -> None:
        """A rule whose hints name what is not there is told without units."""

        @rule(MOON.clause("1"))
        def vague(load: "NoSuchThing") -> "NoSuchThing":  # type: ignore[name-defined]  # noqa: F821  (the point)
            return load

        assert explain(vague, LOAD).text("en") == "vague [MOON-1]: 1,000\n  · load: 1,000"

    def test_in_a_script_without_words(self, tmp_path: Path) -> None:
        """A rule in a script prints its own names, and its explanation pickles."""
        script = tmp_path / "script.py"
        script.write_text(
            dedent(
                """
                import pickle
                from gxinjury import explain, rule
                from gxinjury.citations import Clause, Status
                from gxinjury.texts import Text

                @rule(Clause("SUN", "1", Text(zh="一", en="one"), (Status.RULE,)))
                def sun_spots(hours_seen: int) -> int:
                    return hours_seen * 2

                print(pickle.loads(pickle.dumps(explain(sun_spots, 3))))
                print(explain(sun_spots, 4).text("zh"))
                """
            ),
            encoding="utf-8",
        )
        run = subprocess.run(
            [sys.executable, "-X", "utf8", str(script)],
            env={"PYTHONPATH": str(Path(gxinjury.__file__).parents[1])},
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        assert run.stdout.splitlines() == [
            "sun spots [SUN-1]: 6",
            "  · hours seen: 3",
            "sun spots [SUN-1]：8",
            "  · hours seen：4",
        ]


class TestUnderAnotherLaw:
    """What the law asked departs in."""

    @pytest.mark.parametrize(
        ("law", "words"),
        [
            (MOON_LAW.reading(Crater.RIM), ["RIM"]),
            (MOON_LAW.only_verified(), ["verified"]),
            (MOON_LAW.known_on(date(2009, 1, 1)), ["3.5‰"]),
            (MOON_LAW, []),
        ],
        ids=["reading", "strict", "past", "as it stands"],
    )
    def test_departures_of_the_law_handed_in(self, law: MoonLaw, words: list[str]) -> None:
        """The explanation names them as the law does."""
        explanation = explain(dust_bill, Haul(1, DAY), paid_on=DAY, law=law)
        assert explanation.departures == law.departures()
        assert len(explanation.departures) == len(words)
        assert all(word in told.en for word, told in zip(words, explanation.departures, strict=True))

    def test_without_a_law_nothing_departs(self) -> None:
        """A rule that takes no law departs from none."""
        assert explain(total, [LOAD]).departures == ()
