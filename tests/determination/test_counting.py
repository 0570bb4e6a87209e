"""Days that a limit leaves out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.determination.counting import days_left_out, falls_on_day_off
from gxinjury.periods import Deadline, Period
from tests.determination.calendars import NATIONAL
from tests.determination.oracles import days_of, walked

EVENT, LIMIT = date(2016, 3, 1), date(2016, 3, 31)
near = st.dates(date(2016, 2, 20), date(2016, 5, 31))
periods = st.builds(lambda one, other: Period(min(one, other), max(one, other)), near, near)


class TestDaysLeftOut:
    """Both ends count, a day once, only after the event, only up to the limit as extended so far."""

    @pytest.mark.parametrize(
        ("first", "last", "left_out"),
        [
            (date(2016, 2, 20), date(2016, 2, 29), 0),
            (date(2016, 3, 1), date(2016, 3, 1), 0),
            (date(2016, 3, 1), date(2016, 3, 2), 1),
            (date(2016, 3, 2), date(2016, 3, 2), 1),
            (date(2016, 3, 31), date(2016, 3, 31), 1),
            (date(2016, 3, 31), date(2016, 4, 9), 10),
            (date(2016, 4, 1), date(2016, 4, 9), 0),
        ],
    )
    def test_edges(self, first: date, last: date, left_out: int) -> None:
        """The day after the event is the first that counts; on the last day a reason still comes in time."""
        assert days_left_out(EVENT, LIMIT, (Period(first, last),)) == left_out

    def test_as_extended_so_far(self) -> None:
        """A period beyond the first limit counts where another has moved the limit to it, and not a day beyond."""
        moves = Period(date(2016, 3, 10), date(2016, 3, 14))
        assert days_left_out(EVENT, LIMIT, (moves, Period(date(2016, 4, 5), date(2016, 4, 6)))) == 7
        assert days_left_out(EVENT, LIMIT, (moves, Period(date(2016, 4, 6), date(2016, 4, 7)))) == 5

    def test_overlaps_count_once(self) -> None:
        """A day in two periods is left out once."""
        one, other = Period(date(2016, 3, 5), date(2016, 3, 9)), Period(date(2016, 3, 8), date(2016, 3, 12))
        assert days_left_out(EVENT, LIMIT, (one, other)) == 8
        assert days_left_out(EVENT, LIMIT, (one, one)) == 5

    @given(st.lists(periods, max_size=5))
    def test_agrees_with_walking(self, several: list[Period]) -> None:
        """Walking from the event, using up a day only where it is not left out, ends on the same day."""
        ends = walked(EVENT, 30, days_of(several))
        assert days_left_out(EVENT, LIMIT, tuple(several)) == (ends - LIMIT).days

    @given(st.lists(periods, max_size=4), periods)
    def test_more_never_shortens(self, several: list[Period], another: Period) -> None:
        """A period more never leaves out less."""
        fewer = days_left_out(EVENT, LIMIT, tuple(several))
        assert days_left_out(EVENT, LIMIT, (*several, another)) >= fewer


class TestFallsOnDayOff:
    """One set of words for a limit that ends while offices are closed, wherever it is told."""

    @pytest.mark.clause("REG-17.1")
    @pytest.mark.parametrize(
        ("raw", "told"),
        [
            (date(2016, 7, 29), None),
            (date(2016, 7, 30), "星期六，机关通常不办公"),
            (date(2016, 7, 31), "星期日，机关通常不办公"),
            (date(2016, 8, 1), None),
            (date(2016, 9, 30), None),
            (date(2016, 10, 1), "法定节假日，机关不办公"),
            (date(2016, 10, 3), "法定节假日，机关不办公"),
            (date(2016, 10, 4), None),
            (date(2018, 1, 1), "法定节假日，机关不办公"),
            (date(2018, 1, 2), None),
            (date(2018, 4, 30), None),
            (date(2018, 5, 1), "法定节假日，机关不办公"),
            (date(2018, 5, 2), None),
            (date(2024, 5, 2), None),
            (date(2025, 5, 1), "法定节假日，机关不办公"),
            (date(2025, 5, 2), "法定节假日，机关不办公"),
            (date(2026, 5, 2), "法定节假日，机关不办公"),
            (date(2028, 5, 3), None),
            (date(2018, 10, 1), "法定节假日，机关不办公"),
            (date(2018, 10, 2), "法定节假日，机关不办公"),
            (date(2018, 10, 3), "法定节假日，机关不办公"),
            (date(2018, 10, 4), None),
        ],
    )
    def test_without_a_calendar(self, raw: date, told: str | None) -> None:
        """A Saturday, a Sunday and a festival of a fixed day, which goes before the Saturday that it is."""
        closed = falls_on_day_off(Deadline.of(raw))
        if told is None:
            assert closed is None
        else:
            assert closed is not None
            assert f"期限末日 {raw} 是{told}" in closed.zh

    def test_with_a_calendar_nothing_is_left_to_tell(self) -> None:
        """Once days off were looked at the limit has moved already, or stands."""
        assert falls_on_day_off(Deadline.of(date(2016, 7, 30), NATIONAL)) is None
