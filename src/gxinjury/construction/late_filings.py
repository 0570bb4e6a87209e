"""Applications after their limit (逾期申请)."""

from collections.abc import Iterator

from gxinjury.construction.accidents import Accident
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.findings import Findings
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, DeadlineStatus

__all__ = ["filing_findings"]


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
