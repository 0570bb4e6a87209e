"""Reports one after the other."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError
from gxinjury.couriers import (
    cities_without_report,
    series_findings,
)
from gxinjury.law.campaign import CITIES as ALL_CITIES
from gxinjury.periods import Period
from tests.couriers.progress import MONTHS, SOUND


@pytest.mark.clause("GX-4.1.2")
def test_series_of_cities() -> None:
    """A gap is told with its city, in the order of the cities, in both languages."""
    lines = [
        *(attrs.evolve(SOUND, period=MONTHS[month]) for month in (0, 2)),
        *(attrs.evolve(SOUND, city="柳州市", period=MONTHS[month]) for month in (3, 4)),
    ]
    (found,) = series_findings(lines)
    assert (found.code, str(found.clause)) == ("of_city", "GX-4.1.2")
    assert found.message.en == "南宁市: a period is missing: 2022-02-01..2022-02-28"
    assert found.message.zh == "南宁市：填报期缺失：2022-02-01..2022-02-28"


@pytest.mark.clause("GX-4.1.2")
def test_series_within() -> None:
    """Held against the days of all reports, a city that stopped reporting is found as well."""
    lines = [
        *(attrs.evolve(SOUND, period=MONTHS[month]) for month in (0, 1, 2)),
        *(attrs.evolve(SOUND, city="柳州市", period=MONTHS[month]) for month in (0, 1)),
    ]
    assert series_findings(lines) == ()
    found = series_findings(lines, within=Period(MONTHS[0].first, MONTHS[2].last))
    assert [one.message.en for one in found] == ["柳州市: a period is missing: 2022-03-01..2022-03-31"]


@pytest.mark.clause("GX-4.1.2")
@given(st.permutations([(city, month) for city in ("柳州市", "南宁市", "桂林市") for month in (0, 2)]))
def test_series_in_any_order(filed: list[tuple[str, int]]) -> None:
    """In whatever order the reports came, the cities stand in the order of their names, each with its gap."""
    found = series_findings([attrs.evolve(SOUND, city=city, period=MONTHS[month]) for city, month in filed])
    assert [(one.code, str(one.clause), one["city"]) for one in found] == [
        ("of_city", "GX-4.1.2", city) for city in ("南宁市", "柳州市", "桂林市")
    ]
    assert {one.message.en.partition(": ")[2] for one in found} == {"a period is missing: 2022-02-01..2022-02-28"}


@pytest.mark.clause("GX-4.1.2")
class TestCities:
    """Each of the fourteen cities files."""

    def test_fourteen(self) -> None:
        """There are fourteen, each once."""
        assert len({city.zh for city in ALL_CITIES}) == len({city.en for city in ALL_CITIES}) == 14

    @given(st.sets(st.sampled_from([city.zh for city in ALL_CITIES])))
    def test_the_others_are_named(self, heard: set[str]) -> None:
        """Those that did not report are named; a table of other places is not held against the fourteen."""
        found = cities_without_report([*heard, "青秀区"])
        if not heard or len(heard) == 14:
            assert found == ()
        else:
            assert [(one.code, str(one.clause)) for one in found] == [("city_without_report", "GX-4.1.2")]
            assert found[0]["missing"] == tuple(city for city in ALL_CITIES if city.zh not in heard)
            assert "青秀区" not in found[0].message.zh

    def test_bad_cities(self) -> None:
        """What is no text is named with its place."""
        with pytest.raises(InvalidFactError, match=r"cities_without_report\.cities\[0\] must be of type str"):
            cities_without_report([1])  # type: ignore[list-item]  # the slip under test
