"""What frames let in, what they refuse and how they say so; what becomes of nulls, of floats, of rows not answered."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from inspect import isfunction, signature
from typing import Any, Final, Literal

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gxinjury.benefits import AverageWage
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError, StaleFigureWarning
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, REASONS, _arrays
from gxinjury.extra.frames import _reading as reading
from gxinjury.extra.frames._arithmetic import fraction_of
from gxinjury.extra.frames._narwhals_tables import NarwhalsTable
from gxinjury.facts import CHINA
from gxinjury.law import LAW
from gxinjury.law.readings import CoverageUnit, ExtensionLimit, InitialRoster, Reduction, RemovalEffect, ReportClock
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing
from tests.extra.frames import engines
from tests.extra.frames.engines import ENGINES, LAZY, Row, arrow, as_rows

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

KINDS: Final = {"price_fen": "whole", "commencement": "day", "completion": "day", "paid_on": "day"}
GOOD: Final[Row] = {
    "price_fen": 10_000_000_000,
    "commencement": date(2014, 7, 1),
    "completion": date(2016, 6, 30),
    "paid_on": date(2016, 2, 1),
}
AVERAGE: Final = AverageWage(107581, "on_post", 2022)
HALF: Final = Rate.percent(50)
LEAP_DAY: Final = 1_456_704_000_000_000
"""Microseconds from 1970 to the 29th of February 2016."""
_SOURCE: Final = Text(zh="试", en="a trial")
every_engine = pytest.mark.parametrize("engine", ENGINES)
every_eager = pytest.mark.parametrize("engine", [one for one in ENGINES if one not in LAZY])
every_lazy = pytest.mark.parametrize("engine", LAZY)


def row(**facts: object) -> Row:
    """A row in good order but for the facts named."""
    return {**GOOD, **facts}


class TestRefusedRows:
    """Rows that cannot be answered raise where they are at hand, and are flagged where they are not."""

    @every_eager
    def test_raising_names_the_first_rows(self, engine: str) -> None:
        """The message names field, rule, rows and value, as the scalar rule does."""
        frame = ENGINES[engine]([row(), row(price_fen=0), row(), row(price_fen=-3)], KINDS)
        message = r"project_premium\.price must be above zero \(row 1, 3\), got 0"
        with pytest.raises(InvalidFactError, match=message) as caught:
            frames.project_premium(frame)
        assert "（行 1, 3）" in caught.value.text("zh")

    @every_eager
    def test_only_rows_of_the_first_reason_are_named(self, engine: str) -> None:
        """Another reason further down is told when the first is mended."""
        rows = [
            row(),
            row(price_fen=0),
            row(paid_on=date(2016, 7, 1)),
            row(price_fen=-3),
            row(paid_on=date(2016, 7, 1)),
        ]
        with pytest.raises(InvalidFactError, match=r"project_premium\.price must be above zero \(row 1, 3\), got 0"):
            frames.project_premium(ENGINES[engine](rows, KINDS))

    @pytest.mark.parametrize("make", [pl.DataFrame, pd.DataFrame, pa.table, lambda data: pl.DataFrame(data).lazy()])
    def test_a_float_of_nothing_is_whole(self, make: Callable[[Any], Any]) -> None:
        """It is refused for being nothing, and what lies between two fens for that."""
        data = {"anchored_on": [date(2022, 5, 4)] * 3, "income_yuan": [0.0, 0.01, 0.015], "place": [0, 1, 2]}
        found = as_rows(frames.lump_sum_death_subsidy(make(data), on_invalid="flag"))
        assert [one[REASON] for one in found] == ["not_positive", None, "not_whole_fen"]

    @every_lazy
    def test_a_lazy_frame_raises_when_asked_to_look(self, engine: str) -> None:
        """Rows of a lazy frame have no order but on Dask, so their values are named."""
        frame = ENGINES[engine]([row(), row(price_fen=0), row(), row(price_fen=-3)], KINDS)
        with pytest.raises(InvalidFactError, match=r"project_premium\.price must be above zero.*, got (0|-3)"):
            frames.project_premium(frame, collect=True)

    @every_lazy
    def test_a_lazy_frame_is_not_looked_at_unasked(self, engine: str) -> None:
        """To raise, rows have to be looked at: that takes consent."""
        with pytest.raises(InvalidFactError, match="needs consent on a lazy frame"):
            frames.project_premium(ENGINES[engine]([row()], KINDS), on_invalid="raise")

    @pytest.mark.parametrize("name", [name for name in frames.__all__ if isfunction(getattr(frames, name))])
    def test_no_question_looks_unasked(self, name: str) -> None:
        """Consent is never the default."""
        collect = signature(getattr(frames, name)).parameters.get("collect")
        assert collect is None or collect.default is False

    @every_lazy
    def test_a_lazy_frame_stays_lazy(self, engine: str) -> None:
        """Nothing is worked out before the caller asks for it, and the kind of frame stays the same."""
        frame = ENGINES[engine]([row(), row()], KINDS)
        assert type(frames.project_premium(frame)) is type(frame)
        looked_at = frames.project_premium(frame, collect=True)
        assert type(looked_at) is type(frame)
        assert [one["premium_fen"] for one in as_rows(looked_at)] == [2_685_363] * 2
        assert REASON not in as_rows(looked_at)[0]

    @every_engine
    def test_flagging_keeps_them_with_a_reason(self, engine: str) -> None:
        """The code of the first rule broken; null where the row is answered, or a fact merely not known."""
        rows = [
            row(),
            row(price_fen=0),
            row(paid_on=date(2016, 7, 1)),
            row(paid_on=None),
            row(completion=date(2014, 1, 1)),
        ]
        found = as_rows(frames.project_premium(ENGINES[engine](rows, KINDS), on_invalid="flag"))
        assert [(one["premium_fen"], one[REASON]) for one in found] == [
            (2_685_363, None),
            (None, "not_positive"),
            (None, "paid_after_term"),
            (None, None),
            (None, "before_commencement"),
        ]

    @pytest.mark.parametrize(
        ("facts", "kind", "message"),
        [
            ({"paid_on": date(2016, 7, 1)}, OutOfScopeError, "paid_on lies after the contract term.* got 2016-07-01"),
            ({"paid_on": date(2014, 12, 31)}, NotInForceError, "paid_on is a day for which a figure is not in force"),
            ({"commencement": date(1899, 12, 31)}, InvalidFactError, "commencement must lie in the years 1900 to 2199"),
            ({"price_fen": 10**14 + 1}, InvalidFactError, "price must not be above what frames reckon with"),
        ],
    )
    def test_each_error_says_whose_turn_it_is(self, facts: Row, kind: type[Exception], message: str) -> None:
        """A slip of input, a day without a figure, a question that the texts leave open."""
        for engine in ("pandas", "pyarrow"):
            with pytest.raises(kind, match=message):
                frames.project_premium(ENGINES[engine]([row(**facts)], KINDS))

    @pytest.mark.parametrize("engine", ["pandas", "pandas pyarrow", "polars", "pyarrow"])
    def test_rows_worked_out_some_at_a_time(self, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where a frame is longer than what is worked out at a time, its rows are numbered through all the same."""
        rows = [
            row(),
            row(),
            row(paid_on=None),
            row(price_fen=0),
            row(),
            row(paid_on=date(2016, 7, 1)),
            row(price_fen=-3),
        ]
        whole = as_rows(frames.project_premium(ENGINES[engine](rows, KINDS), on_invalid="flag"))
        monkeypatch.setattr(_arrays, "_ROWS_AT_A_TIME", 2)
        assert as_rows(frames.project_premium(ENGINES[engine](rows, KINDS), on_invalid="flag")) == whole
        with pytest.raises(InvalidFactError, match=r"price must be above zero \(row 3, 6\), got 0"):
            frames.project_premium(ENGINES[engine](rows, KINDS))

    def test_every_reason_is_told_in_both_languages(self) -> None:
        """A code of the reason column can be shown."""
        assert REASONS["not_positive"].zh == "必须大于零"
        assert all(one.zh and one.en for one in REASONS.values())

    def test_what_is_no_law(self) -> None:
        """Nor a reading, nor a suffix; each is named before the frame is looked at."""
        for slip, words in (
            ({"law": "LAW"}, "law must"),
            ({"readings": ["DAYS"]}, "readings"),
            ({"suffix": 1}, "suffix"),
        ):
            with pytest.raises(InvalidFactError, match=words):
                frames.effective_day([], **slip)  # type: ignore[type-var]  # is refused

    def test_reasons_under_a_suffix_join(self) -> None:
        """Each column of reasons by its own name, and answers never."""
        rows = [row(), row(price_fen=0), row(paid_on=date(2020, 6, 1), completion=date(2021, 1, 1))]
        how: dict[str, Any] = {"on_invalid": "flag", "stale": True, "suffix": "_x"}
        once = frames.project_premium(arrow(rows, KINDS), **how)
        twice = frames.worker_deadline(once, injured_on="paid_on", **how)
        assert twice.column_names == [*once.column_names, "worker_deadline_x"]
        assert twice[f"{REASON}_x"].to_pylist() == [None, "not_positive", None]
        assert twice[f"{frames.STALE}_x"].to_pylist() == once[f"{frames.STALE}_x"].to_pylist()
        again = frames.worker_deadline(once, injured_on="paid_on", on_invalid="flag")
        assert again[REASON].to_pylist() == [None] * 3
        more: tuple[dict[str, Any], ...] = ({"suffix": "_x", "on_invalid": "flag"}, {"suffix": "_x", "stale": True})
        for asked in more:
            with pytest.raises(InvalidFactError, match="has a column of that name"):
                frames.project_premium(twice.slice(0, 1), **asked)

    def test_the_way_may_be_said(self) -> None:
        """Rows at hand are looked at, and so is a lazy frame where that is asked for."""
        frame = pl.DataFrame(row())
        assert frames.project_premium(frame, on_invalid="raise").columns == [*GOOD, "premium_fen"]
        lazy = frames.project_premium(frame.lazy(), on_invalid="raise", collect=True)
        assert lazy.collect_schema().names() == [*GOOD, "premium_fen"]
        with pytest.raises(InvalidFactError, match="on_invalid"):
            frames.project_premium(frame.lazy(), on_invalid="raise")

    def test_another_way_is_refused(self) -> None:
        """To raise or to flag, or by the kind of frame."""
        with pytest.raises(InvalidFactError, match="on_invalid must be 'raise', 'flag' or None, got 'ignore'"):
            frames.project_premium(arrow([row()], KINDS), on_invalid="ignore")


class TestFrames:
    """What is a frame."""

    def test_what_is_none_is_refused(self) -> None:
        """A list of records is none."""
        with pytest.raises(InvalidFactError, match=r"frame must be a frame of pandas, polars.* got 'list'"):
            frames.project_premium([row()])  # type: ignore[type-var]  # is refused

    def test_a_series_is_none(self) -> None:
        """Nor is a column."""
        with pytest.raises(InvalidFactError, match="frame must be a frame"):
            frames.worker_deadline(pl.Series([date(2016, 1, 1)]))  # type: ignore[type-var]  # is refused

    @pytest.mark.parametrize("engine", ["duckdb", "polars lazy"])
    def test_reserved_names_are_refused(self, engine: str) -> None:
        """A plan keeps its steps under names of its own."""
        frame = ENGINES[engine]([row(_gx_ok=1)], {**KINDS, "_gx_ok": "whole"})
        with pytest.raises(InvalidFactError, match="must not start with _gx_"):
            frames.project_premium(frame)

    @pytest.mark.parametrize("engine", ["pandas", "pyarrow"])
    def test_two_columns_of_one_name(self, engine: str) -> None:
        """Which of them is meant cannot be told."""
        frame, names = ENGINES[engine]([row()], KINDS), ["price_fen", *KINDS]
        doubled = frame.set_axis(names, axis=1) if engine == "pandas" else frame.rename_columns(names)
        with pytest.raises(InvalidFactError, match="must not have two columns of one name, got 'price_fen'"):
            frames.project_premium(doubled)

    def test_a_name_that_is_no_text_is_no_trouble(self) -> None:
        """Pandas lets numbers name columns; a fact is never in one of them."""
        frame = pd.DataFrame({0: [1], "reported_on": [date(2015, 11, 28)]})
        assert frames.effective_day(frame)["effective_on"].tolist() == [date(2015, 11, 29)]
        with pytest.raises(InvalidFactError, match="reported_on must name a column of the frame, got 0"):
            frames.effective_day(frame, reported_on=0)  # type: ignore[arg-type]  # is refused

    @every_engine
    def test_no_rows_no_answers(self, engine: str) -> None:
        """An empty frame has the columns all the same."""
        frame = frames.project_premium(ENGINES[engine]([row()] * 2, KINDS))
        assert len(as_rows(frame)) == 2
        if engine not in LAZY:
            empty = ENGINES[engine]([], KINDS)
            assert "premium_fen" in list(nw.from_native(frames.project_premium(empty)).columns)

    def test_other_columns_and_the_index_stay(self) -> None:
        """Answers are put beside what is there, also under an index with repeated labels."""
        frame = pd.DataFrame([row(), row()], index=["one", "one"])
        frame["name"] = ["甲", "乙"]
        found = frames.project_premium(frame)
        assert list(found.index) == ["one", "one"]
        assert list(found.columns) == [*GOOD, "name", "premium_fen"]
        assert "premium_fen" not in frame.columns

    @every_engine
    def test_a_column_is_never_overwritten(self, engine: str) -> None:
        """An answer of before, or what the caller calls so, stays as it is: a suffix names the answers apart."""
        frame = ENGINES[engine]([row(premium_fen=7)], {**KINDS, "premium_fen": "whole"})
        with pytest.raises(InvalidFactError, match=r"has a column of that name.*premium_fen"):
            frames.project_premium(frame)
        (found,) = as_rows(frames.project_premium(frame, suffix="_now", on_invalid="flag"))
        assert (found["premium_fen"], found["premium_fen_now"]) == (7, 2_685_363)
        assert f"{REASON}_now" in found

    @every_engine
    def test_reasons_of_before_stay(self, engine: str) -> None:
        """Questions put one after the other: a row says why it was refused first."""
        rows = [row(), row(price_fen=0, paid_on=date(2009, 1, 1)), row(paid_on=date(2009, 1, 1))]
        once = frames.project_premium(ENGINES[engine](rows, KINDS), on_invalid="flag")
        twice = as_rows(frames.worker_deadline(once, injured_on="paid_on", on_invalid="flag"))
        assert [one[REASON] for one in twice] == [None, "not_positive", "not_in_force"]


class TestColumns:
    """What a column must hold."""

    def test_a_column_that_is_not_there(self) -> None:
        """The message names the argument and the column."""
        with pytest.raises(InvalidFactError, match=r"price must name a column of the frame, got 'cost_fen'"):
            frames.project_premium(arrow([row()], KINDS), price="cost_fen")
        with pytest.raises(InvalidFactError, match="price must name a column of the frame, got ''"):
            frames.project_premium(arrow([row()], KINDS), price="")
        with pytest.raises(InvalidFactError, match="price must name a column of the frame, got 'price_fen'"):
            frames.project_premium(arrow([row()], KINDS).drop_columns("price_fen"))

    def test_the_unit_is_never_guessed(self) -> None:
        """A hundredfold error would pass for a price."""
        table = arrow([row()], KINDS).rename_columns(["place", "price", *list(KINDS)[1:]])
        with pytest.raises(InvalidFactError, match="price must say its unit: by a name that ends in _fen or _yuan"):
            frames.project_premium(table, price="price")
        assert frames.project_premium(table, price="price", unit="fen")["premium_fen"].to_pylist() == [2_685_363]
        with pytest.raises(InvalidFactError, match="unit must be 'fen' or 'yuan', got 'jiao'"):
            frames.project_premium(table, price="price", unit="jiao")

    @pytest.mark.parametrize(
        ("question", "column", "message"),
        [
            (lambda frame: frames.project_premium(frame, price="text_fen"), "text_fen", "column of integers, decimals"),
            (
                lambda frame: frames.worker_deadline(frame, injured_on="text_fen"),
                "text_fen",
                "must be a column of days",
            ),
            (
                lambda frame: frames.headcount_premium(frame, persons="text_fen", rate=Rate.percent(1)),
                "text_fen",
                "must be a column of whole numbers",
            ),
            (
                lambda frame: frames.standing(frame, happened_at="text_fen"),
                "text_fen",
                "must be a column of moments",
            ),
            (
                lambda frame: frames.standing(frame, happened_at="at", work_cause="text_fen"),
                "text_fen",
                "must be a column of booleans",
            ),
            (
                lambda frame: frames.standing(
                    frame, happened_at="at", work_cause="yes", on_site="yes", enrolled="yes", cover="at"
                ),
                "at",
                "must be a column of names of CoverState",
            ),
            (lambda frame: frames.project_premium(frame, price="yes", unit="fen"), "yes", "column of integers"),
            (
                lambda frame: frames.headcount_premium(frame, persons="yes", rate=Rate.percent(1)),
                "yes",
                "must be a column of whole numbers",
            ),
            (
                lambda frame: frames.living_care_fee(frame, dependency="yes", average=AVERAGE),
                "yes",
                "must be a column of names of CareDependency",
            ),
            (lambda frame: frames.project_premium(frame, price="on", unit="fen"), "on", "column of integers"),
            (lambda frame: frames.standing(frame, happened_at="on"), "on", "must be a column of moments"),
            (lambda frame: frames.worker_deadline(frame, injured_on="at"), "at", "must be a column of days"),
            (lambda frame: frames.worker_deadline(frame, injured_on="number"), "number", "must be a column of days"),
            (lambda frame: frames.standing(frame, happened_at="number"), "number", "must be a column of moments"),
            (
                lambda frame: frames.standing(frame, happened_at="at", work_cause="number"),
                "number",
                "must be a column of booleans",
            ),
            (
                lambda frame: frames.living_care_fee(frame, dependency="number", average=AVERAGE),
                "number",
                "must be a column of names of CareDependency",
            ),
        ],
    )
    @pytest.mark.parametrize("engine", ["pandas", "pandas objects", "polars lazy", "pyarrow"])
    def test_a_column_of_another_type(
        self, engine: str, question: Callable[[Any], Any], column: str, message: str
    ) -> None:
        """Each fact has its types."""
        kinds = {"text_fen": "text", "at": "moment", "on": "day", "yes": "flag", "number": "whole"}
        given = {"text_fen": "x", "at": datetime(2016, 1, 1, tzinfo=UTC), "on": date(2016, 1, 1)}
        frame = ENGINES[engine]([{**given, "yes": True, "number": 1}], kinds)
        if (engine, column) == ("pandas objects", "at"):
            message = "must be a column of"
        with pytest.raises(InvalidFactError, match=rf"{message}.*, got ['\"]{column}: "):
            question(frame)

    def test_a_column_of_a_type_that_no_fact_has(self) -> None:
        """What is known of it is not taken for unknown."""
        for some in ([None], []):
            spans: Any = pa.array([(1, 2, 3), *some], pa.month_day_nano_interval())
            with pytest.raises(InvalidFactError, match=r"must be a column of days, got ['\"]on: "):
                frames.worker_deadline(pa.table({"on": spans}), injured_on="on")

    @every_engine
    def test_columns_are_found_by_their_names(self, engine: str) -> None:
        """An amount in fen or in yuan, and what need not be given where it is there; an empty name leaves it out."""
        kinds = {"price_yuan": "yuan", **{name: kind for name, kind in KINDS.items() if name != "price_fen"}}
        rows = [{**row(price_yuan=Decimal(100_000_000)), "started_on": date(2014, 10, 1)}]
        frame = ENGINES[engine](rows, {**kinds, "started_on": "day"})
        # Begun so late it has 243 of 731 days left, as contracted 151.
        for named, fen in ((None, 4_321_477), ("", 2_685_363), ("completion", 13_000_000)):
            (found,) = as_rows(frames.project_premium(frame, started_on=named))
            assert found["premium_fen"] == fen
        (found,) = as_rows(frames.project_premium(ENGINES[engine](rows, kinds)))
        assert found["premium_fen"] == 2_685_363

    def test_fen_go_before_yuan(self) -> None:
        """As in_yuan leaves both; a price that says no unit is found where the unit is said."""
        table = arrow([row()], KINDS)
        both = frames.in_yuan(table)
        assert frames.project_premium(both)["premium_fen"].to_pylist() == [2_685_363]
        bare = table.rename_columns(["place", "price", *list(KINDS)[1:]])
        assert frames.project_premium(bare, unit="fen")["premium_fen"].to_pylist() == [2_685_363]

    @pytest.mark.parametrize("name", ["price_fen", "paid_on", "started_on"])
    def test_a_column_of_the_type_of_nulls(self, name: str) -> None:
        """As engines make one of nothing but None."""
        table = arrow([row(started_on=None)] * 2, {**KINDS, "started_on": "day"})
        nulls = table.set_column(table.column_names.index(name), name, pa.nulls(2))
        eager, expected = pl.DataFrame(nulls), [2_685_363 if name == "started_on" else None] * 2
        on_duckdb = duckdb.from_arrow(nulls)
        given: list[Any] = [nulls, eager, eager.lazy(), nulls.to_pandas(types_mapper=pd.ArrowDtype)]
        # Before its version 2 DuckDB has no such type, and takes it for whole numbers.
        given += [on_duckdb] if "NULL" in map(str, on_duckdb.types) else []
        for frame in given:
            found = as_rows(frames.project_premium(frame, on_invalid="flag"))
            assert [(one["premium_fen"], one[REASON]) for one in found] == [(one, None) for one in expected]

    def test_a_column_of_an_unknown_type(self) -> None:
        """What an engine cannot name is none of ours."""
        frame = pl.DataFrame({"reported_on": [timedelta(1)]})
        given: list[Any] = [frame, frame.lazy(), duckdb.sql("select '101'::bit as reported_on")]
        for asked in given:
            with pytest.raises(InvalidFactError, match="must be a column of days"):
                frames.effective_day(asked)

    @pytest.mark.parametrize("unit", ["ms", "us", "ns"])
    @pytest.mark.parametrize("engine", ["polars", "polars lazy", "polars in parts", "pyarrow", "duckdb", "pyspark"])
    def test_a_moment_at_midnight_is_a_day(self, engine: str, unit: Literal["ms", "us", "ns"]) -> None:
        """Where it says no offset; another moment is refused."""
        moments = [datetime(1969, 12, 31), datetime(2016, 1, 31), datetime(2016, 1, 31, 0, 0, 0, 1000), None]
        table = pa.table({"place": [0, 1, 2, 3], "reported_on": pa.array(moments, pa.timestamp(unit))})
        frame: Any = pl.DataFrame(table) if engine.startswith("polars") else table
        frame = frame.lazy() if engine == "polars lazy" else frame
        frame = duckdb.from_arrow(table) if engine == "duckdb" else frame
        if engine == "pyspark":
            schema = "place bigint, reported_on timestamp_ntz"
            frame = engines.spark().createDataFrame(list(enumerate(moments)), schema)
        found = as_rows(frames.effective_day(frame, on_invalid="flag"))
        assert [(one["effective_on"], one[REASON]) for one in found] == [
            (date(1970, 1, 1), None),
            (date(2016, 2, 1), None),
            (None, "not_a_day"),
            (None, None),
        ]

    @pytest.mark.parametrize(
        ("given", "reason"),
        [
            ([2**70, 1], "too_large"),
            ([Decimal("1e40"), 1], "too_large"),
            ([Decimal("Infinity"), 1], "not_whole_fen"),
            ([Decimal("0.0000000001"), Decimal(1)], "not_whole_fen"),
            ([0.5, Decimal(1)], "not_whole_fen"),
        ],
    )
    def test_numbers_of_several_types_among_objects(self, given: list[Any], reason: str) -> None:
        """Each is read for what it is."""
        frame = pd.DataFrame([row()] * 2).assign(price_fen=pd.Series(given, dtype=object))
        found = frames.project_premium(frame, on_invalid="flag")
        assert [None if pd.isna(one) else one for one in found[REASON]] == [reason, None]

    @pytest.mark.parametrize("given", [[date(2016, 1, 1), datetime(2016, 1, 1, tzinfo=UTC)], [date(2016, 1, 1), "x"]])
    def test_objects_of_several_types(self, given: list[Any]) -> None:
        """What is not all days is no column of days."""
        frame = pd.DataFrame({"reported_on": pd.Series(given, dtype=object)})
        with pytest.raises(InvalidFactError, match=r"must be a column of days.*object"):
            frames.effective_day(frame)

    @pytest.mark.parametrize("given", [[1, "x"], [True, Decimal(1)], ["1", 2.5], [date(2016, 1, 1), 1]])
    def test_objects_of_which_some_are_no_numbers(self, given: list[Any]) -> None:
        """One number makes no column of amounts."""
        frame = pd.DataFrame([row()] * 2).assign(price_fen=pd.Series(given, dtype=object))
        with pytest.raises(InvalidFactError, match=r"must be a column of integers.*object"):
            frames.project_premium(frame)

    def test_moments_that_say_no_offset(self) -> None:
        """A naive moment belongs to no day."""
        for table in (pl.DataFrame, pa.table):
            with pytest.raises(InvalidFactError, match=r"standing\.happened_at must"):
                frames.standing(table({"happened_at": [datetime(2016, 1, 1)]}))
        mixed = [datetime(2016, 1, 1), datetime(2016, 1, 1, tzinfo=UTC)]
        for naive in (*(pd.Series(mixed[:1], dtype=kind) for kind in (None, object)), pd.Series(mixed, dtype=object)):
            with pytest.raises(InvalidFactError, match="moments with their offset from UTC"):
                frames.standing(pd.DataFrame({"happened_at": naive}))

    def test_moments_of_several_offsets(self) -> None:
        """Among Python's objects each is the moment that it says."""
        moments = [datetime(2014, 12, 31, 16, tzinfo=UTC), datetime(2014, 12, 31, 23, 59, 59, tzinfo=CHINA), None]
        facts = dict.fromkeys(("work_cause", "on_site", "cover"), [True] * 3) | {"enrolled": [False] * 3}
        frame = pd.DataFrame(facts).assign(happened_at=pd.Series(moments, dtype=object), on_site=False)
        frame["reported_at"] = frame["happened_at"]
        found = frames.standing(frame, on_invalid="flag")
        assert [None if pd.isna(one) else one for one in found[REASON]] == [None, "not_in_force", None]

    def test_a_day_with_a_time_of_day(self) -> None:
        """Pandas has no days, so its moments count where all of them are midnights."""
        days = pd.to_datetime(pd.Series([datetime(2016, 1, 31), datetime(2016, 1, 31, 8)]))
        found = frames.employer_deadline(pd.DataFrame({"injured_on": days}), on_invalid="flag")
        assert found[REASON].tolist()[1] == "not_a_day"
        assert found["employer_deadline"].tolist()[0] == pd.Timestamp(2016, 3, 1)
        with pytest.raises(InvalidFactError, match="must be a column of days"):
            frames.employer_deadline(pd.DataFrame({"injured_on": [20160131]}))
        objects = pd.DataFrame({"injured_on": days.astype(object)})
        assert frames.employer_deadline(objects, on_invalid="flag")[REASON].tolist()[1] == "not_a_day"

    @pytest.mark.parametrize(
        "engine", ["pandas objects", "pandas pyarrow", "polars", "polars in parts", "pyarrow", "duckdb", "pyspark"]
    )
    def test_decimals(self, engine: str) -> None:
        """Yuan to the fen; what lies between two fens is refused, not rounded."""
        kinds = {**KINDS, "price_yuan": "yuan"}
        rows = [row(price_yuan=Decimal("50.00")), row(price_yuan=Decimal("1000000000000.00")), row(price_yuan=None)]
        rows = [{**one, "paid_on": date(2016, 1, 1), "commencement": date(2016, 1, 1)} for one in rows]
        found = as_rows(frames.project_premium(ENGINES[engine](rows, kinds), price="price_yuan", on_invalid="flag"))
        assert [one["premium_fen"] for one in found] == [7, 130_000_000_000, None]

    def test_decimals_between_two_fens(self) -> None:
        """Of any scale, and of as many digits as pyarrow holds."""
        table = arrow([], KINDS)
        for kind in (pa.decimal128(20, 4), pa.decimal128(38, 4)):
            given = pa.array([Decimal("0.0050"), Decimal("10000000000000.0000"), Decimal("50.0000")], kind)
            table = arrow([row()] * 3, KINDS).append_column("price_yuan", given)
            found = frames.project_premium(table, price="price_yuan", on_invalid="flag")
            assert found[REASON].to_pylist() == ["not_whole_fen", "too_large", None]
        with pytest.raises(InvalidFactError, match=r"price must be an amount on a whole fen \(row 0\), got 0.0050"):
            frames.project_premium(table, price="price_yuan")

    @every_engine
    def test_floats_on_whole_fens(self, engine: str) -> None:
        """Every value that a double can mean exactly, up to 10^12 yuan; what lies between two fens is refused."""
        kinds = {**KINDS, "price_yuan": "float"}
        prices = [0.07, 999_999_999_999.99, 0.1 + 0.2, 0.005, 1e13, float("inf"), None]
        rows = [row(price_yuan=one, commencement=date(2016, 3, 1)) for one in prices]
        frame = ENGINES[engine](rows, kinds)
        found = as_rows(frames.project_premium(frame, price="price_yuan", on_invalid="flag"))
        assert [one[REASON] for one in found] == [None, None, None, "not_whole_fen", "too_large", "not_whole_fen", None]
        assert [one["premium_fen"] for one in found[:3]] == [0, 130_000_000_000, 0]

    @every_lazy
    def test_floats_of_a_lazy_frame_take_consent(self, engine: str) -> None:
        """Whether they lie on whole fens cannot be seen without looking."""
        kinds = {**KINDS, "price_yuan": "float"}
        frame = ENGINES[engine]([row(price_yuan=50.0), row(price_yuan=0.005)], kinds)
        with pytest.raises(InvalidFactError, match="is a float column of a lazy frame"):
            frames.project_premium(frame, price="price_yuan")
        with pytest.raises(InvalidFactError, match="must be an amount on a whole fen"):
            frames.project_premium(frame, price="price_yuan", collect=True)

    def test_narrow_whole_numbers_are_widened(self) -> None:
        """A price in 32 bits times a hundred would wrap."""
        for kind in (pl.Int32, pl.UInt32, pl.UInt64, pl.Int128):
            frame = pl.DataFrame([row()]).with_columns(price_yuan=pl.Series([100_000_000], dtype=kind))
            assert frames.project_premium(frame, price="price_yuan")["premium_fen"].to_list() == [2_685_363]
        for name in ("int32", "uint32", "uint64", "int32[pyarrow]", "uint32[pyarrow]", "uint64[pyarrow]"):
            wide = pd.DataFrame([row()]).assign(price_yuan=pd.Series([100_000_000], dtype=name))
            assert frames.project_premium(wide, price="price_yuan")["premium_fen"].tolist() == [2_685_363]

    def test_unsigned_numbers_beyond_all_measure(self) -> None:
        """What 64 bits without a sign hold is above what those with one do."""
        given = pa.array([2**64 - 1, 10_000_000_000], pa.uint64())
        table = arrow([row(), row()], KINDS).set_column(1, "price_fen", given)
        found = frames.project_premium(table, on_invalid="flag")
        assert found[REASON].to_pylist() == ["too_large", None]
        assert found["premium_fen"].to_pylist() == [None, 2_685_363]

    def test_counts_given_as_floats(self) -> None:
        """As pandas turns whole numbers with a null; half a person is none."""
        frame = pd.DataFrame({"persons": [12.0, 0.5, None], "monthly_base_fen": [675_600] * 3})
        found = frames.headcount_premium(frame, rate=Rate.percent("0.4"), on_invalid="flag")
        assert found[REASON].tolist()[1] == "not_a_whole_number"
        objects = frames.headcount_premium(frame.astype(object), rate=Rate.percent("0.4"), on_invalid="flag")
        assert objects[REASON].tolist()[1] == "not_a_whole_number"

    def test_a_state_of_cover_that_is_none(self) -> None:
        """The names of CoverState, or booleans."""
        base = {"happened_at": [datetime(2016, 1, 1, tzinfo=UTC)], "work_cause": [True], "on_site": [True]}
        for cover, expected in (("COVERED", "PROJECT_CLAIM"), (True, "PROJECT_CLAIM"), (False, "NOT_INSURED")):
            frame = pl.DataFrame({**base, "enrolled": [True], "cover": [cover]})
            assert frames.standing(frame)["standing"].to_list() == [expected]
            assert frames.standing(frame.lazy()).collect()["standing"].to_list() == [expected]
        frame = pl.DataFrame({**base, "enrolled": [True], "cover": ["covered"]})
        with pytest.raises(InvalidFactError, match="cover must be the name of a CoverState"):
            frames.standing(frame)

    @pytest.mark.parametrize("make", [pl.DataFrame, pa.table, pd.DataFrame])
    def test_a_column_without_a_value_has_its_type(self, make: Callable[[Any], Any]) -> None:
        """No rows, or nulls alone: another type is refused all the same, and what is of none is let in."""
        for texts in (pa.array([], pa.string()), pa.nulls(1, pa.string())):
            table = pa.table({"reported_on": texts, "persons": texts})
            frame: Any = table.to_pandas(types_mapper=pd.ArrowDtype) if make is pd.DataFrame else make(table)
            for asked in (frames.effective_day, partial(frames.headcount_premium, rate=HALF)):
                if len(table) and make is pd.DataFrame:
                    continue
                with pytest.raises(InvalidFactError, match="must be a column of"):
                    asked(frame)
        untold = pd.DataFrame({"reported_on": pd.Series([], dtype=object)})
        assert len(frames.effective_day(untold)) == 0

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_moments_of_pandas_keep_their_unit(self, unit: str) -> None:
        """Midnights are read by it, and days answered in it."""
        kind: Any = f"datetime64[{unit}]"
        days = pd.Series([date(1969, 12, 31), date(2016, 2, 29), None]).astype(kind)
        found = frames.effective_day(pd.DataFrame({"reported_on": days}))["effective_on"]
        assert str(found.dtype) == f"datetime64[{unit}]"
        assert found.dropna().dt.date.tolist() == [date(1970, 1, 1), date(2016, 3, 1)]
        assert found.isna().tolist() == [False, False, True]

    def test_midnights_of_pyarrow_are_answered_in_days(self) -> None:
        """A pandas column of pyarrow's moments, in any unit."""
        for unit in ("s", "ms", "us", "ns"):
            kind: Any = f"timestamp[{unit}][pyarrow]"
            days = pd.Series([date(1969, 12, 31), date(2016, 2, 29), None]).astype(kind)
            found = frames.effective_day(pd.DataFrame({"reported_on": days}))["effective_on"]
            assert str(found.dtype) == "date32[day][pyarrow]"
            assert [None if pd.isna(one) else one for one in found] == [date(1970, 1, 1), date(2016, 3, 1), None]

    def test_moments_in_every_unit(self) -> None:
        """They are the same moments, before 1970 too, whatever they are counted in."""
        moments = pl.Series([datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), None, datetime(2016, 2, 29, tzinfo=UTC)])
        units: tuple[Literal["ms", "us", "ns"], ...] = ("ms", "us", "ns")
        for unit in units:
            frame = pl.DataFrame({"happened_at": moments.dt.cast_time_unit(unit)})
            for native in (frame, frame.to_arrow()):
                table = NarwhalsTable(nw.from_native(native, eager_only=True))
                read = table.read("happened_at", reading.moment)
                assert (read.value.tolist(), read.known.tolist()) == ([-(10**6), 0, LEAP_DAY], [True, False, True])


class TestAnswers:
    """Of which type the answers are."""

    @every_engine
    def test_money_is_whole_fen_in_64_bits(self, engine: str) -> None:
        """Never a float, with a null or without."""
        for rows in ([row(), row()], [row(), row(price_fen=None)]):
            found = frames.project_premium(ENGINES[engine](rows, KINDS))
            kind = nw.from_native(found.compute() if engine == "dask" else found).collect_schema()["premium_fen"]
            assert kind == nw.Int64

    def test_pandas_answers_plain_numbers_where_it_can(self) -> None:
        """A frame without nulls gets int64, as pandas has it; one without rows as well; texts are its own."""
        found = frames.project_premium(ENGINES["pandas"]([row()], KINDS))
        for asked in (found, frames.project_premium(ENGINES["pandas"]([row()], KINDS).head(0))):
            assert str(asked["premium_fen"].dtype) == "int64"
        flagged = frames.project_premium(ENGINES["pandas"]([row()], KINDS), on_invalid="flag")
        assert flagged[REASON].dtype == pd.Series(["not_positive", None]).dtype
        assert str(frames.worker_deadline(found, injured_on="paid_on")["worker_deadline"].dtype).startswith(
            "datetime64"
        )

    @every_engine
    def test_fen_as_yuan(self, engine: str) -> None:
        """Decimals of two places, also above the digits that a double holds."""
        kinds = {"premium_fen": "whole"}
        frame = ENGINES[engine]([{"premium_fen": 10**14 + 1}, {"premium_fen": 7}, {"premium_fen": None}], kinds)
        found = as_rows(frames.in_yuan(frame))
        assert [one["premium_yuan"] for one in found] == [Decimal("1000000000000.01"), Decimal("0.07"), None]

    def test_pandas_shows_python_s_decimals(self) -> None:
        """It has none of its own."""
        found = frames.in_yuan(pd.DataFrame({"premium_fen": [7]}, index=["one"]))["premium_yuan"]
        assert (str(found.dtype), found.to_dict()) == ("object", {"one": Decimal("0.07")})

    def test_what_is_shown_is_in_fen(self) -> None:
        """A column that is not there, or not in fen, is refused, and so is what is no frame."""
        with pytest.raises(InvalidFactError, match="frame must be a frame of pandas"):
            frames.in_yuan([1])  # type: ignore[type-var]  # is refused
        table = pa.table({"premium_fen": [1], "premium_yuan": [1]})
        with pytest.raises(InvalidFactError, match="must name a column of the frame, got 'due_fen'"):
            frames.in_yuan(table, "due_fen")
        with pytest.raises(InvalidFactError, match="must name a column whose name ends in _fen, got 'premium_yuan'"):
            frames.in_yuan(table, "premium_yuan")
        assert frames.in_yuan(table, "premium_fen")["premium_yuan"].to_pylist() == [Decimal("0.01")]


class TestStaleFigures:
    """A figure past the day that it was verified through warns where rows are looked at, as the scalar rule does."""

    @pytest.mark.parametrize("engine", ["pandas", "polars", "polars in parts", "pyarrow"])
    def test_warned_once_where_rows_are_at_hand(self, engine: str) -> None:
        """One warning for all rows, and none where no row asks for such a day."""
        late = row(paid_on=date(2020, 6, 1), completion=date(2021, 1, 1))
        with pytest.warns(StaleFigureWarning, match="was verified through 2020-05-31"):
            frames.project_premium(ENGINES[engine]([row(), late], KINDS))
        frames.project_premium(ENGINES[engine]([row(), row()], KINDS))

    @pytest.mark.parametrize("engine", ["polars lazy", "duckdb"])
    def test_warned_where_a_lazy_frame_is_looked_at(self, engine: str) -> None:
        """And not where it is not."""
        late = row(paid_on=date(2020, 6, 1), completion=date(2021, 1, 1))
        frame = ENGINES[engine]([row(), late], KINDS)
        frames.project_premium(frame)
        with pytest.warns(StaleFigureWarning):
            frames.project_premium(frame, collect=True)
        frames.project_premium(ENGINES[engine]([row(), row()], KINDS), collect=True)

    def test_verified_again_later(self) -> None:
        """The doubt ends where the next value begins."""
        law = LAW.with_figure("project_premium_rate", Entry(date(2020, 7, 1), Rate.per_mille(1), _SOURCE))
        rows = [row(paid_on=date(2020, 7, 1), completion=date(2020, 7, 1), commencement=date(2020, 7, 1))]
        found = frames.project_premium(ENGINES["polars"](rows, KINDS), law=law)
        assert found["premium_fen"].to_list() == [10_000_000]
        with pytest.warns(StaleFigureWarning):
            frames.project_premium(
                ENGINES["polars"]([row(paid_on=date(2020, 6, 30), completion=date(2021, 1, 1))], KINDS), law=law
            )

    def test_a_figure_that_always_was(self) -> None:
        """Where a figure has a value for every day, no row is refused for its sake."""
        law = LAW.with_figure("employer_filing_days", Entry(date(1900, 1, 1), 15, _SOURCE))
        found = frames.employer_deadline(pa.table({"injured_on": [date(2010, 12, 1), date(2011, 1, 1)]}), law=law)
        assert found["employer_deadline"].to_pylist() == [date(2010, 12, 16), date(2011, 1, 31)]

    def test_a_strict_law_refuses(self) -> None:
        """The law that takes verified figures only."""
        late = row(paid_on=date(2020, 6, 1), completion=date(2021, 1, 1))
        with pytest.raises(NotInForceError):
            frames.project_premium(arrow([late], KINDS), law=LAW.only_verified())

    def test_a_figure_that_was_not_published(self) -> None:
        """A gap in the middle of a timeline refuses the days in it, and all of them where there is nothing else."""
        gap = Entry(date(2016, 3, 1), Rate.per_mille(1), _SOURCE, standing=Footing.MISSING)
        law = LAW.with_figure("project_premium_rate", gap)
        rows = [row(), row(paid_on=date(2016, 3, 1))]
        found = frames.project_premium(arrow(rows, KINDS), on_invalid="flag", law=law)
        assert found[REASON].to_pylist() == [None, "not_in_force"]
        nothing = LAW.known_on(date(2000, 1, 1))
        found = frames.project_premium(arrow(rows, KINDS), on_invalid="flag", law=nothing)
        assert found[REASON].to_pylist() == ["not_in_force"] * 2


class TestReadings:
    """What a reading asks for that is not given, and the one that is no question of a row."""

    def test_netting_is_no_question_of_a_row(self) -> None:
        """It sets changes of one project off against each other."""
        with pytest.raises(OutOfScopeError, match=r"Reduction\.NETTED") as refused:
            frames.supplementary_premium(arrow([row()], KINDS), law=LAW.reading(Reduction.NETTED))
        assert refused.value.code == "needs_order"

    @pytest.mark.parametrize(
        ("question", "field"),
        [
            (lambda t: frames.effective_day(t, paid_on="", law=LAW.reading(InitialRoster.WITH_PAYMENT)), "paid_on"),
            (lambda t: frames.last_insured_day(t, law=LAW.reading(RemovalEffect.LEAVING_DAY)), "happened_on"),
            (
                lambda t: frames.standing(t, reported_at="reported_at", law=LAW.reading(ReportClock.KNOWLEDGE)),
                "known_at",
            ),
            (
                lambda t: frames.coverage(t, target=Rate.percent(70), law=LAW.reading(CoverageUnit.PERSONS)),
                "persons_should_enrol",
            ),
            (
                lambda t: frames.coverage(
                    t, persons_should_enrol="price_fen", target=Rate.percent(70), law=LAW.reading(CoverageUnit.PERSONS)
                ),
                "persons_enrolled",
            ),
        ],
    )
    def test_a_column_that_the_reading_needs(self, question: Callable[[pa.Table], Any], field: str) -> None:
        """Said by the name of the fact."""
        moments, flags = ("happened_at", "reported_at"), ("work_cause", "on_site", "enrolled", "cover")
        kinds = {**KINDS, **dict.fromkeys(moments, "moment"), **dict.fromkeys(flags, "flag")}
        facts = {**dict.fromkeys(moments, datetime(2016, 1, 1, tzinfo=UTC)), **dict.fromkeys(flags, True)}
        with pytest.raises(InvalidFactError, match=f"{field} must be given"):
            question(arrow([row(**facts)], kinds))

    def test_the_clock_from_the_day_the_employer_knew(self) -> None:
        """The 48 hours then run from another moment; where it is not known, they cannot be counted."""
        happened = datetime(2016, 3, 1, 8, tzinfo=UTC)
        injuries = pa.table(
            {
                "happened_at": [happened] * 3,
                "reported_at": [datetime(2016, 3, 4, 8, tzinfo=UTC)] * 3,
                "known_at": [happened, datetime(2016, 3, 2, 8, tzinfo=UTC), None],
                "yes": [True] * 3,
                "no": [False] * 3,
            }
        )
        found = frames.standing(
            injuries,
            work_cause="yes",
            on_site="no",
            enrolled="no",
            cover="yes",
            reported_at="reported_at",
            known_at="known_at",
            on_invalid="flag",
            law=LAW.reading(ReportClock.KNOWLEDGE),
        )
        assert found["standing"].to_pylist() == ["UNSETTLED", "PENDING_VERIFICATION", None]
        assert found[REASON].to_pylist() == [None, None, "needed_by_the_reading"]

    def test_the_day_he_left(self) -> None:
        """The last insured day is then the one he left on."""
        removed = pa.table({"reported_on": [date(2015, 12, 10)], "left_on": [date(2015, 12, 3)]})
        law = LAW.reading(RemovalEffect.LEAVING_DAY)
        found = frames.last_insured_day(removed, happened_on="left_on", law=law)
        assert found["last_insured_on"].to_pylist() == [date(2015, 12, 3)]

    def test_an_extension_on_top_of_the_limit(self) -> None:
        """By the other reading of the cap, sixty days come on top of the thirty."""
        law = LAW.reading(ExtensionLimit.PLUS_60)
        table = pa.table({"injured_on": [date(2018, 1, 31)]})
        found = frames.employer_deadline(table, extension_days=60, law=law)
        assert found["employer_deadline"].to_pylist() == [date(2018, 5, 1)]
        with pytest.raises(InvalidFactError, match="must not be above the longest extension allowed"):
            frames.employer_deadline(table, extension_days=61, law=law)

    def test_an_extension_for_all_rows(self) -> None:
        """One number of days; one above what Guangxi allows is refused."""
        table = pa.table({"injured_on": [date(2018, 1, 31)]})
        found = frames.employer_deadline(table, extension_days=30)
        assert found["employer_deadline"].to_pylist() == [date(2018, 4, 1)]
        with pytest.raises(InvalidFactError, match="must not be above the longest extension allowed"):
            frames.employer_deadline(table, extension_days=61)
        with pytest.raises(InvalidFactError, match="extension_days must be a whole number of at least zero"):
            frames.employer_deadline(table, extension_days=-1)


class TestRates:
    """Which rates frames reckon with."""

    def test_too_fine_or_too_high(self) -> None:
        """Above 100 %, or of more decimals than whole numbers of 64 bits hold, a rate is for the scalar rule."""
        assert fraction_of("rate", Rate.percent(100)) == 1
        for rate in (Rate.percent("100.1"), Rate.percent("0.00000001")):
            with pytest.raises(OutOfScopeError, match="frames reckon with rates of up to 100%"):
                fraction_of("rate", rate)
        fine = AverageWage("107581.0000000001", "on_post", 2022)
        with pytest.raises(OutOfScopeError, match="frames reckon with"):
            frames.reference_wage(pa.table({"wages_fen": [1], "months": [1]}), average=fine)

    def test_relief_of_more_than_all(self) -> None:
        """No more than the whole rate is remitted."""
        with pytest.raises(InvalidFactError, match="relief must not be above 100%"):
            frames.project_premium(arrow([row()], KINDS), relief=Rate.percent(101))


class TestBenefits:
    """What the rows of the property do not reach."""

    def test_a_wage_in_one_column(self) -> None:
        """Whole fen, of which a percentage is rounded once."""
        workers = pa.table({"grade": [6, 4, None], "wage_fen": [234_230, 33, 1]})
        drawn = frames.disability_allowance(workers, wage="wage_fen")
        assert drawn["allowance_fen"].to_pylist() == [140_538, 25, None]
        assert drawn["top_up_fen"].to_pylist() == [0, 0, None]
        assert drawn["allowance_payer"].to_pylist() == ["EMPLOYER", "FUND", None]

    @pytest.mark.parametrize("wage", [("grade",), ("grade", "wage_fen", "wage_fen"), ["grade", "wage_fen"], None])
    def test_a_wage_in_two_columns_is_a_pair(self, wage: Any) -> None:  # noqa: ANN401  (is refused)
        """Its numerator and its denominator, and nothing else."""
        workers = pa.table({"grade": [6], "wage_fen": [234_230]})
        for question in (frames.disability_allowance, frames.lump_sum_disability_subsidy):
            with pytest.raises(InvalidFactError, match="wage must name a column of the frame"):
                question(workers, wage=wage)

    def test_a_grade_that_is_none(self) -> None:
        """One to ten."""
        workers = pa.table({"grade": [0, 11], "wage_fen": [1, 1]})
        found = frames.lump_sum_disability_subsidy(workers, wage="wage_fen", on_invalid="flag")
        assert found[REASON].to_pylist() == ["not_a_grade"] * 2

    def test_a_day_before_the_revised_regulation(self) -> None:
        """Its months were others."""
        workers = pa.table({"grade": [1], "wage_fen": [1]})
        with pytest.raises(NotInForceError):
            frames.lump_sum_disability_subsidy(workers, wage="wage_fen", on=date(2010, 12, 31))

    def test_wages_of_one_month_beyond_all_measure(self) -> None:
        """A sum that no such number of months can hold."""
        table = pa.table({"wages_fen": [12 * 10**11] * 2, "months": [12, 11]})
        found = frames.reference_wage(table, average=AVERAGE, on_invalid="flag")
        assert found[REASON].to_pylist() == [None, "too_large"]
