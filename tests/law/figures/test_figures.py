"""The published figures: complete, in order, and told as well as they are established."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, cast

import pytest

from gxinjury import LAW
from gxinjury.errors import InvalidFactError, NotInForceError, StaleFigureWarning
from gxinjury.explanations import explain, rule
from gxinjury.facts import Yuan
from gxinjury.law import Law
from gxinjury.law.clauses import REG
from gxinjury.law.figures import DEATH_SUBSIDIES, ContributionBase, FundBalance, MinimumWages, RateCut
from gxinjury.money import Rate
from gxinjury.series import YearSeries, year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

ONE_DAY: Final = timedelta(days=1)
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
LETTERS: Final = re.compile(r"[A-Za-z]{3}")
YEARS: Final[dict[str, YearSeries[Any]]] = {
    name: one for name, one in LAW.figures().items() if isinstance(one, YearSeries)
}
WAGES: Final = [name for name in YEARS if name != "urban_disposable_income"]
PERIODS: Final[dict[str, Timeline[Any]]] = {
    "minimum_wages": LAW.minimum_wages,
    "contribution_base": LAW.contribution_base,
    "benchmark_rate_cut": LAW.benchmark_rate_cut,
    "project_rate_cut": LAW.project_rate_cut,
    "liuzhou_project_rate_cut": LAW.liuzhou_project_rate_cut,
    "nanning_fund_balance": LAW.nanning_fund_balance,
}
PUBLISHED: Final[dict[str, Timeline[Any]]] = {**YEARS, **PERIODS}
WRITTEN: Final = Text(zh="通知", en="notice")

every_series: Final = pytest.mark.parametrize("name", [*PUBLISHED])


def _entries() -> list[Any]:
    return [
        pytest.param(timeline, entry, id=f"{name}-{entry.first}")
        for name, timeline in PUBLISHED.items()
        for entry in timeline.entries
    ]


every_entry: Final = pytest.mark.parametrize(("timeline", "entry"), _entries())


@rule(REG.clause("64"))
def looked_up(name: str, day: date, law: Law) -> object:
    """Look a figure up by its name, as a rule does."""
    timeline: Timeline[object] = law.figures()[name]
    return timeline.on(day)


class TestIntegrity:
    """What every series has to keep."""

    @every_series
    def test_name_is_the_field(self, name: str) -> None:
        """A series bears the name under which the law holds it."""
        assert PUBLISHED[name].name == name
        assert LAW.figures()[name] is PUBLISHED[name]

    @every_series
    def test_in_order_without_duplicates(self, name: str) -> None:
        """Entries follow each other by day, and none begins before the one before it has ended."""
        for one, other in pairwise(PUBLISHED[name].entries):
            assert one.first < other.first
            assert one.last is None or one.last < other.first

    @every_entry
    def test_an_entry_is_well_formed(self, timeline: Timeline[Any], entry: Entry[Any]) -> None:
        """A value stands where one is established and nowhere else; it has a source; what is weaker says why."""
        unknown = entry.standing in {Footing.MISSING, Footing.DRAFT}
        assert (entry.value is None) is unknown
        assert entry.source.zh
        assert entry.source.en
        if entry.standing in {Footing.DERIVED, Footing.INFERRED}:
            assert entry.note is not None
        if entry.last is not None:
            assert entry.first <= entry.last
        if timeline.in_yuan and not unknown:
            assert entry.value > 0

    @every_entry
    def test_a_note_speaks_both_languages(self, timeline: Timeline[Any], entry: Entry[Any]) -> None:
        """A note is told in Chinese and in English, without a trace of how it was found."""
        for text in (timeline.label, entry.note or timeline.label):
            assert HAN.search(text.zh)
            assert LETTERS.search(text.en)
            assert not HAN.search(text.en)
        for text in (entry.source, entry.note or entry.source):
            assert "index id" not in text.zh + text.en

    @pytest.mark.parametrize("name", [*YEARS])
    def test_a_year_is_announced_after_it(self, name: str) -> None:
        """A figure of a year is announced after that year, and a known day lies in the range of possible ones."""
        for entry in YEARS[name].entries:
            earliest, latest = YEARS[name].announced_between(entry)
            assert date(entry.first.year, 12, 31) < earliest <= latest

    def test_death_subsidy_is_twenty_incomes_on_every_row(self) -> None:
        """Twenty times the income of each year is the death subsidy published for the next, year for year."""
        incomes = LAW.urban_disposable_income
        assert set(DEATH_SUBSIDIES) == set(incomes.years())
        for entry in incomes.entries:
            assert entry.value * 20 == DEATH_SUBSIDIES[entry.first.year]

    def test_income_of_2013_is_the_one_announced_then(self) -> None:
        """The income of 2013 is 26,955; its later revision to 26,467 is told in the note and not used."""
        entry = LAW.urban_disposable_income.entry_on(date(2013, 1, 1))
        assert entry.value == 26955
        assert entry.note is not None
        assert "26,467" in entry.note.en

    @pytest.mark.parametrize("entry", LAW.contribution_base.entries, ids=lambda one: str(one.first))
    def test_contribution_limits(self, entry: Entry[ContributionBase]) -> None:
        """Limits are 300 % and 60 % of the monthly base, and the base a twelfth of the year, to the rounding of a yuan.

        Whoever published them rounded now the annual average, now the monthly one, up to a whole yuan.
        """
        base = entry.value
        assert abs(base.yuan_per_year / 12 - base.yuan_per_month) <= Decimal("0.5")
        assert abs(base.yuan_per_year / 12 * Decimal("0.6") - base.lower) <= Decimal("0.5")
        if base.upper is not None:
            assert abs(base.yuan_per_year / 4 - base.upper) <= Decimal("0.5")

    def test_only_one_upper_limit_is_unknown(self) -> None:
        """The upper limit is unknown for May to December 2019 and for no other time."""
        assert [entry.first for entry in LAW.contribution_base.entries if entry.value.upper is None] == [
            date(2019, 5, 1)
        ]

    def test_contribution_bases_rest_on_the_full_scope_average(self) -> None:
        """From May 2019 the base of a year is the region's full-scope average of the year before."""
        for entry in LAW.contribution_base.entries[1:]:
            assert LAW.guangxi_full_scope.of(entry.value.wage_year) == entry.value.yuan_per_year
            assert entry.value.wage_year == entry.first.year - 1

    def test_a_compiled_file_is_not_believed(self) -> None:
        """70,606 and 76,479 are urban non-private averages, though a compiled file has them among on-post ones."""
        assert LAW.guangxi_non_private.of(2018) == 70606
        assert LAW.guangxi_non_private.of(2019) == 76479
        on_post = {entry.value for entry in LAW.guangxi_on_post.entries}
        assert not on_post & {Decimal(70606), Decimal(76479)}

    @pytest.mark.parametrize(
        ("name", "year", "other"),
        [
            ("nanning_on_post", 2010, "37,039.89"),
            ("nanning_on_post", 2011, "40,118.93"),
            ("nanning_on_post", 2012, "44,144.24"),
            ("guangxi_on_post", 2011, "34,152"),
        ],
    )
    def test_conflicts_are_told(self, name: str, year: int, other: str) -> None:
        """Where sources contradict each other, the caution names the other value, in both languages."""
        caution, *_ = explain(looked_up, name, date(year, 1, 1), LAW).cautions
        assert "sources" in caution.en
        assert other in caution.en
        assert "来源" in caution.zh
        assert other.replace(",", "") in caution.zh

    def test_series_differ(self) -> None:
        """No two of the average wages of a year are the same number: none was filled in from another."""
        for year in range(2000, 2026):
            values = [entry.value for name in WAGES for entry in YEARS[name].entries if entry.first.year == year]
            values = [value for value in values if value is not None]
            assert len(values) == len(set(values))


class TestStandings:
    """How well a figure is established decides how it answers."""

    @every_entry
    def test_each_answers_as_it_stands(self, timeline: Timeline[Any], entry: Entry[Any]) -> None:
        """Published answers plainly, weaker with a caution and not under the strict law, unknown not at all."""
        ask = (timeline.name, entry.first)
        if entry.standing is Footing.MISSING:
            with pytest.raises(NotInForceError, match=rf'is not published; supply it with .*"{timeline.name}"'):
                explain(looked_up, *ask, LAW)
            return
        explained = explain(looked_up, *ask, LAW)
        says = [caution.en for caution in explained.cautions]
        assert explained.outcome == entry.value
        assert entry.note is None or entry.note.en in says
        weak = any(one.endswith(f"is {entry.standing.value.en}") for one in says)
        assert weak is (entry.standing is not Footing.PUBLISHED)
        if weak:
            with pytest.raises(NotInForceError, match="published figures only"):
                explain(looked_up, *ask, LAW.only_verified())
        else:
            assert explain(looked_up, *ask, LAW.only_verified()).outcome == entry.value

    def test_every_standing_occurs(self) -> None:
        """Published, secondary, derived, inferred and missing values all occur; no draft and no reform is."""
        found = {entry.standing for timeline in PUBLISHED.values() for entry in timeline.entries}
        assert found == set(Footing) - {Footing.DRAFT, Footing.UNDATED, Footing.PROPOSED}

    def test_a_draft_is_refused(self) -> None:
        """A draft that a caller puts in is refused as a draft."""
        law = LAW.with_figure("nanning_on_post", year_figure(2026, Yuan(Decimal(1)), WRITTEN, standing=Footing.DRAFT))
        with pytest.raises(NotInForceError, match="of 2026 is a draft"):
            law.nanning_on_post.of(2026)

    def test_supplied_figure_is_told(self) -> None:
        """A missing year that the caller supplies answers, and the explanation opens by saying so."""
        law = LAW.with_figure("nanning_on_post", year_figure(2025, "112500", WRITTEN))
        explained = explain(looked_up, "nanning_on_post", date(2025, 1, 1), law)
        assert explained.outcome == 112500
        assert [one.en for one in explained.departures] == [
            "figure average annual wage (Nanning, on-post staff of urban units): 112,500.00 yuan of 2025"
        ]


class TestChanges:
    """The day before and the day itself of every change, found by walking the timelines."""

    @every_entry
    def test_day_before_and_day_itself(self, timeline: Timeline[Any], entry: Entry[Any]) -> None:
        """A value holds on its first day and not on the day before; on its last day and not on the day after."""
        assert timeline.entry_on(entry.first) is entry
        assert _entry_or_none(timeline, entry.first - ONE_DAY) is not entry
        if entry.last is not None:
            assert timeline.entry_on(entry.last) is entry
            assert _entry_or_none(timeline, entry.last + ONE_DAY) is not entry

    @pytest.mark.parametrize(
        ("name", "entry"),
        [
            pytest.param(name, entry, id=f"{name}-{entry.first}")
            for name, timeline in PUBLISHED.items()
            for entry in timeline.entries
            if entry.announced_on is not None
        ],
    )
    def test_both_sides_of_an_announcement(self, name: str, entry: Entry[Any]) -> None:
        """A figure is unknown to the law of the day before its announcement, and known to that of the day itself."""
        announced_on = cast("date", entry.announced_on)
        assert LAW.known_on(announced_on).figures()[name].entry_on(entry.first) == entry
        before = LAW.known_on(announced_on - ONE_DAY).figures()[name]
        assert entry not in before.entries
        assert _entry_or_none(before, entry.first) != entry

    def test_average_of_2023_in_june_2024(self) -> None:
        """Nanning's average of 2023 was announced on 2024-06-24: before, an injury of 2024 has no average yet."""
        with pytest.raises(NotInForceError, match="year_figure"):
            LAW.known_on(date(2024, 6, 23)).nanning_on_post.of(2023)
        assert LAW.known_on(date(2024, 6, 24)).nanning_on_post.of(2023) == 112501

    def test_base_of_2023_in_july_2023(self) -> None:
        """The base of 2023 was announced on 2023-07-17; the day before, that of 2022 does not stand in for it."""
        with pytest.raises(NotInForceError, match="ended on 2022-12-31"):
            LAW.known_on(date(2023, 7, 16)).contribution_base.on(date(2023, 7, 1))
        assert LAW.known_on(date(2023, 7, 17)).contribution_base.on(date(2023, 1, 1)).yuan_per_month == 6439

    def test_day_not_established(self) -> None:
        """Whether the average of 2022 was announced by May 2023 is not established: the law says so and asks for it."""
        with pytest.raises(NotInForceError, match=r'not established to have been announced.*"nanning_on_post"'):
            LAW.known_on(date(2023, 6, 26)).nanning_on_post.of(2022)
        assert LAW.known_on(date(2023, 6, 27)).nanning_on_post.of(2022) == 107581


@pytest.mark.clause(
    "MINWAGE-classes", "MINWAGE-2015-01", "MINWAGE-2018-02", "MINWAGE-2020-03", "MINWAGE-2023-11", "MINWAGE-2025-07"
)
class TestMinimumWages:
    """Minimum wages by day and class."""

    @pytest.mark.parametrize(
        ("day", "classes", "hour"),
        [
            (date(2015, 1, 1), (1400, 1210, 1085, 1000), "13.5"),
            (date(2018, 1, 31), (1400, 1210, 1085, 1000), "13.5"),
            (date(2018, 2, 1), (1680, 1450, 1300), "16"),
            (date(2020, 2, 29), (1680, 1450, 1300), "16"),
            (date(2020, 3, 1), (1810, 1580, 1430), "17.5"),
            (date(2023, 10, 31), (1810, 1580, 1430), "17.5"),
            (date(2023, 11, 1), (1990, 1840, 1690), "20.1"),
            (date(2025, 6, 30), (1990, 1840, 1690), "20.1"),
            (date(2025, 7, 1), (2200, 2040, 1870), "22.4"),
        ],
    )
    def test_by_day_and_class(self, day: date, classes: tuple[int, ...], hour: str) -> None:
        """A class has the monthly wage of the day; class 4 ended with January 2018."""
        wages = LAW.minimum_wages.on(day)
        assert tuple(wages.month(number + 1) for number in range(len(classes))) == classes
        assert wages.hour == Decimal(hour)
        if len(classes) < 4:
            with pytest.raises(NotInForceError, match="no class 4"):
                wages.month(4)

    @pytest.mark.parametrize("wage_class", [0, 5, "1", 1.0, True, None])
    def test_no_class(self, wage_class: object) -> None:
        """What is no class is an error of input."""
        with pytest.raises(InvalidFactError, match=r"wage_class must be a whole number from 1 to 4"):
            LAW.minimum_wages.on(date(2020, 3, 1)).month(cast("int", wage_class))

    @pytest.mark.parametrize("field", ["class_1", "class_2", "class_3", "class_4", "hour"])
    def test_amounts_are_checked(self, field: str) -> None:
        """A minimum wage of zero is refused by name, in each field."""
        values: dict[str, Any] = {"class_1": 1680, "class_2": 1450, "class_3": 1300, "class_4": 1200, "hour": 16}
        with pytest.raises(InvalidFactError, match=rf"MinimumWages\.{field} must be above zero"):
            MinimumWages(**{**values, field: 0})

    def test_past_verification(self) -> None:
        """The wages of July 2025 were seen to hold on 2026-01-01; the day after, a warning says so."""
        assert LAW.minimum_wages.on(date(2026, 1, 1)).month(1) == 2200
        with pytest.warns(StaleFigureWarning, match="verified through 2026-01-01"):
            LAW.minimum_wages.on(date(2026, 1, 2))


class TestContributionBases:
    """Contribution bases by month."""

    @pytest.mark.parametrize(
        ("day", "per_month"),
        [
            (date(2019, 4, 30), "5577.40"),
            (date(2019, 5, 1), "4925.17"),
            (date(2019, 12, 31), "4925.17"),
            (date(2020, 1, 1), "5256.50"),
            (date(2021, 6, 1), "5819"),
            (date(2022, 6, 1), "6197"),
            (date(2023, 6, 1), "6439"),
            (date(2024, 6, 1), "6756"),
            (date(2025, 6, 1), "6905"),
            (date(2026, 12, 31), "7008"),
        ],
    )
    def test_by_month(self, day: date, per_month: str) -> None:
        """Each month has its published base."""
        assert LAW.contribution_base.on(day).yuan_per_month == Decimal(per_month)

    @pytest.mark.parametrize("day", [date(2018, 12, 31), date(2027, 1, 1)])
    def test_outside_is_refused(self, day: date) -> None:
        """Before 2019 and after 2026 there is no base, and the last one does not run on."""
        with pytest.raises(NotInForceError, match=r"law\.with_figure"):
            LAW.contribution_base.on(day)

    def test_upper_limit(self) -> None:
        """An upper limit is given where it was published, and asked for where it was not."""
        assert LAW.contribution_base.on(date(2024, 6, 1)).upper_limit() == 20268
        with pytest.raises(NotInForceError, match="upper limit of that period"):
            LAW.contribution_base.on(date(2019, 6, 1)).upper_limit()

    @pytest.mark.parametrize("field", ["yuan_per_year", "yuan_per_month", "lower", "upper"])
    def test_amounts_are_checked(self, field: str) -> None:
        """A base of zero is refused by name, in each field."""
        values: dict[str, Any] = {"yuan_per_year": 1200, "yuan_per_month": 100, "lower": 60, "upper": 300}
        with pytest.raises(InvalidFactError, match=rf"ContributionBase\.{field} must be above zero"):
            ContributionBase(2023, **{**values, field: 0})


@pytest.mark.clause(
    "CUTS-2018-05",
    "CUTS-2019-05",
    "CUTS-2019-05.LIUZHOU",
    "CUTS-2021-05",
    "CUTS-2022-05",
    "CUTS-2023-05",
    "CUTS-2023-07",
)
class TestRateCuts:
    """Temporary cuts by day and scope."""

    @pytest.mark.parametrize(
        ("name", "unknown"),
        [
            ("benchmark_rate_cut", [date(2018, 4, 30), date(2020, 5, 1), date(2021, 4, 30), date(2026, 1, 1)]),
            (
                "project_rate_cut",
                [date(2018, 5, 1), date(2019, 5, 1), date(2021, 4, 30), date(2023, 5, 1), date(2026, 1, 1)],
            ),
            ("liuzhou_project_rate_cut", [date(2019, 4, 30), date(2021, 5, 1)]),
        ],
    )
    def test_unknown_months_are_refused(self, name: str, unknown: list[date]) -> None:
        """A month whose cut is not established is refused, never taken from its neighbours."""
        for day in unknown:
            with pytest.raises(NotInForceError, match=r"law\.with_figure"):
                LAW.figures()[name].on(day)

    def test_liuzhou(self) -> None:
        """In Liuzhou new starts paid 0.65‰ from 2019-05-01 to 2021-04-30, and the caution says for whom."""
        cut = LAW.liuzhou_project_rate_cut.on(date(2019, 5, 1))
        rate = LAW.project_premium_rate.on(date(2019, 5, 1))
        assert rate.less(cut.relief(FundBalance.MONTHS_18_TO_23)) == Rate.per_mille("0.65")
        [caution] = explain(looked_up, "liuzhou_project_rate_cut", date(2021, 4, 30), LAW).cautions
        assert caution.en == "for projects that start within the period, and no others"

    @pytest.mark.parametrize(
        ("balance", "percent"), [(FundBalance.MONTHS_18_TO_23, 20), (FundBalance.MONTHS_24_OR_MORE, 50)]
    )
    def test_by_balance(self, balance: FundBalance, percent: int) -> None:
        """While cuts went by city the longer balance had the deeper cut; a flat one is the same for both."""
        assert LAW.benchmark_rate_cut.on(date(2022, 5, 1)).relief(balance) == Rate.percent(percent)
        assert LAW.benchmark_rate_cut.on(date(2023, 7, 1)).relief(balance) == Rate.percent(50)

    def test_better_of_float(self) -> None:
        """From May 2021 to April 2022 the cut stands beside a downward float, and at no other time."""
        cuts = [entry for entry in LAW.benchmark_rate_cut.entries if entry.standing is Footing.PUBLISHED]
        beside = [entry.first for entry in cuts if entry.value.better_of_float]
        assert beside == [date(2021, 5, 1)]

    @pytest.mark.parametrize(
        "rates",
        [
            (None, None, None),
            (Rate.percent(50), Rate.percent(20), None),
            (Rate.percent(50), Rate.percent(20), Rate.percent(50)),
            (None, Rate.percent(20), None),
            (None, None, Rate.percent(50)),
            (50, None, None),
        ],
    )
    def test_one_or_two_rates(self, rates: tuple[Rate | None, Rate | None, Rate | None]) -> None:
        """A cut is one rate for the region or two by balance, nothing between."""
        with pytest.raises(InvalidFactError, match=r"RateCut\.flat"):
            RateCut(*rates)

    def test_flag_is_checked(self) -> None:
        """Whether it stands beside a float is True or False."""
        with pytest.raises(InvalidFactError, match=r"RateCut\.better_of_float"):
            RateCut(Rate.percent(50), better_of_float=cast("bool", "no"))


def _entry_or_none(timeline: Timeline[Any], day: date) -> Entry[Any] | None:
    try:
        return timeline.entry_on(day)
    except NotInForceError:
        return None


def test_walks_all_years() -> None:
    """Each series answers or refuses for every year from 1990 to 2030, and never with another year's value."""
    for name, series in YEARS.items():
        for year in _all_years():
            entry = _entry_or_none(series, date(year, 7, 1))
            assert entry is None or entry.first.year == year, name


def _all_years() -> Iterator[int]:
    yield from range(1990, 2031)


@pytest.mark.parametrize("year", ["2024", 2024.0, True, None])
def test_a_base_is_of_the_wages_of_a_year(year: Any) -> None:  # noqa: ANN401  (bad input)
    """The year whose wages a contribution base is taken from is a whole number."""
    with pytest.raises(InvalidFactError, match=r"ContributionBase\.wage_year"):
        ContributionBase(year, Yuan(Decimal(82_860)), Yuan(Decimal(6_905)), Yuan(Decimal(4_143)))
