"""The sheet that a question is worked out on (计算表): facts in, refused rows apart, steps kept, answers out.

Facts are read into whole numbers, rows that cannot be answered are told apart, and from there on a rule is plain
arithmetic that every engine does alike.
"""

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias

import attrs
import narwhals as nw

from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError
from gxinjury.extra.frames import reading
from gxinjury.extra.frames.numbering import FIRST_DAY, LAST_DAY
from gxinjury.extra.frames.reading import NotSuchAColumnError, Read, Reader, Source
from gxinjury.extra.frames.words import (
    FLOATS_NEED_CONSENT,
    LARGEST_FEN,
    MUST_BE_A_UNIT,
    MUST_NAME_A_COLUMN,
    MUST_SAY_ITS_UNIT,
)
from gxinjury.facts import Sign

Unit: TypeAlias = Literal["fen", "yuan"]
"""What a whole number in a money column counts."""

PREFIX: Final = "_gx_"
OK: Final = f"{PREFIX}ok"
BAD: Final = f"{PREFIX}bad"
_FEN_PER: Final = {"fen": 1, "yuan": 100}
_SIGN_CODES: Final = {Sign.POSITIVE: "not_positive", Sign.NOT_ZERO: "zero", Sign.NOT_NEGATIVE: "negative"}


@attrs.frozen
class Fact:
    """A fact of a question, read from a column.

    Args:
        field: Its name in the question.
        column: The column that it is read from.
        value: Its value, any where it is not known; before :meth:`Sheet.settle`.
        known: Whether it is known.
        instead: What takes its place in a row that is not answered.
    """

    field: str
    column: str
    value: nw.Expr
    known: nw.Expr
    instead: int = 0


@attrs.frozen
class Refusal:
    """Rows that a question refuses.

    Args:
        code: Why, by the code that the reason column holds.
        fact: The fact that is refused.
        when: In which rows.
        kind: What is raised where rows are not kept.
    """

    code: str
    fact: Fact
    when: nw.Expr
    kind: type[GxInjuryError] = InvalidFactError


@attrs.frozen
class Output:
    """A column of the answer.

    Args:
        value: A whole number where the row is answered; any elsewhere.
        kind: What the number stands for.
        names: For a text, the text of each number.
        after: For a day, the column of the day that it is counted from.
        known: Where it is known in an answered row; None for everywhere.
        refused: Whether it is told of the rows that are refused, and of no others.
    """

    value: nw.Expr
    kind: Literal["number", "day", "flag", "text"] = "number"
    names: tuple[str, ...] = ()
    after: str = ""
    known: nw.Expr | None = None
    refused: bool = False


class Columns:
    """The columns of a frame, read through narwhals."""

    def __init__(self, table: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
        self.table = table
        self.implementation = table.implementation
        self.schema = table.collect_schema()
        self.is_clean = False
        self._reads = 0
        self._unkept: dict[str, nw.Expr] = {}

    def names(self) -> list[str]:
        """Return the names of the frame's columns."""
        return self.schema.names()

    def read(self, column: str, reader: Reader) -> Read:
        """Read a column and keep what it holds in columns of the sheet."""
        read = reader(Source(column, self.schema[column], self.implementation))
        name = f"{PREFIX}{self._reads}"
        self._reads += 1
        self._unkept[name] = read.value
        return attrs.evolve(read, value=nw.col(name))

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""
        return self.schema[column].is_float()

    def keep(self, columns: dict[str, nw.Expr]) -> None:
        """Add columns to the sheet: those of one call at once, for each call is a step of an engine's plan."""
        if self._unkept:
            self.table = self.table.with_columns(**self._unkept)
            self._unkept = {}
        self.table = self.table.with_columns(**columns)

    def look_for_trouble(self) -> None:
        """See whether all rows are answered, where rows are at hand: then none need be guarded."""
        if isinstance(self.table, nw.DataFrame):
            self.is_clean = bool(self.table[OK].all())


class EagerPolars(Columns):
    """The columns of a polars frame at hand: worked out lazily, for polars is best when it sees all steps."""

    def __init__(self, table: nw.DataFrame[Any]) -> None:
        super().__init__(table.lazy())

    def look_for_trouble(self) -> None:
        """See whether all rows are answered, on what is worked out so far."""
        worked = self.table.lazy().collect()
        self.is_clean = bool(worked[OK].all())
        self.table = worked.lazy()


class Sheet:
    """A question in the course of being worked out.

    Args:
        question: Its name, for messages.
        columns: The columns that its facts are read from.
        floats: Whether float columns may be read: the rows are looked at or flagged.
        warns: Whether rows are looked at, so that what was not verified for one of them can be warned of.
    """

    def __init__(self, question: str, columns: Columns, *, floats: bool, warns: bool) -> None:
        self.question = question
        self.columns = columns
        self.refusals: list[Refusal] = []
        self.stale: list[tuple[str, str]] = []
        self.warns = warns
        self._floats = floats
        self._facts: list[Fact] = []
        self._steps = 0

    def _read(self, field: str, column: object, reader: Reader, instead: int = 0) -> Fact:
        if not isinstance(column, str) or column not in self.columns.names():
            raise InvalidFactError(self.question, field, MUST_NAME_A_COLUMN, column)
        if not self._floats and self.columns.is_float(column):
            raise InvalidFactError(self.question, field, FLOATS_NEED_CONSENT, column)
        try:
            read = self.columns.read(column, reader)
        except NotSuchAColumnError as error:
            raise InvalidFactError(self.question, field, error.rule, column) from None
        fact = Fact(field, column, read.value, read.known, instead)
        for code, when in read.faults:
            self.refuse(code, fact, when)
        return fact

    def money(self, field: str, column: str, unit: Unit | None, sign: Sign, limit: int = LARGEST_FEN) -> Fact:
        """Read a column of amounts, in fen or yuan as its name or the unit says."""
        scale = self._fen_per_unit(field, column, unit)
        fact = self._read(field, column, reading.Money(scale, limit), instead=1)
        wrong = {Sign.POSITIVE: fact.value <= 0, Sign.NOT_ZERO: fact.value == 0, Sign.NOT_NEGATIVE: fact.value < 0}
        self.refuse(_SIGN_CODES[sign], fact, wrong[sign])
        return fact

    def _fen_per_unit(self, field: str, column: str, unit: Unit | None) -> int:
        if unit is None:
            unit_said = str(column).rpartition("_")[2]
            if unit_said not in _FEN_PER:
                raise InvalidFactError(self.question, field, MUST_SAY_ITS_UNIT, column)
            return _FEN_PER[unit_said]
        if unit not in _FEN_PER:
            raise InvalidFactError(self.question, "unit", MUST_BE_A_UNIT, unit)
        return _FEN_PER[unit]

    def day(self, field: str, column: str) -> Fact:
        """Read a column of days."""
        fact = self._read(field, column, reading.day)
        self.refuse("year_out_of_range", fact, (fact.value < FIRST_DAY) | (fact.value > LAST_DAY))
        return fact

    def moment(self, field: str, column: str) -> Fact:
        """Read a column of moments, as microseconds from 1970-01-01 UTC."""
        return self._read(field, column, reading.moment)

    def count(self, field: str, column: str, limit: int, least: int = 0) -> Fact:
        """Read a column of whole numbers."""
        fact = self._read(field, column, reading.Whole(limit), instead=1)
        self.refuse("negative" if least == 0 else "not_positive", fact, fact.value < least)
        return fact

    def flag(self, field: str, column: str) -> Fact:
        """Read a column of booleans, as 1 and 0."""
        return self._read(field, column, reading.flag)

    def state(self, field: str, column: str) -> Fact:
        """Read a column of states of a cover, as their numbers."""
        return self._read(field, column, reading.state)

    def need(self, *facts: Fact) -> None:
        """Ask for facts to be known: where one is not, nothing is answered."""
        self._facts += facts

    def refuse(self, code: str, fact: Fact, when: nw.Expr, kind: type[GxInjuryError] = InvalidFactError) -> None:
        """Refuse the rows in which a condition holds."""
        self.refusals.append(Refusal(code, fact, fact.known & when, kind))

    def not_in_force(self, fact: Fact, when: nw.Expr) -> None:
        """Refuse the rows whose day a figure has no value for."""
        self.refuse("not_in_force", fact, when, NotInForceError)

    def let(self, name: str, value: nw.Expr) -> nw.Expr:
        """Keep a step in a column of its own, so that no engine works it out twice."""
        return self.let_all({name: value})[0]

    def let_all(self, values: dict[str, nw.Expr]) -> list[nw.Expr]:
        """Keep several steps at once, none of which rests on another of them."""
        steps = {f"{PREFIX}step{self._steps}_{name}": value for name, value in values.items()}
        self._steps += 1
        self.columns.keep(steps)
        return [nw.col(step) for step in steps]

    def settle(self, *facts: Fact) -> list[nw.Expr]:
        """Tell the rows apart that are answered, and return the values of facts that are safe in all rows.

        What is asked for must be known and is read in every row; what is not safe stands back for a harmless number.
        """
        self.need(*facts)
        known = [fact.known for fact in self._facts]
        refused = [refusal.when for refusal in self.refusals]
        is_known = f"{PREFIX}known"
        self.columns.keep(
            {is_known: _all(known), BAD: nw.when(_any(refused)).then(nw.lit(1)).otherwise(nw.lit(0)) == 1}
        )
        self.columns.keep({OK: nw.col(is_known) & ~nw.col(BAD)})
        self.columns.look_for_trouble()
        if self.columns.is_clean:
            return [fact.value for fact in facts]
        return self.let_all({f"{place}_{fact.field}": self._guarded(fact) for place, fact in enumerate(facts)})

    @staticmethod
    def _guarded(fact: Fact) -> nw.Expr:
        return nw.when(nw.col(OK)).then(fact.value).otherwise(nw.lit(fact.instead)).cast(nw.Int64)


def _all(conditions: list[nw.Expr]) -> nw.Expr:
    result = conditions[0]
    for condition in conditions[1:]:
        result = result & condition
    return result


def _any(conditions: list[nw.Expr]) -> nw.Expr:
    result = conditions[0]
    for condition in conditions[1:]:
        result = result | condition
    return result


Work: TypeAlias = Callable[[Sheet], dict[str, Output]]
"""How a question is worked out on a sheet."""
