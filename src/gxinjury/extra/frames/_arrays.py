"""A frame whose rows are at hand (内存表): columns become arrays, and rules run on some ten thousand rows at a time.

So many rows and their steps stay in the processor's nearest memory, and a frame of any length takes no more of it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Protocol

import attrs
import numpy as np

from gxinjury.extra.frames._columns import CivilDay, Column, Known
from gxinjury.extra.frames._days import civil_of
from gxinjury.extra.frames._reading import Reader
from gxinjury.extra.frames._sheets import Output, Rejection, Sheet, Way, Work, why

_ROWS_AT_A_TIME: Final = 2**16
ANSWERED: Final = -1


@attrs.frozen
class Answers:
    """What a question found in the rows of a frame at hand."""

    columns: dict[str, Any]  # the columns of the answer by name, as the frame's engine has them
    why: Any  # for each row, the place of the rejection that holds in it, or -1
    rejections: Sequence[Rejection]  # for what rows are refused
    stale: Sequence[str]  # the figures past the day they were verified through that an answered row rests on


class Table(Protocol):
    """A frame whose rows are at hand."""

    def __len__(self) -> int: ...
    def names(self) -> Sequence[str]: ...  # of its columns
    def kind(self, column: str) -> str: ...  # its type, as its engine tells it
    def read(self, column: str, reader: Reader) -> Known[Any]: ...  # as arrays, a zero where nothing is known
    def value(self, column: str, row: int) -> object: ...  # as Python has it
    def written(self, name: str, output: Output, answer: Known[Any]) -> Any: ...  # noqa: ANN401  (a column of its engine)
    def first_of(self, name: str, column: Any) -> Any: ...  # noqa: ANN401  (its column, the other where it is null)
    def beside(self, columns: dict[str, Any]) -> Any: ...  # noqa: ANN401  (the frame with the answer)


@attrs.frozen
class _Batch:
    """Some rows of a table, of which each column is read once."""

    table: Table
    rows: slice
    held: dict[tuple[str, Reader], Known[Any]]

    def names(self) -> Sequence[str]:
        return self.table.names()

    def kind(self, column: str) -> str:
        return self.table.kind(column)

    def read(self, column: str, reader: Reader) -> Known[Column]:
        if (column, reader) not in self.held:
            self.held[column, reader] = self.table.read(column, reader)
        held = self.held[column, reader]
        faults = tuple((code, Column(fault[self.rows])) for code, fault in held.faults)
        return Known(Column(held.value[self.rows]), Column(held.known[self.rows]), faults)

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return list(steps.values())

    def same(self, number: int) -> Column:
        return Column(everywhere(number, self.rows.stop - self.rows.start))

    def all_hold(self, condition: Column) -> bool:
        return bool(condition.held.all())

    def civil(self, days: Sequence[Column]) -> list[CivilDay]:
        return [civil_of(day) for day in days]


def work_out(table: Table, way: Way, work: Work) -> Answers:
    """Put a question to all rows of a table."""
    held: dict[tuple[str, Reader], Known[Any]] = {}
    outputs: dict[str, Output] = {}
    numbers: dict[str, list[Any]] = {}
    known: dict[str, list[Any]] = {}
    refused: list[Any] = []
    stale: dict[str, None] = {}
    rejections: Sequence[Rejection] = ()
    for rows in _slices(len(table)):
        sheet = Sheet(way, _Batch(table, rows, held))
        outputs, rejections = work(sheet), sheet.rejections
        for name, one in outputs.items():
            told = sheet.ok if one.known is None else sheet.ok & one.known
            numbers.setdefault(name, []).append(one.value.held)
            known.setdefault(name, []).append(told.held)
        refused.append(why(sheet).held if sheet.bad.held.any() else everywhere(ANSWERED, rows.stop - rows.start))
        stale |= dict.fromkeys(text for text, when in sheet.stale if when.held.any())
    columns = {
        name: table.written(name, one, Known(np.concatenate(numbers[name]), np.concatenate(known[name])))
        for name, one in outputs.items()
    }
    return Answers(columns, np.concatenate(refused), rejections, tuple(stale))


def places(output: Output, answer: Known[Any]) -> Any:  # noqa: ANN401  (an array)
    """Return the place of each text, and that after the last where there is none."""
    return answer.value if answer.known.all() else np.where(answer.known, answer.value, len(output.names))


def reasons(answers: Answers) -> tuple[Output, Known[Any]]:
    """Return the column that says why rows are refused."""
    output = Output(Column(answers.why), "text", names=tuple(one.code for one in answers.rejections))
    return output, Known(answers.why, answers.why >= 0)


def everywhere(value: int, rows: int) -> Any:  # noqa: ANN401  (an array)
    """Return an array that is the same in all rows, without the memory of one."""
    return np.broadcast_to(value, rows)


def nothing(rows: int) -> Known[Any]:
    """Return what a column of nulls holds."""
    return Known(everywhere(0, rows), np.zeros(rows, np.bool_))


def _slices(count: int) -> Iterator[slice]:
    for first in range(0, max(count, 1), _ROWS_AT_A_TIME):
        yield slice(first, min(first + _ROWS_AT_A_TIME, count))


def whole_numbers(values: Any, fen_per_unit: int, limit: int) -> tuple[Any, tuple[tuple[str, Any], ...]]:  # noqa: ANN401  (arrays)
    """Return whole numbers in 64 bits, and those aside that are too large."""
    most = limit // fen_per_unit
    large = values > most
    if values.dtype.kind == "i":
        large |= values < -most
    if large.any():
        values = np.where(large, 0, values)
    values = values.astype(np.int64, copy=False)
    return values if fen_per_unit == 1 else values * fen_per_unit, (("too_large", large),)
