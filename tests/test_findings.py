"""Findings and refusals, and the words that they are told in."""

import copy
import pickle
from datetime import date

import pytest

from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.findings import Finding, FindingWords, RefusalWords
from gxinjury.texts import Text
from tests.moonland import MOON, Place
from tests.moonland.findings import Findings, Refusals


class TestFinding:
    """Something that an answer has to tell."""

    def test_is_told_in_both_languages_with_its_clause(self) -> None:
        """The values are put in as each language writes them, and kept by name."""
        found = Findings.dug_long_ago(MOON.clause("2"), dug_on=date(2005, 1, 1), nights=20)
        assert found.text("zh") == "开挖于 2005-01-01，已过 20 夜 [MOON-2]"
        assert found.text("en") == str(found) == "dug on 2005-01-01, nights gone by: 20 [MOON-2]"
        assert found.code == "dug_long_ago"
        assert (found["dug_on"], found["nights"]) == (date(2005, 1, 1), 20)
        assert found.values == (("dug_on", date(2005, 1, 1)), ("nights", 20))

    def test_a_value_it_has_not_is_a_key_error(self) -> None:
        """A finding is asked for its values as a mapping is."""
        with pytest.raises(KeyError, match="dug_on"):
            _ = Finding("a", MOON.clause("1"), Text(zh="一", en="one"))["dug_on"]

    def test_masks_an_id(self) -> None:
        """The message tells no id, though the value is kept for the program."""
        found = FindingWords(zh="{who}", en="{who}")(MOON.clause("1"), who="450103198001011234")
        assert "19800101" not in found.text("zh") + str(found)
        assert found["who"] == "450103198001011234"

    def test_is_a_value(self) -> None:
        """Hashes, copies and pickles."""
        found = Findings.dug_long_ago(MOON.clause("2"), dug_on=date(2005, 1, 1), nights=20)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301  (our own bytes)
        assert len({found, again, copy.deepcopy(found), copy.copy(found)}) == 1
        assert again.text("zh") == found.text("zh")

    @pytest.mark.parametrize("name", ["code", "clause", "kind", "language", "self", "text"])
    def test_a_value_may_have_any_name(self, name: str) -> None:
        """No name of a value clashes with a name of ours, in a finding or a refusal."""
        words = f"{{{name}}}"
        assert FindingWords(zh=words, en=words)(MOON.clause("1"), **{name: 7})[name] == 7
        assert str(RefusalWords(OutOfScopeError, zh=words, en=words)(**{name: 7})) == "7"


class TestWords:
    """Words take the name of the attribute that holds them for their code."""

    def test_the_code_is_the_name(self) -> None:
        """It is written once, where the words are."""
        assert (Findings.dug_long_ago.code, Refusals.far_side.code) == ("dug_long_ago", "far_side")

    @pytest.mark.parametrize("kind", [OutOfScopeError, NotInForceError])
    def test_a_refusal_is_an_error_of_its_kind(self, kind: type[OutOfScopeError | NotInForceError]) -> None:
        """It is told in both languages, its values put in and kept, and raised by whoever asked."""

        class OfMine:
            far = RefusalWords(kind, zh="月背（{place}）由月官决定", en="ask of {place}")

        error = OfMine.far(place=Place.FAR_SIDE)
        assert type(error) is kind
        assert error.text("zh") == "月背（月背）由月官决定"
        assert error.text("en") == "ask of far side"
        assert (error.code, error.values) == ("far", {"place": Place.FAR_SIDE})

    def test_a_value_that_is_not_given_is_an_error(self) -> None:
        """Words with a gap in them are never told."""
        with pytest.raises(KeyError, match="nights"):
            Findings.dug_long_ago(MOON.clause("1"), dug_on=date(2005, 1, 1))
