"""Construction projects in Nanning (南宁建筑项目): the notice, carried out."""

from gxinjury.construction.accident_review import AccidentAssessment, assess_accident
from gxinjury.construction.accidents import Accident
from gxinjury.construction.accounts import PremiumAccount, cover_start, premium_account
from gxinjury.construction.application import ApplicationForm, project_named
from gxinjury.construction.assessment import ProjectAssessment, assess_project
from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.bills import PremiumBill, PremiumLine, PremiumLineKind
from gxinjury.construction.budget import BudgetLine, budget_line
from gxinjury.construction.cautions import Caution, cautions_of
from gxinjury.construction.claim_papers import missing_claim_papers
from gxinjury.construction.completion import RelationAfterCompletion, relation_after_completion
from gxinjury.construction.contracts import Contract, Payment
from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.cover_proof import CoverProof, cover_proof
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.disease_review import DiseaseAssessment, assess_disease
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.duties import Duty, Holder, Obligation, ObligationState
from gxinjury.construction.eligibility import may_enrol_by_project
from gxinjury.construction.employer_bridge import employer_bridge
from gxinjury.construction.injuries import SiteInjury
from gxinjury.construction.insured import WorkerCover, insured_on, worker_cover
from gxinjury.construction.name_changes import NameChange, name_change_deadline
from gxinjury.construction.obligations import obligations
from gxinjury.construction.outside_enterprises import EnrolmentPlace, enrolment_place
from gxinjury.construction.papers import MissingDocument, Shortfall, Submitted, missing_documents
from gxinjury.construction.permits import PermitCheck, permit_check
from gxinjury.construction.premium import project_premium
from gxinjury.construction.price_changes import PriceChange
from gxinjury.construction.project import ProjectCase
from gxinjury.construction.project_cover import project_cover
from gxinjury.construction.registration import PayeeAccount, ProjectParticulars, RegistrationForm, registration_form
from gxinjury.construction.roster import Roster
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.roster_deadline import roster_deadline
from gxinjury.construction.roster_form import RosterEntry, RosterForm, unfilled
from gxinjury.construction.roster_review import roster_findings
from gxinjury.construction.settled_base import BaseSource, SettledBase
from gxinjury.construction.settling import AccidentSettlement
from gxinjury.construction.site_injuries import InjuryCase, site_injury
from gxinjury.construction.site_notice import SiteNotice, missing_from_notice
from gxinjury.construction.standings import Standing, standing
from gxinjury.construction.stoppages import WorkStoppage
from gxinjury.construction.supervision import Failure, failed_party
from gxinjury.construction.term_changes import TermChange
from gxinjury.construction.unanswered import AssessedPart, Unanswered, UnansweredKind
from gxinjury.construction.warranty import Warranty, warranty_deadline
from gxinjury.construction.workers import Sex, Worker
from gxinjury.law.parties import Party

__all__ = [
    "Accident",
    "AccidentAssessment",
    "AccidentSettlement",
    "ApplicationForm",
    "AssessedPart",
    "BaseSource",
    "BenefitFacts",
    "BudgetLine",
    "Caution",
    "Contract",
    "CoverProof",
    "CoverState",
    "DelayFiling",
    "DiseaseAssessment",
    "Duty",
    "EnrolmentPlace",
    "Failure",
    "Holder",
    "InjuryCase",
    "MissingDocument",
    "NameChange",
    "Obligation",
    "ObligationState",
    "OccupationalDisease",
    "Party",
    "PayeeAccount",
    "Payment",
    "PermitCheck",
    "PremiumAccount",
    "PremiumBill",
    "PremiumLine",
    "PremiumLineKind",
    "PriceChange",
    "ProjectAssessment",
    "ProjectCase",
    "ProjectCover",
    "ProjectParticulars",
    "RegistrationForm",
    "RelationAfterCompletion",
    "Roster",
    "RosterChange",
    "RosterChangeKind",
    "RosterEntry",
    "RosterForm",
    "SettledBase",
    "Sex",
    "Shortfall",
    "SiteInjury",
    "SiteNotice",
    "Standing",
    "Submitted",
    "TermChange",
    "Unanswered",
    "UnansweredKind",
    "Warranty",
    "WorkStoppage",
    "Worker",
    "WorkerCover",
    "assess_accident",
    "assess_disease",
    "assess_project",
    "budget_line",
    "cautions_of",
    "cover_proof",
    "cover_start",
    "delay_papers_deadline",
    "employer_bridge",
    "enrolment_place",
    "failed_party",
    "insured_on",
    "may_enrol_by_project",
    "missing_claim_papers",
    "missing_documents",
    "missing_from_notice",
    "name_change_deadline",
    "obligations",
    "permit_check",
    "premium_account",
    "project_cover",
    "project_named",
    "project_premium",
    "registration_form",
    "relation_after_completion",
    "roster_deadline",
    "roster_findings",
    "site_injury",
    "standing",
    "unfilled",
    "warranty_deadline",
    "worker_cover",
]
