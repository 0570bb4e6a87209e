"""The papers of a claim (申领材料): which are short."""

from collections.abc import Iterable

from gxinjury.explanations import rule
from gxinjury.facts import check_flag, records
from gxinjury.law.clauses import NN
from gxinjury.law.papers import (
    CLAIM_PAPERS,
    Paper,
)
from gxinjury.texts import Text

__all__ = ["missing_claim_papers"]


@rule(NN.clause("5.5"), Text("尚缺的申领材料", "claim papers that are short"))
def missing_claim_papers(submitted: Iterable[Paper], *, death: bool = False) -> tuple[Paper, ...]:
    """Papers that a claim for benefits still lacks (NN-5.5); a death takes no assessment conclusion.

    Args:
        submitted: The papers handed in; OTHER_CLAIM_PAPERS says that what else the agency asked for is there.
        death: Whether the claim is for a death.

    Raises:
        InvalidFactError: Something handed in is no ``Paper``.

    >>> [paper.name for paper in missing_claim_papers([Paper.CLAIM_FORM], death=True)]
    ['DETERMINATION_DECISION', 'OTHER_CLAIM_PAPERS']
    """
    handed_in = records("missing_claim_papers", "submitted", submitted, Paper)
    check_flag("missing_claim_papers", "death", death)
    return tuple(
        paper
        for paper in CLAIM_PAPERS
        if paper not in handed_in and not (death and paper is Paper.ASSESSMENT_CONCLUSION)
    )
