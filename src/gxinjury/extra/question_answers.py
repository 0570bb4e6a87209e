"""The questions of a case as data (案情追问的数据); nothing to install.

What ``gxinjury ask --json`` prints: a service asks :func:`questions_data` and has the same.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from gxinjury import __version__
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.construction.cover import CoverPart
from gxinjury.extra.answer_values import periods_data, plain_data, text_data
from gxinjury.extra.case_answers import SCHEMA_VERSION
from gxinjury.extra.case_questions import CaseQuestions, ReadingReport, UnderReadings
from gxinjury.inquiry import Comparison, Need, Needs, ReadingsThatMatter, ReadingThatMatters, Refusal
from gxinjury.telling import told
from gxinjury.texts import Text


def questions_data(found: CaseQuestions) -> dict[str, Any]:
    """Return the questions of a case as data that JSON can hold: amounts, days and moments as texts, ids masked.

    Where something cannot be asked yet, ``refused`` says why and the rest of it is not there.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> from gxinjury.extra.case_questions import questions_of
    >>> from gxinjury.extra.case_unknowns import OpenCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> found = questions_of(OpenCase(CaseFile(ProjectCase(contract)), frozenset({"contract"})))
    >>> [question["fact"] for question in questions_data(found)["cover"][0]["questions"]]
    ['paid_on', 'case.delay', 'case.accepted_on']
    """
    asked = found.case.case.law
    law = asked.law()
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "law": {
            "readings": {name: law.choice(kind).name for name, kind in readings_by_name("gxinjury").items()},
            "departures": [text_data(text) for text in law.departures()],
            "known_on": plain_data(asked.known_on),
            "only_verified": asked.only_verified,
        },
        "premium": {
            "in_full": _told(found.premium.in_full, yuan=True),
            **_needs(found.premium.needs),
        },
        "cover": [{"day": plain_data(one.day), **_needs(one.needs)} for one in found.cover],
        "injuries": [
            {
                "number": one.number,
                "worker": one.worker,
                "happened_at": one.happened_at.isoformat(),
                **_needs(one.needs),
            }
            for one in found.injuries
        ],
        "diseases": [{"number": one.number, "worker": one.worker, **_needs(one.needs)} for one in found.diseases],
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
        "clauses": [str(clause) for clause in need.clauses],
        "answers": [
            {"answer": _told(answer.value), "outcomes": _outcomes(answer.outcomes, found)} for answer in need.answers
        ],
    }


def _report(report: ReadingReport) -> dict[str, Any]:
    days = None
    if report.example is not None:
        start, completion, paid_on = (plain_data(day) for day in report.example)
        days = {"start": start, "completion": completion, "paid_on": paid_on}
    return {
        "injury": report.number,
        "about": text_data(report.about),
        "example": days,
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
        "clause": str(kind.clause),
        "question": text_data(kind.question),
        "why": text_data(kind.why),
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
    if isinstance(value, CoverPart):
        return {"covered": periods_data(value.covered), "unsettled": periods_data(value.unsettled)}
    kind: Any = type(value)
    if attrs.has(kind):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(kind)}
    return plain_data(value)
