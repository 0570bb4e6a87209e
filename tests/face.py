"""What is said beside a fact (字段与参数的默认值和查验), as text: defaults, checks, and how leniently it is read.

Of the tools and of the rooms around the law: each field of a record and each argument of a function that anything is
said of. Written anew, after a change that was meant, by ``python -m tests.face`` from the root of the checkout.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, Final

import attrs

import gxinjury
from gxinjury.fields import NotBefore, fields_of
from gxinjury.statutes import Statute
from gxinjury.texts import Text

FILE: Final = Path(__file__).parent / "cases" / "face.txt"
ROOMS: Final = ("codec", "receipts", "law", "construction", "determination", "benefits", "couriers")


def written() -> str:
    """Return the face, a record's field or a function a line."""
    return "".join(f"{line}\n" for module in _modules() for line in _of_module(module))


def _modules() -> Iterator[Any]:
    yield from (importlib.import_module(f"gxinjury.{one.name}") for one in _inside(gxinjury) if not one.ispkg)
    for room in (importlib.import_module(f"gxinjury.{name}") for name in ROOMS):
        yield room
        yield from (importlib.import_module(f"{room.__name__}.{one.name}") for one in _inside(room) if not one.ispkg)


def _inside(package: Any) -> Iterator[pkgutil.ModuleInfo]:  # noqa: ANN401  # a module
    return (one for one in pkgutil.iter_modules(package.__path__) if not one.name.startswith("__"))


def _of_module(module: Any) -> Iterator[str]:  # noqa: ANN401  # a module
    where = module.__name__.partition(".")[2] or module.__name__
    for name, one in vars(module).items():
        if name.startswith("_") or getattr(one, "__module__", "") != module.__name__:
            continue
        if inspect.isclass(one):
            if attrs.has(one) and not issubclass(one, Statute):
                yield from _of_record(f"{where}.{name}", one)
            yield from _of_methods(f"{where}.{name}", one)
        elif inspect.isfunction(one):
            yield from _of_function(f"{where}.{name}", one)


def _of_record(where: str, kind: Any) -> Iterator[str]:  # noqa: ANN401  # a class
    beside = {field.attribute: field.beside for field in fields_of(kind)}
    if "__lt__" in vars(kind):
        yield f"{where}: has an order"
    for field in attrs.fields(kind):
        checks = [_name(one) for one in beside.get(field.name, ()) if not isinstance(one, Text)]
        read = [] if field.converter is None else [f"by {_name(field.converter)}"]
        usual = {"init": True, "repr": True, "eq": True, "order": field.eq, "kw_only": False}
        flags = [f"{flag}={_value(getattr(field, flag))}" for flag in usual if getattr(field, flag) is not usual[flag]]
        default = [] if field.default is attrs.NOTHING else [f"= {_value(field.default)}"]
        if told := [*checks, *read, *flags, *default]:
            yield f"{where}.{field.name}: {' '.join(told)}"


def _of_methods(where: str, kind: type[Any]) -> Iterator[str]:
    for name, one in vars(kind).items():
        function = one.__func__ if isinstance(one, classmethod | staticmethod) else one
        if not name.startswith("_") and inspect.isfunction(function) and function.__module__ == kind.__module__:
            yield from _of_function(f"{where}.{name}", function)


def _of_function(where: str, function: Callable[..., Any]) -> Iterator[str]:
    for name, one in inspect.signature(function).parameters.items():
        if one.default is not one.empty and not isinstance(one.default, Statute):
            yield f"{where}({name} = {_value(one.default)})"


def _name(one: object) -> str:
    if isinstance(one, NotBefore):
        return f"not before {one.other}" if one.told is None else f"not before {one.other} ({one.told})"
    return getattr(one, "__name__", None) or _value(one)


def _value(one: object) -> str:
    match one:
        case Enum():
            return f"{type(one).__name__}.{one.name}"
        case Text():
            return f"“{one.en}”"
        case _ if callable(one):
            return getattr(one, "__name__", type(one).__name__)
        case _ if attrs.has(type(one)) and type(one).__repr__ is object.__repr__:
            return type(one).__name__
        case _:
            return repr(one)


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
