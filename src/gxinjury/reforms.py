"""What if (改革方案): a reform sets figures from a day on and chooses readings; a law under it is a law as any."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Self, TypeVar, get_args

import attrs

from gxinjury.codec import CodecError, load
from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_day, check_instance, check_not_before, check_text
from gxinjury.fields import field_named
from gxinjury.records import Record
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing

__all__ = ["FigureSet", "Reform", "value_of"]

S = TypeVar("S", bound=Statute)

_AND: Final = Text(zh="{one}＋{other}", en="{one} + {other}")


@attrs.frozen
class FigureSet(Record):
    """A figure that a reform sets.

    Args:
        name: The figure's name, as ``project_premium_rate``.
        value: Its value, or what is read as one.
        since: The first day.
        until: The last day; None: it lasts, and what comes later in the law is gone.
    """

    name: Annotated[str, Text("数值名称", "name")]
    value: Annotated[object, Text("数值", "value")]
    since: Annotated[date, Text("起始日", "since")]
    until: Annotated[date | None, Text("截止日", "until")] = None

    def __attrs_post_init__(self) -> None:
        check_text("Reform", "figure", self.name)
        check_day("Reform", f"{self.name}.since", self.since)
        if self.until is not None:
            check_day("Reform", f"{self.name}.until", self.until)
            check_not_before("Reform", f"{self.name}.until", self.until, "since", self.since)


@attrs.frozen
class Reform(Record):
    """A change of the law, made step by step and never changed itself.

    Args:
        name: What it is called: it stands as the source of its figures, and in their cautions.

    >>> from gxinjury import LAW
    >>> from gxinjury.construction import Contract, project_premium
    >>> cut = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2016, 1, 1))
    >>> contract = Contract("100000000", date(2016, 3, 1), date(2017, 3, 1))
    >>> project_premium(contract, paid_on=date(2016, 5, 1), law=LAW.under(cut)).total
    Decimal('100000.00')
    >>> print(*(departure.en for departure in LAW.under(cut).departures()))
    figure rate of the project premium: 1‰ from 2016-01-01, instead of 1.3‰
    """

    name: Annotated[str | Text, Text("名称", "name")]
    figures: Annotated[tuple[FigureSet, ...], Text("改动的数值", "figures")] = ()
    readings: Annotated[tuple[Reading, ...], Text("改用的口径", "readings")] = ()

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, Text):
            check_text("Reform", "name", self.name)

    @property
    def source(self) -> Text:
        """What it is called, in both languages."""
        return self.name if isinstance(self.name, Text) else Text(zh=self.name, en=self.name)

    def figure(self, name: str, value: object, *, since: date, until: date | None = None) -> Self:
        """Return the reform with a figure set.

        Args:
            name: The figure's name; ``gxinjury figures`` lists them.
            value: Its value; also what is read as one: ``"1.0‰"``, ``"5000"`` yuan, a choice by name, a table by grade
                as a mapping such as ``{5: 18, 6: 16}``.
            since: The first day.
            until: The last day, after which the law goes on as it was; None: it lasts, and what comes later is gone.

        Raises:
            InvalidFactError: A day is none, or the last one comes before the first.
        """
        return attrs.evolve(self, figures=(*self.figures, FigureSet(name, value, since, until)))

    def reading(self, *choices: Reading) -> Self:
        """Return the reform with readings chosen.

        Raises:
            InvalidFactError: A choice is no member of a reading.
        """
        for choice in choices:
            check_instance("Reform", "reading", choice, Reading)
        return attrs.evolve(self, readings=(*self.readings, *choices))

    def __and__(self, other: "Reform") -> "Reform":
        """Return both together; where both set the same, the other one's is set last."""
        if not isinstance(other, Reform):
            return NotImplemented
        name = _AND.filled({"one": self.source, "other": other.source})
        return Reform(name, (*self.figures, *other.figures), (*self.readings, *other.readings))

    def applied_to(self, law: S) -> S:
        """Return a law under the reform, as :meth:`gxinjury.statutes.Statute.under` does.

        Raises:
            InvalidFactError: The law has no such figure, or a value does not fit it.
        """
        for one in self.figures:
            timeline = law.figure(one.name)
            value = value_of(law, one.name, one.value)
            entry = Entry(one.since, value, self.source, standing=Footing.PROPOSED, last=one.until)
            changed: dict[str, Any] = {one.name: timeline.overruled_by(entry)}
            law = attrs.evolve(law, **changed)
        chosen = {type(member): member for member in self.readings}
        return law.reading(*chosen.values())


def value_of(law: Statute, name: str, given: object) -> object:
    """Return a value of a figure's kind, read where it is not one already.

    Args:
        law: The law that has the figure.
        name: The figure's name.
        given: The value, or what is read as one, as :meth:`Reform.figure` takes it.

    Raises:
        InvalidFactError: It does not fit the figure.

    >>> from gxinjury import LAW
    >>> value_of(LAW, "project_premium_rate", "1.0‰")
    Rate.per_mille('1')
    """
    kind: Any = next(iter(get_args(field_named(type(law), name).kind)), object)
    if isinstance(kind, type) and isinstance(given, kind) and type(given) is not bool:
        return given
    read = getattr(kind, "of_mapping", None)
    if read is not None and isinstance(given, Mapping) and not set(given) & {"first", "values"}:
        return read(given)
    try:
        return load(kind, given)
    except CodecError as error:
        fault = error.faults[0]
        raise InvalidFactError("Reform", f"{name}{_below(fault.place)}", fault.rule, fault.value) from None


def _below(place: str) -> str:
    """Return the place within a value as it goes on after the figure's name; empty for the whole value."""
    return f".{place}" if place and not place.startswith("[") else place
