"""An accident on a project (事故): what happened, and what was reported, applied for and decided since."""

from collections.abc import Iterable
from datetime import date, datetime

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
    check_flag,
    check_instance,
    check_moment,
    check_not_before,
    check_optional_day,
    check_optional_flag,
    moment,
    optional_moment,
    records,
)
from gxinjury.periods import china_day


def _excluded(values: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    return records("Accident", "excluded", values, Exclusion)


def _costs(values: Iterable[DatedCost]) -> tuple[DatedCost, ...]:
    return records("Accident", "costs", values, DatedCost)


@attrs.frozen
class Accident:
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

    worker: WorkerOrKey = attrs.field(converter=as_worker)
    happened_at: datetime = attrs.field(converter=moment)
    work_cause: bool
    on_site: bool
    reported_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    known_at: datetime | None = attrs.field(default=None, converter=optional_moment)
    verified: bool | None = None
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
    deemed: bool = False
    shown_on: date | None = None

    def __attrs_post_init__(self) -> None:
        check_worker("Accident", "worker", self.worker)
        check_moment("Accident", "happened_at", self.happened_at)
        check_flag("Accident", "work_cause", self.work_cause)
        check_flag("Accident", "on_site", self.on_site)
        check_optional_flag("Accident", "verified", self.verified)
        check_flag("Accident", "needs_assessment", self.needs_assessment)
        check_count("Accident", "extension_days", self.extension_days)
        check_employer_insured("Accident", "enrolled_by_employer", self.enrolled_by_employer)
        check_flag("Accident", "deemed", self.deemed)
        for field in ("reported_at", "known_at"):
            later = getattr(self, field)
            if later is not None:
                check_moment("Accident", field, later)
                check_not_before("Accident", field, later, "happened_at", self.happened_at)
        for field in ("shown_on", *HANDLED_ON):
            day = getattr(self, field)
            check_optional_day("Accident", field, day)
            if day is not None:
                check_not_before("Accident", field, day, "happened_at", self.day)
        check_filings("Accident", self)
        for position, cost in enumerate(self.costs):
            check_not_before("Accident", f"costs[{position}].incurred_on", cost.incurred_on, "happened_at", self.day)
        if self.benefits is not None:
            check_instance("Accident", "benefits", self.benefits, BenefitFacts)
            self.benefits.check_beside(self.day, self.determined_on, self.assessed_on)

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
