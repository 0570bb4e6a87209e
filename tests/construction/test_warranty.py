"""The warranty period: its limit, from when it is covered, and what is found about it."""

from datetime import date
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import Contract, CoverState, ProjectCover, Warranty, project_cover, warranty_deadline
from gxinjury.errors import NotInForceError
from gxinjury.explanations import clause_of
from gxinjury.law import LAW
from gxinjury.law.readings import CompletionForWarranty, DelayNotFiled, LateWarrantyFiling
from tests.bad_input import NOT_DAYS, refused
from tests.cases import rows
from tests.construction.oracles import Weekends

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
ACCEPTED: Final = date(2016, 6, 30)
LAST: Final = date(2018, 6, 30)
FILED: Final = Warranty(filed_on=date(2016, 7, 10), roster_reported_on=date(2016, 7, 20), ends=LAST)
KNOWN: Final = Weekends(known_through=2016)
UNKNOWN: Final = Weekends(known_through=2015)
COVERED, NOT_COVERED, UNSETTLED = CoverState.COVERED, CoverState.NOT_COVERED, CoverState.UNSETTLED


def cover(warranty: Warranty, *readings: Any, **facts: Any) -> ProjectCover:  # noqa: ANN401  (any facts)
    """Return the cover of a project that was accepted on the last day of its contract."""
    given: dict[str, Any] = {"paid_on": date(2015, 10, 8), "accepted_on": ACCEPTED} | facts
    return project_cover(CONTRACT, warranty=warranty, law=LAW.reading(*readings), **given)


def codes(answer: ProjectCover) -> list[str]:
    """Return the codes of what was found, but for the gap before the cover of the warranty."""
    return [finding.code for finding in answer.findings if finding.code != "warranty_gap"]


@pytest.mark.clause("NN-1.3.3", "CIVIL-201", "CIVIL-203")
class TestDeadline:
    """NN-1.3.3: the warranty contract is filed within 30 days after completion."""

    @pytest.mark.parametrize(
        "row",
        [row for row in rows("construction_deadlines") if row["question"] == "warranty_filing"],
        ids=lambda r: r["id"],
    )
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """D5: raw on a Saturday, rolled to Monday where a calendar says so."""
        plain, rolled = warranty_deadline(row["from"]), warranty_deadline(row["from"], calendar=KNOWN)
        assert (plain.raw, plain.day, plain.calendar_consulted) == (row["raw"], row["raw"], False)
        assert (rolled.raw, rolled.day, rolled.calendar_consulted) == (row["raw"], row["rolled"], True)
        assert str(clause_of(warranty_deadline)) == row["clause"]

    def test_is_open_in_a_year_not_announced(self) -> None:
        """Where the calendar does not know the year the limit lies between two days."""
        limit = warranty_deadline(ACCEPTED, calendar=UNKNOWN)
        assert (limit.day, limit.earliest, limit.latest) == (None, date(2016, 7, 30), date(2016, 8, 3))

    @pytest.mark.parametrize(("value", "rule"), [*NOT_DAYS, (None, "must be a day")], ids=repr)
    def test_takes_a_day(self, value: Any, rule: str) -> None:  # noqa: ANN401  (what a caller may hand in)
        """Completion is a day."""
        with refused("warranty_deadline", "completion", rule):
            warranty_deadline(value)

    @pytest.mark.parametrize("calendar", ["weekends", date(2016, 7, 30), [date(2016, 7, 30)]])
    def test_takes_a_calendar(self, calendar: Any) -> None:  # noqa: ANN401  (as above)
        """A calendar can say whether a day is off."""
        with refused("warranty_deadline", "calendar", "must be of type WorkCalendar"):
            warranty_deadline(ACCEPTED, calendar=calendar)
        with refused("project_cover", "calendar", "must be of type WorkCalendar"):
            cover(FILED, calendar=calendar)

    def test_not_before_the_notice(self) -> None:
        """A completion on the last day of 2014 had no limit, one on the first day of 2015 had."""
        assert warranty_deadline(date(2015, 1, 1)).raw == date(2015, 1, 31)
        with pytest.raises(NotInForceError):
            warranty_deadline(date(2014, 12, 31))


@pytest.mark.clause("NN-1.3.3")
class TestFiledLate:
    """NN-1.3.3: filed within the limit it is in time; after it the reading says what follows."""

    @pytest.mark.parametrize(
        ("filed_on", "calendar", "code", "no_cover"),
        [
            (date(2016, 7, 30), None, None, COVERED),
            (date(2016, 7, 31), None, "warranty_filed_late", NOT_COVERED),
            (date(2016, 7, 31), KNOWN, None, COVERED),
            (date(2016, 8, 1), KNOWN, None, COVERED),
            (date(2016, 8, 2), KNOWN, "warranty_filed_late", NOT_COVERED),
            (date(2016, 7, 30), UNKNOWN, None, COVERED),
            (date(2016, 7, 31), UNKNOWN, "warranty_filing_undetermined", UNSETTLED),
            (date(2016, 8, 3), UNKNOWN, "warranty_filing_undetermined", UNSETTLED),
            (date(2016, 8, 4), UNKNOWN, "warranty_filed_late", NOT_COVERED),
        ],
    )
    def test_both_sides(
        self, filed_on: date, calendar: Weekends | None, code: str | None, no_cover: CoverState
    ) -> None:
        """Day 30 and day 31, with and without days off: late is a finding, and under NO_COVER more than that."""
        warranty = attrs.evolve(FILED, filed_on=filed_on)
        for reading, state in ((LateWarrantyFiling.STILL_EFFECTIVE, COVERED), (LateWarrantyFiling.NO_COVER, no_cover)):
            answer = cover(warranty, reading, calendar=calendar)
            assert answer.state(LAST) is state
            assert answer.state(filed_on) is state
            assert codes(answer) == ([code] if code else [])

    def test_the_finding_names_the_limit(self) -> None:
        """Late filing names the day and the limit; an open limit names both days it lies between."""
        late = attrs.evolve(FILED, filed_on=date(2016, 8, 3))
        finding, _ = cover(late).findings
        assert (str(finding.clause), finding["filed_on"], finding["limit"]) == (
            "NN-1.3.3",
            date(2016, 8, 3),
            "2016-07-30",
        )
        finding, _ = cover(late, calendar=UNKNOWN).findings
        assert finding["limit"] == "2016-07-30/2016-08-03"


@pytest.mark.clause("NN-1.3.3")
class TestNotBackdated:
    """NN-1.3.3: covered from the later of filing and roster, never before the completion."""

    @pytest.mark.parametrize(
        ("filed_on", "roster", "first"),
        [
            (date(2016, 7, 10), date(2016, 7, 20), date(2016, 7, 20)),
            (date(2016, 7, 20), date(2016, 7, 10), date(2016, 7, 20)),
            (date(2016, 7, 20), date(2016, 7, 20), date(2016, 7, 20)),
        ],
    )
    def test_from_the_later_in_either_order(self, filed_on: date, roster: date, first: date) -> None:
        """Roster before filing, after it or with it: the later day is the first one covered."""
        answer = cover(Warranty(filed_on=filed_on, roster_reported_on=roster, ends=LAST))
        assert [str(period) for period in answer.periods] == ["2015-10-08..2016-06-30", f"{first}..2018-06-30"]
        [gap] = answer.findings
        assert (gap.code, str(gap.clause)) == ("warranty_gap", "NN-1.3.3")
        assert (gap["first"], gap["last"], gap["days"]) == (date(2016, 7, 1), date(2016, 7, 19), 19)

    @pytest.mark.parametrize(("filed_on", "days"), [(date(2016, 7, 1), None), (date(2016, 7, 2), 1)])
    def test_a_gap_is_told_from_its_first_day_on(self, filed_on: date, days: int | None) -> None:
        """Complete the day after acceptance the cover goes on; complete a day later, a day is not covered."""
        answer = cover(Warranty(filed_on=filed_on, roster_reported_on=filed_on, ends=LAST))
        assert [finding["days"] for finding in answer.findings] == ([] if days is None else [days])

    def test_no_gap_where_acceptance_is_not_known(self) -> None:
        """Counted from the contractual completion, an acceptance still to come leaves no gap to tell."""
        answer = cover(FILED, CompletionForWarranty.CONTRACTUAL, accepted_on=None)
        assert "warranty_gap" not in [finding.code for finding in answer.findings]

    def test_filed_ahead_it_joins_the_works(self) -> None:
        """Filed and reported before acceptance the warranty is covered without a gap."""
        ahead = Warranty(filed_on=date(2016, 6, 1), roster_reported_on=date(2016, 6, 1), ends=LAST)
        assert [str(period) for period in cover(ahead).periods] == ["2015-10-08..2018-06-30"]

    @pytest.mark.parametrize(
        ("ends", "found"),
        [
            (date(2016, 7, 19), ["warranty_over"]),
            (date(2016, 7, 20), []),
            (date(2016, 7, 21), []),
        ],
    )
    def test_over_before_it_takes_effect(self, ends: date, found: list[str]) -> None:
        """A warranty that ends on the first day has one day of cover; one that ended the day before has none."""
        answer = cover(attrs.evolve(FILED, ends=ends))
        assert codes(answer) == found
        assert answer.state(date(2016, 7, 20)) is (NOT_COVERED if found else COVERED)
        assert answer.state(date(2016, 7, 19)) is NOT_COVERED
        assert answer.state(date(2016, 7, 22)) is NOT_COVERED

    @pytest.mark.parametrize(
        ("filed_on", "roster", "found"),
        [
            (None, None, "warranty_not_filed"),
            (None, date(2016, 7, 20), "warranty_not_filed"),
            (date(2016, 7, 10), None, "warranty_roster_missing"),
        ],
    )
    def test_needs_both(self, filed_on: date | None, roster: date | None, found: str) -> None:
        """Filing alone or roster alone brings no cover."""
        answer = cover(Warranty(filed_on=filed_on, roster_reported_on=roster, ends=LAST))
        assert codes(answer) == [found]
        assert [str(period) for period in answer.periods] == ["2015-10-08..2016-06-30"]

    def test_nothing_without_cover_of_the_works(self) -> None:
        """A project that paid after acceptance has no warranty cover either."""
        answer = cover(FILED, paid_on=date(2016, 7, 1))
        assert answer.periods == answer.unsettled == ()
        assert codes(answer) == ["paid_after_acceptance"]


@pytest.mark.clause("NN-1.3.3")
class TestWhichCompletion:
    """NN-1.3.3: the limit runs from acceptance, from actual completion or from the contractual one."""

    LATE_ACCEPTANCE: Final[dict[str, Any]] = {"accepted_on": date(2016, 8, 10), "completed_on": date(2016, 7, 20)}

    @pytest.mark.parametrize(
        ("reading", "last_in_time"),
        [
            (CompletionForWarranty.ACCEPTED, date(2016, 9, 9)),
            (CompletionForWarranty.COMPLETED, date(2016, 8, 19)),
            (CompletionForWarranty.CONTRACTUAL, date(2016, 7, 30)),
        ],
    )
    def test_both_sides_of_each(self, reading: CompletionForWarranty, last_in_time: date) -> None:
        """Filed on the thirtieth day after the completion of the reading it is in time, the day after it is late."""
        for filed_on, late in ((last_in_time, False), (date.fromordinal(last_in_time.toordinal() + 1), True)):
            warranty = Warranty(filed_on=filed_on, roster_reported_on=filed_on, ends=LAST)
            answer = cover(warranty, reading, **self.LATE_ACCEPTANCE)
            assert ("warranty_filed_late" in codes(answer)) is late

    @pytest.mark.parametrize(
        ("reading", "first"),
        [
            (CompletionForWarranty.ACCEPTED, date(2016, 8, 10)),
            (CompletionForWarranty.COMPLETED, date(2016, 7, 20)),
            (CompletionForWarranty.CONTRACTUAL, date(2016, 7, 1)),
        ],
    )
    def test_no_warranty_before_its_completion(self, reading: CompletionForWarranty, first: date) -> None:
        """Filed ahead, cover of the warranty starts with the completion of the reading."""
        ahead = Warranty(filed_on=date(2016, 5, 1), roster_reported_on=date(2016, 5, 1), ends=LAST)
        answer = cover(ahead, reading, DelayNotFiled.LAPSES, **self.LATE_ACCEPTANCE)
        gap = date.fromordinal(first.toordinal() - 1)
        assert answer.state(first) is COVERED
        assert answer.state(gap) is (COVERED if gap <= ACCEPTED else NOT_COVERED)

    @pytest.mark.parametrize(
        ("reading", "comes"),
        [
            (CompletionForWarranty.ACCEPTED, "accepted_on"),
            (CompletionForWarranty.COMPLETED, "completed_on"),
        ],
    )
    @pytest.mark.parametrize("warranty", [FILED, Warranty(filed_on=None, roster_reported_on=None, ends=LAST)])
    def test_is_kept_for_later_before_its_completion(
        self, reading: CompletionForWarranty, comes: str, warranty: Warranty
    ) -> None:
        """Named before the completion it counts from, it covers nothing yet, and a finding says what it will need."""
        before: dict[str, Any] = {"accepted_on": None, "completed_on": None}
        answer = cover(warranty, reading, **before)
        told = [finding for finding in answer.findings if finding.clause.number == "1.3.3"]
        assert [(one.code, one["ends"]) for one in told] == [("warranty_to_come", LAST)]
        assert answer.state(LAST) is UNSETTLED  # as the works are, nobody having filed delay papers
        assert cover(FILED, reading, **(before | {comes: ACCEPTED})).state(LAST) is COVERED

    def test_the_contract_always_has_its_completion(self) -> None:
        """Counted from the contractual completion nothing has to come."""
        facts: dict[str, Any] = {"accepted_on": None, "completed_on": None}
        assert cover(FILED, CompletionForWarranty.CONTRACTUAL, **facts).state(LAST) is COVERED


@pytest.mark.clause("NN-1.3.1", "NN-1.3.3")
@pytest.mark.parametrize(
    ("roster_on", "first"), [(date(2016, 5, 10), date(2016, 6, 1)), (date(2016, 6, 2), date(2016, 6, 2))]
)
def test_no_warranty_is_covered_before_the_premium_is_paid(roster_on: date, first: date) -> None:
    """Works completed in May and filed for at once, the premium paid on 1 June: no day before that is covered."""
    filed = Warranty(filed_on=date(2016, 5, 9), roster_reported_on=roster_on, ends=LAST)
    facts: dict[str, Any] = {"paid_on": date(2016, 6, 1), "completed_on": date(2016, 5, 2)}
    late = project_cover(
        CONTRACT,
        warranty=filed,
        accepted_on=date(2016, 6, 3),
        law=LAW.reading(CompletionForWarranty.COMPLETED),
        **facts,
    )
    assert [(one.first, one.last) for one in late.periods] == [(date(2016, 6, 1), LAST)]
    outside = attrs.evolve(filed, ends=date(2016, 5, 31))
    over = project_cover(
        CONTRACT,
        warranty=outside,
        accepted_on=date(2016, 6, 1),
        law=LAW.reading(CompletionForWarranty.COMPLETED),
        **facts,
    )
    assert [(one.code, one["first"]) for one in over.findings] == [("warranty_over", first)]
