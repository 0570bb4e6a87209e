"""Frames of every engine, made from rows and read back as rows."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any, Final, TypeAlias

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from pyspark.sql import SparkSession

Row: TypeAlias = dict[str, Any]
Kinds: TypeAlias = dict[str, str]
"""What each column holds: whole, yuan, day, flag, moment, text."""

_ARROW: Final[dict[str, pa.DataType]] = {
    "whole": pa.int64(),
    "yuan": pa.decimal128(20, 2),
    "float": pa.float64(),
    "day": pa.date32(),
    "flag": pa.bool_(),
    "moment": pa.timestamp("us", "Asia/Shanghai"),
    "text": pa.string(),
}
_SPARK: Final = {
    "whole": "bigint",
    "yuan": "decimal(20,2)",
    "float": "double",
    "day": "date",
    "flag": "boolean",
    "moment": "timestamp",
    "text": "string",
}
_PLACE: Final = "place"


@cache
def spark() -> SparkSession:
    """The one session of the run."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    return (
        SparkSession.builder.master("local[1]")
        # A run of a minute is over before thorough compilation pays.
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "Asia/Shanghai")
        .config("spark.sql.shuffle.partitions", "1")
        # Some dozen rows are not worth compiling for.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.adaptive.enabled", "false")
        # Nor does anybody read on which line of Python each column came about.
        .config("spark.python.sql.dataFrameDebugging.enabled", "false")
        .getOrCreate()
    )


def arrow(rows: Sequence[Row], kinds: Kinds) -> pa.Table:
    """Rows as a table of pyarrow, numbered."""
    columns = {name: pa.array([row[name] for row in rows], _ARROW[kind]) for name, kind in kinds.items()}
    return pa.table({_PLACE: pa.array(range(len(rows)), pa.int64()), **columns})


def pandas_arrow(rows: Sequence[Row], kinds: Kinds) -> pd.DataFrame:
    """Rows as a pandas frame of pyarrow columns."""
    return arrow(rows, kinds).to_pandas(types_mapper=pd.ArrowDtype)


def pandas_object(rows: Sequence[Row], kinds: Kinds) -> pd.DataFrame:
    """Rows as a pandas frame of Python's objects."""
    columns = {name: pd.Series([row[name] for row in rows], dtype=object) for name in kinds}
    return pd.DataFrame({_PLACE: range(len(rows)), **columns})


def pandas_numpy(rows: Sequence[Row], kinds: Kinds) -> pd.DataFrame:
    """Rows as a pandas frame as pandas makes it: nulls turn whole numbers into floats."""
    frame = pandas_object(rows, kinds)
    for name, kind in kinds.items():
        if kind == "day":
            frame[name] = pd.to_datetime(frame[name])
        elif kind == "moment":
            frame[name] = pd.to_datetime(frame[name], utc=True).dt.tz_convert("Asia/Shanghai")
        elif kind == "text":
            frame[name] = frame[name].astype("str").where(frame[name].notna())
        elif kind in {"whole", "float"}:
            frame[name] = pd.Series([row[name] for row in rows], dtype="float64" if _has_null(rows, name) else None)
        elif kind == "flag" and not _has_null(rows, name):
            frame[name] = frame[name].astype("bool")
    return frame


def pandas_nullable(rows: Sequence[Row], kinds: Kinds) -> pd.DataFrame:
    """Rows as a pandas frame of nullable columns."""
    frame = pandas_numpy(rows, kinds)
    names: dict[str, Any] = {"whole": pd.Int64Dtype(), "flag": pd.BooleanDtype(), "text": pd.StringDtype()}
    for name, kind in kinds.items():
        if kind in names:
            frame[name] = pd.Series([row[name] for row in rows], dtype=names[kind]).array
    return frame


def polars_eager(rows: Sequence[Row], kinds: Kinds) -> pl.DataFrame:
    """Rows as a polars frame."""
    frame = pl.from_arrow(arrow(rows, kinds))
    assert isinstance(frame, pl.DataFrame)
    return frame


def polars_lazy(rows: Sequence[Row], kinds: Kinds) -> pl.LazyFrame:
    """Rows as a lazy polars frame."""
    return polars_eager(rows, kinds).lazy()


def duck(rows: Sequence[Row], kinds: Kinds) -> duckdb.DuckDBPyRelation:
    """Rows as a relation of DuckDB."""
    return _connection().from_arrow(arrow(rows, kinds))


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@cache
def _dask() -> Any:  # noqa: ANN401  (Dask ships no types)
    return import_module("dask.dataframe")


def dask(rows: Sequence[Row], kinds: Kinds) -> Any:  # noqa: ANN401  (Dask ships no types)
    """Rows as a Dask frame of two parts; Dask would turn Python's decimals into text."""
    frame = pandas_nullable(rows, kinds)
    exact = {name: pd.ArrowDtype(_ARROW[kind]) for name, kind in kinds.items() if kind == "yuan"}
    return _dask().from_pandas(frame.astype(exact), npartitions=2)


def pyspark(rows: Sequence[Row], kinds: Kinds) -> Any:  # noqa: ANN401  (the face differs by version)
    """Rows as a Spark frame."""
    schema = ", ".join(f"`{name}` {_SPARK[kind]}" for name, kind in {_PLACE: "whole", **kinds}.items())
    data = [(place, *(row[name] for name in kinds)) for place, row in enumerate(rows)]
    return spark().createDataFrame(data, schema)


IN_PARTS: Final = "polars in parts"
"""As a long frame is worked out; ``conftest`` takes every frame for one."""

ENGINES: Final[dict[str, Callable[[Sequence[Row], Kinds], Any]]] = {
    "pandas": pandas_numpy,
    "pandas nullable": pandas_nullable,
    "pandas pyarrow": pandas_arrow,
    "pandas objects": pandas_object,
    "polars": polars_eager,
    IN_PARTS: polars_eager,
    "polars lazy": polars_lazy,
    "pyarrow": arrow,
    "duckdb": duck,
    "dask": dask,
    "pyspark": pyspark,
}
LAZY: Final = ("polars lazy", "duckdb", "dask", "pyspark")
EXAMPLES: Final = {"duckdb": 2, "dask": 2, "pyspark": 1}
"""How many frames a property is tried on, where an engine takes long to plan."""


def _has_null(rows: Sequence[Row], name: str) -> bool:
    return any(row[name] is None for row in rows)


def as_rows(frame: Any) -> list[Row]:  # noqa: ANN401  (a frame of any engine)
    """What a frame holds, in the order that it was made in, as Python's numbers, days and texts."""
    return sorted((_row(row) for row in _given(frame)), key=lambda row: row[_PLACE])


def _given(frame: Any) -> list[Row]:  # noqa: ANN401  (a frame of any engine)
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dicts()
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    if isinstance(frame, pa.Table):
        return frame.to_pylist()
    if hasattr(frame, "toPandas"):
        rows: list[Row] = [row.asDict() for row in frame.collect()]
        return rows
    frame = frame.compute() if isinstance(frame, _dask().DataFrame) else frame
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def _row(row: Row) -> Row:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    if value is None or value is pd.NaT or value is pd.NA or value != value:  # noqa: PLR0124  (NaN)
        return None
    if isinstance(value, pd.Timestamp) and value.tzinfo is None:
        return value.date()
    if isinstance(value, str | bool | date | datetime | Decimal):
        return value
    return value.item() if hasattr(value, "item") else value
