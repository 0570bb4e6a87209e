"""How the engines of the frames are handled: which are there, which frames count as long, and Spark is put away."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Final

import pytest

from gxinjury.extra.frames import _arrays
from tests.extra.frames import engines

_ON_SPARK: Final = Path(__file__).with_name("test_spark.py")


def _on_spark(item: pytest.Item) -> tuple[str, str] | None:
    """Return file and name of the test that an item runs on Spark; None where it is on another engine, or on none."""
    if not isinstance(item, pytest.Function) or getattr(item, "callspec", None) is None:
        return None
    test = item.function
    is_on_spark = item.callspec.params.get("engine") == "pyspark"
    return (test.__code__.co_filename, test.__qualname__) if is_on_spark else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what ``test_spark`` has on Spark there alone, and nothing there that is another file's and on no Spark.

    Whatever is on Spark starts another program, in whichever file it stands.
    """
    there = {_on_spark(item) for item in items if item.path == _ON_SPARK} - {None}

    def stays(item: pytest.Item) -> bool:
        if item.path != _ON_SPARK:
            return _on_spark(item) not in there
        is_its_own = isinstance(item, pytest.Function) and item.function.__code__.co_filename == str(_ON_SPARK)
        return is_its_own or _on_spark(item) is not None

    items[:] = [item for item in items if stays(item)]
    for item in items:
        if _on_spark(item) is not None:
            item.add_marker(pytest.mark.programs)


@pytest.fixture(autouse=True)
def _java(request: pytest.FixtureRequest) -> None:
    """Leave Spark out where there is no Java; CI has it, and leaves nothing out."""
    has_java = which("java") is not None or "JAVA_HOME" in os.environ or "CI" in os.environ
    if not has_java and "engine" in request.fixturenames and request.getfixturevalue("engine") == "pyspark":
        pytest.skip("Spark needs Java, and there is none")


@pytest.fixture(autouse=True)
def _long_frames(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work every frame out in parts of two rows, as long ones are in longer parts, where the test asks for it."""
    if "engine" in request.fixturenames and request.getfixturevalue("engine") == engines.IN_PARTS:
        monkeypatch.setattr(_arrays, "_ROWS_AT_A_TIME", 2)


@pytest.fixture(scope="session", autouse=True)
def _spark_ends() -> Iterator[None]:
    """Stop Spark where a test has started it."""
    yield
    if engines.spark.cache_info().currsize:
        engines.spark().stop()
