"""Whole-number arithmetic that every engine does alike (整数算术): no float, no engine's own rounding.

``//`` on 64-bit integers is exact on all engines while the numerator stays below 2^53; above, Spark divides as a
double. So a long division is taken apart before its numerator grows that large. Half up is ``(2n + d) // 2d``.
"""

from fractions import Fraction
from typing import Final

from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames._columns import Column, Number, choose
from gxinjury.extra.frames._sheets import Sheet
from gxinjury.extra.frames.words import TOO_FINE
from gxinjury.money import Rate
from gxinjury.texts import Text

EXACT: Final = 2**53
"""Below this every engine divides whole numbers exactly."""
_LARGEST: Final = 2**63
MOST_DAYS: Final = 109_575
"""More days than lie in the years 1900 to 2199."""
_FINEST: Final = 10**9


def fraction_of(figure: Text | str, rate: Rate) -> Fraction:
    """Return what a rate is worth as a fraction."""
    exact = Fraction(rate.fraction)
    if exact > 1 or exact.denominator > _FINEST:
        told = {"figure": figure, "value": str(rate)}
        raise OutOfScopeError(TOO_FINE.filled(told), code="too_fine", values=told)
    return exact


def half_up(numerator: Column, denominator: Number) -> Column:
    """Return a quotient rounded half up; the numerator is not negative, and twice it is below 2^53."""
    return (numerator * 2 + denominator) // (denominator * 2)


def share_of_rate(
    sheet: Sheet, amount: Column, *, numerator: Number, denominator: int, part: Column, whole: Column
) -> Column:
    """Return amount × rate × share of the days, in fen, rounded half up once."""
    # From 0 to 10^14 fen; the numerator is at most its denominator, and the part at most the whole.
    most = denominator if isinstance(numerator, Column) else numerator
    if 2 * denominator * MOST_DAYS * (most * MOST_DAYS + 1) < EXACT:
        unit, times = sheet.let_all({"unit": whole * denominator, "times": part * numerator})
        # Rows at hand are seen to be small enough for one division in 64 bits.
        if sheet.rows.all_hold(amount < _LARGEST // (4 * (most + 1) * MOST_DAYS)):
            return half_up(amount * times, unit)
        quotient = sheet.let("quotient", amount // unit)
        return quotient * times + half_up((amount - quotient * unit) * times, unit)
    # The rate first, as whole fen and a rest over the denominator; then the days, the rest carried along.
    quotient = sheet.let("quotient", amount // denominator)
    rest = sheet.let("rest", (amount - quotient * denominator) * numerator)
    over = sheet.let("over", divided(rest, denominator))
    fen, rest = sheet.let_all({"full": quotient * numerator + over, "rest": rest - over * denominator})
    each, carried = sheet.let_all({"each": fen // whole, "carried": rest * part})
    over = sheet.let("over", carried // denominator)
    rest, days = sheet.let_all({"rest": carried - over * denominator, "days": (fen - each * whole) * part + over})
    more = sheet.let("more", days // whole)
    up = (days - more * whole) * (2 * denominator) + rest * 2 >= whole * denominator
    return each * part + more + choose(up, 1, 0)


def multiple(sheet: Sheet, numerator: Column, denominator: Number, times: Column, per: int = 1) -> Column:
    """Return an exact amount times a whole number over another, rounded half up once."""
    # The denominator with ``times`` and ``per`` stays below 2^53.
    quotient = sheet.let("quotient", divided(numerator, denominator))
    rest = sheet.let("rest", numerator - quotient * denominator)
    if per == 1:
        return quotient * times + half_up(rest * times, denominator)
    whole = sheet.let("whole_fen", quotient * times // per)
    left = (quotient * times - whole * per) * denominator + rest * times
    return whole + half_up(left, denominator * per)


def divided(numerator: Column, denominator: Number) -> Column:
    """Return the whole quotient of numbers that are not negative, also where the numerator is above 2^53."""
    # There an engine may divide as a double, and its quotient is one off at the most.
    quotient = numerator // denominator
    rest = numerator - quotient * denominator
    return quotient + choose(rest >= denominator, 1, 0) - choose(rest < 0, 1, 0)
