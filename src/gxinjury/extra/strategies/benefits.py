"""Strategies of what benefits ask for (工伤待遇): grades, conclusions, dependants, receipts, stays in hospital."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from gxinjury.benefits import Conclusion, Dependant, DependantKind, DisabilityGrade, Receipt
from gxinjury.extra.strategies.facts import A_FEN, amounts, days
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import of
from gxinjury.law import LAW
from gxinjury.periods import Period, months_after

_MOST: Final = 3
_WITHIN: Final = 800
_RECEIPTS: Final = amounts(highest=1000)


def grades(
    *, worst: DisabilityGrade | int = 1, mildest: DisabilityGrade | int = 10
) -> st.SearchStrategy[DisabilityGrade]:
    """Disability grades from the worst to the mildest, the worst the plainest."""
    return st.sampled_from([grade for grade in DisabilityGrade if worst <= grade <= mildest])


def conclusions(*, first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[tuple[Conclusion, ...]]:
    """Conclusions of the assessment committee on one worker, each of a day of its own; a single one the plainest."""
    made = of(Conclusion, made_on=days(first, last))
    return st.lists(made, min_size=1, max_size=_MOST, unique_by=_made_on).map(tuple)


def _made_on(conclusion: Conclusion) -> date:
    return conclusion.made_on


@by_hand
def dependants(draw: Hand, *, most: int = 5, around: date = FIRST_DAY) -> tuple[Dependant, ...]:
    """Relatives whom a worker supported, one spouse at the most, together often above the cap; none the plainest.

    About the day named children are born or come of age, and shares begin and end.
    """
    count, spouse = draw.count(most), draw.flag()
    return tuple(_dependant(draw, f"亲属{place + 1}", around, spouse=spouse and not place) for place in range(count))


def _dependant(draw: Hand, name: str, around: date, *, spouse: bool) -> Dependant:
    alone = draw.flag()
    kind = DependantKind.SPOUSE if spouse else draw.one_of((DependantKind.OTHER, DependantKind.CHILD))
    born_on = None
    if kind is DependantKind.CHILD:
        about = draw.one_of((around, months_after(around, -12 * LAW.dependant_child_years.on(around))))
        born_on = draw.perhaps(draw.day_about(about, later(about, -40)))
    begun = max(around, born_on or around)
    first = draw.perhaps(draw.day_within(begun, _WITHIN), one_in=4)
    last = draw.perhaps(draw.day_within(first or begun, _WITHIN), one_in=4)
    return Dependant(name, kind, alone, first, last, born_on, unable_to_work=born_on is not None and draw.flag())


@by_hand
def receipts(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Receipt, ...]:
    """Receipts for meals or lodging on the way to treatment, about the caps of their days; none the plainest."""
    several = []
    for _ in range(draw.count(_MOST)):
        day = draw.day(first, last)
        caps = (LAW.travel_meals.on(day), LAW.lodging.on(day))
        edges = [edge for cap in caps for edge in (cap, cap + A_FEN)]
        several.append(Receipt(day, draw.one_of((draw(_RECEIPTS), *edges))))
    return tuple(several)


@by_hand
def stays(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Period, ...]:
    """Stays in hospital that begin on such days, over by some day, overlapping or not; none the plainest."""
    begun = [draw.day(first, last) for _ in range(draw.count(_MOST))]
    return tuple(Period(day, later(day, draw.count(400))) for day in begun)
