"""What to do after an accident or a diagnosis (该办什么): duties in order of time, papers, who pays meanwhile."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Final

import attrs

from gxinjury.construction import (
    Accident,
    AccidentAssessment,
    DiseaseAssessment,
    Duty,
    Obligation,
    OccupationalDisease,
    ProjectAssessment,
)
from gxinjury.construction.employer_insurance import employer_insured_on
from gxinjury.construction.known import as_of, known_by
from gxinjury.determination import Liable, payers_when_not_enrolled
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.answers import CaseAnswer, assess_case, obligations_of
from gxinjury.extra.cases.days_off import RAW_DAYS, CalendarAsked
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.papers import PaperList, application_papers, claim_papers
from gxinjury.periods import china_day
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["ToDo", "harm_of", "todo_of"]

_OF_AN_ACCIDENT: Final = {
    Duty.REPORT_ACCIDENT,
    Duty.REPORT_ON_SITE,
    Duty.APPLY_AS_EMPLOYER,
    Duty.APPLY_DIRECTLY,
    Duty.CLAIM_BENEFITS,
}
_NO_SUCH_ACCIDENT: Final = Text(
    zh="没有第{number}起事故（职业病排在事故之后），本案共{count}起",
    en="there is no accident {number}, diseases counted after accidents: the case has {count}",
)
_NOT_YET: Final = Text(
    zh="{on} 时事故尚未发生（发生于 {day}）", en="on {on} the accident had not happened: it did on {day}"
)
_NO_DIAGNOSIS_YET: Final = Text(
    zh="{on} 时职业病尚未诊断（诊断于 {day}）", en="on {on} the disease was not diagnosed: it was on {day}"
)


@attrs.frozen(kw_only=True)
class ToDo(Record):
    """What an accident, or the diagnosis of an occupational disease, leaves to do.

    Args:
        answer: The assessment of the case with this one only.
        assessed: What the law answers about it.
        duties: Its duties in order of time.
        on: The day on which they are looked at; None: nothing is called late.
        papers: The papers of the application and of the claim.
        liable: Who pays where the project is not enrolled, in turn; none where it is, or his own employer insures him.
    """

    answer: Annotated[CaseAnswer[ProjectAssessment], Text("项目核算", "answer")]
    assessed: Annotated[AccidentAssessment | DiseaseAssessment, Text("事故或者职业病", "accident or disease")]
    duties: Annotated[tuple[Obligation, ...], Text("该办的事", "what to do")]
    on: Annotated[date | None, Text("截至", "on")]
    papers: Annotated[tuple[PaperList, ...], Text("材料", "papers")]
    liable: Annotated[tuple[Liable, ...], Text("支付方", "who pays")]

    @property
    def harm(self) -> Accident | OccupationalDisease:
        """The accident or the disease, the worker as the roster has him."""
        return harm_of(self.assessed)

    @property
    def is_insured_by_employer(self) -> bool:
        """Whether the worker's own employer insures him on the day of it."""
        return employer_insured_on(self.harm.day, self.harm.enrolled_by_employer)


def harm_of(assessed: AccidentAssessment | DiseaseAssessment) -> Accident | OccupationalDisease:
    """Return what an answer is about."""
    return assessed.accident if isinstance(assessed, AccidentAssessment) else assessed.disease


def todo_of(
    case: CaseFile,
    file: str = "case",
    *,
    number: int = 1,
    on: date | None = None,
    calendar: CalendarAsked = RAW_DAYS,
) -> ToDo:
    """Return what an accident or a disease of a case leaves to do.

    Args:
        case: The case.
        file: The name of its file, for messages.
        number: Which, from 1 on; the diseases are counted after the accidents.
        on: The day on which it is looked at, with what had happened by then; None: all that the case tells of it.
        calendar: The work calendar asked for.

    Raises:
        GxInjuryError: There is none of that number, or it had not happened by the day.
        FileError: As :func:`~gxinjury.extra.cases.answers.assess_case` raises it.

    >>> from gxinjury.construction import Contract, Payment, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> paid = [Payment(amount=130_000, paid_on=date(2015, 10, 8))]
    >>> hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:10+08:00"), work_cause=True, on_site=True)
    >>> found = todo_of(CaseFile(ProjectCase(contract, paid, accidents=[hurt])))
    >>> [(duty.duty.name, str(duty.due)) for duty in found.duties]
    [('REPORT_ON_SITE', '2016-03-03'), ('APPLY_AS_EMPLOYER', '2016-03-31'), ('APPLY_DIRECTLY', '2017-03-01')]
    """
    harms = case.harms
    if not 1 <= number <= len(harms):
        values: dict[str, object] = {"number": number, "count": len(harms)}
        raise GxInjuryError(_NO_SUCH_ACCIDENT.filled(values), code="no_such_accident", values=values)
    asked = harms[number - 1]
    chosen: Accident | OccupationalDisease | None = asked
    project = case.case
    if on is not None:
        project, chosen = as_of(project, on), known_by(on, asked)
    if chosen is None:
        values = {"on": on, "day": asked.day}
        told = _NOT_YET if isinstance(asked, Accident) else _NO_DIAGNOSIS_YET
        raise GxInjuryError(told.filled(values), code="not_happened_yet", values=values)
    accidents = (chosen,) if isinstance(chosen, Accident) else ()
    diseases = (chosen,) if isinstance(chosen, OccupationalDisease) else ()
    alone = attrs.evolve(case, case=attrs.evolve(project, accidents=accidents, diseases=diseases))
    duties = obligations_of(alone, file, on=on or max(_days(chosen)), calendar=calendar).outcome
    answer = assess_case(alone, file, calendar=calendar)
    reviews: tuple[AccidentAssessment | DiseaseAssessment, ...] = answer.outcome.accidents or answer.outcome.diseases
    (found,) = reviews
    is_enrolled = answer.outcome.premium_day is not None or employer_insured_on(chosen.day, chosen.enrolled_by_employer)
    return ToDo(
        answer=answer,
        assessed=found,
        duties=tuple(one for one in duties if one.duty in _OF_AN_ACCIDENT),
        on=on,
        papers=(application_papers(harm_of(found)), claim_papers(harm_of(found))),
        liable=payers_when_not_enrolled() if found.fund_pays is False and not is_enrolled else (),
    )


def _days(harm: Accident | OccupationalDisease) -> Iterator[date]:
    """Yield the days that an accident or a disease tells of: on the last of them all of it is known."""
    for name in attrs.fields_dict(type(harm)):
        value = getattr(harm, name)
        if isinstance(value, date):
            yield china_day(value) if isinstance(value, datetime) else value
