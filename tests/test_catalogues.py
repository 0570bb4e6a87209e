"""Catalogues of words, and findings told in them."""

import copy
import pickle
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from gxinjury.catalogues import NO_WORDS, Catalogue, Finding, label, owner_of, words_of
from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.texts import Text
from tests.moonland import MOON, Place
from tests.moonland.words import WORDS

HERE = "tests.moonland"


class TestFinding:
    """Something that an answer has to tell."""

    def test_is_told_in_both_languages_with_its_clause(self) -> None:
        """The values are put in as each language writes them, and kept by name."""
        found = WORDS.finding("dug_long_ago", MOON.clause("2"), dug_on=date(2005, 1, 1), nights=20)
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
        words = Catalogue({"who": Text(zh="{who}", en="{who}")})
        found = words.finding("who", MOON.clause("1"), who="450103198001011234")
        assert "19800101" not in found.text("zh") + str(found)
        assert found["who"] == "450103198001011234"

    def test_is_a_value(self) -> None:
        """Hashes, copies and pickles."""
        found = WORDS.finding("dug_long_ago", MOON.clause("2"), dug_on=date(2005, 1, 1), nights=20)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301  (our own bytes)
        assert len({found, again, copy.deepcopy(found), copy.copy(found)}) == 1
        assert again.text("zh") == found.text("zh")

    @pytest.mark.parametrize("name", ["code", "clause", "kind", "language", "self", "text"])
    def test_a_value_may_have_any_name(self, name: str) -> None:
        """No name of a value clashes with a name of ours, in a finding or a refusal."""
        words = Catalogue({"a": Text(zh=f"{{{name}}}", en=f"{{{name}}}")})
        assert words.finding("a", MOON.clause("1"), **{name: 7})[name] == 7
        assert str(words.refusal(OutOfScopeError, "a", **{name: 7})) == "7"


class TestCatalogue:
    """The words of a package."""

    @pytest.mark.parametrize("kind", [OutOfScopeError, NotInForceError])
    def test_a_refusal_is_an_error_of_the_kind_asked(self, kind: type[OutOfScopeError | NotInForceError]) -> None:
        """It is told in both languages, its values put in, and raised by whoever asked."""
        error = WORDS.refusal(kind, "far_side", place=Place.FAR_SIDE)
        assert type(error) is kind
        assert error.text("zh") == "月背（月背）由月官决定"
        assert error.text("en") == "the far side (far side) is for the moon officer to decide"

    def test_a_code_without_words_is_an_error(self) -> None:
        """A finding and a refusal need words; a test finds the omission, not a reader."""
        with pytest.raises(KeyError):
            WORDS.finding("nonsense", MOON.clause("1"))
        with pytest.raises(KeyError):
            WORDS.refusal(OutOfScopeError, "nonsense")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of its own, to be found by name, forgotten afterwards."""
    folder = tmp_path / "invented"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    words_of.cache_clear()
    yield folder
    words_of.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "invented"]:
        del sys.modules[name]


class TestWordsOf:
    """Where the words of a package are looked for."""

    def test_a_package_with_words(self) -> None:
        """Its module words has them."""
        assert words_of(HERE) is WORDS

    @pytest.mark.parametrize("name", ["", "gxinjury", "nowhere", "nowhere.at_all", "json.decoder"])
    def test_a_package_without(self, name: str) -> None:
        """No package, one without words of its kind, one that cannot be found: no words, and no error."""
        assert words_of(name) is NO_WORDS

    @pytest.mark.parametrize("source", ["", "WORDS = {'a': 1}"])
    def test_a_module_of_that_name_that_is_no_catalogue(self, package: Path, source: str) -> None:
        """A package may have a module words for another purpose."""
        (package / "words.py").write_text(source, encoding="utf-8")
        assert words_of("invented") is NO_WORDS

    def test_a_catalogue_of_ones_own(self, package: Path) -> None:
        """Any package can bring words."""
        source = """
            from gxinjury.catalogues import Catalogue
            from gxinjury.texts import Text
            WORDS = Catalogue({"a": Text(zh="甲", en="A")})
        """
        (package / "words.py").write_text(dedent(source), encoding="utf-8")
        assert label("invented", "a").zh == "甲"

    def test_a_module_that_is_broken_says_so(self, package: Path) -> None:
        """An error in the words is the author's to see."""
        (package / "words.py").write_text("import nowhere_at_all", encoding="utf-8")
        with pytest.raises(ModuleNotFoundError, match="nowhere_at_all"):
            words_of("invented")


class TestOwner:
    """Which package a module belongs to."""

    @pytest.mark.parametrize(
        ("module", "owner"),
        [
            (HERE, HERE),
            ("tests.moonland.words", HERE),
            ("gxinjury.catalogues", "gxinjury"),
            ("not.loaded.yet", "not.loaded"),
            ("alone", ""),
        ],
    )
    def test_of_a_module_and_of_a_package(self, module: str, owner: str) -> None:
        """A package owns itself and its modules."""
        assert owner_of(module) == owner

    def test_of_a_module_that_does_not_say(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A module without a package, as a script has none, is asked by its name."""
        monkeypatch.setitem(sys.modules, "scripts.made_by_hand", ModuleType("scripts.made_by_hand"))
        assert owner_of("scripts.made_by_hand") == "scripts"


class TestLabel:
    """What a thing is called."""

    def test_the_first_name_with_words_counts(self) -> None:
        """The field of the record comes before the plain name."""
        assert label(HERE, "Haul.dug_on", "dug_on") == Text(zh="月尘开挖日", en="haul dug on")
        assert label(HERE, "Ship.dug_on", "dug_on") == Text(zh="开挖日", en="dug on")

    def test_without_words_the_name_is_spelled_out(self) -> None:
        """The last name stands in for words, in both languages."""
        assert label(HERE, "Haul.not_there", "not_there") == Text(zh="not there", en="not there")
        assert label("", "dust_tax").zh == "dust tax"
