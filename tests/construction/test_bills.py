"""The premium account: what was paid, when the sum was complete, and from when cover counts."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.construction import (
    Contract,
    Payment,
    PremiumAccount,
    PremiumBill,
    PriceChange,
    cover_start,
    premium_account,
    project_premium,
)
from gxinjury.explanations import explain
from gxinjury.extra.strategies import bills, payments
from gxinjury.law import LAW
from gxinjury.law.readings import CoverFrom, Reduction
from gxinjury.money import Rate
from tests.bad_input import refused
from tests.construction.oracles import fen

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
RAISE: Final = PriceChange(amount=8_500_000, agreed_on=date(2016, 1, 15))
CUT: Final = PriceChange(amount=-1_000_000, agreed_on=date(2016, 1, 15))
DAY: Final = date(2015, 10, 8)
BILL: Final = project_premium(CONTRACT, paid_on=DAY)
WITH_RAISE: Final = project_premium(CONTRACT, paid_on=DAY, price_changes=[RAISE])
WITH_REFUND: Final = project_premium(CONTRACT, paid_on=DAY, price_changes=[CUT], law=LAW.reading(Reduction.REFUND))


def paid(*amounts: str, first: date = DAY) -> list[Payment]:
    """Return payments on one day after the other."""
    return [Payment(amount=amount, paid_on=first.replace(day=first.day + n)) for n, amount in enumerate(amounts)]


@pytest.mark.clause("NN-1.1.5")
class TestCompletingDay:
    """NN-1.1.5: part payments complete the sum on the day they reach it, to the fen."""

    @pytest.mark.parametrize(
        ("amounts", "day"),
        [
            ((), None),
            (("129999.99",), None),
            (("130000.00",), date(2015, 10, 8)),
            (("130000.01",), date(2015, 10, 8)),
            (("65000", "64999.99", "0.01"), date(2015, 10, 10)),
            (("65000", "65000", "11050"), date(2015, 10, 9)),
        ],
    )
    def test_is_the_day_of_the_last_fen(self, amounts: tuple[str, ...], day: date | None) -> None:
        """A fen short it is not complete; the payment that brings the fen completes it, later ones do not move it."""
        assert premium_account(BILL, paid(*amounts)).complete_on == day
        assert premium_account(WITH_RAISE, paid(*amounts)).complete_on == day

    def test_payments_count_by_their_day(self) -> None:
        """Named in any order, payments add up in the order of their days."""
        small, large = paid("0.01", "130000")
        assert premium_account(BILL, [large, small]).complete_on == large.paid_on
        later = Payment(amount=130_000, paid_on=date(2015, 12, 1))
        assert premium_account(BILL, [later, large, small]).complete_on == large.paid_on

    @pytest.mark.clause("NN-1.1.3")
    @pytest.mark.parametrize(
        ("amounts", "day"),
        [
            (("128699.99",), None),
            (("128700.00",), CUT.agreed_on),
            (("129999.99",), CUT.agreed_on),
            (("130000.00",), DAY),
        ],
    )
    def test_a_refund_is_set_off_against_what_is_open(self, amounts: tuple[str, ...], day: date | None) -> None:
        """What a reduction pays back completes the sum on the day it was agreed, where no payment did before."""
        account = premium_account(WITH_REFUND, paid(*amounts))
        assert account.complete_on == day
        assert ("sum_not_complete" in {found.code for found in account.findings}) is (day is None)

    def test_nothing_due_is_complete_at_once(self) -> None:
        """Where the whole rate is remitted nothing has to be paid: complete on the day of the bill, nothing found."""
        bill = project_premium(CONTRACT, paid_on=DAY, relief=Rate.percent(100))
        account = premium_account(bill, [])
        assert account.complete_on == DAY
        assert account.open == 0
        assert account.findings == ()
        for reading in CoverFrom:
            assert cover_start(account, law=LAW.reading(reading)) == DAY


@pytest.mark.clause("NN-1.1.5", "NN-1.1.3")
class TestFindings:
    """What an account tells beside its figures."""

    @pytest.mark.parametrize(
        ("amount", "told"),
        [
            ("0.01", {"sum_not_complete": "129999.99", "supplement_unpaid": "11050.00"}),
            ("129999.99", {"sum_not_complete": "0.01", "supplement_unpaid": "11050.00"}),
            ("130000.00", {"supplement_unpaid": "11050.00"}),
            ("141049.99", {"supplement_unpaid": "0.01"}),
            ("141050.00", {}),
            ("141050.01", {"overpaid": "0.01"}),
        ],
    )
    def test_tells_what_is_open_and_what_was_too_much(self, amount: str, told: dict[str, str]) -> None:
        """The initial sum, the supplement and an overpayment are told apart, to the fen."""
        findings = premium_account(WITH_RAISE, paid(amount)).findings
        assert {found.code: found.values[0][1] for found in findings} == {
            code: Decimal(value) for code, value in told.items()
        }
        clauses = {"sum_not_complete": "NN-1.1.5", "supplement_unpaid": "NN-1.1.3", "overpaid": "NN-1.1.5"}
        assert all(str(found.clause) == clauses[found.code] for found in findings)

    @pytest.mark.parametrize(
        ("bill", "left"), [(BILL, 30_000), (WITH_REFUND, 28_700)], ids=["plain", "less the refund"]
    )
    def test_no_supplement_is_open_where_there_is_none(self, bill: PremiumBill, left: int) -> None:
        """Part of the initial premium is open, as the account has it, and nothing is said of supplements."""
        account = premium_account(bill, paid("100000"))
        assert [(found.code, found["open"]) for found in account.findings] == [("sum_not_complete", left)]
        assert account.open == left

    def test_a_refund_is_overpaid_until_it_is_paid_back(self) -> None:
        """Once the initial premium is paid, a refund that the reading gives is what was paid too much."""
        account = premium_account(WITH_REFUND, paid("130000"))
        assert [account.due, account.open, account.overpaid] == [128_700, 0, 1300]
        assert [found.code for found in account.findings] == ["overpaid"]

    def test_reads_in_both_languages(self) -> None:
        """The findings have the amounts in them, in Chinese and in English."""
        [initial, supplement] = premium_account(WITH_RAISE, paid("129999.99")).findings
        assert "0.01 yuan" in initial.text("en")
        assert "0.01 元" in initial.text("zh")
        assert "11,050.00 yuan" in supplement.text("en")
        assert "11,050.00 元" in supplement.text("zh")


@pytest.mark.clause("NN-1.1.5")
class TestCoverStart:
    """NN-1.1.5: cover counts from the payment that completes the sum, or from the first one."""

    @pytest.mark.parametrize(
        ("amounts", "full", "first"),
        [
            ((), None, None),
            (("65000",), None, date(2015, 10, 8)),
            (("65000", "65000"), date(2015, 10, 9), date(2015, 10, 8)),
            (("130000", "11050"), date(2015, 10, 8), date(2015, 10, 8)),
        ],
    )
    def test_by_reading(self, amounts: tuple[str, ...], full: date | None, first: date | None) -> None:
        """The two readings differ only where the first payment did not complete the sum."""
        account = premium_account(BILL, paid(*amounts))
        assert cover_start(account) == full
        assert cover_start(account, law=LAW.reading(CoverFrom.FIRST_PAYMENT)) == first

    def test_asks_the_reading_only_where_it_matters(self) -> None:
        """Paid in one sum, nothing is in question."""
        at_once = explain(cover_start, premium_account(BILL, paid("130000")))
        in_parts = explain(cover_start, premium_account(BILL, paid("65000", "65000")))
        assert [step.name for step in at_once.steps] == ["cover_start"]
        assert [step.name for step in in_parts.steps] == ["cover_start", "CoverFrom"]


class TestInput:
    """What the account refuses."""

    @pytest.mark.parametrize("bill", [None, "bill", 130_000, BILL.initial])
    def test_takes_a_bill(self, bill: Any) -> None:  # noqa: ANN401  (what a caller may hand in)
        """An account is of a bill."""
        with refused("premium_account", "bill", "must be of type PremiumBill"):
            premium_account(bill, [])

    @pytest.mark.parametrize(
        ("given_payments", "field", "rule"),
        [
            (Payment(amount=1, paid_on=DAY), "payments", "must be a sequence of Payment"),
            ("130000", "payments", "must be a sequence of Payment"),
            (None, "payments", "must be a sequence of Payment"),
            ([130_000], "payments[0]", "must be of type Payment"),
            ([Payment(amount=1, paid_on=DAY), CUT], "payments[1]", "must be of type Payment"),
        ],
    )
    def test_takes_payments(self, given_payments: Any, field: str, rule: str) -> None:  # noqa: ANN401  (as above)
        """Payments come as a sequence, and nothing else among them."""
        with refused("premium_account", field, rule):
            premium_account(BILL, given_payments)

    @pytest.mark.parametrize("account", [None, BILL, date(2015, 10, 8)])
    def test_cover_starts_from_an_account(self, account: Any) -> None:  # noqa: ANN401  (as above)
        """Cover starts from an account, not from a bill or a day."""
        with refused("cover_start", "account", "must be of type PremiumAccount"):
            cover_start(account)


class TestLaws:
    """What holds of every account."""

    @given(bill=bills(), paid_in=payments(highest=10**9))
    @pytest.mark.clause("NN-1.1.5")
    def test_conserves(self, bill: PremiumBill, paid_in: tuple[Payment, ...]) -> None:
        """Paid and open less overpaid is what is due, and not both are above zero."""
        account = premium_account(bill, paid_in)
        assert fen(account.paid) == sum(fen(payment.amount) for payment in paid_in)
        assert fen(account.paid) + fen(account.open) - fen(account.overpaid) == fen(account.due)
        assert fen(account.due) == sum(fen(line.amount) for line in bill.lines)
        assert min(account.open, account.overpaid) == 0 <= max(account.open, account.overpaid)

    @given(bill=bills(highest=10**6), paid_in=payments(highest=1000))
    @pytest.mark.clause("NN-1.1.5")
    def test_completes_on_the_first_day_that_reaches_the_sum(
        self, bill: PremiumBill, paid_in: tuple[Payment, ...]
    ) -> None:
        """What was paid by the completing day reaches the initial premium; by the day before it does not."""
        account = premium_account(bill, paid_in)
        due = fen(bill.initial.amount)

        def by(day: date, *, included: bool) -> int:
            return sum(fen(one.amount) for one in paid_in if one.paid_on < day or (included and one.paid_on == day))

        if account.complete_on is None:
            assert by(date.max, included=True) < due
        elif due:
            assert by(account.complete_on, included=True) >= due
            assert by(account.complete_on, included=False) < due

    @given(bill=bills(law=LAW.reading(Reduction.REFUND)), paid_in=payments(highest=10**9))
    @pytest.mark.clause("NN-1.1.3", "NN-1.1.5")
    def test_never_tells_not_complete_and_overpaid_at_once(
        self, bill: PremiumBill, paid_in: tuple[Payment, ...]
    ) -> None:
        """A refund beside a part payment is open or overpaid, and the sum is complete unless something is open."""
        account = premium_account(bill, paid_in)
        codes = {found.code for found in account.findings}
        assert not {"sum_not_complete", "overpaid"} <= codes
        assert ("sum_not_complete" in codes) is (account.complete_on is None)
        told = sum(fen(Decimal(f"{found['open']}")) for found in account.findings if found.code != "overpaid")
        assert told == fen(account.open)

    @given(bill=bills(), paid_in=payments(), data=st.data())
    @pytest.mark.clause("NN-1.1.5")
    def test_the_order_of_payments_never_matters(
        self,
        bill: PremiumBill,
        paid_in: tuple[Payment, ...],
        data: st.DataObject,
    ) -> None:
        """Payments in any order give the same account."""
        shuffled = data.draw(st.permutations(paid_in))
        assert premium_account(bill, shuffled) == premium_account(bill, paid_in)

    @given(bill=bills(), paid_in=payments())
    @pytest.mark.clause("NN-1.1.5")
    def test_the_first_payment_is_never_after_the_completing_one(
        self,
        bill: PremiumBill,
        paid_in: tuple[Payment, ...],
    ) -> None:
        """Cover under FIRST_PAYMENT starts no later than under FULL_PAYMENT, where something is due."""
        account: PremiumAccount = premium_account(bill, paid_in)
        full, first = (cover_start(account, law=LAW.reading(reading)) for reading in CoverFrom)
        if bill.initial.amount and full is not None:
            assert first is not None
            assert first <= full
