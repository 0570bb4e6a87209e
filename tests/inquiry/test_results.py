"""What every result does."""

import pickle
from decimal import Decimal
from functools import partial
from pathlib import Path

import attrs
import pytest

from gxinjury import inquiry
from gxinjury.inquiry import Change, Flips, Known, Result, WhyNot, needs, one_of, possible
from gxinjury.inquiry.outcomes import Told
from gxinjury.inquiry.words import WORDS
from gxinjury.texts import Text
from tests.inquiry.lunar import Craft, Landing, as_given, rule_of


@pytest.mark.parametrize("told", [Told(), Result(Text("规则", "rule"), ())])
def test_what_is_told_tells_itself(told: Told) -> None:
    """A report without sections of its own tells nothing, nor does what has no text."""
    with pytest.raises(NotImplementedError):
        str(told)


def test_the_face_names_what_it_has() -> None:
    """Every name of the face is there."""
    assert all(hasattr(inquiry, name) for name in inquiry.__all__)


@pytest.mark.parametrize("word", WORDS.texts)
def test_words_take_the_same_values_in_both_languages(word: str) -> None:
    """A wording names the same values in Chinese and in English."""
    from string import Formatter

    text = WORDS.texts[word]
    zh, en = ({name for _, name, _, _ in Formatter().parse(wording) if name} for wording in (text.zh, text.en))
    assert zh == en


def test_no_word_is_left_over() -> None:
    """Every wording is asked for somewhere."""
    sources = [path for path in Path(inquiry.__file__).parent.glob("*.py") if path.name != "words.py"]
    asked_for = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert [word for word in WORDS.texts if f'"{word}"' not in asked_for] == []


def test_results_pickle() -> None:
    """A result can be kept, and read again, with records within it."""
    found = needs(rule_of(("manned", (Landing.ALLOWED, Landing.DEFERRED))), partial(Craft, heavy=True))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  (our own)


@pytest.mark.parametrize(
    "result",
    [Flips(Text("吨数", "tons"), (), Decimal(5), ()), WhyNot(Text("吨数", "tons"), (), Decimal(5), Decimal(5))],
    ids=["flips", "why_not"],
)
def test_a_number_is_no_amount_unless_it_is_said(result: Result[object]) -> None:
    """The outcomes of a result are told in yuan where it says that they are, and as plain numbers otherwise."""
    assert "5.00 yuan" not in result.text()
    assert "元" not in result.text("zh")
    said = attrs.evolve(result, in_yuan=True)
    assert "5.00 yuan" in said.text()
    assert "5.00 元" in said.text("zh")


def test_a_fact_is_no_amount_unless_it_is_said() -> None:
    """A fact and a change of it are told in yuan where they say so."""
    tons = Text("吨数", "tons")
    assert str(Known("tons", tons, Decimal(5))) == "tons: 5"
    assert Known("tons", tons, Decimal(5)).text("zh") == "吨数：5"
    assert str(Change("tons", tons, Decimal(5), Decimal(6))) == "tons 5 becomes 6"


def test_html() -> None:
    """A report shows itself in a notebook, with what it tells made harmless."""
    found = possible(as_given, {"value": one_of("<b>")})
    assert found._repr_html_() == (
        '<div lang="en"><p>as given, outcomes that are possible: 1</p>'
        "<p>&lt;b&gt;</p><ul><li>whatever the facts</li></ul></div>"
    )
