"""By when the authority decides."""

from datetime import date, datetime, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import explain
from gxinjury.determination import decision_deadline
from gxinjury.periods import DeadlineStatus, Period
from tests.bad_input import refused
from tests.determination.calendars import NATIONAL
from tests.determination.oracles import days_of, every_day, next_day, walked

ACCEPTED: Final = date(2019, 3, 1)

accepted = st.dates(date(2014, 1, 1), date(2026, 12, 31))
offsets = st.tuples(st.integers(-20, 120), st.integers(0, 60))


def stops(accepted_on: date, several: list[tuple[int, int]]) -> list[Period]:
    """Return periods that begin so many days from the acceptance and last so many days more."""
    firsts = ((accepted_on + timedelta(first), length) for first, length in several)
    return [Period(first, first + timedelta(length)) for first, length in firsts]


@pytest.mark.clause("REG-20")
class TestDecisionDeadline:
    """Art. 20: within 60 days of the acceptance, 15 where the facts are clear; the clock may stand still."""

    @pytest.mark.parametrize(("facts_clear", "days"), [(False, 60), (True, 15)])
    def test_every_day(self, facts_clear: bool, days: int) -> None:
        """The day of the acceptance is not counted."""
        for day in every_day():
            limit = decision_deadline(day, facts_clear=facts_clear)
            last = walked(day, days)
            assert limit.day == last
            assert limit.status(last) is DeadlineStatus.IN_TIME
            assert limit.status(next_day(last)) is DeadlineStatus.LATE

    @given(accepted, st.booleans(), st.lists(offsets, max_size=4))
    def test_the_clock_stands_still(self, accepted_on: date, facts_clear: bool, several: list[tuple[int, int]]) -> None:
        """A day on which the clock stands still uses up none of the days."""
        suspensions = stops(accepted_on, several)
        limit = decision_deadline(accepted_on, facts_clear=facts_clear, suspensions=suspensions)
        assert limit.raw == walked(accepted_on, 15 if facts_clear else 60, days_of(suspensions))

    @given(accepted, st.booleans(), st.lists(offsets, max_size=3), offsets)
    def test_longer_is_never_earlier(
        self, accepted_on: date, facts_clear: bool, several: list[tuple[int, int]], another: tuple[int, int]
    ) -> None:
        """A stop more, or a day more of one, never shortens the limit; clear facts never lengthen it."""

        def limit(*offsets: tuple[int, int], clear: bool = facts_clear) -> date:
            suspensions = stops(accepted_on, [*several, *offsets])
            return decision_deadline(
                accepted_on, facts_clear=clear, suspensions=suspensions, calendar=NATIONAL
            ).earliest

        first, length = another
        assert limit() <= limit(another) <= limit((first, length + 1))
        assert limit(another, clear=True) <= limit(another, clear=False)

    def test_both_ends(self) -> None:
        """Both ends of a stop count; one that begins on the last day does, one that begins after it does not."""
        whole_april = Period(date(2019, 4, 1), date(2019, 4, 30))
        assert decision_deadline(ACCEPTED, suspensions=[whole_april]).day == date(2019, 5, 30)
        last, after = date(2019, 4, 30), date(2019, 5, 1)
        assert decision_deadline(ACCEPTED, suspensions=[Period(last, last)]).day == after
        assert decision_deadline(ACCEPTED, suspensions=[Period(after, after)]).day == last

    def test_a_clock_that_never_stood_is_not_explained(self) -> None:
        """The days that it stood are a step of the explanation where it did."""

        def steps(*suspensions: Period) -> set[str]:
            return {one.name for one in explain(decision_deadline, ACCEPTED, suspensions=suspensions).step.walk()}

        assert steps(Period(ACCEPTED, ACCEPTED)) - steps() == {"suspended_days"}

    def test_the_clock_still_stands(self) -> None:
        """A stop without an end leaves no last day to name, unless it begins after the limit."""
        ended, lasting = Period(date(2019, 4, 1), date(2019, 4, 10)), Period(ACCEPTED, None)
        with refused("decision_deadline", "suspensions[1]", "must have a last day", got="'2019-03-01..'"):
            decision_deadline(ACCEPTED, suspensions=[ended, lasting])
        last, after = date(2019, 5, 10), date(2019, 5, 11)
        with refused(
            "decision_deadline", "suspensions[0]", "must have a last day: while it lasts, the limit has no end"
        ):
            decision_deadline(ACCEPTED, suspensions=[Period(last, None), ended])
        assert decision_deadline(ACCEPTED, suspensions=[Period(after, None), ended]).day == last

    def test_slips(self) -> None:
        """What is of another type is refused by name."""
        slip: Any = "no"
        with refused("decision_deadline", "suspensions", "must be a sequence of Period"):
            decision_deadline(ACCEPTED, suspensions=slip)
        with refused("decision_deadline", "facts_clear", "must be True or False"):
            decision_deadline(ACCEPTED, facts_clear=slip)
        with refused("decision_deadline", "calendar", "must be of type WorkCalendar"):
            decision_deadline(ACCEPTED, calendar=slip)
        with refused("decision_deadline", "accepted_on", "must be a day"):
            decision_deadline(datetime(2019, 3, 1))
