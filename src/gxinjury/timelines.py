"""Figures with their dates (数值的时间线): what was in force when, and how well it is established."""

import warnings
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import dropwhile
from typing import Annotated, Any, Final, Generic, Self, TypeVar

import attrs

from gxinjury.amounts import Sign, amount, check_amount
from gxinjury.citations import Clause
from gxinjury.entries import PUBLISHED, USABLE, Entry, Footing
from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.findings import RefusalWords
from gxinjury.notes import note
from gxinjury.records import Record, check_facts
from gxinjury.steps import Step, StepKind
from gxinjury.texts import Text

__all__ = ["USABLE", "Entry", "Footing", "Timeline"]

V = TypeVar("V")
_ONE_DAY: Final = timedelta(days=1)

_STALE: Final = Text(
    zh="{label}仅核实至 {through}，本案日期在其后",
    en="{label} was verified through {through}; the day asked for is later",
)
_WEAK: Final = Text(zh="{label}{when}的数值{standing}", en="{label} {when} is {standing}")
_PROPOSED: Final = Text(
    zh="{label}{when}的数值{standing}（“{source}”）", en="{label} {when} is {standing} (“{source}”)"
)
_SOURCE: Final = Text(zh="{when}；依据：{source}", en="{when}; source: {source}")


class Refusals:
    """What a figure is refused with; each says what to supply."""

    not_yet_in_force: Final = RefusalWords(
        NotInForceError,
        zh="{label}在 {day} 尚无有效数值（最早的自 {first} 起）；如有依据，请补充该日的数值及其出处",
        en="{label} has no value in force on {day} (the first is of {first}); where there is a basis, supply the day's "
        "value with law.with_figure",
    )
    no_value_at_all: Final = RefusalWords(
        NotInForceError,
        zh="{label}尚无任何数值；如有依据，请补充 {day} 的数值及其出处",
        en="{label} has no value at all; where there is a basis, supply that of {day} with law.with_figure",
    )
    no_longer_in_force: Final = RefusalWords(
        NotInForceError,
        zh="{label}在 {day} 没有数值（此前的止于 {last}）；如有依据，请补充该日的数值及其出处",
        en="{label} has no value for {day} (the one before it ended on {last}); where there is a basis, supply it with "
        'law.with_figure("{name}", ...)',
    )
    not_established: Final = RefusalWords(
        NotInForceError,
        zh="{label}{when}的数值{standing}；如有依据，请补充数值及其出处",
        en='{label} {when} is {standing}; supply it with law.with_figure("{name}", ...)',
    )
    no_longer_verified: Final = RefusalWords(
        NotInForceError,
        zh="{label}仅核实至 {through}，本案日期为 {day}；本次只用已核实的数值，请补充数值及其出处",
        en="{label} was verified through {through} and is asked for {day}; this law takes verified figures only: "
        "supply it with law.with_figure",
    )
    too_weak: Final = RefusalWords(
        NotInForceError,
        zh="{label}{when}的数值{standing}；本次只用已公布的数值，请补充数值及其出处",
        en="{label} {when} is {standing}; this law takes published figures only: supply it with law.with_figure",
    )


@attrs.frozen
class Timeline(Record, Generic[V]):
    """A figure's values in the order of their days.

    Args:
        name: The figure's name in code, as ``project_premium_rate``.
        label: What it is called.
        clause: The clause that it rests on.
        entries: Its values, the earliest first.
        strict: Refuse what is not verified through the day asked for, or not published.
        in_yuan: Whether its values are amounts in yuan.

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

    name: Annotated[str, Text("代码名", "name in code")]
    label: Annotated[Text, Text("名称", "label")]
    clause: Annotated[Clause, Text("条款", "clause")]
    entries: Annotated[tuple[Entry[V], ...], Text("各期数值", "values")]
    strict: Annotated[bool, Text("只接受已核实的", "verified ones only")] = False
    in_yuan: Annotated[bool, Text("以元计", "in yuan")] = False

    __attrs_post_init__ = check_facts

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}, entries: {len(self.entries)}>"

    def on(self, day: date) -> V:
        """Return the value in force on a day; under ``explain`` the look-up is a step.

        Raises:
            NotInForceError: None is in force, it is not established, or it is not verified and the law is strict.
        """
        entry = self.entry_on(day)
        through = entry.verified_through
        is_plain = entry.standing is PUBLISHED and entry.note is None and (through is None or day <= through)
        note(_figure_step, self, entry, () if is_plain else self._cautions(entry, day))
        return entry.value

    def entry_on(self, day: date) -> Entry[V]:
        """Return the entry in force on a day, as it stands, without a step.

        Raises:
            NotInForceError: None is in force on that day.
        """
        for entry in reversed(self.entries):
            if entry.holds_on(day):
                return entry
        raise self._nothing_on(day)

    def known_on(self, day: date) -> Self:
        """Return the timeline as it was known on a day: without what was announced, or came into force, later.

        A value that was announced by a later day, but perhaps before this one, is kept as not established.
        """
        return attrs.evolve(self, entries=tuple(self._known_on(day)))

    def announced_between(self, entry: Entry[V]) -> tuple[date, date]:
        """Return the first and the last day that an entry may have been announced on; the same where it is known."""
        if entry.announced_on is not None:
            return entry.announced_on, entry.announced_on
        return entry.first, entry.announced_by or entry.first

    def with_entry(self, entry: Entry[V]) -> Self:
        """Return the timeline with an entry more, in place of one of the same day.

        One without a last day outlasts entries that only repeat the value it replaces, as to carry another note. Where
        a further value comes later, it gets the day before as its last, so that its end is told.

        Raises:
            InvalidFactError: The figure is one in yuan, and the value is no amount above zero.
        """
        if self.in_yuan:
            value: Any = amount(entry.value)  # type: ignore[arg-type]  # in yuan, so V is Yuan
            check_amount(self.name, "value", value, Sign.POSITIVE)
            entry = attrs.evolve(entry, value=value)
        before = [one for one in self.entries if one.first < entry.first]
        after = [one for one in self.entries if one.first > entry.first]
        if entry.last is None:
            replaced = self._value_on(entry.first)
            after = list(dropwhile(lambda one: replaced is not None and one.value == replaced, after))
            if after:
                entry = attrs.evolve(entry, last=after[0].first - _ONE_DAY)
        return attrs.evolve(self, entries=(*before, entry, *after))

    def overruled_by(self, entry: Entry[V]) -> Self:
        """Return the timeline with an entry in place of all that is in force on its days.

        Without a last day it lasts: what comes later is gone. With one, what was in force on the day after goes on.
        """
        before = tuple(one for one in self.entries if one.first < entry.first)
        if entry.last is None:
            return attrs.evolve(self, entries=(*before, entry))
        day_after = entry.last + _ONE_DAY
        later = tuple(one for one in self.entries if one.first > day_after)
        resumed = [attrs.evolve(one, first=day_after) for one in reversed(self.entries) if one.holds_on(day_after)][:1]
        return attrs.evolve(self, entries=(*before, entry, *resumed, *later))

    def days(self) -> Iterator[date]:
        """Yield the days on which the value changes."""
        return (entry.first for entry in self.entries)

    def _value_on(self, day: date) -> V | None:
        """Return the value in force on a day, without a step; None where there is none."""
        return next((one.value for one in reversed(self.entries) if one.holds_on(day)), None)

    def _nothing_on(self, day: date) -> NotInForceError:
        """Return why there is no value on a day, and what to supply."""
        if not self.entries:
            return Refusals.no_value_at_all(label=self.label, day=day)
        ended = [entry.last for entry in self.entries if entry.last is not None and entry.last < day]
        if ended:
            return Refusals.no_longer_in_force(label=self.label, name=self.name, day=day, last=max(ended))
        return Refusals.not_yet_in_force(label=self.label, day=day, first=self.entries[0].first)

    def _known_on(self, day: date) -> Iterator[Entry[V]]:
        for entry in self.entries:
            earliest, latest = self.announced_between(entry)
            if latest <= day:
                yield entry
            elif earliest <= day:
                yield attrs.evolve(entry, standing=Footing.UNDATED) if entry.standing in USABLE else entry

    def _cautions(self, entry: Entry[V], day: date) -> tuple[Text, ...]:
        through = entry.verified_through
        if entry.standing not in USABLE:
            raise Refusals.not_established(**self._told(entry))
        cautions = [] if entry.note is None else [entry.note]
        if entry.standing is not PUBLISHED:
            told = self._told(entry)
            if self.strict:
                raise Refusals.too_weak(**told)
            wording = _PROPOSED if entry.standing is Footing.PROPOSED else _WEAK
            cautions.append(wording.filled({**told, "source": entry.source}))
        if through is not None and day > through:
            told = {"label": self.label, "through": through, "day": day}
            if self.strict:
                raise Refusals.no_longer_verified(**told)
            cautions.append(_STALE.filled(told))
            warnings.warn(_STALE.filled(told).en, StaleFigureWarning, stacklevel=3)
        return tuple(cautions)

    def _told(self, entry: Entry[V]) -> dict[str, object]:
        """Return what is told of an entry, by name."""
        return {"label": self.label, "name": self.name, "when": entry.when, "standing": entry.standing}


def _figure_step(timeline: Timeline[V], entry: Entry[V], cautions: tuple[Text, ...]) -> Step:
    return Step(
        kind=StepKind.FIGURE,
        name=timeline.name,
        label=timeline.label,
        clause=entry.clause or timeline.clause,
        outcome=entry.value,
        in_yuan=timeline.in_yuan,
        source=_SOURCE.filled({"when": entry.when, "source": entry.source}),
        cautions=cautions,
        entry=entry,
    )
