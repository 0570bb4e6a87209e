"""A frame that is a plan (惰性表): each step of a question is an expression more, and nothing is worked out unasked.

A long polars frame is worked out so as well: polars is best when it sees all steps of a question at once. To make the
plan takes some ten milliseconds, which only a long frame is worth.
"""

from collections.abc import Sequence
from typing import Any, Final

import attrs
import narwhals as nw

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._arrays import ANSWERED, Answers, everywhere
from gxinjury.extra.frames._columns import CivilDay, Column, Known
from gxinjury.extra.frames._reading import Reader, Source, as_date
from gxinjury.extra.frames._sheets import Output, Rejection, Sheet, Way, Work, why
from gxinjury.extra.frames.words import RESERVED

_PREFIX: Final = "_gx_"
"""How the names of the columns begin that steps are kept in."""
_WHY: Final = f"{_PREFIX}why"
_BAD: Final = f"{_PREFIX}bad"


class Plan:
    """The rows of a lazy frame."""

    def __init__(self, table: nw.LazyFrame[Any], way: Way) -> None:
        self.table = table
        self._schema = table.collect_schema()
        self._floats = way.floats
        self._steps = 0
        for name in self._schema:
            if name.startswith(_PREFIX):
                raise InvalidFactError(way.question, "frame", RESERVED, name)

    def names(self) -> Sequence[str]:
        return self._schema.names()

    def kind(self, column: str) -> str:
        return str(self._schema[column])

    def read(self, column: str, reader: Reader) -> Known[Column]:
        if self._is_null(column):
            return Known(self.same(0), Column(nw.lit(value=False)))
        read = reader(Source(column, self._schema[column], self.table.implementation, self._floats))
        (value,) = self.keep({"value": Column(read.value)})
        return Known(value, Column(read.known), tuple((code, Column(when)) for code, when in read.faults))

    def _is_null(self, column: str) -> bool:
        """Return whether a column is of the type of nulls, which no engine tells alike."""
        if self._schema[column] != nw.Unknown:
            return False
        native: Any = self.table.to_native()
        of_duckdb = self.table.implementation is nw.Implementation.DUCKDB
        types = dict(zip(native.columns, native.types, strict=True)) if of_duckdb else native.collect_schema()
        return str(types[column]).strip('"').lower() == "null"

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        named = {f"{_PREFIX}{self._steps}_{name}": step for name, step in steps.items()}
        self._steps += 1
        self.table = self.table.with_columns(**{name: step.held for name, step in named.items()})
        return [Column(nw.col(name)) for name in named]

    def same(self, number: int) -> Column:
        return Column(nw.lit(number, nw.Int64))

    def all_hold(self, condition: Column) -> bool:
        del condition
        return False

    def civil(self, days: Sequence[Column]) -> list[CivilDay]:
        engine = self.table.implementation
        dates = self.keep({f"day{place}": Column(as_date(engine, one.held)) for place, one in enumerate(days)})
        parts = [part for one in dates for part in (one.held.dt.year(), one.held.dt.month(), one.held.dt.day())]
        found = self.keep({f"part{place}": Column(part.cast(nw.Int64)) for place, part in enumerate(parts)})
        return [CivilDay(*found[place : place + 3]) for place in range(0, len(found), 3)]

    def first_refused(self, sheet: Sheet) -> tuple[Rejection, object] | None:
        """Work out whether a row is refused: for what, and what the column holds that is refused."""
        inputs = dict.fromkeys(one.input.column for one in sheet.rejections)
        refused = self.table.filter(sheet.bad.held).select(*inputs, **{_WHY: why(sheet).held}).head(1).collect()
        for row in refused.rows(named=True):
            rejection = sheet.rejections[row[_WHY]]
            return rejection, row[rejection.input.column]
        return None

    def holds_anywhere(self, condition: Column) -> bool:
        """Work out whether a condition holds in a row."""
        return len(self.table.filter(condition.held).head(1).collect()) > 0

    def first_of(self, name: str, column: nw.Expr) -> nw.Expr:
        return nw.coalesce(nw.col(name), column)

    def beside(self, columns: dict[str, nw.Expr]) -> Any:  # noqa: ANN401  (a frame of its engine)
        return self.table.with_columns(**columns).select(*dict.fromkeys([*self.names(), *columns])).to_native()

    def written(self, sheet: Sheet, output: Output) -> nw.Expr:
        told: nw.Expr = (sheet.bad if output.refused else sheet.ok).held
        if output.known is not None:
            told = told & output.known.held
        value: nw.Expr = output.value.held
        if output.kind == "flag":
            return nw.when(told).then(value == 1)
        if output.kind == "text":
            text: nw.Expr = nw.lit(None).cast(nw.String)
            for place, name in enumerate(output.names):
                text = nw.when(told & (value == place)).then(nw.lit(name)).otherwise(text)
            return text
        number = nw.when(told).then(value.cast(nw.Int64))
        return as_date(self.table.implementation, number) if output.kind == "day" else number


def work_out_at_once(table: nw.DataFrame[Any], way: Way, work: Work) -> Answers:
    """Put a question to all rows of a polars frame, by a plan that is worked out here."""
    plan = Plan(table.lazy(), way)
    sheet = Sheet(way, plan)
    outputs = work(sheet)
    # A text is the number of its place until the end: looked up, it is copied once.
    numbered = {name: attrs.evolve(one, kind="number") if one.kind == "text" else one for name, one in outputs.items()}
    stale = {f"{_PREFIX}{place}": when.held for place, (_, when) in enumerate(sheet.stale)}
    written = {name: plan.written(sheet, one) for name, one in numbered.items()}
    worked = plan.table.select(**written, **stale, **{_BAD: sheet.bad.held}).collect()
    refused: Any = everywhere(ANSWERED, len(worked))
    if worked[_BAD].any():
        refused = plan.table.select(why=why(sheet).held).collect()["why"].to_numpy()
    return Answers(
        {name: _told(worked[name], one) for name, one in outputs.items()},
        refused,
        sheet.rejections,
        [text for place, (text, _) in enumerate(sheet.stale) if worked[f"{_PREFIX}{place}"].any()],
    )


def _told(series: nw.Series[Any], output: Output) -> nw.Series[Any]:
    if output.kind != "text":
        return series
    numbers = series.fill_null(len(output.names)).to_numpy()
    return nw.new_series(series.name, [*output.names, None], nw.String, backend="polars")[numbers]
