"""The timetable of work-capacity assessment (劳动能力鉴定的时限): conclusion, re-assessment, review."""

from datetime import date

from gxinjury.determination.counting import check_calendar, deadline
from gxinjury.explanations import rule
from gxinjury.facts import check_day, check_flag
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.periods import Deadline, WorkCalendar, day_after, days_after, months_after
from gxinjury.texts import Text

__all__ = ["assessment_deadline", "later_assessment_deadline", "reassessment_deadline", "review_from"]


@rule(REG.clause("25"), Text("作出鉴定结论的期限", "limit for the assessment conclusion"))
def assessment_deadline(
    applied_on: date, *, extended: bool = False, calendar: WorkCalendar | None = None, law: Law = LAW
) -> Deadline:
    """Limit for the assessment conclusion (art. 25): 60 days from the application, 30 more where it is extended.

    Args:
        applied_on: The day the committee received the application; not counted itself.
        extended: Whether the committee extended the time.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> assessment_deadline(date(2019, 3, 1)).day, assessment_deadline(date(2019, 3, 1), extended=True).day
    (datetime.date(2019, 4, 30), datetime.date(2019, 5, 30))
    """
    check_day("assessment_deadline", "applied_on", applied_on)
    check_flag("assessment_deadline", "extended", extended)
    check_calendar("assessment_deadline", calendar)
    days = law.assessment_days.on(applied_on)
    if extended:
        days += law.assessment_extension_days.on(applied_on)
    return deadline(days_after(applied_on, days), calendar)


@rule(REG.clause("29"), Text("再次鉴定、复查鉴定的期限", "limit for the conclusion of a re-assessment or review"))
def later_assessment_deadline(
    applied_on: date, *, extended: bool = False, calendar: WorkCalendar | None = None, law: Law = LAW
) -> Deadline:
    """Limit for the conclusion of a re-assessment or a review (art. 29): that of a first assessment.

    Args:
        applied_on: As in :func:`assessment_deadline`, and so are the others.
        extended: Whether the committee extended the time.
        calendar: Days off; None: the raw day.
        law: The law asked.

    >>> later_assessment_deadline(date(2019, 10, 8)).day
    datetime.date(2019, 12, 7)
    """
    return assessment_deadline(applied_on, extended=extended, calendar=calendar, law=law)


@rule(REG.clause("26"), Text("申请再次鉴定的期限", "limit for asking for re-assessment"))
def reassessment_deadline(received_on: date, *, calendar: WorkCalendar | None = None, law: Law = LAW) -> Deadline:
    """Limit for asking the region's committee for re-assessment (art. 26): 15 days from receipt of the conclusion.

    What that committee concludes is final.

    Args:
        received_on: The day the conclusion was received; not counted itself.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> reassessment_deadline(date(2019, 9, 20)).day
    datetime.date(2019, 10, 5)
    """
    check_day("reassessment_deadline", "received_on", received_on)
    check_calendar("reassessment_deadline", calendar)
    return deadline(days_after(received_on, law.reassessment_days.on(received_on)), calendar)


@rule(REG.clause("28"), Text("可申请复查鉴定的第一日", "first day for asking for a review"))
def review_from(concluded_on: date, *, law: Law = LAW) -> date:
    """First day on which a review may be asked for (art. 28): when one year has passed since the conclusion.

    The year ends at the close of its corresponding day, so the first day is the one after. It is a beginning, not a
    limit: it does not roll, and no day is too late.

    Args:
        concluded_on: The day of the conclusion; not counted itself.
        law: The law asked.

    Raises:
        InvalidFactError: ``concluded_on`` is no day.

    >>> review_from(date(2019, 9, 20))
    datetime.date(2020, 9, 21)
    """
    check_day("review_from", "concluded_on", concluded_on)
    return day_after(months_after(concluded_on, law.review_months.on(concluded_on)))
