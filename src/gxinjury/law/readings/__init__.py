"""Readings (口径): every clause that can be read in more ways than one, and how.

Each class is one question. Its first member is the default, ``why`` argues for it, and each member's value says how it
reads the clause. A law takes another reading with ``LAW.reading(ElapsedTime.MONTHS)``.
"""

from gxinjury.law.readings.benefits import AverageWageYear, LateProjectSurcharge, PensionCap, TerminationTable
from gxinjury.law.readings.couriers import CoverageUnit, CutAndFloat, FirstReport, FloatGap
from gxinjury.law.readings.determination import EmployerCostPeriod, ExtensionLimit, ReportClock, UndiagnosedDeath
from gxinjury.law.readings.enrolment import (
    CompletionForWarranty,
    CoverFrom,
    DelayFilingDay,
    DelayNotFiled,
    ElapsedTime,
    EnrolmentUnit,
    ExtendedTerm,
    LateWarrantyFiling,
    NewStarts,
    PremiumBase,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.law.readings.registration import CompletionEndsRelation, NameChangeFrom, RegistrationPapers
from gxinjury.law.readings.roster import (
    EmployerEnrolment,
    EnrolledMeans,
    InitialRoster,
    OnSiteUnlisted,
    RemovalEffect,
    UnlistedDeemed,
)
from gxinjury.statutes import Reading

__all__ = [
    "AverageWageYear",
    "CompletionEndsRelation",
    "CompletionForWarranty",
    "CoverFrom",
    "CoverageUnit",
    "CutAndFloat",
    "DelayFilingDay",
    "DelayNotFiled",
    "ElapsedTime",
    "EmployerCostPeriod",
    "EmployerEnrolment",
    "EnrolledMeans",
    "EnrolmentUnit",
    "ExtendedTerm",
    "ExtensionLimit",
    "FirstReport",
    "FloatGap",
    "InitialRoster",
    "LateProjectSurcharge",
    "LateWarrantyFiling",
    "NameChangeFrom",
    "NewStarts",
    "OnSiteUnlisted",
    "PensionCap",
    "PremiumBase",
    "Reading",
    "ReducedTerm",
    "Reduction",
    "RegistrationPapers",
    "RemovalEffect",
    "ReportClock",
    "SupplementInProgress",
    "TerminationTable",
    "UndiagnosedDeath",
    "UnlistedDeemed",
    "WhoIsInProgress",
]
