"""Hospital and travel (住院伙食补助、异地就医交通食宿): so much a day in hospital, receipts up to a cap on the way."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, amount, check_instance, records
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import ALLOWANCES
from gxinjury.money import minus, times, to_fen, total
from gxinjury.periods import Period, day_before
from gxinjury.records import AboveZero, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

_MUST_BE_OVER = FactRule(zh="必须有出院日", en="must have a last day", code="not_over")


@attrs.frozen
class MealDays:
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
class HospitalMeals:
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

    >>> hospital_meals(Period(date(2018, 12, 27), date(2019, 1, 5))).amount
    Decimal('200.00')
    """
    check_instance("hospital_meals", "stay", stay, Period)
    if stay.last is None:
        raise InvalidFactError("hospital_meals", "stay", _MUST_BE_OVER, stay)
    parts = tuple(meals_of(days, law) for days in _by_level(stay, law.hospital_meals))
    return HospitalMeals(parts, total(part.amount for part in parts))


def _by_level(stay: Period, level: Timeline[Yuan]) -> Iterator[Period]:
    """Yield the stay cut at the days on which the level changes."""
    first = stay.first
    for change in level.days():
        if first < change and (stay.last is None or change <= stay.last):
            yield Period(first, day_before(change))
            first = change
    yield Period(first, stay.last)


@attrs.frozen
class Receipt:
    """A receipt for meals or lodging while travelling to approved treatment outside the pooling area.

    Args:
        day: The day that it is for.
        amount: What was paid, in yuan.

    >>> Receipt(day=date(2018, 5, 4), amount=150).amount
    Decimal('150')
    """

    day: Annotated[date, Text("日期", "day")]
    amount: Annotated[AboveZero, Text("金额", "amount")] = attrs.field(converter=amount)

    __attrs_post_init__ = check_facts


@attrs.frozen
class Reimbursement:
    """What of receipts the fund pays.

    Args:
        paid: Within the daily cap, in yuan.
        own: What is left to the worker, in yuan.
    """

    paid: Annotated[Yuan, Text("基金支付", "paid by the fund")]
    own: Annotated[Yuan, Text("个人负担", "left to the worker")]


@rule(ALLOWANCES.clause("travel"), Text("异地就医伙食费", "meals while travelling"))
def travel_meals(receipts: Iterable[Receipt], *, law: Law = LAW) -> Reimbursement:
    """Meals while travelling to treatment (异地就医伙食费): receipts, each day up to the cap (ALLOWANCES-travel).

    Args:
        receipts: The receipts, in any order.
        law: The law asked.

    Returns:
        What the fund pays and what is left to the worker.

    Raises:
        InvalidFactError: Something is no receipt.
        NotInForceError: A day lies before 2011-01-01.

    >>> travel_meals([Receipt(day=date(2018, 12, 31), amount=90), Receipt(day=date(2019, 1, 1), amount=90)])
    Reimbursement(paid=Decimal('130.00'), own=Decimal('50.00'))
    """
    return _up_to(records("travel_meals", "receipts", receipts, Receipt), law.travel_meals)


@rule(ALLOWANCES.clause("lodging"), Text("异地就医住宿费", "lodging while travelling"))
def lodging(receipts: Iterable[Receipt], *, law: Law = LAW) -> Reimbursement:
    """Lodging while travelling to treatment (异地就医住宿费): receipts, each day up to the cap (ALLOWANCES-lodging).

    Args:
        receipts: The receipts, in any order.
        law: The law asked.

    Returns:
        What the fund pays and what is left to the worker.

    Raises:
        InvalidFactError: Something is no receipt.
        NotInForceError: A day lies before 2011-01-01.

    >>> lodging([Receipt(day=date(2018, 12, 31), amount=200)]).paid
    Decimal('110.00')
    """
    return _up_to(records("lodging", "receipts", receipts, Receipt), law.lodging)


def _up_to(receipts: tuple[Receipt, ...], cap: Timeline[Yuan]) -> Reimbursement:
    paid = []
    for day in sorted({receipt.day for receipt in receipts}):
        of_the_day = total(receipt.amount for receipt in receipts if receipt.day == day)
        paid.append(to_fen(min(of_the_day, cap.on(day))))
    in_all = total(paid)
    return Reimbursement(in_all, minus(total(receipt.amount for receipt in receipts), in_all))
