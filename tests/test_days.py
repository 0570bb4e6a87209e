"""How days are counted: months of every length, both ends of the calendar, moments at midnight in China."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.periods import (
    china_day,
    day_after,
    day_before,
    days_after,
    days_before,
    hours_after,
    month_end,
    months_after,
    whole_months,
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


def day(number: int) -> date:
    """The day of that number from the start of 2016."""
    return CALENDAR[START + number]


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
