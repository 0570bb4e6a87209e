"""A frame that is a plan (惰性表): each step of a question is a text of SQL more, and nothing is worked out unasked.

Columns are read and answers written by narwhals; what lies between is SQL that polars, DuckDB and Spark read alike. A
step is put into the first stage in which all that it rests on is there, so that an engine sees as few as can be.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from itertools import count
from typing import Any, Final

import narwhals as nw

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._columns import DIVIDED, Column, Known, Sql, choose, column_of, sql_of
from gxinjury.extra.frames._reading import Money, Reader, Source, Whole
from gxinjury.extra.frames._sheets import Output, Rejection, Sheet, Way, why
from gxinjury.extra.frames.words import RESERVED

_PREFIX: Final = "_gx_"
"""How the names of the columns begin that steps are kept in."""
_BAD, _WHY = f"{_PREFIX}bad", f"{_PREFIX}why"
_DUCKDB, _SPARK, _POLARS = nw.Implementation.DUCKDB, nw.Implementation.PYSPARK, nw.Implementation.POLARS
_NUMBERS: Final[dict[Any, dict[Any, str]]] = {
    _DUCKDB: {nw.Date: "({} - DATE '1970-01-01')", nw.Datetime: "epoch_us({})", nw.Boolean: "{}"},
    _SPARK: {nw.Date: "unix_date({})", nw.Datetime: "unix_micros({})", nw.Boolean: "{}"},
    _POLARS: {nw.Date: "CAST({} AS INTEGER)", nw.Boolean: "{}"},
}
"""How days, moments and flags become numbers by an engine's own functions, exact and swift."""
_DAYS: Final = {
    _DUCKDB: "(DATE '1970-01-01' + CAST({} AS INTEGER))",
    _SPARK: "date_from_unix_date(CAST({} AS INTEGER))",
    _POLARS: "CAST(CAST({} AS INTEGER) AS DATE)",
}
"""And how numbers become days."""
_TYPES: Final[dict[Any, Callable[[Any], Mapping[str, object]]]] = {
    _DUCKDB: lambda native: dict(zip(native.columns, native.types, strict=True)),
    _SPARK: lambda native: dict(native.dtypes),
    _POLARS: lambda native: native.collect_schema(),
}
"""How engines tell the types of their columns."""
_WHOLE: Final = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)
_asked: Final = count()


class Plan:
    """The rows of a lazy frame."""

    def __init__(self, table: nw.LazyFrame[Any], way: Way) -> None:
        self._table = table
        self._schema = table.collect_schema()
        self._engine = table.implementation
        self._floats = way.floats
        self._read: dict[str, nw.Expr] = {}
        self._stages: dict[int, dict[str, str]] = {}  # the column of each step; a stage comes after those it rests on
        for name in self._schema:
            if name.startswith(_PREFIX):
                raise InvalidFactError(way.question, "frame", RESERVED, name)

    def names(self) -> Sequence[str]:
        return self._schema.names()

    def kind(self, column: str) -> str:
        return str(self._schema[column])

    def read(self, column: str, reader: Reader) -> Known[Column]:
        if self._is_null(column):
            return Known(column_of(0), Column(held=False))
        dtype, name = self._schema[column], self._quoted(column)
        read = reader(Source(column, dtype, self._floats, subtracts=self._engine is not _POLARS))
        known = Column(Sql(f"({name} IS NOT NULL)"))
        own = _NUMBERS[self._engine].get(type(dtype))
        if own is not None and not read.faults:
            return Known(self._kept("value", Column(Sql(f"CAST({own.format(name)} AS BIGINT)"))), known)
        if dtype in _WHOLE and isinstance(reader, Money | Whole):
            most = reader.limit // reader.fen_per_unit
            given = Column(Sql(f"CAST({name} AS BIGINT)"))
            fits = self._kept("fits", (given <= most) & (given >= -most))
            value = choose(fits, given.within(-most, most), 0) * reader.fen_per_unit
            return Known(self._kept("value", value), known, (("too_large", ~fits),))
        return Known(self._column(read.value), known, tuple((code, self._column(when)) for code, when in read.faults))

    def _quoted(self, column: str) -> str:
        quote = "`" if self._engine is _SPARK else '"'
        return f"{quote}{column.replace(quote, quote * 2)}{quote}"

    def _column(self, read: nw.Expr) -> Column:
        name = f"{_PREFIX}{len(self._read)}"
        self._read[name] = read
        return Column(Sql(name))

    def _is_null(self, column: str) -> bool:
        """Return whether a column is of the type of nulls, which no engine tells alike."""
        if self._schema[column] != nw.Unknown:
            return False
        told = _TYPES[self._engine](self._table.to_native())
        return str(told[column]).strip('"').lower() in {"null", "void"}

    def refused(self, sheet: Sheet) -> Column:
        # Why a row is refused says whether it is.
        return self._kept("why", why(sheet)) >= 0

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return [self._kept(name, step) for name, step in steps.items()]

    def _kept(self, name: str, step: Column) -> Column:
        if not isinstance(step.held, Sql) or step.held.text.startswith(_PREFIX):
            return step
        stage = self._stages.setdefault(step.held.stage, {})
        text = step.held.text.replace(DIVIDED, "div" if self._engine is _SPARK else "//")
        column = stage.setdefault(text, f"{_PREFIX}{step.held.stage}_{len(stage)}_{name}")
        return Column(Sql(column, step.held.stage + 1), step.low, step.high)

    def written(self, sheet: Sheet, output: Output) -> str:
        """Return a column of the answer, null where it is not told."""
        answered = sheet.bad if output.refused else sheet.ok
        told, value = (
            sql_of(self._kept("answer", one).held).text
            for one in (answered if output.known is None else answered & output.known, output.value)
        )
        if output.kind == "day":
            value = _DAYS[self._engine].format(value)
        elif output.kind == "flag":
            value = f"({value} = 1)"
        elif output.kind == "text":
            texts = " ".join(f"WHEN {value} = {number} THEN '{name}'" for number, name in enumerate(output.names))
            nothing = f"CAST(NULL AS {'STRING' if self._engine is _SPARK else 'VARCHAR'})"
            value = f"(CASE {texts} END)" if texts else nothing
        return f"(CASE WHEN {told} THEN {value} END)"

    def first_refused(self, sheet: Sheet) -> tuple[Rejection, object] | None:
        """Work out whether a row is refused: for what, and what the column holds that is refused."""
        inputs = dict.fromkeys(one.input.column for one in sheet.rejections)
        for row in self._first_where(sheet.bad, [*inputs], why(sheet)):
            rejection = sheet.rejections[row[_WHY]]
            return rejection, row[rejection.input.column]
        return None

    def holds_anywhere(self, condition: Column) -> bool:
        """Work out whether a condition holds in a row."""
        return bool(self._first_where(condition, [], column_of(0)))

    def _first_where(self, condition: Column, names: Sequence[str], place: Column) -> Sequence[dict[str, Any]]:
        kept = {_BAD: self._kept("bad", condition), _WHY: self._kept("why", place)}
        asked = [*map(self._quoted, names), *(f"{sql_of(one.held).text} AS {name}" for name, one in kept.items())]
        found: Any = nw.from_native(self._select(asked))
        rows: Sequence[dict[str, Any]] = found.filter(nw.col(_BAD)).head(1).collect().rows(named=True)
        return rows

    def first_of(self, name: str, column: str) -> str:
        return f"COALESCE({self._quoted(name)}, {column})"

    def beside(self, columns: dict[str, str]) -> Any:  # noqa: ANN401  (a frame of its engine)
        own = {name: self._quoted(name) for name in self.names()}
        return self._select(
            list((own | {name: f"{one} AS {self._quoted(name)}" for name, one in columns.items()}).values())
        )

    def _select(self, asked: list[str]) -> Any:  # noqa: ANN401  (a frame of its engine)
        """Return what is asked of the frame after all stages."""
        read: Any = self._table.with_columns(**self._read) if self._read else self._table
        native = read.to_native()
        stages = [[f"{text} AS {column}" for text, column in stage.items()] for stage in self._stages.values()]
        if self._engine is _POLARS:
            from polars import sql_expr  # noqa: PLC0415  (polars is there where its frames are)

            worked = reduce(lambda frame, texts: frame.with_columns(*map(sql_expr, texts)), stages, native)
            return worked.select(*map(sql_expr, asked))
        if self._engine is _SPARK:
            return reduce(lambda frame, texts: frame.selectExpr("*", *texts), stages, native).selectExpr(*asked)
        # In one text: DuckDB looks at the whole of a relation whenever it is asked for one more column.
        name = f"{_PREFIX}frame_{next(_asked)}"
        text = name
        for texts in [*(["*", *one] for one in stages), asked]:
            text = f"(SELECT {', '.join(texts)} FROM {text})"  # noqa: S608  (texts of our own, and quoted names)
        return native.query(name, text[1:-1])
