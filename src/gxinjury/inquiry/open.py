"""Facts that are not known (未知事实): left out, one of several, or a day between two.

The functions are typed as what they stand for, so that ``partial(SiteInjury, on_site=one_of(True, False))`` passes a
type checker, which still minds the names.
"""

from datetime import date
from functools import cached_property, partial
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_day, check_not_before
from gxinjury.inquiry.words import WORDS
from gxinjury.periods import days_after

__all__ = ["OPEN", "Between", "OneOf", "Open", "Unknown", "between", "one_of", "partly", "unknown"]

V = TypeVar("V")


@attrs.frozen
class Unknown:
    """A fact of which nothing is known; :func:`unknown` makes it."""

    def __repr__(self) -> str:
        return "unknown()"


@attrs.frozen(eq=False)
class OneOf:
    """A fact that has one of several values; :func:`one_of` makes it. An open one among them stands for its own."""

    candidates: tuple[object, ...]

    def __repr__(self) -> str:
        return f"one_of({', '.join(map(repr, self.candidates))})"


@attrs.frozen
class Between:
    """A day of a closed range; :func:`between` makes it."""

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        check_day("between", "first", self.first)
        check_day("between", "last", self.last)
        check_not_before("between", "last", self.last, "first", self.first)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days in order."""
        return tuple(days_after(self.first, count) for count in range((self.last - self.first).days + 1))

    def __repr__(self) -> str:
        return f"between({self.first}, {self.last})"


Open: TypeAlias = Unknown | OneOf | Between
OPEN = (Unknown, OneOf, Between)


def unknown() -> Any:  # noqa: ANN401  (stands for a fact of any type)
    """Return what stands for a fact of which nothing is known, as if it were left out.

    >>> unknown()
    unknown()
    """
    return Unknown()


def one_of(*candidates: V) -> V:
    """Return what stands for a fact that has one of these values; ``between(first, last)`` among them for its days.

    Raises:
        InvalidFactError: There is none.

    >>> one_of(None, between(date(2016, 6, 1), date(2016, 6, 30)))
    one_of(None, between(2016-06-01, 2016-06-30))
    """
    if not candidates:
        raise InvalidFactError("one_of", "candidates", WORDS.texts["must_have_a_candidate"], candidates)
    return cast("V", OneOf(candidates))


def between(first: date, last: date) -> date:
    """Return what stands for a day of a closed range, both ends included.

    Raises:
        InvalidFactError: An end is no day, or the last lies before the first.

    >>> between(date(2016, 6, 1), date(2016, 6, 30))
    between(2016-06-01, 2016-06-30)
    """
    return cast("date", Between(first, last))


def partly(record: partial[V]) -> V:
    """Return a partial record typed as its record, where it is a fact of another record.

    >>> from gxinjury.construction import Contract
    >>> partly(partial(Contract, price=100)).keywords
    {'price': 100}
    """
    return cast("V", record)
