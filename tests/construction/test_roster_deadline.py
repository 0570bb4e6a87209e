"""By when a change of the roster is reported."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import (
    roster_deadline,
)
from gxinjury.errors import NotInForceError
from gxinjury.law import LAW
from tests.bad_input import NOT_DAYS, refused


@pytest.mark.clause("NN-3.1.1")
class TestDeadline:
    """NN-3.1.1: reported by the end of the month."""

    @given(st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 12, 31)))
    def test_is_the_last_day_of_the_month(self, day: date) -> None:
        """It lies in the month of the change, and the next day does not; it never rolls."""
        limit = roster_deadline(day)
        after = limit + timedelta(days=1)
        assert (limit.year, limit.month) == (day.year, day.month)
        assert after.day == 1

    def test_a_reform_may_give_more_time(self) -> None:
        """Where the law gave the month after, the limit would be its end."""
        entry = LAW.roster_months.entries[0].__class__(date(2016, 1, 1), 1, LAW.roster_months.label)
        law = LAW.with_figure("roster_months", entry)
        assert roster_deadline(date(2015, 12, 31), law=law) == date(2015, 12, 31)
        assert roster_deadline(date(2016, 1, 31), law=law) == date(2016, 2, 29)

    def test_is_not_known_before_the_notice(self) -> None:
        """The notice governs from 2015."""
        with pytest.raises(NotInForceError, match="2014-12-31"):
            roster_deadline(date(2014, 12, 31))

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_refuses_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """A day is a day."""
        with refused("roster_deadline", "happened_on", rule):
            roster_deadline(value)
