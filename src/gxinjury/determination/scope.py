"""What is a work injury (工伤认定的范围): seven cases are, three are deemed to be, three never are.

Every condition is looked at, also when another one has decided, so that the explanation tells which grounds failed. Two
of them may be open: a traffic accident whose fault the police left open, and a death by sudden illness without a
diagnosis. The authority decides these, which is an answer and no error.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.determination.findings import Cautions
from gxinjury.determination.sudden_illness import Ground, SuddenIllness, sudden_illness_ground
from gxinjury.explanations import caution, rule
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN, REG
from gxinjury.records import check_facts
from gxinjury.texts import Text


@attrs.frozen(kw_only=True)
class InjuryFacts:
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


class Scope(Enum):
    """Whether an injury is a work injury."""

    WORK_INJURY = Text(zh="工伤", en="work injury")
    DEEMED_WORK_INJURY = Text(zh="视同工伤", en="deemed work injury")
    NOT_A_WORK_INJURY = Text(zh="不属于工伤", en="not a work injury")
    UNSETTLED = Text(zh="由社会保险行政部门认定", en="unsettled: the authority decides")


@attrs.frozen
class InjuryScope:
    """Whether an injury is a work injury, and on which grounds.

    Args:
        scope: Whether it is.
        grounds: The items of arts. 14 and 15 that hold, also where an exclusion outweighs them.
        exclusions: The items of art. 16 that hold.
        without_disability_subsidy: An ex-soldier's old wound is the only ground: every benefit but the lump-sum
            disability subsidy.
        unsettled: The items of arts. 14 and 15 that the authority has to decide, also where another one has decided.
    """

    scope: Annotated[Scope, Text("认定范围", "scope")]
    grounds: Annotated[tuple[Clause, ...], Text("成立的情形", "grounds that hold")]
    exclusions: Annotated[tuple[Clause, ...], Text("排除情形", "exclusions that hold")] = ()
    without_disability_subsidy: Annotated[
        bool, Text("不享受一次性伤残补助金", "without the lump-sum disability subsidy")
    ] = False
    unsettled: Annotated[tuple[Clause, ...], Text("由社会保险行政部门认定的情形", "for the authority to decide")] = ()


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


@attrs.frozen
class Items:
    """Items of an article, by how they stand; those that fail are left out.

    Args:
        hold: Those that hold.
        unsettled: Those that the authority decides.
    """

    hold: Annotated[tuple[Clause, ...], Text("成立", "hold")]
    unsettled: Annotated[tuple[Clause, ...], Text("由社会保险行政部门认定的情形", "for the authority to decide")]


def _items(items: Mapping[str, bool | Ground]) -> Items:
    return Items(
        hold=tuple(REG.clause(number) for number, state in items.items() if state is True or state is Ground.HOLDS),
        unsettled=tuple(REG.clause(number) for number, state in items.items() if state is Ground.UNSETTLED),
    )


@rule(REG.clause("14"), Text("应当认定为工伤的情形", "grounds of a work injury"))
def grounds_of_work_injury(facts: InjuryFacts) -> Items:
    """Items of art. 14 that hold, and those that the authority decides."""
    return _items(
        {
            "14.1": accident_at_work(facts),
            "14.2": accident_around_working_time(facts),
            "14.3": violence_for_duty(facts),
            "14.4": occupational_disease(facts),
            "14.5": accident_away_on_work(facts),
            "14.6": accident_while_commuting(facts),
            "14.7": injury_by_other_law(facts),
        }
    )


@rule(REG.clause("15"), Text("视同工伤的情形", "grounds of a deemed work injury"))
def grounds_of_deemed_injury(facts: InjuryFacts, law: Law) -> Items:
    """Items of art. 15 that hold, and those that the authority decides."""
    return _items(
        {
            "15.1": death_by_sudden_illness(facts, law),
            "15.2": rescue_in_public_interest(facts),
            "15.3": old_wound_of_ex_soldier(facts),
        }
    )


@rule(REG.clause("16"), Text("不得认定的情形", "what rules it out"))
def exclusions_of_injury(facts: InjuryFacts) -> tuple[Clause, ...]:
    """Items of art. 16 that hold."""
    return _items(
        {
            "16.1": intentional_crime(facts),
            "16.2": drunk_or_drugged(facts),
            "16.3": self_harm_or_suicide(facts),
        }
    ).hold


def _scope(injuries: Items, deemed: Items, exclusions: tuple[Clause, ...]) -> Scope:
    """Return what the items come to: open only where an open item would change it."""
    if exclusions:
        return Scope.NOT_A_WORK_INJURY
    for items, scope in ((injuries, Scope.WORK_INJURY), (deemed, Scope.DEEMED_WORK_INJURY)):
        if items.hold:
            return scope
        if items.unsettled:
            return Scope.UNSETTLED
    return Scope.NOT_A_WORK_INJURY


@rule(NN.clause("4.5"), Text("是否属于工伤", "whether it is a work injury"))
def injury_scope(facts: InjuryFacts, *, law: Law = LAW) -> InjuryScope:
    """Whether an injury is a work injury, and on which grounds (NN-4.5, arts. 14 to 16).

    An item of art. 14 makes it one, else an item of art. 15 lets it count as one; an item of art. 16 outweighs both.
    Where that hangs on an item that is open, the authority decides.

    Args:
        facts: What is known of the injury.
        law: The law asked.

    Raises:
        InvalidFactError: ``facts`` is no InjuryFacts.

    >>> injury_scope(InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True)).scope.name
    'WORK_INJURY'
    >>> fault_left_open = InjuryFacts(
    ...     in_working_time=False, at_workplace=False, work_cause=False, commuting=True, traffic_accident=True
    ... )
    >>> answer = injury_scope(fault_left_open)
    >>> answer.scope.name, [str(clause) for clause in answer.unsettled]
    ('UNSETTLED', ['REG-14.6'])
    """
    check_instance("injury_scope", "facts", facts, InjuryFacts)
    injuries = grounds_of_work_injury(facts)
    deemed = grounds_of_deemed_injury(facts, law)
    exclusions = exclusions_of_injury(facts)
    scope = _scope(injuries, deemed, exclusions)
    return InjuryScope(
        scope,
        grounds=(*injuries.hold, *deemed.hold),
        exclusions=exclusions,
        without_disability_subsidy=scope is Scope.DEEMED_WORK_INJURY and deemed.hold == (REG.clause("15.3"),),
        unsettled=(*injuries.unsettled, *deemed.unsettled),
    )
