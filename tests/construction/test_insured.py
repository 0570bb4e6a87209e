"""Who is insured: by the roster, on a day, and on which days the project covers him too."""

from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.construction import (
    CoverState,
    ProjectCover,
    Roster,
    RosterChange,
    RosterChangeKind,
    Worker,
    WorkerCover,
    cover_proof,
    insured_on,
    worker_cover,
)
from gxinjury.construction.insured import worker_covers
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.law import LAW
from gxinjury.law.readings import InitialRoster, RemovalEffect
from gxinjury.periods import Period
from tests.bad_input import refused
from tests.construction.rosters import ID, LEAVING, SAME_DAY, WITH_PAYMENT, add, nov, remove, told

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
