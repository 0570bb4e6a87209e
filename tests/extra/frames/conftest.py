"""How the engines of the frames are handled: which are there, which frames count as long, and Spark is put away."""

import os
from collections.abc import Iterator
from shutil import which

import pytest

from gxinjury.extra.frames import _questions
from tests.extra.frames import engines


@pytest.fixture(autouse=True)
def _java(request: pytest.FixtureRequest) -> None:
    """Leave Spark out where there is no Java; CI has it, and leaves nothing out."""
    has_java = which("java") is not None or "JAVA_HOME" in os.environ or "CI" in os.environ
    if not has_java and "engine" in request.fixturenames and request.getfixturevalue("engine") == "pyspark":
        pytest.skip("Spark needs Java, and there is none")


@pytest.fixture(autouse=True)
def _long_frames(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every frame for a long one where the test asks for it."""
    if "engine" in request.fixturenames and request.getfixturevalue("engine") == engines.AT_ONCE:
        monkeypatch.setattr(_questions, "_ROWS_WORTH_A_PLAN", 0)


@pytest.fixture(scope="session", autouse=True)
def _spark_ends() -> Iterator[None]:
    """Stop Spark where a test has started it."""
    yield
    if engines.spark.cache_info().currsize:
        engines.spark().stop()
