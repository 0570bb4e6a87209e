"""What an outlet pays: the formula, and the month's base, rate and cut."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, OutOfScopeError, explain
from gxinjury.couriers import FloatStep, FundBalance, headcount_premium, monthly_premium, unit_rate
from gxinjury.couriers.rates import floated_rate
from gxinjury.law.readings import CutAndFloat
from gxinjury.money import Rate

CLASS_2 = Rate.percent("0.4")
HALF = Rate.percent(50)


@pytest.mark.clause("RST101-premium", "COURIERS-base")
class TestFormula:
    """Headcount × average wage × rate, rounded once on the bill."""

    def test_percent_is_not_per_mille(self) -> None:
        """1.3 % and 1.3‰ are ten apart."""
        percent = headcount_premium(persons=1, monthly_base=1000, rate=Rate.percent("1.3"))
        assert percent == 10 * headcount_premium(persons=1, monthly_base=1000, rate=Rate.per_mille("1.3"))

    @given(st.integers(0, 10_000), st.integers(1, 10**7), st.integers(0, 190), st.integers(0, 100))
    def test_against_fractions(self, persons: int, fen: int, per_myriad: int, relief: int) -> None:
        """To the fen what exact fractions, rounded half up, say; nobody pays nothing."""
        rate = Rate.percent(Decimal(per_myriad).scaleb(-2))
        paid = headcount_premium(
            persons=persons, monthly_base=Decimal(fen).scaleb(-2), rate=rate, relief=Rate.percent(relief)
        )
        exact = Fraction(persons * fen * per_myriad * (100 - relief), 10_000 * 100)
        assert paid == Decimal(int(exact + Fraction(1, 2))).scaleb(-2)

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"persons": -1}, "persons"),
            ({"persons": 1.5}, "persons"),
            ({"monthly_base": 0}, "monthly_base"),
            ({"monthly_base": 6756.0}, "monthly_base"),
            ({"rate": Decimal("0.004")}, "rate"),
            ({"relief": "50%"}, "relief"),
            ({"relief": Rate.percent(101)}, "relief"),
        ],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field; a rate without its unit is one."""
        facts: dict[str, Any] = {"persons": 1, "monthly_base": 6756, "rate": CLASS_2, **bad}
        with pytest.raises(InvalidFactError, match=rf"headcount_premium\.{field} must"):
            headcount_premium(**facts)


@pytest.mark.clause("COURIERS-rate", "COURIERS-base")
class TestMonth:
    """Base, rate and cut as the law has them that month."""

    @pytest.mark.parametrize(
        ("month", "balance", "due"),
        [
            (date(2022, 6, 1), FundBalance.MONTHS_24_OR_MORE, "12.39"),
            (date(2022, 6, 1), FundBalance.MONTHS_18_TO_23, "19.83"),
            (date(2023, 6, 30), FundBalance.MONTHS_24_OR_MORE, "12.88"),
            (date(2023, 7, 1), None, "12.88"),
            (date(2024, 6, 15), None, "13.51"),
            (date(2025, 12, 31), None, "13.81"),
        ],
    )
    def test_one_courier(self, month: date, balance: FundBalance | None, due: str) -> None:
        """The published base of the year, class 2, and the cut of the month: by city until June 2023, then flat."""
        assert monthly_premium(month=month, persons=1, fund_balance=balance) == Decimal(due)

    def test_payroll(self) -> None:
        """Where the payroll can be used it is the base; either is given, never both."""
        assert monthly_premium(month=date(2024, 6, 1), payroll="100000") == Decimal("200.00")
        assert monthly_premium(month=date(2024, 6, 1), payroll=0) == Decimal(0)
        either: tuple[dict[str, Any], ...] = ({}, {"persons": 1, "payroll": 1})
        for facts in either:
            with pytest.raises(InvalidFactError, match=r"monthly_premium\.persons must be given where"):
                monthly_premium(month=date(2024, 6, 1), **facts)

    def test_the_city_decides(self) -> None:
        """While the cut went by city, the city's fund balance has to be given."""
        with pytest.raises(InvalidFactError, match=r"unit_rate\.fund_balance must be given"):
            monthly_premium(month=date(2023, 6, 30), persons=1)

    @pytest.mark.clause("CUTS-2020-05", "CUTS-2026-01")
    @pytest.mark.parametrize("month", [date(2018, 4, 30), date(2020, 5, 1), date(2026, 1, 1)])
    def test_unknown_months(self, month: date) -> None:
        """A month that the table does not know raises and says what to supply."""
        with pytest.raises(NotInForceError, match=r"with_figure"):
            monthly_premium(month=month, payroll=1)

    def test_secondary_base_is_told(self) -> None:
        """The base of 2024 comes from a compiled table, and says so."""
        why = explain(monthly_premium, month=date(2024, 6, 1), persons=12)
        assert why.outcome == Decimal("162.14")
        assert any("compiled table" in caution.en for caution in why.cautions)

    def test_own_class(self) -> None:
        """A unit of another class pays its own rate."""
        assert monthly_premium(month=date(2024, 6, 1), payroll=10_000, rate_class=8) == Decimal("95.00")

    @pytest.mark.parametrize(
        ("bad", "field"),
        [({"month": "2024-06"}, "month"), ({"payroll": -1}, "payroll"), ({"persons": -1}, "persons")],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        facts: dict[str, Any] = {"month": date(2024, 6, 1), **(bad if "month" not in bad else {"persons": 1, **bad})}
        with pytest.raises(InvalidFactError, match=rf"monthly_premium\.{field} must"):
            monthly_premium(**facts)


@pytest.mark.clause("RSF71-classes", "RSF71-float", "RSF71-floor", "CUTS-2021-05", "CUTS-2023-07")
class TestRate:
    """The benchmark, the float, the cut, and how they go together."""

    def test_benchmarks(self) -> None:
        """The eight classes, cut by half."""
        rates = [unit_rate(rate_class=number, day=date(2024, 1, 1)) for number in range(1, 9)]
        assert [str(rate) for rate in rates] == [
            "0.1%", "0.2%", "0.35%", "0.45%", "0.55%", "0.65%", "0.8%", "0.95%",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("rate_class", "step", "rate"),
        [
            (2, FloatStep.HALF, "0.1%"),
            (2, FloatStep.LESS, "0.16%"),
            (2, FloatStep.MORE, "0.24%"),
            (2, FloatStep.MOST, "0.3%"),
            (1, FloatStep.HALF, "0.1%"),
        ],
    )
    def test_float_of_the_cut(self, rate_class: int, step: FloatStep, rate: str) -> None:
        """The float is of the benchmark, never below class 1's, and the cut comes on top."""
        assert str(unit_rate(rate_class=rate_class, step=step, day=date(2024, 1, 1))) == rate

    @pytest.mark.parametrize(
        ("rate_class", "floated"),
        [
            (1, "0.2% 0.2% 0.2% 0.24% 0.3%"),
            (2, "0.2% 0.32% 0.4% 0.48% 0.6%"),
            (3, "0.35% 0.56% 0.7% 0.84% 1.05%"),
            (4, "0.45% 0.72% 0.9% 1.08% 1.35%"),
            (5, "0.55% 0.88% 1.1% 1.32% 1.65%"),
            (6, "0.65% 1.04% 1.3% 1.56% 1.95%"),
            (7, "0.8% 1.28% 1.6% 1.92% 2.4%"),
            (8, "0.95% 1.52% 1.9% 2.28% 2.85%"),
        ],
    )
    def test_each_class_at_each_step(self, rate_class: int, floated: str) -> None:
        """50, 80, 100, 120 and 150 % of the benchmark, class 1's the floor; the cut by half comes on top of it."""
        day = date(2024, 1, 1)
        rates = [floated_rate(rate_class, step, day, LAW) for step in FloatStep]
        assert [str(rate) for rate in rates] == floated.split()
        cut = [unit_rate(rate_class=rate_class, step=step, day=day) for step in FloatStep]
        assert cut == [rate.scaled(HALF) for rate in rates]

    @pytest.mark.parametrize(
        ("balance", "step", "rate"),
        [
            (FundBalance.MONTHS_24_OR_MORE, FloatStep.NONE, "0.2%"),
            (FundBalance.MONTHS_24_OR_MORE, FloatStep.LESS, "0.2%"),
            (FundBalance.MONTHS_18_TO_23, FloatStep.HALF, "0.2%"),
            (FundBalance.MONTHS_18_TO_23, FloatStep.LESS, "0.32%"),
            (FundBalance.MONTHS_18_TO_23, FloatStep.MOST, "0.32%"),
        ],
    )
    def test_better_of_the_two(self, balance: FundBalance, step: FloatStep, rate: str) -> None:
        """From May 2021 to April 2022 the better of downward float and cut applies, and none floats up."""
        for day in (date(2021, 5, 1), date(2022, 4, 30)):
            assert str(unit_rate(rate_class=2, step=step, day=day, fund_balance=balance)) == rate

    def test_unsettled(self) -> None:
        """Under the other reading float and cut together are the agency's to decide; either alone is not."""
        law = LAW.reading(CutAndFloat.UNSETTLED)
        assert str(unit_rate(rate_class=2, day=date(2024, 1, 1), law=law)) == "0.2%"
        with pytest.raises(OutOfScopeError, match="how cut and float go together: the agency decides") as caught:
            unit_rate(rate_class=2, step=FloatStep.LESS, day=date(2024, 1, 1), law=law)
        assert str(caught.value.clause) == "CUTS-2023-07"

    @given(st.integers(1, 8), st.sampled_from(FloatStep), st.dates(date(2023, 7, 1), date(2025, 12, 31)))
    def test_steps_stay_in_order(self, rate_class: int, step: FloatStep, day: date) -> None:
        """A worse step never pays less, and no rate is below half the benchmark of class 1."""
        rates = [unit_rate(rate_class=rate_class, step=one, day=day) for one in FloatStep]
        assert rates == sorted(rates)
        assert unit_rate(rate_class=rate_class, step=step, day=day) >= Rate.percent("0.1")

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"rate_class": 0}, "rate_class"),
            ({"rate_class": 9}, "rate_class"),
            ({"rate_class": True}, "rate_class"),
            ({"step": 50}, "step"),
            ({"fund_balance": 24}, "fund_balance"),
        ],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        facts: dict[str, Any] = {"rate_class": 2, "day": date(2024, 1, 1), **bad}
        with pytest.raises(InvalidFactError, match=rf"unit_rate\.{field} must be"):
            unit_rate(**facts)
