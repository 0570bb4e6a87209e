"""How a question is put to a frame (提问): which engine it is on, what becomes of rows that cannot be answered.

On pandas, polars and pyarrow the rows are at hand: those that break a rule raise, unless they are to be flagged. A lazy
frame stays lazy: its rows are flagged, unless ``collect=True`` asks for them to be looked at now.
"""

import warnings
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, Literal, TypeAlias, cast

import attrs
import narwhals as nw
from narwhals.dependencies import is_dask_dataframe
from narwhals.exceptions import DuplicateError
from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError, StaleFigureWarning
from gxinjury.extra.frames.at_hand import Answers, Table, reason, work_out
from gxinjury.extra.frames.at_once import Worked, work_out_at_once
from gxinjury.extra.frames.in_narwhals import NarwhalsTable
from gxinjury.extra.frames.planned import PREFIX, Plan
from gxinjury.extra.frames.sheets import Output, Refusal, Sheet, Work, why
from gxinjury.extra.frames.words import (
    AND_MORE,
    MUST_BE_A_FRAME,
    MUST_BE_A_WAY,
    MUST_NAME_EACH_ONCE,
    NEEDS_CONSENT,
    REASONS,
    RESERVED,
)
from gxinjury.facts import check_flag
from gxinjury.texts import Text, given_in_chinese, shown

OnInvalid: TypeAlias = Literal["raise", "flag"]
"""What becomes of rows that break a rule: an error that names the first, or a column that says why."""

REASON: Final = "refused_because"
"""The name of the column that says why a row is not answered: a code of ``REASONS``, null where it is answered."""

_MOST_ROWS_NAMED: Final = 5
_ROWS_WORTH_A_PLAN: Final = 2**18
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
        stale: The warnings to give, gathered where rows are looked at.
    """

    flag: bool
    look: bool
    floats: bool
    stale: list[str]


def answered(
    frame: IntoFrameT, question: str, work: Work, *, on_invalid: OnInvalid | None, collect: bool
) -> IntoFrameT:
    """Put a question to a frame and return it with the answers beside its columns.

    Raises:
        InvalidFactError: It is no frame, or a row breaks a rule of input and rows are looked at.
        NotInForceError: A row's day is one for which a figure is not in force, and rows are looked at.
        OutOfScopeError: A row asks what the texts leave open, and rows are looked at.
    """
    check_flag(question, "collect", collect)
    stale: list[str] = []
    found = _answered(frame, question, work, partial(_way, question, on_invalid, collect=collect, stale=stale))
    for text in dict.fromkeys(stale):
        # The line that is told is the one that puts the question.
        warnings.warn(text, StaleFigureWarning, stacklevel=3)
    return found


def _answered(frame: IntoFrameT, question: str, work: Work, way_on: Callable[..., Way]) -> IntoFrameT:
    # A Dask frame is taken apart into pandas frames, so narwhals need not know of it.
    if is_dask_dataframe(frame):
        return cast("IntoFrameT", _on_dask(frame, question, work, way_on(is_lazy=True)))
    try:
        table: Any = nw.from_native(frame, pass_through=True)
    except DuplicateError:
        native: Any = frame
        names = list(getattr(native, "column_names", native.columns))
        raise InvalidFactError(question, "frame", MUST_NAME_EACH_ONCE, max(names, key=names.count)) from None
    if not isinstance(table, nw.DataFrame | nw.LazyFrame) or table.implementation not in _KNOWN:
        raise InvalidFactError(question, "frame", MUST_BE_A_FRAME, type(frame).__name__)
    if isinstance(table, nw.LazyFrame):
        return cast("IntoFrameT", _on_plan(table, question, work, way_on(is_lazy=True)))
    way = way_on(is_lazy=False)
    if table.implementation.is_pandas():
        return cast("IntoFrameT", _on_pandas(table.to_native(), question, work, way))
    if table.implementation.is_polars() and len(table) >= _ROWS_WORTH_A_PLAN:
        return cast("IntoFrameT", _on_polars(table, question, work, way))
    return cast("IntoFrameT", _on_rows(NarwhalsTable(table), question, work, way))


def _way(question: str, on_invalid: OnInvalid | None, *, is_lazy: bool, collect: bool, stale: list[str]) -> Way:
    if on_invalid not in {None, "raise", "flag"}:
        raise InvalidFactError(question, "on_invalid", MUST_BE_A_WAY, on_invalid)
    if not is_lazy:
        return Way(flag=on_invalid == "flag", look=on_invalid != "flag", floats=True, stale=stale)
    if on_invalid == "raise" and not collect:
        raise InvalidFactError(question, "on_invalid", NEEDS_CONSENT, on_invalid)
    look = collect and on_invalid != "flag"
    return Way(flag=not look, look=look, floats=look or on_invalid == "flag", stale=stale)


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
    from gxinjury.extra.frames.in_pandas import PandasTable  # noqa: PLC0415  (pandas is there where its frames are)

    return _on_rows(PandasTable(native, nullable=nullable), question, work, way, first_row=first_row)


def _on_rows(table: Table, question: str, work: Work, way: Way, *, first_row: int = 0) -> Any:  # noqa: ANN401  (a frame)
    found = work_out(table, question, work, floats=way.floats, warns=way.look)
    if way.look:
        _look(table, question, found, first_row)
        way.stale.extend(found.stale)
    return table.answered({**found.columns, REASON: reason(found.why, found.refusals)} if way.flag else found.columns)


def _on_polars(table: nw.DataFrame[Any], question: str, work: Work, way: Way) -> Any:  # noqa: ANN401  (a polars frame)
    _check_names(question, table.columns)
    found = work_out_at_once(table, question, work, floats=way.floats, warns=way.look)
    rows = NarwhalsTable(table)
    if way.look:
        _look(rows, question, found, 0)
        way.stale.extend(found.stale)
    answered = table.with_columns(**found.columns)
    return (
        NarwhalsTable(answered).answered({REASON: reason(found.why, found.refusals)})
        if way.flag
        else answered.to_native()
    )


def _check_names(question: str, names: Sequence[str]) -> None:
    """Refuse columns that a plan would keep its steps in."""
    for name in names:
        if name.startswith(PREFIX):
            raise InvalidFactError(question, "frame", RESERVED, name)


def _look(table: Table, question: str, found: Answers | Worked, first_row: int) -> None:
    """Raise what the first refused row says."""
    rows = [int(row) for row in (found.why >= 0).nonzero()[0][:_MOST_ROWS_NAMED]]
    if rows:
        first = found.refusals[found.why[rows[0]]]
        same = [row + first_row for row in rows if found.why[row] == found.why[rows[0]]]
        _refuse(question, first, table.value(first.fact.column, rows[0]), same)


def _on_plan(table: nw.LazyFrame[Any], question: str, work: Work, way: Way) -> Any:  # noqa: ANN401  (a lazy frame)
    plan = Plan(table)
    _check_names(question, plan.names())
    sheet = Sheet(question, plan, floats=way.floats, warns=way.look)
    outputs = work(sheet)
    if way.look:
        found = plan.first_refused(sheet)
        if found is not None:
            _refuse(question, *found, [])
        way.stale.extend(text for text, when in sheet.stale if plan.holds_anywhere(when))
    if way.flag:
        names = tuple(one.code for one in sheet.refusals)
        outputs = {**outputs, REASON: Output(why(sheet), "text", names=names, refused=True)}
    return plan.answered(sheet, outputs).to_native()


def _refuse(question: str, refusal: Refusal, value: object, rows: Sequence[int]) -> None:
    """Raise what a refused row says, and name the rows that say the same; only rows that have an order have numbers."""
    rule = REASONS[refusal.code]
    if rows:
        in_rows = AND_MORE.filled({"rows": ", ".join(map(str, rows))})
        rule = Text(zh=f"{rule.zh}{in_rows.zh}", en=f"{rule.en}{in_rows.en}")
    if refusal.kind is InvalidFactError:
        raise InvalidFactError(question, refusal.fact.field, rule, value)
    told = Text(
        zh=f"{question}.{refusal.fact.field} {rule.zh}，{given_in_chinese(value)}",
        en=f"{question}.{refusal.fact.field} {rule.en}, got {shown(value)}",
    )
    raise refusal.kind(told)
