"""What is a work injury (工伤认定的范围): seven cases are, three are deemed to be, three never are.

Every condition is looked at, also when another one has decided, so that the explanation tells which grounds failed. One
that is open the authority decides, which is an answer and no error.
"""

from enum import Enum
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.determination.injury_facts import InjuryFacts
from gxinjury.determination.items import Items, exclusions_of_injury, grounds_of_deemed_injury, grounds_of_work_injury
from gxinjury.explanations import rule
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN, REG
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["InjuryScope", "Scope", "injury_scope"]


class Scope(Enum):
    """Whether an injury is a work injury."""

    WORK_INJURY = Text(zh="工伤", en="work injury")
    DEEMED_WORK_INJURY = Text(zh="视同工伤", en="deemed work injury")
    NOT_A_WORK_INJURY = Text(zh="不属于工伤", en="not a work injury")
    UNSETTLED = Text(zh="由社会保险行政部门认定", en="unsettled: the authority decides")


@attrs.frozen
class InjuryScope(Record):
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
