"""A dated figure as a column (数值列): what a timeline says on each row's day, gaps and doubts as it says them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Generic, TypeVar

import attrs

from gxinjury.errors import NotInForceError
from gxinjury.extra.frames._columns import Column, Number, choose
from gxinjury.extra.frames._days import FIRST_DAY, day_of, number_of
from gxinjury.extra.frames._sheets import Input, Sheet
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

V = TypeVar("V")

_STALE: Final = Text(
    zh="{label} 的核实止于 {through}，表中有其后之日",
    en="{label} was verified through {through}; a row asks for a later day",
)


@attrs.frozen
class Stretch(Generic[V]):
    """Days on which a figure says one thing."""

    first: date  # the first of them; the next stretch ends them
    value: V | None  # what it says; None where it refuses
    stale: bool = False  # whether it was not verified for them


def stretches(timeline: Timeline[V]) -> tuple[Stretch[V], ...]:
    """Return what a timeline says of all days, in order, as it says it when asked for one of them."""
    begins = {day_of(FIRST_DAY)}
    for entry in timeline.entries:
        ends = (entry.last, entry.verified_through)
        begins |= {entry.first, *(day + timedelta(days=1) for day in ends if day is not None)}
    unworried = attrs.evolve(
        timeline, entries=tuple(attrs.evolve(entry, verified_through=None) for entry in timeline.entries)
    )
    return tuple(_stretch(timeline, unworried, day) for day in sorted(begins))


def _stretch(timeline: Timeline[V], unworried: Timeline[V], day: date) -> Stretch[V]:
    try:
        # Asked without the day of verification, it does not warn: only rows that are there are warned of.
        value = unworried.on(day)
    except NotInForceError:
        return Stretch(day, None)
    through = timeline.entry_on(day).verified_through
    stale = through is not None and day > through
    return Stretch(day, None if stale and timeline.strict else value, stale)


@attrs.frozen
class Dated(Generic[V]):
    """A figure asked for the day of each row."""

    day: Input  # the day
    stretches: tuple[Stretch[V], ...]  # what the figure says

    def values(self) -> list[V]:
        """Return every value that a row may be answered by."""
        return [one.value for one in self.stretches if one.value is not None]

    def column(self, day: Column, number: Callable[[V], int]) -> Number:
        """Return the figure of each row's day as a whole number, or the one number where it never changes."""
        numbered = [(one, number(one.value)) for one in self.stretches if one.value is not None]
        if len({value for _, value in numbered}) <= 1:
            return numbered[0][1] if numbered else 1
        result: Number = numbered[0][1]
        for stretch, value in numbered[1:]:
            result = choose(day >= number_of(stretch.first), value, result)
        return result


def dated(sheet: Sheet, timeline: Timeline[V], day: Input, where: Column | None = None) -> Dated[V]:
    """Ask a figure for the day of each row, or of some, and refuse the rows whose day it has nothing for."""
    found = stretches(timeline)
    refused = None
    for one, after in zip(found, [*found[1:], None], strict=True):
        if one.value is None:
            lies_in = day.value >= number_of(one.first)
            if after is not None:
                lies_in &= day.value < number_of(after.first)
            refused = lies_in if refused is None else refused | lies_in
    if refused is not None:
        sheet.not_in_force(day, refused if where is None else where & refused)
    return Dated(day, found)


def warn_where_stale(sheet: Sheet, figure: Dated[V], timeline: Timeline[V], day: Column) -> None:
    """Have a warning given where an answered row's day lies past the one a figure was verified through."""
    for place, one in enumerate(figure.stretches if sheet.warns else ()):
        if one.stale and one.value is not None:
            after = figure.stretches[place + 1 : place + 2]
            through = one.first - timedelta(days=1)
            when = sheet.ok & (day >= number_of(one.first))
            if after:
                when &= day < number_of(after[0].first)
            told = _STALE.filled({"label": timeline.label, "through": through}).en
            sheet.stale.append((told, sheet.let("stale", when)))
