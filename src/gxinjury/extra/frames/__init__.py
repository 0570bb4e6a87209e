"""The same rules as columns (批量计算); install ``gxinjury[frames]`` and bring the engine you have.

Each question takes a frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark and returns it with columns added; a
lazy frame stays lazy. Every row equals the rule of the same name, to the fen and to the day, under any law.
"""

from gxinjury.extra.frames.answers import REASON, OnInvalid
from gxinjury.extra.frames.couriers import coverage, headcount_premium
from gxinjury.extra.frames.disability import disability_allowance, lump_sum_disability_subsidy
from gxinjury.extra.frames.injuries import standing
from gxinjury.extra.frames.limits import employer_deadline, worker_deadline
from gxinjury.extra.frames.premiums import project_premium, supplementary_premium
from gxinjury.extra.frames.roster import effective_day, last_insured_day
from gxinjury.extra.frames.sheets import Unit
from gxinjury.extra.frames.showing import in_yuan
from gxinjury.extra.frames.wages import benefit_base, reference_wage
from gxinjury.extra.frames.words import REASONS

__all__ = [
    "REASON",
    "REASONS",
    "OnInvalid",
    "Unit",
    "benefit_base",
    "coverage",
    "disability_allowance",
    "effective_day",
    "employer_deadline",
    "headcount_premium",
    "in_yuan",
    "last_insured_day",
    "lump_sum_disability_subsidy",
    "project_premium",
    "reference_wage",
    "standing",
    "supplementary_premium",
    "worker_deadline",
]
