"""What a roster is found wanting in."""

from datetime import date
from typing import Any

import pytest

from gxinjury.construction import (
    RosterChange,
    RosterChangeKind,
    Worker,
    roster_findings,
)
from gxinjury.explanations import explain
from tests.bad_input import refused
from tests.construction.rosters import ADD, ID, LEAVING, WITH_PAYMENT, add, nov, remove


def codes(changes: Any, **facts: Any) -> list[str]:  # noqa: ANN401  (any facts)
    """Return the codes of what is found on a roster."""
    return [finding.code for finding in roster_findings(changes, **facts)]


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
            ([add(nov(5), nov(3)), remove(nov(5), nov(3))], [(3, 3)]),
            ([add(nov(5), nov(4)), remove(nov(5), nov(3))], []),
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
