"""An occupational disease of a worker of a project (职业病): exposure, diagnosis, and what was done about it since.

It has no moment and no site. The exposure, from its first to its last day, says which projects' cover could answer; the
limits run from the diagnosis or appraisal.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.employer_insurance import EmployerInsured, check_employer_insured
from gxinjury.construction.filings import check_costs, check_filings, first_filing
from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker
from gxinjury.determination import DatedCost, Exclusion
from gxinjury.errors import InvalidFactError
from gxinjury.periods import Period
from gxinjury.records import NotBefore, Record, check_facts, refused, several
from gxinjury.texts import Text

__all__ = ["OccupationalDisease"]


@attrs.frozen
class OccupationalDisease(Record):
    """An occupational disease of a worker of a project (职业病), and what was done about it.

    Args:
        worker: The worker, or the text that the roster knows him by.
        exposed_from: The first day of the exposure (接触职业病危害), on this project or before it.
        diagnosed_on: The day the disease was diagnosed or appraised (被诊断、鉴定为职业病).
        exposed_to: The last day of the exposure; None while it went on to the diagnosis.
        employer_filed_on: The day the employer applied for a determination; None where it has not.
        others_filed_on: The day the worker, a close relative or a union applied; None where none has.
        accepted_on: The day the authority accepted the application; None while it has not.
        extension_days: Days by which the authority consented to extend the employer's limit.
        excluded: Time that is left out of the worker's year, with its reasons.
        determined_on: The day of the determination; None while it is pending.
        assessed_on: The day of the assessment; None while it is pending.
        needs_assessment: Whether there is anything to assess; a death has no assessment.
        costs: Costs that the fund would bear, each with its day.
        benefits: What its benefits depend on beside; None where they are not asked for.
        enrolled_by_employer: Whether the worker is insured through his own employer, or the day from which he is.

    Raises:
        InvalidFactError: A fact breaks one of these, the exposure is reversed, something that follows the diagnosis
            comes before it, or the application was accepted before anybody applied.

    >>> dust = OccupationalDisease("张三", exposed_from=date(2015, 10, 9), diagnosed_on=date(2016, 5, 4))
    >>> str(dust.exposure), dust.day.isoformat()
    ('2015-10-09..2016-05-04', '2016-05-04')
    """

    worker: Annotated[WorkerOrKey, check_worker, Text("职工", "worker")] = attrs.field(converter=as_worker)
    exposed_from: Annotated[date, Text("接触起始日", "exposed from")]
    diagnosed_on: Annotated[date, NotBefore("exposed_from"), Text("诊断（鉴定）之日", "diagnosed or appraised on")]
    exposed_to: Annotated[date | None, NotBefore("exposed_from"), Text("接触终止日", "exposed to")] = None
    employer_filed_on: Annotated[
        date | None, NotBefore("diagnosed_on"), Text("用人单位申请日", "employer applied on")
    ] = None
    others_filed_on: Annotated[
        date | None, NotBefore("diagnosed_on"), Text("职工、近亲属或工会申请日", "worker, relative or union applied on")
    ] = None
    accepted_on: Annotated[date | None, NotBefore("diagnosed_on"), Text("申请受理日", "application accepted on")] = None
    extension_days: Annotated[int, Text("经同意延长的日数", "days of extension consented to")] = 0
    excluded: Annotated[tuple[Exclusion, ...], Text("不计入期限的时间", "time left out")] = attrs.field(
        default=(), converter=several
    )
    determined_on: Annotated[date | None, NotBefore("diagnosed_on"), Text("认定之日", "determined on")] = None
    assessed_on: Annotated[date | None, NotBefore("diagnosed_on"), Text("鉴定之日", "assessed on")] = None
    needs_assessment: Annotated[bool, Text("需要鉴定", "needs an assessment")] = True
    costs: Annotated[tuple[DatedCost, ...], Text("费用", "costs")] = attrs.field(default=(), converter=several)
    benefits: Annotated[BenefitFacts | None, Text("待遇核定所需事实", "facts of its benefits")] = None
    enrolled_by_employer: Annotated[
        EmployerInsured, check_employer_insured, Text("由用人单位参保", "insured through his own employer")
    ] = False

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        yield from refused(check_filings, "OccupationalDisease", self)
        yield from refused(check_costs, "OccupationalDisease", self.costs, "exposed_from", self.exposed_from)
        if self.benefits is not None:
            yield from refused(
                self.benefits.check_beside,
                self.day,
                self.determined_on,
                self.assessed_on,
                exposed_from=self.exposed_from,
            )

    @property
    def day(self) -> date:
        """The day of the diagnosis or appraisal, which stands where an accident has its day."""
        return self.diagnosed_on

    @property
    def counted_from(self) -> date:
        """The day from which the limits for an application count; the diagnosis or appraisal."""
        return self.diagnosed_on

    @property
    def exposure(self) -> Period:
        """The days of the exposure, through the diagnosis at the latest; what came after it did not cause it."""
        last = self.diagnosed_on if self.exposed_to is None else min(self.exposed_to, self.diagnosed_on)
        return Period(self.exposed_from, last)

    @property
    def first_filing(self) -> date | None:
        """The day of the first application; where only its acceptance is known, that day; None where nobody applied."""
        return first_filing(self)
