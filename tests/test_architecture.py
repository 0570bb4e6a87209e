"""What no reader should have to check by eye: every rule hands its law on, nothing reads a clock or a float."""

import ast
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

import pytest

import gxinjury

SOURCE: Final = Path(gxinjury.__file__).parent
HERE: Final = Path(__file__).parent
MODULES: Final = {str(path.relative_to(SOURCE)): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}
PORCH: Final = ("extra", "cli", "__main__.py")
CLOCKS: Final = {"today", "now", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter"}

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

every_module = pytest.mark.parametrize("name", sorted(MODULES))
every_room = pytest.mark.parametrize("name", sorted(name for name in MODULES if Path(name).parts[0] not in PORCH))


def functions(tree: ast.Module) -> Iterator[Function]:
    """The functions of a module, methods and inner ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def takes_law(function: Function) -> bool:
    """Whether a function has a parameter ``law``."""
    return any(one.arg == "law" for one in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs))


def called(call: ast.Call) -> str:
    """The bare name of what is called; empty where it has none, or where a law, a figure or a record is asked."""
    return call.func.id if isinstance(call.func, ast.Name) else ""


def hands_law_on(call: ast.Call) -> bool:
    """Whether ``law`` itself is among the arguments, by position or as ``law=law``."""
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "law")]
    return any(isinstance(one, ast.Name) and one.id == "law" for one in given)


def defaults(function: Function) -> dict[str, ast.expr | None]:
    """The default of each parameter, by name."""
    named = [*function.args.posonlyargs, *function.args.args]
    padding = [None] * (len(named) - len(function.args.defaults))
    by_position = zip(named, [*padding, *function.args.defaults], strict=True)
    by_keyword = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    return {one.arg: default for one, default in (*by_position, *by_keyword)}


def lawful(trees: Iterable[ast.Module]) -> frozenset[str]:
    """The names of the functions that take a law."""
    return frozenset(function.name for tree in trees for function in functions(tree) if takes_law(function))


def forgotten(tree: ast.Module, takers: Collection[str]) -> list[str]:
    """The calls, within a function that has a law, of a function that takes one and is not given it."""
    return [
        f"line {call.lineno}: {function.name} calls {called(call)}"
        for function in functions(tree)
        if takes_law(function)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and called(call) in takers and not hands_law_on(call)
    ]


# A room never calls the porch, whose functions may share a name with a room's.
LAWFUL: Final = lawful(tree for name, tree in MODULES.items() if Path(name).parts[0] not in PORCH)


@every_room
def test_every_rule_hands_its_law_on(name: str) -> None:
    """Whoever has a law gives it to each function of the library that takes one; forgotten once, readings are mute."""
    assert forgotten(MODULES[name], LAWFUL) == []


def is_rule(function: Function) -> bool:
    """Whether a function is marked as a rule."""
    calls = [one for one in function.decorator_list if isinstance(one, ast.Call)]
    return any(called(call) == "rule" for call in calls)


@every_room
def test_a_rule_without_a_law_asks_none(name: str) -> None:
    """A rule that has no law calls no function that would fall back on the law as it stands."""
    strays = [
        f"{function.name} calls {called(call)}"
        for function in functions(MODULES[name])
        if is_rule(function) and not takes_law(function)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and called(call) in LAWFUL
    ]
    assert strays == []


@every_module
def test_only_a_question_has_a_default_law(name: str) -> None:
    """A formula takes its law without a default; a question has the law as it stands, an inquiry that of its rule."""
    for function in functions(MODULES[name]):
        if takes_law(function):
            default = defaults(function)["law"]
            by_keyword = "law" in {one.arg for one in function.args.kwonlyargs}
            allowed = "None" if name.startswith("inquiry") else "LAW"
            assert default is None or (by_keyword and ast.unparse(default) == allowed), function.name


@every_module
def test_nothing_reads_a_clock(name: str) -> None:
    """The day is always an argument."""
    for node in ast.walk(MODULES[name]):
        assert not (isinstance(node, ast.Attribute) and node.attr in CLOCKS), ast.unparse(node)
        if isinstance(node, ast.Import):
            assert "time" not in {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.module != "time"


@every_room
def test_nothing_is_a_float(name: str) -> None:
    """No float is written, made or divided into being where rules are."""
    for node in ast.walk(MODULES[name]):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float | complex)), node.lineno
        assert not (isinstance(node, ast.Call) and called(node) in {"float", "round"}), node.lineno
        assert not (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)), node.lineno


@every_module
def test_no_annotation_is_put_off(name: str) -> None:
    """Annotations are read at run time, so they are there at run time."""
    imports = [node for node in ast.walk(MODULES[name]) if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in {node.module for node in imports}


class TestTheTests:
    """The tests above find what they look for, and Moonland is invented."""

    @pytest.mark.parametrize(
        ("body", "count"),
        [
            ("return formula(1, law)", 0),
            ("return formula(1, law=law)", 0),
            ("return formula(1)", 1),
            ("return formula(1, LAW)", 1),
            ("return formula(1, law=other)", 1),
            ("return formula(law.rate)", 1),
            ("return [formula(1) for _ in formula(2, law)]", 1),
            ("return unlawful(1)", 0),
            ("def inner():\n        return formula(1)\n    return inner()", 1),
        ],
    )
    def test_a_law_forgotten_is_found(self, body: str, count: int) -> None:
        """Left out, replaced, or only a figure of it given."""
        source = f"def formula(x, law): ...\ndef unlawful(x): ...\ndef question(*, law=LAW):\n    {body}\n"
        tree = ast.parse(source)
        assert len(forgotten(tree, lawful([tree]))) == count

    def test_there_is_much_to_check(self) -> None:
        """The library is found, and most rules take a law."""
        rules = [function for tree in MODULES.values() for function in functions(tree) if is_rule(function)]
        assert len(rules) > 20
        assert sum(map(takes_law, rules)) > len(rules) / 2

    def test_moonland_knows_no_real_law(self) -> None:
        """The tools are tested on invented law alone, here and in the tests of the tools."""
        paths = [*(HERE / "moonland").rglob("*.py"), *HERE.glob("test_*.py")]
        assert len(paths) > 10
        for path in paths:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("gxinjury."):
                    assert node.module.split(".")[1] not in {"law", "construction", "couriers", "benefits"}, path.name
