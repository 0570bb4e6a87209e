"""What hangs on a question of the interview (各项回答的影响): what its answers settle, and which the case refuses."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import attrs

from gxinjury.codec import Fault, FileError
from gxinjury.extra.cases.interview import Question
from gxinjury.extra.cases.layout import Place
from gxinjury.extra.cases.open import structure_open_case
from gxinjury.extra.cases.questions import questions_of
from gxinjury.inquiry import Need, Needs, Refusal
from gxinjury.records import Record
from gxinjury.texts import Language, Text

__all__ = ["Hanging", "hanging_on", "refused_by"]


@attrs.frozen
class Hanging(Record):
    """What hangs on a question: what it is about, and what each answer would come to."""

    about: Annotated[Text, Text("所问事项", "about")]
    answers: Annotated[tuple[str, ...], Text("各种答案的结果", "answers")]


def refused_by(data: Mapping[str, Any], question: Question, answer: object, folder: Path | None) -> tuple[Fault, ...]:
    """Return what is wrong with an answer beside those that were given: what was not wrong without it.

    >>> asked = Question(("contract", "completion"), Text("竣工", "completion"), str)
    >>> [
    ...     fault.place
    ...     for fault in refused_by({"contract": {"price": 1, "commencement": "2016-01-01"}}, asked, "2015-01-01", None)
    ... ]
    ['contract.completion']
    """
    before = {(fault.path, fault.code) for fault in _faults(data, folder)}
    faults = _faults(_with(data, question.path, answer), folder)
    return tuple(one for one in faults if (one.path, one.code) not in before and one.code != "missing")


def _with(data: Any, path: Place, value: object) -> Any:  # noqa: ANN401  # data
    if not path:
        return value
    first, *rest = path
    if isinstance(first, int):
        return [*data[:first], _with(data[first], tuple(rest), value), *data[first + 1 :]]
    return {**data, first: _with(data.get(first, {}), tuple(rest), value)}


def _faults(data: Mapping[str, Any], folder: Path | None) -> tuple[Fault, ...]:
    try:
        structure_open_case(_filled(data), folder=folder)
    except FileError as error:
        return error.faults
    return ()


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data without items that say nothing yet, and with a contract."""
    some = {key: [item for item in value if item] if isinstance(value, list) else value for key, value in data.items()}
    return {"contract": {}, **{key: value for key, value in some.items() if value}}


def hanging_on(
    data: Mapping[str, Any], question: Question, folder: Path | None, language: Language
) -> tuple[Hanging, ...]:
    """Return what hangs on a question in a case, as far as it can be told yet: the part, and what each answer settles.

    >>> data = {"contract": {"price": 100, "commencement": "2015-10-09", "completion": "2016-06-30"}}
    >>> asked = Question(("payments", 0, "paid_on"), Text("缴费日", "paid on"), str)
    >>> hanging_on(data, asked, None, "en")[0].answers[-1]
    '2016-07-01 → not laid down: the agency decides'
    """
    try:
        found = questions_of(structure_open_case(_filled(data), folder=folder), with_readings=False)
    except FileError:
        return ()
    number = next((step for step in question.path if isinstance(step, int)), None)
    asked: list[Needs[Any] | Refusal] = [found.premium.needs, *(one.needs for one in found.cover)]
    asked += [one.needs for at, one in enumerate(found.injuries) if question.path[0] == "injuries" and at == number]
    return tuple(_hanging((one for one in asked if isinstance(one, Needs)), question, language))


def _hanging(asked: Iterable[Needs[Any]], question: Question, language: Language) -> Iterator[Hanging]:
    for needs in asked:
        _, *sections = needs.sections(language)
        for need, (_, answers) in zip(needs, sections, strict=True):
            if _is_asked(need, question):
                yield Hanging(needs.label, tuple(answers))


def _is_asked(need: Need[Any], question: Question) -> bool:
    return not {*need.field.split(".")}.isdisjoint({question.path[-1], question.path[0]})
