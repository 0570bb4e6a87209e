"""Settlements of many injuries: the lines of each row are those of its record, on every engine."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Any, Final
from unittest.mock import create_autospec

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from gxinjury import benefits
from gxinjury.benefits import CareDependency, Death, DeathAnchor, Injury, Termination, TerminationGround
from gxinjury.codec import CodecError
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, settlements
from gxinjury.law import LAW
from gxinjury.reforms import Reform
from tests.extra.frames.engines import ENGINES, Kinds, Row

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

KINDS: Final[Kinds] = {
    "case": "text",
    "injured_on": "day",
    "wage_fen": "whole",
    "original_wage_yuan": "yuan",
    "leave_months": "whole",
    "treatment_yuan": "yuan",
    "grade": "whole",
    "graded_on": "day",
    "care": "text",
    "suitable_post": "flag",
    "termination.ended_on": "day",
    "termination.wage_yuan": "yuan",
    "termination.ground": "text",
    "death.died_on": "day",
    "death.anchor": "text",
    "note": "text",
}
_DAY: Final = date(2016, 3, 1)
_GRADED: Final = date(2016, 11, 20)


def row(case: str, **facts: Any) -> Row:  # noqa: ANN401  (a fact)
    """An injury as a row, what is not given unknown."""
    return dict.fromkeys(KINDS) | {"case": case, "injured_on": _DAY, "treatment_yuan": Decimal("12.30")} | facts


_ENDED: Final = {
    "termination.ended_on": date(2017, 6, 1),
    "termination.wage_yuan": Decimal("5000.50"),
    "termination.ground": "OWN_WISH",
}
ROWS: Final[Sequence[Row]] = [
    row("plain", wage_fen=690_500, leave_months=6, grade=7, graded_on=_GRADED),
    row("ended", wage_fen=690_500, grade=10, graded_on=_GRADED, note="let alone", **_ENDED),
    row("severe", wage_fen=450_000, original_wage_yuan=Decimal(4500), grade=2, graded_on=_GRADED, care="FULL"),
    row("refused", grade=11, graded_on=_GRADED),
    row("too early", wage_fen=1, grade=7, graded_on=date(2016, 2, 29)),
    row("dead", wage_fen=500_000, **{"death.died_on": date(2016, 4, 1), "death.anchor": "DEATH"}),
    row("post", wage_fen=500_000, grade=6, graded_on=_GRADED, suitable_post=False),
]
INJURIES: Final[dict[str, Injury]] = {
    "plain": Injury(injured_on=_DAY, treatment="12.30", wage=6905, leave_months=6, grade=7, graded_on=_GRADED),
    "ended": Injury(
        injured_on=_DAY,
        treatment="12.30",
        wage=6905,
        grade=10,
        graded_on=_GRADED,
        termination=Termination(ended_on=date(2017, 6, 1), wage="5000.50", ground=TerminationGround.OWN_WISH),
    ),
    "severe": Injury(
        injured_on=_DAY,
        treatment="12.30",
        wage=4500,
        original_wage=4500,
        grade=2,
        graded_on=_GRADED,
        care=CareDependency.FULL,
    ),
    "dead": Injury(
        injured_on=_DAY,
        treatment="12.30",
        wage=5000,
        death=Death(died_on=date(2016, 4, 1), anchor=DeathAnchor.DEATH),
    ),
    "post": Injury(injured_on=_DAY, treatment="12.30", wage=5000, grade=6, graded_on=_GRADED, suitable_post=False),
}
_CODES: Final = {"refused": "no_choice", "too early": "too_early"}


def plain(value: object) -> object:
    """A value as Python has it, nothing for nothing."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:  # noqa: PLR0124  (NaN)
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def lines_of(found: Any) -> list[tuple[object, ...]]:  # noqa: ANN401  (a frame of any engine)
    """The lines of a frame, by case and number."""
    if isinstance(found, pl.LazyFrame):
        found = found.collect()
    if isinstance(found, pl.DataFrame):
        rows = found.rows(named=True)
    elif isinstance(found, duckdb.DuckDBPyRelation | pa.Table):
        rows = (found if isinstance(found, pa.Table) else found.to_arrow_table()).to_pylist()
    elif hasattr(found, "toPandas"):
        rows = [one.asDict() for one in found.collect()]
    else:
        frame = found if isinstance(found, pd.DataFrame) else found.compute()
        rows = [dict(zip(frame.columns, one, strict=True)) for one in frame.itertuples(index=False, name=None)]
    names = ("case", "line", "benefit", "amount_fen", "rhythm", "payer", "clause", "first", "last", "needs", "formula")
    told = [tuple(plain(one[name]) for name in (*names, REASON)) for one in rows]
    return sorted(told, key=lambda one: (str(one[0]), str(one[1])))


def expected() -> list[tuple[object, ...]]:
    """The lines that the rule of one injury has."""
    found: list[tuple[object, ...]] = [
        (
            case,
            number,
            one.benefit.name,
            None if one.amount is None else int(one.amount * 100),
            one.rhythm.name,
            one.payer.name,
            str(one.clause),
            one.first,
            one.last,
            None if one.needs is None else one.needs.en,
            one.formula,
            None,
        )
        for case, injury in INJURIES.items()
        for number, one in enumerate(benefits.settle_injury(injury).lines, 1)
    ]
    found += [(case, 1, *[None] * 9, code) for case, code in _CODES.items()]
    return sorted(found, key=lambda one: (str(one[0]), str(one[1])))


@pytest.mark.parametrize("engine", ENGINES)
def test_settle_injury(engine: str) -> None:
    """Every line of every row, keyed by it; rows that are refused keep a line that says why."""
    frame = ENGINES[engine](ROWS, KINDS)
    assert lines_of(frames.settle_injury(frame, key="case", on_invalid="flag")) == expected()


def test_frames_of_a_spark_worker() -> None:
    """A worker of Spark gets frames whose columns are numbered, and settles each."""
    given = ENGINES["pandas"](ROWS, KINDS)
    numbered = given.set_axis(map(str, range(len(given.columns))), axis=1)
    work = partial(settlements._settled, ("case",), "flag", LAW)
    assert lines_of(*settlements._each(work, list(given.columns), iter([numbered]))) == expected()


def test_spark_is_told_how_and_of_which_types() -> None:
    """Its columns go to Python by number and are named again there; the lines' types are the key's and its own."""
    given = ENGINES["pandas"](ROWS, KINDS)
    done: list[Any] = []
    types = {
        name: SimpleNamespace(dataType=SimpleNamespace(simpleString=lambda one=kind: one))
        for name, kind in (("case", "string"), ("place", "bigint"))
    }

    def in_pandas(*told: Any) -> str:  # noqa: ANN401  (as Spark takes it)
        done.extend(told)
        return "lines"

    def numbered(*names: str) -> Any:  # noqa: ANN401  (a stand-in)
        done.append(names)
        return SimpleNamespace(mapInPandas=in_pandas)

    plan: Any = SimpleNamespace(schema=types, columns=list(given.columns), toDF=numbered)
    like: Any = create_autospec(nw.LazyFrame, implementation=nw.Implementation.PYSPARK)
    work = partial(settlements._settled, ("case",), "flag", LAW)
    assert settlements._on_engine(plan, like, work, ("place", "case")) == "lines"
    names, each, schema = done
    assert names == tuple(map(str, range(len(given.columns))))
    assert lines_of(*each(iter([given.set_axis(names, axis=1)]))) == expected()
    assert schema == (
        "`place` bigint, `case` string, `line` bigint, `benefit` string, `amount_fen` bigint, `rhythm` string, "
        "`payer` string, `clause` string, `first` date, `last` date, `dependant` string, `needs` string, "
        "`formula` string, `refused_because` string"
    )


def test_key_keeps_its_type() -> None:
    """Each line bears the key of its row, of several columns too; no rows have no lines."""
    frame = ENGINES["polars"](ROWS[:2], KINDS)
    found: Any = frames.settle_injury(frame, key=("place", "case"))
    assert found.schema["place"] == pl.Int64
    assert found["place"].to_list() == [0] * 3 + [1] * 5
    assert found["line"].to_list() == [1, 2, 3, 1, 2, 3, 4, 5]
    for engine in ("pandas", "pandas objects", "pandas pyarrow", "polars", "pyarrow"):
        none: Any = frames.settle_injury(ENGINES[engine](ROWS[:2], KINDS)[:0], key="case")
        assert len(none) == 0


def test_dependants_and_law() -> None:
    """Dependants stand in a column of lists, a line each, ids masked; any law does."""
    family = [{"name": "妻 450103198001011233", "kind": "SPOUSE"}, {"name": "母", "kind": "OTHER"}]
    frame = pl.DataFrame(
        {
            "case": ["a"],
            "injured_on": [_DAY],
            "wage_yuan": [5000],
            "death.died_on": [date(2016, 4, 1)],
            "death.anchor": ["DEATH"],
            "death.within_leave": [True],
            "dependants": [family],
        }
    )
    found = frames.settle_injury(frame, key="case")
    pensions = found.filter(pl.col("benefit") == "DEPENDANTS_PENSION")
    assert pensions["amount_fen"].to_list() == [200_000, 150_000]
    assert pensions["dependant"].to_list() == ["妻 4501************33", "母"]
    assert "450103198001011233" not in str(pensions.rows())
    more = LAW.under(Reform("提高").figure("death_subsidy_multiple", 40, since=date(2016, 1, 1)))
    once = [
        frames.settle_injury(frame, key="case", law=law).filter(pl.col("benefit") == "DEATH_SUBSIDY")["amount_fen"][0]
        for law in (LAW, more)
    ]
    assert once[1] == 2 * once[0]


def test_refused_rows_raise() -> None:
    """Without a flag the first row that is refused raises what the record or the rule raises."""
    with pytest.raises(CodecError, match="grade"):
        frames.settle_injury(ENGINES["polars"]([ROWS[3]], KINDS), key="case")
    abroad = pa.table({"case": ["a"], "injured_on": [_DAY], "insured_abroad": [True]})
    with pytest.raises(GxInjuryError, match="abroad"):
        frames.settle_injury(abroad, key="case")
    told = frames.settle_injury(abroad, key="case", on_invalid="flag")
    assert told[REASON].to_pylist() == ["paused_abroad"]


def test_the_first_fault_of_a_record_is_its_code() -> None:
    """A lazy frame says so when it is worked out, and not before."""
    row: dict[str, list[Any]] = {
        "case": ["a"],
        "injured_on": [_DAY],
        "grade": [11],
        "care": ["HALF"],
        "wage_yuan": [Decimal(-1)],
    }
    with pytest.raises(CodecError) as refused:
        frames.settle_injury(pa.table(row), key="case")
    codes = [one.code for one in refused.value.faults]
    assert len(set(codes)) > 1
    told = frames.settle_injury(pa.table(row), key="case", on_invalid="flag")
    assert told[REASON].to_pylist() == codes[:1]
    lazy = frames.settle_injury(pl.DataFrame(row).lazy().head(1), key="case")
    frames.settle_injury(pl.concat([pl.DataFrame(row)] * 2).lazy(), key="case")
    with pytest.raises(Exception, match="grade"):
        lazy.collect()


def test_lines_of_pandas_are_numbered_anew() -> None:
    """Under whatever labels the rows stand."""
    frame = ENGINES["pandas"](ROWS[:2], KINDS)
    frame.index = ["one", "one"]
    found = frames.settle_injury(frame, key=["case", "place"])
    assert list(found.index) == [*range(8)]
    assert list(found["place"]) == [0] * 3 + [1] * 5


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"key": "name"}, "key must name a column"),
        ({"key": ["case", "first"]}, "key has a column of that name"),
        ({"on_invalid": "skip"}, "on_invalid must be"),
        ({"law": "LAW"}, "law must be of type Law"),
        # Before a row is looked at, of which there may be none.
        ({"law": "LAW", "frame": pa.table({"case": pa.array([], pa.string())})}, "law must be of type Law"),
        ({"frame": [1]}, "frame must be a frame"),
    ],
)
def test_wrong_arguments(given: dict[str, Any], words: str) -> None:
    """Each is named."""
    asked: dict[str, Any] = {
        "frame": pa.table({"case": ["a"], "first": [1], "injured_on": [_DAY]}),
        "key": "case",
    }
    with pytest.raises(InvalidFactError, match=words):
        frames.settle_injury(**(asked | given))
