"""What can be broken in a module: each place once or more, as text put in the place of text.

Prose is left alone: texts that are no numbers, docstrings, annotations. So is what only the type checker sees.
"""

import ast
import copy
import inspect
from datetime import date
from enum import Enum
from typing import Any, Final, NamedTuple

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COMPUTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
}
_TWINS: Final = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "day_after": "day_before",
    "day_before": "day_after",
}
_TABLED: Final = {"numbers", "members", "flags"}
_OF_FIGURES: Final = (
    "law/figures/",
    *(f"law/{name}.py" for name in ("campaign", "construction", "couriers", "holidays", "regulation", "relief")),
)
_NEVER_RUN: Final = {"assert_never", "TYPE_CHECKING"}
_WORDS_WITH_CODES: Final = {"FindingWords", "RefusalWords"}
"""Classes of the library, by name: who makes breaks must not load what is to be broken."""
_ANNOTATING: Final = {"TypeVar", "ParamSpec", "cast", "Text", *_WORDS_WITH_CODES}


KINDS: Final[dict[str, str]] = {
    "comparisons": "a boundary off by one, a comparison turned round",
    "conditions": "what always holds, or never; either arm of a choice",
    "logic": "and for or, an operand or a not left out",
    "numbers": "a number off by one",
    "figures": "a number, a day or a member in the tables of the law",
    "arithmetic": "a sum for a difference, a product for a quotient",
    "citations": "a neighbouring clause, or its number, cited",
    "codes": "another finding or refusal told",
    "members": "another member of an enum",
    "flags": "true for false",
    "checks": "a check at the door left out",
    "calls": "another call left out",
    "cautions": "a caution left out",
    "findings": "a finding left out",
    "refusals": "a refusal left out",
    "statements": "a step or a yield left out",
    "elements": "an element of a table or a sequence left out",
    "keywords": "a keyword left out, so that its default holds",
    "functions": "the opposite function",
    "order": "a sorting left out",
}
"""What can be broken."""


class Mutation(NamedTuple):
    """A break: what stands at a place, and what takes its place.

    Attributes:
        file: The module's path under the package.
        kind: What was broken, as ``citations``.
        line: The line it begins in.
        last: The line it ends in.
        start: Where the old text begins, in bytes.
        end: Where it ends.
        old: The old text.
        new: The new one.
        text: The whole of its first line.
        in_function: Whether it is in the body of a function, so that it can be swapped without importing anew.
    """

    file: str
    kind: str
    line: int
    last: int
    start: int
    end: int
    old: str
    new: str
    text: str
    in_function: bool

    def applied(self, source: bytes) -> bytes:
        """Return the source with the break; the lines below keep their numbers."""
        padding = "\n" * (self.old.count("\n") - self.new.count("\n"))
        new = f"pass{padding}" if self.new == "pass" else f"({self.new}{padding})"
        return source[: self.start] + new.encode() + source[self.end :]

    @property
    def change(self) -> str:
        """What is written in whose place, in one line."""
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{old} -> {new}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.kind}: {self.change}"


def mutations(file: str, source: str, names: dict[str, Any]) -> list[Mutation]:
    """Return all breaks of a module.

    Args:
        file: Its path under the package.
        source: Its text.
        names: What its names stand for, once it is imported.
    """
    finder = _Finder(file, source, names)
    finder.visit(ast.parse(source))
    return finder.found


class _Finder(ast.NodeVisitor):
    """Walks a module and writes down what can be broken."""

    def __init__(self, file: str, source: str, names: dict[str, Any]) -> None:
        self.file, self.names = file, names
        self.source = source.encode()
        self.lines = self.source.split(b"\n")
        self.starts = [0]
        for text in self.lines:
            self.starts.append(self.starts[-1] + len(text) + 1)
        self.in_function = 0
        self.found: list[Mutation] = []

    def put(self, kind: str, node: ast.expr | ast.stmt | ast.keyword, new: ast.AST | str) -> None:
        """Write a break down."""
        if node.end_lineno is None or node.end_col_offset is None:
            return
        start = self.starts[node.lineno - 1] + node.col_offset
        end = self.starts[node.end_lineno - 1] + node.end_col_offset
        text = new if isinstance(new, str) else ast.unparse(ast.fix_missing_locations(new))
        old, line = self.source[start:end].decode(), self.lines[node.lineno - 1].decode().strip()
        in_function = self.in_function > 0
        if kind in _TABLED and not in_function and self.file.startswith(_OF_FIGURES):
            kind = "figures"
        lines = (node.lineno, node.end_lineno)
        self.found.append(Mutation(self.file, kind, *lines, start, end, old, text, line, in_function))

    def meant(self, node: ast.expr) -> object:
        """Return what an expression of names stands for; None where that cannot be said."""
        match node:
            case ast.Name(id=name):
                return self.names.get(name)
            case ast.Attribute(value=value, attr=name):
                return getattr(self.meant(value), name, None)
            case _:
                return None

    # statements

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Look into decorators, defaults and body, not into annotations."""
        for one in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(one)
        self.in_function += 1
        for statement in node.body:
            self.visit(statement)
        self.in_function -= 1

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Look at the value."""
        if node.value is not None:
            self.visit(node.value)

    def visit_If(self, node: ast.If) -> None:
        """A condition may always hold, or never."""
        if not _NEVER_RUN & {one.id for one in ast.walk(node.test) if isinstance(one, ast.Name)}:
            self._condition(node.test)
            self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """A loop may not begin."""
        self.put("conditions", node.test, "False")
        self.generic_visit(node)

    def visit_match_case(self, node: ast.match_case) -> None:
        """A guard is a condition; a pattern is left alone."""
        if node.guard is not None:
            self._condition(node.guard)
            self.visit(node.guard)
        for statement in node.body:
            self.visit(statement)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """What a comprehension leaves out may come in."""
        for test in node.ifs:
            self.put("conditions", test, "True")
        self.generic_visit(node)

    def _condition(self, test: ast.expr) -> None:
        for always in ("True", "False"):
            self.put("conditions", test, always)

    def visit_Expr(self, node: ast.Expr) -> None:
        """A check, a caution, a finding may be left out."""
        match node.value:
            case ast.Constant():
                return
            case ast.Call(func=func) if (name := ast.unparse(func).rpartition(".")[2]) not in _NEVER_RUN:
                is_check = name.lstrip("_").startswith("check")
                self.put("checks" if is_check else "cautions" if name == "caution" else "calls", node, "pass")
            case ast.Yield(value=value) | ast.YieldFrom(value=value):
                is_finding = value is not None and "Finding" in ast.unparse(value)
                self.put("findings" if is_finding else "statements", node.value, "yield from ()")
            case _:
                return
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """A refusal may be left out."""
        self.put("refusals", node, "pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """A step may be left out."""
        self.put("statements", node, "pass")
        self.visit(node.value)

    def visit_Continue(self, node: ast.Continue) -> None:
        """A loop may go on where it should not."""
        self.put("statements", node, "pass")

    # expressions

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Prose."""

    def visit_Compare(self, node: ast.Compare) -> None:
        """A boundary may be off by one, a comparison turned round."""
        for at, operator in enumerate(node.ops):
            for other in _COMPARED[type(operator)]:
                changed = copy.deepcopy(node)
                changed.ops[at] = other()
                self.put("comparisons", node, changed)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """And may be or; an operand may be left out."""
        changed = copy.deepcopy(node)
        changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self.put("logic", node, changed)
        for left_out in node.values:
            rest = [one for one in node.values if one is not left_out]
            self.put("logic", node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """A not may be left out."""
        if isinstance(node.op, ast.Not):
            self.put("logic", node, node.operand)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Either arm may always be taken."""
        self.put("conditions", node, node.body)
        self.put("conditions", node, node.orelse)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """A sum may be a difference; unions of types are none."""
        if (other := _COMPUTED.get(type(node.op))) is not None:
            changed = copy.deepcopy(node)
            changed.op = other()
            self.put("arithmetic", node, changed)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """A number may be off by one, a flag turned over."""
        value = node.value
        if isinstance(value, bool):
            self.put("flags", node, str(not value))
        elif isinstance(value, int):
            for other in (value + 1, value - 1):
                self.put("numbers", node, str(other))
        elif isinstance(value, str) and value[-1:].isdecimal() and value.replace(".", "", 1).isdecimal():
            last = int(value[-1])
            for digit in {max(0, last - 1), min(9, last + 1)} - {last}:
                self.put("numbers", node, repr(f"{value[:-1]}{digit}"))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """A member may be another of its enum, a finding or refusal another of the room's."""
        member = self.meant(node)
        if type(member).__name__ in _WORDS_WITH_CODES:
            codes = [name for name, one in vars(self.meant(node.value)).items() if isinstance(one, type(member))]
            if len(codes) > 1:
                self.put("codes", node, ast.Attribute(node.value, codes[codes.index(node.attr) - 1], ast.Load()))
            return
        if isinstance(member, Enum) and inspect.isclass(self.meant(node.value)):
            for other in type(member):
                if other is not member:
                    self.put("members", node, ast.Attribute(node.value, other.name, ast.Load()))
            return
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """A named member or day may be another that the module names."""
        value = self.names.get(node.id)
        if isinstance(node.ctx, ast.Load) and (isinstance(value, Enum) or type(value) is date):
            for name, other in self.names.items():
                if type(other) is type(value) and other != value:
                    self.put("members" if isinstance(value, Enum) else "numbers", node, name)

    def visit_Dict(self, node: ast.Dict) -> None:
        """An entry may be missing."""
        for at in range(len(node.keys) if len(node.keys) > 1 else 0):
            keys, values = [*node.keys], [*node.values]
            del keys[at], values[at]
            self.put("elements", node, ast.Dict(keys, values))
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        """An element of many alike may be missing."""
        alike = all(isinstance(one, ast.Call | ast.Attribute | ast.Starred) for one in node.elts)
        if isinstance(node.ctx, ast.Load) and len(node.elts) > 1 and alike:
            for at in range(len(node.elts)):
                self.put("elements", node, ast.Tuple([*node.elts[:at], *node.elts[at + 1 :]], ast.Load()))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """What is cited, told, sorted or named may be another, or be missing."""
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in _NEVER_RUN or name in _ANNOTATING:
            return
        match node:
            case ast.Call(func=ast.Attribute(value=cited, attr="clause"), args=[ast.Constant(value=str() as number)]):
                self._citation(node.args[0], self.meant(cited), number)
                return
            case ast.Call(func=ast.Name(id="zip")):
                # Its `strict` is no rule: it fails only where the library itself is wrong.
                for one in node.args:
                    self.visit(one)
                return
            case ast.Call(func=ast.Name(id=twin)) if twin in _TWINS:
                self.put("functions", node.func, _TWINS[twin])
            case ast.Call(func=ast.Name(id="sorted"), args=[several]):
                self.put("order", node, ast.Call(ast.Name("list", ast.Load()), [several], []))
            case _:
                pass
        self._keywords(node)
        self.generic_visit(node)

    def _citation(self, node: ast.expr, instrument: object, number: str) -> None:
        """Another clause of the instrument: the neighbours in its order, which are the likeliest slips."""
        numbers = [clause.number for clause in getattr(instrument, "clauses", ())]
        if number in numbers:
            at = numbers.index(number)
            for other in sorted(
                {*numbers[max(0, at - 1) : at], *numbers[at + 1 : at + 2], numbers[at // 2]} - {number}
            ):
                self.put("citations", node, repr(other))

    def _keywords(self, node: ast.Call) -> None:
        """A keyword that has a default may be left out; the law is looked after by a test of its own."""
        try:
            parameters = inspect.signature(self.meant(node.func)).parameters  # type: ignore[arg-type]  # refused below
        except (TypeError, ValueError):
            return
        for keyword in node.keywords:
            parameter = parameters.get(keyword.arg or "")
            if parameter is not None and parameter.default is not parameter.empty and keyword.arg != "law":
                rest = [one for one in node.keywords if one is not keyword]
                self.put("keywords", node, ast.Call(node.func, node.args, rest))
