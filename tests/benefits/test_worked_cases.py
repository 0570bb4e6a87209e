"""The worked cases of benefits, B1 to B16, as data."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from gxinjury.benefits import (
    AverageWage,
    Benefit,
    CareDependency,
    DeathAnchor,
    DeathBenefit,
    Dependant,
    DependantKind,
    Injury,
    dependants_pension,
    disability_allowance,
    due_on_death,
    funeral_subsidy,
    hospital_meals,
    living_care_fee,
    lump_sum_death_subsidy,
    lump_sum_disability_subsidy,
    missing_span,
    settle_injury,
    termination_subsidies,
)
from gxinjury.law.regulation import Payer
from gxinjury.periods import Period

SPOUSE: Final = Dependant(name="spouse", kind=DependantKind.SPOUSE)
CHILDREN: Final = [Dependant(name=name, kind=DependantKind.OTHER) for name in ("one", "two", "three")]
ORPHAN: Final = Dependant(name="orphan", kind=DependantKind.OTHER, alone=True)
OF_2018: Final = AverageWage(70606, "guangxi_non_private", 2018)
OF_2021: Final = AverageWage(91369, "guangxi_on_post", 2021)
OF_2022: Final = AverageWage(94766, "guangxi_on_post", 2022)

Asked = Callable[[], Decimal | None]

CASES: Final[dict[str, tuple[str, Asked]]] = {
    "B1 grade 1": ("186435", lambda: lump_sum_disability_subsidy(1, 6905)),
    "B1 grade 4": ("145005", lambda: lump_sum_disability_subsidy(4, 6905)),
    "B1 grade 5": ("124290", lambda: lump_sum_disability_subsidy(5, 6905)),
    "B1 grade 6": ("110480", lambda: lump_sum_disability_subsidy(6, 6905)),
    "B1 grade 7": ("89765", lambda: lump_sum_disability_subsidy(7, 6905)),
    "B1 grade 10": ("48335", lambda: lump_sum_disability_subsidy(10, 6905)),
    "B2 grade 1": ("6214.50", lambda: disability_allowance(1, 6905).amount),
    "B2 grade 2": ("5869.25", lambda: disability_allowance(2, 6905).amount),
    "B2 grade 3": ("5524.00", lambda: disability_allowance(3, 6905).amount),
    "B2 grade 4": ("5178.75", lambda: disability_allowance(4, 6905).amount),
    "B2 grade 5": ("4833.50", lambda: disability_allowance(5, 6905).amount),
    "B2 grade 6": ("4143.00", lambda: disability_allowance(6, 6905).amount),
    "B3 without top-up": ("1405.38", lambda: disability_allowance(6, "2342.30", minimum_wage=1400).total),
    "B3 top-up": ("274.62", lambda: disability_allowance(6, "2342.30", minimum_wage=1680).top_up),
    "B4 2019 full (published)": ("2942", lambda: living_care_fee(CareDependency.FULL, OF_2018)),
    "B4 2019 most (published)": ("2354", lambda: living_care_fee(CareDependency.MOST, OF_2018)),
    "B4 2019 partial (published)": ("1765", lambda: living_care_fee(CareDependency.PARTIAL, OF_2018)),
    "B4 2022 full (published)": ("3807", lambda: living_care_fee(CareDependency.FULL, OF_2021)),
    "B4 2022 most (published)": ("3046", lambda: living_care_fee(CareDependency.MOST, OF_2021)),
    "B4 2022 partial (published)": ("2284", lambda: living_care_fee(CareDependency.PARTIAL, OF_2021)),
    "B5": ("47383.00", lambda: funeral_subsidy(OF_2022, on=date(2023, 5, 1))),
    "B6 2018": ("727920", lambda: lump_sum_death_subsidy(date(2018, 1, 1), anchor=DeathAnchor.DEATH).amount),
    "B6 2022": ("948240", lambda: lump_sum_death_subsidy(date(2022, 12, 31), anchor=DeathAnchor.DEATH).amount),
    "B6 2024": ("1036420", lambda: lump_sum_death_subsidy(date(2024, 6, 1), anchor=DeathAnchor.ACCIDENT).amount),
    "B7": ("5000", lambda: dependants_pension([SPOUSE, *CHILDREN], 5000).total),
    "B8": ("2000", lambda: dependants_pension([ORPHAN], 5000).total),
    "B12 medical, 2017-01-04": ("40000", lambda: termination_subsidies(10, 5000, ended_on=date(2017, 1, 4)).medical),
    "B12 employment, 2017-01-04": (
        "30000",
        lambda: termination_subsidies(10, 5000, ended_on=date(2017, 1, 4)).employment,
    ),
    "B12 medical, 2017-01-05": ("45000", lambda: termination_subsidies(10, 5000, ended_on=date(2017, 1, 5)).medical),
    "B12 employment, 2017-01-05": (
        "35000",
        lambda: termination_subsidies(10, 5000, ended_on=date(2017, 1, 5)).employment,
    ),
    "B13 medical": ("173760", lambda: termination_subsidies(5, 8688, ended_on=date(2017, 1, 5)).medical),
    "B13 employment": ("156384", lambda: termination_subsidies(5, 8688, ended_on=date(2017, 1, 5)).employment),
    "B16 2018": ("150", lambda: hospital_meals(Period(date(2018, 3, 1), date(2018, 3, 10))).amount),
    "B16 2019": ("250", lambda: hospital_meals(Period(date(2019, 3, 1), date(2019, 3, 10))).amount),
}


@pytest.mark.parametrize(("due", "ask"), CASES.values(), ids=CASES)
def test_a_worked_case_comes_out_to_the_fen(due: str, ask: Asked) -> None:
    """Each worked case yields the amount of the table."""
    assert ask() == Decimal(due)


@pytest.mark.clause("REG-36")
def test_b3_the_employer_tops_up_grade_6() -> None:
    """B3: the top-up of grades 5 and 6 falls on the employer, as the allowance does."""
    assert disability_allowance(6, "2342.30", minimum_wage=1680).payer is Payer.EMPLOYER
    assert disability_allowance(6, "2342.30", minimum_wage=1400).top_up == 0


@pytest.mark.clause("REG-39")
def test_b7_the_cap_is_reported() -> None:
    """B7: 130% of the wage are capped at the wage; the division is left open."""
    pension = dependants_pension([SPOUSE, *CHILDREN], 5000)
    assert pension.capped
    assert [share.amount for share in pension.shares] == [None] * 4
    assert str(pension.findings[0]["share"]) == "130%"


@pytest.mark.clause("REG-39")
def test_b9_no_lump_sum_after_the_leave() -> None:
    """B9: grade 2 dying after paid injury leave leaves funeral subsidy and pension, no lump sum."""
    assert due_on_death(within_leave=False, grade=2) == (
        DeathBenefit.FUNERAL_SUBSIDY,
        DeathBenefit.DEPENDANTS_PENSION,
    )


@pytest.mark.clause("REG-41")
def test_b10_three_months_of_wage() -> None:
    """B10: missing since 2015-08-20, the wage goes on for August to October and the pension starts in November."""
    span = missing_span(date(2015, 8, 20))
    assert span.wage == Period(date(2015, 8, 1), date(2015, 10, 31))
    assert span.pension_from == date(2015, 11, 1)


@pytest.mark.clause("REG-15.3")
def test_b11_old_wound() -> None:
    """B11: an ex-soldier's old wound brings everything but the lump-sum disability subsidy."""

    def benefits(*, old_wound: bool) -> set[Benefit]:
        injury = Injury(
            injured_on=date(2016, 3, 1),
            wage=5000,
            grade=2,
            graded_on=date(2016, 9, 1),
            care=CareDependency.FULL,
            old_wound=old_wound,
        )
        return {line.benefit for line in settle_injury(injury).lines}

    assert benefits(old_wound=False) - benefits(old_wound=True) == {Benefit.DISABILITY_SUBSIDY}
    assert benefits(old_wound=True) < benefits(old_wound=False)


@pytest.mark.clause("GZF62-retired")
def test_b14_over_retirement_age() -> None:
    """B14: a project worker over retirement age draws the medical subsidy only."""
    due = termination_subsidies(9, 4000, ended_on=date(2020, 6, 1), project_worker=True, retires_on=date(2019, 6, 1))
    assert (due.medical, due.employment) == (Decimal(44000), Decimal(0))


@pytest.mark.clause("ORDER117-retirement")
def test_b15_near_retirement() -> None:
    """B15: 4 years and 11 months before retirement age the employment subsidy needs the scale, the medical does not."""
    due = termination_subsidies(9, 4000, ended_on=date(2020, 6, 1), retires_on=date(2025, 5, 1))
    assert (due.medical, due.employment) == (Decimal(44000), None)
    assert [finding.code for finding in due.findings] == ["needs_scale"]
