"""What a case file holds (案情文件), as records; nothing to install.

A section of the file is a field of :class:`CaseFile`: a section more is a field more, with a default.
"""

from datetime import date

import attrs

from gxinjury.construction import (
    Contract,
    DelayFiling,
    Payment,
    PriceChange,
    ProjectCase,
    TermChange,
    Warranty,
)
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
    """What happened on the site, as far as it has (开工、竣工、竣工验收合格).

    Args:
        started_on: The day work started; None: the contractual commencement.
        completed_on: The day the works were completed, before acceptance.
        accepted_on: The day completion was accepted; None while it is not.
    """

    started_on: date | None = None
    completed_on: date | None = None
    accepted_on: date | None = None

    def __attrs_post_init__(self) -> None:
        check_optional_day("Progress", "started_on", self.started_on)
        check_optional_day("Progress", "completed_on", self.completed_on)
        check_optional_day("Progress", "accepted_on", self.accepted_on)


@attrs.frozen
class LawAsked:
    """The law that a case is asked under (所依之法).

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
        payments: What was paid.
        relief: The share of the rate that is temporarily remitted.
        delay: The papers of a delayed completion.
        warranty: The warranty.
        law: The law asked.

    Raises:
        InvalidFactError: The sections do not fit together, as a change of price that leaves nothing.
    """

    contract: Contract
    project: Project = Project()
    progress: Progress = Progress()
    price_changes: tuple[PriceChange, ...] = ()
    term_changes: tuple[TermChange, ...] = ()
    payments: tuple[Payment, ...] = ()
    relief: Rate | None = None
    delay: DelayFiling | None = None
    warranty: Warranty | None = None
    law: LawAsked = LawAsked()

    def __attrs_post_init__(self) -> None:
        self.project_case()

    def project_case(self) -> ProjectCase:
        """Return what ``assess_project`` takes."""
        return ProjectCase(
            contract=self.contract,
            payments=self.payments,
            started_on=self.progress.started_on,
            completed_on=self.progress.completed_on,
            accepted_on=self.progress.accepted_on,
            price_changes=self.price_changes,
            term_changes=self.term_changes,
            relief=self.relief,
            delay=self.delay,
            warranty=self.warranty,
        )
