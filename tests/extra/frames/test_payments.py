"""Care fees, deaths and stays in hospital: every row equals the scalar rule, and both sides of each turn."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import strategies as st

from gxinjury import benefits
from gxinjury.benefits import AverageSeries, AverageWage, CareDependency, DeathAnchor
from gxinjury.benefits.nanning_wages import nanning_average
from gxinjury.errors import InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON
from gxinjury.law import LAW
from gxinjury.law.regulation import AverageArea, CareRates
from gxinjury.money import Rate
from gxinjury.periods import Period
from gxinjury.series import year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, Kinds, Row, as_rows
from tests.extra.frames.second import day_numbers, fen, or_null, told_twice, yuan
from tests.extra.frames.test_rows import every_engine, rows_of, try_hard

pytestmark = [
    pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

_HERE: Final = Text(zh="试", en="a trial")
DAYS: Final = or_null(day_numbers(date(2010, 12, 1), date(2027, 1, 31)) | st.sampled_from([date(2021, 1, 1)]))
AVERAGES: Final = st.sampled_from([AverageWage("94766.01", "guangxi_on_post", 2022), None, *AverageSeries])
every_swift_engine = pytest.mark.parametrize(
    "engine", ["pandas", "polars", "polars in parts", "polars lazy", "pyarrow", "duckdb"]
)


def average_of(average: AverageWage | AverageSeries | None, row: Row, day: date) -> AverageWage:
    """The average of a row: its own, or that of the year before, of the area of the day."""
    if average is None:
        return AverageWage(yuan(row["average_fen"]), "on_post", 2020)
    if isinstance(average, AverageWage):
        return average
    if benefits.average_area(day) is AverageArea.CITY:
        return nanning_average(average, day.year - 1, LAW)
    return benefits.region_average(average, year=day.year - 1)


@every_engine
@pytest.mark.clause("REG-34", "CARE-rounding", "CARE-region")
def test_living_care_fee(engine: str) -> None:
    """By dependency, in whole yuan, of an average for all, of a series by area, of a column."""
    kinds = {"dependency": "text", "on": "day", "average_fen": "whole"}
    rows = rows_of(
        dependency=or_null(st.sampled_from([one.name for one in CareDependency])),
        on=DAYS,
        average_fen=or_null(st.integers(1, 20_000_000) | st.integers(1, 10**12)),
    )

    def test(rows: Sequence[Row], average: AverageWage | AverageSeries | None) -> None:
        def answer(row: Row) -> Row:
            day = row["on"]
            used = average_of(average, row, day)
            return {"care_fee_fen": fen(benefits.living_care_fee(CareDependency[row["dependency"]], used, on=day))}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.living_care_fee(frame, average=average or "average_fen", on="on", on_invalid="flag"),
            answer,
            needed=("dependency", "on", *(["average_fen"] if average is None else [])),
        )

    try_hard(engine, test, rows, AVERAGES)


@every_engine
@pytest.mark.clause("REG-39")
def test_deaths(engine: str) -> None:
    """Months of the average, and twenty times the income of the year before."""
    kinds = {"died_on": "day", "average_fen": "whole", "income_fen": "whole"}
    rows = rows_of(
        died_on=DAYS,
        average_fen=or_null(st.integers(1, 20_000_000) | st.integers(1, 10**12)),
        income_fen=st.none() | st.integers(-1, 10_000_000),
    )

    def test(rows: Sequence[Row], average: AverageWage | AverageSeries | None) -> None:
        def funeral(row: Row) -> Row:
            used = average_of(average, row, row["died_on"])
            return {"funeral_subsidy_fen": fen(benefits.funeral_subsidy(used, on=row["died_on"]))}

        def death(row: Row) -> Row:
            income = None if row["income_fen"] is None else yuan(row["income_fen"])
            found = benefits.lump_sum_death_subsidy(row["died_on"], anchor=DeathAnchor.DEATH, income=income)
            return {"death_subsidy_fen": fen(found.amount)}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.funeral_subsidy(frame, average=average or "average_fen", on_invalid="flag"),
            funeral,
            needed=("died_on", *(["average_fen"] if average is None else [])),
        )
        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.lump_sum_death_subsidy(frame, anchored_on="died_on", on_invalid="flag"),
            death,
            needed=("died_on",),
        )

    try_hard(engine, test, rows, AVERAGES)


@every_engine
@pytest.mark.clause("ALLOWANCES-meals")
def test_hospital_meals(engine: str) -> None:
    """The days at each level, both ends counted; also of a level between two others."""
    kinds = {"first": "day", "last": "day"}
    around = st.dates(date(2010, 12, 25), date(2011, 1, 10)) | st.dates(date(2018, 11, 1), date(2019, 3, 1))
    rows = rows_of(first=or_null(around), last=or_null(around))

    def test(rows: Sequence[Row], level: int | None) -> None:
        between = Entry(date(2019, 1, 20), yuan(level or 0), _HERE)
        law = LAW if level is None else LAW.with_figure("hospital_meals", between)

        def answer(row: Row) -> Row:
            found = benefits.hospital_meals(Period(row["first"], row["last"]), law=law)
            return {"hospital_meals_fen": fen(found.amount)}

        told_twice(
            engine,
            rows,
            kinds,
            lambda frame: frames.hospital_meals(frame, on_invalid="flag", law=law),
            answer,
            needed=("first", "last"),
        )

    try_hard(engine, test, rows, st.sampled_from([None, 2501]))


def answers(engine: str, kinds: Kinds, rows: Sequence[Sequence[Any]], asked: Any, name: str) -> list[Any]:  # noqa: ANN401  (a question)
    """What a column of the answer holds for rows given as plain values."""
    given: list[Row] = [dict(zip(kinds, one, strict=True)) for one in rows]
    return [row[name] for row in as_rows(asked(ENGINES[engine](given, kinds)))]


@every_swift_engine
class TestByHand:
    """Both sides of each turn, worked out by hand."""

    @pytest.mark.clause("CARE-rounding")
    def test_half_a_yuan_is_paid_up(self, engine: str) -> None:
        """Half of a twelfth of 12 yuan is half a yuan, which is a whole one; of a fen less it is none."""
        kinds = {"dependency": "text", "average_fen": "whole"}
        rows = [("FULL", 1200), ("FULL", 1199), ("PARTIAL", 2000), (None, 1200), ("FULL", None)]
        found = answers(
            engine, kinds, rows, lambda frame: frames.living_care_fee(frame, average="average_fen"), "care_fee_fen"
        )
        assert found == [100, 0, 100, None, None]

    @pytest.mark.clause("REG-34")
    def test_no_dependency(self, engine: str) -> None:
        """A name that is none of CareDependency."""
        found = answers(
            engine,
            {"dependency": "text"},
            [("FULL",), ("full",)],
            lambda frame: frames.living_care_fee(
                frame, average=AverageWage(91369, "on_post", 2021), on=date(2022, 1, 1), on_invalid="flag"
            ),
            REASON,
        )
        assert found == [None, "not_a_dependency"]

    @pytest.mark.clause("CARE-region", "CARE-city", "REG-39")
    def test_the_area_of_the_day(self, engine: str) -> None:
        """Nanning's of 2019 for a death on the last day of 2020, the region's of 2020 for one the day after."""
        days = [(date(2020, 12, 31),), (date(2021, 1, 1),), (None,)]
        found = answers(
            engine,
            {"died_on": "day"},
            days,
            lambda frame: frames.funeral_subsidy(frame, average=AverageSeries.ON_POST),
            "funeral_subsidy_fen",
        )
        city, region = (
            nanning_average(AverageSeries.ON_POST, 2019, LAW),
            benefits.region_average("on_post", year=2020),
        )
        assert found == [fen(city.yuan_per_year) // 2, fen(region.yuan_per_year) // 2, None]

    @pytest.mark.clause("ALLOWANCES-meals")
    def test_the_level_turns_with_2019(self, engine: str) -> None:
        """15 yuan through 2018, 25 after; a stay of one day is one day, and one that ends before it begins is none."""
        eve, new = date(2018, 12, 31), date(2019, 1, 1)
        rows = [(eve, eve), (new, new), (eve, new), (new, eve), (date(2010, 12, 31), new), (eve, None)]
        kinds = {"first": "day", "last": "day"}
        for name, expected in (
            ("hospital_meals_fen", [1500, 2500, 4000, None, None, None]),
            (REASON, [None, None, None, "before_the_first", "not_in_force", None]),
        ):
            found = answers(engine, kinds, rows, lambda frame: frames.hospital_meals(frame, on_invalid="flag"), name)
            assert found == expected

    @pytest.mark.clause("REG-39")
    def test_an_income_that_was_not_published(self, engine: str) -> None:
        """Is refused, unless it is given."""
        rows = [(date(2150, 5, 4), None), (date(2150, 5, 4), 100)]
        asked = {"anchored_on": "day", "income_fen": "whole"}
        for name, expected in (("death_subsidy_fen", [None, 2000]), (REASON, ["not_in_force", None])):
            found = answers(
                engine, asked, rows, lambda frame: frames.lump_sum_death_subsidy(frame, on_invalid="flag"), name
            )
            assert found == expected


class TestDoors:
    """What is said once for all rows."""

    @pytest.mark.clause("CARE-region", "CARE-city", "REG-34", "REG-39")
    @pytest.mark.parametrize(
        ("figure", "series", "area"),
        [
            ("nanning_on_post", AverageSeries.ON_POST, AverageArea.CITY),
            ("nanning_non_private", AverageSeries.NON_PRIVATE, AverageArea.CITY),
            ("guangxi_on_post", AverageSeries.ON_POST, AverageArea.REGION),
            ("guangxi_non_private", AverageSeries.NON_PRIVATE, AverageArea.REGION),
            ("guangxi_full_scope", AverageSeries.FULL_SCOPE, AverageArea.REGION),
        ],
    )
    def test_a_year_that_one_average_alone_is_published_of(
        self, figure: str, series: AverageSeries, area: AverageArea
    ) -> None:
        """It is used in the year after, and in no other."""
        law = LAW.with_figure("average_area", Entry(date(2030, 1, 1), area, _HERE))
        law = law.with_figure(figure, year_figure(2040, 120_000, _HERE))
        days = [date(2040, 12, 31), date(2041, 1, 1), date(2041, 12, 31), date(2042, 1, 1)]
        rows = [{"dependency": "FULL", "on": day} for day in days]
        table = ENGINES["pyarrow"](rows, {"dependency": "text", "on": "day"})
        how: Any = {"average": series, "law": law, "on_invalid": "flag"}
        cared = frames.living_care_fee(table, on="on", **how)
        assert cared["care_fee_fen"].to_pylist() == [None, 500_000, 500_000, None]
        buried = frames.funeral_subsidy(table, died_on="on", **how)
        assert buried["funeral_subsidy_fen"].to_pylist() == [None, 6_000_000, 6_000_000, None]

    def test_no_average(self) -> None:
        """An average, a series, or the name of a column; a series needs a day."""
        table = ENGINES["pyarrow"]([{"dependency": "FULL"}], {"dependency": "text"})
        with pytest.raises(InvalidFactError, match=r"living_care_fee\.average must be an AverageWage"):
            frames.living_care_fee(table, average=1)  # type: ignore[arg-type]  # is refused
        with pytest.raises(InvalidFactError, match=r"living_care_fee\.on must name a column"):
            frames.living_care_fee(table, average=AverageSeries.ON_POST)
        with pytest.raises(NotInForceError):
            frames.living_care_fee(table, average=AverageWage(1, "on_post", 2020), on=date(2010, 12, 31))

    def test_figures_too_fine(self) -> None:
        """What is no whole fen, or a share beyond 64 bits, is for the scalar rule."""
        meals = LAW.with_figure("hospital_meals", Entry(date(2020, 1, 1), yuan(1) / 10, _HERE))
        stay = ENGINES["pyarrow"](
            [{"first": date(2020, 1, 1), "last": date(2020, 1, 1)}], {"first": "day", "last": "day"}
        )
        with pytest.raises(OutOfScopeError, match="frames reckon with"):
            frames.hospital_meals(stay, law=meals)
        income = LAW.with_figure(
            "urban_disposable_income", Entry(date(2019, 1, 1), yuan(1) / 10, _HERE, last=date(2019, 12, 31))
        )
        death = ENGINES["pyarrow"]([{"anchored_on": date(2020, 1, 1)}], {"anchored_on": "day"})
        with pytest.raises(OutOfScopeError, match="frames reckon with"):
            frames.lump_sum_death_subsidy(death, law=income)
        fine = Rate.percent("33.3333333")
        rates = LAW.with_figure("care_fee_rates", Entry(date(2020, 1, 1), CareRates(fine, fine, fine), _HERE))
        care = ENGINES["pyarrow"](
            [{"dependency": "FULL", "average_fen": 1}], {"dependency": "text", "average_fen": "whole"}
        )
        with pytest.raises(OutOfScopeError, match="frames reckon with"):
            frames.living_care_fee(care, average="average_fen", law=rates)

    def test_shares_as_fine_as_may_be(self) -> None:
        """An eighth of a twelfth of 10,000 yuan is 104.17 yuan."""
        eighth = Rate.percent("12.5")
        law = LAW.with_figure("care_fee_rates", Entry(date(2020, 1, 1), CareRates(eighth, eighth, eighth), _HERE))
        care = ENGINES["pyarrow"](
            [{"dependency": "FULL", "average_fen": 1_000_000}], {"dependency": "text", "average_fen": "whole"}
        )
        paid = frames.living_care_fee(care, average="average_fen", law=law)
        assert paid["care_fee_fen"].to_pylist() == [10_400]

    def test_paid_to_the_fen_where_the_law_says_so(self) -> None:
        """A reform that pays care fees to the fen is followed from its day on."""
        law = LAW.with_figure("care_fee_in_whole_yuan", Entry(date(2022, 1, 1), value=False, source=_HERE))
        rows = [
            {"dependency": "FULL", "average_fen": 1225, "on": day} for day in (date(2021, 12, 31), date(2022, 1, 1))
        ]
        kinds = {"dependency": "text", "average_fen": "whole", "on": "day"}
        for engine in ("pyarrow", "duckdb"):
            asked = frames.living_care_fee(ENGINES[engine](rows, kinds), average="average_fen", on="on", law=law)
            assert [row["care_fee_fen"] for row in as_rows(asked)] == [100, 51]
