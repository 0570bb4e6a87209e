"""The same rules as columns (批量计算); install ``gxinjury[frames]`` and bring the engine you have.

Each question takes a frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark and returns it with columns added; a
lazy frame stays lazy. Every row equals the rule of the same name, to the fen and to the day, under any law. What all
of them take, answer and raise is told here, once:

Columns
    A fact is read from the column of its name; an amount from the one that goes on with ``_fen`` or ``_yuan``. That
    holds of facts that need not be given as well, where there is such a column. ``paid_on="支付日"`` names another
    column, an empty text none at all. A null in a fact is a null in the answer.
``unit``
    What whole numbers of amounts count where the name of a column does not say it: ``"fen"`` or ``"yuan"``.
``on_invalid``
    What becomes of rows that break a rule: ``"raise"`` names the first of them, ``"flag"`` keeps them with the column
    ``refused_because``, a code of ``REASONS``. None raises where rows are at hand, and flags on a lazy frame.
``collect``
    Whether the rows of a lazy frame are looked at now.
``stale``
    Whether a column ``stale_because`` tells, of each row whose answer rests on a figure past the day it was verified
    through, which figure that is.
``suffix``
    What the names of the answers end in. A column of the frame is never overwritten, so an answer of that name is an
    error; reasons of before stay, and those of other rows join them.
``readings``
    Readings to put the question under one after the other; the names of the answers end in theirs, as
    ``premium_fen_months``.
``law``
    The law asked.

Raises:
    InvalidFactError where a column is missing or of another type, or a row breaks a rule of input. What the rule raises
    besides, NotInForceError and OutOfScopeError, as each question tells.
"""

from gxinjury.extra.frames._questions import REASON, STALE, OnInvalid
from gxinjury.extra.frames._sheets import Unit
from gxinjury.extra.frames._studying import study
from gxinjury.extra.frames.care import living_care_fee
from gxinjury.extra.frames.couriers import coverage, headcount_premium
from gxinjury.extra.frames.deadlines import employer_deadline, worker_deadline
from gxinjury.extra.frames.death import funeral_subsidy, lump_sum_death_subsidy
from gxinjury.extra.frames.dependants import dependants_pension
from gxinjury.extra.frames.disability import disability_allowance, lump_sum_disability_subsidy
from gxinjury.extra.frames.hospital import hospital_meals
from gxinjury.extra.frames.injuries import standing
from gxinjury.extra.frames.monthly import contribution_base, minimum_wage, monthly_premium
from gxinjury.extra.frames.premiums import project_premium, supplementary_premium
from gxinjury.extra.frames.roster import effective_day, last_insured_day
from gxinjury.extra.frames.settlements import settle_injury
from gxinjury.extra.frames.studies import Attribution, Change, Hit, PartEffect, Study, Tenth, Total
from gxinjury.extra.frames.termination import termination_subsidies
from gxinjury.extra.frames.wages import benefit_base, reference_wage
from gxinjury.extra.frames.words import REASONS
from gxinjury.extra.frames.yuan import in_yuan

__all__ = [
    "REASON",
    "REASONS",
    "STALE",
    "Attribution",
    "Change",
    "Hit",
    "OnInvalid",
    "PartEffect",
    "Study",
    "Tenth",
    "Total",
    "Unit",
    "benefit_base",
    "contribution_base",
    "coverage",
    "dependants_pension",
    "disability_allowance",
    "effective_day",
    "employer_deadline",
    "funeral_subsidy",
    "headcount_premium",
    "hospital_meals",
    "in_yuan",
    "last_insured_day",
    "living_care_fee",
    "lump_sum_death_subsidy",
    "lump_sum_disability_subsidy",
    "minimum_wage",
    "monthly_premium",
    "project_premium",
    "reference_wage",
    "settle_injury",
    "standing",
    "study",
    "supplementary_premium",
    "termination_subsidies",
    "worker_deadline",
]
