"""Engines of the frames are warmed up and put away once a run."""

from collections.abc import Iterator

import pytest

from tests.extra.frames import engines


@pytest.fixture(scope="session", autouse=True)
def _spark_ends() -> Iterator[None]:
    """Stop Spark where a test has started it."""
    yield
    if engines.spark.cache_info().currsize:
        engines.spark().stop()
