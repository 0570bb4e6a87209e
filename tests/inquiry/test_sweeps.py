"""Days and amounts, one after the other: on which days what comes out, and where it jumps."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.inquiry import Refusal, TooManyTrialsError, days_when, edges, unknown
from gxinjury.inquiry.outcomes import outcome_of
from gxinjury.periods import Period
from tests.inquiry.lunar import MOON, Haul, both, dust_tax

HAUL = Haul(worth=50, taken_on=date(2009, 12, 1), landed_on=date(2000, 11, 1))
TURN = Period(date(2009, 12, 30), date(2010, 1, 2))


@st.composite
def windows(draw: st.DrawFn) -> Period:
    """Return a window of at most two months about a day at which the tax changes."""
    turn = draw(st.sampled_from((date(2001, 1, 1), date(2010, 1, 1), date(2005, 5, 5))))
    first = turn - timedelta(days=draw(st.integers(0, 30)))
    return Period(first, turn + timedelta(days=draw(st.integers(0, 30))))


class TestDaysWhen:
    """What comes out on every day of a window."""

    @given(windows(), st.integers(1, 200))
    def test_agrees_with_the_rule_on_every_day(self, window: Period, worth: int) -> None:
        """On each day of the window comes out what the rule answers then; the periods join without a gap."""
        haul = attrs.evolve(HAUL, worth=worth)
        found = days_when(dust_tax, haul, "taken_on", window)
        day = window.first
        while day in window:
            on_the_day = attrs.evolve(haul, taken_on=day)
            assert found.on(day) == outcome_of(lambda: dust_tax(on_the_day))  # noqa: B023  (called at once)
            day += timedelta(days=1)
        assert found.periods[0].first == window.first
        assert found.periods[-1].last == window.last
        for one, other in zip(found, [*found][1:], strict=False):
            assert one.outcome != other.outcome
            assert one.period.last == other.period.first - timedelta(days=1)

    def test_days_of_an_outcome(self) -> None:
        """Asked for an outcome, it gives its days only."""
        found = days_when(dust_tax, HAUL, "taken_on", TURN, Decimal(10))
        assert found.periods == (Period(date(2010, 1, 1), date(2010, 1, 2)),)
        assert found[0].outcome == Decimal(10)
        with pytest.raises(LookupError, match="2009-12-31 is in no spell of taken_on"):
            found.on(date(2009, 12, 31))

    def test_days_of_a_refusal(self) -> None:
        """A refusal is an outcome, one for all days on which it is by the same rule under the same clause."""
        window = Period(date(2000, 12, 1), date(2001, 1, 31))
        found = days_when(dust_tax, HAUL, "taken_on", window, NotInForceError)
        assert found.periods == (Period(date(2000, 12, 1), date(2000, 12, 31)),)
        assert isinstance(found[0].outcome, Refusal)

    def test_days_that_the_facts_forbid(self) -> None:
        """Days that the other facts forbid stand aside."""
        haul = Haul(worth=50, taken_on=date(2010, 1, 1), landed_on=date(2009, 12, 31))
        found = days_when(dust_tax, haul, "taken_on", TURN)
        assert found.forbidden == (Period(date(2009, 12, 30), date(2009, 12, 30)),)
        assert found.text("en").splitlines()[-1] == "  · 2009-12-30: the other facts do not allow it"
        assert [str(period) for period in found.periods] == ["2009-12-31..2009-12-31", "2010-01-01..2010-01-02"]

    def test_days_forbidden_in_between_part_the_periods(self) -> None:
        """Two spells with the same outcome are two where the facts forbid the days between them."""
        found = days_when(_allowed_at_the_ends, {}, "day", TURN)
        assert [str(period) for period in found.periods] == ["2009-12-30..2009-12-30", "2010-01-02..2010-01-02"]
        assert found.forbidden == (Period(date(2009, 12, 31), date(2010, 1, 1)),)

    def test_many_days_forbidden_in_a_row_are_one_period(self) -> None:
        """From the first of them to the last, however many, wherever in the window they stand."""
        window = Period(date(2009, 12, 25), date(2010, 1, 5))
        haul = Haul(worth=50, taken_on=date(2010, 1, 4), landed_on=date(2010, 1, 4))
        found = days_when(dust_tax, haul, "taken_on", window)
        assert found.forbidden == (Period(date(2009, 12, 25), date(2010, 1, 3)),)
        parted = days_when(_allowed_in_the_middle, {}, "day", window)
        assert [str(period) for period in parted.forbidden] == ["2009-12-25..2009-12-29", "2010-01-02..2010-01-05"]

    def test_a_window_that_is_forbidden_altogether_is_refused(self) -> None:
        """Where the facts forbid every day, that is the error."""
        with pytest.raises(InvalidFactError, match=r"Haul.taken_on must not be before landed_on .* got 1990-01-01"):
            days_when(dust_tax, HAUL, "taken_on", Period(date(1990, 1, 1), date(1990, 1, 2)))

    def test_a_day_of_one_of_several_facts(self) -> None:
        """Named with the record that it is in."""
        found = days_when(lambda haul, more: dust_tax(haul) + more, {"haul": HAUL, "more": 1}, "haul.taken_on", TURN)
        assert [one.outcome for one in found] == [Decimal(6), Decimal(11)]

    @pytest.mark.parametrize("within", [Period(date(2010, 1, 1), None), "2010"])
    def test_a_window_has_an_end(self, within: Period) -> None:
        """An open window, or none, is refused."""
        with pytest.raises(InvalidFactError, match=r"days_when\.within must"):
            days_when(dust_tax, HAUL, "taken_on", within)

    def test_the_field_must_be_there(self) -> None:
        """A field that the case does not have is refused, with those it has."""
        with pytest.raises(InvalidFactError, match="must be one of the case's facts: worth, taken_on, landed_on"):
            days_when(dust_tax, HAUL, "weight", TURN)

    def test_all_other_facts_are_known(self) -> None:
        """What is open is asked about elsewhere."""
        case = partial(Haul, worth=unknown(), taken_on=TURN.first, landed_on=TURN.first)
        with pytest.raises(InvalidFactError, match=r"Haul\.worth must be known here"):
            days_when(dust_tax, case, "taken_on", TURN)

    def test_the_budget_bounds_the_window(self) -> None:
        """A window larger than the budget is refused; on the way it tells how far it is."""
        done: list[int] = []
        with pytest.raises(TooManyTrialsError, match="more than 3 trials"):
            days_when(dust_tax, HAUL, "taken_on", TURN, budget=3, progress=done.append)
        assert done == [1, 2, 3]

    def test_report(self) -> None:
        """The report has a line a spell, and one for the days that cannot be."""
        haul = Haul(worth=50, taken_on=date(2010, 1, 1), landed_on=date(2009, 12, 31))
        found = days_when(dust_tax, haul, "taken_on", TURN)
        assert (len(found), found[1].outcome) == (2, Decimal(10))
        assert str(found).splitlines() == [
            "dust tax, by taken on in 2009-12-30..2010-01-02",
            "  · 2009-12-31 → 5.00 yuan",
            "  · 2010-01-01..2010-01-02 → 10.00 yuan",
            "  · 2009-12-30: the other facts do not allow it",
        ]
        assert found.text("zh").splitlines()[1:] == [
            "  · 2009-12-31 → 5.00 元",
            "  · 2010-01-01 至 2010-01-02 → 10.00 元",
            "  · 2009-12-30：与其他事实不相容",
        ]


def _allowed_at_the_ends(day: date) -> bool:
    if day.day in (31, 1):
        raise InvalidFactError("_allowed_at_the_ends", "day", both("must be at an end"), day)
    return True


def _allowed_in_the_middle(day: date) -> bool:
    if day not in TURN or day == TURN.last:
        raise InvalidFactError("_allowed_in_the_middle", "day", both("must be in the middle"), day)
    return True


class TestEdges:
    """Where an outcome jumps."""

    def test_days(self) -> None:
        """The tax jumps on the days on which its rate changes, and on no other."""
        found = edges(dust_tax, HAUL, "taken_on", Period(date(2000, 12, 1), date(2011, 12, 31)))
        assert [edge.at for edge in found] == [date(2001, 1, 1), date(2010, 1, 1)]
        assert (found[1].before, found[1].after) == (Decimal(5), Decimal(10))

    @given(st.integers(0, 60_00), st.integers(0, 300))
    def test_amounts_agree_with_the_rule_on_every_fen(self, first: int, more: int) -> None:
        """An edge is where the rule's answer is not the one of a fen below, and nowhere else."""
        least, largest = Decimal(first + 1).scaleb(-2), Decimal(first + 1 + more).scaleb(-2)
        found = edges(dust_tax, HAUL, "worth", (least, largest))
        worths = [Decimal(fen).scaleb(-2) for fen in range(first + 1, first + more + 2)]
        taxes = [dust_tax(attrs.evolve(HAUL, worth=worth)) for worth in worths]
        jumps = [worth for worth, (below, tax) in zip(worths[1:], pairwise(taxes), strict=True) if below != tax]
        assert [edge.at for edge in found] == jumps

    def test_next_to_what_is_forbidden_nothing_jumps(self) -> None:
        """A worth of nothing is no haul: the first fen is no edge."""
        assert len(edges(dust_tax, HAUL, "worth", ("0", "0.01"))) == 0
        assert len(edges(_allowed_at_the_ends, {}, "day", TURN)) == 0

    @pytest.mark.parametrize(
        ("within", "why"),
        [
            (("1", "0.99"), "edges.within must be a period, or a pair"),
            (("1", "2", "3"), "edges.within must be a period, or a pair"),
            ("12", "edges.within must be a period, or a pair"),
            (("0.001", "1"), "must be an amount in whole fen, got 0.001"),
            (("-1", "1"), "must not be negative"),
            ((1.5, 2), "never a float"),
        ],
    )
    def test_a_window_of_amounts(self, within: tuple[Decimal, Decimal], why: str) -> None:
        """A window of amounts is the least and the largest, in whole fen."""
        with pytest.raises(InvalidFactError, match=why):
            edges(dust_tax, HAUL, "worth", within)

    def test_the_budget_bounds_the_window(self) -> None:
        """A window of too many fen is refused, never searched in part."""
        with pytest.raises(TooManyTrialsError, match="more than 20000 trials"):
            edges(lambda worth: worth > 1, {}, "worth", (0, 10**12))

    def test_report(self) -> None:
        """The report has a line an edge; where there is none it says so."""
        found = edges(dust_tax, HAUL, "taken_on", TURN)
        assert (len(found), found[0].at) == (1, date(2010, 1, 1))
        assert found.text("en").splitlines() == [
            "dust tax jumps, as taken on goes from 2009-12-30 to 2010-01-02, at",
            "  · 2010-01-01: 5.00 yuan becomes 10.00 yuan",
        ]
        none = edges(dust_tax, HAUL, "worth", ("49.99", "49.99"))
        assert str(none) == "dust tax is the same everywhere, as worth goes from 49.99 yuan to 49.99 yuan"

    def test_the_fen_of_a_window(self) -> None:
        """Every amount of a window is asked, to the fen, from the first to the last."""
        asked: list[Decimal] = []

        def twice(fee: Decimal) -> Decimal:
            asked.append(fee)
            return fee * 2

        found = edges(twice, {}, "fee", ("0.98", "1.01"))
        assert asked == [Decimal("0.98"), Decimal("0.99"), Decimal("1.00"), Decimal("1.01")]
        assert (found.first, [edge.at for edge in found], found.last) == (asked[0], asked[1:], asked[-1])


def test_law_is_handed_on() -> None:
    """A window is asked under the law that is given."""
    before = MOON.known_on(date(2005, 1, 1))
    assert len(days_when(dust_tax, HAUL, "taken_on", TURN, law=before)) == 1
    assert len(edges(dust_tax, HAUL, "taken_on", TURN, law=before)) == 0
