"""Every refusal of a fact has a code that stays when its wording changes."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import get_type_hints

import pytest

import gxinjury
from gxinjury.codec import Fault
from gxinjury.errors import FactRule
from tests.words_check import modules_of

PACKAGES = sorted(
    one.name for one in pkgutil.iter_modules(gxinjury.__path__) if one.name not in {"extra", "cli", "__main__"}
)
"""The tools and the rooms; the porch tells what these refuse."""


def raised(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the rule that each refusal in a source names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InvalidFactError":
            yield node.args[2]


def bound(tree: ast.AST, name: str) -> Iterator[ast.expr]:
    """Yield what a source binds a name to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            yield node.value


def has_code(module: ModuleType, tree: ast.AST, rule: ast.expr) -> bool:
    """Return whether a rule is one with a code: made in place or by a function, kept, or looked up in the words."""
    match rule:
        case ast.Call(func=ast.Attribute(value=unfilled, attr="filled")):
            return has_code(module, tree, unfilled)
        case ast.Call(func=ast.Name(id="FactRule")):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return get_type_hints(module.__dict__[name])["return"] in (FactRule, FactRule | None)
        case ast.Attribute(value=ast.Name(id="fault"), attr="rule"):
            return get_type_hints(Fault)["rule"] is FactRule
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id="WORDS")), slice=ast.Constant(value=str(name))):
            return isinstance(module.__dict__["WORDS"].texts[name], FactRule)
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id="WORDS")), slice=ast.Name(id=name)):
            return all(
                isinstance(module.__dict__["WORDS"].texts[one.value], FactRule)
                for value in bound(tree, name)
                for one in ast.walk(value)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
        case ast.Name(id=name) if name in module.__dict__:
            return isinstance(module.__dict__[name], FactRule)
        case ast.Name(id=name):
            values = [*bound(tree, name)]
            return bool(values) and all(has_code(module, tree, value) for value in values)
        case _:
            return False


@pytest.mark.parametrize("package", PACKAGES)
def test_every_refusal_of_a_fact_has_a_code(package: str) -> None:
    """No rule of input is told by a bare text."""
    without = [
        f"{module.__name__}:{rule.lineno} {ast.unparse(rule)}"
        for module in modules_of(f"gxinjury.{package}")
        for tree in [ast.parse(inspect.getsource(module))]
        for rule in raised(tree)
        if not has_code(module, tree, rule)
    ]
    assert without == []
