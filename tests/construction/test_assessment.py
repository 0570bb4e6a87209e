"""The assessment of a project: the day that the premium counts as paid, and everything told at once."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import (
    Accident,
    Contract,
    DelayFiling,
    Party,
    Payment,
    PriceChange,
    ProjectAssessment,
    ProjectCase,
    Roster,
    RosterChange,
    RosterChangeKind,
    Standing,
    TermChange,
    Warranty,
    assess_accident,
    assess_project,
    project_cover,
    project_premium,
)
from gxinjury.construction.assessment import premium_day
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.explanations import explain
from gxinjury.extra.strategies import days
from gxinjury.law import LAW
from gxinjury.law.readings import CoverFrom, ElapsedTime, InitialRoster, OnSiteUnlisted
from gxinjury.money import Rate
from gxinjury.periods import Period
from tests.bad_input import refused
from tests.construction.oracles import Weekends

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
"""130,000.00 when paid in time."""
LEGACY: Final = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
"""54,062.93 when paid on 2015-09-01, a day's share (177.84) less each day."""


def paid(*payments: tuple[int | str, date]) -> list[Payment]:
    """Return payments."""
    return [Payment(amount=amount, paid_on=paid_on) for amount, paid_on in payments]


def codes(assessment: ProjectAssessment) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in assessment.findings]


@pytest.mark.clause("NN-1.1.5")
class TestPremiumDay:
    """NN-1.1.5: in one sum; of several payments the one that completes the sum due on its own day."""

    def test_one_payment_in_time(self) -> None:
        """One payment of the sum due on its day is the premium, and needs no word."""
        case = ProjectCase(CONTRACT, paid((130_000, date(2015, 10, 8))), accepted_on=date(2016, 6, 30))
        assessment = assess_project(case)
        assert assessment.premium_day == date(2015, 10, 8)
        assert codes(assessment) == []

    def test_a_fen_short_is_not_complete(self) -> None:
        """A fen short the premium does not count as paid: there is no cover, and the bill is of that payment."""
        assessment = assess_project(ProjectCase(CONTRACT, paid(("129999.99", date(2015, 10, 8)))))
        assert assessment.premium_day is None
        assert assessment.cover is None
        assert assessment.bill.initial.dated == date(2015, 10, 8)
        assert codes(assessment) == ["billed_for_last_payment", "sum_not_complete"]
        assert assessment.account.open == Decimal("0.01")

    def test_parts_count_from_the_one_that_completes(self) -> None:
        """Two parts: bill and cover count from the second, in any order of the file; a later payment moves nothing."""
        parts = paid((1, date(2016, 1, 1)), (65_000, date(2015, 10, 8)), (65_000, date(2015, 10, 5)))
        assessment = assess_project(ProjectCase(CONTRACT, parts))
        assert assessment.premium_day == date(2015, 10, 8)
        assert assessment.bill.initial.dated == date(2015, 10, 8)
        assert assessment.cover is not None
        assert assessment.cover.periods[0].first == date(2015, 10, 8)
        assert codes(assessment)[:1] == ["paid_in_parts"]
        assert assessment.findings[0]["first"] == date(2015, 10, 5)
        assert assessment.account.overpaid == 1

    def test_parts_of_one_day_are_one_sum(self) -> None:
        """Two payments of one day complete the sum on that day, as one would."""
        parts = paid((65_000, date(2015, 10, 8)), (65_000, date(2015, 10, 8)))
        assert codes(assess_project(ProjectCase(CONTRACT, parts, accepted_on=date(2016, 6, 30)))) == []

    @pytest.mark.parametrize(
        ("second", "day"),
        [("0.01", date(2015, 9, 2)), ("0.00000001", None)],
    )
    def test_the_sum_is_that_of_its_own_day(self, second: str, day: date | None) -> None:
        """In progress the sum falls day by day: what fell short on one day may be enough on the next.

        53,885.09 (303 of 731 days) is due on 2015-09-02, and 53,885.08 were paid the day before.
        """
        case = ProjectCase(LEGACY, paid(("53885.08", date(2015, 9, 1)), (second, date(2015, 9, 2))))
        assert assess_project(case).premium_day == day

    def test_first_payment_by_reading(self) -> None:
        """Under FIRST_PAYMENT the first payment counts, complete or not."""
        law = LAW.reading(CoverFrom.FIRST_PAYMENT)
        parts = paid((65_000, date(2015, 10, 5)), (64_000, date(2015, 10, 8)))
        assessment = assess_project(ProjectCase(CONTRACT, parts), law=law)
        assert assessment.premium_day == date(2015, 10, 5)
        assert assessment.cover is not None
        assert assessment.cover.periods[0].first == date(2015, 10, 5)
        assert codes(assessment) == ["sum_not_complete", "delay_papers_due"]

    def test_the_reading_is_asked_only_of_parts(self) -> None:
        """One payment leaves no doubt, so no caution."""
        asked = [
            step.name
            for payments in (paid((130_000, date(2015, 10, 8))), paid((1, date(2015, 10, 8))))
            for step in explain(assess_project, ProjectCase(CONTRACT, payments)).steps
        ]
        assert asked.count("CoverFrom") == 1

    def test_without_payment_the_bill_is_of_the_last_day_in_time(self) -> None:
        """Nothing paid: the bill is of the day before the actual start, as a finding says."""
        assessment = assess_project(ProjectCase(CONTRACT, started_on=date(2015, 10, 12)))
        assert assessment.premium_day is None
        assert assessment.bill.initial.dated == date(2015, 10, 11)
        assert assessment.bill.total == Decimal("130000.00")
        assert codes(assessment) == ["billed_without_payment", "sum_not_complete"]
        assert "2015-10-11" in assessment.findings[0].text("zh")

    def test_without_payment_nothing_is_billed_before_the_notice(self) -> None:
        """A project that started before the notice pays by its payment day: without one there is nothing to bill."""
        with pytest.raises(NotInForceError, match=r"supply a payment, made or planned \[NN-1.1.5\]"):
            assess_project(ProjectCase(LEGACY))

    @pytest.mark.parametrize(("start", "is_billed"), [(date(2015, 1, 1), False), (date(2015, 1, 2), True)])
    def test_the_last_day_in_time_is_a_day_of_the_notice(self, start: date, *, is_billed: bool) -> None:
        """The day before a start on 2015-01-02 is billed, that before 2015-01-01 is not."""
        case = ProjectCase(attrs.evolve(CONTRACT, commencement=start))
        if is_billed:
            assert assess_project(case).bill.initial.dated == date(2015, 1, 1)
        else:
            with pytest.raises(NotInForceError):
                assess_project(case)

    def test_a_law_without_a_rate_has_nothing_to_bill(self) -> None:
        """A law as it was known before the notice says that it has no rate."""
        with pytest.raises(NotInForceError, match="has no value at all"):
            assess_project(ProjectCase(CONTRACT), law=LAW.known_on(date(2014, 12, 31)))

    def test_all_remitted_needs_no_payment(self) -> None:
        """Where all of the premium is remitted it counts as paid on the last day in time."""
        case = ProjectCase(CONTRACT, relief=Rate.percent(100), accepted_on=date(2016, 6, 30))
        assessment = assess_project(case)
        assert assessment.premium_day == date(2015, 10, 8)
        assert assessment.cover is not None
        assert assessment.cover.covers(date(2015, 10, 8))
        assert codes(assessment) == ["nothing_to_pay"]

    def test_paying_after_the_term_is_out_of_scope(self) -> None:
        """P7: what is owed after the term nobody says; after a first payment in time a later one does no harm."""
        after = date(2016, 7, 1)
        with pytest.raises(OutOfScopeError, match=r"\[NN-1.1.4\]"):
            assess_project(ProjectCase(LEGACY, paid((130_000, after))))
        case = ProjectCase(LEGACY, paid(("54062.93", date(2015, 9, 1)), (11_050, after)))
        assert assess_project(case).premium_day == date(2015, 9, 1)

    @given(st.lists(st.tuples(st.integers(1, 80_000), days(date(2015, 6, 1), date(2016, 6, 30))), max_size=5))
    def test_is_the_first_day_on_which_the_bill_is_reached(self, payments: list[tuple[int, date]]) -> None:
        """Walking through all days of the term one by one, the first on which enough was paid is the day."""
        case = ProjectCase(LEGACY, paid(*payments, (1, date(2015, 6, 1))))
        expected = None
        day = date(2015, 6, 1)
        while expected is None and day <= LEGACY.completion:
            so_far = sum(one.amount for one in case.payments if one.paid_on <= day)
            is_a_payment = any(one.paid_on == day for one in case.payments)
            remaining = (LEGACY.completion - day).days + 1
            # 130,000 yuan are due for 731 days; rounded half up to the fen in whole numbers.
            due = Decimal((2 * 13_000_000 * remaining + 731) // (2 * 731)) / 100
            expected = day if is_a_payment and so_far >= due else None
            day += timedelta(days=1)
        assert premium_day(case, LAW) == expected


class TestAssessment:
    """One case in, everything out, the same as the questions one by one."""

    CASE: Final = ProjectCase(
        CONTRACT,
        paid((130_000, date(2015, 10, 8))),
        completed_on=date(2016, 8, 1),
        accepted_on=date(2016, 8, 15),
        price_changes=[PriceChange(amount=8_500_000, agreed_on=date(2016, 1, 15))],
        term_changes=[TermChange(completion=date(2016, 7, 31), agreed_on=date(2016, 5, 1))],
        delay=DelayFiling(filed_on=date(2016, 7, 2), acceptance_period_ends=date(2016, 9, 30)),
        warranty=Warranty(filed_on=date(2016, 9, 1), roster_reported_on=None, ends=date(2018, 8, 15)),
    )

    def test_is_what_the_questions_answer(self) -> None:
        """Bill and cover are those of the questions themselves."""
        case, assessment = self.CASE, assess_project(self.CASE)
        assert assessment.bill == project_premium(
            CONTRACT, paid_on=date(2015, 10, 8), price_changes=case.price_changes, term_changes=case.term_changes
        )
        assert assessment.cover == project_cover(
            CONTRACT,
            paid_on=date(2015, 10, 8),
            accepted_on=case.accepted_on,
            completed_on=case.completed_on,
            term_changes=case.term_changes,
            delay=case.delay,
            warranty=case.warranty,
        )
        assert assessment.expiry == date(2016, 7, 31)
        assert assessment.delay_papers_by == date(2016, 7, 1)
        assert codes(assessment) == ["supplement_unpaid", "delay_papers_late", "warranty_roster_missing"]

    def test_the_law_reaches_every_answer(self) -> None:
        """Another reading changes what it is about."""
        case = ProjectCase(LEGACY, paid(("54166.67", date(2015, 9, 1))))
        assert assess_project(case).account.overpaid == Decimal("103.74")
        assert assess_project(case, law=LAW.reading(ElapsedTime.MONTHS)).account.overpaid == 0

    @pytest.mark.clause("NN-1.3.2")
    @pytest.mark.parametrize(
        ("accepted_on", "deadline"),
        [(None, date(2016, 5, 31)), (date(2016, 7, 1), date(2016, 5, 31)), (date(2016, 6, 30), None)],
    )
    def test_delay_papers_are_due_only_where_completion_is_late(
        self, accepted_on: date | None, deadline: date | None
    ) -> None:
        """Accepted by the expiry, there is nothing to extend."""
        case = ProjectCase(CONTRACT, paid((130_000, date(2015, 10, 8))), accepted_on=accepted_on)
        assert assess_project(case).delay_papers_by == deadline

    @pytest.mark.clause("NN-1.3.2")
    def test_no_delay_papers_after_the_expiry(self) -> None:
        """A term extended only after the contract expired lets the premium be paid and leaves nothing to extend."""
        extended = TermChange(completion=date(2016, 12, 31), agreed_on=date(2016, 6, 30))
        case = ProjectCase(LEGACY, paid((130_000, date(2016, 7, 1))), term_changes=[extended])
        assessment = assess_project(case)
        assert assessment.expiry == date(2016, 6, 30)
        assert assessment.delay_papers_by is None
        assert assessment.cover is not None
        assert assessment.cover.periods == ()

    def test_explaining_changes_nothing(self) -> None:
        """The answer is the same with its reasons."""
        assert explain(assess_project, self.CASE).outcome == assess_project(self.CASE)

    def test_a_warranty_needs_its_completion(self) -> None:
        """The day that the warranty filing counts from must be known."""
        case = attrs.evolve(self.CASE, accepted_on=None)
        with refused("project_cover", "accepted_on", "must be given where there is a warranty"):
            assess_project(case)

    def test_what_is_no_case_is_refused(self) -> None:
        """A contract is no case."""
        with refused("assess_project", "case", "must be of type ProjectCase"):
            assess_project(CONTRACT)  # type: ignore[arg-type]  # to see it refused


class TestPeople:
    """Roster and accidents come with the rest, under the cover of the project."""

    CASE: Final = ProjectCase(
        CONTRACT,
        paid((130_000, date(2015, 10, 8))),
        completed_on=date(2016, 6, 20),
        accepted_on=date(2016, 6, 30),
        roster=[
            RosterChange("张三", RosterChangeKind.ADD, date(2015, 12, 2), happened_on=date(2015, 11, 20)),
            RosterChange("李四", RosterChangeKind.ADD, date(2015, 10, 8), happened_on=date(2015, 9, 20)),
        ],
        accidents=[
            Accident("张三", datetime.fromisoformat("2016-05-02T09:00+08:00"), work_cause=True, on_site=False),
            Accident("王五", datetime.fromisoformat("2016-05-03T09:00+08:00"), work_cause=True, on_site=True),
        ],
    )

    @pytest.mark.clause("NN-3.1.1", "NN-3.1.2")
    def test_the_roster(self) -> None:
        """Each worker with his days; what is late and not insured is told; the first roster cannot be late."""
        assessment = assess_project(self.CASE)
        assert [(one.worker, str(one.covered[0])) for one in assessment.workers] == [
            ("张三", "2015-12-03..2016-06-30"),
            ("李四", "2015-10-09..2016-06-30"),
        ]
        told = [(finding.code, finding["worker"]) for finding in assessment.roster_findings]
        assert told == [("reported_late", "张三"), ("roster_gap", "张三"), ("roster_gap", "李四")]
        assert codes(assessment) == []

    def test_the_accidents_are_what_the_question_answers(self) -> None:
        """In the order of the case, bridged from the completion, or from the acceptance where that is all there is."""
        for completed_on, bridged_from in ((date(2016, 6, 20), date(2016, 6, 20)), (None, date(2016, 6, 30))):
            case = attrs.evolve(self.CASE, completed_on=completed_on)
            assessment = assess_project(case)
            assert assessment.cover is not None
            assert assessment.accidents == tuple(
                assess_accident(one, cover=assessment.cover, roster=Roster(case.roster), completed_on=bridged_from)
                for one in case.accidents
            )
            assert [one.bridge for one in assessment.accidents] == [Period(bridged_from, None)] * 2
        standings = [one.case.standing.name for one in assess_project(self.CASE).accidents]
        assert standings == ["PROJECT_CLAIM", "TREATED_AS_INSURED"]

    @pytest.mark.clause("NN-3.2.0")
    def test_while_nothing_completes_the_sum(self) -> None:
        """Without cover the roster insures nobody, which is one finding, and an accident is outside every cover."""
        law = LAW.reading(InitialRoster.WITH_PAYMENT)
        for case in (
            attrs.evolve(self.CASE, payments=()),
            attrs.evolve(self.CASE, payments=paid((1, date(2015, 10, 8)))),
        ):
            for asked in (LAW, law):
                assessment = assess_project(case, law=asked)
                assert [one.covered for one in assessment.workers] == [(), ()]
                assert [finding.code for finding in assessment.roster_findings] == ["roster_without_cover"]
                assert assessment.roster_findings[0]["workers"] == 2
                assert {one.case.standing for one in assessment.accidents} == {Standing.NOT_INSURED}

    def test_calendar_and_law_reach_the_accidents(self) -> None:
        """Days off roll their limits, a reading changes their standing."""
        rolled = assess_project(self.CASE, calendar=Weekends(known_through=2016)).accidents[1]
        assert (rolled.employer_files_by.raw, rolled.employer_files_by.day) == (date(2016, 6, 2), date(2016, 6, 2))
        first = assess_project(attrs.evolve(self.CASE, accidents=[self.CASE.accidents[0]] * 2))
        assert first.accidents[0].employer_files_by.day == date(2016, 6, 1)
        on_sunday = attrs.evolve(self.CASE.accidents[0], happened_at=datetime.fromisoformat("2016-05-05T09:00+08:00"))
        [moved] = assess_project(
            attrs.evolve(self.CASE, accidents=[on_sunday]), calendar=Weekends(known_through=2016)
        ).accidents
        assert (moved.employer_files_by.raw, moved.employer_files_by.day) == (date(2016, 6, 4), date(2016, 6, 6))
        law = LAW.reading(OnSiteUnlisted.REPORT_FIRST)
        assert assess_project(self.CASE, law=law).accidents[1].case.standing is Standing.UNSETTLED

    @pytest.mark.clause("NN-6.4")
    @pytest.mark.parametrize(
        ("paid_on", "funded_on", "party"),
        [
            (date(2015, 10, 8), date(2015, 10, 1), None),
            (date(2015, 10, 9), None, None),
            (date(2015, 10, 9), date(2015, 10, 8), Party.GENERAL_CONTRACTOR),
            (date(2015, 10, 9), date(2015, 10, 9), Party.OWNER),
        ],
    )
    def test_whose_failure_a_late_payment_is(self, paid_on: date, funded_on: date | None, party: Party | None) -> None:
        """Told only where the payment is late and it is known when the owner handed the money over."""
        case = ProjectCase(CONTRACT, paid((130_000, paid_on)), accepted_on=date(2016, 6, 30), funded_on=funded_on)
        found = [finding for finding in assess_project(case).findings if finding.code == "party_failed"]
        assert [finding["party"] for finding in found] == ([] if party is None else [party])

    @pytest.mark.clause("NN-6.4")
    def test_nobody_failed_whose_start_is_not_a_new_one(self) -> None:
        """A project from before the notice had no day to pay by; an unpaid one is not late yet."""
        legacy = ProjectCase(LEGACY, paid(("54062.93", date(2015, 9, 1))), funded_on=date(2015, 8, 1))
        unpaid = ProjectCase(CONTRACT, paid((1, date(2015, 10, 12))), funded_on=date(2015, 10, 1))
        for case in (legacy, unpaid):
            assert "party_failed" not in codes(assess_project(case))


@pytest.mark.clause("NN-1.1.5")
@given(st.lists(st.tuples(st.integers(1, 80_000), days(date(2015, 6, 1), date(2016, 6, 30))), min_size=1, max_size=5))
def test_account_and_assessment_name_the_same_day(payments: list[tuple[int, date]]) -> None:
    """In progress the sum falls day by day: the account's day is the day that the premium counts as paid, or none."""
    assessment = assess_project(ProjectCase(LEGACY, paid(*payments)))
    assert assessment.account.complete_on == assessment.premium_day


class TestProjectCase:
    """A case fits together, or is refused when it is made."""

    @pytest.mark.parametrize(
        ("field", "value", "rule"),
        [
            ("contract", None, "must be of type Contract"),
            ("payments", [None], "must be of type Payment"),
            ("payments", "x", "must be a sequence of Payment"),
            ("price_changes", [None], "must be of type PriceChange"),
            ("term_changes", [None], "must be of type TermChange"),
            ("started_on", "2016-01-01", "must be a day"),
            ("completed_on", "2016-01-01", "must be a day"),
            ("accepted_on", "2016-01-01", "must be a day"),
            ("relief", "50%", "must be of type Rate"),
            ("relief", Rate.percent("100.01"), "must not be above 100%"),
            ("delay", "x", "must be of type DelayFiling"),
            ("warranty", "x", "must be of type Warranty"),
            ("funded_on", "2016-01-01", "must be a day"),
            ("roster", [None], "must be of type RosterChange"),
            ("accidents", [None], "must be of type Accident"),
            ("name_changes", [None], "must be of type NameChange"),
        ],
    )
    def test_refuses_what_is_none_of_its_kind(self, field: str, value: object, rule: str) -> None:
        """Each field says what it takes."""
        facts: dict[str, Any] = {"contract": CONTRACT, field: value}
        with pytest.raises(InvalidFactError, match=rf"ProjectCase\.{field}.* {rule}"):
            ProjectCase(**facts)

    def test_refuses_acceptance_before_completion(self) -> None:
        """The same day is right, the day before is not."""
        completed = date(2016, 6, 2)
        assert ProjectCase(CONTRACT, completed_on=completed, accepted_on=completed).accepted_on == completed
        with refused("ProjectCase", "accepted_on", "must not be before completed_on (2016-06-02)"):
            ProjectCase(CONTRACT, completed_on=completed, accepted_on=date(2016, 6, 1))

    def test_refuses_changes_that_do_not_fit_the_contract(self) -> None:
        """A price that is used up and a term that ends before it began are refused without asking anything."""
        with refused("PriceChange", "amount", "must leave a price above zero"):
            ProjectCase(CONTRACT, price_changes=[PriceChange(amount=-100_000_000, agreed_on=date(2016, 1, 1))])
        with refused("TermChange", "completion", "must not be before"):
            ProjectCase(CONTRACT, term_changes=[TermChange(completion=date(2015, 10, 8), agreed_on=date(2015, 10, 9))])

    def test_copies_what_it_is_given(self) -> None:
        """A list that is changed afterwards does not change the case."""
        payments = paid((130_000, date(2015, 10, 8)))
        case = ProjectCase(CONTRACT, payments)
        payments.clear()
        assert len(case.payments) == 1
        assert hash(case) == hash(attrs.evolve(case))
