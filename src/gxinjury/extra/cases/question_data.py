"""The questions of a case as data (案情追问的数据): what ``gxinjury ask --json`` prints."""

from collections.abc import Iterable
from typing import Any

import attrs

from gxinjury.codec.names import reading_name
from gxinjury.construction.cover import CoverPart
from gxinjury.extra.cases.answer_data import law_data
from gxinjury.extra.cases.data import VERSIONS, data_of, fields_data, plain_data, text_data
from gxinjury.extra.cases.questions import CaseQuestions, ReadingReport, UnderReadings
from gxinjury.inquiry import Comparison, Need, Needs, ReadingsThatMatter, ReadingThatMatters, Refusal
from gxinjury.telling import told
from gxinjury.texts import Text


def questions_data(found: CaseQuestions) -> dict[str, Any]:
    """Return the questions of a case as data that JSON can hold: amounts, days and moments as texts, ids masked.

    Where something cannot be asked yet, ``refused`` says why and the rest of it is not there.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> from gxinjury.extra.cases.open import OpenCase
    >>> from gxinjury.extra.cases.questions import questions_of
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> found = questions_of(OpenCase(CaseFile(ProjectCase(contract)), frozenset({"contract"})))
    >>> [question["fact"] for question in questions_data(found)["cover"][0]["questions"]]
    ['paid_on', 'case.delay', 'case.accepted_on']
    """
    asked = found.case.file.law
    return {
        **VERSIONS,
        "law": law_data(asked, asked.law()),
        "premium": {"in_full": _told(found.premium.in_full, yuan=True), **_needs(found.premium.needs)},
        "cover": [{**fields_data(one, "day"), **_needs(one.needs)} for one in found.cover],
        "injuries": [{**fields_data(one, "number worker happened_at"), **_needs(one.needs)} for one in found.injuries],
        "diseases": [{**fields_data(one, "number worker"), **_needs(one.needs)} for one in found.diseases],
        "readings": [_report(one) for one in found.readings],
    }


def _needs(found: Needs[Any] | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return _refused(found)
    return {
        "outcomes": _outcomes(found.outcomes, found),
        "questions": [_question(need, found) for need in found],
    }


def _question(need: Need[Any], found: Needs[Any]) -> dict[str, Any]:
    return {
        "fact": need.field,
        **text_data(need.label),
        **fields_data(need, "clauses"),
        "answers": [
            {"answer": _told(answer.value), "outcomes": _outcomes(answer.outcomes, found)} for answer in need.answers
        ],
    }


def _report(report: ReadingReport) -> dict[str, Any]:
    case = report.example
    return {
        "injury": report.number,
        "about": text_data(report.about),
        "example": case and fields_data((case, case.contract), "start completion paid_on", paid_on=case.first_paid_on),
        **_under_readings(report.found),
    }


def _under_readings(found: UnderReadings | Refusal) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return _refused(found)
    return {
        "outcome": _told(found.readings.outcome, yuan=found.readings.in_yuan),
        "matter": [_reading(one, found) for one in found.readings],
        "idle": [reading_name(kind) for kind in found.readings.idle],
        "sets": _sets(found.sets),
    }


def _reading(one: ReadingThatMatters[Any], found: UnderReadings) -> dict[str, Any]:
    kind = one.reading
    return {
        "name": reading_name(kind),
        **fields_data(kind, "clause question why"),
        "members": [
            {
                "member": choice.value.name,
                **text_data(choice.value.says),
                "outcome": _told(found.alone[choice.value], yuan=found.readings.in_yuan),
                "possible": _outcomes(choice.outcomes, found.readings),
            }
            for choice in one.choices
        ],
    }


def _sets(found: Comparison[Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "outcome": _told(one.outcome, yuan=found.in_yuan),
            "causes": [text_data(Text(zh=cause.text("zh"), en=cause.text("en"))) for cause in one.causes],
        }
        for one in found
    ]


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"refused": text_data(Text(zh=refusal.text("zh"), en=refusal.text("en")))}


def _outcomes(outcomes: Iterable[object], found: Needs[Any] | ReadingsThatMatter[Any]) -> list[dict[str, Any]]:
    return [_told(one, yuan=found.in_yuan) for one in outcomes]


def _told(value: object, *, yuan: bool = False) -> dict[str, Any]:
    """Return a value as data and as it is told; a refusal has no value."""
    plain = None if isinstance(value, Refusal) else _plain(value)
    return {"value": plain, "zh": told(value, "zh", in_yuan=yuan), "en": told(value, "en", in_yuan=yuan)}


def _plain(value: object) -> Any:  # noqa: ANN401  (what JSON can hold)
    kind: Any = type(value)
    if isinstance(value, CoverPart):
        return data_of({"covered": value.covered, "unsettled": value.unsettled})
    return fields_data(value) if attrs.has(kind) else plain_data(value)
