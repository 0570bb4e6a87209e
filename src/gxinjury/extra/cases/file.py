"""What a case file holds (案情文件): a project, what became of it, and the law to ask.

How the file lays it out in sections is for :mod:`gxinjury.extra.cases.layout`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.construction import Accident, OccupationalDisease, PayeeAccount, ProjectCase, ProjectParticulars
from gxinjury.errors import InvalidFactError
from gxinjury.extra.cases.days_off import DaysOff, one_a_year
from gxinjury.extra.cases.people import meant_twice
from gxinjury.law import LAW, Law
from gxinjury.records import FreeText, NotBefore, Record, SomeText, check_facts, optional_free_text, several
from gxinjury.reforms import value_of
from gxinjury.statutes import Reading
from gxinjury.texts import Text
from gxinjury.timelines import Entry


@attrs.frozen
class Project(Record):
    """What a project is called and whose it is (项目名称、建设单位、总承包单位); told back, never computed with."""

    name: Annotated[FreeText | None, Text("项目名称", "name")] = attrs.field(default=None, converter=optional_free_text)
    number: Annotated[FreeText | None, Text("项目编号", "number")] = attrs.field(
        default=None, converter=optional_free_text
    )
    place: Annotated[FreeText | None, Text("项目地点", "place")] = attrs.field(
        default=None, converter=optional_free_text
    )
    owner: Annotated[FreeText | None, Text("建设单位", "project owner")] = attrs.field(
        default=None, converter=optional_free_text
    )
    general_contractor: Annotated[FreeText | None, Text("总承包单位", "general contractor")] = attrs.field(
        default=None, converter=optional_free_text
    )

    __attrs_post_init__ = check_facts


@attrs.frozen
class Registration(Record):
    """What annex 1 says of a project beside its name, its parties and its money (缴费登记表上的其他事项)."""

    filed_at: Annotated[FreeText | None, Text("项目报建属地", "place filed")] = attrs.field(
        default=None, converter=optional_free_text
    )
    bid_award_number: Annotated[FreeText | None, Text("中标通知书编号", "bid-award number")] = attrs.field(
        default=None, converter=optional_free_text
    )
    filler: Annotated[FreeText | None, Text("填表人", "filled in by")] = attrs.field(
        default=None, converter=optional_free_text
    )
    contact: Annotated[FreeText | None, Text("联系人", "contact")] = attrs.field(
        default=None, converter=optional_free_text
    )
    contact_phone: Annotated[FreeText | None, Text("联系人电话", "contact's phone")] = attrs.field(
        default=None, converter=optional_free_text
    )

    __attrs_post_init__ = check_facts


@attrs.frozen
class SuppliedFigure(Record):
    """A value of a figure that the case brings along (案情中补充的数值), as one that nobody published.

    It is written as ``"1.0‰"`` or ``"5000"``; ``gxinjury figures`` lists the names. Without a last day it lasts until
    another value of the law comes.
    """

    name: Annotated[SomeText, Text("数值名称", "name")]
    value: Annotated[object, Text("数值", "value")]
    first: Annotated[date, Text("起始日", "first day")]
    source: Annotated[SomeText, Text("出处", "source")]
    last: Annotated[Annotated[date, NotBefore("first")] | None, Text("截止日", "last day")] = None

    __attrs_post_init__ = check_facts

    def added_to(self, law: Law) -> Law:
        """Return a law with the value in it.

        Raises:
            InvalidFactError: The law has no such figure, or the value does not fit it.
        """
        law.figure(self.name)
        source = Text(self.source, self.source)
        return law.with_figure(
            self.name, Entry(self.first, value_of(law, self.name, self.value), source, last=self.last)
        )


@attrs.frozen
class LawAsked(Record):
    """The law that a case is asked under (本次采用的口径): readings that depart from the default, figures of one's own.

    What was announced after the day ``known_on`` is left out. With ``only_verified`` a figure is refused past the day
    it was verified through, instead of telling a caution.

    Raises:
        InvalidFactError: The law has no figure of a name, or a value does not fit it.
    """

    readings: Annotated[tuple[Reading, ...], Text("采用的口径", "readings")] = attrs.field(
        default=(), converter=several
    )
    known_on: Annotated[date | None, Text("截至此日已公布", "known on")] = None
    only_verified: Annotated[bool, Text("仅用已核对的数据", "only verified")] = False
    figures: Annotated[tuple[SuppliedFigure, ...], Text("补充的数值", "figures")] = attrs.field(
        default=(), converter=several
    )

    __attrs_post_init__ = check_facts

    def _together(self) -> Iterator[InvalidFactError]:
        """Yield what is wrong with a value supplied, at its place."""
        for at, figure in enumerate(self.figures):
            try:
                figure.added_to(LAW)
            except InvalidFactError as error:
                field = "value" if figure.name in LAW.figures() else "name"
                yield InvalidFactError("LawAsked", f"figures[{at}].{field}", error.rule, error.value)

    def law(self) -> Law:
        """Return that law.

        >>> from gxinjury.law.readings import ElapsedTime
        >>> LawAsked(readings=(ElapsedTime.MONTHS,)).law().readings
        (ElapsedTime.MONTHS,)
        """
        law = LAW.reading(*self.readings)
        if self.known_on is not None:
            law = law.known_on(self.known_on)
        for figure in self.figures:
            law = figure.added_to(law)
        return law.only_verified() if self.only_verified else law


@attrs.frozen
class CaseFile(Record):
    """A case file: one project, what became of it, which ``assess_project`` takes, and the law to ask.

    The days off are yearly notices that the work calendars do not know. What annex 1 says of the project beside its
    name, its parties and its money stands in the registration, and the account to pay into. What was passed over in
    reading files of annex 2 is told, and no part of the case.

    Raises:
        InvalidFactError: The facts do not fit together, as two workers of the name that an accident tells.
    """

    case: Annotated[ProjectCase, Text("项目案情", "case")]
    project: Annotated[Project, Text("项目概况", "project")] = Project()
    law: Annotated[LawAsked, Text("本次采用的口径", "law asked")] = LawAsked()
    days_off: Annotated[tuple[DaysOff, ...], Text("放假安排", "days off")] = attrs.field(default=(), converter=several)
    registration: Annotated[Registration, Text("缴费登记表", "registration form")] = Registration()
    payee: Annotated[PayeeAccount | None, Text("工伤保险费转入账户", "account to pay into")] = None
    passed_over: Annotated[tuple[Text, ...], Text("读入时未采用的内容", "passed over in reading")] = attrs.field(
        default=(), converter=several, eq=False
    )

    __attrs_post_init__ = check_facts

    @property
    def harms(self) -> tuple[Accident | OccupationalDisease, ...]:
        """The accidents, then the occupational diseases, as they are numbered together from 1 on."""
        return (*self.case.accidents, *self.case.diseases)

    @property
    def particulars(self) -> ProjectParticulars:
        """What annex 1 says of the project beside its money; it is filed at its place unless that is told."""
        project, told = self.project, self.registration
        return ProjectParticulars(
            owner=project.owner,
            project=project.name,
            filed_at=told.filed_at or project.place,
            bidder=project.general_contractor,
            filler=told.filler,
            contact=told.contact,
            bid_award_number=told.bid_award_number,
            contact_phone=told.contact_phone,
        )

    def _together(self) -> Iterator[InvalidFactError]:
        yield from one_a_year("CaseFile", "days_off", self.days_off)
        yield from meant_twice(self.case.roster, accidents=self.case.accidents, diseases=self.case.diseases)
