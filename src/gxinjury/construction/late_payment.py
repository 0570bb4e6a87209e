"""Paying late (迟缴): the premium is paid before the start."""

from datetime import date

from gxinjury.construction.findings import Cautions, Refusals
from gxinjury.explanations import caution, rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import (
    NewStarts,
)
from gxinjury.periods import day_before
from gxinjury.texts import Text

__all__ = ["days_late", "last_day_in_time"]


@rule(NN.clause("1.1.5"), Text("迟缴日数", "days paid late"))
def days_late(start: date, paid_on: date, first_new_start: date, law: Law) -> int:
    """Days that the payment of a new start comes after the last day in time, the day before it (NN-1.1.5).

    >>> from gxinjury import LAW
    >>> days_late(date(2015, 10, 8), date(2015, 10, 7), date(2015, 1, 1), LAW)
    0
    >>> days_late(date(2015, 10, 8), date(2015, 10, 8), date(2015, 1, 1), LAW)
    1
    """
    last_in_time = day_before(start)
    if paid_on <= last_in_time or start < first_new_start:
        return 0
    if start.year > first_new_start.year and law.choice(NewStarts) is NewStarts.IN_2015_ONLY:
        return 0
    if start <= law.nanning_notice_issued_by.on(paid_on):
        caution(Cautions.could_not_have_known, start=start)
    return (paid_on - last_in_time).days


@rule(NN.clause("1.1.5"), Text("按时缴费的最后一日", "last day on which the premium is paid in time"))
def last_day_in_time(start: date, law: Law) -> date:
    """Last day on which the premium is paid in time: the day before the start (NN-1.1.5).

    Raises:
        NotInForceError: It lies before the notice: what is due then depends on the day of payment.
    """
    last = day_before(start)
    first = min(law.project_premium_rate.days(), default=last)
    if last < first:
        raise Refusals.no_day_to_bill(start=start, first=first)
    return last
