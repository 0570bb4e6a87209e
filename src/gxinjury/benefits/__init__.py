"""Benefits (工伤待遇): what an injury is worth, from which wage, and who pays it."""

from gxinjury.benefits.allowance import DisabilityAllowance, disability_allowance, pension_shortfall
from gxinjury.benefits.average_series import AverageSeries
from gxinjury.benefits.average_wage import AverageWage
from gxinjury.benefits.base import Base, BaseOrigin, benefit_base
from gxinjury.benefits.care import CareDependency, average_area, living_care_fee
from gxinjury.benefits.conclusions import Conclusion, grade_on
from gxinjury.benefits.death import DeathBenefit, due_on_death, funeral_subsidy
from gxinjury.benefits.death_subsidy import DeathAnchor, DeathSubsidy, lump_sum_death_subsidy
from gxinjury.benefits.dependant_shares import DependantShare
from gxinjury.benefits.dependants import Dependant, DependantKind
from gxinjury.benefits.disability_subsidy import lump_sum_disability_subsidy
from gxinjury.benefits.events import Death, Disappearance, Termination
from gxinjury.benefits.fines import FineRange, arrears_fine, fraud_fine
from gxinjury.benefits.grades import DisabilityGrade
from gxinjury.benefits.guangxi_wages import region_average
from gxinjury.benefits.hospital import HospitalMeals, MealDays, hospital_meals
from gxinjury.benefits.injuries import Injury, InjuryCourse
from gxinjury.benefits.leave import InjuryLeave, Recurring, benefits_on_recurrence, paid_injury_leave
from gxinjury.benefits.liability import (
    DomesticRelation,
    LiableUnit,
    UnitEvent,
    domestic_relation,
    liable_unit,
    over_age_covered,
)
from gxinjury.benefits.lines import Benefit, BenefitLine, Rhythm
from gxinjury.benefits.missing import MissingSpan, hardship_advance, missing_span
from gxinjury.benefits.nanning_wages import city_average
from gxinjury.benefits.pension import DependantsPension, dependants_pension
from gxinjury.benefits.reference_wage import reference_wage
from gxinjury.benefits.settled import BenefitTotal, Settlement
from gxinjury.benefits.settlement import settle_injury
from gxinjury.benefits.spans import PensionSpan, pension_spans
from gxinjury.benefits.stopping import StopGround, grounds_to_stop
from gxinjury.benefits.surcharge import UninsuredBearer, bearer_when_not_enrolled, surcharge
from gxinjury.benefits.termination import termination_subsidies
from gxinjury.benefits.termination_amounts import TerminationSubsidies
from gxinjury.benefits.termination_grounds import TerminationGround
from gxinjury.benefits.travel import Receipt, Reimbursement, lodging, travel_meals
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
