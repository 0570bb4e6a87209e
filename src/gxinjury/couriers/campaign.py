"""How the campaign stands (优先参保工作的进度): its stages and milestones, coverage, and whether a target is met.

The targets are aims, so the answer is met or not met, never a breach.
"""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.couriers.coverage import Coverage, coverage
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.campaign import MILESTONES, STAGES, Milestone, Stage
from gxinjury.law.clauses import GX
from gxinjury.law.couriers import CampaignTarget
from gxinjury.law.readings import CoverageUnit
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = [
    "CampaignStanding",
    "Counts",
    "TargetAnswer",
    "campaign_standing",
    "coverage_counted",
    "milestones",
    "stage_on",
]

_MUST_BE_GIVEN = FactRule(
    zh="须提供，本次采用的口径按它计算", en="must be given: the reading counts by it", code="needed_by_reading"
)


@rule(GX.clause("3.1"), Text("工作阶段", "stage of the campaign"))
def stage_on(day: date) -> Stage | None:
    """Stage of the campaign on a day (GX-3.1 to GX-3.4); None before 2022 and after it.

    Raises:
        InvalidFactError: It is no day.

    >>> stage_on(date(2022, 7, 1)).name.en
    'supervision'
    """
    check_day("stage_on", "day", day)
    return next((stage for stage in STAGES if day in stage.period), None)


@rule(GX.clause("3.2.1"), Text("工作节点", "milestones"))
def milestones() -> tuple[Milestone, ...]:
    """Milestones of the campaign with who is responsible (GX-3.2.1 to GX-3.4), by day.

    >>> [str(one.due) for one in milestones()]
    ['2022-04-30', '2022-09-30', '2022-12-31', '2022-12-31']
    """
    return MILESTONES


class TargetAnswer(Enum):
    """Whether a target is met."""

    MET = Text(zh="已达到", en="met")
    NOT_MET = Text(zh="未达到", en="not met")
    NO_NUMBER = Text(zh="“基本”没有给出数字，只列出尚差户数", en="the plan gives no number: what is left is told")
    UNDEFINED = Text(zh="没有应参保的，覆盖率无从计算", en="nothing should enrol: coverage is undefined")


@attrs.frozen
class Counts(Record):
    """Units and persons that should enrol and that are enrolled.

    Args:
        units_should: Units that should enrol.
        units_enrolled: Units enrolled.
        persons_should: Persons that should enrol; None where not counted.
        persons_enrolled: Persons enrolled; None where not counted.

    >>> Counts(200, 140).persons_should is None
    True
    """

    units_should: Annotated[int, Text("应参保单位数（户）", "units that should enrol")]
    units_enrolled: Annotated[int, Text("已参保单位数（户）", "units enrolled")]
    persons_should: Annotated[int | None, Text("应参保人数（人）", "persons that should enrol")] = None
    persons_enrolled: Annotated[int | None, Text("参保人数（人）", "persons enrolled")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class CampaignStanding(Record):
    """How the campaign stands on a day.

    Args:
        target: The target worked to on that day.
        answer: Whether it is met.
        coverage: The coverage; None where nothing should enrol.
        left: How many are still to enrol until all are.
        left_to_target: How many are still to enrol until the target is met; None where it has no number.
    """

    target: Annotated[CampaignTarget, Text("目标", "target")]
    answer: Annotated[TargetAnswer, Text("是否达到", "answer")]
    coverage: Annotated[Coverage | None, Text("覆盖率", "coverage")]
    left: Annotated[int, Text("距全覆盖尚差", "left")]
    left_to_target: Annotated[int | None, Text("距目标尚差", "left to the target")]


@rule(GX.clause("3.3"), Text("据以考核的覆盖率", "coverage that counts"))
def coverage_counted(counts: Counts, law: Law) -> Coverage | None:
    """Coverage as the reading counts it (GX-3.3): units, or persons."""
    if law.choice(CoverageUnit) is CoverageUnit.UNITS:
        return coverage(should_enrol=counts.units_should, enrolled=counts.units_enrolled)
    if counts.persons_should is None or counts.persons_enrolled is None:
        field = "persons_should" if counts.persons_should is None else "persons_enrolled"
        raise InvalidFactError("Counts", field, _MUST_BE_GIVEN, None)
    return coverage(should_enrol=counts.persons_should, enrolled=counts.persons_enrolled)


@rule(GX.clause("2"), Text("优先参保工作的进度", "standing of the campaign"))
def campaign_standing(counts: Counts, *, on: date, law: Law = LAW) -> CampaignStanding:
    """Standing of the campaign on a day (GX-2, GX-3.3): 70 % by 2022-09-30, then practically all by the year's end.

    Args:
        counts: What was counted for that day.
        on: The day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or persons are not counted where the reading asks for them.
        NotInForceError: The plan was not issued yet.

    >>> standing = campaign_standing(Counts(200, 139), on=date(2022, 9, 30))
    >>> standing.answer.name, standing.left
    ('NOT_MET', 61)
    """
    check_instance("campaign_standing", "counts", counts, Counts)
    check_day("campaign_standing", "on", on)
    target = law.courier_target.on(on)
    reached = coverage_counted(counts, law)
    left = 0 if reached is None else reached.left
    left_to_target = None if reached is None or target.rate is None else reached.left_to(target.rate)
    return CampaignStanding(target, _answer(target, reached), reached, left, left_to_target)


def _answer(target: CampaignTarget, reached: Coverage | None) -> TargetAnswer:
    if reached is None:
        return TargetAnswer.UNDEFINED
    if target.rate is None:
        return TargetAnswer.NO_NUMBER
    return TargetAnswer.MET if reached.meets(target.rate) else TargetAnswer.NOT_MET
