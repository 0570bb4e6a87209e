"""The roster: who is insured from which day to which, what is found, and what is proved."""

import pickle
from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    CoverProof,
    CoverState,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    RosterEntry,
    RosterForm,
    Sex,
    Worker,
    cover_proof,
    insured_on,
    roster_deadline,
    roster_findings,
    unfilled,
    worker_cover,
)
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import explain
from gxinjury.law import LAW
from gxinjury.law.readings import InitialRoster, RemovalEffect
from gxinjury.periods import Period
from tests.bad_input import NOT_AMOUNTS, NOT_DAYS, refused
from tests.cases import rows
from tests.construction.people import resident_ids

ADD, REMOVE = RosterChangeKind.ADD, RosterChangeKind.REMOVE
ID: Final = "450103198001011233"
PROJECT: Final = ProjectCover(
    date(2016, 6, 30), (Period(date(2015, 10, 8), date(2016, 6, 30)),), (Period(date(2016, 7, 1), date(2016, 7, 31)),)
)
LEAVING: Final = LAW.reading(RemovalEffect.LEAVING_DAY)
SAME_DAY: Final = LAW.reading(RemovalEffect.SAME_DAY)
WITH_PAYMENT: Final = LAW.reading(InitialRoster.WITH_PAYMENT)


def nov(day: int) -> date:
    """Return a day of November 2015."""
    return date(2015, 11, day)


def add(day: date, happened_on: date | None = None, worker: Worker | str = "张三") -> RosterChange:
    """Return the report of an addition."""
    return RosterChange(worker, ADD, day, happened_on)


def remove(day: date, happened_on: date | None = None, worker: Worker | str = "张三") -> RosterChange:
    """Return the report of a removal."""
    return RosterChange(worker, REMOVE, day, happened_on)


def told(changes: Any, **facts: Any) -> list[str]:  # noqa: ANN401  (any facts)
    """Return the worker's cover as text."""
    return [str(period) for period in worker_cover(changes, "张三", **facts)]


def codes(changes: Any, **facts: Any) -> list[str]:  # noqa: ANN401  (any facts)
    """Return the codes of what is found on a roster."""
    return [finding.code for finding in roster_findings(changes, **facts)]


@pytest.mark.clause("NN-3.1.1", "NN-3.1.2")
class TestCases:
    """D6 of the worked cases, and the days around it."""

    @pytest.mark.parametrize(
        "row", [row for row in rows("roster") if row["question"] == "worker_cover"], ids=lambda row: row["id"]
    )
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """The limit, the first insured day and the days late."""
        change = add(row["reported_on"], row["happened_on"])
        assert roster_deadline(row["happened_on"]) == row["limit"]
        assert worker_cover([change], "张三") == (Period(row["insured_from"], None),)
        late = [finding["days"] for finding in roster_findings([change]) if finding.code == "reported_late"]
        assert late == ([row["days_late"]] if "days_late" in row else [])


@pytest.mark.clause("NN-3.1.1")
class TestDeadline:
    """NN-3.1.1: reported by the end of the month."""

    @given(st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 12, 31)))
    def test_is_the_last_day_of_the_month(self, day: date) -> None:
        """It lies in the month of the change, and the next day does not; it never rolls."""
        limit = roster_deadline(day)
        after = limit + timedelta(days=1)
        assert (limit.year, limit.month) == (day.year, day.month)
        assert after.day == 1

    def test_a_reform_may_give_more_time(self) -> None:
        """Where the law gave the month after, the limit would be its end."""
        entry = LAW.roster_months.entries[0].__class__(date(2016, 1, 1), 1, LAW.roster_months.label)
        law = LAW.with_figure("roster_months", entry)
        assert roster_deadline(date(2015, 12, 31), law=law) == date(2015, 12, 31)
        assert roster_deadline(date(2016, 1, 31), law=law) == date(2016, 2, 29)

    def test_is_not_known_before_the_notice(self) -> None:
        """The notice governs from 2015."""
        with pytest.raises(NotInForceError, match="2014-12-31"):
            roster_deadline(date(2014, 12, 31))

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_refuses_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """A day is a day."""
        with refused("roster_deadline", "happened_on", rule):
            roster_deadline(value)


@pytest.mark.clause("NN-3.1.2")
class TestWorkerCover:
    """NN-3.1.2: from the day after the report; to which day, by reading."""

    def test_takes_effect_the_day_after(self) -> None:
        """The day of the report is not insured yet, the next one is."""
        [period] = worker_cover([add(nov(28))], "张三")
        assert nov(28) not in period
        assert nov(29) in period

    @pytest.mark.parametrize(("law", "last"), [(LAW, 10), (SAME_DAY, 9), (LEAVING, 4)])
    def test_a_removal_by_reading(self, law: Any, last: int) -> None:  # noqa: ANN401  (a law)
        """Removed on the 10th, having left on the 4th."""
        assert told([add(nov(1)), remove(nov(10), nov(4))], law=law) == [f"2015-11-02..2015-11-{last:02}"]

    def test_a_removal_reported_ahead(self) -> None:
        """By the leaving day the cover goes on to it, by the report it ends before."""
        changes = [add(nov(1)), remove(nov(10), nov(20))]
        assert told(changes) == ["2015-11-02..2015-11-10"]
        assert told(changes, law=LEAVING) == ["2015-11-02..2015-11-20"]

    def test_the_leaving_day_must_be_known_by_that_reading(self) -> None:
        """The refusal names the worker, his id masked, and the report."""
        with pytest.raises(InvalidFactError) as caught:
            worker_cover([add(nov(1), worker=ID), remove(nov(10), worker=ID)], ID, law=LEAVING)
        assert str(caught.value) == (
            "RosterChange.happened_on must be given by this reading, the day he left (worker 4501************33, "
            "removal reported on 2015-11-10), got None"
        )

    @pytest.mark.parametrize(("reported", "first"), [(1, 10), (10, 10), (11, 12)])
    def test_the_first_roster_with_the_payment_by_reading(self, reported: int, first: int) -> None:
        """What is reported by the payment of the 10th takes effect on it, what comes later the day after."""
        assert told([add(nov(reported))], paid_on=nov(10), law=WITH_PAYMENT) == [f"2015-11-{first:02}.."]
        assert told([add(nov(reported))], paid_on=nov(10)) == [f"2015-11-{reported + 1:02}.."]

    def test_the_payment_must_be_known_by_that_reading(self) -> None:
        """Without the day of payment the reading has nothing to go by."""
        for question in (worker_cover, insured_on):
            asked: Any = question
            with refused("Roster", "paid_on", "must be given", got="None"):
                asked([add(nov(1))], "张三" if question is worker_cover else nov(1), law=WITH_PAYMENT)

    @pytest.mark.parametrize(
        ("changes", "periods"),
        [
            ([add(nov(5)), remove(nov(5))], []),
            ([remove(nov(5)), add(nov(5))], []),
            ([add(nov(1)), remove(nov(5)), add(nov(5))], ["2015-11-02.."]),
            ([add(nov(1)), add(nov(5)), remove(nov(5))], ["2015-11-02.."]),
            ([add(nov(5)), remove(nov(5)), add(nov(5))], ["2015-11-06.."]),
            ([add(nov(1)), remove(nov(5)), add(nov(6))], ["2015-11-02..2015-11-05", "2015-11-07.."]),
            ([remove(nov(5)), add(nov(6))], ["2015-11-07.."]),
            ([add(nov(1)), add(nov(6))], ["2015-11-02.."]),
            ([], []),
        ],
    )
    def test_reports_of_one_day(self, changes: list[RosterChange], periods: list[str]) -> None:
        """Within a day the report that fits comes first, in whatever order they are handed in."""
        assert told(changes) == told(changes[::-1]) == periods

    def test_removed_and_added_on_one_day_by_the_day_before(self) -> None:
        """Where the day of the report is not covered, it is a gap between two stays."""
        changes = [add(nov(1)), remove(nov(5)), add(nov(5))]
        assert told(changes, law=SAME_DAY) == ["2015-11-02..2015-11-04", "2015-11-06.."]

    def test_a_worker_is_his_id(self) -> None:
        """Whether asked for by record, by id or by an id spelled otherwise, under whatever name."""
        changes = [add(nov(1), worker=Worker("张三", ID)), remove(nov(9), worker=Worker("张叁", ID))]
        spelled = "４５０１０３１９８００１０１１２３３"
        answers = {worker_cover(changes, one) for one in (ID, spelled, Worker("李四", ID))}
        assert answers == {(Period(nov(2), nov(9)),)}
        assert worker_cover(changes, "王五") == ()

    def test_a_name_stands_for_the_only_one_of_it(self) -> None:
        """By any name that the roster has him under; of two of one name nobody is guessed, and no id is shown."""
        changes = [add(nov(1), worker=Worker("张三", ID)), remove(nov(9), worker=Worker("张叁", ID))]
        for one in ("张三", " 张三 ", "张叁", Worker("张三")):
            assert worker_cover(changes, one) == (Period(nov(2), nov(9)),)
        assert worker_cover(changes, Worker("张三", "450103198001011241")) == ()
        assert worker_cover([add(nov(1), worker="张三")], Worker("张三", ID)) == (Period(nov(2), None),)
        twice = [*changes, add(nov(2), worker=Worker("张三", "450103198001011241"))]
        with refused("Roster", "worker", "must be told by the resident id: the roster has more than one"):
            worker_cover(twice, "张三")
        assert worker_cover(twice, "张叁") == (Period(nov(2), nov(9)),)
        assert worker_cover([*twice, add(nov(3), worker="张三")], "张三") == (Period(nov(4), None),)

    def test_explains_itself(self) -> None:
        """The explanation names the effective day, the last day and the readings, in both languages."""
        explanation = explain(worker_cover, [add(nov(1), worker=ID), remove(nov(9), worker=ID)], ID)
        steps = [step.name for step in explanation.steps]
        assert steps[1:] == ["last_insured_day", "RemovalEffect", "effective_day", "InitialRoster"]
        for text in (explanation.text("zh"), explanation.text("en")):
            assert "2015-11-02" in text
            assert ID not in text
            assert "4501************33" in text

    def test_asks_for_a_reading_only_where_it_matters(self) -> None:
        """Nobody removed, and all reported after the payment: there is nothing to read."""
        explanation = explain(worker_cover, [add(nov(2))], "张三", paid_on=nov(1))
        assert [step.name for step in explanation.steps] == ["worker_cover", "effective_day"]
        assert not explanation.cautions

    @pytest.mark.parametrize("worker", [None, "", 7])
    def test_refuses_what_names_nobody(self, worker: Any) -> None:  # noqa: ANN401  (bad input)
        """A question is about somebody."""
        with refused("Roster", "worker", "must be a Worker, or a text that names one"):
            worker_cover([], worker)

    def test_refuses_what_is_no_change(self) -> None:
        """The changes are records, and the days days."""
        with refused("Roster", "changes[0]", "must be of type RosterChange"):
            worker_cover(["张三"], "张三")  # type: ignore[list-item]  # bad input
        with refused("worker_cover", "paid_on", "must be a day"):
            worker_cover([], "张三", paid_on="2015-10-08")  # type: ignore[arg-type]  # bad input


class TestRosterChange:
    """What a change lets in."""

    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS)
    def test_refuses_what_is_no_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """Both days are days; that of the event may be unknown."""
        with refused("RosterChange", "reported_on", rule):
            RosterChange("张三", ADD, value)
        with refused("RosterChange", "happened_on", rule):
            RosterChange("张三", ADD, nov(1), value)

    @pytest.mark.parametrize(("value", "rule"), [row for row in NOT_AMOUNTS if row[0] is not None])
    def test_refuses_what_is_no_wage(self, value: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """A wage is an amount above zero."""
        with refused("RosterChange", "monthly_wage", rule):
            RosterChange("张三", ADD, nov(1), monthly_wage=value)

    def test_refuses_a_wage_of_nothing(self) -> None:
        """Nobody works for nothing."""
        with refused("RosterChange", "monthly_wage", "must be above zero", got="0"):
            RosterChange("张三", ADD, nov(1), monthly_wage="0")

    def test_refuses_what_is_no_kind_and_nobody(self) -> None:
        """A change adds or removes somebody."""
        with refused("RosterChange", "kind", "must be of type RosterChangeKind", got="'ADD'"):
            RosterChange("张三", "ADD", nov(1))  # type: ignore[arg-type]  # bad input
        with refused("RosterChange", "worker", "must be a Worker"):
            RosterChange("", ADD, nov(1))


@pytest.mark.clause("NN-3.1.1")
class TestInsuredOn:
    """NN-3.1.1: the listed workers are the insured persons."""

    def test_lists_each_worker_once_as_the_last_change_has_him(self) -> None:
        """In the order in which they first come up."""
        changes = [
            add(nov(3), worker="王五"),
            add(nov(1), worker=Worker("张三", ID)),
            remove(nov(4), worker="王五"),
            add(nov(2), worker=Worker("张叁", ID)),
        ]
        assert insured_on(changes, nov(4)) == ("王五", Worker("张叁", ID))
        assert insured_on(changes, nov(5)) == (Worker("张叁", ID),)
        assert insured_on(changes, nov(1)) == ()

    def test_a_roster_remembers(self) -> None:
        """Asked again, and under another law, a roster answers as the changes do."""
        changes = [add(nov(1)), remove(nov(9), nov(5))]
        roster = Roster(changes)
        for law in (LAW, SAME_DAY, LEAVING, LAW):
            for day in range(1, 11):
                assert insured_on(roster, nov(day), law=law) == insured_on(changes, nov(day), law=law)

    def test_explains_with_each_reading_once(self) -> None:
        """A thousand workers do not make a thousand readings."""
        changes = [one for number in range(1000) for one in (add(nov(1), worker=f"{number}"),)]
        explanation = explain(insured_on, [*changes, remove(nov(2), worker="7")], nov(3))
        assert len(explanation.outcome) == 999
        assert [step.name for step in explanation.steps] == ["insured_on", "InitialRoster", "RemovalEffect"]

    def test_refuses_what_is_no_day(self) -> None:
        """A day is a day."""
        with refused("insured_on", "day", "must be a day"):
            insured_on([], "2015-11-01")  # type: ignore[arg-type]  # bad input
        with refused("insured_on", "paid_on", "must be a day"):
            insured_on([], nov(1), paid_on=7)  # type: ignore[arg-type]  # bad input


class TestRoster:
    """The index itself."""

    def test_is_the_changes(self) -> None:
        """It is as long as they are, gives them back, equals one of the same, and pickles."""
        changes = (add(nov(2)), remove(nov(1)))
        roster = Roster(changes)
        assert (len(roster), tuple(roster)) == (2, changes)
        assert roster == Roster(list(changes)) == pickle.loads(pickle.dumps(roster))  # noqa: S301  (its own)
        assert Roster(roster) == roster


@pytest.mark.clause("NN-3.1.1", "NN-3.1.2")
class TestFindings:
    """What a roster is found wanting in."""

    def test_an_addition_of_somebody_on(self) -> None:
        """The second addition changes nothing and is told."""
        [found] = roster_findings([add(nov(1)), add(nov(5))])
        assert (found.code, found["worker"], found["reported_on"]) == ("already_listed", "张三", nov(5))
        assert found.text("zh") == "张三：2015-11-05 申报增员，但已在册，本次申报不改变参保 [NN-3.1.1]"

    def test_a_removal_of_somebody_not_on(self) -> None:
        """Whether never on, or off already."""
        assert codes([remove(nov(1))]) == ["not_listed"]
        assert codes([add(nov(1)), remove(nov(2)), remove(nov(3))]) == ["not_listed"]

    def test_an_id_under_several_names(self) -> None:
        """Told once with all its names; the id decides that it is one worker."""
        workers = [Worker("张三", ID), Worker("李四", ID), Worker("张三", ID)]
        changes = [add(nov(1), worker=workers[0]), remove(nov(2), worker=workers[1]), add(nov(3), worker=workers[2])]
        [found] = roster_findings(changes)
        assert (found.code, found["resident_id"], found["names"]) == ("one_id_several_names", ID, ("张三", "李四"))
        assert str(found) == (
            "the resident id 4501************33 stands under several names (张三, 李四): taken for one worker, "
            "check it [NN-3.1.1]"
        )
        assert ID not in repr(found)

    @pytest.mark.parametrize(("reported", "days"), [(date(2015, 11, 30), 0), (date(2015, 12, 1), 1)])
    @pytest.mark.parametrize("kind", RosterChangeKind)
    def test_a_report_after_the_month(self, kind: RosterChangeKind, reported: date, days: int) -> None:
        """Additions and removals alike; the last day of the month is in time."""
        changes = [*([] if kind is ADD else [add(nov(1))]), RosterChange("张三", kind, reported, nov(15))]
        late = [found["days"] for found in roster_findings(changes) if found.code == "reported_late"]
        assert late == ([days] if days else [])

    def test_the_first_roster_is_never_late(self) -> None:
        """A project owes no report before it is enrolled; who is reported a day later, is."""
        change = add(nov(30), date(2015, 7, 1))
        assert "reported_late" not in codes([change], paid_on=nov(30))
        assert "reported_late" in codes([change], paid_on=nov(29))
        assert "reported_late" in codes([change])

    def test_a_change_before_the_notice_is_never_late(self) -> None:
        """There was no duty yet; the first shift of 2015 is under it."""
        assert codes([add(date(2015, 3, 1), date(2014, 12, 31))]) == ["roster_gap"]
        assert codes([add(date(2015, 3, 1), date(2015, 1, 1))]) == ["reported_late", "roster_gap"]

    @pytest.mark.parametrize(
        ("changes", "gaps"),
        [
            ([add(nov(5), nov(6))], []),
            ([add(nov(5), nov(5))], [(5, 5)]),
            ([add(nov(5), nov(1))], [(1, 5)]),
            ([add(nov(5))], []),
            ([add(nov(1), nov(2)), remove(nov(9), nov(9))], []),
            ([add(nov(1), nov(2)), remove(nov(9), nov(12))], [(10, 12)]),
            ([add(nov(1)), remove(nov(9), nov(10))], [(10, 10)]),
            ([add(nov(5), nov(3)), remove(nov(9))], [(3, 5)]),
            ([add(nov(5), nov(3)), remove(nov(5), nov(4))], [(3, 4)]),
            ([add(nov(5), nov(8)), remove(nov(5), nov(6))], []),
            ([add(nov(1), nov(2)), remove(nov(9), nov(9)), add(nov(12), nov(8))], [(10, 12)]),
        ],
    )
    def test_days_worked_uninsured(self, changes: list[RosterChange], gaps: list[tuple[int, int]]) -> None:
        """From the first shift to the last, as far as known, what no stay on the roster insures."""
        found = [one for one in roster_findings(changes) if one.code == "roster_gap"]
        assert [(one["first"], one["last"]) for one in found] == [(nov(first), nov(last)) for first, last in gaps]
        assert [one["days"] for one in found] == [last - first + 1 for first, last in gaps]

    def test_gaps_are_by_reading(self) -> None:
        """By the leaving day there is none at the end; with the payment none at the start."""
        assert codes([add(nov(1), nov(2)), remove(nov(9), nov(12))], law=LEAVING) == []
        assert codes([add(nov(5), nov(5))], paid_on=nov(5), law=WITH_PAYMENT) == []

    def test_explains_the_limit_of_a_day_once(self) -> None:
        """Two changes of one day, reported late, share their limit; that of another day is a step of its own."""
        days = {"1": nov(2), "2": nov(2), "3": nov(3)}
        changes = [add(date(2015, 12, 1), happened_on, worker) for worker, happened_on in days.items()]
        explanation = explain(roster_findings, changes)
        assert [step.name for step in explanation.steps].count("roster_deadline") == len(set(days.values()))
        late = [found["worker"] for found in explanation.outcome if found.code == "reported_late"]
        assert late == list(days)

    def test_refuses_what_is_no_day(self) -> None:
        """A day is a day."""
        with refused("roster_findings", "paid_on", "must be a day"):
            roster_findings([], paid_on="")  # type: ignore[arg-type]  # bad input


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


@pytest.mark.clause("NN-A2")
class TestForm:
    """Annex 2 as a record."""

    def test_a_full_form_lacks_nothing(self) -> None:
        """Every column and all of the head are filled."""
        entry = RosterEntry(Worker("张三", ID, Sex.MALE), ADD, "进场", "3500", nov(29), 1)
        form = RosterForm(nov(28), [entry], "邕江花园", "某建筑公司", "李四", "0771-1234567")
        assert unfilled(form) == ()
        [change] = form.changes
        assert (change.worker, change.kind, change.reported_on) == (entry.worker, ADD, nov(28))
        assert (change.monthly_wage, change.happened_on) == (entry.monthly_wage, None)

    @pytest.mark.parametrize("field", ["project", "enterprise", "handler", "phone"])
    def test_blanks_at_the_ends_of_the_head_go(self, field: str) -> None:
        """What is only blank is not filled in."""
        told = [getattr(RosterForm(nov(28), [], **{field: text}), field) for text in (" 甲　", "　 ", "")]
        assert told == ["甲", None, None]

    def test_tells_what_is_blank(self) -> None:
        """Each part of the head, and each column with how many rows and the first of them."""
        full = RosterEntry(Worker("张三", ID, Sex.MALE), ADD, "进场", "3500", nov(29))
        blank = RosterEntry(Worker("李四"), REMOVE, " ")
        found = unfilled(RosterForm(nov(28), [full, blank, blank], project=" "))
        assert [one.code for one in found] == ["head_not_filled"] * 4 + ["column_not_filled"] * 5
        assert [(one["rows"], one["first"]) for one in found[4:]] == [(2, 2)] * 5
        assert str(found[5]) == "rows without resident id: 2, the first being row 2 [NN-A2]"
        assert found[0].text("zh") == "未填“项目名称” [NN-A2]"

    def test_refuses_bad_input(self) -> None:
        """Rows are entries of workers, and what is filled in is of its type."""
        worker = Worker("张三")
        bad: Any = 7
        for make, record, field in (
            (lambda: unfilled(bad), "unfilled", "form"),
            (lambda: RosterForm(nov(1), [bad]), "RosterForm", "entries[0]"),
            (lambda: RosterForm(bad, []), "RosterForm", "reported_on"),
            (lambda: RosterForm(nov(1), [], phone=bad), "RosterForm", "phone"),
            (lambda: RosterEntry(bad, ADD), "RosterEntry", "worker"),
            (lambda: RosterEntry(worker, bad), "RosterEntry", "kind"),
            (lambda: RosterEntry(worker, ADD, bad), "RosterEntry", "reason"),
            (lambda: RosterEntry(worker, ADD, monthly_wage=-bad), "RosterEntry", "monthly_wage"),
            (lambda: RosterEntry(worker, ADD, enrolled_on=bad), "RosterEntry", "enrolled_on"),
            (lambda: RosterEntry(worker, ADD, number=-bad), "RosterEntry", "number"),
        ):
            with refused(record, field, "must"):
                make()

    def test_masks_an_id_wherever_it_was_written(self) -> None:
        """In the reason or beside the handler's name it is masked too."""
        form = RosterForm(nov(1), [RosterEntry(Worker("张三"), ADD, f"替{ID}")], handler=f"李四 {ID}")
        assert ID not in repr(form)
