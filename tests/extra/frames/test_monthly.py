"""What the law has in the month of each row: every row equals the scalar rule, on every engine."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs
import pyarrow as pa
import pytest
from hypothesis import strategies as st

from gxinjury import couriers
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, STALE
from gxinjury.law import LAW
from gxinjury.law.figures.minimum_wages import MinimumWages
from gxinjury.law.figures.rate_cuts import FundBalance, RateCut
from gxinjury.money import Rate
from gxinjury.reforms import Reform
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import Row
from tests.extra.frames.second import day_numbers, fen, or_null, told_twice
from tests.extra.frames.test_rows import every_engine, rows_of, try_hard

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

_TURNS: Final = [
    date(2014, 12, 31),
    date(2015, 1, 1),
    date(2018, 1, 31),
    date(2018, 2, 1),
    date(2018, 12, 31),
    date(2019, 1, 1),
    date(2019, 4, 30),
    date(2019, 5, 1),
    date(2020, 4, 30),
    date(2021, 5, 1),
    date(2023, 6, 30),
    date(2023, 7, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 1, 2),
    date(2026, 12, 31),
    date(2027, 1, 1),
]
DAYS: Final = or_null(st.sampled_from(_TURNS) | day_numbers(date(2014, 1, 1), date(2027, 12, 31)))


@every_engine
def test_by_month(engine: str) -> None:
    """Minimum wage by class, contribution base with its limits, premium of a headcount."""
    kinds = {"on": "day", "month": "day", "wage_class": "whole", "persons": "whole"}
    rows = rows_of(
        on=DAYS,
        month=DAYS,
        wage_class=or_null(st.integers(1, 4) | st.integers(0, 5)),
        persons=or_null(st.integers(0, 500) | st.integers(-1, 10**7)),
    )

    def test(rows: Sequence[Row], balance: FundBalance | None, rate_class: int | None) -> None:
        def wage(row: Row) -> Row:
            return {"minimum_wage_fen": fen(LAW.minimum_wages.on(row["on"]).month(row["wage_class"]))}

        def base(row: Row) -> Row:
            found = LAW.contribution_base.on(row["month"])
            return {
                "contribution_base_fen": fen(found.yuan_per_month),
                "contribution_lower_fen": fen(found.lower),
                "contribution_upper_fen": None if found.upper is None else fen(found.upper),
            }

        def premium(row: Row) -> Row:
            more: dict[str, Any] = {"rate_class": rate_class, "fund_balance": balance}
            return {"premium_fen": fen(couriers.monthly_premium(month=row["month"], persons=row["persons"], **more))}

        def asked_wage(frame: Any) -> Any:  # noqa: ANN401  (a frame)
            return frames.minimum_wage(frame, wage_class="wage_class", on_invalid="flag")

        told_twice(engine, rows, kinds, asked_wage, wage, needed=("on", "wage_class"))
        told_twice(
            engine, rows, kinds, lambda one: frames.contribution_base(one, on_invalid="flag"), base, needed=("month",)
        )
        told_twice(
            engine,
            rows,
            kinds,
            lambda one: frames.monthly_premium(one, rate_class=rate_class, fund_balance=balance, on_invalid="flag"),
            premium,
            needed=("month", "persons"),
        )

    try_hard(engine, test, rows, st.sampled_from([None, *FundBalance]), st.sampled_from([None, None, 1, 8]))


def test_one_class_for_all() -> None:
    """A class may be that of all rows; one that is none is refused; there is no fourth from 2018-02 on."""
    days = pa.table({"on": [date(2018, 1, 31), date(2018, 2, 1)]})
    assert frames.minimum_wage(days)["minimum_wage_fen"].to_pylist() == [140_000, 168_000]
    with pytest.raises(NotInForceError, match="not in force"):
        frames.minimum_wage(days, wage_class=4)
    for wrong in (0, 5, -1):
        with pytest.raises(InvalidFactError, match="wage_class must"):
            frames.minimum_wage(days, wage_class=wrong)
    with pytest.raises(InvalidFactError, match="must be a class of minimum wages"):
        frames.minimum_wage(pa.table({"on": [date(2018, 1, 1)], "place": [5]}), wage_class="place")


def test_stale_minimum_wages() -> None:
    """A day past that through which the wages were verified is told."""
    days = pa.table({"on": [date(2026, 1, 1), date(2026, 1, 2)]})
    told = frames.minimum_wage(days, stale=True, on_invalid="flag")[STALE].to_pylist()
    assert [one is not None for one in told] == [False, True]


def test_months_in_which_the_fund_balance_decides() -> None:
    """They need it, and say so."""
    units = pa.table({"persons": [10], "month": [date(2022, 3, 1)]})
    with pytest.raises(InvalidFactError, match="give fund_balance"):
        frames.monthly_premium(units)
    assert frames.monthly_premium(units, on_invalid="flag")[REASON].to_pylist() == ["fund_balance_needed"]
    with pytest.raises(InvalidFactError, match="rate_class"):
        frames.monthly_premium(units, rate_class=9)


def test_too_fine() -> None:
    """What is finer than frames reckon with is refused."""
    days = pa.table({"on": [date(2016, 1, 1)], "persons": [1], "month": [date(2025, 6, 1)]})
    odd = MinimumWages("1400.005", 1, 1, 1, hour=1)
    with pytest.raises(OutOfScopeError, match="minimum_wages"):
        frames.minimum_wage(days, law=LAW.under(Reform("细").figure("minimum_wages", odd, since=date(2016, 1, 1))))
    base = LAW.contribution_base.on(date(2025, 6, 1))
    fine = Reform("细").figure(
        "contribution_base",
        type(base)(2024, base.yuan_per_year, "6905.0000000001", lower=base.lower, upper=base.upper),
        since=date(2025, 1, 1),
    )
    assert Fraction("6905.0000000001").denominator > 10**9
    with pytest.raises(OutOfScopeError, match="rate"):
        frames.monthly_premium(days, law=LAW.under(fine))


_BASE: Final = LAW.contribution_base.on(date(2025, 6, 1))


@pytest.mark.parametrize(
    ("figure", "value", "due"),
    [
        # 100 persons, 6,905 yuan, 0.4 % of class 2, half of it cut: 1,381 yuan.
        ("courier_rate_class", 3, 241_675),
        ("benchmark_rates", (Rate.percent("0.2"), *[Rate.percent("0.6")] * 7), 207_150),
        ("benchmark_rates", (Rate.percent(0),) * 8, 0),
        ("benchmark_rates", (Rate.percent("0.0001"),) * 8, 35),
        ("benchmark_rate_cut", RateCut(Rate.percent(20)), 220_960),
        ("contribution_base", attrs.evolve(_BASE, yuan_per_month=7000), 140_000),
    ],
)
def test_a_figure_that_changes_on_a_day_of_its_own(figure: str, value: object, due: int) -> None:
    """From the month on in which it does, as by the rule."""
    law = LAW.with_figure(figure, Entry(date(2025, 6, 1), value, Text(zh="试", en="a trial")))
    months = [date(2025, month, 1) for month in (5, 6, 7)]
    asked = frames.monthly_premium(pa.table({"persons": [100] * 3, "month": months}), law=law)
    told = [couriers.monthly_premium(persons=100, month=month, law=law) for month in months]
    assert asked["premium_fen"].to_pylist() == [int(one * 100) for one in told] == [138_100, due, due]
