"""What each worker is insured for: the days on which the roster and the project both cover him."""

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    CoverState,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    WorkerCover,
    cover_proof,
    worker_cover,
)
from gxinjury.construction.insured import worker_covers
from gxinjury.law import LAW
from gxinjury.law.readings import InitialRoster, RemovalEffect
from gxinjury.periods import Period

pytestmark = pytest.mark.clause("NN-3.1.2")

FIRST: Final = date(2015, 10, 8)
COVER: Final = ProjectCover(
    date(2016, 6, 30),
    (Period(FIRST, date(2016, 6, 30)), Period(date(2016, 8, 1), date(2018, 6, 30))),
    (Period(date(2016, 7, 1), date(2016, 7, 31)),),
)


def change(worker: str, kind: str, reported_on: date) -> RosterChange:
    """Return a change."""
    return RosterChange(worker, RosterChangeKind[kind], reported_on)


def days(periods: tuple[Period, ...]) -> list[str]:
    """Return periods as text."""
    return [str(period) for period in periods]


def test_on_the_roster_over_every_window() -> None:
    """Listed throughout he is insured in each window of the cover, and unsettled where the cover is."""
    [one] = worker_covers(Roster([change("张三", "ADD", date(2015, 10, 1))]), COVER, LAW)
    assert days(one.listed) == ["2015-10-02.."]
    assert days(one.covered) == ["2015-10-08..2016-06-30", "2016-08-01..2018-06-30"]
    assert days(one.unsettled) == ["2016-07-01..2016-07-31"]


def test_each_worker_in_the_order_in_which_they_come_up() -> None:
    """On again after off; one never insured has no days; each as the last change has him."""
    roster = Roster(
        [
            change("李四", "REMOVE", date(2015, 11, 1)),
            change("张三", "ADD", date(2015, 11, 1)),
            change("张三", "REMOVE", date(2015, 12, 1)),
            change("张三", "ADD", date(2016, 2, 1)),
        ]
    )
    never, twice = worker_covers(roster, COVER, LAW)
    assert never == WorkerCover("李四")
    assert days(twice.covered) == ["2015-11-02..2015-12-01", "2016-02-02..2016-06-30", "2016-08-01..2018-06-30"]


def test_without_cover_nobody_is_insured() -> None:
    """A project that has no cover lists nobody's days, under any reading."""
    roster = Roster([change("张三", "ADD", date(2015, 10, 1))])
    law = LAW.reading(InitialRoster.WITH_PAYMENT)
    assert worker_covers(roster, ProjectCover(date(2016, 6, 30), ()), law) == (WorkerCover("张三"),)


def test_the_readings_reach_it() -> None:
    """The first roster by reading from the day of payment; a removal by reading to the day before its report."""
    roster = Roster([change("张三", "ADD", FIRST), change("张三", "REMOVE", date(2015, 12, 1))])
    law = LAW.reading(InitialRoster.WITH_PAYMENT, RemovalEffect.SAME_DAY)
    assert days(worker_covers(roster, COVER, LAW)[0].covered) == ["2015-10-09..2015-12-01"]
    assert days(worker_covers(roster, COVER, law)[0].covered) == ["2015-10-08..2015-11-30"]


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(["ADD", "REMOVE"]), st.integers(-30, 1100)), max_size=8
    ),
    st.integers(-30, 1100),
)
def test_agrees_with_the_questions_on_one_worker(drawn: list[tuple[str, str, int]], after: int) -> None:
    """On any day it says what the proof of cover says, and its days on the roster are those of the one question."""
    roster = Roster([change(worker, kind, FIRST + timedelta(days=day)) for worker, kind, day in drawn])
    day = FIRST + timedelta(days=after)
    for one in worker_covers(roster, COVER, LAW):
        assert one.listed == worker_cover(roster, one.worker, paid_on=FIRST)
        state = cover_proof(COVER, roster, one.worker, day).state
        assert any(day in period for period in one.covered) is (state is CoverState.COVERED)
        assert any(day in period for period in one.unsettled) is (state is CoverState.UNSETTLED)
