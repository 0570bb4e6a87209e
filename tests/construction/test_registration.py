"""The registration form of annex 1."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from gxinjury import LAW, InvalidFactError, explain
from gxinjury.construction import (
    Contract,
    PayeeAccount,
    PriceChange,
    ProjectParticulars,
    TermChange,
    registration_form,
)
from gxinjury.law.readings import PremiumBase
from gxinjury.money import Rate

CONTRACT = Contract(
    price=100_000_000, bid_price=98_000_000, commencement=date(2016, 3, 1), completion=date(2016, 12, 31)
)
PARTICULARS = ProjectParticulars(
    owner="业主", project="某大桥", filed_at="南宁市青秀区", bidder="某建筑公司", filler="甲", contact="乙"
)


@pytest.mark.clause("NN-A1")
class TestRegistrationForm:
    """Annex 1: the amount due is price times 1.3 per mille, the sign that the copy lost being restored."""

    def test_amount_is_computed(self) -> None:
        """By default the contract price bears the premium, under the other reading the bid price."""
        form = registration_form(CONTRACT, PARTICULARS, dated=date(2016, 2, 1))
        assert (form.price, form.amount_due) == (Decimal(100_000_000), Decimal("130000.00"))
        bid = registration_form(CONTRACT, PARTICULARS, dated=date(2016, 2, 1), law=LAW.reading(PremiumBase.BID_PRICE))
        assert (bid.price, bid.amount_due) == (Decimal(98_000_000), Decimal("127400.00"))

    def test_in_progress(self) -> None:
        """A legacy project pays for the rest of its term only: on its last day, a day of 731, or of its own term."""
        legacy = attrs.evolve(CONTRACT, commencement=date(2014, 7, 1), completion=date(2016, 6, 30))
        form = registration_form(legacy, PARTICULARS, dated=date(2016, 6, 30))
        assert (form.amount_due, form.amount_in_capitals) == (Decimal("177.84"), "壹佰柒拾柒元捌角肆分")
        started = registration_form(legacy, PARTICULARS, dated=date(2016, 6, 30), started_on=date(2014, 12, 31))
        # 547 of 731 days gone.
        assert started.amount_due == Decimal("32722.30")

    def test_amount_is_that_of_the_bill(self) -> None:
        """Changes of price and term agreed by then and relief are in it; what was agreed later is not."""
        changes = [
            PriceChange(amount=-1_000_000, agreed_on=date(2016, 2, 1)),
            PriceChange(amount=8_500_000, agreed_on=date(2016, 2, 2)),
        ]
        form = registration_form(CONTRACT, PARTICULARS, dated=date(2016, 2, 1), price_changes=changes)
        assert (form.price, form.amount_due) == (Decimal(99_000_000), Decimal("128700.00"))
        half = registration_form(
            CONTRACT, PARTICULARS, dated=date(2016, 2, 1), price_changes=changes, relief=Rate.percent(50)
        )
        assert (half.amount_due, half.amount_in_capitals) == (Decimal("64350.00"), "陆万肆仟叁佰伍拾元整")
        legacy = attrs.evolve(CONTRACT, commencement=date(2014, 7, 1), completion=date(2016, 1, 31))
        extended = [TermChange(completion=date(2016, 6, 30), agreed_on=date(2016, 1, 15))]
        longer = registration_form(legacy, PARTICULARS, dated=date(2016, 2, 1), term_changes=extended)
        # 151 of 731 days are left.
        assert longer.amount_due == Decimal("26853.63")

    def test_emendation_is_told(self) -> None:
        """The restored sign is a caution."""
        why = explain(registration_form, CONTRACT, PARTICULARS, dated=date(2016, 2, 1))
        assert any("1.3‰" in caution.en for caution in why.cautions)

    def test_payee(self) -> None:
        """The account is carried where it is known."""
        payee = PayeeAccount(name="某社保局", number="4500", bank="某银行")
        assert registration_form(CONTRACT, PARTICULARS, dated=date(2016, 2, 1), payee=payee).payee == payee

    @pytest.mark.parametrize("field", ["owner", "project", "filed_at", "bidder", "filler", "contact"])
    def test_blank_particulars(self, field: str) -> None:
        """What the form must say cannot be blank."""
        facts: dict[str, Any] = {
            "owner": "a", "project": "b", "filed_at": "c", "bidder": "d", "filler": "e", "contact": "f", field: " "
        }  # fmt: skip
        with pytest.raises(InvalidFactError, match=rf"ProjectParticulars\.{field} must be a text that is not empty"):
            ProjectParticulars(**facts)

    def test_optional_particulars(self) -> None:
        """What it may say is a text where it is given."""
        with pytest.raises(InvalidFactError, match=r"ProjectParticulars\.bid_award_number must be a text"):
            ProjectParticulars("a", "b", "c", "d", "e", "f", bid_award_number="")
        with pytest.raises(InvalidFactError, match=r"PayeeAccount\.bank must be a text"):
            PayeeAccount("a", "b", "")

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"contract": None}, "contract"),
            ({"particulars": None}, "particulars"),
            ({"payee": "4500"}, "payee"),
            ({"dated": None}, "dated"),
        ],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        facts: dict[str, Any] = {
            "contract": CONTRACT, "particulars": PARTICULARS, "dated": date(2016, 2, 1), **bad
        }  # fmt: skip
        with pytest.raises(InvalidFactError, match=rf"registration_form\.{field} must"):
            registration_form(**facts)
