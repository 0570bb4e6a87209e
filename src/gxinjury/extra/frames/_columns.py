"""A column as a rule sees it (列): the same operators whether its rows are at hand or still a plan of an engine.

Rows at hand are arrays of numpy, a plan is a text of SQL, and what is the same in all rows
is a plain number or truth value. A column of numbers also tells between which of them all of its rows lie. So what is
certain is not worked out row by row, small numbers take a byte, and a step that might leave 64 bits is not taken.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import add, and_, eq, floordiv, le, lt, mul, or_, sub
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs
import numpy as np

from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames.words import TOO_LARGE

C = TypeVar("C")

Number: TypeAlias = "Column | int"
"""A number a row, or the same one in every row."""

LEAST: Final = -(2**63)
MOST: Final = 2**63 - 1
DIVIDED: Final = "\x1f"
"""What stands in a text for the sign of a whole quotient, which Spark has another one for."""
_SIGNS: Final = {
    add: "+", sub: "-", mul: "*", floordiv: DIVIDED, and_: "AND", or_: "OR", eq: "=", lt: "<", le: "<=",
}  # fmt: skip
_CALLS: Final = {np.minimum: "LEAST", np.maximum: "GREATEST"}
_CASE: Final = "(CASE "
_NARROW: Final = tuple(np.iinfo(kind) for kind in (np.int8, np.int32, np.int64))


@attrs.frozen(eq=False)
class Column:  # noqa: PLW1641  (no more to be hashed than an array)
    """Whole numbers or truth values, one a row."""

    held: Any  # an array, a text of SQL; or what is the same in all rows
    low: int = LEAST  # of numbers, the least that a row may hold
    high: int = MOST  # and the most

    def __add__(self, other: Number) -> "Column":
        one = column_of(other)
        return _number(add, self, one, (self.low + one.low, self.high + one.high))

    def __sub__(self, other: Number) -> "Column":
        one = column_of(other)
        return _number(sub, self, one, (self.low - one.high, self.high - one.low))

    def __rmul__(self, other: int) -> "Column":
        return self * other

    def __mul__(self, other: Number) -> "Column":
        one = column_of(other)
        if one.low == one.high == 1:
            return self
        ends = self.low * one.low, self.low * one.high, self.high * one.low, self.high * one.high
        return _number(mul, self, one, (min(ends), max(ends)))

    def __floordiv__(self, other: Number) -> "Column":
        one = column_of(other)
        if one.low == one.high == 1:
            return self
        # What is divided is not negative, but in a test of numbers that may be: there it is rounded as it may.
        by = max(one.low, 1), max(one.high, 1)
        ends = tuple(part // each for part in (self.low, self.high) for each in by)
        return _number(floordiv, self, one, (min(ends), max(ends)))

    def __and__(self, other: "Column") -> "Column":
        if isinstance(self.held, bool):
            return other if self.held else self
        if isinstance(other.held, bool):
            return self if other.held else other
        return Column(_worked(and_, self.held, other.held))

    def __or__(self, other: "Column") -> "Column":
        if isinstance(self.held, bool):
            return self if self.held else other
        if isinstance(other.held, bool):
            return other if other.held else self
        return Column(_worked(or_, self.held, other.held))

    def __invert__(self) -> "Column":
        if isinstance(self.held, Sql):
            return Column(Sql(f"(NOT {self.held.text})", self.held.stage))
        return Column(not self.held if isinstance(self.held, bool) else ~self.held)

    def __eq__(self, other: Number) -> "Column":  # type: ignore[override]  # a comparison is a column, as in numpy
        one = column_of(other)
        if self.high < one.low or one.high < self.low:
            return Column(held=False)
        return Column(_worked(eq, self.held, one.held))

    def __ne__(self, other: Number) -> "Column":  # type: ignore[override]  # as before
        return ~(self == other)

    def __lt__(self, other: Number) -> "Column":
        one = column_of(other)
        if self.high < one.low or self.low >= one.high:
            return Column(self.high < one.low)
        return Column(_worked(lt, self.held, one.held))

    def __le__(self, other: Number) -> "Column":
        one = column_of(other)
        if self.high <= one.low or self.low > one.high:
            return Column(self.high <= one.low)
        return Column(_worked(le, self.held, one.held))

    def __gt__(self, other: Number) -> "Column":
        return column_of(other) < self

    def __ge__(self, other: Number) -> "Column":
        return column_of(other) <= self

    def within(self, low: int, high: int) -> "Column":
        """Return it known to lie between two numbers."""
        low, high = max(low, self.low), min(high, self.high)
        return Column(low, low, low) if low == high else Column(self.held, low, high)

    def is_in(self, numbers: Sequence[int]) -> "Column":
        """Return where a plan's number is one of some."""
        return Column(Sql(f"({self.held.text} IN ({', '.join(map(str, numbers))}))", self.held.stage))

    def times(self, other: Number, most: int) -> "Column":
        """Return the product of numbers that are not negative, known to be so much at the most."""
        one = column_of(other)
        held = _worked(mul, _roomy(self.held, LEAST, MOST), _roomy(one.held, LEAST, MOST))
        return column_of(held) if isinstance(held, int) else Column(held).within(0, min(most, self.high * one.high))


def column_of(number: Number) -> Column:
    """Return a number as a column."""
    return number if isinstance(number, Column) else Column(number, number, number)


@attrs.frozen
class Sql:
    """What a column holds, as a text of SQL."""

    text: str
    stage: int = 0  # the first in which all that it rests on is there


def sql_of(value: Any) -> Sql:  # noqa: ANN401  (a text, a number, a truth value)
    """Return what is the same in all rows as a text."""
    if isinstance(value, Sql):
        return value
    return Sql(str(value).upper() if isinstance(value, bool) else f"CAST({value} AS BIGINT)")


def _worked(work: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:  # noqa: ANN401  (arrays, texts, numbers)
    if not isinstance(one, Sql) and not isinstance(other, Sql):
        return work(one, other)
    # A number beside what has 64 bits has them as well.
    first, last = (each if isinstance(each, Sql) else Sql(str(each)) for each in (one, other))
    stage = max(first.stage, last.stage)
    if work in _CALLS:
        return Sql(f"{_CALLS[work]}({first.text}, {last.text})", stage)
    return Sql(f"({first.text} {_SIGNS[work]} {last.text})", stage)


def _number(work: Callable[[Any, Any], Any], one: Column, other: Column, ends: tuple[int, int]) -> Column:
    low, high = ends
    if low < LEAST or high > MOST:
        raise OutOfScopeError(TOO_LARGE, code="too_large", values={"least": low, "most": high})
    if low == high:
        return column_of(low)
    bounds = min(low, one.low, other.low), max(high, one.high, other.high)
    return Column(_worked(work, _roomy(one.held, *bounds), _roomy(other.held, *bounds)), low, high)


def narrowest(low: int, high: int) -> Any:  # noqa: ANN401  (a type of numpy)
    """Return the narrowest type that holds all numbers between two."""
    return next(one.dtype for one in _NARROW if one.min <= low and high <= one.max)


def _roomy(held: Any, low: int, high: int) -> Any:  # noqa: ANN401  (an array, a text, a number)
    """Return an array with room for what comes of it."""
    if not isinstance(held, np.ndarray):
        return held
    return np.asarray(held, np.promote_types(held.dtype, narrowest(low, high)))


def choose(when: Column, then: Number, otherwise: Number) -> Column:
    """Return one number where a condition holds and another where it does not."""
    one, other = column_of(then), column_of(otherwise)
    if isinstance(when.held, bool):
        return one if when.held else other
    low, high = min(one.low, other.low), max(one.high, other.high)
    if low == high:
        return one
    if not isinstance(when.held, np.ndarray):
        return Column(_case(when.held, sql_of(one.held), sql_of(other.held)), low, high)
    # Several times faster than numpy's own choice, and exact: what wraps around on the way comes back.
    more = _roomy(one.held, low, high) - _roomy(other.held, low, high)
    if isinstance(more, int):
        more = narrowest(min(low, more), max(high, more)).type(more)
    # Bytes by bytes is swifter than truth values by bytes.
    chosen = (when.held.view(np.int8) if more.dtype == np.int8 else when.held) * more
    if other.low or other.high:
        chosen += other.held
    return Column(chosen, low, high)


def _case(when: Sql, one: Sql, other: Sql) -> Sql:
    # A choice between more than two is one, which a parser takes however long it is.
    rest = other.text.removeprefix(_CASE) if other.text.startswith(_CASE) else f"ELSE {other.text} END)"
    return Sql(f"{_CASE}WHEN {when.text} THEN {one.text} {rest}", max(when.stage, one.stage, other.stage))


def least(one: Number, other: Number) -> Column:
    """Return the lesser of two numbers."""
    first, last = column_of(one), column_of(other)
    if first.high <= last.low:
        return first
    if last.high <= first.low:
        return last
    return _number(np.minimum, first, last, (min(first.low, last.low), min(first.high, last.high)))


def greatest(one: Number, other: Number) -> Column:
    """Return the greater of two numbers."""
    first, last = column_of(one), column_of(other)
    if first.high <= last.low:
        return last
    if last.high <= first.low:
        return first
    return _number(np.maximum, first, last, (max(first.low, last.low), max(first.high, last.high)))


def pick(place: Column, numbers: Sequence[int]) -> Column:
    """Return the number that stands in a place of a list, whose places are all the column holds."""
    first, last = max(place.low, 0), min(place.high, len(numbers) - 1)
    if isinstance(place.held, np.ndarray):
        low, high = min(numbers), max(numbers)
        return Column(np.array(numbers, narrowest(low, high))[place.held], low, high)
    result = column_of(numbers[last])
    for one in range(first, last):
        result = choose(place == one, numbers[one], result)
    return result


def all_of(conditions: Sequence[Column]) -> Column:
    """Return where all conditions hold."""
    return reduce(and_, each_once(conditions), Column(held=True))


def any_of(conditions: Sequence[Column]) -> Column:
    """Return where one of the conditions holds."""
    return reduce(or_, each_once(conditions), Column(held=False))


def each_once(conditions: Sequence[Column]) -> Sequence[Column]:
    """Return conditions without those that are another of them as well."""
    return list({one.held if isinstance(one.held, Sql) else id(one.held): one for one in conditions}.values())


@attrs.frozen
class Known(Generic[C]):
    """What is known of something in each row, as expressions, arrays or columns."""

    value: C  # a whole number, any where it is not known; a truth value will do for one
    known: C  # whether it is known; of rows at hand, True where all of them are
    faults: tuple[tuple[str, C], ...] = ()  # where it cannot be read, by the code of the reason
