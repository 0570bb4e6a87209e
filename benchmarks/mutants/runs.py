"""Runs tests on a break: a fork each, in a copy of the checkout, the packages it needs already loaded."""

import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from rooms import SLOW

COPIED: Final = ("src", "tests", "docs", "examples", "conftest.py", "pyproject.toml", "README.md", "README.zh-CN.md")
SLOWEST: Final = 300.0
"""Seconds after which a break counts as noticed: it made something go on for ever."""


class Noticed(NamedTuple):
    """What the tests said to a break; ``by`` is the first test that failed, empty where none did."""

    by: str
    seconds: float


def copied(checkout: Path, to: Path) -> Path:
    """Return a copy of what the tests need."""
    for name in COPIED:
        source = checkout / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, to / name)
    return to


def load_packages() -> None:
    """Import what tests import, but for the library itself, so that no fork has to."""
    import _pytest.doctest  # noqa: F401, PLC0415
    import cattrs  # noqa: F401, PLC0415
    import dateutil.relativedelta  # noqa: F401, PLC0415
    import hypothesis.stateful  # noqa: F401, PLC0415
    import pandas  # noqa: F401, ICN001, PLC0415
    import polars  # noqa: F401, ICN001, PLC0415
    import stdnum.cn.ric  # noqa: F401, PLC0415
    import sybil  # noqa: F401, PLC0415

    if any(name.partition(".")[0] == "gxinjury" for name in sys.modules):
        raise SystemExit("the library is loaded before it is broken")


class _First:
    """A plugin of pytest that remembers the first test that failed and leaves slow ones out."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what takes long."""
        items[:] = [item for item in items if not any(part in item.nodeid for part in SLOW)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember."""
        self.failed = self.failed or (report.nodeid if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember a module that could not be imported too."""
        self.failed = self.failed or (f"import of {report.nodeid}" if report.failed else "")


def run(root: Path, paths: Sequence[str]) -> Noticed:
    """Return what the tests of a copy say; the copy is broken already."""
    began = time.monotonic()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _in_the_fork(root, paths, writing)
    os.close(writing)
    by = _heard(reading, SLOWEST)
    os.close(reading)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(child, 0)
    return Noticed(by, time.monotonic() - began)


def _heard(reading: int, seconds: float) -> str:
    """Return what the fork wrote, or that it wrote nothing in time."""
    until, heard = time.monotonic() + seconds, b""
    while not heard.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], max(0.0, until - time.monotonic()))
        part = os.read(reading, 65536) if ready else b""
        if not part:
            return "no answer" if ready else "out of time"
        heard += part
    return str(json.loads(heard))


def _in_the_fork(root: Path, paths: Sequence[str], writing: int) -> None:
    """Run the tests and write down which one failed first; never return."""
    by = "crash"
    try:
        os.setpgid(0, 0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.chdir(root)
        sys.path[:0] = [str(root / "src"), str(root)]
        # Subprocesses of tests see the break too; each run draws the same examples.
        os.environ |= {"PYTHONPATH": str(root / "src"), "CI": "true", "PYTHONDONTWRITEBYTECODE": "1"}
        sys.dont_write_bytecode = True
        first = _First()
        options = ["-x", "-q", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:cov", "--rootdir", "."]
        status = pytest.main([*options, *paths], plugins=[first])
        by = first.failed or ("" if status in {0, 5} else f"status {status}")
    finally:
        os.write(writing, json.dumps(by).encode() + b"\n")
        os._exit(0)
