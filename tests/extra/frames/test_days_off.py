"""Deadlines rolled by a calendar: every row equals the rule, on every engine, both sides of what the calendar knows."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import attrs
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import strategies as st

from gxinjury import determination
from gxinjury.errors import InvalidFactError
from gxinjury.extra import frames
from gxinjury.extra.calendars import guangxi
from gxinjury.extra.frames import _days_off
from gxinjury.extra.frames._days import LAST_DAY, number_of
from gxinjury.periods import WorkCalendar
from tests.extra.frames.engines import Row
from tests.extra.frames.second import day_numbers, or_null, told_twice
from tests.extra.frames.test_rows import every_engine, rows_of, try_hard

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@attrs.frozen
class Weekends:
    """Knows the weekends of 2016 alone."""

    longest_break: int

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether it is a weekend of 2016."""
        return day.weekday() > 4 if day.year == 2016 else None


@attrs.define
class Changing:
    """The same, but to which days may be added, so that it has no hash."""

    longest_break: int

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether it is a weekend of 2016."""
        return Weekends(self.longest_break).is_day_off(day)


@cache
def calendar_of(name: str) -> WorkCalendar:
    """A calendar by its name."""
    return guangxi() if name == "guangxi" else Weekends(0 if name == "no break" else 3)


@every_engine
@pytest.mark.clause("NN-4.1", "NN-4.3")
def test_deadlines(engine: str) -> None:
    """Both limits, about holidays, in years that are known and in such as are not."""
    days = day_numbers(date(2014, 1, 1), date(2028, 12, 31)) | st.sampled_from([date(2015, 12, 2), date(2010, 12, 31)])
    rows = rows_of(injured_on=or_null(days))

    def test(rows: Sequence[Row], name: str) -> None:
        calendar = calendar_of(name)

        def answer(row: Row) -> Row:
            employer = determination.employer_deadline(row["injured_on"], calendar=calendar)
            worker = determination.worker_deadline(row["injured_on"], calendar=calendar)
            return {
                "employer_deadline": employer.raw,
                "employer_deadline_day": employer.day,
                "worker_deadline": worker.raw,
                "worker_deadline_day": worker.day,
            }

        told_twice(
            engine,
            rows,
            {"injured_on": "day"},
            lambda frame: frames.worker_deadline(
                frames.employer_deadline(frame, calendar=calendar, on_invalid="flag"),
                calendar=calendar,
                on_invalid="flag",
            ),
            answer,
            needed=("injured_on",),
        )

    try_hard(engine, test, rows, st.sampled_from(["guangxi", "weekends"]))


@pytest.mark.parametrize("name", ["weekends", "no break", "guangxi"])
def test_every_day_of_some_years(name: str) -> None:
    """Each day about what a calendar knows, one after the other."""
    injured = [date(2015, 11, 1) + timedelta(days=after) for after in range(500)]
    found = frames.employer_deadline(pa.table({"injured_on": injured}), calendar=calendar_of(name))
    expected = [determination.employer_deadline(one, calendar=calendar_of(name)).day for one in injured]
    assert found["employer_deadline_day"].to_pylist() == expected


def test_a_calendar_that_changes() -> None:
    """One that has no hash is asked anew each time, on a plan too; another is asked once."""
    changing = Changing(3)
    frame = pl.LazyFrame({"injured_on": [date(2016, 2, 4)]})
    with pytest.raises(TypeError, match="unhashable"):
        hash(changing)
    found = frames.employer_deadline(frame, calendar=changing).collect()
    assert found["employer_deadline_day"].to_list() == [date(2016, 3, 7)]
    before = _days_off._asked_once.cache_info()
    assert frames.employer_deadline(frame, calendar=Weekends(3)).collect().equals(found)
    after = _days_off._asked_once.cache_info()
    assert after.hits + after.misses == before.hits + before.misses + 1


@attrs.frozen
class Never:
    """Knows of no day off but the last two of all days, or of none."""

    longest_break: int = 3
    ends: date = date(2199, 12, 30)

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether it is one of them."""
        return day >= self.ends if day.year < 2200 else None


def test_the_first_and_the_last_day_that_a_calendar_is_asked_for() -> None:
    """From the Regulation as revised to the last day of input; what lies beyond is not known."""
    first, calendar = number_of(date(2011, 1, 1)), Never()
    found = [_days_off._rolled_from(day, calendar) for day in (first - 1, first, LAST_DAY - 2, LAST_DAY, LAST_DAY + 1)]
    assert found == [None, first, LAST_DAY - 2, None, None]
    assert _days_off._of_all_days(calendar) == ({}, [(first, LAST_DAY - 2)])
    assert _days_off._rolled_from(LAST_DAY, Never(ends=date.max)) == LAST_DAY
    later, runs = _days_off._of_all_days(Weekends(3))
    weekends = [number_of(day) for day in (date(2016, 1, 2), date(2016, 1, 3))]
    assert ([min(later[2]), min(later[1])], sorted(later)) == (weekends, [1, 2])
    assert runs == [(number_of(date(2016, 1, 1)), number_of(date(2016, 12, 30)))]


def test_a_calendar_of_no_break_knows_every_day() -> None:
    """The days of years that it does not know are working days, so the last weekend that it knows has one after it."""
    later, runs = _days_off._of_all_days(Weekends(0))
    assert runs == [(number_of(date(2011, 1, 1)), LAST_DAY)]
    assert max(later[1]) == number_of(date(2016, 12, 31))
    assert _days_off._rolled_from(max(later[1]), Weekends(0)) == number_of(date(2017, 1, 1))


def test_a_plan_knows_the_ends_of_what_a_calendar_knows() -> None:
    """Both sides of the first and of the last day that it knows, as rows at hand have it."""
    days = [date(2015, 12, 31), date(2016, 1, 1), date(2016, 12, 30), date(2016, 12, 31)]
    frame = pl.DataFrame({"injured_on": [day - timedelta(days=30) for day in days]})
    for asked in (frame, frame.lazy()):
        found = frames.employer_deadline(asked, calendar=Weekends(3)).lazy().collect()
        assert found["employer_deadline_day"].to_list() == [None, *days[1:3], None]


def test_what_is_no_calendar() -> None:
    """It is named."""
    with pytest.raises(InvalidFactError, match="calendar"):
        frames.employer_deadline(pa.table({"injured_on": [date(2016, 1, 1)]}), calendar="guangxi")  # type: ignore[arg-type]
