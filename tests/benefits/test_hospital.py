"""Hospital meals, travel meals and lodging (ALLOWANCES)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError, NotInForceError, explain
from gxinjury.benefits import Receipt, hospital_meals, lodging, travel_meals
from gxinjury.money import total
from gxinjury.periods import Period
from tests.benefits.drawn import told

LAST: Final = date(2018, 12, 31)
FIRST: Final = date(2019, 1, 1)


@pytest.mark.clause("ALLOWANCES-meals")
class TestMeals:
    """15 yuan a day, 25 from 2019-01-01."""

    @pytest.mark.parametrize(
        ("first", "last", "due", "parts"),
        [
            (LAST, LAST, 15, 1),
            (FIRST, FIRST, 25, 1),
            (LAST, FIRST, 40, 2),
            (date(2018, 12, 22), LAST, 150, 1),
            (FIRST, date(2019, 1, 10), 250, 1),
        ],
    )
    def test_both_sides_of_the_change(self, first: date, last: date, due: int, parts: int) -> None:
        """Each day has the level of its own day."""
        meals = hospital_meals(Period(first, last))
        assert told(meals.amount, len(meals.parts)) == (due, parts)

    @given(st.dates(date(2011, 1, 1), date(2021, 1, 1)), st.integers(0, 4000))
    def test_day_by_day_it_is_the_same(self, first: date, days: int) -> None:
        """The stay is worth what its days are worth one by one."""
        last = first + timedelta(days=days)
        before = max(0, min((last - first).days + 1, (FIRST - first).days))
        meals = hospital_meals(Period(first, last))
        assert meals.amount == 15 * before + 25 * (days + 1 - before)
        assert total(part.amount for part in meals.parts) == meals.amount

    def test_what_is_no_stay_is_refused(self) -> None:
        """A stay has a last day, and begins when the law does."""
        with pytest.raises(InvalidFactError, match=r"hospital_meals\.stay must have a last day"):
            hospital_meals(Period(FIRST, None))
        with pytest.raises(InvalidFactError, match=r"hospital_meals\.stay must be of type Period"):
            hospital_meals(10)  # type: ignore[arg-type]  # wrong on purpose
        assert hospital_meals(Period(date(2011, 1, 1), date(2011, 1, 1))).amount == 15
        with pytest.raises(NotInForceError, match="2010-12-31"):
            hospital_meals(Period(date(2010, 12, 31), date(2011, 1, 1)))


@pytest.mark.clause("ALLOWANCES-travel", "ALLOWANCES-lodging")
class TestReceipts:
    """Receipts are paid day by day up to a cap."""

    @pytest.mark.parametrize(
        ("day", "spent", "meals", "bed"),
        [
            (LAST, "40", "40", "40"),
            (LAST, "40.01", "40", "40.01"),
            (LAST, "110.01", "40", "110"),
            (FIRST, "100.01", "100", "100.01"),
            (FIRST, "330", "100", "330"),
            (FIRST, "330.01", "100", "330"),
        ],
    )
    def test_both_sides_of_cap_and_change(self, day: date, spent: str, meals: str, bed: str) -> None:
        """40 and 110 yuan a day, 100 and 330 from 2019-01-01."""
        receipts = [Receipt(day=day, amount=spent)]
        assert travel_meals(receipts).paid == Decimal(meals)
        assert lodging(receipts).paid == Decimal(bed)

    def test_receipts_of_a_day_share_its_cap(self) -> None:
        """Two receipts of a day are one sum; of two days each has a cap of its own."""
        assert travel_meals([Receipt(day=LAST, amount=30), Receipt(day=LAST, amount=30)]).paid == 40
        both = travel_meals([Receipt(day=LAST, amount=30), Receipt(day=LAST - timedelta(days=1), amount=30)])
        assert told(both.paid, both.own) == (60, 0)

    @given(st.lists(st.tuples(st.dates(date(2018, 12, 25), date(2019, 1, 5)), st.integers(1, 50_000)), max_size=12))
    def test_nothing_is_lost(self, spent: list[tuple[date, int]]) -> None:
        """What the fund pays and what is left to the worker add up to the receipts, in any order."""
        receipts = [Receipt(day=day, amount=Decimal(fen).scaleb(-2)) for day, fen in spent]
        split = lodging(receipts)
        assert split.paid + split.own == sum(receipt.amount for receipt in receipts)
        assert lodging(reversed(receipts)) == split
        assert explain(lodging, receipts).outcome == split

    def test_the_days_are_told_in_their_order(self) -> None:
        """In whatever order the receipts come, the explanation looks the caps up as the days follow each other."""
        days = [LAST + timedelta(days=7 * number % 32 - 15) for number in range(32)]
        why = explain(travel_meals, [Receipt(day=day, amount=1) for day in days])
        assert [step.outcome for step in why.step.steps] == [40] * 16 + [100] * 16

    @pytest.mark.parametrize(
        ("facts", "field"), [({"day": "2019"}, "day"), ({"amount": 0}, "amount"), ({"amount": 1.5}, "amount")]
    )
    def test_bad_receipts_are_refused(self, facts: dict[str, Any], field: str) -> None:
        """What is no day and no amount above zero is refused by name."""
        with pytest.raises(InvalidFactError, match=rf"Receipt\.{field} must be"):
            Receipt(**{"day": FIRST, "amount": 1, **facts})

    def test_before_2011(self) -> None:
        """The caps hold from 2011-01-01."""
        with pytest.raises(NotInForceError, match="2010-12-31"):
            lodging([Receipt(day=date(2010, 12, 31), amount=1)])
