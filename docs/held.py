"""What carries a clause out and what holds it: the rules that cite it, its readings, the cases and tests about it."""

import importlib
import re
import tomllib
from functools import cache
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType
from typing import Final

import gxinjury
from gxinjury.citations import Clause
from gxinjury.law import readings
from gxinjury.law.clauses import INSTRUMENTS
from gxinjury.rules import clause_of
from gxinjury.statutes import Reading

__all__ = ["all_readings", "cases_of", "readings_of", "rules_of", "tests_of"]

_TESTS: Final = Path(__file__).parents[1] / "tests"
_MARK: Final = re.compile(r"\bmark\.clause\(([^)]*)\)")
_ID: Final = re.compile(r'"([A-Z][A-Z0-9]*-[\w.]+(?:-[\w.]+)*)"')


def all_readings() -> list[type[Reading]]:
    """Return every reading, in the order of its clause."""
    found = (getattr(readings, name) for name in readings.__all__)
    kinds = [kind for kind in found if isinstance(kind, type) and kind is not Reading]
    order = {clause: place for place, clause in enumerate(clause for one in INSTRUMENTS for clause in one.clauses)}
    return sorted(kinds, key=lambda kind: (order[kind.clause], kind.__name__))


def readings_of(clause: Clause) -> list[type[Reading]]:
    """Return the readings that a clause is open to."""
    return [kind for kind in all_readings() if kind.clause == clause]


@cache
def _rules() -> tuple[FunctionType, ...]:
    """Return every rule of the library, by module."""
    found = []
    for info in walk_packages(gxinjury.__path__, "gxinjury."):
        if not info.name.endswith("__main__"):
            things = vars(importlib.import_module(info.name)).values()
            found += [one for one in things if isinstance(one, FunctionType) and one.__module__ == info.name]
    return tuple(one for one in found if clause_of(one) is not None)


def rules_of(clause: Clause) -> list[FunctionType]:
    """Return the rules that cite a clause."""
    return [one for one in _rules() if clause_of(one) == clause]


@cache
def _cases() -> dict[str, dict[str, list[str]]]:
    """Return the worked cases by clause and table: their ids."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted((_TESTS / "cases").glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8")).get("case", ()):
            if "clause" in row:
                found.setdefault(row["clause"], {}).setdefault(path.stem, []).append(row["id"])
    return found


def cases_of(clause: Clause) -> dict[str, list[str]]:
    """Return the ids of the worked cases about a clause, by table in ``tests/cases``."""
    return _cases().get(str(clause), {})


@cache
def _tests() -> dict[str, dict[str, int]]:
    """Return by clause how often each file of tests says that it is about it."""
    found: dict[str, dict[str, int]] = {}
    for path in sorted(_TESTS.rglob("test_*.py")):
        for mark in _MARK.findall(path.read_text("utf-8")):
            for clause in _ID.findall(mark):
                files = found.setdefault(clause, {})
                name = path.relative_to(_TESTS).as_posix()
                files[name] = files.get(name, 0) + 1
    return found


def tests_of(clause: Clause) -> dict[str, int]:
    """Return the files below ``tests`` with tests about a clause, and how many tests or groups of them each has."""
    return _tests().get(str(clause), {})
