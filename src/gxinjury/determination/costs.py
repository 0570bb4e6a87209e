"""Who bears the costs meanwhile (此期间费用的负担): an employer that lets its 30 days pass bears those of a period."""

from datetime import date
from typing import Annotated

import attrs

from gxinjury.determination.filing import employer_deadline
from gxinjury.determination.findings import Cautions, Refusals
from gxinjury.explanations import caution, rule
from gxinjury.facts import (
    check_day,
    check_not_before,
    check_optional_day,
)
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import LSH256, NN, REG
from gxinjury.law.readings import EmployerCostPeriod
from gxinjury.periods import Deadline, DeadlineStatus, Period, WorkCalendar, day_after
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Filings", "cost_period", "costs_of_late_employer", "costs_on_employer", "period_to_workers_filing"]


@attrs.frozen
class Filings(Record):
    """Who applied for a determination when, and when the application was accepted (申请与受理).

    Args:
        employer: The day the employer applied; None where it has not.
        others: The day the worker, a close relative or a union applied; None where none has.
        accepted: The day the authority accepted the application; None while it has not.
    """

    employer: Annotated[date | None, Text("用人单位申请日", "employer applied on")]
    others: Annotated[date | None, Text("职工、近亲属或工会申请日", "worker, relative or union applied on")]
    accepted: Annotated[date | None, Text("受理日", "application accepted on")]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of applying; where none is named, the application counts as filed when it was accepted."""
        named = tuple(day for day in (self.employer, self.others) if day is not None)
        return named or (() if self.accepted is None else (self.accepted,))

    @property
    def by_workers_side(self) -> date | None:
        """The day the worker's side applied, where the employer had not before."""
        if self.others is None or (self.employer is not None and self.employer < self.others):
            return None
        return self.others


@rule(NN.clause("4.3"), Text("职工方申请的“在此期间”", "“this period” where the worker's side applies"))
def period_to_workers_filing(injured_on: date, filed_on: date) -> Period:
    """Period that the sentence on the worker's own application names: from the accident to that application.

    It gives the worker's side its year because the employer did not apply as prescribed, and puts the costs "in this
    period" on the employer: the period is the worker's, not the employer's thirty days.
    """
    return Period(injured_on, filed_on)


@rule(LSH256.clause("6"), Text("“此期间”", "“this period”"))
def cost_period(injured_on: date, limit: Deadline, filings: Filings, law: Law) -> Period:
    """Period whose costs a late employer bears: from the accident to the acceptance, or another by reading.

    Raises:
        NotInForceError: The reading counts from or to the limit, whose days off nobody has announced.
    """
    choice = law.choice(EmployerCostPeriod)
    if choice is EmployerCostPeriod.ACCIDENT_TO_ACCEPTANCE:
        return Period(injured_on, filings.accepted)
    if choice is EmployerCostPeriod.ACCIDENT_TO_LIMIT and filings.by_workers_side is not None:
        return period_to_workers_filing(injured_on, filings.by_workers_side)
    if limit.day is None:
        raise Refusals.limit_not_known(limit=str(limit))
    if choice is EmployerCostPeriod.LIMIT_TO_ACCEPTANCE:
        return Period(day_after(limit.day), filings.accepted)
    return Period(injured_on, limit.day)


@rule(REG.clause("17.4"), Text("用人单位逾期申请的后果", "what follows where the employer is late"))
def costs_of_late_employer(injured_on: date, limit: Deadline, filings: Filings, law: Law) -> Period | None:
    """Period whose costs the employer bears: none where anybody applied before the employer's limit had passed.

    Raises:
        NotInForceError: Whether it was in time hangs on days off that nobody has announced.
    """
    statuses = [limit.status(filed_on) for filed_on in filings.days]
    if DeadlineStatus.IN_TIME in statuses:
        return None
    if DeadlineStatus.UNDETERMINED in statuses:
        raise Refusals.filing_undetermined(filings=filings.days, limit=str(limit))
    return cost_period(injured_on, limit, filings, law)


@rule(NN.clause("4.2"), Text("费用由用人单位负担的期间", "period whose costs fall on the employer"))
def costs_on_employer(
    injured_on: date,
    *,
    employer_filed_on: date | None = None,
    others_filed_on: date | None = None,
    accepted_on: date | None = None,
    counted_from: date | None = None,
    extension_days: int = 0,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> Period | None:
    """Period whose costs fall on the employer because it let its limit pass (NN-4.2, NN-4.3).

    Nobody having applied, the answer is that of the employer's limit being over: it looks at no clock. The limit is
    the rolled day where a calendar is given.

    Args:
        injured_on: The day of the accident, or of the diagnosis or appraisal of the disease: the costs run from it.
        employer_filed_on: The day the employer applied; None where it has not.
        others_filed_on: The day the worker, a close relative or a union applied; None where none has.
        accepted_on: The day the authority accepted the application; None while it has not. Where no day of applying is
            named, the application counts as filed on this day.
        counted_from: The day that the employer's limit counts from where that is a later one, as the day on which the
            harm of an accident showed; None: ``injured_on``.
        extension_days: Days by which the authority consented to extend the employer's limit.
        calendar: Days off, on which the limit does not end; None: the raw day.
        law: The law asked.

    Returns:
        The period, both ends included, open while nothing is accepted; None where nothing falls on the employer,
        because the employer or somebody else applied while its limit had not passed.

    Raises:
        InvalidFactError: A fact breaks a rule of input: applied or counted from before the accident, accepted before
            anybody applied.
        NotInForceError: The answer hangs on whether a day is a day off, which the calendar does not know; the message
            says what to supply.

    >>> str(costs_on_employer(date(2016, 3, 1), accepted_on=date(2016, 6, 10)))
    '2016-03-01..2016-06-10'
    >>> costs_on_employer(date(2016, 3, 1), others_filed_on=date(2016, 3, 21), accepted_on=date(2016, 3, 26))
    >>> showed_on = date(2016, 9, 1)
    >>> str(costs_on_employer(date(2016, 3, 1), counted_from=showed_on, employer_filed_on=date(2016, 10, 1)) or "none")
    'none'
    """
    question = "costs_on_employer"
    check_day(question, "injured_on", injured_on)
    applied = {"employer_filed_on": employer_filed_on, "others_filed_on": others_filed_on}
    for field, day in {**applied, "counted_from": counted_from}.items():
        check_optional_day(question, field, day)
        if day is not None:
            check_not_before(question, field, day, "injured_on", injured_on)
    check_optional_day(question, "accepted_on", accepted_on)
    if accepted_on is not None:
        named = [(day, field) for field, day in applied.items() if day is not None]
        first, field = min(named, default=(injured_on, "injured_on"))
        check_not_before(question, "accepted_on", accepted_on, field, first)
        if not named:
            caution(Cautions.filed_when_accepted, accepted_on=accepted_on)
    limit = employer_deadline(
        injured_on if counted_from is None else counted_from,
        extension_days=extension_days,
        calendar=calendar,
        law=law,
    )
    filings = Filings(employer_filed_on, others_filed_on, accepted_on)
    return costs_of_late_employer(injured_on, limit, filings, law)
