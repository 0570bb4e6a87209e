"""Who bears the burden of proof (举证责任): the employer, where it denies what the worker's side claims."""

from enum import Enum

from gxinjury.explanations import rule
from gxinjury.facts import check_flag
from gxinjury.law.clauses import REG
from gxinjury.texts import Text

__all__ = ["BurdenOfProof", "burden_of_proof"]


class BurdenOfProof(Enum):
    """Who has to prove whether it was a work injury."""

    EMPLOYER = Text(zh="由用人单位举证", en="on the employer")
    NOT_SHIFTED = Text(zh="条例未移转举证责任", en="not shifted by the Regulation")


@rule(REG.clause("19"), Text("举证责任", "burden of proof"))
def burden_of_proof(*, claimed_by_workers_side: bool, denied_by_employer: bool) -> BurdenOfProof:
    """Who bears the burden of proof (art. 19).

    Args:
        claimed_by_workers_side: Whether the worker or a close relative holds it to be a work injury.
        denied_by_employer: Whether the employer does not.

    Raises:
        InvalidFactError: A flag is neither True nor False.

    >>> burden_of_proof(claimed_by_workers_side=True, denied_by_employer=True).name
    'EMPLOYER'
    """
    check_flag("burden_of_proof", "claimed_by_workers_side", claimed_by_workers_side)
    check_flag("burden_of_proof", "denied_by_employer", denied_by_employer)
    return BurdenOfProof.EMPLOYER if claimed_by_workers_side and denied_by_employer else BurdenOfProof.NOT_SHIFTED
