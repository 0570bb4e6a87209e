"""Enterprises registered elsewhere (外地注册企业): where their workers enrol."""

from enum import Enum

from gxinjury.construction.findings import Cautions
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_flag
from gxinjury.law.clauses import NN
from gxinjury.texts import Text

__all__ = ["EnrolmentPlace", "enrolment_place"]


class EnrolmentPlace(Enum):
    """Where the workers of an enterprise registered elsewhere are insured."""

    NANNING = Text(
        zh="在南宁参保，工伤按南宁通知处理", en="they enrol in Nanning, and injuries follow the Nanning notice"
    )
    PLACE_OF_REGISTRATION = Text(zh="注册地的参保负责", en="the insurance at the place of registration answers")


@rule(NN.clause("6.5"), Text("外地注册企业职工的参保地", "where staff of enterprises from elsewhere enrol"))
def enrolment_place(*, insured_at_registration: bool) -> EnrolmentPlace:
    """Place where workers of an enterprise registered elsewhere enrol (NN-6.5).

    Args:
        insured_at_registration: Whether the worker is insured at the enterprise's place of registration.

    Raises:
        InvalidFactError: The fact is not True or False.

    >>> enrolment_place(insured_at_registration=False).name
    'NANNING'
    """
    check_flag("enrolment_place", "insured_at_registration", insured_at_registration)
    if insured_at_registration:
        caution(Cautions.elsewhere_answers)
        return EnrolmentPlace.PLACE_OF_REGISTRATION
    return EnrolmentPlace.NANNING
