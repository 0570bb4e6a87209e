"""Meals in hospital (住院伙食补助费): so much a day, at the level of each day."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import ALLOWANCES
from gxinjury.money import times, to_fen, total
from gxinjury.periods import Period, day_before
from gxinjury.records import Record
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["HospitalMeals", "MealDays", "hospital_meals", "meals_of"]

_MUST_BE_OVER = FactRule(zh="必须有出院日", en="must have a last day", code="not_over")


@attrs.frozen
class MealDays(Record):
    """Days in hospital at one level of meals.

    Args:
        days: The days, both ends counted.
        per_day: The level, in yuan a day.
        amount: What is paid for the days, in yuan to the fen.
    """

    days: Annotated[Period, Text("期间", "days")]
    per_day: Annotated[Yuan, Text("每日标准", "a day")]
    amount: Annotated[Yuan, Text("金额", "amount")]


@attrs.frozen
class HospitalMeals(Record):
    """Meals in hospital, from the fund.

    Args:
        parts: The days by level.
        amount: What is paid in all, in yuan.
    """

    parts: Annotated[tuple[MealDays, ...], Text("分段", "by level")]
    amount: Annotated[Yuan, Text("金额", "amount")]


@rule(ALLOWANCES.clause("meals"), Text("同一标准的住院伙食补助费", "meals at one level"))
def meals_of(days: Period, law: Law) -> MealDays:
    """Meals of days at one level (ALLOWANCES-meals): 15 yuan a day, 25 from 2019-01-01."""
    per_day = law.hospital_meals.on(days.first)
    return MealDays(days, per_day, to_fen(times(per_day, days.days or 0)))


@rule(ALLOWANCES.clause("meals"), Text("住院伙食补助费", "hospital meals"))
def hospital_meals(stay: Period, *, law: Law = LAW) -> HospitalMeals:
    """Hospital meals (住院伙食补助费), paid by the fund a day (ALLOWANCES-meals).

    Args:
        stay: The days in hospital, both ends counted.
        law: The law asked.

    Returns:
        What is paid, by level and in all.

    Raises:
        InvalidFactError: The stay is no Period or has no end.
        NotInForceError: It begins before 2011-01-01.

    >>> from datetime import date
    >>> hospital_meals(Period(date(2018, 12, 27), date(2019, 1, 5))).amount
    Decimal('200.00')
    """
    check_instance("hospital_meals", "stay", stay, Period)
    last = stay.last
    if last is None:
        raise InvalidFactError("hospital_meals", "stay", _MUST_BE_OVER, stay)
    parts = tuple(meals_of(days, law) for days in _by_level(stay.first, last, law.hospital_meals))
    return HospitalMeals(parts, total(part.amount for part in parts))


def _by_level(first: date, last: date, level: Timeline[Yuan]) -> Iterator[Period]:
    """Yield the days of a stay cut where the level changes."""
    for change in level.days():
        if first < change <= last:
            yield Period(first, day_before(change))
            first = change
    yield Period(first, last)
