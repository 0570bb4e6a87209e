"""Deciles of a population (十等分组): exact ranks from counts alone, so that no engine need hand out its rows.

Rows are counted in buckets of amounts, then in finer ones where a decile ends, until a bucket is one fen wide.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate
from typing import Any, Final

import narwhals as nw

from gxinjury.extra.frames._asking import RANK
from gxinjury.extra.frames._population import ROWS, Population, ends_of, summed, then

TENTHS: Final = 10
_BITS: Final = 14
"""Of the number of a bucket."""
_BUCKET: Final = "_study_bucket"


def tenths_of(population: Population) -> list[int]:
    """Return the amounts at which the first nine tenths of the ranked rows end, and the largest; empty for no rows.

    A tenth ends at the smallest amount that so many tenths of the rows do not exceed; rows of equal amounts stay
    together.
    """
    ranked = then(population.table, partial(_where, ~nw.col(RANK).is_null()))
    both = ends_of(ranked, RANK)
    if both is None:
        return []
    low, high = both
    count = summed(ranked, {})[None][ROWS]
    ends = [(count * tenth + TENTHS - 1) // TENTHS for tenth in range(1, TENTHS)]
    # Each place of a decile's end lies in a bucket: its first amount, and how many rows lie before it.
    width = 1 << max(0, (high - low).bit_length() - _BITS)
    found = [(low, 0)] * len(ends)
    while True:
        buckets = then(ranked, partial(_with_bucket, low, width))
        counts = {
            int(str(bucket)): sums[ROWS] for bucket, sums in summed(buckets, {}, _BUCKET, most=TENTHS << _BITS).items()
        }
        found = [_step(counts, low, width, end, start) for end, start in zip(ends, found, strict=True)]
        if width == 1:
            return [*(first for first, _ in found), high]
        ranked = then(ranked, partial(_where, _any_within({first for first, _ in found}, width)))
        width = max(1, width >> _BITS)


def _where(condition: nw.Expr, table: Any) -> Any:  # noqa: ANN401  (a frame, lazy or not)
    return table.filter(condition)


def _with_bucket(low: int, width: int, table: Any) -> Any:  # noqa: ANN401  (a frame, lazy or not)
    return table.with_columns(((nw.col(RANK) - low) // width).alias(_BUCKET))


def _step(counts: dict[int, int], low: int, width: int, end: int, start: tuple[int, int]) -> tuple[int, int]:
    """Return the bucket in which the row of a rank lies, and how many rows lie before it."""
    first, before = start
    buckets = [bucket for bucket in sorted(counts) if low + bucket * width >= first]
    reached = [*accumulate((counts[bucket] for bucket in buckets), initial=before)]
    at = bisect_left(reached, end) - 1
    return low + buckets[at] * width, reached[at]


def _any_within(firsts: Iterable[int], width: int) -> nw.Expr:
    conditions = [(nw.col(RANK) >= first) & (nw.col(RANK) < first + width) for first in firsts]
    return nw.any_horizontal(*conditions, ignore_nulls=True)


def with_tenth(name: str, ends: Sequence[int], table: Any) -> Any:  # noqa: ANN401  (a frame, lazy or not)
    """Return the ranked rows with which tenth they lie in, 1 to 10."""
    tenth: nw.Expr = nw.lit(1, nw.Int64)
    for end in ends[:-1]:
        tenth = tenth + nw.when(nw.col(RANK) > end).then(nw.lit(1, nw.Int64)).otherwise(nw.lit(0, nw.Int64))
    return table.filter(~nw.col(RANK).is_null()).with_columns(tenth.alias(name))
