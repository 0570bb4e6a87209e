"""Whole-number arithmetic: exact however large, by the shortest way that stays within 64 bits, and what is too fine."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
import numpy as np
import pyarrow as pa
import pytest

from gxinjury.benefits import AverageWage
from gxinjury.errors import OutOfScopeError
from gxinjury.extra import frames
from gxinjury.extra.frames._arithmetic import check_fine, fraction_of, half_up, share_of_rate
from gxinjury.extra.frames._columns import Column
from gxinjury.extra.frames._sheets import Sheet, Way
from gxinjury.law import LAW, Law
from gxinjury.law.figures.minimum_wages import MinimumWages
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry

_SOURCE: Final = Text(zh="试", en="a trial")


class Kept:
    """Keeps steps as they are, and counts them."""

    steps = 0

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        """One after the other."""
        self.steps += len(steps)
        return [*steps.values()]


def column(*numbers: int) -> Column:
    """Numbers, known to lie between the first and the last."""
    return Column(np.array(numbers), numbers[0], numbers[-1])


SHORTEST, LONGER, LONGEST = 2, 4, 13


@pytest.mark.parametrize(
    ("amount", "rate", "share", "steps"),
    [
        # 2 × the amount × (13 + 1) is just below 2^63, and just above.
        (329_406_144_173_384_850, (13, 10_000), (1, 731), SHORTEST),
        (329_406_144_173_384_851, (13, 10_000), (1, 731), LONGER),
        (329_406_144_173_384_850, (13, 7), (1, 731), SHORTEST),
        (329_406_144_173_384_851, (13, 7), (1, 731), LONGER),
        # 2 × (the denominator × 10) × (999,999 + 1) likewise, whatever the amount.
        (10**14, (333_333, 461_168_601_841), (3, 10), LONGER),
        (10**14, (333_333, 461_168_601_843), (3, 10), LONGEST),
        (1000, (333_333, 461_168_601_841), (3, 10), SHORTEST),
        (1000, (333_333, 461_168_601_843), (3, 10), LONGEST),
        (10**14, (1300, 10**9), (109_573, 109_573), LONGEST),
        (10**14, (999_999_999, 10**9), (731, 731), LONGEST),
    ],
)
def test_a_share_of_a_rate(amount: int, rate: tuple[int, int], share: tuple[int, int], steps: int) -> None:
    """Exact, of the largest amount and of small ones, with as few steps as its size allows."""
    rows, (numerator, denominator), (part, whole) = Kept(), rate, share
    sheet = Sheet(Way("trial", LAW, None, "", flag=False, look=False, floats=True, stale=[]), rows)  # type: ignore[arg-type]
    amounts = [1, *(amount * one // 40 for one in range(1, 41))]
    parts = [1, *[max(part - one % 2, 1) for one in range(40)]]
    parts[-1] = part
    wholes = [max(part, whole - 1), *[whole] * 40]
    found = share_of_rate(
        sheet,
        column(*amounts),
        numerator=numerator,
        denominator=denominator,
        part=Column(np.array(parts), 1, part),
        whole=Column(np.array(wholes), min(wholes), whole),
    )
    exact = [
        Fraction(one * numerator * some, denominator * every)
        for one, some, every in zip(amounts, parts, wholes, strict=True)
    ]
    assert np.broadcast_to(found.held, len(amounts)).tolist() == [int(one + Fraction(1, 2)) for one in exact]
    assert rows.steps == steps


@pytest.mark.parametrize("by", [1, 2, 3, 4, 7, 10])
def test_half_up(by: int) -> None:
    """By what is the same in all rows, and by a column that is as much."""
    numbers = [*range(5 * by + 1)]
    expected = [int(Fraction(one, by) + Fraction(1, 2)) for one in numbers]
    assert np.asarray(half_up(column(*numbers), by).held).tolist() == expected
    assert half_up(column(*numbers), Column(np.full(len(numbers), by), 1, 10)).held.tolist() == expected


def test_the_finest_rates() -> None:
    """Nine places, and all; a tenth place and a part more are not reckoned with."""
    for told in ("0.0000001", "100", "99.9999999"):
        assert fraction_of("rate", Rate.percent(told)) == Fraction(Decimal(told)) / 100
    for told in ("0.00000001", "100.0000001"):
        with pytest.raises(OutOfScopeError) as refused:
            fraction_of("rate", Rate.percent(told))
        assert (refused.value.code, refused.value.values) == ("too_fine", {"figure": "rate", "value": f"{told}%"})
    check_fine("rate", 1, 2**53 - 1)
    with pytest.raises(OutOfScopeError):
        check_fine("rate", 1, 2**53)


def under(figure: str, value: object, since: date = date(2016, 1, 1)) -> Law:
    """The law with another figure."""
    return LAW.with_figure(figure, Entry(since, value, _SOURCE))


DAYS: Final[dict[str, list[Any]]] = {
    "on": [date(2018, 3, 1)],
    "month": [date(2025, 6, 1)],
    "anchored_on": [date(2022, 5, 4)],
}
STAY: Final[dict[str, list[Any]]] = {
    "first": [date(2018, 12, 27)],
    "last": [date(2019, 1, 5)],
    "wages_fen": [1],
    "months": [1],
}
TABLE: Final = pa.table({**DAYS, **STAY, "persons": [1], "dependency": ["FULL"], "average_fen": [1]})
BASE: Final = LAW.contribution_base.on(date(2025, 6, 1))


def base(a_month: str, upper: str = "20715") -> Law:
    """The law with another contribution base."""
    one = type(BASE)(2024, BASE.yuan_per_year, a_month, lower=BASE.lower, upper=upper)
    return under("contribution_base", one, date(2025, 1, 1))


@pytest.mark.parametrize(
    ("asked", "figure", "value"),
    [
        (
            lambda: frames.minimum_wage(TABLE, law=under("minimum_wages", MinimumWages("1400.005", 1, 1, 1, hour=1))),
            "minimum_wages",
            "1400.005",
        ),
        (lambda: frames.contribution_base(TABLE, law=base("6905.005")), "contribution_base", "6905.005"),
        (lambda: frames.contribution_base(TABLE, law=base("6905", "20715.001")), "contribution_base", "20715.001"),
        (
            lambda: frames.hospital_meals(TABLE, law=under("hospital_meals", Decimal("20.005"))),
            "hospital_meals",
            "20.005",
        ),
        (
            lambda: frames.reference_wage(TABLE, average=AverageWage("107581.0000000001", "on_post", 2022)),
            "average",
            None,
        ),
        (lambda: frames.monthly_premium(TABLE, law=base("6905.0000000001")), "rate", None),
    ],
)
def test_figures_that_are_too_fine(asked: Callable[[], Any], figure: str, value: str | None) -> None:
    """The error tells which it is."""
    with pytest.raises(OutOfScopeError) as refused:
        asked()
    assert refused.value.code == "too_fine"
    assert refused.value.values["figure"] == figure
    assert value is None or refused.value.values["value"] == value


def test_the_finest_limits_of_a_wage() -> None:
    """Of an average of a fen a month: a floor of seven places of a hundredth is reckoned with, one of eight is not."""
    (entry,) = LAW.reference_wage_months.entries
    of_one_month = attrs.evolve(LAW.reference_wage_months, entries=(attrs.evolve(entry, value=1),))
    law = attrs.evolve(LAW, reference_wage_months=of_one_month)

    def asked(floor: str) -> list[Any]:
        limited = law.with_figure("reference_wage_floor", Entry(date(2016, 1, 1), Rate.percent(floor), _SOURCE))
        found = frames.reference_wage(TABLE, average=AverageWage("0.12", "on_post", 2022), law=limited)
        return [found[f"reference_wage_{part}"].to_pylist() for part in ("num", "den")]

    assert asked("60.00001") == [[10**7], [10**7]]
    with pytest.raises(OutOfScopeError) as refused:
        asked("60.000001")
    assert refused.value.values["value"] == "60000001/100000000"
