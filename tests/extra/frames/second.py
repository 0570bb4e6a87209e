"""Rows drawn where rules turn, and what the scalar rules say of each."""

import warnings
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.extra.frames import REASON
from tests.extra.frames.engines import ENGINES, Kinds, Row, as_rows

Answer: TypeAlias = Callable[[Row], Row]

TURNING: Final = (
    date(2014, 12, 31),
    date(2015, 1, 1),
    date(2015, 1, 31),
    date(2015, 2, 28),
    date(2016, 1, 31),
    date(2016, 2, 28),
    date(2016, 2, 29),
    date(2016, 3, 1),
    date(2016, 12, 31),
    date(2020, 2, 29),
    date(2020, 5, 31),
    date(2020, 6, 1),
)


def or_null(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A fact, now and then not known."""
    return st.integers(0, 9).flatmap(lambda lot: st.none() if lot == 9 else strategy)


def day_numbers(first: date, last: date) -> st.SearchStrategy[date]:
    """Days, those on which something turns more often."""
    between = st.integers(0, (last - first).days).map(lambda after: first + timedelta(days=after))
    return st.sampled_from([day for day in TURNING if first <= day <= last]) | between


def fens(largest: int = 10**14) -> st.SearchStrategy[int]:
    """Amounts in fen: small, large, and such as bear an exact half fen."""
    half = st.integers(0, largest // 10_000 - 1).map(lambda count: count * 10_000 + 5_000)
    return half | st.integers(1, 100_000) | st.integers(1, largest) | st.just(largest)


def yuan(fen: int) -> Decimal:
    """Fen as yuan."""
    return Decimal(f"{fen}E-2")


def fen(amount: Decimal) -> int:
    """An amount of whole fen as fen."""
    numerator, denominator = amount.as_integer_ratio()
    assert numerator * 100 % denominator == 0
    return numerator * 100 // denominator


def told_twice(
    engine: str,
    rows: Sequence[Row],
    kinds: Kinds,
    question: Callable[[Any], Any],
    answer: Answer,
    *,
    needed: Sequence[str],
) -> None:
    """Compare a frame's answers with the scalar rule's, row by row; refused rows are those that the rule refuses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", StaleFigureWarning)
        found = as_rows(question(ENGINES[engine](rows, kinds)))
        expected = [_expected(row, answer, needed) for row in rows]
    for row, got, (values, refused) in zip(rows, found, expected, strict=True):
        if values is None:
            assert {name: got[name] for name in _answers(got, kinds)} == dict.fromkeys(_answers(got, kinds)), row
        else:
            assert {name: _typed(got[name]) for name in values} == {
                name: _typed(value) for name, value in values.items()
            }, (row, got)
        if refused is not None:
            assert (got[REASON] is not None) == refused, (row, got)


def _typed(value: object) -> tuple[type, object]:
    """Return a value with its type, since True equals one."""
    return type(value), value


def _answers(got: Row, kinds: Kinds) -> list[str]:
    return [name for name in got if name not in {*kinds, "place", REASON}]


def _expected(row: Row, answer: Answer, needed: Sequence[str]) -> tuple[Row | None, bool | None]:
    """Return the answers, and whether the row is refused; where a fact is null that does not matter."""
    if any(row[name] is None for name in needed):
        return None, None
    try:
        return answer(row), False
    except GxInjuryError:
        return None, True
