"""Columns know between what their rows lie: what is certain is not worked out, and nothing leaves 64 bits."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames._columns import (
    LEAST,
    MOST,
    Column,
    Sql,
    all_of,
    any_of,
    choose,
    column_of,
    each_once,
    greatest,
    least,
    narrowest,
    pick,
)

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


def test_what_is_certainly_the_lesser_is_it() -> None:
    """Handed on as it is, also where the two may be the same."""
    one, other = Column(np.array([1, 3]), 1, 3), Column(np.array([3, 5]), 3, 5)
    assert least(one, other) is least(other, one) is one
    assert greatest(one, other) is greatest(other, one) is other


@given(st.lists(st.integers(0, 1), min_size=1, max_size=4))
def test_a_number_that_is_one_or_zero_is_compared(numbers: list[int]) -> None:
    """With either number and with none, as a byte or wider."""
    flags = Column(np.array(numbers, np.int8), 0, 1)
    for number in (-1, 0, 1, 2):
        assert told(flags == number, len(numbers)) == [one == number for one in numbers]
        assert told(flags != number, len(numbers)) == [one != number for one in numbers]
    assert told(flags == Column(np.array(numbers, np.int8), 0, 1), len(numbers)) == [True] * len(numbers)
    wide = Column(np.array(numbers), 0, 1)
    assert told(wide == 1, len(numbers)) == [one == 1 for one in numbers]


def test_what_is_certain_is_not_worked_out() -> None:
    """Days of this century lie after 1900, whichever they are."""
    days = Column(np.array([16_000, 17_000]), 16_000, 17_000)
    assert (days >= 0).held is True
    assert (days < 16_000).held is False
    assert (days == 15_999).held is False
    assert choose(days > 17_000, 1, days) is days
    assert pick(column_of(1), [5, 7, 9]).held == 7


SPANS = [(low, high) for low in range(-2, 3) for high in range(low, 3)]


def crossed(first: tuple[int, int], last: tuple[int, int]) -> tuple[list[int], Column, list[int], Column]:
    """All pairs of numbers of two spans, as two columns that know between what they lie."""
    pairs = [(one, other) for one in range(first[0], first[1] + 1) for other in range(last[0], last[1] + 1)]
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    return ones, held(ones).within(*first), others, held(others).within(*last)


@pytest.mark.parametrize("work", [*OPERATIONS, lambda one, other: one * other, min, max])
def test_a_column_knows_its_ends(work: Callable[[Any, Any], Any]) -> None:
    """Neither more nor less than what may come of all rows; what is the same in all of them is no array."""
    on_columns: Callable[[Any, Any], Any] = least if work is min else greatest if work is max else work
    for first in SPANS:
        for last in SPANS:
            ones, one, others, other = crossed(first, last)
            expected = [work(*pair) for pair in zip(ones, others, strict=True)]
            found = on_columns(one, other)
            assert told(found, len(expected)) == expected
            if isinstance(expected[0], bool):
                is_certain = isinstance(found.held, bool)
            else:
                assert (found.low, found.high) == (min(expected), max(expected))
                is_certain = isinstance(found.held, int)
            assert is_certain == (len(set(expected)) == 1), (first, last)
            assert is_certain or found.held.dtype.itemsize == 1


def test_quotients_know_their_ends() -> None:
    """Of numbers that are not negative, by such as are above zero, whatever their column may hold besides."""
    for high in range(4):
        for low, most in ((1, 1), (1, 3), (2, 3), (-1, 3), (0, 1), (-3, -1)):
            numbers = Column(np.array([high, high + 4]), high, high + 4)
            by = max(low, 1), max(most, 1)
            found = numbers // Column(np.array([by[0], by[1]]), low, most)
            assert (found.low, found.high) == (high // by[1], (high + 4) // by[0])
    one = Column(np.array([4, 5]), 4, 5)
    assert one // 1 is one
    assert one * 1 is one
    assert (1 * one) is one
    assert told(3 * one, 2) == told(one * 3, 2) == [12, 15]
    assert told(one // 2, 2) == [2, 2]


def test_products_that_are_known_to_be_less() -> None:
    """In 64 bits, up to what is told and to what the factors allow."""
    one, other = Column(np.array([0, 100], np.int8), 0, 100), Column(np.array([7, 90], np.int8), 7, 90)
    for most, high in ((10**6, 9000), (9001, 9000), (9000, 9000), (8999, 8999)):
        found = one.times(other, most)
        assert (found.low, found.high, told(found, 2)) == (0, high, [0, 9000])
    assert one.times(3, 10**6).held.tolist() == [0, 300]
    same = column_of(7).times(5, 10**6)
    assert (same.held, same.low, same.high) == (35, 35, 35)
    assert Column(5, 5, 5).times(other, 10**6).held.tolist() == [35, 450]


def test_what_is_known_to_lie_within() -> None:
    """Both are known: what was before, and what is told."""
    one = Column(np.array([2, 5]), 0, 9)
    for told_ends, ends in (((2, 5), (2, 5)), ((-3, 20), (0, 9)), ((1, 20), (1, 9)), ((-1, 8), (0, 8))):
        found = one.within(*told_ends)
        assert (found.low, found.high) == ends
        assert found.held is one.held
    assert (one.within(4, 4).held, one.within(9, 9).low) == (4, 9)


def test_a_truth_value_for_all_rows_is_not_worked_with() -> None:
    """What it stands beside, or it itself, is the answer as it is."""
    some, yes, no = Column(np.array([True, False])), Column(held=True), Column(held=False)
    for found, expected in (
        (some & yes, some), (some & no, no), (yes & some, some), (no & some, no),
        (some | yes, yes), (some | no, some), (yes | some, yes), (no | some, some),
    ):  # fmt: skip
        assert found is expected
    assert ((~yes).held, (~no).held, (~some).held.tolist()) == (False, True, [False, True])
    assert (all_of([]).held, any_of([]).held) == (True, False)
    assert each_once([some, yes, some]) == [some, yes]
    assert len(each_once([Column(Sql("a")), Column(Sql("b")), Column(Sql("a"))])) == 2


def test_a_choice_knows_its_ends() -> None:
    """As wide as both; what is chosen for all rows is handed on as it is."""
    some = Column(np.array([True, False]))
    one, other = Column(np.array([1, 2], np.int8), 1, 2), Column(np.array([7, 9], np.int8), 7, 9)
    for when, expected in ((True, one), (False, other)):
        assert choose(Column(held=when), one, other) is expected
    assert [(found.low, found.high) for found in (choose(some, one, other), choose(some, other, one))] == [(1, 9)] * 2
    below, above = (Column(np.array([0, end], np.int8), min(0, end), max(0, end)) for end in (-5, 5))
    assert [told(choose(some, one, end), 2) for end in (below, above)] == [[1, -5], [1, 5]]
    for then, otherwise, kind in (
        (1, 0, np.int8), (100, -100, np.int32), (200, 100, np.int32), (0, 2**40, np.int64), (one, 3, np.int8),
        (one, 300, np.int32), (300, one, np.int32), (one, other, np.int8),
    ):  # fmt: skip
        assert choose(some, then, otherwise).held.dtype == kind


def test_a_number_of_a_list_knows_its_ends() -> None:
    """The least and the most of the list, as narrow as they are."""
    place = Column(np.array([2, 0]), 0, 2)
    for numbers, kind in (([5, 7, 6], np.int8), ([-129, 0, 5], np.int32), ([0, 1, 2**31], np.int64)):
        found = pick(place, numbers)
        assert (found.low, found.high, found.held.dtype) == (min(numbers), max(numbers), kind)
        assert told(found, 2) == [numbers[2], numbers[0]]


def test_the_narrowest_type() -> None:
    """Both sides of each end."""
    for low, high, kind in (
        (-128, 127, np.int8), (-129, 0, np.int32), (0, 128, np.int32), (-(2**31), 2**31 - 1, np.int32),
        (-(2**31) - 1, 0, np.int64), (0, 2**31, np.int64), (LEAST, MOST, np.int64),
    ):  # fmt: skip
        assert narrowest(low, high) == kind


def test_the_last_numbers_of_64_bits() -> None:
    """They are reached, and not passed; the error tells how far it might have gone."""
    for column, step, end in (
        (Column(np.array([MOST - 1]), 0, MOST - 1), 1, MOST),
        (Column(-2, LEAST + 1, 0), -1, LEAST),
    ):
        found = column + step
        assert end in {found.low, found.high}
        with pytest.raises(OutOfScopeError) as refused:
            found + step
        assert refused.value.code == "too_large"
        assert refused.value.values == {"least": found.low + step, "most": found.high + step}


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
