"""What the questions of this room let in (待遇各问的入口查验): wages of many digits, the day whose figures apply."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, TypeAlias

from gxinjury.benefits.findings import Cautions
from gxinjury.explanations import caution
from gxinjury.facts import Sign, Yuan, amount, check_amount, check_optional_day
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.money import to_fen
from gxinjury.timelines import Timeline

__all__ = ["Wage", "check_wage", "day_asked", "wage_of"]

_TOO_LARGE: Final = 10**15


def wage_of(question: str, field: str, value: Decimal | int | str) -> Yuan:
    """Return a wage that a question was given; unlike what records let in it may be exact to many digits.

    Raises:
        InvalidFactError: It is no amount above zero.

    >>> wage_of("lump_sum_disability_subsidy", "wage", 0)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: lump_sum_disability_subsidy.wage must be above zero, got 0
    """
    read = amount(value)
    check_wage(question, field, read)
    return read


def check_wage(record: str, field: str, value: object) -> None:
    """Refuse what is no wage above zero."""
    if isinstance(value, Decimal) and value.is_finite() and 1 <= value < _TOO_LARGE:
        value = to_fen(value)
    check_amount(record, field, value, Sign.POSITIVE)


Wage: TypeAlias = Annotated[Yuan, Sign.POSITIVE, check_wage]
"""A field that holds a wage."""


def day_asked(question: str, on: date | None, figure: Timeline[Any]) -> date:
    """Return the day whose figures a question asks for; without one, the last on which the figure changed.

    That may be a day to come. Where the figure has more than one value, the answer says whose it took.

    Raises:
        InvalidFactError: It is no day.
    """
    check_optional_day(question, "on", on)
    if on is not None:
        return on
    latest = max(figure.days(), default=REVISED_FROM)
    if any(entry.value != figure.entries[-1].value for entry in figure.entries):
        caution(Cautions.day_not_told, first=latest)
    return latest
