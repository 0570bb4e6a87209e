"""Coverage."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    Coverage,
    coverage,
)
from gxinjury.money import Rate

SEVENTY = Rate.percent(70)


@pytest.mark.clause("GX-3.3")
class TestCoverage:
    """GX-3.3: at least 70 %, compared crosswise and never on a rounded percentage."""

    def test_undefined(self) -> None:
        """Where nothing should enrol, coverage is undefined, not 100 %."""
        assert coverage(should_enrol=0, enrolled=0) is None
        assert coverage(should_enrol=0, enrolled=3) is None

    @pytest.mark.parametrize(("should", "code"), [(0, "below_one"), (-1, "no_count")])
    def test_of_nobody(self, should: int, code: str) -> None:
        """A coverage of nobody is none."""
        with pytest.raises(InvalidFactError) as caught:
            Coverage(should, 0)
        assert (caught.value.code, caught.value.path) == (code, ("should_enrol",))

    @given(st.integers(1, 10**9 - 1), st.integers(0, 10**9 - 1), st.integers(0, 1000))
    def test_against_fractions(self, should: int, enrolled: int, per_mille: int) -> None:
        """Meeting a rate is what exact fractions say."""
        reached = Coverage(should, enrolled)
        assert reached.rate == Fraction(enrolled, should)
        assert reached.meets(Rate.per_mille(per_mille)) is (Fraction(enrolled, should) >= Fraction(per_mille, 1000))
        assert reached.left == (should - enrolled if enrolled < should else 0)

    @given(st.integers(1, 10**6), st.integers(0, 10**6))
    def test_monotone(self, should: int, enrolled: int) -> None:
        """One more enrolled never unmeets a target, one more to enrol never meets it."""
        met = Coverage(should, enrolled).meets(SEVENTY)
        assert Coverage(should, enrolled + 1).meets(SEVENTY) >= met
        assert Coverage(should + 1, enrolled).meets(SEVENTY) <= met

    @pytest.mark.parametrize("bad", [-1, 1.5, "3", True, Decimal(3)])
    def test_bad_counts(self, bad: Any) -> None:  # noqa: ANN401  (slips of any type)
        """A count is a whole number of at least zero."""
        with pytest.raises(InvalidFactError, match=r"coverage\.enrolled must be a whole number of at least zero"):
            coverage(should_enrol=1, enrolled=bad)

    def test_each_language_writes_it(self) -> None:
        """To two decimals, which half a hundredth rounds up to, with the counts in brackets of the language's own."""
        half = Coverage(20_000, 1)
        assert (str(half), half.text("en"), half.text("zh")) == (
            "0.01% (1/20000)",
            "0.01% (1/20000)",
            "0.01%（1/20000）",
        )
