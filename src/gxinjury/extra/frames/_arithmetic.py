"""Whole-number arithmetic that every engine does alike (整数算术): no float, no engine's own rounding.

A quotient of numbers that are not negative is exact on every engine in 64 bits, which no step may leave. So a long
division is taken apart before its numerator would grow larger. Half up is ``(2n + d) // 2d``, or where d is the same in
all rows ``(n + d // 2) // d``.
"""

from fractions import Fraction
from typing import Final

from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames._columns import MOST, Column, Number, choose, column_of
from gxinjury.extra.frames._sheets import Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, TOO_FINE
from gxinjury.facts import Yuan
from gxinjury.money import Rate
from gxinjury.texts import Text

_FINEST: Final = 10**9
_EXACT: Final = 2**53


def too_fine(figure: Text | str, value: object) -> OutOfScopeError:
    """Return that a figure is finer than frames reckon with."""
    told = {"figure": figure, "value": str(value)}
    return OutOfScopeError(TOO_FINE.filled(told), code="too_fine", values=told)


def check_fine(figure: str, value: object, most: Fraction | int) -> None:
    """Refuse a figure with which numbers may grow so large."""
    if most >= _EXACT:
        raise too_fine(figure, value)


def fraction_of(figure: Text | str, rate: Rate) -> Fraction:
    """Return what a rate is worth as a fraction."""
    exact = Fraction(rate.fraction)
    if exact > 1 or exact.denominator > _FINEST:
        raise too_fine(figure, rate)
    return exact


def whole_fen(figure: str, yuan: Yuan) -> int:
    """Return a figure in yuan as whole fen."""
    fen = Fraction(yuan) * 100
    if fen.denominator > 1:
        raise too_fine(figure, yuan)
    return int(fen)


def half_up(numerator: Column, denominator: Number) -> Column:
    """Return a quotient rounded half up; the numerator is not negative."""
    by = column_of(denominator)
    if by.low == by.high:
        return (numerator + by.low // 2) // by
    return (numerator * 2 + denominator) // (denominator * 2)


def split(sheet: Sheet, number: Column, by: Number) -> tuple[Column, Column]:
    """Return the whole quotient of numbers that are not negative, and the rest."""
    divisor = column_of(by)
    quotient = sheet.let("quotient", number // divisor)
    rest = number - quotient.times(divisor, number.high)
    return quotient, sheet.let("rest", rest.within(0, min(number.high, divisor.high - 1)))


def share_of_rate(
    sheet: Sheet, amount: Column, *, numerator: Number, denominator: int, part: Column, whole: Column
) -> Column:
    """Return amount × rate × share of the days, in fen, rounded half up once."""
    # The numerator is at most its denominator, and the part at most the whole.
    unit, times = sheet.let_all({"unit": whole * denominator, "times": part * numerator})
    if 2 * max(amount.high, unit.high) * (times.high + 1) < MOST:
        if denominator % 2 == 0:
            return (amount * times + whole * (denominator // 2)) // unit
        return half_up(amount * times, unit)
    if 2 * unit.high * (times.high + 1) < MOST:
        quotient, rest = split(sheet, amount, unit)
        return quotient.times(times, amount.high) + half_up(rest * times, unit)
    # The rate first, as whole fen and a rest over the denominator; then the days, the rest carried along.
    quotient, rest = split(sheet, amount, denominator)
    over, rest = split(sheet, rest * numerator, denominator)
    each, days = split(sheet, sheet.let("full", quotient.times(numerator, amount.high) + over), whole)
    over, rest = split(sheet, rest * part, denominator)
    more, days = split(sheet, days * part + over, whole)
    up = days * (2 * denominator) + rest * 2 >= whole * denominator
    return each.times(part, amount.high) + more + choose(up, 1, 0)


def multiple(sheet: Sheet, numerator: Column, denominator: Number, times: Column, per: int = 1) -> Column:
    """Return an exact monthly wage times a whole number over another, rounded half up once."""
    whole, part, over = parts_of(sheet, split(sheet, numerator, denominator), denominator, times, per)
    return whole + half_up(part, over)


def parts_of(
    sheet: Sheet, wage: tuple[Column, Column], denominator: Number, times: Column, per: int
) -> tuple[Column, Column, Column]:
    """Return a wage, as whole fen and a rest over a denominator, times a whole number over another: so once more."""
    quotient, rest = wage
    whole, left = split(sheet, quotient.within(0, LARGEST_WAGE_FEN) * times, per)
    over = column_of(denominator)
    return whole, left * over + rest * times, over * per
