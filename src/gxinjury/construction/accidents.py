"""An accident on a project (事故): what happened, and what was reported, applied for and decided since."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Final

import attrs

from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.employer_insurance import EmployerInsured, check_employer_insured
from gxinjury.construction.filings import check_costs, check_filings, first_filing
from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker
from gxinjury.determination import DatedCost, Exclusion
from gxinjury.errors import InvalidFactError
from gxinjury.facts import (
    moment,
    optional_moment,
)
from gxinjury.periods import china_day
from gxinjury.records import NotBefore, Record, check_facts, refused, several
from gxinjury.texts import Text

__all__ = ["Accident"]

_SINCE_IT: Final = NotBefore("day", told="happened_at")


@attrs.frozen
class Accident(Record):
    """An accident of a worker of a project, and what was done about it.

    Args:
        worker: The worker, or the text that the roster knows him by.
        happened_at: The moment of the accident, with its offset from UTC.
        work_cause: Whether it came by a work cause.
        on_site: Whether it happened on the site.
        reported_at: The moment the employer reported it to the authority; None where it did not.
        known_at: The moment the employer knew of it; None where unknown.
        verified: Whether the authority found it to be so; None while it has not decided.
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
        deemed: Whether it is an injury that the Regulation only deems one (视同工伤, art. 15).
        shown_on: The day the harm showed, where that is later than the accident: the limits count from it, while the
            accident decides cover and standing.

    Raises:
        InvalidFactError: A fact breaks one of these, something comes before the accident, or the application was
            accepted before anybody applied.

    >>> Accident("张三", datetime.fromisoformat("2015-10-08T14:30+08:00"), work_cause=True, on_site=True).day
    datetime.date(2015, 10, 8)
    """

    worker: Annotated[WorkerOrKey, check_worker, Text("职工", "worker")] = attrs.field(converter=as_worker)
    happened_at: Annotated[datetime, Text("事故发生之时", "happened at")] = attrs.field(converter=moment)
    work_cause: Annotated[bool, Text("因工作原因", "by a work cause")]
    on_site: Annotated[bool, Text("在工地范围以内", "on the site")]
    reported_at: Annotated[datetime | None, NotBefore("happened_at"), Text("报告之时", "reported at")] = attrs.field(
        default=None, converter=optional_moment
    )
    known_at: Annotated[
        datetime | None, NotBefore("happened_at"), Text("用人单位知悉之时", "known to the employer at")
    ] = attrs.field(default=None, converter=optional_moment)
    verified: Annotated[bool | None, Text("经人社部门调查核实", "verified by the authority")] = None
    employer_filed_on: Annotated[date | None, _SINCE_IT, Text("用人单位申请日", "employer applied on")] = None
    others_filed_on: Annotated[
        date | None, _SINCE_IT, Text("职工、近亲属或工会申请日", "worker, relative or union applied on")
    ] = None
    accepted_on: Annotated[date | None, _SINCE_IT, Text("申请受理日", "application accepted on")] = None
    extension_days: Annotated[int, Text("经同意延长的日数", "days of extension consented to")] = 0
    excluded: Annotated[tuple[Exclusion, ...], Text("不计入期限的时间", "time left out")] = attrs.field(
        default=(), converter=several
    )
    determined_on: Annotated[date | None, _SINCE_IT, Text("认定之日", "determined on")] = None
    assessed_on: Annotated[date | None, _SINCE_IT, Text("鉴定之日", "assessed on")] = None
    needs_assessment: Annotated[bool, Text("需要鉴定", "needs an assessment")] = True
    costs: Annotated[tuple[DatedCost, ...], Text("费用", "costs")] = attrs.field(default=(), converter=several)
    benefits: Annotated[BenefitFacts | None, Text("待遇核定所需事实", "facts of its benefits")] = None
    enrolled_by_employer: Annotated[
        EmployerInsured, check_employer_insured, Text("由用人单位参保", "insured through his own employer")
    ] = False
    deemed: Annotated[bool, Text("视同工伤的情形", "only deemed a work injury")] = False
    shown_on: Annotated[date | None, _SINCE_IT, Text("伤害显现之日", "day the harm showed")] = None

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        yield from refused(check_filings, "Accident", self)
        yield from refused(check_costs, "Accident", self.costs, "happened_at", self.day)
        if self.benefits is not None:
            yield from refused(self.benefits.check_beside, self.day, self.determined_on, self.assessed_on)

    @property
    def day(self) -> date:
        """The day of the accident in China."""
        return china_day(self.happened_at)

    @property
    def counted_from(self) -> date:
        """The day from which the limits for an application count; the accident, or when the harm showed."""
        return self.day if self.shown_on is None else self.shown_on

    @property
    def first_filing(self) -> date | None:
        """The day of the first application; where only its acceptance is known, that day; None where nobody applied."""
        return first_filing(self)
