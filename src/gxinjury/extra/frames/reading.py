"""A column as a fact (事实列): whole fen, numbered days, microseconds, flags, each with whether it is known.

A :class:`Read` says by expressions what a column holds; where a value cannot be read, one of its faults is true.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import ClassVar, Final

import attrs
import narwhals as nw
from narwhals.dtypes import DType

from gxinjury.extra.frames.numbering import EPOCH
from gxinjury.extra.frames.words import (
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

AS_NEAR_AS_DOUBLES: Final = 2.0**-51
"""How far a double times a hundred may be from the whole number that is meant, as a share of it."""

_SMALL_INTEGERS: Final = (nw.Int8, nw.Int16, nw.Int32, nw.UInt8, nw.UInt16, nw.UInt32)
_MOST_DECIMAL_DIGITS: Final = 34
_DAYS_UNTIL_1970: Final = 719_163


class NotSuchAColumnError(TypeError):
    """A column whose type cannot be read as such a fact; ``rule`` says what it must be."""

    def __init__(self, rule: Text) -> None:
        super().__init__(rule)
        self.rule = rule


@attrs.frozen
class Read:
    """What a column holds, as expressions.

    Args:
        value: Its value; any where it is not known.
        known: Whether it is known.
        faults: Conditions under which it cannot be read, by the code of the reason.
    """

    value: nw.Expr
    known: nw.Expr
    faults: tuple[tuple[str, nw.Expr], ...] = ()


@attrs.frozen
class Source:
    """A column of a frame.

    Args:
        name: Its name.
        dtype: Its type.
        implementation: The engine it is on.
    """

    name: str
    dtype: DType
    implementation: nw.Implementation

    @property
    def column(self) -> nw.Expr:
        """The column as an expression."""
        return nw.col(self.name)

    @property
    def known(self) -> nw.Expr:
        """Whether it has a value."""
        return ~self.column.is_null()

    @property
    def is_float(self) -> bool:
        """Whether it holds floats."""
        return self.dtype.is_float()

    @property
    def numbers_days(self) -> bool:
        """Whether the engine casts a date to its number and back."""
        return self.implementation not in {nw.Implementation.DUCKDB, nw.Implementation.PYSPARK}


Reader = Callable[[Source], Read]


@attrs.frozen
class Whole:
    """Reads whole numbers.

    Args:
        limit: The largest that is let in.
    """

    limit: int
    fen_per_unit: ClassVar = 1

    def __call__(self, source: Source) -> Read:
        """Read a column of whole numbers."""
        if source.dtype.is_integer():
            return _from_integer(source, 1, self.limit)
        if source.is_float:
            read = _from_float(source, 1, self.limit)
            return attrs.evolve(read, faults=tuple((_COUNTED.get(code, code), fault) for code, fault in read.faults))
        raise NotSuchAColumnError(MUST_BE_WHOLE)


_COUNTED: Final = {"not_whole_fen": "not_a_whole_number"}


@attrs.frozen
class Money:
    """Reads amounts as whole fen.

    Args:
        fen_per_unit: What a one in the column is worth.
        limit: The largest amount that is let in, in fen.
    """

    fen_per_unit: int
    limit: int = LARGEST_FEN

    def __call__(self, source: Source) -> Read:
        """Read a column of amounts."""
        if source.dtype.is_integer():
            return _from_integer(source, self.fen_per_unit, self.limit)
        if source.is_float:
            return _from_float(source, self.fen_per_unit, self.limit)
        if source.dtype.is_decimal():
            return _from_decimal(source, self.fen_per_unit, self.limit)
        raise NotSuchAColumnError(MUST_BE_MONEY)


def _from_integer(source: Source, fen_per_unit: int, limit: int) -> Read:
    most = limit // fen_per_unit
    # Narrow columns are widened before anything is compared or multiplied.
    column = source.column.cast(nw.Int64) if source.dtype in _SMALL_INTEGERS else source.column
    fits = (column <= most) & (column >= -most) if source.dtype.is_signed_integer() else column <= most
    value = nw.when(fits).then(column).otherwise(nw.lit(0)).cast(nw.Int64) * fen_per_unit
    return Read(value, source.known, (("too_large", ~fits),))


def _from_float(source: Source, fen_per_unit: int, limit: int) -> Read:
    most = float(limit // fen_per_unit)
    column = source.column.cast(nw.Float64)
    fits = column.is_finite() & (column <= most) & (column >= -most)
    scaled = nw.when(fits).then(column).otherwise(nw.lit(0.0)) * float(fen_per_unit)
    nearest = scaled.round(0)
    off = (scaled - nearest).abs() > nearest.abs() * AS_NEAR_AS_DOUBLES
    large = column.is_finite() & ~fits
    return Read(
        nearest.cast(nw.Int64), source.known, (("too_large", large), ("not_whole_fen", off | ~column.is_finite()))
    )


def _from_decimal(source: Source, fen_per_unit: int, limit: int) -> Read:
    column = source.column
    most = Decimal(limit // fen_per_unit)
    fits = (column <= nw.lit(most)) & (column >= nw.lit(-most))
    near = nw.when(fits).then(column.cast(nw.Float64)).otherwise(nw.lit(0.0)) * float(fen_per_unit)
    value = near.round(0).cast(nw.Int64)
    exact = _narrowed(source) * nw.lit(Decimal(fen_per_unit))
    return Read(value, source.known, (("too_large", ~fits), ("not_whole_fen", fits & (exact != value))))


def _narrowed(source: Source) -> nw.Expr:
    """Return a decimal column with room for the digits of a product; on pyarrow those of both factors add up to 38."""
    dtype = source.dtype
    if isinstance(dtype, nw.Decimal) and dtype.precision > _MOST_DECIMAL_DIGITS:
        return source.column.cast(nw.Decimal(_MOST_DECIMAL_DIGITS, dtype.scale))
    return source.column


def day(source: Source) -> Read:
    """Read a column of dates as days numbered from 1970-01-01."""
    if source.dtype != nw.Date:
        raise NotSuchAColumnError(MUST_BE_DAYS)
    if source.numbers_days:
        return Read(source.column.cast(nw.Int32).cast(nw.Int64), source.known)
    before = source.column.dt.year().cast(nw.Int64) - 1
    of_year = source.column.dt.ordinal_day().cast(nw.Int64)
    value = before * 365 + before // 4 - before // 100 + before // 400 + of_year - _DAYS_UNTIL_1970
    return Read(value, source.known)


def moment(source: Source) -> Read:
    """Read a column of moments as microseconds from 1970-01-01 UTC."""
    dtype = source.dtype
    if not isinstance(dtype, nw.Datetime) or dtype.time_zone is None:
        raise NotSuchAColumnError(MUST_BE_MOMENTS)
    if source.numbers_days:
        return Read(source.column.dt.timestamp("us"), source.known)
    if source.implementation is nw.Implementation.DUCKDB:
        since = source.column - nw.lit(datetime(1970, 1, 1, tzinfo=UTC))
        return Read(since.dt.total_microseconds().cast(nw.Int64), source.known)
    # Spark casts a moment to seconds; for the years of any case a double tells its microseconds apart.
    return Read((source.column.cast(nw.Float64) * 1e6).round(0).cast(nw.Int64), source.known)


def flag(source: Source) -> Read:
    """Read a column of booleans as 1 and 0."""
    if source.dtype != nw.Boolean:
        raise NotSuchAColumnError(MUST_BE_FLAGS)
    return Read(nw.when(source.column).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64), source.known)


def state(source: Source) -> Read:
    """Read a column of states of a cover as their numbers."""
    if source.dtype == nw.Boolean:
        return flag(source)
    # An enumeration is of its own names, so it equals no other.
    if source.dtype not in {nw.String, nw.Categorical} and not isinstance(source.dtype, nw.Enum):
        raise NotSuchAColumnError(MUST_BE_STATES)
    column = source.column.cast(nw.String)
    value: nw.Expr = nw.lit(-1)
    for number, name in enumerate(COVER_STATES):
        value = nw.when(column == name).then(nw.lit(number)).otherwise(value)
    return Read(value.cast(nw.Int64), source.known, (("not_a_cover_state", value < 0),))


def as_date(implementation: nw.Implementation, number: nw.Expr) -> nw.Expr:
    """Return numbered days as dates."""
    if implementation in {nw.Implementation.DUCKDB, nw.Implementation.PYSPARK}:
        return (nw.lit(EPOCH) + number * nw.lit(timedelta(days=1))).cast(nw.Date)
    return number.cast(nw.Int32).cast(nw.Date)
