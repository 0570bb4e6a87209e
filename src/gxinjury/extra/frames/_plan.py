"""A frame that is a plan (惰性表): each step of a question is a text of SQL more, and nothing is worked out unasked.

Columns are read and answers written by narwhals; what lies between is SQL that polars, DuckDB and Spark read alike. A
step is put into the first stage in which all that it rests on is there, so that an engine sees as few as can be.
"""

from collections.abc import Sequence
from typing import Any, Final

import attrs
import narwhals as nw

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._columns import Column, Known
from gxinjury.extra.frames._reading import Reader, Source, as_date
from gxinjury.extra.frames._sheets import Output, Outputs, Rejection, Sheet, Way, why
from gxinjury.extra.frames.words import RESERVED

_PREFIX: Final = "_gx_"
"""How the names of the columns begin that steps are kept in."""
_CASE: Final = "(CASE "
_WHY: Final = f"{_PREFIX}why"
_NUMBERS: Final = {
    nw.Implementation.DUCKDB: {
        nw.Date: "CAST({0} - DATE '1970-01-01' AS BIGINT)",
        nw.Datetime: "epoch_us({0})",
        nw.Boolean: "CAST({0} AS BIGINT)",
    },
    nw.Implementation.PYSPARK: {
        nw.Date: "CAST(unix_date({0}) AS BIGINT)",
        nw.Datetime: "unix_micros({0})",
        nw.Boolean: "CAST({0} AS BIGINT)",
    },
}
"""How a day, a moment and a flag become numbers by an engine's own functions, exact and swift."""


@attrs.frozen(eq=False)
class Sql:  # noqa: PLW1641  (no more to be hashed than an array)
    """What a column holds, as a text of SQL."""

    text: str
    stage: int = 0  # the first in which all that it rests on is there

    def _with(self, sign: str, other: Any, *, before: bool = False) -> "Sql":  # noqa: ANN401  (a text, a number)
        one = _sql(other)
        first, last = (one, self) if before else (self, one)
        return Sql(f"({first.text} {sign} {last.text})", max(self.stage, one.stage))

    def __add__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("+", other)

    def __sub__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("-", other)

    def __rsub__(self, other: int) -> "Sql":
        return self._with("-", other, before=True)

    def __mul__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("*", other)

    def __floordiv__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("//", other)

    def __rfloordiv__(self, other: int) -> "Sql":
        return self._with("//", other, before=True)

    def __and__(self, other: "Sql") -> "Sql":
        return self._with("AND", other)

    def __or__(self, other: "Sql") -> "Sql":
        return self._with("OR", other)

    def __eq__(self, other: object) -> "Sql":  # type: ignore[override]
        return self._with("=", other)

    def __lt__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("<", other)

    def __le__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with("<=", other)

    def __gt__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with(">", other)

    def __ge__(self, other: Any) -> "Sql":  # noqa: ANN401  (as before)
        return self._with(">=", other)

    def __invert__(self) -> "Sql":
        return Sql(f"(NOT {self.text})", self.stage)

    __radd__, __rmul__ = __add__, __mul__

    def choose(self, then: Any, otherwise: Any) -> "Sql":  # noqa: ANN401  (texts, numbers)
        """Return one number where it holds and another where it does not."""
        one, other = _sql(then), _sql(otherwise)
        # A choice between more than two is one, which a parser takes however long it is.
        rest = other.text.removeprefix(_CASE) if other.text.startswith(_CASE) else f"ELSE {other.text} END)"
        text = f"{_CASE}WHEN {self.text} THEN {one.text} {rest}"
        return Sql(text, max(self.stage, one.stage, other.stage))


def _sql(value: Any) -> Sql:  # noqa: ANN401  (a text, a number)
    return value if isinstance(value, Sql) else Sql(f"CAST({value} AS BIGINT)")


class Plan:
    """The rows of a lazy frame."""

    def __init__(self, table: nw.LazyFrame[Any], way: Way) -> None:
        self.table = table
        self._schema = table.collect_schema()
        self._floats = way.floats
        self._read: dict[str, nw.Expr] = {}
        self._stages: dict[int, list[str]] = {}
        for name in self._schema:
            if name.startswith(_PREFIX):
                raise InvalidFactError(way.question, "frame", RESERVED, name)

    def names(self) -> Sequence[str]:
        return self._schema.names()

    def kind(self, column: str) -> str:
        return str(self._schema[column])

    def read(self, column: str, reader: Reader) -> Known[Column]:
        if self._is_null(column):
            return Known(Column(0, 0, 0), Column(held=False))
        dtype, engine = self._schema[column], self.table.implementation
        read = reader(Source(column, dtype, engine, self._floats))
        own = _NUMBERS.get(engine, {}).get(type(dtype))
        if own is not None and not read.faults:
            quote = '"' if engine is nw.Implementation.DUCKDB else "`"
            name = f"{quote}{column.replace(quote, quote * 2)}{quote}"
            value, known = Sql(own.format(name)), Sql(f"({name} IS NOT NULL)")
            return Known(self._kept("value", Column(value)), self._kept("known", Column(known)))
        faults = tuple((code, self._column(when)) for code, when in read.faults)
        return Known(self._column(read.value), self._column(read.known), faults)

    def _column(self, read: nw.Expr) -> Column:
        name = f"{_PREFIX}{len(self._read)}"
        self._read[name] = read
        return Column(Sql(name))

    def _is_null(self, column: str) -> bool:
        """Return whether a column is of the type of nulls, which no engine tells alike."""
        if self._schema[column] != nw.Unknown:
            return False
        native: Any = self.table.to_native()
        of_duckdb = self.table.implementation is nw.Implementation.DUCKDB
        types = dict(zip(native.columns, native.types, strict=True)) if of_duckdb else native.collect_schema()
        return str(types[column]).strip('"').lower() == "null"

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return [self._kept(name, step) for name, step in steps.items()]

    def _kept(self, name: str, step: Column) -> Column:
        if not isinstance(step.held, Sql) or step.held.text.startswith(_PREFIX):
            return step
        stage = self._stages.setdefault(step.held.stage, [])
        column = f"{_PREFIX}{step.held.stage}_{len(stage)}_{name}"
        stage.append(f"{step.held.text} AS {column}")
        return Column(Sql(column, step.held.stage + 1), step.low, step.high)

    def answers(self, sheet: Sheet, outputs: Outputs) -> dict[str, nw.Expr]:
        """Plan all steps, and return the columns of the answer."""
        written = {name: self._written(sheet, output) for name, output in outputs.items()}
        self._bad, self._why = self._planned(sheet.bad), self._planned(why(sheet))
        table = self.table.with_columns(**self._read) if self._read else self.table
        for stage in sorted(self._stages):
            table = nw.from_native(_with_columns(table, self._stages[stage]))
        self.table = table
        return written

    def _planned(self, column: Column) -> nw.Expr:
        held = self._kept("answer", column).held
        if isinstance(held, Sql):
            return nw.col(held.text)
        return nw.lit(held) if isinstance(held, bool) else nw.lit(held, nw.Int64)

    def _written(self, sheet: Sheet, output: Output) -> nw.Expr:
        answered = sheet.bad if output.refused else sheet.ok
        told = nw.when(self._planned(answered if output.known is None else answered & output.known))
        if output.kind == "text":
            return told.then(self._text(output))
        value = self._planned(output.value)
        if output.kind == "flag":
            return told.then(value == 1)
        return as_date(self.table.implementation, told.then(value)) if output.kind == "day" else told.then(value)

    def _text(self, output: Output) -> nw.Expr:
        place = self.keep({"place": output.value})[0].held
        if not isinstance(place, Sql):
            return nw.lit(output.names[place] if output.names else None).cast(nw.String)
        texts = " ".join(f"WHEN ({place.text} = {number}) THEN '{name}'" for number, name in enumerate(output.names))
        return self._planned(Column(Sql(f"{_CASE}{texts} END)", place.stage)))

    def first_refused(self, sheet: Sheet) -> tuple[Rejection, object] | None:
        """Work out whether a row is refused: for what, and what the column holds that is refused."""
        inputs = dict.fromkeys(one.input.column for one in sheet.rejections)
        refused = self.table.filter(self._bad).select(*inputs, **{_WHY: self._why}).head(1).collect()
        for row in refused.rows(named=True):
            rejection = sheet.rejections[row[_WHY]]
            return rejection, row[rejection.input.column]
        return None

    def holds_anywhere(self, condition: Column) -> bool:
        """Work out whether a condition holds in a row."""
        return len(self.table.filter(self._planned(condition)).head(1).collect()) > 0

    def first_of(self, name: str, column: nw.Expr) -> nw.Expr:
        return nw.coalesce(nw.col(name), column)

    def beside(self, columns: dict[str, nw.Expr]) -> Any:  # noqa: ANN401  (a frame of its engine)
        return self.table.with_columns(**columns).select(*dict.fromkeys([*self.names(), *columns])).to_native()


def _with_columns(table: nw.LazyFrame[Any], texts: list[str]) -> Any:  # noqa: ANN401  (a frame of its engine)
    native: Any = table.to_native()
    if table.implementation is nw.Implementation.DUCKDB:
        return native.project(", ".join(["*", *texts]))
    if table.implementation is nw.Implementation.PYSPARK:
        return native.selectExpr("*", *(text.replace(" // ", " div ") for text in texts))
    from polars import sql_expr  # noqa: PLC0415  (polars is there where its frames are)

    return native.with_columns(*map(sql_expr, texts))
