"""Strategies of injuries as their benefits ask for them (工伤个案): treatment, leave, grade, death, absence."""

from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from gxinjury.benefits import Death, Disappearance, Injury, StopGround, Termination, TerminationGround
from gxinjury.extra.strategies.benefits import average_wages, dependants, grades, receipts, stays, wages
from gxinjury.extra.strategies.facts import days
from gxinjury.extra.strategies.hand import FIRST_DAY, LAST_DAY, Hand, by_hand, later
from gxinjury.extra.strategies.records import facts_of, of
from gxinjury.law import LAW
from gxinjury.periods import months_after

_WAGES: Final = st.none() | wages()
_AVERAGES: Final = st.none() | average_wages()
_GRADES: Final = grades()
_EVER: Final = ("divide_pension", "commuted", "old_wound", "project_worker", "enrolled")
_OF_A_GRADE: Final = ("care", "suitable_post", "wage_class", "pension")
_SELDOM: Final = 4
_WITHIN: Final = 800


def terminations(
    *, first: date = FIRST_DAY, last: date = LAST_DAY, project_worker: bool = True
) -> st.SearchStrategy[Termination]:
    """Ends of a labour relation on such days, on the worker's own wish the plainest.

    Only a worker who was enrolled by project may end it at the project's completion.
    """
    grounds = [one for one in TerminationGround if project_worker or one is not TerminationGround.COMPLETION]
    ended_on, ground = days(first, last), st.sampled_from(grounds)
    return of(Termination, ended_on=ended_on, wage=wages(), ground=ground, average=_AVERAGES)


@by_hand
def injuries(draw: Hand, *, first: date = FIRST_DAY, last: date = LAST_DAY) -> Injury:
    """Work injuries with what their benefits depend on, facts that fit together; neither grade nor death the plainest.

    What is not known may be left out, as :func:`~gxinjury.benefits.settlement.settle_injury` takes it. What follows on
    the injury may come later than the last day.
    """
    injured_on = draw.day(first, last)
    facts = facts_of(draw, Injury, *_EVER) | {
        "injured_on": injured_on,
        "determined_on": draw.perhaps(draw.day_within(injured_on, _WITHIN)),
        "dependants": draw(dependants(around=injured_on)),
        "completed_on": draw.perhaps(draw.day_within(injured_on, _WITHIN)),
        **{name: draw(_WAGES) for name in ("wage", "original_wage", "wage_in_life")},
    }
    missing = draw.perhaps(Disappearance(hardship=draw.flag()), one_in=_SELDOM)
    # Drawn of a missing worker too, so that missing is not the shorter tale, to which all others shrink.
    at_hand = _treatment(draw, injured_on) | _grading(draw, injured_on, project_worker=facts["project_worker"])
    if missing is None:
        facts |= at_hand
    stopped_on = draw.perhaps(draw.day_within(injured_on, _WITHIN), one_in=_SELDOM)
    return Injury(
        **facts,
        disappearance=missing,
        death=draw.perhaps(_death(draw, injured_on, facts), one_in=_SELDOM),
        stopped_on=stopped_on,
        stop_ground=None if stopped_on is None else draw.one_of(list(StopGround)),
    )


def _treatment(draw: Hand, injured_on: date) -> dict[str, Any]:
    """Draw treatment, leave and travel; of a disease also stays before it was diagnosed."""
    last = later(injured_on, _WITHIN)
    before = draw.day(later(injured_on, -_WITHIN), injured_on)
    exposed_from = draw.perhaps(draw.one_of((injured_on, before)), one_in=_SELDOM)
    return facts_of(draw, Injury, "treatment", "third_party_paid", "aids") | {
        "exposed_from": exposed_from,
        "leave_months": draw.perhaps(draw.count(LAW.leave_months.on(injured_on))),
        "leave_extension_months": draw.count(LAW.leave_extension_months.on(injured_on)),
        "stays": draw(stays(first=exposed_from or injured_on, last=last)),
        "travel_meals": draw(receipts(first=injured_on, last=last)),
        "lodging": draw(receipts(first=injured_on, last=last)),
    }


def _grading(draw: Hand, injured_on: date, *, project_worker: bool) -> dict[str, Any]:
    """Draw a grade and what hangs on it; nothing where there is none."""
    if not draw.flag():
        return {}
    graded_on = draw.day_about(months_after(injured_on, LAW.leave_months.on(injured_on)), injured_on)
    ended = draw(terminations(first=graded_on, last=later(graded_on, _WITHIN), project_worker=project_worker))
    # About the five years before retirement, in which the employment subsidy shrinks, or past it already.
    near = months_after(ended.ended_on, 12 * max(LAW.years_before_retirement.on(ended.ended_on), 1))
    retirement = draw.one_of((draw.day_about(near, ended.ended_on, 15_000), near, later(ended.ended_on, -1)))
    return facts_of(draw, Injury, *_OF_A_GRADE) | {
        "grade": draw(_GRADES),
        "graded_on": graded_on,
        "care_average": draw(_AVERAGES),
        "minimum_wage": draw(_WAGES),
        "retires_on": draw.perhaps(retirement),
        "termination": draw.perhaps(ended),
    }


def _death(draw: Hand, injured_on: date, facts: dict[str, Any]) -> Death:
    """Draw a death, about the end of the leave where its months are known, and not before a grade."""
    end = months_after(injured_on, facts.get("leave_months") or 0)
    died_on = draw.day_about(end, facts.get("graded_on") or injured_on)
    return draw(of(Death, died_on=died_on, average=_AVERAGES))
