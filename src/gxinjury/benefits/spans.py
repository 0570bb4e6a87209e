"""The dependants' pension by days (供养亲属抚恤金分段): each share has its own first and last day.

When one share ends, the others of a capped family grow.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Annotated

import attrs

from gxinjury.benefits.dependants import Dependant, dependants_in_order
from gxinjury.benefits.pension import DependantsPension, dependants_pension
from gxinjury.explanations import rule
from gxinjury.facts import (
    check_day,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.periods import Period, day_after, day_before, earlier, months_after
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["PensionSpan", "dependant_days", "never_drawing", "pension_spans"]


@attrs.frozen
class PensionSpan(Record):
    """Days on which the same dependants draw.

    Args:
        days: The days; open where no end is known.
        pension: What they draw a month.
    """

    days: Annotated[Period, Text("期间", "days")]
    pension: Annotated[DependantsPension, Text("供养亲属抚恤金", "dependants' pension")]


@rule(REG.clause("39"), Text("供养亲属享受期间", "days of a dependant's share"))
def dependant_days(dependant: Dependant, pension_from: date, law: Law) -> Period | None:
    """Days on which one dependant draws (REG-39); None where the share is over before it begins.

    A child or sibling draws from birth to the day before turning 18, unless unable to work.

    >>> from gxinjury import LAW
    >>> from gxinjury.benefits import DependantKind
    >>> born_later = Dependant(name="child", kind=DependantKind.CHILD, born_on=date(2022, 5, 10))
    >>> str(dependant_days(born_later, date(2022, 3, 2), LAW))
    '2022-05-10..2040-05-09'
    """
    first = max(day for day in (pension_from, dependant.first, dependant.born_on) if day is not None)
    last = dependant.last
    if dependant.born_on is not None and not dependant.unable_to_work:
        of_age = months_after(dependant.born_on, 12 * law.dependant_child_years.on(pension_from))
        last = earlier(last, day_before(of_age))
    return None if last is not None and last < first else Period(first, last)


@rule(REG.clause("39"), Text("供养亲属抚恤金分段", "dependants' pension by days"))
def pension_spans(
    dependants: Iterable[Dependant],
    wage: Decimal | int | str,
    *,
    pension_from: date,
    divide: bool = False,
    wage_in_life: Decimal | int | str | None = None,
    law: Law = LAW,
) -> tuple[PensionSpan, ...]:
    """Dependants' pension by the days on which the same dependants draw (REG-39): when one share ends, others may grow.

    Args:
        dependants: All who ever draw, in any order, each with the days that are known.
        wage: As in :func:`~gxinjury.benefits.pension.dependants_pension`, and so are the next two and the law.
        pension_from: The day from which the pension is due, whose shares apply.
        divide: Whether a capped sum is divided.
        wage_in_life: What the worker earned in life.
        law: The law asked.

    Returns:
        The spans in order; days on which nobody draws are in none.

    Raises:
        InvalidFactError: As :func:`~gxinjury.benefits.pension.dependants_pension` raises it.
        NotInForceError: ``pension_from`` lies before 2011-01-01.

    >>> from gxinjury.benefits import DependantKind
    >>> family = [
    ...     Dependant(name="mother", kind=DependantKind.OTHER),
    ...     Dependant(name="son", kind=DependantKind.CHILD, born_on=date(2006, 9, 1)),
    ... ]
    >>> for span in pension_spans(family, 5000, pension_from=date(2022, 3, 2)):
    ...     print(span.days, span.pension.total)
    2022-03-02..2024-08-31 3000.00
    2024-09-01.. 1500.00
    """
    named = dependants_in_order("dependants_pension", dependants)
    check_day("dependants_pension", "pension_from", pension_from)
    days = [(one, dependant_days(one, pension_from, law)) for one in named]
    drawing = [(one, each) for one, each in days if each is not None]
    starts = sorted({day for _, each in drawing for day in (each.first, _day_past(each)) if day is not None})
    spans = []
    for first, following in zip_longest(starts, starts[1:]):
        family = tuple(one for one, each in drawing if first in each)
        if family:
            pension = dependants_pension(
                family, wage, divide=divide, wage_in_life=wage_in_life, on=pension_from, law=law
            )
            spans.append(PensionSpan(Period(first, None if following is None else day_before(following)), pension))
    return tuple(spans)


def _day_past(days: Period) -> date | None:
    return None if days.last is None else day_after(days.last)


def never_drawing(dependants: Iterable[Dependant], pension_from: date, law: Law) -> tuple[str, ...]:
    """Return the names, ids masked, of those whose share is over before it begins."""
    return tuple(str(one.name) for one in dependants if dependant_days(one, pension_from, law) is None)
