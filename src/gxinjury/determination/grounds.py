"""Grounds (认定情形): seven of a work injury, three of one that counts as one, three that rule it out.

Two of them may be open: a traffic accident whose fault the police left open, and a death by sudden illness without a
diagnosis.
"""

from gxinjury.determination.findings import Cautions
from gxinjury.determination.illness import Ground, SuddenIllness
from gxinjury.determination.injury_facts import InjuryFacts
from gxinjury.determination.sudden_illness import sudden_illness_ground
from gxinjury.explanations import caution, rule
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.texts import Text

__all__ = [
    "accident_around_working_time",
    "accident_at_work",
    "accident_away_on_work",
    "accident_while_commuting",
    "death_by_sudden_illness",
    "drunk_or_drugged",
    "injury_by_other_law",
    "intentional_crime",
    "occupational_disease",
    "old_wound_of_ex_soldier",
    "rescue_in_public_interest",
    "self_harm_or_suicide",
    "violence_for_duty",
]


@rule(REG.clause("14.1"), Text("工作时间、工作场所、工作原因", "in working time, at the workplace, by a work cause"))
def accident_at_work(facts: InjuryFacts) -> bool:
    """In working time, at the workplace, by a work cause."""
    return facts.in_working_time and facts.at_workplace and facts.work_cause


@rule(REG.clause("14.2"), Text("工作时间前后从事预备或收尾工作", "preparing or finishing the work around working time"))
def accident_around_working_time(facts: InjuryFacts) -> bool:
    """At the workplace before or after working time, while preparing or finishing the work."""
    return facts.at_workplace and not facts.in_working_time and facts.preparing_or_finishing


@rule(REG.clause("14.3"), Text("因履行职责遭受暴力等意外伤害", "violence suffered for doing one's duty"))
def violence_for_duty(facts: InjuryFacts) -> bool:
    """Violence in working time at the workplace, suffered for doing one's duty."""
    return facts.in_working_time and facts.at_workplace and facts.violence_for_duty


@rule(REG.clause("14.4"), Text("患职业病", "occupational disease"))
def occupational_disease(facts: InjuryFacts) -> bool:
    """An occupational disease."""
    return facts.occupational_disease


@rule(
    REG.clause("14.5"), Text("因公外出由于工作原因受伤或者下落不明", "away on work: hurt by a work cause, or missing")
)
def accident_away_on_work(facts: InjuryFacts) -> bool:
    """Away on work: hurt by a work cause, or missing in an accident."""
    return facts.away_on_work and (facts.work_cause or facts.missing_in_accident)


@rule(
    REG.clause("14.6"),
    Text("上下班途中受到非本人主要责任的交通事故等伤害", "commuting: an accident not mainly the worker's own fault"),
)
def accident_while_commuting(facts: InjuryFacts) -> Ground:
    """Commuting: a traffic accident not mainly one's own fault, or an accident of urban rail, ferry or train.

    Whose fault a traffic accident was, the police establish; where they did not, the authority decides.
    """
    if not facts.commuting:
        return Ground.FAILS
    if facts.transit_accident:
        return Ground.HOLDS
    if not facts.traffic_accident:
        return Ground.FAILS
    if facts.mainly_at_fault is None:
        caution(Cautions.fault_not_established)
        return Ground.UNSETTLED
    return Ground.FAILS if facts.mainly_at_fault else Ground.HOLDS


@rule(REG.clause("14.7"), Text("其他法律、行政法规规定的情形", "a case that another law names"))
def injury_by_other_law(facts: InjuryFacts) -> bool:
    """A case that another law or administrative regulation names."""
    return facts.named_by_other_law


@rule(REG.clause("15.1"), Text("突发疾病死亡", "death by sudden illness at the post"))
def death_by_sudden_illness(facts: InjuryFacts, law: Law) -> Ground:
    """Sudden illness in working time and at the post, with death at once or within 48 hours."""
    illness = facts.illness
    if not isinstance(illness, SuddenIllness):
        return Ground.FAILS
    return sudden_illness_ground(illness, in_working_time=facts.in_working_time, law=law)


@rule(
    REG.clause("15.2"), Text("抢险救灾等维护公共利益的活动", "disaster relief or another act for the public interest")
)
def rescue_in_public_interest(facts: InjuryFacts) -> bool:
    """Disaster relief or another act for the public interest."""
    return facts.public_interest_rescue


@rule(REG.clause("15.3"), Text("伤残军人旧伤复发", "old wound of a disabled ex-soldier"))
def old_wound_of_ex_soldier(facts: InjuryFacts) -> bool:
    """The old wound of a disabled ex-soldier."""
    return facts.ex_soldiers_old_wound


@rule(REG.clause("16.1"), Text("故意犯罪", "intentional crime"))
def intentional_crime(facts: InjuryFacts) -> bool:
    """Intentional crime."""
    return facts.intentional_crime


@rule(REG.clause("16.2"), Text("醉酒或者吸毒", "drunk or drugged"))
def drunk_or_drugged(facts: InjuryFacts) -> bool:
    """Drunk or drugged."""
    return facts.drunk_or_drugged


@rule(REG.clause("16.3"), Text("自残或者自杀", "self-harm or suicide"))
def self_harm_or_suicide(facts: InjuryFacts) -> bool:
    """Self-harm or suicide."""
    return facts.self_harm_or_suicide
