"""What packages call things."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from gxinjury.catalogues import NO_LABELS, label, labels_of, owner_of
from gxinjury.texts import Text
from tests.moonland.labels import LABELS

HERE = "tests.moonland"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of its own, to be found by name, forgotten afterwards."""
    folder = tmp_path / "invented"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    labels_of.cache_clear()
    yield folder
    labels_of.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "invented"]:
        del sys.modules[name]


class TestWordsOf:
    """Where the words of a package are looked for."""

    def test_a_package_with_words(self) -> None:
        """Its module labels has them."""
        assert labels_of(HERE) is LABELS

    @pytest.mark.parametrize("name", ["", "gxinjury", "nowhere", "nowhere.at_all", "json.decoder"])
    def test_a_package_without(self, name: str) -> None:
        """No package, one without words of its kind, one that cannot be found: no words, and no error."""
        assert labels_of(name) is NO_LABELS

    @pytest.mark.parametrize("source", ["", "LABELS = 1"])
    def test_a_module_of_that_name_that_is_no_catalogue(self, package: Path, source: str) -> None:
        """A package may have a module labels for another purpose."""
        (package / "labels.py").write_text(source, encoding="utf-8")
        assert labels_of("invented") is NO_LABELS

    def test_a_catalogue_of_ones_own(self, package: Path) -> None:
        """Any package can bring words."""
        source = """
            from gxinjury.texts import Text
            LABELS = {"a": Text(zh="甲", en="A")}
        """
        (package / "labels.py").write_text(dedent(source), encoding="utf-8")
        assert label("invented", "a").zh == "甲"

    def test_a_module_that_is_broken_says_so(self, package: Path) -> None:
        """An error in the words is the author's to see."""
        (package / "labels.py").write_text("import nowhere_at_all", encoding="utf-8")
        with pytest.raises(ModuleNotFoundError, match="nowhere_at_all"):
            labels_of("invented")


class TestOwner:
    """Which package a module belongs to."""

    @pytest.mark.parametrize(
        ("module", "owner"),
        [
            (HERE, HERE),
            ("tests.moonland.labels", HERE),
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
