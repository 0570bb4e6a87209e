"""Published figures (公布的数值): average wages, national income, minimum wages, contribution bases, rate cuts.

Each value keeps its source, how well it is established, what to mind about it, and where known the day it was
announced. They are fields of :class:`gxinjury.law.Law`: ``law.nanning_on_post.of(2022)``,
``law.contribution_base.on(date(2024, 6, 1))``.
"""

from gxinjury.law.figures.average_wages import (
    GUANGXI_FULL_SCOPE,
    GUANGXI_NON_PRIVATE,
    GUANGXI_ON_POST,
    GUANGXI_PRIVATE,
    NANNING_NON_PRIVATE,
    NANNING_ON_POST,
)
from gxinjury.law.figures.contribution_bases import CONTRIBUTION_BASE, ContributionBase
from gxinjury.law.figures.incomes import DEATH_SUBSIDIES, URBAN_DISPOSABLE_INCOME
from gxinjury.law.figures.minimum_wages import MINIMUM_WAGES, MinimumWages
from gxinjury.law.figures.rate_cuts import (
    BENCHMARK_RATE_CUT,
    LIUZHOU_PROJECT_RATE_CUT,
    NANNING_FUND_BALANCE,
    PROJECT_RATE_CUT,
    FundBalance,
    RateCut,
)

__all__ = [
    "BENCHMARK_RATE_CUT",
    "CONTRIBUTION_BASE",
    "DEATH_SUBSIDIES",
    "GUANGXI_FULL_SCOPE",
    "GUANGXI_NON_PRIVATE",
    "GUANGXI_ON_POST",
    "GUANGXI_PRIVATE",
    "LIUZHOU_PROJECT_RATE_CUT",
    "MINIMUM_WAGES",
    "NANNING_FUND_BALANCE",
    "NANNING_NON_PRIVATE",
    "NANNING_ON_POST",
    "PROJECT_RATE_CUT",
    "URBAN_DISPOSABLE_INCOME",
    "ContributionBase",
    "FundBalance",
    "MinimumWages",
    "RateCut",
]
