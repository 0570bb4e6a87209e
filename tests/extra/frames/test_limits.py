"""Rows at the limits of what frames reckon with: one alone, and all of them at once."""

import warnings
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gxinjury.benefits import AverageWage
from gxinjury.construction import Contract
from gxinjury.construction import project_premium as scalar_premium
from gxinjury.errors import InvalidFactError, StaleFigureWarning
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON, STALE, _narwhals_tables
from gxinjury.extra.frames._pandas_tables import PandasTable
from gxinjury.facts import CHINA
from gxinjury.law import LAW
from gxinjury.law.readings import InitialRoster, PremiumBase, Reduction, SupplementInProgress, WhoIsInProgress
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, IN_PARTS, Kinds, Row, as_rows
from tests.extra.frames.second import day_numbers, fen, yuan

SWIFT: Final = ("pandas", "pandas objects", "polars", IN_PARTS, "polars lazy", "pyarrow", "duckdb")
every_swift_engine = pytest.mark.parametrize("engine", SWIFT)
every_engine = pytest.mark.parametrize("engine", ENGINES)

LARGEST: Final = 10**14
PROJECT: Final[Kinds] = {"price_fen": "whole", "commencement": "day", "completion": "day", "paid_on": "day"}
CHANGE: Final[Kinds] = {
    "amount_fen": "whole", "agreed_on": "day", "commencement": "day", "completion": "day", "paid_on": "day",
}  # fmt: skip
ACCIDENT: Final[Kinds] = {
    "happened_at": "moment", "work_cause": "flag", "on_site": "flag", "enrolled": "flag", "cover": "text",
    "reported_at": "moment",
}  # fmt: skip


def rows_of(kinds: Kinds, rows: Sequence[Sequence[Any]]) -> list[Row]:
    """Rows given as plain values, by name."""
    return [dict(zip(kinds, one, strict=True)) for one in rows]


EVERY_START: Final = LAW.reading(WhoIsInProgress.ANY)
"""The reading under which every project that has started is reduced for the time gone by."""


class TestPrices:
    """Up to 10^12 yuan, over terms of up to three hundred years."""

    @pytest.mark.clause("NN-1.1.4")
    @pytest.mark.parametrize("rows", [1, 3])
    @every_engine
    def test_the_largest_over_the_longest(self, engine: str, rows: int) -> None:
        """10,561 of 10,958 days of 10^12 yuan at 1.3‰; 67,174 of 109,573 days over all the years of input."""
        for term, due in (
            ((date(2014, 12, 31), date(2044, 12, 30)), 125_290_198_941),
            ((date(1900, 1, 1), date(2199, 12, 31)), 79_696_823_122),
        ):
            frame = ENGINES[engine](rows_of(PROJECT, [(LARGEST, *term, date(2016, 2, 1))] * rows), PROJECT)
            found = as_rows(frames.project_premium(frame, law=EVERY_START))
            assert [one["premium_fen"] for one in found] == [due] * rows

    @given(st.integers(LARGEST - 10**6, LARGEST), day_numbers(date(1900, 1, 1), date(2199, 12, 31)))
    def test_one_large_row_is_told_as_by_the_rule(self, price: int, completion: date) -> None:
        """Alone in its frame, a row is worked out in as few steps as its size allows."""
        start, paid = date(2014, 12, 31), date(2016, 2, 1)
        completion = max(completion, paid)
        bill = scalar_premium(Contract(yuan(price), start, completion), paid_on=paid, law=EVERY_START)
        (row,) = rows_of(PROJECT, [(price, start, completion, paid)])
        for engine in ("pandas", "polars", "pyarrow"):
            (found,) = as_rows(frames.project_premium(ENGINES[engine]([row], PROJECT), law=EVERY_START))
            assert found["premium_fen"] == fen(bill.total)

    @pytest.mark.parametrize("kind", ["whole", "float"])
    @every_swift_engine
    def test_what_lies_above(self, engine: str, kind: str) -> None:
        """The limit is one of fen, whatever the column counts."""
        kinds: Kinds = {**PROJECT, "price_yuan": kind}
        as_given = int if kind == "whole" else float
        rows = [
            {
                "price_fen": 1,
                "commencement": date(2016, 3, 1),
                "completion": date(2016, 3, 1),
                "paid_on": date(2016, 3, 1),
            }
            | {"price_yuan": as_given(price)}
            for price in (10**12, 10**12 + 1, 9 * 10**12, 10**15)
        ]
        found = as_rows(frames.project_premium(ENGINES[engine](rows, kinds), price="price_yuan", on_invalid="flag"))
        assert [one[REASON] for one in found] == [None, "too_large", "too_large", "too_large"]
        assert [one["premium_fen"] for one in found] == [130_000_000_000, None, None, None]

    @pytest.mark.parametrize("kind", ["yuan", "float"])
    @every_swift_engine
    def test_the_limits_of_yuan(self, engine: str, kind: str) -> None:
        """The largest raise and the largest reduction, and a fen or a yuan more."""
        kinds: Kinds = {**CHANGE, "amount_yuan": kind}
        days = (date(2016, 1, 15), date(2015, 10, 9), date(2016, 6, 30), date(2015, 10, 8))
        as_given, more = (float, Decimal(1)) if kind == "float" else (Decimal, Decimal("0.01"))
        amounts = [Decimal(sign) * (10**12 + over) for sign in (1, -1) for over in (Decimal(0), more)]
        rows = [
            {**row, "amount_yuan": as_given(one)}
            for one, row in zip(amounts, rows_of(CHANGE, [(1, *days)] * 4), strict=True)
        ]
        law = LAW.reading(Reduction.REFUND)
        found = as_rows(
            frames.supplementary_premium(ENGINES[engine](rows, kinds), amount="amount_yuan", on_invalid="flag", law=law)
        )
        assert [one["supplement_fen"] for one in found] == [130_000_000_000, None, -130_000_000_000, None]
        assert [one[REASON] for one in found] == [None, "too_large"] * 2

    @every_swift_engine
    def test_what_lies_below(self, engine: str) -> None:
        """A reduction is as limited as a raise."""
        days = (date(2016, 1, 15), date(2015, 10, 9), date(2016, 6, 30), date(2015, 10, 8))
        rows = [(-LARGEST, *days), (-LARGEST - 1, *days), (-(10**17), *days), (0, *days)]
        frame = ENGINES[engine](rows_of(CHANGE, rows), CHANGE)
        found = as_rows(frames.supplementary_premium(frame, on_invalid="flag", law=LAW.reading(Reduction.REFUND)))
        assert [one[REASON] for one in found] == [None, "too_large", "too_large", "zero"]
        assert [one["supplement_fen"] for one in found] == [-130_000_000_000, None, None, None]

    @every_swift_engine
    def test_an_income_of_a_year(self, engine: str) -> None:
        """Twelve of the largest wages of a month, and no fen more."""
        kinds: Kinds = {"anchored_on": "day", "income_fen": "whole"}
        rows = rows_of(kinds, [(date(2022, 5, 4), 12 * 10**11), (date(2022, 5, 4), 12 * 10**11 + 1)])
        found = as_rows(frames.lump_sum_death_subsidy(ENGINES[engine](rows, kinds), on_invalid="flag"))
        assert [one[REASON] for one in found] == [None, "too_large"]
        assert [one["death_subsidy_fen"] for one in found] == [240 * 10**11, None]

    @pytest.mark.parametrize("kind", [pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64, pl.Int8, pl.Int16, pl.Int32, pl.Int64])
    def test_whole_numbers_of_every_width(self, kind: Any) -> None:  # noqa: ANN401  (a type of polars)
        """A column is read by its values, at hand and in a plan."""
        (row,) = rows_of(PROJECT, [(1, date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 1))])
        frame = pl.DataFrame([row]).with_columns(price_yuan=pl.Series([100], dtype=kind))
        for asked in (frame, frame.lazy()):
            found = as_rows(
                pl.LazyFrame(frames.project_premium(asked, price="price_yuan").lazy().collect()).with_columns(place=0)
            )
            assert [one["premium_fen"] for one in found] == [13]

    def test_unsigned_numbers_beyond_all_measure_in_a_plan(self) -> None:
        """What 64 bits without a sign hold is above what those with one do."""
        rows = rows_of(PROJECT, [(1, date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 1))] * 2)
        frame = pl.LazyFrame(rows).with_columns(price_fen=pl.Series([2**64 - 1, 10_000], dtype=pl.UInt64))
        found = frames.project_premium(frame).collect()
        assert found[REASON].to_list() == ["too_large", None]
        assert found["premium_fen"].to_list() == [None, 13]

    @pytest.mark.parametrize("price", [Decimal("100.001"), Decimal("0.005"), 100.001, float("nan")])
    def test_a_fraction_of_a_fen_among_objects(self, price: object) -> None:
        """What Python's own numbers say between two fens is refused, not rounded."""
        frame = pd.DataFrame(rows_of(PROJECT, [(1, date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 1))] * 2))
        frame["price_yuan"] = pd.Series([price, Decimal("100.00")], dtype=object)
        found = frames.project_premium(frame, price="price_yuan", on_invalid="flag")
        told = None if price != price else "not_whole_fen"  # noqa: PLR0124  (what is no number is a null to pandas)
        assert [None if pd.isna(one) else one for one in found[REASON]] == [told, None]
        assert [None if pd.isna(one) else one for one in found["premium_fen"]] == [None, 13]


@pytest.mark.clause("NN-1.1.2")
class TestBids:
    """The price of the award stands in for the contract's under one reading, and is a price under each."""

    KINDS: Final[Kinds] = {**PROJECT, "bid_fen": "whole"}

    @pytest.mark.parametrize("reading", list(PremiumBase))
    @every_swift_engine
    def test_a_bid_is_a_price(self, engine: str, reading: PremiumBase) -> None:
        """Above zero, whether it is paid on or not."""
        days = (date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 1))
        rows = rows_of(self.KINDS, [(10_000, *days, bid) for bid in (-5, 0, 20_000, None)])
        found = as_rows(
            frames.project_premium(
                ENGINES[engine](rows, self.KINDS), bid_price="bid_fen", on_invalid="flag", law=LAW.reading(reading)
            )
        )
        on_bid = 26 if reading is PremiumBase.BID_PRICE else 13
        assert [one[REASON] for one in found] == ["not_positive", "not_positive", None, None]
        assert [one["premium_fen"] for one in found] == [None, None, on_bid, 13]

    @every_swift_engine
    def test_no_bids_at_all(self, engine: str) -> None:
        """Where no column of bids is named, the contract's price is paid on, also where bids are asked for."""
        rows = rows_of(PROJECT, [(10_000, date(2016, 3, 1), date(2016, 3, 1), date(2016, 3, 1))])
        found = frames.project_premium(ENGINES[engine](rows, PROJECT), law=LAW.reading(PremiumBase.BID_PRICE))
        assert [one["premium_fen"] for one in as_rows(found)] == [13]


@pytest.mark.clause("NN-1.1.3")
class TestSupplements:
    """Changes after the term, facts that are null, figures past their day."""

    LAW: Final = LAW.reading(Reduction.REFUND, SupplementInProgress.PRORATED)

    @pytest.mark.parametrize("fen", [-1, 1, -2])
    @every_swift_engine
    def test_after_the_term(self, engine: str, fen: int) -> None:
        """Prorated, one fen more or less that was agreed after the term has no share of it; the last day has."""
        term = (date(2015, 10, 9), date(2016, 6, 30), date(2015, 10, 8))
        rows = rows_of(CHANGE, [(fen, date(2016, 7, 1), *term), (fen, date(2016, 6, 30), *term)])
        found = as_rows(frames.supplementary_premium(ENGINES[engine](rows, CHANGE), on_invalid="flag", law=self.LAW))
        assert [one[REASON] for one in found] == ["agreed_after_term", None]

    @pytest.mark.parametrize("reading", [Reduction.NO_REFUND, Reduction.REFUND])
    @every_swift_engine
    def test_the_least_that_is_due(self, engine: str, reading: Reduction) -> None:
        """A raise of a fen has a supplement, be it nothing when rounded; of 385 fen, one fen."""
        days = (date(2016, 1, 15), date(2015, 10, 9), date(2016, 6, 30), date(2015, 10, 8))
        law = LAW.reading(reading, SupplementInProgress.FULL)
        changes = [1, 384, 385, -384, -385]
        rows = rows_of(CHANGE, [(fen, *days) for fen in changes])
        found = as_rows(frames.supplementary_premium(ENGINES[engine](rows, CHANGE), on_invalid="flag", law=law))
        least = 0 if reading is Reduction.NO_REFUND else -1
        assert [one["supplement_fen"] for one in found] == [0, 0, 1, 0, least]
        entry = Entry(date(2015, 1, 1), Rate.percent(50), Text(zh="试", en="a trial"))
        half = law.with_figure("project_premium_rate", entry)
        found = as_rows(frames.supplementary_premium(ENGINES[engine](rows, CHANGE), on_invalid="flag", law=half))
        assert [one["supplement_fen"] for one in found][:2] == [1, 192]

    @pytest.mark.parametrize("unknown", list(CHANGE))
    @every_swift_engine
    def test_what_is_not_known_is_not_refused(self, engine: str, unknown: str) -> None:
        """A null beside a change after the term leaves it unanswered, and says nothing against it."""
        (row,) = rows_of(CHANGE, [(100, date(2016, 7, 1), date(2015, 10, 9), date(2016, 6, 30), date(2015, 10, 8))])
        rows = [{**row, unknown: None}]
        found = as_rows(frames.supplementary_premium(ENGINES[engine](rows, CHANGE), on_invalid="flag", law=self.LAW))
        assert [(one["supplement_fen"], one[REASON]) for one in found] == [(None, None)]

    @pytest.mark.parametrize("engine", ["pandas", "polars", IN_PARTS, "pyarrow", "polars lazy", "duckdb", "dask"])
    def test_a_stale_rate_is_warned_of_where_it_is_asked(self, engine: str) -> None:
        """Once, at the line that asks; a supplement rests on the same figure as the premium."""
        term = (date(2020, 1, 1), date(2021, 12, 31), date(2020, 6, 1))
        change = ENGINES[engine](rows_of(CHANGE, [(10_000, date(2021, 1, 1), *term)] * 2), CHANGE)
        project = ENGINES[engine](rows_of(PROJECT, [(10_000, *term)] * 2), PROJECT)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", StaleFigureWarning)
            frames.supplementary_premium(change, collect=True)
            frames.project_premium(project, collect=True)
        told = [one for one in caught if one.category is StaleFigureWarning]
        assert [one.filename for one in told] == [__file__] * 2
        assert all("was verified through 2020-05-31" in str(one.message) for one in told)

    @pytest.mark.parametrize("through", [date(2018, 6, 30), date(2018, 12, 31), date(2020, 5, 31)])
    def test_a_stale_rate_says_how_far_it_was_verified(self, through: date) -> None:
        """Also where that was before it came into force; as the rule of one case says it."""
        entry = Entry(date(2019, 1, 1), Rate.percent("0.1"), Text(zh="试", en="a trial"), verified_through=through)
        law = LAW.with_figure("project_premium_rate", entry)
        row = (10_000, date(2020, 1, 1), date(2021, 12, 31), date(2020, 6, 1))
        frame = ENGINES["polars"](rows_of(PROJECT, [row]), PROJECT)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", StaleFigureWarning)
            frames.project_premium(frame, law=law)
            scalar_premium(Contract(100, row[1], row[2]), paid_on=row[3], law=law)
        assert [f"was verified through {through};" in str(one.message) for one in caught] == [True] * 2


@pytest.mark.clause("NN-3.2.0", "NN-3.2.3")
class TestMoments:
    """Moments of the years 1900 to 2199 in China, microseconds kept."""

    HERE: Final = [
        datetime(1850, 1, 1, tzinfo=CHINA),
        datetime(1900, 1, 1, tzinfo=CHINA) - timedelta(microseconds=1),
        datetime(1900, 1, 1, tzinfo=CHINA),
        datetime(2199, 12, 31, 12, tzinfo=CHINA),
        datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=CHINA),
        datetime(2200, 1, 1, tzinfo=CHINA),
        datetime(2250, 1, 1, tzinfo=CHINA),
    ]

    @every_engine
    def test_the_years_that_an_accident_can_lie_in(self, engine: str) -> None:
        """Both sides of the first and of the last moment, in China's time."""
        rows = rows_of(ACCIDENT, [(moment, True, True, True, "COVERED", None) for moment in self.HERE])
        found = as_rows(frames.standing(ENGINES[engine](rows, ACCIDENT), on_invalid="flag"))
        out = ["year_out_of_range"]
        assert [one[REASON] for one in found] == [*out * 2, None, None, None, *out * 2]
        assert [one["standing"] for one in found] == [None, None, *["PROJECT_CLAIM"] * 3, None, None]

    @pytest.mark.parametrize("field", ["reported_at", "known_at"])
    @every_swift_engine
    def test_the_years_that_a_report_can_lie_in(self, engine: str, field: str) -> None:
        """As those of an accident; the scalar rule takes no other."""
        kinds: Kinds = {**ACCIDENT, field: "moment"}
        accident = datetime(2016, 3, 1, 8, tzinfo=CHINA)
        moments = [datetime(2199, 12, 31, 23, tzinfo=CHINA), datetime(2200, 1, 1, tzinfo=CHINA), None]
        rows = [
            {**dict.fromkeys(kinds), "happened_at": accident, "cover": "COVERED", field: one}
            | dict.fromkeys(("work_cause", "on_site", "enrolled"), True)
            for one in moments
        ]
        named: dict[str, Any] = {field: field}
        found = as_rows(frames.standing(ENGINES[engine](rows, kinds), on_invalid="flag", **named))
        assert [one[REASON] for one in found] == [None, "year_out_of_range", None]

    @every_engine
    def test_the_last_microsecond_of_the_limit(self, engine: str) -> None:
        """48 hours to the microsecond, wherever among the seconds they begin."""
        rows = []
        moments = [datetime(2016, 3, 1, 8, 17, 31, odd, tzinfo=UTC) for odd in (0, 1, 333_333, 999_999)]
        # The microsecond after this one's limit is no whole number of them as a double of seconds times 10^6.
        for accident in (*moments, datetime(2040, 7, 1, 15, 59, 45, 406_777, tzinfo=UTC)):
            limit = accident + timedelta(hours=48)
            rows += [(accident, True, False, False, "COVERED", limit + timedelta(microseconds=late)) for late in (0, 1)]
        frame = ENGINES[engine](rows_of(ACCIDENT, rows), ACCIDENT)
        found = as_rows(frames.standing(frame, reported_at="reported_at"))
        assert [one["standing"] for one in found] == ["PENDING_VERIFICATION", "UNSETTLED"] * 5

    @pytest.mark.parametrize("unknown", [name for name in ACCIDENT if name != "reported_at"])
    @every_swift_engine
    def test_what_is_not_known_is_not_refused(self, engine: str, unknown: str) -> None:
        """Before the notice its limit is refused where it is asked for, and not where a fact is null."""
        accident = datetime(2010, 3, 1, 8, tzinfo=CHINA)
        (row,) = rows_of(ACCIDENT, [(accident, True, False, False, "COVERED", accident)])
        frame = ENGINES[engine]([row, {**row, unknown: None}], ACCIDENT)
        found = as_rows(frames.standing(frame, reported_at="reported_at", on_invalid="flag"))
        assert [(one["standing"], one[REASON]) for one in found] == [(None, "not_in_force"), (None, None)]

    @pytest.mark.parametrize("kind", [pl.String, pl.Categorical, pl.Enum(["COVERED", "UNSETTLED", "NOT_COVERED"])])
    def test_the_cover_by_its_name(self, kind: Any) -> None:  # noqa: ANN401  (a type of polars)
        """A text, a category or an enumeration names a state, whatever numbers stand behind it."""
        states = ["COVERED", "NOT_COVERED", "UNSETTLED"]
        rows = rows_of(ACCIDENT, [(datetime(2016, 3, 1, tzinfo=CHINA), True, True, True, one, None) for one in states])
        frame = pl.DataFrame(rows, schema_overrides={"reported_at": pl.Datetime("us", "UTC")}).with_columns(
            pl.col("cover").cast(kind)
        )
        expected = ["PROJECT_CLAIM", "NOT_INSURED", "UNSETTLED"]
        assert frames.standing(frame)["standing"].to_list() == expected
        assert frames.standing(frame.lazy()).collect()["standing"].to_list() == expected


@pytest.mark.clause("NN-5.2", "REG-35")
class TestWages:
    """Wages of nothing, and one fact of two."""

    @every_swift_engine
    def test_wages_without_months(self, engine: str) -> None:
        """Where one of the two is null, which is meant cannot be told; where both are, the average stands in."""
        kinds: Kinds = {"wages_fen": "whole", "months": "whole"}
        rows = rows_of(kinds, [(600_000, 1), (None, 1), (600_000, None), (None, None)])
        average = AverageWage(107581, "on_post", 2022)
        found = as_rows(frames.benefit_base(ENGINES[engine](rows, kinds), average=average, on_invalid="flag"))
        assert [(one["base_fen"], one["base_origin"], one[REASON]) for one in found] == [
            (600_000, "OWN_WAGE", None),
            (None, None, None),
            (None, None, None),
            (896_508, "AVERAGE_WAGE", None),
        ]

    @pytest.mark.parametrize("question", [frames.lump_sum_disability_subsidy, frames.disability_allowance])
    @every_swift_engine
    def test_a_wage_of_nothing(self, engine: str, question: Any) -> None:  # noqa: ANN401  (a question)
        """Neither part of an exact wage is zero or below."""
        kinds: Kinds = {"grade": "whole", "base_num": "whole", "base_den": "whole"}
        rows = rows_of(kinds, [(1, 1, 1), (1, 0, 1), (1, -1, 1), (1, 1, 0)])
        found = as_rows(question(ENGINES[engine](rows, kinds), on_invalid="flag"))
        assert [one[REASON] for one in found] == [None, "not_positive", "not_positive", "not_positive"]

    @pytest.mark.parametrize("rows", [1, 3])
    @every_swift_engine
    def test_the_largest_exact_wage(self, engine: str, rows: int) -> None:
        """10^9 yuan a month over any denominator, times 27 months; a fen over its limit is refused, and never wraps."""
        kinds: Kinds = {"grade": "whole", "base_num": "whole", "base_den": "whole"}
        largest = [(1, 10**18, 10**7), (1, 10**11, 1), (1, 10**18 - 1, 10**7)]
        frame = ENGINES[engine](rows_of(kinds, largest[:rows]), kinds)
        found = as_rows(frames.lump_sum_disability_subsidy(frame))
        assert [one["disability_subsidy_fen"] for one in found] == [27 * 10**11] * rows
        above = rows_of(kinds, [(1, 10**18, 1), (1, 10**11 + 1, 1), (1, 10**18 + 1, 10**7)] * rows)
        found = as_rows(frames.lump_sum_disability_subsidy(ENGINES[engine](above, kinds), on_invalid="flag"))
        assert [(one["disability_subsidy_fen"], one[REASON]) for one in found] == [(None, "too_large")] * 3 * rows


@pytest.mark.parametrize("with_arrow", [True, False])
@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=40), st.integers(0, 40))
@example([True], 1)
def test_flags_by_their_bits(with_arrow: bool, flags: list[bool | None], first: int) -> None:
    """Wherever in a byte they begin, in pieces, with nulls or without, of no rows, and where pyarrow is not there."""
    first = min(first, len(flags))
    rest = flags[first:]
    facts: dict[str, list[Any]] = {"happened_at": [datetime(2016, 3, 1, 8, tzinfo=UTC)] * len(flags), "enrolled": flags}
    facts |= {name: [True] * len(flags) for name in ("work_cause", "on_site", "cover")}
    told = [None if one is None else "PROJECT_CLAIM" if one else "TREATED_AS_INSURED" for one in rest]
    table = pa.table(facts)
    in_pieces = pa.concat_tables([table.slice(first, 1), table.slice(first + 1)])
    with pytest.MonkeyPatch.context() as patch:
        if not with_arrow:
            patch.setattr(_narwhals_tables, "get_pyarrow", lambda: None)
        for frame in (table.slice(first), in_pieces, pl.DataFrame(facts)[first:], pl.from_arrow(in_pieces)):
            found: Any = frames.standing(frame)  # type: ignore[type-var]  # polars tells no type here
            assert list(found["standing"].to_pylist() if isinstance(found, pa.Table) else found["standing"]) == told


class TestAnswers:
    """Of which type the answers are, and what stands beside them."""

    ONE: Final = (10_000_000_000, date(2014, 7, 1), date(2016, 6, 30), date(2016, 2, 1))

    @pytest.mark.parametrize("engine", ["pandas", "pandas pyarrow", "polars", IN_PARTS, "pyarrow"])
    def test_no_reasons_where_none_were_asked_for(self, engine: str) -> None:
        """Only flagged rows have a column of reasons."""
        frame = ENGINES[engine](rows_of(PROJECT, [self.ONE]), PROJECT)
        asked = frames.project_premium(frame)
        assert list(nw.from_native(asked).columns) == ["place", *PROJECT, "premium_fen"]
        flagged = frames.project_premium(frame, on_invalid="flag")
        assert list(nw.from_native(flagged).columns) == ["place", *PROJECT, "premium_fen", REASON]

    @every_swift_engine
    def test_a_flag_is_a_flag(self, engine: str) -> None:
        """And no number that equals one."""
        kinds: Kinds = {"should_enrol": "whole", "enrolled": "whole"}
        frame = ENGINES[engine](rows_of(kinds, [(200, 140), (200, 139)]), kinds)
        asked = frames.coverage(frame, target=Rate.percent(70))
        assert nw.from_native(asked).collect_schema()["coverage_met"] == nw.Boolean
        assert [one["coverage_met"] is True for one in as_rows(asked)] == [True, False]

    def test_columns_of_pyarrow_get_their_like(self) -> None:
        """A pandas frame of pyarrow columns stays one: numbers, texts and flags."""
        frame = ENGINES["pandas pyarrow"](rows_of(PROJECT, [self.ONE]), PROJECT)
        found = frames.project_premium(frame, on_invalid="flag")
        assert {name: str(found[name].dtype) for name in ("premium_fen", REASON)} == {
            "premium_fen": "int64[pyarrow]",
            REASON: "string",
        }
        assert found[REASON].dtype == pd.Series([None], dtype="string[pyarrow]").dtype
        counts = pd.DataFrame({"should_enrol": [1], "enrolled": [1]}).astype("int64[pyarrow]")
        assert str(frames.coverage(counts, target=Rate.percent(70))["coverage_met"].dtype) == "bool[pyarrow]"

    @pytest.mark.parametrize(
        ("moment", "told"),
        [
            (datetime(2016, 7, 1), r"paid_on lies after the contract term.* \(row 0\), got 2016-07-01$"),
            (datetime(2016, 6, 30, 8), r"paid_on must be a day.* \(row 0\), got 2016-06-30T08:00:00$"),
        ],
    )
    def test_a_refused_day_is_told_as_a_day(self, moment: datetime, told: str) -> None:
        """Pandas has moments only: a midnight is told as its day, another moment as it is."""
        frame = pd.DataFrame(rows_of(PROJECT, [(*self.ONE[:3], moment)]))
        with pytest.raises(Exception, match=told):
            frames.project_premium(frame)

    def test_a_refused_moment_is_told_as_it_is(self) -> None:
        """Also at a midnight, of which it says where."""
        moment = pd.Timestamp("2016-03-01", tz="Asia/Shanghai")
        table = PandasTable(pd.DataFrame({"happened_at": [moment]}), floats=True, nullable=False)
        told = table.value("happened_at", 0)
        assert isinstance(told, datetime)
        assert told == moment

    @pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
    def test_an_answer_is_nobody_else_s(self, engine: str) -> None:
        """A column of the answer shares no memory with a column of the frame, or with another answer."""
        workers = rows_of({"wages_fen": "whole", "months": "whole"}, [(600_000, 1), (700_000, 1)])
        frame = ENGINES[engine](workers, {"wages_fen": "whole", "months": "whole"})
        before = as_rows(frame)
        found = nw.from_native(frames.benefit_base(frame, average=AverageWage(107581, "on_post", 2022))).to_pandas()
        found.loc[0, "base_fen"] = 1
        assert found["base_num"].tolist() == [600_000 * 27_720, 700_000 * 27_720]
        assert as_rows(frame) == before

    @pytest.mark.parametrize("days", [[date(2016, 2, 29)] * 3, [date(2016, 2, 29), None, date(2199, 1, 1)], [None] * 3])
    def test_python_s_days_stay_python_s(self, days: list[date | None]) -> None:
        """Few of them or many years apart, with nulls or none."""
        frame = pd.DataFrame({"reported_on": pd.Series(days, dtype=object)})
        found = frames.effective_day(frame)["effective_on"].tolist()
        assert found == [one and one + timedelta(days=1) for one in days]
        assert frames.effective_day(frame.head(0))["effective_on"].tolist() == []

    def test_rows_of_dask_are_numbered_through(self) -> None:
        """Its parts come one after the other."""
        bad = (0, *self.ONE[1:])
        for rows, number in (([bad, *[self.ONE] * 3], 0), ([*[self.ONE] * 3, bad], 3)):
            frame = ENGINES["dask"](rows_of(PROJECT, rows), PROJECT)
            with pytest.raises(InvalidFactError, match=rf"price must be above zero \(row {number}\), got 0"):
                frames.project_premium(frame, collect=True)

    def test_a_reading_is_named_that_asks_for_a_column(self) -> None:
        """By its name, so that the caller knows why."""
        reports = pa.table({"reported_on": [date(2016, 3, 1)]})
        with pytest.raises(InvalidFactError, match=r"paid_on must be given.*InitialRoster\.WITH_PAYMENT"):
            frames.effective_day(reports, law=LAW.reading(InitialRoster.WITH_PAYMENT))


@pytest.mark.parametrize("engine", ["pandas", "polars", "polars lazy", "pyarrow"])
def test_reasons_of_ones_own_stay(engine: str) -> None:
    """Where no reasons are asked for, a column of that name is the frame's own."""
    kinds: Kinds = {**PROJECT, REASON: "text", STALE: "text"}
    frame = ENGINES[engine](rows_of(kinds, [(*TestAnswers.ONE, "own", "old")]), kinds)
    (found,) = as_rows(frames.project_premium(frame))
    assert (found[REASON], found[STALE]) == ("own", "old")


def test_rows_without_an_order_have_no_numbers() -> None:
    """A frame that is not worked out yet tells what was refused, and no row."""
    price, *days = TestAnswers.ONE
    rows = rows_of(PROJECT, [(-price, *days), (-price, *days)])
    told = []
    for engine in ("polars", "polars lazy"):
        with pytest.raises(InvalidFactError) as caught:
            frames.project_premium(ENGINES[engine](rows, PROJECT), collect=True)
        told.append(str(caught.value))
    assert ("row" in told[0], "row" in told[1]) == (True, False)
