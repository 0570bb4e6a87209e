"""A frame whose rows are at hand (内存表): columns become arrays, worked out some hundred thousand rows at a time.

So many rows and their steps stay in the processor's nearer memory, and a frame of any length takes no more of it.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, Final, Protocol

import attrs
import numpy as np

from gxinjury.extra.frames._columns import Column, Known, any_of
from gxinjury.extra.frames._reading import Reader
from gxinjury.extra.frames._sheets import Output, Outputs, Rejection, Sheet, Way, Work, why

_ROWS_AT_A_TIME: Final = 2**18
_ANSWERED: Final = -1
_TYPES: Final = {"number": np.int64, "day": np.int32, "flag": np.bool_, "text": np.int8}
"""What the answers of each kind are kept in."""


@attrs.frozen
class Answers:
    """What a question found in the rows of a frame at hand."""

    columns: dict[str, Any]  # the columns of the answer by name, as the frame's engine has them
    why: Any  # for each row, the place of the rejection that holds in it, or -1; None where nothing is refused
    rejections: Sequence[Rejection]  # for what rows are refused
    stale: Sequence[str]  # the figures past the day they were verified through that an answered row rests on


class Table(Protocol):
    """A frame whose rows are at hand."""

    def __len__(self) -> int: ...
    def names(self) -> Sequence[str]: ...  # of its columns
    def kind(self, column: str) -> str: ...  # its type, as its engine tells it
    def read(self, column: str, reader: Reader) -> Known[Any]: ...  # as arrays, a zero where unknown
    def value(self, column: str, row: int) -> object: ...  # as Python has it
    def written(self, name: str, output: Output, answer: Known[Any]) -> Any: ...  # noqa: ANN401  (a column of its engine)
    def first_of(self, name: str, column: Any) -> Any: ...  # noqa: ANN401  (its column, the other where it is null)
    def beside(self, columns: dict[str, Any]) -> Any: ...  # noqa: ANN401  (the frame with the answer)


class _Gathered:
    """What some rows at a time come to."""

    def __init__(self, rows: int, kind: Any, otherwise: Any = None) -> None:  # noqa: ANN401  (a type of numpy, a value of it)
        self._rows, self._kind, self._otherwise = rows, kind, otherwise
        self._lock = Lock()
        self.all: Any = None  # the array of all rows; None where none was put

    def put(self, rows: slice, held: Any) -> None:  # noqa: ANN401  (an array, or what is the same in all rows)
        """Keep what some rows come to; an array that is nobody else's and holds all of them is kept as it is."""
        if isinstance(held, np.ndarray) and held.flags.owndata and len(held) == self._rows and held.dtype == self._kind:
            self.all = held
            return
        with self._lock:
            if self.all is None:
                empty = self._otherwise is None
                self.all = (
                    np.empty(self._rows, self._kind) if empty else np.full(self._rows, self._otherwise, self._kind)
                )
        self.all[rows] = held


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

    def refused(self, sheet: Sheet) -> Column:
        return sheet.let("bad", any_of([one.when for one in sheet.rejections]))

    def keep(self, steps: dict[str, Column]) -> list[Column]:
        return [_seen(one.held) if _is_a_condition(one.held) else one for one in steps.values()]


def _is_a_condition(held: Any) -> bool:  # noqa: ANN401  (an array, a number)
    return isinstance(held, np.ndarray) and held.dtype == np.bool_


def _seen(condition: Any) -> Column:  # noqa: ANN401  (an array, or True)
    """Return a condition, as one for all rows where all are seen to be alike."""
    if condition is True or not condition.any():
        return Column(held=condition is True)
    return Column(held=True) if condition.all() else Column(condition)


def _numbers(values: Any) -> Column:  # noqa: ANN401  (an array, or what is seen already)
    """Return numbers, between the least and the most of them; truth values as ones and zeros."""
    if isinstance(values, Column):
        return values
    return Column(values.view(np.int8) if values.dtype == np.bool_ else values).within(*ends(values))


def ends(values: Any) -> tuple[int, int]:  # noqa: ANN401  (an array)
    """Return the least and the most of some numbers; nothing where there are none."""
    return (int(values.min()), int(values.max())) if len(values) else (0, 0)


def work_out(table: Table, way: Way, work: Work) -> Answers:
    """Put a question to all rows of a table: the first of them alone, the others on all processors."""
    count = len(table)
    held: dict[tuple[str, Reader], Known[Column]] = {}
    refused = _Gathered(count, np.int8, _ANSWERED)
    answers: dict[str, Known[_Gathered]] = {}
    stale: dict[str, None] = {}

    def put(rows: slice) -> tuple[Outputs, Sequence[Rejection]]:
        sheet = Sheet(way, _Batch(table, rows, held))
        outputs = work(sheet)
        for name, one in outputs.items():
            if name not in answers:
                answers[name] = Known(_Gathered(count, _TYPES[one.kind]), _Gathered(count, np.bool_, otherwise=True))
            answers[name].value.put(rows, one.value.held)
            told = sheet.ok if one.known is None else sheet.ok & one.known
            if told.held is not True:
                answers[name].known.put(rows, told.held)
        if sheet.bad.held is not False:
            refused.put(rows, why(sheet).held)
        stale.update(dict.fromkeys(text for text, when in sheet.stale if np.any(when.held)))
        return outputs, sheet.rejections

    first, *others = (slice(start, start + _ROWS_AT_A_TIME) for start in range(0, max(count, 1), _ROWS_AT_A_TIME))
    outputs, rejections = put(first)
    with ThreadPoolExecutor() as pool:
        list(pool.map(put, others))
    columns = {name: table.written(name, one, _found(answers[name])) for name, one in outputs.items()}
    return Answers(columns, refused.all, rejections, tuple(stale))


def _found(gathered: Known[_Gathered]) -> Known[Any]:
    known = gathered.known.all
    return Known(gathered.value.all, True if known is None or known.all() else known)


def places(output: Output, answer: Known[Any]) -> Any:  # noqa: ANN401  (an array)
    """Return the place of each text, and that after the last where there is none."""
    return answer.value if answer.known is True else np.where(answer.known, answer.value, len(output.names))


def reasons(answers: Answers, rows: int) -> tuple[Output, Known[Any]]:
    """Return the column that says why rows are refused."""
    names = tuple(one.code for one in answers.rejections)
    told = nothing(rows) if answers.why is None else Known(answers.why, answers.why >= 0)
    return Output(Column(0), "text", names=names), told


def nothing(rows: int) -> Known[Any]:
    """Return what a column of nulls holds."""
    return Known(np.broadcast_to(0, rows), np.zeros(rows, np.bool_))


def whole_numbers(values: Any, fen_per_unit: int, limit: int) -> tuple[Column, tuple[tuple[str, Any], ...]]:  # noqa: ANN401  (an array)
    """Return whole numbers in 64 bits, and those aside that are too large."""
    most = limit // fen_per_unit
    faults: tuple[tuple[str, Any], ...] = ()
    low, high = ends(values)
    if low < -most or high > most:
        large = (values > most) | (values < -most)
        values, faults = np.where(large, 0, values), (("too_large", large),)
        low, high = ends(values)
    return Column(np.asarray(values, np.int64)).within(low, high) * fen_per_unit, faults
