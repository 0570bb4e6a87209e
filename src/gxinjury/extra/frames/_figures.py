"""A dated figure as a column (数值列): what a timeline or a rule says on each row's day, its gaps and doubts too."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

import attrs

from gxinjury.errors import NotInForceError, StaleFigureWarning
from gxinjury.extra.frames._columns import Column, any_of, choose, column_of, pick
from gxinjury.extra.frames._days import FIRST_DAY, day_of, number_of
from gxinjury.extra.frames._sheets import Input, Sheet
from gxinjury.series import YearSeries
from gxinjury.texts import Text
from gxinjury.timelines import Timeline

V = TypeVar("V")
N = TypeVar("N")

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
    through: date | None = None  # the day through which it was verified, where that lies before them


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
    return _stretches([], {day_of(FIRST_DAY), *turns_of(timeline)}, partial(_said, timeline))


def _said(timeline: Timeline[V], day: date) -> Stretch[V]:
    one = _asked(timeline.on, day)
    through = None if one.value is None else timeline.entry_on(day).verified_through
    return one if through is None or day <= through else attrs.evolve(one, through=through)


def _stretches(
    kept: list[Stretch[V]], turns: Iterable[date], said: Callable[[date], Stretch[V]]
) -> tuple[Stretch[V], ...]:
    """Return what is said from each turn on, where that is another thing than before."""
    for one in map(said, sorted(turns)):
        if not kept or (one.value, one.through) != (kept[-1].value, kept[-1].through):
            kept.append(one)
    return tuple(kept)


def _asked(value: Callable[[date], V], day: date) -> Stretch[V]:
    # It does not warn: only rows that are there are warned of.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", StaleFigureWarning)
        try:
            return Stretch(day, value(day))
        except NotInForceError:
            return Stretch(day, None)


@attrs.frozen
class Dated(Generic[V]):
    """A figure asked for the day of each row, or for one day of all of them."""

    day: Input | None  # the day of each row, where it is asked for that
    stretches: tuple[Stretch[V], ...]  # what the figure says
    label: Text | None = None  # what it is called

    @property
    def values(self) -> list[V]:
        """Every value that a row may be answered by."""
        return [one.value for one in self.stretches if one.value is not None]

    def column(self, number: Callable[[V], int], day: Column | None = None) -> Column:
        """Return the figure of each row's day as a whole number; any, where none is published and no row answered."""
        return self._chosen(number, column_of, day)

    def picked(self, day: Column | None, place: Column, numbers: Callable[[V], Sequence[int]]) -> Column:
        """Return the number that stands in a place of the list that the figure of each row's day is; any likewise."""
        return self._chosen(lambda one: list(numbers(one)), partial(pick, place), day)

    def _chosen(self, told: Callable[[V], N], column: Callable[[N], Column], day: Column | None) -> Column:
        numbered = [(one.first, told(one.value)) for one in self.stretches if one.value is not None]
        result = column(numbered[0][1]) if numbered else column_of(1)
        for (_, before), (first, now) in pairwise(numbered):
            if now != before:
                on = cast("Input", self.day).value if day is None else day
                result = choose(on >= number_of(first), column(now), result)
        return result

    def days(self, day: Column, wanted: Callable[[Stretch[V]], bool]) -> Iterator[tuple[Stretch[V], Column]]:
        """Yield stretches, each with where a day lies in it."""
        for one, after in zip(self.stretches, [*self.stretches[1:], None], strict=True):
            if wanted(one):
                since = day >= number_of(one.first)
                yield one, since if after is None else since & (day < number_of(after.first))

    def warn(self, sheet: Sheet, day: Column) -> None:
        """Have a warning given where an answered row's day lies past the one the figure was verified through."""
        if sheet.warns:
            for one, lies_in in self.days(day, lambda one: one.through is not None):
                told = _STALE.filled({"label": self.label, "through": one.through}).en
                sheet.stale.append((told, sheet.let("stale", sheet.ok & lies_in)))


def dated(sheet: Sheet, timeline: Timeline[V], day: Input, where: Column | None = None) -> Dated[V]:
    """Ask a figure for the day of each row, or of some, and refuse the rows whose day it has nothing for."""
    return _refusing(sheet, day, Dated(day, sheet.once(lambda: stretches(timeline)), timeline.label), where)


def stepped(
    sheet: Sheet, day: Input, turns: Turns, value: Callable[[date], V], where: Column | None = None
) -> Dated[V]:
    """Ask a rule that says one thing between the days on which it may turn, and refuse the rows where it refuses."""
    before: Stretch[V] = Stretch(day_of(FIRST_DAY), None)
    said = sheet.once(lambda: _stretches([before], turns(), partial(_asked, value)))
    return _refusing(sheet, day, Dated(day, said), where)


def _refusing(sheet: Sheet, day: Input, figure: Dated[V], where: Column | None) -> Dated[V]:
    refused = [lies_in for _, lies_in in figure.days(day.value, lambda one: one.value is None)]
    if refused:
        sheet.not_in_force(day, any_of(refused) if where is None else where & any_of(refused))
    return figure


def given(
    sheet: Sheet, day: Input | date | None, turns: Turns, value: Callable[[Any], V], where: Column | None = None
) -> Dated[V]:
    """Ask a rule for the day of each row, or for one day of all of them."""
    if isinstance(day, Input):
        return stepped(sheet, day, turns, value, where)
    return Dated(None, (Stretch(day_of(FIRST_DAY), sheet.once(lambda: value(day))),))


def by_day(
    sheet: Sheet, field: str, on: On, turns: Turns, value: Callable[[Any], V], *, where: Column | None = None
) -> Callable[[Column, Callable[[V], Sequence[int]]], Column]:
    """Return how a place becomes a number of a list, which is that of one day for all rows, or of each row's day."""
    if not isinstance(on, str):
        return partial(given(sheet, on, turns, value).picked, None)
    day = sheet.day(field, on)
    sheet.need(day)
    return partial(stepped(sheet, day, turns, value, where).picked, None)
