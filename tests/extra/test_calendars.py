"""Work calendars: the national one, Guangxi's own days, and what neither knows."""

from datetime import date, datetime, timedelta
from typing import Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.extra.calendars import GuangxiCalendar, OwnDays, guangxi, national
from gxinjury.periods import Deadline, DeadlineStatus, WorkCalendar, days_after

NATIONAL: Final = national()
GUANGXI: Final = guangxi()
KNOWN: Final = st.dates(date(2004, 1, 1), date(2026, 12, 31))

both: Final = pytest.mark.parametrize("calendar", [NATIONAL, GUANGXI], ids=["national", "guangxi"])


class TestWorkedCases:
    """The worked cases that roll, on the real calendar."""

    @both
    @pytest.mark.parametrize(
        ("event", "days", "rolled"),
        [
            pytest.param(date(2016, 6, 30), 30, date(2016, 8, 1), id="D5"),
            pytest.param(date(2019, 9, 20), 15, date(2019, 10, 8), id="D10"),
            pytest.param(date(2019, 3, 1), 15, date(2019, 3, 18), id="D11, facts clear"),
        ],
    )
    def test_rolls(self, calendar: WorkCalendar, event: date, days: int, rolled: date) -> None:
        """A limit that ends on a day off moves to the next working day."""
        limit = Deadline.of(days_after(event, days), calendar)
        assert limit.raw < rolled
        assert limit.day == rolled
        assert limit.calendar_consulted

    def test_d11(self) -> None:
        """D11: 60 days from 2019-03-01 end on Tuesday 2019-04-30; in Guangxi it takes the notice to know."""
        raw = days_after(date(2019, 3, 1), 60)
        assert raw == Deadline.of(raw, NATIONAL).day == date(2019, 4, 30)
        assert Deadline.of(raw, GUANGXI).day is None
        assert Deadline.of(raw, GUANGXI.with_days([date(2019, 4, 8), date(2019, 4, 9)])).day == raw

    @pytest.mark.clause("HOLIDAYS-sanyuesan")
    def test_d12(self) -> None:
        """D12: 2017-04-01 is a working day nationally and off in Guangxi, where the limit rolls to 2017-04-05."""
        raw = days_after(date(2017, 3, 2), 30)
        assert raw == date(2017, 4, 1)
        assert Deadline.of(raw, NATIONAL).day == date(2017, 4, 1)
        assert Deadline.of(raw, GUANGXI).day == date(2017, 4, 5)


class TestNational:
    """The national calendar of 2004 to 2026."""

    @pytest.mark.parametrize(
        ("day", "off"),
        [
            (date(2004, 1, 1), True),
            (date(2016, 10, 1), True),
            (date(2016, 10, 8), False),
            (date(2016, 10, 15), True),
            (date(2017, 4, 8), True),
            (date(2026, 12, 31), False),
        ],
    )
    def test_known(self, day: date, *, off: bool) -> None:
        """Festivals and weekends are off, a weekend day worked instead is not."""
        assert NATIONAL.is_day_off(day) is off

    @pytest.mark.parametrize("day", [date(2003, 12, 31), date(2027, 1, 1), date(1900, 1, 1), date(2199, 12, 31)])
    def test_unknown(self, day: date) -> None:
        """A year outside is not known: None, never an exception, on a weekend as well."""
        assert NATIONAL.is_day_off(day) is None
        assert GUANGXI.is_day_off(day) is None

    @pytest.mark.parametrize("day", ["2016-10-01", datetime(2016, 10, 1), None, 20161001])
    def test_no_day(self, day: object) -> None:
        """What is no day is an error of input."""
        with pytest.raises(InvalidFactError, match="must be a day"):
            NATIONAL.is_day_off(cast("date", day))

    def test_longest_break_is_the_longest_there_was(self) -> None:
        """No run of days off in the years it knows is longer than it says, and one is as long."""
        longest = run = 0
        day = date(2004, 1, 1)
        while day <= date(2026, 12, 31):
            run = run + 1 if NATIONAL.is_day_off(day) else 0
            longest = max(longest, run)
            day += timedelta(days=1)
        assert NATIONAL.longest_break == longest

    def test_unknown_year_gives_a_range(self) -> None:
        """In a year that is not announced a limit lies between two days, and a filing between is neither."""
        limit = Deadline.of(date(2027, 10, 1), NATIONAL)
        assert (limit.day, limit.earliest, limit.latest) == (None, date(2027, 10, 1), date(2027, 10, 11))
        assert limit.status(date(2027, 10, 1)) is DeadlineStatus.IN_TIME
        assert limit.status(date(2027, 10, 2)) is DeadlineStatus.UNDETERMINED
        assert limit.status(date(2027, 10, 12)) is DeadlineStatus.LATE


@pytest.mark.clause("HOLIDAYS-sanyuesan")
class TestGuangxi:
    """The national days off and Guangxi's own."""

    @pytest.mark.parametrize(
        ("day", "off"),
        [
            (date(2017, 3, 29), False),
            (date(2017, 3, 30), True),
            (date(2017, 3, 31), True),
            (date(2017, 4, 1), True),
            (date(2017, 4, 2), True),
            (date(2017, 4, 4), True),
            (date(2017, 4, 5), False),
            (date(2017, 4, 7), False),
            (date(2017, 4, 8), False),
            (date(2017, 4, 9), True),
        ],
    )
    def test_2017(self, day: date, *, off: bool) -> None:
        """In 2017 the days from 30 March to 4 April were off, and Saturday 8 April was worked."""
        assert GUANGXI.is_day_off(day) is off

    @pytest.mark.parametrize("year", [2014, 2016, 2019, 2026])
    def test_without_the_notice_the_window_is_not_known(self, year: int) -> None:
        """From 20 March to 30 April no working day and no plain weekend is certain; the days around it are."""
        for day in (date(year, 3, 20), date(year, 4, 18), date(year, 4, 30)):
            assert GUANGXI.is_day_off(day) is None
        for day in (date(year, 3, 19), date(year, 5, 1)):
            assert GUANGXI.is_day_off(day) is NATIONAL.is_day_off(day)

    def test_national_festivals_stay_off(self) -> None:
        """The tomb-sweeping days of 2018 are off in Guangxi, notice or not."""
        assert [GUANGXI.is_day_off(date(2018, 4, day)) for day in (4, 5, 6, 7, 8, 9)] == [
            None,
            True,
            True,
            True,
            None,
            None,
        ]

    @pytest.mark.parametrize("day", [date(2013, 4, 12), date(2013, 3, 30), date(2004, 4, 21)])
    def test_before_2014_there_were_none(self, day: date) -> None:
        """Before 2014 Guangxi had no days of its own."""
        assert GUANGXI.is_day_off(day) is NATIONAL.is_day_off(day)

    def test_first_year(self) -> None:
        """The last day of the window in 2013 is known, the first one of 2014 is not."""
        assert GUANGXI.is_day_off(date(2013, 4, 30)) is True
        assert GUANGXI.is_day_off(date(2014, 3, 20)) is None

    def test_supplied_notice(self) -> None:
        """A supplied notice makes its year known: its days off, the weekend days worked instead, the rest."""
        calendar = GUANGXI.with_days([date(2018, 4, 18), date(2018, 4, 19)], worked=[date(2018, 4, 21)])
        days = [calendar.is_day_off(date(2018, 4, day)) for day in (17, 18, 19, 20, 21, 22)]
        assert days == [False, True, True, False, False, True]
        assert calendar.is_day_off(date(2019, 4, 18)) is None
        assert calendar.is_day_off(date(2017, 4, 1)) is True
        assert guangxi(OwnDays((date(2018, 4, 18), date(2018, 4, 19)), (date(2018, 4, 21),))) == calendar

    def test_a_notice_replaces_that_of_its_year(self) -> None:
        """A notice takes the place of another of the same year."""
        calendar = GUANGXI.with_days([date(2017, 4, 20)])
        assert [one.year for one in calendar.notices] == [2017]
        assert calendar.is_day_off(date(2017, 4, 1)) is False

    def test_deadline_in_the_window(self) -> None:
        """A limit in the window of an unknown year lies between two days, and is known once the notice is."""
        raw = date(2018, 4, 18)
        assert Deadline.of(raw, GUANGXI).day is None
        assert Deadline.of(raw, NATIONAL).day == raw
        known = GUANGXI.with_days([date(2018, 4, 18), date(2018, 4, 19)])
        assert Deadline.of(raw, known).day == date(2018, 4, 20)

    def test_longest_break(self) -> None:
        """Its longest break is the national one with its own two days."""
        assert GUANGXI.longest_break == NATIONAL.longest_break + 2

    @given(
        raw=st.dates(date(2014, 1, 1), date(2026, 11, 30)),
        off=st.sets(st.dates(date(2018, 3, 20), date(2018, 4, 30)), min_size=1, max_size=3),
    )
    def test_the_range_holds_what_a_notice_brings(self, raw: date, off: set[date]) -> None:
        """Whatever notice turns out, the limit lies in the range that was given without it."""
        before, after = Deadline.of(raw, GUANGXI), Deadline.of(raw, GUANGXI.with_days(off))
        assert before.earliest <= after.earliest <= after.latest <= before.latest

    @given(day=KNOWN)
    def test_differs_in_the_window_only(self, day: date) -> None:
        """Outside the window of its own days Guangxi's calendar is the national one."""
        if not (3, 20) <= (day.month, day.day) <= (4, 30):
            assert GUANGXI.is_day_off(day) is NATIONAL.is_day_off(day)


class TestOwnDays:
    """What a notice must say."""

    @pytest.mark.parametrize(
        ("off", "worked", "says"),
        [
            ((), (), "must name a day off"),
            ((date(2018, 4, 18), date(2019, 4, 7)), (), "must all lie in one year"),
            ((date(2018, 4, 18),), (date(2019, 4, 7),), "must all lie in one year"),
            ((date(2018, 3, 19),), (), "must lie between 20 March and 30 April"),
            ((date(2018, 4, 18),), (date(2018, 5, 1),), "must lie between 20 March and 30 April"),
            ((date(2018, 4, 18),), (date(2018, 4, 18),), "at once"),
            (("2018-04-18",), (), "must be of type date"),
            ((datetime(2018, 4, 18),), (), "must be a day"),
            ("2018-04-18", (), "must be a sequence"),
        ],
    )
    def test_refused(self, off: object, worked: object, says: str) -> None:
        """A notice without a day off, of two years, of other seasons, or that contradicts itself is refused."""
        with pytest.raises(InvalidFactError, match=says):
            OwnDays(cast("tuple[date, ...]", off), cast("tuple[date, ...]", worked))

    def test_in_order_once(self) -> None:
        """Days are kept in order, each once."""
        days = OwnDays((date(2018, 4, 19), date(2018, 4, 18), date(2018, 4, 19)))
        assert days.off == (date(2018, 4, 18), date(2018, 4, 19))

    def test_calendar_takes_notices_only(self) -> None:
        """A calendar is made of notices."""
        with pytest.raises(InvalidFactError, match=r"GuangxiCalendar\.notices\[0\] must be of type OwnDays"):
            GuangxiCalendar(cast("tuple[OwnDays, ...]", [date(2018, 4, 18)]))
