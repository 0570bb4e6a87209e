"""Proof of cover."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings

from gxinjury.construction import (
    CoverProof,
    CoverState,
    ProjectCover,
    Roster,
    Worker,
    cover_proof,
    insured_on,
    roster_findings,
    worker_cover,
)
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.periods import Period
from tests.bad_input import refused
from tests.construction.people import resident_ids
from tests.construction.rosters import ID, LEAVING, WITH_PAYMENT, add, nov, remove

PROJECT: Final = ProjectCover(
    date(2016, 6, 30), (Period(date(2015, 10, 8), date(2016, 6, 30)),), (Period(date(2016, 7, 1), date(2016, 7, 31)),)
)


@pytest.mark.clause("NN-3.1.2")
class TestProof:
    """A proof of cover for one worker on one day."""

    def test_prints_in_both_languages(self) -> None:
        """Worker, day, result, and what it rests on."""
        proof = cover_proof(PROJECT, [add(nov(28), worker=Worker("张三", ID))], Worker("张三", ID), nov(29))
        assert proof == CoverProof(
            worker=Worker("张三", ID),
            day=nov(29),
            state=CoverState.COVERED,
            project=CoverState.COVERED,
            project_period=PROJECT.periods[0],
            roster_period=Period(nov(29), None),
            reported_on=nov(28),
        )
        assert proof.text("zh").splitlines() == [
            "工伤保险参保证明（南宁市，按建筑施工项目参保）",
            "职工：张三 4501************33",
            "日期：2015-11-29",
            "结论：参保有效",
            "项目当日：参保有效；参保有效期：2015-10-08 至 2016-06-30",
            "花名册申报日：2015-11-28；参保期间：2015-11-29 起",
            "依据：NN-1.3.1至NN-1.3.3、NN-3.1.1、NN-3.1.2",
        ]

    @pytest.mark.parametrize(
        ("day", "state", "project"),
        [
            (date(2015, 10, 7), "NOT_COVERED", "NOT_COVERED"),
            (date(2015, 11, 28), "NOT_COVERED", "COVERED"),
            (date(2015, 11, 29), "COVERED", "COVERED"),
            (date(2016, 6, 30), "COVERED", "COVERED"),
            (date(2016, 7, 1), "UNSETTLED", "UNSETTLED"),
            (date(2016, 8, 1), "NOT_COVERED", "NOT_COVERED"),
        ],
    )
    def test_takes_the_project_and_the_roster(self, day: date, state: str, project: str) -> None:
        """Both have to cover the day."""
        proof = cover_proof(PROJECT, [add(nov(28))], "张三", day)
        assert (proof.state.name, proof.project.name) == (state, project)

    def test_tells_nothing_of_one_not_on_the_roster(self) -> None:
        """Neither days nor a report, in both languages."""
        proof = cover_proof(PROJECT, [], "张三", nov(1))
        assert (proof.roster_period, proof.reported_on) == (None, None)
        assert "reported on none; insured: none" in proof.text("en")

    def test_names_the_report_that_the_days_began_with(self) -> None:
        """Removed and added anew on one day, the worker's days began with the first report."""
        changes = [add(nov(1)), remove(nov(5)), add(nov(5))]
        assert cover_proof(PROJECT, changes, "张三", nov(9)).reported_on == nov(1)

    def test_names_the_report_that_took_effect_with_the_payment(self) -> None:
        """Added, removed and added anew before the payment, the worker's days began with the last report."""
        changes = [add(date(2015, 10, 1)), remove(date(2015, 10, 3)), add(date(2015, 10, 5))]
        proof = cover_proof(PROJECT, changes, "张三", nov(9), law=WITH_PAYMENT)
        assert (proof.roster_period, proof.reported_on) == (Period(date(2015, 10, 8), None), date(2015, 10, 5))

    def test_names_the_worker_as_the_roster_does(self) -> None:
        """Asked for by id, he is told by name; who is not listed, as he was asked for."""
        changes = [add(nov(1), worker=Worker("张三", ID))]
        assert cover_proof(PROJECT, changes, ID, nov(9)).worker == Worker("张三", ID)
        assert cover_proof(PROJECT, changes, "李四", nov(9)).worker == "李四"

    def test_without_any_cover_of_the_project(self) -> None:
        """Nobody is covered, whatever the roster and the readings say."""
        proof = cover_proof(ProjectCover(nov(30), ()), [add(nov(1))], "张三", nov(9), law=WITH_PAYMENT)
        assert (proof.state, proof.roster_period) == (CoverState.NOT_COVERED, None)

    @settings(max_examples=30)
    @given(resident_ids())
    def test_never_shows_an_id(self, number: str) -> None:
        """Not in the print, the record, the explanation, a finding or an error."""
        changes = [add(nov(28), nov(1), number), remove(nov(29), worker=number), remove(nov(30), worker=number)]
        explanation = explain(cover_proof, PROJECT, changes, number, nov(29))
        shown = [repr(explanation.outcome), explanation.outcome.text("zh"), explanation.outcome.text("en")]
        shown += [explanation.text("zh"), explanation.text("en"), explanation.html("zh"), repr(explanation)]
        shown += [f"{found!r} {found} {found.text('zh')}" for found in roster_findings(changes)]
        shown += [repr(insured_on(changes, nov(29))), repr(Roster(changes)), repr(Roster(changes).histories)]
        with pytest.raises(InvalidFactError) as caught:
            worker_cover(changes, number, law=LEAVING)
        shown += [str(caught.value), repr(caught.value), caught.value.text("zh")]
        assert not [text for text in shown if number in text]

    def test_refuses_bad_input(self) -> None:
        """A cover, somebody and a day are asked for."""
        with refused("cover_proof", "cover", "must be of type ProjectCover"):
            cover_proof(None, [], "张三", nov(1))  # type: ignore[arg-type]  # bad input
        with refused("cover_proof", "worker", "must be a Worker"):
            cover_proof(PROJECT, [], "", nov(1))
        with refused("cover_proof", "day", "must be a day"):
            cover_proof(PROJECT, [], "张三", "2015-11-01")  # type: ignore[arg-type]  # bad input
