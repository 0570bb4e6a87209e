"""Periods as sets of days, statutory counting against a walk day by day, deadlines under what a calendar knows."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
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
    china_day,
    day_after,
    day_before,
    days_after,
    days_before,
    earlier,
    hours_after,
    merged,
    month_end,
    months_after,
    whole_months,
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
MONTHS: Final = tuple(dict.fromkeys((day.year, day.month) for day in CALENDAR))
DAYS_OF: Final = {month: [day for day in CALENDAR if (day.year, day.month) == month] for month in MONTHS}
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


def clamped(place: int, number: int) -> date:
    """The corresponding day of the month at a place, or the last day that it has."""
    return [each for each in DAYS_OF[MONTHS[place]] if each.day <= number][-1]


@pytest.mark.clause("CIVIL-200", "CIVIL-201", "CIVIL-202")
class TestCounting:
    """Days and months, for every day of 2014 to 2026, against a walk day by day."""

    def test_the_day_before_and_the_day_after(self) -> None:
        """The neighbours of each day."""
        for each in EVERY_DAY:
            assert day_after(each) == CALENDAR[PLACE[each] + 1]
            assert day_before(each) == CALENDAR[PLACE[each] - 1]

    @pytest.mark.parametrize("count", [0, 1, 15, 30, 60, 365])
    def test_days_after_and_before(self, count: int) -> None:
        """The day of the event is not counted, forwards or backwards."""
        for each in EVERY_DAY:
            assert days_after(each, count) == CALENDAR[PLACE[each] + count]
            assert days_before(each, count) == CALENDAR[PLACE[each] - count]

    @pytest.mark.parametrize("count", [0, 1, 2, 3, 6, 11, 12, 13, 24, 60])
    def test_months_after(self, count: int) -> None:
        """The corresponding day, or the month's last one, always from the original day."""
        for each in EVERY_DAY:
            assert months_after(each, count) == clamped(MONTHS.index((each.year, each.month)) + count, each.day)

    def test_month_end(self) -> None:
        """The last day of the month."""
        for each in EVERY_DAY:
            assert month_end(each) == DAYS_OF[each.year, each.month][-1]

    def test_whole_months_near_every_month_end(self) -> None:
        """From every start, on the days around each corresponding day of two years."""
        for start in EVERY_DAY:
            first = MONTHS.index((start.year, start.month))
            ends = [clamped(first + count, start.day) for count in range(1, 26)]
            for count in (1, 2, 12, 13, 24):
                for step in (-1, 0, 1):
                    each = CALENDAR[PLACE[ends[count - 1]] + step]
                    assert whole_months(start, each) == sum(1 for end in ends if end <= each)

    @given(st.sampled_from(EVERY_DAY), st.integers(0, 1500))
    def test_whole_months_counts_the_ends_gone_by(self, start: date, count: int) -> None:
        """As many months as corresponding days are reached, none on the start itself."""
        each = CALENDAR[PLACE[start] + count]
        first = MONTHS.index((start.year, start.month))
        reached = 0
        while clamped(first + reached + 1, start.day) <= each:
            reached += 1
        assert whole_months(start, each) == reached
        assert whole_months(start, start) == 0

    @pytest.mark.parametrize(
        ("event", "count", "end"),
        [
            ("2016-01-31", 1, "2016-02-29"),
            ("2015-01-31", 1, "2015-02-28"),
            ("2016-02-29", 12, "2017-02-28"),
            ("2016-02-29", 48, "2020-02-29"),
            ("2016-01-31", 2, "2016-03-31"),
            ("2016-03-30", 11, "2017-02-28"),
            ("2099-02-28", 12, "2100-02-28"),
            ("1999-02-28", 12, "2000-02-28"),
        ],
    )
    def test_the_end_of_a_short_month(self, event: str, count: int, end: str) -> None:
        """Where the month has no such day it ends the count; a short month in between shortens nothing."""
        assert months_after(date.fromisoformat(event), count) == date.fromisoformat(end)

    @given(st.sampled_from(EVERY_DAY), st.integers(0, 48), st.integers(0, 48))
    def test_is_monotone(self, event: date, one: int, other: int) -> None:
        """More months never end earlier, and a later event never either."""
        assert (months_after(event, min(one, other)) <= months_after(event, max(one, other))) is True
        assert (months_after(event, one) <= months_after(day_after(event), one)) is True


class WithSummerTime(tzinfo):
    """A zone five hours behind Greenwich, four from April to October."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return the offset of a moment."""
        return timedelta(hours=-4 if moment is not None and 4 <= moment.month <= 10 else -5)

    def dst(self, moment: datetime | None) -> timedelta:
        """Return how far the clocks are put forward."""
        return self.utcoffset(moment) + timedelta(hours=5)

    def tzname(self, moment: datetime | None) -> str:
        """Return a name."""
        return f"{self.utcoffset(moment)}"


@pytest.mark.clause("CIVIL-201")
class TestMoments:
    """A moment belongs to its day in China."""

    @pytest.mark.parametrize(
        ("moment", "day_in_china"),
        [
            ("2015-09-30T15:59:59.999999+00:00", "2015-09-30"),
            ("2015-09-30T16:00+00:00", "2015-10-01"),
            ("2015-09-30T23:59+08:00", "2015-09-30"),
            ("2015-10-01T00:00+08:00", "2015-10-01"),
            ("2015-10-01T01:59+10:00", "2015-09-30"),
            ("2015-10-01T02:00+10:00", "2015-10-01"),
            ("2015-09-30T10:59-05:00", "2015-09-30"),
            ("2015-09-30T11:00-05:00", "2015-10-01"),
            ("2015-12-31T16:00+00:00", "2016-01-01"),
        ],
    )
    def test_at_midnight_in_china(self, moment: str, day_in_china: str) -> None:
        """The day changes at midnight in China, wherever the clock hangs."""
        assert china_day(datetime.fromisoformat(moment)) == date.fromisoformat(day_in_china)

    @given(
        st.datetimes(datetime(2014, 1, 1), datetime(2026, 12, 31)),
        st.integers(-23 * 60, 23 * 60),
    )
    def test_no_zone_changes_it(self, in_china: datetime, offset: int) -> None:
        """The same moment told in any zone belongs to the same day."""
        moment = in_china.replace(tzinfo=timezone(timedelta(hours=8)))
        assert china_day(moment) == in_china.date()
        assert china_day(moment.astimezone(timezone(timedelta(minutes=offset)))) == in_china.date()

    def test_hours_run_from_the_moment(self) -> None:
        """Hours end at the same minute, told in China's time, through a change of clocks elsewhere."""
        assert hours_after(datetime(2015, 10, 1, 6, 30, tzinfo=UTC), 48).isoformat() == "2015-10-03T14:30:00+08:00"
        before_the_change = datetime(2016, 3, 31, 23, 30, tzinfo=WithSummerTime())
        assert hours_after(before_the_change, 1).isoformat() == "2016-04-01T13:30:00+08:00"


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
