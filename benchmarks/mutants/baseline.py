"""What the tests do while nothing is broken: which of them runs which line, and how long each takes.

Made once for a state of the files and kept under ``benchmarks/out/mutants``, which git ignores.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from coverage import CoverageData

from .mutations import Mutation
from .rooms import SLOW

CHECKOUT: Final = Path(__file__).resolve().parents[2]
KEPT: Final = CHECKOUT / "benchmarks" / "out" / "mutants"
_SETTINGS: Final = "[run]\nbranch = false\nrelative_files = true\nsource_pkgs = gxinjury\ndata_file = {data}\n"
_NEAREST: Final = 3
_LONG: Final = 12.0
"""Seconds that a file of tests may take to count among the nearest of a module."""
_MATTERING: Final = ("src/", "tests/", "docs/", "examples/", "README", "conftest.py", "pyproject.toml")


def files() -> list[str]:
    """Return the files of the checkout that git knows or would add, by their paths."""
    asked = ["git", "-C", str(CHECKOUT), "ls-files", "-z", "-co", "--exclude-standard"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return sorted(path for path in set(told.split("\0")) - {""} if (CHECKOUT / path).is_file())


def state() -> str:
    """Return a short name of what the files are now; another one when anything that tests see has changed."""
    seen = hashlib.sha256(sys.version.encode())
    for path in files():
        if path.startswith(_MATTERING):
            seen.update(path.encode() + b"\0" + (CHECKOUT / path).read_bytes() + b"\0")
    return seen.hexdigest()[:16]


def copied(to: Path) -> Path:
    """Return a copy of the checkout, to be broken instead of it."""
    for path in files():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / path, to / path)
    return to


def surroundings(root: Path) -> dict[str, str]:
    """Return the environment of a process that works in a copy: its own library, the same examples in every run."""
    paths = os.pathsep.join((str(root / "src"), str(root / "benchmarks")))
    return {**os.environ, "PYTHONPATH": paths, "CI": "true", "PYTHONDONTWRITEBYTECODE": "1"}


def baseline(root: Path, jobs: int) -> Path:
    """Return the folder of the baseline; make it first where this state of the files has none yet.

    Args:
        root: A copy of the checkout to run the tests in.
        jobs: How many processes may run them.

    Raises:
        SystemExit: If the tests cannot be run. One that fails while nothing is broken is told of and not believed.
    """
    folder = KEPT / state()
    if (folder / "tests.json").exists():
        return folder
    shutil.rmtree(KEPT, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "coveragerc").write_text(_SETTINGS.format(data=folder / "lines"), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "mutants.timing"]
    command += ["--cov", f"--cov-config={folder / 'coveragerc'}", "--cov-context=test", "--cov-report="]
    command += [f"--timing-to={folder / 'tests.json'}"]
    command += ["-n", str(jobs), "--dist", "loadfile"] if jobs > 1 else []
    done = subprocess.run(command, cwd=root, env=surroundings(root), capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        (folder / "tests.json").unlink(missing_ok=True)
        raise SystemExit(f"the tests cannot be run:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return folder


def is_slow(test: str) -> bool:
    """Whether no break meets a test, as it takes too long."""
    return any(part in test for part in SLOW)


class Lines:
    """Which tests run a line, and how long each takes."""

    def __init__(self, folder: Path) -> None:
        told = json.loads((folder / "tests.json").read_text("utf-8"))
        self.seconds: dict[str, float] = told["seconds"]
        self.failing: list[str] = told["failing"]
        self._data = CoverageData(str(folder / "lines"))
        self._data.read()
        self._of: dict[str, dict[int, list[str]]] = {}

    def tests(self, one: Mutation) -> set[str]:
        """Return the tests that run any line of a break."""
        return {context.rpartition("|")[0] for context in self._contexts(one)} - {""}

    def at_import(self, one: Mutation) -> bool:
        """Whether a line of a break runs also while modules are imported or tests are collected."""
        return "" in self._contexts(one)

    def nearest(self, file: str) -> list[str]:
        """Return the files of tests that run most lines of a module, without those that take long."""
        taken: dict[str, float] = defaultdict(float)
        for test, seconds in self.seconds.items():
            taken[test.partition("::")[0]] += seconds
        lines: Counter[str] = Counter()
        for contexts in self._by_line(file).values():
            lines.update({context.partition("::")[0] for context in contexts if "::" in context})
        swift = [one for one in lines if taken[one] < _LONG and one.startswith("tests/")]
        return sorted(swift, key=lambda one: (-lines[one], taken[one], one))[:_NEAREST]

    def _contexts(self, one: Mutation) -> set[str]:
        lines = self._by_line(one.file)
        return {context for line in range(one.line, one.last + 1) for context in lines.get(line, ())}

    def _by_line(self, file: str) -> dict[int, list[str]]:
        if file not in self._of:
            self._of[file] = self._data.contexts_by_lineno(f"src/gxinjury/{file}")
        return self._of[file]

    def order(self, tests: set[str], file: str, collected: list[str]) -> list[str]:
        """Return tests so that a break is noticed soon: the module's, its room's, others; a few of each function first.

        The examples of a page share their names, so they come last, each page whole and in its order.
        """
        own, room = f"test_{file.rpartition('/')[2]}", f"tests/{file.rpartition('/')[0]}/"

        def distance(test: str) -> int:
            return 0 if own in test or test.startswith(f"src/gxinjury/{file}") else 1 if test.startswith(room) else 2

        pages = {test.partition("::")[0] for test in tests if _is_on_a_page(test)}
        met: defaultdict[str, int] = defaultdict(int)
        ranked: list[tuple[bool, int, int, str]] = []
        for test in sorted((test for test in tests if not _is_on_a_page(test)), key=self._seconds_and_name):
            function = test.partition("[")[0]
            met[function] += 1
            ranked.append((met[function] > 3, distance(test), len(ranked), test))
        known = set(collected)
        alone = [test for *_, test in sorted(ranked) if test in known]
        return alone + [test for test in collected if test.partition("::")[0] in pages]

    def _seconds_and_name(self, test: str) -> tuple[float, str]:
        return self.seconds.get(test, 0.0), test


def _is_on_a_page(test: str) -> bool:
    return test.partition("::")[0].endswith(".md")
