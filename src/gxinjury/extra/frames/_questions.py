"""How a question is put to a frame (提问): which engine it is on, what becomes of rows that cannot be answered.

On pandas, polars and pyarrow the rows are at hand: those that break a rule raise, unless they are to be flagged. A lazy
frame stays lazy: its rows are flagged, unless ``collect=True`` asks for them to be looked at now.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from inspect import Parameter, Signature, signature
from typing import (
    Annotated,
    Any,
    Concatenate,
    Final,
    Literal,
    ParamSpec,
    Protocol,
    TypeAlias,
    TypedDict,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
import narwhals as nw
import numpy as np
from narwhals.dependencies import is_dask_dataframe
from narwhals.exceptions import DuplicateError
from narwhals.typing import IntoFrameT

from gxinjury.errors import FactRule, InvalidFactError, StaleFigureWarning
from gxinjury.extra.frames._arrays import Answers, Table, reasons, work_out
from gxinjury.extra.frames._columns import choose
from gxinjury.extra.frames._narwhals_tables import NarwhalsTable
from gxinjury.extra.frames._plan import Plan
from gxinjury.extra.frames._sheets import FEN_PER, Name, Output, Outputs, Rejection, Sheet, Unit, Way, Work, why
from gxinjury.extra.frames.words import (
    AND_MORE,
    MUST_BE_A_FRAME,
    MUST_BE_A_UNIT,
    MUST_BE_A_WAY,
    MUST_NAME_EACH_ONCE,
    MUST_NOT_OVERWRITE,
    NEEDS_CONSENT,
    REASONS,
)
from gxinjury.facts import check_flag, check_instance, records
from gxinjury.fields import fields_of
from gxinjury.law import LAW, Law
from gxinjury.statutes import Reading
from gxinjury.texts import Text, given_in_chinese, shown

OnInvalid: TypeAlias = Literal["raise", "flag"]
"""What becomes of rows that break a rule: an error that names the first, or a column that says why."""

REASON: Final = "refused_because"
"""The name of the column that says why a row is not answered: a code of ``REASONS``, null where it is answered."""

STALE: Final = "stale_because"
"""The name of the column that says which figure an answer rests on past the day it was verified through, else null."""

_P = ParamSpec("_P")
_MOST_ROWS_NAMED: Final = 5
_KNOWN: Final = {
    nw.Implementation.PANDAS,
    nw.Implementation.POLARS,
    nw.Implementation.PYARROW,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
}


class Asked(TypedDict, total=False):
    """What every question takes besides its facts, as the package tells it."""

    on_invalid: OnInvalid | None
    collect: bool
    stale: bool
    unit: Unit | None
    suffix: str
    readings: Iterable[Reading]
    law: Law


_AS_A_RULE: Final = Asked(on_invalid=None, collect=False, stale=False, unit=None, suffix="", readings=(), law=LAW)


class Question(Protocol[_P]):
    """A question that frames answer: a frame, the columns of its facts by keyword, and how it is asked."""

    __name__: str

    def __call__(self, frame: IntoFrameT, *args: _P.args, **kwargs: _P.kwargs) -> IntoFrameT:
        """Return the frame with columns of the answer beside its own."""


def question(work: Callable[Concatenate[Sheet, _P], Outputs]) -> Question[_P]:
    """Make a question that frames answer of how it is worked out on a sheet."""
    name = work.__name__
    takes = signature_of(work)

    @wraps(work)
    def asked(*given: Any, **more: Any) -> Any:  # noqa: ANN401  (as the signature has it)
        bound = takes.bind(*given, **more).arguments
        frame = bound.pop("frame")
        how: Any = _AS_A_RULE | {key: bound.pop(key) for key in _AS_A_RULE if key in bound}
        law, suffix, readings = how["law"], how.pop("suffix"), how.pop("readings")
        check_instance(name, "law", law, Law)
        check_instance(name, "suffix", suffix, str)
        stale: list[str] = []
        for one in records(name, "readings", readings, Reading) or (None,):
            chosen = {} if one is None else {"law": law.reading(one), "suffix": f"{suffix}_{one.name.lower()}"}
            frame = answered(frame, name, partial(work, **bound), stale, **({**how, "suffix": suffix} | chosen))
        for text in dict.fromkeys(stale):
            # The line that is told is the one that puts the question.
            warnings.warn(text, StaleFigureWarning, stacklevel=2)
        return frame

    asked.__signature__ = takes  # type: ignore[attr-defined]  # as inspect reads it
    asked.__annotations__ = {one.name: one.annotation for one in takes.parameters.values()}
    return cast("Question[_P]", asked)


def signature_of(work: Callable[..., Outputs]) -> Signature:
    """Return what a question takes: a frame, the columns of its facts, and how it is asked."""
    hints = get_type_hints(work, include_extras=True)
    first = Parameter("frame", Parameter.POSITIONAL_OR_KEYWORD, annotation=IntoFrameT)
    own = [one.replace(annotation=hints[one.name]) for one in list(signature(work).parameters.values())[1:]]
    named = [one for one in own if one.kind is Parameter.KEYWORD_ONLY]
    of_record = [hints[one.name] for one in own if get_origin(hints[one.name]) is Annotated]
    fields = [field.name for hint in of_record for field in fields_of(get_args(hint)[1])]
    how = get_type_hints(Asked)
    columns = [Parameter(one, Parameter.KEYWORD_ONLY, default=None, annotation=Name) for one in fields]
    more = [
        Parameter(one, Parameter.KEYWORD_ONLY, default=default, annotation=how[one])
        for one, default in _AS_A_RULE.items()
    ]
    return Signature([first, *columns, *named, *more], return_annotation=IntoFrameT)


def answered(
    frame: IntoFrameT,
    name: str,
    work: Work,
    told: list[str],
    *,
    on_invalid: OnInvalid | None,
    collect: bool,
    stale: bool,
    unit: Unit | None,
    suffix: str,
    law: Law,
) -> IntoFrameT:
    """Put a question to a frame and return it with the answers beside its columns."""
    check_flag(name, "collect", collect)
    check_flag(name, "stale", stale)
    if unit not in {None, *FEN_PER}:
        raise InvalidFactError(name, "unit", MUST_BE_A_UNIT, unit)
    if on_invalid not in {None, "raise", "flag"}:
        raise InvalidFactError(name, "on_invalid", MUST_BE_A_WAY, on_invalid)
    is_lazy, put = _engine_of(frame, name)
    if is_lazy and on_invalid == "raise" and not collect:
        raise InvalidFactError(name, "on_invalid", NEEDS_CONSENT, on_invalid)
    look = on_invalid != "flag" and (collect or not is_lazy)
    floats = look or on_invalid == "flag"
    way = Way(name, law, unit, suffix, flag=not look, look=look, floats=floats, stale=told, marks=stale)
    return cast("IntoFrameT", put(way, partial(_marking, work) if stale else work))


def _marking(work: Work, sheet: Sheet) -> Outputs:
    """Work a question out, and tell which answers rest on a figure past the day it was verified through."""
    outputs = work(sheet)
    place = sheet.same(-1)
    for number, (_, when) in enumerate(sheet.stale):
        place = choose(when, number, place)
    names = tuple(text for text, _ in sheet.stale)
    return {**outputs, STALE: Output(place, "text", names=names, known=place >= 0)}


def _engine_of(frame: object, name: str) -> tuple[bool, Callable[[Way, Work], Any]]:
    """Return whether a frame is lazy, and how a question is put to it."""
    # A Dask frame is taken apart into pandas frames, so narwhals need not know of it.
    if is_dask_dataframe(frame):
        return True, partial(_on_dask, frame)
    try:
        table: Any = nw.from_native(cast("Any", frame), pass_through=True)
    except DuplicateError:
        native: Any = frame
        names = list(getattr(native, "column_names", native.columns))
        raise InvalidFactError(name, "frame", MUST_NAME_EACH_ONCE, max(names, key=names.count)) from None
    if not isinstance(table, nw.DataFrame | nw.LazyFrame) or table.implementation not in _KNOWN:
        raise InvalidFactError(name, "frame", MUST_BE_A_FRAME, type(frame).__name__)
    if isinstance(table, nw.LazyFrame):
        return True, partial(_on_plan, table)
    if table.implementation.is_pandas():
        return False, partial(_on_pandas, table.to_native())
    rows = NarwhalsTable(table)
    return False, lambda way, work: _on_rows(rows, way, work_out(rows, way, work))


def _on_dask(native: Any, way: Way, work: Work) -> Any:  # noqa: ANN401  (a Dask frame)
    """Put the question to each part, which is a pandas frame; parts are looked at one after the other."""
    if way.look:
        row = 0
        for number in range(native.npartitions):
            part = native.partitions[number].compute()
            _on_pandas(part, way, work, first_row=row)
            row += len(part)
    on_part = partial(_on_pandas, way=attrs.evolve(way, look=False, stale=[]), work=work, nullable=True)
    return native.map_partitions(on_part, meta=on_part(native._meta))  # noqa: SLF001  (Dask's way to tell the type)


def _on_pandas(native: Any, way: Way, work: Work, *, first_row: int = 0, nullable: bool = False) -> Any:  # noqa: ANN401  (a pandas frame)
    from gxinjury.extra.frames._pandas_tables import PandasTable  # noqa: PLC0415  (pandas is there where its frames are)

    table = PandasTable(native, floats=way.floats, nullable=nullable)
    return _on_rows(table, way, work_out(table, way, work), first_row)


def _on_rows(table: Table, way: Way, found: Answers, first_row: int = 0) -> Any:  # noqa: ANN401  (a frame of its engine)
    columns = found.columns
    if way.look:
        _look(table, way, found, first_row)
        way.stale.extend(found.stale)
    if way.flag:
        columns = {**columns, REASON: table.written(REASON, *reasons(found, len(table)))}
    return table.beside(_named(table, way, columns))


def _named(table: Table | Plan, way: Way, columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of the answer by their names in the frame: none is there but that of reasons, which stay."""
    named = {f"{name}{way.suffix}": column for name, column in columns.items()}
    joined = {f"{one}{way.suffix}" for one in (REASON, STALE)}
    for name in (one for one in table.names() if one in named):
        if name not in joined:
            raise InvalidFactError(way.question, "frame", MUST_NOT_OVERWRITE, name)
        named[name] = table.first_of(name, named[name])
    return named


def _look(table: Table, way: Way, found: Answers, first_row: int) -> None:
    """Raise what the first refused row says."""
    rows = [] if found.why is None else [int(row) for row in np.flatnonzero(found.why >= 0)[:_MOST_ROWS_NAMED]]
    if rows:
        first = found.rejections[found.why[rows[0]]]
        same = [row + first_row for row in rows if found.why[row] == found.why[rows[0]]]
        _refuse(way.question, first, table.value(first.input.column, rows[0]), same)


def _on_plan(table: nw.LazyFrame[Any], way: Way, work: Work) -> Any:  # noqa: ANN401  (a lazy frame)
    plan = Plan(table, way)
    sheet = Sheet(way, plan)
    outputs = work(sheet)
    if way.flag:
        names = tuple(one.code for one in sheet.rejections)
        outputs = {**outputs, REASON: Output(why(sheet), "text", names=names, refused=True)}
    written = _named(plan, way, {name: plan.written(sheet, one) for name, one in outputs.items()})
    if way.look:
        found = plan.first_refused(sheet)
        if found is not None:
            _refuse(way.question, *found, [])
        way.stale.extend(text for text, when in sheet.stale if plan.holds_anywhere(when))
    return plan.beside(written)


def _refuse(name: str, rejection: Rejection, value: object, rows: Sequence[int]) -> None:
    """Raise what a refused row says, and name the rows that say the same; only rows that have an order have numbers."""
    rule = REASONS[rejection.code]
    if rows:
        in_rows = AND_MORE.filled({"rows": ", ".join(map(str, rows))})
        rule = Text(zh=f"{rule.zh}{in_rows.zh}", en=f"{rule.en}{in_rows.en}")
    if rejection.kind is InvalidFactError:
        raise InvalidFactError(name, rejection.input.field, FactRule(rule.zh, rule.en, rejection.code), value)
    told = Text(
        zh=f"{name}.{rejection.input.field} {rule.zh}，{given_in_chinese(value)}",
        en=f"{name}.{rejection.input.field} {rule.en}, got {shown(value)}",
    )
    raise rejection.kind(told, code=rejection.code, values={"value": value})
