"""Laws that are watched (被查看的法): which figures and readings a rule consults, and readings that it asks for.

As records with holes are instances of a subclass of their class, so is a watched law of the law's. Its figures are left
out until they are looked at, and what it chooses is told.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs

from gxinjury.inquiry.hints import kept
from gxinjury.inquiry.trials import Opened, Place, Question, Trial
from gxinjury.statutes import Reading, Statute
from gxinjury.timelines import Timeline

R = TypeVar("R", bound=Reading)


@attrs.frozen(eq=False)
class Watch:
    """What a watched law tells of.

    Args:
        law: The law.
        choose: What chooses a reading.
        seen: The names of the figures and the kinds of readings that were consulted, in order.
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

    namespace = {
        "__slots__": ("_watch",),
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__class__": property(lambda _: kind),
        "__getattr__": look,
        "choice": choice,
    }
    return type(kind.__name__, (kind,), namespace)


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
