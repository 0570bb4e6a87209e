"""Hypothesis strategies (随机事例) for facts and laws; install ``gxinjury[strategies]``.

Each strategy makes valid records only and shrinks to the plainest one: the smallest price, the earliest day, no change,
no payment, the law as it stands. :func:`construction_cases` bundles facts that fit together.
"""

from gxinjury.extra.strategies.cases import ConstructionCase, bills, construction_cases
from gxinjury.extra.strategies.contracts import (
    contracts,
    delay_filings,
    payments,
    price_changes,
    term_changes,
    warranties,
)
from gxinjury.extra.strategies.couriers import cities, fund_records, outlets, plan_periods, reports
from gxinjury.extra.strategies.facts import amounts, days, laws, periods, rates

__all__ = [
    "ConstructionCase",
    "amounts",
    "bills",
    "cities",
    "construction_cases",
    "contracts",
    "days",
    "delay_filings",
    "fund_records",
    "laws",
    "outlets",
    "payments",
    "periods",
    "plan_periods",
    "price_changes",
    "rates",
    "reports",
    "term_changes",
    "warranties",
]
