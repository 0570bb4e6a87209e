"""A law as an argument (作为参数的法): dated figures and chosen readings in one immutable record.

A country's law is a subclass of :class:`Statute` whose fields are timelines. A reform replaces a timeline, a past state
is :meth:`Statute.known_on`, another reading is :meth:`Statute.reading`.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property, partial
from hashlib import sha256
from typing import Any, ClassVar, Final, Protocol, Self, TypeAlias, TypeVar, cast, get_args, get_origin

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import Step, StepKind, note
from gxinjury.facts import Sign, Yuan, check_amount, check_day, check_instance, records
from gxinjury.records import FieldOf, check_of_kind, fields_of, several
from gxinjury.telling import told
from gxinjury.texts import Text
from gxinjury.timelines import USABLE, Entry, Footing, Timeline

R = TypeVar("R", bound="Reading")
S = TypeVar("S", bound="Statute")
L = TypeVar("L", bound="Statute")

_Check: TypeAlias = Callable[[str, str, Any], object]
_Figure: TypeAlias = tuple[FieldOf, _Check | None]

_ALSO: Final = Text(
    zh="{clause}，{question}：采用{chosen}，另可理解为{others}",
    en="{clause}, {question}: read as {chosen}, could also be read as {others}",
)
_READS: Final = Text(zh="{question}：采用{chosen}，默认为{default}", en="{question}: {chosen}, not {default}")
_FIGURE: Final = Text(zh="数值“{label}”：{when}为 {value}", en="figure {label}: {value} {when}")
_SETS: Final = Text(
    zh="数值“{label}”：{when}改为 {value}，原为 {old}", en="figure {label}: {value} {when}, instead of {old}"
)
_WITHOUT: Final = Text(zh="数值“{label}”：不含{when}的 {value}", en="figure {label}: without {value} {when}")
_WITHOUT_SEVERAL: Final = Text(
    zh="数值“{label}”：不含其中 {count} 个数值，最早的为{when}的 {value}",
    en="figure {label}: without {count} of its values, the first being {value} {when}",
)
_STRICT: Final = Text(zh="只接受已核实、已公布的数值", en="verified and published figures only")
_MUST_BE_A_READING: Final = FactRule(
    zh="必须是一种口径（如 ElapsedTime.MONTHS）",
    en="must be a member of a reading, such as ElapsedTime.MONTHS",
    code="no_reading",
)
_ONE_OF: Final = FactRule(zh="必须是下列数值之一：{names}", en="must be one of {names}", code="unknown_figure")
_NEAREST_OF: Final = FactRule(
    zh="必须是下列数值之一：{names}；是否应为 {near}？",
    en="must be one of {names}; did you mean {near}?",
    code="unknown_figure",
)
_MUST_BE_ONE: Final = FactRule(
    zh="同一处分歧只能采用一种口径", en="must name one member of each reading", code="read_two_ways"
)
_MUST_HAVE_A_VALUE: Final = FactRule(
    zh="必须有数值，除非其状态为未见公布", en="must have a value unless it stands as not published", code="no_value"
)
_MUST_BE_A_REFORM: Final = FactRule(
    zh="必须是改革方案（gxinjury.reforms.Reform）", en="must be a gxinjury.reforms.Reform", code="no_reform"
)


class LawChange(Protocol[L]):
    """What changes a law: it applies itself."""

    def applied_to(self, law: L) -> L:
        """Return the law changed."""


class Reading(Enum):
    """A way to read an unclear clause; each member's value says it, the first is the default.

    Attributes:
        clause: The clause that is unclear.
        question: What is in question.
        why: The argument for the default.
    """

    clause: ClassVar[Clause]
    question: ClassVar[Text]
    why: ClassVar[Text]

    def __init_subclass__(cls, *, clause: Clause, question: Text, why: Text) -> None:
        """Take the clause of a reading, what is in question, and why the default is the default."""
        super().__init_subclass__()
        cls.clause = clause
        cls.question = question
        cls.why = why

    @property
    def says(self) -> Text:
        """How this member reads the clause."""
        return cast("Text", self.value)

    @property
    def named(self) -> Text:
        """How this member reads the clause, with the name that a case file or a program writes."""
        return Text(zh=f"“{self.says.zh}”（{self.name}）", en=f"{self.name} ({self.says.en})")

    @property
    def cited(self) -> Text:
        """The member where it is only referred to, in Chinese as :attr:`named`, in English by its name."""
        return Text(zh=self.named.zh, en=self.name)

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __repr__(self) -> str:
        return str(self)


@cache
def default_of(kind: type[R]) -> R:
    """Return the default member of a reading: the first."""
    return next(iter(kind))


@attrs.frozen(repr=False)
class Statute:
    """A law: timelines of figures in the fields of a subclass, and the readings that depart from the default.

    Args:
        readings: The readings chosen, one member of each kind at the most; the defaults need not be named.
    """

    readings: tuple[Reading, ...] = attrs.field(default=(), converter=several, kw_only=True)
    _chosen: dict[type[Reading], Any] = attrs.field(init=False, repr=False, eq=False)

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law that others of its kind are told apart from; a subclass names it."""
        raise NotImplementedError

    def __attrs_post_init__(self) -> None:
        for field, check_value in _figures_of(cast("Any", type(self))):
            if (given := getattr(self, field.attribute)) is not field.default:
                _check_figure(type(self).__name__, field, check_value, given)
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
        note(_reading_step, kind, chosen)
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
            raise InvalidFactError(type(self).__name__, "figure", _one_of(figures, name), name)
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
        told = (str(self.readings), tuple((name, _bare(line)) for name, line in sorted(self.figures().items())))
        return sha256(repr(told).encode()).hexdigest()

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
        told = [
            _READS.filled({"question": one.question, "chosen": one.named, "default": default_of(type(one)).named})
            for one in self.readings
        ]
        standing = self.as_it_stands().figures()
        for name, timeline in self.figures().items():
            now, then = timeline.entries, standing[name].entries
            added = [one for one in now if one not in then and one.standing is not Footing.UNDATED]
            left_out = [one for one in then if one not in now and one.value is not None]
            if any(one.standing is Footing.PROPOSED for one in added):
                told += _reform_told(timeline, standing[name], added)
                continue
            told += [_FIGURE.filled(_entry_told(timeline, one)) for one in added]
            if left_out:
                wording = _WITHOUT if len(left_out) == 1 else _WITHOUT_SEVERAL
                told.append(wording.filled({**_entry_told(timeline, left_out[0]), "count": len(left_out)}))
        if any(timeline.strict for timeline in self.figures().values()):
            told.append(_STRICT)
        return tuple(told)


def _one_of(figures: Collection[str], name: object) -> FactRule:
    """Return what a figure's name must be, with the nearest there is."""
    near = get_close_matches(name, figures, n=1) if isinstance(name, str) else []
    names = tuple(figures)
    return _NEAREST_OF.filled({"names": names, "near": near[0]}) if near else _ONE_OF.filled({"names": names})


def _departing(kind: type[S], readings: tuple[Reading, ...], changed: dict[str, Timeline[Any]], is_strict: bool) -> S:  # noqa: FBT001  # of a pickle
    """Return the law as it stands with these readings and timelines: how one is made again of its pickle."""
    standing = kind.as_it_stands().only_verified() if is_strict else kind.as_it_stands()
    return attrs.evolve(standing, readings=readings, **changed) if readings or changed else standing


def _bare(value: Any) -> object:  # noqa: ANN401  # any value of a figure
    """Return what decides about a figure, without its wording: the same in every process and translation."""
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case Text():
            return value.zh
        case Clause():
            return str(value)
        case Entry():
            days = (value.first, value.last, value.verified_through, value.announced_on, value.announced_by)
            return (value.value is not None and _bare(value.value), value.standing.name, *map(str, days))
        case Timeline():
            return (value.strict, *map(_bare, value.entries))
        case tuple():
            return tuple(map(_bare, value))
        case Decimal():
            return str(Fraction(value))
        case _ if attrs.has(type(value)):
            return tuple((field.name, _bare(getattr(value, field.name))) for field in attrs.fields(type(value)))
        case _:
            return str(value)


@cache
def _figures_of(kind: Any) -> tuple[_Figure, ...]:  # noqa: ANN401  # a class, which mypy holds to be unhashable
    """Return the figures of a law with the check of their values, as its annotations tell it."""
    figures = (field for field in fields_of(kind) if isinstance(field.default, Timeline))
    return tuple((field, _check_of_values(get_args(field.kind))) for field in figures)


def _check_of_values(hints: tuple[Any, ...]) -> _Check | None:
    if hints == (Yuan,):
        return _check_yuan
    if hints and get_origin(hints[0]) is tuple:
        check_items = check_of_kind(hints[0])
        return check_items and partial(_check_tuple, check_items)
    return check_of_kind(hints[0]) if hints else None


def _check_yuan(record: str, field: str, value: object) -> None:
    check_amount(record, field, value, Sign.POSITIVE)


def _check_tuple(check_items: _Check, record: str, field: str, value: object) -> None:
    check_instance(record, field, value, tuple)
    check_items(record, field, value)


def _check_figure(record: str, field: FieldOf, check_value: _Check | None, given: object) -> None:
    """Refuse what is no figure of the field's kind: another object, or a value of another type."""
    check_instance(record, field.name, given, type(field.default))
    for entry in cast("Timeline[Any]", given).entries:
        if entry.value is None and entry.standing not in USABLE:
            continue
        if entry.value is None:
            raise InvalidFactError(record, field.name, _MUST_HAVE_A_VALUE, None)
        if check_value is not None:
            check_value(record, field.name, entry.value)


def _entry_told(timeline: Timeline[Any], entry: Entry[Any]) -> dict[str, object]:
    value = Text(
        zh=told(entry.value, "zh", in_yuan=timeline.in_yuan),
        en=told(entry.value, "en", in_yuan=timeline.in_yuan),
    )
    return {"label": timeline.label, "when": entry.when, "value": value}


def _reform_told(timeline: Timeline[Any], standing: Timeline[Any], added: list[Entry[Any]]) -> Iterator[Text]:
    """Yield what a reform sets, with both ends, and each value that it replaces; what goes on after it is no news."""
    for entry in added:
        if entry.standing is not Footing.PROPOSED:
            continue
        ends = [one for one in standing.entries if one.holds_on(entry.first)][-1:]
        within = [one for one in standing.entries if one.first > entry.first and entry.holds_on(one.first)]
        old = [_entry_told(timeline, one)["value"] for one in (*ends, *within) if one.value is not None]
        told = _entry_told(timeline, entry)
        yield (_SETS.filled({**told, "old": tuple(dict.fromkeys(old))}) if old else _FIGURE.filled(told))


def _reading_step(kind: type[Reading], chosen: Reading) -> Step:
    others = tuple(member.cited for member in kind if member is not chosen)
    told = {"clause": kind.clause, "question": kind.question, "chosen": chosen.cited, "others": others}
    return Step(
        kind=StepKind.READING,
        name=kind.__name__,
        label=kind.question,
        clause=kind.clause,
        outcome=chosen,
        cautions=(_ALSO.filled(told),),
    )
