"""A change of the roster (人员增减变动): who was reported on or off it, and when."""

from datetime import date
from enum import Enum

import attrs

from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker
from gxinjury.facts import Sign, Yuan, check_amount, check_day, check_instance, check_optional_day, optional_amount
from gxinjury.texts import Text


class RosterChangeKind(Enum):
    """Whether a change puts a worker on the roster or takes him off."""

    ADD = Text(zh="增", en="added")
    REMOVE = Text(zh="减", en="removed")


@attrs.frozen
class RosterChange:
    """A change of the roster (人员增减变动).

    Args:
        worker: The worker, or the text that the caller knows him by.
        kind: On the roster or off it.
        reported_on: The day it was reported to the agency.
        happened_on: The first shift of a worker added, the last of one removed; None where unknown, as annex 2 has no
            column for it. It may lie after the report: reporting ahead is allowed.
        monthly_wage: The monthly wage that annex 2 states, in yuan; None where unknown.
        enrolled_on: The enrolment date that annex 2 states (参保时间); None where it does not. Nothing is computed from
            it: insurance takes effect the day after the report.

    Raises:
        InvalidFactError: A fact breaks one of these.

    >>> RosterChange("张三", RosterChangeKind.ADD, date(2015, 11, 28), monthly_wage="3500").monthly_wage
    Decimal('3500')
    """

    worker: WorkerOrKey = attrs.field(converter=as_worker)
    kind: RosterChangeKind
    reported_on: date
    happened_on: date | None = None
    monthly_wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    enrolled_on: date | None = None

    def __attrs_post_init__(self) -> None:
        check_worker("RosterChange", "worker", self.worker)
        check_instance("RosterChange", "kind", self.kind, RosterChangeKind)
        check_day("RosterChange", "reported_on", self.reported_on)
        check_optional_day("RosterChange", "happened_on", self.happened_on)
        check_optional_day("RosterChange", "enrolled_on", self.enrolled_on)
        if self.monthly_wage is not None:
            check_amount("RosterChange", "monthly_wage", self.monthly_wage, Sign.POSITIVE)
