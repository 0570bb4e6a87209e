"""Who files by when: every day against a walk, the edges, the readings, the slips."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, explain
from gxinjury.determination import (
    Applicant,
    Exclusion,
    ExclusionReason,
    employer_deadline,
    filing_limits,
    report_deadline,
    worker_deadline,
)
from gxinjury.law.readings import ExtensionLimit, ReportClock
from gxinjury.periods import DeadlineStatus, Period
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.bad_input import NOT_DAYS, refused
from tests.determination.calendars import NATIONAL, UNKNOWN_FROM_2018, Weekends
from tests.determination.oracles import (
    days_between,
    days_of,
    every_day,
    next_day,
    walked,
    years_end,
)

PLUS: Final = LAW.reading(ExtensionLimit.PLUS_60)
KNOWLEDGE: Final = LAW.reading(ReportClock.KNOWLEDGE)
CHINA: Final = timezone(timedelta(hours=8))
SUIT: Final = ExclusionReason.LABOUR_DISPUTE

NOT_CALENDARS: Final[list[Any]] = ["2016", 7, date(2016, 1, 1), object()]

accidents = st.dates(date(2014, 1, 1), date(2026, 12, 31))


def rolled(day: date, calendar: Weekends) -> date:
    """Return the first day from a day on that is not off."""
    while calendar.is_day_off(day):
        day = next_day(day)
    return day


@st.composite
def exclusions(draw: st.DrawFn, injured_on: date) -> list[Exclusion]:
    """Return exclusions around a year that begins with the accident."""
    several = []
    for _ in range(draw(st.integers(0, 4))):
        first = injured_on + timedelta(days=draw(st.integers(-60, 500)))
        last = first + timedelta(days=draw(st.integers(0, 120)))
        several.append(Exclusion(Period(first, last), draw(st.sampled_from(ExclusionReason))))
    return several


@pytest.mark.clause("NN-4.1", "REG-17.1")
class TestEmployerDeadline:
    """NN-4.1: within 30 days of the accident, or of the diagnosis or appraisal of the disease."""

    def test_every_day(self) -> None:
        """The day of the accident is not counted, the thirtieth after it is the last."""
        for day in every_day():
            limit = employer_deadline(day)
            last = walked(day, 30)
            assert (limit.raw, limit.day) == (last, last)
            assert limit.status(last) is DeadlineStatus.IN_TIME
            assert limit.status(next_day(last)) is DeadlineStatus.LATE

    def test_every_day_with_a_calendar(self) -> None:
        """A last day that is off moves to the next that is not."""
        for day in every_day():
            limit = employer_deadline(day, calendar=NATIONAL)
            assert (limit.raw, limit.day) == (walked(day, 30), rolled(walked(day, 30), NATIONAL))

    def test_a_year_that_nobody_knows(self) -> None:
        """Days off not being announced, the limit lies between two days, and a filing in between is undetermined."""
        limit = employer_deadline(date(2017, 12, 15), calendar=UNKNOWN_FROM_2018)
        assert (limit.raw, limit.earliest, limit.latest) == (date(2018, 1, 14), date(2018, 1, 14), date(2018, 1, 24))
        assert limit.day is None
        assert limit.status(date(2018, 1, 14)) is DeadlineStatus.IN_TIME
        assert limit.status(date(2018, 1, 15)) is DeadlineStatus.UNDETERMINED
        assert limit.status(date(2018, 1, 24)) is DeadlineStatus.UNDETERMINED
        assert limit.status(date(2018, 1, 25)) is DeadlineStatus.LATE

    def test_what_a_calendar_leaves_open_is_told(self) -> None:
        """The explanation minds the reader of days off not looked at, or not known, and of nothing else."""

        def told(calendar: Weekends | None, injured_on: date = date(2017, 12, 15)) -> list[str]:
            cautions = explain(employer_deadline, injured_on, calendar=calendar).cautions
            return [one.en for one in cautions]

        not_asked = "no work calendar was given: whether the last day is a day off was not looked at"
        closed = "when offices are as a rule closed: with a work calendar the limit may move"
        assert told(None) == [not_asked, f"2018-01-14 is a Sunday, {closed}"]
        assert told(None, date(2017, 12, 14)) == [not_asked, f"2018-01-13 is a Saturday, {closed}"]
        assert told(None, date(2017, 12, 13)) == told(None, date(2017, 12, 16)) == [not_asked]
        assert told(UNKNOWN_FROM_2018) == [
            "days off are not known: the limit ends between the two days 2018-01-14/2018-01-24"
        ]
        assert told(NATIONAL) == []

    @pytest.mark.parametrize(
        ("raw", "is_festival"),
        [
            (date(2016, 1, 1), True),
            (date(2015, 12, 31), False),
            (date(2018, 1, 2), False),
            (date(2018, 5, 1), True),
            (date(2018, 4, 30), False),
            (date(2018, 5, 2), False),
            (date(2024, 5, 2), False),
            (date(2025, 5, 2), True),
            (date(2019, 10, 1), True),
            (date(2019, 10, 3), True),
            (date(2019, 10, 4), False),
            (date(2019, 9, 30), False),
            (date(2016, 10, 1), True),
        ],
    )
    def test_a_public_holiday_is_told_without_a_calendar(self, raw: date, *, is_festival: bool) -> None:
        """The festivals that have a fixed day are known without a calendar, also on a weekend; others are not."""
        cautions = explain(employer_deadline, raw - timedelta(days=30)).cautions
        told = f"{raw} is a public holiday, when offices are closed: with a work calendar the limit moves"
        assert (told in [one.en for one in cautions]) is is_festival
        assert len(cautions) == 1 + is_festival

    def test_another_number_of_days(self) -> None:
        """The thirty days are a figure of the law."""
        reform = LAW.with_figure("employer_filing_days", Entry(date(2020, 1, 1), 45, Text(zh="试", en="a trial")))
        assert employer_deadline(date(2020, 1, 1), law=reform).day == walked(date(2020, 1, 1), 45)
        assert employer_deadline(date(2019, 12, 31), law=reform).day == walked(date(2019, 12, 31), 30)

    @given(accidents, st.integers(0, 29))
    def test_longer_is_never_earlier(self, injured_on: date, extension: int) -> None:
        """A day more of extension never shortens the limit, and moves the raw day by one."""
        for calendar in (None, NATIONAL, UNKNOWN_FROM_2018):
            limit = employer_deadline(injured_on, extension_days=extension, calendar=calendar)
            longer = employer_deadline(injured_on, extension_days=extension + 1, calendar=calendar)
            assert longer.raw == next_day(limit.raw)
            assert longer.earliest >= limit.earliest
            assert longer.latest >= limit.latest

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (slips of any type)
        """What is no day is refused by name."""
        with refused("employer_deadline", "injured_on", rule):
            employer_deadline(value)

    @pytest.mark.parametrize("value", [-1, 1.0, "1", True, None])
    def test_no_number_of_days(self, value: Any) -> None:  # noqa: ANN401  (slips of any type)
        """An extension is a whole number of days."""
        with refused("employer_deadline", "extension_days", "must be a whole number of at least zero"):
            employer_deadline(date(2018, 1, 1), extension_days=value)

    @pytest.mark.parametrize("value", NOT_CALENDARS)
    def test_no_calendar(self, value: Any) -> None:  # noqa: ANN401  (slips of any type)
        """What cannot say whether a day is off is refused by name."""
        with refused("employer_deadline", "calendar", "must be of type WorkCalendar"):
            employer_deadline(date(2018, 1, 1), calendar=value)

    def test_before_the_regulation(self) -> None:
        """Before the Regulation as revised nothing is answered."""
        assert employer_deadline(date(2011, 1, 1)).day == date(2011, 1, 31)
        with pytest.raises(NotInForceError, match="no value in force on 2010-12-31"):
            employer_deadline(date(2010, 12, 31))


@pytest.mark.clause("ORDER117-14")
class TestExtension:
    """Guangxi's Order 117 art. 14: at most 60 days, in all or on top by reading."""

    @pytest.mark.parametrize(("law", "longest"), [(LAW, 30), (PLUS, 60)])
    def test_up_to_the_cap(self, law: Any, longest: int) -> None:  # noqa: ANN401  (parametrised)
        """The longest extension is counted with the thirty from the accident; a day more is refused."""
        injured_on = date(2018, 1, 31)
        limit = employer_deadline(injured_on, extension_days=longest, law=law)
        assert limit.day == walked(injured_on, 30 + longest)
        with refused("employer_deadline", "extension_days", f"must not be above {longest} days"):
            employer_deadline(injured_on, extension_days=longest + 1, law=law)

    def test_before_the_order(self) -> None:
        """The cap of accidents before 2017-01-05 is inferred, which is told and which a strict law refuses."""
        before, since = date(2017, 1, 4), date(2017, 1, 5)
        assert employer_deadline(before, extension_days=30).day == walked(before, 60)
        told = [one.en for one in explain(employer_deadline, before, extension_days=1).cautions]
        assert any("the cap before it was not seen" in one for one in told)
        told = [one.en for one in explain(employer_deadline, since, extension_days=1).cautions]
        assert not any("the cap before it was not seen" in one for one in told)
        assert any("in one excerpt only" in one for one in told)
        with pytest.raises(NotInForceError):
            employer_deadline(before, extension_days=1, law=LAW.only_verified())
        assert employer_deadline(before, law=LAW.only_verified()).day == walked(before, 30)


@pytest.mark.clause("NN-4.3", "REG-17.2", "FS9-7")
class TestWorkerDeadline:
    """NN-4.3: the worker, a close relative or a union within one year, delay not the applicant's own left out."""

    def test_every_day(self) -> None:
        """The year ends on the corresponding day, or on the month's last."""
        for day in every_day():
            limit = worker_deadline(day)
            last = years_end(day)
            assert (limit.raw, limit.day) == (last, last)
            assert limit.status(last) is DeadlineStatus.IN_TIME
            assert limit.status(next_day(last)) is DeadlineStatus.LATE

    @given(accidents, st.integers(0, 365), st.integers(0, 2000))
    def test_while_a_reason_lasts_nobody_is_late(self, injured_on: date, after: int, lasting: int) -> None:
        """A reason that began within the year and lasts to the day asked: that day is in time, whenever it ends."""
        first = years_end(injured_on) - timedelta(days=after)
        today = first + timedelta(days=lasting)
        limit = worker_deadline(injured_on, excluded=[Exclusion(Period(first, today), SUIT)])
        assert limit.status(today) is DeadlineStatus.IN_TIME
        longer = Exclusion(Period(first, next_day(today)), SUIT)
        assert worker_deadline(injured_on, excluded=[longer]).raw >= limit.raw

    def test_every_day_with_a_calendar(self) -> None:
        """A last day that is off moves to the next that is not."""
        for day in every_day(date(2017, 1, 1), date(2018, 12, 31)):
            assert worker_deadline(day, calendar=NATIONAL).day == rolled(years_end(day), NATIONAL)

    def test_every_day_of_a_year_left_out(self) -> None:
        """Any one day from the day after the accident to the last day moves the limit on by one, no other does."""
        injured_on = date(2016, 2, 29)
        for day in every_day(date(2016, 2, 1), date(2017, 3, 31)):
            limit = worker_deadline(injured_on, excluded=[Exclusion(Period(day, day), SUIT)])
            counts = injured_on < day <= date(2017, 2, 28)
            assert limit.day == (date(2017, 3, 1) if counts else date(2017, 2, 28)), day

    @given(accidents.flatmap(lambda day: st.tuples(st.just(day), exclusions(day))))
    def test_agrees_with_walking(self, case: tuple[date, list[Exclusion]]) -> None:
        """The year is a date first; as many days as lead to it are used up by days that are not left out."""
        injured_on, excluded = case
        count = days_between(injured_on, years_end(injured_on))
        last = walked(injured_on, count, days_of([one.period for one in excluded]))
        assert worker_deadline(injured_on, excluded=excluded).raw == last
        assert worker_deadline(injured_on, excluded=reversed(excluded), calendar=NATIONAL).day == rolled(last, NATIONAL)

    @given(accidents.flatmap(lambda day: st.tuples(st.just(day), exclusions(day), exclusions(day))))
    def test_more_is_never_earlier(self, case: tuple[date, list[Exclusion], list[Exclusion]]) -> None:
        """More time left out never shortens the limit, nor does a later accident."""
        injured_on, some, more = case
        for calendar in (None, NATIONAL):
            limit = worker_deadline(injured_on, excluded=some, calendar=calendar)
            assert worker_deadline(injured_on, excluded=[*some, *more], calendar=calendar).earliest >= limit.earliest
            assert worker_deadline(next_day(injured_on), excluded=some, calendar=calendar).earliest >= limit.earliest

    def test_what_does_not_count_is_told(self) -> None:
        """An exclusion that lies, or reaches, before the accident or after the limit is no error; it is told."""
        injured_on = date(2016, 3, 1)

        def told(first: date, last: date) -> bool:
            answer = explain(worker_deadline, injured_on, excluded=[Exclusion(Period(first, last), SUIT)])
            return any("2016-03-01" in one.en and "are left out" in one.en for one in answer.cautions)

        assert told(date(2016, 2, 1), date(2016, 2, 2))
        assert told(date(2016, 3, 1), date(2016, 3, 2))
        assert not told(date(2016, 3, 2), date(2016, 3, 3))
        assert not told(date(2017, 3, 1), date(2017, 3, 3))
        assert told(date(2017, 3, 2), date(2017, 3, 3))

    def test_what_was_not_left_out_is_not_explained(self) -> None:
        """The days left out are a step of the explanation where there are some."""

        def steps(*excluded: Exclusion) -> set[str]:
            return {one.name for one in explain(worker_deadline, date(2019, 3, 1), excluded=excluded).step.walk()}

        assert "excluded_days" not in steps()

    def test_open_exclusion(self) -> None:
        """While the reason lasts, the limit has no end."""
        with refused("Exclusion", "period", "must have a last day", got="'2016-05-01..'"):
            Exclusion(Period(date(2016, 5, 1), None), SUIT)

    def test_slips(self) -> None:
        """What is no exclusion, no period, no reason is refused by name: a stay in hospital is none of the five."""
        reason: Any = "hospital"
        with refused("Exclusion", "reason", "must be of type ExclusionReason", got="'hospital'"):
            Exclusion(Period(date(2016, 5, 1), date(2016, 5, 2)), reason)
        days: Any = (date(2016, 5, 1), date(2016, 5, 2))
        with refused("Exclusion", "period", "must be of type Period"):
            Exclusion(days, SUIT)
        with refused("worker_deadline", "excluded[0]", "must be of type Exclusion"):
            worker_deadline(date(2016, 3, 1), excluded=days)
        with refused("worker_deadline", "injured_on", "must be a day"):
            worker_deadline(datetime(2016, 3, 1))
        calendar: Any = "2016"
        with refused("worker_deadline", "calendar", "must be of type WorkCalendar"):
            worker_deadline(date(2016, 3, 1), calendar=calendar)

    def test_the_five_grounds(self) -> None:
        """The grounds are the five of the court's rules."""
        assert len(ExclusionReason) == 5


@pytest.mark.clause("REG-17")
class TestFilingLimits:
    """Art. 17: the employer first, then the worker, a close relative or a union."""

    @given(accidents.flatmap(lambda day: st.tuples(st.just(day), exclusions(day))), st.integers(0, 30))
    def test_each_has_his_limit(self, case: tuple[date, list[Exclusion]], extension: int) -> None:
        """The employer has the employer's limit, the others theirs."""
        injured_on, excluded = case
        limits = filing_limits(injured_on, extension_days=extension, excluded=excluded, calendar=NATIONAL)
        assert [one.applicant for one in limits] == [
            Applicant.EMPLOYER,
            Applicant.WORKER,
            Applicant.CLOSE_RELATIVE,
            Applicant.TRADE_UNION,
        ]
        assert limits[0].limit == employer_deadline(injured_on, extension_days=extension, calendar=NATIONAL)
        assert {one.limit for one in limits[1:]} == {worker_deadline(injured_on, excluded=excluded, calendar=NATIONAL)}

    def test_slips(self) -> None:
        """Each fact is refused under the question's own name."""
        slip: Any = "x"
        with refused("filing_limits", "injured_on", "must be a day"):
            filing_limits(slip)
        with refused("filing_limits", "extension_days", "must be a whole number"):
            filing_limits(date(2016, 3, 1), extension_days=slip)
        with refused("filing_limits", "excluded", "must be a sequence of Exclusion"):
            filing_limits(date(2016, 3, 1), excluded=slip)
        with refused("filing_limits", "calendar", "must be of type WorkCalendar"):
            filing_limits(date(2016, 3, 1), calendar=slip)


@pytest.mark.clause("NN-3.2.3")
class TestReportDeadline:
    """NN-3.2.3: the employer reports an accident off the site within 48 hours."""

    def test_every_day(self) -> None:
        """The hours run from the moment over any day off: the second day after, at the same time of day."""
        for day in every_day(date(2015, 1, 1)):
            at = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=CHINA)
            limit = report_deadline(at)
            after = next_day(next_day(day))
            assert limit == datetime(after.year, after.month, after.day, 23, 59, 59, tzinfo=CHINA)

    def test_the_offset_does_not_matter(self) -> None:
        """A moment told in another zone gives the same limit, told in China's time."""
        limit = report_deadline(datetime(2015, 10, 1, 6, 30, tzinfo=UTC))
        assert limit.isoformat() == "2015-10-03T14:30:00+08:00"

    def test_knowledge(self) -> None:
        """Under the other reading the hours run from when the employer knew; by default that changes nothing."""
        happened, known = datetime(2015, 10, 1, 14, 30, tzinfo=CHINA), datetime(2015, 10, 2, 9, 0, tzinfo=CHINA)
        assert report_deadline(happened, known_at=known) == datetime(2015, 10, 3, 14, 30, tzinfo=CHINA)
        assert report_deadline(happened, known_at=known, law=KNOWLEDGE) == datetime(2015, 10, 4, 9, 0, tzinfo=CHINA)
        assert report_deadline(happened, known_at=happened, law=KNOWLEDGE) == report_deadline(happened)

    def test_knowledge_must_be_given(self) -> None:
        """Where the hours run from it, the moment of knowing is asked for."""
        with refused("report_deadline", "known_at", "must be given: under ReportClock.KNOWLEDGE", got="None"):
            report_deadline(datetime(2015, 10, 1, 14, 30, tzinfo=CHINA), law=KNOWLEDGE)
        with pytest.raises(InvalidFactError) as caught:
            report_deadline(datetime(2015, 10, 1, 14, 30, tzinfo=CHINA), law=KNOWLEDGE)
        start = "用人单位知悉之时（report_deadline.known_at）须提供：按本次采用的口径（KNOWLEDGE），"
        assert caught.value.text("zh") == f"{start}48小时自知悉之时起算，现未填写"

    def test_knowledge_before_the_accident(self) -> None:
        """Nobody knows of an accident before it happens."""
        happened = datetime(2015, 10, 1, 14, 30, tzinfo=CHINA)
        with refused("report_deadline", "known_at", "must not be before happened_at"):
            report_deadline(happened, known_at=happened - timedelta(seconds=1))

    @pytest.mark.parametrize("value", [datetime(2015, 10, 1, 14, 30), date(2015, 10, 1), "2015-10-01", None])
    def test_no_moment(self, value: Any) -> None:  # noqa: ANN401  (slips of any type)
        """A moment has its offset."""
        with refused("report_deadline", "happened_at", "must be a moment with its offset"):
            report_deadline(value)
        if value is not None:
            with refused("report_deadline", "known_at", "must be a moment with its offset"):
                report_deadline(datetime(2015, 10, 1, 14, 30, tzinfo=CHINA), known_at=value)

    def test_before_the_notice(self) -> None:
        """The notice governs from 2015; the day is China's."""
        limit = report_deadline(datetime(2014, 12, 31, 16, 0, tzinfo=UTC))
        assert limit.isoformat() == "2015-01-03T00:00:00+08:00"
        with pytest.raises(NotInForceError, match="no value in force on 2014-12-31"):
            report_deadline(datetime(2014, 12, 31, 15, 59, tzinfo=UTC))


@pytest.mark.clause("FS9-7")
@pytest.mark.parametrize(("first", "cautioned"), [(date(2017, 3, 1), False), (date(2017, 3, 2), True)])
def test_delay_that_begins_on_the_last_day_is_within_the_limit(first: date, *, cautioned: bool) -> None:
    """What begins on the last day of the year leaves days out and is told of nothing; a day later it is outside."""
    delay = Exclusion(Period(first, date(2017, 5, 1)), ExclusionReason.LABOUR_DISPUTE)
    asked = explain(worker_deadline, date(2016, 3, 1), excluded=[delay])
    told = [one.en for step in asked.steps for one in step.cautions if "are left out" in one.en]
    assert bool(told) is cautioned
    assert asked.outcome.raw == (date(2017, 3, 1) if cautioned else date(2017, 5, 2))
