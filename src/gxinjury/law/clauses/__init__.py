"""The clause register (条款名录): what every instrument says, clause by clause, in our own words."""

from collections.abc import Iterator
from typing import Final

from gxinjury.citations import Clause, Instrument
from gxinjury.law.clauses.couriers import GX
from gxinjury.law.clauses.guangxi import (
    ALLOWANCES,
    CARE,
    COURIERS,
    CUTS,
    GZF62,
    GZF73,
    HOLIDAYS,
    MINWAGE,
    ORDER18,
    ORDER117,
    RSF13,
    RSF49,
    RSF76,
)
from gxinjury.law.clauses.nanning import NN
from gxinjury.law.clauses.national import CIVIL, FS9, LABOUR, LSH256, RSF29, RSF71, RSF103, RST18, RST101
from gxinjury.law.clauses.regulation import REG

__all__ = [
    "ALLOWANCES",
    "CARE",
    "CIVIL",
    "COURIERS",
    "CUTS",
    "FS9",
    "GX",
    "GZF62",
    "GZF73",
    "HOLIDAYS",
    "INSTRUMENTS",
    "LABOUR",
    "LSH256",
    "MINWAGE",
    "NN",
    "ORDER18",
    "ORDER117",
    "REG",
    "RSF13",
    "RSF29",
    "RSF49",
    "RSF71",
    "RSF76",
    "RSF103",
    "RST18",
    "RST101",
    "clauses",
]

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    NN,
    GX,
    REG,
    LABOUR,
    CIVIL,
    LSH256,
    FS9,
    RSF103,
    RSF71,
    RSF29,
    RST18,
    RST101,
    ORDER18,
    GZF73,
    RSF13,
    ORDER117,
    RSF76,
    GZF62,
    RSF49,
    CUTS,
    ALLOWANCES,
    CARE,
    MINWAGE,
    COURIERS,
    HOLIDAYS,
)
"""The two notices first, then the Regulation, the national instruments and Guangxi's own, each by age."""


def clauses() -> Iterator[Clause]:
    """Yield every clause of every instrument, in order.

    >>> next(clauses())
    Clause(instrument='NN', number='0')
    """
    for instrument in INSTRUMENTS:
        yield from instrument.clauses
