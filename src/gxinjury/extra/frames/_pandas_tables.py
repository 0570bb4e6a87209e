"""The rows of a pandas frame (pandas 表) as arrays of plain 64-bit numbers, whatever kinds of columns it has.

pandas turns whole numbers with a null into floats, comparisons with a null into False, and has no dates of its own. So
its columns are read into numbers without nulls, with whether each is known kept apart. A column of Python's objects is
first turned into one of the type that all of them are of.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import numpy as np
import pandas as pd

from gxinjury.extra.frames import _reading as reading
from gxinjury.extra.frames._arrays import ends, nothing, places, whole_numbers
from gxinjury.extra.frames._columns import Known
from gxinjury.extra.frames._days import EPOCH
from gxinjury.extra.frames._reading import Money, NotSuchAColumnError, Reader, Source, Whole
from gxinjury.extra.frames._sheets import Output
from gxinjury.extra.frames.words import MUST_BE_DAYS

_SECONDS_A_DAY: Final = 86_400
_A_SECOND: Final = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}
_KINDS: Final = {"integer": "Int64", "floating": "Float64", "boolean": "boolean", "string": "string"}
"""The type of a column whose objects are all of a kind, by what pandas calls the kind."""
_NUMBERS: Final = (int, float, Decimal, np.number)
_BEYOND: Final = 10**16
_BEYOND_WHOLE: Final = 2 * 10**18
_BETWEEN_TWO_FENS: Final = Decimal("0.001")


class PandasTable:
    """A pandas frame."""

    def __init__(self, native: pd.DataFrame, *, floats: bool, nullable: bool) -> None:
        self._native = native
        self._floats = floats
        self._nullable = nullable
        self._all_arrow = True

    def __len__(self) -> int:
        return len(self._native)

    def names(self) -> Sequence[str]:
        return list(self._native.columns)

    def kind(self, column: str) -> str:
        return str(self._native[column].dtype)

    def read(self, column: str, reader: Reader) -> Known[Any]:
        series = self._native[column].reset_index(drop=True)
        self._all_arrow &= isinstance(series.dtype, pd.ArrowDtype)
        known = series.notna().to_numpy(dtype=bool)
        is_object = pd.api.types.is_object_dtype(series.dtype)
        if not known.any() and (is_object or len(known)):
            return nothing(len(known))
        if is_object:
            if reader is reading.day and set(map(type, series.to_numpy()[known])) == {date}:
                return Known(_numbered(series, known), known)
            series = _of_one_type(series, known)
        values, faults = self._typed(series, known, reader)
        return Known(values, known, tuple((code, fault & known) for code, fault in faults))

    def _typed(self, series: Any, known: Any, reader: Reader) -> tuple[Any, tuple[tuple[str, Any], ...]]:  # noqa: ANN401  (a series, arrays)
        """Return what a column holds as an array of whole numbers, and its faults."""
        dtype = series.dtype
        if not isinstance(dtype, pd.ArrowDtype):
            if reader is reading.day:
                return _from_midnights(series, known)
            if reader is reading.moment and isinstance(dtype, pd.DatetimeTZDtype):
                return series.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy("datetime64[us]").astype(np.int64), ()
            is_flag = pd.api.types.is_bool_dtype(dtype)
            if pd.api.types.is_numeric_dtype(dtype):
                plain = getattr(dtype, "numpy_dtype", dtype)
                series = pd.Series(series.to_numpy(plain, **({} if known.all() else {"na_value": plain.type(0)})))
            if isinstance(reader, Money | Whole) and pd.api.types.is_integer_dtype(series.dtype):
                return whole_numbers(series.to_numpy(), reader.fen_per_unit, reader.limit)
            if reader in {reading.flag, reading.state} and is_flag:
                return series.to_numpy(), ()
        frame = nw.from_native(series.to_frame("value"))
        read = reader(Source("value", frame.schema["value"], self._floats))
        held = frame.select(value=read.value, **dict(read.faults)).to_native()
        return _plain(held["value"], np.int64), tuple((code, _plain(held[code], np.bool_)) for code, _ in read.faults)

    def value(self, column: str, row: int) -> object:
        value = self._native[column].iloc[row]
        if isinstance(value, pd.Timestamp) and value.tzinfo is None and value == value.normalize():
            return value.date()
        return value.item() if isinstance(value, np.generic) else value

    def written(self, name: str, output: Output, answer: Known[Any]) -> Any:  # noqa: ANN401  (arrays of any type)
        del name
        numbers, known = answer.value, answer.known
        if output.kind == "text":
            # Without a type of its own it is what pandas of that version takes texts for.
            texts: Any = pd.Series([*output.names, None], dtype="string[pyarrow]" if self._all_arrow else None)
            return texts.array.take(places(output, answer))
        if known is True and not self._nullable and not self._all_arrow and output.kind != "day":
            return numbers
        known = np.broadcast_to(known, len(numbers))
        if output.kind == "day":
            return self._days(np.where(known, numbers, 0), known, output.after)
        kind = "bool" if output.kind == "flag" else "int64"
        if self._all_arrow:
            return pd.Series(numbers, dtype=f"{kind}[pyarrow]").where(known).array
        masked = pd.arrays.BooleanArray if kind == "bool" else pd.arrays.IntegerArray
        return masked(numbers, ~known)

    def _days(self, numbers: Any, known: Any, after: str) -> Any:  # noqa: ANN401  (arrays of any type)
        dtype = self._native[after].dtype
        if pd.api.types.is_object_dtype(dtype):
            return np.where(known, _dates(numbers), None)
        days = (numbers.astype(np.int64) * _SECONDS_A_DAY).view("datetime64[s]")
        days[~known] = np.datetime64("NaT", "s")
        written: pd.Series[Any] = pd.Series(days)
        if isinstance(dtype, pd.ArrowDtype):
            return written.astype("timestamp[s][pyarrow]").astype("date32[pyarrow]").array
        return written.astype(dtype).array

    def first_of(self, name: str, column: Any) -> Any:  # noqa: ANN401  (arrays of any type)
        return self._native[name].where(self._native[name].notna(), column)

    def beside(self, columns: dict[str, Any]) -> pd.DataFrame:
        return self._native.assign(**columns)


def _numbered(series: Any, known: Any) -> Any:  # noqa: ANN401  (a series of Python's days and nulls, an array)
    """Return days as their numbers."""
    days = series.where(known, EPOCH).to_numpy()
    return np.fromiter(map(date.toordinal, days), np.int64, len(days)) - EPOCH.toordinal()


def _dates(numbers: Any) -> Any:  # noqa: ANN401  (arrays)
    """Return numbered days as Python's; each of them made once, where they are fewer than the rows."""
    first, last = ends(numbers)
    if last - first >= len(numbers):
        return numbers.astype("datetime64[D]").astype(object)
    return np.arange(first, last + 1).astype("datetime64[D]").astype(object)[numbers - first]


def _of_one_type(series: Any, known: Any) -> Any:  # noqa: ANN401  (a series of objects, an array)
    """Return a column of Python's objects as one of the type that all of them are of; of several types, as it came."""
    given = series.where(known, None)
    kind = pd.api.types.infer_dtype(given, skipna=True)
    if kind in {"date", "datetime"}:
        with_offset = [getattr(one, "tzinfo", None) is not None for one in given[known]]
        if all(with_offset):
            return pd.to_datetime(given, utc=True)
        return series if any(with_offset) else pd.Series(given.to_numpy("datetime64[us]"))
    if kind in _KINDS:
        return (
            given.map(_sized, na_action="ignore").astype(_KINDS[kind])
            if kind == "integer"
            else given.astype(_KINDS[kind])
        )
    if all(isinstance(one, _NUMBERS) and not isinstance(one, bool) for one in given[known]):
        if any(isinstance(one, float) for one in given[known]):
            return given.map(float, na_action="ignore").astype("Float64")
        import pyarrow as pa  # noqa: PLC0415  (pandas alone has no decimals)

        return given.map(_decimal, na_action="ignore").astype(pd.ArrowDtype(pa.decimal128(20, 3)))
    return series


def _sized(number: Any) -> int:  # noqa: ANN401  (a whole number)
    """Return a whole number, one beyond all measure as one that is too large in 64 bits too."""
    return max(-_BEYOND_WHOLE, min(int(number), _BEYOND_WHOLE))


def _decimal(number: Any) -> Decimal:  # noqa: ANN401  (a number)
    """Return a decimal, one beyond all measure as one that is too large, one between two fens as one that is."""
    exact = Decimal(number)
    if abs(exact) > _BEYOND:
        return Decimal(_BEYOND) if exact.is_finite() else _BETWEEN_TWO_FENS
    return exact if exact == round(exact, 2) else _BETWEEN_TWO_FENS


def _plain(series: Any, kind: Any) -> Any:  # noqa: ANN401  (a series, a type of numpy)
    """Return a series as an array of a plain type, with a zero for each null."""
    if isinstance(series.dtype, np.dtype):
        return series.to_numpy().astype(kind)
    return series.fillna(kind(0)).to_numpy(dtype=kind)


def _from_midnights(series: Any, known: Any) -> tuple[Any, tuple[tuple[str, Any], ...]]:  # noqa: ANN401  (a series, arrays)
    """Return the days of a column of moments without an offset, all of them midnights."""
    if not pd.api.types.is_datetime64_dtype(series.dtype):
        raise NotSuchAColumnError(MUST_BE_DAYS)
    moments = series.to_numpy().view(np.int64)
    a_day = _SECONDS_A_DAY * _A_SECOND[np.datetime_data(series.dtype)[0]]
    days = moments // a_day
    return days * known, (("not_a_day", days * a_day != moments),)
