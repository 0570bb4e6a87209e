"""Every question on Spark, whose session takes longest to start: one file, so that it starts once in a parallel run.

The tests are those of the other engines; ``conftest`` leaves of them what is on Spark, here and nowhere else.
"""

import pytest

from tests.extra.frames.test_days_off import test_deadlines as test_rolled_deadlines
from tests.extra.frames.test_dependants import test_dependants_pension
from tests.extra.frames.test_doors import TestAnswers, TestColumns, TestFrames, TestRefusedRows
from tests.extra.frames.test_limits import TestMoments, TestPrices
from tests.extra.frames.test_monthly import test_by_month
from tests.extra.frames.test_payments import test_deaths, test_hospital_meals, test_living_care_fee
from tests.extra.frames.test_rows import (
    test_base_and_benefits,
    test_base_of_the_year_before,
    test_couriers,
    test_deadlines,
    test_project_premium,
    test_roster,
    test_standing,
    test_supplementary_premium,
)
from tests.extra.frames.test_settlements import test_settle_injury
from tests.extra.frames.test_study import test_row_by_row, test_stale_answers_are_marked
from tests.extra.frames.test_termination import test_termination_subsidies

__all__ = [
    "TestAnswers",
    "TestColumns",
    "TestFrames",
    "TestMoments",
    "TestPrices",
    "TestRefusedRows",
    "test_base_and_benefits",
    "test_base_of_the_year_before",
    "test_by_month",
    "test_couriers",
    "test_deadlines",
    "test_deaths",
    "test_dependants_pension",
    "test_hospital_meals",
    "test_living_care_fee",
    "test_project_premium",
    "test_rolled_deadlines",
    "test_roster",
    "test_row_by_row",
    "test_settle_injury",
    "test_stale_answers_are_marked",
    "test_standing",
    "test_supplementary_premium",
    "test_termination_subsidies",
]

pytestmark = [
    pytest.mark.programs,
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def test_nothing_else_is_on_spark(request: pytest.FixtureRequest) -> None:
    """A test that runs on Spark is imported here, or another worker starts a session of its own."""
    here = request.path
    on_spark = [item for item in request.session.items if "pyspark" in item.name and item.path.parent == here.parent]
    assert [item.nodeid for item in on_spark if item.path != here] == []
