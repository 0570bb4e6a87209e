"""The papers of an application (工伤认定申请材料): what is short, told all at once."""

from collections.abc import Iterable
from enum import Enum

from gxinjury.explanations import rule
from gxinjury.facts import records
from gxinjury.law.clauses import REG
from gxinjury.texts import Text

__all__ = ["ApplicationPaper", "missing_application_papers"]


class ApplicationPaper(Enum):
    """A paper that an application for a determination takes."""

    APPLICATION_FORM = Text(zh="工伤认定申请表", en="application form")
    LABOUR_RELATION = Text(zh="劳动关系证明", en="proof of the labour relation")
    DIAGNOSIS = Text(zh="医疗诊断证明或者职业病诊断、鉴定书", en="diagnosis, or appraisal of the disease")


@rule(REG.clause("18"), Text("申请材料缺项", "papers that the application lacks"))
def missing_application_papers(submitted: Iterable[ApplicationPaper]) -> tuple[ApplicationPaper, ...]:
    """What an application still lacks (art. 18); the authority names all of it at once, in writing.

    Args:
        submitted: The papers handed in, in any order.

    Returns:
        The missing ones in the order of the article; none where the application is complete.

    Raises:
        InvalidFactError: Something is no paper of an application.

    >>> [paper.name for paper in missing_application_papers([ApplicationPaper.APPLICATION_FORM])]
    ['LABOUR_RELATION', 'DIAGNOSIS']
    """
    handed_in = records("missing_application_papers", "submitted", submitted, ApplicationPaper)
    return tuple(paper for paper in ApplicationPaper if paper not in handed_in)
