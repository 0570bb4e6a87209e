"""A change of the roster."""

from typing import Any

import pytest

from gxinjury.construction import (
    RosterChange,
)
from tests.bad_input import NOT_AMOUNTS, NOT_DAYS, refused
from tests.construction.rosters import ADD, nov


class TestRosterChange:
    """What a change lets in."""

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_refuses_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """Both days are days; that of the event may be unknown."""
        with refused("RosterChange", "reported_on", rule):
            RosterChange("张三", ADD, value)
        with refused("RosterChange", "happened_on", rule):
            RosterChange("张三", ADD, nov(1), value)

    @pytest.mark.parametrize(("value", "rule"), [row for row in NOT_AMOUNTS if row[0] is not None])
    def test_refuses_what_is_no_wage(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """A wage is an amount above zero."""
        with refused("RosterChange", "monthly_wage", rule):
            RosterChange("张三", ADD, nov(1), monthly_wage=value)

    def test_refuses_a_wage_of_nothing(self) -> None:
        """Nobody works for nothing."""
        with refused("RosterChange", "monthly_wage", "must be above zero", got="0"):
            RosterChange("张三", ADD, nov(1), monthly_wage="0")

    def test_refuses_what_is_no_kind_and_nobody(self) -> None:
        """A change adds or removes somebody."""
        with refused("RosterChange", "kind", "must be of type RosterChangeKind", got="'ADD'"):
            RosterChange("张三", "ADD", nov(1))  # type: ignore[arg-type]  # bad input
        with refused("RosterChange", "worker", "must be a Worker"):
            RosterChange("", ADD, nov(1))
