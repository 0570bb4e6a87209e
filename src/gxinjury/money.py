"""Money and rates (金额与费率): exact until the law says pay.

Every operation runs on the library's own decimal context, so that no setting of the host's context reaches a result.
Sums and products of what records let in are exact. Quotients carry 60 digits; ``to_fen`` first drops the last ten of
them, so that a third of a sum three times over is the sum again, and then rounds half up, once, away from zero.
"""

from collections.abc import Iterable
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from enum import Enum
from functools import reduce
from typing import Annotated, Final

import attrs

from gxinjury.amounts import SMALLEST, SMALLEST_POWER, Sign, Yuan, amount, check_amount
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.texts import Text

FEN: Final = Decimal("0.01")
_NOTHING: Final = Decimal(0)
ZERO: Final = Yuan(_NOTHING)


def _context(digits: int) -> Context:
    return Context(
        prec=digits,
        rounding=ROUND_HALF_UP,
        Emin=-999_999,
        Emax=999_999,
        clamp=0,
        traps=[InvalidOperation, DivisionByZero, Overflow],
    )


_CONTEXT: Final = _context(60)
_WITHOUT_GUARD_DIGITS: Final = _context(50)
_LARGEST_WRITTEN_POWER: Final = 40


def plus(one: Decimal, other: Decimal) -> Yuan:
    """Return the sum of two amounts, exact."""
    return Yuan(_CONTEXT.add(one, other))


def minus(one: Decimal, other: Decimal) -> Yuan:
    """Return the first amount less the second, exact.

    >>> minus(Decimal("10"), Decimal("0.01"))
    Decimal('9.99')
    """
    return Yuan(_CONTEXT.subtract(one, other))


def times(base: Decimal, factor: Decimal | int) -> Yuan:
    """Return the product, exact.

    >>> times(Decimal("6905"), 27)
    Decimal('186435')
    """
    return Yuan(_CONTEXT.multiply(base, factor))


def total(amounts: Iterable[Decimal]) -> Yuan:
    """Return the sum of the amounts, exact; zero for none.

    >>> total([Decimal("0.10"), Decimal("0.20")])
    Decimal('0.30')
    """
    return Yuan(reduce(_CONTEXT.add, amounts, _NOTHING))


def mean(amounts: Iterable[Decimal]) -> Yuan:
    """Return the arithmetic mean of at least one amount, not rounded to the fen.

    >>> mean([Decimal("4000"), Decimal("5000.50")])
    Decimal('4500.25')
    """
    several = tuple(amounts)
    return Yuan(_CONTEXT.divide(total(several), len(several)))


def to_fen(value: Decimal) -> Yuan:
    """Return the amount rounded half up to the fen (分), the rounding of a line that is paid.

    >>> to_fen(Decimal("0.005")), to_fen(Decimal("-0.005")), to_fen(Decimal("0.0049"))
    (Decimal('0.01'), Decimal('-0.01'), Decimal('0.00'))
    """
    return Yuan(_CONTEXT.quantize(_WITHOUT_GUARD_DIGITS.plus(value), FEN))


def to_yuan(value: Decimal) -> Yuan:
    """Return the amount rounded half up to the whole yuan.

    >>> to_yuan(Decimal("2941.5"))
    Decimal('2942')
    """
    return Yuan(_CONTEXT.quantize(_WITHOUT_GUARD_DIGITS.plus(value), Decimal(1)))


def written_amount(value: Decimal) -> str:
    """Return an amount as it is printed: thousands apart, at least two decimals, none of them dropped.

    >>> written_amount(Decimal("130000")), written_amount(Decimal("2342.298"))
    ('130,000.00', '2,342.298')
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value.adjusted() > _LARGEST_WRITTEN_POWER:
        return str(value)
    if exponent > -2:  # noqa: PLR2004  (two decimals: the fen)
        value = _CONTEXT.quantize(value, FEN)
    elif exponent < SMALLEST_POWER:
        value = _CONTEXT.quantize(value, SMALLEST)
    return f"{value:,f}"


class RateUnit(Enum):
    """How a rate is written: in hundredths or in thousandths."""

    PERCENT = "%"
    PER_MILLE = "‰"


_SCALE: Final = {RateUnit.PERCENT: 2, RateUnit.PER_MILLE: 3}
_MUST_BE_A_RATE: Final = FactRule(
    zh="必须用 Decimal、整数或数字文本（如 '1.3'）表示，不用浮点数，且介于 0 与 10^6 之间",
    en="must be a Decimal, an int or a numeric text such as '1.3', never a float, from 0 to 10^6",
    code="no_rate",
)


@attrs.frozen(order=True)
class Rate:
    """A rate that knows its unit (费率), so that 1.3% is never taken for 1.3‰.

    Made by :meth:`percent` or :meth:`per_mille`; two rates are equal when they are worth the same.

    >>> Rate.per_mille("1.3"), str(Rate.percent("0.4")), Rate.percent("0.13") == Rate.per_mille("1.3")
    (Rate.per_mille('1.3'), '0.4%', True)
    >>> Rate.per_mille("1.3").of(Decimal("100000000"))
    Decimal('130000.0000')
    """

    fraction: Decimal
    unit: RateUnit = attrs.field(eq=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.fraction, Decimal) or not self.fraction.is_finite():
            raise InvalidFactError("Rate", "fraction", _MUST_BE_A_RATE, self.fraction)

    @classmethod
    def percent(cls, number: Decimal | int | str) -> "Rate":
        """Return the rate of so many hundredths.

        Raises:
            InvalidFactError: The number is a float, negative, not finite or out of all proportion.
        """
        return cls._read("percent", number, RateUnit.PERCENT)

    @classmethod
    def per_mille(cls, number: Decimal | int | str) -> "Rate":
        """Return the rate of so many thousandths; raises as :meth:`percent` does."""
        return cls._read("per_mille", number, RateUnit.PER_MILLE)

    @classmethod
    def _read(cls, field: str, number: Decimal | int | str, unit: RateUnit) -> "Rate":
        read: object = amount(number)
        if not isinstance(read, Decimal):
            raise InvalidFactError("Rate", field, _MUST_BE_A_RATE, read)
        check_amount("Rate", field, read, Sign.NOT_NEGATIVE)
        if read > 10**6:
            raise InvalidFactError("Rate", field, _MUST_BE_A_RATE, read)
        return cls(_CONTEXT.scaleb(read, -_SCALE[unit]), unit)

    def of(self, base: Decimal) -> Yuan:
        """Return the base times the rate, exact."""
        return Yuan(_CONTEXT.multiply(base, self.fraction))

    def less(self, relief: "Rate") -> "Rate":
        """Return this rate after a share of it is remitted.

        >>> Rate.per_mille("1.3").less(Rate.percent("50"))
        Rate.per_mille('0.65')
        """
        kept = _CONTEXT.subtract(Decimal(1), relief.fraction)
        return Rate(_CONTEXT.multiply(self.fraction, kept), self.unit)

    def scaled(self, share: "Rate") -> "Rate":
        """Return a share of this rate, in its unit.

        >>> Rate.percent("0.4").scaled(Rate.percent(150))
        Rate.percent('0.6')
        """
        return Rate(_CONTEXT.multiply(self.fraction, share.fraction), self.unit)

    @property
    def _number(self) -> str:
        digits = f"{_CONTEXT.scaleb(self.fraction, _SCALE[self.unit]):f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits

    def __str__(self) -> str:
        return f"{self._number}{self.unit.value}"

    def __repr__(self) -> str:
        return f"Rate.{self.unit.name.lower()}({self._number!r})"


@attrs.frozen
class Share:
    """A part of a whole, kept as two numbers so that what it is taken of is multiplied first.

    >>> str(Share(304, 731)), to_fen(Share(304, 731).of(Decimal("130000")))
    ('304/731', Decimal('54062.93'))
    """

    part: Annotated[Decimal | int, Text("部分", "part")]
    whole: Annotated[Decimal | int, Text("全部", "whole")]

    def of(self, base: Decimal) -> Yuan:
        """Return the base times the part over the whole, not rounded to the fen."""
        return Yuan(_CONTEXT.divide(_CONTEXT.multiply(base, self.part), self.whole))

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"
