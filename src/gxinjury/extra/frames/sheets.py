"""The sheet that a question is worked out on (计算表): facts in, refused rows apart, answers out.

Facts are read into whole numbers, rows that cannot be answered are told apart, and from there on a rule is plain
arithmetic on columns, whether their rows are at hand or a plan.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal, Protocol, TypeAlias

import attrs

from gxinjury.errors import GxInjuryError, InvalidFactError, NotInForceError
from gxinjury.extra.frames import reading
from gxinjury.extra.frames.columns import CivilDay, Column, all_of, any_of, choose
from gxinjury.extra.frames.numbering import FIRST_DAY, LAST_DAY, instant_of
from gxinjury.extra.frames.reading import NotSuchAColumnError, Reader
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

_FEN_PER: Final = {"fen": 1, "yuan": 100}
_FIRST_MOMENT: Final = instant_of(FIRST_DAY)
_AFTER_THE_LAST: Final = instant_of(LAST_DAY + 1)
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
    value: Column
    known: Column
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
    when: Column
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

    value: Column
    kind: Literal["number", "day", "flag", "text"] = "number"
    names: tuple[str, ...] = ()
    after: str = ""
    known: Column | None = None
    refused: bool = False


@attrs.frozen
class Held:
    """What a column of a frame holds.

    Args:
        value: Its value; any where it is not known.
        known: Whether it is known.
        faults: Where it cannot be read, by the code of the reason.
    """

    value: Column
    known: Column
    faults: tuple[tuple[str, Column], ...] = ()


class Rows(Protocol):
    """The rows that a question is put to, at hand or planned."""

    def names(self) -> list[str]:
        """Return the names of the frame's columns."""

    def kind(self, column: str) -> str:
        """Return the type of a column, as its engine tells it."""

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""

    def read(self, column: str, reader: Reader) -> Held:
        """Read a column of the frame."""

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        """Keep steps, so that nothing works them out twice."""

    def same(self, number: int) -> Column:
        """Return a number that is the same in every row."""

    def all_hold(self, condition: Column) -> bool:
        """Return whether a condition is seen to hold in every row."""

    def civil(self, days: Sequence[Column]) -> list[CivilDay]:
        """Return the year, month and day of the month of numbered days."""


class Sheet:
    """A question in the course of being worked out.

    Args:
        question: Its name, for messages.
        rows: The rows that it is put to.
        floats: Whether float columns may be read: the rows are looked at or flagged.
        warns: Whether rows are looked at, so that what was not verified for one of them can be warned of.
    """

    def __init__(self, question: str, rows: Rows, *, floats: bool, warns: bool) -> None:
        self.question = question
        self.rows = rows
        self.refusals: list[Refusal] = []
        self.stale: list[tuple[str, Column]] = []
        self.warns = warns
        self._floats = floats
        self._facts: list[Fact] = []

    def _read(self, field: str, column: str, reader: Reader, instead: int = 0) -> Fact:
        self._check_name(field, column)
        if self.rows.is_float(column) and not self._floats:
            raise InvalidFactError(self.question, field, FLOATS_NEED_CONSENT, column)
        try:
            read = self.rows.read(column, reader)
        except NotSuchAColumnError as error:
            found = f"{column}: {self.rows.kind(column)}"
            raise InvalidFactError(self.question, field, error.rule, found) from None
        fact = Fact(field, column, read.value, read.known, instead)
        for code, when in read.faults:
            self.refuse(code, fact, when)
        return fact

    def _check_name(self, field: str, column: object) -> None:
        if not isinstance(column, str) or column not in self.rows.names():
            raise InvalidFactError(self.question, field, MUST_NAME_A_COLUMN, column)

    def money(self, field: str, column: str, unit: Unit | None, sign: Sign, limit: int = LARGEST_FEN) -> Fact:
        """Read a column of amounts, in fen or yuan as its name or the unit says."""
        self._check_name(field, column)
        scale = self._fen_per_unit(field, column, unit)
        fact = self._read(field, column, reading.Money(scale, limit), instead=1)
        wrong = {Sign.POSITIVE: fact.value <= 0, Sign.NOT_ZERO: fact.value == 0, Sign.NOT_NEGATIVE: fact.value < 0}
        self.refuse(_SIGN_CODES[sign], fact, wrong[sign])
        return fact

    def _fen_per_unit(self, field: str, column: str, unit: Unit | None) -> int:
        if unit is None:
            unit_said = column.rpartition("_")[2]
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
        fact = self._read(field, column, reading.moment)
        self.refuse("year_out_of_range", fact, (fact.value < _FIRST_MOMENT) | (fact.value >= _AFTER_THE_LAST))
        return fact

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

    def same(self, number: int) -> Column:
        """Return a number that is the same in every row."""
        return self.rows.same(number)

    def need(self, *facts: Fact) -> None:
        """Ask for facts to be known: where one is not, nothing is answered."""
        self._facts += facts

    def refuse(self, code: str, fact: Fact, when: Column, kind: type[GxInjuryError] = InvalidFactError) -> None:
        """Refuse the rows in which a condition holds."""
        self.refusals.append(Refusal(code, fact, fact.known & when, kind))

    def not_in_force(self, fact: Fact, when: Column) -> None:
        """Refuse the rows whose day a figure has no value for."""
        self.refuse("not_in_force", fact, when, NotInForceError)

    def let(self, name: str, value: Column) -> Column:
        """Keep a step."""
        return self.let_all({name: value})[0]

    def let_all(self, values: dict[str, Column]) -> list[Column]:
        """Keep several steps at once, none of which rests on another of them."""
        return self.rows.keep(values)

    def settle(self, *facts: Fact) -> list[Column]:
        """Tell the rows apart that are answered, and return the values of facts that are safe in all rows.

        What is asked for must be known and is read in every row; what is not safe stands back for a harmless number.
        """
        self.need(*facts)
        known = all_of([fact.known for fact in self._facts])
        self.known, self.bad = self.let_all({"known": known, "bad": any_of([one.when for one in self.refusals])})
        self.ok = self.let("ok", self.known & ~self.bad)
        self.all_answered = self.rows.all_hold(self.ok)
        if self.all_answered:
            return [fact.value for fact in facts]
        return self.let_all(
            {f"{fact.field}{place}": choose(self.ok, fact.value, fact.instead) for place, fact in enumerate(facts)}
        )


def why(sheet: Sheet) -> Column:
    """Return for each row the place of the first refusal that holds in it, or -1."""
    place = sheet.same(-1)
    for number in reversed(range(len(sheet.refusals))):
        place = choose(sheet.refusals[number].when, number, place)
    return place


Work: TypeAlias = Callable[[Sheet], dict[str, Output]]
"""How a question is worked out on a sheet."""
