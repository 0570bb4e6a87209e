"""Amounts in Chinese capitals: the examples of the rules for bills, and a law that reads them back."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gxinjury.capitals import in_capitals

DIGITS = "零壹贰叁肆伍陆柒捌玖"


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [
        ("0", "零元整"),
        ("0.07", "柒分"),
        ("0.70", "柒角整"),
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("130000.00", "壹拾叁万元整"),
        ("100000001", "壹亿零壹元整"),
        ("1000010000", "壹拾亿零壹万元整"),
        ("1000000000000000", "壹仟万亿元整"),
        ("1234567890123.45", "壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分"),
    ],
)
def test_as_forms_write_it(amount: str, capitals: str) -> None:
    """A nought between digits is written once, whole amounts end in 整."""
    assert in_capitals(Decimal(amount)) == capitals


@given(st.integers(0, 10**17))
@example(100_000_010_000_000)
def test_reads_back(fen: int) -> None:
    """Read digit by digit with its units, the text is the amount."""
    assert _read(in_capitals(Decimal(f"{fen}E-2"))) == fen


def _read(text: str) -> int:
    whole, _, rest = text.rpartition("元")
    found = dict.fromkeys("角分", 0)
    for unit in found:
        if unit in rest:
            found[unit] = DIGITS.index(rest[rest.index(unit) - 1])
    return _value(whole) * 100 + found["角"] * 10 + found["分"]


def _value(text: str) -> int:
    for unit, size in {"亿": 10**8, "万": 10**4, "仟": 1000, "佰": 100, "拾": 10}.items():
        if unit in text:
            high, _, low = text.rpartition(unit) if unit == "亿" else text.partition(unit)
            return _value(high) * size + _value(low)
    text = text.lstrip("零")
    return DIGITS.index(text) if text else 0
