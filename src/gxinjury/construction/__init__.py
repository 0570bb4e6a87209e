"""Construction projects in Nanning (南宁建筑项目): the notice, carried out."""

from gxinjury.construction.bills import (
    PremiumAccount,
    PremiumBill,
    PremiumLine,
    PremiumLineKind,
    cover_start,
    premium_account,
)
from gxinjury.construction.contracts import Contract, Payment, PriceChange, TermChange
from gxinjury.construction.coverage import project_cover
from gxinjury.construction.covers import CoverState, ProjectCover
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.premium import project_premium
from gxinjury.construction.warranty import Warranty, warranty_deadline

__all__ = [
    "Contract",
    "CoverState",
    "DelayFiling",
    "Payment",
    "PremiumAccount",
    "PremiumBill",
    "PremiumLine",
    "PremiumLineKind",
    "PriceChange",
    "ProjectCover",
    "TermChange",
    "Warranty",
    "cover_start",
    "delay_papers_deadline",
    "premium_account",
    "project_cover",
    "project_premium",
    "warranty_deadline",
]
