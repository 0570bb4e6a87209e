"""Laws and readings: which of them make a difference, found by exchange and by following every reading."""

from datetime import date
from decimal import Decimal
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


class TestReadingsThatMatter:
    """Every reading that is consulted, in all combinations."""

    def test_a_reading_that_is_consulted_only_under_another(self) -> None:
        """Tens or nines matter for a craft of nine tons, though no tons are looked at by default."""
        found = readings_that_matter(is_weighed, {"tons": 9})
        assert [one.reading for one in found] == [Gravity, Heavy]
        assert [choice.outcomes for choice in found[1].choices] == [(False,), (True,), (False,)]
        assert found.outcome is False

    def test_a_reading_that_changes_nothing(self) -> None:
        """What is consulted without changing anything is told apart."""
        assert readings_that_matter(is_weighed, {"tons": 9}).idle == (Idle,)

    def test_every_combination_is_a_row(self) -> None:
        """The rows are all combinations, and each agrees with the rule under its readings."""
        found = readings_that_matter(is_weighed, {"tons": 10})
        assert len(found.rows) == len(Idle) * (1 + len(Heavy))
        for row in found.rows:
            assert is_weighed(10, law=MOON.reading(*row.readings)) is row.outcome

    @given(st.integers(7, 12))
    def test_agrees_with_plain_trial(self, tons: int) -> None:
        """A reading matters if and only if two laws that differ in it alone disagree."""
        laws = {choices: is_weighed(tons, law=MOON.reading(*choices)) for choices in product(Idle, Gravity, Heavy)}
        matter = {
            type(mine)
            for one, first in laws.items()
            for other, second in laws.items()
            for mine, theirs in zip(one, other, strict=True)
            if first != second and sum(x is not y for x, y in zip(one, other, strict=True)) == 1 and mine is not theirs
        }
        assert {one.reading for one in readings_that_matter(is_weighed, {"tons": tons})} == matter

    def test_the_law_asked_is_the_one_told_of(self) -> None:
        """The outcome as things stand is that of the law asked."""
        law = MOON.reading(Gravity.COUNTED)
        assert readings_that_matter(is_weighed, {"tons": 10}, law=law).outcome is True

    def test_figures_are_those_of_the_law(self) -> None:
        """With all readings open, the figures stay."""
        found = readings_that_matter(dust_tax, HAUL, law=DEARER)
        assert {row.outcome for row in found.rows} == {Decimal("15.00")}

    def test_a_rule_without_a_law_has_no_readings(self) -> None:
        """A rule that takes no law cannot be asked."""
        with pytest.raises(InvalidFactError, match="law must be an argument of the rule"):
            readings_that_matter(_lawless, {"tons": 1})
        with pytest.raises(
            InvalidFactError, match="law must be an argument of the rule, which takes none, got 'MoonLaw'"
        ):
            readings_that_matter(_lawless, {"tons": 1}, law=MOON)

    def test_the_budget_bounds_the_search(self) -> None:
        """Over the budget the search says so."""
        with pytest.raises(TooManyTrialsError):
            readings_that_matter(is_weighed, {"tons": 1}, budget=2)

    def test_report(self) -> None:
        """The report has a reading with its question, its members and the argument for the default."""
        found = readings_that_matter(is_weighed, {"tons": 10})
        assert (len(found), found[0].reading) == (2, Gravity)
        assert str(found).splitlines() == [
            "is weighed depends on how the text is read; as the law asked reads it: no",
            "Gravity [MOON-2]: whether weight counts",
            "  · IGNORED (it does not) → no",
            "  · COUNTED (it does) → yes | no",
            "  · why the default: It is not said.",
            "Heavy [MOON-3]: from when a craft is heavy",
            "  · TEN (from ten tons) → yes",
            "  · NINE (from nine tons) → yes",
            "  · NEVER (never) → no",
            "  · why the default: Tens are round.",
            "consulted, but making no difference: Idle",
        ]

    def test_report_without_difference(self) -> None:
        """Where no reading matters, the report says so."""
        assert "无论采用哪种口径，结果都是" in readings_that_matter(is_weighed, {"tons": 1}).text("zh")
        assert readings_that_matter(_unread, {"tons": 1}).idle == ()
        assert str(readings_that_matter(_unread, {"tons": 1})).count("\n") == 0


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


def _lawless(tons: int) -> bool:
    return tons > 1


def _unread(tons: int, law: MoonLaw = MOON) -> bool:
    return tons > len(law.readings)


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
