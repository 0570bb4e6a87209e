"""Beyond the calendar and beyond reason: counting out of it, and values that misbehave, are refused plainly."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.determination import Exclusion, ExclusionReason, employer_deadline, worker_deadline
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.facts import records
from gxinjury.money import Rate, RateUnit
from gxinjury.periods import (
    Period,
    day_after,
    day_before,
    days_after,
    days_before,
    hours_after,
    merged,
    months_after,
)
from gxinjury.texts import shown

ADMITTED: Final = st.dates(date(1900, 1, 1), date(2199, 12, 31))
LAST: Final = datetime(9999, 12, 31, 12, tzinfo=UTC)


class Liar:
    """What fails at whatever is asked of it."""

    def __eq__(self, other: object) -> bool:
        raise ZeroDivisionError

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("counted", "record", "day", "count"),
    [
        (lambda: day_after(date.max), "day_after", "9999-12-31", 1),
        (lambda: day_before(date.min), "day_before", "0001-01-01", 1),
        (lambda: days_after(date.max, 1), "days_after", "9999-12-31", 1),
        (lambda: days_after(date(2016, 1, 1), 10**9), "days_after", "2016-01-01", 10**9),
        (lambda: days_before(date.min, 1), "days_before", "0001-01-01", 1),
        (lambda: months_after(date(9999, 12, 1), 1), "months_after", "9999-12-01", 1),
        (lambda: months_after(date(1, 1, 1), -1), "months_after", "0001-01-01", -1),
        (lambda: hours_after(LAST, 24), "hours_after", "9999-12-31", 24),
    ],
)
def test_counting_out_of_the_calendar_is_refused(
    counted: Callable[[], object], record: str, day: str, count: int
) -> None:
    """One day, month or hour too many, and a number that no calendar holds."""
    with pytest.raises(InvalidFactError) as caught:
        counted()
    error = caught.value
    assert (error.record, error.field, error.value, error.code) == (record, "count", count, "beyond_calendar")
    assert f"counted from {day}" in str(error)
    assert f"从 {day}" in error.text("zh")


def test_the_last_days_of_the_calendar_are_still_counted() -> None:
    """The other side: what ends on the last day, or begins on the first, has an answer."""
    assert day_after(date(9999, 12, 30)) == days_after(date(9999, 12, 30), 1) == date.max
    assert day_before(date(1, 1, 2)) == days_before(date(1, 1, 2), 1) == date.min
    assert months_after(date(9999, 11, 30), 1) == date(9999, 12, 30)
    assert months_after(date(1, 2, 1), -1) == date.min


def test_periods_up_to_the_ends_of_the_calendar_merge() -> None:
    """A period that ends on the last day touches none after it."""
    whole = Period(date.min, date.max)
    assert merged([whole, Period(date.max, date.max), Period(date.min, date.min)]) == (whole,)
    apart = (Period(date.min, date.min), Period(date(1, 1, 3), date.max))
    assert merged(apart) == apart


@given(ADMITTED, ADMITTED, st.integers(0, 10**12))
def test_a_limit_is_answered_or_refused_plainly(injured_on: date, first: date, days: int) -> None:
    """Whatever the day, the days of extension and the days left out: no bare error comes out."""
    never_ending = Exclusion(Period(first, date.max), ExclusionReason.LABOUR_DISPUTE)
    asked: list[Callable[[], object]] = [
        lambda: employer_deadline(injured_on, extension_days=days),
        lambda: worker_deadline(injured_on, excluded=[never_ending]),
    ]
    for ask in asked:
        try:
            ask()
        except GxInjuryError as error:
            assert error.text("zh")  # noqa: PT017  (an answer is as good)


@pytest.mark.parametrize("fraction", ["0.0013", 0.0013, None, 1, Decimal("NaN"), Decimal("Infinity")], ids=repr)
def test_a_rate_is_a_finite_number(fraction: Any) -> None:  # noqa: ANN401  (no fraction at all)
    """Also where it is made without its unit being told by name."""
    with pytest.raises(InvalidFactError, match=r"^Rate\.fraction must be a Decimal"):
        Rate(fraction, RateUnit.PERCENT)


def test_what_cannot_be_told_is_told_by_its_type() -> None:
    """A refusal never fails for what it refuses."""
    assert shown(Liar()) == "<Liar>"
    with pytest.raises(InvalidFactError, match=r"^Stay\.nights must be a sequence of int, got <Liar>$"):
        records("Stay", "nights", Liar(), int)  # type: ignore[arg-type]
    with pytest.raises(InvalidFactError, match=r"^Stay\.nights\[0\] must be of type int, got <Liar>$"):
        records("Stay", "nights", [Liar()], int)
