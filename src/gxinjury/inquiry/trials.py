"""Trials (试算): a rule is run on records with holes, and a hole that it looks into asks its question.

A record with holes is an instance of a subclass of its class, made without ``__init__``: what is known is set when it
is first looked at, what is open raises :class:`Asked`. ``isinstance`` holds, ``__class__`` is the class of the record,
and so two records compare, and a record is copied or pickled, by asking for all of its facts. A watched law tells which
figures and readings a rule consults; its readings can be open too.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast

import attrs

from gxinjury.catalogues import label, owner_of
from gxinjury.explanations import Interruption
from gxinjury.inquiry.open import OPEN, RecordOf, candidates_of, hints_of, kept
from gxinjury.records import field_named
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

__all__ = ["NO_DEFAULT", "Asked", "Opened", "Place", "Question", "Trial", "Watch", "place_within", "with_open_readings"]

R = TypeVar("R", bound=Reading)

NO_DEFAULT: Final = inspect.Parameter.empty


@attrs.frozen
class Place:
    """Where a fact stands in a case.

    Args:
        path: Its name, with the records around it, as ``contract.price``.
        record: The record or rule that it belongs to, in whose package its words are.
        default: What it is where a call leaves it out.
        said: What its record calls it; None where the words of the package say it.
    """

    path: str
    record: str
    name: str
    package: str = attrs.field(eq=False)
    hint: object = attrs.field(default=None, eq=False)
    default: object = attrs.field(default=NO_DEFAULT, eq=False)
    said: Text | None = attrs.field(default=None, eq=False)

    @property
    def label(self) -> Text:
        """What the fact is called."""
        return self.said or label(self.package, f"{self.record}.{self.name}", self.name)

    def item(self, position: int) -> "Place":
        """Return the place of an item of a sequence."""
        numbered = f"[{position}]"
        return attrs.evolve(self, path=self.path + numbered, name=self.name + numbered, hint=None, said=None)


@attrs.frozen(eq=False)
class Question:
    """A fact that a trial asks for, with the values that it can have; None where nothing bounds it."""

    place: Place
    candidates: tuple[object, ...] | None

    @property
    def path(self) -> str:
        """The name of the fact."""
        return self.place.path


class Asked(Interruption):
    """A rule looked at a fact that is open."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.path)
        self.question = question


def _ask(question: Question) -> object:
    """Ask for a fact by stopping the trial."""
    raise Asked(question)


class Trial:
    """One run of a rule.

    Args:
        assigned: The values tried, by the name of the fact.
        choose: What answers a question that nothing is tried for; by default the trial stops there.
    """

    def __init__(self, assigned: Mapping[str, object], choose: Callable[[Question], object] = _ask) -> None:
        self.assigned = assigned
        self.choose = choose
        self.records: list[Any] = []
        self.looked_at: dict[Place, object] = {}

    def value(self, template: object, place: Place) -> Any:  # noqa: ANN401  (whatever the fact is)
        """Return what the rule gets for a fact, asking where it is open."""
        if isinstance(template, OPEN):
            if place.path in self.assigned:
                template = self.assigned[place.path]
            else:
                candidates = candidates_of(template, place.hint)
                if candidates is not None and len(candidates) == 1:
                    template = candidates[0]
                else:
                    template = self.choose(Question(place, candidates))
        if isinstance(template, RecordOf):
            return self._record(template, place)
        if isinstance(template, Opened):
            return template.made_for(self)
        if type(template) is tuple:
            return tuple([self.value(one, place.item(position)) for position, one in enumerate(template)])
        return template

    def _record(self, template: RecordOf, place: Place) -> object:
        kind = _with_holes(template.kind)
        made = object.__new__(kind)
        object.__setattr__(made, "_source", _Source(self, template, place))
        self.records.append(made)
        return made


@attrs.frozen(eq=False)
class Opened:
    """What is made anew for every trial, as a law whose readings are asked for."""

    made_for: Callable[[Trial], object]


@attrs.frozen(eq=False)
class _Source:
    """Where a record with holes has its facts from."""

    trial: Trial
    template: RecordOf
    place: Place

    def fact(self, record: object, name: str) -> object:
        """Return a fact of the record, and keep it there."""
        facts = self.template.facts
        if name not in facts:
            return self._derived(record, name)
        place = place_within(self.template.kind, name, self.place.path)
        value = self.trial.value(facts[name], place)
        convert = getattr(attrs.fields_dict(self.template.kind)[name], "converter", None)
        if convert is not None:
            value = convert(value)
        object.__setattr__(record, name, value)
        self.trial.looked_at[place] = value
        return value

    def _derived(self, record: Any, name: str) -> object:  # noqa: ANN401  (any record)
        """Return what the record derives from its facts."""
        kind: Any = self.template.kind
        if name in attrs.fields_dict(kind):
            return getattr(attrs.evolve(record), name)
        if hasattr(kind, "__getattr__"):
            return kind.__getattr__(record, name)
        raise AttributeError(f"{kind.__name__!r} object has no attribute {name!r}")


@kept
def place_within(kind: type[Any], name: str, around: str) -> Place:
    """Return the place of a field of a record that stands at a path."""
    path = f"{around}.{name}" if around else name
    said = field_named(kind, name).label
    return Place(path, kind.__name__, name, owner_of(kind.__module__), hints_of(kind).get(name), said=said)


def _passing_for(kind: type[Any], slot: str, **members: object) -> type[Any]:
    """Return a subclass of a class that passes for it, with a slot and members of its own."""
    namespace = {
        "__slots__": (slot,),
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__class__": property(lambda _: kind),
    }
    return type(kind.__name__, (kind,), namespace | members)


@kept
def _with_holes(kind: type[Any]) -> type[Any]:
    """Return the class of a record with holes."""

    def look(self: Any, name: str) -> object:  # noqa: ANN401  (any record)
        return self._source.fact(self, name)

    def reduce(self: Any, protocol: int) -> object:  # noqa: ANN401  (any record)
        return attrs.evolve(self).__reduce_ex__(protocol)

    return _passing_for(kind, "_source", __getattr__=look, __reduce_ex__=reduce)


@attrs.frozen(eq=False)
class Watch:
    """A watched law: what chooses its readings, and the figures and kinds of readings that were consulted, in order.

    As records with holes are instances of a subclass of their class, so is it of the law's.
    """

    law: Statute
    choose: Callable[[type[Reading]], Reading]
    seen: dict[str | type[Reading], None] = attrs.field(factory=dict)

    def choice(self, kind: type[Reading]) -> Reading:
        """Return the member of a reading that the law takes."""
        self.seen[kind] = None
        return self.choose(kind)

    def field(self, name: str) -> object:
        """Return a field of the law."""
        value = getattr(self.law, name)
        if isinstance(value, Timeline):
            self.seen[name] = None
        return value

    def watched(self) -> Statute:
        """Return the law, watched."""
        made = object.__new__(_watched(type(self.law)))
        object.__setattr__(made, "_watch", self)
        return made


@kept
def _watched(kind: type[Statute]) -> type[Statute]:
    def choice(self: Any, reading: type[R]) -> R:  # noqa: ANN401  (any law)
        return cast("R", self._watch.choice(reading))

    def look(self: Any, name: str) -> object:  # noqa: ANN401  (any law)
        return self._watch.field(name)

    return _passing_for(kind, "_watch", __getattr__=look, choice=choice)


def with_open_readings(statute: Statute) -> Opened:
    """Return a law whose readings are all open: a rule is tried under every one that it consults."""

    def made_for(trial: Trial) -> Statute:
        def choose(kind: type[Reading]) -> Reading:
            place = Place(kind.__name__, kind.__name__, kind.__name__, "", kind)
            if kind.__name__ in trial.assigned:
                return cast("Reading", trial.assigned[kind.__name__])
            return cast("Reading", trial.choose(Question(place, tuple(kind))))

        return Watch(statute, choose).watched()

    return Opened(made_for)
