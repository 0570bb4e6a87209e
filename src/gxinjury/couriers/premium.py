"""The premium of an outlet (快递网点的工伤保险费): payroll times rate, or headcount times average wage times rate.

Couriers pay nothing. The bill is rounded once, on its total.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from gxinjury.couriers.floats import FloatStep
from gxinjury.couriers.rates import unit_rate
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import (
    Sign,
    Yuan,
    amount,
    check_amount,
    check_count,
    check_day,
    check_instance,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import COURIERS, RST101
from gxinjury.law.figures import FundBalance
from gxinjury.money import Rate, times, to_fen
from gxinjury.texts import Text

__all__ = ["headcount_base", "headcount_premium", "monthly_premium", "premium_due"]

_AT_MOST_ALL: Final = FactRule(zh="不得超过 100%", en="must not be above 100%", code="above_all")
_ONE_BASE: Final = FactRule(
    zh="人数与工资总额须且只须提供一项：难以按工资总额计费的，才按人数",
    en="must be given where the payroll is not, and only there: headcount serves where payroll is hard to use",
    code="not_one_base",
)


@rule(RST101.clause("premium"), Text("应缴保费", "premium due"))
def premium_due(base: Yuan, rate: Rate) -> Yuan:
    """Premium on a base (RST101): base × rate, rounded half up to the fen, once on the bill.

    >>> premium_due(Yuan(Decimal(3500)), Rate.percent("0.4"))
    Decimal('14.00')
    """
    return to_fen(rate.of(base))


@rule(COURIERS.clause("base"), Text("按人数的缴费基数", "base by headcount"))
def headcount_base(persons: int, monthly_base: Yuan) -> Yuan:
    """Base by headcount (COURIERS): persons × the monthly average wage."""
    return times(monthly_base, persons)


@rule(RST101.clause("premium"), Text("按人数的当月保费", "premium of a month by headcount"))
def headcount_premium(
    *,
    persons: int,
    monthly_base: Decimal | int | str,
    rate: Rate,
    relief: Rate | None = None,
    law: Law = LAW,  # noqa: ARG001  (every question takes its law; this formula asks it for nothing)
) -> Yuan:
    """Premium of a month by headcount (RST101): persons × average wage × rate, rounded once.

    Args:
        persons: How many persons.
        monthly_base: The average wage a month, in yuan.
        rate: The unit's rate.
        relief: The share of the rate that is temporarily remitted; None for none.
        law: The law asked.

    Returns:
        The premium in yuan, rounded half up to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> half = Rate.percent(50)
    >>> headcount_premium(persons=12, monthly_base=6756, rate=Rate.percent("0.4"), relief=half)
    Decimal('162.14')
    """
    check_count("headcount_premium", "persons", persons)
    base = amount(monthly_base)
    check_amount("headcount_premium", "monthly_base", base, Sign.POSITIVE)
    check_instance("headcount_premium", "rate", rate, Rate)
    if relief is not None:
        check_instance("headcount_premium", "relief", relief, Rate)
        if relief > Rate.percent(100):
            raise InvalidFactError("headcount_premium", "relief", _AT_MOST_ALL, relief)
        rate = rate.less(relief)
    return premium_due(headcount_base(persons, base), rate)


@rule(COURIERS.clause("rate"), Text("当月保费", "premium of the month"))
def monthly_premium(
    *,
    month: date,
    persons: int | None = None,
    payroll: Decimal | int | str | None = None,
    rate_class: int | None = None,
    step: FloatStep = FloatStep.NONE,
    fund_balance: FundBalance | None = None,
    law: Law = LAW,
) -> Yuan:
    """Premium of an outlet for a month (COURIERS): base, rate and temporary cut as the law has them that month.

    Args:
        month: Any day of the month.
        persons: How many persons, where payroll is hard to use.
        payroll: The month's payroll in yuan, otherwise.
        rate_class: The unit's rate class; None: the class of courier outlets.
        step: How far its rate floats.
        fund_balance: How long the city's fund balance lasts; needed in the months in which the cut went by it.
        law: The law asked.

    Returns:
        The premium in yuan, rounded half up to the fen, once.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or one that decides is missing.
        NotInForceError: The law does not know base, rate or cut of that month; the message says what to supply.
        OutOfScopeError: How cut and float go together is not known, and the law takes that reading.

    >>> monthly_premium(month=date(2025, 6, 1), persons=1)
    Decimal('13.81')
    """
    check_day("monthly_premium", "month", month)
    if payroll is None and persons is not None:
        check_count("monthly_premium", "persons", persons)
        base = headcount_base(persons, law.contribution_base.on(month).yuan_per_month)
    elif persons is None and payroll is not None:
        base = amount(payroll)
        check_amount("monthly_premium", "payroll", base, Sign.NOT_NEGATIVE)
    else:
        raise InvalidFactError("monthly_premium", "persons", _ONE_BASE, persons)
    if rate_class is None:
        rate_class = law.courier_rate_class.on(month)
    return premium_due(base, unit_rate(rate_class=rate_class, day=month, step=step, fund_balance=fund_balance, law=law))
