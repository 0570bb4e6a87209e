"""Strategies of what benefits ask for (工伤待遇): grades, conclusions, dependants, receipts, stays in hospital."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.benefits import Conclusion, Dependant, DependantKind, DisabilityGrade, Receipt
from gxinjury.extra.strategies.facts import (
    FIRST_DAY,
    LAST_DAY,
    YES_OR_NO,
    amounts,
    day_about,
    day_between,
    later,
    one_of_these,
    perhaps,
    yuan_of,
)
from gxinjury.law import LAW
from gxinjury.periods import Period, months_after

_MOST: Final = 3
_MOST_DEPENDANTS: Final = 5
_LONGEST_STAY: Final = 400
_ABOUT: Final = 40
_WITHIN: Final = 800
_RECEIPTS: Final = amounts(highest=1000)
_A_FEN: Final = yuan_of(1)


def grades(
    *, worst: DisabilityGrade | int = 1, mildest: DisabilityGrade | int = 10
) -> st.SearchStrategy[DisabilityGrade]:
    """Disability grades, the worst the plainest.

    Args:
        worst: The worst grade.
        mildest: The mildest grade.

    >>> from hypothesis import find
    >>> find(grades(worst=5), lambda grade: True)
    <DisabilityGrade.FIVE: 5>
    """
    return st.sampled_from([grade for grade in DisabilityGrade if worst <= grade <= mildest])


_GRADES: Final = grades()


@st.composite
def conclusions(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Conclusion, ...]:
    """Conclusions of the assessment committee on one worker, each of a day of its own; a single one the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day one is made on.
        last: The last day.

    >>> from hypothesis import find
    >>> [(int(one.grade), str(one.made_on)) for one in find(conclusions(), lambda made: True)]
    [(1, '2015-01-01')]
    """
    made = [Conclusion(draw(_GRADES), day_between(draw, first, last)) for _ in range(draw(st.integers(1, _MOST)))]
    return tuple({one.made_on: one for one in made}.values())


@st.composite
def dependants(draw: st.DrawFn, *, most: int = _MOST_DEPENDANTS, around: date = FIRST_DAY) -> tuple[Dependant, ...]:
    """Relatives whom a worker supported, one spouse at the most, together often above the cap; none the plainest.

    Args:
        draw: Given by Hypothesis.
        most: The most of them.
        around: The day about which children are born or come of age, and shares begin and end.

    >>> from hypothesis import find
    >>> from gxinjury.benefits import dependants_pension
    >>> len(find(dependants(), lambda family: dependants_pension(family, 5000).capped))
    3
    """
    count = draw(st.integers(0, most))
    spouse = draw(YES_OR_NO)
    return tuple(
        Dependant(name=f"亲属{place + 1}", alone=draw(YES_OR_NO), **_days(draw, around, spouse=spouse and place == 0))
        for place in range(count)
    )


def _days(draw: st.DrawFn, around: date, *, spouse: bool) -> dict[str, Any]:
    """Draw what a dependant is, and the days of the share."""
    others = (DependantKind.OTHER, DependantKind.CHILD)
    kind = DependantKind.SPOUSE if spouse else one_of_these(draw, others)
    born_on = None
    if kind is DependantKind.CHILD:
        about = one_of_these(draw, (around, months_after(around, -12 * LAW.dependant_child_years.on(around))))
        born_on = perhaps(draw, day_about(draw, about, later(about, -_ABOUT)))
    first = perhaps(draw, day_between(draw, max(around, born_on or around), later(around, _WITHIN)), one_in=4)
    begun = max(first or around, born_on or around)
    last = perhaps(draw, day_between(draw, begun, later(begun, _WITHIN)), one_in=4)
    unable = draw(YES_OR_NO) if born_on else False
    return {"kind": kind, "born_on": born_on, "first": first, "last": last, "unable_to_work": unable}


@st.composite
def receipts(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Receipt, ...]:
    """Receipts for meals or lodging on the way to treatment, about the caps of their days; none the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day of a receipt.
        last: The last day.

    >>> from hypothesis import find
    >>> find(receipts(), lambda receipts: True)
    ()
    """
    several = []
    for _ in range(draw(st.integers(0, _MOST))):
        day = day_between(draw, first, last)
        caps = (LAW.travel_meals.on(day), LAW.lodging.on(day))
        edges = [edge for cap in caps for edge in (cap, cap + _A_FEN)]
        several.append(Receipt(day, one_of_these(draw, (draw(_RECEIPTS), *edges))))
    return tuple(several)


@st.composite
def stays(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[Period, ...]:
    """Stays in hospital, over by some day, overlapping or not; none the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day a stay begins on.
        last: The last day a stay begins on.

    >>> from hypothesis import find
    >>> [str(stay) for stay in find(stays(), lambda stays: stays)]
    ['2015-01-01..2015-01-01']
    """
    several = []
    for _ in range(draw(st.integers(0, _MOST))):
        begun = day_between(draw, first, last)
        several.append(Period(begun, later(begun, draw(st.integers(0, _LONGEST_STAY)))))
    return tuple(several)
