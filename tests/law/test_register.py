"""The clause register tied to the code, in both directions.

From the code: what a rule, a finding or a figure cites stands in the register and is marked encoded. From the register:
what is marked encoded is cited by a rule, a finding or a figure, and a test is about it.
"""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

import gxinjury
from gxinjury.citations import Clause, Instrument, Status
from gxinjury.explanations import clause_of
from gxinjury.law import LAW
from gxinjury.law import clauses as register
from gxinjury.law.clauses import INSTRUMENTS, clauses
from tests.words_check import modules_of, rules_of

REGISTERED: Final = {str(clause): clause for clause in clauses()}
TESTS: Final = Path(__file__).parents[1]
SOURCES: Final = Path(next(iter(gxinjury.__path__)))
# A register of clauses cites all of them, and a reading says what is unclear: neither carries a clause out.
NOT_CARRYING_OUT: Final = ("law/clauses/", "law/readings/")

CARRIED_OUT_BY_TOOLS: Final = {
    "CIVIL-201": ("days.py", "201-203"),
    "CIVIL-202": ("days.py", "201-203"),
    "CIVIL-203": ("periods.py", "art. 203"),
}
"""How days are counted is a tool's, and tools know no law, so they cannot cite it; the module's docstring says it."""


def _relative(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


@cache
def cited_in_source() -> dict[str, set[str]]:
    """Return every clause that a call such as ``NN.clause("1.1.4")`` cites, with the modules that do."""
    cited: dict[str, set[str]] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        if _relative(path).startswith(NOT_CARRYING_OUT):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for name in _cited(node):
                cited.setdefault(name, set()).add(_relative(path))
    return cited


def _cited(node: ast.AST) -> Iterator[str]:
    """Yield the clause of a call of an instrument's ``clause`` with its number; docstrings are not calls."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr="clause"),
            args=[ast.Constant(value=str() as number)],
        ) if isinstance(instrument := getattr(register, name, None), Instrument):
            yield f"{instrument.id}-{number}"
        case _:
            return


@cache
def carried_out() -> frozenset[str]:
    """Return every clause that a rule, a finding, a figure or a table of a module cites."""
    found = {str(rule.clause) for rule in rules_of("gxinjury")} | set(cited_in_source())
    seen: set[int] = set()
    for figure in LAW.figures().values():
        found |= {str(clause) for clause in _within(figure, seen)}
    for module in modules_of("gxinjury"):
        if not _relative(Path(str(module.__file__))).startswith(NOT_CARRYING_OUT):
            for name, value in vars(module).items():
                if not name.startswith("__"):
                    found |= {str(clause) for clause in _within(value, seen)}
    return frozenset(found)


def _within(value: Any, seen: set[int]) -> Iterator[Clause]:  # noqa: ANN401  (whatever a module holds)
    """Yield the clauses within the tables and records that a module holds; an instrument cites nothing."""
    if isinstance(value, Clause):
        yield value
    elif inspect.isclass(value) or isinstance(value, Instrument) or id(value) in seen:
        return
    else:
        parts = _parts(value)
        if parts:
            seen.add(id(value))
        for part in parts:
            yield from _within(part, seen)


def _parts(value: Any) -> list[Any]:  # noqa: ANN401  (as above)
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return [*value]
    return [getattr(value, field.name) for field in attrs.fields(type(value))] if attrs.has(type(value)) else []


@cache
def marked_in_tests() -> dict[str, set[str]]:
    """Return every clause that a test is marked with, with the files that do."""
    marked: dict[str, set[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="mark"), attr="clause"), args=args):
                    names = [one.value for one in args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                    assert len(names) == len(args), f"{path}: a mark names its clauses in full"
                    for name in names:
                        marked.setdefault(name, set()).add(path.relative_to(TESTS).as_posix())
                case _:
                    pass
    return marked


every_rule: Final = pytest.mark.parametrize(
    "rule", rules_of("gxinjury"), ids=lambda rule: f"{rule.__module__}.{rule.__name__}"
)
encoded: Final = pytest.mark.parametrize("clause", [clause for clause in clauses() if clause.encoded], ids=str)


class TestFromTheCode:
    """What the code cites stands in the register."""

    @every_rule
    def test_a_rule_cites_a_clause_of_the_register(self, rule: Any) -> None:  # noqa: ANN401  (any rule)
        """A rule cites a clause of the register itself, not one made up beside it, that something is computed from."""
        clause = clause_of(rule)
        assert clause is not None
        assert REGISTERED.get(str(clause)) is clause
        assert set(clause.status) & {Status.RULE, Status.RECORD, Status.DUTY}

    @every_rule
    def test_what_a_rule_cites_is_marked_encoded(self, rule: Any) -> None:  # noqa: ANN401  (any rule)
        """A clause that a rule carries out says so in the register."""
        assert rule.clause.encoded, f"{rule.clause} is carried out by {rule.__name__} and not marked encoded"

    def test_everything_cited_is_known(self) -> None:
        """Findings and figures cite clauses of the register too."""
        assert {name: where for name, where in cited_in_source().items() if name not in REGISTERED} == {}
        assert carried_out() <= set(REGISTERED)

    def test_the_porch_owns_no_rule(self) -> None:
        """What is optional carries no clause out: it is not looked at above."""
        for path in (SOURCES / "extra").rglob("*.py"):
            functions = [
                one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.FunctionDef)
            ]
            assert not any("rule" in ast.unparse(mark) for one in functions for mark in one.decorator_list)

    def test_marks_name_clauses_that_exist(self) -> None:
        """A test cannot be about a clause that there is not."""
        assert {name: where for name, where in marked_in_tests().items() if name not in REGISTERED} == {}


class TestFromTheRegister:
    """What the register says is encoded is there, and tested."""

    @encoded
    def test_is_carried_out(self, clause: Clause) -> None:
        """An encoded clause is cited by a rule, a finding or a figure; a definition by the words of the records."""
        if clause.status != (Status.DEFINITION,):
            assert str(clause) in carried_out() | set(CARRIED_OUT_BY_TOOLS)

    @encoded
    def test_has_a_test(self, clause: Clause) -> None:
        """An encoded clause has a test that is marked with it."""
        assert str(clause) in marked_in_tests(), f"no test is marked @pytest.mark.clause({str(clause)!r})"

    @pytest.mark.parametrize(("clause", "where"), CARRIED_OUT_BY_TOOLS.items())
    def test_a_tool_that_counts_says_by_which_law(self, clause: str, where: tuple[str, str]) -> None:
        """A tool cites no clause, so it tells which law it counts by; one that is cited needs no such exception."""
        path, says = where
        assert says in str(ast.get_docstring(ast.parse((SOURCES / path).read_text("utf-8"))))
        assert clause not in carried_out()


class TestTheScanItself:
    """The scan finds what it is there to find."""

    def test_finds_rules_findings_and_figures(self) -> None:
        """A rule's clause, a finding's and a figure's are found, each in its module."""
        cited = cited_in_source()
        assert "construction/shares.py" in cited["NN-1.1.4"]
        assert "construction/delay.py" in cited["NN-1.3.2"]
        assert "law/construction.py" in cited["NN-0"]

    def test_leaves_out_what_only_tells_of_clauses(self) -> None:
        """The register and the readings cite many clauses and carry out none."""
        paths = set().union(*cited_in_source().values())
        assert not any(path.startswith(NOT_CARRYING_OUT) for path in paths)

    def test_would_find_an_unknown_clause(self) -> None:
        """A call that cites a number the instrument does not have is read as that clause, and is not registered."""
        [call] = [*_cited(ast.parse('NN.clause("9.9.9")', mode="eval").body)]
        assert call == "NN-9.9.9"
        assert call not in REGISTERED

    @pytest.mark.parametrize("source", ['other.clause("1")', "NN.clause(number)", 'NN.title("1.1.1")', '"NN-1.1.1"'])
    def test_reads_citations_only(self, source: str) -> None:
        """What looks alike and is no citation is not read as one."""
        assert [*_cited(ast.parse(source, mode="eval").body)] == []

    def test_looks_into_tables(self) -> None:
        """A clause within a table of records is found, once; an instrument is no table."""
        clause = INSTRUMENTS[0].clauses[0]
        table = [{"a": (clause,)}, INSTRUMENTS[1]]
        seen: set[int] = set()
        assert [*_within(table, seen)] == [clause]
        assert [*_within(table, seen)] == []
