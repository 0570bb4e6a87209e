"""Engines of the frames are warmed up and put away once a run."""

from collections.abc import Iterator

import pytest

from gxinjury.extra.frames import answers
from tests.extra.frames import engines


@pytest.fixture(autouse=True)
def _long_frames(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every frame for a long one where the test asks for it."""
    if "engine" in request.fixturenames and request.getfixturevalue("engine") == engines.AT_ONCE:
        monkeypatch.setattr(answers, "_ROWS_WORTH_A_PLAN", 0)


@pytest.fixture(scope="session", autouse=True)
def _spark_ends() -> Iterator[None]:
    """Stop Spark where a test has started it."""
    yield
    if engines.spark.cache_info().currsize:
        engines.spark().stop()
