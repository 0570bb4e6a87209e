"""Any answer as a table, and a row of a frame as a record."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gxinjury.benefits import DisabilityGrade, Settlement
from gxinjury.benefits.lines import Rhythm
from gxinjury.citations import Clause
from gxinjury.codec import CodecError, dump
from gxinjury.construction import Contract, ProjectCover, RosterChange, RosterChangeKind, Worker, project_premium
from gxinjury.construction.bills import PremiumBill
from gxinjury.construction.cover import CoverState
from gxinjury.construction.cover_proof import CoverProof
from gxinjury.errors import InvalidFactError
from gxinjury.explanations import explain
from gxinjury.extra.cases.questions import CaseQuestions
from gxinjury.extra.strategies import bills, contracts, of
from gxinjury.extra.tables import Table, record, table
from gxinjury.fields import fields_of
from gxinjury.law import LAW
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ElapsedTime
from gxinjury.money import Rate, Share, times, total
from gxinjury.periods import Period
from gxinjury.privacy import mask
from gxinjury.steps import Fact
from gxinjury.texts import Text
from tests.codec.test_round_trip_of_all import RECORDS

_ID = "450103198001011233"
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
_CELLS = (bool, int, Decimal, Fraction, date, str, Text, Clause, Rate)
_FRAMES = ("pandas", "polars", "pyarrow")
_CONTRACT = Contract("100000000", date(2015, 10, 9), date(2016, 6, 30))
_BILL = project_premium(_CONTRACT, paid_on=date(2015, 12, 8))


def texts_in(data: object) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from texts_in(one)


def rows_of(frame: Any) -> list[list[Any]]:  # noqa: ANN401  # a frame of any engine
    """Return the rows of a frame, days as days and nothing as None."""
    if isinstance(frame, pa.Table):
        return [[row[name] for name in frame.column_names] for row in frame.to_pylist()]
    if isinstance(frame, pl.DataFrame):
        return [list(row) for row in frame.rows()]
    return [
        [
            None if one is pd.NaT or one is pd.NA or one is None else of_pandas(one, str(kind))
            for one, kind in zip(row, frame.dtypes, strict=True)
        ]
        for row in frame.itertuples(index=False, name=None)
    ]


def of_pandas(value: Any, kind: str) -> object:  # noqa: ANN401  # any value
    """Return a value of pandas as Python's own."""
    return (value.date() if kind == "datetime64[s]" else value.to_pydatetime()) if "datetime64" in kind else value


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=_SLOW)
def test_every_record_is_a_table(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401  # a class
    """Rows as long as there are columns, cells of a few types, no id shown, every engine of one mind."""
    one = data.draw(of(kind))
    made: Table = table(one)
    assert all(len(row) == len(made.columns) for row in made.rows)
    assert all(cell is None or isinstance(cell, _CELLS) or hasattr(cell, "name") for row in made.rows for cell in row)
    ids = {text for text in texts_in(dump(one, in_full=True)) if mask(text) != text}
    for language in ("zh", "en"):
        own = attrs.evolve(made, language=language)
        shown = [made.text(language), own._repr_html_()]
        frames = [table(one, engine, language) for engine in _FRAMES]
        rows = [rows_of(frame) for frame in frames]
        assert rows[0] == rows[1] == rows[2]
        assert len(rows[0]) == len(made.rows)
        assert [list(frame.columns) for frame in frames[:2]] == [own.titles(language)] * 2
        shown += [str(cell) for row in rows[0] for cell in row]
        assert [(text, found) for text in shown for found in ids if found in text] == []


TOLD_IN_CELLS = [one for one in RECORDS if one.id != f"{CaseQuestions.__module__}.CaseQuestions"]
"""Not what is asked of a case: its cells tell answers of inquiry, which contradict themselves when drawn by field."""


@pytest.mark.parametrize("kind", TOLD_IN_CELLS)
@given(data=st.data())
@settings(max_examples=2, deadline=None, suppress_health_check=_SLOW)
def test_several_are_a_row_each(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401  # a class
    """A row each, in their order; every field that is told has a column, or columns of its own fields."""
    several = data.draw(st.lists(of(kind), min_size=1, max_size=3))
    if kind.__name__ == "Step":
        several = [attrs.evolve(one, steps=()) for one in several]
    made = table(several)
    assert len(made.rows) == len(several)
    names = {column.name.partition(".")[0] for column in made.columns}
    shown = {field.name for field in fields_of(kind) if field.is_shown or kind is Clause}
    assert shown - names <= {"steps"}


def column(made: Table, name: str) -> list[Any]:
    """Return the values of a column by its name in code; nothing where it has none of it."""
    at = [one.name for one in made.columns].index(name)
    return [row[at] for row in made.rows]


@given(bills())
@settings(max_examples=30, deadline=None)
def test_the_amounts_of_a_bill_add_up_to_its_total(bill: PremiumBill) -> None:
    """To the fen, in rows and in every frame."""
    amounts = [one for one in column(table(bill), "amount") if one is not None]
    assert total(amounts) == bill.total
    assert len(amounts) == len(bill.lines)
    for engine in _FRAMES:
        frame = table(bill, engine)
        at = list(frame.columns if engine != "pyarrow" else frame.column_names).index("amount")
        assert total(row[at] for row in rows_of(frame) if row[at] is not None) == bill.total


@given(of(Settlement))
@settings(max_examples=30, deadline=None, suppress_health_check=_SLOW)
def test_the_amounts_of_a_settlement_add_up_to_its_totals(settlement: Settlement) -> None:
    """By payer and rhythm, a line by the day its days."""
    lines = tuple(one for one in settlement.lines if one.last is None or one.first <= one.last)
    assume(lines)
    settlement = attrs.evolve(settlement, lines=lines)
    made = table(settlement)
    for one in settlement.totals:
        found = [
            times(amount, (last - first).days + 1 if rhythm is Rhythm.PER_DAY else 1)
            for payer, rhythm, amount, first, last in zip(
                *(column(made, name) for name in ("payer", "rhythm", "amount", "first", "last")), strict=True
            )
            if (payer, rhythm) == (one.payer, one.rhythm)
            and amount is not None
            and (rhythm is not Rhythm.PER_DAY or last)
        ]
        assert total(found) == one.amount


def test_a_bill_is_a_row_a_line_and_says_which_part() -> None:
    """What stands beside the lines has columns of its own."""
    made = table(_BILL)
    assert column(made, "part") == [Text("初次缴费", "initial premium"), Text("提示", "findings")]
    assert column(made, "amount") == [Decimal("130000.00"), None]
    assert column(made, "code") == [None, "paid_late"]
    assert made.titles("zh")[:4] == ["部分", "类别", "日期", "计费基数"]


def test_a_record_without_lines_is_a_row_a_field() -> None:
    """A plain record."""
    assert table(_CONTRACT, language="zh").text("zh").splitlines() == [
        "项目        内容",
        "合同总造价  100,000,000",
        "合同开工日  2015-10-09",
        "合同竣工日  2016-06-30",
        "中标价",
    ]


def test_what_holds_more_than_lines_has_a_row_for_it() -> None:
    """A cover: the expiry first, then its periods."""
    cover = ProjectCover(date(2016, 6, 30), (Period(date(2015, 10, 8), date(2016, 6, 30)),))
    assert str(table(cover)).splitlines() == [
        "part     contract expires on  first day   last day",
        "summary  2016-06-30",
        "covered                       2015-10-08  2016-06-30",
    ]


def test_lines_of_a_record_within_say_the_whole_way() -> None:
    """A law: a part for each figure, its values below it."""
    made = table(LAW.reading(ElapsedTime.MONTHS), language="zh")
    parts = [part.zh for part in column(made, "part")]
    assert {"按项目参保的费率", "按项目参保的费率·各期数值"} <= set(parts)
    assert "整月" in str(made)


def test_an_explanation_is_a_row_a_step() -> None:
    """Steps in their order, with what they rest on; the law is not listed among the facts."""
    why = explain(project_premium, _CONTRACT, paid_on=date(2015, 12, 8))
    made = table(why)
    assert column(made, "name") == [step.name for step in why.steps]
    assert table(why.step) == made
    assert "law" not in {one.name for one in made.columns}
    assert all("现行规定" not in one.zh for one in column(made, "facts"))


def test_readings_clauses_and_figures_are_rows() -> None:
    """What the law is made of."""
    assert column(table([*ElapsedTime]), "name") == [one.name for one in ElapsedTime]
    assert column(table(ElapsedTime.MONTHS), "value")[2] == "MONTHS"
    assert column(table(NN.clauses), "number") == [one.number for one in NN.clauses]
    assert column(table(LAW.figures()), "name") == list(LAW.figures())


def test_values_that_are_no_records_are_a_column() -> None:
    """Days, say."""
    made = table([date(2016, 1, 1), None, "a\x1bb"])
    assert [one.title.en for one in made.columns] == ["value"]
    assert column(made, "value") == [date(2016, 1, 1), None, "a�b"]
    assert table([]).text("zh") == ""


def test_ids_are_masked_whatever_form_they_have() -> None:
    """A resident id, and a passport where a person is named."""
    changes = [
        RosterChange(Worker("张三", _ID), RosterChangeKind.ADD, date(2016, 1, 4)),
        RosterChange("E12345678", RosterChangeKind.ADD, date(2016, 1, 5)),
    ]
    shown = str(table(changes))
    assert "4501************33" in shown
    assert _ID not in shown
    assert "E12345678" not in shown


def test_html_is_escaped() -> None:
    """Nothing that was typed in is taken for a tag."""
    html = table([Worker("<b>&")], language="zh")._repr_html_()
    assert html.partition("<thead>")[2].startswith("<tr><th>姓名</th>")
    assert "<td>&lt;b&gt;&amp;</td>" in html


@attrs.frozen
class Mixed:
    """What a column of a frame cannot hold as it is."""

    a: object
    b: object = None


@pytest.mark.parametrize(
    ("values", "exact", "as_float"),
    [
        ((1, Decimal("2.5")), [Decimal(1), Decimal("2.5")], [1.0, 2.5]),
        ((2**63 - 1, -(2**63) + 1), [2**63 - 1, -(2**63) + 1], [2**63 - 1, -(2**63) + 1]),
        ((10**40, 1), [str(10**40), "1"], None),
        ((Decimal(f"0.{'3' * 36}"), 10), [Decimal(f"0.{'3' * 36}"), Decimal(10)], None),
        ((Decimal(f"0.{'3' * 37}"), 10), [f"0.{'3' * 37}", "10"], None),
        ((Fraction(1, 3), None), ["1/3", None], [1 / 3, None]),
        ((Rate.per_mille("1.3"), None), [Decimal("0.0013"), None], [0.0013, None]),
        ((True, None), [True, None], [True, None]),
        ((DisabilityGrade.FIVE, None), [5, None], [5, None]),
        ((True, 1), ["yes", "1"], ["yes", "1"]),
        ((date(2016, 1, 1), 1), ["2016-01-01", "1"], None),
        ((datetime(2016, 1, 1, 1), None), ["2016-01-01 01:00", None], None),
        ((Share(1, 3), Period), ["1/3", "Period"], None),
        ((ElapsedTime, ElapsedTime.MONTHS), [ElapsedTime.question.en, ElapsedTime.MONTHS.says.en], None),
        (({"a": 1}, frozenset({2, 1})), ["a: 1", "1; 2"], None),
        ((LAW, (1, LAW.reading(ElapsedTime.MONTHS))), None, None),
        ((Fact("n", Text("名", "name"), Decimal(1), True), ()), ["name: 1.00 yuan", ""], None),
    ],
)
def test_a_column_has_one_type(values: tuple[Any, Any], exact: list[Any] | None, as_float: list[Any] | None) -> None:
    """What is of several types, or too long, is text; floats only where they are asked for."""
    for engine in _FRAMES:
        if exact is not None:
            assert [row[0] for row in rows_of(table([Mixed(one) for one in values], engine))] == exact
        if as_float is not None:
            found = [row[0] for row in rows_of(table([Mixed(one) for one in values], engine, decimals="float"))]
            assert [None if one != one else one for one in found] == as_float  # noqa: PLR0124  # pandas' NaN


def test_a_law_within_is_told_by_what_it_departs_in() -> None:
    """Not figure by figure."""
    plain, departing = column(table([Mixed(LAW), Mixed(LAW.reading(ElapsedTime.MONTHS))]), "a")
    assert plain == Text("现行规定", "the law as it stands")
    assert "MONTHS" in departing.en


def test_an_empty_column_has_the_type_of_its_field() -> None:
    """So that tables of several days can be put together."""
    period = Period(date(2016, 7, 1), None)
    assert table([period], "polars").schema == {"first day": pl.Date, "last day": pl.Date}
    assert table([_CONTRACT], "polars", decimals="float").schema["bid price"] == pl.Float64
    assert table([period], "pyarrow").schema.types == [pa.date32(), pa.date32()]
    assert [str(one) for one in table([period], "pandas").dtypes] == ["datetime64[s]", "datetime64[s]"]


@attrs.frozen
class Moments:
    """A moment, a number."""

    at: datetime
    number: Any = None
    beside: int | None = 5


def test_moments_are_beijings_and_texts_where_one_has_no_offset() -> None:
    """A column of moments that all say where they are is one of moments."""
    with_offset = datetime(2016, 3, 1, 9, tzinfo=UTC)
    told = {}
    for name, several in {"all": [with_offset], "one": [with_offset, with_offset.replace(tzinfo=None)]}.items():
        pandas, polars, arrow = (table([*map(Moments, several)], engine) for engine in _FRAMES)
        told[name] = [str(pandas.dtypes.iloc[0]), str(polars.dtypes[0]), str(arrow.schema.types[0])]
    assert told == {
        "all": [
            "datetime64[us, Asia/Shanghai]",
            "Datetime(time_unit='us', time_zone='Asia/Shanghai')",
            "timestamp[us, tz=Asia/Shanghai]",
        ],
        "one": ["object", "String", "string"],
    }


@attrs.frozen
class Kinds:
    """A field of each type that frames have."""

    flag: bool | None
    count: int | None
    amount: Decimal | None
    day: date | None
    at: datetime | None
    text: str | None


def test_each_type_of_a_frame() -> None:
    """As pandas, polars and pyarrow have them, whatever is missing beside."""
    rows = [
        Kinds(True, 1, Decimal("0.5"), date(2016, 3, 1), datetime(2016, 3, 1, 9, tzinfo=UTC), "a"),
        Kinds(None, None, None, None, None, None),
    ]
    pandas, polars, arrow = (table(rows, engine) for engine in _FRAMES)
    floats = [table(rows, engine, decimals="float") for engine in _FRAMES]
    assert [str(one) for one in pandas.dtypes] == [
        *("boolean", "Int64", "object", "datetime64[s]", "datetime64[us, Asia/Shanghai]", "object")
    ]
    assert polars.dtypes == [
        *(pl.Boolean, pl.Int64, pl.Decimal(38, 2), pl.Date, pl.Datetime("us", "Asia/Shanghai"), pl.String)
    ]
    moments = pa.timestamp("us", "Asia/Shanghai")
    assert arrow.schema.types == [pa.bool_(), pa.int64(), pa.decimal128(38, 2), pa.date32(), moments, pa.string()]
    assert [str(floats[0].dtypes.iloc[2]), floats[1].dtypes[2], floats[2].schema.types[2]] == [
        "float64", pl.Float64, pa.float64()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        ([Decimal("1E-37")], pa.decimal128(38, 37)),
        ([Decimal("1E-38")], pa.string()),
        ([Decimal("1E+35")], pa.decimal128(38, 2)),
        ([Decimal("1E+36")], pa.string()),
        ([Decimal("0.125"), 3], pa.decimal128(38, 3)),
        ([2**63 - 1], pa.int64()),
        ([2**63], pa.string()),
        ([1, 0.5], pa.string()),
        ([None], pa.string()),
    ],
)
def test_a_column_holds_all_its_numbers_or_is_of_texts(numbers: list[Any], kind: pa.DataType) -> None:
    """Up to 38 digits, the fen among them; whole numbers up to 64 bits; decimals and floats do not go together."""
    at = datetime(2016, 3, 1, 9, tzinfo=UTC)
    made = table([Moments(at, one) for one in numbers], "pyarrow")
    assert dict(zip(made.schema.names, made.schema.types, strict=True)).get("number", pa.string()) == kind
    floats = table([Moments(at, 3), Moments(at, Decimal("0.5"))], "pyarrow", decimals="float")
    assert (floats.schema.field("number").type, floats["number"].to_pylist()) == (pa.float64(), [3.0, 0.5])


def test_a_moment_is_a_day_at_midnight_only() -> None:
    """Later in the day it is refused, as everywhere."""
    with pytest.raises(CodecError, match="without a time of day"):
        record(Period, {"first": datetime(2016, 1, 1, 0, 1), "last": None})
    assert record(Period, {"first": datetime(2016, 1, 1), "last": None}).first == date(2016, 1, 1)


def test_what_is_missing_is_none_where_a_field_takes_it() -> None:
    """Whatever its default is."""
    row = {"at": datetime(2016, 3, 1, 9, tzinfo=UTC), "beside": float("nan")}
    assert record(Moments, row).beside is None


def test_titles_are_told_apart() -> None:
    """Two columns of one title: the second bears its name in code."""
    made = table([_CONTRACT])
    twice = attrs.evolve(made, columns=(made.columns[0], attrs.evolve(made.columns[0], name="other")), rows=((1, 2),))
    assert twice.titles("en") == ["contract price", "contract price (other)"]


@pytest.mark.parametrize(("x", "given"), [("text", {}), (3, {}), (Contract, {})])
def test_what_is_no_record_is_refused(x: object, given: dict[str, str]) -> None:
    """A text, a number, a class."""
    with pytest.raises(InvalidFactError, match="must be a record"):
        table(x, **given)


@pytest.mark.parametrize("given", [{"engine": "excel"}, {"decimals": "round"}])
def test_what_is_not_offered_is_refused(given: dict[str, str]) -> None:
    """With what is."""
    with pytest.raises(InvalidFactError, match=r"must be one of (rows, pandas|exact, float)"):
        table(_CONTRACT, **given)


@given(st.lists(contracts(), min_size=1, max_size=3), st.sampled_from(["zh", "en"]))
@settings(max_examples=20, deadline=None)
def test_a_row_of_every_frame_is_the_record_again(several: list[Contract], language: str) -> None:
    """As pandas, polars and pyarrow hand their rows out, under the titles of either language."""
    pandas, polars, arrow = (table(several, engine, language) for engine in _FRAMES)
    rows: list[Sequence[Any]] = [
        [row for _, row in pandas.iterrows()],
        [*polars.iter_rows(named=True)],
        arrow.to_pylist(),
        [{name: arrow[name][at] for name in arrow.column_names} for at in range(len(several))],
    ]
    assert [[record(Contract, row) for row in of_engine] for of_engine in rows] == [several] * 4


def test_values_of_frames_are_read() -> None:
    """Timestamps, numpy's scalars, NaT, NA, NaN, whole floats; named tuples with their index; defaults left out."""
    frame = pd.DataFrame(
        {"price": [100.0, np.nan], "commencement": [pd.Timestamp("2016-01-01"), pd.NaT], "completion": "2016-06-30"}
    )
    first = next(frame.itertuples())
    assert record(Contract, first) == Contract(100, date(2016, 1, 1), date(2016, 6, 30))
    scalars = {
        "price": np.int64(100),
        "commencement": np.datetime64("2016-01-01", "ns"),
        "completion": pa.scalar(date(2016, 6, 30)),
        "bid_price": pd.NA,
    }
    assert record(Contract, scalars) == record(Contract, first)
    assert record(Contract, scalars | {"bid_price": Decimal("NaN")}) == record(Contract, first)
    assert (
        record(Fact, {"name": "n", "label": {"zh": "名", "en": "n"}, "value": None, "in_yuan": None}).in_yuan is False
    )


def test_a_field_within_a_field_is_read() -> None:
    """By its path, or by its title in either language; all of it missing is none."""
    row = {
        "worker": "张三",
        "day": date(2016, 1, 4),
        "state": "covered",
        "结论": "covered",
        "project": "参保有效",
        "project_period.first": pd.Timestamp("2015-10-08"),
        "项目参保有效期·末日": pd.Timestamp("2016-06-30"),
        "worker's cover · first day": pd.NaT,
        "roster_period.last": None,
        "reported_on": None,
    }
    found = record(CoverProof, row)
    assert found.project_period == Period(date(2015, 10, 8), date(2016, 6, 30))
    assert found.roster_period is None
    assert found.state is CoverState.COVERED


def test_every_fault_of_a_row_is_told() -> None:
    """At once; a float with a fraction is no amount."""
    with pytest.raises(CodecError) as caught:
        record(Contract, {"price": 0.5, "commencement": pd.NaT, "completion": "2016-06-31", "Index": 3})
    assert [(fault.place, fault.code) for fault in caught.value.faults] == [
        ("Index", "unknown_key"),
        ("price", "no_amount"),
        ("commencement", "no_day"),
        ("completion", "no_day"),
    ]


def test_no_engine_is_imported_but_the_one_asked_for() -> None:
    """Tables of rows need none."""
    code = (
        "import sys; from gxinjury.extra.tables import table; from gxinjury.law.clauses import NN; table(NN.clauses);"
        "import json; print(json.dumps([one for one in ('pandas', 'polars', 'pyarrow') if one in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == []
