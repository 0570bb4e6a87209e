"""Cases (案情): what a rule is asked about, wholly or partly known.

A case is a record, a ``functools.partial`` of its class, or the rule's facts by name. In an open case what is left out
is unknown, fields with defaults too; in a whole case a call's defaults hold.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar, cast

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_instance
from gxinjury.inquiry.open import OPEN, RecordOf, Unknown, candidates_of, hints_of, is_record, of_type, template_of
from gxinjury.inquiry.outcomes import name_of, package_of, within
from gxinjury.inquiry.trials import Place, Trial, place_within
from gxinjury.inquiry.words import WORDS
from gxinjury.rules import label_of
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan
from gxinjury.texts import Text

__all__ = ["NOTHING", "Case", "built", "case_of"]

T = TypeVar("T")

NOTHING: Final[Mapping[str, object]] = {}
"""The case of which nothing is known."""

_VARIADIC: Final = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


@attrs.frozen(eq=False)
class Case(Generic[T]):
    """A rule with the facts that it is asked about.

    Args:
        facts: Its facts by argument.
        places: Where each argument stands.
        law_name: The argument that takes the law; None where the rule takes none.
        by_position: The arguments that are given by position only.
    """

    rule: Callable[..., T]
    facts: Mapping[str, object]
    places: Mapping[str, Place]
    law_name: str | None
    by_position: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """What the rule is called."""
        return label_of(within(self.rule))

    @property
    def in_yuan(self) -> bool:
        """Whether the rule answers with an amount in yuan."""
        return is_yuan(hints_of(within(self.rule)).get("return"))

    @property
    def law(self) -> Statute:
        """The law that the rule is asked under.

        Raises:
            InvalidFactError: The rule takes no law.
        """
        if self.law_name is None:
            raise InvalidFactError(name_of(self.rule), "law", WORDS.texts["must_take_a_law"], None)
        return cast("Statute", self.facts[self.law_name])

    def under(self, law: object) -> "Case[T]":
        """Return the case under another law."""
        return attrs.evolve(self, facts={**self.facts, str(self.law_name): law})

    def run(self, trial: Trial) -> T:
        """Run the rule on the facts of a trial."""
        return self.call({name: trial.value(fact, self.places[name]) for name, fact in self.facts.items()})

    def call(self, facts: Mapping[str, object]) -> T:
        """Call the rule with its arguments by name."""
        by_position, by_name = self.arguments(facts)
        return self.rule(*by_position, **by_name)

    def arguments(self, facts: Mapping[str, object]) -> tuple[list[object], dict[str, object]]:
        """Return the arguments that are given by position only, and the others."""
        by_name = {name: fact for name, fact in facts.items() if name not in self.by_position}
        return [facts[name] for name in self.by_position], by_name

    def whole(self) -> "Case[T]":
        """Return the case with its records made.

        Raises:
            InvalidFactError: A fact is open, or breaks a rule of input.
        """
        return attrs.evolve(self, facts={name: built(fact, self.places[name]) for name, fact in self.facts.items()})

    def answer(self) -> T:
        """Run the rule on a whole case."""
        return self.call(self.facts)

    def leaves(self) -> Iterator[tuple[Place, object]]:
        """Yield the single facts of the case, those of its records one by one."""
        for name, fact in self.facts.items():
            if name != self.law_name:
                yield from _leaves(fact, self.places[name])

    def open_facts(self) -> Iterator[str]:
        """Yield the names of the unknown facts, those of the records one by one."""
        for name, fact in self.facts.items():
            yield from _open_within(fact, self.places[name])

    def place(self, path: str) -> Place:
        """Return where a fact of that name stands.

        Raises:
            InvalidFactError: The case has no such fact.
        """
        places = {place.path: place for place, _ in self.leaves()}
        if path not in places:
            rule = WORDS.texts["must_be_a_fact"].filled({"names": [*places]})
            raise InvalidFactError(name_of(self.rule), "field", rule, path)
        return places[path]

    def answer_with(self, changed: Mapping[str, object]) -> T:
        """Run the rule on a whole case with other values for some of its facts.

        Raises:
            InvalidFactError: A fact is open, or breaks a rule of input.
        """
        facts = dict(self.facts)
        for name, place in self.places.items():
            if any(_is_within(path, place) for path in changed):
                facts[name] = _placed(facts[name], place, changed)
        return self.call(facts)


def _is_within(path: str, place: Place) -> bool:
    return not place.path or path == place.path or path.startswith(f"{place.path}.")


def case_of(rule: Callable[..., T], case: object, law: Statute | None, *, whole: bool = False) -> Case[T]:
    """Return a case as an inquiry takes it.

    Args:
        rule: The rule asked.
        case: A record or a partial one for the rule's first fact, or its facts by name.
        law: The law asked; None: the rule's own default.
        whole: Whether all facts must be known; what is left out then has its default, as in a call.

    Raises:
        InvalidFactError: The case names what the rule does not take, or lacks a fact or a law that it must have.
    """
    parameters = inspect.signature(rule).parameters
    names = [name for name, one in parameters.items() if one.kind not in _VARIADIC]
    given = dict(case) if isinstance(case, Mapping) else {names[0]: case} if names else {"": case}
    for name in given:
        if name not in names:
            raise InvalidFactError(name_of(rule), name, WORDS.texts["no_such_fact"].filled({"names": names}), name)
    law_name = next((name for name in names if _is_law(rule, parameters[name], given)), None)
    if law is not None:
        check_instance(name_of(rule), "law", law, Statute)
        if law_name is None:
            raise InvalidFactError(name_of(rule), "law", WORDS.texts["must_take_a_law"], type(law).__name__)
        given[law_name] = law
    facts: dict[str, object] = {}
    for name in names:
        default = parameters[name].default
        if name in given:
            facts[name] = template_of(given[name])
        elif default is not inspect.Parameter.empty and (whole or name == law_name):
            facts[name] = default
        elif whole or name == law_name:
            raise InvalidFactError(name_of(rule), name, WORDS.texts["must_be_given"], Unknown())
        else:
            facts[name] = Unknown()
    if law_name is not None:
        check_instance(name_of(rule), law_name, facts[law_name], Statute)
    by_position = tuple(name for name in names if parameters[name].kind is inspect.Parameter.POSITIONAL_ONLY)
    made = Case(rule, facts, _places(rule, facts, law_name), law_name, by_position)
    return made.whole() if whole else made


def _is_law(rule: Callable[..., object], parameter: inspect.Parameter, given: Mapping[str, object]) -> bool:
    hint = hints_of(rule).get(parameter.name)
    return parameter.name == "law" or any(
        (isinstance(one, type) and issubclass(one, Statute)) or isinstance(one, Statute)
        for one in (hint, parameter.default, given.get(parameter.name))
    )


def _places(rule: Callable[..., object], facts: Mapping[str, object], law_name: str | None) -> dict[str, Place]:
    """Return where the arguments stand; of a rule whose only fact is a record, the record's fields stand alone."""
    hints = hints_of(rule)
    package = package_of(rule)
    parameters = inspect.signature(rule).parameters
    places = {}
    for name, fact in facts.items():
        default = parameters[name].default
        alone = all(other in (name, law_name) for other in facts) and _is_record(fact, hints.get(name))
        path = "" if alone else name
        places[name] = Place(path, name_of(rule), name, package, hints.get(name), default)
    return places


def _is_record(fact: object, hint: object) -> bool:
    by_type = of_type(hint)
    if by_type is not None:
        return all(isinstance(one, RecordOf) for one in by_type)
    return isinstance(fact, RecordOf) or is_record(type(fact))


def built(template: object, place: Place) -> object:
    """Return what a template says as a value: a record made by its class.

    Raises:
        InvalidFactError: A fact is open, or breaks a rule of input.
    """
    if isinstance(template, OPEN):
        raise InvalidFactError(place.record, place.name, WORDS.texts["must_be_known"], template)
    if isinstance(template, RecordOf):
        kind = template.kind
        facts = {name: built(fact, place_within(kind, name, place.path)) for name, fact in template.facts.items()}
        return _made(kind, facts)
    if type(template) is tuple:
        return tuple(built(one, place.item(position)) for position, one in enumerate(template))
    return template


def _made(kind: type[Any], facts: Mapping[str, object]) -> object:
    aliases = {field.name: str(field.alias) for field in attrs.fields(kind)}
    return kind(**{aliases[name]: fact for name, fact in facts.items()})


def _leaves(fact: object, place: Place) -> Iterator[tuple[Place, object]]:
    kind: Any = type(fact)
    if not is_record(kind):
        yield place, fact
        return
    if None in (of_type(place.hint) or ()):  # the record may also be missing
        yield place, fact
    for field in attrs.fields(kind):
        if field.init:
            yield from _leaves(getattr(fact, field.name), place_within(kind, field.name, place.path))


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


def _placed(fact: object, place: Place, changed: Mapping[str, object]) -> object:
    """Return a fact with the changes that are of it put in."""
    if place.path in changed:
        return built(template_of(changed[place.path]), place)
    kind: Any = type(fact)
    if not is_record(kind) or not any(_is_within(path, place) for path in changed):
        return fact
    facts = {
        field.name: _placed(getattr(fact, field.name), place_within(kind, field.name, place.path), changed)
        for field in attrs.fields(kind)
        if field.init
    }
    return _made(kind, facts)
