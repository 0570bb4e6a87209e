"""A project as a case (项目案情): its contract, and what became of it as far as it is known."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction.accidents import Accident
from gxinjury.construction.contracts import Contract, Payment
from gxinjury.construction.delay import DelayFiling
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.name_changes import NameChange
from gxinjury.construction.premium_rate import check_share
from gxinjury.construction.price_changes import PriceChange, price_changes_in_order
from gxinjury.construction.roster_changes import RosterChange
from gxinjury.construction.stoppages import WorkStoppage
from gxinjury.construction.term_changes import TermChange, term_changes_in_order
from gxinjury.construction.warranty import Warranty
from gxinjury.errors import InvalidFactError
from gxinjury.money import Rate
from gxinjury.records import NotBefore, Record, check_facts, refused, several
from gxinjury.texts import Text

__all__ = ["ProjectCase"]


@attrs.frozen
class ProjectCase(Record):
    """What became of a project (项目案情), as far as it is known.

    Args:
        contract: The contract as concluded.
        payments: What was paid, in any order.
        started_on: The day work started; None: the contractual commencement.
        completed_on: The day the works were completed, before acceptance; None where unknown.
        accepted_on: The day completion was accepted; None while it is not.
        price_changes: Changes of the contract price, in any order.
        term_changes: Changes of the contractual completion, in any order.
        relief: The share of the rate that is temporarily remitted; None for none.
        delay: The papers of a delayed completion; None where none were filed.
        warranty: The warranty, where there is one.
        roster: The changes of the roster, in any order.
        accidents: The accidents of workers of the project.
        name_changes: Changed names of the project or of the general contractor.
        funded_on: The day the owner handed the premium over to the general contractor; None where unknown.
        stoppages: The times in which the works stood still; the term does not move for them.
        budgeted_on: The day the owner listed the premium by itself in the budget estimate; None where it has not.
        permit_papers_on: The day form and receipt were handed in for the construction permit; None where they were not.
        posted_on: The day the enrolment was posted at the site; None while it is not.
        told_on: The day the workers were told, in the uniform format, what they are entitled to; None while not.
        diseases: The occupational diseases of workers of the project.

    Raises:
        InvalidFactError: A fact breaks a rule of input, by itself or beside the others.

    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> ProjectCase(contract, accepted_on=date(2016, 6, 1), completed_on=date(2016, 6, 2))
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: ProjectCase.accepted_on must not be before completed_on (2016-06-02), got \
2016-06-01
    """

    contract: Annotated[Contract, Text("施工合同", "contract")]
    payments: Annotated[tuple[Payment, ...], Text("缴费记录", "payments")] = attrs.field(default=(), converter=several)
    started_on: Annotated[date | None, Text("实际开工日", "started on")] = None
    completed_on: Annotated[date | None, Text("实际竣工日", "completed on")] = None
    accepted_on: Annotated[date | None, NotBefore("completed_on"), Text("竣工验收合格日", "completion accepted on")] = (
        None
    )
    price_changes: Annotated[tuple[PriceChange, ...], Text("造价变动", "changes of price")] = attrs.field(
        default=(), converter=several
    )
    term_changes: Annotated[tuple[TermChange, ...], Text("工期变动", "changes of the term")] = attrs.field(
        default=(), converter=several
    )
    relief: Annotated[Rate | None, check_share, Text("阶段性降低费率的比例", "temporary relief")] = None
    delay: Annotated[DelayFiling | None, Text("延期竣工验收材料", "delay papers")] = None
    warranty: Annotated[Warranty | None, Text("保修", "warranty")] = None
    roster: Annotated[tuple[RosterChange, ...], Text("花名册变动", "changes of the roster")] = attrs.field(
        default=(), converter=several
    )
    accidents: Annotated[tuple[Accident, ...], Text("事故", "accidents")] = attrs.field(default=(), converter=several)
    name_changes: Annotated[tuple[NameChange, ...], Text("名称变更", "changes of a name")] = attrs.field(
        default=(), converter=several
    )
    funded_on: Annotated[date | None, Text("建设单位拨付之日", "day the owner handed the money over")] = None
    stoppages: Annotated[tuple[WorkStoppage, ...], Text("停工", "work stoppages")] = attrs.field(
        default=(), converter=several
    )
    budgeted_on: Annotated[date | None, Text("工程概算单独列支之日", "premium listed in the estimate on")] = None
    permit_papers_on: Annotated[date | None, Text("提交施工许可材料之日", "papers handed in for the permit on")] = None
    posted_on: Annotated[date | None, Text("工地公示之日", "enrolment posted on")] = None
    told_on: Annotated[date | None, Text("告知职工之日", "workers told on")] = None
    diseases: Annotated[tuple[OccupationalDisease, ...], Text("职业病", "occupational diseases")] = attrs.field(
        default=(), converter=several
    )

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        yield from refused(price_changes_in_order, "ProjectCase", self.contract, self.price_changes)
        yield from refused(term_changes_in_order, "ProjectCase", self.contract, self.term_changes)

    @property
    def start(self) -> date:
        """The day work started, the actual one where it is known, else the contractual commencement."""
        return self.contract.commencement if self.started_on is None else self.started_on

    @property
    def first_paid_on(self) -> date | None:
        """The day of the first payment, on which the project enrolled; None without one."""
        return min((payment.paid_on for payment in self.payments), default=None)

    def registered_on(self, counted_on: date | None) -> date | None:
        """Return the day as of which the agency has the contract: the premium counts as paid, or else it enrolled.

        Args:
            counted_on: The day on which the premium counts as paid; None while it does not.

        >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
        >>> case = ProjectCase(contract, [Payment(amount=65_000, paid_on=date(2015, 10, 5))])
        >>> str(case.registered_on(None)), str(case.registered_on(date(2015, 10, 8)))
        ('2015-10-05', '2015-10-08')
        """
        return self.first_paid_on if counted_on is None else counted_on
