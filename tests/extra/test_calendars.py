"""Work calendars: the national one, Guangxi's own days, and what neither knows."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.determination import employer_deadline
from gxinjury.errors import InvalidFactError
from gxinjury.extra.calendars import (
    GuangxiCalendar,
    NationalCalendar,
    NationalDays,
    OwnDays,
    guangxi,
    national,
)
from gxinjury.periods import Deadline, DeadlineStatus, Period, WorkCalendar, days_after
from gxinjury.series import year_figure
from gxinjury.texts import Text

FIGURES: Final = Path(__file__).parents[1] / "cases" / "figures"
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
        """D11: 60 days from 2019-03-01 end on Tuesday 2019-04-30; without the notice Guangxi's days are not known."""
        raw = days_after(date(2019, 3, 1), 60)
        assert raw == Deadline.of(raw, NATIONAL).day == Deadline.of(raw, GUANGXI).day == date(2019, 4, 30)
        assert Deadline.of(raw, GuangxiCalendar(())).day is None

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

    @pytest.mark.parametrize("year", [2014, 2022, 2026])
    def test_without_the_notice_the_window_is_not_known(self, year: int) -> None:
        """From 20 March to 30 April no working day and no plain weekend is certain; the days around it are."""
        for day in (date(year, 3, 20), date(year, 4, 18), date(year, 4, 29)):
            assert GUANGXI.is_day_off(day) is None
        # Labour Day's break of 2022 began on 30 April.
        assert GUANGXI.is_day_off(date(year, 4, 30)) is (True if year == 2022 else None)
        for day in (date(year, 3, 19), date(year, 5, 1)):
            assert GUANGXI.is_day_off(day) is NATIONAL.is_day_off(day)

    def test_national_festivals_stay_off(self) -> None:
        """The tomb-sweeping days of 2018 are off in Guangxi, notice or not."""
        known = GuangxiCalendar(())
        days = [known.is_day_off(date(2018, 4, day)) for day in (4, 5, 6, 7, 8, 9)]
        assert days == [None, True, True, True, None, None]

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
        calendar = GUANGXI.with_days([date(2026, 4, 20), date(2026, 4, 21)], worked=[date(2026, 4, 25)])
        days = [calendar.is_day_off(date(2026, 4, day)) for day in (19, 20, 21, 22, 25, 26)]
        assert days == [True, True, True, False, False, True]
        assert calendar.is_day_off(date(2022, 4, 18)) is None
        assert calendar.is_day_off(date(2017, 4, 1)) is True
        assert guangxi(OwnDays((date(2026, 4, 20), date(2026, 4, 21)), (date(2026, 4, 25),))) == calendar

    def test_a_notice_replaces_that_of_its_year(self) -> None:
        """A notice takes the place of another of the same year."""
        calendar = GUANGXI.with_days([date(2017, 4, 20)])
        assert [one.year for one in calendar.notices] == [one.year for one in GUANGXI.notices]
        assert calendar.is_day_off(date(2017, 4, 1)) is False

    def test_deadline_in_the_window(self) -> None:
        """A limit in the window of an unknown year lies between two days, and is known once the notice is."""
        raw = date(2022, 4, 6)
        assert Deadline.of(raw, GUANGXI).day is None
        assert Deadline.of(raw, NATIONAL).day == raw
        known = GUANGXI.with_days([date(2022, 4, 6), date(2022, 4, 7)])
        assert Deadline.of(raw, known).day == date(2022, 4, 8)

    def test_longest_break(self) -> None:
        """Its longest break is the national one with its own two days."""
        assert GUANGXI.longest_break == NATIONAL.longest_break + 2

    @given(
        raw=st.dates(date(2014, 1, 1), date(2026, 11, 30)),
        off=st.sets(st.dates(date(2022, 3, 20), date(2022, 4, 30)), min_size=1, max_size=3),
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


TABLE: Final = list(csv.DictReader((FIGURES / "guangxi_days_off.csv").read_text("utf-8").splitlines()))


def days_in(row: dict[str, str], column: str) -> set[date]:
    """Return the days of a column of the table."""
    return {date.fromisoformat(text) for text in filter(None, row[column].split(";"))}


@pytest.mark.clause("HOLIDAYS-sanyuesan")
class TestTheTable:
    """The days off of 2014 to 2026, year by year, as the table of them has it."""

    def test_every_year(self) -> None:
        """The table goes from the first year of the holiday to the last one looked for."""
        assert [int(row["year"]) for row in TABLE] == list(range(2014, 2027))
        assert [entry.first.year for entry in LAW.guangxi_days_off.entries] == list(range(2014, 2027))

    @pytest.mark.parametrize("row", TABLE, ids=lambda row: row["year"])
    def test_figure(self, row: dict[str, str]) -> None:
        """Each year has its days, its standing, and what to mind."""
        entry = LAW.guangxi_days_off.entry_on(date(int(row["year"]), 4, 1))
        assert entry.standing.name.lower() == row["standing"]
        assert entry.note is not None
        if row["standing"] == "missing":
            assert cast("OwnDays | None", entry.value) is None
        else:
            assert set(entry.value.off) == days_in(row, "days_off")
            assert set(entry.value.worked) == days_in(row, "days_worked")

    def test_a_notice_prints_its_days(self) -> None:
        """In a line; what there is to mind of it is a sentence, and is told where it is used."""
        doubt, day = Text(zh="一处来源", en="one source"), date(2026, 4, 20)
        assert repr(OwnDays((day,), doubt=doubt)) == f"OwnDays(off=({day!r},), worked=())"
        assert repr(NationalDays(2026, (day,), doubt=doubt)) == f"NationalDays(year=2026, off=({day!r},), worked=())"

    @pytest.mark.parametrize("row", TABLE, ids=lambda row: row["year"])
    def test_every_day_of_the_season(self, row: dict[str, str]) -> None:
        """A day is off where the notice or the national calendar says so, worked where the notice does; or unknown."""
        off, worked = days_in(row, "days_off"), days_in(row, "days_worked")
        for number in range(42):
            day = date(int(row["year"]), 3, 20) + timedelta(days=number)
            expected = day in off or (bool(NATIONAL.is_day_off(day)) and day not in worked)
            if row["standing"] != "missing":
                assert GUANGXI.is_day_off(day) is expected, day
            else:
                assert GUANGXI.is_day_off(day) in {None, expected}, day

    @pytest.mark.parametrize("row", TABLE, ids=lambda row: row["year"])
    def test_caution(self, row: dict[str, str]) -> None:
        """What a compiled table says is used with a caution, in the season only; what the notice says without."""
        year = int(row["year"])
        cautions = [
            [one.en for one in explain(employer_deadline, raw - timedelta(days=30), calendar=GUANGXI).cautions]
            for raw in (date(year, 3, 19), date(year, 3, 20), date(year, 4, 30), date(year, 5, 5))
        ]
        doubtful = [f"Guangxi's days off of {year} are from a compiled table" in " ".join(one) for one in cautions]
        # 19 March may be a Friday or a day off before a weekend: then the limit ends in the season.
        ends_early = GUANGXI.is_day_off(date(year, 3, 19)) is False
        assert doubtful[1:] == [row["standing"] == "secondary", row["standing"] == "secondary", False]
        assert not doubtful[0] or not ends_early

    def test_caution_in_both_languages(self) -> None:
        """It says the year, the standing, why, and what to do."""
        [told] = explain(employer_deadline, date(2016, 3, 9), calendar=GUANGXI).cautions
        assert told.en == (
            "Guangxi's days off of 2016 are from a compiled table (two compiled pages; 9 and 10 April are a weekend); "
            "check that year's notice"
        )
        assert told.zh == (
            "2016年广西“三月三”放假安排来自汇编资料（见于两处汇编网页；4月9日、10日为周末），请核对当年通知"
        )

    def test_strict_law(self) -> None:
        """A law of verified figures takes the published notices only: the other years are not known."""
        calendar = guangxi(law=LAW.only_verified())
        assert [one.year for one in calendar.notices] == [2017, 2020]
        assert all(one.doubt is None for one in calendar.notices)
        assert calendar.is_day_off(date(2016, 4, 8)) is None

    def test_a_law_with_a_year_more(self) -> None:
        """A notice supplied to the law is one of the calendar asked with it."""
        notice = year_figure(2026, OwnDays((date(2026, 4, 20), date(2026, 4, 21))), Text(zh="通知", en="the notice"))
        calendar = guangxi(law=LAW.with_figure("guangxi_days_off", notice))
        assert calendar.is_day_off(date(2026, 4, 20)) is True
        assert calendar.is_day_off(date(2026, 4, 22)) is False

    def test_as_known_then(self) -> None:
        """Before the notice of 2017 was announced its days were not known."""
        assert guangxi(law=LAW.known_on(date(2017, 2, 9))).is_day_off(date(2017, 4, 1)) is None
        assert guangxi(law=LAW.known_on(date(2017, 2, 10))).is_day_off(date(2017, 4, 1)) is True


class TestNationalDays:
    """A year's notice of the whole country, supplied where the package does not know the year."""

    CALENDAR: Final = NATIONAL.with_days(
        2027,
        off=[date(2027, 1, 1), date(2027, 4, 5), date(2027, 10, 1)],
        worked=[date(2026, 12, 27), date(2027, 1, 3)],
        doubt=Text(zh="自备", en="supplied"),
    )

    @pytest.mark.parametrize(
        ("day", "off"),
        [
            (date(2027, 1, 1), True),
            (date(2027, 1, 2), True),
            (date(2027, 1, 3), False),
            (date(2027, 1, 4), False),
            (date(2027, 12, 31), False),
            (date(2026, 12, 26), True),
            (date(2026, 12, 27), False),
            (date(2028, 1, 1), None),
        ],
    )
    def test_known(self, day: date, *, off: bool | None) -> None:
        """Its days, the weekends of its year, and December before it where it says so."""
        assert self.CALENDAR.is_day_off(day) is off

    def test_in_guangxi(self) -> None:
        """In Guangxi's season its festivals are certain, and nothing else is without Guangxi's own notice."""
        calendar = GuangxiCalendar(national=self.CALENDAR)
        days = [calendar.is_day_off(date(2027, 4, day)) for day in (3, 5, 6)]
        assert days == [None, True, None]
        known = calendar.with_days([date(2027, 4, 9)])
        assert [known.is_day_off(date(2027, 4, day)) for day in (3, 5, 6, 9)] == [True, True, False, True]
        assert known.is_day_off(date(2028, 4, 9)) is None

    def test_what_it_is_to_be_minded(self) -> None:
        """Its doubt is told of deadlines in its year, and of no other."""

        def told(raw: date) -> list[str]:
            limit = explain(
                employer_deadline, raw - timedelta(days=30), calendar=GuangxiCalendar(national=self.CALENDAR)
            )
            return [one.en for one in limit.cautions]

        assert told(date(2027, 7, 1)) == ["supplied"]
        assert told(date(2026, 7, 1)) == []
        assert self.CALENDAR.doubts(Period(date(2026, 12, 31), None)) == ()

    def test_a_notice_replaces_that_of_its_year(self) -> None:
        """A notice takes the place of another of the same year; two of one year at once are refused."""
        calendar = self.CALENDAR.with_days(2027, off=[date(2027, 1, 4)]).with_days(2028, off=[date(2028, 1, 3)])
        assert [one.year for one in calendar.notices] == [2027, 2028]
        assert calendar.is_day_off(date(2027, 1, 1)) is False
        with pytest.raises(InvalidFactError, match=r"NationalCalendar\.notices must hold one notice a year"):
            NationalCalendar((NationalDays(2027, (date(2027, 1, 1),)), NationalDays(2027, (date(2027, 1, 2),))))

    @pytest.mark.parametrize(
        ("year", "off", "worked", "says"),
        [
            (10_000, [date(2027, 1, 1)], [], "must be a year"),
            (True, [date(2027, 1, 1)], [], "must be a year"),
            (2027, [], [], "must name a day off at least"),
            (2027, [date(2028, 1, 1)], [], "must lie in 2027 or in the December before it"),
            (2027, [date(2026, 11, 30)], [], "must lie in 2027 or in the December before it"),
            (2027, [date(2027, 1, 1)], [date(2027, 1, 1)], "at once"),
            (2027, [datetime(2027, 1, 1)], [], "must be a day"),
            (2027, "2027-01-01", [], "must be a sequence"),
        ],
    )
    def test_refused(self, year: Any, off: Any, worked: Any, says: str) -> None:  # noqa: ANN401  (slips of any type)
        """A notice of no year, without a day off, of other years, or that contradicts itself is refused."""
        with pytest.raises(InvalidFactError, match=says):
            NationalDays(year, off, worked)


class TestOwnDays:
    """What a notice must say."""

    @pytest.mark.parametrize(
        ("off", "worked", "says"),
        [
            ((), (), r"OwnDays\.year must be given where no day off is named"),
            ((date(2018, 4, 18), date(2019, 4, 7)), (), r"OwnDays\.off\[1\] must lie in 2018"),
            ((date(2018, 4, 18),), (date(2019, 4, 7),), r"OwnDays\.worked\[0\] must lie in 2018"),
            ((date(2018, 3, 19),), (), "must lie between 20 March and 30 April"),
            ((date(2018, 4, 18),), (date(2018, 5, 1),), "must lie between 20 March and 30 April"),
            ((date(2018, 4, 18),), (date(2018, 4, 18),), "at once"),
            ((date(2018, 4, 18),), (date(2018, 4, 19),), None),
            ((date(2018, 3, 20),), (date(2018, 4, 30),), None),
            (("2018-04-18",), (), "must be of type date"),
            ((datetime(2018, 4, 18),), (), "must be a day"),
            ("2018-04-18", (), "must be a sequence"),
        ],
    )
    def test_refused(self, off: object, worked: object, says: str | None) -> None:
        """A notice without a day off, of two years, of other seasons, or that contradicts itself is refused."""
        if says is None:
            assert OwnDays(cast("tuple[date, ...]", off), cast("tuple[date, ...]", worked)).year == 2018
            return
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

    def test_withdrawn(self) -> None:
        """A withdrawn notice names its year and no day; days of another year than its own are refused."""
        assert OwnDays((), year=2020).off == ()
        with pytest.raises(InvalidFactError, match=r"OwnDays\.off\[0\] must lie in 2019, the year of the notice"):
            OwnDays((date(2018, 4, 18),), year=2019)
        with pytest.raises(InvalidFactError, match=r"OwnDays\.year must be a year"):
            OwnDays((), year=cast("int", "2020"))

    def test_calendar_of_other_parts(self) -> None:
        """Two notices of one year, and what is no calendar, no notice or no law, are refused by name."""
        notice = OwnDays((date(2026, 4, 20),))
        with pytest.raises(InvalidFactError, match=r"GuangxiCalendar\.notices must hold one notice a year"):
            GuangxiCalendar((notice, notice))
        slip: Any = "2026"
        with pytest.raises(InvalidFactError, match=r"GuangxiCalendar\.national must be of type NationalCalendar"):
            GuangxiCalendar(national=slip)
        with pytest.raises(InvalidFactError, match=r"GuangxiCalendar\.notice must be of type OwnDays"):
            guangxi(slip)
        with pytest.raises(InvalidFactError, match=r"guangxi\.law must be of type Law"):
            guangxi(law=slip)


def test_doubts_of_every_year_that_days_lie_in() -> None:
    """Of the first and of the last; where the days have no end, of the first."""
    doubt = Text("待核", "to be checked")
    calendar = national()
    for year in (2198, 2199):
        calendar = calendar.with_days(year, off=[date(year, 10, 1)], doubt=doubt)
    days = {last: Period(date(2197, 12, 1), last) for last in (None, date(2198, 1, 1), date(2199, 1, 1))}
    assert {last: len(calendar.doubts(one)) for last, one in days.items()} == dict(zip(days, (0, 1, 2), strict=True))
    assert len(calendar.doubts(Period(date(2198, 12, 31), None))) == 1
    april, may = Period(date(2199, 4, 1), date(2199, 4, 2)), Period(date(2199, 5, 1), date(2199, 5, 2))
    assert national().with_days(2199, off=[date(2199, 10, 1)]).doubts(april) == ()
    own = [GuangxiCalendar(()).with_days([date(2199, 4, 5)], doubt=one) for one in (doubt, None)]
    assert [[one.doubts(days) for days in (april, may)] for one in own] == [[(doubt,), ()], [(), ()]]
    assert GuangxiCalendar(()).with_days([], year=2199).notices[0].year == 2199


def test_no_day_of_a_year_that_the_country_has_not_announced() -> None:
    """A notice of Guangxi's alone does not tell of its own days either."""
    calendar = GuangxiCalendar(()).with_days([date(2199, 4, 5)])
    assert [calendar.is_day_off(date(2199, 4, day)) for day in (5, 8)] == [None, None]


def test_festivals_of_a_notice() -> None:
    """Its days off, those of December too; no others of its year, whatever the package says; the others as it says."""
    calendar = national().with_days(2018, off=[date(2017, 12, 30), date(2018, 1, 1)])
    days = (date(2017, 12, 29), date(2017, 12, 30), date(2018, 1, 1), date(2018, 4, 5), date(2017, 4, 4))
    assert [calendar.is_festival(day) for day in days] == [False, True, True, False, True]
    assert [national().is_festival(day) for day in days] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("calendar", "zh", "en"),
    [
        (national(), "全国休假日", "the national days off"),
        (
            guangxi(),
            "广西休假日（三月三按2015-2021、2023-2025年的通知）",
            "Guangxi's days off (those of Sanyuesan by the notices of 2015-2021, 2023-2025)",
        ),
        (
            GuangxiCalendar((), national().with_days(2199, off=[date(2199, 10, 1)])),
            "广西休假日（没有三月三的通知）；全国休假日，另按2199年的通知",
            "Guangxi's days off (no notice of Sanyuesan); the national days off, and by the notices of 2199",
        ),
    ],
)
def test_a_calendar_says_what_it_is(calendar: NationalCalendar | GuangxiCalendar, zh: str, en: str) -> None:
    """In words, also among what a rule was given in an explanation."""
    assert (calendar.text("zh"), str(calendar)) == (zh, en)
    why = explain(employer_deadline, injured_on=date(2016, 3, 1), calendar=calendar)
    assert f"  · 工作日历：{zh}\n" in why.text("zh")
    assert f"  · work calendar: {en}\n" in why.text("en")
