"""Which clause each rule of the room cites, written by hand: a neighbouring one would be another law."""

from typing import Final

import pytest

from gxinjury.explanations import clause_of
from tests.words_check import rules_of

CITED: Final = {
    "NN-5.2": {"average_wage_year", "benefit_base", "city_average", "nanning_average"},
    "NN-5.4": {"ends_at_completion"},
    "RSF49-pooling": {"limiting_average"},
    "REG-30": {"settle_injury"},
    "FS9-8": {"treatment_left"},
    "REG-33": {"leave_limit", "leave_of", "paid_injury_leave"},
    "REG-34": {"care_fee_rate", "living_care_fee"},
    "CARE-region": {"average_area"},
    "CARE-rounding": {"paid_care_fee"},
    "REG-35": {
        "allowance_of_grades_1_to_4",
        "disability_allowance",
        "lump_sum_disability_subsidy",
        "minimum_wage_top_up",
        "pension_shortfall",
        "subsidy_of_grades_1_to_4",
    },
    "REG-36": {
        "allowance_of_grades_5_and_6",
        "due_to_grades_5_and_6",
        "subsidy_of_grades_5_and_6",
        "termination_subsidies",
    },
    "REG-37": {"due_to_grades_7_to_10", "subsidy_of_grades_7_to_10"},
    "REG-38": {"benefits_on_recurrence"},
    "REG-39": {
        "dependant_days",
        "dependant_rate",
        "dependants_pension",
        "due_on_death",
        "funeral_subsidy",
        "lump_sum_death_subsidy",
        "national_income",
        "pension_cap",
        "pension_spans",
        "shares_paid",
    },
    "REG-41": {"hardship_advance", "missing_span"},
    "REG-42": {"grounds_to_stop"},
    "REG-43": {"liable_unit"},
    "REG-44": {"domestic_relation"},
    "REG-45": {"grade_on"},
    "REG-60": {"fraud_fine"},
    "REG-62": {"all_on_employer", "arrears_fine", "bearer_when_not_enrolled", "surcharge"},
    "REG-64": {"highest_wage", "lowest_wage", "mean_wage", "reference_wage", "region_average"},
    "RSF29-2": {"over_age_covered"},
    "ALLOWANCES-meals": {"hospital_meals", "meals_of"},
    "ALLOWANCES-travel": {"travel_meals"},
    "ALLOWANCES-lodging": {"lodging"},
    "ORDER117-transition": {"table_day"},
    "ORDER117-wage": {"counted_wage"},
    "ORDER117-cap": {"within_ceiling"},
    "ORDER117-floor": {"within_floor"},
    "ORDER117-medical": {"medical_subsidy"},
    "ORDER117-employment": {"employment_subsidy"},
    "ORDER117-retirement": {"before_retirement"},
    "GZF62-completion": {"worker_may_end"},
    "GZF62-retired": {"draws_medical_only"},
}


@pytest.mark.parametrize("clause", CITED)
def test_a_clause_is_cited_by_its_rules(clause: str) -> None:
    """The rules that cite a clause are those of the list, nothing more and nothing less."""
    assert {rule.__name__ for rule in rules_of("gxinjury.benefits") if str(clause_of(rule)) == clause} == CITED[clause]


def test_every_rule_is_listed() -> None:
    """No rule of the room is left out of the list."""
    assert {rule.__name__ for rule in rules_of("gxinjury.benefits")} == set().union(*CITED.values())
