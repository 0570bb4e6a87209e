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
    AssessedPart,
    Contract,
    DelayFiling,
    Party,
    Payment,
    PremiumAccount,
    PriceChange,
    ProjectAssessment,
    ProjectCase,
    Roster,
    RosterChange,
    RosterChangeKind,
    Standing,
    TermChange,
    Unanswered,
    UnansweredKind,
    Warranty,
    WorkStoppage,
    assess_accident,
    assess_project,
    project_cover,
    project_premium,
)
from gxinjury.construction.billing import premium_day
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.extra.strategies import days
from gxinjury.facts import CHINA
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    CoverFrom,
    ElapsedTime,
    ExtendedTerm,
    InitialRoster,
    OnSiteUnlisted,
    SupplementInProgress,
)
from gxinjury.money import Rate
from gxinjury.periods import Period
from gxinjury.texts import Text
from tests.bad_input import refused
from tests.construction.oracles import Weekends

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
"""130,000.00 when paid in time."""
LEGACY: Final = Contract(price=100_000_000, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
"""54,062.93 when paid on 2015-09-01, a day's share (177.84) less each day."""


def paid(*payments: tuple[int | str, date]) -> list[Payment]:
    """Return payments."""
    return [Payment(amount=amount, paid_on=paid_on) for amount, paid_on in payments]


def account(assessment: ProjectAssessment) -> PremiumAccount:
    """Return the account, which is there."""
    assert assessment.account is not None
    return assessment.account


def billed_on(assessment: ProjectAssessment) -> date:
    """Return the day of the bill, which is there."""
    assert assessment.bill is not None
    return assessment.bill.initial.dated


def codes(assessment: ProjectAssessment) -> list[str]:
    """Return the codes of the findings."""
    return [finding.code for finding in assessment.findings]


@pytest.mark.clause("NN-1.1.5")
class TestPremiumDay:
    """NN-1.1.5: in one sum; of several payments the one that completes what was due on the day of the first."""

    def test_one_payment_in_time(self) -> None:
        """One payment of the sum due on its day is the premium, and needs no word."""
        case = ProjectCase(CONTRACT, paid((130_000, date(2015, 10, 8))), accepted_on=date(2016, 6, 30))
        assessment = assess_project(case)
        assert assessment.premium_day == date(2015, 10, 8)
        assert codes(assessment) == []

    def test_a_fen_short_is_not_complete(self) -> None:
        """A fen short the premium does not count as paid: there is no cover, and the bill is of the first payment."""
        assessment = assess_project(ProjectCase(CONTRACT, paid(("129999.99", date(2015, 10, 8)))))
        assert assessment.premium_day is None
        assert assessment.cover is None
        assert billed_on(assessment) == date(2015, 10, 8)
        assert codes(assessment) == ["billed_for_first_payment", "sum_not_complete"]
        assert account(assessment).open == Decimal("0.01")

    def test_parts_count_from_the_one_that_completes(self) -> None:
        """Two parts: cover counts from the second, the bill from the first, in any order; a later one moves nothing."""
        parts = paid((1, date(2016, 1, 1)), (65_000, date(2015, 10, 8)), (65_000, date(2015, 10, 5)))
        assessment = assess_project(ProjectCase(CONTRACT, parts))
        assert assessment.premium_day == date(2015, 10, 8)
        assert billed_on(assessment) == date(2015, 10, 5)
        assert assessment.cover is not None
        assert assessment.cover.periods[0].first == date(2015, 10, 8)
        assert codes(assessment) == ["paid_in_parts", "overpaid", "delay_papers_due"]
        assert assessment.findings[0].values == (("day", date(2015, 10, 8)), ("first", date(2015, 10, 5)))
        assert account(assessment).overpaid == 1

    @pytest.mark.parametrize(
        ("second", "days"), [(date(2015, 10, 8), None), (date(2015, 10, 9), 1), (date(2015, 12, 9), 62)]
    )
    def test_a_sum_completed_late_is_told(self, second: date, days: int | None) -> None:
        """The first part in time and the last one after the start: not complete before it, days late counted."""
        parts = paid((65_000, date(2015, 10, 5)), (65_000, second))
        assessment = assess_project(ProjectCase(CONTRACT, parts, accepted_on=date(2016, 6, 30)))
        late = [finding for finding in assessment.findings if finding.code == "completed_late"]
        assert [(finding["days"], str(finding.clause)) for finding in late] == (
            [] if days is None else [(days, "NN-1.1.5")]
        )
        assert "paid_late" not in codes(assessment)

    def test_parts_of_one_day_are_one_sum(self) -> None:
        """Two payments of one day complete the sum on that day, as one would."""
        parts = paid((65_000, date(2015, 10, 8)), (65_000, date(2015, 10, 8)))
        assert codes(assess_project(ProjectCase(CONTRACT, parts, accepted_on=date(2016, 6, 30)))) == []

    @pytest.mark.parametrize(("second", "day"), [("0.02", date(2015, 9, 2)), ("0.01", None)])
    def test_the_debt_is_that_of_the_first_payment(self, second: str, day: date | None) -> None:
        """In progress too the sum does not fall while it is not paid.

        54,062.93 (304 of 731 days) is due on 2015-09-01, 53,885.09 would be the day after.
        """
        case = ProjectCase(LEGACY, paid(("54062.91", date(2015, 9, 1)), (second, date(2015, 9, 2))))
        assessment = assess_project(case)
        assert assessment.premium_day == day
        assert account(assessment).due == Decimal("54062.93")
        assert account(assessment).overpaid == 0

    def test_first_payment_by_reading(self) -> None:
        """Under FIRST_PAYMENT the first payment counts, complete or not."""
        law = LAW.reading(CoverFrom.FIRST_PAYMENT)
        parts = paid((65_000, date(2015, 10, 5)), (64_000, date(2015, 10, 8)))
        assessment = assess_project(ProjectCase(CONTRACT, parts), law=law)
        assert assessment.premium_day == date(2015, 10, 5)
        assert assessment.cover is not None
        assert assessment.cover.periods[0].first == date(2015, 10, 5)
        assert codes(assessment) == ["billed_for_first_payment", "sum_not_complete", "delay_papers_due"]

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
        assert billed_on(assessment) == date(2015, 10, 11)
        assert account(assessment).due == Decimal("130000.00")
        assert codes(assessment) == ["billed_without_payment", "sum_not_complete"]
        assert "2015-10-11" in assessment.findings[0].text("zh")

    def test_without_payment_nothing_is_billed_before_the_notice(self) -> None:
        """A project that started before the notice pays by its payment day: without one there is nothing to bill."""
        assessment = assess_project(ProjectCase(LEGACY))
        assert (assessment.bill, assessment.account, assessment.premium_day, assessment.cover) == (None,) * 4
        [part] = assessment.unanswered
        assert (part.part, part.kind) == (AssessedPart.PREMIUM, UnansweredKind.NOT_IN_FORCE)
        assert str(part.clause) == "NN-1.1.5"
        assert "supply a payment, made or planned" in part.reason.en
        [finding] = assessment.findings
        assert (finding.code, finding["part"], finding["reason"]) == ("not_answered", part.part, part.reason)
        assert assessment.delay_papers_by == date(2016, 5, 31)

    @pytest.mark.parametrize(("start", "is_billed"), [(date(2015, 1, 1), False), (date(2015, 1, 2), True)])
    def test_the_last_day_in_time_is_a_day_of_the_notice(self, start: date, *, is_billed: bool) -> None:
        """The day before a start on 2015-01-02 is billed, that before 2015-01-01 is not."""
        assessment = assess_project(ProjectCase(attrs.evolve(CONTRACT, commencement=start)))
        assert (assessment.bill is not None) is is_billed
        assert [part.kind.name for part in assessment.unanswered] == ([] if is_billed else ["NOT_IN_FORCE"])

    def test_a_law_without_a_rate_has_nothing_to_bill(self) -> None:
        """A law as it was known before the notice says that it has no rate."""
        [part] = assess_project(ProjectCase(CONTRACT), law=LAW.known_on(date(2014, 12, 31))).unanswered
        assert "has no value at all" in part.reason.en

    def test_all_remitted_needs_no_payment(self) -> None:
        """Where all of the premium is remitted it counts as paid on the last day in time."""
        case = ProjectCase(CONTRACT, relief=Rate.percent(100), accepted_on=date(2016, 6, 30))
        assessment = assess_project(case)
        assert assessment.premium_day == date(2015, 10, 8)
        assert assessment.cover is not None
        assert assessment.cover.covers(date(2015, 10, 8))
        assert codes(assessment) == ["nothing_to_pay"]

    @given(st.lists(st.tuples(st.integers(1, 80_000), days(date(2015, 6, 1), date(2016, 6, 30))), max_size=5))
    def test_is_the_first_day_on_which_the_bill_is_reached(self, payments: list[tuple[int, date]]) -> None:
        """Walking through all days of the term one by one, the first on which enough was paid is the day."""
        first = date(2015, 6, 1)
        case = ProjectCase(LEGACY, paid(*payments, (1, first)))
        remaining = (LEGACY.completion - first).days + 1
        # 130,000 yuan are due for 731 days; rounded half up to the fen in whole numbers.
        due = Decimal((2 * 13_000_000 * remaining + 731) // (2 * 731)) / 100
        term = [first + timedelta(days=day) for day in range(remaining)]
        enough = [day for day in term if sum(one.amount for one in case.payments if one.paid_on <= day) >= due]
        assert premium_day(case, LAW) == min(enough, default=None)


class TestAsFarAsItGoes:
    """What happens in life is not refused: what can be answered is, and the rest says why it is not."""

    AFTER: Final = date(2016, 7, 1)

    @pytest.mark.clause("NN-1.1.4", "NN-1.3.1")
    def test_paid_after_the_term(self) -> None:
        """P7: what is owed after the term nobody says; that it brings no cover is said, and the rest is answered."""
        accident = Accident("张三", datetime.fromisoformat("2016-07-05T09:00+08:00"), work_cause=True, on_site=True)
        case = ProjectCase(
            LEGACY,
            paid((130_000, self.AFTER)),
            roster=[RosterChange("张三", RosterChangeKind.ADD, date(2016, 7, 1))],
            accidents=[accident],
        )
        assessment = assess_project(case)
        [part] = assessment.unanswered
        assert (part.part, part.kind) == (AssessedPart.PREMIUM, UnansweredKind.OUT_OF_SCOPE)
        assert str(part.clause) == "NN-1.1.4"
        assert "2016-07-01 lies after the contract term (2016-06-30)" in part.reason.en
        assert (assessment.bill, assessment.account, assessment.premium_day) == (None, None, None)
        assert assessment.cover is not None
        assert assessment.cover.periods == assessment.cover.unsettled == ()
        assert codes(assessment) == ["not_answered", "paid_after_completion"]
        assert [finding.code for finding in assessment.roster_findings] == ["roster_without_cover"]
        assert [one.case.standing for one in assessment.accidents] == [Standing.NOT_INSURED]
        assert assessment.delay_papers_by is None

    def test_the_rest_paid_after_the_term(self) -> None:
        """After a first payment in time one after the term does no harm."""
        case = ProjectCase(LEGACY, paid(("54062.93", date(2015, 9, 1)), (11_050, self.AFTER)))
        assessment = assess_project(case)
        assert assessment.premium_day == date(2015, 9, 1)
        assert assessment.unanswered == ()

    @pytest.mark.clause("NN-0")
    @pytest.mark.parametrize(
        ("paid_on", "law"),
        [(date(2014, 12, 31), LAW), (date(2020, 6, 1), LAW.only_verified())],
        ids=["before the notice", "not verified"],
    )
    def test_paid_on_a_day_without_a_rate(self, paid_on: date, law: Law) -> None:
        """Where nobody says what was due, neither is it said whether the project is covered from then on."""
        moment = datetime(2020, 7, 1, 9, tzinfo=CHINA)
        hurt = Accident("张三", moment, work_cause=True, on_site=True)
        earlier = attrs.evolve(hurt, happened_at=datetime(2014, 12, 30, 9, tzinfo=CHINA))
        case = ProjectCase(
            attrs.evolve(LEGACY, completion=date(2020, 12, 31)), paid((130_000, paid_on)), accidents=[hurt, earlier]
        )
        assessment = assess_project(case, law=law)
        assert [part.kind for part in assessment.unanswered] == [UnansweredKind.NOT_IN_FORCE]
        assert [str(part.clause) for part in assessment.unanswered] == ["NN-1.1.2"]
        assert (assessment.bill, assessment.cover) == (None, None)
        assert [one.case.standing for one in assessment.accidents] == [Standing.UNSETTLED, Standing.NOT_INSURED]

    @pytest.mark.clause("NN-0", "NN-1.3.1")
    @pytest.mark.parametrize(
        ("contract", "paid_on", "law", "is_answered"),
        [
            (("2013-01-01", "2014-06-30"), "2014-07-01", LAW, False),
            (("2013-01-01", "2014-06-30"), "2014-12-31", LAW, False),
            (("2013-01-01", "2014-06-30"), "2015-01-01", LAW, True),
            (("2015-10-09", "2016-06-30"), "2020-05-31", LAW.only_verified(), True),
            (("2015-10-09", "2016-06-30"), "2020-06-01", LAW.only_verified(), False),
        ],
        ids=["the day after the term", "before the notice", "in force", "verified", "not verified"],
    )
    def test_paid_after_the_term_while_the_notice_is_not_in_force(
        self, contract: tuple[str, str], paid_on: str, law: Law, *, is_answered: bool
    ) -> None:
        """The notice says of its own days that such a payment brings no cover; of others it says nothing."""
        first, last = map(date.fromisoformat, contract)
        case = ProjectCase(Contract(100_000_000, first, last), paid((130_000, date.fromisoformat(paid_on))))
        assessment = assess_project(case, law=law)
        [part] = assessment.unanswered
        assert (assessment.bill, assessment.premium_day) == (None, None)
        if is_answered:
            assert (part.kind, str(part.clause)) == (UnansweredKind.OUT_OF_SCOPE, "NN-1.1.4")
            assert assessment.cover is not None
            assert codes(assessment) == ["not_answered", "paid_after_completion"]
        else:
            assert (part.kind, str(part.clause)) == (UnansweredKind.NOT_IN_FORCE, "NN-1.1.2")
            assert assessment.cover is None
            assert codes(assessment)[0] == "not_answered"

    @pytest.mark.clause("NN-0", "NN-1.3.2")
    @pytest.mark.parametrize(
        ("completion", "deadline"), [(date(2014, 12, 31), None), (date(2015, 1, 1), date(2014, 12, 2))]
    )
    def test_expired_before_the_notice(self, completion: date, deadline: date | None) -> None:
        """A contract that expired before the notice had no delay papers to file, and is answered all the same."""
        contract = attrs.evolve(LEGACY, commencement=date(2013, 7, 1), completion=completion)
        assessment = assess_project(ProjectCase(contract))
        assert assessment.expiry == completion
        assert assessment.delay_papers_by == deadline
        assert codes(assessment) == ["not_answered"]

    @pytest.mark.clause("NN-1.1.3")
    def test_a_raise_that_cannot_be_prorated(self) -> None:
        """Agreed after the term, it has no time left to prorate by: the initial premium is answered without it."""
        changes = [
            PriceChange(amount=1_000_000, agreed_on=date(2015, 10, 1)),
            PriceChange(amount=8_500_000, agreed_on=self.AFTER),
        ]
        case = ProjectCase(CONTRACT, paid((131_300, date(2015, 10, 8))), price_changes=changes)
        law = LAW.reading(SupplementInProgress.PRORATED)
        assessment = assess_project(case, law=law)
        [part] = assessment.unanswered
        assert (part.part, part.kind) == (AssessedPart.SUPPLEMENT, UnansweredKind.OUT_OF_SCOPE)
        assert str(part.clause) == "NN-1.1.3"
        assert account(assessment).due == Decimal("131300.00")
        assert assessment.premium_day == date(2015, 10, 8)
        assert assess_project(case).unanswered == ()

    def test_what_is_wrong_stays_refused(self) -> None:
        """A calendar that is none is a slip, not a fact that is missing."""
        calendar: Any = "weekends"
        with pytest.raises(InvalidFactError, match="calendar"):
            assess_project(ProjectCase(CONTRACT, paid((130_000, date(2015, 10, 8)))), calendar=calendar)

    def test_reads_in_both_languages(self) -> None:
        """The finding names the part and the reason."""
        finding = assess_project(ProjectCase(LEGACY, paid((130_000, self.AFTER)))).findings[0]
        assert finding.text("zh").startswith("保险费未能答复：缴费日 2016-07-01 在合同工期届满")
        assert finding.text("en").startswith("no answer on the premium: the payment day 2016-07-01")


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
        assert assessment.expiry == date(2016, 6, 30)
        assert assessment.delay_papers_by == date(2016, 5, 31)
        assert codes(assessment) == [
            "supplement_unpaid",
            "delay_papers_late",
            "warranty_roster_missing",
            "extension_without_papers",
        ]

    @pytest.mark.clause("NN-1.3.2")
    def test_papers_in_time_move_the_expiry_and_not_their_own_day(self) -> None:
        """Filed for the extension in time they move the expiry; they were due ahead of the day registered."""
        case = attrs.evolve(self.CASE, delay=DelayFiling(filed_on=date(2016, 5, 31)))
        assessment = assess_project(case)
        assert (assessment.expiry, assessment.delay_papers_by) == (date(2016, 7, 31), date(2016, 5, 31))
        as_agreed = assess_project(self.CASE, law=LAW.reading(ExtendedTerm.AS_AGREED))
        assert (as_agreed.expiry, as_agreed.delay_papers_by) == (date(2016, 7, 31), date(2016, 7, 1))

    def test_the_law_reaches_every_answer(self) -> None:
        """Another reading changes what it is about."""
        case = ProjectCase(LEGACY, paid(("54166.67", date(2015, 9, 1))))
        assert account(assess_project(case)).overpaid == Decimal("103.74")
        assert account(assess_project(case, law=LAW.reading(ElapsedTime.MONTHS))).overpaid == 0

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

    @pytest.mark.clause("NN-1.3.3")
    def test_a_warranty_before_acceptance_is_kept_for_later(self) -> None:
        """Named before completion is accepted it is a finding, and no refusal."""
        case = attrs.evolve(self.CASE, accepted_on=None)
        assert "warranty_to_come" in codes(assess_project(case))

    @pytest.mark.clause("NN-1.3.2")
    def test_work_stoppages_move_nothing(self) -> None:
        """A stoppage, ended or not, is told with the expiry, which it leaves where it was."""
        stoppages = [
            WorkStoppage(first=date(2016, 1, 11), last=date(2016, 3, 10), reason="资金未到位"),
            WorkStoppage(first=date(2016, 5, 1)),
        ]
        before, after = assess_project(self.CASE), assess_project(attrs.evolve(self.CASE, stoppages=stoppages))
        told = [(one.code, str(one.clause), dict(one.values)) for one in after.findings[len(before.findings) :]]
        expiry = date(2016, 6, 30)
        assert told == [
            (
                "works_stood_still",
                "NN-1.3.2",
                {"first": date(2016, 1, 11), "last": date(2016, 3, 10), "expiry": expiry},
            ),
            ("works_stopped", "NN-1.3.2", {"first": date(2016, 5, 1), "expiry": expiry}),
        ]
        assert attrs.evolve(after, findings=before.findings) == before

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
        assert all((finding["since"], finding["days"]) == (date(2015, 10, 9), 1) for finding in found)

    @pytest.mark.clause("NN-6.4")
    def test_both_can_have_failed(self) -> None:
        """Half in time, the rest long after the owner handed the money over late: the owner, then the contractor."""
        parts = paid((65_000, date(2015, 10, 5)), (65_000, date(2016, 1, 31)))
        case = ProjectCase(CONTRACT, parts, accepted_on=date(2016, 6, 30), funded_on=date(2015, 10, 20))
        found = [finding for finding in assess_project(case).findings if finding.code == "party_failed"]
        assert [(finding["party"], finding["since"], finding["days"]) for finding in found] == [
            (Party.OWNER, date(2015, 10, 9), 12),
            (Party.GENERAL_CONTRACTOR, date(2015, 10, 21), 103),
        ]
        assert {str(finding.clause) for finding in found} == {"NN-6.4"}

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
    """The account's day is the day that the premium counts as paid, or none; and a debt never shrinks."""
    assessment = assess_project(ProjectCase(LEGACY, paid(*payments)))
    assert account(assessment).complete_on == assessment.premium_day
    first = assess_project(ProjectCase(LEGACY, paid(min(payments, key=lambda one: one[1]))))
    assert account(assessment).due == account(first).due


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
            ("stoppages", [None], "must be of type WorkStoppage"),
            ("budgeted_on", "2016-01-01", "must be a day"),
            ("permit_papers_on", "2016-01-01", "must be a day"),
            ("posted_on", "2016-01-01", "must be a day"),
            ("told_on", "2016-01-01", "must be a day"),
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
        with refused("ProjectCase", "price_changes[0].amount", "must leave a price above zero"):
            ProjectCase(CONTRACT, price_changes=[PriceChange(amount=-100_000_000, agreed_on=date(2016, 1, 1))])
        with refused("ProjectCase", "term_changes[0].completion", "must not be before"):
            ProjectCase(CONTRACT, term_changes=[TermChange(completion=date(2015, 10, 8), agreed_on=date(2015, 10, 9))])

    def test_copies_what_it_is_given(self) -> None:
        """A list that is changed afterwards does not change the case."""
        payments = paid((130_000, date(2015, 10, 8)))
        case = ProjectCase(CONTRACT, payments)
        payments.clear()
        assert len(case.payments) == 1
        assert hash(case) == hash(attrs.evolve(case))


@pytest.mark.clause("NN-1.1.5", "NN-1.3.2")
@pytest.mark.parametrize(
    ("agreed_on", "expiry"),
    [(date(2016, 5, 1), date(2017, 12, 31)), (date(2016, 5, 2), date(2017, 6, 30))],
)
def test_a_project_paid_in_parts_is_registered_when_the_sum_is_complete(agreed_on: date, expiry: date) -> None:
    """An extension agreed by the day of the payment that completes the sum is registered; later it takes papers."""
    contract = Contract(100_000_000, date(2016, 3, 1), date(2017, 6, 30))
    payments = [Payment(amount=60_000, paid_on=date(2016, 2, 20)), Payment(amount=70_000, paid_on=date(2016, 5, 1))]
    extension = TermChange(completion=date(2017, 12, 31), agreed_on=agreed_on)
    cover = assess_project(ProjectCase(contract, payments, term_changes=[extension])).cover
    assert cover is not None
    assert (cover.expiry, cover.periods) == (expiry, (Period(date(2016, 5, 1), expiry),))


def test_what_no_clause_refused_is_told_under_the_whole_notice() -> None:
    """A part not answered that was made by hand cites none; its finding then cites the notice as a whole."""
    reason = Text("缺数据", "no data")
    part = Unanswered(AssessedPart.PREMIUM, UnansweredKind.OUT_OF_SCOPE, "no_data", None, reason)
    found = part.finding
    assert (found.code, str(found.clause)) == ("not_answered", "NN-0")
    assert (found["part"], found["reason"]) == (AssessedPart.PREMIUM, reason)
