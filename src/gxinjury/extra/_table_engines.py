"""The engines of tables (表格的引擎): columns of one type each, as pandas, polars and pyarrow have them."""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, TypeAlias, cast

from gxinjury.cells import PLAIN, Column, said
from gxinjury.money import Rate
from gxinjury.texts import Language

_MOST_DIGITS: Final = 38
_FEN: Final = 2
_LARGEST: Final = 2**63
_BEIJING: Final = "Asia/Shanghai"

Typed: TypeAlias = tuple[str, type[Any], list[Any]]
"""A column as a frame takes it: its title, the one type of its values, and these, None for nothing."""


def typed(title: str, column: Column, cells: list[Any], language: Language, decimals: str) -> Typed:
    """Return a column as a frame takes it."""
    plain = [_plain(cell, decimals) for cell in cells]
    kind = _kind_of([one for one in plain if one is not None], column, decimals)
    if kind is str:
        return title, kind, [None if cell is None else said(cell, language, column) for cell in cells]
    return title, kind, [kind(one) if kind in (Decimal, float) and one is not None else one for one in plain]


def _plain(cell: Any, decimals: str) -> Any:  # noqa: ANN401  # any value
    """Return a cell as a frame may hold it by type; what is none of its types as it is."""
    match cell:
        case IntEnum():
            return int(cell)
        case Rate():
            return _plain(cell.fraction, decimals)
        case Decimal() | Fraction() if decimals == "float":
            return float(cell)
        case _:
            return cell


def _kind_of(values: list[Any], column: Column, decimals: str) -> type[Any]:
    """Return the one type that a frame can hold the values in."""
    kinds = {next((kind for kind in PLAIN if isinstance(one, kind)), str) for one in values} or {column.kind}
    if Decimal in kinds and decimals == "float":
        return float
    if kinds in ({int, Decimal}, {int, float}):
        kinds.remove(int)
    (kind, *more) = kinds
    return str if more or _is_beyond(kind, values) else kind


def _is_beyond(kind: type[Any], values: list[Any]) -> bool:
    """Return whether values of a type are more than a column of it holds."""
    if kind is int:
        return any(abs(one) >= _LARGEST for one in values)
    if kind is Decimal:
        return sum(_digits(values)) > _MOST_DIGITS
    return kind is datetime and any(one.utcoffset() is None for one in values)


def _digits(values: Iterable[Any]) -> tuple[int, int]:
    """Return how many digits numbers have before and behind the point at the most, behind it the fen at least."""
    numbers = [Decimal(one) for one in values if one is not None]
    before = max((1, *(one.adjusted() + 1 for one in numbers)))
    return before, max((_FEN, *(-cast("int", one.as_tuple().exponent) for one in numbers)))


def from_frame(value: Any) -> Any:  # noqa: ANN401  # any value
    """Return a value of a frame as data has it."""
    if hasattr(value, "as_py"):
        value = value.as_py()
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    elif type(value).__module__ == "numpy":
        value = (value.astype("datetime64[us]") if value.dtype.kind == "M" else value).item()
    match value:
        case float() | Decimal() if value != value:  # noqa: PLR0124  # NaN
            return None
        case float() if value.is_integer():
            return int(value)
        case datetime() if value.tzinfo is None and value.time() == time():
            return value.date()
        case _:
            return value


def _as_pandas(columns: Sequence[Typed]) -> Any:  # noqa: ANN401  # a frame
    pandas = importlib.import_module("pandas")
    types = {bool: "boolean", int: "Int64", float: "float64", date: "datetime64[s]"}
    types[datetime] = f"datetime64[us, {_BEIJING}]"
    return pandas.DataFrame(
        {title: pandas.Series(values, dtype=types.get(kind, "object")) for title, kind, values in columns}
    )


def _as_polars(columns: Sequence[Typed]) -> Any:  # noqa: ANN401  # a frame
    polars = importlib.import_module("polars")
    types = {bool: polars.Boolean, int: polars.Int64, float: polars.Float64, date: polars.Date, str: polars.String}
    types[datetime] = polars.Datetime("us", _BEIJING)
    return polars.DataFrame(
        [
            polars.Series(title, values, types.get(kind) or polars.Decimal(_MOST_DIGITS, _digits(values)[1]))
            for title, kind, values in columns
        ]
    )


def _as_pyarrow(columns: Sequence[Typed]) -> Any:  # noqa: ANN401  # a table
    arrow = importlib.import_module("pyarrow")
    types = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64(), date: arrow.date32(), str: arrow.string()}
    types[datetime] = arrow.timestamp("us", _BEIJING)
    return arrow.table(
        {
            title: arrow.array(values, types.get(kind) or arrow.decimal128(_MOST_DIGITS, _digits(values)[1]))
            for title, kind, values in columns
        }
    )


ENGINES: Final[Mapping[str, Callable[[Sequence[Typed]], Any]]] = MappingProxyType(
    {"pandas": _as_pandas, "polars": _as_polars, "pyarrow": _as_pyarrow}
)
"""What a table can be asked for as."""
