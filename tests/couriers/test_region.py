"""The region's table."""

from decimal import Decimal
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    Report,
    WanYuan,
    region_table,
)
from gxinjury.couriers.report import COUNTED
from tests.couriers.progress import MONTHS, SOUND

CITIES = ("南宁市", "柳州市", "桂林市", "梧州市")


@pytest.mark.clause("GX-A")
def reports(city: str) -> st.SearchStrategy[Report]:
    """Return sound and odd lines of a city for September 2022."""
    counts = st.integers(0, 10_000)
    money = st.integers(0, 10**9).map(lambda fen: WanYuan.of_yuan(Decimal(fen).scaleb(-2)))
    return st.builds(
        Report,
        city=st.just(city),
        period=st.just(MONTHS[8]),
        benefits_paid=money,
        note=st.just(""),
        **dict.fromkeys(COUNTED, counts),
    )


class TestRegion:
    """Cities add up to the region."""

    @given(st.tuples(*(reports(city) for city in CITIES)), st.randoms(use_true_random=False))
    def test_sums(self, lines: tuple[Report, ...], shuffle: Random) -> None:
        """Each column is the sum of the cities', in whatever order they came."""
        in_disorder = list(lines)
        shuffle.shuffle(in_disorder)
        table = region_table(in_disorder)
        assert table == region_table(lines)
        for column in COUNTED:
            assert getattr(table.total, column) == sum(getattr(line, column) for line in lines)
        assert table.total.benefits_paid.yuan == sum(line.benefits_paid.yuan for line in lines)
        assert len(table.findings) == sum(len(line.findings) for line in lines)

    @given(st.tuples(*(reports(city) for city in CITIES)))
    def test_grouping(self, lines: tuple[Report, ...]) -> None:
        """Added up in two groups first, the cities come to the same total."""
        halves = [region_table(lines[:2], region="东").total, region_table(lines[2:], region="西").total]
        assert region_table(halves).total == region_table(lines).total

    def test_coverage(self) -> None:
        """The region's coverage is of its totals; nothing to enrol leaves it undefined."""
        assert str(region_table([SOUND]).coverage) == "70.00% (140/200)"
        nothing = attrs.evolve(SOUND, units_should=0)
        assert region_table([nothing]).coverage is None

    @pytest.mark.parametrize(
        ("lines", "rule"),
        [
            ([], "must hold at least one report"),
            ([SOUND, SOUND], "must be the only report of its city and period, got '南宁市 2022-09'"),
            (
                [SOUND, attrs.evolve(SOUND, city="柳州市", period=MONTHS[7])],
                "must be of one and the same period, got '柳州市 2022-08'",
            ),
            (["x"], "must be of type Report"),
        ],
    )
    def test_bad_lines(self, lines: list[Any], rule: str) -> None:
        """None at all, a city twice and two periods are refused by name."""
        with pytest.raises(InvalidFactError, match=rf"region_table\.reports(\[0\])? {rule}"):
            region_table(lines)
