"""Coverage (覆盖率): how many of those that should enrol did."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_count
from gxinjury.law.clauses import GX
from gxinjury.money import Rate, Share, times, to_fen
from gxinjury.records import Record, check_facts
from gxinjury.texts import Language, Text, is_chinese

__all__ = ["Coverage", "coverage"]
_AT_LEAST_ONE: Final = FactRule(
    zh="至少为 1：没有应参保的，就没有覆盖率",
    en="must be at least one: where nothing should enrol there is no coverage",
    code="below_one",
)


def _check_some(record: str, field: str, value: object) -> None:
    check_count(record, field, value)
    if value == 0:
        raise InvalidFactError(record, field, _AT_LEAST_ONE, value)


@attrs.frozen
class Coverage(Record):
    """How many of those that should enrol are enrolled.

    Args:
        should_enrol: How many should enrol, at least one.
        enrolled: How many are enrolled.

    Raises:
        InvalidFactError: A count is negative or no whole number, or nothing should enrol.

    >>> shown = Coverage(30_000, 20_999)
    >>> str(shown), shown.meets(Rate.percent(70)), shown.left
    ('70.00% (20999/30000)', False, 9001)
    """

    should_enrol: Annotated[int, _check_some, Text("应参保数", "should enrol")]
    enrolled: Annotated[int, Text("已参保数", "enrolled")]

    __attrs_post_init__ = check_facts

    @property
    def rate(self) -> Fraction:
        """The exact ratio."""
        return Fraction(self.enrolled, self.should_enrol)

    @property
    def left(self) -> int:
        """How many are still to enrol; never below zero."""
        return max(self.should_enrol - self.enrolled, 0)

    def meets(self, rate: Rate) -> bool:
        """Return whether coverage reaches a rate, by multiplication crosswise and never by a rounded percentage."""
        return times(Decimal(self.should_enrol), rate.fraction) <= self.enrolled

    def left_to(self, rate: Rate) -> int:
        """Return how many are still to enrol until coverage reaches a rate; never below zero.

        >>> Coverage(2141, 1366).left_to(Rate.percent(70)), Coverage(2141, 1366).left
        (133, 775)
        """
        return max(ceil(times(Decimal(self.should_enrol), rate.fraction)) - self.enrolled, 0)

    def __str__(self) -> str:
        return f"{self._percent} ({self.enrolled}/{self.should_enrol})"

    def text(self, language: Language) -> str:
        """Return the coverage as a language writes it."""
        return str(self) if not is_chinese(language) else f"{self._percent}（{self.enrolled}/{self.should_enrol}）"

    @property
    def _percent(self) -> str:
        return f"{to_fen(Share(self.enrolled, self.should_enrol).of(Decimal(100)))}%"


@rule(GX.clause("3.3"), Text("覆盖率", "coverage"))
def coverage(*, should_enrol: int, enrolled: int) -> Coverage | None:
    """Coverage (GX-3.3): those enrolled of those that should enrol; None where nothing should enrol.

    Args:
        should_enrol: How many units, or persons, should enrol.
        enrolled: How many are enrolled.

    Raises:
        InvalidFactError: A count is negative or no whole number.

    >>> coverage(should_enrol=200, enrolled=140).meets(Rate.percent(70))
    True
    >>> coverage(should_enrol=0, enrolled=0) is None
    True
    """
    check_count("coverage", "should_enrol", should_enrol)
    check_count("coverage", "enrolled", enrolled)
    return Coverage(should_enrol, enrolled) if should_enrol else None
