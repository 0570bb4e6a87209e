"""A column as a rule sees it (列): the same operators whether its rows are at hand or still a plan of an engine.

Rows at hand are arrays of numpy, a plan is an expression of narwhals. A rule is written once, on columns.
"""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

import attrs
import narwhals as nw
import numpy as np

C = TypeVar("C")

Number: TypeAlias = "Column | int"
"""A number a row, or the same one in every row."""


@attrs.frozen(eq=False)
class Column:  # noqa: PLW1641  (no more to be hashed than an array)
    """Whole numbers or truth values, one a row."""

    held: Any  # an array of numpy, or an expression of narwhals

    def __add__(self, other: Number) -> "Column":
        return Column(self.held + _held(other))

    def __sub__(self, other: Number) -> "Column":
        return Column(self.held - _held(other))

    def __rmul__(self, other: int) -> "Column":
        return self * other

    def __mul__(self, other: Number) -> "Column":
        return Column(self.held * _held(other))

    def __floordiv__(self, other: Number) -> "Column":
        return Column(self.held // _held(other))

    def __and__(self, other: "Column") -> "Column":
        return Column(self.held & other.held)

    def __or__(self, other: "Column") -> "Column":
        return Column(self.held | other.held)

    def __invert__(self) -> "Column":
        return Column(~self.held)

    def __eq__(self, other: Number) -> "Column":  # type: ignore[override]  # a comparison is a column, as in numpy
        return Column(self.held == _held(other))

    def __ne__(self, other: Number) -> "Column":  # type: ignore[override]  # as before
        return Column(self.held != _held(other))

    def __lt__(self, other: Number) -> "Column":
        return Column(self.held < _held(other))

    def __le__(self, other: Number) -> "Column":
        return Column(self.held <= _held(other))

    def __gt__(self, other: Number) -> "Column":
        return Column(self.held > _held(other))

    def __ge__(self, other: Number) -> "Column":
        return Column(self.held >= _held(other))


def _held(number: Number) -> Any:  # noqa: ANN401  (an array, an expression, a number)
    return number.held if isinstance(number, Column) else number


def choose(when: Column, then: Number, otherwise: Number) -> Column:
    """Return one number where a condition holds and another where it does not."""
    if isinstance(when.held, np.ndarray):
        # Several times faster than numpy's own choice, and exact: what wraps around on the way comes back.
        chosen = (_held(then) - _held(otherwise)) * when.held
        if not isinstance(otherwise, int):
            chosen += otherwise.held
        elif otherwise:
            chosen += otherwise
        return Column(chosen)
    return Column(nw.when(when.held).then(_planned(then)).otherwise(_planned(otherwise)))


def _planned(number: Number) -> Any:  # noqa: ANN401  (an expression)
    return number.held if isinstance(number, Column) else nw.lit(number, nw.Int64)


def pick(place: Column, numbers: Sequence[int]) -> Column:
    """Return the number that stands in a place of a list, whose places are all the column holds."""
    if isinstance(place.held, np.ndarray):
        return Column(np.array(numbers, np.int64)[place.held])
    result = Column(nw.lit(numbers[-1], nw.Int64))
    for one, number in enumerate(numbers[:-1]):
        result = choose(place == one, number, result)
    return result


def all_of(conditions: Sequence[Column]) -> Column:
    """Return where all conditions hold."""
    return reduce(and_, conditions)


def any_of(conditions: Sequence[Column]) -> Column:
    """Return where one of the conditions holds."""
    return reduce(or_, conditions)


@attrs.frozen
class Known(Generic[C]):
    """What is known of something in each row, as expressions, arrays or columns."""

    value: C  # a whole number, any where it is not known
    known: C  # whether it is known
    faults: tuple[tuple[str, C], ...] = ()  # where it cannot be read, by the code of the reason


class CivilDay(NamedTuple):
    """A day as year, month and day of the month."""

    year: Column
    month: Column
    day: Column
