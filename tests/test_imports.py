"""What importing the library loads, and what its face offers."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import gxinjury

DEPENDENCIES: Final = {"attr", "attrs", "dateutil", "six"}
PACKAGES: Final = ("benefits", "codec", "construction", "couriers", "determination", "inquiry", "law", "receipts")
EXTRAS: Final = {"altair", "chinese_calendar", "hypothesis", "icalendar", "narwhals", "openpyxl", "stdnum"}


def loaded_by(code: str) -> set[str]:
    """The modules that a line of code loads in a process of its own, without those of the standard library."""
    program = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(Path(gxinjury.__file__).parents[1])},
        capture_output=True,
        check=True,
        text=True,
    )
    return {name for name in run.stdout.split() if name.partition(".")[0] not in sys.stdlib_module_names}


def third_parties(modules: set[str]) -> set[str]:
    """The packages of others among the modules."""
    return {name.partition(".")[0] for name in modules} - {"gxinjury", "coverage"}


class TestLoading:
    """Importing is cheap until a name is used."""

    def test_the_import_loads_nothing_of_others(self) -> None:
        """Only the face itself is loaded."""
        modules = loaded_by("import gxinjury")
        assert third_parties(modules) == set()
        assert {name for name in modules if name.startswith("gxinjury")} == {"gxinjury"}

    @pytest.mark.parametrize("name", gxinjury.__all__)
    def test_a_name_loads_no_more_than_the_dependencies(self, name: str) -> None:
        """Each name of the face loads at most attrs and dateutil, no room, no extra and no shell."""
        modules = loaded_by(f"import gxinjury; gxinjury.{name}")
        assert third_parties(modules) <= DEPENDENCIES
        parts = {name.split(".")[1] for name in modules if name.startswith("gxinjury.")}
        assert not parts & {"benefits", "construction", "couriers", "determination", "inquiry", "extra", "cli"}

    def test_every_name_and_a_room_load_no_extra(self) -> None:
        """All names together, and the rooms, load the two dependencies and no extra."""
        modules = loaded_by("from gxinjury import *; import gxinjury.construction")
        assert third_parties(modules) <= DEPENDENCIES
        assert not EXTRAS & {name.partition(".")[0] for name in modules}
        assert "gxinjury.construction.premium" in modules


class TestFace:
    """The names that most people import."""

    @pytest.mark.parametrize("name", gxinjury.__all__)
    def test_every_name_resolves(self, name: str) -> None:
        """To the same object each time, and to the one of the module that it lives in."""
        found = getattr(gxinjury, name)
        assert found is getattr(gxinjury, name)
        home = sys.modules[getattr(found, "__module__", "gxinjury.law")]
        assert home.__name__.startswith("gxinjury.")
        assert getattr(home, name) is found

    def test_the_names_are_sorted_and_unique(self) -> None:
        """A reader finds a name where the alphabet has it, constants first."""
        assert len(set(gxinjury.__all__)) == len(gxinjury.__all__)
        assert {"LAW", "Law", "explain", "rule", "GxInjuryError", "StaleFigureWarning"} <= set(gxinjury.__all__)

    def test_dir_lists_them(self) -> None:
        """Completion in a shell offers every name, the rooms and the version, in order."""
        assert dir(gxinjury) == sorted([*gxinjury.__all__, *PACKAGES, "__version__"])

    @pytest.mark.parametrize("name", PACKAGES)
    def test_a_room_is_there_without_an_import_of_its_own(self, name: str) -> None:
        """It is loaded when it is asked for, and then stays."""
        modules = loaded_by(f"import gxinjury; gxinjury.{name}.__all__")
        assert f"gxinjury.{name}" in modules
        assert getattr(gxinjury, name) is sys.modules[f"gxinjury.{name}"]

    @pytest.mark.parametrize("name", ["law_of_the_moon", "Explain", "", "__wrapped__"])
    def test_another_name_is_an_attribute_error(self, name: str) -> None:
        """What is not there says so as any module does."""
        with pytest.raises(AttributeError, match=rf"module 'gxinjury' has no attribute '{name}'"):
            getattr(gxinjury, name)
        assert not hasattr(gxinjury, name)

    def test_has_a_version(self) -> None:
        """The one that it was installed as, in the form that installers compare."""
        assert gxinjury.__version__ == importlib.metadata.version("gxinjury")
        assert re.fullmatch(r"\d+\.\d+(\.\d+)?(\.dev\d+)?(\+[a-z0-9.]+)?", gxinjury.__version__)

    def test_is_typed(self) -> None:
        """The package tells type checkers that it has types."""
        assert (Path(gxinjury.__file__).parent / "py.typed").exists()
