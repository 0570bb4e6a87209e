"""Reporting periods: monthly in 2022, quarterly and provisional in 2023."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, OutOfScopeError
from gxinjury.couriers import ReportingPeriod, period_findings, reporting_periods
from gxinjury.law.couriers import ReportRhythm
from gxinjury.law.readings import FirstReport
from gxinjury.periods import Period
from gxinjury.reforms import Reform


@pytest.mark.clause("GX-4.1.2")
class TestPeriods:
    """The days of the periods, the other reading and the years outside; the worked cases are in the table."""

    def test_2022(self) -> None:
        """Twelve months that follow on one another through the year."""
        periods = reporting_periods(2022)
        assert [str(one) for one in periods] == [f"2022-{month:02}" for month in range(1, 13)]
        assert not any(one.provisional for one in periods)
        assert (periods[0].first, periods[1].last, periods[-1].last) == (
            date(2022, 1, 1),
            date(2022, 2, 28),
            date(2022, 12, 31),
        )

    def test_from_the_plan(self) -> None:
        """Under the other reading the first report is of March."""
        periods = reporting_periods(2022, law=LAW.reading(FirstReport.FROM_PLAN))
        assert [one.first_month for one in periods] == list(range(3, 13))

    @pytest.mark.parametrize("reading", list(FirstReport))
    def test_2023(self, reading: FirstReport) -> None:
        """Four quarters, provisional, under either reading."""
        periods = reporting_periods(2023, law=LAW.reading(reading))
        assert [str(one) for one in periods] == ["2023Q1", "2023Q2", "2023Q3", "2023Q4"]
        assert all(one.provisional for one in periods)
        assert [(one.first, one.last) for one in periods][1] == (date(2023, 4, 1), date(2023, 6, 30))

    @pytest.mark.parametrize("year", [0, 2021, 2024, 99_999])
    def test_other_years(self, year: int) -> None:
        """The plan lays down nothing for other years, and the error says whom to ask."""
        with pytest.raises(OutOfScopeError, match=f"for {year} ask the region's two departments") as caught:
            reporting_periods(year)
        assert str(caught.value.clause) == "GX-4.1.2"

    @pytest.mark.parametrize(
        ("since", "rhythm"), [(date(2022, 1, 1), 4), (date(2022, 1, 2), 12), (date(2022, 2, 1), 12)]
    )
    def test_the_rhythm_is_that_of_the_first_day(self, since: date, rhythm: int) -> None:
        """What is changed later in a year holds from the next."""
        law = LAW.under(Reform("季报").figure("report_rhythm", ReportRhythm.QUARTERLY, since=since))
        assert len(reporting_periods(2022, law=law)) == rhythm

    def test_bad_year(self) -> None:
        """A year is a whole number."""
        with pytest.raises(InvalidFactError, match=r"reporting_periods\.year must be a whole number"):
            reporting_periods("2022")  # type: ignore[arg-type]  # the slip under test


@pytest.mark.clause("GX-4.1.2")
class TestContinuity:
    """Gaps and repetitions in what a city reported."""

    def test_complete(self) -> None:
        """A year of months, followed by quarters, has no gap."""
        assert period_findings((*reporting_periods(2022), *reporting_periods(2023))) == ()
        assert period_findings([]) == ()

    def test_gap_and_repetition(self) -> None:
        """A missing stretch is named by its days, a repeated period by its name."""
        months = reporting_periods(2022)
        found = period_findings([*months[:2], months[1], *months[4:]])
        assert [(one.code, str(one.clause), dict(one.values)) for one in found] == [
            ("period_repeated", "GX-4.1.2", {"period": "2022-02"}),
            ("period_missing", "GX-4.1.2", {"missing": "2022-03-01..2022-04-30"}),
        ]

    @given(st.sets(st.integers(0, 11), min_size=1), st.randoms(use_true_random=False))
    def test_every_gap_is_found(self, there: set[int], shuffle: Random) -> None:
        """As many gaps are told as there are breaks in the months, in any order of filing."""
        months = [reporting_periods(2022)[month] for month in there]
        shuffle.shuffle(months)
        breaks = sum(1 for month in there if month - 1 not in there) - 1
        assert len(period_findings(months)) == breaks

    def test_overlap(self) -> None:
        """A quarter and a month within it would count the month twice; what follows has no gap."""
        quarter, february, april = ReportingPeriod(2022, 1, 3), ReportingPeriod(2022, 2, 1), ReportingPeriod(2022, 4, 1)
        found = period_findings([april, quarter, february])
        assert [(one.code, str(one.clause), dict(one.values)) for one in found] == [
            ("period_overlaps", "GX-4.1.2", {"period": "2022-02"})
        ]

    @pytest.mark.parametrize(
        ("months", "missing"),
        [
            ([1, 2], ["2022-01-01..2022-01-31", "2022-04-01..2022-04-30"]),
            ([0, 1, 2, 3], []),
            ([0, 2, 3], ["2022-02-01..2022-02-28"]),
            ([3], ["2022-01-01..2022-03-31"]),
            ([4], ["2022-01-01..2022-04-30"]),
            ([], ["2022-01-01..2022-04-30"]),
        ],
    )
    def test_within(self, months: list[int], missing: list[str]) -> None:
        """Held against given days, a gap before the first report and one after the last are found too."""
        days = Period(date(2022, 1, 1), date(2022, 4, 30))
        found = period_findings([reporting_periods(2022)[month] for month in months], within=days)
        assert [one["missing"] for one in found] == missing

    def test_open_within(self) -> None:
        """Days without an end cannot be filled."""
        with pytest.raises(InvalidFactError, match=r"period_findings\.within\.last must be a day"):
            period_findings([], within=Period(date(2022, 1, 1), None))
        with pytest.raises(InvalidFactError, match=r"period_findings\.within must be of type Period"):
            period_findings([], within="2022")  # type: ignore[arg-type]  # the slip under test

    def test_not_a_period(self) -> None:
        """What is no period is named with its place."""
        with pytest.raises(InvalidFactError, match=r"period_findings\.periods\[0\] must be of type ReportingPeriod"):
            period_findings(["2022-01"])  # type: ignore[list-item]  # the slip under test


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"year": "2022"}, "year"),
        ({"year": 0}, "year"),
        ({"year": 10_000}, "year"),
        ({"first_month": 0}, "first_month"),
        ({"first_month": 13}, "first_month"),
        ({"first_month": 2, "months": 3}, "first_month"),
        ({"months": 2}, "months"),
        ({"months": 1.0}, "months"),
        ({"provisional": "no"}, "provisional"),
    ],
)
def test_bad_periods(bad: dict[str, Any], field: str) -> None:
    """There are twelve months and four quarters; a slip names its field."""
    facts: dict[str, Any] = {"year": 2022, "first_month": 1, "months": 1, **bad}
    with pytest.raises(InvalidFactError, match=rf"ReportingPeriod\.{field} must"):
        ReportingPeriod(**facts)


def test_order() -> None:
    """Periods order by their days, and whether one is provisional does not tell two apart."""
    assert ReportingPeriod(2022, 12, 1) < ReportingPeriod(2023, 1, 3)
    assert ReportingPeriod(2023, 1, 3, provisional=True) == ReportingPeriod(2023, 1, 3)
    assert not ReportingPeriod(2023, 1, 3, provisional=True) > ReportingPeriod(2023, 1, 3)


def test_a_period_is_final_unless_it_is_said() -> None:
    """Provisional is what is told to be."""
    assert [ReportingPeriod(2023, 1, 3).provisional, ReportingPeriod(2023, 1, 3, provisional=True).provisional] == [
        False,
        True,
    ]
