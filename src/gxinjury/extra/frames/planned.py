"""A frame that is a plan (惰性表): each step of a question is an expression more, and nothing is worked out unasked."""

from collections.abc import Sequence
from typing import Any, Final

import narwhals as nw

from gxinjury.extra.frames.columns import CivilDay, Column
from gxinjury.extra.frames.reading import Reader, Source, as_date
from gxinjury.extra.frames.sheets import Held, Output, Refusal, Sheet, why

PREFIX: Final = "_gx_"
"""How the names of the columns begin that steps are kept in."""
_WHY: Final = f"{PREFIX}why"


class Plan:
    """The rows of a lazy frame.

    Args:
        table: The frame.
    """

    def __init__(self, table: nw.LazyFrame[Any]) -> None:
        self.table = table
        self.schema = table.collect_schema()
        self._steps = 0

    def names(self) -> list[str]:
        """Return the names of the frame's columns."""
        return self.schema.names()

    def kind(self, column: str) -> str:
        """Return the type of a column."""
        return str(self.schema[column])

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""
        return self.schema[column].is_float()

    def read(self, column: str, reader: Reader) -> Held:
        """Read a column."""
        read = reader(Source(column, self.schema[column], self.table.implementation))
        value, known = Column(read.value), Column(read.known)
        (value,) = self.keep({"value": value})
        return Held(value, known, tuple((code, Column(when)) for code, when in read.faults))

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        """Keep steps in columns of their own, so that no engine works them out twice."""
        named = {f"{PREFIX}{self._steps}_{name}": step for name, step in steps.items()}
        self._steps += 1
        self.table = self.table.with_columns(**{name: step.held for name, step in named.items()})
        return [Column(nw.col(name)) for name in named]

    def same(self, number: int) -> Column:
        """Return a number that is the same in every row."""
        return Column(nw.lit(number, nw.Int64))

    def all_hold(self, condition: Column) -> bool:
        """Return false: a plan has no rows to look at."""
        del condition
        return False

    def civil(self, days: Sequence[Column]) -> list[CivilDay]:
        """Return the year, month and day of the month of numbered days, as the engine's calendar has them."""
        dates = self.keep(
            {f"day{place}": Column(as_date(self.table.implementation, one.held)) for place, one in enumerate(days)}
        )
        parts = [{"y": one.held.dt.year(), "m": one.held.dt.month(), "d": one.held.dt.day()} for one in dates]
        found = self.keep(
            {
                f"{name}{place}": Column(part.cast(nw.Int64))
                for place, of in enumerate(parts)
                for name, part in of.items()
            }
        )
        return [CivilDay(*found[3 * place : 3 * place + 3]) for place in range(len(days))]

    def first_refused(self, sheet: Sheet) -> tuple[Refusal, object] | None:
        """Work out whether a row is refused: for what, and what the column holds that is refused."""
        facts = dict.fromkeys(one.fact.column for one in sheet.refusals)
        refused = self.table.filter(sheet.bad.held).select(*facts, **{_WHY: why(sheet).held}).head(1).collect()
        for row in refused.rows(named=True):
            refusal = sheet.refusals[row[_WHY]]
            return refusal, row[refusal.fact.column]
        return None

    def holds_anywhere(self, condition: Column) -> bool:
        """Work out whether a condition holds in a row."""
        return len(self.table.filter(condition.held).head(1).collect()) > 0

    def answered(self, sheet: Sheet, outputs: dict[str, Output]) -> nw.LazyFrame[Any]:
        """Return the frame with the answers beside its columns."""
        kept = list(dict.fromkeys([*self.names(), *outputs]))
        written = {name: self.written(sheet, output) for name, output in outputs.items()}
        return self.table.with_columns(**written).select(*kept)

    def written(self, sheet: Sheet, output: Output) -> nw.Expr:
        """Return an answer as a column of its type, null where there is none."""
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
