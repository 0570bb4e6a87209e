"""Strategies of injuries as their benefits ask for them (工伤个案): treatment, leave, grade, death, absence."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.benefits import (
    CareDependency,
    Death,
    DeathAnchor,
    Disappearance,
    Injury,
    StopGround,
    Termination,
    TerminationGround,
)
from gxinjury.extra.strategies.benefits import dependants, grades, receipts, stays
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
    rates,
)
from gxinjury.extra.strategies.wages import average_wages, wages
from gxinjury.law import LAW
from gxinjury.periods import months_after

_WAGES: Final = wages()
_AVERAGES: Final = average_wages()
_COSTS: Final = amounts(lowest=0, highest=10**6)
_WAGE_CLASSES: Final = (1, 2, 3, 4)
_SELDOM: Final = 4
_ONE_TIME_IN_FOUR: Final = st.integers(1, _SELDOM)
_YEARS_OF_WORK: Final = 40
_WITHIN: Final = 800


@st.composite
def terminations(
    draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY, project_worker: bool = True
) -> Termination:
    """Ends of a labour relation, on the worker's own wish the plainest.

    Args:
        draw: Given by Hypothesis.
        first: The first day it ends on.
        last: The last day.
        project_worker: Whether the worker was enrolled by project, who alone may end it at the project's completion.

    >>> from hypothesis import find
    >>> ended = find(terminations(), lambda ended: True)
    >>> ended.ground.name, str(ended.ended_on), ended.wage, ended.scale
    ('OWN_WISH', '2015-01-01', Decimal('1.00'), None)
    """
    grounds = [one for one in TerminationGround if project_worker or one is not TerminationGround.COMPLETION]
    return Termination(
        ended_on=day_between(draw, first, last),
        wage=draw(_WAGES),
        ground=one_of_these(draw, grounds),
        scale=perhaps(draw, draw(rates())),
        average=perhaps(draw, draw(_AVERAGES)),
    )


@st.composite
def injuries(draw: st.DrawFn, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> Injury:
    """Work injuries with what their benefits depend on, facts that fit together; neither grade nor death the plainest.

    What is not known may be left out, as :func:`~gxinjury.benefits.settlement.settle_injury` takes it.

    Args:
        draw: Given by Hypothesis.
        first: The first day of an injury.
        last: The last day; what follows may come later.

    >>> from hypothesis import given, settings
    >>> from gxinjury.benefits import settle_injury
    >>> @settings(max_examples=5, deadline=None)
    ... @given(injuries())
    ... def no_line_is_left_out(injury):
    ...     assert all(line.amount is not None or line.needs for line in settle_injury(injury).lines)
    >>> no_line_is_left_out()
    """
    injured_on = day_between(draw, first, last)
    facts: dict[str, Any] = {
        "injured_on": injured_on,
        "wage": perhaps(draw, draw(_WAGES)),
        "original_wage": perhaps(draw, draw(_WAGES)),
        "determined_on": perhaps(draw, day_between(draw, injured_on, later(injured_on, _WITHIN))),
        "dependants": draw(dependants(around=injured_on)),
        "wage_in_life": perhaps(draw, draw(_WAGES)),
        "divide_pension": draw(YES_OR_NO),
        "commuted": draw(_ONE_TIME_IN_FOUR) == _SELDOM,
        "completed_on": perhaps(draw, day_between(draw, injured_on, later(injured_on, _WITHIN))),
        "old_wound": draw(_ONE_TIME_IN_FOUR) == _SELDOM,
        "project_worker": draw(YES_OR_NO),
        "enrolled": draw(_ONE_TIME_IN_FOUR) != _SELDOM,
    }
    missing = perhaps(draw, Disappearance(hardship=draw(YES_OR_NO)), one_in=_SELDOM)
    # Drawn of a missing worker too, so that missing is not the shorter tale, to which all others shrink.
    at_hand = _treatment(draw, injured_on) | _grading(draw, injured_on, project_worker=facts["project_worker"])
    if missing is None:
        facts |= at_hand
    since = facts.get("graded_on") or injured_on
    stopped_on = perhaps(draw, day_between(draw, injured_on, later(injured_on, _WITHIN)), one_in=_SELDOM)
    return Injury(
        **facts,
        disappearance=missing,
        death=perhaps(draw, _death(draw, since, facts.get("leave_months"), injured_on), one_in=_SELDOM),
        stopped_on=stopped_on,
        stop_ground=None if stopped_on is None else one_of_these(draw, list(StopGround)),
    )


def _treatment(draw: st.DrawFn, injured_on: date) -> dict[str, Any]:
    """Draw treatment, leave and travel; of a disease also stays before it was diagnosed."""
    last = later(injured_on, _WITHIN)
    before = day_between(draw, later(injured_on, -_WITHIN), injured_on)
    exposed_from = perhaps(draw, one_of_these(draw, (injured_on, before)), one_in=_SELDOM)
    return {
        "exposed_from": exposed_from,
        "leave_months": perhaps(draw, draw(st.integers(0, LAW.leave_months.on(injured_on)))),
        "leave_extension_months": draw(st.integers(0, LAW.leave_extension_months.on(injured_on))),
        "treatment": perhaps(draw, draw(_COSTS)),
        "third_party_paid": perhaps(draw, draw(_COSTS), one_in=_SELDOM),
        "aids": perhaps(draw, draw(_COSTS)),
        "stays": draw(stays(first=exposed_from or injured_on, last=last)),
        "travel_meals": draw(receipts(first=injured_on, last=last)),
        "lodging": draw(receipts(first=injured_on, last=last)),
    }


_ALL_GRADES: Final = grades()


def _grading(draw: st.DrawFn, injured_on: date, *, project_worker: bool) -> dict[str, Any]:
    """Draw a grade and what hangs on it; nothing where there is none."""
    if not draw(YES_OR_NO):
        return {}
    graded_on = day_about(draw, months_after(injured_on, LAW.leave_months.on(injured_on)), injured_on)
    ended = draw(terminations(first=graded_on, last=later(graded_on, _WITHIN), project_worker=project_worker))
    return {
        "grade": draw(_ALL_GRADES),
        "graded_on": graded_on,
        "care": perhaps(draw, one_of_these(draw, list(CareDependency))),
        "care_average": perhaps(draw, draw(_AVERAGES)),
        "suitable_post": perhaps(draw, draw(YES_OR_NO)),
        "minimum_wage": perhaps(draw, draw(_WAGES)),
        "wage_class": perhaps(draw, one_of_these(draw, _WAGE_CLASSES)),
        "retires_on": perhaps(draw, _retirement(draw, ended.ended_on)),
        "pension": perhaps(draw, draw(_COSTS)),
        "termination": perhaps(draw, ended),
    }


def _retirement(draw: st.DrawFn, ended_on: date) -> date:
    """Draw a day of retirement, about the five years before which the employment subsidy shrinks, or past already."""
    near = months_after(ended_on, 12 * max(LAW.years_before_retirement.on(ended_on), 1))
    about = day_about(draw, near, ended_on, 366 * _YEARS_OF_WORK)
    return one_of_these(draw, (about, near, ended_on, later(ended_on, -1)))


def _death(draw: st.DrawFn, since: date, leave_months: int | None, injured_on: date) -> Death:
    """Draw a death, about the end of the leave where its months are known."""
    end = months_after(injured_on, leave_months or 0)
    return Death(
        died_on=day_about(draw, end, since),
        anchor=one_of_these(draw, list(DeathAnchor)),
        within_leave=perhaps(draw, draw(YES_OR_NO)),
        average=perhaps(draw, draw(_AVERAGES)),
    )
