"""A frame whose rows are at hand (内存表): columns become arrays, and rules run on some ten thousand rows at a time.

So many rows and their steps stay in the processor's nearest memory, and a frame of any length takes no more of it.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Protocol

import attrs
import numpy as np

from gxinjury.extra.frames._columns import Column, Known
from gxinjury.extra.frames._reading import Reader
from gxinjury.extra.frames._sheets import Output, Outputs, Rejection, Sheet, Way, Work, why

_ROWS_AT_A_TIME: Final = 2**17
_ANSWERED: Final = -1
_TYPES: Final = {"number": np.int64, "day": np.int32, "flag": np.bool_, "text": np.int8}
"""What the answers of each kind are kept in."""


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
    held: dict[tuple[str, Reader], Known[Column]]

    def names(self) -> Sequence[str]:
        return self.table.names()

    def kind(self, column: str) -> str:
        return self.table.kind(column)

    def read(self, column: str, reader: Reader) -> Known[Column]:
        if (column, reader) not in self.held:
            read = self.table.read(column, reader)
            faults = tuple((code, _seen(fault)) for code, fault in read.faults)
            self.held[column, reader] = Known(_numbers(read.value), _seen(read.known), faults)
        held = self.held[column, reader]
        faults = tuple((code, self._of(fault)) for code, fault in held.faults)
        return Known(self._of(held.value), self._of(held.known), faults)

    def _of(self, column: Column) -> Column:
        if not isinstance(column.held, np.ndarray):
            return column
        return Column(column.held[self.rows], column.low, column.high)

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return [_seen(one.held) if _is_a_condition(one.held) else one for one in steps.values()]


def _is_a_condition(held: Any) -> bool:  # noqa: ANN401  (an array, a number)
    return isinstance(held, np.ndarray) and held.dtype == np.bool_


def _seen(condition: Any) -> Column:  # noqa: ANN401  (an array)
    """Return a condition, as one for all rows where all are seen to be alike."""
    if not condition.any():
        return Column(held=False)
    return Column(held=True) if condition.all() else Column(condition)


def _numbers(values: Any) -> Column:  # noqa: ANN401  (an array)
    """Return numbers, between the least and the most of them."""
    ends = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    return Column(values).within(*ends)


def work_out(table: Table, way: Way, work: Work) -> Answers:
    """Put a question to all rows of a table: the first of them alone, the others on all processors."""
    count = len(table)
    held: dict[tuple[str, Reader], Known[Column]] = {}
    refused = np.full(count, _ANSWERED, np.int8)
    answers: dict[str, Known[Any]] = {}
    stale: dict[str, None] = {}

    def put(rows: slice) -> tuple[Outputs, Sequence[Rejection]]:
        sheet = Sheet(way, _Batch(table, rows, held))
        outputs = work(sheet)
        for name, one in outputs.items():
            if name not in answers:
                answers[name] = Known(np.empty(count, _TYPES[one.kind]), np.ones(count, np.bool_))
            answers[name].value[rows] = one.value.held
            told = sheet.ok if one.known is None else sheet.ok & one.known
            if told.held is not True:
                answers[name].known[rows] = told.held
        if sheet.bad.held is not False:
            refused[rows] = why(sheet).held
        stale.update(dict.fromkeys(text for text, when in sheet.stale if np.any(when.held)))
        return outputs, sheet.rejections

    outputs, rejections = put(slice(0, min(_ROWS_AT_A_TIME, count)))
    if count > _ROWS_AT_A_TIME:
        with ThreadPoolExecutor() as pool:
            starts = range(_ROWS_AT_A_TIME, count, _ROWS_AT_A_TIME)
            list(pool.map(put, (slice(first, min(first + _ROWS_AT_A_TIME, count)) for first in starts)))
    columns = {name: table.written(name, one, answers[name]) for name, one in outputs.items()}
    return Answers(columns, refused, rejections, tuple(stale))


def places(output: Output, answer: Known[Any]) -> Any:  # noqa: ANN401  (an array)
    """Return the place of each text, and that after the last where there is none."""
    return answer.value if answer.known.all() else np.where(answer.known, answer.value, len(output.names))


def reasons(answers: Answers) -> tuple[Output, Known[Any]]:
    """Return the column that says why rows are refused."""
    output = Output(Column(answers.why), "text", names=tuple(one.code for one in answers.rejections))
    return output, Known(answers.why, answers.why >= 0)


def nothing(rows: int) -> Known[Any]:
    """Return what a column of nulls holds."""
    return Known(np.broadcast_to(0, rows), np.zeros(rows, np.bool_))


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
