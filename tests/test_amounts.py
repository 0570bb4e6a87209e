"""Amounts at the door: what is read as one, and what is refused."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any, Final, cast

import pytest

from gxinjury.errors import InvalidFactError
from gxinjury.facts import (
    Sign,
    amount,
    amounts,
    check_amount,
    optional_amount,
)


def refused(check: Callable[..., object], value: object, *more: object) -> str:
    """The rule that a check refuses a value by; the error names record, field and value as well."""
    with pytest.raises(InvalidFactError) as caught:
        check("Haul", "field", value, *more)
    error = caught.value
    assert (error.record, error.field) == ("Haul", "field")
    assert error.value is value
    assert str(error).startswith("Haul.field must ")
    assert error.rule.zh
    return error.rule.en


class TestAmount:
    """Amounts in yuan."""

    @pytest.mark.parametrize(
        ("given_in", "read"),
        [
            (3, "3"),
            (-3, "-3"),
            ("1234.50", "1234.50"),
            (" 7 ", "7"),
            (Decimal("0.10"), "0.10"),
            ("0.1234567890123456789012345678901234567890", "0.1234567890123456789012345678901234567890"),
        ],
    )
    def test_is_read_exactly(self, given_in: Decimal | int | str, read: str) -> None:
        """A number is read digit for digit."""
        result = amount(given_in)
        assert isinstance(result, Decimal)
        assert str(result) == read

    @pytest.mark.parametrize("value", [1.5, True, None, "1,234", "", "abc", "1.2.3", b"1", [1]])
    def test_leaves_what_is_no_number_as_it_came(self, value: object) -> None:
        """The lenient half passes the rest on for the check to refuse, whatever the host traps."""
        assert amount(cast("Any", value)) is value
        with localcontext() as context:
            context.clear_traps()
            assert amount(cast("Any", value)) is value

    def test_an_optional_amount_may_be_none(self) -> None:
        """None stays None, the rest is read."""
        assert optional_amount(None) is None
        assert optional_amount("1.50") == Decimal("1.5")

    @pytest.mark.parametrize("value", [1.5, float("nan"), True, False, None, "1,234", "", "abc", 1, [Decimal(1)]])
    def test_refuses_what_is_no_decimal(self, value: object) -> None:
        """Float, bool, text that is no number: never an amount."""
        assert refused(check_amount, value, Sign.NOT_ZERO).startswith("must be an amount in yuan")

    @pytest.mark.parametrize("text", ["NaN", "sNaN", "-NaN123", "Infinity", "-Infinity"])
    def test_refuses_what_is_not_finite(self, text: str) -> None:
        """Nothing that is not finite comes in, as text or as a Decimal."""
        assert refused(check_amount, amount(text), Sign.NOT_ZERO) == "must be a finite number"
        assert refused(check_amount, Decimal(text), Sign.POSITIVE) == "must be a finite number"

    @pytest.mark.parametrize(
        "text",
        [
            "1e15",
            "-1e15",
            "1e999999",
            "1e-999999",
            "0e-999999",
            "1e-11",
            "0.12345678901",
            "9e999999999999999999",
            "1" * 26,
            "1.00000000001",
            "999999999999999.99999999999",
            "1234567890123456789012345678901234567890",
            "123456789012345.6789012345678901234567890",
            "0.1234567890123456789012345678901234567890",
        ],
    )
    def test_refuses_what_is_out_of_all_proportion(self, text: str) -> None:
        """Ten to the fifteenth and more, eleven decimals and more."""
        assert "10 decimal places" in refused(check_amount, Decimal(text), Sign.NOT_ZERO)

    @pytest.mark.parametrize(
        "text", ["999999999999999.9999999999", "-999999999999999", "1e-10", "0.1234567891", "1e14", "1.50" + "0" * 20]
    )
    def test_lets_in_what_lies_just_inside(self, text: str) -> None:
        """The largest and the smallest sensible amounts come in; zeros behind add nothing."""
        check_amount("Haul", "field", Decimal(text), Sign.NOT_ZERO)

    @pytest.mark.parametrize(
        ("sign", "inside", "outside", "rule"),
        [
            (Sign.POSITIVE, ["0.0000000001", "1"], ["0", "-0", "-0.01"], "must be above zero"),
            (Sign.NOT_NEGATIVE, ["0", "-0", "1"], ["-0.0000000001", "-1"], "must not be negative"),
            (Sign.NOT_ZERO, ["1", "-1", "-0.01"], ["0", "0.00", "-0"], "must not be zero"),
        ],
    )
    def test_minds_the_sign(self, sign: Sign, inside: list[str], outside: list[str], rule: str) -> None:
        """Each field lets in its signs and names its rule where it refuses."""
        for text in inside:
            check_amount("Haul", "field", Decimal(text), sign)
        for text in outside:
            assert refused(check_amount, Decimal(text), sign) == rule


class TestAmounts:
    """Several amounts of at least zero."""

    def test_each_is_read_as_one(self) -> None:
        """Ints, texts and Decimals digit for digit, of any sequence."""
        given_in: list[Decimal | int | str] = [0, 10**15 - 1, "1234.50", Decimal("0.10"), "-0"]
        read = amounts("Haul", "loads", iter(given_in))
        assert [str(one) for one in read] == ["0", "999999999999999", "1234.50", "0.10", "-0"]
        assert {type(one) for one in read} == {Decimal}
        assert amounts("Haul", "loads", []) == ()

    @pytest.mark.parametrize(
        ("wrong", "rule"),
        [
            (-1, "must not be negative"),
            ("-0.01", "must not be negative"),
            (10**15, "must be below 10^15 yuan"),
            (-(10**15), "must be below 10^15 yuan"),
            ("1e-11", "must be below 10^15 yuan"),
            ("NaN", "must be a finite number"),
            (True, "must be an amount in yuan"),
            (1.5, "must be an amount in yuan"),
            (None, "must be an amount in yuan"),
        ],
    )
    def test_refuses_as_one_alone_is_refused(self, wrong: Any, rule: str) -> None:  # noqa: ANN401  (bad input)
        """The first wrong one is named by its place, with the rule and the value that an amount alone is told with."""
        with pytest.raises(InvalidFactError, match=r"^Haul\.loads\[1\] ") as caught:
            amounts("Haul", "loads", [7, wrong, wrong])
        assert caught.value.rule.en.startswith(rule)
        with pytest.raises(InvalidFactError) as alone:
            check_amount("Haul", "loads[1]", amount(wrong), Sign.NOT_NEGATIVE)
        assert str(caught.value) == str(alone.value)


HOSTILE: Final = """
import decimal

decimal.DefaultContext.prec = 3
decimal.DefaultContext.rounding = decimal.ROUND_DOWN
decimal.DefaultContext.Emin = 0
decimal.DefaultContext.Emax = 2
decimal.DefaultContext.clamp = 1
decimal.DefaultContext.traps[decimal.Inexact] = True
decimal.DefaultContext.traps[decimal.DivisionByZero] = False

from gxinjury.amounts import Sign, amount, check_amount
from gxinjury.money import Share, minus, to_fen

for text in ("123456789012.34", "0.0000000001", "999999999999999"):
    check_amount("Stay", "price", amount(text), Sign.POSITIVE)
    print(amount(text))
print(to_fen(amount("1234567.885")), minus(decimal.Decimal("1E-9"), decimal.Decimal("1E+999999")).adjusted())
try:
    print(Share(1, 0).of(amount(1)))
except ZeroDivisionError:
    print("refused")
"""


def test_a_process_that_narrows_the_default_context_changes_nothing() -> None:
    """What a context leaves out it takes from the default one, as that is when the library is imported."""
    done = subprocess.run([sys.executable, "-c", HOSTILE], check=True, capture_output=True, text=True)
    assert done.stdout.split() == [
        *("123456789012.34", "1E-10", "999999999999999"),
        *("1234567.89", "999999"),
        "refused",
    ]
