"""Credit records, annual reports, publication, and what follows fraud."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gxinjury import InvalidFactError, NotInForceError, explain
from gxinjury.couriers import credit_duties, fraud_pursued
from gxinjury.law.campaign import Body


@pytest.mark.clause("GX-4.2")
class TestDuties:
    """GX-4.2 names duties and no day."""

    def test_each_duty(self) -> None:
        """Credit records, appraisal, the annual report and the sites, each of the postal administrations."""
        words = [("诚信",), ("考核", "满意度"), ("年度工作报告",), ("快递协会", "官网")]
        for duty, expected in zip(credit_duties(), words, strict=True):
            assert all(word in duty.what.zh for word in expected)
            assert duty.bodies == (Body.POST_AT_ALL_LEVELS,)
            assert str(duty.clause) == "GX-4.2"


@pytest.mark.clause("GX-4.2", "REG-60")
class TestFraud:
    """Benefits obtained by fraud are repaid and fined two to five times."""

    def test_amounts(self) -> None:
        """12,000.50 yuan are repaid, and fined 24,001.00 to 60,002.50 besides."""
        why = explain(fraud_pursued, "12000.50", on=date(2022, 9, 1))
        pursued = why.outcome
        assert (pursued.repaid, pursued.fine.least, pursued.fine.most) == (
            Decimal("12000.50"),
            Decimal("24001.00"),
            Decimal("60002.50"),
        )
        assert {str(clause) for clause in why.clauses} == {"GX-4.2", "REG-60"}
        assert ["prosecuted" in caution.en for caution in why.cautions] == [True]

    def test_before_the_revised_regulation(self) -> None:
        """The multiples are of the Regulation as revised."""
        assert fraud_pursued(1, on=date(2011, 1, 1)).fine.most == Decimal("5.00")
        with pytest.raises(NotInForceError, match="2010-12-31"):
            fraud_pursued(1, on=date(2010, 12, 31))

    @pytest.mark.parametrize(
        ("bad", "field"), [({"obtained": 0}, "obtained"), ({"obtained": 1.5}, "obtained"), ({"on": "2022"}, "on")]
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        facts: dict[str, Any] = {"obtained": 1, "on": date(2022, 9, 1), **bad}
        with pytest.raises(InvalidFactError, match=rf"fraud_pursued\.{field} must"):
            fraud_pursued(**facts)
