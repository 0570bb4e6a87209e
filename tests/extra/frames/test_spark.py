"""Every question on Spark, whose session takes longest to start: one file, so that it starts once in a parallel run.

The tests are those of the other engines; ``conftest`` leaves of them what is on Spark, here and nowhere else.
"""

import pytest

from tests.extra.frames.test_doors import TestAnswers, TestColumns, TestFrames, TestRefusedRows
from tests.extra.frames.test_limits import TestMoments, TestPrices
from tests.extra.frames.test_rows import (
    test_base_and_benefits,
    test_couriers,
    test_deadlines,
    test_project_premium,
    test_roster,
    test_standing,
    test_supplementary_premium,
)

__all__ = [
    "TestAnswers",
    "TestColumns",
    "TestFrames",
    "TestMoments",
    "TestPrices",
    "TestRefusedRows",
    "test_base_and_benefits",
    "test_couriers",
    "test_deadlines",
    "test_project_premium",
    "test_roster",
    "test_standing",
    "test_supplementary_premium",
]

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
