"""A column as a fact (事实列): whole fen, numbered days, microseconds, flags, each with whether it is known.

A reader says by expressions what a column holds; where a value cannot be read, one of its faults is true.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar, Final, TypeAlias

import attrs
import narwhals as nw
from narwhals.dtypes import DType

from gxinjury.extra.frames._columns import Known
from gxinjury.extra.frames._days import EPOCH
from gxinjury.extra.frames.words import (
    FLOATS_NEED_CONSENT,
    LARGEST_FEN,
    MUST_BE_DAYS,
    MUST_BE_FLAGS,
    MUST_BE_MOMENTS,
    MUST_BE_MONEY,
    MUST_BE_STATES,
    MUST_BE_WHOLE,
)
from gxinjury.texts import Text

COVER_STATES: Final = ("NOT_COVERED", "COVERED", "UNSETTLED")
"""The names of the states of a cover, each in the place of its number; a boolean is one of the first two."""

_AS_NEAR_AS_DOUBLES: Final = 2.0**-51
"""How far a double times a hundred may be from the whole number that is meant, as a share of it."""

_MOST_DECIMAL_DIGITS: Final = 34


class NotSuchAColumnError(TypeError):
    """A column whose type cannot be read as such a fact; ``rule`` says what it must be."""

    def __init__(self, rule: Text) -> None:
        self.rule = rule


Read: TypeAlias = Known[nw.Expr]
"""What a column holds, as expressions."""


@attrs.frozen
class Source:
    """A column of a frame."""

    name: str  # its name
    dtype: DType  # its type
    floats: bool = True  # whether floats are read: the rows are looked at or flagged
    subtracts: bool = False  # whether its engine subtracts days, and does not cast a date to its number

    @property
    def column(self) -> nw.Expr:
        """The column as an expression."""
        return nw.col(self.name)

    def read(self, value: nw.Expr, *faults: tuple[str, nw.Expr]) -> Read:
        """Return what it holds; nothing is known of a null."""
        return Known(value, ~self.column.is_null(), faults)


Reader = Callable[[Source], Read]


@attrs.frozen
class Whole:
    """Reads whole numbers."""

    limit: int  # the largest that is let in
    fen_per_unit: ClassVar = 1

    def __call__(self, source: Source) -> Read:
        """Read a column of whole numbers."""
        if source.dtype.is_integer():
            return _from_integer(source, 1, self.limit)
        if source.dtype.is_float():
            return _from_float(source, 1, self.limit, "not_a_whole_number")
        raise NotSuchAColumnError(MUST_BE_WHOLE)


@attrs.frozen
class Money:
    """Reads amounts as whole fen."""

    fen_per_unit: int  # what a one in the column is worth
    limit: int = LARGEST_FEN  # the largest amount that is let in, in fen

    def __call__(self, source: Source) -> Read:
        """Read a column of amounts."""
        if source.dtype.is_integer():
            return _from_integer(source, self.fen_per_unit, self.limit)
        if source.dtype.is_float():
            return _from_float(source, self.fen_per_unit, self.limit, "not_whole_fen")
        if source.dtype.is_decimal():
            return _from_decimal(source, self.fen_per_unit, self.limit)
        raise NotSuchAColumnError(MUST_BE_MONEY)


def _from_integer(source: Source, fen_per_unit: int, limit: int) -> Read:
    most = limit // fen_per_unit
    fits = (source.column <= most) & (source.column >= -most)
    # Narrow columns are widened before anything is multiplied.
    value = nw.when(fits).then(source.column).otherwise(nw.lit(0)).cast(nw.Int64) * fen_per_unit
    return source.read(value, ("too_large", ~fits))


def _from_float(source: Source, fen_per_unit: int, limit: int, code: str) -> Read:
    if not source.floats:
        raise NotSuchAColumnError(FLOATS_NEED_CONSENT)
    most = float(limit // fen_per_unit)
    column = source.column.cast(nw.Float64)
    fits = column.is_finite() & (column <= most) & (column >= -most)
    scaled = nw.when(fits).then(column).otherwise(nw.lit(0.0)) * float(fen_per_unit)
    nearest = scaled.round(0)
    off = (scaled - nearest).abs() > nearest.abs() * _AS_NEAR_AS_DOUBLES
    large = column.is_finite() & ~fits
    return source.read(nearest.cast(nw.Int64), ("too_large", large), (code, off | ~column.is_finite()))


def _from_decimal(source: Source, fen_per_unit: int, limit: int) -> Read:
    column = source.column
    most = Decimal(limit // fen_per_unit)
    fits = (column <= nw.lit(most)) & (column >= nw.lit(-most))
    near = nw.when(fits).then(column.cast(nw.Float64)).otherwise(nw.lit(0.0)) * float(fen_per_unit)
    value = near.round(0).cast(nw.Int64)
    exact = _narrowed(source) * nw.lit(Decimal(fen_per_unit))
    return source.read(value, ("too_large", ~fits), ("not_whole_fen", fits & (exact != value)))


def _narrowed(source: Source) -> nw.Expr:
    """Return a decimal column with room for the digits of a product; on pyarrow those of both factors add up to 38."""
    dtype = source.dtype
    if isinstance(dtype, nw.Decimal) and dtype.precision > _MOST_DECIMAL_DIGITS:
        return source.column.cast(nw.Decimal(_MOST_DECIMAL_DIGITS, dtype.scale))
    return source.column


def day(source: Source) -> Read:
    """Read a column of dates as days numbered from 1970-01-01; a moment without an offset is a day at its midnight."""
    dtype = source.dtype
    if isinstance(dtype, nw.Datetime) and dtype.time_zone is None:
        midnight = source.column.dt.truncate("1d")
        return source.read(_days(source, midnight.dt.date()), ("not_a_day", midnight != source.column))
    if dtype != nw.Date:
        raise NotSuchAColumnError(MUST_BE_DAYS)
    return source.read(_days(source, source.column))


def moment(source: Source) -> Read:
    """Read a column of moments as microseconds from 1970-01-01 UTC."""
    dtype = source.dtype
    if not isinstance(dtype, nw.Datetime) or dtype.time_zone is None:
        raise NotSuchAColumnError(MUST_BE_MOMENTS)
    return source.read(source.column.dt.timestamp("us"))


def flag(source: Source) -> Read:
    """Read a column of booleans as 1 and 0."""
    if source.dtype != nw.Boolean:
        raise NotSuchAColumnError(MUST_BE_FLAGS)
    return source.read(nw.when(source.column).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64))


@attrs.frozen
class Named:
    """Reads names as their numbers."""

    names: tuple[str, ...]
    code: str  # of the reason where it is none of them
    rule: Text  # what the column must be
    flags: bool = False  # whether booleans stand for the first two

    def __call__(self, source: Source) -> Read:
        """Read a column of names."""
        if self.flags and source.dtype == nw.Boolean:
            return flag(source)
        # An enumeration is of its own names, so it equals no other.
        if source.dtype not in {nw.String, nw.Categorical} and not isinstance(source.dtype, nw.Enum):
            raise NotSuchAColumnError(self.rule)
        column = source.column.cast(nw.String)
        value: nw.Expr = nw.lit(-1)
        for number, name in enumerate(self.names):
            value = nw.when(column == name).then(nw.lit(number)).otherwise(value)
        return source.read(value.cast(nw.Int64), (self.code, value < 0))


state: Final = Named(COVER_STATES, "not_a_cover_state", MUST_BE_STATES, flags=True)


def _days(source: Source, column: nw.Expr) -> nw.Expr:
    return (column - nw.lit(EPOCH)).cast(nw.Int64) if source.subtracts else column.cast(nw.Int32).cast(nw.Int64)
