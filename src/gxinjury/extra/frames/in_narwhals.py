"""The rows of a polars frame or a pyarrow table (polars、pyarrow 表) as arrays, not copied where they need not be."""

from typing import Any, Final

import narwhals as nw
import numpy as np

from gxinjury.extra.frames import reading
from gxinjury.extra.frames.at_hand import Answer, Arrays, all_known, whole_numbers
from gxinjury.extra.frames.reading import Money, Reader, Source, Whole, as_date

_WHOLE: Final = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32, nw.UInt64)


class NarwhalsTable:
    """A polars frame or a pyarrow table.

    Args:
        table: The frame.
    """

    def __init__(self, table: nw.DataFrame[Any]) -> None:
        self._table = table
        self._schema = table.schema

    def __len__(self) -> int:
        return len(self._table)

    def names(self) -> list[str]:
        """Return the names of its columns."""
        return self._schema.names()

    def kind(self, column: str) -> str:
        """Return the type of a column."""
        return str(self._schema[column])

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""
        return self._schema[column].is_float()

    def read(self, column: str, reader: Reader) -> Arrays:
        """Read a column."""
        series = self._table[column]
        known = ~_plain(series.is_null(), nulls=False) if series.null_count() else all_known(len(series))
        if isinstance(reader, Money | Whole) and series.dtype in _WHOLE:
            values, faults = whole_numbers(_plain(series, nulls=0), reader.fen_per_unit, reader.limit)
            return Arrays(values, known, faults)
        if reader is reading.day and series.dtype == nw.Date:
            return Arrays(_plain(series.cast(nw.Int32), nulls=0).astype(np.int64), known, {})
        if reader in {reading.flag, reading.state} and series.dtype == nw.Boolean:
            return Arrays(_plain(series, nulls=False).astype(np.int8), known, {})
        read = reader(Source(column, series.dtype, self._table.implementation))
        held = self._table.select(value=read.value, **dict(read.faults))
        faults = {code: _plain(held[code], nulls=False) & known for code, _ in read.faults}
        return Arrays(_plain(held["value"], nulls=0), known, faults)

    def value(self, column: str, row: int) -> object:
        """Return what a column holds in a row."""
        return self._table[column].item(row)

    def answered(self, answers: dict[str, Answer]) -> Any:  # noqa: ANN401  (a frame of its engine)
        """Return the frame with the answers beside its columns."""
        return self._table.with_columns(*(self._written(name, one) for name, one in answers.items())).to_native()

    def _written(self, name: str, answer: Answer) -> nw.Series[Any]:
        engine = self._table.implementation
        known, numbers = answer.known, answer.numbers
        if answer.output.kind == "text":
            texts = nw.new_series(name, [*answer.output.names, None], nw.String, backend=engine)
            told: nw.Series[Any] = texts[answer.places()]
            return told
        numbers = numbers.astype(np.bool_ if answer.output.kind == "flag" else np.int64, copy=False)
        held = nw.col(name)
        worked = nw.new_series(name, numbers, backend=engine).to_frame()
        if not known.all():
            worked = worked.with_columns(nw.new_series("known", known, backend=engine))
            held = nw.when(nw.col("known")).then(held)
        return worked.select(as_date(engine, held) if answer.output.kind == "day" else held)[name]


def _plain(series: nw.Series[Any], *, nulls: int) -> Any:  # noqa: ANN401  (an array)
    """Return a series as an array, with a number for each null."""
    return (series.fill_null(nulls) if series.null_count() else series).to_numpy()
