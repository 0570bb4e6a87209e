"""Receipts that were kept: those written by earlier releases, and those of the cases that stand as examples."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury import explain
from gxinjury.construction import assess_project
from gxinjury.extra.cases.reading import read_case
from gxinjury.receipts import SCHEMA, receipt, replay
from gxinjury.rules import label_of

pytestmark = pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")

HERE: Final = Path(__file__).parents[1]
FROZEN: Final = sorted((HERE / "cases" / "receipts").glob("*.json"))
"""Receipts as a release wrote them; never written again, whatever the schema is by now."""
EXAMPLES: Final = sorted((HERE.parent / "examples").glob("*.toml"))


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_a_receipt_of_an_earlier_release_is_read(path: Path) -> None:
    """It comes out as it did then, under the readings and figures of then."""
    kept = json.loads(path.read_text("utf-8"))
    assert kept["receipt"] <= SCHEMA
    again = replay(kept)
    assert again.holds
    assert "readings" in again.same


def test_receipts_of_every_schema_are_frozen() -> None:
    """An answer, a refusal, persons in full, a law with figures and readings of its own; of each schema there was."""
    kept = [json.loads(path.read_text("utf-8")) for path in FROZEN]
    assert {one["receipt"] for one in kept} == set(range(1, SCHEMA + 1))
    assert any(one["refused"] for one in kept)
    assert any(one["ids"] == "in_full" for one in kept)
    assert any(one["law"] and one["law"]["figures"] and one["law"]["readings"] for one in kept)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_answers_the_same(path: Path) -> None:
    """From its receipt, persons in full, as JSON gives it back."""
    file = read_case(path)
    explanation: Any = explain(assess_project, file.case, law=file.law.law())
    kept = json.loads(json.dumps(receipt(explanation, in_full=True)))
    again = replay(kept)
    assert (again.differences, again.holds) == ((), True)


def test_a_receipt_names_the_question_in_both_languages() -> None:
    """By its room and name, with what it is called and its clause."""
    file = read_case(EXAMPLES[0])
    explanation: Any = explain(assess_project, file.case, law=file.law.law())
    assert receipt(explanation)["question"] == {
        "name": "gxinjury.construction.assess_project",
        "label": {"zh": label_of(assess_project).zh, "en": label_of(assess_project).en},
        "clause": "NN-0",
    }
