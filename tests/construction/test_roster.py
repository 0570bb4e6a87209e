"""The roster: who was reported on and off it, and how a worker is known."""

import pickle
from typing import Any

import pytest

from gxinjury.construction import (
    Roster,
    roster_deadline,
    roster_findings,
    worker_cover,
)
from gxinjury.periods import Period
from tests.cases import rows
from tests.construction.rosters import add, nov, remove


@pytest.mark.clause("NN-3.1.1", "NN-3.1.2")
class TestCases:
    """D6 of the worked cases, and the days around it."""

    @pytest.mark.parametrize(
        "row", [row for row in rows("roster") if row["question"] == "worker_cover"], ids=lambda row: row["id"]
    )
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """The limit, the first insured day and the days late."""
        change = add(row["reported_on"], row["happened_on"])
        assert roster_deadline(row["happened_on"]) == row["limit"]
        assert worker_cover([change], "张三") == (Period(row["insured_from"], None),)
        late = [finding["days"] for finding in roster_findings([change]) if finding.code == "reported_late"]
        assert late == ([row["days_late"]] if "days_late" in row else [])


class TestRoster:
    """The index itself."""

    def test_is_the_changes(self) -> None:
        """It is as long as they are, gives them back, equals one of the same, and pickles."""
        changes = (add(nov(2)), remove(nov(1)))
        roster = Roster(changes)
        assert (len(roster), tuple(roster)) == (2, changes)
        assert roster == Roster(list(changes)) == pickle.loads(pickle.dumps(roster))  # noqa: S301  (its own)
        assert Roster(roster) == roster
