"""Permit and budget: the premium before a project may start."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gxinjury import LAW, InvalidFactError, NotInForceError, explain
from gxinjury.construction import budget_line, permit_check
from gxinjury.law.papers import Paper
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry


@pytest.mark.clause("NN-6.1", "NN-1.1.6")
@pytest.mark.parametrize(
    ("stamped_form", "fund_receipt", "missing"),
    [
        (True, True, ()),
        (False, True, (Paper.REGISTRATION_FORM,)),
        (True, False, (Paper.FUND_RECEIPT,)),
        (False, False, (Paper.REGISTRATION_FORM, Paper.FUND_RECEIPT)),
    ],
)
def test_permit(stamped_form: bool, fund_receipt: bool, missing: tuple[Paper, ...]) -> None:
    """A permit takes the stamped form and the receipt, both."""
    check = permit_check(stamped_form=stamped_form, fund_receipt=fund_receipt)
    assert (check.missing, check.in_order, check.permit_needed, check.findings) == (missing, not missing, True, ())


@pytest.mark.clause("NN-6.2")
def test_small_works() -> None:
    """Small works hand in nothing for a permit, and still pay before the start."""
    unpaid = permit_check(stamped_form=False, fund_receipt=False, permit_needed=False)
    assert (unpaid.missing, unpaid.in_order) == ((), False)
    assert [(found.code, str(found.clause)) for found in unpaid.findings] == [("small_works_unpaid", "NN-6.2")]
    paid = permit_check(stamped_form=False, fund_receipt=True, permit_needed=False)
    assert (paid.in_order, paid.findings) == (True, ())


@pytest.mark.parametrize("field", ["stamped_form", "fund_receipt", "permit_needed"])
def test_permit_facts_are_flags(field: str) -> None:
    """The text "no" is not true."""
    facts: dict[str, Any] = {"stamped_form": True, "fund_receipt": True, field: "no"}
    with pytest.raises(InvalidFactError, match=rf"permit_check\.{field} must be True or False, got 'no'"):
        permit_check(**facts)


@pytest.mark.clause("NN-2")
class TestBudgetLine:
    """NN-2: the owner lists the premium by itself, as a cost that is not bid for."""

    def test_amount(self) -> None:
        """The premium on the estimate, half a fen going up."""
        assert budget_line("95000000").amount == Decimal("123500.00")
        assert budget_line("50").amount == Decimal("0.07")
        assert budget_line(95_000_000).findings == ()

    def test_findings(self) -> None:
        """Left out and put into the bid are told each by itself."""
        line = budget_line(95_000_000, listed=False, in_bid=True)
        assert [found.code for found in line.findings] == ["premium_not_listed", "premium_in_bid"]
        assert all("123,500.00" in found.message.en and "123,500.00" in found.message.zh for found in line.findings)
        assert [found.code for found in budget_line(1, in_bid=True).findings] == ["premium_in_bid"]

    @pytest.mark.parametrize(("estimate", "cautioned"), [("9999.99", True), (10_000, False)])
    def test_asks_whether_a_small_estimate_is_in_ten_thousands(self, estimate: str | int, *, cautioned: bool) -> None:
        """An estimate below 10,000 yuan may be one in 万元."""
        cautions = explain(budget_line, estimate).cautions
        assert any("units of 10,000 yuan" in caution.en for caution in cautions) is cautioned

    def test_the_day_of_the_estimate_has_its_rate(self) -> None:
        """The rate is that of the estimate's day; with no day given, the latest that the law knows."""
        entry = Entry(date(2018, 1, 1), Rate.per_mille("1.0"), Text(zh="设想", en="a proposal"))
        law = LAW.with_figure("project_premium_rate", entry)
        assert budget_line(1_000_000, law=law).amount == Decimal("1000.00")
        assert budget_line(1_000_000, estimated_on=date(2017, 12, 31), law=law).amount == Decimal("1300.00")
        with pytest.raises(NotInForceError):
            budget_line(1_000_000, estimated_on=date(2014, 12, 31))

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"estimate": 0}, "estimate"),
            ({"estimate": "-0.01"}, "estimate"),
            ({"estimate": -95_000_000}, "estimate"),
            ({"estimate": 10**400}, "estimate"),
            ({"estimate": 1.5}, "estimate"),
            ({"estimate": 1, "listed": 1}, "listed"),
            ({"estimate": 1, "in_bid": None}, "in_bid"),
            ({"estimate": 1, "estimated_on": "2016-01-01"}, "estimated_on"),
        ],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        with pytest.raises(InvalidFactError, match=rf"budget_line\.{field} must"):
            budget_line(**bad)
