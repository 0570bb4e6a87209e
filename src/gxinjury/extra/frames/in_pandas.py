"""The rows of a pandas frame (pandas 表) as arrays of plain 64-bit numbers, whatever kinds of columns it has.

pandas turns whole numbers with a null into floats, comparisons with a null into False, and has no dates of its own. So
its columns are read into numbers without nulls, with whether each is known kept apart.
"""

import math
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import narwhals as nw
import numpy as np
import pandas as pd

from gxinjury.extra.frames import reading
from gxinjury.extra.frames.at_hand import Answer, Arrays, whole_numbers
from gxinjury.extra.frames.reading import AS_NEAR_AS_DOUBLES, Money, NotSuchAColumnError, Reader, Source, Whole
from gxinjury.extra.frames.words import MUST_BE_DAYS, MUST_BE_FLAGS, MUST_BE_MOMENTS, MUST_BE_MONEY, MUST_BE_WHOLE

_EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
_SECONDS_A_DAY: Final = 86_400
_A_SECOND: Final = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


class PandasTable:
    """A pandas frame.

    Args:
        native: The frame.
        nullable: Whether the answer's columns can hold nulls even where there are none, as a part of a larger frame.
    """

    def __init__(self, native: pd.DataFrame, *, nullable: bool = False) -> None:
        self._native = native
        self._nullable = nullable
        self._all_arrow = True

    def __len__(self) -> int:
        return len(self._native)

    def names(self) -> list[str]:
        """Return the names of its columns."""
        return list(self._native.columns)

    def kind(self, column: str) -> str:
        """Return the type of a column."""
        return str(self._native[column].dtype)

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""
        return bool(pd.api.types.is_float_dtype(self._native[column].dtype))

    def read(self, column: str, reader: Reader) -> Arrays:
        """Read a column."""
        series = self._native[column].reset_index(drop=True)
        self._all_arrow &= isinstance(series.dtype, pd.ArrowDtype)
        known = series.notna().to_numpy(dtype=bool)
        values, faults = _read(series, known, reader)
        return Arrays(values, known, faults)

    def value(self, column: str, row: int) -> object:
        """Return what a column holds in a row as Python has it: a number, a day where it is a midnight."""
        value = self._native[column].iloc[row]
        if isinstance(value, pd.Timestamp) and value.tzinfo is None and value == value.normalize():
            return value.date()
        return value.item() if isinstance(value, np.generic) else value

    def answered(self, answers: dict[str, Answer]) -> pd.DataFrame:
        """Return the frame with the answers beside its columns."""
        return self._native.assign(**{name: self._written(one) for name, one in answers.items()})

    def _written(self, answer: Answer) -> Any:  # noqa: ANN401  (arrays of any type)
        numbers, known, output = answer.numbers, answer.known, answer.output
        if output.kind == "text":
            # Without a type of its own it is what pandas of that version takes texts for.
            texts: Any = pd.Series([*output.names, None], dtype="string[pyarrow]" if self._all_arrow else None)
            return texts.array.take(answer.places())
        if output.kind == "day":
            return self._days(np.where(known, numbers, 0), known, output.after)
        kind = "bool" if output.kind == "flag" else "int64"
        numbers = numbers.astype(kind, copy=False)
        if self._all_arrow:
            return pd.Series(numbers, dtype=f"{kind}[pyarrow]").where(known).array
        if known.all() and not self._nullable:
            return numbers
        masked = pd.arrays.BooleanArray if kind == "bool" else pd.arrays.IntegerArray
        return masked(numbers, ~known)

    def _days(self, numbers: Any, known: Any, after: str) -> Any:  # noqa: ANN401  (arrays of any type)
        dtype = self._native[after].dtype
        if pd.api.types.is_object_dtype(dtype):
            return np.where(known, numbers.astype("datetime64[D]").astype(object), None)
        days = (numbers * _SECONDS_A_DAY).view("datetime64[s]")
        days[~known] = np.datetime64("NaT")
        written: pd.Series[Any] = pd.Series(days)
        if isinstance(dtype, pd.ArrowDtype):
            return written.astype("timestamp[s][pyarrow]").astype("date32[pyarrow]").array
        return written.astype(dtype).array


def _read(series: Any, known: Any, reader: Reader) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  (a series, arrays)
    """Return what a column holds as an array of whole numbers, and its faults."""
    if pd.api.types.is_object_dtype(series.dtype):
        return _from_objects(series.tolist(), known, reader)
    if not isinstance(series.dtype, pd.ArrowDtype):
        if reader is reading.day:
            return _from_midnights(series, known)
        if reader is reading.moment and isinstance(series.dtype, pd.DatetimeTZDtype):
            return series.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy("datetime64[us]").astype(np.int64), {}
        if not known.all() and pd.api.types.is_bool_dtype(series.dtype):
            series = series.fillna(value=False)
        elif not known.all() and pd.api.types.is_numeric_dtype(series.dtype):
            series = series.fillna(0)
        if pd.api.types.is_numeric_dtype(series.dtype):
            series = pd.Series(series.to_numpy(dtype=getattr(series.dtype, "numpy_dtype", series.dtype)))
        if isinstance(reader, Money | Whole) and pd.api.types.is_integer_dtype(series.dtype):
            values, faults = whole_numbers(series.to_numpy(), reader.fen_per_unit, reader.limit)
            return values, {code: fault & known for code, fault in faults.items()}
        if reader in {reading.flag, reading.state} and pd.api.types.is_bool_dtype(series.dtype):
            return series.to_numpy().astype(np.int8), {}
    frame = nw.from_native(series.to_frame("value"))
    read = reader(Source("value", frame.collect_schema()["value"], nw.Implementation.PANDAS))
    held = frame.select(value=read.value, **dict(read.faults)).to_native()
    return _plain(held["value"], np.int64), {code: _plain(held[code], np.bool_) & known for code, _ in read.faults}


def _plain(series: Any, kind: Any) -> Any:  # noqa: ANN401  (a series, a type of numpy)
    """Return a series as an array of a plain type, with a zero for each null."""
    if isinstance(series.dtype, np.dtype):
        return series.to_numpy().astype(kind)
    return series.fillna(kind(0)).to_numpy(dtype=kind)


def _from_midnights(series: Any, known: Any) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  (a series, arrays)
    """Return the days of a column of moments without an offset, all of them midnights."""
    if not pd.api.types.is_datetime64_dtype(series.dtype):
        raise NotSuchAColumnError(MUST_BE_DAYS)
    moments = series.to_numpy().view(np.int64)
    a_day = _SECONDS_A_DAY * _A_SECOND[np.datetime_data(series.dtype)[0]]
    days = moments // a_day
    return days * known, {"not_a_day": known & (days * a_day != moments)}


def _from_objects(values: list[Any], known: Any, reader: Reader) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  (arrays)
    """Return what a column of Python's objects holds, each of which says itself what it is."""
    given = [value if is_known else None for value, is_known in zip(values, known, strict=True)]
    if isinstance(reader, Money | Whole):
        return _numbers(given, reader)
    if reader is reading.day:
        if any(value is not None and (type(value) is not date) for value in given):
            raise NotSuchAColumnError(MUST_BE_DAYS)
        return np.array([0 if day is None else day.toordinal() - _EPOCH_ORDINAL for day in given], np.int64), {}
    if reader is reading.moment:
        if any(
            value is not None and not (isinstance(value, datetime) and value.utcoffset() is not None) for value in given
        ):
            raise NotSuchAColumnError(MUST_BE_MOMENTS)
        return _read(pd.Series(pd.to_datetime(np.array(given, dtype=object), utc=True)), known, reader)
    if any(isinstance(value, str) for value in given):
        return _read(pd.Series(given, dtype="string"), known, reader)
    if any(value is not None and not isinstance(value, bool | np.bool_) for value in given):
        raise NotSuchAColumnError(MUST_BE_FLAGS)
    return np.array([bool(value) for value in given], np.int64), {}


def _numbers(given: list[Any], reader: Money | Whole) -> tuple[Any, dict[str, Any]]:
    """Return whole numbers of a column of Python's numbers."""
    is_money = isinstance(reader, Money)
    kinds = (int, float, Decimal, np.integer) if is_money else (int, float, np.integer)
    rule = MUST_BE_MONEY if is_money else MUST_BE_WHOLE
    if any(value is not None and (isinstance(value, bool) or not isinstance(value, kinds)) for value in given):
        raise NotSuchAColumnError(rule)
    code = "not_whole_fen" if is_money else "not_a_whole_number"
    read = [_number(0 if value is None else value, reader.fen_per_unit, reader.limit, code) for value in given]
    return (
        np.array([number for number, _ in read], np.int64),
        {one: np.array([fault == one for _, fault in read], np.bool_) for one in ("too_large", code)},
    )


def _number(value: float | Decimal, scale: int, limit: int, code: str) -> tuple[int, str | None]:
    """Return a number in fen, or as a count, and its fault: one of the code, or that it is too large."""
    if not math.isfinite(value):
        return 0, code
    exact = Fraction(value) * scale
    if abs(exact) > limit:
        return 0, "too_large"
    nearest = round(exact)
    slack = abs(nearest) * Fraction(AS_NEAR_AS_DOUBLES) if isinstance(value, float) else 0
    return nearest, code if abs(exact - nearest) > slack else None
