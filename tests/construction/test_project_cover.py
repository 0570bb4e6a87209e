"""The cover of a project: the worked cases, both sides of every boundary, bad input."""

from datetime import date
from typing import Any, Final

import pytest

from gxinjury.construction import (
    Contract,
    CoverState,
    DelayFiling,
    ProjectCase,
    ProjectCover,
    TermChange,
    Warranty,
    project_cover,
)
from gxinjury.construction.covered_day import cover_on
from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.explanations import explain
from gxinjury.law import LAW
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CompletionForWarranty, ExtendedTerm, LateWarrantyFiling
from gxinjury.periods import Period
from tests.bad_input import NOT_DAYS, refused
from tests.cases import law_with, rows
from tests.determination.calendars import Weekends

CASES: Final = rows("cover")
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PAID: Final = date(2015, 10, 8)
COVERED, NOT_COVERED, UNSETTLED = CoverState.COVERED, CoverState.NOT_COVERED, CoverState.UNSETTLED


class TestWorkedCases:
    """V1 to V7, as the table has them."""

    @pytest.mark.clause("NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """Every row gives its covered and its unsettled days, and no others."""
        told = explain(
            project_cover,
            Contract(**row["contract"]),
            **row["facts"],
            delay=DelayFiling(**row["delay"]) if "delay" in row else None,
            warranty=Warranty(**row["warranty"]) if "warranty" in row else None,
            term_changes=[TermChange(**change) for change in row.get("term_changes", ())],
            law=law_with(row.get("readings", ())),
        )
        cover = told.outcome
        assert row["clause"] in map(str, told.clauses)
        assert [str(period) for period in cover.periods] == row["covered"]
        assert [str(period) for period in cover.unsettled] == row.get("unsettled", [])
        for told in row.get("findings", ()):
            [finding] = [one for one in cover.findings if one.code == told["code"]]
            assert str(finding.clause) == told["clause"]
            assert dict(finding.values) == told["values"]

    def test_has_every_case(self) -> None:
        """The tables have V1 to V8, none left out; V8 is about duties."""
        ids = {row["id"].partition("-")[0] for table in ("cover", "obligations") for row in rows(table)}
        assert ids == {f"V{number}" for number in range(1, 9)}


@pytest.mark.clause("NN-1.3.1")
class TestFromPaymentToAcceptance:
    """NN-1.3.1: from the day the premium is paid to the day completion is accepted, both included."""

    @pytest.mark.parametrize(
        ("day", "state"),
        [
            (date(2015, 10, 7), NOT_COVERED),
            (date(2015, 10, 8), COVERED),
            (date(2016, 3, 31), COVERED),
            (date(2016, 4, 1), NOT_COVERED),
        ],
    )
    def test_both_ends_are_covered(self, day: date, state: CoverState) -> None:
        """The day of payment and the day of acceptance are covered, the days before and after are not."""
        cover = project_cover(CONTRACT, paid_on=PAID, accepted_on=date(2016, 3, 31))
        assert cover.state(day) is state
        assert cover.covers(day) is (state is COVERED)

    @pytest.mark.parametrize(
        ("accepted_on", "periods", "unsettled"),
        [
            (date(2016, 6, 29), ["2015-10-08..2016-06-29"], []),
            (date(2016, 6, 30), ["2015-10-08..2016-06-30"], []),
            (date(2016, 7, 1), ["2015-10-08..2016-06-30"], ["2016-07-01..2016-07-01"]),
            (None, ["2015-10-08..2016-06-30"], ["2016-07-01.."]),
        ],
    )
    def test_accepted_about_the_expiry(
        self, accepted_on: date | None, periods: list[str], unsettled: list[str]
    ) -> None:
        """To the expiry acceptance ends the cover; after it NN-1.3.2 speaks; not accepted, it is open."""
        cover = project_cover(CONTRACT, paid_on=PAID, accepted_on=accepted_on)
        assert [str(period) for period in cover.periods] == periods
        assert [str(period) for period in cover.unsettled] == unsettled

    @pytest.mark.parametrize(
        ("paid_on", "accepted_on", "code"),
        [
            (date(2016, 3, 31), date(2016, 3, 31), None),
            (date(2016, 4, 1), date(2016, 3, 31), "paid_after_acceptance"),
            (date(2016, 6, 30), date(2016, 6, 30), None),
            (date(2016, 7, 1), date(2016, 7, 15), "paid_after_completion"),
            (date(2016, 7, 1), date(2016, 6, 30), "paid_after_acceptance"),
        ],
    )
    def test_paid_too_late_is_no_cover(self, paid_on: date, accepted_on: date, code: str | None) -> None:
        """Paid on the last day one day is covered; paid the day after, none, and a finding says why."""
        cover = project_cover(CONTRACT, paid_on=paid_on, accepted_on=accepted_on)
        assert [finding.code for finding in cover.findings] == ([code] if code else [])
        assert [str(period) for period in cover.periods] == ([] if code else [f"{paid_on}..{accepted_on}"])
        assert cover.unsettled == ()
        assert all(str(finding.clause) == "NN-1.3.1" for finding in cover.findings)

    @pytest.mark.clause("NN-1.3.2")
    @pytest.mark.parametrize(
        ("agreed_on", "last"), [(date(2016, 6, 29), "2016-09-30"), (date(2016, 6, 30), "2016-06-30")]
    )
    def test_runs_to_the_expiry_as_extended(self, agreed_on: date, last: str) -> None:
        """AS_AGREED: an extension agreed the day before the expiry carries the cover, one agreed on it does not."""
        extended = [TermChange(completion=date(2016, 9, 30), agreed_on=agreed_on)]
        law = LAW.reading(ExtendedTerm.AS_AGREED)
        cover = project_cover(CONTRACT, paid_on=PAID, term_changes=extended, law=law)
        assert [str(period.last) for period in cover.periods] == [last]
        assert str(cover.expiry) == last

    @pytest.mark.clause("NN-1.3.2")
    def test_payment_after_the_old_expiry_is_covered_by_the_extension(self) -> None:
        """Paid after the completion first agreed, but within the term as extended: covered."""
        extended = [TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 6, 1))]
        cover = project_cover(CONTRACT, paid_on=date(2016, 7, 1), accepted_on=date(2016, 9, 1), term_changes=extended)
        assert [str(period) for period in cover.periods] == ["2016-07-01..2016-09-01"]

    @pytest.mark.clause("NN-1.3.2", "NN-1.3.3")
    def test_a_day_covered_by_one_clause_is_not_unsettled_by_another(self) -> None:
        """Filed ahead, the warranty covers the day of a late acceptance, which the delay alone leaves unsettled."""
        filed = date(2016, 8, 1)
        cover = project_cover(
            CONTRACT,
            paid_on=PAID,
            accepted_on=date(2016, 8, 15),
            warranty=Warranty(filed_on=filed, roster_reported_on=filed, ends=date(2018, 6, 30)),
        )
        assert [str(period) for period in cover.periods] == ["2015-10-08..2016-06-30", "2016-08-15..2018-06-30"]
        assert [str(period) for period in cover.unsettled] == ["2016-07-01..2016-08-14"]

    def test_an_unpaid_supplement_does_not_end_it(self) -> None:
        """The cover asks for the day the sum was complete, and for nothing of later raises."""
        assert "price_changes" not in project_cover.__annotations__


@pytest.mark.clause("NN-0")
class TestInForce:
    """NN-0: cover under the notice begins with payments from 2015-01-01, verified through 2020-05-31."""

    CONTRACT: Final = Contract(price=100_000, commencement=date(2014, 1, 1), completion=date(2021, 12, 31))

    def test_not_before_2015(self) -> None:
        """Paid on the last day of 2014 there is no notice; on the first day of 2015 there is."""
        with pytest.raises(NotInForceError, match="2014-12-31"):
            project_cover(self.CONTRACT, paid_on=date(2014, 12, 31))
        assert project_cover(self.CONTRACT, paid_on=date(2015, 1, 1)).covers(date(2015, 1, 1))

    @pytest.mark.parametrize(("paid_on", "cautioned"), [(date(2015, 12, 31), True), (date(2016, 1, 1), False)])
    def test_payments_of_2015_carry_a_caution(self, paid_on: date, *, cautioned: bool) -> None:
        """A payment of 2015 carries the caution on the day of issue, one of 2016 does not."""
        cautions = explain(project_cover, self.CONTRACT, paid_on=paid_on).cautions
        assert any("a day that is not established" in caution.en for caution in cautions) is cautioned

    def test_warns_after_the_last_verified_day(self) -> None:
        """A payment of 2020-05-31 answers in silence, one of the day after with a warning, or not at all."""
        assert project_cover(self.CONTRACT, paid_on=date(2020, 5, 31)).periods
        with pytest.warns(StaleFigureWarning, match="2020-05-31"):
            assert project_cover(self.CONTRACT, paid_on=date(2020, 6, 1)).periods
        strict = LAW.only_verified()
        assert project_cover(self.CONTRACT, paid_on=date(2020, 5, 31), law=strict).periods
        with pytest.raises(NotInForceError):
            project_cover(self.CONTRACT, paid_on=date(2020, 6, 1), law=strict)


class TestInput:
    """What the question refuses beside what the records do."""

    @pytest.mark.parametrize("field", ["paid_on", "accepted_on", "completed_on"])
    @pytest.mark.parametrize(("value", "rule"), NOT_DAYS, ids=repr)
    def test_refuses_what_is_no_day(self, field: str, value: object, rule: str) -> None:
        """A moment, a text, a number, a day in a far year is refused."""
        facts: dict[str, Any] = {"paid_on": PAID, field: value}
        with refused("project_cover", field, rule):
            project_cover(CONTRACT, **facts)

    def test_needs_a_payment_day(self) -> None:
        """There is no cover without a day it counts from."""
        facts: dict[str, Any] = {"paid_on": None}
        with refused("project_cover", "paid_on", "must be a day", got="None"):
            project_cover(CONTRACT, **facts)

    @pytest.mark.parametrize(
        ("field", "value", "kind"),
        [
            ("delay", date(2016, 5, 31), "DelayFiling"),
            ("delay", [DelayFiling(filed_on=date(2016, 5, 31))], "DelayFiling"),
            ("warranty", date(2018, 6, 30), "Warranty"),
            ("warranty", DelayFiling(filed_on=date(2016, 5, 31)), "Warranty"),
        ],
    )
    def test_refuses_another_record(self, field: str, value: object, kind: str) -> None:
        """Delay papers and a warranty are records of their own."""
        facts: dict[str, Any] = {"paid_on": PAID, "accepted_on": date(2016, 6, 30), field: value}
        with refused("project_cover", field, f"must be of type {kind}"):
            project_cover(CONTRACT, **facts)

    def test_acceptance_is_not_before_completion(self) -> None:
        """Completed and accepted on one day is taken, accepted the day before is not."""
        day = date(2016, 6, 30)
        assert project_cover(CONTRACT, paid_on=PAID, accepted_on=day, completed_on=day).covers(day)
        with refused("project_cover", "accepted_on", "must not be before completed_on (2016-06-30)", got="2016-06-29"):
            project_cover(CONTRACT, paid_on=PAID, accepted_on=date(2016, 6, 29), completed_on=day)

    @pytest.mark.parametrize(("value", "rule"), [*NOT_DAYS, (None, "must be a day")], ids=repr)
    @pytest.mark.parametrize("ask", [ProjectCover.state, ProjectCover.covers], ids=["state", "covers"])
    def test_a_cover_is_asked_for_a_day(self, ask: Any, value: object, rule: str) -> None:  # noqa: ANN401  (a method)
        """A cover is asked for a day, not for a moment."""
        with refused("ProjectCover", "day", rule):
            ask(project_cover(CONTRACT, paid_on=PAID), value)


@pytest.mark.clause("NN-1.3.2")
def test_a_term_cut_short_in_time_is_no_late_change() -> None:
    """Agreed while the contract ran, a shortening counts, though the new completion lies before its own day."""
    contract = Contract(price=1_000_000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31))
    cut = TermChange(completion=date(2016, 5, 31), agreed_on=date(2016, 6, 15))
    later = TermChange(completion=date(2017, 12, 31), agreed_on=date(2016, 7, 1))
    cover = project_cover(contract, paid_on=date(2016, 1, 4), term_changes=[cut], accepted_on=date(2016, 5, 31))
    assert (cover.expiry, cover.findings) == (date(2016, 5, 31), ())
    both = project_cover(contract, paid_on=date(2016, 1, 4), term_changes=[cut, later], accepted_on=date(2016, 5, 31))
    assert [found.code for found in both.findings] == ["term_changed_after_expiry"]


@pytest.mark.clause("NN-1.3.2")
@pytest.mark.parametrize(
    ("agreed_on", "is_late"), [(date(2016, 6, 29), False), (date(2016, 6, 30), True), (date(2016, 7, 1), True)]
)
@pytest.mark.parametrize("paid_on", [date(2015, 10, 8), date(2016, 7, 1), date(2016, 7, 20)])
def test_a_change_from_the_day_of_completion_on_is_late_whenever_was_paid(
    agreed_on: date, paid_on: date, is_late: bool
) -> None:
    """Agreed by the day before, it counts; whether it was agreed before the payment or after it."""
    change = TermChange(completion=date(2016, 12, 31), agreed_on=agreed_on)
    cover = project_cover(CONTRACT, paid_on=paid_on, term_changes=[change])
    late = [(one.clause, dict(one.values)) for one in cover.findings if one.code == "term_changed_after_expiry"]
    told = {"agreed_on": agreed_on, "expiry": date(2016, 6, 30)}
    assert late == ([(NN.clause("1.3.2"), told)] if is_late else [])


@pytest.mark.clause("NN-1.3.3")
class TestUnsettledWarranty:
    """A warranty filed between the two days that its limit lies between, where a late filing brings no cover."""

    LATE = LAW.reading(LateWarrantyFiling.NO_COVER)
    OPEN = Weekends(unknown_from=date(2016, 7, 30), longest_break=3)
    WARRANTY = Warranty(filed_on=date(2016, 7, 31), roster_reported_on=date(2016, 7, 1), ends=date(2018, 6, 30))

    def test_is_unsettled(self) -> None:
        """Its days are unsettled, beside the days of the works."""
        cover = project_cover(
            CONTRACT,
            paid_on=PAID,
            accepted_on=date(2016, 6, 30),
            warranty=self.WARRANTY,
            calendar=self.OPEN,
            law=self.LATE,
        )
        assert cover.periods == (Period(PAID, date(2016, 6, 30)),)
        assert cover.unsettled == (Period(date(2016, 7, 31), date(2018, 6, 30)),)

    def test_joins_the_unsettled_days_of_the_works(self) -> None:
        """Days that are unsettled by both clauses are told once, in one period."""
        cover = project_cover(
            CONTRACT,
            paid_on=PAID,
            accepted_on=date(2016, 9, 30),
            warranty=self.WARRANTY,
            calendar=self.OPEN,
            law=self.LATE.reading(CompletionForWarranty.CONTRACTUAL),
        )
        assert cover.unsettled == (Period(date(2016, 7, 1), date(2018, 6, 30)),)


@pytest.mark.clause("NN-1.3.3")
def test_a_case_is_asked_with_the_day_of_its_completion() -> None:
    """Counted from completion, a case's warranty is covered from its filing on, and by the day it was completed."""
    case = ProjectCase(
        CONTRACT,
        completed_on=date(2016, 6, 20),
        accepted_on=date(2016, 6, 30),
        warranty=Warranty(filed_on=date(2016, 7, 10), roster_reported_on=date(2016, 7, 1), ends=date(2018, 6, 30)),
    )
    law = LAW.reading(CompletionForWarranty.COMPLETED)
    assert cover_on(case, date(2016, 7, 9), PAID, law) is CoverState.NOT_COVERED
    assert cover_on(case, date(2016, 7, 10), PAID, law) is CoverState.COVERED
