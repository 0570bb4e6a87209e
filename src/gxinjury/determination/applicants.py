"""Who may apply for a determination (申请人), and by when."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Annotated

import attrs

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
from gxinjury.law.clauses import REG
from gxinjury.periods import Deadline, WorkCalendar
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Applicant", "FilingLimit", "filing_limits"]


class Applicant(Enum):
    """Who may apply for a determination."""

    EMPLOYER = Text(zh="用人单位", en="employer")
    WORKER = Text(zh="工伤职工", en="worker")
    CLOSE_RELATIVE = Text(zh="近亲属", en="close relative")
    TRADE_UNION = Text(zh="工会组织", en="trade union")


@attrs.frozen
class FilingLimit(Record):
    """By when one who may apply has to.

    Args:
        applicant: Who.
        limit: By when.
    """

    applicant: Annotated[Applicant, Text("申请人", "applicant")]
    limit: Annotated[Deadline, Text("期限", "limit")]


@rule(REG.clause("17"), Text("申请人及其期限", "who may apply, and by when"))
def filing_limits(
    injured_on: date,
    *,
    extension_days: int = 0,
    excluded: Iterable[Exclusion] = (),
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> tuple[FilingLimit, ...]:
    """Who may apply for a determination, and by when (art. 17), the employer first.

    Args:
        injured_on: As in :func:`~gxinjury.determination.filing.employer_deadline`, and so are the others; ``excluded``
            as in :func:`~gxinjury.determination.filing.worker_deadline`.
        extension_days: Days by which the employer's limit was extended.
        excluded: Delay that is left out of the year of the others.
        calendar: Days off; None: raw days.
        law: The law asked.

    >>> for one in filing_limits(date(2016, 3, 1)):
    ...     print(one.applicant.name, one.limit)
    EMPLOYER 2016-03-31
    WORKER 2017-03-01
    CLOSE_RELATIVE 2017-03-01
    TRADE_UNION 2017-03-01
    """
    check_day("filing_limits", "injured_on", injured_on)
    check_count("filing_limits", "extension_days", extension_days)
    periods = records("filing_limits", "excluded", excluded, Exclusion)
    check_calendar("filing_limits", calendar)
    employers = employer_limit(injured_on, extension_days, calendar, law)
    others = worker_limit(injured_on, periods, calendar, law)
    return tuple(
        FilingLimit(applicant, employers if applicant is Applicant.EMPLOYER else others) for applicant in Applicant
    )
