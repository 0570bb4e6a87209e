"""The law as an argument: its figures on both sides of each day, past states, reforms, strictness."""

import copy
import pickle
from datetime import date
from typing import Any, Final

import attrs
import pytest

from gxinjury.citations import Clause
from gxinjury.construction import Contract, project_premium
from gxinjury.errors import InvalidFactError, NotInForceError, StaleFigureWarning
from gxinjury.explanations import explain
from gxinjury.law import LAW, Law
from gxinjury.law.readings import CoverFrom, ElapsedTime, WhoIsInProgress
from gxinjury.money import Rate
from gxinjury.series import year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

FIGURES: Final = {
    "nanning_notice": "NN-0",
    "project_premium_rate": "NN-1.1.2",
    "new_starts_from": "NN-1.1.5",
    "delay_notice_days": "NN-1.3.2",
    "warranty_filing_days": "NN-1.3.3",
}
VERIFIED: Final = ("nanning_notice", "project_premium_rate")
REFORM: Final = Entry(date(2018, 1, 1), Rate.per_mille("2"), Text(zh="改革", en="a reform"), last=date(2018, 6, 30))
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2018, 1, 2), completion=date(2018, 12, 31))


class TestFigures:
    """The figures of the Nanning notice."""

    @pytest.mark.clause("NN-0", "NN-1.1.2", "NN-1.1.5", "NN-1.3.2", "NN-1.3.3")
    @pytest.mark.parametrize(("name", "clause"), FIGURES.items())
    def test_rests_on_its_clause(self, name: str, clause: str) -> None:
        """A figure knows its name, its clause and its source; a value that another notice sets cites that one's."""
        figure: Timeline[Any] = getattr(LAW, name)
        assert (figure.name, str(figure.clause)) == (name, clause)
        own = [entry for entry in figure.entries if entry.clause is None]
        assert own
        for entry in own:
            assert clause in entry.source.zh
            assert clause in entry.source.en
            assert "南宁" in entry.source.zh

    @pytest.mark.parametrize("name", FIGURES)
    def test_in_force_from_2015(self, name: str) -> None:
        """On the last day of 2014 there is none; from the first day of 2015 there is."""
        figure: Timeline[Any] = getattr(LAW, name)
        with pytest.raises(NotInForceError, match="2014-12-31"):
            figure.on(date(2014, 12, 31))
        assert figure.on(date(2015, 1, 1)) is not None

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("project_premium_rate", Rate.per_mille("1.3")),
            ("nanning_notice_issued_by", date(2015, 12, 31)),
            ("new_starts_from", date(2015, 1, 1)),
            ("delay_notice_days", 30),
            ("warranty_filing_days", 30),
        ],
    )
    @pytest.mark.parametrize("day", [date(2015, 1, 1), date(2015, 12, 31), date(2016, 1, 1), date(2020, 5, 31)])
    def test_has_its_value(self, name: str, value: object, day: date) -> None:
        """The values of the notice, on each day on which anything about them changes."""
        assert getattr(LAW, name).on(day) == value

    @pytest.mark.parametrize("name", VERIFIED)
    def test_verified_through_may_2020(self, name: str) -> None:
        """Through 2020-05-31 it answers in silence, from the day after with a warning that does not name the day."""
        figure: Timeline[Any] = getattr(LAW, name)
        assert figure.on(date(2020, 5, 31))
        with pytest.warns(StaleFigureWarning) as caught:
            figure.on(date(2020, 6, 1))
        assert "2020-05-31" in str(caught[0].message)
        assert "2020-06-01" not in str(caught[0].message)

    def test_the_notices_own_days_need_no_verifying(self) -> None:
        """Days counted by the notice stand as long as it does."""
        for name in set(FIGURES) - set(VERIFIED):
            assert getattr(LAW, name).on(date(2030, 1, 1))


class TestStates:
    """A law that was, that will be, and that takes no chances."""

    def test_as_it_stands(self) -> None:
        """A law made anew is the law as it stands, and departs in nothing."""
        assert Law() == LAW
        assert hash(Law()) == hash(LAW)
        assert LAW.departures() == ()
        assert LAW.reading(ElapsedTime.DAYS) == LAW
        assert LAW.as_it_stands() is LAW

    @pytest.mark.parametrize("law", [LAW, LAW.reading(ElapsedTime.MONTHS), LAW.only_verified()])
    def test_copies_are_equal(self, law: Law) -> None:
        """A law that was copied or pickled is the same law."""
        for other in (copy.deepcopy(law), pickle.loads(pickle.dumps(law))):  # noqa: S301  (its own)
            assert other == law
            assert hash(other) == hash(law)

    def test_readings_in_any_order(self) -> None:
        """Readings chosen in another order, or one after the other, make the same law."""
        one = LAW.reading(ElapsedTime.MONTHS, CoverFrom.FIRST_PAYMENT)
        assert one == LAW.reading(CoverFrom.FIRST_PAYMENT).reading(ElapsedTime.MONTHS)
        assert one.reading(ElapsedTime.DAYS) == LAW.reading(CoverFrom.FIRST_PAYMENT)
        assert one.choice(ElapsedTime) is ElapsedTime.MONTHS
        assert one.choice(WhoIsInProgress) is WhoIsInProgress.LEGACY_ONLY

    @pytest.mark.parametrize("choices", [("MONTHS",), (ElapsedTime,), (ElapsedTime.DAYS, ElapsedTime.MONTHS), (None,)])
    def test_takes_one_member_of_each_reading(self, choices: tuple[Any, ...]) -> None:
        """A name, a class, two of one kind are refused."""
        with pytest.raises(InvalidFactError, match=r"Law\.readings"):
            LAW.reading(*choices)

    def test_a_reform_changes_one_figure_from_its_day(self) -> None:
        """A rate raised on a day applies from that day, and the law tells that it departs."""
        reformed = LAW.with_figure("project_premium_rate", REFORM)
        assert reformed.project_premium_rate.on(date(2017, 12, 31)) == Rate.per_mille("1.3")
        assert project_premium(CONTRACT, paid_on=date(2018, 1, 1), law=reformed).total == 200_000
        assert project_premium(CONTRACT, paid_on=date(2018, 1, 1)).total == 130_000
        [departure] = reformed.departures()
        assert departure.en == "figure rate of the project premium: 2‰ from 2018-01-01 to 2018-06-30"
        assert departure.zh == "数值“按项目参保的费率”：自 2018-01-01 至 2018-06-30为 2‰"
        text = explain(project_premium, CONTRACT, paid_on=date(2018, 1, 1), law=reformed).text("en")
        assert departure.en in text.splitlines()[1]

    def test_an_unknown_figure_is_refused(self) -> None:
        """A figure that the law does not have is refused, with those it has."""
        with pytest.raises(InvalidFactError, match="project_premium_rate"):
            LAW.with_figure("premium_rate", REFORM)

    @pytest.mark.parametrize("day", [date(2014, 12, 31), date(2015, 1, 1)])
    def test_as_known_on_a_day(self, day: date) -> None:
        """Before 2015 the notice was not known; from its first day it was."""
        known = LAW.known_on(day)
        if day < date(2015, 1, 1):
            with pytest.raises(NotInForceError):
                project_premium(CONTRACT, paid_on=date(2018, 1, 1), law=known)
            assert known.departures()
        else:
            assert project_premium(CONTRACT, paid_on=date(2018, 1, 1), law=known).total == 130_000

    def test_strictness_is_the_laws(self) -> None:
        """The strict law refuses what the plain one warns of, says so, and leaves the plain one as it was."""
        strict = LAW.only_verified()
        assert project_premium(CONTRACT, paid_on=date(2018, 1, 1), law=strict).total == 130_000
        assert [text.en for text in strict.departures()] == ["verified and published figures only"]
        with pytest.raises(NotInForceError, match="verified figures only"):
            strict.project_premium_rate.on(date(2020, 6, 1))
        with pytest.warns(StaleFigureWarning):
            assert LAW.project_premium_rate.on(date(2020, 6, 1)) == Rate.per_mille("1.3")

    def test_takes_no_other_figure_in_its_place(self) -> None:
        """One of the same kind would be told by its own name and clause in every step and receipt."""
        with pytest.raises(
            InvalidFactError, match=r"^Law\.delay_notice_days must be a figure of the same name"
        ) as caught:
            attrs.evolve(LAW, delay_notice_days=LAW.name_change_days)
        assert (caught.value.value, caught.value.code) == ("name_change_days", "another_figure")
        assert "同名" in caught.value.text("zh")

    def test_is_frozen(self) -> None:
        """Nobody changes the law in place."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            LAW.readings = ()  # type: ignore[misc]  # what must not be done


def test_figures_are_the_fields() -> None:
    """Every field of the law but its readings is a figure, under its own name, with a label in both languages."""
    figures = LAW.figures()
    fields = {field.name for field in attrs.fields(Law) if field.init and field.name != "readings"}
    assert set(figures) == fields
    for name, figure in figures.items():
        assert figure.name == name
        assert isinstance(figure.clause, Clause)
        assert figure.label.zh
        assert figure.label.en


def test_a_departure_in_yuan_is_told_in_yuan() -> None:
    """A figure in yuan that a law departs in is told as an amount, in both languages."""
    more = year_figure(2025, "112500", Text(zh="统计局", en="statistics bureau"))
    (told,) = LAW.with_figure("nanning_on_post", more).departures()
    assert told.zh.endswith("112,500.00 元")
    assert told.en.endswith("112,500.00 yuan of 2025")
