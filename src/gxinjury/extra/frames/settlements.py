"""Settlements of many injuries (批量待遇核定): a row a line of benefits, each keyed by the row that it comes of.

Here each row is the record of one case, settled by the rule of one case, so any engine takes what Python takes for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final, cast

import narwhals as nw
from narwhals.dependencies import is_dask_dataframe
from narwhals.typing import IntoFrameT

from gxinjury.benefits import BenefitLine, Injury
from gxinjury.benefits import settle_injury as settled
from gxinjury.codec import CodecError
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.extra._table_engines import ENGINES, from_frame
from gxinjury.extra.frames._questions import REASON, OnInvalid
from gxinjury.extra.frames.words import MUST_BE_A_FRAME, MUST_BE_A_WAY, MUST_NAME_A_COLUMN, MUST_NOT_OVERWRITE
from gxinjury.extra.tables import record
from gxinjury.facts import check_instance
from gxinjury.fields import fields_of
from gxinjury.law import LAW, Law
from gxinjury.money import FEN, times, to_fen

_COLUMNS: Final[Mapping[str, type[Any]]] = {
    "line": int,
    "benefit": str,
    "amount_fen": int,
    "rhythm": str,
    "payer": str,
    "clause": str,
    "first": date,
    "last": date,
    "dependant": str,
    "needs": str,
    "formula": str,
    REASON: str,
}
_SPARK: Final = {int: "bigint", str: "string", date: "date"}


def settle_injury(
    frame: IntoFrameT, *, key: str | Sequence[str], on_invalid: OnInvalid = "raise", law: Law = LAW
) -> IntoFrameT:
    """Return the lines of each injury's settlement, a row a line.

    As :func:`~gxinjury.benefits.settlement.settle_injury` has it, of a row an injury: the fields of an
    :class:`~gxinjury.benefits.injuries.Injury`, an amount also from the column that goes on with ``_fen`` or ``_yuan``,
    what lies within a record by its path, as ``termination.ended_on``; dependants, stays and receipts in columns of
    lists. Other columns are let alone. It goes row by row, some thousand in a second; a lazy frame stays lazy,
    but for a relation of DuckDB, which is settled at once.

    Args:
        frame: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        key: The columns that tell the rows apart, which each line bears.
        on_invalid: ``"raise"`` for the error of the first row that is refused; ``"flag"`` for a row of it with the code
            of the reason in ``refused_because``.
        law: The law asked.

    Returns:
        A frame of the key and of ``line``, counted in each injury from 1, ``benefit``, ``amount_fen`` (each time it is
        paid; null where it needs something), ``rhythm``, ``payer``, ``clause``, ``first``, ``last``, ``dependant``,
        ``needs`` and ``formula``, choices by their names, and ``refused_because``.

    Raises:
        InvalidFactError: A key is no column, or named as a column of the answer; as the rule raises besides.
        CodecError: A row is no record of an injury.

    >>> import pyarrow as pa
    >>> injuries = {"case": ["a"], "injured_on": [date(2016, 3, 1)], "wage_yuan": [6905], "treatment_yuan": [0]}
    >>> graded = pa.table({**injuries, "grade": [7], "graded_on": [date(2016, 11, 20)]})
    >>> lines = settle_injury(graded, key="case")
    >>> list(zip(lines["case"].to_pylist(), lines["benefit"].to_pylist(), lines["amount_fen"].to_pylist()))
    [('a', 'PAID_LEAVE', None), ('a', 'DISABILITY_SUBSIDY', 8976500)]
    """
    if on_invalid not in ("raise", "flag"):
        raise InvalidFactError("settle_injury", "on_invalid", MUST_BE_A_WAY, on_invalid)
    check_instance("settle_injury", "law", law, Law)
    keys = (key,) if isinstance(key, str) else tuple(key)
    work = partial(_settled, keys, on_invalid, law)
    is_dask = is_dask_dataframe(frame)
    native: Any = frame
    like: Any = nw.from_native(native._meta if is_dask else native, pass_through=True)  # noqa: SLF001  (Dask's way to tell the type)
    if not isinstance(like, nw.DataFrame | nw.LazyFrame):
        raise InvalidFactError("settle_injury", "frame", MUST_BE_A_FRAME, type(frame).__name__)
    names = like.collect_schema().names()
    for one in keys:
        if one not in names:
            raise InvalidFactError("settle_injury", "key", MUST_NAME_A_COLUMN, one)
        if one in _COLUMNS:
            raise InvalidFactError("settle_injury", "key", MUST_NOT_OVERWRITE, one)
    return cast("IntoFrameT", _on_engine(native, like, work, keys))


def _on_engine(native: Any, like: Any, work: Any, keys: Sequence[str]) -> Any:  # noqa: ANN401  (frames of any engine)
    if not isinstance(like, nw.LazyFrame):
        return work(native) if native is like.to_native() else native.map_partitions(work, meta=work(native._meta))  # noqa: SLF001  (as above)
    engine = like.implementation
    if engine.is_polars():
        return native.map_batches(work, schema=work(native.head(0).collect()).schema, streamable=True)
    if engine.is_pyspark():
        types = {one: native.schema[one].dataType.simpleString() for one in keys}
        types |= {name: _SPARK[kind] for name, kind in _COLUMNS.items()}
        schema = ", ".join(f"`{name}` {kind}" for name, kind in types.items())
        # Spark takes a point in a name for a field of a structure, so its columns go to Python by number.
        numbered = native.toDF(*map(str, range(len(native.columns))))
        return numbered.mapInPandas(partial(_each, work, native.columns), schema)
    return _on_duckdb(native, work)


def _each(work: Any, names: Sequence[str], frames: Iterator[Any]) -> Iterator[Any]:  # noqa: ANN401  (frames of pandas)
    """Yield what each frame comes to."""
    for frame in frames:
        yield work(frame.set_axis(names, axis=1))


def _on_duckdb(native: Any, work: Any) -> Any:  # noqa: ANN401  (a relation of DuckDB)
    """Return a relation of lines on the same connection, which knows a table of Arrow by its name here."""
    gx_lines = work(native.to_arrow_table())
    found = native.query("gx_injuries", "SELECT * FROM gx_lines")
    del gx_lines
    return found


def _settled(keys: Sequence[str], on_invalid: OnInvalid, law: Law, native: Any) -> Any:  # noqa: ANN401  (frames at hand)
    """Return the lines of the rows of a frame at hand."""
    table: Any = nw.from_native(native)
    read = _columns_of(table.columns)
    places: list[int] = []
    lines: list[tuple[Any, ...]] = []
    for place, row in enumerate(table.select(*read).iter_rows(named=True)):
        facts = {read[name]: _fact(name, value) for name, value in row.items()}
        for number, one in enumerate(_lines_of(facts, on_invalid, law), 1):
            places.append(place)
            lines.append((number, *one))
    columns = [*zip(*lines, strict=True)] or [()] * len(_COLUMNS)
    told = [(name, kind, list(values)) for (name, kind), values in zip(_COLUMNS.items(), columns, strict=True)]
    made: Any = nw.from_native(ENGINES[table.implementation.value](told))
    of_rows = table[places, list(keys)]
    if table.implementation.is_pandas():
        of_rows = nw.from_native(of_rows.to_native().reset_index(drop=True))
    return of_rows.with_columns(*(made[name] for name in _COLUMNS)).to_native()


def _columns_of(names: Sequence[str]) -> dict[str, str]:
    """Return the columns that hold facts of an injury, and which."""
    known = {field.name for field in fields_of(Injury)}
    bare = {name: name.removesuffix("_fen").removesuffix("_yuan") for name in names}
    return {name: fact for name, fact in bare.items() if fact.partition(".")[0] in known}


def _fact(column: str, value: Any) -> Any:  # noqa: ANN401  (any value)
    plain = from_frame(value)
    return times(Decimal(plain), FEN) if column.endswith("_fen") and type(plain) is int else plain


def _lines_of(row: Mapping[str, Any], on_invalid: OnInvalid, law: Law) -> list[tuple[Any, ...]]:
    try:
        lines = settled(record(Injury, row), law=law).lines
    except CodecError as error:
        if on_invalid == "raise":
            raise
        return [(*[None] * (len(_COLUMNS) - 2), error.faults[0].code)]
    except GxInjuryError as error:
        if on_invalid == "raise":
            raise
        return [(*[None] * (len(_COLUMNS) - 2), error.code)]
    return [_told(one) for one in lines]


def _told(line: BenefitLine) -> tuple[Any, ...]:
    return (
        line.benefit.name,
        None if line.amount is None else int(to_fen(line.amount).scaleb(2)),
        line.rhythm.name,
        line.payer.name,
        str(line.clause),
        line.first,
        line.last,
        None if line.dependant is None else f"{line.dependant.name}",
        None if line.needs is None else line.needs.en,
        line.formula,
        None,
    )
