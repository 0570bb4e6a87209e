"""Facts of an injury (认定工伤所依据的事实): what decides whether it is a work injury."""

from typing import Annotated

import attrs

from gxinjury.determination.illness import SuddenIllness
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["InjuryFacts"]


@attrs.frozen(kw_only=True)
class InjuryFacts(Record):
    """What is known of an injury (认定工伤所依据的事实); what is not named is not so.

    Args:
        in_working_time: It happened in working time.
        at_workplace: It happened at the workplace.
        work_cause: It was an accident by a work cause.
        preparing_or_finishing: The worker was preparing or finishing the work, before or after working time.
        violence_for_duty: It was violence or another mishap suffered for doing one's duty.
        occupational_disease: It is an occupational disease, diagnosed or appraised.
        away_on_work: The worker was away on work.
        missing_in_accident: The worker is missing in an accident.
        commuting: The worker was on the way to or from work.
        traffic_accident: It was a traffic accident.
        mainly_at_fault: The traffic accident was wholly or mainly the worker's own fault; None where there was none,
            or where the police did not establish whose fault it was.
        transit_accident: It was an accident of urban rail, passenger ferry or train.
        named_by_other_law: Another law or administrative regulation names the case a work injury.
        illness: The sudden illness, where it was one.
        public_interest_rescue: It happened in disaster relief or another act for the public interest.
        ex_soldiers_old_wound: The wound of a soldier, disabled in war or on duty, broke out again at the employer's.
        intentional_crime: The worker committed an intentional crime in it.
        drunk_or_drugged: The worker was drunk or drugged.
        self_harm_or_suicide: It was self-harm or suicide.

    Raises:
        InvalidFactError: A flag is neither True nor False, or ``illness`` no SuddenIllness.

    >>> InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True).commuting
    False
    """

    in_working_time: Annotated[bool, Text("在工作时间内", "in working time")]
    at_workplace: Annotated[bool, Text("在工作场所内", "at the workplace")]
    work_cause: Annotated[bool, Text("因工作原因", "by a work cause")]
    preparing_or_finishing: Annotated[bool, Text("从事预备或收尾工作", "preparing or finishing the work")] = False
    violence_for_duty: Annotated[
        bool, Text("因履行职责遭受暴力等意外伤害", "violence suffered for doing one's duty")
    ] = False
    occupational_disease: Annotated[bool, Text("患职业病", "occupational disease")] = False
    away_on_work: Annotated[bool, Text("因公外出", "away on work")] = False
    missing_in_accident: Annotated[bool, Text("事故中下落不明", "missing in an accident")] = False
    commuting: Annotated[bool, Text("上下班途中", "commuting")] = False
    traffic_accident: Annotated[bool, Text("交通事故", "traffic accident")] = False
    mainly_at_fault: Annotated[bool | None, Text("本人负主要以上责任", "mainly the worker's own fault")] = None
    transit_accident: Annotated[
        bool, Text("城市轨道交通、客运轮渡、火车事故", "accident of urban rail, ferry or train")
    ] = False
    named_by_other_law: Annotated[bool, Text("其他法律、行政法规规定的情形", "named by another law")] = False
    illness: Annotated[SuddenIllness | None, Text("突发疾病", "sudden illness")] = None
    public_interest_rescue: Annotated[bool, Text("抢险救灾等活动", "act for the public interest")] = False
    ex_soldiers_old_wound: Annotated[bool, Text("伤残军人旧伤复发", "old wound of a disabled ex-soldier")] = False
    intentional_crime: Annotated[bool, Text("故意犯罪", "intentional crime")] = False
    drunk_or_drugged: Annotated[bool, Text("醉酒或者吸毒", "drunk or drugged")] = False
    self_harm_or_suicide: Annotated[bool, Text("自残或者自杀", "self-harm or suicide")] = False

    __attrs_post_init__ = check_facts
