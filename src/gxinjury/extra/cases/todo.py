"""What to do after an accident (该办什么): its duties in order of time, the papers, and who pays meanwhile."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Final

import attrs

from gxinjury.construction import Accident, AccidentAssessment, Duty, Obligation, ProjectAssessment
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

__all__ = ["ToDo", "todo_of"]

_OF_AN_ACCIDENT: Final = {
    Duty.REPORT_ACCIDENT,
    Duty.REPORT_ON_SITE,
    Duty.APPLY_AS_EMPLOYER,
    Duty.APPLY_DIRECTLY,
    Duty.CLAIM_BENEFITS,
}
_NO_SUCH_ACCIDENT: Final = Text(
    zh="没有第{number}起事故，本案有{count}起", en="there is no accident {number}: the case has {count}"
)
_NOT_YET: Final = Text(
    zh="{on} 时事故尚未发生（发生于 {day}）", en="on {on} the accident had not happened: it did on {day}"
)


@attrs.frozen(kw_only=True)
class ToDo(Record):
    """What an accident leaves to do.

    Args:
        answer: The assessment of the case with this accident only.
        accident: What the law answers about it.
        duties: Its duties in order of time.
        on: The day on which they are looked at; None: nothing is called late.
        papers: The papers of the application and of the claim.
        liable: Who pays where the project is not enrolled, in turn; none where it is.
    """

    answer: CaseAnswer[ProjectAssessment]
    accident: Annotated[AccidentAssessment, Text("事故", "accident")]
    duties: Annotated[tuple[Obligation, ...], Text("该办的事", "what to do")]
    on: Annotated[date | None, Text("截至", "on")]
    papers: Annotated[tuple[PaperList, ...], Text("材料", "papers")]
    liable: Annotated[tuple[Liable, ...], Text("支付方", "who pays")]


def todo_of(
    case: CaseFile,
    file: str = "case",
    *,
    number: int = 1,
    on: date | None = None,
    calendar: CalendarAsked = RAW_DAYS,
) -> ToDo:
    """Return what an accident of a case leaves to do.

    Args:
        case: The case.
        file: The name of its file, for messages.
        number: Which accident, from 1 on.
        on: The day on which it is looked at, with what had happened by then; None: all that the case tells of it.
        calendar: The work calendar asked for.

    Raises:
        GxInjuryError: There is no such accident, or it had not happened by the day.
        FileError: As :func:`~gxinjury.extra.cases.answers.assess_case` raises it.

    >>> from gxinjury.construction import Contract, Payment, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> paid = [Payment(amount=130_000, paid_on=date(2015, 10, 8))]
    >>> hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:10+08:00"), work_cause=True, on_site=True)
    >>> found = todo_of(CaseFile(ProjectCase(contract, paid, accidents=[hurt])))
    >>> [(duty.duty.name, str(duty.due)) for duty in found.duties]
    [('REPORT_ON_SITE', '2016-03-03'), ('APPLY_AS_EMPLOYER', '2016-03-31'), ('APPLY_DIRECTLY', '2017-03-01')]
    """
    accidents = case.case.accidents
    if not 1 <= number <= len(accidents):
        values: dict[str, object] = {"number": number, "count": len(accidents)}
        raise GxInjuryError(_NO_SUCH_ACCIDENT.filled(values), code="no_such_accident", values=values)
    chosen: Accident | None = accidents[number - 1]
    project = case.case
    if on is not None:
        project, chosen = as_of(project, on), known_by(on, accidents[number - 1])
    if chosen is None:
        values = {"on": on, "day": accidents[number - 1].day}
        raise GxInjuryError(_NOT_YET.filled(values), code="not_happened_yet", values=values)
    alone = attrs.evolve(case, case=attrs.evolve(project, accidents=(chosen,), diseases=()))
    duties = obligations_of(alone, file, on=on or max(_days(chosen)), calendar=calendar).outcome
    answer = assess_case(alone, file, calendar=calendar)
    (found,) = answer.outcome.accidents
    is_enrolled = answer.outcome.premium_day is not None
    return ToDo(
        answer=answer,
        accident=found,
        duties=tuple(one for one in duties if one.duty in _OF_AN_ACCIDENT),
        on=on,
        papers=(application_papers(found.accident), claim_papers(found.accident)),
        liable=payers_when_not_enrolled() if found.fund_pays is False and not is_enrolled else (),
    )


def _days(accident: Accident) -> Iterator[date]:
    """Yield the days that an accident tells of: on the last of them all of it is known."""
    yield accident.day
    for name in attrs.fields_dict(Accident):
        value = getattr(accident, name)
        if isinstance(value, date):
            yield china_day(value) if isinstance(value, datetime) else value
