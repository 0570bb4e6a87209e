"""Fen as yuan, for showing (以元显示): decimals of two places, never floats."""

from decimal import Decimal
from typing import Any, Final, cast

import narwhals as nw
from narwhals.dependencies import is_dask_dataframe
from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames.words import MUST_BE_A_FRAME, MUST_NAME_A_COLUMN, MUST_NAME_FEN
from gxinjury.money import FEN, times

_YUAN: Final = nw.Decimal(21, 2)


def in_yuan(frame: IntoFrameT, *columns: str) -> IntoFrameT:
    """Return the frame with its amounts in yuan beside those in fen: ``premium_yuan`` beside ``premium_fen``.

    Args:
        frame: Any frame that the questions take.
        columns: The columns to show, whole fen by name and type; none: all whose names end in ``_fen``.

    Returns:
        The frame with a decimal column for each; in pandas without pyarrow columns, Python's decimals.

    Raises:
        InvalidFactError: It is no frame, has no such column, or the column's name does not end in ``_fen``.

    >>> import pyarrow as pa
    >>> in_yuan(pa.table({"premium_fen": [2685363, None]}))["premium_yuan"].to_pylist()
    [Decimal('26853.63'), None]
    """
    if is_dask_dataframe(frame):
        native: Any = frame
        shown = native.map_partitions(in_yuan, *columns, meta=in_yuan(native._meta, *columns))  # noqa: SLF001  (Dask's way to tell the type)
        return cast("IntoFrameT", shown)
    table: Any = nw.from_native(frame, pass_through=True)
    if not isinstance(table, nw.DataFrame | nw.LazyFrame):
        raise InvalidFactError("in_yuan", "frame", MUST_BE_A_FRAME, type(frame).__name__)
    names = table.collect_schema().names()
    wanted = columns or tuple(name for name in names if name.endswith("_fen"))
    for column in wanted:
        if column not in names:
            raise InvalidFactError("in_yuan", "columns", MUST_NAME_A_COLUMN, column)
        if not column.endswith("_fen"):
            raise InvalidFactError("in_yuan", "columns", MUST_NAME_FEN, column)
    pairs = {f"{column.removesuffix('_fen')}_yuan": column for column in wanted}
    if table.implementation.is_pandas():
        return cast("IntoFrameT", _in_pandas(table.to_native(), pairs))
    return cast("IntoFrameT", table.with_columns(**{yuan: _decimal(fen) for yuan, fen in pairs.items()}).to_native())


def _decimal(column: str) -> nw.Expr:
    return (nw.col(column).cast(nw.Decimal(19, 0)) * nw.lit(FEN)).cast(_YUAN)


def _in_pandas(native: Any, pairs: dict[str, str]) -> Any:  # noqa: ANN401  (a pandas frame)
    """Return the frame with Python's decimals, as pandas has none of its own."""
    return native.assign(**{yuan: _decimals(native[fen]) for yuan, fen in pairs.items()})


def _decimals(fen: Any) -> Any:  # noqa: ANN401  (series of pandas)
    """Return fen as yuan; missing is what pandas calls so, of which it has several."""
    given = zip(fen.astype(object), fen.isna(), strict=True)
    yuan = [None if is_missing else times(Decimal(int(one)), FEN) for one, is_missing in given]
    return type(fen)(yuan, index=fen.index, dtype=object)
