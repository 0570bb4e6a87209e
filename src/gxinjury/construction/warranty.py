"""The warranty period (保修期): its contract is filed after completion, and from filing and roster on it is covered."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, assert_never

import attrs

from gxinjury.construction.cover import CoverPart
from gxinjury.construction.findings import Findings
from gxinjury.determination.counting import check_calendar, deadline
from gxinjury.explanations import rule
from gxinjury.facts import check_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import CompletionForWarranty, LateWarrantyFiling
from gxinjury.periods import Deadline, DeadlineStatus, Period, WorkCalendar, day_after, day_before, days_after
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["Warranty", "warranty_completion", "warranty_cover", "warranty_deadline"]


@attrs.frozen
class Warranty(Record):
    """The warranty of a project, as far as it is filed (保修合同备案).

    Args:
        filed_on: The day the warranty contract was filed with the agency; None while it is not.
        roster_reported_on: The day the roster of those on warranty work was reported; None while it is not.
        ends: The last day of the warranty period.

    >>> Warranty(filed_on=date(2016, 7, 10), roster_reported_on=None, ends=date(2018, 6, 30)).roster_reported_on
    """

    filed_on: Annotated[date | None, Text("报送（备案）日", "filed on")]
    roster_reported_on: Annotated[date | None, Text("花名册报送日", "roster reported on")]
    ends: Annotated[date, Text("届满日", "ends")]

    __attrs_post_init__ = check_facts


@rule(NN.clause("1.3.3"), Text("保修备案起算的竣工日", "completion that the warranty filing counts from"))
def warranty_completion(expiry: date, accepted_on: date | None, completed_on: date | None, law: Law) -> date | None:
    """Completion from which the warranty filing counts (NN-1.3.3): accepted, actual or contractual by reading.

    None while that has not come: the warranty is kept for later.
    """
    match reading := law.choice(CompletionForWarranty):
        case CompletionForWarranty.ACCEPTED:
            return accepted_on
        case CompletionForWarranty.COMPLETED:
            return completed_on
        case CompletionForWarranty.CONTRACTUAL:
            return expiry
        case _:
            assert_never(reading)


@rule(NN.clause("1.3.3"), Text("保修合同备案期限", "limit for filing the warranty contract"))
def warranty_deadline(completion: date, *, calendar: WorkCalendar | None = None, law: Law = LAW) -> Deadline:
    """Limit for filing the warranty contract: 30 days after completion (NN-1.3.3).

    Args:
        completion: The completion that it counts from.
        calendar: Days off, on which a last day does not fall; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: The completion is no day, or the calendar is none.

    >>> warranty_deadline(date(2016, 6, 30)).raw
    datetime.date(2016, 7, 30)
    """
    check_day("warranty_deadline", "completion", completion)
    check_calendar("warranty_deadline", calendar)
    return deadline(days_after(completion, law.warranty_filing_days.on(completion)), calendar)


@rule(NN.clause("1.3.3"), Text("保修期的参保", "cover of the warranty period"))
def warranty_cover(
    warranty: Warranty,
    completion: date | None,
    accepted_on: date | None,
    calendar: WorkCalendar | None,
    law: Law,
    *,
    paid_on: date,
) -> CoverPart:
    """Cover of the warranty period (NN-1.3.3): from the later of filing and roster to its end, not backdated.

    It is that of an enrolled project, and so begins with the premium at the earliest. Before the completion that it
    counts from, a finding says what it will need.
    """
    clause = NN.clause("1.3.3")
    if completion is None:
        return CoverPart(findings=(Findings.warranty_to_come(clause, ends=warranty.ends),))
    if warranty.filed_on is None or warranty.roster_reported_on is None:
        is_unfiled = warranty.filed_on is None
        missing = Findings.warranty_not_filed if is_unfiled else Findings.warranty_roster_missing
        return CoverPart(findings=(missing(clause),))
    first = max(warranty.filed_on, warranty.roster_reported_on, completion, paid_on)
    if first > warranty.ends:
        return CoverPart(findings=(Findings.warranty_over(clause, ends=warranty.ends, first=first),))
    days = (Period(first, warranty.ends),)
    limit = warranty_deadline(completion, calendar=calendar, law=law)
    status = limit.status(warranty.filed_on)
    gap = tuple(_gap(accepted_on, first))
    if status is DeadlineStatus.IN_TIME:
        return CoverPart(covered=days, findings=gap)
    is_late = status is DeadlineStatus.LATE
    words = Findings.warranty_filed_late if is_late else Findings.warranty_filing_undetermined
    found = (words(clause, filed_on=warranty.filed_on, limit=str(limit)),)
    if law.choice(LateWarrantyFiling) is LateWarrantyFiling.STILL_EFFECTIVE:
        return CoverPart(covered=days, findings=(*found, *gap))
    return CoverPart(unsettled=() if is_late else days, findings=found)


def _gap(accepted_on: date | None, first: date) -> Iterator[Finding]:
    """Tell of the days between the acceptance of completion and the first day of the warranty's cover."""
    if accepted_on is not None and first > day_after(accepted_on):
        gap = Period(day_after(accepted_on), day_before(first))
        yield Findings.warranty_gap(NN.clause("1.3.3"), first=gap.first, last=gap.last, days=gap.days)
