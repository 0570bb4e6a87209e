"""How a question is put to a frame (提问): which engine it is on, what becomes of rows that cannot be answered.

On pandas, polars and pyarrow the rows are at hand: those that break a rule raise, unless they are to be flagged. A lazy
frame stays lazy: its rows are flagged, unless ``collect=True`` asks for them to be looked at now.
"""

import warnings
from collections.abc import Sequence
from functools import partial
from typing import Any, Final, Literal, TypeAlias, cast

import attrs
import narwhals as nw
from narwhals.dependencies import is_dask_dataframe
from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError, StaleFigureWarning
from gxinjury.extra.frames.reading import as_date
from gxinjury.extra.frames.sheets import BAD, OK, PREFIX, Columns, EagerPolars, Output, Refusal, Sheet, Work
from gxinjury.extra.frames.words import (
    AND_MORE,
    MUST_BE_A_FRAME,
    MUST_BE_A_WAY,
    NEEDS_CONSENT,
    REASONS,
    RESERVED,
)
from gxinjury.texts import Text, shown

OnInvalid: TypeAlias = Literal["raise", "flag"]
"""What becomes of rows that break a rule: an error that names the first, or a column that says why."""

REASON: Final = "refused_because"
"""The name of the column that says why a row is not answered: a code of ``REASONS``, null where it is answered."""

_WHY: Final = f"{PREFIX}why"
_MOST_ROWS_NAMED: Final = 5
_KNOWN: Final = {
    nw.Implementation.PANDAS,
    nw.Implementation.POLARS,
    nw.Implementation.PYARROW,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
}


@attrs.frozen
class Way:
    """How rows that break a rule are dealt with.

    Args:
        flag: Keep them, with a reason column.
        look: Look at the rows now, and raise.
        floats: Whether float columns are read: their rows are looked at or flagged, as the caller said.
    """

    flag: bool
    look: bool
    floats: bool


def answered(
    frame: IntoFrameT, question: str, work: Work, *, on_invalid: OnInvalid | None, collect: bool
) -> IntoFrameT:
    """Put a question to a frame and return it with the answers beside its columns.

    Raises:
        InvalidFactError: It is no frame, or a row breaks a rule of input and rows are looked at.
        NotInForceError: A row's day is one for which a figure is not in force, and rows are looked at.
        OutOfScopeError: A row asks what the texts leave open, and rows are looked at.
    """
    # A Dask frame is taken apart into pandas frames, so narwhals need not know of it.
    if is_dask_dataframe(frame):
        way = _way(question, on_invalid, is_lazy=True, collect=collect)
        return cast("IntoFrameT", _on_dask(frame, question, work, way))
    table = nw.from_native(frame, pass_through=True)
    if not isinstance(table, nw.DataFrame | nw.LazyFrame) or table.implementation not in _KNOWN:
        raise InvalidFactError(question, "frame", MUST_BE_A_FRAME, type(frame).__name__)
    for name in table.columns if isinstance(table, nw.DataFrame) else table.collect_schema().names():
        if str(name).startswith(PREFIX):
            raise InvalidFactError(question, "frame", RESERVED, name)
    way = _way(question, on_invalid, is_lazy=isinstance(table, nw.LazyFrame), collect=collect)
    if table.implementation.is_pandas():
        return cast("IntoFrameT", _on_pandas(table.to_native(), question, work, way))
    return cast("IntoFrameT", _on_columns(table, question, work, way))


def _way(question: str, on_invalid: OnInvalid | None, *, is_lazy: bool, collect: bool) -> Way:
    if on_invalid not in {None, "raise", "flag"}:
        raise InvalidFactError(question, "on_invalid", MUST_BE_A_WAY, on_invalid)
    if not is_lazy:
        return Way(flag=on_invalid == "flag", look=on_invalid != "flag", floats=True)
    if on_invalid == "raise" and not collect:
        raise InvalidFactError(question, "on_invalid", NEEDS_CONSENT, on_invalid)
    look = collect and on_invalid != "flag"
    return Way(flag=not look, look=look, floats=look or on_invalid == "flag")


def _why(refusals: Sequence[Refusal]) -> nw.Expr:
    """Return the place of the first refusal that holds in a row."""
    why: nw.Expr = nw.lit(-1)
    for place in reversed(range(len(refusals))):
        why = nw.when(refusals[place].when).then(nw.lit(place)).otherwise(why)
    return why


def _reason(refusals: Sequence[Refusal]) -> Output:
    return Output(_why(refusals), "text", names=tuple(one.code for one in refusals), refused=True)


def _on_dask(native: Any, question: str, work: Work, way: Way) -> Any:  # noqa: ANN401  (a Dask frame)
    """Put the question to each part, which is a pandas frame; parts are looked at one after the other."""
    if way.look:
        row = 0
        for number in range(native.npartitions):
            part = native.partitions[number].compute()
            _on_pandas(part, question, work, way, first_row=row)
            row += len(part)
    calm = attrs.evolve(way, look=False)
    on_part = partial(_on_pandas, question=question, work=work, way=calm, nullable=True)
    return native.map_partitions(on_part, meta=on_part(native._meta))  # noqa: SLF001  (Dask's way to tell the type)


def _on_pandas(
    native: Any,  # noqa: ANN401  (a pandas frame)
    question: str,
    work: Work,
    way: Way,
    *,
    first_row: int = 0,
    nullable: bool = False,
) -> Any:  # noqa: ANN401  (a pandas frame)
    from gxinjury.extra.frames.in_pandas import PandasColumns  # noqa: PLC0415  (pandas is there where its frames are)

    columns = PandasColumns(native, nullable=nullable)
    sheet = Sheet(question, columns, floats=way.floats, warns=way.look)
    outputs = work(sheet)
    if way.look:
        facts = list(dict.fromkeys(one.fact.column for one in sheet.refusals))
        rows = columns.rows(_MOST_ROWS_NAMED, nw.col(BAD), facts)
        if rows:
            why = columns.table.select(why=_why(sheet.refusals)).to_native()["why"]
            _refuse(question, sheet.refusals, [(row + first_row, why.iloc[row], held) for row, held in rows])
        _warn(sheet, columns.table)
    if way.flag:
        outputs = {**outputs, REASON: _reason(sheet.refusals)}
    return columns.answered(outputs)


def _on_columns(table: nw.DataFrame[Any] | nw.LazyFrame[Any], question: str, work: Work, way: Way) -> Any:  # noqa: ANN401  (the frame of any engine)
    columns = Columns(table)
    if isinstance(table, nw.DataFrame) and table.implementation.is_polars():
        columns = EagerPolars(table)
    sheet = Sheet(question, columns, floats=way.floats, warns=way.look)
    outputs = work(sheet)
    if way.flag:
        outputs = {**outputs, REASON: _reason(sheet.refusals)}
    kept = list(dict.fromkeys([*columns.names(), *outputs]))
    columns.keep({name: _written(columns, output) for name, output in outputs.items()})
    if isinstance(columns, EagerPolars):
        looked_for = [BAD, *(name for name, _ in sheet.stale)] if way.look else []
        worked = columns.table.select(*kept, *looked_for).lazy().collect()
        if way.look:
            if worked[BAD].any():
                _look(sheet, columns.table.lazy().collect())
            _warn(sheet, worked)
        return worked.select(*kept).to_native()
    if way.look:
        _look(sheet, columns.table)
        _warn(sheet, columns.table)
    return columns.table.select(*kept).to_native()


def _look(sheet: Sheet, table: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
    """Raise where a row is refused, naming the first; only rows that have an order have numbers."""
    facts = list(dict.fromkeys(one.fact.column for one in sheet.refusals))
    if isinstance(table, nw.DataFrame):
        if not table[BAD].any():
            return
        table = table.with_row_index(f"{PREFIX}row")
        facts.append(f"{PREFIX}row")
    found = table.filter(nw.col(BAD)).select(*facts, **{_WHY: _why(sheet.refusals)}).head(_MOST_ROWS_NAMED)
    rows = (found.collect() if isinstance(found, nw.LazyFrame) else found).rows(named=True)
    if rows:
        _refuse(sheet.question, sheet.refusals, [(row.get(f"{PREFIX}row"), row[_WHY], row) for row in rows])


def _warn(sheet: Sheet, table: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
    """Warn where an answered row rests on a figure past the day that it was verified through."""
    for name, text in sheet.stale:
        is_stale = (
            bool(table[name].any())
            if isinstance(table, nw.DataFrame)
            else len(table.filter(nw.col(name)).select(name).head(1).collect()) > 0
        )
        if is_stale:
            warnings.warn(text, StaleFigureWarning, stacklevel=5)


def _refuse(
    question: str, refusals: Sequence[Refusal], rows: Sequence[tuple[int | None, int, dict[str, object]]]
) -> None:
    """Raise what the first refused row says, and name the rows that say the same."""
    place = rows[0][1]
    refusal = refusals[place]
    numbers = ", ".join(str(row) for row, why, _ in rows if row is not None and why == place)
    rule = REASONS[refusal.code]
    if numbers:
        in_rows = AND_MORE.filled({"rows": numbers})
        rule = Text(zh=f"{rule.zh}{in_rows.zh}", en=f"{rule.en}{in_rows.en}")
    value = rows[0][2][refusal.fact.column]
    if refusal.kind is InvalidFactError:
        raise InvalidFactError(question, refusal.fact.field, rule, value)
    told = Text(
        zh=f"{question}.{refusal.fact.field} {rule.zh}，实为 {shown(value)}",
        en=f"{question}.{refusal.fact.field} {rule.en}, got {shown(value)}",
    )
    raise refusal.kind(told)


def _written(columns: Columns, output: Output) -> nw.Expr:
    """Return an answer as a column of its type, null where there is none."""
    if columns.is_clean and output.known is None and output.kind in {"number", "day"}:
        number = output.value.cast(nw.Int64)
        return as_date(columns.implementation, number) if output.kind == "day" else number
    told = nw.col(BAD) if output.refused else nw.col(OK)
    if output.known is not None:
        told = told & output.known
    if output.kind == "flag":
        return nw.when(told).then(output.value == 1)
    if output.kind == "text":
        text: nw.Expr = nw.lit(None).cast(nw.String)
        for place, name in enumerate(output.names):
            text = nw.when(told & (output.value == place)).then(nw.lit(name)).otherwise(text)
        return text
    number = nw.when(told).then(output.value.cast(nw.Int64))
    return as_date(columns.implementation, number) if output.kind == "day" else number
