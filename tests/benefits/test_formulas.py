"""Amounts as a formula shows them."""

from decimal import Decimal

import pytest

from gxinjury.benefits.formulas import shown


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("5150.65", "5,150.65"),
        ("5150.6500", "5,150.65"),
        ("5150", "5,150.00"),
        ("5150.123", "5,150.123"),
        ("5150.12340000", "5,150.1234"),
        ("5150.1231", "5,150.1231"),
        ("5150.12345", "5,150.1234…"),
        ("0.001", "0.001"),
    ],
)
def test_what_comes_after_the_fen_is_marked_where_it_goes_on(amount: str, told: str) -> None:
    """Up to four places; zeros at the end are no places."""
    assert shown(Decimal(amount)) == told
