"""What the outer rooms take unless they are told: flags and defaults of records and of functions, as looked at.

A new field is a new line. After a change that is meant: ``GOLDEN=write pytest tests/extra/test_shapes.py``.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from inspect import Parameter, isclass, isfunction, signature, unwrap
from typing import Any, Final

import attrs
import pytest

import gxinjury
from tests.extra.looks import check_golden

ROOMS: Final = ("cli", "extra", "inquiry")


@cache
def _things(room: str) -> tuple[tuple[str, Any], ...]:
    """The classes and functions that are defined in the modules of a room, those of classes too, by their names."""
    found: dict[str, Any] = {}
    package = importlib.import_module(f"gxinjury.{room}")
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if one.name.endswith(("__main__", ".words")):
            continue
        module = importlib.import_module(one.name)
        for thing in vars(module).values():
            inner = unwrap(thing) if callable(thing) else thing
            if (isclass(inner) or isfunction(inner)) and inner.__module__ == one.name:
                found[f"{one.name.removeprefix('gxinjury.')}.{inner.__qualname__}"] = inner
                methods = vars(inner).values() if isclass(inner) else ()
                found |= {
                    f"{one.name.removeprefix('gxinjury.')}.{method.__qualname__}": method
                    for method in (getattr(each, "__func__", each) for each in methods)
                    if isfunction(method) and method.__module__ == one.name
                }
    return tuple(sorted(found.items()))


def _told(value: object) -> str:
    if (factory := getattr(value, "factory", None)) is not None:
        return f"made by {getattr(factory, '__name__', 'a function')}"
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(_told, value)))}}}"
    if callable(value):
        return getattr(value, "__qualname__", type(value).__name__)
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value)).replace(gxinjury.__version__, "0.1.0")


def _records(room: str) -> Iterator[str]:
    for name, kind in _things(room):
        if isclass(kind) and attrs.has(kind):
            same = "by identity" if kind.__eq__ is object.__eq__ else "by value"
            is_hashed = vars(kind).get("__hash__", 0) is not None
            yield f"{name}: compared {same}, {'hashed' if is_hashed else 'not hashed'}, prints {_printing(kind)}"
            for one in attrs.fields(kind):
                flags = [flag for flag in ("init", "kw_only", "repr", "eq", "order", "hash") if getattr(one, flag)]
                default = "" if one.default is attrs.NOTHING else f" = {_told(one.default)}"
                by = "".join(f", {how}" for how in ("converter", "validator") if getattr(one, how) is not None)
                key = ", eq by a key" if one.eq_key is not None else ""
                yield f"    {one.name}{default}: {' '.join(flags)}{by}{key}"


def _printing(kind: type[Any]) -> str:
    return "as every record" if "attrs" in getattr(kind.__repr__, "__module__", "attrs") else kind.__repr__.__qualname__


def _defaults(room: str) -> Iterator[str]:
    for name, one in _things(room):
        if isfunction(one) and not name.endswith(".__init__"):
            taken = signature(one).parameters.values()
            told = [f"{each.name}={_told(each.default)}" for each in taken if each.default is not Parameter.empty]
            if told:
                yield f"{name}({', '.join(told)})"


@pytest.mark.parametrize("room", ROOMS)
def test_records(room: str) -> None:
    """How each is compared, printed and made; what its fields are without being told."""
    check_golden(f"records-{room}", _records(room))


@pytest.mark.parametrize("room", ROOMS)
def test_defaults(room: str) -> None:
    """What each function takes without being told."""
    check_golden(f"defaults-{room}", _defaults(room))
