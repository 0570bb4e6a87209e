"""Amounts summed without overflow (研究中的合计), and what is made of sums: yuan, means, shares."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import narwhals as nw

from gxinjury.extra.frames._asking import fen_under
from gxinjury.facts import Yuan
from gxinjury.money import FEN, Rate, RateUnit, Share, times, to_fen

_UNIT: Final = 2**24


def yuan_of(fen: int) -> Yuan:
    """Return fen as yuan."""
    return times(Decimal(fen), FEN)


def mean_of(fen: int, rows: int) -> Yuan | None:
    """Return a mean to the fen, None of no rows."""
    return to_fen(Share(yuan_of(fen), rows).of(Decimal(1))) if rows else None


def share_of(fen: int, before: int) -> Rate | None:
    """Return a share in hundredths, rounded half up to two places."""
    if not before:
        return None
    hundredths = to_fen(Share(Decimal(fen), Decimal(before)).of(Decimal(100)))
    return Rate(times(hundredths, FEN), RateUnit.PERCENT)


def number_of(condition: nw.Expr) -> nw.Expr:
    """Return one where a condition holds, else zero."""
    return nw.when(condition).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64))


def known_of(place: int) -> nw.Expr:
    """Return where a law answers."""
    return ~nw.col(fen_under(place)).is_null()


def changed_of(place: int, other: int) -> nw.Expr:
    """Return what a law changes against another."""
    return nw.col(fen_under(place)) - nw.col(fen_under(other))


def amounts_of(name: str, fen: nw.Expr, when: nw.Expr) -> dict[str, nw.Expr]:
    """Return an amount to sum where a condition holds, in two parts: no sum overflows, and every engine divides so."""
    held = nw.when(when).then(fen).otherwise(nw.lit(0, nw.Int64))
    return {f"{name}_high": held // _UNIT, f"{name}_low": held - (held // _UNIT) * _UNIT}


def fen_of(sums: Mapping[str, int], name: str) -> int:
    """Return a sum from its two parts."""
    return sums[f"{name}_high"] * _UNIT + sums[f"{name}_low"]
