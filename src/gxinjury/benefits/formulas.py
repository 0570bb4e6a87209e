"""How an amount was computed, as it is shown beside it (计算式): ``13 × 5,150.65``."""

from decimal import Decimal
from typing import Final

from gxinjury.money import Rate, to_fen, written_amount

__all__ = ["Factor", "a_twelfth", "difference", "product", "shown"]

_DECIMALS: Final = 4
_MONTHS_A_YEAR: Final = 12

Factor = int | Decimal | Rate | str
"""A number of months, an amount in yuan, a rate, or a part that is written already."""


def shown(value: Decimal) -> str:
    """Return an amount as a formula shows it: to the fen, or with what comes after it and a mark that it goes on.

    >>> shown(Decimal("5150.65")), shown(Decimal("8965.083333333"))
    ('5,150.65', '8,965.0833…')
    """
    if to_fen(value) == value:
        return written_amount(to_fen(value))
    whole, _, digits = f"{value:,f}".rstrip("0").partition(".")
    return f"{whole}.{digits[:_DECIMALS]}{'…' if len(digits) > _DECIMALS else ''}"


def product(*factors: Factor) -> str:
    """Return the product of some factors.

    >>> product(13, Decimal("5150.65")), product(Rate.percent(40), Decimal(5000))
    ('13 × 5,150.65', '40% × 5,000.00')
    """
    return " × ".join(shown(one) if isinstance(one, Decimal) else str(one) for one in factors)


def a_twelfth(yearly: Decimal) -> str:
    """Return a year's amount divided into its months, which is not rounded.

    >>> a_twelfth(Decimal(94766))
    '94,766.00 ÷ 12'
    """
    return f"{shown(yearly)} ÷ {_MONTHS_A_YEAR}"


def difference(one: Decimal, other: Decimal) -> str:
    """Return one amount less another.

    >>> difference(Decimal(1810), Decimal("1405.38"))
    '1,810.00 − 1,405.38'
    """
    return f"{shown(one)} − {shown(other)}"
