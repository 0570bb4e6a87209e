"""Tenths of amounts, exact from counts alone: as the sorted rows have them, in as few passes as can be."""

from collections.abc import Sequence
from random import Random
from types import SimpleNamespace
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from gxinjury.extra.frames import _ranks
from gxinjury.extra.frames._asking import RANK


def ranked(amounts: Sequence[int | None]) -> nw.DataFrame[Any]:
    """A frame whose rows are ranked by amounts."""
    return nw.from_native(pl.DataFrame({RANK: pl.Series(amounts, dtype=pl.Int64)}), eager_only=True)


def tenths(amounts: Sequence[int | None]) -> list[int]:
    """Where the tenths of amounts end."""
    return _ranks.tenths_of(SimpleNamespace(table=ranked(amounts)))  # type: ignore[arg-type]  # all that is asked of it


def by_sorting(amounts: Sequence[int | None]) -> list[int]:
    """The same, of the sorted rows."""
    known = sorted(one for one in amounts if one is not None)
    return [known[-(-len(known) * tenth // 10) - 1] for tenth in range(1, 11)]


@pytest.mark.parametrize("bits", [1, 2, 14])
def test_as_of_sorted_rows(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    """Few rows and more, near and far apart, equal ones, below zero too; buckets are refined again and again."""
    monkeypatch.setattr(_ranks, "_BITS", bits)
    dice = Random(7)  # noqa: S311  (to draw with, not to hide)
    for count, spread in ((1, 1), (2, 9), (9, 3), (10, 40), (11, 1000), (40, 16), (60, 10**9)):
        amounts = [dice.randint(-spread // 3, spread) for _ in range(count)]
        found = tenths([*amounts, None])
        assert found == by_sorting(amounts)
        frame = _ranks.with_tenth("tenth", found, ranked([*amounts, None]))
        assert len(frame) == count
        for row in frame.rows(named=True):
            assert row["tenth"] == 1 + sum(row[RANK] > end for end in found[:-1])
    assert tenths([None, None]) == tenths([]) == []


def test_more_amounts_than_there_may_be_groups() -> None:
    """Each a bucket of its own."""
    amounts = [*range(7, 12_007)]
    assert tenths(amounts) == by_sorting(amounts)


@pytest.mark.parametrize(("amounts", "passes"), [([900, 903], 1), ([900, 904], 2), ([900, 915], 2), ([900, 916], 3)])
def test_as_few_passes_as_can_be(monkeypatch: pytest.MonkeyPatch, amounts: list[int], passes: int) -> None:
    """One for each digit of how far the amounts lie apart, if buckets have four, and one that counts the rows."""
    monkeypatch.setattr(_ranks, "_BITS", 2)
    asked: list[Any] = []
    summed = vars(_ranks)["summed"]

    def counted(*given: Any, **more: Any) -> Any:  # noqa: ANN401  (as it stands)
        asked.append(given)
        return summed(*given, **more)

    monkeypatch.setattr(_ranks, "summed", counted)
    assert tenths(amounts) == by_sorting(amounts)
    assert len(asked) == 1 + passes
