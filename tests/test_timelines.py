"""Figures with their dates: what was in force when, and what is said of it."""

import copy
import pickle
import warnings
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import explain, rule
from gxinjury.errors import InvalidFactError, NotInForceError, StaleFigureWarning
from gxinjury.explanations import Explanation, StepKind
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline
from tests.moonland import MOON, MOON_LAW, dust_rate_on

RATE: Final = MOON_LAW.dust_rate
ACT: Final = Text(zh="月尘法", en="Moon Dust Act")
TIDE: Final = Text(zh="潮", en="tide")
ONE_DAY: Final = timedelta(days=1)
USABLE: Final = [Footing.PUBLISHED, Footing.SECONDARY, Footing.DERIVED, Footing.INFERRED, Footing.PROPOSED]
REFUSED: Final = [Footing.DRAFT, Footing.MISSING, Footing.UNDATED]


def timeline(*entries: Entry[int], strict: bool = False) -> Timeline[int]:
    """A figure with some entries."""
    return Timeline("tide", TIDE, MOON.clause("1"), entries, strict)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def entry(
    first: str,
    value: int = 1,
    *,
    standing: Footing = Footing.PUBLISHED,
    note: Text | None = None,
    through: str | None = None,
    announced: str | None = None,
    by: str | None = None,
    last: str | None = None,
) -> Entry[int]:
    """A value from a day on."""
    return Entry(
        date.fromisoformat(first),
        value,
        ACT,
        standing,
        note,
        verified_through=_day(through),
        announced_on=_day(announced),
        announced_by=_day(by),
        last=_day(last),
    )


def explained(figure: Timeline[int], day: date) -> Explanation[int]:
    """A look-up, explained."""

    @rule(MOON.clause("1"))
    def look_up() -> int:
        return figure.on(day)

    return explain(look_up)


def cautions(figure: Timeline[int], day: date) -> list[str]:
    """What a look-up cautions of."""
    return [caution.en for caution in explained(figure, day).steps[1].cautions]


class TestOnADay:
    """The value in force on a day."""

    GAP: Final = timeline(entry("2001-01-01", 1, last="2001-06-30"), entry("2003-01-01", 3))

    @pytest.mark.parametrize(
        ("first", "before", "after"),
        [
            (date(2010, 1, 1), Rate.per_mille(2), Rate.per_mille("3.5")),
            (date(2020, 1, 1), Rate.per_mille("3.5"), Rate.per_mille(5)),
        ],
    )
    def test_changes_on_the_first_day_of_an_entry(self, first: date, before: Rate, after: Rate) -> None:
        """The day before has the old value, the day itself the new one."""
        assert RATE.on(first - ONE_DAY) == before
        assert RATE.on(first) == after
        assert RATE.entry_on(first).value == after

    def test_before_the_first_day_there_is_none(self) -> None:
        """The first day has a value; the day before is refused with what to supply."""
        assert RATE.on(date(2001, 1, 1)) == Rate.per_mille(2)
        with pytest.raises(NotInForceError) as caught:
            RATE.on(date(2000, 12, 31))
        for told, how in ((caught.value.text("zh"), "数值及其出处"), (caught.value.text("en"), "law.with_figure")):
            assert all(part in told for part in ("2000-12-31", "2001-01-01", how))
        assert caught.value.text("zh").startswith("月尘税率")
        assert caught.value.text("en").startswith("dust rate")

    def test_an_empty_timeline_has_none(self) -> None:
        """The refusal names the day, and no first day."""
        with pytest.raises(NotInForceError) as caught:
            timeline().on(date(2005, 1, 1))
        assert str(caught.value).startswith("tide has no value at all")
        assert all("2005-01-01" in told for told in (caught.value.text("zh"), str(caught.value)))
        assert list(timeline().days()) == []

    @given(st.dates(date(2000, 1, 1), date(2024, 12, 31)))
    def test_against_going_through_the_entries(self, day: date) -> None:
        """The last entry that has begun is in force."""
        begun = [one for one in RATE.entries if one.first <= day]
        if begun:
            assert RATE.on(day) == begun[-1].value
        else:
            with pytest.raises(NotInForceError):
                RATE.on(day)

    @pytest.mark.parametrize(("day", "value"), [("2001-01-01", 1), ("2001-06-30", 1), ("2003-01-01", 3)])
    def test_an_entry_may_end_by_itself(self, day: str, value: int) -> None:
        """A value with a last day holds through it."""
        assert self.GAP.on(date.fromisoformat(day)) == value

    @pytest.mark.parametrize("day", ["2001-07-01", "2002-12-31"])
    def test_between_two_entries_there_may_be_none(self, day: str) -> None:
        """After the last day and before the next first one the refusal says when the last one ended."""
        with pytest.raises(NotInForceError) as caught:
            self.GAP.on(date.fromisoformat(day))
        for told, how in (
            (caught.value.text("zh"), "数值及其出处"),
            (caught.value.text("en"), 'law.with_figure("tide", ...)'),
        ):
            assert all(part in told for part in (day, "2001-06-30", how))

    def test_before_an_entry_that_ends_there_is_none(self) -> None:
        """Nothing ended before the first day."""
        with pytest.raises(NotInForceError, match="the first is of 2001-01-01"):
            self.GAP.on(date(2000, 12, 31))

    @pytest.mark.parametrize(
        ("one", "zh", "en"),
        [
            (entry("2001-01-01"), "自 2001-01-01 起", "from 2001-01-01"),
            (entry("2001-01-01", last="2001-06-30"), "自 2001-01-01 至 2001-06-30", "from 2001-01-01 to 2001-06-30"),
            (entry("2001-01-01", last="2001-12-31"), "2001年", "of 2001"),
            (entry("2001-01-02", last="2001-12-31"), "自 2001-01-02 至 2001-12-31", "from 2001-01-02 to 2001-12-31"),
            (entry("2001-01-01", last="2002-12-31"), "自 2001-01-01 至 2002-12-31", "from 2001-01-01 to 2002-12-31"),
        ],
    )
    def test_says_when_it_is_in_force(self, one: Entry[int], zh: str, en: str) -> None:
        """From a day on, from one to another, or of a whole year."""
        assert one.when == Text(zh=zh, en=en)

    def test_the_days_of_change(self) -> None:
        """Each entry begins on a day of its own, in order."""
        assert list(RATE.days()) == [date(2001, 1, 1), date(2010, 1, 1), date(2020, 1, 1)]


class TestStep:
    """A look-up leaves a step."""

    def test_names_figure_clause_source_and_first_day(self) -> None:
        """All that a reader needs to find it again."""
        step = explain(dust_rate_on, date(2005, 1, 1), MOON_LAW).steps[1]
        assert (step.kind, step.name, step.label.zh) == (StepKind.FIGURE, "dust_rate", "月尘税率")
        assert (step.clause, step.outcome) == (MOON.clause("1"), Rate.per_mille(2))
        assert step.source is not None
        assert all("2001-01-01" in told for told in (step.source.zh, step.source.en))
        assert step.entry == RATE.entries[0]

    def test_an_entry_may_rest_on_a_clause_of_its_own(self) -> None:
        """A value that another clause gave is cited from there."""
        figure = timeline(entry("2001-01-01"), attrs.evolve(entry("2002-01-01"), clause=MOON.clause("3")))
        assert explained(figure, date(2001, 12, 31)).steps[1].clause == MOON.clause("1")
        assert explained(figure, date(2002, 1, 1)).steps[1].clause == MOON.clause("3")

    def test_an_amount_is_told_in_yuan(self) -> None:
        """A figure in yuan prints its unit."""

        @rule(MOON.clause("3"))
        def fee() -> object:
            return MOON_LAW.crater_fee.on(date(2005, 1, 1))

        assert "crater fee [MOON-3]: 12.50 yuan" in explain(fee).text("en")
        assert "环形山费 [MOON-3]：12.50 元" in explain(fee).text("zh")

    def test_looking_at_an_entry_leaves_none(self) -> None:
        """entry_on looks without a trace and without a warning."""

        @rule(MOON.clause("1"))
        def look() -> int:
            return timeline(entry("2001-01-01", through="2001-12-31")).entry_on(date(2002, 1, 1)).value

        assert len(explain(look).steps) == 1

    def test_a_plain_figure_has_no_caution(self) -> None:
        """Published, without a note, verified: nothing to mind."""
        assert cautions(timeline(entry("2001-01-01", through="2001-12-31")), date(2001, 12, 31)) == []

    def test_a_note_is_a_caution(self) -> None:
        """What stands beside a figure is told with it, on every day it is in force."""
        noted = timeline(entry("2001-01-01"), entry("2002-01-01", note=Text(zh="未盖章", en="no seal")))
        assert cautions(noted, date(2001, 12, 31)) == []
        assert cautions(noted, date(2002, 1, 1)) == ["no seal"]


class TestStale:
    """A figure used after the last day it was verified through."""

    STALE: Final = timeline(entry("2001-01-01", 7, through="2005-05-31"))

    def test_warns_exactly_after_that_day(self) -> None:
        """On the day itself nothing is said, on the next day a warning and a caution, and the value still comes."""
        assert self.STALE.on(date(2005, 5, 31)) == 7
        with pytest.warns(StaleFigureWarning) as caught:
            assert self.STALE.on(date(2005, 6, 1)) == 7
        [warning] = caught
        assert "2005-05-31" in str(warning.message)
        with pytest.warns(StaleFigureWarning):
            [told] = cautions(self.STALE, date(2005, 6, 1))
        assert told == str(warning.message)

    def test_the_warning_points_at_who_asked(self) -> None:
        """The line shown is the one that looked the figure up."""
        with pytest.warns(StaleFigureWarning) as caught:
            self.STALE.on(date(2005, 6, 1))
        assert caught[0].filename == __file__

    def test_python_shows_it_once_whatever_the_day(self) -> None:
        """The text does not name the day asked for, so the default filter shows it once."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("default")
            for count in range(1, 50):
                self.STALE.on(date(2005, 5, 31) + count * ONE_DAY)
        assert len(caught) == 1

    def test_a_law_that_takes_verified_figures_only_refuses(self) -> None:
        """Strict, the day itself is answered and the next one refused, with both days and what to supply."""
        strict = attrs.evolve(self.STALE, strict=True)
        assert strict.on(date(2005, 5, 31)) == 7
        with pytest.raises(NotInForceError) as caught:
            strict.on(date(2005, 6, 1))
        for told, how in ((caught.value.text("zh"), "数值及其出处"), (caught.value.text("en"), "law.with_figure")):
            assert all(part in told for part in ("2005-05-31", "2005-06-01", how))


class TestStanding:
    """How well a figure is established."""

    @pytest.mark.parametrize("standing", USABLE[1:], ids=str)
    def test_what_is_usable_cautions(self, standing: Footing) -> None:
        """A figure that nobody published but that can be used says how it is known."""
        [told] = cautions(timeline(entry("2001-01-01", 7, standing=standing)), date(2001, 1, 1))
        assert standing.value.en in told
        assert explained(timeline(entry("2001-01-01", 7, standing=standing)), date(2001, 1, 1)).outcome == 7

    def test_what_is_published_does_not(self) -> None:
        """Nothing is said of a published figure."""
        assert cautions(timeline(entry("2001-01-01")), date(2001, 1, 1)) == []

    @pytest.mark.parametrize("strict", [False, True])
    @pytest.mark.parametrize("standing", REFUSED, ids=str)
    def test_what_is_not_established_is_refused(self, standing: Footing, strict: bool) -> None:
        """A draft and a gap raise and say what to supply, in both languages; the day before is answered."""
        figure = timeline(entry("2001-01-01", 7), entry("2002-01-01", 8, standing=standing), strict=strict)
        assert figure.on(date(2001, 12, 31)) == 7
        with pytest.raises(NotInForceError) as caught:
            figure.on(date(2002, 1, 1))
        assert standing.value.zh in caught.value.text("zh")
        assert standing.value.en in caught.value.text("en")
        assert "请补充数值及其出处" in caught.value.text("zh")
        assert "law.with_figure" in caught.value.text("en")
        assert "2002-01-01" in caught.value.text("en")

    @pytest.mark.parametrize("standing", USABLE, ids=str)
    def test_a_strict_law_takes_published_figures_only(self, standing: Footing) -> None:
        """Strict, every standing but the first is refused."""
        figure = timeline(entry("2001-01-01", 7, standing=standing), strict=True)
        if standing is Footing.PUBLISHED:
            assert figure.on(date(2001, 1, 1)) == 7
        else:
            with pytest.raises(NotInForceError, match=r"published figures only: supply it with law\.with_figure"):
                figure.on(date(2001, 1, 1))

    @pytest.mark.parametrize("standing", USABLE, ids=str)
    def test_every_caution_at_once(self, standing: Footing) -> None:
        """Note, standing and age are told together, in that order."""
        figure = timeline(entry("2001-01-01", standing=standing, note=Text(zh="注", en="noted"), through="2001-01-31"))
        with pytest.warns(StaleFigureWarning):
            told = cautions(figure, date(2001, 2, 1))
        assert told[0] == "noted"
        assert len(told) == (2 if standing is Footing.PUBLISHED else 3)
        assert "2001-01-31" in told[-1]

    @pytest.mark.parametrize("standing", USABLE[1:], ids=str)
    def test_what_is_weak_is_not_stale_yet(self, standing: Footing) -> None:
        """On the last verified day only the standing is told, without a warning."""
        [told] = cautions(timeline(entry("2001-01-01", standing=standing, through="2001-01-31")), date(2001, 1, 31))
        assert standing.value.en in told

    def test_standings_are_told_apart(self) -> None:
        """Each has words of its own in both languages, and all are either usable or refused."""
        assert len({standing.value for standing in Footing}) == len(Footing)
        assert {*USABLE, *REFUSED} == {*Footing}


class TestKnownOn:
    """What was known on a day."""

    @pytest.mark.parametrize(
        ("day", "count"),
        [
            (date(2000, 11, 10), 0),
            (date(2000, 11, 11), 1),
            (date(2009, 12, 31), 1),
            (date(2010, 1, 1), 2),
            (date(2019, 5, 31), 2),
            (date(2019, 6, 1), 3),
        ],
    )
    def test_an_entry_is_known_from_its_announcement(self, day: date, count: int) -> None:
        """From the day it was announced, or else from the day it came into force."""
        assert RATE.known_on(day).entries == RATE.entries[:count]

    @pytest.mark.parametrize(
        ("day", "standings"),
        [
            ("2001-12-31", []),
            ("2002-01-01", [Footing.UNDATED]),
            ("2002-08-30", [Footing.UNDATED]),
            ("2002-08-31", [Footing.PUBLISHED]),
        ],
    )
    def test_announced_nobody_knows_when(self, day: str, standings: list[Footing]) -> None:
        """From the first day it can have been announced it is not established, from the last one it is known."""
        known = timeline(entry("2002-01-01", by="2002-08-31")).known_on(date.fromisoformat(day))
        assert [one.standing for one in known.entries] == standings

    @pytest.mark.parametrize("standing", REFUSED, ids=str)
    def test_what_is_not_established_stays_so(self, standing: Footing) -> None:
        """Not knowing when a gap was announced makes no new standing of it."""
        known = timeline(entry("2002-01-01", standing=standing, by="2002-08-31")).known_on(date(2002, 2, 1))
        assert [one.standing for one in known.entries] == [standing]

    def test_when_it_can_have_been_announced(self) -> None:
        """On the day that is known, or between its first day and the day by which it was."""
        figure = timeline()
        for one, days in (
            (entry("2002-01-01", announced="2001-11-01", by="2002-08-31"), ("2001-11-01", "2001-11-01")),
            (entry("2002-01-01", by="2002-08-31"), ("2002-01-01", "2002-08-31")),
            (entry("2002-01-01"), ("2002-01-01", "2002-01-01")),
        ):
            assert tuple(map(str, figure.announced_between(one))) == days

    def test_what_is_known_is_not_yet_in_force(self) -> None:
        """An announced value waits for its first day."""
        known = RATE.known_on(date(2019, 6, 1))
        assert known.on(date(2019, 12, 31)) == Rate.per_mille("3.5")
        assert known.on(date(2020, 1, 1)) == Rate.per_mille(5)
        assert RATE.known_on(date(2019, 5, 31)).on(date(2020, 1, 1)) == Rate.per_mille("3.5")

    @given(st.dates(date(1999, 1, 1), date(2025, 1, 1)), st.dates(date(1999, 1, 1), date(2025, 1, 1)))
    def test_knowledge_grows(self, one: date, other: date) -> None:
        """What is known on a day is known later; looking back twice is looking back to the earlier day."""
        earlier, later = sorted((one, other))
        assert set(RATE.known_on(earlier).entries) <= set(RATE.known_on(later).entries)
        assert RATE.known_on(later).known_on(earlier) == RATE.known_on(earlier)


class TestWithEntry:
    """A value more."""

    def test_stands_in_its_place(self) -> None:
        """Wherever its day lies, the entries stay in order, and the old timeline stays as it was."""
        base = timeline(entry("2002-01-01", 2), entry("2004-01-01", 4))
        for first in ("2001-01-01", "2003-01-01", "2005-01-01"):
            changed = base.with_entry(entry(first, 9))
            assert list(changed.days()) == sorted(changed.days())
            assert len(changed.entries) == 3
            assert changed.on(date.fromisoformat(first)) == 9
        assert len(base.entries) == 2

    def test_takes_the_place_of_one_of_the_same_day(self) -> None:
        """A day has one value."""
        base = timeline(entry("2002-01-01", 2), entry("2004-01-01", 4))
        changed = base.with_entry(entry("2002-01-01", 9))
        assert [one.value for one in changed.entries] == [9, 4]

    @pytest.mark.parametrize(
        ("first", "left", "until"),
        [("1999-01-01", 4, "1999-12-31"), ("2001-01-01", 2, "2005-12-31"), ("2003-01-01", 3, "2005-12-31")],
    )
    def test_outlasts_entries_that_only_repeat_what_it_replaces(self, first: str, left: int, until: str) -> None:
        """To the day before the next other value; where it replaces nothing, to the day before the next entry."""
        base = timeline(entry("2000-01-01", 5), entry("2002-01-01", 5), entry("2004-01-01", 5), entry("2006-01-01", 7))
        changed = base.with_entry(entry(first, 9))
        mine = changed.entry_on(date.fromisoformat(until))
        assert (str(mine.first), mine.value, mine.last) == (first, 9, _day(until))
        assert len(changed.entries) == 1 + left
        assert changed.on(date(2006, 1, 1)) == 7

    @pytest.mark.parametrize(
        ("last", "goes_on"), [("2001-12-31", "2002-01-01"), ("2002-01-01", "2002-01-02"), ("2002-06-30", "2002-07-01")]
    )
    def test_overrules_its_days_only(self, last: str, goes_on: str) -> None:
        """What was in force on the day after goes on from there, once; what comes later stays."""
        base = timeline(entry("2000-01-01", 1), entry("2002-01-01", 2), entry("2004-01-01", 4))
        changed = base.overruled_by(attrs.evolve(entry("2001-01-01", 9), last=_day(last)))
        told = [(str(one.first), one.value) for one in changed.entries]
        assert told == [("2000-01-01", 1), ("2001-01-01", 9), (goes_on, 2), ("2004-01-01", 4)]

    def test_supplies_what_was_missing(self) -> None:
        """A gap that refused is answered once the value is supplied, strict or not."""
        gap = timeline(entry("2001-01-01", 1, standing=Footing.MISSING), strict=True)
        supplied = gap.with_entry(entry("2001-01-01", 5))
        assert supplied.strict
        assert supplied.on(date(2001, 1, 1)) == 5

    @pytest.mark.parametrize("value", [13, "13", Decimal("13.00")])
    def test_an_amount_is_read_as_amounts_are(self, value: Any) -> None:  # noqa: ANN401  (what a caller writes)
        """A figure in yuan takes what any amount may be given as."""
        changed = MOON_LAW.crater_fee.with_entry(Entry(date(2005, 1, 1), value, ACT))
        assert str(changed.on(date(2005, 1, 1))) == str(value)
        assert isinstance(changed.on(date(2005, 1, 1)), Decimal)

    @pytest.mark.parametrize("value", [13.5, "13,5", 0, -1, None, Decimal("NaN"), Decimal("1e999999"), True], ids=repr)
    def test_what_is_no_amount_is_refused(self, value: Any) -> None:  # noqa: ANN401  (what a caller writes)
        """The refusal names the figure."""
        with pytest.raises(InvalidFactError, match=r"crater_fee\.value must"):
            MOON_LAW.crater_fee.with_entry(Entry(date(2005, 1, 1), value, ACT))

    def test_into_an_empty_one(self) -> None:
        """The first value of all."""
        assert timeline().with_entry(entry("2001-01-01", 5)).on(date(2001, 1, 1)) == 5

    @given(st.lists(st.integers(0, 2000), max_size=8))
    def test_any_number_in_any_order(self, days: list[int]) -> None:
        """The last one of a day counts, and the days are in order."""
        start = date(2001, 1, 1)
        figure = timeline()
        for place, day in enumerate(days):
            figure = figure.with_entry(Entry(start + day * ONE_DAY, place, ACT))
        assert list(figure.days()) == sorted({start + day * ONE_DAY for day in days})
        last = {start + day * ONE_DAY: place for place, day in enumerate(days)}
        assert all(figure.on(day) == place for day, place in last.items())


def test_is_a_value() -> None:
    """Hashes, copies, pickles, and cannot be changed."""
    for again in (copy.copy(RATE), copy.deepcopy(RATE), pickle.loads(pickle.dumps(RATE))):  # noqa: S301  (our own)
        assert again == RATE
        assert hash(again) == hash(RATE)
    for record, field in ((RATE, "entries"), (RATE.entries[0], "value")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field, ())


def test_a_value_may_be_a_formula() -> None:
    """A timeline holds anything, as a law may change a way of computing."""
    formula = Timeline("formula", TIDE, MOON.clause("1"), (Entry(date(2001, 1, 1), Decimal.copy_negate, ACT),))
    assert formula.on(date(2001, 1, 1))(Decimal(1)) == -1


def test_what_was_in_force_goes_on_after_what_stands_in_its_place() -> None:
    """That of its own time, not a later one; where nothing was in force then, nothing goes on."""
    tide = timeline(entry("2000-01-01", 1), entry("2010-01-01", 2), entry("2020-01-01", 3))
    changed = tide.overruled_by(entry("2005-01-01", 9, last="2006-12-31"))
    assert [(one.first, one.value) for one in changed.entries] == [
        (date(2000, 1, 1), 1),
        (date(2005, 1, 1), 9),
        (date(2007, 1, 1), 1),
        (date(2010, 1, 1), 2),
        (date(2020, 1, 1), 3),
    ]
    before_all = tide.overruled_by(entry("1990-01-01", 9, last="1990-12-31"))
    assert [one.value for one in before_all.entries] == [9, 1, 2, 3]
    assert before_all.entries[1].first == date(2000, 1, 1)
    of_the_same_day = tide.overruled_by(entry("2010-01-01", 9, last="2011-12-31"))
    assert [(one.first.year, one.value) for one in of_the_same_day.entries] == [
        (2000, 1),
        (2010, 9),
        (2012, 2),
        (2020, 3),
    ]
    for_good = tide.overruled_by(entry("2010-01-01", 9))
    assert [(one.first.year, one.value) for one in for_good.entries] == [(2000, 1), (2010, 9)]


def test_what_ended_last_is_told() -> None:
    """Of several values that ended before the day."""
    ended = timeline(entry("2001-01-01", last="2001-06-30"), entry("2003-01-01", last="2003-06-30"))
    with pytest.raises(NotInForceError, match=r"no value for 2004-01-01 \(the one before it ended on 2003-06-30\)"):
        ended.on(date(2004, 1, 1))
