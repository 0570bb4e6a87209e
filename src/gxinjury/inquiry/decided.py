"""What is decided already (已定的部分): what an open case does not leave open any more."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import attrs

from gxinjury.inquiry.cases import Case
from gxinjury.inquiry.open import OPEN, RecordOf, candidates_of, is_record
from gxinjury.inquiry.outcomes import in_yuan
from gxinjury.inquiry.reports import Known
from gxinjury.inquiry.trials import Place, place_within
from gxinjury.records import fields_of

T = TypeVar("T")


def already_decided(case: Case[T], outcomes: Sequence[object]) -> tuple[Known, ...]:
    """Return the outcome where there is one only, else the fields that are the same in all of them."""
    first = outcomes[0]
    if len(outcomes) == 1:
        return (Known("", case.label, first, in_yuan(case.rule)),)
    kind: Any = type(first)
    if not is_record(kind) or any(type(one) is not kind for one in outcomes):
        return ()
    compared = {field.name for field in attrs.fields(kind) if field.eq}
    return tuple(
        Known(field.name, field.label, getattr(first, field.attribute), field.in_yuan)
        for field in fields_of(kind)
        if field.attribute in compared
        and all(getattr(one, field.attribute) == getattr(first, field.attribute) for one in outcomes)
    )


def open_facts(case: Case[T]) -> Iterator[str]:
    """Yield the names of the unknown facts of a case, of its records field by field."""
    for name, fact in case.facts.items():
        yield from _open_within(fact, case.places[name])


def _open_within(fact: object, place: Place) -> Iterator[str]:
    if isinstance(fact, OPEN):
        candidates = candidates_of(fact, place.hint)
        if candidates is None or len(candidates) != 1:
            yield place.path
            return
        fact = candidates[0]
    if isinstance(fact, RecordOf):
        for name, inner in fact.facts.items():
            yield from _open_within(inner, place_within(fact.kind, name, place.path))
    elif type(fact) is tuple:
        for position, inner in enumerate(fact):
            yield from _open_within(inner, place.item(position))
