"""Costs that fall on the employer (用人单位负担的费用), and how those named are split."""

from gxinjury.construction.accidents import Accident
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.findings import Findings
from gxinjury.determination import (
    CostSplit,
    costs_on_employer,
    split_costs,
)
from gxinjury.errors import NotInForceError
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, Period, WorkCalendar

__all__ = ["costs_of"]


def costs_of(
    accident: Accident | OccupationalDisease,
    by_employer: Deadline,
    calendar: WorkCalendar | None,
    law: Law,
    *,
    fund_pays: bool | None,
) -> tuple[Period | None, CostSplit | None, tuple[Finding, ...]]:
    """Return the days whose costs fall on the employer, the costs split, and what is to be told of both."""
    clause = NN.clause("4.2")
    told: dict[str, object] = {"worker": accident.worker, "limit": str(by_employer)}
    try:
        on_employer = costs_on_employer(
            accident.day,
            counted_from=accident.counted_from,
            employer_filed_on=accident.employer_filed_on,
            others_filed_on=accident.others_filed_on,
            accepted_on=accident.accepted_on,
            extension_days=accident.extension_days,
            calendar=calendar,
            law=law,
        )
    except NotInForceError:
        return None, None, (Findings.costs_undetermined(clause, **told),)
    findings = []
    if on_employer is not None and accident.first_filing is None:
        # It looks at no clock: the answer is that of the limit being over.
        findings.append(Findings.nobody_applied(clause, **told, first=on_employer.first))
    costs = split_costs(accident.costs, on_employer)
    if fund_pays is not False:
        return on_employer, costs, tuple(findings)
    if costs.whole:
        told = {"worker": accident.worker, "amount": costs.whole}
        findings.append(Findings.fund_does_not_pay(NN.clause("5.1"), **told))
    return on_employer, None, tuple(findings)
