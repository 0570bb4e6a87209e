"""Delay papers: their last day, and what is found about them."""

from datetime import date
from typing import Any, Final

import pytest

from gxinjury.construction import (
    Contract,
    CoverState,
    DelayFiling,
    ProjectCover,
    TermChange,
    delay_papers_deadline,
    project_cover,
)
from gxinjury.errors import NotInForceError
from gxinjury.explanations import clause_of
from gxinjury.law import LAW
from gxinjury.law.readings import DelayFilingDay, DelayNotFiled, ExtendedTerm, Reading
from tests.bad_input import NOT_DAYS, refused
from tests.cases import law_with, rows

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
DAY_AFTER: Final = date(2016, 7, 1)
COVERED, NOT_COVERED, UNSETTLED = CoverState.COVERED, CoverState.NOT_COVERED, CoverState.UNSETTLED


def cover(
    filed_on: date | None,
    ends: date | None = date(2016, 9, 30),
    *readings: Reading,
    **facts: Any,  # noqa: ANN401  (any facts)
) -> ProjectCover:
    """Return the cover of a project whose delay papers were filed on a day, or never."""
    delay = None if filed_on is None else DelayFiling(filed_on=filed_on, acceptance_period_ends=ends)
    return project_cover(CONTRACT, paid_on=date(2015, 10, 8), delay=delay, law=LAW.reading(*readings), **facts)


def codes(answer: ProjectCover) -> list[str]:
    """Return the codes of what was found."""
    return [finding.code for finding in answer.findings]


@pytest.mark.clause("NN-1.3.2")
class TestDeadline:
    """NN-1.3.2: the papers come 30 days before the contract expires."""

    @pytest.mark.parametrize(
        "row",
        [row for row in rows("construction_deadlines") if row["question"] == "delay_papers"],
        ids=lambda r: r["id"],
    )
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """D4, under both readings."""
        assert delay_papers_deadline(row["from"], law=law_with(row.get("readings", ()))) == row["raw"]
        assert str(clause_of(delay_papers_deadline)) == row["clause"]

    def test_does_not_roll(self) -> None:
        """Counted backwards, the last day stays where it falls, on a Sunday too."""
        assert delay_papers_deadline(date(2016, 5, 31)) == date(2016, 5, 1)

    @pytest.mark.parametrize(("value", "rule"), [*NOT_DAYS, (None, "must be a day")], ids=repr)
    def test_takes_a_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (what a caller may hand in)
        """The expiry is a day."""
        with refused("delay_papers_deadline", "expiry", rule):
            delay_papers_deadline(value)

    def test_not_before_the_notice(self) -> None:
        """A contract that expired on the last day of 2014 knew no delay papers."""
        assert delay_papers_deadline(date(2015, 1, 1)) == date(2014, 12, 2)
        with pytest.raises(NotInForceError):
            delay_papers_deadline(date(2014, 12, 31))

    @pytest.mark.parametrize(
        ("filed_on", "by_default", "strictly"),
        [
            (date(2016, 5, 30), COVERED, COVERED),
            (date(2016, 5, 31), COVERED, UNSETTLED),
            (date(2016, 6, 1), UNSETTLED, UNSETTLED),
        ],
    )
    def test_both_sides(self, filed_on: date, by_default: CoverState, strictly: CoverState) -> None:
        """On the last day the papers are in time, the day after they are late, under both readings."""
        assert cover(filed_on).state(DAY_AFTER) is by_default
        strict = cover(filed_on, date(2016, 9, 30), DelayFilingDay.THIRTY_CLEAR_DAYS)
        assert strict.state(DAY_AFTER) is strictly

    def test_counts_from_the_expiry_as_extended(self) -> None:
        """AS_AGREED: an extended contract moves the last day with it; by default it stays where it was registered."""
        extended = [TermChange(completion=date(2016, 7, 30), agreed_on=date(2016, 6, 1))]
        ends, as_agreed = date(2016, 9, 30), ExtendedTerm.AS_AGREED
        assert cover(date(2016, 6, 30), ends, as_agreed, term_changes=extended).state(ends) is COVERED
        assert cover(date(2016, 7, 1), ends, as_agreed, term_changes=extended).state(ends) is UNSETTLED
        assert cover(date(2016, 6, 30), term_changes=extended).state(ends) is UNSETTLED


@pytest.mark.clause("NN-1.3.2")
class TestCap:
    """NN-1.3.2: in time, cover goes on to acceptance, at most to the end of the acceptance period."""

    @pytest.mark.parametrize(
        ("ends", "last"),
        [
            (date(2016, 6, 29), date(2016, 6, 30)),
            (date(2016, 6, 30), date(2016, 6, 30)),
            (date(2016, 7, 1), date(2016, 7, 1)),
            (date(2016, 7, 2), date(2016, 7, 2)),
        ],
    )
    def test_ends_on_or_after_the_expiry(self, ends: date, last: date) -> None:
        """An end on the expiry adds nothing, an end the day after adds a day; and what adds nothing is found."""
        answer = cover(date(2016, 5, 31), ends)
        assert [period.last for period in answer.periods] == [last]
        assert answer.unsettled == ()
        assert ("acceptance_period_within_term" in codes(answer)) is (ends <= date(2016, 6, 30))

    @pytest.mark.parametrize(
        ("accepted_on", "last"),
        [
            (date(2016, 6, 30), date(2016, 6, 30)),
            (date(2016, 7, 1), date(2016, 7, 1)),
            (date(2016, 9, 29), date(2016, 9, 29)),
            (date(2016, 9, 30), date(2016, 9, 30)),
            (date(2016, 10, 1), date(2016, 9, 30)),
            (None, date(2016, 9, 30)),
        ],
    )
    def test_whichever_is_first(self, accepted_on: date | None, last: date) -> None:
        """Acceptance before the end ends the cover, acceptance after it or none leaves the end."""
        answer = cover(date(2016, 5, 31), accepted_on=accepted_on)
        assert [period.last for period in answer.periods] == [last]

    @pytest.mark.parametrize("reading", DelayNotFiled)
    def test_late_papers_never_reach_beyond_the_end_they_name(self, reading: DelayNotFiled) -> None:
        """Late papers still name the most that cover could be: after it nothing is covered and nothing unsettled."""
        answer = cover(date(2016, 6, 1), date(2016, 9, 30), reading)
        assert answer.state(date(2016, 10, 1)) is NOT_COVERED


@pytest.mark.clause("NN-1.3.2")
class TestNotFiled:
    """NN-1.3.2: without papers, what follows is what the reading says."""

    @pytest.mark.parametrize(
        ("reading", "state"),
        [
            (DelayNotFiled.UNSETTLED, UNSETTLED),
            (DelayNotFiled.LAPSES, NOT_COVERED),
            (DelayNotFiled.CONTINUES, COVERED),
        ],
    )
    @pytest.mark.parametrize("accepted_on", [None, date(2016, 8, 15)])
    def test_by_reading(self, reading: DelayNotFiled, state: CoverState, accepted_on: date | None) -> None:
        """The days after the expiry, to acceptance or open, are unsettled, not covered or covered."""
        answer = cover(None, None, reading, accepted_on=accepted_on)
        assert answer.state(date(2016, 6, 30)) is COVERED
        assert answer.state(DAY_AFTER) is state
        assert answer.state(date(2016, 8, 15)) is state
        assert answer.state(date(2016, 8, 16)) is (NOT_COVERED if accepted_on else state)

    @pytest.mark.parametrize("accepted_on", [None, date(2016, 6, 30)])
    def test_the_day_of_expiry_needs_no_papers(self, accepted_on: date | None) -> None:
        """Up to the expiry cover runs without papers."""
        assert cover(None, accepted_on=accepted_on).state(date(2016, 6, 30)) is COVERED


@pytest.mark.clause("NN-1.3.2")
class TestFindings:
    """What is told about the papers."""

    @pytest.mark.parametrize(
        ("filed_on", "ends", "accepted_on", "expected"),
        [
            (None, None, date(2016, 6, 30), []),
            (None, None, None, ["delay_papers_due"]),
            (None, None, date(2016, 7, 1), ["delay_papers_missing"]),
            (date(2016, 5, 31), date(2016, 9, 30), None, []),
            (date(2016, 5, 31), None, None, ["acceptance_period_unknown"]),
            (date(2016, 6, 1), date(2016, 9, 30), None, ["delay_papers_late"]),
            (date(2016, 6, 1), None, date(2016, 8, 1), ["delay_papers_late", "acceptance_period_unknown"]),
            (date(2016, 6, 1), date(2016, 6, 30), None, ["delay_papers_late", "acceptance_period_within_term"]),
        ],
    )
    def test_by_what_is_on_file(
        self, filed_on: date | None, ends: date | None, accepted_on: date | None, expected: list[str]
    ) -> None:
        """Due, missing, late, without an end or with an end too early, each under NN-1.3.2."""
        answer = cover(filed_on, ends, accepted_on=accepted_on)
        assert codes(answer) == expected
        assert {str(finding.clause) for finding in answer.findings} <= {"NN-1.3.2"}

    @pytest.mark.parametrize(("filed_on", "days"), [(date(2016, 6, 1), 1), (date(2016, 7, 10), 40)])
    def test_counts_the_days_late(self, filed_on: date, days: int) -> None:
        """Days late count from the last day in time."""
        [finding] = cover(filed_on).findings
        assert (finding["days"], finding["deadline"]) == (days, date(2016, 5, 31))
        assert f"迟报{days}日" in finding.text("zh")
        assert f"days late: {days}" in finding.text("en")

    @pytest.mark.parametrize(("agreed_on", "found"), [(date(2016, 6, 29), False), (date(2016, 6, 30), True)])
    def test_tells_of_a_change_that_came_too_late(self, agreed_on: date, *, found: bool) -> None:
        """A change agreed on the expiry or later extends nothing, and that is told."""
        change = TermChange(completion=date(2016, 12, 31), agreed_on=agreed_on)
        for reading in ExtendedTerm:
            answer = cover(None, None, reading, accepted_on=date(2016, 6, 1), term_changes=[change])
            assert codes(answer) == (["term_changed_after_expiry"] if found else [])
            agreed = date(2016, 6, 30) if found else date(2016, 12, 31)
            assert answer.expiry == (agreed if reading is ExtendedTerm.AS_AGREED else date(2016, 6, 30))

    @pytest.mark.parametrize(("filed_on", "found"), [(date(2016, 9, 30), False), (date(2016, 10, 1), True)])
    def test_tells_of_papers_filed_after_the_acceptance_period(self, filed_on: date, *, found: bool) -> None:
        """Filed on its last day they are only late; filed the day after, a finding tells both days; never covered."""
        for reading in DelayNotFiled:
            answer = cover(filed_on, date(2016, 9, 30), reading)
            told = [one for one in answer.findings if one.code == "delay_papers_after_acceptance_period"]
            values = [(str(one.clause), one["filed_on"], one["ends"]) for one in told]
            assert values == ([("NN-1.3.2", filed_on, date(2016, 9, 30))] if found else [])
            assert answer.state(date(2016, 10, 1)) is NOT_COVERED
