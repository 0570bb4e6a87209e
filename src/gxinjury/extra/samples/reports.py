"""Invented reports on rosters (样本花名册申报)."""

from datetime import date
from decimal import Decimal
from typing import Any

from gxinjury.extra.samples._drawing import Engine, Sample, ordinal, yuan
from gxinjury.extra.samples.shares import kinds_of

__all__ = ["sample_reports"]


def sample_reports(n: int, seed: int = 0, *, engine: Engine = "columns") -> Any:  # noqa: ANN401  # a dict of lists, or a frame
    """Return invented roster reports, each worker added and then taken off, as ``frames.effective_day`` takes them.

    Args:
        n: How many rows.
        seed: Another seed, other rows.
        engine: As in ``sample_projects``.

    Returns:
        ``worker``, ``change`` (``ADD`` or ``REMOVE``), ``kind`` (of ``SHARES["reports"]``), ``reported_on``,
        ``happened_on``, ``paid_on`` of the project's premium, and ``monthly_wage_yuan`` of those added.

    Raises:
        InvalidFactError: As there.

    >>> drawn = sample_reports(100)
    >>> drawn["change"].count("ADD"), drawn["happened_on"].count(None)
    (50, 8)
    """
    sample = Sample("reports", n, seed, engine)
    kinds = sample.hundreds("kind", kinds_of("reports"))
    begun, stayed = sample.whole("begun", ordinal(2015, 3, 1), ordinal(2019, 6, 30)), sample.whole("stayed", 60, 500)
    changed = [begun[row - row % 2] + (stayed[row] if row % 2 else 0) for row in sample.rows]
    off = {"ahead": (-15, -2), "late": (2, 30)}
    by = sample.draws("by")
    reported: list[date] = []
    for kind, day in zip(kinds, changed, strict=True):
        least, most = off.get(kind, (-1, 0))
        reported.append(date.fromordinal(day + least + int(by() * (most - least + 1))))
    before = sample.whole("paid_on", 0, 90)
    wages = zip(kinds, sample.whole("wage", 300_000, 900_000), sample.rows, strict=True)
    return sample.given(
        {
            "worker": (str, [f"W{row // 2:07d}" for row in sample.rows]),
            "change": (str, ["REMOVE" if row % 2 else "ADD" for row in sample.rows]),
            "kind": (str, kinds),
            "reported_on": (date, reported),
            "happened_on": (
                date,
                [None if kind == "no_day" else date.fromordinal(day) for kind, day in zip(kinds, changed, strict=True)],
            ),
            "paid_on": (
                date,
                [date.fromordinal(begun[row - row % 2] - before[row - row % 2]) for row in sample.rows],
            ),
            "monthly_wage_yuan": (
                Decimal,
                [None if kind == "no_wage" or row % 2 else yuan(fen) for kind, fen, row in wages],
            ),
        }
    )
