"""What the live page asks of the library, in the reader's own browser: plain data in, plain data out, nothing kept."""

import json
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

import gxinjury
from gxinjury import LAW, Law, benefits, construction, determination, explain
from gxinjury.cli.assessment import assessment_page
from gxinjury.cli.questions import questions_page
from gxinjury.codec import CodecError, load_facts, schema
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.explanations import Explanation
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.open import structure_open_case
from gxinjury.extra.cases.questions import questions_of
from gxinjury.extra.cases.reading import structure_case
from gxinjury.extra.cases.text import parse
from gxinjury.rules import label_of
from gxinjury.steps import StepKind
from gxinjury.telling import told

Language = Literal["zh", "en"]

# What is past the day that it was verified through is told among the cautions.
warnings.simplefilter("ignore", StaleFigureWarning)

QUESTIONS: Final[dict[str, Callable[..., Any]]] = {
    "premium": construction.project_premium,
    "cover": construction.project_cover,
    "standing": construction.standing,
    "employer_deadline": determination.employer_deadline,
    "worker_deadline": determination.worker_deadline,
    "settlement": benefits.settle_injury,
}
CALENDARS: Final = ("calendar",)
"""Facts that are no data: days off are not asked for here."""


def about(language: Language) -> dict[str, Any]:
    """Return what the page is made of: each question with the form of its facts."""
    return {
        "version": gxinjury.__version__,
        "law": LAW.digest,
        "questions": {
            name: {"title": label_of(question).say(language), "schema": _form(question, language)}
            for name, question in QUESTIONS.items()
        },
    }


def _form(question: Callable[..., Any], language: Language) -> dict[str, Any]:
    shape = schema(question, language)
    for name in CALENDARS:
        shape["properties"].pop(name, None)
    return shape


def answer(name: str, facts: dict[str, Any], readings: dict[str, str], language: Language) -> dict[str, Any]:
    """Return the answer to a question: its outcome, why, cautions, readings; or every fault, each at its field."""
    question = QUESTIONS[name]
    try:
        found = explain(question, **load_facts(question, facts), law=_law(readings))
    except CodecError as error:
        return {"faults": [{"path": [*one.path], "text": one.text(language)} for one in error.faults]}
    except GxInjuryError as error:
        return {"faults": [{"path": [*error.path], "text": error.text(language)}]}
    return {
        "outcome": told(found.outcome, language),
        "why": found.text(language),
        "cautions": [one.say(language) for one in found.cautions],
        "readings": [*_readings(found, language)],
    }


def _law(readings: dict[str, str]) -> Law:
    kinds = readings_by_name(type(LAW))
    return LAW.reading(*(kinds[name][member] for name, member in readings.items()))


def _readings(found: Explanation[Any], language: Language) -> Iterator[dict[str, Any]]:
    """Yield each reading that was consulted, once, with its members."""
    seen = set()
    for step in found.step.walk():
        if step.kind is not StepKind.READING or (kind := type(step.outcome)) in seen:
            continue
        seen.add(kind)
        yield {
            "name": reading_name(kind),
            "clause": str(kind.clause),
            "question": kind.question.say(language),
            "taken": step.outcome.name,
            "members": [{"name": one.name, "says": one.says.say(language)} for one in kind],
        }


def case(text: str, name: str, language: Language) -> dict[str, Any]:
    """Return the page of a case file that was dropped, and what it still lacks; or all its faults."""
    try:
        data = parse(text, name)
        found: dict[str, Any] = {"missing": questions_page(questions_of(structure_open_case(data, name)), language)}
        answered = assess_case(structure_case(data, name))
    except GxInjuryError as error:
        return {"faults": [{"path": [], "text": error.text(language)}]}
    return found | {"page": assessment_page(answered, language)}


def call(asked: str) -> str:
    """Answer a message of the page: a function's name with its arguments as JSON, the answer as JSON."""
    message = json.loads(asked)
    does: Callable[..., Any] = {"about": about, "answer": answer, "case": case}[message["do"]]
    return json.dumps(does(*message["with"]), ensure_ascii=False)
