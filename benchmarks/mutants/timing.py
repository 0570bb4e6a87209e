"""A plugin of pytest for the baseline: leaves slow tests out, writes down how long the others took and which failed."""

import json
from pathlib import Path

import pytest

from .baseline import is_slow

_SECONDS: dict[str, float] = {}
_FAILING: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the file to write to."""
    parser.addoption("--timing-to", type=Path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what no break meets."""
    items[:] = [item for item in items if not is_slow(item.nodeid)]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add what a test took, with what it was prepared by, and whether it failed."""
    if report.failed:
        _FAILING.append(report.nodeid)
    _SECONDS[report.nodeid] = _SECONDS.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write it down, once: not in the helpers of several processes."""
    if not hasattr(session.config, "workerinput"):
        path: Path = session.config.getoption("timing_to")
        seconds = {test: round(taken, 4) for test, taken in _SECONDS.items()}
        path.write_text(json.dumps({"seconds": seconds, "failing": sorted(set(_FAILING))}), "utf-8")
