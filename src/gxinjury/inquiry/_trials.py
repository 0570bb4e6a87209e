"""Trials (试算): a rule is run on records with holes, and a hole that it looks into asks its question.

A record with holes is an instance of a subclass of its class, made without ``__init__``: what is known is set when it
is first looked at, what is open raises :class:`Asked`. ``isinstance`` holds, ``__class__`` is the class of the record,
and so two records compare, and a record is copied or pickled, by asking for all of its facts. A watched law tells which
figures and readings a rule consults; its readings can be open too.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar, cast

import attrs

from gxinjury.explanations import Interruption
from gxinjury.inquiry._templates import FactPlace, RecordOf, candidates_of, kept, place_within
from gxinjury.inquiry.open import OPEN, Open, Unknown
from gxinjury.statutes import Reading, Statute
from gxinjury.timelines import Timeline

R = TypeVar("R", bound=Reading)


@attrs.frozen
class Question:
    """A fact that a trial asks for, with the values that it can have; None where nothing bounds it."""

    place: FactPlace
    candidates: tuple[object, ...] | None


class Asked(Interruption):
    """A rule looked at a fact that is open."""

    def __init__(self, question: Question) -> None:
        self.question = question


def _ask(question: Question) -> object:
    raise Asked(question)


class Trial:
    """One run of a rule with the values tried by the name of the fact.

    What nothing is tried for it asks, which stops it unless ``ask`` has an answer; so it does for the readings of the
    law where it ``opens_readings``.
    """

    def __init__(
        self,
        assigned: Mapping[str, object],
        ask: Callable[[Question], object] = _ask,
        *,
        opens_readings: bool = False,
    ) -> None:
        self.assigned = assigned
        self.ask = ask
        self.opens_readings = opens_readings
        self.records: list[tuple[Any, RecordOf]] = []
        self.looked_at: dict[str, tuple[FactPlace, object]] = {}

    def value(self, template: object, place: FactPlace) -> Any:  # noqa: ANN401  (whatever the fact is)
        """Return what the rule gets for a fact, asking where it is open."""
        if isinstance(template, OPEN):
            template = self._settled(template, place)
        if isinstance(template, RecordOf):
            return self._record(template, place)
        if self.opens_readings and isinstance(template, Statute):
            return watched(template, self._reading, {})
        if type(template) is tuple:
            return tuple([self.value(one, place.item(position)) for position, one in enumerate(template)])
        return template

    def _reading(self, kind: type[Reading]) -> Reading:
        place = FactPlace(kind.__name__, kind.__name__, kind.__name__, kind.question, kind)
        return cast("Reading", self._settled(Unknown(), place))

    def _settled(self, template: Open, place: FactPlace) -> object:
        if place.path in self.assigned:
            return self.assigned[place.path]
        match candidates_of(template, place.hint):
            case (only,):
                return only
            case candidates:
                return self.ask(Question(place, candidates))

    def _record(self, template: RecordOf, place: FactPlace) -> object:
        made = object.__new__(_with_holes(template.kind))
        object.__setattr__(made, "_fact", partial(self._fact, template, place))
        self.records.append((made, template))
        return made

    def _fact(self, template: RecordOf, around: FactPlace, record: object, name: str) -> object:
        """Return a fact of a record with holes, and keep it there."""
        kind = template.kind
        if name not in template.facts:
            return _derived(kind, record, name)
        place = place_within(kind, name, around.path)
        value = self.value(template.facts[name], place)
        convert = getattr(attrs.fields_dict(kind)[name], "converter", None)
        if convert is not None:
            value = convert(value)
        object.__setattr__(record, name, value)
        self.looked_at[place.path] = place, value
        return value


def _derived(kind: Any, record: Any, name: str) -> object:  # noqa: ANN401  (any record)
    """Return what a record derives from its facts."""
    if name in attrs.fields_dict(kind):
        return getattr(attrs.evolve(record), name)
    if hasattr(kind, "__getattr__"):
        return kind.__getattr__(record, name)
    raise AttributeError(f"{kind.__name__!r} object has no attribute {name!r}")


def _passing_for(kind: type[Any], **members: object) -> type[Any]:
    """Return a subclass of a class that passes for it, with members of its own."""
    namespace = {"__module__": kind.__module__, "__class__": property(lambda _: kind)}
    return type(kind.__name__, (kind,), namespace | members)


@kept
def _with_holes(kind: type[Any]) -> type[Any]:
    def look(self: Any, name: str) -> object:  # noqa: ANN401  (any record)
        return self._fact(self, name)

    def reduce(self: Any, protocol: int) -> object:  # noqa: ANN401  (any record)
        return attrs.evolve(self).__reduce_ex__(protocol)

    return _passing_for(kind, __getattr__=look, __reduce_ex__=reduce)


def watched(law: Statute, choose: Callable[[type[Reading]], Reading], seen: dict[Any, None]) -> Statute:
    """Return a law that notes which figures and kinds of readings are consulted, in order; its readings are chosen."""
    made = object.__new__(_watched(type(law)))
    object.__setattr__(made, "_watch", (law, choose, seen))
    return made


@kept
def _watched(kind: type[Statute]) -> type[Statute]:
    def choice(self: Any, reading: type[R]) -> R:  # noqa: ANN401  (any law)
        _, choose, seen = self._watch
        seen[reading] = None
        return cast("R", choose(reading))

    def look(self: Any, name: str) -> object:  # noqa: ANN401  (any law)
        law, _, seen = self._watch
        value = getattr(law, name)
        if isinstance(value, Timeline):
            seen[name] = None
        return value

    return _passing_for(kind, __getattr__=look, choice=choice)
