"""Construction projects in Nanning (南宁建筑项目): the notice, carried out."""

from gxinjury.construction.assessment import Caution, ProjectAssessment, ProjectCase, assess_project, cautions_of
from gxinjury.construction.bills import (
    PremiumAccount,
    PremiumBill,
    PremiumLine,
    PremiumLineKind,
    cover_start,
    premium_account,
)
from gxinjury.construction.completion import employer_bridge
from gxinjury.construction.contracts import Contract, Payment, PriceChange, TermChange
from gxinjury.construction.coverage import project_cover
from gxinjury.construction.covers import CoverState, ProjectCover
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.eligibility import may_enrol_by_project
from gxinjury.construction.papers import MissingDocument, Shortfall, Submitted, missing_claim_papers, missing_documents
from gxinjury.construction.permits import BudgetLine, PermitCheck, budget_line, permit_check
from gxinjury.construction.premium import project_premium
from gxinjury.construction.registration import (
    PayeeAccount,
    ProjectParticulars,
    RegistrationForm,
    name_change_deadline,
    registration_form,
)
from gxinjury.construction.supervision import (
    EnrolmentPlace,
    Party,
    SiteNotice,
    enrolment_place,
    failed_party,
    missing_from_notice,
)
from gxinjury.construction.warranty import Warranty, warranty_deadline

__all__ = [
    "BudgetLine",
    "Caution",
    "Contract",
    "CoverState",
    "DelayFiling",
    "EnrolmentPlace",
    "MissingDocument",
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
    "Shortfall",
    "SiteNotice",
    "Submitted",
    "TermChange",
    "Warranty",
    "assess_project",
    "budget_line",
    "cautions_of",
    "cover_start",
    "delay_papers_deadline",
    "employer_bridge",
    "enrolment_place",
    "failed_party",
    "may_enrol_by_project",
    "missing_claim_papers",
    "missing_documents",
    "missing_from_notice",
    "name_change_deadline",
    "permit_check",
    "premium_account",
    "project_cover",
    "project_premium",
    "registration_form",
    "warranty_deadline",
]
