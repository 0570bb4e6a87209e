"""Receipts leaf by leaf: each holds what the explanation told, and each that changes is told at its place."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from gxinjury import explain
from gxinjury.codec import CodecError, dump
from gxinjury.construction import Contract, RosterChange, RosterChangeKind, Worker, project_premium, worker_cover
from gxinjury.determination import employer_deadline
from gxinjury.errors import OutOfScopeError
from gxinjury.explanations import Explanation, Step
from gxinjury.extra.calendars import GuangxiCalendar
from gxinjury.receipts import Difference, receipt, replay
from gxinjury.receipts.differences import differences
from gxinjury.statutes import Statute
from gxinjury.texts import Text

pytestmark = pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")

Place: TypeAlias = tuple[str | int, ...]

FROZEN: Final = sorted((Path(__file__).parents[1] / "cases" / "receipts").glob("*.json"))
COMPARED: Final = ("outcome", "refused", "steps", "cautions")
WORDING: Final = {"label", "zh", "en", "source", "question", "message"}
ID: Final = "450103198001011233"
LEGACY: Final = Contract("100000000", date(2014, 3, 20), date(2016, 9, 1))
ADDED: Final = [RosterChange(Worker(ID), RosterChangeKind.ADD, date(2016, 5, 1))]

Asked: TypeAlias = Callable[[], Explanation[Any]]
ASKED: Final[dict[str, Asked]] = {
    "premium": lambda: explain(project_premium, LEGACY, paid_on=date(2016, 5, 1)),
    "handed": lambda: explain(employer_deadline, date(2016, 5, 3), calendar=GuangxiCalendar()),
    "worker": lambda: explain(worker_cover, ADDED, Worker(ID)),
}


def words(text: Text) -> dict[str, str]:
    """A text in both languages, as data has it."""
    return {"zh": text.zh, "en": text.en}


def leaves(data: Any, around: Place = ()) -> Iterator[Place]:  # noqa: ANN401  (JSON)
    """Yield where a text, a number, a truth or nothing stands in data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in inner:
        if isinstance(value, dict | list):
            yield from leaves(value, (*around, name))
        else:
            yield (*around, name)


def changed(kept: dict[str, Any], place: Place) -> tuple[dict[str, Any], object]:
    """A receipt with another value at a place, and the value that stands there."""
    other = copy.deepcopy(kept)
    holder: Any = other
    *around, name = place
    for step in around:
        holder = holder[step]
    was, holder[name] = holder[name], "something else"
    return other, was


def place_told(kept: dict[str, Any], place: Place) -> Place | None:
    """Where a change at a place is told; None where it is wording, or no part that is compared."""
    part, *rest = place
    if place in {("version",), ("law", "digest")}:
        return place
    if part in COMPARED:
        return None if WORDING & set(rest) else place
    if part == "readings" and rest[1:] == ["member"]:
        return ("readings", kept["readings"][rest[0]]["name"])
    if part == "figures" and rest[1] != "name" and not WORDING & set(rest):
        names = [one["name"] for one in kept["figures"]]
        at = int(rest[0])
        return ("figures", names[at], names[:at].count(names[at]), *rest[1:])
    return None


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_every_leaf_that_changes_is_told_at_its_place(path: Path) -> None:
    """With both values, and nothing else is; a change of wording, or of what was asked, is none."""
    kept = json.loads(path.read_text("utf-8"))
    kept.setdefault("refused", None)
    told = 0
    for place in leaves(kept):
        if place[0] in {"figures", "readings"} and place[2] == "name":
            continue  # another figure: test_receipts
        other, was = changed(kept, place)
        expected = place_told(kept, place)
        found = [(one.path, one.kept, one.again) for one in differences(other, kept)]
        assert found == ([] if expected is None else [(expected, "something else", was)])
        told += len(found)
    assert told > 5


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_a_shorter_list_is_told_as_a_whole(path: Path) -> None:
    """Steps and cautions have no place that could be compared where one is missing."""
    kept = json.loads(path.read_text("utf-8"))
    shorter = copy.deepcopy(kept)
    shorter["steps"]["steps"] = shorter["steps"]["steps"][:-1]
    found = [one.path for one in differences(shorter, kept)]
    assert found == ([("steps", "steps")] if kept["steps"]["steps"] else [])


def test_each_part_that_is_the_same_is_named() -> None:
    """All of them in order, in both languages."""
    kept = receipt(ASKED["premium"]())
    parts = ("version", "law", "figures", "readings", "outcome", "refused", "steps", "cautions")
    assert replay(kept).same == parts
    again = replay({**kept, "version": "0.0"})
    assert again.same == parts[1:]
    assert again.text("zh").splitlines()[0] == "与存证一致：所用的规定、数值、口径、答案、不能作答、步骤、注意事项"
    assert again.text().splitlines()[0] == "as in the receipt: law, figures, readings, answer, refusal, steps, cautions"


@pytest.mark.parametrize("part", ["outcome", "refused"])
def test_it_holds_where_answer_and_refusal_are_the_same(part: str) -> None:
    """Another answer, or another refusal: it does not."""
    path = FROZEN[0].with_name("premium_refused.json" if part == "refused" else "premium.json")
    kept = json.loads(path.read_text("utf-8"))
    assert replay(kept).holds
    place = next(one for one in leaves(kept) if one[0] == part and place_told(kept, one))
    again = replay(changed(kept, place)[0])
    assert not again.holds
    assert part not in again.same


@pytest.mark.parametrize(
    ("part", "names"),
    [
        (("question",), ["name"]),
        (("law",), ["digest", "only_verified", "readings", "figures"]),
        (("figures", 0), ["name", "label", "value"]),
        (("readings", 0), ["name", "question", "member"]),
    ],
)
def test_what_it_is_asked_again_by_must_be_there(part: Place, names: list[str]) -> None:
    """Each is told at its place where it is missing."""
    kept = json.loads((FROZEN[0].with_name("premium.json")).read_text("utf-8"))
    for name in names:
        other = copy.deepcopy(kept)
        holder: Any = other
        for step in part:
            holder = holder[step]
        del holder[name]
        with pytest.raises(CodecError) as caught:
            replay(other)
        assert [fault.path for fault in caught.value.faults] == [(*part, name)]


@pytest.mark.parametrize("asked", ASKED.values(), ids=list(ASKED))
def test_a_receipt_holds_the_explanation_step_by_step(asked: Asked) -> None:
    """Kind, name, label, clause, facts, source and cautions of each, in its order; what was read and looked up."""
    explanation = asked()
    kept = receipt(explanation, in_full=True)
    assert kept["ids"] == "in_full"

    def held(step: Step, data: dict[str, Any]) -> int:
        assert data["kind"] == step.kind.name
        assert data["name"] == step.name
        assert data["label"] == words(step.label)
        assert data["clause"] == (str(step.clause) if step.clause else None)
        assert data["source"] == (words(step.source) if step.source else None)
        assert list(data["facts"]) == [fact.name for fact in step.facts if not isinstance(fact.value, Statute)]
        assert len(data["cautions"]) == len(step.cautions)
        assert len(data["steps"]) == len(step.steps)
        assert (data["outcome"] is None) is (step.outcome is None)
        return 1 + sum(held(one, below) for one, below in zip(step.steps, data["steps"], strict=True))

    assert held(explanation.step, kept["steps"]) == len([*explanation.steps])
    assert kept["outcome"] == kept["steps"]["outcome"] == dump((explanation.outcome,), in_full=True)[0]
    for part, kind in (("figures", "FIGURE"), ("readings", "READING")):
        steps = [one for one in explanation.steps if one.kind.name == kind]
        assert {one["clause"] for one in kept[part]} == {str(one.clause) for one in steps}
        asks = "label" if part == "figures" else "question"
        assert [one[asks] for one in kept[part] if words_of(one[asks]) not in {one.label for one in steps}] == []


def words_of(data: dict[str, str]) -> Text:
    """The text that data has in both languages."""
    return Text(data["zh"], data["en"])


def test_ids_are_masked_unless_asked_for_everywhere() -> None:
    """By default, in the facts, the answer and the steps."""
    explanation = ASKED["worker"]()
    told = receipt(explanation)
    assert told["ids"] == "masked"
    assert ID not in json.dumps(told)
    whole = receipt(explanation, in_full=True)
    assert [part for part in ("facts", "steps") if ID not in json.dumps(whole[part])] == []


@pytest.mark.parametrize("number", ["E123456", ID])
def test_the_shortest_id_that_is_masked_is_named_as_a_reason(number: str) -> None:
    """A permit of seven places has four stars, which are enough to say that persons may not be told apart."""
    changes = [RosterChange(Worker(number), RosterChangeKind.ADD, date(2016, 5, 1))]
    kept = json.loads(json.dumps(receipt(explain(worker_cover, changes, Worker(number)))))
    kept["cautions"].append("one more")
    [told] = replay(kept).differences
    assert told.why.en.startswith("ids are masked in the receipt")


def test_a_refusal_is_kept_with_each_step_that_it_came_through() -> None:
    """Whole, as the error tells itself; a step that was answered before keeps its answer."""
    contract = Contract("100000000", date(2015, 3, 1), date(2015, 6, 1))
    with pytest.raises(OutOfScopeError) as caught:
        explain(project_premium, contract, paid_on=date(2016, 5, 1))
    refused = {"refused": caught.value.as_dict()}
    explanation: Any = caught.value.explanation
    steps = receipt(explanation)["steps"]
    assert steps["outcome"] == refused
    assert steps["steps"][-1]["outcome"] == refused
    assert refused not in [step["outcome"] for step in steps["steps"][:-1]]


@pytest.mark.parametrize(
    ("then", "now"),
    [([], None), (["a"], "a"), (["a"], {"a": 1}), (None, "None"), ({}, "{}"), (["a"], "['a']"), ("a", ["a"])],
)
def test_another_kind_of_value_differs_as_a_whole(then: object, now: object) -> None:
    """A list and what is as long, nothing and its name."""
    kept = json.loads(FROZEN[0].with_name("premium.json").read_text("utf-8"))
    kept.setdefault("refused", None)
    for one, other in ((then, now), (now, then)):
        found = [*differences({**kept, "outcome": one}, {**kept, "outcome": other})]
        assert [(told.path, told.kept, told.again) for told in found] == [(("outcome",), one, other)]


def test_what_differs_is_told_by_name() -> None:
    """In the order of the names, whatever the order in the receipt; one amount as a number and as a text does not."""
    kept = json.loads(FROZEN[0].with_name("premium.json").read_text("utf-8"))
    kept.setdefault("refused", None)
    found = differences(
        {**kept, "outcome": dict.fromkeys("gecafdb", 1) | {"h": 1}}, {**kept, "outcome": {"x": 2, "h": "1"}}
    )
    assert [told.path[1] for told in found] == [*"abcdefg", "x"]


def test_a_difference_is_printed_as_it_is_read() -> None:
    """Chinese as Chinese."""
    told = Difference(("outcome", "name"), "桂建", None, Text("因", "for"))
    assert str(told) == 'outcome.name: then "桂建", now null (for)'
