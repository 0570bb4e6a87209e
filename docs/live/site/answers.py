"""What the live page asks of the library, in the reader's own browser: plain data in, plain data out, nothing kept."""

import json
import warnings
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from importlib import import_module
from inspect import signature
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

import gxinjury
from gxinjury import LAW, Law, benefits, construction, couriers, determination, explain
from gxinjury.cli.assessment import assessment_page
from gxinjury.cli.couriers import courier_page
from gxinjury.cli.duties import duties_page
from gxinjury.cli.printed import printed
from gxinjury.cli.questions import questions_page
from gxinjury.codec import CodecError, Fault, load_facts, schema
from gxinjury.codec.forms import facts_in, forms_in
from gxinjury.codec.kinds import Form, Listed, Maybe, Record
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.errors import GxInjuryError, InvalidFactError, StaleFigureWarning
from gxinjury.extra.calendars import calendar_named
from gxinjury.extra.cases.answers import CaseAnswer, assess_case, obligations_of
from gxinjury.extra.cases.days_off import CalendarAsked, supplied
from gxinjury.extra.cases.open import structure_open_case
from gxinjury.extra.cases.opening import is_workbook
from gxinjury.extra.cases.questions import questions_of
from gxinjury.extra.cases.reading import structure_case
from gxinjury.extra.cases.text import parse
from gxinjury.extra.forms.region import read_office_files, region_answer
from gxinjury.extra.pages.parts import Closing, Document, Grid, Heading, Item, Line, Title, written_cell
from gxinjury.fields import FieldOf, fields_of
from gxinjury.rules import label_of
from gxinjury.statutes import Reading
from gxinjury.steps import Step
from gxinjury.telling import is_told_by_field, told, told_fields
from gxinjury.texts import Language, Text, written

if TYPE_CHECKING:
    from gxinjury.extra.workbooks.spots import CaseBook

__all__ = [
    "QUESTIONS",
    "about",
    "answer",
    "calendar_file",
    "call",
    "case",
    "preload",
    "reports",
    "reports_file",
    "workbook_file",
]

T = TypeVar("T")

_MISSING: Final = Text(zh="请填写", en="is missing")


@attrs.frozen
class Question:
    """A form of the page: the rule asked, and facts to try it with."""

    rule: Callable[..., Any]
    example: dict[str, Any]

    @property
    def takes_law(self) -> bool:
        """Whether readings bear on it."""
        return "law" in signature(self.rule).parameters

    @property
    def takes_calendar(self) -> bool:
        """Whether days off bear on it."""
        return "calendar" in signature(self.rule).parameters


_CONTRACT: Final = {"price": "100000000", "commencement": "2014-07-01", "completion": "2016-06-30"}
_INJURY: Final = {
    "injured_on": "2016-03-01",
    "determined_on": "2016-04-20",
    "wage": "6905",
    "original_wage": "6500",
    "leave_months": 6,
    "treatment": "48200.50",
    "grade": "SEVEN",
    "graded_on": "2016-11-20",
}
_REPORT: Final = {
    "city": "南宁市",
    "period": {"year": 2022, "first_month": 9, "months": 1},
    "units_should": 200,
    "units_enrolled": 140,
    "persons_enrolled": 1800,
    "persons_paying": 1810,
    "injuries_filed": 12,
    "injuries_determined": 9,
    "persons_receiving": 7,
    "benefits_paid": {"number": "12.345678"},
}
QUESTIONS: Final = {
    "premium": Question(construction.project_premium, {"contract": _CONTRACT, "paid_on": "2016-02-01"}),
    "cover": Question(
        construction.project_cover,
        {"contract": _CONTRACT, "paid_on": "2016-02-01", "delay": {"filed_on": "2016-05-20"}},
    ),
    "standing": Question(
        construction.standing,
        {
            "injury": {
                "happened_at": "2016-03-01T09:10:00+08:00",
                "work_cause": True,
                "on_site": True,
                "enrolled": False,
                "cover": "COVERED",
                "reported_at": "2016-03-02T18:00:00+08:00",
                "verified": True,
            }
        },
    ),
    "report_deadline": Question(determination.report_deadline, {"happened_at": "2016-03-01T09:10:00+08:00"}),
    "employer_deadline": Question(determination.employer_deadline, {"injured_on": "2016-03-01"}),
    "worker_deadline": Question(
        determination.worker_deadline,
        {
            "injured_on": "2016-03-01",
            "excluded": [{"period": {"first": "2016-05-01", "last": "2016-06-30"}, "reason": "LABOUR_DISPUTE"}],
        },
    ),
    "settlement": Question(benefits.settle_injury, {"injury": _INJURY}),
    "courier_report": Question(couriers.report_findings, {"report": _REPORT}),
    "campaign": Question(
        couriers.campaign_standing, {"counts": {"units_should": 200, "units_enrolled": 139}, "on": "2022-09-30"}
    ),
}


def about(language: Language) -> dict[str, Any]:
    """Return what the page is made of: each question with the form of its facts."""
    return {
        "version": gxinjury.__version__,
        "law": LAW.digest,
        "questions": {
            name: {
                "title": label_of(question.rule).say(language),
                "schema": _form(question.rule, language),
                "example": question.example,
                "takes_calendar": question.takes_calendar,
            }
            for name, question in QUESTIONS.items()
        },
    }


def _form(rule: Callable[..., Any], language: Language) -> dict[str, Any]:
    """Return the schema of a rule's facts, each choice with its words."""
    shape = schema(rule, language)
    fields = facts_in(rule)
    _tell_choices(shape, fields, language)
    for kind in dict.fromkeys(_records(fields)):
        _tell_choices(shape["$defs"][kind.__name__], forms_in(kind), language)
    return shape


def _tell_choices(shape: dict[str, Any], fields: Iterable[tuple[FieldOf, Form]], language: Language) -> None:
    for field, _ in fields:
        if isinstance(field.kind, type) and issubclass(field.kind, Enum):
            shape["properties"][field.name]["choices"] = [
                {"value": one.name, "title": _called(one, language)} for one in field.kind
            ]


def _called(member: Enum, language: Language) -> str:
    says = getattr(member, "says", None)
    return written(member if says is None else says, language)


def _records(fields: Iterable[tuple[FieldOf, Form]]) -> Iterator[type[Any]]:
    """Yield the records in fields, and those in them."""
    for _, form in fields:
        inner = form
        while isinstance(inner, Maybe | Listed):
            inner = inner.inner
        if isinstance(inner, Record):
            yield inner.kind
            yield from _records(forms_in(inner.kind))


def answer(
    name: str, facts: dict[str, Any], readings: dict[str, str], calendar: str, language: Language
) -> dict[str, Any]:
    """Return the answer to a question: its outcome, why, cautions, readings; or every fault, each at its field."""
    question, law = QUESTIONS[name], _law(readings)
    handed: dict[str, Any] = {"law": law} if question.takes_law else {}
    if question.takes_calendar:
        handed["calendar"] = calendar_named(calendar, law=law)
    try:
        found = explain(question.rule, **load_facts(question.rule, facts), **handed)
    except CodecError as error:
        return {"faults": [_at_field(one, language) for one in error.faults], "readings": []}
    except GxInjuryError as error:
        fault = Fault.of(error) if isinstance(error, InvalidFactError) else Fault.of_law(error)
        return {"faults": [_at_field(fault, language)], "readings": _readings(_steps_to(error), language)}
    return {
        "outcome": _outcome(found.step, language),
        "why": found.text(language),
        "cautions": [one.say(language) for one in found.cautions],
        "readings": _readings(found.steps, language),
    }


def _at_field(fault: Fault, language: Language) -> dict[str, Any]:
    """Return a fault apart from its place, which the page shows by the field's own label."""
    told = _MISSING.say(language) if fault.code == "missing" else attrs.evolve(fault, path=()).text(language)
    return {"path": [*fault.path], "text": told}


def _law(readings: dict[str, str]) -> Law:
    kinds = readings_by_name(gxinjury.__name__)
    return LAW.reading(*(kinds[name][member] for name, member in readings.items()))


def _steps_to(error: object) -> Sequence[Step]:
    """Return the steps taken until something was refused; none where no question refused it."""
    explanation = getattr(error, "explanation", None)
    return () if explanation is None else explanation.steps


def _readings(steps: Sequence[Step], language: Language) -> list[dict[str, Any]]:
    """Return each reading that was consulted, once, with its members."""
    taken = dict.fromkeys(step.outcome for step in steps if isinstance(step.outcome, Reading))
    return [_reading(one, language) for one in taken]


def _reading(taken: Reading, language: Language) -> dict[str, Any]:
    kind = type(taken)
    return {
        "name": reading_name(kind),
        "clause": str(kind.clause),
        "question": kind.question.say(language),
        "taken": taken.name,
        "members": [{"name": one.name, "says": one.says.say(language)} for one in kind],
    }


def _outcome(step: Step, language: Language) -> dict[str, Any]:
    if step.outcome is None and step.when_none is not None:
        return {"text": step.when_none.say(language)}
    return _shown(step.outcome, language, in_yuan=step.in_yuan)


def _shown(value: object, language: Language, *, in_yuan: bool = False) -> dict[str, Any]:
    """Return a value as the page lays it out: a table of records, the fields of one, a list, or words."""
    if value == ():
        return {"list": []}
    if isinstance(value, tuple) and all(is_told_by_field(one) for one in value):
        return {"table": _table(value, language)}
    if isinstance(value, tuple):
        return {"list": [told(one, language, in_yuan=in_yuan) for one in value]}
    if is_told_by_field(value):
        return {"fields": [*_fields(value, language)]}
    return {"text": told(value, language, in_yuan=in_yuan)}


def _fields(record: object, language: Language) -> Iterator[dict[str, Any]]:
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        if field.is_shown and value is not None and value != ():
            yield {"name": field.label.say(language), **_shown(value, language, in_yuan=field.in_yuan)}


def _table(records: Sequence[object], language: Language) -> dict[str, Any]:
    rows = [dict(told_fields(one, language)) for one in records]
    labels = (field.label.say(language) for one in records for field in fields_of(type(one)))
    heads = [name for name in dict.fromkeys(labels) if any(name in row for row in rows)]
    return {"heads": heads, "rows": [[row.get(name, "") for name in heads] for row in rows]}


@attrs.frozen
class _Case:
    """A case file as data, and where each fact of it stands in a workbook; None where it is none."""

    name: str
    data: dict[str, Any]
    book: "CaseBook | None"

    @classmethod
    def read(cls, content: str, name: str, readings: dict[str, str]) -> "_Case":
        """Return the case in a file, its content in base64, under other readings."""
        raw, book = b64decode(content), None
        if is_workbook(raw, name):
            from gxinjury.extra.workbooks.reading import read_workbook  # noqa: PLC0415  (slow to load)

            book = read_workbook(raw, name)
        data = dict(parse(raw, name) if book is None else book.data)
        if readings:
            law = data.get("law", {})
            data["law"] = {**law, "readings": {**law.get("readings", {}), **readings}}
        return cls(name, data, book)

    def made(self, structure: Callable[[dict[str, Any], str], T]) -> T:
        """Return what is made of it; what is wrong in its cells is told before anything is answered."""
        found = structure(self.data, self.name)
        if self.book is not None and self.book.faults:
            raise self.book.located()
        return found


def _refused(error: GxInjuryError, file: _Case | None) -> Sequence[Fault]:
    """Return what was refused of a case, of a workbook that could be opened at its cells."""
    found = error.faults if isinstance(error, CodecError) else (Fault.of_law(error),)
    return found if file is None or file.book is None else file.book.located(found).faults


def case(  # noqa: PLR0917  (as the page sends them)
    content: str, name: str, on: str, readings: dict[str, str], calendar: str, columns: int, language: Language
) -> dict[str, Any]:
    """Return what the law says of a case file, its content in base64: pages so wide, what is missing; or its faults."""
    found: dict[str, Any] = {}
    file = None
    try:
        file = _Case.read(content, name, readings)
        found["missing"] = printed(questions_page(questions_of(file.made(structure_open_case)), language), columns)
        answered, duties = _answered(file, on, calendar)
    except GxInjuryError as error:
        faulty = [{"path": [], "text": one.text(language)} for one in _refused(error, file)]
        return found | {"faults": faulty, "readings": _readings(_steps_to(error.__cause__), language)}
    return found | {
        "page": printed(assessment_page(answered, language), columns),
        "duties": printed(duties_page(duties, language), columns),
        "why": answered.reasons.text(language),
        "readings": _readings(answered.reasons.steps, language),
    }


def _answered(
    file: _Case, on: str, calendar: str, *, open_first: bool = True
) -> tuple[CaseAnswer[construction.ProjectAssessment], CaseAnswer[tuple[construction.Obligation, ...]]]:
    """Return the assessment of a case and its duties on a day."""
    made = file.made(structure_case)
    notices = supplied(made.days_off, ())
    asked = CalendarAsked(calendar, notices, calendar_named(calendar, notices, law=made.law.law()))
    duties = obligations_of(made, file.name, on=date.fromisoformat(on), open_first=open_first, calendar=asked)
    return assess_case(made, file.name, calendar=asked), duties


def calendar_file(  # noqa: PLR0917  (as the page sends them)
    content: str, name: str, on: str, readings: dict[str, str], calendar: str, language: Language
) -> dict[str, Any]:
    """Return the dated duties of a case, of which :func:`case` found no fault, as an iCalendar file in base64."""
    from gxinjury.extra.ics import duties_calendar  # noqa: PLC0415  (slow to load)

    _, duties = _answered(_Case.read(content, name, readings), on, calendar, open_first=False)
    return _file(duties_calendar(duties, language))


def workbook_file(  # noqa: PLR0917  (as the page sends them)
    content: str, name: str, on: str, readings: dict[str, str], calendar: str, language: Language
) -> dict[str, Any]:
    """Return assessment and duties of a case, of which :func:`case` found no fault, as a workbook in base64."""
    answered, duties = _answered(_Case.read(content, name, readings), on, calendar)
    return _workbook((assessment_page(answered, language), duties_page(duties, language)), language)


def reports(files: Sequence[tuple[str, str]], language: Language) -> dict[str, Any]:
    """Return what cities' progress reports come to, each a file's name and content in base64; or every file's faults.

    That is what ``gxinjury courier-report`` says of them; a city without a report never counts as one with zeros.
    """
    try:
        return {"parts": [*_laid_out(_reports_page(files, language))]}
    except GxInjuryError as error:
        return {"faults": [{"path": [], "text": one.text(language)} for one in _refused(error, None)], "readings": []}


def _reports_page(files: Sequence[tuple[str, str]], language: Language) -> Document:
    found = read_office_files((name, b64decode(content)) for name, content in files)
    return courier_page(region_answer(found.forms), language, passed_over=found.passed_over)


def _laid_out(page: Document) -> Iterator[dict[str, Any]]:
    """Yield the parts of a page as the browser lays them out: headings, tables, items in lists, text."""
    for kind, parts in groupby(page.parts, type):
        for part in parts:
            match part:
                case Item():
                    yield {"list": [part.text, *(one.text for one in parts if isinstance(one, Item))]}
                case Grid():
                    yield {"table": {"heads": [*part.head], "rows": [[*map(written_cell, row)] for row in part.rows]}}
                case Title() | Heading():
                    yield {"heading": part.text}
                case Line() | Closing():
                    yield {"text": part.text}
                case _:
                    raise TypeError(kind)


def reports_file(files: Sequence[tuple[str, str]], language: Language) -> dict[str, Any]:
    """Return the page of reports in which :func:`reports` found no fault as a workbook in base64."""
    return _workbook([_reports_page(files, language)], language)


def _workbook(pages: Iterable[Document], language: Language) -> dict[str, Any]:
    from gxinjury.extra.pages.sheets import sheets_of  # noqa: PLC0415  (slow to load)
    from gxinjury.extra.workbooks import write  # noqa: PLC0415  (slow to load)

    with TemporaryDirectory() as folder:
        write(f"{folder}/pages.xlsx", [sheet for page in pages for sheet in sheets_of(page)], language=language)
        return _file(Path(folder, "pages.xlsx").read_bytes())


def _file(content: bytes) -> dict[str, Any]:
    return {"base64": b64encode(content).decode()}


def preload() -> None:
    """Load what reading and saving files takes, so that the first file does not wait for it."""
    for name in _SLOW_TO_LOAD:
        import_module(name)


_SLOW_TO_LOAD: Final = (
    "gxinjury.extra.workbooks.reading",
    "gxinjury.extra.pages.sheets",
    "gxinjury.extra.forms._xlsx_rows",
    "gxinjury.extra.ics",
)
_DOES: Final[dict[str, Callable[..., dict[str, Any]]]] = {
    "about": about,
    "answer": answer,
    "case": case,
    "reports": reports,
    "calendar_file": calendar_file,
    "reports_file": reports_file,
    "workbook_file": workbook_file,
}


def call(asked: str) -> str:
    """Answer a message of the page: a function's name with its arguments as JSON, the answer as JSON.

    >>> json.loads(call('{"do": "about", "with": ["en"]}'))["questions"]["premium"]["title"]
    'project premium'
    """
    message = json.loads(asked)
    with warnings.catch_warnings():
        # What is past the day that it was verified through is told among the cautions.
        warnings.simplefilter("ignore", StaleFigureWarning)
        found = _DOES[message["do"]](*message["with"])
    return json.dumps(found, ensure_ascii=False)
