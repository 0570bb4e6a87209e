"""Times in which the works stood still (停工), which the term does not move for."""

from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.findings import Findings
from gxinjury.explanations import rule
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.periods import Period
from gxinjury.records import FreeText, NotBefore, Record, check_facts, optional_free_text
from gxinjury.texts import Text

__all__ = ["WorkStoppage", "stoppage_findings"]


@attrs.frozen
class WorkStoppage(Record):
    """A time in which the works stood still (停工); the term does not move for it unless the contract is extended.

    Args:
        first: The first day without work.
        last: The last one; None while the works stand still.
        reason: Why they stand still; None where it is not told.

    Raises:
        InvalidFactError: A day is none, the last lies before the first, or the reason is no text.

    >>> WorkStoppage(first=date(2016, 1, 11), last=date(2016, 3, 10), reason="资金未到位").reason
    '资金未到位'
    """

    first: Annotated[date, Text("首日", "first day")]
    last: Annotated[date | None, NotBefore("first"), Text("末日", "last day")] = None
    reason: Annotated[FreeText | None, Text("原因", "why")] = attrs.field(default=None, converter=optional_free_text)

    __attrs_post_init__ = check_facts

    @property
    def period(self) -> Period:
        """The days without work, open while the works stand still."""
        return Period(self.first, self.last)


@rule(NN.clause("1.3.2"), Text("停工与工期", "work stoppages and the term"))
def stoppage_findings(stoppages: tuple[WorkStoppage, ...], expiry: date) -> tuple[Finding, ...]:
    """Findings on work stoppages (NN-1.3.2): the term does not move for them, only for an extension of the contract."""
    clause = NN.clause("1.3.2")
    return tuple(
        Findings.works_stopped(clause, first=one.first, expiry=expiry)
        if one.last is None
        else Findings.works_stood_still(clause, first=one.first, last=one.last, expiry=expiry)
        for one in stoppages
    )
