"""Figures with their dates (数值的时间线): what was in force when, and how well it is established."""

import warnings
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final, Generic, TypeVar

import attrs

from gxinjury.citations import Clause
from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.explanations import Step, StepKind, note
from gxinjury.texts import Text

V = TypeVar("V")


class Standing(Enum):
    """How well a figure is established."""

    PUBLISHED = Text(zh="已公布", en="published")
    SECONDARY = Text(zh="来自汇编资料", en="from a compiled table")
    DERIVED = Text(zh="由公布数值推算", en="derived from published values")
    INFERRED = Text(zh="推定", en="inferred")
    DRAFT = Text(zh="仅有草案", en="a draft")
    MISSING = Text(zh="未见公布", en="not published")


_USABLE: Final = (Standing.PUBLISHED, Standing.SECONDARY, Standing.DERIVED, Standing.INFERRED)

_NOT_YET: Final = Text(
    zh="{label} 在 {day} 尚无有效数值（最早为 {first}）；如有依据，请以 law.with_figure 补充该日的数值",
    en="{label} has no value in force on {day} (the first is of {first}); where there is a basis, supply the day's "
    "value with law.with_figure",
)
_NOT_ESTABLISHED: Final = Text(
    zh="{label} 自 {first} 起的数值{standing}；请以 law.with_figure 补充",
    en="{label} from {first} is {standing}; supply it with law.with_figure",
)
_REFUSED_AS_STALE: Final = Text(
    zh="{label} 的核实止于 {through}，所问为 {day}；law 只接受已核实的数值，请以 law.with_figure 补充",
    en="{label} was verified through {through} and is asked for {day}; this law takes verified figures only: supply it "
    "with law.with_figure",
)
_REFUSED_AS_WEAK: Final = Text(
    zh="{label} 自 {first} 起的数值{standing}；law 只接受已公布的数值，请以 law.with_figure 补充",
    en="{label} from {first} is {standing}; this law takes published figures only: supply it with law.with_figure",
)
_STALE: Final = Text(
    zh="{label} 的核实止于 {through}，所问之日在其后",
    en="{label} was verified through {through}; the day asked for is later",
)
_WEAK: Final = Text(zh="{label} 自 {first} 起的数值{standing}", en="{label} from {first} is {standing}")
_SOURCE: Final = Text(zh="自 {first} 起；依据：{source}", en="from {first}; source: {source}")


@attrs.frozen
class Entry(Generic[V]):
    """A value and when it came into force.

    Args:
        first: The first day it is in force on.
        value: The value: a number, a rate, a table or a formula; None where it is missing or a draft.
        source: Where it stands, in both languages.
        standing: How well it is established.
        note: What to mind before relying on it; a look-up carries it as a caution.
        verified_through: The last day through which it was seen to hold; None where it needs no verifying.
        announced_on: The day it was announced, where known.
    """

    first: date
    value: V
    source: Text
    standing: Standing = Standing.PUBLISHED
    note: Text | None = None
    verified_through: date | None = None
    announced_on: date | None = None


@attrs.frozen
class Timeline(Generic[V]):
    """A figure's values in the order of their days.

    Args:
        name: The figure's name in code, as ``project_premium_rate``.
        label: What it is called.
        clause: The clause that it rests on.
        entries: Its values, the earliest first.
        strict: Refuse what is not verified through the day asked for, or not published.

    >>> from gxinjury.citations import Status
    >>> first = Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,))
    >>> act = Text(zh="月球法", en="Moon Act")
    >>> dust = Timeline("dust", Text(zh="尘税", en="dust tax"), first, (Entry(date(2001, 1, 1), 7, act),))
    >>> dust.on(date(2001, 1, 1))
    7
    >>> dust.on(date(2000, 12, 31))
    Traceback (most recent call last):
    gxinjury.errors.NotInForceError: dust tax has no value in force on 2000-12-31 (the first is of 2001-01-01); where \
there is a basis, supply the day's value with law.with_figure
    """

    name: str
    label: Text
    clause: Clause
    entries: tuple[Entry[V], ...]
    strict: bool = False

    def on(self, day: date) -> V:
        """Return the value in force on a day; under ``explain`` the look-up is a step.

        Raises:
            NotInForceError: None is in force, it is not established, or it is not verified and the law is strict.
        """
        entry = self.entry_on(day)
        through = entry.verified_through
        is_plain = entry.standing is Standing.PUBLISHED and entry.note is None and (through is None or day <= through)
        note(_figure_step, self, entry, () if is_plain else self._cautions(entry, day))
        return entry.value

    def entry_on(self, day: date) -> Entry[V]:
        """Return the entry in force on a day, as it stands, without a step.

        Raises:
            NotInForceError: None is in force on that day.
        """
        for entry in reversed(self.entries):
            if entry.first <= day:
                return entry
        first = self.entries[0].first if self.entries else None
        raise NotInForceError(_NOT_YET.filled({"label": self.label, "day": day, "first": first}))

    def known_on(self, day: date) -> "Timeline[V]":
        """Return the timeline as it was known on a day: without what was announced, or came into force, later."""
        known = (entry for entry in self.entries if (entry.announced_on or entry.first) <= day)
        return attrs.evolve(self, entries=tuple(known))

    def with_entry(self, entry: Entry[V]) -> "Timeline[V]":
        """Return the timeline with an entry more, in place of one of the same day."""
        others = (one for one in self.entries if one.first != entry.first)
        return attrs.evolve(self, entries=tuple(sorted((*others, entry), key=lambda one: one.first)))

    def days(self) -> Iterator[date]:
        """Yield the days on which the value changes."""
        return (entry.first for entry in self.entries)

    def _cautions(self, entry: Entry[V], day: date) -> tuple[Text, ...]:
        through = entry.verified_through
        told: dict[str, object] = {"label": self.label, "first": entry.first, "standing": entry.standing}
        if entry.standing not in _USABLE:
            raise NotInForceError(_NOT_ESTABLISHED.filled(told))
        cautions = [] if entry.note is None else [entry.note]
        if entry.standing is not Standing.PUBLISHED:
            if self.strict:
                raise NotInForceError(_REFUSED_AS_WEAK.filled(told))
            cautions.append(_WEAK.filled(told))
        if through is not None and day > through:
            told |= {"through": through, "day": day}
            if self.strict:
                raise NotInForceError(_REFUSED_AS_STALE.filled(told))
            cautions.append(_STALE.filled(told))
            warnings.warn(_STALE.filled(told).en, StaleFigureWarning, stacklevel=3)
        return tuple(cautions)


def _figure_step(timeline: Timeline[V], entry: Entry[V], cautions: tuple[Text, ...]) -> Step:
    return Step(
        kind=StepKind.FIGURE,
        name=timeline.name,
        label=timeline.label,
        clause=timeline.clause,
        outcome=entry.value,
        source=_SOURCE.filled({"first": entry.first, "source": entry.source}),
        cautions=cautions,
    )
