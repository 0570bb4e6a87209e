"""Readings (解读): every clause that can be read in more ways than one, and how.

Each class is one question. Its first member is the default, ``why`` argues for it, and each member's value says how it
reads the clause. A law takes another reading with ``LAW.reading(ElapsedTime.MONTHS)``.
"""

from gxinjury.law.readings.enrolment import (
    CompletionForWarranty,
    CoverFrom,
    DelayFilingDay,
    DelayNotFiled,
    ElapsedTime,
    EnrolmentUnit,
    LateWarrantyFiling,
    NewStarts,
    PremiumBase,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.statutes import Reading

__all__ = [
    "CompletionForWarranty",
    "CoverFrom",
    "DelayFilingDay",
    "DelayNotFiled",
    "ElapsedTime",
    "EnrolmentUnit",
    "LateWarrantyFiling",
    "NewStarts",
    "PremiumBase",
    "Reading",
    "Reduction",
    "SupplementInProgress",
    "WhoIsInProgress",
]
