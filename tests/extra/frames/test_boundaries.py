"""Both sides of each boundary that a column turns on, worked out by hand."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final

import pyarrow as pa
import pytest

from gxinjury import benefits
from gxinjury.benefits import AverageSeries, AverageWage
from gxinjury.errors import InvalidFactError
from gxinjury.extra import frames
from gxinjury.extra.frames import REASON
from gxinjury.law import LAW
from gxinjury.law.readings import ElapsedTime, InitialRoster, ReducedTerm, RemovalEffect
from gxinjury.law.regulation import ByGrade
from gxinjury.money import Rate, to_fen
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.extra.frames.engines import ENGINES, Kinds, Row, as_rows

every_swift_engine = pytest.mark.parametrize(
    "engine", ["pandas", "polars", "polars in parts", "polars lazy", "pyarrow", "duckdb"]
)

_SOURCE: Final = Text(zh="试", en="a trial")
PROJECT: Final = {"price_fen": "whole", "commencement": "day", "completion": "day", "paid_on": "day"}
REPORT: Final = {"reported_on": "day", "paid_on": "day"}


def answers(
    engine: str, kinds: Kinds, rows: Sequence[Sequence[Any]], question: Callable[[Any], Any], name: str
) -> list[Any]:
    """What a column of the answer holds for rows given as plain values."""
    given: list[Row] = [dict(zip(kinds, one, strict=True)) for one in rows]
    return [row[name] for row in as_rows(question(ENGINES[engine](given, kinds)))]


@every_swift_engine
class TestPremium:
    """When a project is in progress, and how much of its term is left."""

    @pytest.mark.clause("NN-1.1.4", "NN-1.1.5")
    def test_legacy_ends_before_2015(self, engine: str) -> None:
        """Only legacy projects are in progress: one begun on the first day of the new starts pays in full."""
        price, end, paid = 10_000_000_000, date(2016, 12, 30), date(2016, 2, 1)
        found = answers(
            engine,
            PROJECT,
            [(price, date(2014, 12, 31), end, paid), (price, date(2015, 1, 1), end, paid)],
            frames.project_premium,
            "premium_fen",
        )
        # 334 of 731 days are left.
        assert found == [5_939_808, 13_000_000]

    @pytest.mark.clause("NN-1.1.4")
    @pytest.mark.parametrize(
        ("reading", "fen"), [(ReducedTerm.CONTRACT_TERM, 7_042_408), (ReducedTerm.FROM_START, 6_184_664)]
    )
    def test_a_late_start_by_reading(self, engine: str, reading: ReducedTerm, fen: int) -> None:
        """P15: 335 days gone since the actual start, of the contract's 731 days or of the 639 from that start on."""
        row = (10_000_000_000, date(2014, 7, 1), date(2016, 6, 30), date(2015, 9, 1), date(2014, 10, 1))
        law = LAW.reading(reading)
        found = answers(
            engine,
            PROJECT | {"started_on": "day"},
            [row, (*row[:4], None)],
            lambda frame: frames.project_premium(frame, started_on="started_on", law=law),
            "premium_fen",
        )
        # Started as contracted, 304 of 731 days are left.
        assert found == [fen, 5_406_293]

    @pytest.mark.clause("NN-1.1.4")
    def test_at_least_a_day_remains(self, engine: str) -> None:
        """Started before its contract, with more days gone than the term has: a day's share is left."""
        row = (73_100_000_000, date(2014, 7, 1), date(2016, 6, 30), date(2016, 6, 30))
        found = answers(
            engine,
            PROJECT | {"started_on": "day"},
            [(*row, date(2014, 7, 2)), (*row, date(2014, 7, 1)), (*row, date(2014, 6, 1))],
            lambda frame: frames.project_premium(frame, started_on="started_on"),
            "premium_fen",
        )
        assert found == [260_000, 130_000, 130_000]

    @pytest.mark.clause("NN-1.1.4")
    def test_a_month_is_gone_on_its_day(self, engine: str) -> None:
        """In months, 18 of 24 are gone on the last day of January, and 19 on the first of February."""
        price, start, end = 10_000_000_000, date(2014, 7, 1), date(2016, 6, 30)
        found = answers(
            engine,
            PROJECT,
            [(price, start, end, date(2016, 1, 31)), (price, start, end, date(2016, 2, 1))],
            lambda frame: frames.project_premium(frame, law=LAW.reading(ElapsedTime.MONTHS)),
            "premium_fen",
        )
        assert found == [3_250_000, 2_708_333]


@every_swift_engine
@pytest.mark.clause("NN-3.1.2")
class TestRoster:
    """From which day and through which day a worker is insured."""

    def test_with_the_payment(self, engine: str) -> None:
        """Reported on the day of payment, from that day; reported the day after, from the day after that."""
        found = answers(
            engine,
            REPORT,
            [(date(2015, 10, 8), date(2015, 10, 8)), (date(2015, 10, 9), date(2015, 10, 8))],
            lambda frame: frames.effective_day(frame, paid_on="paid_on", law=LAW.reading(InitialRoster.WITH_PAYMENT)),
            "effective_on",
        )
        assert found == [date(2015, 10, 8), date(2015, 10, 10)]

    @pytest.mark.parametrize(
        ("reading", "last"),
        [(RemovalEffect.DAY_AFTER, date(2015, 12, 10)), (RemovalEffect.SAME_DAY, date(2015, 12, 9))],
    )
    def test_the_last_day(self, engine: str, reading: RemovalEffect, last: date) -> None:
        """The day of the report is insured or not, by the reading."""
        found = answers(
            engine,
            {"reported_on": "day"},
            [(date(2015, 12, 10),)] * 2,
            lambda frame: frames.last_insured_day(frame, law=LAW.reading(reading)),
            "last_insured_on",
        )
        assert found == [last] * 2

    def test_the_years_that_a_case_can_lie_in(self, engine: str) -> None:
        """From the first day of 1900 through the last of 2199."""
        days = [date(1899, 12, 31), date(1900, 1, 1), date(2199, 12, 31), date(2200, 1, 1)]
        found = answers(
            engine,
            {"reported_on": "day"},
            [(day,) for day in days],
            lambda frame: frames.effective_day(frame, on_invalid="flag"),
            REASON,
        )
        assert found == ["year_out_of_range", None, None, "year_out_of_range"]


@every_swift_engine
@pytest.mark.clause("GX-3.3")
def test_a_target_is_met_when_it_is_reached(engine: str) -> None:
    """140 of 200 are 70 %, 139 are not."""
    found = answers(
        engine,
        {"should_enrol": "whole", "enrolled": "whole"},
        [(200, 140), (200, 139)],
        lambda frame: frames.coverage(frame, target=Rate.percent(70)),
        "coverage_met",
    )
    assert found == [True, False]


WAGES: Final = {"wages_fen": "whole", "months": "whole"}


@every_swift_engine
class TestBase:
    """Where a base comes from, and whose average limits it."""

    @pytest.mark.clause("REG-64", "NN-5.2")
    def test_origins(self, engine: str) -> None:
        """A fen below 60 % is raised, the limits themselves are the own wage, a fen above 300 % is cut."""
        average = AverageWage(120_000, "on_post", 2020)
        rows = [(599_999, 1), (600_000, 1), (3_000_000, 1), (3_000_001, 1), (7_199_999, 12), (None, None)]
        for name, expected in (
            ("base_origin", ["RAISED", "OWN_WAGE", "OWN_WAGE", "CUT", "RAISED", "AVERAGE_WAGE"]),
            ("base_fen", [600_000, 600_000, 3_000_000, 3_000_000, 600_000, 1_000_000]),
        ):
            found = answers(engine, WAGES, rows, lambda frame: frames.benefit_base(frame, average=average), name)
            assert found == expected

    @pytest.mark.clause("RSF49-pooling")
    @pytest.mark.parametrize(
        ("injured_on", "floor"), [(date(2023, 6, 30), 600_000), (date(2023, 7, 1), 473_830), (None, 600_000)]
    )
    def test_the_area_of_the_limits(self, engine: str, injured_on: date | None, floor: int) -> None:
        """Nanning's average of 2022 makes way for the region's of 94,766 on 2023-07-01, and never as the fall-back."""
        average = AverageWage(120_000, "nanning_on_post", 2022)
        rows = [(300_000, 1), (None, None)]
        based = answers(
            engine,
            WAGES,
            rows,
            lambda frame: frames.benefit_base(frame, average=average, injured_on=injured_on),
            "base_fen",
        )
        assert based == [floor, 1_000_000]
        limited = answers(
            engine,
            WAGES,
            rows[:1],
            lambda frame: frames.reference_wage(frame, average=average, injured_on=injured_on),
            "reference_wage_fen",
        )
        assert limited == [floor]

    @pytest.mark.clause("RSF49-pooling")
    def test_x8(self, engine: str) -> None:
        """X8: twelve wages of 3,000, Nanning's average of 2023, no day: 60 % of the region's 98,807 / 12."""
        average = AverageWage(112_501, "nanning_on_post", 2023)
        found = answers(
            engine, WAGES, [(3_600_000, 12)], lambda frame: frames.benefit_base(frame, average=average), "base_fen"
        )
        assert found == [494_035]


@pytest.mark.clause("REG-64")
@pytest.mark.parametrize(("most", "told"), [(1, "too_many_months"), (2, None)])
def test_the_mean_of_as_many_months_as_the_law_takes(most: int, told: str | None) -> None:
    """Over no larger a number than need be; a hundred times as many are no number of months."""
    law = LAW.with_figure("reference_wage_months", Entry(date(2011, 1, 1), most, _SOURCE))
    table = pa.table({"wages_fen": [1_000_001] * 3, "months": [1, 2, 100 * most + 1]})
    found = frames.reference_wage(table, average=AverageWage(120_000, "on_post", 2020), law=law, on_invalid="flag")
    numerators = {1: [1_000_001, None, None], 2: [2_000_002, 1_200_000, None]}
    assert found["reference_wage_num"].to_pylist() == numerators[most]
    assert found["reference_wage_den"].to_pylist() == [None if one is None else most for one in numerators[most]]
    assert found[REASON].to_pylist() == [None, told, "too_large"]


@pytest.mark.clause("REG-64", "NN-5.2", "RSF49-pooling")
def test_limits_that_are_no_whole_fen() -> None:
    """Exact, each by itself, and so is the average that stands in where another's limits count."""
    law = LAW.with_figure("reference_wage_floor", Entry(date(2023, 1, 1), Rate.percent("62.5"), _SOURCE))
    law = law.with_figure("reference_wage_ceiling", Entry(date(2023, 1, 1), Rate.percent(302), _SOURCE))
    table = pa.table({"wages_fen": [1, 10**10, None], "months": [1, 1, None]})
    average, own, region = AverageWage("120000.00125", "nanning_on_post", 2022), Fraction("12000000.125"), 9_476_600
    for day, limiting in ((date(2023, 6, 30), own), (date(2023, 7, 1), Fraction(region))):
        found = frames.benefit_base(table, average=average, injured_on=day, law=law).to_pylist()
        exact = [Fraction(one["base_num"], one["base_den"]) for one in found]
        assert exact == [limiting / 12 * Fraction(5, 8), limiting / 12 * Fraction(151, 50), own / 12]


@every_swift_engine
@pytest.mark.clause("NN-5.2", "RSF49-pooling")
class TestAverageByRow:
    """Each row has the average of the year before its injury."""

    KINDS: Final = {"wages_fen": "whole", "months": "whole", "injured_on": "day"}

    def test_of_a_series(self, engine: str) -> None:
        """The year turns on 1 January; the region limits from 2023-07-01; an average not published is refused."""
        days = [date(2022, 12, 31), date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 1), date(1950, 1, 1)]
        rows = [(None, None, day) for day in days] + [(1, 1, day) for day in days]
        for name, expected in (
            ("base_fen", [858_442, 896_508, 896_508, 896_508, None, 515_065, 537_905, 537_905, 473_830, None]),
            (REASON, [None] * 4 + ["not_in_force"] + [None] * 4 + ["not_in_force"]),
        ):
            found = answers(
                engine,
                self.KINDS,
                rows,
                lambda frame: frames.benefit_base(frame, average=AverageSeries.ON_POST, on_invalid="flag"),
                name,
            )
            assert found == expected

    def test_of_a_column(self, engine: str) -> None:
        """In yuan a year; a null leaves the base unknown, and 60 % or 300 % of it limit the own wage."""
        day = date(2020, 5, 1)
        rows = [(1, 1, day, 120_000), (10**8, 1, day, 120_000), (None, None, day, 120_000), (1, 1, day, None)]
        found = answers(
            engine,
            self.KINDS | {"average_yuan": "whole"},
            rows,
            lambda frame: frames.benefit_base(frame, average="average_yuan"),
            "base_fen",
        )
        assert found == [600_000, 3_000_000, 1_000_000, None]

    def test_the_area_by_the_day_of_each_row(self, engine: str) -> None:
        """One average of Nanning's, which the region's replaces for those hurt from 2023-07-01 on."""
        average = AverageWage(120_000, "nanning_on_post", 2022)
        rows = [(1, 1, date(2023, 6, 30)), (1, 1, date(2023, 7, 1)), (1, 1, None)]
        found = answers(
            engine, self.KINDS, rows, lambda frame: frames.reference_wage(frame, average=average), "reference_wage_fen"
        )
        assert found == [600_000, 473_830, None]

    def test_no_limits_are_asked_where_the_average_stands_in(self, engine: str) -> None:
        """Before 2011 nothing limits an own wage; what stands in for it needs no limits."""
        average = AverageWage(120_000, "nanning_on_post", 2022)
        day = date(2010, 6, 1)
        for name, expected in (("base_fen", [1_000_000, None]), (REASON, [None, "not_in_force"])):
            found = answers(
                engine,
                self.KINDS,
                [(None, None, day), (1, 1, day)],
                lambda frame: frames.benefit_base(frame, average=average, on_invalid="flag"),
                name,
            )
            assert found == expected

    @pytest.mark.clause("REG-36", "REG-37")
    def test_the_day_of_the_table(self, engine: str) -> None:
        """A benefit by the figures of each row's day, or of one day for all."""
        law = LAW.with_figure(
            "severe_allowance_percent", Entry(date(2030, 1, 1), ByGrade(1, (50, 50, 50, 50)), _SOURCE)
        )
        kinds = {"grade": "whole", "wage_fen": "whole", "day": "day"}
        days = [date(2010, 12, 31), date(2011, 1, 1), date(2029, 12, 31), date(2030, 1, 1), None]
        found = answers(
            engine,
            kinds,
            [(1, 10_000, day) for day in days],
            lambda frame: frames.disability_allowance(frame, wage="wage_fen", on="day", on_invalid="flag", law=law),
            "allowance_fen",
        )
        assert found == [None, 9000, 9000, 5000, None]


@pytest.mark.clause("NN-5.2", "REG-64")
@pytest.mark.parametrize(
    ("wage", "told"),
    [(1, "RAISED"), (300_000, "OWN_WAGE"), (10**6, "OWN_WAGE"), (10**9, "CUT"), (None, "AVERAGE_WAGE")],
)
@every_swift_engine
def test_workers_of_one_wage(engine: str, wage: int | None, told: str) -> None:
    """What is the same in all rows is worked out as well, below the limits, between them and above."""
    kinds = WAGES | {"injured_on": "day"}
    rows = [(wage, None if wage is None else 1, date(2019, 3, 1))] * 3
    for average in (AverageWage(60_000, "on_post", 2018), AverageSeries.ON_POST):
        found = answers(engine, kinds, rows, partial(frames.benefit_base, average=average), "base_origin")
        expected = "RAISED" if wage == 300_000 and average is AverageSeries.ON_POST else told
        assert found == [expected] * 3
    if wage is not None:
        found = answers(
            engine,
            kinds,
            rows,
            lambda one: frames.reference_wage(one, average=AverageWage(60_000, "on_post", 2018)),
            "reference_wage_fen",
        )
        assert found == [min(max(wage, 300_000), 1_500_000)] * 3


def _city_average(series: AverageSeries, day: date) -> AverageWage:
    return benefits.city_average(series, injured_on=day)


@pytest.mark.clause("NN-5.2", "REG-64")
@pytest.mark.parametrize("figure", ["reference_wage_floor", "reference_wage_ceiling"])
@pytest.mark.parametrize("since", [date(year, *day) for year in (2019, 2049) for day in ((1, 1), (1, 2), (12, 31))])
def test_limits_are_those_of_the_first_day_of_a_year(figure: str, since: date) -> None:
    """As the rule of one case has it: of the year that uses the average, whoever says which that is.

    Also of years that no average is published of as yet.
    """
    law = LAW.with_figure(figure, Entry(since, Rate.percent(100), _SOURCE))
    before = since.year - 1
    days = [date(before + more, month, day) for more in range(3) for month, day in ((1, 1), (1, 2), (12, 31))]
    wage = 1 if figure == "reference_wage_floor" else 10**9
    frame = pa.table({"wages_fen": [wage] * 9, "months": [1] * 9, "injured_on": days, "average_yuan": [60_000] * 9})
    averages: list[tuple[Any, Callable[[date], AverageWage]]] = [
        ("average_yuan", lambda day: AverageWage(60_000, "on_post", day.year - 1)),
        (AverageWage(60_000, "on_post", before), lambda _: AverageWage(60_000, "on_post", before)),
    ]
    if before < 2024:
        averages.append((AverageSeries.ON_POST, partial(_city_average, AverageSeries.ON_POST)))
    for average, of_day in averages:
        found = frames.reference_wage(frame, average=average, law=law)["reference_wage_fen"].to_pylist()
        expected = [
            benefits.reference_wage([Decimal(wage) / 100], average=of_day(day), injured_on=day, law=law) for day in days
        ]
        assert found == [int(to_fen(one) * 100) for one in expected]


def test_no_average() -> None:
    """What is no average, no series and no column is refused by its name."""
    table = ENGINES["pyarrow"]([{"wages_fen": 1, "months": 1, "injured_on": None}], TestAverageByRow.KINDS)
    with pytest.raises(InvalidFactError, match=r"benefit_base\.average must be an AverageWage"):
        frames.benefit_base(table, average=107_581)  # type: ignore[arg-type]  # is refused
    with pytest.raises(InvalidFactError, match=r"injured_on must name a column"):
        frames.benefit_base(table.drop_columns("injured_on"), average=AverageSeries.ON_POST)


@every_swift_engine
@pytest.mark.clause("NN-1.1.4")
def test_under_several_readings(engine: str) -> None:
    """One column a reading, each with its reasons; no other reading than the law's is touched."""
    rows = [(10_000_000_000, date(2014, 7, 1), date(2016, 6, 30), date(2016, 2, 1))] * 2
    given = [dict(zip(PROJECT, one, strict=True)) for one in rows]
    asked = frames.project_premium(ENGINES[engine](given, PROJECT), readings=[ElapsedTime.DAYS, ElapsedTime.MONTHS])
    (found, _) = as_rows(asked)
    assert (found["premium_fen_days"], found["premium_fen_months"]) == (2_685_363, 2_708_333)
    assert "premium_fen" not in found


@pytest.mark.parametrize("question", ["reference_wage", "benefit_base"])
@pytest.mark.parametrize("day", [datetime(2023, 7, 1), 20230701])
def test_no_day_of_injury(question: str, day: Any) -> None:  # noqa: ANN401  (bad input)
    """What is no day is refused by its name."""
    table = ENGINES["pyarrow"]([{"wages_fen": 1, "months": 1}], WAGES)
    with pytest.raises(InvalidFactError, match=rf"{question}\.injured_on must be a day"):
        getattr(frames, question)(table, average=AverageWage(1, "on_post", 2020), injured_on=day)
