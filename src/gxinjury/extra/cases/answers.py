"""The answer to a case (案情答复): one record that page and JSON are made from, so that nothing is derived twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import Annotated, Final, Generic, TypeVar

import attrs

from gxinjury.benefits import Benefit, BenefitLine
from gxinjury.benefits.findings import Findings, Needs
from gxinjury.codec import Fault, FileError
from gxinjury.construction import (
    Caution,
    Obligation,
    ProjectAssessment,
    RegistrationForm,
    assess_project,
    cautions_of,
    obligations,
    registration_form,
)
from gxinjury.construction.billing import bill_day
from gxinjury.construction.cover_windows import Window, cover_windows
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, StepKind, explain
from gxinjury.extra.cases.days_off import RAW_DAYS, CalendarAsked
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.hints import told_as_case
from gxinjury.extra.cases.reading import fault_asked
from gxinjury.law import Law
from gxinjury.records import Record
from gxinjury.statutes import Reading, default_of
from gxinjury.texts import Text

T_co = TypeVar("T_co", covariant=True)

_SUPPLIED_BY: Final[dict[Text | None, tuple[str, ...]]] = {
    Needs.wage: ("benefits.monthly_wages", "benefits.wage"),
    Needs.original_wage: ("benefits.original_wage",),
    Needs.wage_at_termination: ("benefits.termination.wage",),
    Needs.leave_months: ("benefits.leave_months",),
    Needs.costs: ("benefits.treatment",),
    Needs.minimum_wage: ("benefits.minimum_wage", "benefits.wage_class"),
    Needs.pension: ("benefits.pension",),
    Needs.determination: ("determined_on",),
    Findings.needs_scale.words: ("benefits.termination.scale",),
    Findings.needs_how_ended.words: ("benefits.termination.ended_on", "benefits.termination.ground"),
    Needs.wage_in_life: ("benefits.wage_in_life",),
}
_AVERAGES: Final = {
    Benefit.CARE_FEE: "benefits.care_average",
    Benefit.FUNERAL_SUBSIDY: "benefits.death.average",
    Benefit.MEDICAL_SUBSIDY: "benefits.termination.average",
    Benefit.EMPLOYMENT_SUBSIDY: "benefits.termination.average",
}
_OF_THE_CITY: Final = Needs.city_average
# A figure that nobody published is told with what supplies it from Python; a case file gives the average itself.
_UNPUBLISHED: Final = "law.with_figure("


@attrs.frozen
class ReadingTaken(Record):
    """A reading that an answer rests on: the member taken."""

    reading: Annotated[Reading, Text("采用的口径", "reading")]

    @property
    def departs(self) -> bool:
        """Whether it is not the default."""
        return self.reading is not default_of(type(self.reading))

    @property
    def others(self) -> tuple[Reading, ...]:
        """The other ways to read the text."""
        return tuple(member for member in type(self.reading) if member is not self.reading)


@attrs.frozen(kw_only=True)
class CaseAnswer(Record, Generic[T_co]):
    """What the law answers about a case, with its reasons, and the work calendar that it was asked with.

    The day ``on`` is the one that duties were asked for, None for an assessment. The ``windows`` are the cover from its
    first day on, the days without cover between and after included; none while there is no cover, and of duties.
    """

    file: Annotated[CaseFile, Text("案情", "file")]
    reasons: Annotated[Explanation[T_co], Text("答复和理由", "reasons")]
    calendar: Annotated[CalendarAsked, Text("工作日历", "calendar")] = RAW_DAYS
    on: Annotated[date | None, Text("截至", "on")] = None
    windows: Annotated[tuple[Window, ...], Text("参保时段", "windows")] = ()

    @property
    def outcome(self) -> T_co:
        """The answer."""
        return self.reasons.outcome

    @cached_property
    def law(self) -> Law:
        """The law asked."""
        return self.file.law.law()

    @cached_property
    def readings(self) -> tuple[ReadingTaken, ...]:
        """The readings that it rests on, each once, in the order in which they were asked."""
        members = (step.outcome for step in self.reasons.steps if isinstance(step.outcome, Reading))
        return tuple(map(ReadingTaken, dict.fromkeys(members)))

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What to mind before relying on it, beside how the texts were read."""
        return tuple(one for one in cautions_of(self.reasons) if one.kind is not StepKind.READING)

    @cached_property
    def verified_through(self) -> dict[str, date | None]:
        """The figures that it rests on, with the last day through which the values used were verified."""
        used: dict[str, list[date]] = {}
        for step in self.reasons.steps:
            if step.kind is StepKind.FIGURE:
                through = step.entry.verified_through
                used.setdefault(step.name, []).extend([] if through is None else [through])
        return {name: min(several, default=None) for name, several in sorted(used.items())}


def assess_case(
    case: CaseFile, file: str = "case", *, calendar: CalendarAsked = RAW_DAYS
) -> CaseAnswer[ProjectAssessment]:
    """Return the assessment of a case; without a work calendar limits end on the raw day.

    The name of its file is for the message.

    Raises:
        FileError: The facts do not go together, or the law has no answer; kind, code and clause are told.

    >>> from gxinjury.construction import Contract, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> assess_case(CaseFile(ProjectCase(contract))).outcome.account.open
    Decimal('130000.00')
    """
    with _faults_of(file):
        reasons = explain(assess_project, case.case, calendar=calendar.days, law=case.law.law())
    return CaseAnswer(file=case, reasons=reasons, calendar=calendar, windows=cover_windows(reasons))


def obligations_of(
    case: CaseFile,
    file: str = "case",
    *,
    on: date,
    open_first: bool = False,
    calendar: CalendarAsked = RAW_DAYS,
) -> CaseAnswer[tuple[Obligation, ...]]:
    """Return the duties of a case as they stand on a day, on demand what is still to be done first.

    The rest is as :func:`assess_case` takes it.

    Raises:
        FileError: As :func:`assess_case` raises it.

    >>> from gxinjury.construction import Contract, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> obligations_of(CaseFile(ProjectCase(contract)), on=date(2015, 10, 9)).outcome[0].state.name
    'LATE'
    """
    with _faults_of(file):
        law = case.law.law()
        reasons = explain(obligations, case.case, on=on, open_first=open_first, calendar=calendar.days, law=law)
    return CaseAnswer(file=case, reasons=reasons, calendar=calendar, on=on)


def registration_of(case: CaseFile, file: str = "case", *, on: date | None = None) -> CaseAnswer[RegistrationForm]:
    """Return annex 1 of a case as it is filled in on a day.

    Without a day it is for the day that the bill is computed for: of the first payment, else the last in time.

    Raises:
        FileError: As :func:`assess_case` raises it.

    >>> from gxinjury.construction import Contract, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> form = registration_of(CaseFile(ProjectCase(contract))).outcome
    >>> str(form.dated), form.amount_in_capitals
    ('2015-10-08', '壹拾叁万元整')
    """
    facts, law = case.case, case.law.law()
    with _faults_of(file):
        reasons = explain(
            registration_form,
            facts.contract,
            case.particulars,
            dated=bill_day(facts, law) if on is None else on,
            started_on=facts.started_on,
            price_changes=facts.price_changes,
            term_changes=facts.term_changes,
            relief=facts.relief,
            payee=case.payee,
            law=law,
        )
    return CaseAnswer(file=case, reasons=reasons, on=on)


@contextmanager
def _faults_of(file: str) -> Iterator[None]:
    """Tell what a question about a case refuses as faults of its file."""
    try:
        yield
    except InvalidFactError as error:
        raise FileError(file, [told_as_case(fault_asked(error))]) from error
    except GxInjuryError as error:
        raise FileError(file, [Fault.of_law(error)]) from error


def supplied_by(line: BenefitLine) -> tuple[str, ...]:
    """Return the keys of a case file that would name a line's amount; none where nothing is needed, or no key helps."""
    found = _SUPPLIED_BY.get(line.needs, ())
    takes_average = line.needs is not None and (line.needs == _OF_THE_CITY or _UNPUBLISHED in line.needs.en)
    return (*found, _AVERAGES[line.benefit]) if takes_average and line.benefit in _AVERAGES else found
