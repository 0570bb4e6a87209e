"""Living-care fee and the area whose average it is a share of (REG-34, CARE)."""

from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, explain
from gxinjury.benefits import AverageArea, AverageWage, CareDependency, average_area, living_care_fee
from gxinjury.law.clauses import CARE
from gxinjury.texts import Text
from gxinjury.timelines import Entry

WORST_FIRST: Final = [CareDependency.FULL, CareDependency.MOST, CareDependency.PARTIAL]


def _of(yuan_per_year: Decimal | int) -> AverageWage:
    return AverageWage(yuan_per_year, "on_post", 2021)


@pytest.mark.clause("REG-34")
class TestFee:
    """A living-care fee is half, two fifths or three tenths of the average wage."""

    @pytest.mark.parametrize(("dependency", "due"), [*zip(WORST_FIRST, (5000, 4000, 3000), strict=True)])
    def test_share_by_dependency(self, dependency: CareDependency, due: int) -> None:
        """Each dependency has its share of a twelfth of the year's average."""
        assert living_care_fee(dependency, _of(120_000)) == due

    @pytest.mark.clause("CARE-rounding")
    @pytest.mark.parametrize(("yuan_per_year", "due"), [(12_000, 500), (12_012, 501), ("12011.99", 500)])
    def test_in_whole_yuan_half_up(self, yuan_per_year: Decimal, due: int) -> None:
        """Half a yuan goes up, a fen less goes down."""
        assert living_care_fee(CareDependency.FULL, _of(yuan_per_year)) == due

    def test_the_rounding_is_inferred_and_says_so(self) -> None:
        """That care fees are paid in whole yuan carries a caution, and a law of the fen pays the fen."""
        asked = explain(living_care_fee, CareDependency.FULL, _of(12_001))
        assert [caution.en for caution in asked.cautions] == [
            "care fees are paid in whole yuan from 2011-01-01 is inferred"
        ]
        entry = Entry(date(2011, 1, 1), value=False, source=Text(zh="试", en="a trial"))
        law = LAW.with_figure("care_fee_in_whole_yuan", entry)
        assert living_care_fee(CareDependency.FULL, _of(12_001), law=law) == Decimal("500.04")

    @given(st.integers(1, 10**6))
    def test_more_dependency_never_earns_less(self, yuan_per_year: int) -> None:
        """Full dependency draws at least what most draws, and most at least what partial does."""
        fees = [living_care_fee(dependency, _of(yuan_per_year)) for dependency in WORST_FIRST]
        assert fees == sorted(fees, reverse=True)

    def test_without_dependency_there_is_no_fee(self) -> None:
        """A care fee without a confirmed dependency is refused."""
        with pytest.raises(InvalidFactError, match=r"living_care_fee\.dependency must be of type CareDependency"):
            living_care_fee(None, _of(1))  # type: ignore[arg-type]  # wrong on purpose

    def test_the_average_says_which_it_is(self) -> None:
        """A bare number is no average wage: it does not say of which year and series."""
        with pytest.raises(InvalidFactError, match=r"living_care_fee\.average must be of type AverageWage"):
            living_care_fee(CareDependency.FULL, 7000)  # type: ignore[arg-type]  # wrong on purpose

    def test_the_revised_regulation_begins_in_2011(self) -> None:
        """The shares hold from 2011-01-01; the day before nothing is in force."""
        assert living_care_fee(CareDependency.FULL, _of(12_000), on=date(2011, 1, 1)) == 500
        with pytest.raises(NotInForceError, match="2010-12-31"):
            living_care_fee(CareDependency.FULL, _of(12_000), on=date(2010, 12, 31))


@pytest.mark.clause("CARE-region", "CARE-city")
class TestArea:
    """The region's average counts from 2021, the city's before."""

    @pytest.mark.parametrize(
        ("day", "area"),
        [
            (date(2011, 1, 1), AverageArea.CITY),
            (date(2020, 12, 31), AverageArea.CITY),
            (date(2021, 1, 1), AverageArea.REGION),
        ],
    )
    def test_by_day(self, day: date, area: AverageArea) -> None:
        """The day of the determination or of the death decides."""
        assert average_area(day) is area

    def test_each_value_cites_its_own_clause(self) -> None:
        """The look-up of 2020 rests on the clause of the city."""
        assert CARE.clause("city") in explain(average_area, date(2020, 12, 31)).clauses

    def test_a_moment_is_no_day(self) -> None:
        """What is no day is refused."""
        with pytest.raises(InvalidFactError, match=r"average_area\.day must be a day"):
            average_area("2021")  # type: ignore[arg-type]  # wrong on purpose
