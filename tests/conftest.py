"""What all tests share: how hard Hypothesis tries, at home and in CI."""

import os
from collections.abc import Iterable
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# No deadline: a shared machine is slow now and then, which says nothing about the law.
settings.register_profile("dev", deadline=None, max_examples=100)
settings.register_profile(
    "ci",
    deadline=None,
    # The same examples in every run, so that a red run can be run again.
    derandomize=True,
    max_examples=100,
    print_blob=True,
    # Also a matter of the machine, not of the code.
    suppress_health_check=[HealthCheck.too_slow],
)
_DEEP: Final = "deep"
_TIMES: Final = 10
# Before a release: other examples in every run, and ten times as many. What it finds is kept as an example of its test;
# until then it is told as a blob, and kept beside the rest.
settings.register_profile(
    _DEEP,
    deadline=None,
    derandomize=False,
    max_examples=100 * _TIMES,
    print_blob=True,
    database=DirectoryBasedExampleDatabase(".hypothesis/deep"),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    """Let a test that says how many examples it takes have ten times as many of them in the deep profile too."""
    if config.getoption("--hypothesis-profile", default=None) != _DEEP:
        return
    deepened: set[int] = set()
    for item in items:
        for holder, name in _said_by(item):
            said = getattr(holder, name, None)
            if isinstance(said, settings) and id(said) not in deepened and said.max_examples < 100 * _TIMES:
                deeper = settings(said, max_examples=said.max_examples * _TIMES)
                deepened.add(id(deeper))
                setattr(holder, name, deeper)


def _said_by(item: pytest.Item) -> list[tuple[Any, str]]:
    """Return where a test keeps its settings: its function, as Hypothesis' own plugin looks it up, or its machine."""
    function = getattr(item, "function", None)
    return [(function, "_hypothesis_internal_use_settings"), (getattr(item, "cls", None), "settings")]
