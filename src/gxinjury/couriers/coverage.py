"""Coverage (覆盖率): how many of those that should enrol did."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Annotated

import attrs

from gxinjury.explanations import rule
from gxinjury.facts import check_count
from gxinjury.law.clauses import GX
from gxinjury.money import Rate, Share, times, to_fen
from gxinjury.texts import Language, Text

__all__ = ["Coverage", "coverage"]


@attrs.frozen
class Coverage:
    """How many of those that should enrol are enrolled.

    Args:
        should_enrol: How many should enrol, at least one.
        enrolled: How many are enrolled.

    >>> shown = Coverage(30_000, 20_999)
    >>> str(shown), shown.meets(Rate.percent(70)), shown.left
    ('70.00% (20999/30000)', False, 9001)
    """

    should_enrol: Annotated[int, Text("应参保数", "should enrol")]
    enrolled: Annotated[int, Text("已参保数", "enrolled")]

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
        return str(self) if language == "en" else f"{self._percent}（{self.enrolled}/{self.should_enrol}）"

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
