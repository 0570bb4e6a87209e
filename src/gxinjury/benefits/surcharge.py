"""Not enrolled (滞纳金、未参保的负担): the surcharge on arrears, and who bears the benefits, art. 62."""

from datetime import date
from decimal import Decimal
from enum import Enum

from gxinjury.benefits.doors import wage_of
from gxinjury.explanations import rule
from gxinjury.facts import Yuan, check_day, check_flag, check_not_before, check_optional_day
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.readings import LateProjectSurcharge
from gxinjury.money import ZERO, times, to_fen
from gxinjury.texts import Text

__all__ = ["UninsuredBearer", "bearer_when_not_enrolled", "surcharge"]


@rule(REG.clause("62"), Text("滞纳金", "surcharge"))
def surcharge(
    arrears: Decimal | int | str,
    *,
    defaulted_on: date,
    paid_on: date,
    project_premium: bool = False,
    law: Law = LAW,
) -> Yuan:
    """Surcharge on premium in arrears (滞纳金): 0.05% a day from the default (REG-62).

    Args:
        arrears: The premium not paid, in yuan.
        defaulted_on: The first day in default, which counts.
        paid_on: The day it is paid, which does not.
        project_premium: Whether it is the premium of a construction project, which bears one by reading only.
        law: The law asked.

    Returns:
        The surcharge, in yuan to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or payment lies before the default.
        NotInForceError: The default lies before 2011-01-01.

    >>> surcharge(130_000, defaulted_on=date(2016, 1, 1), paid_on=date(2016, 1, 31))
    Decimal('1950.00')
    """
    owed = wage_of("surcharge", "arrears", arrears)
    check_day("surcharge", "defaulted_on", defaulted_on)
    check_day("surcharge", "paid_on", paid_on)
    check_not_before("surcharge", "paid_on", paid_on, "defaulted_on", defaulted_on)
    check_flag("surcharge", "project_premium", project_premium)
    if project_premium and law.choice(LateProjectSurcharge) is LateProjectSurcharge.NOT_APPLIED:
        return ZERO
    days = (paid_on - defaulted_on).days
    return to_fen(times(law.arrears_surcharge.on(defaulted_on).of(owed), days))


class UninsuredBearer(Enum):
    """Who bears the benefits of a worker whose employer had not enrolled."""

    EMPLOYER = Text(zh="用人单位", en="the employer")
    SHARED = Text(zh="工伤保险基金和用人单位按规定分担", en="fund and employer, as the rules divide it")


@rule(REG.clause("62"), Text("未参保时由谁负担", "bearer where the worker was not enrolled"))
def bearer_when_not_enrolled(arising_on: date, *, paid_up_on: date | None = None) -> UninsuredBearer:
    """Bearer of benefits where the employer should have enrolled and had not (REG-62).

    Args:
        arising_on: The day the cost arises.
        paid_up_on: The day the employer enrolled and paid arrears and surcharge; None while it has not.

    Returns:
        The employer; for costs arising after it paid up, fund and employer.

    Raises:
        InvalidFactError: A fact is no day.

    >>> bearer_when_not_enrolled(date(2016, 5, 1), paid_up_on=date(2016, 5, 1)).name
    'EMPLOYER'
    >>> bearer_when_not_enrolled(date(2016, 5, 2), paid_up_on=date(2016, 5, 1)).name
    'SHARED'
    """
    check_day("bearer_when_not_enrolled", "arising_on", arising_on)
    check_optional_day("bearer_when_not_enrolled", "paid_up_on", paid_up_on)
    is_new = paid_up_on is not None and arising_on > paid_up_on
    return UninsuredBearer.SHARED if is_new else UninsuredBearer.EMPLOYER
