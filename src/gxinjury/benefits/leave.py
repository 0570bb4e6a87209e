"""Paid injury leave (停工留薪期): the employer pays the original wage, up to 12 months and 12 more if confirmed."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import check_count, check_day, check_flag, check_not_before
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.law.regulation import Payer
from gxinjury.periods import Period, months_after
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["InjuryLeave", "Recurring", "benefits_on_recurrence", "leave_limit", "paid_injury_leave"]


@attrs.frozen
class InjuryLeave(Record):
    """The paid leave of an injured worker.

    Args:
        days: From the day of the injury to the last day of leave.
        payer: Who pays the original wage, month by month, and sees to the nursing of who cannot care for himself.
        graded: Whether it is the grading that ended it.
    """

    days: Annotated[Period, Text("期间", "days")]
    payer: Annotated[Payer, Text("支付方", "payer")]
    graded: Annotated[bool, Text("因评残而终止", "ended by the grading")]


@rule(REG.clause("33"), Text("停工留薪期最后一日", "last day of the leave by its months"))
def leave_limit(injured_on: date, months: int, extension_months: int) -> date:
    """Last day of the leave by its months (REG-33): the corresponding day, the day of the injury not counted.

    >>> leave_limit(date(2016, 2, 29), 12, 0)
    datetime.date(2017, 2, 28)
    """
    return months_after(injured_on, months + extension_months)


@rule(REG.clause("33"), Text("停工留薪期", "paid injury leave"))
def paid_injury_leave(
    injured_on: date,
    *,
    months: int,
    extension_months: int = 0,
    graded_on: date | None = None,
    law: Law = LAW,
) -> InjuryLeave:
    """Paid injury leave (REG-33).

    Args:
        injured_on: The day of the accident, or of the recurrence that needs treatment (REG-38).
        months: The months of leave that the injury takes, at most 12.
        extension_months: The months more that the assessment committee confirmed, at most 12.
        graded_on: The day the disability was graded, on which leave ends; None while it is not.
        law: The law asked.

    Returns:
        The days of leave, paid by the employer at the original wage.

    Raises:
        InvalidFactError: There are more months than the law allows, or the grading lies before the injury.
        NotInForceError: The injury lies before 2011-01-01.

    >>> leave = paid_injury_leave(date(2016, 3, 1), months=12, graded_on=date(2016, 11, 20))
    >>> str(leave.days), leave.payer.name
    ('2016-03-01..2016-11-20', 'EMPLOYER')
    """
    question = "paid_injury_leave"
    check_day(question, "injured_on", injured_on)
    check_count(question, "months", months)
    check_count(question, "extension_months", extension_months)
    _check_most("months", months, law.leave_months.on(injured_on))
    _check_most("extension_months", extension_months, law.leave_extension_months.on(injured_on))
    last = leave_limit(injured_on, months, extension_months)
    if graded_on is not None:
        check_day(question, "graded_on", graded_on)
        check_not_before(question, "graded_on", graded_on, "injured_on", injured_on)
        if graded_on <= last:
            return InjuryLeave(Period(injured_on, graded_on), Payer.EMPLOYER, graded=True)
    return InjuryLeave(Period(injured_on, last), Payer.EMPLOYER, graded=False)


def _check_most(field: str, months: int, most: int) -> None:
    if months > most:
        rule_broken = FactRule(zh=f"不得超过 {most} 个月", en=f"must be at most {most}", code="too_many_months")
        raise InvalidFactError("paid_injury_leave", field, rule_broken, months)


class Recurring(Enum):
    """What a worker draws again when the injury recurs."""

    TREATMENT = Text(zh="工伤医疗待遇", en="treatment")
    AIDS = Text(zh="辅助器具", en="aids")
    PAID_LEAVE = Text(zh="停工留薪待遇", en="paid injury leave")


@rule(REG.clause("38"), Text("工伤复发的待遇", "benefits on a recurrence"))
def benefits_on_recurrence(*, treatment_confirmed: bool) -> tuple[Recurring, ...]:
    """What is drawn again when an injury recurs (REG-38): arts. 30, 32 and 33, once treatment is confirmed as needed.

    Args:
        treatment_confirmed: Whether treatment was confirmed as needed.

    >>> [benefit.name for benefit in benefits_on_recurrence(treatment_confirmed=True)]
    ['TREATMENT', 'AIDS', 'PAID_LEAVE']
    """
    check_flag("benefits_on_recurrence", "treatment_confirmed", treatment_confirmed)
    return tuple(Recurring) if treatment_confirmed else ()
