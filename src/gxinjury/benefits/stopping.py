"""When benefits stop (停止享受待遇): three grounds of art. 42."""

from enum import Enum

from gxinjury.explanations import rule
from gxinjury.facts import check_flag
from gxinjury.law.clauses import REG
from gxinjury.texts import Text

__all__ = ["StopGround", "grounds_to_stop"]


class StopGround(Enum):
    """Why benefits stop."""

    CONDITIONS_LOST = Text(zh="丧失享受待遇的条件", en="the conditions are lost")
    ASSESSMENT_REFUSED = Text(zh="拒不接受劳动能力鉴定", en="assessment is refused")
    TREATMENT_REFUSED = Text(zh="拒绝治疗", en="treatment is refused")


@rule(REG.clause("42"), Text("停止享受待遇的情形", "grounds to stop"))
def grounds_to_stop(
    *, conditions_lost: bool = False, assessment_refused: bool = False, treatment_refused: bool = False
) -> tuple[StopGround, ...]:
    """Grounds on which benefits stop (REG-42).

    Args:
        conditions_lost: Whether the conditions of the benefits are lost.
        assessment_refused: Whether the worker refuses to be assessed.
        treatment_refused: Whether the worker refuses treatment.

    Returns:
        The grounds that are met; none of them met, benefits go on.

    Raises:
        InvalidFactError: A fact is not True or False.

    >>> grounds_to_stop(treatment_refused=True)[0].name
    'TREATMENT_REFUSED'
    """
    met = {
        StopGround.CONDITIONS_LOST: conditions_lost,
        StopGround.ASSESSMENT_REFUSED: assessment_refused,
        StopGround.TREATMENT_REFUSED: treatment_refused,
    }
    for ground, flag in met.items():
        check_flag("grounds_to_stop", ground.name.lower(), flag)
    return tuple(ground for ground, flag in met.items() if flag)
