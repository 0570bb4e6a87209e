"""Hypothesis strategies (随机事例) for facts and laws; install ``gxinjury[strategies]``.

Each strategy makes valid records only and shrinks to the plainest one: the smallest price, the earliest day, no change,
no payment, the law as it stands. What the law turns on is drawn often: days on which it changes, ends of months, leap
days, the last day in time and the day after, the 48th hour, half a fen. ``construction_cases``,
``project_cases`` and ``filings`` bundle facts that fit together; ``of`` draws any record of the library.

Keywords mean the same everywhere. ``first`` and ``last`` are the days between which something begins or happens; what
follows on it may come later. ``lowest`` and ``highest`` bound amounts, in yuan. ``every_reading=False`` leaves out, now
and then, what only a reading asks for. What is None, or not given, is any.
"""

from gxinjury.extra.strategies.accidents import accidents, diseases, site_injuries
from gxinjury.extra.strategies.benefits import (
    average_wages,
    conclusions,
    dependants,
    grades,
    monthly_wages,
    receipts,
    stays,
    wages,
)
from gxinjury.extra.strategies.contracts import (
    contracts,
    delay_filings,
    payments,
    price_changes,
    term_changes,
    warranties,
    work_stoppages,
)
from gxinjury.extra.strategies.couriers import (
    cities,
    counts,
    fund_records,
    outlet_lists,
    outlets,
    plan_periods,
    report_forms,
    reports,
)
from gxinjury.extra.strategies.determination import (
    Filing,
    dated_costs,
    exclusions,
    filings,
    injury_facts,
    sudden_illnesses,
)
from gxinjury.extra.strategies.facts import amounts, days, days_off, laws, moments, periods, rates
from gxinjury.extra.strategies.injuries import injuries, terminations
from gxinjury.extra.strategies.projects import ConstructionCase, bills, construction_cases, name_changes, project_cases
from gxinjury.extra.strategies.records import of
from gxinjury.extra.strategies.roster import roster_changes, roster_forms, site_notices, submitted_papers, workers

__all__ = [
    "ConstructionCase",
    "Filing",
    "accidents",
    "amounts",
    "average_wages",
    "bills",
    "cities",
    "conclusions",
    "construction_cases",
    "contracts",
    "counts",
    "dated_costs",
    "days",
    "days_off",
    "delay_filings",
    "dependants",
    "diseases",
    "exclusions",
    "filings",
    "fund_records",
    "grades",
    "injuries",
    "injury_facts",
    "laws",
    "moments",
    "monthly_wages",
    "name_changes",
    "of",
    "outlet_lists",
    "outlets",
    "payments",
    "periods",
    "plan_periods",
    "price_changes",
    "project_cases",
    "rates",
    "receipts",
    "report_forms",
    "reports",
    "roster_changes",
    "roster_forms",
    "site_injuries",
    "site_notices",
    "stays",
    "submitted_papers",
    "sudden_illnesses",
    "term_changes",
    "terminations",
    "wages",
    "warranties",
    "work_stoppages",
    "workers",
]
