"""How a table of published figures is written down (数值表的写法): a row a value, with source, standing and note."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from gxinjury.citations import Clause
from gxinjury.facts import Yuan
from gxinjury.series import YearSeries, year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing

_NOWHERE: Final = Text(zh="未见公布", en="not seen published")
_AND: Final = "; "


def same(*places: str) -> Text:
    """Return a source that is written the same in both languages: addresses, document numbers."""
    return Text(zh="；".join(places), en=_AND.join(places))


def yuan_of(
    year: int,
    value: str,
    source: Text,
    standing: Footing = Footing.PUBLISHED,
    *,
    note: Text | None = None,
    on: date | None = None,
    by: date | None = None,
) -> Entry[Yuan]:
    """Return an amount in yuan of a year."""
    return year_figure(
        year, Yuan(Decimal(value)), source, standing=standing, note=note, announced_on=on, announced_by=by
    )


def missing(*years: int) -> tuple[Entry[Any], ...]:
    """Return the years whose values were looked for and not found."""
    return tuple(year_figure(year, None, _NOWHERE, standing=Footing.MISSING) for year in years)


def series(name: str, label: Text, clause: Clause, *rows: Entry[Any] | Iterable[Entry[Any]]) -> YearSeries[Yuan]:
    """Return the rows as a series in yuan, in the order of their years."""
    entries = [one for row in rows for one in ((row,) if isinstance(row, Entry) else row)]
    return YearSeries(name, label, clause, tuple(sorted(entries, key=lambda one: one.first)), in_yuan=True)
