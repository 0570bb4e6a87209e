"""What a case file holds (案情文件), as records; nothing to install.

A section of the file is a field of :class:`CaseFile`: a section more is a field more, with a default.
"""

from datetime import date

import attrs

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
from gxinjury.extra.case_rosters import who_are_meant
from gxinjury.extra.days_off import DaysOff, one_a_year
from gxinjury.facts import check_flag, check_optional_day, check_text
from gxinjury.law import LAW, Law
from gxinjury.money import Rate
from gxinjury.statutes import Reading


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

    name: str | None = None
    number: str | None = None
    place: str | None = None
    owner: str | None = None
    general_contractor: str | None = None

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Project):
            value = getattr(self, field.name)
            if value is not None:
                check_text("Project", field.name, value)


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

    started_on: date | None = None
    completed_on: date | None = None
    accepted_on: date | None = None
    funded_on: date | None = None
    budgeted_on: date | None = None
    permit_papers_on: date | None = None
    posted_on: date | None = None
    told_on: date | None = None

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Progress):
            check_optional_day("Progress", field.name, getattr(self, field.name))


@attrs.frozen
class LawAsked:
    """The law that a case is asked under (本次采用的口径).

    Args:
        readings: The readings that depart from the default.
        known_on: Leave out what was announced later; None: all that is known.
        only_verified: Refuse figures past the day they were verified through, instead of telling a caution.
    """

    readings: tuple[Reading, ...] = ()
    known_on: date | None = None
    only_verified: bool = False

    def __attrs_post_init__(self) -> None:
        check_optional_day("LawAsked", "known_on", self.known_on)
        check_flag("LawAsked", "only_verified", self.only_verified)

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

    contract: Contract
    project: Project = Project()
    progress: Progress = Progress()
    price_changes: tuple[PriceChange, ...] = ()
    term_changes: tuple[TermChange, ...] = ()
    stoppages: tuple[WorkStoppage, ...] = ()
    payments: tuple[Payment, ...] = ()
    relief: Rate | None = None
    delay: DelayFiling | None = None
    warranty: Warranty | None = None
    roster: tuple[RosterChange, ...] = ()
    injuries: tuple[Accident, ...] = ()
    name_changes: tuple[NameChange, ...] = ()
    law: LawAsked = LawAsked()
    diseases: tuple[OccupationalDisease, ...] = ()
    days_off: tuple[DaysOff, ...] = ()

    def __attrs_post_init__(self) -> None:
        one_a_year("CaseFile", "days_off", self.days_off)
        self.project_case()

    def project_case(self) -> ProjectCase:
        """Return what ``assess_project`` takes; a worker of an accident is one at most on the roster."""
        roster = Roster(self.roster)
        return ProjectCase(
            contract=self.contract,
            payments=self.payments,
            price_changes=self.price_changes,
            term_changes=self.term_changes,
            relief=self.relief,
            delay=self.delay,
            warranty=self.warranty,
            roster=self.roster,
            accidents=tuple(who_are_meant(self.injuries, roster)),
            name_changes=self.name_changes,
            stoppages=self.stoppages,
            diseases=tuple(who_are_meant(self.diseases, roster)),
            **{field.name: getattr(self.progress, field.name) for field in attrs.fields(Progress)},
        )
