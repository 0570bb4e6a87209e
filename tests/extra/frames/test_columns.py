"""Columns know between what their rows lie: what is certain is not worked out, and nothing leaves 64 bits."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames._columns import LEAST, MOST, Column, choose, column_of, greatest, least, pick

NUMBERS = st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=4)
OPERATIONS: list[Callable[[Any, Any], Any]] = [
    lambda one, other: one + other,
    lambda one, other: one - other,
    lambda one, other: one < other,
    lambda one, other: one <= other,
    lambda one, other: one > other,
    lambda one, other: one >= other,
    lambda one, other: one == other,
    lambda one, other: one != other,
]


def held(numbers: list[int]) -> Column:
    """Numbers as narrow as they can be held."""
    low, high = min(numbers), max(numbers)
    kind = next(
        kind for kind in (np.int8, np.int32, np.int64) if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max
    )
    return Column(np.array(numbers, kind), low, high)


def told(column: Column, rows: int) -> list[Any]:
    """What a column holds in each row."""
    return np.broadcast_to(column.held, rows).tolist()  # type: ignore[no-any-return]  # numpy tells no type here


@pytest.mark.parametrize("operation", OPERATIONS)
@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=1, max_size=4))
def test_narrow_numbers_make_room(operation: Callable[[Any, Any], Any], pairs: list[tuple[int, int]]) -> None:
    """Numbers of a byte add up to more than a byte holds, and never wrap around."""
    one, other = (held(list(part)) for part in zip(*pairs, strict=True))
    assert told(operation(one, other), len(pairs)) == [operation(*pair) for pair in pairs]
    assert told(operation(one, 200), len(pairs)) == [operation(first, 200) for first, _ in pairs]


@given(st.lists(st.tuples(st.booleans(), st.integers(-300, 300), st.integers(-300, 300)), min_size=1, max_size=4))
def test_a_choice_is_as_wide_as_what_is_chosen(rows: list[tuple[bool, int, int]]) -> None:
    """Of two columns, of a column and a number, of two numbers."""
    when, one, other = zip(*rows, strict=True)
    condition = Column(np.array(when))
    chosen = choose(condition, held(list(one)), held(list(other)))
    assert told(chosen, len(rows)) == [first if holds else last for holds, first, last in rows]
    for first, last in ((100, -100), (1, 0), (200, 100), (5, 5)):
        assert told(choose(condition, first, last), len(rows)) == [first if holds else last for holds in when]


@given(st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=1, max_size=4))
def test_the_lesser_and_the_greater(pairs: list[tuple[int, int]]) -> None:
    """Of two columns, of a column and a number, also where it is certain which it is."""
    one, other = (held(list(part)) for part in zip(*pairs, strict=True))
    for work, as_python in ((least, min), (greatest, max)):
        assert told(work(one, other), len(pairs)) == [as_python(*pair) for pair in pairs]
        for number in (-301, -300, 7, 300, 301):
            found = work(one, number)
            assert told(found, len(pairs)) == [as_python(first, number) for first, _ in pairs]
            assert found.low <= min(told(found, len(pairs))) <= max(told(found, len(pairs))) <= found.high
    assert greatest(2, 5).held == 5


@given(st.lists(st.integers(0, 1), min_size=1, max_size=4))
def test_a_byte_that_is_one_or_zero_is_a_truth_value(numbers: list[int]) -> None:
    """As it stands, with either number and with none."""
    flags = Column(np.array(numbers, np.int8), 0, 1)
    for number in (-1, 0, 1, 2):
        assert told(flags == number, len(numbers)) == [one == number for one in numbers]
        assert told(flags != number, len(numbers)) == [one != number for one in numbers]
    assert told(flags == Column(np.array(numbers, np.int8), 0, 1), len(numbers)) == [True] * len(numbers)


def test_what_is_certain_is_not_worked_out() -> None:
    """Days of this century lie after 1900, whichever they are."""
    days = Column(np.array([16_000, 17_000]), 16_000, 17_000)
    assert (days >= 0).held is True
    assert (days < 16_000).held is False
    assert (days == 15_999).held is False
    assert choose(days > 17_000, 1, days) is days
    assert pick(column_of(1), [5, 7, 9]).held == 7


@given(NUMBERS, NUMBERS)
def test_a_step_that_might_leave_64_bits_is_refused(numbers: list[int], others: list[int]) -> None:
    """By the bounds of what it works on, before anything is worked out."""
    one, other = held(numbers), held(others[:1] * len(numbers))
    low, high = min(numbers) * others[0], max(numbers) * others[0]
    if min(low, high) >= LEAST and max(low, high) <= MOST:
        assert told(one * other, len(numbers)) == [number * others[0] for number in numbers]
    else:
        with pytest.raises(OutOfScopeError, match="a step might leave whole numbers of 64 bits"):
            one * other
