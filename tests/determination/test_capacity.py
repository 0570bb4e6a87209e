"""The timetable of work-capacity assessment."""

from datetime import date, datetime
from typing import Any, Final

import pytest

from gxinjury import LAW, explain
from gxinjury.determination import (
    assessment_deadline,
    later_assessment_deadline,
    reassessment_deadline,
    review_from,
)
from gxinjury.explanations import clause_of
from gxinjury.periods import DeadlineStatus
from tests.bad_input import refused
from tests.determination.calendars import NATIONAL
from tests.determination.oracles import every_day, next_day, walked, years_end

NOT_SEEN: Final = "what the assessment rules of 2025 change was not seen; this is the Regulation's limit"


@pytest.mark.clause("REG-25", "REG-29")
class TestAssessmentDeadline:
    """Art. 25: within 60 days of the application, 30 more where it is extended; art. 29: later ones the same."""

    @pytest.mark.parametrize(("extended", "days"), [(False, 60), (True, 90)])
    def test_every_day(self, extended: bool, days: int) -> None:
        """The day of the application is not counted, and the extension is counted with the sixty."""
        for day in every_day():
            limit = assessment_deadline(day, extended=extended)
            last = walked(day, days)
            assert limit.day == last
            assert limit.status(last) is DeadlineStatus.IN_TIME
            assert limit.status(next_day(last)) is DeadlineStatus.LATE
            assert later_assessment_deadline(day, extended=extended) == limit

    def test_calendar(self) -> None:
        """A last day that is off moves to the next that is not, of later assessments too."""
        applied_on = date(2019, 8, 4)
        for question in (assessment_deadline, later_assessment_deadline):
            limit = question(applied_on, calendar=NATIONAL)
            assert (limit.raw, limit.day) == (date(2019, 10, 3), date(2019, 10, 8))

    def test_the_law_is_handed_on(self) -> None:
        """Under the law as known before the Regulation nothing is answered, by either question."""
        for question in (assessment_deadline, later_assessment_deadline):
            with pytest.raises(LookupError, match="no value"):
                question(date(2019, 3, 1), law=LAW.known_on(date(2010, 12, 31)))

    def test_new_rules(self) -> None:
        """From 2025 on the answer minds the reader of rules that were not seen, and the day before it does not."""
        before = explain(assessment_deadline, date(2024, 12, 31), extended=True).cautions
        since = explain(assessment_deadline, date(2025, 1, 1), extended=True).cautions
        assert NOT_SEEN not in [one.en for one in before]
        assert NOT_SEEN in [one.en for one in since]

    def test_slips(self) -> None:
        """Each fact is refused by name."""
        slip: Any = "no"
        with refused("assessment_deadline", "extended", "must be True or False"):
            assessment_deadline(date(2019, 3, 1), extended=slip)
        with refused("assessment_deadline", "calendar", "must be of type WorkCalendar"):
            assessment_deadline(date(2019, 3, 1), calendar=slip)
        with refused("assessment_deadline", "applied_on", "must be a day"):
            assessment_deadline(datetime(2019, 3, 1))


@pytest.mark.clause("REG-26")
class TestReassessmentDeadline:
    """Art. 26: within 15 days of receipt."""

    def test_every_day(self) -> None:
        """The day of receipt is not counted."""
        for day in every_day():
            limit = reassessment_deadline(day)
            assert limit.day == walked(day, 15)
            assert limit.status(next_day(walked(day, 15))) is DeadlineStatus.LATE

    def test_slips(self) -> None:
        """Each fact is refused by name."""
        slip: Any = "no"
        with refused("reassessment_deadline", "calendar", "must be of type WorkCalendar"):
            reassessment_deadline(date(2019, 3, 1), calendar=slip)
        with refused("reassessment_deadline", "received_on", "must be a day"):
            reassessment_deadline(datetime(2019, 3, 1))


@pytest.mark.clause("REG-28")
class TestReviewFrom:
    """Art. 28: a review from one year after the conclusion."""

    def test_every_day(self) -> None:
        """The first day is the one after that on which the year ends."""
        for day in every_day():
            assert review_from(day) == next_day(years_end(day))

    def test_leap_day(self) -> None:
        """A year from 29 February ends on 28 February, the review begins in March."""
        assert review_from(date(2020, 2, 29)) == date(2021, 3, 1)

    def test_slips(self) -> None:
        """What is no day is refused by name."""
        with refused("review_from", "concluded_on", "must be a day"):
            review_from(datetime(2019, 3, 1))

    def test_clause(self) -> None:
        """It cites the article."""
        assert str(clause_of(review_from)) == "REG-28"
