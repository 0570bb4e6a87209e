"""What is a work injury (工伤认定的范围): seven cases are, three are deemed to be, three never are.

Every condition is looked at, also when another one has decided, so that the explanation tells which grounds failed.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

import attrs

from gxinjury.citations import Clause
from gxinjury.determination.sudden_illness import SuddenIllness, deemed_by_sudden_illness
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_flag, check_instance, check_optional_flag
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN, REG
from gxinjury.texts import Text

_FAULT_MUST_BE_GIVEN: Final = Text(
    zh="须提供：上下班途中的交通事故，本人是否负主要以上责任",
    en="must be given for a traffic accident while commuting: whether it was mainly the worker's own fault",
)


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
        mainly_at_fault: The traffic accident was wholly or mainly the worker's own fault; None where there was none.
        transit_accident: It was an accident of urban rail, passenger ferry or train.
        named_by_other_law: Another law or administrative regulation names the case a work injury.
        illness: The sudden illness, where it was one.
        public_interest_rescue: It happened in disaster relief or another act for the public interest.
        ex_soldiers_old_wound: The wound of a soldier, disabled in war or on duty, broke out again at the employer's.
        intentional_crime: The worker committed an intentional crime in it.
        drunk_or_drugged: The worker was drunk or drugged.
        self_harm_or_suicide: It was self-harm or suicide.

    Raises:
        InvalidFactError: A flag is neither True nor False, or a traffic accident while commuting comes without
            ``mainly_at_fault``.

    >>> InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True).commuting
    False
    """

    in_working_time: bool
    at_workplace: bool
    work_cause: bool
    preparing_or_finishing: bool = False
    violence_for_duty: bool = False
    occupational_disease: bool = False
    away_on_work: bool = False
    missing_in_accident: bool = False
    commuting: bool = False
    traffic_accident: bool = False
    mainly_at_fault: bool | None = None
    transit_accident: bool = False
    named_by_other_law: bool = False
    illness: SuddenIllness | None = None
    public_interest_rescue: bool = False
    ex_soldiers_old_wound: bool = False
    intentional_crime: bool = False
    drunk_or_drugged: bool = False
    self_harm_or_suicide: bool = False

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(InjuryFacts):
            if field.type is bool:
                check_flag("InjuryFacts", field.name, getattr(self, field.name))
        check_optional_flag("InjuryFacts", "mainly_at_fault", self.mainly_at_fault)
        if self.illness is not None:
            check_instance("InjuryFacts", "illness", self.illness, SuddenIllness)
        if self.commuting and self.traffic_accident and self.mainly_at_fault is None:
            raise InvalidFactError("InjuryFacts", "mainly_at_fault", _FAULT_MUST_BE_GIVEN, self.mainly_at_fault)


class Scope(Enum):
    """Whether an injury is a work injury."""

    WORK_INJURY = Text(zh="工伤", en="work injury")
    DEEMED_WORK_INJURY = Text(zh="视同工伤", en="deemed work injury")
    NOT_A_WORK_INJURY = Text(zh="不属于工伤", en="not a work injury")


@attrs.frozen
class InjuryScope:
    """Whether an injury is a work injury, and on which grounds.

    Args:
        scope: Whether it is.
        grounds: The items of arts. 14 and 15 that hold, also where an exclusion outweighs them.
        exclusions: The items of art. 16 that hold.
        without_disability_subsidy: An ex-soldier's old wound is the only ground: every benefit but the lump-sum
            disability subsidy.
    """

    scope: Scope
    grounds: tuple[Clause, ...]
    exclusions: tuple[Clause, ...] = ()
    without_disability_subsidy: bool = False


@rule(REG.clause("14.1"))
def accident_at_work(facts: InjuryFacts) -> bool:
    """In working time, at the workplace, by a work cause."""
    return facts.in_working_time and facts.at_workplace and facts.work_cause


@rule(REG.clause("14.2"))
def accident_around_working_time(facts: InjuryFacts) -> bool:
    """At the workplace before or after working time, while preparing or finishing the work."""
    return facts.at_workplace and not facts.in_working_time and facts.preparing_or_finishing


@rule(REG.clause("14.3"))
def violence_for_duty(facts: InjuryFacts) -> bool:
    """Violence in working time at the workplace, suffered for doing one's duty."""
    return facts.in_working_time and facts.at_workplace and facts.violence_for_duty


@rule(REG.clause("14.4"))
def occupational_disease(facts: InjuryFacts) -> bool:
    """An occupational disease."""
    return facts.occupational_disease


@rule(REG.clause("14.5"))
def accident_away_on_work(facts: InjuryFacts) -> bool:
    """Away on work: hurt by a work cause, or missing in an accident."""
    return facts.away_on_work and (facts.work_cause or facts.missing_in_accident)


@rule(REG.clause("14.6"))
def accident_while_commuting(facts: InjuryFacts) -> bool:
    """Commuting: a traffic accident not mainly one's own fault, or an accident of urban rail, ferry or train."""
    if not facts.commuting:
        return False
    return facts.transit_accident or (facts.traffic_accident and not facts.mainly_at_fault)


@rule(REG.clause("14.7"))
def injury_by_other_law(facts: InjuryFacts) -> bool:
    """A case that another law or administrative regulation names."""
    return facts.named_by_other_law


@rule(REG.clause("15.1"))
def death_by_sudden_illness(facts: InjuryFacts, law: Law) -> bool:
    """Sudden illness in working time and at the post, with death at once or within 48 hours."""
    illness = facts.illness
    if not isinstance(illness, SuddenIllness):
        return False
    return deemed_by_sudden_illness(
        in_working_time=facts.in_working_time,
        at_post=illness.at_post,
        first_diagnosis=illness.first_diagnosis,
        death=illness.death,
        law=law,
    )


@rule(REG.clause("15.2"))
def rescue_in_public_interest(facts: InjuryFacts) -> bool:
    """Disaster relief or another act for the public interest."""
    return facts.public_interest_rescue


@rule(REG.clause("15.3"))
def old_wound_of_ex_soldier(facts: InjuryFacts) -> bool:
    """The old wound of a disabled ex-soldier."""
    return facts.ex_soldiers_old_wound


@rule(REG.clause("16.1"))
def intentional_crime(facts: InjuryFacts) -> bool:
    """Intentional crime."""
    return facts.intentional_crime


@rule(REG.clause("16.2"))
def drunk_or_drugged(facts: InjuryFacts) -> bool:
    """Drunk or drugged."""
    return facts.drunk_or_drugged


@rule(REG.clause("16.3"))
def self_harm_or_suicide(facts: InjuryFacts) -> bool:
    """Self-harm or suicide."""
    return facts.self_harm_or_suicide


def _that_hold(items: Mapping[str, bool]) -> tuple[Clause, ...]:
    return tuple(REG.clause(number) for number, holds in items.items() if holds)


@rule(REG.clause("14"))
def grounds_of_work_injury(facts: InjuryFacts) -> tuple[Clause, ...]:
    """Items of art. 14 that hold."""
    return _that_hold(
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


@rule(REG.clause("15"))
def grounds_of_deemed_injury(facts: InjuryFacts, law: Law) -> tuple[Clause, ...]:
    """Items of art. 15 that hold."""
    return _that_hold(
        {
            "15.1": death_by_sudden_illness(facts, law),
            "15.2": rescue_in_public_interest(facts),
            "15.3": old_wound_of_ex_soldier(facts),
        }
    )


@rule(REG.clause("16"))
def exclusions_of_injury(facts: InjuryFacts) -> tuple[Clause, ...]:
    """Items of art. 16 that hold."""
    return _that_hold(
        {
            "16.1": intentional_crime(facts),
            "16.2": drunk_or_drugged(facts),
            "16.3": self_harm_or_suicide(facts),
        }
    )


@rule(NN.clause("4.5"))
def injury_scope(facts: InjuryFacts, *, law: Law = LAW) -> InjuryScope:
    """Whether an injury is a work injury, and on which grounds (NN-4.5, arts. 14 to 16).

    An item of art. 14 makes it one, else an item of art. 15 lets it count as one; an item of art. 16 outweighs both.

    Args:
        facts: What is known of the injury.
        law: The law asked.

    Raises:
        InvalidFactError: ``facts`` is no InjuryFacts.

    >>> injury_scope(InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True)).scope.name
    'WORK_INJURY'
    >>> drunk = InjuryFacts(in_working_time=True, at_workplace=True, work_cause=True, drunk_or_drugged=True)
    >>> injury_scope(drunk)
    InjuryScope(scope=<Scope.NOT_A_WORK_INJURY: Text(zh='不属于工伤', en='not a work injury')>, \
grounds=(Clause(instrument='REG', number='14.1'),), exclusions=(Clause(instrument='REG', number='16.2'),), \
without_disability_subsidy=False)
    """
    check_instance("injury_scope", "facts", facts, InjuryFacts)
    injuries = grounds_of_work_injury(facts)
    deemed = grounds_of_deemed_injury(facts, law)
    exclusions = exclusions_of_injury(facts)
    grounds = (*injuries, *deemed)
    if exclusions or not grounds:
        return InjuryScope(Scope.NOT_A_WORK_INJURY, grounds, exclusions)
    if injuries:
        return InjuryScope(Scope.WORK_INJURY, grounds)
    return InjuryScope(Scope.DEEMED_WORK_INJURY, grounds, without_disability_subsidy=deemed == (REG.clause("15.3"),))
