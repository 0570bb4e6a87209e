"""Benefits (工伤待遇): what an injury is worth, from which wage, and who pays it."""

from gxinjury.benefits.average_wage import AverageSeries, AverageWage, city_average, region_average
from gxinjury.benefits.care import CareDependency, average_area, living_care_fee
from gxinjury.benefits.death import (
    DeathAnchor,
    DeathBenefit,
    DeathSubsidy,
    due_on_death,
    funeral_subsidy,
    lump_sum_death_subsidy,
)
from gxinjury.benefits.dependants import (
    Dependant,
    DependantKind,
    DependantShare,
    DependantsPension,
    PensionSpan,
    dependants_pension,
    pension_spans,
)
from gxinjury.benefits.disability import (
    DisabilityAllowance,
    disability_allowance,
    lump_sum_disability_subsidy,
    pension_shortfall,
)
from gxinjury.benefits.grades import Conclusion, DisabilityGrade, grade_on
from gxinjury.benefits.hospital import (
    HospitalMeals,
    MealDays,
    Receipt,
    Reimbursement,
    hospital_meals,
    lodging,
    travel_meals,
)
from gxinjury.benefits.injuries import Death, Disappearance, Injury, InjuryCourse, Termination
from gxinjury.benefits.leave import InjuryLeave, Recurring, benefits_on_recurrence, paid_injury_leave
from gxinjury.benefits.liability import (
    DomesticRelation,
    LiableUnit,
    UnitEvent,
    domestic_relation,
    liable_unit,
    over_age_covered,
)
from gxinjury.benefits.lines import Benefit, BenefitLine, BenefitTotal, Rhythm, Settlement
from gxinjury.benefits.missing import MissingSpan, hardship_advance, missing_span
from gxinjury.benefits.reference_wage import Base, BaseOrigin, benefit_base, reference_wage
from gxinjury.benefits.settlement import settle_injury
from gxinjury.benefits.stopping import StopGround, grounds_to_stop
from gxinjury.benefits.surcharge import (
    FineRange,
    UninsuredBearer,
    arrears_fine,
    bearer_when_not_enrolled,
    fraud_fine,
    surcharge,
)
from gxinjury.benefits.termination import TerminationSubsidies, termination_subsidies
from gxinjury.benefits.termination_grounds import TerminationGround
from gxinjury.law.regulation import AverageArea, Payer

__all__ = [
    "AverageArea",
    "AverageSeries",
    "AverageWage",
    "Base",
    "BaseOrigin",
    "Benefit",
    "BenefitLine",
    "BenefitTotal",
    "CareDependency",
    "Conclusion",
    "Death",
    "DeathAnchor",
    "DeathBenefit",
    "DeathSubsidy",
    "Dependant",
    "DependantKind",
    "DependantShare",
    "DependantsPension",
    "DisabilityAllowance",
    "DisabilityGrade",
    "Disappearance",
    "DomesticRelation",
    "FineRange",
    "HospitalMeals",
    "Injury",
    "InjuryCourse",
    "InjuryLeave",
    "LiableUnit",
    "MealDays",
    "MissingSpan",
    "Payer",
    "PensionSpan",
    "Receipt",
    "Recurring",
    "Reimbursement",
    "Rhythm",
    "Settlement",
    "StopGround",
    "Termination",
    "TerminationGround",
    "TerminationSubsidies",
    "UninsuredBearer",
    "UnitEvent",
    "arrears_fine",
    "average_area",
    "bearer_when_not_enrolled",
    "benefit_base",
    "benefits_on_recurrence",
    "city_average",
    "dependants_pension",
    "disability_allowance",
    "domestic_relation",
    "due_on_death",
    "fraud_fine",
    "funeral_subsidy",
    "grade_on",
    "grounds_to_stop",
    "hardship_advance",
    "hospital_meals",
    "liable_unit",
    "living_care_fee",
    "lodging",
    "lump_sum_death_subsidy",
    "lump_sum_disability_subsidy",
    "missing_span",
    "over_age_covered",
    "paid_injury_leave",
    "pension_shortfall",
    "pension_spans",
    "reference_wage",
    "region_average",
    "settle_injury",
    "surcharge",
    "termination_subsidies",
    "travel_meals",
]
