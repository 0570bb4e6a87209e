"""A frame whose rows are at hand (内存表): columns become arrays, and rules run on some ten thousand rows at a time.

So many rows and their steps stay in the processor's nearest memory, and a frame of any length takes no more of it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

import attrs
import numpy as np

from gxinjury.extra.frames.columns import CivilDay, Column, choose
from gxinjury.extra.frames.months import civil_of
from gxinjury.extra.frames.reading import Reader
from gxinjury.extra.frames.sheets import Held, Output, Refusal, Sheet, Work
from gxinjury.extra.frames.sheets import why as why_of

_ROWS_AT_A_TIME: Final = 2**16
ANSWERED: Final = -1


@attrs.frozen
class Arrays:
    """What a column of a frame holds, as arrays.

    Args:
        values: Whole numbers, a zero where nothing is known.
        known: Whether each is known.
        faults: Which cannot be read, by the code of the reason.
    """

    values: Any
    known: Any
    faults: dict[str, Any]


@attrs.frozen
class Answer:
    """A column of the answer, of all rows.

    Args:
        output: What it is.
        numbers: Its whole numbers; any where it is not known.
        known: Whether each is known.
    """

    output: Output
    numbers: Any
    known: Any

    def places(self) -> Any:  # noqa: ANN401  (an array)
        """Return the place of each text, and that after the last where there is none."""
        none = len(self.output.names)
        return self.numbers if self.known.all() else choose(Column(self.known), Column(self.numbers), none).held


@attrs.frozen
class Answers:
    """What a question found.

    Args:
        columns: The columns of the answer, by name.
        why: For each row, the place of the refusal that holds in it, or -1.
        refusals: For what rows are refused.
        stale: The figures past the day they were verified through that an answered row rests on.
    """

    columns: dict[str, Answer]
    why: Any
    refusals: Sequence[Refusal]
    stale: Sequence[str]


class Table(Protocol):
    """A frame whose rows are at hand."""

    def __len__(self) -> int:
        """Return the number of its rows."""

    def names(self) -> list[str]:
        """Return the names of its columns."""

    def kind(self, column: str) -> str:
        """Return the type of a column, as its engine tells it."""

    def is_float(self, column: str) -> bool:
        """Return whether a column holds floats."""

    def read(self, column: str, reader: Reader) -> Arrays:
        """Read a column."""

    def value(self, column: str, row: int) -> object:
        """Return what a column holds in a row, as Python has it."""

    def answered(self, answers: dict[str, Answer]) -> Any:  # noqa: ANN401  (a frame of its engine)
        """Return the frame with the answers beside its columns."""


class _Batch:
    """Some rows of a table."""

    def __init__(self, table: Table, rows: slice, read: dict[tuple[str, Reader], Arrays]) -> None:
        self._table = table
        self._rows = rows
        self._read = read

    def names(self) -> list[str]:
        return self._table.names()

    def kind(self, column: str) -> str:
        return self._table.kind(column)

    def is_float(self, column: str) -> bool:
        return self._table.is_float(column)

    def read(self, column: str, reader: Reader) -> Held:
        if (column, reader) not in self._read:
            self._read[column, reader] = self._table.read(column, reader)
        held = self._read[column, reader]
        faults = tuple((code, Column(fault[self._rows])) for code, fault in held.faults.items())
        return Held(Column(held.values[self._rows]), Column(held.known[self._rows]), faults)

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return list(steps.values())

    def same(self, number: int) -> Column:
        return Column(everywhere(number, self._rows.stop - self._rows.start))

    def all_hold(self, condition: Column) -> bool:
        return bool(condition.held.all())

    def civil(self, days: Sequence[Column]) -> list[CivilDay]:
        return [civil_of(day) for day in days]


def work_out(table: Table, question: str, work: Work, *, floats: bool, warns: bool) -> Answers:
    """Put a question to all rows of a table."""
    read: dict[tuple[str, Reader], Arrays] = {}
    parts = []
    for rows in _slices(len(table)):
        sheet = Sheet(question, _Batch(table, rows, read), floats=floats, warns=warns)
        parts.append(_Part.of(sheet, work(sheet), rows.stop - rows.start))
    columns = {
        name: Answer(output, np.concatenate([part.numbers[name] for part in parts]), _known(parts, name))
        for name, output in parts[0].outputs.items()
    }
    stale = dict.fromkeys(text for part in parts for text in part.stale)
    return Answers(columns, _why(parts, len(table)), parts[0].refusals, tuple(stale))


@attrs.frozen
class _Part:
    """What a question found in some rows; None stands for all of them known, or none of them refused."""

    outputs: dict[str, Output]
    numbers: dict[str, Any]
    known: dict[str, Any]
    rows: int
    why: Any
    refusals: Sequence[Refusal]
    stale: Sequence[str]

    @classmethod
    def of(cls, sheet: Sheet, outputs: dict[str, Output], rows: int) -> "_Part":
        ok = None if sheet.all_answered else sheet.ok.held
        known = {name: one.known if one.known is None else one.known.held for name, one in outputs.items()}
        return cls(
            outputs,
            {name: one.value.held for name, one in outputs.items()},
            {name: ok if one is None else one & sheet.ok.held for name, one in known.items()},
            rows,
            why_of(sheet).held if sheet.bad.held.any() else None,
            sheet.refusals,
            [text for text, when in sheet.stale if when.held.any()],
        )


def _known(parts: Sequence[_Part], name: str) -> Any:  # noqa: ANN401  (an array)
    given = [(part.known[name], part.rows) for part in parts]
    return np.concatenate([all_known(count) if known is None else known for known, count in given])


def _why(parts: Sequence[_Part], rows: int) -> Any:  # noqa: ANN401  (an array)
    if all(part.why is None for part in parts):
        return everywhere(ANSWERED, rows)
    given = [(part.why, part.rows) for part in parts]
    return np.concatenate([np.full(count, ANSWERED) if why is None else why for why, count in given])


def all_known(rows: int) -> Any:  # noqa: ANN401  (an array)
    """Return that all rows are known."""
    return np.ones(rows, np.bool_)


def everywhere(value: int, rows: int) -> Any:  # noqa: ANN401  (an array)
    """Return an array that is the same in all rows, without the memory of one."""
    return np.broadcast_to(value, rows)


def _slices(count: int) -> Iterator[slice]:
    for first in range(0, max(count, 1), _ROWS_AT_A_TIME):
        yield slice(first, min(first + _ROWS_AT_A_TIME, count))


def reason(why: Any, refusals: Sequence[Refusal]) -> Answer:  # noqa: ANN401  (an array)
    """Return the column that says why rows are refused."""
    names = tuple(one.code for one in refusals)
    return Answer(Output(Column(why), "text", names=names), why, why >= 0)


def whole_numbers(values: Any, fen_per_unit: int, limit: int) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401  (arrays)
    """Return whole numbers in 64 bits, those aside that are too large."""
    most = limit // fen_per_unit
    large = values > most
    if values.dtype.kind == "i":
        large |= values < -most
    if large.any():
        values = np.where(large, 0, values)
    values = values.astype(np.int64, copy=False)
    return values if fen_per_unit == 1 else values * fen_per_unit, {"too_large": large}
