"""Amounts at the door (金额的查验): what is let in as an amount in yuan, and what is refused."""

from collections.abc import Iterable
from decimal import MAX_EMAX, Context, Decimal, Inexact, InvalidOperation
from enum import Enum
from typing import Final, NewType, cast

from gxinjury.errors import FactRule, InvalidFactError

Yuan = NewType("Yuan", Decimal)
"""An amount in yuan (元), for the type checker and the printer."""

_LARGEST_POWER: Final = 15
SMALLEST_POWER: Final = -10
_DIGITS: Final = _LARGEST_POWER - SMALLEST_POWER + 1  # one more, for what rounds up to ten to the fifteenth
_AS_GIVEN: Final = Context(prec=_DIGITS, Emax=MAX_EMAX, traps=[Inexact, InvalidOperation])
SMALLEST: Final = Decimal(f"1E{SMALLEST_POWER}")
_SENSIBLE: Final = range(10**_LARGEST_POWER)

_MUST_BE_AN_AMOUNT: Final = FactRule(
    zh="必须是以元为单位的金额，用 Decimal、整数或数字文本（如 '1234.50'）表示，不用浮点数",
    en="must be an amount in yuan as a Decimal, an int or a numeric text such as '1234.50', never a float",
    code="no_amount",
)
_MUST_BE_FINITE: Final = FactRule(zh="必须是有限的数", en="must be a finite number", code="not_finite")
_MUST_BE_OF_A_SIZE: Final = FactRule(
    zh="必须小于 10^15 元、小数不超过 10 位、有效数字不超过 30 位",
    en="must be below 10^15 yuan, with at most 10 decimal places and 30 digits",
    code="beyond_size",
)
_MUST_BE_ABOVE_ZERO: Final = FactRule(zh="必须大于零", en="must be above zero", code="not_above_zero")
_MUST_NOT_BE_NEGATIVE: Final = FactRule(zh="不得为负", en="must not be negative", code="negative")
_MUST_NOT_BE_ZERO: Final = FactRule(zh="不得为零", en="must not be zero", code="zero")


class Sign(Enum):
    """Which amounts a field lets in."""

    POSITIVE = _MUST_BE_ABOVE_ZERO
    NOT_NEGATIVE = _MUST_NOT_BE_NEGATIVE
    NOT_ZERO = _MUST_NOT_BE_ZERO


def amount(value: Decimal | int | str) -> Yuan:
    """Return the amount as a Decimal where it can be read as one, else the value as it came.

    The lenient half of reading an amount: :func:`check_amount`, which knows the field, refuses the rest.

    >>> amount("1234.50"), amount(3)
    (Decimal('1234.50'), Decimal('3'))
    """
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        try:
            return Yuan(Decimal(value, _AS_GIVEN))
        except ArithmeticError:
            pass
    return cast("Yuan", value)


def optional_amount(value: Decimal | int | str | None) -> Yuan | None:
    """Return the amount as :func:`amount` does, and None for None."""
    return None if value is None else amount(value)


def check_amount(record: str, field: str, value: object, sign: Sign) -> None:
    """Refuse what is no finite amount of a sensible size and of the sign asked for.

    Args:
        record: The record or question, for the message.
        field: Its field, for the message.
        value: What :func:`amount` made of the input.
        sign: Which amounts the field lets in.

    Raises:
        InvalidFactError: The value breaks one of these.

    >>> check_amount("Contract", "price", Decimal("1e999999"), Sign.POSITIVE)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Contract.price must be below 10^15 yuan, with at most 10 decimal places and 30 \
digits, got ≈1E+999999
    """
    broken = _broken_rule(value, sign)
    if broken is not None:
        raise InvalidFactError(record, field, broken, value)


def amounts(record: str, field: str, values: Iterable[Decimal | int | str]) -> tuple[Yuan, ...]:
    """Return several values as amounts, each read as by :func:`amount` and refused where one is none, or is negative.

    >>> amounts("reference_wage", "monthly_wages", [3400, "-1"])
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: reference_wage.monthly_wages[1] must not be negative, got -1
    """
    read = []
    sign = Sign.NOT_NEGATIVE
    for position, value in enumerate(values):
        if type(value) is int and value in _SENSIBLE:
            read.append(Yuan(Decimal(value)))
            continue
        one = amount(value)
        broken = _broken_rule(one, sign)
        if broken is not None:
            raise InvalidFactError(record, f"{field}[{position}]", broken, one)
        read.append(one)
    return tuple(read)


def _broken_rule(value: object, sign: Sign) -> FactRule | None:
    """Return which rule a value breaks as an amount of a sign; None where it breaks none."""
    if not isinstance(value, Decimal):
        return _MUST_BE_AN_AMOUNT
    if not value.is_finite():
        return _MUST_BE_FINITE
    if not SMALLEST_POWER <= value.adjusted() < _LARGEST_POWER:
        return _MUST_BE_OF_A_SIZE
    try:
        _AS_GIVEN.quantize(value, SMALLEST)
    except Inexact:
        return _MUST_BE_OF_A_SIZE
    if value > 0 or sign is (Sign.NOT_ZERO if value else Sign.NOT_NEGATIVE):
        return None
    return sign.value
