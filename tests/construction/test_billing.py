"""How a project is billed that enrols on a day."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

import pytest

from gxinjury import LAW, explain
from gxinjury.construction import (
    Accident,
    Contract,
    Duty,
    ObligationState,
    Payment,
    PriceChange,
    ProjectCase,
    TermChange,
    assess_project,
    obligations,
    project_premium,
)
from gxinjury.construction.billing import Billing, billing
from gxinjury.law.readings import SupplementInProgress
from gxinjury.money import Rate

FROM: Final = date(2014, 7, 1)
UNTIL: Final = date(2016, 6, 30)
PAID: Final = date(2015, 9, 1)


@pytest.mark.clause("NN-1.1.4")
@pytest.mark.parametrize(
    ("commencement", "started_on", "paid_on", "expected"),
    [
        (FROM, None, PAID, Billing.REDUCED),
        (FROM, date(2014, 12, 31), PAID, Billing.REDUCED),
        (FROM, date(2015, 1, 1), PAID, Billing.IN_FULL),  # started under the notice
        (date(2015, 1, 1), None, PAID, Billing.IN_FULL),
        (date(2015, 1, 1), date(2014, 12, 31), PAID, Billing.REDUCED),  # started before it
        (PAID, None, PAID, Billing.IN_FULL),
        (FROM, None, UNTIL, Billing.REDUCED),
        (FROM, None, date(2016, 7, 1), Billing.NOT_SAID),
    ],
)
def test_the_start_decides(commencement: date, started_on: date | None, paid_on: date, expected: Billing) -> None:
    """The day on which works really began goes before the contract's."""
    assert billing(commencement, UNTIL, paid_on, started_on, LAW) is expected


@pytest.mark.clause("NN-1.1.3", "NN-3.1.2")
def test_what_a_case_does_not_have_is_not_explained() -> None:
    """Without changes of price nothing is read of them, without a roster nothing of workers."""
    contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=UNTIL)
    bill = explain(project_premium, contract, paid_on=date(2015, 10, 8))
    assert "NN-1.1.3" not in {str(clause) for clause in bill.clauses}
    case = ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2015, 10, 8))])
    assert "NN-3.1.2" not in {str(clause) for clause in explain(assess_project, case).clauses}


NEW: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=UNTIL)
IN_TIME: Final = Payment(amount=130_000, paid_on=date(2015, 10, 8))
RAISES: Final = (
    PriceChange(amount=1_000_000, agreed_on=date(2016, 2, 1)),
    PriceChange(amount=2_000_000, agreed_on=date(2016, 7, 5)),
    PriceChange(amount=-500_000, agreed_on=date(2016, 7, 6)),
)


@pytest.mark.clause("NN-1.1.3", "NN-1.1.5")
class TestARaiseThatCannotBeAnswered:
    """Prorated, a raise after the term has no amount; what was due and covered before it stays so."""

    LAW_ASKED: Final = LAW.reading(SupplementInProgress.PRORATED)

    def test_the_lines_before_it_stay(self) -> None:
        """The supplement of February is on the bill with the raise of July as without it."""
        case = ProjectCase(NEW, [IN_TIME], price_changes=RAISES)
        assessed = assess_project(case, law=self.LAW_ASKED)
        before = assess_project(ProjectCase(NEW, [IN_TIME], price_changes=RAISES[:1]), law=self.LAW_ASKED)
        assert assessed.bill == before.bill
        assert assessed.bill is not None
        # 1,000,000 × 1.3‰ × 151 of 266 days, those from 2016-02-01 to 2016-06-30
        assert [str(line.amount) for line in assessed.bill.supplements] == ["737.97"]
        assert [(part.part.name, part.code) for part in assessed.unanswered] == [("SUPPLEMENT", "agreed_after_term")]
        assert assessed.premium_day == IN_TIME.paid_on

    def test_the_first_that_cannot_be_answered_is_told(self) -> None:
        """Of two it is the earlier; both are owed without an amount, the answered one with its amount."""
        case = ProjectCase(
            NEW, [IN_TIME], price_changes=[PriceChange(amount=1, agreed_on=date(2016, 8, 1)), *reversed(RAISES)]
        )
        assessed = assess_project(case, law=self.LAW_ASKED)
        assert "2016-07-05" in assessed.unanswered[0].reason.en
        duties = obligations(case, on=date(2016, 9, 1), law=self.LAW_ASKED)
        owed = [(one.since, one.amount) for one in duties if one.duty is Duty.PAY_SUPPLEMENT]
        assert owed == [(date(2016, 2, 1), Decimal("737.97")), (date(2016, 7, 5), None), (date(2016, 8, 1), None)]
        notes = [one.note for one in duties if one.duty is Duty.PAY_SUPPLEMENT]
        assert all(note is not None for note in notes)
        assert ["prorate" in note.en for note in notes if note is not None] == [False, True, True]

    def test_where_nothing_is_answered_it_is_owed_all_the_same(self) -> None:
        """Paid after the term nobody says what was due; a raise after that is owed without an amount, and says why."""
        case = ProjectCase(
            NEW, [Payment(amount=1, paid_on=date(2016, 7, 1))], price_changes=[RAISES[0], RAISES[1], RAISES[2]]
        )
        assert assess_project(case, law=self.LAW_ASKED).bill is None
        owed = [one for one in obligations(case, on=date(2016, 9, 1)) if one.duty is Duty.PAY_SUPPLEMENT]
        assert [(one.since, one.amount) for one in owed] == [(date(2016, 7, 5), None)]
        assert owed[0].note is not None
        assert "after the contract term" in owed[0].note.en

    def test_the_premium_stays_paid(self) -> None:
        """The duty to pay it is done, and the roster is kept on, as the assessment has it."""
        case = ProjectCase(NEW, [IN_TIME], price_changes=RAISES[:2])
        duties = {one.duty: one for one in obligations(case, on=date(2016, 7, 5), law=self.LAW_ASKED)}
        assert duties[Duty.PAY_PREMIUM].done_on == IN_TIME.paid_on
        assert duties[Duty.PAY_PREMIUM].state is ObligationState.DONE
        assert Duty.KEEP_ROSTER in duties


@pytest.mark.clause("NN-1.1.5", "NN-6.3", "NN-3.1.1")
@pytest.mark.parametrize(("off", "enrolled"), [(-1, False), (0, True)])
def test_with_nothing_to_pay_it_enrols_on_the_day_of_the_bill(off: int, enrolled: bool) -> None:
    """All remitted, the day before the start is that of the bill: only from then on is there enrolment to post."""
    case = ProjectCase(NEW, relief=Rate.percent(100))
    duties = {one.duty for one in obligations(case, on=date(2015, 10, 8) + timedelta(days=off))}
    assert ({Duty.POST_ENROLMENT, Duty.TELL_WORKERS, Duty.KEEP_ROSTER} <= duties) is enrolled
    assert (Duty.POST_ENROLMENT in duties) is (Duty.KEEP_ROSTER in duties) is enrolled


@pytest.mark.clause("NN-1.3.1", "NN-3.2.3")
@pytest.mark.parametrize(
    ("paid_on", "changes", "is_reported"),
    [
        # Dated before the notice: nobody says what was due, so the cover is unsettled.
        (date(2014, 12, 1), [], True),
        # After the term: that it brings no cover is said.
        (date(2016, 7, 1), [], False),
        # On its last day, on which the parties agreed that it had ended the day before.
        (UNTIL, [TermChange(completion=date(2016, 6, 29), agreed_on=UNTIL)], True),
    ],
)
def test_duties_and_assessment_see_one_cover(paid_on: date, changes: list[TermChange], is_reported: bool) -> None:
    """Where nobody says what was due, an accident off the site is reported as the assessment asks for it."""
    at = datetime.fromisoformat("2016-07-02T09:00+08:00")
    hurt = Accident("张三", at, work_cause=True, on_site=False)
    case = ProjectCase(NEW, [Payment(amount=130_000, paid_on=paid_on)], term_changes=changes, accidents=[hurt])
    assessed = assess_project(case)
    assert assessed.bill is None
    assert assessed.accidents[0].takes_report is is_reported
    duties = obligations(case, on=date(2016, 7, 2))
    moments = [one.due_at for one in duties if one.duty is Duty.REPORT_ACCIDENT]
    assert moments == ([at + timedelta(hours=48)] if is_reported else [])


@pytest.mark.clause("NN-1.1.5", "NN-1.3.2")
@pytest.mark.parametrize(
    ("agreed_on", "expected"), [(date(2015, 10, 8), date(2016, 8, 31)), (date(2015, 10, 9), date(2016, 5, 31))]
)
def test_paid_in_part_it_is_registered_with_its_first_payment(agreed_on: date, expected: date) -> None:
    """An extension agreed by then is in the contract that the agency has, one of the next day needs papers."""
    extended = TermChange(completion=date(2016, 9, 30), agreed_on=agreed_on)
    case = ProjectCase(NEW, [Payment(amount=100, paid_on=date(2015, 10, 8))], term_changes=[extended])
    assert assess_project(case).delay_papers_by == expected
    papers = [one for one in obligations(case, on=date(2015, 12, 1)) if one.duty is Duty.FILE_DELAY_PAPERS]
    assert [one.due and one.due.raw for one in papers] == [expected]
