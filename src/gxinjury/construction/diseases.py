"""An occupational disease of a worker of a project (职业病): exposure, diagnosis, and what was done about it since.

It has no moment and no site. The exposure, from its first to its last day, says which projects' cover could answer; the
limits run from the diagnosis or appraisal.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from gxinjury.construction.benefit_facts import BenefitFacts
from gxinjury.construction.handling import HANDLED_ON, check_filings, first_filing
from gxinjury.construction.workers import (
    EmployerInsured,
    WorkerOrKey,
    as_worker,
    check_employer_insured,
    check_worker,
)
from gxinjury.determination import DatedCost, Exclusion
from gxinjury.facts import (
    check_count,
    check_day,
    check_flag,
    check_instance,
    check_not_before,
    check_optional_day,
    records,
)
from gxinjury.periods import Period

_RECORD: Final = "OccupationalDisease"


def _excluded(values: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    return records(_RECORD, "excluded", values, Exclusion)


def _costs(values: Iterable[DatedCost]) -> tuple[DatedCost, ...]:
    return records(_RECORD, "costs", values, DatedCost)


@attrs.frozen
class OccupationalDisease:
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

    worker: WorkerOrKey = attrs.field(converter=as_worker)
    exposed_from: date
    diagnosed_on: date
    exposed_to: date | None = None
    employer_filed_on: date | None = None
    others_filed_on: date | None = None
    accepted_on: date | None = None
    extension_days: int = 0
    excluded: tuple[Exclusion, ...] = attrs.field(default=(), converter=_excluded)
    determined_on: date | None = None
    assessed_on: date | None = None
    needs_assessment: bool = True
    costs: tuple[DatedCost, ...] = attrs.field(default=(), converter=_costs)
    benefits: BenefitFacts | None = None
    enrolled_by_employer: EmployerInsured = False

    def __attrs_post_init__(self) -> None:
        check_worker(_RECORD, "worker", self.worker)
        check_day(_RECORD, "exposed_from", self.exposed_from)
        check_day(_RECORD, "diagnosed_on", self.diagnosed_on)
        check_not_before(_RECORD, "diagnosed_on", self.diagnosed_on, "exposed_from", self.exposed_from)
        if self.exposed_to is not None:
            check_day(_RECORD, "exposed_to", self.exposed_to)
            check_not_before(_RECORD, "exposed_to", self.exposed_to, "exposed_from", self.exposed_from)
        check_flag(_RECORD, "needs_assessment", self.needs_assessment)
        check_count(_RECORD, "extension_days", self.extension_days)
        check_employer_insured(_RECORD, "enrolled_by_employer", self.enrolled_by_employer)
        for field in HANDLED_ON:
            day = getattr(self, field)
            check_optional_day(_RECORD, field, day)
            if day is not None:
                check_not_before(_RECORD, field, day, "diagnosed_on", self.diagnosed_on)
        check_filings(_RECORD, self)
        for position, cost in enumerate(self.costs):
            where = f"costs[{position}].incurred_on"
            check_not_before(_RECORD, where, cost.incurred_on, "exposed_from", self.exposed_from)
        if self.benefits is not None:
            check_instance(_RECORD, "benefits", self.benefits, BenefitFacts)
            self.benefits.check_beside(self.day, self.determined_on, self.assessed_on, exposed_from=self.exposed_from)

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
