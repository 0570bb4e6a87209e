"""Figures of a year (年度数值): each year has its own value, which never runs on into the next."""

from datetime import date
from typing import Final, Self, TypeVar

import attrs

from gxinjury.errors import FactRule, InvalidFactError, NotInForceError
from gxinjury.facts import check_year
from gxinjury.findings import RefusalWords
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

V = TypeVar("V")

_MUST_BE_OF_A_YEAR: Final = FactRule(
    zh="必须是一整年的数值（用 year_figure 构造）",
    en="must be the value of one whole year, made with year_figure",
    code="not_of_a_year",
)
_MUST_BE_OF_YEARS: Final = FactRule(
    zh="必须自某年1月1日起，止于某年12月31日或者不止",
    en="must be of whole years: from 1 January, to 31 December or open",
    code="not_of_whole_years",
)


class Refusals:
    """What a figure of a year is refused with."""

    not_of_that_year: Final = RefusalWords(
        NotInForceError,
        zh="{label}{year}年的数值未见公布；如有依据，请补充该年的数值及其出处",
        en="{label} of {year} is not published as far as is known here; where there is a basis, supply it with "
        'law.with_figure("{name}", year_figure({year}, value, source))',
    )


def year_figure(
    year: int,
    value: V,
    source: Text,
    *,
    standing: Footing = Footing.PUBLISHED,
    note: Text | None = None,
    announced_on: date | None = None,
    announced_by: date | None = None,
) -> Entry[V]:
    """Return the value of a year, as ``law.with_figure`` takes it.

    Args:
        year: The year that it is about.
        value: The value; an amount may be given as an int or a numeric text.
        source: Where it stands, in both languages.
        standing: How well it is established.
        note: What to mind before relying on it.
        announced_on: The day it was announced, where known.
        announced_by: The day by which it was announced, where no more than that is known.

    Raises:
        InvalidFactError: It is no year.

    >>> year_figure(2025, "112500", Text(zh="统计局", en="statistics bureau")).when.en
    'of 2025'
    """
    check_year("year_figure", "year", year)
    return Entry(
        date(year, 1, 1),
        value,
        source,
        standing=standing,
        note=note,
        announced_on=announced_on,
        announced_by=announced_by,
        last=date(year, 12, 31),
    )


@attrs.frozen(repr=False)
class YearSeries(Timeline[V]):
    """A figure that has a value of its own for each year, told in a later one.

    A value whose day of announcement is not known counts as announced by the end of the year after its own, and as
    perhaps announced from that year's first day on.

    >>> from gxinjury.citations import Clause, Status
    >>> first = Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,))
    >>> census = Text(zh="月球普查", en="moon census")
    >>> craters = YearSeries("craters", Text(zh="环形山", en="craters"), first, (year_figure(2001, 7, census),))
    >>> craters.of(2001)
    7
    >>> craters.of(2002)
    Traceback (most recent call last):
    gxinjury.errors.NotInForceError: craters of 2002 is not published as far as is known here; where there is a basis, \
supply it with law.with_figure("craters", year_figure(2002, value, source))
    """

    def of(self, year: int) -> V:
        """Return the value of a year; under ``explain`` the look-up is a step.

        Raises:
            InvalidFactError: It is no year.
            NotInForceError: The value is not published, not established, or not good enough for a strict law.
        """
        check_year(self.name, "year", year)
        return self.on(date(year, 1, 1))

    def years(self) -> tuple[int, ...]:
        """Return the years that have an entry, a missing one included."""
        return tuple(entry.first.year for entry in self.entries)

    def announced_between(self, entry: Entry[V]) -> tuple[date, date]:
        """Return the first and the last day that an entry may have been announced on; the same where it is known."""
        if entry.announced_on is not None:
            return entry.announced_on, entry.announced_on
        year_after = entry.first.year + 1
        return date(year_after, 1, 1), entry.announced_by or date(year_after, 12, 31)

    def with_entry(self, entry: Entry[V]) -> Self:
        """Return the series with the value of a year more, in place of one of the same year.

        Raises:
            InvalidFactError: It is not the value of one whole year, or no amount where the series is in yuan.
        """
        if (entry.first, entry.last) != (date(entry.first.year, 1, 1), date(entry.first.year, 12, 31)):
            raise InvalidFactError(self.name, "entry", _MUST_BE_OF_A_YEAR, entry.when.en)
        return super().with_entry(entry)

    def overruled_by(self, entry: Entry[V]) -> Self:
        """Return the series with an entry in place of the values of its years, each of which gets one of its own.

        Without a last day it is the value of every year from its first on.

        Raises:
            InvalidFactError: It does not begin with a year, or not end with one.
        """
        first, last = entry.first, entry.last
        if (first.month, first.day) != (1, 1) or (last is not None and (last.month, last.day) != (12, 31)):
            raise InvalidFactError(self.name, "entry", _MUST_BE_OF_YEARS, entry.when.en)
        if last is None:
            return super().overruled_by(entry)
        years = range(first.year, last.year + 1)
        of_years = (attrs.evolve(entry, first=date(year, 1, 1), last=date(year, 12, 31)) for year in years)
        return attrs.evolve(
            self,
            entries=(
                *(one for one in self.entries if one.first < first),
                *of_years,
                *(one for one in self.entries if one.first > last),
            ),
        )

    def _nothing_on(self, day: date) -> NotInForceError:
        return Refusals.not_of_that_year(label=self.label, year=str(day.year), name=self.name)
