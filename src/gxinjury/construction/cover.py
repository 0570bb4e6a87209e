"""The cover of a project as a record (参保有效期): covered days, days that nobody has settled, findings."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.facts import check_day
from gxinjury.findings import Finding
from gxinjury.periods import Period
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["CoverPart", "CoverState", "ProjectCover", "payment_day"]


class CoverState(Enum):
    """Whether a project is covered on a day."""

    COVERED = Text(zh="参保有效", en="covered")
    NOT_COVERED = Text(zh="不在参保有效期内", en="not covered")
    UNSETTLED = Text(zh="未定", en="unsettled")


@attrs.frozen
class CoverPart(Record):
    """What one rule adds to a cover.

    Args:
        covered: The days it covers.
        unsettled: The days of which the texts do not say.
        findings: What is to be told beside them.
    """

    covered: Annotated[tuple[Period, ...], Text("参保有效期间", "covered")] = ()
    unsettled: Annotated[tuple[Period, ...], Text("参保待定的期间", "unsettled")] = ()
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@attrs.frozen
class ProjectCover(Record):
    """The cover of a project.

    Args:
        expiry: The day the contract expires, with the extensions that count.
        periods: The covered days, as the fewest closed periods in order.
        unsettled: The days of which the texts do not say, likewise; none of them is covered.
        findings: What is to be told beside them.
    """

    expiry: Annotated[date, Text("合同到期日", "contract expires on")]
    periods: Annotated[tuple[Period, ...], Text("参保有效期间", "covered")]
    unsettled: Annotated[tuple[Period, ...], Text("参保待定的期间", "unsettled")] = ()
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()

    def state(self, day: date) -> CoverState:
        """Return whether the project is covered on a day.

        Raises:
            InvalidFactError: It is no day.
        """
        check_day("ProjectCover", "day", day)
        if any(day in period for period in self.periods):
            return CoverState.COVERED
        if any(day in period for period in self.unsettled):
            return CoverState.UNSETTLED
        return CoverState.NOT_COVERED

    def covers(self, day: date) -> bool:
        """Return whether the project is certainly covered on a day; raises as :meth:`state` does."""
        return self.state(day) is CoverState.COVERED


def payment_day(cover: ProjectCover) -> date | None:
    """Return the day the premium was paid, from which a cover counts; None where it covers nothing."""
    return cover.periods[0].first if cover.periods else None
