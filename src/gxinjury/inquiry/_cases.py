"""Cases (案情): what a rule is asked about, wholly or partly known.

A case is a record, a ``functools.partial`` of its class, or the rule's facts by name. In an open case what is left out
is unknown, fields with defaults too; in a whole case a call's defaults hold.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from inspect import Parameter
from typing import Final, Generic, TypeVar

import attrs

from gxinjury.catalogues import label
from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_instance
from gxinjury.inquiry._templates import (
    FactPlace,
    RecordOf,
    candidates_of,
    hints_of,
    is_record,
    made,
    of_type,
    record_of,
    template_of,
)
from gxinjury.inquiry._trials import Trial
from gxinjury.inquiry.open import OPEN, Unknown
from gxinjury.inquiry.outcomes import name_of, package_of, within
from gxinjury.inquiry.words import WORDS
from gxinjury.rules import label_of
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan
from gxinjury.texts import Text

T = TypeVar("T")

NOTHING: Final[Mapping[str, object]] = {}
"""The case of which nothing is known."""


@attrs.frozen
class Case(Generic[T]):
    """A rule with the facts that it is asked about, by argument; ``law_name`` is the one that takes the law, if any."""

    rule: Callable[..., T]
    facts: Mapping[str, object]
    places: Mapping[str, FactPlace]
    law_name: str | None
    by_position: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        return label_of(within(self.rule))

    @property
    def in_yuan(self) -> bool:
        return is_yuan(hints_of(within(self.rule)).get("return"))

    def under(self, law: Statute) -> "Case[T]":
        return attrs.evolve(self, facts={**self.facts, str(self.law_name): law})

    def call(self, facts: Mapping[str, object]) -> "partial[T]":
        """Return the rule with its arguments, to be called."""
        by_name = {name: fact for name, fact in facts.items() if name not in self.by_position}
        return partial(self.rule, *(facts[name] for name in self.by_position), **by_name)

    def answer(self) -> T:
        return self.call(self.facts)()

    def answer_in(self, trial: Trial) -> T:
        return self.call({name: trial.value(fact, self.places[name]) for name, fact in self.facts.items()})()

    def answer_with(self, changed: Mapping[str, object]) -> T:
        return self.call({name: built(fact, self.places[name], changed) for name, fact in self.facts.items()})()

    def singles(self) -> Iterator[tuple[FactPlace, object]]:
        """Yield the single facts of the case with their places, those of its records one by one."""
        for name, fact in self.facts.items():
            if name != self.law_name:
                yield from _singles(fact, self.places[name])

    def place(self, path: str) -> FactPlace:
        """Return where a fact of that name stands; an :class:`InvalidFactError` where the case has none."""
        places = {place.path: place for place, _ in self.singles()}
        if path not in places:
            rule = WORDS.texts["must_be_a_fact"].filled({"names": [*places]})
            raise InvalidFactError(name_of(self.rule), "field", rule, path)
        return places[path]


def case_of(rule: Callable[..., T], case: object, law: Statute | None, *, whole: bool = False) -> Case[T]:
    """Return a case as an inquiry takes it; a ``whole`` one has no open facts."""
    parameters = {
        name: one
        for name, one in inspect.signature(rule).parameters.items()
        if one.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    }
    given = dict(case) if isinstance(case, Mapping) else {next(iter(parameters), ""): case}
    for name in given:
        if name not in parameters:
            unknown = WORDS.texts["no_such_fact"].filled({"names": [*parameters]})
            raise InvalidFactError(name_of(rule), name, unknown, name)
    law_name = next((name for name, one in parameters.items() if _takes_law(rule, one, given.get(name))), None)
    if law is not None:
        if law_name is None:
            raise InvalidFactError(name_of(rule), "law", WORDS.texts["must_take_a_law"], type(law).__name__)
        given[law_name] = law
    facts: dict[str, object] = {}
    for name, parameter in parameters.items():
        must_be_there = whole or name == law_name
        if name in given:
            facts[name] = template_of(given[name])
        elif must_be_there and parameter.default is Parameter.empty:
            raise InvalidFactError(name_of(rule), name, WORDS.texts["must_be_given"], Unknown())
        else:
            facts[name] = parameter.default if must_be_there else Unknown()
    if law_name is not None:
        check_instance(name_of(rule), law_name, facts[law_name], Statute)
    places = _places(rule, facts, law_name, parameters)
    if whole:
        facts = {name: built(fact, places[name]) for name, fact in facts.items()}
    by_position = tuple(name for name, one in parameters.items() if one.kind is Parameter.POSITIONAL_ONLY)
    return Case(rule, facts, places, law_name, by_position)


def _takes_law(rule: Callable[..., object], parameter: Parameter, given: object) -> bool:
    return parameter.name == "law" or any(
        (isinstance(one, type) and issubclass(one, Statute)) or isinstance(one, Statute)
        for one in (hints_of(rule).get(parameter.name), parameter.default, given)
    )


def _places(
    rule: Callable[..., object], facts: Mapping[str, object], law_name: str | None, parameters: Mapping[str, Parameter]
) -> dict[str, FactPlace]:
    """Return where the arguments stand; of a rule whose only fact is a record, the record's fields stand alone."""
    hints, owner = hints_of(rule), name_of(rule)
    is_alone = len(facts.keys() - {law_name}) == 1
    return {
        name: FactPlace(
            "" if is_alone and _is_record(fact, hints.get(name)) else name,
            owner,
            name,
            label(package_of(rule), f"{owner}.{name}", name),
            hints.get(name),
            parameters[name].default,
        )
        for name, fact in facts.items()
    }


def _is_record(fact: object, hint: object) -> bool:
    by_type = of_type(hint)
    if by_type is not None:
        return all(isinstance(one, RecordOf) for one in by_type)
    return isinstance(fact, RecordOf) or is_record(type(fact))


def built(template: object, place: FactPlace, changed: Mapping[str, object] = NOTHING) -> object:
    """Return what a template says as a value, changes put in, a record made by its class; refused where it is open."""
    if place.path in changed:
        return built(template_of(changed[place.path]), place)
    if isinstance(template, OPEN):
        raise InvalidFactError(place.owner, place.name, WORDS.texts["must_be_known"], template)
    if any(map(place.surrounds, changed)):  # so it is a record
        template = record_of(template)
    if isinstance(template, RecordOf):
        return made(template.kind, {one.name: built(fact, one, changed) for one, fact in template.within(place)})
    if type(template) is tuple:
        return tuple(built(one, place.item(position)) for position, one in enumerate(template))
    return template


def _singles(fact: object, place: FactPlace) -> Iterator[tuple[FactPlace, object]]:
    if isinstance(fact, OPEN):
        match candidates_of(fact, place.hint):
            case (only,):
                fact = only
            case _:
                pass
    record = fact if isinstance(fact, RecordOf) else record_of(fact)
    if record is None or place.may_be_missing:
        yield place, fact
    if record is not None:
        for one, inner in record.within(place):
            yield from _singles(inner, one)
    elif type(fact) is tuple:
        for position, inner in enumerate(fact):
            if isinstance(inner, (RecordOf, *OPEN)):
                yield from _singles(inner, place.item(position))
