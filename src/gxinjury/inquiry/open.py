"""Facts that are not known (未知事实): left out, one of several, or a day between two.

The functions are typed as what they stand for, so that ``partial(SiteInjury, on_site=one_of(True, False))`` passes a
type checker, which still minds the names.
"""

import functools
import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs

from gxinjury.catalogues import label, owner_of
from gxinjury.errors import InvalidFactError
from gxinjury.facts import amount, check_day, check_not_before
from gxinjury.inquiry.words import WORDS
from gxinjury.periods import days_after
from gxinjury.records import field_named
from gxinjury.statutes import Statute
from gxinjury.telling import is_yuan, told
from gxinjury.texts import Language, Text

__all__ = [
    "OPEN",
    "Between",
    "OneOf",
    "RecordOf",
    "Unknown",
    "all_open",
    "between",
    "candidates_of",
    "hints_of",
    "is_record",
    "kept",
    "of_type",
    "one_of",
    "partly",
    "same",
    "template_of",
    "unknown",
    "with_holes",
]

F = TypeVar("F", bound=Callable[..., Any])
V = TypeVar("V")


def kept(function: F) -> F:
    """Mark a function whose answers are kept; typed as the function, whose arguments may be classes."""
    return cast("F", functools.cache(function))


@attrs.frozen
class Unknown:
    """A fact of which nothing is known; :func:`unknown` makes it."""

    def __repr__(self) -> str:
        return "unknown()"


@attrs.frozen(eq=False)
class OneOf:
    """A fact that has one of several values; :func:`one_of` makes it. An open one among them stands for its own."""

    candidates: tuple[object, ...]

    def __repr__(self) -> str:
        return f"one_of({', '.join(map(repr, self.candidates))})"


@attrs.frozen(eq=False)
class Between:
    """A day of a closed range; :func:`between` makes it."""

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        check_day("between", "first", self.first)
        check_day("between", "last", self.last)
        check_not_before("between", "last", self.last, "first", self.first)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days in order."""
        return tuple(days_after(self.first, count) for count in range((self.last - self.first).days + 1))

    def __repr__(self) -> str:
        return f"between({self.first}, {self.last})"


Open: TypeAlias = Unknown | OneOf | Between
OPEN = (Unknown, OneOf, Between)


def unknown() -> Any:  # noqa: ANN401  (stands for a fact of any type)
    """Return what stands for a fact of which nothing is known, as if it were left out.

    >>> unknown()
    unknown()
    """
    return Unknown()


def one_of(*candidates: V) -> V:
    """Return what stands for a fact that has one of these values; ``between(first, last)`` among them for its days.

    Raises:
        InvalidFactError: There is none.

    >>> one_of(None, between(date(2016, 6, 1), date(2016, 6, 30)))
    one_of(None, between(2016-06-01, 2016-06-30))
    """
    if not candidates:
        raise InvalidFactError("one_of", "candidates", WORDS.texts["must_have_a_candidate"], candidates)
    return cast("V", OneOf(candidates))


def between(first: date, last: date) -> date:
    """Return what stands for a day of a closed range, both ends included.

    Raises:
        InvalidFactError: An end is no day, or the last lies before the first.

    >>> between(date(2016, 6, 1), date(2016, 6, 30))
    between(2016-06-01, 2016-06-30)
    """
    return cast("date", Between(first, last))


def partly(record: partial[V]) -> V:
    """Return a partial record typed as its record, where it is a fact of another record.

    >>> from gxinjury.construction import Contract
    >>> partly(partial(Contract, price=100)).keywords
    {'price': 100}
    """
    return cast("V", record)


@attrs.frozen(eq=False)
class RecordOf:
    """A record some of whose facts are open; all of them by field, what was left out is unknown."""

    kind: type[Any]
    facts: dict[str, object]

    @cached_property
    def records_within(self) -> tuple[str, ...]:
        """The fields that are records, or may be: those have checks of their own."""
        hints = hints_of(self.kind)
        return tuple(name for name, fact in self.facts.items() if _holds_records(fact, hints.get(name)))

    def text(self, language: Language) -> str:
        """Return the record in a language, with what is known of it."""
        kind = self.kind
        hints = hints_of(kind)
        known = [
            f"{field_named(kind, name).label.say(language)} "
            f"{told(_read(fact, hints.get(name)), language, in_yuan=is_yuan(hints.get(name)))}"
            for name, fact in self.facts.items()
            if not isinstance(fact, (*OPEN, RecordOf))
        ]
        return f"{label(owner_of(kind.__module__), kind.__name__).say(language)} ({'; '.join((*known, '…'))})"

    def __str__(self) -> str:
        return self.text("en")


def _holds_records(template: object, hint: object) -> bool:
    values = candidates_of(template, hint) if isinstance(template, OPEN) else (template,)
    return any(isinstance(one, RecordOf | tuple) for one in values or ())


def candidates_of(template: Open, hint: object) -> tuple[object, ...] | None:
    """Return the values that an open fact can have; None where nothing bounds it, its type neither.

    >>> candidates_of(Unknown(), bool | None), candidates_of(Unknown(), date)
    ((True, False, None), None)
    """
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
    return amount(value) if is_yuan(hint) and isinstance(value, str | int) else value


@kept
def of_type(hint: object) -> tuple[object, ...] | None:
    """Return all values of a type that has few: truth values, enums, None, literals, and records with every fact open.

    >>> of_type(Literal["a", "b"] | None)
    ('a', 'b', None)
    """
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        parts = [of_type(part) for part in get_args(hint)]
        return None if None in parts else tuple(one for part in parts for one in part or ())
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
    return attrs.has(kind) and kind.__str__ is object.__str__ and not issubclass(kind, Text | Statute)


def same(one: object, other: object) -> bool:
    """Return whether two values are one, in value and in type: True is not 1."""
    return one is other or (one.__class__ is other.__class__ and one == other)


def all_open(kind: type[Any]) -> RecordOf:
    """Return a record of a kind with every fact open."""
    return RecordOf(kind, {field.name: Unknown() for field in attrs.fields(kind) if field.init})


def with_holes(value: object) -> object:
    """Return a record as one whose facts are looked at one by one; anything else as it is."""
    kind: Any = type(value)
    if not is_record(kind):
        return value
    fields = (field.name for field in attrs.fields(kind) if field.init)
    return RecordOf(kind, {name: with_holes(getattr(value, name)) for name in fields})


def template_of(value: object) -> object:
    """Return a value as the search takes it: a partial record with its facts by field, sequences as tuples.

    Raises:
        InvalidFactError: A partial is of no record, or names a fact that its record does not have.
    """
    if isinstance(value, partial):
        return _record_of(value)
    if isinstance(value, OneOf):
        return OneOf(tuple(template_of(one) for one in value.candidates))
    if type(value) in (tuple, list):
        return tuple(template_of(one) for one in cast("tuple[object, ...]", value))
    return value


def _record_of(value: partial[object]) -> RecordOf:
    kind: Any = value.func
    if not (isinstance(kind, type) and attrs.has(kind)):
        raise InvalidFactError("partial", "func", WORDS.texts["must_be_a_record"], kind)
    fields = {field.alias: field.name for field in attrs.fields(kind) if field.init}
    by_position = (alias for alias, field in zip(fields, attrs.fields(kind), strict=False) if not field.kw_only)
    given = dict(_placed(kind, by_position, value.args)) | value.keywords
    for name in given:
        if name not in fields:
            raise InvalidFactError(kind.__name__, name, WORDS.texts["no_such_fact"].filled({"names": [*fields]}), name)
    facts = {name: template_of(given.get(alias, Unknown())) for alias, name in fields.items()}
    return RecordOf(kind, facts)


def _placed(kind: type[Any], names: Iterator[str], values: tuple[object, ...]) -> Iterator[tuple[str, object]]:
    for position, value in enumerate(values):
        name = next(names, None)
        if name is None:
            raise InvalidFactError(kind.__name__, f"[{position}]", WORDS.texts["too_many_by_position"], value)
        yield name, value


@kept
def hints_of(owner: Callable[..., Any]) -> Mapping[str, Any]:
    """Return the types of a rule's facts, or of a record's fields, by name; as far as they can be read at run time."""
    try:
        return typing.get_type_hints(owner)
    except (NameError, TypeError):
        if isinstance(owner, type) and attrs.has(owner):
            return {field.name: field.type for field in attrs.fields(owner)}
        return {name: one.annotation for name, one in inspect.signature(owner).parameters.items()}
