"""What is due on a death, funeral subsidy, lump-sum death subsidy; missing workers (REG-39, REG-41)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, OutOfScopeError, explain
from gxinjury.benefits import (
    AverageWage,
    DeathAnchor,
    DeathBenefit,
    due_on_death,
    funeral_subsidy,
    hardship_advance,
    lump_sum_death_subsidy,
    missing_span,
)
from gxinjury.law.figures import DEATH_SUBSIDIES
from gxinjury.periods import Period
from gxinjury.reforms import Reform

TWO: Final = (DeathBenefit.FUNERAL_SUBSIDY, DeathBenefit.DEPENDANTS_PENSION)


@pytest.mark.clause("REG-39")
class TestDue:
    """Within the leave all three, for grades 1 to 4 after it two."""

    @pytest.mark.parametrize("grade", [None, *range(1, 11)])
    def test_within_the_leave(self, grade: int | None) -> None:
        """Whatever the grade, a death within the leave brings all three."""
        assert due_on_death(within_leave=True, grade=grade) == tuple(DeathBenefit)

    @pytest.mark.parametrize("grade", [1, 2, 3, 4])
    def test_after_the_leave(self, grade: int) -> None:
        """Grades 1 to 4 leave funeral subsidy and pension."""
        assert due_on_death(within_leave=False, grade=grade) == TWO

    @pytest.mark.parametrize("grade", [None, 5, 10])
    def test_after_the_leave_the_article_is_silent_on_others(self, grade: int | None) -> None:
        """From grade 5 on the article says nothing; the agency decides."""
        with pytest.raises(OutOfScopeError, match=r"not graded 1 to 4.*\[REG-39\]"):
            due_on_death(within_leave=False, grade=grade)

    def test_bad_facts(self) -> None:
        """A text for the flag and grade 11 are refused by name."""
        with pytest.raises(InvalidFactError, match=r"due_on_death\.within_leave must be True or False"):
            due_on_death(within_leave="no")  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(InvalidFactError, match=r"due_on_death\.grade must be a disability grade"):
            due_on_death(within_leave=True, grade=11)


@pytest.mark.clause("REG-39")
class TestFuneral:
    """Six months of the average wage."""

    def test_half_a_years_average(self) -> None:
        """Six twelfths of the year's average, exact though a twelfth is not."""
        assert funeral_subsidy(AverageWage(100_000, "on_post", 2022)) == Decimal("50000.00")
        assert funeral_subsidy(AverageWage("100000.01", "on_post", 2022)) == Decimal("50000.01")

    def test_from_2011(self) -> None:
        """The day before 2011 nothing is in force."""
        average = AverageWage(100_000, "on_post", 2010)
        assert funeral_subsidy(average, on=date(2011, 1, 1)) == 50_000
        with pytest.raises(NotInForceError, match="2010-12-31"):
            funeral_subsidy(average, on=date(2010, 12, 31))

    def test_without_a_day_it_says_whose_months_it_takes(self) -> None:
        """Where there is more than one number of months; on a day, or with one number only, nothing is to be told."""
        average = AverageWage(100_000, "on_post", 2022)
        more = LAW.under(Reform("x").figure("funeral_months", 12, since=date(2030, 1, 1)))
        told = explain(funeral_subsidy, average, law=more)
        assert told.outcome == Decimal("100000.00")
        assert told.cautions[0].en == (
            "no day was told: the latest value known is taken, that from 2030-01-01; name the day of an earlier case"
        )
        assert len(told.cautions) == 2
        assert "proposed" in told.cautions[1].en
        assert explain(funeral_subsidy, average, on=date(2029, 12, 31), law=more).cautions == ()
        same = LAW.under(Reform("x").figure("funeral_months", 6, since=date(2030, 1, 1)))
        assert len(explain(funeral_subsidy, average, law=same).cautions) == 1

    def test_without_an_average(self) -> None:
        """A bare number is no average wage."""
        with pytest.raises(InvalidFactError, match=r"funeral_subsidy\.average must be of type AverageWage"):
            funeral_subsidy(100_000)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.clause("REG-39")
class TestDeathSubsidy:
    """Twenty times the national income of the year before the day that the caller names."""

    @pytest.mark.parametrize(("year", "due"), [*DEATH_SUBSIDIES.items()])
    def test_every_published_year(self, year: int, due: Decimal) -> None:
        """On every row the subsidy is the published one, from the first to the last day of the year after."""
        if year < 2010:
            return
        for day in (date(year + 1, 1, 1), date(year + 1, 12, 31)):
            assert lump_sum_death_subsidy(day, anchor=DeathAnchor.DEATH).amount == due

    def test_the_turn_of_the_year_decides(self) -> None:
        """A day later, in the new year, another income counts."""
        last, first = date(2023, 12, 31), date(2024, 1, 1)
        assert lump_sum_death_subsidy(last, anchor=DeathAnchor.DEATH).income == 49283
        assert lump_sum_death_subsidy(first, anchor=DeathAnchor.DEATH).income == 51821

    @pytest.mark.parametrize("anchor", DeathAnchor)
    def test_the_outcome_says_which_day_was_taken(self, anchor: DeathAnchor) -> None:
        """The anchor and its day stand in the outcome, and a caution says that offices differ."""
        asked = explain(lump_sum_death_subsidy, date(2022, 5, 4), anchor=anchor)
        assert (asked.outcome.anchor, asked.outcome.anchored_on) == (anchor, date(2022, 5, 4))
        assert any(anchor.value.en in caution.en for caution in asked.cautions)

    def test_an_income_supplied(self) -> None:
        """A year that nobody published is answered from the income supplied, and refused without it."""
        day = date(2028, 2, 1)
        assert lump_sum_death_subsidy(day, anchor=DeathAnchor.DEATH, income=60_000).amount == 1_200_000
        with pytest.raises(NotInForceError, match="urban_disposable_income"):
            lump_sum_death_subsidy(day, anchor=DeathAnchor.DEATH)

    def test_before_2011(self) -> None:
        """The multiple holds from 2011-01-01."""
        with pytest.raises(NotInForceError, match="2010-12-31"):
            lump_sum_death_subsidy(date(2010, 12, 31), anchor=DeathAnchor.DEATH)

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"anchored_on": "2022"}, "anchored_on"),
            ({"anchor": "death"}, "anchor"),
            ({"income": 0}, "income"),
        ],
    )
    def test_bad_facts(self, facts: dict[str, Any], field: str) -> None:
        """What is no day, no anchor and no income is refused by name."""
        with pytest.raises(InvalidFactError, match=rf"lump_sum_death_subsidy\.{field} must be"):
            lump_sum_death_subsidy(**{"anchored_on": date(2022, 1, 1), "anchor": DeathAnchor.DEATH, **facts})


@pytest.mark.clause("REG-41")
class TestMissing:
    """Three months of wage counting that of the accident, then the pension; half the subsidy ahead in hardship."""

    @pytest.mark.parametrize(
        ("day", "last", "pension_from"),
        [
            (date(2015, 8, 1), date(2015, 10, 31), date(2015, 11, 1)),
            (date(2015, 8, 31), date(2015, 10, 31), date(2015, 11, 1)),
            (date(2015, 9, 1), date(2015, 11, 30), date(2015, 12, 1)),
            (date(2015, 12, 31), date(2016, 2, 29), date(2016, 3, 1)),
        ],
    )
    def test_the_month_counts_not_the_day(self, day: date, last: date, pension_from: date) -> None:
        """The first and the last day of a month yield the same, the next day a month more."""
        span = missing_span(day)
        assert (span.wage, span.pension_from) == (Period(day.replace(day=1), last), pension_from)

    @given(st.dates(date(2011, 1, 1), date(2040, 12, 31)))
    def test_the_pension_follows_the_wage_at_once(self, day: date) -> None:
        """No day lies between wage and pension, and the accident lies in the first month."""
        span = missing_span(day)
        assert span.wage.last is not None
        assert (span.pension_from - span.wage.last).days == 1
        assert (day.year, day.month) == (span.wage.first.year, span.wage.first.month)

    def test_before_2011(self) -> None:
        """The rule holds from 2011-01-01."""
        assert missing_span(date(2011, 1, 1)).pension_from == date(2011, 4, 1)
        with pytest.raises(NotInForceError, match="2010-12-31"):
            missing_span(date(2010, 12, 31))

    def test_half_ahead(self) -> None:
        """Half the subsidy, half a fen up."""
        assert hardship_advance(576_880, on=date(2015, 8, 20)) == 288_440
        assert hardship_advance("0.01", on=date(2015, 8, 20)) == Decimal("0.01")

    def test_bad_facts(self) -> None:
        """What is no day and no amount is refused by name."""
        with pytest.raises(InvalidFactError, match=r"missing_span\.missing_since must be a day"):
            missing_span("2015-08")  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(InvalidFactError, match=r"hardship_advance\.death_subsidy must be above zero"):
            hardship_advance(0, on=date(2015, 8, 20))
        with pytest.raises(InvalidFactError, match=r"hardship_advance\.on must be a day"):
            hardship_advance(1, on=None)  # type: ignore[arg-type]  # wrong on purpose


def test_a_law_of_the_past_knows_no_later_income() -> None:
    """As known at the beginning of 2022, the income of 2021 is not there yet; from its day on it is."""
    asked = {"anchored_on": date(2022, 1, 10), "anchor": DeathAnchor.DEATH}
    with pytest.raises(NotInForceError):
        lump_sum_death_subsidy(**asked, law=LAW.known_on(date(2022, 1, 16)))  # type: ignore[arg-type]  # a dict of facts
    known = lump_sum_death_subsidy(**asked, law=LAW.known_on(date(2022, 1, 17)))  # type: ignore[arg-type]  # the same
    assert known.amount == 948_240
