"""Delayed completion (延期竣工验收): the papers to file ahead, and what cover there is after the contract expires."""

from datetime import date
from typing import Annotated, assert_never

import attrs

from gxinjury.construction.cover import CoverPart
from gxinjury.construction.findings import Findings
from gxinjury.explanations import rule
from gxinjury.facts import check_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import DelayFilingDay, DelayNotFiled
from gxinjury.periods import Period, day_after, day_before, days_before, earlier
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["DelayFiling", "cover_after_expiry", "delay_papers_deadline"]


@attrs.frozen
class DelayFiling(Record):
    """The papers of a delayed completion (延期竣工验收的有关材料).

    Args:
        filed_on: The day they were filed with the agency.
        acceptance_period_ends: The end of the project's acceptance period; None where nobody named it. Papers filed
            after it are a finding.

    >>> DelayFiling(filed_on=date(2016, 5, 31)).acceptance_period_ends is None
    True
    """

    filed_on: Annotated[date, Text("报送（备案）日", "filed on")]
    acceptance_period_ends: Annotated[date | None, Text("竣工验收期届满日", "end of the acceptance period")] = None

    __attrs_post_init__ = check_facts


@rule(NN.clause("1.3.2"), Text("延期材料报送的最后一日", "last day for the delay papers"))
def delay_papers_deadline(expiry: date, *, law: Law = LAW) -> date:
    """Last day for the delay papers: 30 days before the contract expires (NN-1.3.2); it does not roll.

    Args:
        expiry: The day the contract expires, with the extensions that count.
        law: The law asked.

    Raises:
        InvalidFactError: The expiry is no day.

    >>> delay_papers_deadline(date(2016, 6, 30))
    datetime.date(2016, 5, 31)
    """
    check_day("delay_papers_deadline", "expiry", expiry)
    last = days_before(expiry, law.delay_notice_days.on(expiry))
    return last if law.choice(DelayFilingDay) is DelayFilingDay.THIRTIETH_DAY else day_before(last)


@rule(NN.clause("1.3.2"), Text("合同到期后的参保", "cover after the contract's expiry"))
def cover_after_expiry(expiry: date, accepted_on: date | None, delay: DelayFiling | None, law: Law) -> CoverPart:
    """Cover from the day after the contract's expiry on, completion not being accepted by then (NN-1.3.2).

    Filed in time with the end of the acceptance period named, it goes on to acceptance, at most to that end.
    """
    deadline = delay_papers_deadline(expiry, law=law)
    cap = None if delay is None else delay.acceptance_period_ends
    findings = _delay_findings(deadline, expiry, accepted_on, delay)
    if delay is not None and delay.filed_on <= deadline:
        if cap is not None:
            return CoverPart(covered=_days_until(expiry, earlier(accepted_on, cap)), findings=findings)
        return CoverPart(unsettled=_days_until(expiry, accepted_on), findings=findings)
    days = _days_until(expiry, earlier(accepted_on, cap))
    match reading := law.choice(DelayNotFiled):
        case DelayNotFiled.UNSETTLED:
            return CoverPart(unsettled=days, findings=findings)
        case DelayNotFiled.LAPSES:
            return CoverPart(findings=findings)
        case DelayNotFiled.CONTINUES:
            return CoverPart(covered=days, findings=findings)
        case _:
            assert_never(reading)


def _days_until(expiry: date, last: date | None) -> tuple[Period, ...]:
    """Return the days after the expiry to the last one; none where it does not lie after the expiry."""
    return (Period(day_after(expiry), last),) if last is None or last > expiry else ()


def _delay_findings(
    deadline: date, expiry: date, accepted_on: date | None, delay: DelayFiling | None
) -> tuple[Finding, ...]:
    clause = NN.clause("1.3.2")
    if delay is None:
        words = Findings.delay_papers_due if accepted_on is None else Findings.delay_papers_missing
        return (words(clause, deadline=deadline, expiry=expiry),)
    findings = []
    if delay.filed_on > deadline:
        days = (delay.filed_on - deadline).days
        findings.append(Findings.delay_papers_late(clause, days=days, deadline=deadline))
    ends = delay.acceptance_period_ends
    if ends is None:
        findings.append(Findings.acceptance_period_unknown(clause, expiry=expiry))
        return tuple(findings)
    if delay.filed_on > ends:
        told = {"filed_on": delay.filed_on, "ends": ends}
        findings.append(Findings.delay_papers_after_acceptance_period(clause, **told))
    if ends <= expiry:
        findings.append(Findings.acceptance_period_within_term(clause, ends=ends, expiry=expiry))
    return tuple(findings)
