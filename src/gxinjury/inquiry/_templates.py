"""Facts as the search takes them (追问所用的事实): records with open facts, and the values a fact can have."""

import functools
import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property, partial
from itertools import chain
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs

from gxinjury.catalogues import label, owner_of
from gxinjury.errors import InvalidFactError
from gxinjury.facts import amount
from gxinjury.fields import field_named, fields_of
from gxinjury.inquiry.open import OPEN, Between, OneOf, Open, Unknown
from gxinjury.inquiry.outcomes import same
from gxinjury.inquiry.words import WORDS
from gxinjury.records import prints_itself
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Language, Text

F = TypeVar("F", bound=Callable[..., Any])

NO_DEFAULT: Final = inspect.Parameter.empty


def kept(function: F) -> F:
    """Mark a function whose answers are kept; typed as the function, whose arguments may be classes."""
    return cast("F", functools.cache(function))


@attrs.frozen
class FactPlace:
    """Where a fact stands in a case: by its ``path`` with the records around it, as ``contract.price``.

    The ``owner`` is the record or rule that it belongs to, the ``default`` what a call takes where it is left out.
    """

    path: str
    owner: str
    name: str
    label: Text
    hint: object = None
    default: object = NO_DEFAULT

    @property
    def may_be_missing(self) -> bool:
        return NoneType in get_args(self.hint)

    def item(self, position: int) -> "FactPlace":
        name = f"{self.name}[{position}]"
        return FactPlace(f"{self.path}[{position}]", self.owner, name, label("", name))

    def surrounds(self, path: str) -> bool:
        """Return whether a path is of this fact, or within it."""
        return not self.path or path == self.path or path.startswith(f"{self.path}.")


@kept
def place_within(kind: type[Any], name: str, around: str) -> FactPlace:
    """Return the place of a field of a record that stands at a path."""
    path = f"{around}.{name}" if around else name
    return FactPlace(path, kind.__name__, name, field_named(kind, name).label, hints_of(kind).get(name))


@kept
def hints_of(owner: Any) -> Mapping[str, Any]:  # noqa: ANN401  (a rule or a class)
    """Return the types of a rule's facts, or of a record's fields, by name; as far as they can be read at run time."""
    try:
        return typing.get_type_hints(owner)
    except (NameError, TypeError):
        if attrs.has(owner):
            return {field.name: field.type for field in attrs.fields(owner)}
        return {name: one.annotation for name, one in inspect.signature(owner).parameters.items()}


@attrs.frozen(eq=False)
class RecordOf:
    """A record some of whose facts are open; all of them by field, what was left out is unknown."""

    kind: type[Any]
    facts: dict[str, object]

    def within(self, around: FactPlace) -> Iterator[tuple[FactPlace, object]]:
        """Yield its facts with their places."""
        for name, fact in self.facts.items():
            yield place_within(self.kind, name, around.path), fact

    @cached_property
    def records_within(self) -> tuple[str, ...]:
        """The fields that are records, or may be: those have checks of their own."""
        hints = hints_of(self.kind)
        return tuple(name for name, fact in self.facts.items() if _may_be_a_record(fact, hints.get(name)))

    def text(self, language: Language) -> str:
        """Return the record in a language, with what is known of it."""
        known = []
        for field in fields_of(self.kind):
            fact = self.facts[field.attribute]
            if not isinstance(fact, (*OPEN, RecordOf)):
                value = told(_read(fact, field.kind), language, in_yuan=field.in_yuan)
                known.append(f"{field.label.say(language)} {value}")
        name = label(owner_of(self.kind.__module__), self.kind.__name__)
        return f"{name.say(language)} ({'; '.join((*known, '…'))})"

    def __str__(self) -> str:
        return self.text("en")


def _may_be_a_record(template: object, hint: object) -> bool:
    values = candidates_of(template, hint) if isinstance(template, OPEN) else (template,)
    return any(isinstance(one, RecordOf | tuple) for one in values or ())


def candidates_of(template: Open, hint: object) -> tuple[object, ...] | None:
    """Return the values that an open fact can have; None where nothing bounds it, its type neither."""
    if isinstance(template, Unknown):
        return of_type(hint)
    if isinstance(template, Between):
        return template.days
    found: list[object] = []
    for candidate in template.candidates:
        inner = candidates_of(candidate, hint) if isinstance(candidate, OPEN) else (_read(candidate, hint),)
        if inner is None:
            return None
        found += (one for one in inner if not any(same(one, other) for other in found))
    return tuple(found)


def _read(value: object, hint: object) -> object:
    """Return an amount in yuan as the Decimal that its record would make of it, so that the same is the same."""
    return amount(cast("Any", value)) if is_yuan(hint) else value


@kept
def of_type(hint: object) -> tuple[object, ...] | None:
    """Return all values of a type that has few: truth values, enums, None, literals, records with every fact open."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        parts: list[Any] = [of_type(part) for part in get_args(hint)]
        return None if None in parts else tuple(chain(*parts))
    if hint is bool:
        return (True, False)
    if hint is NoneType:
        return (None,)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return tuple(hint)
    if isinstance(hint, type) and is_record(hint):
        return (all_open(hint),)
    return None


@kept
def is_record(kind: type[Any]) -> bool:
    """Return whether a class is a record of facts; what prints itself, as a rate or a clause does, is one fact."""
    return attrs.has(kind) and not prints_itself(kind) and not issubclass(kind, (Text, Statute, *OPEN))


def record_of(value: object) -> RecordOf | None:
    """Return a record by its facts, without those that it derives; None for what is none."""
    kind = type(value)
    if not is_record(kind):
        return None
    return RecordOf(kind, {field.attribute: getattr(value, field.attribute) for field in fields_of(kind)})


def made(kind: type[Any], facts: Mapping[str, object]) -> object:
    """Return a record with its facts by field, as its class makes it."""
    aliases = {field.name: str(field.alias) for field in attrs.fields(kind)}
    return kind(**{aliases[name]: fact for name, fact in facts.items()})


def all_open(kind: type[Any]) -> RecordOf:
    """Return a record of a kind with every fact open."""
    return RecordOf(kind, {field.attribute: Unknown() for field in fields_of(kind)})


def with_holes(value: object) -> object:
    """Return a record as one whose facts are looked at one by one; anything else as it is."""
    record = record_of(value)
    return (
        value
        if record is None
        else RecordOf(record.kind, {name: with_holes(fact) for name, fact in record.facts.items()})
    )


def template_of(value: object) -> object:
    """Return a value as the search takes it: a partial record with its facts by field, sequences as tuples."""
    if isinstance(value, partial):
        return _partly_known(value)
    if isinstance(value, OneOf):
        return OneOf(tuple(template_of(one) for one in value.candidates))
    if type(value) in (tuple, list):
        return tuple(template_of(one) for one in cast("tuple[object, ...]", value))
    return value


def _partly_known(value: partial[object]) -> RecordOf:
    kind: Any = value.func
    if not attrs.has(kind):
        raise InvalidFactError("partial", "func", WORDS.texts["must_be_a_record"], kind)
    fields = {field.alias: field.name for field in attrs.fields(kind) if field.init}
    by_position = [field.alias for field in attrs.fields(kind) if field.init and not field.kw_only]
    for position, more in list(enumerate(value.args))[len(by_position) :]:
        raise InvalidFactError(kind.__name__, f"[{position}]", WORDS.texts["too_many_by_position"], more)
    given = dict(zip(by_position, value.args, strict=False)) | value.keywords
    for name in given:
        if name not in fields:
            raise InvalidFactError(kind.__name__, name, WORDS.texts["no_such_fact"].filled({"names": [*fields]}), name)
    return RecordOf(kind, {name: template_of(given.get(alias, Unknown())) for alias, name in fields.items()})
