"""Money as the progress report has it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    WanYuan,
)


@pytest.mark.clause("GX-A")
class TestWanYuan:
    """万元: units of 10,000 yuan, kept apart from yuan."""

    def test_worked_case_c6(self) -> None:
        """C6: 123,456.78 yuan are 12.345678 万元, shown as 12.35."""
        paid = WanYuan.of_yuan("123456.78")
        assert paid.number == Decimal("12.345678")
        assert str(paid) == "12.35"
        assert repr(paid) == "WanYuan('12.345678')"
        assert paid.yuan == Decimal("123456.78")

    @given(st.integers(0, 10**13))
    def test_there_and_back(self, fen: int) -> None:
        """Turned into 万元 and back, an amount is what it was."""
        yuan = Decimal(fen).scaleb(-2)
        assert WanYuan.of_yuan(yuan).yuan == yuan

    @pytest.mark.parametrize("bad", [1.5, -1, "Infinity", None, True])
    def test_bad_amounts(self, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """Floats, negative and infinite amounts are refused, in either unit."""
        with pytest.raises(InvalidFactError, match=r"WanYuan\.number must"):
            WanYuan(bad)
        with pytest.raises(InvalidFactError, match=r"WanYuan\.yuan must"):
            WanYuan.of_yuan(bad)


def test_amounts_stand_in_order() -> None:
    """By the number, so that a column can be sorted."""
    assert sorted([WanYuan("10"), WanYuan("9.99"), WanYuan("0")]) == [WanYuan("0"), WanYuan("9.99"), WanYuan("10")]
    assert WanYuan("9.99") < WanYuan("10")
