"""A population under several laws (人群): one frame with the answers of each law beside its columns, and sums of it.

Where rows are at hand they are asked and summed some hundred thousand at a time; a lazy frame stays a plan, and only
what is summed, or the first few rows, is fetched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial, reduce
from importlib import import_module
from typing import Any, Final, TypeAlias, TypeVar, cast
from uuid import uuid4

import attrs
import narwhals as nw
from narwhals.dependencies import is_dask_dataframe

from gxinjury.errors import InvalidFactError
from gxinjury.extra._table_engines import from_frame
from gxinjury.extra.frames._asking import KEY, PREFIX, Asking, year_of
from gxinjury.extra.frames._questions import REASON, STALE
from gxinjury.extra.frames.words import (
    MUST_BE_A_FRAME,
    MUST_NAME_A_COLUMN,
    NOT_WITH_REASONS,
    OWN_NAMES,
    TOO_MANY_GROUPS,
)

V = TypeVar("V")
Table: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any] | Parts"
Step: TypeAlias = Callable[[Any], Any]
"""What makes a frame of a frame."""
Sums: TypeAlias = dict[object, dict[str, int]]
"""Sums of columns, by the value of the column that rows are grouped by; by None where they are not."""
Made: TypeAlias = Mapping[str, nw.Expr]
"""Columns to make, by name."""

ROWS: Final = f"{PREFIX}rows"
_ORDER: Final = f"{PREFIX}order"
_LOW, _HIGH = f"{PREFIX}low", f"{PREFIX}high"
_ROWS_AT_A_TIME: Final = 2**19
_MOST_GROUPS: Final = 10_000
_SORTABLE: Final = (nw.String, nw.Boolean, nw.Date, nw.Object, nw.Categorical, nw.Enum)


@attrs.frozen
class Parts:
    """A Dask frame: each part is a pandas frame that is asked and summed where it lies."""

    frame: Any
    steps: tuple[Step, ...] = ()

    def each(self, work: Callable[[Any], V]) -> list[V]:
        """Return what is worked out of each part."""
        dask = import_module("dask")
        on_part = dask.delayed(partial(_of_part, self.steps, work))
        found: tuple[V, ...] = dask.compute(*(on_part(part) for part in self.frame.to_delayed()))
        return list(found)


def _of_part(steps: Sequence[Step], work: Callable[[Any], V], part: Any) -> V:  # noqa: ANN401  (a pandas frame)
    return work(reduce(lambda table, step: step(table), steps, nw.from_native(part)))


def then(table: Table, step: Step) -> Table:
    """Return a frame after another step."""
    return Parts(table.frame, (*table.steps, step)) if isinstance(table, Parts) else step(table)


def each(table: Table, work: Callable[[Any], V]) -> Iterable[V]:
    """Return what is worked out of a plan, of some hundred thousand rows after the other, or of each part."""
    if isinstance(table, Parts):
        return table.each(work)
    return [work(table)] if isinstance(table, nw.LazyFrame) else map(work, _pieces(table))


class Population:
    """A frame with the answers of each law beside its columns."""

    def __init__(self, native: Any, asking: Asking) -> None:  # noqa: ANN401  (a frame of any engine)
        is_dask = is_dask_dataframe(native)
        # A Dask frame tells by its first rows, which are none, what it is like.
        like: Any = nw.from_native(native._meta if is_dask else native, pass_through=True)  # noqa: SLF001  (Dask's way)
        if not isinstance(like, nw.DataFrame | nw.LazyFrame):
            raise InvalidFactError("study", "population", MUST_BE_A_FRAME, type(native).__name__)
        self.columns: Sequence[str] = like.collect_schema().names()
        for name in self.columns:
            if name.startswith(PREFIX):
                raise InvalidFactError("study", "population", OWN_NAMES, name)
            if name in {REASON, STALE}:
                raise InvalidFactError("study", "population", NOT_WITH_REASONS, name)
        self._own, self._like = native, like
        self._kept: list[str] = []
        self.table: Table = self._with_answers(asking, like, is_dask=is_dask)

    def _with_answers(self, asking: Asking, like: Any, *, is_dask: bool) -> Table:  # noqa: ANN401  (a frame, lazy or not)
        if is_dask:
            asking.answered(like)  # raises what the whole question raises
            return Parts(self._own, (asking.answered,))
        if isinstance(like, nw.LazyFrame):
            return cast("Table", asking.answered(like, self._keep))
        held = asking.held()
        answers: Any = nw.concat([asking.answered(piece).select(*held) for piece in _pieces(like)])
        return cast("Table", like.with_columns(*(answers[name] for name in held)))

    def _keep(self, table: Any) -> Any:  # noqa: ANN401  (a lazy frame)
        """Return a plan that begins anew: the plan of one law is long, and engines take long over long plans."""
        native: Any = table.to_native()
        if table.implementation is nw.Implementation.PYSPARK:
            return nw.from_native(native.localCheckpoint(eager=False))
        if table.implementation is nw.Implementation.DUCKDB:
            name = f"{PREFIX}{uuid4().hex}"
            native.query("answered", f"CREATE TEMPORARY TABLE {name} AS SELECT * FROM answered")  # noqa: S608  (its own name)
            self.done()
            self._kept.append(name)
            return nw.from_native(self._own.query("population", f"SELECT * FROM {name}"))  # noqa: S608  (as above)
        return table

    def done(self) -> None:
        """Give back what DuckDB has kept."""
        while self._kept:
            self._own.query("population", f"DROP TABLE {self._kept.pop()}")

    def sums(self, made: Made, by: str | None = None) -> Sums:
        """Return sums of columns of whole numbers that are made, by a column of the frame, of days by their year."""
        if by is None:
            return summed(self.table, made)
        if by not in self.columns:
            raise InvalidFactError("study", "by", MUST_NAME_A_COLUMN, by)
        step = partial(_with_year, by) if self._holds_days(by) else partial(_with, {KEY: nw.col(by)})
        return summed(then(self.table, step), made, KEY)

    def _holds_days(self, column: str) -> bool:
        dtype = self._like.collect_schema()[column]
        if dtype == nw.Object:
            return {*map(type, self._like[column].drop_nulls().to_list())} == {date}
        return dtype == nw.Date or (isinstance(dtype, nw.Datetime) and dtype.time_zone is None)

    def first(self, by: nw.Expr, count: int, told: Sequence[str]) -> list[dict[str, Any]]:
        """Return the rows with the largest numbers above zero, of equal ones the first by their columns in order."""
        kinds = self._like.collect_schema()
        more = [name for name in self.columns if _is_sortable(kinds[name])]
        work = partial(_first_of, by, count, more, [*self.columns, *told])
        found = [row for rows in each(self.table, work) for row in rows]
        found.sort(key=lambda row: (-row[_ORDER], *((row[name] is None, row[name]) for name in more)))
        return found[:count]


def _with(made: Made, table: Any) -> Any:  # noqa: ANN401  (a frame, lazy or not)
    return table.with_columns(**made)


def _with_year(column: str, table: Any) -> Any:  # noqa: ANN401  (a frame, lazy or not)
    return nw.from_native(year_of(table.to_native(), day=column, on_invalid="flag"))


def _is_sortable(kind: Any) -> bool:  # noqa: ANN401  (a type)
    return kind.is_numeric() or kind.is_temporal() or kind in _SORTABLE


def _first_of(by: nw.Expr, count: int, more: Sequence[str], told: Sequence[str], table: Any) -> list[dict[str, Any]]:  # noqa: ANN401  (a frame, lazy or not)
    rows = table.with_columns(by.alias(_ORDER)).filter(nw.col(_ORDER) > 0)
    if isinstance(rows, nw.DataFrame) and len(rows) > count:
        # To sort numbers alone is swift; then only few rows are sorted by all of their columns.
        least = rows[_ORDER].sort(descending=True).item(count - 1)
        rows = rows.filter(nw.col(_ORDER) >= least)
    descending = [True, *([False] * len(more))]
    first = fetched(rows.sort(_ORDER, *more, descending=descending, nulls_last=True).head(count).select(*told, _ORDER))
    return [{name: from_frame(value) for name, value in row.items()} for row in first.rows(named=True)]


def summed(table: Table, made: Made, key: str | None = None, most: int = _MOST_GROUPS) -> Sums:
    """Return sums of columns that are made, rows counted, by a key."""
    counted = {**made, ROWS: nw.lit(1, nw.Int64)}
    found: Sums = {}
    for sums in each(table, partial(_sums_of, counted, key, most)):
        for group, numbers in sums.items():
            before = found.get(group, {})
            found[group] = {name: number + before.get(name, 0) for name, number in numbers.items()}
        if len(found) > most:
            raise InvalidFactError("study", "by", TOO_MANY_GROUPS, len(found))
    return found


def _sums_of(made: Made, key: str | None, most: int, table: Any) -> Sums:  # noqa: ANN401  (a frame, lazy or not)
    rows, sums = table.with_columns(**made), [nw.col(name).sum() for name in made]
    if key is None:
        found = fetched(rows.select(*sums))
    else:
        grouped = rows.select(key, *made).group_by(key, drop_null_keys=False)
        found = fetched(grouped.agg(*sums).head(most + 1))
    return {
        None if key is None else from_frame(row[key]): {name: int(row[name]) for name in made}
        for row in found.rows(named=True)
    }


def ends_of(table: Table, column: str) -> tuple[int, int] | None:
    """Return the smallest and the largest number of a column; None where there is none."""
    found = [ends for ends in each(table, partial(_ends_of, column)) if ends is not None]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def _ends_of(column: str, table: Any) -> tuple[int, int] | None:  # noqa: ANN401  (a frame, lazy or not)
    asked = nw.col(column).min().alias(_LOW), nw.col(column).max().alias(_HIGH)
    (ends,) = fetched(table.select(*asked)).rows(named=True)
    low, high = from_frame(ends[_LOW]), from_frame(ends[_HIGH])
    return None if low is None else (int(low), int(high))


def fetched(table: Any) -> nw.DataFrame[Any]:  # noqa: ANN401  (a frame, lazy or not)
    """Return the rows of a frame; polars works a plan out piece by piece, in little memory."""
    if isinstance(table, nw.DataFrame):
        return table
    how = {"engine": "streaming"} if table.implementation.is_polars() else {}
    collected: nw.DataFrame[Any] = table.collect(**how)
    return collected


def _pieces(table: nw.DataFrame[Any]) -> Iterator[nw.DataFrame[Any]]:
    """Yield some hundred thousand rows at a time, of no rows none once."""
    for first in range(0, max(len(table), 1), _ROWS_AT_A_TIME):
        yield table[first : first + _ROWS_AT_A_TIME]
