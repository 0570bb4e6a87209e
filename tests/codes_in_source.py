"""Reads from the source of a module which words it takes from its catalogue, with which values, under which clauses."""

import ast
from collections.abc import Iterator


class Codes(ast.NodeVisitor):
    """Reads the codes that a module takes from its catalogue, through a variable, a loop or a parameter too.

    A clause is read the same way: ``NN.clause("1.1.5")`` stands for the text ``NN-1.1.5``.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.scopes: list[ast.AST] = [tree]
        self.codes: set[str] = set()
        self.values: list[tuple[str, set[str]]] = []
        self.findings: dict[str, set[str]] = {}
        self.refusals: dict[str, set[str]] = {}
        self.cautions: set[str] = set()
        self.duties: dict[str, set[str]] = {}
        self.resolving: list[str] = []
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Mind the function that a code is used in."""
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Take the code of ``WORDS.texts[code]``."""
        if isinstance(node.value, ast.Attribute) and node.value.attr == "texts":
            self.codes |= self._meant(node.slice)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Take the code of ``WORDS.finding(code, ...)`` and of ``WORDS.refusal(kind, code, ...)``."""
        position = {"finding": 0, "refusal": 1}.get(getattr(node.func, "attr", ""))
        of_words = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "WORDS"
        if of_words and position is not None:
            codes = self._meant(node.args[position])
            assert codes, f"the code of this cannot be read: {ast.unparse(node)}"
            self.codes |= codes
            named = {keyword.arg or "**" for keyword in node.keywords}
            self.values += [(code, named) for code in codes if "**" not in named]
            told = self.refusals if position else self.findings
            with_it = {ast.unparse(node.args[0])} if position else self._meant(node.args[1])
            for code in codes:
                told.setdefault(code, set()).update(with_it)
        if getattr(node.func, "id", "") == "caution":
            match node.args:
                case [ast.Subscript(value=ast.Attribute(attr="texts"), slice=said), *_]:
                    self.cautions |= self._meant(said)
                case [ast.Name(id=name)]:
                    self.cautions |= self._told_by(name)
                case _:
                    pass
        for duty in node.args:
            if isinstance(duty, ast.Attribute) and getattr(duty.value, "id", "") == "Duty":
                clauses = (self._meant(one) for one in node.args if isinstance(one, ast.Name | ast.Call))
                self.duties.setdefault(duty.attr, set()).update(*clauses)
        self.generic_visit(node)

    def _told_by(self, name: str) -> set[str]:
        """Return the codes of the words that a variable holds, where a function of the module returns them."""
        called = {
            one.value.func.id
            for one in ast.walk(self.scopes[-1])
            if isinstance(one, ast.Assign) and _assigns(one, name)
            if isinstance(one.value, ast.Call) and isinstance(one.value.func, ast.Name)
        }
        functions = (one for one in self.tree.body if isinstance(one, ast.FunctionDef) and one.name in called)
        said = (one for function in functions for one in ast.walk(function) if isinstance(one, ast.Subscript))
        texts = (one for one in said if isinstance(one.value, ast.Attribute) and one.value.attr == "texts")
        return set().union(*(self._meant(one.slice) for one in texts))

    def _meant(self, node: ast.expr) -> set[str]:
        """Return the texts that an expression can stand for."""
        match node:
            case ast.Constant(value=str() as text):
                return {text}
            case ast.Call(func=ast.Attribute(value=ast.Name(id=instrument), attr="clause"), args=[number]):
                return {f"{instrument}-{text}" for text in self._meant(number)}
            case ast.IfExp():
                return self._meant(node.body) | self._meant(node.orelse)
            case ast.BoolOp():
                parts = [self._meant(one) for one in node.values]
                # What stands for nothing that can be read leaves open what the whole stands for.
                return set().union(*parts) if all(parts) else set()
            case ast.Tuple() | ast.List():
                return set().union(*map(self._meant, node.elts))
            case ast.Dict():
                return set().union(*map(self._meant, node.values))
            case ast.Subscript() | ast.Starred():
                return self._meant(node.value)
            case ast.Name() if node.id not in self.resolving:
                self.resolving.append(node.id)
                # The innermost function that gives it a meaning is the one that is meant.
                each = (self._in_scope(node.id, scope) for scope in reversed(self.scopes))
                found = next((meant for meant in each if meant), set[str]())
                self.resolving.pop()
                return found
            case _:
                return set()

    def _in_scope(self, name: str, scope: ast.AST) -> set[str]:
        """Return the texts that a name can stand for by what a scope assigns to it or hands to it."""
        found: set[str] = set()
        for one in ast.walk(scope):
            match one:
                case ast.Assign(targets=[target], value=value):
                    found |= self._taken(name, target, value)
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    found |= self._taken(name, target, value)
                case ast.For(target=target, iter=several) | ast.comprehension(target=target, iter=several):
                    for value in self._each(several):
                        found |= self._taken(name, target, value)
                case _:
                    pass
        if isinstance(scope, ast.FunctionDef):
            found |= self._handed(name, scope)
        return found

    def _each(self, several: ast.expr) -> Iterator[ast.expr]:
        """Yield what a loop goes through: what is listed, here or under a name, or what a function yields."""
        match several:
            case ast.Tuple() | ast.List():
                yield from several.elts
            case ast.Name(id=name):
                for scope in self.scopes:
                    for one in ast.walk(scope):
                        if isinstance(one, ast.Assign | ast.AnnAssign) and isinstance(one.value, ast.Tuple | ast.List):
                            yield from one.value.elts if _assigns(one, name) else ()
            case ast.Call(func=ast.Name(id=name)):
                functions = (one for one in self.tree.body if isinstance(one, ast.FunctionDef) and one.name == name)
                for one in (one for function in functions for one in ast.walk(function)):
                    if isinstance(one, ast.Yield) and one.value is not None:
                        yield one.value
                    elif isinstance(one, ast.YieldFrom):
                        yield from self._each(one.value)
            case _:
                return

    def _taken(self, name: str, target: ast.expr, value: ast.expr) -> set[str]:
        if isinstance(target, ast.Name):
            return self._meant(value) if target.id == name else set()
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = zip(target.elts, value.elts, strict=False)
            return set().union(*(self._taken(name, one, other) for one, other in pairs))
        return set()

    def _handed(self, name: str, function: ast.FunctionDef) -> set[str]:
        """Return the texts that the calls of a function hand to its parameter."""
        names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        found: set[str] = set()
        for call in ast.walk(self.tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == function.name:
                given = dict(zip(names, call.args, strict=False))
                given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
                if name in given:
                    found |= self._meant(given[name])
        return found


def _assigns(node: ast.Assign | ast.AnnAssign, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)
