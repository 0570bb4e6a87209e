"""The rows of a polars frame or a pyarrow table (polars、pyarrow 表) as arrays, not copied where they need not be."""

from collections.abc import Sequence
from typing import Any, Final

import narwhals as nw
import numpy as np

from gxinjury.extra.frames import _reading as reading
from gxinjury.extra.frames._arrays import nothing, places, whole_numbers
from gxinjury.extra.frames._columns import Known
from gxinjury.extra.frames._reading import Money, Reader, Source, Whole
from gxinjury.extra.frames._sheets import Output

_WHOLE: Final = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32, nw.UInt64)


class NarwhalsTable:
    """A polars frame or a pyarrow table."""

    def __init__(self, table: nw.DataFrame[Any]) -> None:
        self._table = table
        self._schema = table.schema

    def __len__(self) -> int:
        return len(self._table)

    def names(self) -> Sequence[str]:
        return self._schema.names()

    def kind(self, column: str) -> str:
        return str(self._schema[column])

    def read(self, column: str, reader: Reader) -> Known[Any]:
        series = self._table.get_column(column)
        if series.dtype == nw.Unknown and series.null_count() == len(series):
            return nothing(len(series))
        known = ~_plain(series.is_null(), nulls=False) if series.null_count() else np.ones(len(series), np.bool_)
        if isinstance(reader, Money | Whole) and series.dtype in _WHOLE:
            values, faults = whole_numbers(_plain(series, nulls=0), reader.fen_per_unit, reader.limit)
            return Known(values, known, faults)
        if reader is reading.day and series.dtype == nw.Date:
            return Known(_plain(series.cast(nw.Int32), nulls=0), known)
        if reader in {reading.flag, reading.state} and series.dtype == nw.Boolean:
            return Known(_plain(series, nulls=False).astype(np.int8), known)
        if reader is reading.moment and isinstance(series.dtype, nw.Datetime) and series.dtype.time_zone is not None:
            return Known(_plain(series.dt.timestamp("us"), nulls=0), known)
        read = reader(Source(column, series.dtype, self._table.implementation))
        held = self._table.select(value=read.value, **dict(read.faults))
        faults = tuple((code, _plain(held[code], nulls=False) & known) for code, _ in read.faults)
        return Known(_plain(held["value"], nulls=0), known, faults)

    def value(self, column: str, row: int) -> object:
        return self._table[column].item(row)

    def written(self, name: str, output: Output, answer: Known[Any]) -> nw.Series[Any]:
        engine = self._table.implementation
        if output.kind == "text":
            texts = nw.new_series(name, [*output.names, None], nw.String, backend=engine)
            told: nw.Series[Any] = texts[places(output, answer)]
            return told
        worked = nw.new_series(name, answer.value, backend=engine)
        if not answer.known.all():
            known = nw.new_series("known", answer.known, backend=engine)
            worked = worked.to_frame().with_columns(known).select(nw.when(nw.col("known")).then(nw.col(name)))[name]
        return worked.cast(nw.Date) if output.kind == "day" else worked

    def first_of(self, name: str, column: nw.Series[Any]) -> nw.Series[Any]:
        return self._table.select(name, other=column).select(nw.coalesce(name, "other"))[name]

    def beside(self, columns: dict[str, nw.Series[Any]]) -> Any:  # noqa: ANN401  (a frame of its engine)
        native: Any = self._table.to_native()
        if self._table.implementation.is_polars() and columns.keys().isdisjoint(self.names()):
            # Swifter than a plan of it.
            return native.hstack([column.alias(name).to_native() for name, column in columns.items()])
        return self._table.with_columns(**columns).to_native()


def _plain(series: nw.Series[Any], *, nulls: int) -> Any:  # noqa: ANN401  (an array)
    """Return a series as an array, with a number for each null."""
    return (series.fill_null(nulls) if series.null_count() else series).to_numpy()
