"""Fines (罚款): on arrears that are not paid up, and on what was obtained by fraud."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.benefits.doors import wage_of
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Multiples
from gxinjury.money import times, to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["FineRange", "arrears_fine", "fraud_fine"]


@attrs.frozen
class FineRange(Record):
    """Between which amounts the authority fines.

    Args:
        least: The least, in yuan.
        most: The most, in yuan.
    """

    least: Annotated[Yuan, Text("最低", "least")]
    most: Annotated[Yuan, Text("最高", "most")]


@rule(REG.clause("62"), Text("逾期不缴的罚款", "fine on arrears"))
def arrears_fine(arrears: Decimal | int | str, *, on: date, law: Law = LAW) -> FineRange:
    """Fine on an employer who does not pay up as ordered: 1 to 3 times the arrears (REG-62).

    Args:
        arrears: The premium not paid by the day ordered, in yuan.
        on: That day.
        law: The law asked.

    >>> arrears_fine(1000, on=date(2016, 1, 1)).most
    Decimal('3000.00')
    """
    owed = wage_of("arrears_fine", "arrears", arrears)
    check_day("arrears_fine", "on", on)
    return _fine(owed, law.arrears_fine.on(on))


@rule(REG.clause("60"), Text("骗取待遇的罚款", "fine on fraud"))
def fraud_fine(obtained: Decimal | int | str, *, on: date, law: Law = LAW) -> FineRange:
    """Fine on benefits obtained by fraud, which are paid back besides: 2 to 5 times (REG-60).

    Args:
        obtained: What was obtained, in yuan.
        on: The day it was obtained.
        law: The law asked.

    >>> fraud_fine(1000, on=date(2016, 1, 1)).least
    Decimal('2000.00')
    """
    had = wage_of("fraud_fine", "obtained", obtained)
    check_day("fraud_fine", "on", on)
    return _fine(had, law.fraud_fine.on(on))


def _fine(base: Yuan, multiples: Multiples) -> FineRange:
    return FineRange(to_fen(times(base, multiples.least)), to_fen(times(base, multiples.most)))
