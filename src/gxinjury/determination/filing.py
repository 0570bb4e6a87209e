"""Who files by when (工伤认定申请时限): the employer's 30 days, the worker's year.

The limits count from the day of the accident, or from the day on which an occupational disease was diagnosed or
appraised. Where the harm of an accident showed only later, nobody could have applied before, and a case in the gazette
of the Supreme Court counted the worker's year from the day on which it showed. ``injured_on`` is whichever of the three
it is; the accident's own day decides cover and standing, not these limits.
"""

from collections.abc import Iterable
from datetime import date

from gxinjury.determination.counting import check_calendar
from gxinjury.determination.exclusions import Exclusion
from gxinjury.determination.limits import employer_limit, worker_limit
from gxinjury.explanations import rule
from gxinjury.facts import (
    check_count,
    check_day,
    records,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, WorkCalendar
from gxinjury.texts import Text

__all__ = ["employer_deadline", "worker_deadline"]


@rule(NN.clause("4.1"), Text("用人单位申请工伤认定的期限", "limit for the employer's application"))
def employer_deadline(
    injured_on: date, *, extension_days: int = 0, calendar: WorkCalendar | None = None, law: Law = LAW
) -> Deadline:
    """Limit for the employer's written application (NN-4.1): 30 days, to the authority where the project stands.

    Args:
        injured_on: The day of the accident, of the diagnosis or appraisal of the disease, or on which the harm showed;
            not counted itself.
        extension_days: Days by which the authority consented to extend the limit.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or the extension is longer than Guangxi allows.

    >>> employer_deadline(date(2016, 1, 31)).day
    datetime.date(2016, 3, 1)
    >>> employer_deadline(date(2018, 1, 31), extension_days=30).day
    datetime.date(2018, 4, 1)
    """
    check_day("employer_deadline", "injured_on", injured_on)
    check_count("employer_deadline", "extension_days", extension_days)
    check_calendar("employer_deadline", calendar)
    return employer_limit(injured_on, extension_days, calendar, law)


@rule(
    NN.clause("4.3"),
    Text(
        "职工、近亲属、工会申请工伤认定的期限", "limit for the application of the worker, a close relative or a union"
    ),
)
def worker_deadline(
    injured_on: date,
    *,
    excluded: Iterable[Exclusion] = (),
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Deadline:
    """Limit for the application of the worker, a close relative or a trade union (NN-4.3): one year.

    Args:
        injured_on: The day of the accident, of the diagnosis or appraisal of the disease, or on which the harm showed;
            not counted itself.
        excluded: Delay for a reason not the applicant's own, in any order; overlaps are merged, and only days after
            ``injured_on`` and up to the limit as extended so far leave anything out.
        calendar: Days off, on which the last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input.

    >>> from gxinjury.determination import ExclusionReason
    >>> from gxinjury.periods import Period
    >>> worker_deadline(date(2016, 2, 29)).day
    datetime.date(2017, 2, 28)
    >>> suit = Exclusion(Period(date(2016, 5, 1), date(2016, 5, 10)), ExclusionReason.LABOUR_DISPUTE)
    >>> worker_deadline(date(2016, 2, 29), excluded=[suit]).day
    datetime.date(2017, 3, 10)
    """
    check_day("worker_deadline", "injured_on", injured_on)
    periods = records("worker_deadline", "excluded", excluded, Exclusion)
    check_calendar("worker_deadline", calendar)
    return worker_limit(injured_on, periods, calendar, law)
