"""Credit and publicity (行业诚信与公示): what the plan asks for without a day, and what follows fraud."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import attrs

from gxinjury.benefits import FineRange, fraud_fine
from gxinjury.couriers.findings import Cautions
from gxinjury.explanations import caution, rule
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_day
from gxinjury.law import LAW, Law
from gxinjury.law.campaign import CREDIT_DUTIES, UndatedDuty
from gxinjury.law.clauses import GX
from gxinjury.money import to_fen
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["FraudPursued", "credit_duties", "fraud_pursued"]


@rule(GX.clause("4.2"), Text("行业诚信与公示的职责", "duties of credit records and publication"))
def credit_duties() -> tuple[UndatedDuty, ...]:
    """Duties of credit records, annual reports and publication, with who is responsible (GX-4.2); none has a day.

    >>> [str(body.value.en) for body in credit_duties()[0].bodies]
    ['postal administrations at all levels']
    """
    return CREDIT_DUTIES


@attrs.frozen
class FraudPursued(Record):
    """What follows when an outlet, or who works there, obtained benefits by fraud.

    Args:
        repaid: What is paid back, in yuan.
        fine: Between which amounts the authority fines besides.
    """

    repaid: Annotated[Yuan, Text("退还", "repaid")]
    fine: Annotated[FineRange, Text("罚款", "fine")]


@rule(GX.clause("4.2"), Text("对骗取待遇的追究", "pursuit of fraud"))
def fraud_pursued(obtained: Decimal | int | str, *, on: date, law: Law = LAW) -> FraudPursued:
    """Pursuit of benefits obtained by fraud (GX-4.2, by article 60 of the Regulation): repaid, and fined besides.

    Args:
        obtained: What was obtained, in yuan.
        on: The day it was obtained.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: The day lies before the revised Regulation.

    >>> pursued = fraud_pursued("12000.50", on=date(2022, 9, 1))
    >>> pursued.repaid, pursued.fine.least, pursued.fine.most
    (Decimal('12000.50'), Decimal('24001.00'), Decimal('60002.50'))
    """
    had = amount(obtained)
    check_amount("fraud_pursued", "obtained", had, Sign.POSITIVE)
    check_day("fraud_pursued", "on", on)
    caution(Cautions.may_be_a_crime)
    return FraudPursued(to_fen(had), fraud_fine(had, on=on, law=law))
