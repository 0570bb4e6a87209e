"""After completion (项目竣工后): the insurance relation of those with a grade."""

from datetime import date
from enum import Enum

from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.explanations import rule
from gxinjury.facts import check_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CompletionEndsRelation
from gxinjury.texts import Text

__all__ = ["RelationAfterCompletion", "relation_after_completion"]


class RelationAfterCompletion(Enum):
    """What becomes of the work-injury insurance relation of a worker with a grade when the project is completed."""

    STAYS = Text(zh="保留关系，按条例和自治区办法执行", en="it stays, under the Regulation and the region's rules")
    WORKER_MAY_END = Text(zh="职工可自行提出终止", en="the worker may end it")
    ENDS_AS_REGULATED = Text(
        zh="具备条例第三十六、三十七条的情形时终止", en="it ends where arts. 36 and 37 of the Regulation say so"
    )
    ENDS = Text(zh="办理待遇支付手续后终止", en="it ends, the benefits being settled")


@rule(NN.clause("5.4"), Text("竣工后的工伤保险关系", "insurance relation after completion"))
def relation_after_completion(
    grade: DisabilityGrade | int, *, completed_on: date, law: Law = LAW
) -> RelationAfterCompletion:
    """Insurance relation of a project worker with a grade after completion (NN-5.4).

    Args:
        grade: The disability grade, 1 (the worst) to 10.
        completed_on: The day the project was completed.
        law: The law asked.

    Returns:
        For grades 1 to 4 it stays; for 5 to 10 as the region's rules of the day say, or it ends by the other reading.

    Raises:
        InvalidFactError: The grade is none, or the day is none.

    >>> relation_after_completion(7, completed_on=date(2018, 12, 31)).name
    'ENDS_AS_REGULATED'
    >>> relation_after_completion(7, completed_on=date(2019, 1, 1)).name
    'WORKER_MAY_END'
    """
    assessed = grade_of("relation_after_completion", grade)
    check_day("relation_after_completion", "completed_on", completed_on)
    if assessed.is_severe:
        return RelationAfterCompletion.STAYS
    if law.choice(CompletionEndsRelation) is CompletionEndsRelation.AT_COMPLETION:
        return RelationAfterCompletion.ENDS
    if law.worker_may_end_at_completion.on(completed_on):
        return RelationAfterCompletion.WORKER_MAY_END
    return RelationAfterCompletion.ENDS_AS_REGULATED
