"""The sheet that a question is worked out on (计算表): facts in, refused rows apart, answers out.

Facts are read into whole numbers, rows that cannot be answered are told apart, and from there on a rule is plain
arithmetic on columns, whether their rows are at hand or a plan.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, Final, Literal, Protocol, TypeAlias, TypeVar

import attrs

from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError
from gxinjury.extra.frames import _reading as reading
from gxinjury.extra.frames._columns import LEAST, MOST, Column, Known, all_of, choose, column_of
from gxinjury.extra.frames._days import FIRST_DAY, LAST_DAY, instant_of
from gxinjury.extra.frames._reading import NotSuchAColumnError, Reader
from gxinjury.extra.frames.words import LARGEST_FEN, MUST_NAME_A_COLUMN, MUST_SAY_ITS_UNIT, NEEDS_A_COLUMN
from gxinjury.facts import Sign, Yuan
from gxinjury.fields import FieldOf, fields_of
from gxinjury.law import Law

V = TypeVar("V")

Unit: TypeAlias = Literal["fen", "yuan"]
"""What a whole number in a money column counts."""
Name: TypeAlias = str | None
"""A column of a frame by its name; None for the one that is named as the fact, an empty text for none at all."""

FEN_PER: Final = {"fen": 1, "yuan": 100}
_FIRST_MOMENT: Final = instant_of(FIRST_DAY)
_LAST_MOMENT: Final = instant_of(LAST_DAY + 1) - 1
_SIGN_CODES: Final = {Sign.POSITIVE: "not_positive", Sign.NOT_ZERO: "zero", Sign.NOT_NEGATIVE: "negative"}
_ORDER_CODES: Final = {"commencement": "before_commencement", "happened_at": "before_the_accident"}


@attrs.frozen
class Way:
    """How a question is put to a frame."""

    question: str  # its name, for messages
    law: Law  # the law asked
    unit: Unit | None  # what amounts count where a column's name does not say it
    suffix: str  # what the names of the answers end in
    flag: bool  # whether rows that break a rule are kept, with a column of reasons
    look: bool  # whether rows are looked at now, and raise
    floats: bool  # whether columns of floats are read: their rows are looked at or flagged, as the caller said
    stale: list[str]  # the warnings to give, gathered where rows are looked at
    marks: bool = False  # whether a column tells which answers rest on a figure that is stale
    known: dict[int, Any] = attrs.field(factory=dict)  # what is the same in all rows, in the order it is asked for


@attrs.frozen
class Input:
    """A fact of a question, read from a column."""

    field: str  # its name in the question
    column: str  # the column that it is read from
    value: Column  # its value, any where it is not known; before :meth:`Sheet.settle`
    known: Column  # whether it is known
    low: int = LEAST  # between what it lies in a row that is answered
    high: int = MOST

    @property
    def holds(self) -> Column:
        """Where a flag holds, a null being that it does not."""
        return self.known & (self.value == 1)

    def or_else(self, other: "Input") -> "Input":
        """Return this where it is known, and another of its kind elsewhere."""
        value = choose(self.known, self.value, other.value)
        return attrs.evolve(self, value=value, known=self.known | other.known)


@attrs.frozen
class Rejection:
    """Rows that a question refuses."""

    code: str  # why, by the code that the reason column holds
    input: Input  # the fact that is refused
    when: Column  # in which rows
    kind: type[GxInjuryError] = InvalidFactError  # what is raised where rows are not kept


@attrs.frozen
class Output:
    """A column of the answer."""

    value: Column  # a whole number where the row is answered; any elsewhere
    kind: Literal["number", "day", "flag", "text"] = "number"  # what the number stands for
    names: tuple[str, ...] = ()  # for a text, the text of each number
    after: str = ""  # for a day, the column of the day that it is counted from
    known: Column | None = None  # where it is known in an answered row; None for everywhere
    refused: bool = False  # whether it is told of the rows that are refused, and of no others


Outputs: TypeAlias = dict[str, Output]
"""The answer, column by column."""


class Rows(Protocol):
    """The rows that a question is put to, at hand or planned."""

    def names(self) -> Sequence[str]: ...  # return the names of the frame's columns
    def kind(self, column: str) -> str: ...  # return the type of a column, as its engine tells it
    def read(self, column: str, reader: Reader) -> Known[Column]: ...  # read a column of the frame
    def keep(self, steps: dict[str, Column]) -> list[Column]: ...  # keep steps, so that nothing works them out twice
    def refused(self, sheet: "Sheet") -> Column: ...  # return where one of the rejections of a sheet holds


class Sheet:
    """A question in the course of being worked out."""

    def __init__(self, way: Way, rows: Rows) -> None:
        self.question = way.question
        self.law = way.law
        self.warns = way.look or way.marks
        self.rows = rows
        self.rejections: list[Rejection] = []
        self.stale: list[tuple[str, Column]] = []
        self._unit = way.unit
        self._needed: list[Input] = []
        self._way, self._asked = way, 0

    def facts(self, record: type[Any], columns: Mapping[str, Name], only: Collection[str] = ()) -> SimpleNamespace:
        """Read the fields of a record, each as its annotation has it."""
        read = SimpleNamespace()
        for field in fields_of(record):
            column = columns.get(field.name)
            if only and field.name not in only:
                continue
            if not (field.needed or self.has(field.name, column)):
                setattr(read, field.name, None)
                continue
            one = self._field(field, column)
            setattr(read, field.name, one)
            for order in field.not_before:
                other = getattr(read, order.other)
                self.refuse(_ORDER_CODES[order.other], one, other.known & (one.value < other.value))
        return read

    def _field(self, field: FieldOf, column: Name) -> Input:
        if field.kind is Yuan:
            return self.money(field.name, column, field.sign or Sign.NOT_NEGATIVE)
        return {date: self.day, datetime: self.moment, bool: self.flag}.get(field.kind, self.state)(field.name, column)

    def has(self, field: str, column: Name) -> bool:
        """Return whether there is a column for a fact that need not be given."""
        names = self.rows.names()
        return bool(column) if column is not None else any(one in names for one in names_of(field))

    def maybe(self, read: Callable[[str, Name], Input], field: str, column: Name) -> Input | None:
        """Read a fact that need not be given; None where there is no column for it."""
        return read(field, column) if self.has(field, column) else None

    def needed_by(self, choice: object, read: Callable[[str, Name], Input], field: str, column: Name) -> Input:
        """Read a fact that only a reading asks for."""
        if not self.has(field, column):
            raise InvalidFactError(self.question, field, NEEDS_A_COLUMN.filled({"reading": str(choice)}), None)
        return read(field, column)

    def _column(self, field: str, column: object, defaults: Sequence[str] = ()) -> str:
        names = self.rows.names()
        if column is None:
            column = next((one for one in defaults if one in names), (*defaults, field)[0])
        if not isinstance(column, str) or column not in names:
            raise InvalidFactError(self.question, field, MUST_NAME_A_COLUMN, column)
        return column

    def _read(self, field: str, column: str, reader: Reader, low: int, high: int) -> Input:
        try:
            read = self.rows.read(column, reader)
        except NotSuchAColumnError as error:
            found = f"{column}: {self.rows.kind(column)}"
            raise InvalidFactError(self.question, field, error.rule, found) from None
        value = (
            read.value.within(-reader.limit, reader.limit)
            if isinstance(reader, reading.Money | reading.Whole)
            else read.value
        )
        one = Input(field, column, value, read.known, low, high)
        for code, when in read.faults:
            self.refuse(code, one, when)
        return one

    def money(self, field: str, column: Name, sign: Sign = Sign.POSITIVE, limit: int = LARGEST_FEN) -> Input:
        """Read a column of amounts, in fen or yuan as its name or the unit says."""
        name = self._column(field, column, names_of(field))
        unit = self._unit or name.rpartition("_")[2]
        if unit not in FEN_PER:
            raise InvalidFactError(self.question, field, MUST_SAY_ITS_UNIT, name)
        least = {Sign.POSITIVE: 1, Sign.NOT_ZERO: -limit, Sign.NOT_NEGATIVE: 0}[sign]
        one = self._read(field, name, reading.Money(FEN_PER[unit], limit), least, limit)
        wrong = {Sign.POSITIVE: one.value <= 0, Sign.NOT_ZERO: one.value == 0, Sign.NOT_NEGATIVE: one.value < 0}
        self.refuse(_SIGN_CODES[sign], one, wrong[sign])
        return one

    def day(self, field: str, column: Name) -> Input:
        """Read a column of days."""
        one = self._read(field, self._column(field, column), reading.day, FIRST_DAY, LAST_DAY)
        self.refuse("year_out_of_range", one, (one.value < one.low) | (one.value > one.high))
        return one

    def moment(self, field: str, column: Name) -> Input:
        """Read a column of moments, as microseconds from 1970-01-01 UTC."""
        one = self._read(field, self._column(field, column), reading.moment, _FIRST_MOMENT, _LAST_MOMENT)
        outside = (one.value < one.low) | (one.value > one.high)
        self.refuse("year_out_of_range", one, outside)
        # A limit is counted from it before it is settled.
        return attrs.evolve(one, value=choose(outside, one.low, one.value).within(one.low, one.high))

    def count(self, field: str, column: Name, limit: int, least: int = 0) -> Input:
        """Read a column of whole numbers."""
        one = self._read(field, self._column(field, column), reading.Whole(limit), least, limit)
        self.refuse("negative" if least == 0 else "not_positive", one, one.value < least)
        return one

    def flag(self, field: str, column: Name) -> Input:
        """Read a column of booleans, as 1 and 0."""
        return self._read(field, self._column(field, column), reading.flag, 0, 1)

    def state(self, field: str, column: Name) -> Input:
        """Read a column of states of a cover, as their numbers."""
        return self.named(field, column, reading.state)

    def named(self, field: str, column: Name, reader: reading.Named) -> Input:
        """Read a column of names, as their numbers."""
        return self._read(field, self._column(field, column), reader, 0, len(reader.names) - 1)

    def same(self, number: int) -> Column:
        """Return a number that is the same in every row."""
        return column_of(number)

    def once(self, make: Callable[[], V]) -> V:
        """Return what is the same in all rows, made once; all of them ask for such things in the same order."""
        self._asked += 1
        if self._asked not in self._way.known:
            self._way.known[self._asked] = make()
        found: V = self._way.known[self._asked]
        return found

    def need(self, *inputs: Input) -> None:
        """Ask for facts to be known: where one is not, nothing is answered."""
        self._needed += inputs

    def refuse(self, code: str, one: Input, when: Column, kind: type[GxInjuryError] = InvalidFactError) -> None:
        """Refuse the rows in which a fact is known and a condition holds."""
        self.rejections.append(Rejection(code, one, one.known & when, kind))

    def not_in_force(self, one: Input, when: Column) -> None:
        """Refuse the rows whose day a figure has no value for."""
        self.refuse("not_in_force", one, when, NotInForceError)

    def let(self, name: str, value: Column) -> Column:
        """Keep a step."""
        (kept,) = self.let_all({name: value})
        return kept

    def let_all(self, values: dict[str, Column]) -> list[Column]:
        """Keep several steps at once, none of which rests on another of them."""
        return self.rows.keep(values)

    def settle(self, *inputs: Input) -> list[Column]:
        """Tell the rows apart that are answered, and return the values of facts that are safe in all rows."""
        self.need(*inputs)
        self.bad = self.rows.refused(self)
        self.ok = self.let("ok", all_of([one.known for one in self._needed]) & ~self.bad)
        safe = [choose(self.ok, one.value, min(max(one.low, 1), one.high)) for one in inputs]
        named = {f"{one.field}{place}": value for place, (one, value) in enumerate(zip(inputs, safe, strict=True))}
        return [value.within(one.low, one.high) for one, value in zip(inputs, self.let_all(named), strict=True)]


def names_of(field: str) -> tuple[str, ...]:
    """Return the names under which a fact is looked for where its column is not named."""
    return f"{field}_fen", f"{field}_yuan", field


def why(sheet: Sheet) -> Column:
    """Return for each row the place of the first rejection that holds in it, or -1."""
    place = column_of(-1)
    for number in reversed(range(len(sheet.rejections))):
        place = choose(sheet.rejections[number].when, number, place)
    return place


Work: TypeAlias = Callable[[Sheet], Outputs]
"""How a question is worked out on a sheet."""
