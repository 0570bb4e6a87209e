"""The cover of a project: the worked cases, every boundary, an oracle of one day at a time, and laws."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    CoverState,
    DelayFiling,
    ProjectCover,
    TermChange,
    Warranty,
    project_cover,
    project_premium,
)
from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.explanations import explain
from gxinjury.extra.strategies import (
    ConstructionCase,
    construction_cases,
    days,
    delay_filings,
    laws,
    term_changes,
    warranties,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    CompletionForWarranty,
    DelayFilingDay,
    DelayNotFiled,
    LateWarrantyFiling,
)
from gxinjury.periods import Period
from tests.bad_input import NOT_DAYS, refused
from tests.cases import law_with, rows
from tests.construction.oracles import Weekends, expiry_of, filed_in_time, state_on, taken

CASES: Final = rows("cover")
READINGS: Final = (DelayFilingDay, DelayNotFiled, CompletionForWarranty, LateWarrantyFiling)
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PAID: Final = date(2015, 10, 8)
ONE_DAY: Final = timedelta(days=1)
COVERED, NOT_COVERED, UNSETTLED = CoverState.COVERED, CoverState.NOT_COVERED, CoverState.UNSETTLED


class TestWorkedCases:
    """V1 to V5, as the table has them."""

    @pytest.mark.clause("NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
    @pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
    def test_answers_as_the_table(self, row: dict[str, Any]) -> None:
        """Every row gives its covered and its unsettled days, and no others."""
        cover = project_cover(
            Contract(**row["contract"]),
            **row["facts"],
            delay=DelayFiling(**row["delay"]) if "delay" in row else None,
            warranty=Warranty(**row["warranty"]) if "warranty" in row else None,
            law=law_with(row.get("readings", ())),
        )
        assert [str(period) for period in cover.periods] == row["covered"]
        assert [str(period) for period in cover.unsettled] == row.get("unsettled", [])

    def test_has_every_case(self) -> None:
        """The table has V1 to V5, none left out."""
        assert {row["id"].partition("-")[0] for row in CASES} == {f"V{number}" for number in range(1, 6)}


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
        """An extension agreed the day before the expiry carries the cover, one agreed on it does not."""
        extended = [TermChange(completion=date(2016, 9, 30), agreed_on=agreed_on)]
        cover = project_cover(CONTRACT, paid_on=PAID, term_changes=extended)
        assert [str(period.last) for period in cover.periods] == [last]
        assert str(cover.expiry) == last

    @pytest.mark.clause("NN-1.3.2")
    def test_payment_after_the_old_expiry_is_covered_by_the_extension(self) -> None:
        """Paid after the completion first agreed, but within the term as extended: covered."""
        extended = [TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 6, 1))]
        cover = project_cover(CONTRACT, paid_on=date(2016, 7, 1), accepted_on=date(2016, 9, 1), term_changes=extended)
        assert [str(period) for period in cover.periods] == ["2016-07-01..2016-09-01"]

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


@st.composite
def projects(draw: st.DrawFn) -> ConstructionCase:
    """Projects of a few months on which every day lies near another, with nothing kept consistent but acceptance."""
    start = draw(days(date(2015, 2, 1), date(2017, 1, 1)))
    contract = Contract(price=1000, commencement=start, completion=start + draw(st.integers(0, 100)) * ONE_DAY)
    terms = draw(st.just(()) | term_changes(contract))
    about = days(start - 20 * ONE_DAY, contract.completion + 60 * ONE_DAY)
    completed_on, accepted_on = draw(st.none() | about), draw(st.none() | about)
    if completed_on is not None and accepted_on is not None:
        completed_on, accepted_on = min(completed_on, accepted_on), max(completed_on, accepted_on)
    case = ConstructionCase(
        contract=contract,
        paid_on=draw(about),
        term_changes=terms,
        completed_on=completed_on,
        accepted_on=accepted_on,
    )
    expiry = expiry_of(case)
    return attrs.evolve(
        case,
        delay=draw(st.none() | delay_filings(expiry=expiry)),
        warranty=draw(st.none() | warranties(completion=draw(st.sampled_from([expiry, accepted_on or expiry])))),
    )


def _cover(case: ConstructionCase, law: Law, calendar: Weekends | None = None) -> ProjectCover | None:
    """Return the cover; None where it is refused because the warranty's completion is not known."""
    reading = taken(law, CompletionForWarranty)
    missing = (reading is CompletionForWarranty.ACCEPTED and case.accepted_on is None) or (
        reading is CompletionForWarranty.COMPLETED and case.completed_on is None
    )
    if case.warranty is None or not missing:
        return project_cover(**case.cover_facts, calendar=calendar, law=law)
    field = "accepted_on" if reading is CompletionForWarranty.ACCEPTED else "completed_on"
    with refused("project_cover", field, "must be given where there is a warranty"):
        project_cover(**case.cover_facts, calendar=calendar, law=law)
    return None


def _window(case: ConstructionCase) -> list[date]:
    """Return every day from before the first to after the last that a case names."""
    known = [
        case.paid_on,
        case.contract.commencement,
        expiry_of(case),
        case.accepted_on,
        case.delay.acceptance_period_ends if case.delay else None,
        case.warranty.ends if case.warranty else None,
    ]
    named = [day.toordinal() for day in known if day is not None]
    return [date.fromordinal(ordinal) for ordinal in range(min(named) - 3, max(named) + 4)]


@st.composite
def accepted_projects(draw: st.DrawFn, *, within_term: bool = False) -> ConstructionCase:
    """Projects that are completed and accepted, some or all of them by the contract's expiry."""
    case = draw(projects())
    start, expiry = case.contract.commencement, expiry_of(case)
    completed_on = draw(days(start, expiry))
    accepted_on = draw(days(completed_on, expiry if within_term else expiry + 60 * ONE_DAY))
    return attrs.evolve(case, completed_on=completed_on, accepted_on=accepted_on)


calendars: Final = st.none() | st.builds(Weekends, known_through=st.integers(2014, 2017))


@pytest.mark.clause("NN-1.3.1", "NN-1.3.2", "NN-1.3.3")
class TestOracle:
    """The cover told a second time, one day at a time."""

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    def test_equals_the_oracle_on_every_day(self, case: ConstructionCase, law: Law, calendar: Weekends | None) -> None:
        """Under every reading each day of a project is what the oracle says of that day."""
        cover = _cover(case, law, calendar)
        if cover is None:
            return
        assert cover.expiry == expiry_of(case)
        for day in _window(case):
            assert cover.state(day) is state_on(day, case, law, calendar), day

    @given(case=construction_cases(), law=laws(*READINGS), data=st.data())
    def test_equals_the_oracle_on_long_projects(self, case: ConstructionCase, law: Law, data: st.DataObject) -> None:
        """The same for projects of years, on a day of each."""
        cover = _cover(case, law)
        assert cover is not None
        for day in data.draw(st.lists(st.sampled_from(_window(case)), min_size=1, max_size=20)):
            assert cover.state(day) is state_on(day, case, law), day


class TestLaws:
    """What holds of every cover."""

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    @pytest.mark.clause("NN-1.3.1")
    def test_periods_are_disjoint_ordered_and_merged(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None
    ) -> None:
        """Covered and unsettled periods come in order with a gap between each, and no day is both."""
        cover = _cover(case, law, calendar)
        if cover is None:
            return
        for periods in (cover.periods, cover.unsettled):
            for one, other in pairwise(periods):
                assert one.last is not None
                assert one.last + ONE_DAY < other.first
        for covered in cover.periods:
            assert all(covered.overlap(unsettled) is None for unsettled in cover.unsettled)

    @given(case=projects(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.3.1")
    def test_no_day_before_the_payment(self, case: ConstructionCase, law: Law) -> None:
        """Cover never reaches back over the days before the payment."""
        cover = _cover(case, law)
        if cover is None:
            return
        assert all(period.first >= case.paid_on for period in (*cover.periods, *cover.unsettled))

    @given(case=accepted_projects(), law=laws(*READINGS), later=st.none() | st.integers(1, 90))
    @pytest.mark.clause("NN-1.3.1", "NN-1.3.2")
    def test_accepting_later_never_uncovers_a_day_of_the_works(
        self, case: ConstructionCase, law: Law, later: int | None
    ) -> None:
        """Without a warranty, a later acceptance or none yet keeps every covered day, under every reading."""
        case = attrs.evolve(case, warranty=None)
        assert case.accepted_on is not None
        accepted_on = None if later is None else case.accepted_on + later * ONE_DAY
        sooner = _cover(case, law)
        after = _cover(attrs.evolve(case, accepted_on=accepted_on), law)
        assert sooner is not None
        assert after is not None
        assert all(after.covers(day) for day in _window(case) if sooner.covers(day))

    @given(case=accepted_projects(within_term=True), law=laws(*READINGS), calendar=calendars, data=st.data())
    @pytest.mark.clause("NN-1.3.3")
    def test_accepting_later_within_the_term_never_uncovers_a_day(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None, data: st.DataObject
    ) -> None:
        """With a warranty the same holds as long as the later acceptance still lies in the term.

        Beyond it only the works' own cover is kept: a warranty counted from acceptance begins later then, and the days
        between are those of NN-1.3.2.
        """
        assert case.accepted_on is not None
        accepted_on = data.draw(days(case.accepted_on, expiry_of(case)))
        sooner = _cover(case, law, calendar)
        after = _cover(attrs.evolve(case, accepted_on=accepted_on), law, calendar)
        assert sooner is not None
        assert after is not None
        assert all(after.covers(day) for day in _window(case) if sooner.covers(day))

    @pytest.mark.clause("NN-1.3.3")
    def test_accepting_after_the_term_may_uncover_a_day_of_the_warranty(self) -> None:
        """Why it stops there: filed early, the warranty starts with an acceptance that comes after the expiry."""
        warranty = Warranty(filed_on=date(2016, 7, 5), roster_reported_on=date(2016, 7, 5), ends=date(2018, 6, 30))
        law = LAW.reading(DelayNotFiled.LAPSES)
        in_term, beyond = (
            project_cover(CONTRACT, paid_on=PAID, accepted_on=day, warranty=warranty, law=law)
            for day in (date(2016, 6, 30), date(2016, 7, 20))
        )
        assert in_term.covers(date(2016, 7, 6))
        assert not beyond.covers(date(2016, 7, 6))

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    @pytest.mark.clause("NN-1.3.2", "NN-1.3.3")
    def test_unsettled_only_where_a_text_is_silent(
        self, case: ConstructionCase, law: Law, calendar: Weekends | None
    ) -> None:
        """A day is unsettled after the expiry without papers or end, or where days off are not announced."""
        cover = _cover(case, law, calendar)
        if cover is None:
            return
        if not cover.unsettled:
            return
        warranty = case.warranty
        completion = {
            CompletionForWarranty.ACCEPTED: case.accepted_on,
            CompletionForWarranty.COMPLETED: case.completed_on,
            CompletionForWarranty.CONTRACTUAL: cover.expiry,
        }[taken(law, CompletionForWarranty)]
        calendar_is_open = (
            warranty is not None
            and warranty.filed_on is not None
            and completion is not None
            and taken(law, LateWarrantyFiling) is LateWarrantyFiling.NO_COVER
            and filed_in_time(warranty.filed_on, completion, calendar) is None
        )
        end_is_open = case.delay is not None and case.delay.acceptance_period_ends is None
        papers_are_open = taken(law, DelayNotFiled) is DelayNotFiled.UNSETTLED and (
            case.accepted_on is None or case.accepted_on > cover.expiry
        )
        assert calendar_is_open or end_is_open or papers_are_open
        if not calendar_is_open:
            assert all(period.first > cover.expiry for period in cover.unsettled)

    @given(case=projects(), data=st.data(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.3.2")
    def test_the_order_of_term_changes_never_matters(
        self, case: ConstructionCase, data: st.DataObject, law: Law
    ) -> None:
        """Changes of the term in any order give the same cover."""
        shuffled = attrs.evolve(case, term_changes=tuple(data.draw(st.permutations(case.term_changes))))
        assert _cover(shuffled, law) == _cover(case, law)

    @given(case=projects(), law=laws(*READINGS), calendar=calendars)
    def test_explaining_changes_nothing(self, case: ConstructionCase, law: Law, calendar: Weekends | None) -> None:
        """The answer is the same whether it is explained or not."""
        cover = _cover(case, law, calendar)
        if cover is None:
            return
        assert explain(project_cover, **case.cover_facts, calendar=calendar, law=law).outcome == cover

    @given(case=construction_cases())
    @pytest.mark.clause("NN-1.1.4", "NN-1.3.1")
    def test_who_pays_a_part_is_covered_for_that_part(self, case: ConstructionCase) -> None:
        """Where no term changed, the days paid for in progress are the days covered to the end of the contract."""
        case = attrs.evolve(case, term_changes=(), started_on=None, accepted_on=None, warranty=None, delay=None)
        assume(case.paid_on > case.contract.commencement)
        share = project_premium(**case.premium_facts).initial.share
        [period] = project_cover(**case.cover_facts).periods
        assert period == Period(case.paid_on, case.contract.completion)
        assert period.days == share.part
