"""Temporary relief in Nanning: by day and scope, with the caution that the city's tier is inferred."""

from datetime import date
from typing import Final

import pytest

from gxinjury import LAW
from gxinjury.errors import NotInForceError
from gxinjury.explanations import explain
from gxinjury.law.relief import benchmark_relief, project_relief
from gxinjury.money import Rate

HALF: Final = Rate.percent(50)
INFERRED_TIER: Final = "months that Nanning's fund balance lasts from 2018-05-01 to 2023-06-30 is inferred"


class TestBenchmark:
    """Relief of the benchmark rates, as employers and courier outlets pay them."""

    @pytest.mark.clause("CUTS-NANNING")
    @pytest.mark.parametrize(
        ("day", "tier_matters"),
        [
            (date(2018, 5, 1), True),
            (date(2020, 4, 30), True),
            (date(2021, 5, 1), True),
            (date(2023, 6, 30), True),
            (date(2023, 7, 1), False),
            (date(2025, 12, 31), False),
        ],
    )
    def test_half_is_remitted(self, day: date, *, tier_matters: bool) -> None:
        """Half is remitted; while cuts went by city that is inferred and carries the caution."""
        explained = explain(benchmark_relief, day, LAW)
        assert explained.outcome == HALF
        assert (INFERRED_TIER in [one.en for one in explained.cautions]) is tier_matters

    @pytest.mark.parametrize("day", [date(2018, 4, 30), date(2020, 5, 1), date(2021, 4, 30), date(2026, 1, 1)])
    def test_unknown_is_refused(self, day: date) -> None:
        """Where the cut is not established the question is refused."""
        with pytest.raises(NotInForceError, match=r"law\.with_figure"):
            benchmark_relief(day, LAW)

    def test_strict_law_takes_the_flat_cut_only(self) -> None:
        """The strict law refuses the inferred tier of a city and takes the cut that is the same everywhere."""
        strict = LAW.only_verified()
        assert benchmark_relief(date(2023, 7, 1), strict) == HALF
        with pytest.raises(NotInForceError, match="published figures only"):
            benchmark_relief(date(2023, 6, 30), strict)


class TestProject:
    """Relief of the project rate for new starts."""

    @pytest.mark.clause("CUTS-2023-07.PROJECTS")
    @pytest.mark.parametrize(
        ("day", "says"),
        [
            (date(2021, 5, 1), INFERRED_TIER),
            (date(2023, 4, 30), INFERRED_TIER),
            (date(2023, 7, 1), "the rules speak of benchmark rates and do not name projects"),
            (date(2025, 12, 31), "the rules speak of benchmark rates and do not name projects"),
        ],
    )
    def test_half_with_a_caution(self, day: date, says: str) -> None:
        """Half is remitted, never without a caution: the tier is inferred, or that projects share in the cut."""
        explained = explain(project_relief, day, LAW)
        assert explained.outcome == HALF
        assert says in [one.en for one in explained.cautions]

    @pytest.mark.parametrize(
        "day",
        [date(2018, 4, 30), date(2018, 5, 1), date(2021, 4, 30), date(2023, 5, 1), date(2023, 6, 30), date(2026, 1, 1)],
    )
    def test_unknown_is_refused(self, day: date) -> None:
        """Where a share of projects in the cut is not established, the question is refused; Liuzhou's does not help."""
        with pytest.raises(NotInForceError, match=r"law\.with_figure"):
            project_relief(day, LAW)
