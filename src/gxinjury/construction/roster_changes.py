"""A change of the roster (人员增减变动): who was reported on or off it, and when."""

from datetime import date
from enum import Enum
from typing import Annotated

import attrs

from gxinjury.construction.workers import WorkerOrKey, as_worker, check_worker
from gxinjury.facts import optional_amount
from gxinjury.records import AboveZero, Record, check_facts
from gxinjury.texts import Text

__all__ = ["RosterChange", "RosterChangeKind"]


class RosterChangeKind(Enum):
    """Whether a change puts a worker on the roster or takes him off."""

    ADD = Text(zh="增", en="added")
    REMOVE = Text(zh="减", en="removed")


@attrs.frozen
class RosterChange(Record):
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

    worker: Annotated[WorkerOrKey, check_worker, Text("职工", "worker")] = attrs.field(converter=as_worker)
    kind: Annotated[RosterChangeKind, Text("增减", "change")]
    reported_on: Annotated[date, Text("申报日", "reported on")]
    happened_on: Annotated[date | None, Text("变动日", "day of the change")] = None
    monthly_wage: Annotated[AboveZero | None, Text("月工资", "monthly wage")] = attrs.field(
        default=None, converter=optional_amount
    )
    enrolled_on: Annotated[date | None, Text("参保时间", "enrolment date")] = None

    __attrs_post_init__ = check_facts
