"""The rows of a polars frame or a pyarrow table (polars、pyarrow 表) as arrays, not copied where they need not be."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import narwhals as nw
import numpy as np
from narwhals.dependencies import get_pyarrow

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
        series, dtype = self._table.get_column(column), self._schema[column]
        nulls = series.null_count()
        if dtype == nw.Unknown and nulls == len(series):
            return nothing(len(series))
        known: Any = ~series.is_null().to_numpy() if nulls else True
        if isinstance(reader, Money | Whole) and dtype in _WHOLE:
            values, faults = whole_numbers(_plain(series), reader.fen_per_unit, reader.limit)
            return Known(values, known, faults)
        if reader is reading.day and dtype == nw.Date:
            return Known(_plain(series.cast(nw.Int32)), known)
        if reader in {reading.flag, reading.state} and dtype == nw.Boolean:
            return Known(_flags(series.fill_null(value=False) if nulls else series), known)
        read = reader(Source(column, dtype))
        held = self._table.select(value=read.value, **dict(read.faults))
        faults = tuple((code, _plain(held[code], otherwise=False) & known) for code, _ in read.faults)
        return Known(_plain(held["value"]), known, faults)

    def value(self, column: str, row: int) -> object:
        return self._table[column].item(row)

    def written(self, name: str, output: Output, answer: Known[Any]) -> nw.Series[Any]:
        engine = self._table.implementation
        if output.kind == "text":
            told: nw.Series[Any] = _texts(output.names, engine)[places(output, answer)]
            return told
        worked = nw.new_series(name, answer.value, backend=engine)
        if answer.known is not True:
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


@cache
def _texts(names: tuple[str, ...], engine: Any) -> nw.Series[Any]:  # noqa: ANN401  (polars or pyarrow)
    """Return some texts, and a null after them, as a series of an engine."""
    return nw.new_series("text", [*names, None], nw.String, backend=engine)


def _flags(series: nw.Series[Any]) -> Any:  # noqa: ANN401  (an array)
    """Return a series of flags without nulls as an array; by its bits, where pyarrow is there to hand them out."""
    if get_pyarrow() is None:
        return series.to_numpy()
    flags: Any = series.to_arrow()
    first, last = flags.offset, flags.offset + len(flags)
    bits = np.unpackbits(np.frombuffer(flags.buffers()[1], np.uint8), count=last, bitorder="little")
    return bits[first:].view(np.bool_)


def _plain(series: nw.Series[Any], otherwise: int = 0) -> Any:  # noqa: ANN401  (an array)
    """Return a series as an array, with a number for each of its nulls."""
    return (series.fill_null(otherwise) if series.null_count() else series).to_numpy()
