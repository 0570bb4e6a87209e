"""A dated figure as a column (数值列): what a timeline or a rule says on each row's day, its gaps and doubts too."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs

from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.extra.frames._columns import Column, Number, choose, pick
from gxinjury.extra.frames._days import FIRST_DAY, day_of, number_of
from gxinjury.extra.frames._sheets import Input, Sheet
from gxinjury.series import YearSeries
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

V = TypeVar("V")

On: TypeAlias = date | str | None
"""The day whose figures apply: one for all rows, or a column; None: the last on which they changed."""

Turns: TypeAlias = Callable[[], Iterable[date]]
"""The days on which a rule may turn, told when it is asked."""

_STALE: Final = Text(
    zh="{label} 的核实止于 {through}，表中有其后之日",
    en="{label} was verified through {through}; a row asks for a later day",
)


@attrs.frozen
class Stretch(Generic[V]):
    """Days on which a figure says one thing."""

    first: date  # the first of them; the next stretch ends them
    value: V | None  # what it says; None where it refuses
    stale: str = ""  # what is told where it was not verified for them


def turns_of(*timelines: Timeline[Any]) -> set[date]:
    """Return the days on which one of some timelines may turn."""
    turns: set[date] = set()
    for entry in (entry for timeline in timelines for entry in timeline.entries):
        ends = (entry.last, entry.verified_through)
        turns |= {entry.first, *(day + timedelta(days=1) for day in ends if day is not None)}
    return turns


def turns_after(*series: YearSeries[Any]) -> set[date]:
    """Return the days on which the value of the year before one of some series may turn."""
    return {date(year + more, 1, 1) for one in series for year in one.years() for more in (1, 2)}


def stretches(timeline: Timeline[V]) -> tuple[Stretch[V], ...]:
    """Return what a timeline says of all days, in order, as it says it when asked for one of them."""
    unworried = attrs.evolve(
        timeline, entries=tuple(attrs.evolve(entry, verified_through=None) for entry in timeline.entries)
    )
    days = sorted({day_of(FIRST_DAY), *turns_of(timeline)})
    return _turning(_stretch(timeline, unworried, day) for day in days)


def _turning(found: Iterable[Stretch[V]]) -> tuple[Stretch[V], ...]:
    """Return the stretches that say another thing than the one before."""
    kept: list[Stretch[V]] = []
    for one in found:
        if not kept or (one.value, one.stale) != (kept[-1].value, kept[-1].stale):
            kept.append(one)
    return tuple(kept)


def _stretch(timeline: Timeline[V], unworried: Timeline[V], day: date) -> Stretch[V]:
    try:
        # Asked without the day of verification, it does not warn: only rows that are there are warned of.
        value = unworried.on(day)
    except NotInForceError:
        return Stretch(day, None)
    through = timeline.entry_on(day).verified_through
    if through is None or day <= through:
        return Stretch(day, value)
    told = _STALE.filled({"label": timeline.label, "through": day - timedelta(days=1)}).en
    return Stretch(day, None if timeline.strict else value, told)


def _asked(value: Callable[[date], V], day: date) -> Stretch[V]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", StaleFigureWarning)
        try:
            found = value(day)
        except NotInForceError:
            return Stretch(day, None)
    return Stretch(day, found, "".join(str(one.message) for one in caught[:1]))


@attrs.frozen
class Dated(Generic[V]):
    """A figure asked for the day of each row."""

    day: Input  # the day
    stretches: tuple[Stretch[V], ...]  # what the figure says

    @property
    def values(self) -> list[V]:
        """Every value that a row may be answered by."""
        return [one.value for one in self.stretches if one.value is not None]

    def column(self, number: Callable[[V], int], day: Column | None = None) -> Number:
        """Return the figure of each row's day as a whole number, or the one number where it never changes."""
        day = self.day.value if day is None else day
        numbered = [(number_of(one.first), number(one.value)) for one in self.stretches if one.value is not None]
        if len({value for _, value in numbered}) <= 1:
            return numbered[0][1] if numbered else 1
        result: Number = numbered[0][1]
        for first, value in numbered[1:]:
            result = choose(day >= first, value, result)
        return result

    def picked(self, day: Column, place: Column, numbers: Callable[[V], Sequence[int]]) -> Column:
        """Return the number that stands in a place of the list that the figure of each row's day is."""
        given = [(number_of(one.first), numbers(one.value)) for one in self.stretches if one.value is not None]
        result = pick(place, given[0][1] if given else (1,) * 10)
        for (first, listed), (_, before) in zip(given[1:], given, strict=False):
            if listed != before:
                result = choose(day >= first, pick(place, listed), result)
        return result

    def warn(self, sheet: Sheet, day: Column) -> None:
        """Have a warning given where an answered row's day lies past the one the figure was verified through."""
        for one, after in zip(self.stretches, [*self.stretches[1:], None], strict=True):
            if sheet.warns and one.stale and one.value is not None:
                when = sheet.ok & (day >= number_of(one.first))
                if after is not None:
                    when &= day < number_of(after.first)
                sheet.stale.append((one.stale, sheet.let("stale", when)))


def dated(sheet: Sheet, timeline: Timeline[V], day: Input, where: Column | None = None) -> Dated[V]:
    """Ask a figure for the day of each row, or of some, and refuse the rows whose day it has nothing for."""
    return _refusing(sheet, Dated(day, sheet.once(lambda: stretches(timeline))), where)


def stepped(
    sheet: Sheet,
    day: Input,
    turns: Turns,
    value: Callable[[date], V],
    where: Column | None = None,
) -> Dated[V]:
    """Ask a rule that says one thing between the days on which it may turn, and refuse the rows where it refuses."""
    before: Stretch[V] = Stretch(day_of(FIRST_DAY), None)
    found = sheet.once(lambda: _turning([before, *(_asked(value, first) for first in sorted(turns()))]))
    return _refusing(sheet, Dated(day, found), where)


@attrs.frozen
class Fixed(Generic[V]):
    """A figure of one day for all rows."""

    value: V

    @property
    def values(self) -> list[V]:
        """Every value that a row may be answered by."""
        return [self.value]

    def column(self, number: Callable[[V], int]) -> Number:
        """Return the one number of all rows."""
        return number(self.value)


def given(
    sheet: Sheet, day: Input | date, turns: Turns, value: Callable[[date], V], where: Column | None = None
) -> Dated[V] | Fixed[V]:
    """Ask a rule for the day of each row, or for one day of all of them."""
    if isinstance(day, Input):
        return stepped(sheet, day, turns, value, where)
    return Fixed(sheet.once(lambda: value(day)))


def by_day(
    sheet: Sheet, field: str, on: On, turns: Turns, value: Callable[[Any], V]
) -> Callable[[Column, Callable[[V], Sequence[int]]], Column]:
    """Return how a place becomes a number of a list, which is that of one day for all rows, or of each row's day."""
    if not isinstance(on, str):
        fixed = sheet.once(lambda: value(on))
        return lambda place, numbers: pick(place, numbers(fixed))
    day = sheet.day(field, on)
    sheet.need(day)
    found = stepped(sheet, day, turns, value)
    return lambda place, numbers: found.picked(day.value, place, numbers)


def _refusing(sheet: Sheet, figure: Dated[V], where: Column | None = None) -> Dated[V]:
    refused, day = None, figure.day
    for one, after in zip(figure.stretches, [*figure.stretches[1:], None], strict=True):
        if one.value is None:
            lies_in = day.value >= number_of(one.first)
            if after is not None:
                lies_in &= day.value < number_of(after.first)
            refused = lies_in if refused is None else refused | lies_in
    if refused is not None:
        sheet.not_in_force(day, refused if where is None else where & refused)
    return figure
