"""Public names of the rooms: each stands in its module's ``__all__``, and in the reference."""

import importlib
import inspect
import runpy
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from tests.words_check import modules_of

ROOMS: Final = ("benefits", "construction", "couriers", "determination")
REFERENCE: Final = "\n".join(
    line
    for _, page in runpy.run_path(str(Path(__file__).parents[1] / "docs" / "generate.py"))["reference_pages"]("en")
    for line in page
)
MODULES: Final[dict[str, ModuleType]] = {
    module.__name__.removeprefix("gxinjury."): module
    for room in ROOMS
    for module in modules_of(f"gxinjury.{room}")
    if module.__name__ != f"gxinjury.{room}"
}


def defined_in(module: ModuleType) -> set[str]:
    """The functions and classes that a module defines under a public name."""
    return {
        name
        for name, member in vars(module).items()
        if not name.startswith("_") and (inspect.isclass(member) or inspect.isfunction(member))
        if member.__module__ == module.__name__
    }


@pytest.mark.parametrize("name", MODULES)
def test_every_name_of_a_module_is_in_its_list(name: str) -> None:
    """What wears no underscore is offered, and what is offered is there."""
    offered = MODULES[name].__all__
    assert defined_in(MODULES[name]) - set(offered) == set()
    assert [one for one in offered if not hasattr(MODULES[name], one)] == []


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith(".labels")])
def test_every_module_is_in_the_reference(name: str) -> None:
    """With it what its list offers: the reference follows the list."""
    assert f".. automodule:: gxinjury.{name}\n" in REFERENCE


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_of_a_room_is_one_of_its_modules(room: str) -> None:
    """What the room's package offers is offered by one of its modules, or by the law."""
    package = importlib.import_module(f"gxinjury.{room}")
    of_modules = {one for name, module in MODULES.items() if name.startswith(f"{room}.") for one in module.__all__}
    left = set(package.__all__) - of_modules
    assert {one for one in left if not getattr(package, one).__module__.startswith("gxinjury.law.")} == set()
