"""Figures of a year, figures that end, and what was known when: on an invented moon with invented law."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, Self, cast

import attrs
import pytest

from gxinjury.citations import Clause, Status
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import explain, rule
from gxinjury.facts import Yuan
from gxinjury.series import YearSeries, year_figure
from gxinjury.statutes import Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

FIRST: Final = Clause("MOON", "1", Text(zh="一", en="one"), (Status.RULE,))
SECOND: Final = Clause("MOON", "2", Text(zh="二", en="two"), (Status.RULE,))
CENSUS: Final = Text(zh="月球普查", en="moon census")
ONE_DAY: Final = timedelta(days=1)


def _year(
    year: int,
    value: str | None,
    standing: Footing = Footing.PUBLISHED,
    *,
    note: Text | None = None,
    announced_on: date | None = None,
    announced_by: date | None = None,
) -> Entry[Any]:
    yuan = None if value is None else Yuan(Decimal(value))
    return year_figure(
        year, yuan, CENSUS, standing=standing, note=note, announced_on=announced_on, announced_by=announced_by
    )


RENT: Final = YearSeries[Yuan](
    "rent",
    Text(zh="月租", en="rent"),
    FIRST,
    (
        _year(2001, "100", announced_on=date(2002, 6, 1)),
        _year(2002, "110", announced_by=date(2003, 7, 1)),
        _year(2003, "120", standing=Footing.DERIVED, note=Text(zh="推算", en="worked back")),
        _year(2004, None, standing=Footing.MISSING),
        _year(2006, "130", standing=Footing.DRAFT),
    ),
    in_yuan=True,
)
TOLL: Final = Timeline[int](
    "toll",
    Text(zh="通行费", en="toll"),
    FIRST,
    (
        Entry(date(2001, 1, 1), 3, CENSUS, last=date(2001, 12, 30)),
        Entry(date(2002, 3, 1), 4, CENSUS, last=date(2002, 12, 31), announced_by=date(2002, 9, 1), clause=SECOND),
        Entry(date(2003, 1, 1), 5, CENSUS),
        Entry(date(2003, 5, 1), 1, CENSUS, last=date(2003, 5, 31)),
    ),
)


@attrs.frozen
class Moon(Statute):
    """The law of the moon."""

    rent: YearSeries[Yuan] = RENT
    toll: Timeline[int] = TOLL

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law as it stands."""
        return cast("Self", MOON)


MOON: Final = Moon()


@rule(FIRST)
def rent_of(year: int, law: Moon) -> Yuan:
    """Rent of a year."""
    return law.rent.of(year)


class TestOfAYear:
    """A value of a year holds for that year and for no other."""

    @pytest.mark.parametrize(("year", "value"), [(2001, "100"), (2002, "110"), (2003, "120")])
    def test_a_year_has_its_own_value(self, year: int, value: str) -> None:
        """Each year gives its own value, on its first and on its last day."""
        assert RENT.of(year) == Decimal(value)
        assert RENT.on(date(year, 1, 1)) == RENT.on(date(year, 12, 31)) == Decimal(value)

    def test_a_value_does_not_run_on(self) -> None:
        """A year without an entry is refused, and the message says what to supply and how."""
        with pytest.raises(NotInForceError) as refused:
            RENT.of(2005)
        assert 'law.with_figure("rent", year_figure(2005, value, source))' in refused.value.text("en")
        assert "2005年的数值未见公布；如有依据，请补充该年的数值及其出处" in refused.value.text("zh")

    @pytest.mark.parametrize(("year", "says"), [(2004, "of 2004 is not published"), (2006, "of 2006 is a draft")])
    def test_what_is_missing_or_a_draft_is_refused(self, year: int, says: str) -> None:
        """A missing value and a draft are refused by their names."""
        with pytest.raises(NotInForceError, match=says):
            RENT.of(year)

    @pytest.mark.parametrize("year", ["2001", 2001.0, True, None, 1899, 2200, -1])
    def test_no_year_is_refused(self, year: object) -> None:
        """What is no year between 1900 and 2199 is an error of input."""
        with pytest.raises(InvalidFactError, match=r"rent\.year must be a year"):
            RENT.of(cast("int", year))
        with pytest.raises(InvalidFactError, match=r"year_figure\.year must be a year"):
            year_figure(cast("int", year), 1, CENSUS)

    def test_a_value_of_a_year_is_all_that_is_said_of_it(self) -> None:
        """For its days; nothing is said of it by itself but that it was published."""
        days, note = (date(2002, 3, 1), date(2002, 4, 1)), Text(zh="推算", en="worked back")
        told = year_figure(
            2001, 7, CENSUS, standing=Footing.DERIVED, note=note, announced_on=days[0], announced_by=days[1]
        )
        whole = (date(2001, 1, 1), 7, CENSUS)
        assert told == Entry(*whole, Footing.DERIVED, note, None, *days, date(2001, 12, 31))
        assert year_figure(2001, 7, CENSUS) == Entry(*whole, Footing.PUBLISHED, last=date(2001, 12, 31))

    def test_years_take_the_place_of_years(self) -> None:
        """Each of its years gets the value, and the others keep theirs."""
        nine = Entry(date(2002, 1, 1), Yuan(Decimal(9)), CENSUS, last=date(2003, 12, 31))
        changed = RENT.overruled_by(nine)
        told: list[object] = [(one.first.year, one.value) for one in changed.entries]
        assert told == [
            (2001, 100),
            (2002, 9),
            (2003, 9),
            (2004, None),
            (2006, 130),
        ]

    def test_in_code_it_is_its_name(self) -> None:
        """With how many values it has."""
        assert repr(RENT) == "<YearSeries rent, entries: 5>"

    def test_years_are_listed(self) -> None:
        """The years that have an entry are told, a missing one included."""
        assert RENT.years() == (2001, 2002, 2003, 2004, 2006)

    def test_a_look_up_is_a_step(self) -> None:
        """The step has the value in yuan, the year, the source, and both cautions of a derived value."""
        step = explain(rent_of, 2003, MOON).step.steps[0]
        assert (step.name, step.outcome, step.in_yuan, step.clause) == ("rent", Decimal(120), True, FIRST)
        assert step.source is not None
        assert step.source.en == "of 2003; source: moon census"
        assert step.source.zh == "2003年；依据：月球普查"
        assert [one.en for one in step.cautions] == ["worked back", "rent of 2003 is derived from published values"]

    def test_a_published_value_has_no_caution(self) -> None:
        """A published value without a note carries no caution."""
        assert explain(rent_of, 2001, MOON).cautions == ()


class TestWithAValueMore:
    """A caller supplies a value with ``with_figure``."""

    def test_a_year_is_added_in_order(self) -> None:
        """The value of a new year stands between those of its neighbours, read leniently."""
        law = MOON.with_figure("rent", year_figure(2005, "125.50", CENSUS))
        assert law.rent.of(2005) == Decimal("125.50")
        assert law.rent.years() == (2001, 2002, 2003, 2004, 2005, 2006)
        assert [one.en for one in law.departures()] == ["figure rent: 125.50 yuan of 2005"]

    def test_a_missing_year_is_replaced(self) -> None:
        """A value takes the place of a missing one, and nothing is told to be left out."""
        law = MOON.with_figure("rent", year_figure(2004, 122, CENSUS))
        assert law.rent.of(2004) == 122
        assert [one.en for one in law.departures()] == ["figure rent: 122.00 yuan of 2004"]

    def test_a_value_of_a_year_is_replaced(self) -> None:
        """A value takes the place of another of its year, and both are told."""
        law = MOON.with_figure("rent", year_figure(2001, 99, CENSUS))
        assert law.rent.of(2001) == 99
        assert [one.en for one in law.departures()] == [
            "figure rent: 99.00 yuan of 2001",
            "figure rent: without 100.00 yuan of 2001",
        ]

    @pytest.mark.parametrize("value", [0, -1, 1.5, "a lot", None, Decimal("NaN")])
    def test_no_amount_is_refused(self, value: object) -> None:
        """A figure in yuan takes amounts above zero and nothing else."""
        with pytest.raises(InvalidFactError, match=r"rent\.value must be"):
            MOON.with_figure("rent", year_figure(2005, value, CENSUS))

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            (date(2005, 1, 1), None),
            (date(2005, 1, 1), date(2005, 12, 30)),
            (date(2005, 1, 2), date(2005, 12, 31)),
            (date(2005, 1, 1), date(2006, 12, 31)),
        ],
    )
    def test_part_of_a_year_is_refused(self, first: date, last: date | None) -> None:
        """A series of years takes whole years, so that a value cannot run on into the next."""
        with pytest.raises(InvalidFactError, match="one whole year, made with year_figure"):
            MOON.with_figure("rent", Entry(first, Yuan(Decimal(1)), CENSUS, last=last))

    def test_a_figure_not_in_yuan_takes_any_value(self) -> None:
        """A figure that is not in yuan is not checked for amounts."""
        assert MOON.with_figure("toll", Entry(date(2004, 1, 1), 0, CENSUS)).toll.on(date(2004, 1, 1)) == 0


class TestWhatEnds:
    """A value with a last day holds through it and no longer."""

    @pytest.mark.parametrize(
        ("day", "value"),
        [
            (date(2001, 1, 1), 3),
            (date(2001, 12, 30), 3),
            (date(2002, 3, 1), 4),
            (date(2002, 12, 31), 4),
            (date(2003, 1, 1), 5),
            (date(2003, 4, 30), 5),
            (date(2003, 5, 1), 1),
            (date(2003, 5, 31), 1),
            (date(2003, 6, 1), 5),
        ],
    )
    def test_both_ends_are_included(self, day: date, value: int) -> None:
        """A value holds on its first and its last day; after a passing one the lasting one holds again."""
        assert TOLL.on(day) == value

    @pytest.mark.parametrize("day", [date(2001, 12, 31), date(2002, 2, 28)])
    def test_a_gap_is_refused(self, day: date) -> None:
        """A day between two values has none, and the message names the end of the one before and what to supply."""
        with pytest.raises(NotInForceError) as refused:
            TOLL.on(day)
        assert f"toll has no value for {day} (the one before it ended on 2001-12-30)" in str(refused.value)
        assert 'law.with_figure("toll", ...)' in str(refused.value)
        assert "止于 2001-12-30" in refused.value.text("zh")

    def test_before_the_first_is_refused(self) -> None:
        """The day before the first value is told to be too early."""
        with pytest.raises(NotInForceError, match="the first is of 2001-01-01"):
            TOLL.on(date(2000, 12, 31))

    def test_without_any_value(self) -> None:
        """A figure with no values at all says so."""
        with pytest.raises(NotInForceError, match="no value"):
            attrs.evolve(TOLL, entries=()).on(date(2001, 1, 1))

    def test_an_entry_says_when(self) -> None:
        """An entry says when it holds: from a day, between two days, of a year."""
        says = [entry.when for entry in (*TOLL.entries[:3], cast("Entry[Any]", RENT.entries[0]))]
        assert [one.en for one in says] == [
            "from 2001-01-01 to 2001-12-30",
            "from 2002-03-01 to 2002-12-31",
            "from 2003-01-01",
            "of 2001",
        ]
        assert [one.zh for one in says] == [
            "自 2001-01-01 至 2001-12-30",
            "自 2002-03-01 至 2002-12-31",
            "自 2003-01-01 起",
            "2001年",
        ]

    def test_an_entry_may_cite_its_own_clause(self) -> None:
        """A step cites the entry's clause where it has one, else the figure's."""

        @rule(FIRST)
        def toll_on(day: date, law: Moon) -> int:
            return law.toll.on(day)

        cited = [explain(toll_on, day, MOON).step.steps[0].clause for day in (date(2001, 5, 1), date(2002, 5, 1))]
        assert cited == [FIRST, SECOND]


class TestKnownOn:
    """A past state of the law: both sides of each day on which something was announced."""

    @pytest.mark.parametrize(
        ("known_on", "year", "refused"),
        [
            (date(2002, 5, 31), 2001, "not published as far as is known"),
            (date(2002, 6, 1), 2001, None),
            (date(2002, 12, 31), 2002, "not published as far as is known"),
            (date(2003, 1, 1), 2002, "not established to have been announced by then"),
            (date(2003, 6, 30), 2002, "not established to have been announced by then"),
            (date(2003, 7, 1), 2002, None),
            (date(2003, 12, 31), 2003, "not published as far as is known"),
            (date(2004, 1, 1), 2003, "not established to have been announced by then"),
            (date(2004, 12, 30), 2003, "not established to have been announced by then"),
            (date(2004, 12, 31), 2003, None),
            (date(2005, 6, 1), 2004, "of 2004 is not published"),
        ],
    )
    def test_of_a_year(self, known_on: date, year: int, refused: str | None) -> None:
        """A value is known from its announcement; where that day is not established, there is a time between."""
        series = MOON.known_on(known_on).rent
        if refused is None:
            assert series.of(year) == RENT.of(year)
        else:
            with pytest.raises(NotInForceError, match=refused):
                series.of(year)

    @pytest.mark.parametrize(
        ("known_on", "refused"),
        [
            (date(2002, 2, 28), "ended on 2001-12-30"),
            (date(2002, 3, 1), "not established"),
            (date(2002, 8, 31), "not established"),
            (date(2002, 9, 1), None),
        ],
    )
    def test_of_a_time(self, known_on: date, refused: str | None) -> None:
        """A value announced by a day in its own time is uncertain from its first day until then."""
        toll = MOON.known_on(known_on).toll
        if refused is None:
            assert toll.on(date(2002, 3, 1)) == 4
        else:
            with pytest.raises(NotInForceError, match=refused):
                toll.on(date(2002, 3, 1))

    def test_the_kind_is_kept(self) -> None:
        """What was known of a series of years is a series of years."""
        assert type(MOON.known_on(date(2002, 1, 1)).rent) is YearSeries

    def test_twice_is_once(self) -> None:
        """Asking what was known on a day of what was known on it changes nothing; nor does a later day add anything."""
        law = MOON.known_on(date(2003, 2, 1))
        assert law.known_on(date(2003, 2, 1)) == law
        assert law.known_on(date(2003, 6, 30)) == law

    def test_departures_are_short(self) -> None:
        """What is left out of a figure is told in one line: the value where it is one, else how many."""
        assert [one.en for one in MOON.known_on(date(2003, 1, 1)).departures()] == [
            "figure rent: without 3 of its values, the first being 110.00 yuan of 2002",
            "figure toll: without 1 from 2003-05-01 to 2003-05-31",
        ]

    def test_a_day_more_never_takes_a_value_away(self) -> None:
        """Walking the days of announcement, what can be looked up only grows."""
        looked_up = [_known_years(MOON.known_on(day)) for day in _days_around_announcements()]
        assert all(before <= after for before, after in pairwise(looked_up))
        assert looked_up[0] == set()
        assert looked_up[-1] == {2001, 2002, 2003}


def _days_around_announcements() -> Iterator[date]:
    days = {day for entry in RENT.entries for day in RENT.announced_between(entry)}
    for day in sorted(days):
        yield day - ONE_DAY
        yield day


def _known_years(law: Moon) -> set[int]:
    found = set()
    for year in range(2000, 2010):
        try:
            law.rent.of(year)
        except NotInForceError:
            continue
        found.add(year)
    return found


class TestOnlyVerified:
    """The strict law takes what was published and nothing weaker."""

    def test_published_passes(self) -> None:
        """A published value passes."""
        assert MOON.only_verified().rent.of(2001) == 100

    @pytest.mark.parametrize("standing", [Footing.SECONDARY, Footing.DERIVED, Footing.INFERRED])
    def test_weaker_is_refused(self, standing: Footing) -> None:
        """Secondary, derived and inferred values answer with a caution, and are refused by the strict law."""
        law = MOON.with_figure("rent", year_figure(2007, 140, CENSUS, standing=standing))
        explained = explain(rent_of, 2007, law)
        assert explained.outcome == 140
        assert [one.en for one in explained.cautions] == [f"rent of 2007 is {standing.value.en}"]
        with pytest.raises(NotInForceError, match="takes published figures only"):
            law.only_verified().rent.of(2007)


def test_what_is_supplied_without_a_word_counts_as_published() -> None:
    """A value that a caller supplies without saying how well it is established is a published one."""
    assert year_figure(2025, 1, Text(zh="统计局", en="statistics bureau")).standing is Footing.PUBLISHED
