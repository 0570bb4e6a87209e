"""Whose charge the employer's part is when units change (承担工伤保险责任的单位), and who stands outside."""

from enum import Enum

from gxinjury.benefits.findings import Refusals
from gxinjury.explanations import rule
from gxinjury.facts import check_flag, check_instance
from gxinjury.law.clauses import REG, RSF29
from gxinjury.texts import Text

__all__ = ["DomesticRelation", "LiableUnit", "UnitEvent", "domestic_relation", "liable_unit", "over_age_covered"]


class UnitEvent(Enum):
    """What became of the employing unit, or how the worker came to work elsewhere."""

    SUCCESSION = Text(zh="分立、合并、转让", en="division, merger or transfer")
    CONTRACTED_OUT = Text(zh="承包经营", en="contracted out")
    SECONDMENT = Text(zh="借调", en="secondment")
    BANKRUPTCY = Text(zh="破产", en="bankruptcy")


class LiableUnit(Enum):
    """Which unit carries the employer's part."""

    SUCCESSOR = Text(zh="承继单位", en="the successor")
    HOLDER_OF_THE_RELATION = Text(zh="劳动关系所在单位", en="the unit that holds the labour relation")
    ORIGINAL_UNIT = Text(zh="原用人单位", en="the original unit")
    LIQUIDATION = Text(zh="破产清算时依法拨付", en="the estate, in liquidation")


_LIABLE = {
    UnitEvent.SUCCESSION: LiableUnit.SUCCESSOR,
    UnitEvent.CONTRACTED_OUT: LiableUnit.HOLDER_OF_THE_RELATION,
    UnitEvent.SECONDMENT: LiableUnit.ORIGINAL_UNIT,
    UnitEvent.BANKRUPTCY: LiableUnit.LIQUIDATION,
}


@rule(REG.clause("43"), Text("承担责任的单位", "liable unit"))
def liable_unit(event: UnitEvent) -> LiableUnit:
    """Unit that carries the employer's part (REG-43).

    Args:
        event: What became of the unit, or how the worker came to work elsewhere.

    Raises:
        InvalidFactError: It is no UnitEvent.

    >>> liable_unit(UnitEvent.SECONDMENT).name
    'ORIGINAL_UNIT'
    """
    check_instance("liable_unit", "event", event, UnitEvent)
    return _LIABLE[event]


class DomesticRelation(Enum):
    """What becomes of the insurance at home of a worker posted abroad."""

    CONTINUES = Text(zh="国内工伤保险关系不中止", en="goes on at home")
    PAUSED = Text(zh="国内工伤保险关系中止", en="paused at home")


@rule(REG.clause("44"), Text("国内工伤保险关系", "insurance at home"))
def domestic_relation(*, insured_abroad: bool) -> DomesticRelation:
    """Insurance at home of a worker posted abroad (REG-44).

    Args:
        insured_abroad: Whether he has to join the work-injury insurance of the place, and has.

    Raises:
        InvalidFactError: It is not True or False.

    >>> domestic_relation(insured_abroad=True).name
    'PAUSED'
    """
    check_flag("domestic_relation", "insured_abroad", insured_abroad)
    return DomesticRelation.PAUSED if insured_abroad else DomesticRelation.CONTINUES


@rule(RSF29.clause("2"), Text("超龄人员是否适用", "over-age worker covered"))
def over_age_covered(*, project_enrolled: bool) -> bool:
    """Whether a worker past retirement age is covered (RSF29-2): the project's enrolment decides, not the age.

    Args:
        project_enrolled: Whether the project that he works on is enrolled.

    Returns:
        True where it is.

    Raises:
        InvalidFactError: It is not True or False.
        OutOfScopeError: The project is not enrolled: no text seen says what follows then.

    >>> over_age_covered(project_enrolled=True)
    True
    """
    check_flag("over_age_covered", "project_enrolled", project_enrolled)
    if project_enrolled:
        return True
    raise Refusals.over_age_without_project()
