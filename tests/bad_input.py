"""Bad input that every room refuses alike: what no amount and no day is, and how a refusal is told."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.errors import InvalidFactError

NOT_AMOUNTS: Final[list[tuple[Any, str]]] = [
    (1.5, "must be an amount in yuan"),
    (float("nan"), "must be an amount in yuan"),
    (True, "must be an amount in yuan"),
    (None, "must be an amount in yuan"),
    ("12,5", "must be an amount in yuan"),
    ("", "must be an amount in yuan"),
    (b"1", "must be an amount in yuan"),
    (Decimal("NaN"), "must be a finite number"),
    (Decimal("sNaN"), "must be a finite number"),
    (Decimal("-Infinity"), "must be a finite number"),
    ("NaN", "must be a finite number"),
    (Decimal("1e999999"), "must be below 10^15 yuan"),
    (Decimal("1e-999999"), "must be below 10^15 yuan"),
    ("1e15", "must be below 10^15 yuan"),
    (10**15, "must be below 10^15 yuan"),
    ("0.1234567890123456789012345678901", "must be below 10^15 yuan, with at most 10 decimal places and 30 digits"),
]
"""What no amount is, and a part of the rule that says so."""

NOT_DAYS: Final[list[tuple[Any, str]]] = [
    (datetime(2016, 1, 1), "must be a day"),
    (datetime(2016, 1, 1, tzinfo=UTC), "must be a day"),
    ("2016-01-01", "must be a day"),
    (20160101, "must be a day"),
    (date(1800, 1, 1), "must lie in the years 1900 to 2199"),
    (date(2300, 1, 1), "must lie in the years 1900 to 2199"),
]
"""What no day is, and a part of the rule that says so; None stands apart, since some days may be unknown."""


@contextmanager
def refused(record: str, field: str, rule: str, *, got: str | None = None) -> Iterator[None]:
    """Expect a refusal that names the record, the field, the rule and the value, in both languages."""
    with pytest.raises(InvalidFactError) as caught:
        yield
    error = caught.value
    told = str(error)
    assert (error.record, error.field) == (record, field)
    assert told.startswith(f"{record}.{field} "), told
    assert rule in told
    assert re.search(r", got .+", told)
    assert "\n" not in told
    assert got is None or told.endswith(f", got {got}"), told
    assert re.search("[\u4e00-\u9fff]", error.text("zh")), error.text("zh")
