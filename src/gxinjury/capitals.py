"""Amounts in Chinese capitals (人民币大写), as forms and receipts write them beside the figures."""

from decimal import Decimal
from typing import Final

from gxinjury.money import to_fen

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))


def in_capitals(amount: Decimal) -> str:
    """Return an amount that is not negative in Chinese capitals, rounded half up to the fen.

    As the rules for bills have it: 整 after whole yuan or jiao, 零 where digits between others are nought.

    >>> in_capitals(Decimal("130000")), in_capitals(Decimal("70424.08")), in_capitals(Decimal("0.07"))
    ('壹拾叁万元整', '柒万零肆佰贰拾肆元零捌分', '柒分')
    """
    numerator, denominator = to_fen(amount).as_integer_ratio()
    yuan, rest = divmod(numerator * 100 // denominator, 100)
    jiao, fen = divmod(rest, 10)
    told = f"{_whole(yuan)}元" if yuan or not rest else ""
    if jiao:
        told += f"{_DIGITS[jiao]}角"
    elif yuan and fen:
        told += "零"
    return f"{told}{_DIGITS[fen]}分" if fen else f"{told}整"


def _whole(number: int) -> str:
    """Return a whole number in capitals."""
    for size, unit in _PLACES:
        if number >= size:
            high, low = divmod(number, size)
            between = "零" if 0 < low < size // 10 else ""
            return f"{_whole(high)}{unit}{between}{_whole(low) if low else ''}"
    return _DIGITS[number]
