"""Money and rates: exact against fractions, half up, and deaf to the context of the host."""

import asyncio
import decimal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_UP,
    Context,
    Decimal,
    InvalidOperation,
    localcontext,
)
from fractions import Fraction
from itertools import pairwise
from threading import Barrier
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.money import (
    ZERO,
    Rate,
    RateUnit,
    Share,
    mean,
    minus,
    plus,
    times,
    to_fen,
    to_yuan,
    total,
    written_amount,
)

ALL_TRAPS: Final = [
    decimal.Clamped,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.Inexact,
    decimal.InvalidOperation,
    decimal.Overflow,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Underflow,
]
HOSTILE: Final = {
    "precision 3": Context(prec=3),
    "precision 1, towards zero": Context(prec=1, rounding=ROUND_DOWN),
    "up": Context(prec=5, rounding=ROUND_UP),
    "ceiling": Context(prec=5, rounding=ROUND_CEILING),
    "floor": Context(prec=5, rounding=ROUND_FLOOR),
    "half even": Context(rounding=ROUND_HALF_EVEN),
    "half down": Context(rounding=ROUND_HALF_DOWN),
    "small exponents": Context(prec=4, Emax=2, Emin=-2, clamp=1),
    "every trap": Context(prec=3, Emax=2, Emin=-2, traps=ALL_TRAPS),
    "no trap": Context(prec=3, Emax=2, Emin=-2, traps=[]),
    "small capitals": Context(prec=3, capitals=0),
}

amounts = st.decimals(-(10**15) + 1, 10**15 - 1, places=10, allow_nan=False).filter(lambda value: abs(value) < 10**15)
fen = st.integers(-(10**17), 10**17).map(lambda number: Decimal(number).scaleb(-2))
counts = st.integers(1, 40_000)


def half_up(value: Fraction, unit: Fraction) -> Fraction:
    """The oracle of rounding, in whole numbers: to the next unit, the half away from zero."""
    units, rest = divmod(abs(value), unit)
    return (units + (2 * rest >= unit)) * unit * (-1 if value < 0 else 1)


def of_fen(value: Decimal) -> str:
    """An amount after rounding, as it is written."""
    return str(to_fen(value))


class TestExact:
    """Sums, differences and products lose nothing."""

    @given(amounts, amounts)
    def test_sum_and_difference(self, one: Decimal, other: Decimal) -> None:
        """As with fractions."""
        assert Fraction(plus(one, other)) == Fraction(one) + Fraction(other)
        assert Fraction(minus(one, other)) == Fraction(one) - Fraction(other)

    @given(st.lists(amounts, max_size=30))
    def test_total(self, several: list[Decimal]) -> None:
        """As with fractions, in any order, from any iterable; zero for none."""
        assert Fraction(total(several)) == sum(map(Fraction, several))
        assert total(reversed(several)) == total(iter(several))

    @given(amounts, amounts, counts)
    def test_product(self, base: Decimal, factor: Decimal, count: int) -> None:
        """As with fractions, by an amount and by a whole number."""
        assert Fraction(times(base, factor)) == Fraction(base) * Fraction(factor)
        assert Fraction(times(base, count)) == Fraction(base) * count

    @given(amounts, st.decimals(0, 1000, places=10))
    def test_rate_of(self, base: Decimal, number: Decimal) -> None:
        """A rate of an amount is exact, in hundredths and in thousandths."""
        assert Fraction(Rate.percent(number).of(base)) == Fraction(base) * Fraction(number) / 100
        assert Fraction(Rate.per_mille(number).of(base)) == Fraction(base) * Fraction(number) / 1000

    def test_nothing_adds_up_to_zero(self) -> None:
        """The sum of no amounts is zero and a Decimal."""
        assert total([]) == ZERO == Decimal(0)
        assert isinstance(total([]), Decimal)

    @given(st.lists(fen, min_size=1, max_size=24))
    def test_mean_to_the_fen(self, several: list[Decimal]) -> None:
        """A mean, rounded, is the mean of fractions, rounded."""
        oracle = half_up(sum(map(Fraction, several), Fraction(0)) / len(several), Fraction(1, 100))
        assert Fraction(to_fen(mean(iter(several)))) == oracle

    def test_there_is_no_mean_of_nothing(self) -> None:
        """A mean needs at least one amount."""
        with pytest.raises(InvalidOperation):
            mean([])

    @pytest.mark.parametrize("operation", [plus, minus, times])
    def test_a_float_never_enters(self, operation: Callable[[Any, Any], Decimal]) -> None:
        """A float is refused by the arithmetic too."""
        with pytest.raises(TypeError):
            operation(Decimal(1), 0.5)
        with pytest.raises(TypeError):
            total([cast("Any", 0.5)])


class TestRounding:
    """Half up, once, away from zero."""

    @pytest.mark.parametrize(
        ("value", "rounded"),
        [
            ("0.005", "0.01"),
            ("0.0049", "0.00"),
            ("0.00499999999999999999999999999999", "0.00"),
            ("0.015", "0.02"),
            ("0.025", "0.03"),
            ("2.675", "2.68"),
            ("1", "1.00"),
            ("0", "0.00"),
            ("999999999999999.995", "1000000000000000.00"),
        ],
    )
    def test_to_the_fen(self, value: str, rounded: str) -> None:
        """The half goes up, what lies below goes down, and a negative amount mirrors it."""
        assert of_fen(Decimal(value)) == rounded
        assert Fraction(to_fen(Decimal(f"-{value}"))) == -Fraction(rounded)

    @pytest.mark.parametrize(
        ("value", "rounded"), [("2941.5", "2942"), ("2941.4999", "2941"), ("0.5", "1"), ("2.5", "3"), ("7", "7")]
    )
    def test_to_the_yuan(self, value: str, rounded: str) -> None:
        """The same in whole yuan."""
        assert str(to_yuan(Decimal(value))) == rounded
        assert to_yuan(Decimal(f"-{value}")) == -Decimal(rounded)

    @given(amounts)
    def test_against_whole_numbers(self, value: Decimal) -> None:
        """Fen and yuan agree with an oracle in whole numbers, and rounding twice is rounding once."""
        assert Fraction(to_fen(value)) == half_up(Fraction(value), Fraction(1, 100))
        assert Fraction(to_yuan(value)) == half_up(Fraction(value), Fraction(1))
        assert to_fen(to_fen(value)) == to_fen(value)
        assert to_fen(value).as_tuple().exponent == -2

    @given(amounts, amounts)
    def test_is_monotone(self, one: Decimal, other: Decimal) -> None:
        """More is never rounded to less."""
        assert (to_fen(min(one, other)) <= to_fen(max(one, other))) is True

    @given(fen, counts)
    def test_equal_parts_make_the_whole_again(self, value: Decimal, parts: int) -> None:
        """A part taken as many times is the whole, though no part is exact."""
        part = Share(1, parts).of(value)
        assert to_fen(times(part, parts)) == value

    @pytest.mark.parametrize("sign", [1, -1])
    @pytest.mark.parametrize(("half", "paid"), [("0.005", "0.01"), ("0.025", "0.03"), ("333.335", "333.34")])
    def test_a_third_of_a_half_fen_three_times_over(self, half: str, paid: str, sign: int) -> None:
        """A half that a division left just below or above the half is still a half."""
        third = Share(1, 3).of(Decimal(half) * sign)
        assert to_fen(total([third, third, third])) == Decimal(paid) * sign
        assert to_fen(times(third, 3)) == Decimal(paid) * sign

    @given(st.integers(0, 10**14), counts)
    def test_a_half_in_equal_parts_is_still_a_half(self, below: int, parts: int) -> None:
        """Whatever it was divided by, a half put together again goes up, in fen and in yuan."""
        half = Share(1, parts).of(Decimal(below).scaleb(-2) + Decimal("0.005"))
        assert to_fen(times(half, parts)) == Decimal(below + 1).scaleb(-2)
        half = Share(1, parts).of(Decimal(below) + Decimal("0.5"))
        assert to_yuan(times(half, parts)) == below + 1

    @given(st.integers(0, 10**14), counts, counts)
    def test_an_exact_half_after_a_division_goes_up(self, below: int, part: int, whole: int) -> None:
        """A base made so that its share lies exactly between two fen pays the upper one."""
        base = Decimal((2 * below + 1) * 5 * whole).scaleb(-3)
        assert int(to_fen(Share(part, part * whole).of(base)).scaleb(2)) == below + 1

    @given(st.integers(1, 10**15), counts, counts)
    def test_premium_in_whole_numbers(self, price: int, one: int, other: int) -> None:
        """A rate of a price, by a share in days, agrees with whole numbers to the fen."""
        part, whole = sorted((one, other))
        due = to_fen(Share(part, whole).of(Rate.per_mille("1.3").of(Decimal(price).scaleb(-2))))
        numerator, denominator = price * 13 * part, 10_000 * whole
        assert int(due.scaleb(2)) == (2 * numerator + denominator) // (2 * denominator)


def sample() -> list[str]:
    """What a host context could spoil, as text."""
    price, rate = Decimal("123456789012.35"), Rate.per_mille("1.3")
    third = Share(1, 3).of(price)
    return [
        str(plus(price, Decimal("0.01"))),
        str(minus(price, Decimal("0.0000000001"))),
        str(times(price, price)),
        str(total([price] * 7)),
        str(mean([price, Decimal("0.01"), Decimal("0.02")])),
        str(to_fen(times(third, 3))),
        str(to_fen(Decimal("-2.675"))),
        str(to_yuan(Decimal("123456.5"))),
        str(rate.of(price)),
        str(to_fen(Share(304, 731).of(rate.of(Decimal(100_000_000))))),
        str(rate.less(Rate.percent("50"))),
        repr(Rate.percent("12345.678")),
        str(rate == Rate.percent("0.13")),
        str(rate < Rate.per_mille("1.30001")),
        str(hash(rate) == hash(Rate.percent("0.13"))),
        written_amount(price),
        written_amount(Decimal("1E+6")),
        written_amount(third),
        str(Rate.per_mille("123456.789")),
    ]


EXPECTED: Final = [
    "123456789012.36",
    "123456789012.3499999999",
    "15241578753239903688452.5225",
    "864197523086.45",
    f"41152263004.12{'6' * 46}7",
    "123456789012.35",
    "-2.68",
    "123457",
    "160493825.716055",
    "54062.93",
    "0.65‰",
    "Rate.percent('12345.678')",
    "True",
    "True",
    "True",
    "123,456,789,012.35",
    "1,000,000.00",
    "41,152,263,004.1166666667",
    "123456.789‰",
]


@contextmanager
def host(context: Context) -> Iterator[None]:
    """A host that has set its context."""
    with localcontext(context):
        yield


class TestDeafToTheHost:
    """No setting of the host reaches a result."""

    def test_the_sample_at_home(self) -> None:
        """The sample is what it should be."""
        assert sample() == EXPECTED

    @pytest.mark.parametrize("name", HOSTILE)
    def test_the_same_under_a_hostile_context(self, name: str) -> None:
        """Precision, rounding, exponents, traps and capitals of the host change nothing, nor are its flags set."""
        with host(HOSTILE[name]):
            assert sample() == EXPECTED
            assert not any(decimal.getcontext().flags.values())

    @pytest.mark.parametrize("name", HOSTILE)
    def test_slips_are_refused_under_a_hostile_context(self, name: str) -> None:
        """What is no rate is refused with our error, not with one of the host's traps."""
        with host(HOSTILE[name]):
            for wrong in (0.5, "1,3", "", "NaN", Decimal("1e999999"), -1):
                with pytest.raises(InvalidFactError):
                    Rate.percent(cast("Any", wrong))

    def test_the_same_on_sixteen_threads(self) -> None:
        """Threads, each with a hostile context of its own, do not disturb one another."""
        start = Barrier(16)

        def run(position: int) -> bool:
            with host(list(HOSTILE.values())[position % len(HOSTILE)]):
                start.wait()
                return all(sample() == EXPECTED for _ in range(50))

        with ThreadPoolExecutor(16) as pool:
            assert all(pool.map(run, range(16)))

    def test_the_same_in_tasks(self) -> None:
        """Tasks that take turns, each with a hostile context of its own, do not disturb one another."""

        async def run(context: Context) -> bool:
            decimal.setcontext(context.copy())
            good = True
            for _ in range(20):
                await asyncio.sleep(0)
                good = good and sample() == EXPECTED
            return good

        async def main() -> list[bool]:
            return await asyncio.gather(*(run(context) for context in HOSTILE.values()))

        assert all(asyncio.run(main()))


class TestRate:
    """A rate knows its unit."""

    @pytest.mark.parametrize(
        ("rate", "text", "in_code"),
        [
            (Rate.per_mille("1.3"), "1.3‰", "Rate.per_mille('1.3')"),
            (Rate.percent("0.4"), "0.4%", "Rate.percent('0.4')"),
            (Rate.percent("0.50"), "0.5%", "Rate.percent('0.5')"),
            (Rate.percent(0), "0%", "Rate.percent('0')"),
            (Rate.percent("0.00"), "0%", "Rate.percent('0')"),
            (Rate.percent(100), "100%", "Rate.percent('100')"),
            (Rate.percent("1E+2"), "100%", "Rate.percent('100')"),
            (Rate.per_mille(10**6), "1000000‰", "Rate.per_mille('1000000')"),
            (Rate.percent("0.0000000001"), "0.0000000001%", "Rate.percent('0.0000000001')"),
        ],
    )
    def test_prints_as_the_law_writes_it(self, rate: Rate, text: str, in_code: str) -> None:
        """The number stands without idle zeros, the unit with it."""
        assert (str(rate), repr(rate)) == (text, in_code)

    @given(st.decimals(0, 10**6, places=6), st.sampled_from([Rate.percent, Rate.per_mille]))
    def test_what_is_printed_reads_back(self, number: Decimal, made: Callable[[Decimal], Rate]) -> None:
        """The repr makes the rate again."""
        rate = made(number)
        name, _, rest = repr(rate).partition("(")
        read = {"Rate.percent": Rate.percent, "Rate.per_mille": Rate.per_mille}[name](rest.strip("')"))
        assert read == rate
        assert read.unit is rate.unit

    @given(st.decimals(0, 10**5, places=6))
    def test_equal_when_worth_the_same(self, number: Decimal) -> None:
        """Ten per mille are one percent, with the same hash; the unit is kept for printing."""
        percent, per_mille = Rate.percent(number), Rate.per_mille(number * 10)
        assert percent == per_mille
        assert hash(percent) == hash(per_mille)
        assert (percent.unit, per_mille.unit) == (RateUnit.PERCENT, RateUnit.PER_MILLE)

    @given(st.decimals("0.000001", 10**5, places=6))
    def test_percent_is_never_taken_for_per_mille(self, number: Decimal) -> None:
        """The same number is ten times as much in hundredths."""
        assert Rate.percent(number) != Rate.per_mille(number)
        assert Rate.percent(number) > Rate.per_mille(number)
        assert Rate.percent(number).of(Decimal(1)) == Rate.per_mille(number).of(Decimal(10))

    def test_order(self) -> None:
        """Rates are ordered by what they are worth, whatever their unit."""
        rates = [
            Rate.percent(0),
            Rate.per_mille(1),
            Rate.per_mille("1.3"),
            Rate.percent("0.4"),
            Rate.per_mille(5),
            Rate.percent(1),
        ]
        assert sorted(rates, reverse=True) == rates[::-1]
        assert all(one < other and other > one and one <= other and other >= one for one, other in pairwise(rates))

    def test_is_no_number(self) -> None:
        """A rate is equal to no number and not ordered with one."""
        assert Rate.percent(100) != cast("object", 1)
        with pytest.raises(TypeError):
            _ = Rate.percent(100) < cast("Any", 1)

    @pytest.mark.parametrize(("relief", "left"), [("0", "1.3‰"), ("50", "0.65‰"), ("100", "0‰"), ("33.3", "0.8671‰")])
    def test_less_a_relief(self, relief: str, left: str) -> None:
        """What is left keeps its unit and is exact."""
        assert str(Rate.per_mille("1.3").less(Rate.percent(relief))) == left

    @given(st.decimals(0, 1000, places=6), st.decimals(0, 200, places=6))
    def test_a_share_of_a_rate_and_the_rest_are_the_rate(self, number: Decimal, share: Decimal) -> None:
        """Scaling is exact, keeps the unit, and complements the relief."""
        rate, part = Rate.per_mille(number), Rate.percent(share)
        assert Fraction(rate.scaled(part).fraction) == Fraction(number) * Fraction(share) / 100_000
        assert plus(rate.scaled(part).fraction, rate.less(part).fraction) == rate.fraction
        assert rate.scaled(part).unit is rate.less(part).unit is RateUnit.PER_MILLE

    @pytest.mark.parametrize("wrong", [1.3, 1, "0.013", None, Decimal("NaN"), Decimal("Infinity")], ids=repr)
    def test_is_made_of_a_number_that_is_one(self, wrong: Any) -> None:  # noqa: ANN401  (bad input)
        """Where one is made of its fraction at once."""
        with pytest.raises(InvalidFactError, match=r"^Rate\.fraction must be a Decimal"):
            Rate(wrong, RateUnit.PERCENT)

    @pytest.mark.parametrize(
        "wrong",
        [
            1.3,
            True,
            None,
            "1.3%",
            "1,3",
            "",
            float("nan"),
            "NaN",
            Decimal("sNaN"),
            "Infinity",
            -1,
            "-0.1",
            10**6 + 1,
            Decimal("1e999999"),
            Decimal("1e-999999"),
            "0.1234567890123456789012345678901234567890",
            Rate.percent(1),
        ],
        ids=repr,
    )
    @pytest.mark.parametrize("field", ["percent", "per_mille"])
    def test_refuses_what_is_no_rate(self, wrong: object, field: str) -> None:
        """A float, a sign, a rate out of all proportion; the message names the unit asked for."""
        with pytest.raises(InvalidFactError) as caught:
            getattr(Rate, field)(wrong)
        assert (caught.value.record, caught.value.field) == ("Rate", field)


class TestShare:
    """A part of a whole."""

    def test_prints_as_two_numbers(self) -> None:
        """A share is not worked out before it is taken."""
        assert str(Share(304, 731)) == "304/731"
        assert Share(1, 2) != Share(2, 4)

    @given(fen, counts, counts)
    def test_of_an_amount(self, base: Decimal, one: int, other: int) -> None:
        """A share of an amount agrees with fractions to the fen, and lies between nothing and the amount."""
        part, whole = sorted((one, other))
        taken = to_fen(Share(part, whole).of(base))
        assert Fraction(taken) == half_up(Fraction(base) * part / whole, Fraction(1, 100))
        assert abs(taken) <= abs(base)

    @given(st.integers(0, 10**12), counts, counts, counts)
    def test_multiplies_first(self, base: int, factor: int, one: int, other: int) -> None:
        """A share that comes out even is exact to the last digit."""
        assert Share(one, other).of(Decimal(base * other)) == base * one
        assert Share(Decimal(one * factor), Decimal(other * factor)).of(Decimal(base * other)) == base * one

    def test_of_nothing_is_an_error(self) -> None:
        """There is no share of a whole of zero."""
        with pytest.raises(decimal.DivisionByZero):
            Share(1, 0).of(Decimal(1))


def test_of_sixty_digits_the_last_ten_are_dropped() -> None:
    """The fifty-first digit may round what is paid up, the fiftieth is taken as it is."""
    assert to_fen(Decimal("0.004" + 50 * "9")) == to_yuan(Decimal("0.4" + 50 * "9")) / 100 == Decimal("0.01")
    assert to_fen(Decimal("0.004" + 49 * "9")) == to_yuan(Decimal("0.4" + 49 * "9")) == 0


def test_how_far_numbers_go() -> None:
    """To a million digits before the point and behind it; what is larger is an error, what is smaller is nothing."""
    largest, smallest = Decimal("1E+999999"), Decimal("1E-999999")
    assert str(plus(largest, Decimal("0E+999999"))) == "1E+999999"
    with pytest.raises(decimal.Overflow):
        times(largest, 10)
    assert times(smallest, Decimal("1E-59"))
    assert not times(smallest, Decimal("1E-60"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("130000", "130,000.00"),
        ("-130000.5", "-130,000.50"),
        ("2342.298", "2,342.298"),
        ("0.0000000001", "0.0000000001"),
        ("0.00000000005", "0.0000000001"),
        ("0.10", "0.10"),
        ("1E+6", "1,000,000.00"),
        ("0", "0.00"),
        ("1E+40", f"{10**40:,}.00"),
        ("1E+41", "1E+41"),
        ("-1E+999999", "-1E+999999"),
        ("1E-999999", "0.0000000000"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
    ],
)
def test_an_amount_is_printed_in_full(value: str, text: str) -> None:
    """Thousands apart, two decimals at least, at most ten; what is no sensible amount is told as it is."""
    assert written_amount(Decimal(value)) == text


@pytest.mark.parametrize("unit", [Rate.percent, Rate.per_mille])
def test_a_float_is_refused_as_a_rate(unit: Callable[[Any], Rate]) -> None:
    """A float is told what a rate is given as, not what an amount in yuan is."""
    with pytest.raises(InvalidFactError, match=r"such as '1\.3', never a float, from 0 to 10\^6") as refused:
        unit(1.3)
    assert "yuan" not in str(refused.value)
