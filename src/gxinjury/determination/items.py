"""Items of an article (条文各项): which hold, and which the authority decides."""

from collections.abc import Mapping
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.determination.grounds import (
    accident_around_working_time,
    accident_at_work,
    accident_away_on_work,
    accident_while_commuting,
    death_by_sudden_illness,
    drunk_or_drugged,
    injury_by_other_law,
    intentional_crime,
    occupational_disease,
    old_wound_of_ex_soldier,
    rescue_in_public_interest,
    self_harm_or_suicide,
    violence_for_duty,
)
from gxinjury.determination.illness import Ground
from gxinjury.determination.injury_facts import InjuryFacts
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Items", "exclusions_of_injury", "grounds_of_deemed_injury", "grounds_of_work_injury", "items_of"]


@attrs.frozen
class Items(Record):
    """Items of an article, by how they stand; those that fail are left out.

    Args:
        hold: Those that hold.
        unsettled: Those that the authority decides.
    """

    hold: Annotated[tuple[Clause, ...], Text("成立", "hold")]
    unsettled: Annotated[tuple[Clause, ...], Text("由社会保险行政部门认定的情形", "for the authority to decide")]


def items_of(items: Mapping[str, bool | Ground]) -> Items:
    """Return how the items of an article stand, by their numbers."""
    return Items(
        hold=tuple(REG.clause(number) for number, state in items.items() if state is True or state is Ground.HOLDS),
        unsettled=tuple(REG.clause(number) for number, state in items.items() if state is Ground.UNSETTLED),
    )


@rule(REG.clause("14"), Text("应当认定为工伤的情形", "grounds of a work injury"))
def grounds_of_work_injury(facts: InjuryFacts) -> Items:
    """Items of art. 14 that hold, and those that the authority decides."""
    return items_of(
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
    return items_of(
        {
            "15.1": death_by_sudden_illness(facts, law),
            "15.2": rescue_in_public_interest(facts),
            "15.3": old_wound_of_ex_soldier(facts),
        }
    )


@rule(REG.clause("16"), Text("不得认定的情形", "what rules it out"))
def exclusions_of_injury(facts: InjuryFacts) -> tuple[Clause, ...]:
    """Items of art. 16 that hold."""
    return items_of(
        {
            "16.1": intentional_crime(facts),
            "16.2": drunk_or_drugged(facts),
            "16.3": self_harm_or_suicide(facts),
        }
    ).hold
