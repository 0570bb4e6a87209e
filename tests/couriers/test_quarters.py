"""The report of a quarter."""

import attrs
import pytest

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    Report,
    ReportingPeriod,
    WanYuan,
    quarter_report,
)
from tests.couriers.progress import MONTHS, SOUND


def quarter() -> list[Report]:
    """Return July, August and September of a city."""
    return [
        attrs.evolve(SOUND, period=MONTHS[6 + step], units_enrolled=100 + 20 * step, injuries_filed=10 + step)
        for step in range(3)
    ]


@pytest.mark.clause("GX-A")
class TestQuarter:
    """Months add up to a quarter in columns of the period; columns that run on take the last month."""

    def test_columns(self) -> None:
        """What is cumulative is the caller's to say."""
        added = quarter_report(quarter()[::-1], cumulative=["units_enrolled"])
        assert (str(added.period), added.units_enrolled, added.injuries_filed) == ("2022Q3", 140, 33)
        assert added.benefits_paid == WanYuan("37.037034")
        kept = quarter_report(quarter(), cumulative=["benefits_paid"])
        assert (kept.benefits_paid, kept.units_enrolled) == (SOUND.benefits_paid, 360)

    @pytest.mark.parametrize(
        "months",
        [
            [],
            quarter()[:2],
            [*quarter(), quarter()[0]],
            [attrs.evolve(SOUND, period=MONTHS[step]) for step in (7, 8, 9)],
            [*quarter()[:2], attrs.evolve(quarter()[2], city="柳州市")],
            *([attrs.evolve(SOUND, period=month)] for month in MONTHS),
            [attrs.evolve(SOUND, period=ReportingPeriod(2022, 7, 3))],
        ],
    )
    def test_no_quarter(self, months: list[Report]) -> None:
        """Anything but the three months of one quarter of one city is refused."""
        with pytest.raises(InvalidFactError, match="must be the three months of one quarter of one city"):
            quarter_report(months, cumulative=[])

    @pytest.mark.parametrize("first", [1, 4, 7, 10])
    def test_the_quarter_of_a_month(self, first: int) -> None:
        """Its three months make each quarter; those from its second or third month on make none."""
        added = quarter_report(
            [attrs.evolve(SOUND, period=month) for month in MONTHS[first - 1 : first + 2]], cumulative=[]
        )
        assert added.period == ReportingPeriod(2022, first, 3)
        for later in range(first + 1, min(first + 3, 11)):
            months = [attrs.evolve(SOUND, period=month) for month in MONTHS[later - 1 : later + 2]]
            with pytest.raises(InvalidFactError, match=r"quarter_report\.months must be the three months"):
                quarter_report(months, cumulative=[])

    def test_a_quarter_runs_over_no_year(self) -> None:
        """November, December and January make no quarter, and the refusal tells which reports were given."""
        over = [attrs.evolve(SOUND, period=ReportingPeriod(*month, 1)) for month in ((2022, 11), (2022, 12), (2023, 1))]
        given_ = r"got '南宁市 2022-11, 南宁市 2022-12, 南宁市 2023-01'"
        with pytest.raises(InvalidFactError, match=rf"quarter_report\.months must be the three months.*{given_}"):
            quarter_report(over, cumulative=[])

    def test_unknown_column(self) -> None:
        """A name that is no column is refused."""
        with pytest.raises(InvalidFactError, match=r"must be columns of the table.*got 'note'"):
            quarter_report(quarter(), cumulative=["note"])
