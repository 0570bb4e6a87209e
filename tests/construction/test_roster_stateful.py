"""Any sequence of roster changes, against a model that walks the days."""

import random
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from gxinjury.construction import (
    CoverState,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    Worker,
    cover_proof,
    insured_on,
    roster_findings,
    worker_cover,
)
from gxinjury.construction.workers import WorkerOrKey, key_of
from gxinjury.law import LAW, Law
from gxinjury.law.readings import InitialRoster, RemovalEffect
from gxinjury.periods import Period
from tests.construction.roster_model import insured_days, misfits

if TYPE_CHECKING:
    from gxinjury.privacy import AnyText

START: Final = date(2015, 11, 23)
PAID_ON: Final = START + timedelta(days=5)
LENGTH: Final = 14
WINDOW: Final = range(START.toordinal() - 3, START.toordinal() + LENGTH + 6)
WORKERS: Final[tuple[WorkerOrKey, ...]] = (
    "张三",
    "450103198001011233",
    Worker("李四", "45010319800101123X"),
    Worker("王五"),
)

days = st.integers(0, LENGTH).map(lambda count: START + timedelta(days=count))


class RosterMachine(RuleBasedStateMachine):
    """Reports come in, in any order of their days, and at the end every question is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[RosterChange] = []

    @rule(
        worker=st.sampled_from(WORKERS),
        kind=st.sampled_from(RosterChangeKind),
        reported_on=days,
        happened_on=days,
        times=st.sampled_from([1, 1, 1, 2]),
    )
    def report(
        self, worker: WorkerOrKey, kind: RosterChangeKind, reported_on: date, happened_on: date, times: int
    ) -> None:
        """A change is reported, now and then twice."""
        self.changes += times * [RosterChange(worker, kind, reported_on, happened_on)]

    @precondition(lambda self: len(self.changes) > 1)
    @rule(seed=st.integers(0, 99))
    def shuffle(self, seed: int) -> None:
        """The order in which the changes are handed in changes nothing."""
        random.Random(seed).shuffle(self.changes)  # noqa: S311  (an order, no secret)

    def teardown(self) -> None:
        """Ask every question of what came in."""
        self.covers_are_the_models()
        self.an_index_changes_no_answer()
        self.what_does_not_fit_is_told()
        self.gaps_are_days_worked_uninsured()
        self.a_worker_is_covered_with_the_project()

    def laws(self) -> list[tuple[Law, RemovalEffect, InitialRoster]]:
        """Every law that reads the roster in another way."""
        return [
            (LAW.reading(removal, initial), removal, initial) for removal in RemovalEffect for initial in InitialRoster
        ]

    def covers_are_the_models(self) -> None:
        """Each worker's cover holds the days of the model, in as few periods as can be."""
        roster = Roster(self.changes)
        for law, removal, initial in self.laws():
            expected: dict[AnyText, set[int]] = {}
            for worker in WORKERS:
                own = [one for one in self.changes if key_of(one.worker) == key_of(worker)]
                cover = worker_cover(roster, worker, paid_on=PAID_ON, law=law)
                found = {day for day in WINDOW if any(date.fromordinal(day) in period for period in cover)}
                expected[key_of(worker)] = insured_days(own, WINDOW, removal=removal, initial=initial, paid_on=PAID_ON)
                assert found == expected[key_of(worker)]
                for one, other in pairwise(cover):
                    assert one.last is not None
                    assert other.first > one.last + timedelta(days=1)
            for day in WINDOW:
                insured = insured_on(roster, date.fromordinal(day), paid_on=PAID_ON, law=law)
                assert {key_of(one) for one in insured} == {key for key, own in expected.items() if day in own}
                assert len(insured) == len({key_of(one) for one in insured})

    def an_index_changes_no_answer(self) -> None:
        """The changes themselves and a roster of them answer alike."""
        roster = Roster(self.changes)
        assert roster_findings(self.changes) == roster_findings(roster)
        assert [worker_cover(self.changes, one) for one in WORKERS] == [worker_cover(roster, one) for one in WORKERS]

    def what_does_not_fit_is_told(self) -> None:
        """There is a finding for each report that changes nothing, and for no other; a row again has its own."""
        codes = [one.code for one in roster_findings(self.changes)]
        own = [[one for one in self.changes if key_of(one.worker) == key_of(worker)] for worker in WORKERS]
        told = sum(codes.count(code) for code in ("already_listed", "not_listed"))
        written_again = len(self.changes) - len(set(self.changes))
        assert 0 <= sum(map(misfits, own)) - told <= written_again

    def gaps_are_days_worked_uninsured(self) -> None:
        """A gap holds only days on which the model does not insure the worker."""
        for found in roster_findings(self.changes):
            if found.code == "roster_gap":
                worker, first, last = (found[name] for name in ("worker", "first", "last"))
                assert isinstance(first, date)
                assert isinstance(last, date)
                own = [one for one in self.changes if one.worker == worker]
                gap = set(range(first.toordinal(), last.toordinal() + 1))
                assert found["days"] == len(gap)
                assert not gap & insured_days(own, WINDOW)

    def a_worker_is_covered_with_the_project(self) -> None:
        """On a day he is covered where the project and the roster are, and unsettled where the project is."""
        first, last = PAID_ON, START + timedelta(days=LENGTH - 2)
        after = Period(last + timedelta(days=1), last + timedelta(days=2))
        project = ProjectCover(last, (Period(first, last),), (after,))
        for worker in WORKERS:
            listed = insured_days([one for one in self.changes if one.worker == worker], WINDOW)
            for day in WINDOW:
                proof = cover_proof(project, self.changes, worker, date.fromordinal(day))
                state = project.state(date.fromordinal(day))
                assert proof.state is (state if day in listed else CoverState.NOT_COVERED)
                assert (proof.reported_on is not None) == (day in listed)
                if proof.reported_on is not None and proof.roster_period is not None:
                    assert proof.reported_on + timedelta(days=1) == proof.roster_period.first


TestRoster = pytest.mark.clause("NN-3.1.1", "NN-3.1.2")(RosterMachine.TestCase)
TestRoster.settings = settings(max_examples=60, stateful_step_count=10, deadline=None)
