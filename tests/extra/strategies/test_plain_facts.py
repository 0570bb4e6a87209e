"""Strategies of plain facts: they lie within their bounds, and draw what the law turns on."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from gxinjury.extra.strategies import amounts, days, moments
from gxinjury.extra.strategies.hand import Hand
from gxinjury.law import LAW
from gxinjury.money import Rate
from tests.extra.strategies.reaching import SOON, population, reached

CHINA_HOURS: Final = timedelta(hours=8)


class TestDays:
    """Days on which the law turns are drawn soon, out of years of others."""

    @pytest.mark.parametrize(
        "day",
        [
            date(2016, 2, 29),  # a leap day, and the day before
            date(2016, 2, 28),
            date(2017, 1, 5),  # Guangxi's Order 117, and the day before
            date(2017, 1, 4),
            date(2018, 12, 31),  # hospital meals rise
            date(2019, 1, 1),
            date(2020, 5, 31),  # the rate was verified through it
        ],
        ids=str,
    )
    def test_turning_days(self, day: date) -> None:
        """Each is among the first few hundred of two thousand days."""
        assert reached(days(), lambda drawn: drawn == day, 2000)

    def test_unverified_days(self) -> None:
        """So is the day after the last verified one, where it is asked for."""
        late = days(date(2015, 1, 1), date(2030, 1, 1))
        assert reached(late, lambda drawn: drawn == date(2020, 6, 1), 2000)

    def test_ends_of_months(self) -> None:
        """A day in six at least is the end of its month, which a day in thirty would be by chance."""
        ends = [day for day in population(days(), 400) if (day + timedelta(days=1)).day == 1]
        assert len(ends) > 400 / 6

    @given(data=st.data(), first=st.dates(date(1901, 1, 1), date(2100, 1, 1)), width=st.integers(0, 4000))
    def test_bounds(self, data: st.DataObject, first: date, width: int) -> None:
        """No turn lies outside of what was asked for, before any law and after it too."""
        last = first + timedelta(days=width)
        assert first <= data.draw(days(first, last)) <= last

    def test_a_later_day_is_a_plain_one(self) -> None:
        """What fails from a day on is shown on that day, whatever turns of the law come after it."""
        assert find(days(), lambda day: day > date(2016, 2, 10)) == date(2016, 2, 11)

    @given(data=st.data(), limit=days(), before=st.integers(-3, 40))
    def test_days_about_a_limit(self, data: st.DataObject, limit: date, before: int) -> None:
        """None lies before the first, nor later than asked for, also where the limit is over before it begins."""
        first = limit - timedelta(days=before)
        drawn = data.draw(st.composite(lambda draw: Hand(draw).day_about(limit, first, 50))())
        assert first <= drawn <= max(limit, first) + timedelta(days=50)

    @pytest.mark.parametrize("off", [0, 1, -1])
    def test_the_edges_of_a_limit(self, off: int) -> None:
        """The last day in time, the day after and the day before come up."""
        limit = date(2016, 3, 31)
        about = st.composite(lambda draw: Hand(draw).day_about(limit, date(2016, 1, 1)))()
        wanted = limit + timedelta(days=off)
        assert find(about, lambda day: day == wanted, settings=settings(SOON, max_examples=100)) == wanted


class TestMoments:
    """A moment belongs to its day in China, however it is told."""

    @given(data=st.data(), day=days())
    def test_bounds(self, data: st.DataObject, day: date) -> None:
        """It lies on the day asked for, in China."""
        drawn = data.draw(moments(day, day))
        assert (drawn.astimezone(UTC) + CHINA_HOURS).date() == day

    @pytest.mark.parametrize("minute", [0, 23 * 60 + 59])
    def test_about_midnight(self, minute: int) -> None:
        """The first and the last minute of a day come up, told in UTC, where the day is another."""

        def wanted(moment: datetime) -> bool:
            in_china = moment.astimezone(UTC) + CHINA_HOURS
            return moment.utcoffset() == timedelta(0) and in_china.hour * 60 + in_china.minute == minute

        assert reached(moments(), wanted, 200)

    @pytest.mark.parametrize("off", [0, 1, -1])
    def test_the_edges_of_hours(self, off: int) -> None:
        """The end of the hours comes up, and a second to either side."""
        start = datetime(2015, 10, 1, 14, 30, tzinfo=UTC)
        wanted = start + timedelta(hours=48, seconds=off)
        drawn = st.composite(lambda draw: Hand(draw).moment_after(start, 48))()
        assert find(drawn, lambda moment: moment == wanted, settings=settings(SOON, max_examples=100)) == wanted


class TestHalfFens:
    """Amounts of which a rate leaves exactly half a fen."""

    @pytest.mark.parametrize(
        ("rate", "plainest"),
        [
            (Rate.per_mille("1.3"), Decimal("50.00")),
            (Rate.percent("0.4"), Decimal("1.25")),
            (Rate.percent(85), Decimal("0.10")),
            (Rate.percent(75), Decimal("0.02")),
        ],
        ids=str,
    )
    def test_reached(self, rate: Rate, plainest: Decimal) -> None:
        """They come up as often as the others, and the least is the plainest."""

        def ends_in_half(amount: Decimal) -> bool:
            return (Fraction(amount) * 100 * Fraction(rate.fraction)) % 1 == Fraction(1, 2)

        assert sum(map(ends_in_half, population(amounts(rate=rate), 200))) > 200 / 4
        assert find(amounts(rate=rate), ends_in_half) == plainest

    @given(low=st.integers(-(10**6), 10**6), width=st.integers(0, 20_000), data=st.data())
    def test_bounds(self, low: int, width: int, data: st.DataObject) -> None:
        """They keep to the bounds, negative and narrow ones too."""
        lowest, highest = Decimal(low) / 100, Decimal(low + width) / 100
        amount = data.draw(amounts(lowest=lowest, highest=highest, rate=Rate.per_mille("1.3")))
        assert lowest <= amount <= highest

    @given(amount=amounts(highest=5, rate=Rate.percent(40)))
    def test_rates_that_leave_none(self, amount: Decimal) -> None:
        """Two fifths of a fen are never a half: any amount is drawn then."""
        assert 0 < amount <= 5

    def test_the_rate_of_contracts_is_the_laws(self) -> None:
        """The rate of the notice is the one by which contracts end in half a fen."""
        assert LAW.project_premium_rate.on(date(2016, 1, 1)) == Rate.per_mille("1.3")
