"""A law as an argument: readings chosen, figures supplied, states of the past, and what departs."""

import copy
import pickle
from datetime import date, datetime
from decimal import Decimal
from itertools import permutations
from typing import Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

from gxinjury.errors import InvalidFactError, NotInForceError, StaleFigureWarning
from gxinjury.money import Rate
from gxinjury.statutes import Reading, Statute, default_of
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing
from tests.moonland import MOON_LAW, Crater, MoonLaw, Nights, nights

DAY: Final = date(2005, 1, 1)
ORDER: Final = Text(zh="月令", en="moon order")
NINE: Final = Entry(date(2004, 1, 1), Rate.per_mille(9), ORDER)

some_readings = st.lists(st.sampled_from([*Nights, *Crater]), unique_by=type)


class TestChoosing:
    """The law with a reading."""

    def test_the_default_is_taken_where_nothing_is_chosen(self) -> None:
        """Every reading has an answer."""
        assert MOON_LAW.choice(Nights) is Nights.COUNTED
        assert MOON_LAW.choice(Crater) is Crater.HOLE

    @pytest.mark.parametrize("member", [*Nights, *Crater], ids=str)
    def test_what_is_chosen_is_taken(self, member: Reading) -> None:
        """The other readings stay at their default, and the law that was there stays as it was."""
        law = MOON_LAW.reading(member)
        for kind in (Nights, Crater):
            assert law.choice(kind) is (member if isinstance(member, kind) else default_of(kind))
        assert MOON_LAW.readings == ()

    def test_a_rule_reads_it(self) -> None:
        """Another reading, another answer."""
        assert nights(DAY, date(2005, 1, 3), MOON_LAW) == 3
        assert nights(DAY, date(2005, 1, 3), MOON_LAW.reading(Nights.NOT_COUNTED)) == 2

    def test_a_default_is_not_stored(self) -> None:
        """Naming the default changes nothing, and takes back what was chosen before."""
        assert MOON_LAW.reading(Nights.COUNTED) == MOON_LAW
        assert hash(MOON_LAW.reading(Nights.COUNTED)) == hash(MOON_LAW)
        assert MOON_LAW.reading(Crater.RIM).reading(Crater.HOLE).readings == ()

    def test_a_second_choice_replaces_the_first(self) -> None:
        """One member of each kind, the last one; the other kinds stay."""
        law = MOON_LAW.reading(Crater.RIM, Nights.NOT_COUNTED).reading(Crater.BOTH)
        assert law.readings == (Crater.BOTH, Nights.NOT_COUNTED)
        assert law.reading() == law

    @given(some_readings)
    def test_the_order_of_naming_does_not_matter(self, chosen: list[Reading]) -> None:
        """Readings are a set, kept in one order, without the defaults."""
        laws = [MOON_LAW.reading(*order) for order in permutations(chosen)]
        laws += [MoonLaw(readings=iter(chosen))]
        assert len(set(laws)) == 1
        assert laws[0].readings == tuple(sorted((one for one in chosen if one is not default_of(type(one))), key=str))

    @pytest.mark.parametrize(
        "choices",
        [
            (Crater.RIM, Crater.BOTH),
            (Crater.HOLE, Crater.RIM),
            (Crater.RIM, Crater.RIM),
            (Nights.COUNTED, Crater.RIM, Nights.NOT_COUNTED),
        ],
        ids=str,
    )
    def test_two_of_a_kind_are_refused(self, choices: tuple[Reading, ...]) -> None:
        """A clause is read in one way."""
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.readings must name one member of each reading"):
            MOON_LAW.reading(*choices)

    @pytest.mark.parametrize("wrong", ["RIM", Crater, None, 1, Footing.DRAFT], ids=repr)
    def test_what_is_no_reading_is_refused(self, wrong: Any) -> None:  # noqa: ANN401  (bad input)
        """The message names its place."""
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.readings must be a sequence of Reading, got 5"):
            MoonLaw(readings=cast("Any", 5))
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.readings\[1\] must be a member of a reading"):
            MOON_LAW.reading(Nights.NOT_COUNTED, wrong)


class TestFigures:
    """The figures of a law."""

    def test_by_name(self) -> None:
        """Every timeline among the fields, and nothing else."""
        assert MOON_LAW.figures() == {"dust_rate": MOON_LAW.dust_rate, "crater_fee": MOON_LAW.crater_fee}
        assert MoonLaw(MOON_LAW.dust_rate, MOON_LAW.crater_fee) == MOON_LAW

    def test_a_value_supplied_is_in_force_from_its_day(self) -> None:
        """The day before has the old value, and the law that was there keeps it."""
        law = MOON_LAW.with_figure("dust_rate", NINE)
        assert law.dust_rate.on(date(2003, 12, 31)) == Rate.per_mille(2)
        assert law.dust_rate.on(date(2004, 1, 1)) == Rate.per_mille(9)
        assert MOON_LAW.dust_rate.on(date(2004, 1, 1)) == Rate.per_mille(2)
        assert law.crater_fee == MOON_LAW.crater_fee

    @pytest.mark.parametrize(
        ("name", "hint", "in_chinese"),
        [
            ("dust", "; did you mean dust_rate?", "；是否应为 dust_rate？"),
            ("Dust_rate", "; did you mean dust_rate?", "；是否应为 dust_rate？"),
            ("readings", "", ""),
            ("", "", ""),
        ],
    )
    def test_an_unknown_figure_names_the_right_ones(self, name: str, hint: str, in_chinese: str) -> None:
        """The message lists what there is and asks whether the nearest was meant, in both languages."""
        with pytest.raises(InvalidFactError) as caught:
            MOON_LAW.with_figure(name, NINE)
        assert str(caught.value) == f"MoonLaw.figure must be one of dust_rate, crater_fee{hint}, got {name!r}"
        assert f"dust_rate、crater_fee{in_chinese}" in caught.value.text("zh")

    @pytest.mark.parametrize("wrong", [None, 1, []], ids=repr)
    def test_what_is_no_name_is_refused(self, wrong: Any) -> None:  # noqa: ANN401  (bad input)
        """Also what could not be looked up."""
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.figure must be one of dust_rate, crater_fee, got"):
            MOON_LAW.figure(wrong)

    @pytest.mark.parametrize("wrong", [Rate.per_mille(9), Decimal(9), "9", None], ids=repr)
    def test_a_bare_value_is_refused(self, wrong: Any) -> None:  # noqa: ANN401  (bad input)
        """A value needs its day and its source."""
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.entry must be of type Entry"):
            MOON_LAW.with_figure("dust_rate", wrong)

    def test_readings_are_kept(self) -> None:
        """Supplying a figure, looking back, being strict: the readings stay."""
        law = MOON_LAW.reading(Crater.RIM)
        for changed in (law.with_figure("dust_rate", NINE), law.known_on(DAY), law.only_verified()):
            assert changed.readings == (Crater.RIM,)
            assert changed.choice(Crater) is Crater.RIM


class TestKnownOn:
    """The law as it was known on a day."""

    def test_leaves_out_what_was_announced_later(self) -> None:
        """Each figure as its timeline knew it; what is left out is not guessed."""
        law = MOON_LAW.known_on(date(2009, 12, 31))
        assert law.dust_rate == MOON_LAW.dust_rate.known_on(date(2009, 12, 31))
        assert law.dust_rate.on(date(2022, 1, 1)) == Rate.per_mille(2)
        with pytest.raises(NotInForceError):
            MOON_LAW.known_on(date(2000, 1, 1)).crater_fee.on(DAY)

    @pytest.mark.parametrize("wrong", [datetime(2009, 12, 31), "2009-12-31", None, date(1899, 12, 31)], ids=repr)
    def test_needs_a_day(self, wrong: Any) -> None:  # noqa: ANN401  (bad input)
        """A moment or a text is refused."""
        with pytest.raises(InvalidFactError, match=r"MoonLaw\.day must"):
            MOON_LAW.known_on(wrong)


class TestOnlyVerified:
    """The law that takes verified figures only."""

    def test_refuses_what_is_stale(self) -> None:
        """The last verified day is answered, the next one refused; the law that was there only warns."""
        strict = MOON_LAW.only_verified()
        assert strict.dust_rate.on(date(2024, 12, 31)) == Rate.per_mille(5)
        with pytest.raises(NotInForceError, match="verified through 2024-12-31"):
            strict.dust_rate.on(date(2025, 1, 1))
        with pytest.warns(StaleFigureWarning):
            assert MOON_LAW.dust_rate.on(date(2025, 1, 1)) == Rate.per_mille(5)

    def test_takes_what_is_supplied(self) -> None:
        """A value that the caller answers for is taken."""
        supplied = MOON_LAW.only_verified().with_figure("dust_rate", Entry(date(2025, 1, 1), Rate.per_mille(6), ORDER))
        assert supplied.dust_rate.on(date(2025, 1, 1)) == Rate.per_mille(6)

    def test_twice_is_once(self) -> None:
        """Strict is strict, for every figure."""
        strict = MOON_LAW.only_verified()
        assert strict.only_verified() == strict
        assert all(figure.strict for figure in strict.figures().values())


class TestValue:
    """A law is a value."""

    LAWS: Final = (
        MOON_LAW,
        MOON_LAW.reading(Nights.NOT_COUNTED),
        MOON_LAW.known_on(DAY),
        MOON_LAW.only_verified(),
        MOON_LAW.with_figure("dust_rate", NINE),
    )

    def test_laws_are_told_apart(self) -> None:
        """Each change makes another law."""
        assert len(set(self.LAWS)) == len(self.LAWS)

    @pytest.mark.parametrize("law", LAWS, ids=range(5))
    def test_copies_and_pickles(self, law: MoonLaw) -> None:
        """A copy is equal, with the same hash, and takes the same readings."""
        for again in (copy.copy(law), copy.deepcopy(law), pickle.loads(pickle.dumps(law))):  # noqa: S301  (our own)
            assert again == law
            assert hash(again) == hash(law)
            assert again.choice(Nights) is law.choice(Nights)
            assert again.departures() == law.departures()

    @pytest.mark.parametrize("field", ["readings", "dust_rate", "_chosen", "new"])
    def test_nothing_can_be_set(self, field: str) -> None:
        """A law is changed by making another."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(MOON_LAW, field, ())

    def test_a_reform_is_an_evolved_law(self) -> None:
        """A whole timeline may be replaced, and the readings stay."""
        law = attrs.evolve(MOON_LAW.reading(Crater.RIM), crater_fee=MOON_LAW.crater_fee.known_on(date(2000, 1, 1)))
        assert law.readings == (Crater.RIM,)
        assert law.choice(Crater) is Crater.RIM
        with pytest.raises(NotInForceError):
            law.crater_fee.on(DAY)

    def test_a_country_names_its_law(self) -> None:
        """The tools know no law that stands."""
        with pytest.raises(NotImplementedError):
            Statute().departures()


class TestRepr:
    """A law is long; what it prints is what it departs in."""

    def test_as_it_stands(self) -> None:
        """Nothing departs."""
        assert repr(MOON_LAW) == "MoonLaw()"

    def test_departures(self) -> None:
        """Readings by their name, changed figures by theirs."""
        other = MOON_LAW.reading(Nights.NOT_COUNTED)
        assert repr(other) == "MoonLaw(Nights.NOT_COUNTED)"
        name = next(iter(MOON_LAW.figures()))
        stricter = attrs.evolve(MOON_LAW.figures()[name], strict=True)
        changed: dict[str, Any] = {name: stricter}
        assert repr(attrs.evolve(MOON_LAW, **changed)) == f"MoonLaw({name}=...)"
        assert repr(MOON_LAW.only_verified()) == "MoonLaw(only verified figures)"
        assert repr(MOON_LAW.figures()[name]).startswith(f"<Timeline {name}, entries: ")

    def test_prints_the_same_in_a_failing_property(self) -> None:
        """A record would be told field by field, and a law has a page of them."""
        assert pretty(MOON_LAW.reading(Nights.NOT_COUNTED)) == "MoonLaw(Nights.NOT_COUNTED)"
