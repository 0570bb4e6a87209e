"""What an injury may come to (伤后的变故): the end of the labour relation, a death, a disappearance."""

from datetime import date
from typing import Annotated

import attrs

from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.death_subsidy import DeathAnchor
from gxinjury.benefits.doors import Wage
from gxinjury.benefits.termination import Scale
from gxinjury.benefits.termination_grounds import TerminationGround
from gxinjury.facts import optional_amount
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["Death", "Disappearance", "Termination"]


@attrs.frozen(kw_only=True)
class Termination(Record):
    """How the labour relation ended (解除或者终止劳动关系).

    Args:
        ended_on: The day it ended.
        wage: The mean monthly wage of the 12 months before, in yuan; before 2017-01-05 the reference wage; None where
            unknown.
        ground: Why it ended.
        scale: What is left of the employment subsidy in the last five years before retirement age; None where unknown.
        average: The region's on-post average wage of the year before; None: the published one.
    """

    ended_on: Annotated[date, Text("终止关系日", "relation ended on")]
    wage: Annotated[Wage | None, Text("工资（每月）", "wage a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    ground: Annotated[TerminationGround, Text("终止情形", "ground")]
    scale: Annotated[Scale | None, Text("递减后的比例", "scale near retirement")] = None
    average: Annotated[AverageWage | None, Text("职工平均工资", "average wage")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen(kw_only=True)
class Death(Record):
    """A death by work injury (因工死亡).

    Args:
        died_on: The day of death, or on which a missing worker was declared dead.
        anchor: Which day decides the year of the death subsidy; offices differ, so there is no default.
        within_leave: Whether it came at once or within paid injury leave; None: told from the months of leave.
        average: The average wage of the year before, for the funeral subsidy; None: the region's, as published.
    """

    died_on: Annotated[date, Text("死亡日", "died on")]
    anchor: Annotated[DeathAnchor, Text("工亡补助金按哪一日的上一年度计", "day that decides the year")]
    within_leave: Annotated[bool | None, Text("当场或者在停工留薪期内死亡", "died at once or within the leave")] = None
    average: Annotated[AverageWage | None, Text("职工平均工资", "average wage")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen(kw_only=True)
class Disappearance(Record):
    """A worker missing since the accident, away on work or in disaster relief (下落不明).

    Args:
        hardship: Whether the family is in hardship and draws half the death subsidy ahead.
    """

    hardship: Annotated[bool, Text("生活有困难", "hardship")] = False

    __attrs_post_init__ = check_facts
