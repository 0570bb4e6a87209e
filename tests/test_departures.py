"""What a law departs in from the law as it stands."""

from datetime import date
from typing import Final

import attrs

from gxinjury.money import Rate
from gxinjury.reforms import Reform
from gxinjury.statutes import Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline
from tests.moonland import MOON, MOON_LAW, Crater, MoonLaw, Nights

ORDER: Final = Text(zh="月令", en="moon order")
NINE: Final = Entry(date(2004, 1, 1), Rate.per_mille(9), ORDER)


def told(law: MoonLaw) -> list[str]:
    """What a law departs in, in English; the Chinese tells as many things."""
    departures = law.departures()
    assert all(departure.zh != departure.en for departure in departures)
    return [departure.en for departure in departures]


class TestDepartures:
    """What a law departs in from the law as it stands."""

    def test_the_law_as_it_stands_departs_in_nothing(self) -> None:
        """Also where it was made anew, or a default was named."""
        for law in (MOON_LAW, MoonLaw(), MOON_LAW.reading(Crater.HOLE), MOON_LAW.known_on(date(2025, 1, 1))):
            assert told(law) == []

    def test_a_reading(self) -> None:
        """The reading, the member chosen, the default."""
        assert told(MOON_LAW.reading(Crater.RIM)) == ["what a crater is: RIM (a rim), not HOLE (a hole)"]
        assert MOON_LAW.reading(Crater.RIM).departures()[0].zh == "何为环形山：采用“边”（RIM），默认为“坑”（HOLE）"

    def test_a_value_more(self) -> None:
        """The figure, the value and its first day."""
        [one] = told(MOON_LAW.with_figure("dust_rate", NINE))
        assert all(part in one for part in ("dust rate", "9‰", "2004-01-01"))

    def test_another_value(self) -> None:
        """What came in, and what went out."""
        came, went = told(MOON_LAW.with_figure("crater_fee", Entry(date(2001, 1, 1), 20, ORDER)))
        assert all(part in came for part in ("crater fee", "20.00 yuan"))
        assert "without" in went
        assert "12.50 yuan" in went

    def test_a_past_state(self) -> None:
        """What is left out, a line a figure: the value, or the first one and how many."""
        [one] = told(MOON_LAW.known_on(date(2019, 5, 31)))
        assert "without 5‰" in one
        rates, fee = told(MOON_LAW.known_on(date(2000, 12, 31)))
        assert "without 2 of its values, the first being 3.5‰" in rates
        assert "without 12.50 yuan" in fee

    def test_a_strict_law(self) -> None:
        """Strictness is told once, however many figures there are."""
        assert told(MOON_LAW.only_verified()) == ["verified and published figures only"]

    def test_one_figure_that_is_strict(self) -> None:
        """It is told as of the whole law."""
        law = attrs.evolve(MOON_LAW, dust_rate=attrs.evolve(MOON_LAW.dust_rate, strict=True))
        assert told(law) == ["verified and published figures only"]

    def test_what_a_reform_takes_the_place_of(self) -> None:
        """The value in force on its first day, and those that would come later; no gap is told."""
        cut = Reform("cut").figure("tide", 9, since=date(2001, 1, 1))
        assert [one.en for one in VagueLaw().under(cut).departures()] == [
            "figure tide: 9 from 2001-01-01, instead of 2"
        ]
        early = Reform("cut").figure("tide", 9, since=date(2000, 7, 1), until=date(2002, 12, 31))
        assert [one.en for one in VagueLaw().under(early).departures()] == [
            "figure tide: 9 from 2000-07-01 to 2002-12-31, instead of 1, 2"
        ]
        late = Reform("cut").figure("tide", 9, since=date(2003, 1, 1))
        assert [one.en for one in VagueLaw().under(late).departures()] == ["figure tide: 9 from 2003-01-01"]

    def test_all_at_once(self) -> None:
        """Readings first, then figures, then strictness."""
        law = MOON_LAW.reading(Nights.NOT_COUNTED, Crater.BOTH).with_figure("dust_rate", NINE).only_verified()
        assert [line.split()[0] for line in told(law)] == ["what", "whether", "figure", "verified"]

    def test_a_value_perhaps_not_announced_yet(self) -> None:
        """What was only perhaps known counts as left out, and not as a value of its own."""
        law = VagueLaw().known_on(date(2001, 6, 1))
        assert law.tide.on(date(2000, 6, 1)) == 1
        assert [departure.en for departure in law.departures()] == ["figure tide: without 2 from 2001-01-01"]

    def test_a_gap_left_out_is_nothing_to_tell(self) -> None:
        """A missing value that was not known yet changes no answer."""
        assert VagueLaw().known_on(date(2001, 12, 31)).departures() == ()


VAGUE_TIDE: Final = Timeline[int | None](
    "tide",
    Text(zh="潮", en="tide"),
    MOON.clause("1"),
    (
        Entry(date(2000, 1, 1), 1, ORDER),
        Entry(date(2001, 1, 1), 2, ORDER, announced_by=date(2001, 8, 31)),
        Entry(date(2002, 1, 1), None, ORDER, Footing.MISSING),
    ),
)


@attrs.frozen
class VagueLaw(Statute):
    """A law with a value that was announced nobody knows when, and a gap after it."""

    tide: Timeline[int | None] = VAGUE_TIDE

    @classmethod
    def as_it_stands(cls) -> "VagueLaw":
        """Return the law as it stands."""
        return VagueLaw()
