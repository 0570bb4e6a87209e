"""What a case file holds (案情文件), as records; nothing to install.

A section of the file is a field of :class:`CaseFile`: a section more is a field more, with a default.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Final

import attrs

from gxinjury.codec.faults import written_path
from gxinjury.construction import (
    Accident,
    Contract,
    DelayFiling,
    NameChange,
    OccupationalDisease,
    Payment,
    PriceChange,
    ProjectCase,
    Roster,
    RosterChange,
    TermChange,
    Warranty,
    WorkStoppage,
)
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.days_off import DaysOff, one_a_year
from gxinjury.extra.cases.people import who_are_meant
from gxinjury.law import LAW, Law
from gxinjury.money import Rate
from gxinjury.records import NotBefore, SomeText, check_facts, refusals, several
from gxinjury.statutes import Reading
from gxinjury.texts import Text


@attrs.frozen
class Project:
    """What a project is called and whose it is (项目名称、建设单位、总承包单位); told back, never computed with.

    Args:
        name: Its name.
        number: Its number, as a text.
        place: Where it stands.
        owner: The project owner.
        general_contractor: The general contractor.
    """

    name: Annotated[SomeText | None, Text("项目名称", "name")] = None
    number: Annotated[SomeText | None, Text("项目编号", "number")] = None
    place: Annotated[SomeText | None, Text("项目地点", "place")] = None
    owner: Annotated[SomeText | None, Text("建设单位", "project owner")] = None
    general_contractor: Annotated[SomeText | None, Text("总承包单位", "general contractor")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class Progress:
    """What happened on the project, as far as it has (概算、拨付、开工、公示与告知、竣工、竣工验收合格).

    Args:
        started_on: The day work started; None: the contractual commencement.
        completed_on: The day the works were completed, before acceptance.
        accepted_on: The day completion was accepted; None while it is not.
        funded_on: The day the owner handed the premium over to the general contractor; None where unknown.
        budgeted_on: The day the owner listed the premium by itself in the budget estimate.
        permit_papers_on: The day form and receipt were handed in for the construction permit.
        posted_on: The day the enrolment was posted at the site.
        told_on: The day the workers were told, in the uniform format, what they are entitled to.
    """

    started_on: Annotated[date | None, Text("实际开工日", "started on")] = None
    completed_on: Annotated[date | None, Text("实际竣工日", "completed on")] = None
    accepted_on: Annotated[date | None, NotBefore("completed_on"), Text("竣工验收合格日", "completion accepted on")] = (
        None
    )
    funded_on: Annotated[date | None, Text("建设单位拨付之日", "day the owner handed the money over")] = None
    budgeted_on: Annotated[date | None, Text("工程概算单独列支之日", "premium listed in the estimate on")] = None
    permit_papers_on: Annotated[date | None, Text("提交施工许可材料之日", "papers handed in for the permit on")] = None
    posted_on: Annotated[date | None, Text("工地公示之日", "enrolment posted on")] = None
    told_on: Annotated[date | None, Text("告知职工之日", "workers told on")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class LawAsked:
    """The law that a case is asked under (本次采用的口径).

    Args:
        readings: The readings that depart from the default.
        known_on: Leave out what was announced later; None: all that is known.
        only_verified: Refuse figures past the day they were verified through, instead of telling a caution.
    """

    readings: Annotated[tuple[Reading, ...], Text("采用的口径", "readings")] = attrs.field(
        default=(), converter=several
    )
    known_on: Annotated[date | None, Text("截至此日已公布", "known on")] = None
    only_verified: Annotated[bool, Text("仅用已核对的数据", "only verified")] = False

    __attrs_post_init__ = check_facts

    def law(self) -> Law:
        """Return that law.

        >>> from gxinjury.law.readings import ElapsedTime
        >>> LawAsked(readings=(ElapsedTime.MONTHS,)).law().readings
        (ElapsedTime.MONTHS,)
        """
        law = LAW.reading(*self.readings)
        if self.known_on is not None:
            law = law.known_on(self.known_on)
        return law.only_verified() if self.only_verified else law


_SECTIONS: Final[Mapping[str, str]] = {"accidents": "injuries"}
_WITH_WORKERS: Final = ("accidents", "diseases")


def place_in_file(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return where in a case file stands what a path of :class:`ProjectCase` names.

    >>> place_in_file(("accidents", 0, "worker")), place_in_file(("accepted_on",))
    (('injuries', 0, 'worker'), ('progress', 'accepted_on'))
    """
    first, *rest = path
    if first in attrs.fields_dict(Progress):
        return ("progress", *path)
    return (_SECTIONS.get(str(first), first), *rest)


@attrs.frozen
class CaseFile:
    """A case file: one project, what became of it, and the law to ask.

    Args:
        contract: The contract as concluded, the one section that must be there.
        project: What the project is called.
        progress: What happened on the site.
        price_changes: Changes of the contract price.
        term_changes: Changes of the contractual completion.
        stoppages: The times in which the works stood still.
        payments: What was paid.
        relief: The share of the rate that is temporarily remitted.
        delay: The papers of a delayed completion.
        warranty: The warranty.
        roster: The changes of the roster, those of the files of annex 2 that the file names among them.
        injuries: The accidents of workers of the project.
        name_changes: Changed names of the project or of the general contractor.
        law: The law asked.
        diseases: The occupational diseases of workers of the project.
        days_off: Yearly notices of days off that the work calendars do not know.

    Raises:
        InvalidFactError: The sections do not fit together, as a change of price that leaves nothing.
    """

    contract: Annotated[Contract, Text("施工合同", "contract")]
    project: Annotated[Project, Text("项目名称", "project")] = Project()
    progress: Annotated[Progress, Text("工程进度", "progress")] = Progress()
    price_changes: Annotated[tuple[PriceChange, ...], Text("造价变动", "changes of price")] = attrs.field(
        default=(), converter=several
    )
    term_changes: Annotated[tuple[TermChange, ...], Text("工期变动", "changes of the term")] = attrs.field(
        default=(), converter=several
    )
    stoppages: Annotated[tuple[WorkStoppage, ...], Text("停工", "work stoppages")] = attrs.field(
        default=(), converter=several
    )
    payments: Annotated[tuple[Payment, ...], Text("缴费记录", "payments")] = attrs.field(default=(), converter=several)
    relief: Annotated[Rate | None, Text("阶段性降低费率的比例", "temporary relief")] = None
    delay: Annotated[DelayFiling | None, Text("延期竣工验收材料", "delay papers")] = None
    warranty: Annotated[Warranty | None, Text("保修", "warranty")] = None
    roster: Annotated[tuple[RosterChange, ...], Text("花名册", "roster")] = attrs.field(default=(), converter=several)
    injuries: Annotated[tuple[Accident, ...], Text("事故", "accidents")] = attrs.field(default=(), converter=several)
    name_changes: Annotated[tuple[NameChange, ...], Text("名称变更", "changes of a name")] = attrs.field(
        default=(), converter=several
    )
    law: Annotated[LawAsked, Text("本次采用的口径", "law asked")] = LawAsked()
    diseases: Annotated[tuple[OccupationalDisease, ...], Text("职业病", "occupational diseases")] = attrs.field(
        default=(), converter=several
    )
    days_off: Annotated[tuple[DaysOff, ...], Text("放假安排", "days off")] = attrs.field(default=(), converter=several)

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        """Yield what the sections that could be read refuse beside each other."""
        yield from one_a_year("CaseFile", "days_off", getattr(self, "days_off", ()))
        try:
            facts = dict(self._facts())
            found = [error for error in refusals(ProjectCase, facts) if error.path[0] in facts]
        except InvalidFactError as refused:
            found = [refused]
        for error in found:
            yield InvalidFactError("CaseFile", written_path(place_in_file(error.path)), error.rule, error.value)

    def _facts(self) -> Iterator[tuple[str, Any]]:
        """Yield the facts of the project, of those sections that are there."""
        roster = Roster(getattr(self, "roster", ()))
        for name in attrs.fields_dict(ProjectCase):
            section = _SECTIONS.get(name, "progress" if name in attrs.fields_dict(Progress) else name)
            if hasattr(self, section):
                found = getattr(self, section)
                if section == "progress":
                    found = getattr(found, name)
                elif name in _WITH_WORKERS:
                    found = tuple(who_are_meant(name, found, roster))
                yield name, found

    @cached_property
    def project_case(self) -> ProjectCase:
        """What ``assess_project`` takes, the workers of accidents being those of the roster."""
        return ProjectCase(**dict(self._facts()))
