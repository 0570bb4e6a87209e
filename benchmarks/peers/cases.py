"""The cases of the benchmark, their right answers, and what a contestant is.

Prices up to 10^9 yuan, a fifth of them such that the premium ends in exactly half a fen before it is rounded; any day;
wages about the limits that the average sets.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, Protocol, TypeAlias

import numpy as np

Columns: TypeAlias = Mapping[str, Any]
"""Arrays of numpy by name: fen and counts as int64, days as datetime64[D], flags as bool."""

PREMIUM, DEADLINE, STANDING, BASE = QUESTIONS = ("premium", "deadline", "standing", "base")

AVERAGE_FEN_PER_YEAR: Final = 10_758_100
LOWEST: Final = AVERAGE_FEN_PER_YEAR // 20
HIGHEST: Final = AVERAGE_FEN_PER_YEAR // 4


class Contestant(Protocol):
    """A way to answer the questions.

    Attributes:
        name: What it is called in the table.
    """

    @property
    def name(self) -> str:
        """What it is called in the table."""

    def prepared(self, columns: Columns) -> Any:  # noqa: ANN401  (as the contestant likes it)
        """Return the cases as it takes them; not timed."""

    def ask(self, question: str, given: Any) -> Any:  # noqa: ANN401  (as the contestant likes it)
        """Answer a question; timed."""

    def told(self, question: str, answer: Any) -> Any:  # noqa: ANN401  (an array)
        """Return the answers as fen, as days written 20160229, or as 0 and 1; not timed."""


def draw(count: int, seed: int = 7) -> Columns:
    """Return so many cases."""
    random = np.random.default_rng(seed)
    half = random.random(count) < 0.2
    price = np.where(
        half,
        random.integers(1, 10**7, count) * 10_000 + 5_000,
        random.integers(10**6, 10**11, count),
    )
    start = random.integers(_number(date(2014, 1, 1)), _number(date(2018, 1, 1)), count)
    term = random.integers(60, 1200, count)
    # A price that bears an exact half fen is paid in full, before the start.
    paid = np.where(half, start - 1, start + random.integers(-30, 60, count))
    paid = np.maximum(paid, _number(date(2016, 1, 1)))
    paid = np.minimum(paid, start + term)
    start = np.where(paid < _number(date(2016, 1, 1)), _number(date(2016, 1, 1)), start)
    paid = np.maximum(paid, start - 30)
    flags = {name: random.random(count) < 0.6 for name in ("covered", "enrolled", "work_cause", "on_site")}
    return {
        "price_fen": price.astype(np.int64),
        "commencement": _days(start),
        "completion": _days(start + term),
        "paid_on": _days(np.maximum(paid, _number(date(2016, 1, 1)))),
        "injured_on": _days(random.integers(_number(date(2015, 1, 1)), _number(date(2024, 12, 31)), count)),
        **flags,
        "wages_fen": random.integers(12 * LOWEST // 2, 12 * HIGHEST * 11 // 10, count),
        "months": np.full(count, 12, np.int64),
    }


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)) // timedelta(days=1)


def _days(numbers: Any) -> Any:  # noqa: ANN401  (arrays)
    return numbers.astype(np.int64).astype("datetime64[D]")


def part_and_whole(columns: Columns) -> tuple[Any, Any]:
    """Return the days of the term still to come and all of them; the same where all of it is due."""
    start, end, paid = (columns[name].astype(np.int64) for name in ("commencement", "completion", "paid_on"))
    whole = end - start + 1
    return np.where(paid > start, end - paid + 1, whole), whole


def written(days: Any) -> Any:  # noqa: ANN401  (arrays)
    """Return days as whole numbers: 20160229."""
    months = days.astype("datetime64[M]")
    year = days.astype("datetime64[Y]").astype(np.int64) + 1970
    month = months.astype(np.int64) % 12 + 1
    return year * 10_000 + month * 100 + (days - months).astype(np.int64) + 1


def truth(columns: Columns) -> dict[str, Any]:
    """Return the right answers, in whole numbers throughout."""
    part, whole = part_and_whole(columns)
    injured = written(columns["injured_on"])
    mean = np.clip(columns["wages_fen"] * 10, LOWEST * 120, HIGHEST * 120)
    return {
        PREMIUM: (columns["price_fen"] * 26 * part + 10_000 * whole) // (20_000 * whole),
        DEADLINE: injured + 10_000 - (injured % 10_000 == 229),
        STANDING: (columns["covered"] & columns["work_cause"] & (columns["enrolled"] | columns["on_site"])).astype(int),
        BASE: (mean * 2 + 120) // 240,
    }


def wrong(contestant: Contestant, question: str, answer: Any, right: Mapping[str, Any]) -> int:  # noqa: ANN401
    """Return in how many cases an answer is not the right one, to the fen and to the day."""
    return int((np.asarray(contestant.told(question, answer), np.int64) != right[question]).sum())
