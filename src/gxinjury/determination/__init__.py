"""Determination of a work injury (工伤认定): who files by when, what is one, who bears the costs meanwhile."""

from gxinjury.determination.applicants import Applicant, FilingLimit, filing_limits
from gxinjury.determination.capacity import (
    assessment_deadline,
    later_assessment_deadline,
    reassessment_deadline,
    review_from,
)
from gxinjury.determination.costs import costs_on_employer
from gxinjury.determination.dated_costs import CostSplit, DatedCost, split_costs
from gxinjury.determination.decision import decision_deadline
from gxinjury.determination.exclusions import Exclusion, ExclusionReason
from gxinjury.determination.filing import employer_deadline, worker_deadline
from gxinjury.determination.illness import Ground, SuddenIllness
from gxinjury.determination.injury_facts import InjuryFacts
from gxinjury.determination.papers import ApplicationPaper, missing_application_papers
from gxinjury.determination.payers import Liability, Liable, payers_when_not_enrolled
from gxinjury.determination.proof import BurdenOfProof, burden_of_proof
from gxinjury.determination.reporting import report_deadline
from gxinjury.determination.scope import InjuryScope, Scope, injury_scope
from gxinjury.determination.sudden_illness import deemed_by_sudden_illness, sudden_illness_ground
from gxinjury.law.parties import Party

__all__ = [
    "Applicant",
    "ApplicationPaper",
    "BurdenOfProof",
    "CostSplit",
    "DatedCost",
    "Exclusion",
    "ExclusionReason",
    "FilingLimit",
    "Ground",
    "InjuryFacts",
    "InjuryScope",
    "Liability",
    "Liable",
    "Party",
    "Scope",
    "SuddenIllness",
    "assessment_deadline",
    "burden_of_proof",
    "costs_on_employer",
    "decision_deadline",
    "deemed_by_sudden_illness",
    "employer_deadline",
    "filing_limits",
    "injury_scope",
    "later_assessment_deadline",
    "missing_application_papers",
    "payers_when_not_enrolled",
    "reassessment_deadline",
    "report_deadline",
    "review_from",
    "split_costs",
    "sudden_illness_ground",
    "worker_deadline",
]
