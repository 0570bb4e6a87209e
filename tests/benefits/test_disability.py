"""Lump-sum disability subsidy, disability allowance, shortfall of the pension (REG-35 to REG-37)."""

from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError, NotInForceError, explain
from gxinjury.benefits import (
    DisabilityGrade,
    disability_allowance,
    lump_sum_disability_subsidy,
    pension_shortfall,
)
from gxinjury.law.regulation import Payer
from tests.benefits.drawn import told

GRADES: Final = st.sampled_from(DisabilityGrade)
FEN: Final = st.decimals(min_value=1, max_value=10**6, places=2)


class TestLumpSum:
    """A lump-sum disability subsidy is so many months of the reference wage by grade."""

    @pytest.mark.parametrize(
        ("grade", "months"), [*zip(range(1, 11), (27, 25, 23, 21, 18, 16, 13, 11, 9, 7), strict=True)]
    )
    def test_months_by_grade(self, grade: int, months: int) -> None:
        """Each grade has the months of its article."""
        assert lump_sum_disability_subsidy(grade, 1000) == 1000 * months

    def test_rounds_once_half_up(self) -> None:
        """A wage exact below the fen is multiplied first and rounded once."""
        assert lump_sum_disability_subsidy(10, "0.0015") == Decimal("0.01")
        assert lump_sum_disability_subsidy(6, "2342.298") == Decimal("37476.77")

    def test_takes_a_wage_of_many_digits(self) -> None:
        """A mean with sixty digits is taken as it is."""
        third = Decimal("8965." + "083" + "3" * 53)
        assert lump_sum_disability_subsidy(1, third) == Decimal("242057.25")

    @given(GRADES, GRADES, FEN)
    def test_a_worse_grade_never_earns_less(self, one: DisabilityGrade, other: DisabilityGrade, wage: Decimal) -> None:
        """The lower the number of the grade, the more is paid."""
        worse, better = sorted((one, other))
        assert lump_sum_disability_subsidy(worse, wage) >= lump_sum_disability_subsidy(better, wage)

    @given(GRADES, FEN, st.integers(1, 50))
    def test_is_linear_in_the_wage(self, grade: DisabilityGrade, wage: Decimal, times: int) -> None:
        """So many times the wage is so many times the subsidy: in whole fen nothing is rounded."""
        assert lump_sum_disability_subsidy(grade, wage * times) == lump_sum_disability_subsidy(grade, wage) * times

    @given(GRADES, FEN)
    def test_explaining_changes_nothing(self, grade: DisabilityGrade, wage: Decimal) -> None:
        """Asked why, the rule answers the same."""
        explained = explain(lump_sum_disability_subsidy, grade, wage)
        assert explained.outcome == lump_sum_disability_subsidy(grade, wage)

    @pytest.mark.parametrize(("grade", "article"), [(4, "REG-35"), (5, "REG-36"), (6, "REG-36"), (7, "REG-37")])
    def test_rests_on_the_article_of_the_grade(self, grade: int, article: str) -> None:
        """The explanation cites the article that the grade falls under."""
        assert article in {str(step.clause) for step in explain(lump_sum_disability_subsidy, grade, 1000).steps[1:]}

    @pytest.mark.parametrize("grade", [1, 5, 7])
    def test_the_revised_regulation_begins_in_2011(self, grade: int) -> None:
        """The months hold from 2011-01-01; the day before nothing is in force."""
        assert lump_sum_disability_subsidy(grade, 1000, on=date(2011, 1, 1)) > 0
        with pytest.raises(NotInForceError, match="2010-12-31"):
            lump_sum_disability_subsidy(grade, 1000, on=date(2010, 12, 31))

    @pytest.mark.parametrize("grade", [0, 11, -1, "7", True, None, 7.0])
    def test_what_is_no_grade_is_refused(self, grade: object) -> None:
        """0, 11, a text, True and a float are no grades, and the message says what is."""
        with pytest.raises(InvalidFactError, match=r"subsidy\.grade must be a disability grade.*1 \(the worst\) to 10"):
            lump_sum_disability_subsidy(grade, 1000)  # type: ignore[arg-type]  # wrong on purpose

    @pytest.mark.parametrize("wage", [0, -1, "-0.01", "NaN", "Infinity", 6905.0, "a lot", None, Decimal("1e999999")])
    def test_what_is_no_wage_is_refused(self, wage: object) -> None:
        """Zero, a negative, a float and what is no number are refused by name."""
        with pytest.raises(InvalidFactError, match=r"lump_sum_disability_subsidy\.wage must"):
            lump_sum_disability_subsidy(7, wage)  # type: ignore[arg-type]  # wrong on purpose

    def test_the_day_must_be_a_day(self) -> None:
        """A text for the day is refused."""
        with pytest.raises(InvalidFactError, match=r"\.on must be a day"):
            lump_sum_disability_subsidy(7, 1000, on="2016-01-01")  # type: ignore[arg-type]  # wrong on purpose


class TestAllowance:
    """A disability allowance is a share of the wage: grades 1 to 4 from the fund, 5 and 6 from the employer."""

    @pytest.mark.parametrize(
        ("grade", "percent", "payer"),
        [
            (1, 90, Payer.FUND),
            (2, 85, Payer.FUND),
            (3, 80, Payer.FUND),
            (4, 75, Payer.FUND),
            (5, 70, Payer.EMPLOYER),
            (6, 60, Payer.EMPLOYER),
        ],
    )
    def test_share_and_payer(self, grade: int, percent: int, payer: Payer) -> None:
        """Each grade has its share and its payer."""
        paid = disability_allowance(grade, 100, minimum_wage=1, suitable_post=False)
        assert told(paid.amount, paid.top_up, paid.payer) == (percent, 0, payer)
        assert paid.findings == ()

    @pytest.mark.clause("REG-35", "REG-36")
    @pytest.mark.parametrize(("grade", "named"), [(4, "1_to_4 REG-35"), (5, "5_and_6 REG-36")])
    def test_why_it_is_topped_up(self, grade: int, named: str) -> None:
        """Under the article of the grade, as the allowance itself is."""
        asked = explain(disability_allowance, grade, 1000, minimum_wage=2000, suitable_post=False)
        steps = [f"{step.name} {step.clause}" for step in asked.steps if "_of_grades_" in step.name]
        assert steps == [f"allowance_of_grades_{named}", f"top_up_of_grades_{named}"]

    @pytest.mark.parametrize("grade", [7, 8, 9, 10])
    def test_grades_7_to_10_have_none(self, grade: int) -> None:
        """Grades 7 to 10 draw no allowance, and the finding says so."""
        paid = disability_allowance(grade, 1000, minimum_wage=1680)
        assert told(paid.total, paid.payer) == (0, None)
        assert [finding.code for finding in paid.findings] == ["no_allowance"]

    def test_a_suitable_post_takes_it_from_grades_5_and_6_only(self) -> None:
        """Where the employer has a post, grade 5 draws nothing and grade 4 still does."""
        assert disability_allowance(5, 1000, suitable_post=True).total == 0
        assert disability_allowance(4, 1000, suitable_post=True).total == 750

    def test_an_unknown_post_is_told(self) -> None:
        """Nothing known of a post, the amount is told with a finding."""
        paid = disability_allowance(5, 1000, minimum_wage=1)
        assert told(paid.amount, [finding.code for finding in paid.findings]) == (700, ["suitable_post_unknown"])

    def test_an_unknown_minimum_wage_is_told(self) -> None:
        """Without a minimum wage nothing is topped up, and a finding says it was not looked at."""
        paid = disability_allowance(1, 1000)
        assert told(paid.top_up, [finding.code for finding in paid.findings]) == (0, ["minimum_wage_not_compared"])

    @pytest.mark.parametrize(("minimum", "top_up"), [("899.99", "0"), ("900", "0"), ("900.01", "0.01")])
    def test_topped_up_to_the_minimum_wage_exactly(self, minimum: str, top_up: str) -> None:
        """An allowance a fen below the minimum wage gets that fen, from the fund."""
        paid = disability_allowance(1, 1000, minimum_wage=minimum)
        assert (paid.top_up, paid.payer) == (Decimal(top_up), Payer.FUND)

    @given(GRADES, GRADES, FEN, FEN)
    def test_a_worse_grade_never_earns_less(
        self, one: DisabilityGrade, other: DisabilityGrade, wage: Decimal, minimum: Decimal
    ) -> None:
        """The lower the number of the grade, the more is drawn, topped up or not."""
        worse, better = sorted((one, other))
        more = disability_allowance(worse, wage, minimum_wage=minimum)
        less = disability_allowance(better, wage, minimum_wage=minimum)
        assert more.amount >= less.amount
        assert more.total >= less.total

    @given(st.sampled_from(range(1, 7)), FEN, FEN)
    def test_never_below_the_minimum_wage(self, grade: int, wage: Decimal, minimum: Decimal) -> None:
        """Allowance and top-up together reach the minimum wage, and nothing is added above it."""
        paid = disability_allowance(grade, wage, minimum_wage=minimum)
        assert paid.total == max(paid.amount, minimum)

    @pytest.mark.parametrize("grade", [1, 5])
    def test_the_revised_regulation_begins_in_2011(self, grade: int) -> None:
        """The shares hold from 2011-01-01; the day before nothing is in force."""
        assert disability_allowance(grade, 1000, on=date(2011, 1, 1)).amount > 0
        with pytest.raises(NotInForceError, match="2010-12-31"):
            disability_allowance(grade, 1000, on=date(2010, 12, 31))

    def test_bad_facts_are_refused(self) -> None:
        """A minimum wage of zero and a post that is no flag are refused by name."""
        with pytest.raises(InvalidFactError, match=r"disability_allowance\.minimum_wage must be above zero"):
            disability_allowance(1, 1000, minimum_wage=0)
        with pytest.raises(InvalidFactError, match=r"disability_allowance\.suitable_post must be True or False"):
            disability_allowance(5, 1000, suitable_post="no")  # type: ignore[arg-type]  # wrong on purpose


class TestShortfall:
    """At retirement the allowance stops and the fund pays what the pension falls short of it."""

    @pytest.mark.parametrize(("pension", "due"), [(0, "6214.50"), ("6214.49", "0.01"), ("6214.50", "0"), (7000, "0")])
    def test_up_to_the_allowance(self, pension: int | str, due: str) -> None:
        """The fund pays the difference and nothing where there is none."""
        assert pension_shortfall(1, allowance="6214.50", pension=pension) == Decimal(due)

    def test_only_for_grades_1_to_4(self) -> None:
        """Grade 4 has the shortfall made up, grade 5 has no such rule."""
        assert pension_shortfall(4, allowance=2, pension=1) == 1
        with pytest.raises(InvalidFactError, match=r"pension_shortfall\.grade must be one of 1 to 4"):
            pension_shortfall(5, allowance=2, pension=1)

    def test_a_negative_pension_is_refused(self) -> None:
        """A pension below zero is none."""
        with pytest.raises(InvalidFactError, match=r"pension_shortfall\.pension must not be negative"):
            pension_shortfall(1, allowance=2, pension=-1)
