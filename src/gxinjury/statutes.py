"""A law as an argument (作为参数的法): dated figures and chosen readings in one immutable record.

A country's law is a subclass of :class:`Statute` whose fields are timelines. A reform replaces a timeline, a past state
is :meth:`Statute.known_on`, another reading is :meth:`Statute.reading`.
"""

from datetime import date
from functools import cached_property
from typing import Annotated, Any, Final, Protocol, Self, TypeVar

import attrs

from gxinjury.departures import departures
from gxinjury.digest import digest
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_day, check_instance, records
from gxinjury.fitting import check_figures, one_of
from gxinjury.interpretations import R, Reading, default_of, reading_step
from gxinjury.notes import note
from gxinjury.records import several
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

__all__ = ["LawChange", "Reading", "Statute", "default_of"]

S = TypeVar("S", bound="Statute")
L = TypeVar("L", bound="Statute")
_MUST_BE_A_READING: Final = FactRule(
    zh="必须是一种口径（如 ElapsedTime.MONTHS）",
    en="must be a member of a reading, such as ElapsedTime.MONTHS",
    code="no_reading",
)
_MUST_BE_ONE: Final = FactRule(
    zh="同一处分歧只能采用一种口径", en="must name one member of each reading", code="read_two_ways"
)
_MUST_BE_A_REFORM: Final = FactRule(
    zh="必须是改革方案（gxinjury.reforms.Reform）", en="must be a gxinjury.reforms.Reform", code="no_reform"
)


class LawChange(Protocol[L]):
    """What changes a law: it applies itself."""

    def applied_to(self, law: L) -> L:
        """Return the law changed."""


@attrs.frozen
class Statute:
    """A law: timelines of figures in the fields of a subclass, and the readings that depart from the default.

    Args:
        readings: The readings chosen, one member of each kind at the most; the defaults need not be named.
    """

    readings: Annotated[tuple[Reading, ...], Text("口径", "readings")] = attrs.field(
        default=(), converter=several, kw_only=True
    )
    _chosen: dict[type[Reading], Any] = attrs.field(init=False, repr=False, eq=False)

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law that others of its kind are told apart from; a subclass names it."""
        raise NotImplementedError

    def __attrs_post_init__(self) -> None:
        check_figures(self)
        given_readings: object = self.readings
        if not isinstance(given_readings, tuple):
            records(type(self).__name__, "readings", self.readings, Reading)
        for position, member in enumerate(self.readings):
            if not isinstance(member, Reading):
                raise InvalidFactError(type(self).__name__, f"readings[{position}]", _MUST_BE_A_READING, member)
        chosen: dict[type[Reading], Reading] = {type(member): member for member in self.readings}
        if len(chosen) < len(self.readings):
            raise InvalidFactError(type(self).__name__, "readings", _MUST_BE_ONE, self.readings)
        departing = (member for member in self.readings if member is not default_of(type(member)))
        object.__setattr__(self, "readings", tuple(sorted(departing, key=str)))
        object.__setattr__(self, "_chosen", chosen)

    def reading(self, *choices: Reading) -> Self:
        """Return the law with these readings chosen, in place of what it had of the same kinds.

        Raises:
            InvalidFactError: A choice is no member of a reading, or two are of one kind.
        """
        kinds = {type(choice) for choice in choices}
        kept = [member for member in self.readings if type(member) not in kinds]
        return attrs.evolve(self, readings=[*kept, *choices])

    def choice(self, kind: type[R]) -> R:
        """Return the member of a reading that this law takes; under ``explain`` the choice is a step."""
        chosen: R = self._chosen.get(kind) or default_of(kind)
        note(reading_step, kind, chosen)
        return chosen

    def figures(self) -> dict[str, Timeline[Any]]:
        """Return the law's timelines by name."""
        values = ((field.name, getattr(self, field.name)) for field in attrs.fields(type(self)))
        return {name: value for name, value in values if isinstance(value, Timeline)}

    def figure(self, name: str) -> Timeline[Any]:
        """Return the timeline of a figure.

        Raises:
            InvalidFactError: The law has no figure of that name.
        """
        figures = self.figures()
        if not isinstance(name, str) or name not in figures:
            raise InvalidFactError(type(self).__name__, "figure", one_of(figures, name), name)
        return figures[name]

    def with_figure(self, name: str, entry: Entry[Any]) -> Self:
        """Return the law with a value more for a figure, in place of one of the same day.

        A value without a last day lasts until another one comes, not until the same is repeated with another note.

        Raises:
            InvalidFactError: The law has no figure of that name, the value comes without its day and source, or it is
                of another kind than the figure's.
        """
        check_instance(type(self).__name__, "entry", entry, Entry)
        changed: dict[str, Any] = {name: self.figure(name).with_entry(entry)}
        return attrs.evolve(self, **changed)

    def under(self, reform: "LawChange[Self]") -> Self:
        """Return the law as a reform would have it; a :class:`gxinjury.reforms.Reform` or anything that applies itself.

        Raises:
            InvalidFactError: It is none, or what it sets does not fit the law.
        """
        if not callable(getattr(reform, "applied_to", None)):
            raise InvalidFactError(type(self).__name__, "reform", _MUST_BE_A_REFORM, reform)
        return reform.applied_to(self)

    def known_on(self, day: date) -> Self:
        """Return the law as it was known on a day: without figures announced later."""
        check_day(type(self).__name__, "day", day)
        changed: dict[str, Any] = {name: timeline.known_on(day) for name, timeline in self.figures().items()}
        return attrs.evolve(self, **changed)

    def only_verified(self) -> Self:
        """Return the law that refuses a figure past the day it was verified through, or one not published."""
        changed: dict[str, Any] = {
            name: attrs.evolve(timeline, strict=True) for name, timeline in self.figures().items()
        }
        return attrs.evolve(self, **changed)

    @property
    def is_strict(self) -> bool:
        """Whether it takes verified and published figures only, as :meth:`only_verified` returns it."""
        return all(timeline.strict for timeline in self.figures().values())

    def changed(self) -> dict[str, Timeline[Any]]:
        """Return the timelines whose entries differ from those of the law as it stands, by name.

        Where the whole law is strict, that one is strict does not count.
        """
        standing, is_strict = self.as_it_stands().figures(), self.is_strict
        return {
            name: timeline
            for name, timeline in self.figures().items()
            if timeline != (attrs.evolve(standing[name], strict=True) if is_strict else standing[name])
        }

    @cached_property
    def digest(self) -> str:
        """A text that changes when any figure or reading does, and no wording: the law's SHA-256, in 64 digits.

        Two programs that have the same digest answer under the same figures and readings.
        """
        return digest(self.readings, self.figures())

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what departs from the law as it stands, which the reader has himself."""
        return _departing, (type(self), self.readings, self.changed(), self.is_strict)

    def __repr__(self) -> str:
        parts = [*map(str, self.readings), *(f"{name}=..." for name in self.changed())]
        parts += ["only verified figures"] if self.is_strict else []
        return f"{type(self).__name__}({', '.join(parts)})"

    def _repr_pretty_(self, printer: Any, cycle: object) -> None:  # noqa: ANN401  (a printer of IPython or Hypothesis)
        """Print the same in a notebook and in a failing property, where a record would be told field by field."""
        del cycle
        printer.text(repr(self))

    def departures(self) -> tuple[Text, ...]:
        """Return what this law departs in from the law as it stands, for the reader."""
        return tuple(departures(self.readings, self.figures(), self.as_it_stands().figures()))


def _departing(kind: type[S], readings: tuple[Reading, ...], changed: dict[str, Timeline[Any]], is_strict: bool) -> S:  # noqa: FBT001  # of a pickle
    """Return the law as it stands with these readings and timelines: how one is made again of its pickle."""
    standing = kind.as_it_stands().only_verified() if is_strict else kind.as_it_stands()
    return attrs.evolve(standing, readings=readings, **changed) if readings or changed else standing
