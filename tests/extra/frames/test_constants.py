"""What the modules of the frames are told once: limits, lots of rows, types by engine, as looked at.

After a change that is meant: ``GOLDEN=write pytest tests/extra/frames/test_constants.py``.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import Enum
from inspect import getsource
from typing import Any

import attrs

from gxinjury.extra import frames
from tests.extra.looks import check_golden


def _told(value: Any) -> str:  # noqa: ANN401  (whatever a module holds)
    """Return a value by names that no version of an engine writes in another way."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_told(key)}: {_told(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple | set):
        return f"({', '.join(map(_told, value) if isinstance(value, tuple) else sorted(map(_told, value)))})"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if hasattr(value, "cache_parameters"):
        return f"{value.__name__}, kept {value.cache_parameters()}"
    if attrs.has(type(value)):
        return f"a {type(value).__name__}"
    return str(value.__name__).removesuffix("_") if callable(value) else repr(value)


def _named(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives to something, types and what only stands for them aside."""
    for one in tree.body:
        targets = one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AnnAssign) else []
        if isinstance(one, ast.AnnAssign) and ast.unparse(one.annotation) == "TypeAlias":
            continue
        for target in targets:
            yield from (name.id for name in ast.walk(target) if isinstance(name, ast.Name) and len(name.id) > 1)


def _constants() -> Iterator[str]:
    for one in pkgutil.iter_modules(frames.__path__, f"{frames.__name__}."):
        module, name = importlib.import_module(one.name), one.name.rpartition(".")[2]
        constants = () if name == "words" else _named(ast.parse(getsource(module)))
        told = {constant: getattr(module, constant) for constant in constants}
        # What counts on is no constant.
        yield from (f"{name}.{one} = {_told(value)}" for one, value in told.items() if not hasattr(value, "__next__"))


def test_constants() -> None:
    """Each as it was looked at, in the module that it is of."""
    check_golden("constants-frames", _constants())
