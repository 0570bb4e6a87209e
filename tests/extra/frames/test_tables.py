"""How each engine's columns are read and its answers written, looked at: as arrays, and as Spark is told in SQL.

After a change that is meant: ``GOLDEN=write pytest tests/extra/frames/test_tables.py``.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Any, Final

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, _arrays, _pandas_tables, _questions
from gxinjury.extra.frames import _reading as reading
from gxinjury.extra.frames._arrays import nothing, places, whole_numbers
from gxinjury.extra.frames._columns import Column, Known
from gxinjury.extra.frames._narwhals_tables import NarwhalsTable
from gxinjury.extra.frames._pandas_tables import PandasTable
from gxinjury.extra.frames._plan import Plan
from gxinjury.extra.frames._reading import NotSuchAColumnError
from gxinjury.extra.frames._sheets import Output, Sheet, Way
from gxinjury.law import LAW
from gxinjury.money import Rate
from tests.extra.frames.engines import ENGINES, Kinds, Row
from tests.extra.looks import check_golden

KINDS: Final[Kinds] = {one: one for one in ("whole", "yuan", "float", "day", "flag", "moment", "text")}
FIRST: Final[Row] = {
    "whole": 5,
    "yuan": Decimal("1.50"),
    "float": 2.5,
    "day": date(1970, 1, 3),
    "flag": True,
    "moment": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
    "text": "COVERED",
}
LAST: Final[Row] = {
    "whole": 10**9,
    "yuan": Decimal("0.07"),
    "float": 0.07,
    "day": date(1969, 12, 31),
    "flag": False,
    "moment": datetime(1970, 1, 1, 0, 0, 2, tzinfo=UTC),
    "text": "covered",
}
HUGE: Final[Row] = {**LAST, "whole": 10**9 + 1, "yuan": Decimal(10**13), "float": -1e15, "day": date(2199, 12, 31)}
LEAST: Final[Row] = {**LAST, "whole": -(10**9), "yuan": Decimal(-(10**12)), "float": -1e12, "day": date(1900, 1, 1)}
READERS: Final[dict[str, tuple[Any, ...]]] = {
    "whole": (reading.Whole(10**9), reading.Money(100, 10**11)),
    "yuan": (reading.Money(100),),
    "float": (reading.Money(100),),
    "day": (reading.day,),
    "flag": (reading.flag, reading.state),
    "moment": (reading.moment,),
    "text": (reading.state,),
}
EAGER: Final = ("pandas", "pandas nullable", "pandas pyarrow", "pandas objects", "polars", "pyarrow")


def table_of(engine: str, rows: Sequence[Row], kinds: Kinds = KINDS) -> Any:  # noqa: ANN401  (of either kind)
    """Rows as a table of an engine."""
    frame = ENGINES[engine](rows, kinds)
    return (
        PandasTable(frame, floats=True, nullable=False)
        if engine.startswith("pandas")
        else NarwhalsTable(nw.from_native(frame, eager_only=True))
    )


def told(one: Any) -> str:  # noqa: ANN401  (an array, a column, what is the same in all rows)
    """What is held, and between what it lies."""
    ends = f" in {one.low}..{one.high}" if isinstance(one, Column) and abs(one.low) < 2**60 else ""
    held = one.held if isinstance(one, Column) else one
    return f"{held.dtype} {held.tolist()}{ends}" if isinstance(held, np.ndarray) else f"{held}{ends}"


def _read() -> Iterator[str]:
    for rows in ([FIRST, LAST], [FIRST, dict.fromkeys(KINDS), LAST, HUGE, LEAST], [dict.fromkeys(KINDS)]):
        for engine in EAGER:
            table = table_of(engine, rows)
            for name, readers in READERS.items():
                for reader in readers:
                    if len(rows) == 1 and engine in {"pandas", "pandas nullable"}:
                        continue
                    found = table.read(name, reader)
                    faults = "".join(f", {code} {told(when)}" for code, when in found.faults)
                    yield f"{engine} {name} {len(rows)}: {told(found.value)}, known {told(found.known)}{faults}"


def test_read() -> None:
    """A zero where nothing is known, and what each type of column is read by."""
    check_golden("tables-read", _read())


OUTPUTS: Final = {
    "number": (Output(Column(0)), np.array([3, 10**12])),
    "flag": (Output(Column(0), "flag"), np.array([True, False])),
    "text": (Output(Column(0), "text", names=("A", "B")), np.array([0, 1], np.int8)),
    "day": (Output(Column(0), "day", after="day"), np.array([0, 16_000], np.int32)),
}


def _plain(value: Any) -> object:  # noqa: ANN401  (of any engine)
    value = getattr(value, "item", lambda: value)() if isinstance(value, np.generic) else value
    return None if value is None or value != value else value.date() if isinstance(value, datetime) else value  # noqa: PLR0124  (NaN)


def _values(column: Any) -> list[object]:  # noqa: ANN401  (of any engine)
    return [_plain(None if str(one) in {"<NA>", "NaT"} else one) for one in column.to_list()]


def _written() -> Iterator[str]:
    kinds = {"day": "day", "whole": "whole"}
    for engine in EAGER:
        for nullable in (False, True) if engine.startswith("pandas") else (False,):
            for kind, (output, values) in OUTPUTS.items():
                for known in (True, np.array([True, False])):
                    frame = ENGINES[engine]([FIRST, LAST], kinds)
                    table = table_of(engine, [FIRST, LAST], kinds)
                    if engine.startswith("pandas"):
                        table = PandasTable(frame, floats=True, nullable=nullable)
                        table.read("day", reading.day)
                        table.read("whole", reading.Whole(10**12))
                    column = table.written("x", output, Known(values, known))
                    found = nw.from_native(table.beside({"x": column}), eager_only=True)
                    # In which unit pandas counts moments, and what it takes texts for, goes by its version.
                    of = re.sub(r"\[[mun]?s\]", "", f" {getattr(column, 'dtype', '')}") if kind != "text" else ""
                    yield f"{engine}{' of Dask' * nullable} {kind} {known}{of}: {_values(found['x'])}"


def test_written() -> None:
    """Of which type each answer is, with a null and without."""
    check_golden("tables-written", _written())


class SparkFrame:
    """A frame of Spark that nothing works out: it writes down what it is told, and knows its types alone."""

    def __init__(self, dtypes: Sequence[tuple[str, str]]) -> None:
        self.dtypes = dtypes
        self.lines: list[str] = []

    def selectExpr(self, *texts: str) -> "SparkFrame":  # noqa: N802  (as Spark has it)
        """One stage."""
        self.lines += ["stage", *texts]
        return self


class OnSpark:
    """It as narwhals tells of it."""

    implementation = nw.Implementation.PYSPARK

    def __init__(self, frame: pl.DataFrame, *dtypes: tuple[str, str]) -> None:
        self._schema = nw.from_native(frame).schema
        self._native = SparkFrame(dtypes)
        self.lines = self._native.lines

    def collect_schema(self) -> nw.Schema:
        """Of the columns."""
        return self._schema

    def with_columns(self, **made: nw.Expr) -> "OnSpark":
        """Columns that are read by narwhals."""
        self.lines.append(f"read {', '.join(made)}")
        return self

    def to_native(self) -> SparkFrame:
        """Spark's own."""
        return self._native


def _on_spark() -> Iterator[str]:
    day, moment = date(2016, 3, 1), datetime(2016, 3, 1, tzinfo=UTC)
    frame = pl.DataFrame(
        {
            "price_fen": [1], "commencement": [day], "completion": [day], "paid_on": [day], "reported_on": [day],
            "happened_at": [moment], "work_cause": [True], "on_site": [True], "enrolled": [True], "cover": [True],
            "a`b": [1], "should_enrol": [1], "enrolled_units": [1.5],
        }
    )  # fmt: skip
    asked: tuple[tuple[Any, dict[str, Any]], ...] = (
        (frames.project_premium, {}),
        (frames.standing, {}),
        (frames.effective_day, {}),
        (frames.coverage, {"should_enrol": "a`b", "enrolled": "enrolled_units", "target": Rate.percent(70)}),
    )
    for question, facts in asked:
        way = Way(question.__name__, LAW, None, "", flag=True, look=False, floats=True, stale=[])
        plan: Any = OnSpark(frame)
        _questions._on_plan(plan, way, partial(question.__wrapped__, **facts))
        yield f"=== {question.__name__}"
        yield from plan.lines


def test_spark_is_told_in_its_own_words() -> None:
    """Its sign of a quotient, its marks about a name, its days and moments."""
    check_golden("plan-on-spark", _on_spark())


def test_a_column_of_spark_that_holds_nothing() -> None:
    """It is told by its type, as Spark calls it; another type that is not known is refused."""
    table: Any = OnSpark(pl.DataFrame({"nothing": [None], "span": [None]}), ("nothing", "void"), ("span", "interval"))
    plan = Plan(table, Way("trial", LAW, None, "", flag=True, look=False, floats=True, stale=[]))
    assert plan.read("nothing", reading.day).known.held is False
    with pytest.raises(NotSuchAColumnError):
        plan.read("span", reading.day)


class TestArrays:
    """What is worked out once, and what is not worked out at all."""

    def test_a_column_is_read_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However many lots of rows there are."""
        monkeypatch.setattr(_arrays, "_ROWS_AT_A_TIME", 1)
        read, reads = NarwhalsTable.read, []

        def counted(table: NarwhalsTable, column: str, reader: Any) -> Any:  # noqa: ANN401  (as it stands)
            reads.append(column)
            return read(table, column, reader)

        monkeypatch.setattr(NarwhalsTable, "read", counted)
        found = frames.effective_day(pa.table({"reported_on": [date(2016, 3, 1)] * 3}))
        assert found["effective_on"].to_pylist() == [date(2016, 3, 2)] * 3
        assert reads == ["reported_on"]

    def test_a_condition_that_is_the_same_in_all_rows_is_no_array(self) -> None:
        """Where all hold, where none does, where nothing is told; another is kept as it is."""
        for given, held in ((True, True), (np.array([True, True]), True), (np.array([False]), False)):
            assert _arrays._seen(given).held is held
        some = np.array([True, False])
        assert _arrays._seen(some).held is some
        batch = _arrays._Batch(SimpleNamespace(), slice(0, 2), {})
        numbers = Column(np.array([1, 2]), 1, 2)
        kept = batch.keep({"all": Column(np.array([True, True])), "some": Column(some), "numbers": numbers})
        assert (kept[0].held, kept[1].held) == (True, some)
        assert kept[2] is numbers

    def test_truth_values_are_ones_and_zeros(self) -> None:
        """Not copied, as are numbers; what is seen already stays as it is."""
        flags, numbers = np.array([True, False]), np.array([7, 5], np.int32)
        assert told(_arrays._numbers(flags)) == "int8 [1, 0] in 0..1"
        assert np.shares_memory(_arrays._numbers(flags).held, flags)
        assert told(_arrays._numbers(numbers)) == "int32 [7, 5] in 5..7"
        seen = Column(numbers, 5, 7)
        assert _arrays._numbers(seen) is seen

    def test_what_is_the_same_in_all_rows_is_made_once(self) -> None:
        """By the first lot of rows that asks for it; the next ask in the same order."""
        way = Way("trial", LAW, None, "", flag=False, look=False, floats=True, stale=[])
        first, last = (Sheet(way, SimpleNamespace()) for _ in range(2))
        assert [first.once(lambda: "a"), first.once(lambda: "b")] == ["a", "b"]
        assert [last.once(lambda: "c"), last.once(lambda: "d"), last.once(lambda: "e")] == ["a", "b", "e"]

    def test_an_array_of_all_rows_is_kept_as_it_is(self) -> None:
        """Unless it is another's, of some rows alone or of another type."""
        whole = np.array([1, 2, 3])
        for held, is_kept in ((whole, True), (whole[:], False), (whole.astype(np.int8), False), (7, False)):
            gathered = _arrays._Gathered(3, np.int64)
            gathered.put(slice(0, 3), held)
            assert (gathered.all is held) == is_kept
            assert gathered.all.tolist() == np.broadcast_to(held, 3).tolist()
            assert gathered.all.dtype == np.int64
        gathered = _arrays._Gathered(3, np.bool_, otherwise=True)
        gathered.put(slice(1, 2), np.array([False]))
        assert gathered.all.tolist() == [True, False, True]

    @pytest.mark.parametrize("fen", [1, 100])
    def test_whole_numbers(self, fen: int) -> None:
        """Up to the limit, either way; what lies beyond is a zero, and told."""
        for kind, given, expected, large in (
            (np.int64, [-9, 9], [-9, 9], None),
            (np.int64, [-10, 4], [0, 4], [True, False]),
            (np.int64, [10, -4], [0, -4], [True, False]),
            (np.uint64, [9, 3], [9, 3], None),
            (np.uint64, [2**64 - 1, 3], [0, 3], [True, False]),
            (np.int8, [7], [7], None),
        ):
            value, faults = whole_numbers(np.array(given, kind), fen, 9 * fen)
            ends = [one * fen for one in expected]
            assert np.atleast_1d(value.held).tolist() == (ends if len(set(ends)) > 1 else ends[:1])
            assert (value.low, value.high) == (min(ends), max(ends))
            assert [(code, when.tolist()) for code, when in faults] == ([] if large is None else [("too_large", large)])
        value, _ = whole_numbers(np.array([], np.int64), fen, 9)
        assert (value.low, value.high) == (0, 0)

    def test_nothing(self) -> None:
        """Zeros of which none is known; the place after the last text where there is none."""
        none = nothing(2)
        assert (none.value.tolist(), none.known.tolist()) == ([0, 0], [False, False])
        output = Output(Column(0), "text", names=("A", "B"))
        values = np.array([0, 1])
        assert places(output, Known(values, True)) is values
        assert places(output, Known(values, np.array([False, True]))).tolist() == [2, 1]

    def test_reasons(self) -> None:
        """The column of reasons has the codes in the order of the rejections."""
        table = pa.table({"reported_on": [date(1850, 1, 1), date(2016, 3, 1)]})
        assert frames.effective_day(table, on_invalid="flag")[REASON].to_pylist() == ["year_out_of_range", None]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ([Decimal("1.25"), None, Decimal("1234567890123456.78")], "decimal128(20, 3)[pyarrow]"),
        ([1.25, None, 2.5], "Float64"),
        ([1.25, Decimal("2.5"), None], "Float64"),
        ([1, Decimal("2.5"), None], "decimal128(20, 3)[pyarrow]"),
        ([True, Decimal("2.5"), None], "object"),
    ],
)
def test_objects_of_numbers(given: list[Any], kind: str) -> None:
    """Decimals stay exact; where a float is among them all are floats; flags are no numbers."""
    series = pd.Series(given, dtype=object)
    found = _pandas_tables._of_one_type(series, series.notna())
    assert str(found.dtype) == kind
    assert [None if pd.isna(one) else one for one in found] == given
