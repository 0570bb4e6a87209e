"""Laws side by side: which of their figures and readings make a difference, found by exchange."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.explanations import rule
from gxinjury.inquiry import Refusal, TooManyTrialsError, compare, readings_that_matter
from gxinjury.inquiry.comparison import Compared, Comparison
from gxinjury.money import Rate
from gxinjury.timelines import Entry
from tests.inquiry.lunar import MOON, Gravity, Haul, Heavy, Idle, MoonLaw, both, clause, dust_tax, is_weighed

HAUL = Haul(worth=50, taken_on=date(2012, 1, 1), landed_on=date(2009, 11, 1))


DEARER = MOON.with_figure("dust_rate", Entry(date(2011, 1, 1), Rate.percent("30"), both("Reform Act")))


HIGHER = MOON.with_figure("least_dust", Entry(date(2001, 1, 1), "12", both("Reform Act")))


BOTH = HIGHER.with_figure("dust_rate", Entry(date(2011, 1, 1), Rate.percent("22"), both("Reform Act")))


class TestFactsThatALawLacks:
    """Another reading, or another law, may ask for a fact that the first one does not."""

    def test_a_reading_that_asks_for_more(self) -> None:
        """Where a fact is missing under one reading only, that is a refusal under it, and the reading matters."""
        [found] = readings_that_matter(_weighs, {"tons": None})
        assert [str(choice.outcomes[0]) for choice in found.choices] == [
            "False",
            "refused: _weighs.tons must be given, got None [MOON-15]",
        ]

    def test_a_law_that_asks_for_more(self) -> None:
        """Where a fact is missing under another law only, that is what comes out under it."""
        found = compare(_weighs, {"tons": None}, {"now": MOON, "then": MOON.reading(Gravity.COUNTED)})
        assert found[1].outcome != found[0].outcome
        assert [cause.parts for cause in found[1].causes] == [(Gravity,)]

    def test_the_first_law_is_asked_what_it_can_answer(self) -> None:
        """Where a fact is missing under the law asked, that is an error."""
        with pytest.raises(InvalidFactError, match="tons must be given"):
            readings_that_matter(_weighs, {"tons": None}, law=MOON.reading(Gravity.COUNTED))
        with pytest.raises(InvalidFactError, match="tons must be given"):
            compare(_weighs, {"tons": None}, {"now": MOON.reading(Gravity.COUNTED), "then": MOON})


@rule(clause("15"))
def _weighs(tons: int | None, *, law: MoonLaw = MOON) -> bool:
    if law.choice(Gravity) is Gravity.IGNORED:
        return False
    if tons is None:
        raise InvalidFactError("_weighs", "tons", both("must be given"), tons)
    return tons > 1


class TestCompare:
    """A case under several laws."""

    def test_the_figure_that_makes_the_difference(self) -> None:
        """Of a law with another rate and another reading, the rate makes the difference."""
        found = compare(dust_tax, HAUL, {"now": MOON, "then": DEARER.reading(Idle.NEW)})
        assert [one.outcome for one in found] == [Decimal("10.00"), Decimal("15.00")]
        assert [cause.parts for cause in found[1].causes] == [("dust_rate",)]
        assert not found.agree

    def test_the_reading_that_makes_the_difference(self) -> None:
        """A reading that the first law does not even consult may be part of the cause."""
        found = compare(is_weighed, {"tons": 9}, {"now": MOON, "then": MOON.reading(Gravity.COUNTED, Heavy.NINE)})
        assert [cause.parts for cause in found[1].causes] == [(Gravity, Heavy)]

    def test_either_of_two(self) -> None:
        """Where each of two changes does it alone, each is a cause."""
        law = MOON.with_figure("dust_rate", Entry(date(2010, 1, 1), Rate.percent("1"), both("Reform Act")))
        law = law.with_figure("least_dust", Entry(date(2001, 1, 1), "11", both("Reform Act")))
        found = compare(dust_tax, HAUL, {"now": MOON, "then": law})
        assert found[1].outcome == 0
        assert [cause.parts for cause in found[1].causes] == [("dust_rate",), ("least_dust",)]

    def test_only_both_together(self) -> None:
        """Where neither of two changes does it alone, both together are the cause."""
        haul = attrs.evolve(HAUL, worth=100)
        found = compare(_bands, haul, {"now": MOON, "then": BOTH})
        assert [cause.parts for cause in found[1].causes] == [("dust_rate", "least_dust")]
        assert repr(found[1].causes[0]) == "Cause(parts=('dust_rate', 'least_dust'))"
        assert found[1].causes[0].text("zh").count("；") == 1
        assert found[1].causes[0].text("en").count("; ") == 1

    def test_the_same_outcome_has_no_cause(self) -> None:
        """A law that departs without a difference has no cause to name."""
        found = compare(dust_tax, HAUL, {"now": MOON, "then": MOON.reading(Idle.NEW)})
        assert found.agree
        assert found[1].causes == ()

    def test_a_state_of_knowledge(self) -> None:
        """What was not known yet can make the difference; a refusal is an outcome."""
        early = MOON.known_on(date(2000, 1, 1))
        found = compare(dust_tax, HAUL, {"now": MOON, "in 2000": early, "strict": MOON.only_verified()})
        assert [cause.parts for cause in found[1].causes] == [("dust_rate",)]
        assert found[1].causes[0].text("en") == (
            "the difference comes from the figure dust rate: no such value, "
            "not 10% from 2001-01-01, 20% from 2010-01-01"
        )
        assert "10% 自 2001-01-01 起、20% 自 2010-01-01 起" in found[1].causes[0].text("zh")
        assert isinstance(found[2].outcome, Decimal)

    def test_strictness_can_be_the_cause(self) -> None:
        """A law that takes verified figures only refuses what the other answers."""
        entry = Entry(date(2001, 1, 1), Rate.percent("1"), both("Act"), verified_through=date(2002, 1, 1))
        law = attrs.evolve(MOON, dust_rate=attrs.evolve(MOON.dust_rate, entries=(entry,)))
        with pytest.warns(UserWarning, match="verified through 2002-01-01"):
            found = compare(dust_tax, HAUL, {"lenient": law, "strict": law.only_verified()})
        assert "verified values only" in str(found[1].causes[0])

    def test_a_cause_that_no_exchange_shows(self) -> None:
        """A rule that goes by more than figures and readings has no cause that could be named."""
        found = compare(_by_departures, {"tons": 1}, {"now": MOON, "then": MOON.reading(Idle.NEW)})
        assert [one.outcome for one in found] == [0, 1]
        assert found[1].causes == ()

    def test_one_alone_agrees_with_itself(self) -> None:
        """The first is what the others are held against, also where there are none."""
        alone = Comparison(both("tax"), (Compared("now", Decimal(10)),))
        assert alone.agree
        assert str(alone).splitlines() == ["tax under several laws", "now: 10"]

    @pytest.mark.parametrize("position", range(3))
    def test_agreeing_is_all_of_them(self, position: int) -> None:
        """One that differs is enough, wherever it stands."""
        compared = [Compared(str(number), Decimal(number == position)) for number in range(3)]
        assert not Comparison(both("tax"), tuple(compared)).agree

    def test_laws_must_be_two_of_a_kind(self) -> None:
        """One law is no comparison, and laws of two kinds have nothing to exchange."""
        with pytest.raises(InvalidFactError, match=r"compare.laws must name two laws"):
            compare(dust_tax, HAUL, {"now": MOON})
        with pytest.raises(InvalidFactError, match="must be of the same kind as the first law, got 'str'"):
            compare(dust_tax, HAUL, {"now": MOON, "then": "the law of Mars"})  # type: ignore[dict-item]  # on purpose
        with pytest.raises(InvalidFactError, match="must be of the same kind as the first law, got 'str'"):
            compare(dust_tax, HAUL, {"now": "the law of Venus", "then": "the law of Mars"})  # type: ignore[dict-item]  # on purpose

    def test_the_budget_bounds_the_search(self) -> None:
        """Over the budget the search says so."""
        with pytest.raises(TooManyTrialsError):
            compare(dust_tax, HAUL, {"now": MOON, "then": DEARER}, budget=2)

    def test_report(self) -> None:
        """The report has a line a law, and under it what made the difference."""
        found = compare(dust_tax, HAUL, {"now": MOON, "reform": DEARER, "flag": MOON.reading(Idle.NEW)})
        assert (len(found), found[0].name) == (3, "now")
        assert str(found).splitlines() == [
            "dust tax under several laws",
            "now: 10.00 yuan",
            "reform: 15.00 yuan",
            "  · the difference comes from the figure dust rate: 30% from 2011-01-01, not no such value",
            "flag: 10.00 yuan (as now)",
        ]
        assert "（与 now 相同）" in found.text("zh")


@rule(clause("7"))
def _bands(haul: Haul, *, law: MoonLaw = MOON) -> bool:
    """Whether the rate is above a fifth and the least above ten."""
    least, rate = law.least_dust.on(haul.taken_on), law.dust_rate.on(haul.taken_on)
    return least > 10 and rate > Rate.percent("20")


def _by_departures(tons: int, law: MoonLaw = MOON) -> int:
    return len(law.readings) * tons


def test_errors_are_those_of_the_rule() -> None:
    """What a rule refuses under a law is told as a refusal of its kind."""
    early = MOON.known_on(date(2000, 1, 1))
    found = compare(dust_tax, HAUL, {"now": MOON, "in 2000": early})
    assert isinstance(found[1].outcome, Refusal)
    assert found[1].outcome.kind is NotInForceError
    assert str(found[1].outcome).startswith("refused: dust rate has no value at all")
