"""By when a determination is applied for (申请期限): the limits, when they begin, applications after them."""

from collections.abc import Iterator

from gxinjury.construction.accidents import Accident
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.findings import Findings
from gxinjury.determination import (
    employer_deadline,
    worker_deadline,
)
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, DeadlineStatus, WorkCalendar

__all__ = ["filing_findings", "limits_of", "shown_later"]


def filing_findings(
    accident: Accident | OccupationalDisease, by_employer: Deadline, by_others: Deadline
) -> Iterator[Finding]:
    """Tell of applications after their limit; that of the others does not matter where the employer applied."""
    others_filed_on = accident.others_filed_on if accident.employer_filed_on is None else None
    filings = (
        (Findings.employer_filed_late, NN.clause("4.1"), accident.employer_filed_on, by_employer),
        (Findings.others_filed_late, NN.clause("4.3"), others_filed_on, by_others),
    )
    for late, clause, filed_on, limit in filings:
        status = DeadlineStatus.IN_TIME if filed_on is None else limit.status(filed_on)
        told = {"worker": accident.worker, "filed_on": filed_on, "limit": str(limit)}
        if status is DeadlineStatus.LATE:
            yield late(clause, **told)
        elif status is DeadlineStatus.UNDETERMINED:
            yield Findings.filed_between(clause, **told)


def limits_of(
    accident: Accident | OccupationalDisease, calendar: WorkCalendar | None, law: Law
) -> tuple[Deadline, Deadline]:
    """Return by when the employer applies, and by when the worker, a close relative or a union."""
    day = accident.counted_from
    by_employer = employer_deadline(day, extension_days=accident.extension_days, calendar=calendar, law=law)
    return by_employer, worker_deadline(day, excluded=accident.excluded, calendar=calendar, law=law)


def shown_later(accident: Accident) -> Iterator[Finding]:
    """Tell that the limits count from a day after the accident, where its harm showed later."""
    if accident.counted_from > accident.day:
        told = {"worker": accident.worker, "day": accident.day, "shown_on": accident.shown_on}
        yield Findings.limits_from_harm(NN.clause("4.1"), **told)
