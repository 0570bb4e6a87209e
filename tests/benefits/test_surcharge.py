"""Surcharge and fines, and who bears the benefits of the uninsured (REG-60, REG-62)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError
from gxinjury.benefits import UninsuredBearer, arrears_fine, bearer_when_not_enrolled, fraud_fine, surcharge
from gxinjury.law.readings import LateProjectSurcharge
from tests.bad_input import NOT_DAYS, refused

START: Final = date(2016, 1, 1)
APPLIED: Final = LAW.reading(LateProjectSurcharge.APPLIED)


@pytest.mark.clause("REG-62")
class TestSurcharge:
    """0.05% a day from the default on."""

    @pytest.mark.parametrize(("paid_on", "due"), [(START, "0"), (date(2016, 1, 2), "50"), (date(2016, 1, 31), "1500")])
    def test_by_the_day(self, paid_on: date, due: str) -> None:
        """The first day in default counts, the day of payment does not."""
        assert surcharge(100_000, defaulted_on=START, paid_on=paid_on) == Decimal(due)

    def test_rounds_once(self) -> None:
        """Three days of 0.005 yuan are 0.015, paid as 0.02: rounded once, not by the day."""
        assert surcharge(10, defaulted_on=START, paid_on=date(2016, 1, 4)) == Decimal("0.02")

    def test_a_project_premium_bears_one_by_reading_only(self) -> None:
        """The notice names no surcharge, so by default there is none."""
        facts: dict[str, Any] = {"defaulted_on": START, "paid_on": date(2016, 1, 2), "project_premium": True}
        assert surcharge(100_000, **facts) == 0
        assert surcharge(100_000, **facts, law=APPLIED) == 50

    @given(st.integers(1, 10**9), st.integers(0, 3000), st.booleans())
    def test_a_day_more_never_costs_less(self, arrears: int, days: int, project: bool) -> None:
        """Paying later never lowers the surcharge."""

        def due(after: int) -> Decimal:
            paid_on = date.fromordinal(START.toordinal() + after)
            return surcharge(arrears, defaulted_on=START, paid_on=paid_on, project_premium=project, law=APPLIED)

        assert due(days) <= due(days + 1)

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"arrears": 0}, "arrears"),
            ({"paid_on": date(2015, 12, 31)}, "paid_on"),
            ({"defaulted_on": None}, "defaulted_on"),
            ({"project_premium": "no"}, "project_premium"),
        ],
    )
    def test_bad_facts(self, facts: dict[str, Any], field: str) -> None:
        """No arrears, payment before the default and a text for the flag are refused by name."""
        with pytest.raises(InvalidFactError, match=rf"surcharge\.{field} must"):
            surcharge(**{"arrears": 1, "defaulted_on": START, "paid_on": START, **facts})

    def test_before_2011(self) -> None:
        """The rate holds from 2011-01-01."""
        assert surcharge(100_000, defaulted_on=date(2011, 1, 1), paid_on=date(2011, 1, 2)) == 50
        with pytest.raises(NotInForceError, match="2010-12-31"):
            surcharge(1, defaulted_on=date(2010, 12, 31), paid_on=START)


@pytest.mark.clause("REG-62", "REG-60")
def test_fines() -> None:
    """Arrears are fined one to three times, fraud two to five times."""
    arrears, fraud = arrears_fine("1000.01", on=START), fraud_fine("1000.01", on=START)
    assert (arrears.least, arrears.most) == (Decimal("1000.01"), Decimal("3000.03"))
    assert (fraud.least, fraud.most) == (Decimal("2000.02"), Decimal("5000.05"))


@pytest.mark.clause("REG-62", "REG-60")
@pytest.mark.parametrize("fine", [arrears_fine, fraud_fine])
@pytest.mark.parametrize(("day", "told"), NOT_DAYS)
def test_fines_of_no_day(fine: Any, day: Any, told: str) -> None:  # noqa: ANN401  (either question, anything but a day)
    """It is the question that refuses it, by its own name."""
    with refused(fine.__name__, "on", told):
        fine(1000, on=day)


@pytest.mark.clause("REG-62")
@pytest.mark.parametrize(
    ("arising_on", "paid_up_on", "bearer"),
    [
        (date(2016, 5, 1), None, UninsuredBearer.EMPLOYER),
        (date(2016, 5, 1), date(2016, 5, 1), UninsuredBearer.EMPLOYER),
        (date(2016, 5, 2), date(2016, 5, 1), UninsuredBearer.SHARED),
    ],
)
def test_bearer_when_not_enrolled(arising_on: date, paid_up_on: date | None, bearer: UninsuredBearer) -> None:
    """The employer bears all until it has paid up; what arises from the next day on is shared."""
    assert bearer_when_not_enrolled(arising_on, paid_up_on=paid_up_on) is bearer
