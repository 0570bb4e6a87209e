"""Periods as sets of days, statutory counting against a walk day by day, deadlines under what a calendar knows."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.periods import (
    Deadline,
    DeadlineStatus,
    Period,
    WorkCalendar,
    day_after,
    day_before,
    days_after,
    earlier,
    merged,
    without,
)


def _walk(first_year: int, last_year: int) -> Iterator[date]:
    """The days of some years, made one by one from the lengths of the months."""
    for year in range(first_year, last_year + 1):
        leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
        for month, length in enumerate((31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1):
            for day in range(1, length + 1):
                yield date(year, month, day)


CALENDAR: Final = tuple(_walk(2010, 2032))
PLACE: Final = {day: place for place, day in enumerate(CALENDAR)}
EVERY_DAY: Final = tuple(day for day in CALENDAR if 2014 <= day.year <= 2026)

START: Final = PLACE[date(2016, 1, 1)]
HORIZON: Final = frozenset(CALENDAR[START : START + 90])


def day(number: int) -> date:
    """The day of that number from the start of 2016."""
    return CALENDAR[START + number]


def held(periods: Period | Iterable[Period | None] | None) -> frozenset[date]:
    """The days of the horizon that the periods hold."""
    several = [periods] if isinstance(periods, Period) else periods or ()
    return frozenset(
        each for each in HORIZON for one in several if one and one.first <= each and (not one.last or each <= one.last)
    )


def closed(first: int, length: int) -> Period:
    """A closed period by the number of its first day and its length."""
    return Period(day(first), day(first + length))


periods = st.one_of(
    st.builds(closed, st.integers(0, 50), st.integers(0, 20)),
    st.builds(lambda first: Period(day(first), None), st.integers(0, 80)),
)
several_periods = st.lists(periods, max_size=6)


class TestPeriod:
    """A closed period of days, its end perhaps open."""

    @given(periods)
    def test_holds_its_days(self, period: Period) -> None:
        """A day is in the period exactly when it lies between both ends, which belong to it."""
        assert {each for each in HORIZON if each in period} == held(period)
        assert period.first in period
        assert day_before(period.first) not in period
        if period.last is not None:
            assert period.last in period
            assert day_after(period.last) not in period

    @given(periods)
    def test_counts_its_days(self, period: Period) -> None:
        """Both ends are counted; an open period has no number of days."""
        assert period.days == (None if period.last is None else len(held(period)))

    def test_may_end_beyond_the_years_of_input(self) -> None:
        """What is computed at the end of the years that records let in is a period all the same."""
        last = date(2199, 12, 31)
        assert without([Period(last, None)], [Period(last, last)]) == (Period(date(2200, 1, 1), None),)

    @pytest.mark.parametrize(
        ("first", "last", "field"),
        [
            (date(2016, 1, 2), date(2016, 1, 1), "last"),
            (datetime(2016, 1, 1), None, "first"),
            (date(2016, 1, 1), datetime(2016, 1, 2), "last"),
            (None, date(2016, 1, 1), "first"),
        ],
    )
    def test_refuses_ends_that_are_none(self, first: Any, last: Any, field: str) -> None:  # noqa: ANN401  (bad input)
        """An end that is no day, or lies before the first, is named."""
        with pytest.raises(InvalidFactError) as caught:
            Period(first, last)
        assert (caught.value.record, caught.value.field) == ("Period", field)

    @pytest.mark.parametrize("value", [datetime(2016, 1, 1), "2016-01-01", None])
    def test_only_a_day_is_looked_for(self, value: object) -> None:
        """Asking for a moment is a slip, not a no."""
        with pytest.raises(InvalidFactError):
            _ = cast("date", value) in Period(date(2016, 1, 1), None)

    def test_prints_both_ends(self) -> None:
        """Two ends, or one and nothing."""
        assert str(Period(date(2016, 1, 1), date(2016, 1, 31))) == "2016-01-01..2016-01-31"
        assert str(Period(date(2016, 1, 1), None)) == "2016-01-01.."
        assert Period(day(0), day(1)).text("en") == "2016-01-01..2016-01-02"

    def test_is_a_value(self) -> None:
        """Equal periods are one in a set, and none can be changed."""
        assert len({closed(1, 2), closed(1, 2), closed(1, 3)}) == 2
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            closed(1, 2).last = None  # type: ignore[misc]  # what mypy forbids must fail at run time too


class TestAlgebra:
    """Overlap, union and difference, day by day."""

    @given(periods, periods)
    def test_overlap_holds_the_days_of_both(self, one: Period, other: Period) -> None:
        """The days of the overlap are those that both hold, whichever is asked."""
        both = one.overlap(other)
        assert both == other.overlap(one)
        assert held(both) == held(one) & held(other)
        assert one.overlap(one) == one

    @given(periods, periods)
    def test_overlap_is_none_where_no_day_is_shared(self, one: Period, other: Period) -> None:
        """There is an overlap exactly when a day is shared."""
        assert (one.overlap(other) is None) == (not held(one) & held(other))

    @given(several_periods)
    def test_merging_keeps_the_days(self, several: list[Period]) -> None:
        """The same days, in order, with a gap between two periods, and merging again changes nothing."""
        result = merged(several)
        assert held(result) == held(several)
        assert merged(result) == merged(reversed(several)) == result
        for one, other in pairwise(result):
            assert one.last is not None
            assert day_after(one.last) < other.first

    @given(several_periods, several_periods)
    def test_what_is_taken_and_what_is_left_is_the_whole(self, several: list[Period], taken: list[Period]) -> None:
        """Difference and overlap share no day and together hold every day that there was."""
        left = without(several, taken)
        common = [one.overlap(other) for one in several for other in taken]
        assert held(left) == held(several) - held(taken)
        assert held(left) | held(common) == held(several)
        assert not held(left) & held(common)

    @given(several_periods)
    def test_nothing_taken_and_all_taken(self, several: list[Period]) -> None:
        """Taking nothing leaves everything, taking itself leaves nothing."""
        assert without(several, []) == tuple(several)
        assert without(several, several) == ()

    @given(st.none() | st.dates(), st.none() | st.dates())
    def test_the_earlier_of_two_ends(self, one: date | None, other: date | None) -> None:
        """An open end lies after every day."""
        ends = [end for end in (one, other) if end is not None]
        assert earlier(one, other) == earlier(other, one) == (min(ends) if ends else None)


class Days:
    """A calendar that knows the days off up to a day, and nothing after it."""

    def __init__(self, off: Iterable[str], known_through: str = "2099-12-31", longest_break: int = 10) -> None:
        self.off = frozenset(map(date.fromisoformat, off))
        self.known_through = date.fromisoformat(known_through)
        self.longest_break = longest_break

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is off, None after the last known day."""
        return None if day > self.known_through else day in self.off


WEEKENDS: Final = ["2016-07-30", "2016-07-31", "2016-08-06"]


def limit(raw: str, calendar: WorkCalendar | None = None) -> list[str]:
    """The deadline's raw, earliest and latest day."""
    deadline = Deadline.of(date.fromisoformat(raw), calendar)
    return [str(deadline.raw), str(deadline.earliest), str(deadline.latest)]


@pytest.mark.clause("CIVIL-203")
class TestDeadline:
    """A last day rolls to the next working day, as far as it is known."""

    def test_without_a_calendar_the_raw_day_stands(self) -> None:
        """Nobody asked for days off, and the deadline says so."""
        assert limit("2016-07-30") == ["2016-07-30"] * 3
        assert Deadline.of(date(2016, 7, 30)).calendar_consulted is False
        assert Deadline.of(date(2016, 7, 30), Days([])).calendar_consulted is True

    @pytest.mark.parametrize(
        ("raw", "rolled"),
        [
            ("2016-07-29", "2016-07-29"),
            ("2016-07-30", "2016-08-01"),
            ("2016-07-31", "2016-08-01"),
            ("2016-08-01", "2016-08-01"),
            ("2016-08-06", "2016-08-07"),
        ],
    )
    def test_rolls_over_the_days_off(self, raw: str, rolled: str) -> None:
        """A day off moves to the next working day, a working day stays."""
        assert limit(raw, Days(WEEKENDS)) == [raw, rolled, rolled]
        assert Deadline.of(date.fromisoformat(raw), Days(WEEKENDS)).day == date.fromisoformat(rolled)

    def test_a_calendar_that_does_not_know_leaves_it_open(self) -> None:
        """The earliest is the raw day, the latest the day after the longest break that can be."""
        unknown = Days([], known_through="2015-12-31", longest_break=3)
        assert limit("2016-07-30", unknown) == ["2016-07-30", "2016-07-30", "2016-08-02"]
        assert Deadline.of(date(2016, 7, 30), unknown).day is None

    def test_a_calendar_that_knows_no_breaks_settles_it(self) -> None:
        """Where no day off is possible, not knowing changes nothing."""
        assert limit("2016-07-30", Days([], known_through="2015-12-31", longest_break=0)) == ["2016-07-30"] * 3

    def test_known_off_and_then_unknown(self) -> None:
        """The days known to be off are passed for certain; what follows stays open."""
        partly = Days(["2016-12-31"], known_through="2016-12-31", longest_break=3)
        assert limit("2016-12-31", partly) == ["2016-12-31", "2017-01-01", "2017-01-04"]

    def test_unknown_and_then_known(self) -> None:
        """A day known to be worked ends what is open."""

        class Gap(Days):
            """Does not know one day only."""

            def is_day_off(self, day: date, /) -> bool | None:
                return None if day == date(2016, 7, 29) else super().is_day_off(day)

        assert limit("2016-07-29", Gap(WEEKENDS)) == ["2016-07-29", "2016-07-29", "2016-08-01"]
        assert limit("2016-07-28", Gap(WEEKENDS)) == ["2016-07-28"] * 3

    def test_status_on_each_day(self) -> None:
        """In time through the earliest day, late after the latest, undetermined in between."""
        open_limit = Deadline.of(date(2016, 7, 30), Days([], known_through="2015-12-31", longest_break=2))
        states = [open_limit.status(date(2016, 7, 29) + timedelta(days=count)).name for count in range(5)]
        assert states == ["IN_TIME", "IN_TIME", "UNDETERMINED", "UNDETERMINED", "LATE"]
        settled = Deadline.of(date(2016, 7, 30), Days(WEEKENDS))
        assert settled.status(date(2016, 8, 1)) is DeadlineStatus.IN_TIME
        assert settled.status(date(2016, 8, 2)) is DeadlineStatus.LATE

    @given(
        st.sampled_from(EVERY_DAY),
        st.sets(st.integers(0, 20), max_size=12),
        st.integers(0, 20),
        st.integers(0, 12),
    )
    def test_status_is_monotone_and_the_order_holds(
        self, raw: date, off: set[int], known: int, longest_break: int
    ) -> None:
        """Raw, earliest and latest are in order, and doing it later is never better."""

        def at(step: int) -> date:
            return CALENDAR[PLACE[raw] + step]

        calendar = Days([str(at(step)) for step in off], str(at(known)), longest_break)
        deadline = Deadline.of(raw, calendar)
        assert raw == deadline.raw <= deadline.earliest <= deadline.latest
        assert calendar.is_day_off(deadline.earliest) is not True
        order = [DeadlineStatus.IN_TIME, DeadlineStatus.UNDETERMINED, DeadlineStatus.LATE]
        states = [order.index(deadline.status(at(step))) for step in range(-1, 40)]
        assert states == sorted(states)
        assert states[0] == 0
        assert states[-1] == 2
        assert (deadline.day is None) == (1 in states)

    @pytest.mark.parametrize("value", [datetime(2016, 7, 30), None, "2016-07-30"])
    def test_only_a_day_can_be_in_time(self, value: object) -> None:
        """A moment is refused, not compared."""
        with pytest.raises(InvalidFactError, match=r"Deadline\.on must be a day"):
            Deadline.of(date(2016, 7, 30)).status(cast("date", value))

    def test_prints_one_day_or_two(self) -> None:
        """A settled limit prints as a day, an open one as both ends."""
        assert str(Deadline.of(date(2016, 7, 30))) == "2016-07-30"
        assert str(Deadline.of(date(2016, 7, 30), Days([], "2015-12-31", 2))) == "2016-07-30/2016-08-01"


def test_a_calendar_is_known_by_what_it_can() -> None:
    """Any object with the two members is a calendar."""
    assert isinstance(Days([]), WorkCalendar)
    assert not isinstance(object(), WorkCalendar)


@pytest.mark.parametrize("walk", [day_after, lambda each: days_after(each, 1)])
def test_the_walk_itself_is_right(walk: Callable[[date], date]) -> None:
    """The oracle's calendar has every day, in order, as Python numbers them."""
    assert [each.toordinal() for each in CALENDAR] == list(
        range(date(2010, 1, 1).toordinal(), date(2033, 1, 1).toordinal())
    )
    assert bisect_left(CALENDAR, walk(date(2016, 2, 28))) == PLACE[date(2016, 2, 29)]
