"""The average wage: whose, which, of which year, and what is refused."""

from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

import pytest

from gxinjury import LAW
from gxinjury.benefits import AverageArea, AverageSeries, AverageWage, city_average, region_average
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import explain
from gxinjury.law.readings import AverageWageYear
from gxinjury.money import times, to_fen
from gxinjury.series import year_figure
from gxinjury.texts import Text

INJURED: Final = date(2020, 12, 31)
DAYS: Final[dict[str, Any]] = {
    "injured_on": INJURED,
    "determined_on": date(2022, 1, 1),
    "assessed_on": date(2023, 5, 4),
    "paid_on": date(2024, 6, 1),
}


class TestAverageWage:
    """An average wage of a year, by the year or by the month."""

    def test_a_month_is_not_rounded(self) -> None:
        """A twelfth of the year's average keeps its digits: 27 of them round as the fraction does."""
        monthly = AverageWage(107581, "on_post", 2022).monthly()
        assert to_fen(monthly) == Decimal("8965.08")
        assert to_fen(times(monthly, 27)) == Decimal("242057.25")
        assert to_fen(times(monthly, 12)) == 107581

    @pytest.mark.parametrize("yuan", ["3903.83", "0.01", "8965.08", 6905])
    def test_of_a_month_and_back(self, yuan: str | int) -> None:
        """What was published by the month comes back by the month, to the last digit."""
        average = AverageWage.of_month(yuan, AverageSeries.ON_POST, 2014)
        assert average.monthly() == Decimal(yuan)
        assert average.yuan_per_year == Decimal(yuan) * 12

    @pytest.mark.parametrize(
        ("name", "series"),
        [
            ("ON_POST", AverageSeries.ON_POST),
            ("non_private", AverageSeries.NON_PRIVATE),
            ("Full_Scope", AverageSeries.FULL_SCOPE),
            ("nanning_on_post", AverageSeries.ON_POST),
            ("guangxi_full_scope", AverageSeries.FULL_SCOPE),
            (AverageSeries.ON_POST, AverageSeries.ON_POST),
        ],
    )
    def test_series_by_name(self, name: str | AverageSeries, series: AverageSeries) -> None:
        """A series may be given by its name or by that of its figure, in any case."""
        assert AverageWage(1, name, 2022).series is series

    @pytest.mark.parametrize("series", ["private", "", "on post", None, 1])
    def test_no_series(self, series: object) -> None:
        """What is no series is refused, and the message lists those there are."""
        with pytest.raises(InvalidFactError, match=r"AverageWage\.series must be an AverageSeries .*on_post"):
            AverageWage(1, cast("str", series), 2022)

    @pytest.mark.parametrize("yuan", [0, -1, "abc", 1.5, Decimal("NaN"), Decimal("Infinity"), True])
    def test_no_amount(self, yuan: object) -> None:
        """An average of zero, a negative one and a float are refused, by the year and by the month."""
        with pytest.raises(InvalidFactError, match=r"AverageWage\.yuan_per_year must"):
            AverageWage(cast("int", yuan), "on_post", 2022)
        with pytest.raises(InvalidFactError, match=r"AverageWage\.yuan must"):
            AverageWage.of_month(cast("int", yuan), "on_post", 2022)

    @pytest.mark.parametrize("year", ["2022", 2022.0, True, -1, 0, 1899, 2200, 10000, None])
    def test_no_year(self, year: object) -> None:
        """What is no year that a case can lie in is refused."""
        with pytest.raises(InvalidFactError, match=r"AverageWage\.year must be a year, a whole number from 1900"):
            AverageWage(1, "on_post", cast("int", year))


class TestCityAverage:
    """NN-5.2: Nanning's average wage of the year before."""

    @pytest.mark.clause("NN-5.2")
    @pytest.mark.parametrize(
        ("reading", "year", "yuan"),
        [
            (AverageWageYear.BEFORE_INJURY, 2019, 90986),
            (AverageWageYear.BEFORE_DETERMINATION, 2021, 103013),
            (AverageWageYear.BEFORE_BENEFIT_ASSESSMENT, 2022, 107581),
            (AverageWageYear.BEFORE_PAYMENT, 2023, 112501),
        ],
    )
    def test_each_reading_takes_its_year(self, reading: AverageWageYear, year: int, yuan: int) -> None:
        """Each reading takes the year before its own day."""
        average = city_average("on_post", **DAYS, law=LAW.reading(reading))
        assert average.year == year
        assert average.yuan_per_year == yuan
        assert average.series is AverageSeries.ON_POST

    @pytest.mark.clause("NN-5.2")
    def test_year_turns_at_new_year(self) -> None:
        """The last day of a year still takes the year before it; the day after takes that year."""
        assert city_average("on_post", injured_on=date(2023, 12, 31)).year == 2022
        assert city_average("on_post", injured_on=date(2024, 1, 1)).year == 2023

    @pytest.mark.clause("NN-5.2")
    @pytest.mark.parametrize(
        ("reading", "field"),
        [
            (AverageWageYear.BEFORE_BENEFIT_ASSESSMENT, "assessed_on"),
            (AverageWageYear.BEFORE_DETERMINATION, "determined_on"),
            (AverageWageYear.BEFORE_PAYMENT, "paid_on"),
        ],
    )
    def test_missing_day_is_asked_for(self, reading: AverageWageYear, field: str) -> None:
        """A reading whose day is not given says which day it needs, in both languages."""
        others = {name: day for name, day in DAYS.items() if name != field}
        with pytest.raises(InvalidFactError) as refused:
            city_average("on_post", **others, law=LAW.reading(reading))
        assert f"city_average.{field} must be given under the reading {reading}" in str(refused.value)
        assert f"须提供：按“{reading.says.zh}”取上一年度的口径" in refused.value.text("zh")

    def test_default_reading_needs_no_other_day(self) -> None:
        """Under the default the day of the injury is enough, and the other days change nothing."""
        assert city_average("on_post", injured_on=INJURED) == city_average("on_post", **DAYS)

    @pytest.mark.parametrize(("series", "yuan"), [("on_post", 107581), ("non_private", 103755), ("full_scope", 77268)])
    def test_each_series(self, series: str, yuan: int) -> None:
        """Each series has its own value for the same injury: on-post exceeds full-scope by 39 %."""
        assert city_average(series, injured_on=date(2023, 5, 1)).yuan_per_year == yuan

    def test_full_scope_is_the_regions(self) -> None:
        """The full-scope average is the region's, published as one, and a caution says so; others carry none such."""
        asked = {series: explain(city_average, series, injured_on=date(2023, 5, 1)) for series in AverageSeries}
        told = [series for series, one in asked.items() if any("region as one" in each.en for each in one.cautions)]
        assert told == [AverageSeries.FULL_SCOPE]
        regional = [series for series, one in asked.items() if one.outcome.area is AverageArea.REGION]
        assert regional == told

    @pytest.mark.parametrize("series", ["guangxi_on_post", "private", "", None])
    def test_the_regions_series_is_not_the_citys(self, series: object) -> None:
        """A series of the region is no series of the city."""
        with pytest.raises(InvalidFactError, match=r"city_average\.series must be an AverageSeries"):
            city_average(cast("str", series), injured_on=INJURED)

    @pytest.mark.parametrize("field", ["assessed_on", "determined_on", "paid_on"])
    def test_days_after_the_injury(self, field: str) -> None:
        """No other day lies before that of the injury; on the same day it may."""
        days: dict[str, Any] = {"injured_on": INJURED, field: date(2020, 12, 30)}
        with pytest.raises(InvalidFactError, match=rf"city_average\.{field} must not be before injured_on"):
            city_average("on_post", **days)
        assert city_average("on_post", **{**days, field: INJURED}).year == 2019

    def test_not_published_is_refused(self) -> None:
        """A year that nobody published is refused, with what to supply; supplied, it answers."""
        with pytest.raises(NotInForceError, match=r'law\.with_figure\("nanning_on_post"'):
            city_average("on_post", injured_on=date(2026, 3, 1))
        law = LAW.with_figure("nanning_on_post", year_figure(2025, 113000, Text(zh="统计局", en="bureau")))
        assert city_average("on_post", injured_on=date(2026, 3, 1), law=law).yuan_per_year == 113000

    def test_explaining_changes_nothing(self) -> None:
        """The explained answer is the answer, and names the reading, the year and the figure."""
        explained = explain(city_average, "on_post", injured_on=INJURED)
        assert explained.outcome == city_average("on_post", injured_on=INJURED)
        names = [step.name for step in explained.steps]
        assert names == ["city_average", "average_wage_year", "AverageWageYear", "nanning_average", "nanning_on_post"]


class TestRegionAverage:
    """The region's average, for what the law measures by it."""

    @pytest.mark.parametrize(
        ("series", "yuan"),
        [
            ("on_post", 94766),
            ("guangxi_non_private", 92066),
            ("full_scope", 77268),
            ("guangxi_full_scope", 77268),
            (AverageSeries.FULL_SCOPE, 77268),
        ],
    )
    def test_each_series(self, series: str | AverageSeries, yuan: int) -> None:
        """Each series has the region's own value."""
        average = region_average(series, year=2022)
        assert average.yuan_per_year == yuan
        assert average.year == 2022

    def test_the_citys_series_is_not_the_regions(self) -> None:
        """A series of the city is no series of the region."""
        with pytest.raises(InvalidFactError, match=r"region_average\.series must be"):
            region_average("nanning_on_post", year=2022)

    def test_no_year(self) -> None:
        """What is no year is refused."""
        with pytest.raises(InvalidFactError, match="must be a year"):
            region_average("on_post", year=cast("int", "2022"))

    def test_not_published_is_refused(self) -> None:
        """The region's on-post average of 2018 was never seen: refused, not taken from another series."""
        with pytest.raises(NotInForceError, match=r'"guangxi_on_post"'):
            region_average("on_post", year=2018)
