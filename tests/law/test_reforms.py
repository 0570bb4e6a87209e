"""Reforms: what they set holds from the first day to the last, is told with both ends, and never passes for the law."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, explain
from gxinjury.construction import Contract, project_premium
from gxinjury.errors import InvalidFactError, NotInForceError
from gxinjury.law import Law
from gxinjury.law.readings import ElapsedTime, WhoIsInProgress
from gxinjury.law.regulation import ByGrade
from gxinjury.money import Rate
from gxinjury.reforms import FigureSet, Reform, value_of
from gxinjury.statutes import Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

pytestmark = pytest.mark.filterwarnings("ignore::gxinjury.errors.StaleFigureWarning")

ONE: Final = Rate.per_mille("1.0")
CUT: Final = Reform("降费").figure("project_premium_rate", "1.0‰", since=date(2015, 6, 1))
HALF_YEAR: Final = Reform("半年").figure("project_premium_rate", ONE, since=date(2016, 1, 1), until=date(2016, 6, 30))
CONTRACT: Final = Contract("100000000", date(2016, 3, 1), date(2017, 3, 1))


def rate(law: Law, day: date) -> Rate:
    """The rate of the project premium on a day."""
    return law.project_premium_rate.on(day)


def told(law: Law) -> list[str]:
    """The law's departures in English."""
    return [one.en for one in law.departures()]


class TestDays:
    """From when to when."""

    def test_without_a_last_day_it_lasts(self) -> None:
        """Also where the law repeats its value with another note, on 2016-01-01."""
        law = LAW.under(CUT)
        assert rate(law, date(2015, 5, 31)) == Rate.per_mille("1.3")
        assert rate(law, date(2015, 6, 1)) == rate(law, date(2016, 1, 1)) == rate(law, date(2030, 1, 1)) == ONE

    def test_with_a_last_day_the_law_goes_on_after_it(self) -> None:
        """On the day after, with its own source and note."""
        law = LAW.under(HALF_YEAR)
        assert rate(law, date(2015, 12, 31)) == rate(law, date(2016, 7, 1)) == Rate.per_mille("1.3")
        assert rate(law, date(2016, 1, 1)) == rate(law, date(2016, 6, 30)) == ONE
        resumed = law.project_premium_rate.entry_on(date(2016, 7, 1))
        assert resumed.standing is Footing.PUBLISHED
        assert resumed.source == LAW.project_premium_rate.entry_on(date(2016, 7, 1)).source

    def test_each_figure_that_is_set_stands(self) -> None:
        """One after the other, as a chain or put together: each holds, and the later one where both set the same."""
        chain = CUT.figure("hospital_meals", 20, since=date(2015, 1, 1))
        assert chain.figures == (*CUT.figures, FigureSet("hospital_meals", 20, date(2015, 1, 1), None))
        for law in (
            LAW.under(chain),
            LAW.under(CUT & Reform("x").figure("hospital_meals", 20, since=date(2015, 1, 1))),
        ):
            assert rate(law, date(2016, 3, 1)) == ONE
            assert law.hospital_meals.on(date(2016, 3, 1)) == Decimal(20)
        twice = CUT.figure("project_premium_rate", "0.9‰", since=date(2016, 1, 1))
        assert [str(rate(LAW.under(twice), day)) for day in (date(2015, 12, 31), date(2016, 1, 1))] == ["1‰", "0.9‰"]
        read = CUT.reading(ElapsedTime.DIFFERENCE).reading(WhoIsInProgress.ANY)
        assert read.readings == (ElapsedTime.DIFFERENCE, WhoIsInProgress.ANY)

    def test_up_to_the_eve_of_a_value_that_one_stands_as_it_is(self) -> None:
        """Hospital meals are 25 from 2019-01-01: ended the day before, the reform leaves it whole, and once."""
        meals = Reform("x").figure("hospital_meals", 20, since=date(2015, 1, 1), until=date(2018, 12, 31))
        entries = LAW.under(meals).hospital_meals.entries
        assert [one.first for one in entries] == [date(2011, 1, 1), date(2015, 1, 1), date(2019, 1, 1)]
        assert entries[-1] == LAW.hospital_meals.entries[-1]
        longer = Reform("x").figure("hospital_meals", 20, since=date(2015, 1, 1), until=date(2019, 1, 1))
        entries = LAW.under(longer).hospital_meals.entries
        assert [one.first for one in entries[1:]] == [date(2015, 1, 1), date(2019, 1, 2)]
        assert [one.value for one in entries[1:]] == [Decimal(20), Decimal(25)]

    @given(st.dates(date(2014, 1, 1), date(2024, 1, 1)), st.integers(0, 3000), st.data())
    def test_on_every_day_it_is_the_reform_or_the_law(self, since: date, days: int, data: st.DataObject) -> None:
        """Within its days the reform's value, outside them what the law has, or has not."""
        until = since + timedelta(days)
        law = LAW.under(Reform("x").figure("hospital_meals", 99, since=since, until=until))
        day = data.draw(st.dates(date(2013, 1, 1), date(2034, 1, 1)) | st.sampled_from([since, until]))
        if since <= day <= until:
            assert law.hospital_meals.on(day) == 99
            return
        try:
            was = LAW.hospital_meals.on(day)
        except NotInForceError:
            with pytest.raises(NotInForceError):
                law.hospital_meals.on(day)
        else:
            assert law.hospital_meals.on(day) == was

    def test_a_figure_of_a_year_is_set_by_years(self) -> None:
        """Each year gets its own value; open, every one from the first on; not in the middle of one."""
        year = Reform("x").figure("nanning_on_post", "60000", since=date(2016, 1, 1), until=date(2017, 12, 31))
        law = LAW.under(year)
        assert law.nanning_on_post.of(2016) == law.nanning_on_post.of(2017) == 60_000
        for unchanged in (2015, 2018):
            assert law.nanning_on_post.of(unchanged) == LAW.nanning_on_post.of(unchanged)
        assert {2016, 2017} <= set(law.nanning_on_post.years())
        open_ended = LAW.under(Reform("x").figure("nanning_on_post", "60000", since=date(2016, 1, 1)))
        assert open_ended.nanning_on_post.of(2199) == 60_000
        for since, until in [(date(2016, 2, 1), None), (date(2016, 1, 1), date(2016, 12, 30))]:
            with pytest.raises(InvalidFactError, match="must be of whole years"):
                LAW.under(Reform("x").figure("nanning_on_post", 1, since=since, until=until))


class TestWithFigure:
    """The same, entry by entry."""

    def test_it_outlasts_a_repeated_value(self) -> None:
        """The rate of 2015 stands again on 2016-01-01, with another note only."""
        law = LAW.with_figure("project_premium_rate", Entry(date(2015, 6, 1), ONE, CUT.source))
        assert rate(law, date(2015, 12, 31)) == rate(law, date(2016, 1, 1)) == rate(law, date(2020, 1, 1)) == ONE

    def test_it_tells_its_end_where_another_value_follows(self) -> None:
        """The day before it."""
        following = LAW.hospital_meals.entries[-1].first
        law = LAW.with_figure("hospital_meals", Entry(following - timedelta(1), Decimal(16), CUT.source))
        entry = law.hospital_meals.entry_on(following - timedelta(1))
        assert entry.last in (None, following - timedelta(1))
        with_one_more = LAW.with_figure("hospital_meals", Entry(date(2030, 1, 1), Decimal(99), CUT.source))
        between = with_one_more.with_figure("hospital_meals", Entry(date(2029, 1, 1), Decimal(98), CUT.source))
        assert between.hospital_meals.entry_on(date(2029, 6, 1)).last == date(2029, 12, 31)
        assert between.hospital_meals.on(date(2030, 1, 1)) == 99
        assert told(between)[0] == "figure hospital meals a day, in yuan: 98.00 yuan of 2029"


class TestValues:
    """What is read as a value, and what fits none."""

    @pytest.mark.parametrize(
        ("name", "given", "value"),
        [
            ("project_premium_rate", "1.0‰", ONE),
            ("project_premium_rate", ONE, ONE),
            ("hospital_meals", "20.5", Decimal("20.5")),
            ("hospital_meals", 20, Decimal(20)),
            ("delay_notice_days", 15, 15),
            ("worker_may_end_at_completion", True, True),
            ("severe_subsidy_months", {1: 30, 2: 28, 3: 26, 4: 24}, ByGrade(1, (30, 28, 26, 24))),
            ("severe_subsidy_months", {"first": 1, "values": [30, 28, 26, 24]}, ByGrade(1, (30, 28, 26, 24))),
            ("benchmark_rates", ["0.2%"] * 8, (Rate.percent("0.2"),) * 8),
            ("new_starts_from", "2016-01-01", date(2016, 1, 1)),
        ],
    )
    def test_is_read_by_the_type_of_the_figure(self, name: str, given: Any, value: object) -> None:  # noqa: ANN401
        """As data writes it, or as it is."""
        law = LAW.under(Reform("x").figure(name, given, since=date(2016, 1, 1)))
        assert law.figure(name).entry_on(date(2017, 1, 1)).value == value

    @pytest.mark.parametrize(
        ("name", "given"),
        [
            ("project_premium_rate", "1.0"),
            ("project_premium_rate", 0.001),
            ("project_premium_rate", None),
            ("hospital_meals", -1),
            ("hospital_meals", "abc"),
            ("delay_notice_days", True),
            ("delay_notice_days", "15"),
            ("worker_may_end_at_completion", 1),
            ("severe_subsidy_months", {1: 30, 3: 26}),
            ("severe_subsidy_months", {}),
            ("severe_subsidy_months", {"one": 1}),
            ("severe_subsidy_months", {1: "x"}),
            ("no_such_figure", 1),
            ("readings", 1),
        ],
    )
    def test_what_does_not_fit_is_refused(self, name: str, given: Any) -> None:  # noqa: ANN401
        """With the figure's name or what it must be."""
        with pytest.raises(InvalidFactError):
            LAW.under(Reform("x").figure(name, given, since=date(2016, 1, 1)))

    @pytest.mark.parametrize(
        ("name", "given", "said"),
        [
            ("project_premium_rate", 0.001, 'rate must be a rate with its unit, such as "50%" or "0.65‰", got 0.001'),
            ("severe_subsidy_months", {"first": 1, "values": [1, "x"]}, ".values[1] must be a whole number, got 'x'"),
            ("benchmark_rates", ["0.2%", "x"], '[1] must be a rate with its unit, such as "50%" or "0.65‰", got \'x\''),
            ("delay_notice_day", 3, "; did you mean delay_notice_days?, got 'delay_notice_day'"),
        ],
    )
    def test_the_message_has_place_rule_and_value_once(self, name: str, given: Any, said: str) -> None:  # noqa: ANN401
        """So that it can be mended by it."""
        with pytest.raises(InvalidFactError) as caught:
            LAW.under(Reform("x").figure(name, given, since=date(2016, 1, 1)))
        assert str(caught.value).endswith(said)

    @pytest.mark.parametrize(
        ("since", "until", "field"),
        [("2016", None, "since"), (date(2016, 1, 2), date(2016, 1, 1), "until"), (date(2016, 1, 2), 1, "until")],
    )
    def test_days_are_checked_at_once(self, since: Any, until: Any, field: str) -> None:  # noqa: ANN401
        """Where they are given."""
        with pytest.raises(InvalidFactError, match=rf"^Reform\.hospital_meals\.{field} "):
            Reform("x").figure("hospital_meals", 1, since=since, until=until)

    @pytest.mark.parametrize("name", ["", None, 1])
    def test_it_has_a_name(self, name: Any) -> None:  # noqa: ANN401
        """Which its figures are told by."""
        with pytest.raises(InvalidFactError, match=r"^Reform\.name"):
            Reform(name)

    @pytest.mark.parametrize("name", [" ", None, 1])
    def test_its_figures_have_names(self, name: Any) -> None:  # noqa: ANN401
        """One without is told before it is looked for."""
        with pytest.raises(InvalidFactError, match=r"^Reform\.figure must be a text"):
            Reform("x").figure(name, 1, since=date(2016, 1, 1))

    @pytest.mark.parametrize("wrong", [None, "x", FigureSet("a", 1, date(2016, 1, 1)), LAW])
    def test_only_a_reform_is_applied(self, wrong: Any) -> None:  # noqa: ANN401
        """Anything else is refused by name."""
        with pytest.raises(InvalidFactError, match=r"^Law\.reform must be a gxinjury\.reforms\.Reform"):
            LAW.under(wrong)


class TestTold:
    """It never passes for the law in force."""

    def test_departures_have_both_ends_and_the_old_value(self) -> None:
        """What goes on after it is no departure; what it replaces is no loss."""
        assert told(LAW.under(HALF_YEAR)) == [
            "figure rate of the project premium: 1‰ from 2016-01-01 to 2016-06-30, instead of 1.3‰"
        ]
        assert (
            LAW.under(CUT).departures()[0].zh.startswith("数值“按项目参保的费率”：自 2015-06-01 起改为 1‰，原为 1.3‰")
        )

    def test_of_several_values_the_one_in_its_place_is_told(self) -> None:
        """That of 2005, not the last one published."""
        reform = Reform("x").figure("nanning_on_post", 1, since=date(2005, 1, 1), until=date(2005, 12, 31))
        [one] = told(LAW.under(reform))
        assert one.startswith("figure average annual wage (Nanning, on-post staff of urban units): 1.00 yuan of 2005, ")
        assert one.endswith("of 2005, instead of 17,521.02 yuan")

    def test_every_value_that_it_replaces_is_told(self) -> None:
        """That of its first day, and those that would have come within its days."""
        [one] = told(LAW.under(Reform("x").figure("hospital_meals", 20, since=date(2015, 1, 1))))
        assert one.endswith("20.00 yuan from 2015-01-01, instead of 15.00 yuan, 25.00 yuan")
        until = Reform("x").figure("hospital_meals", 20, since=date(2015, 1, 1), until=date(2018, 12, 31))
        assert told(LAW.under(until))[0].endswith("instead of 15.00 yuan")

    def test_where_there_was_nothing_it_is_told_as_supplied(self) -> None:
        """No old value to tell."""
        reform = Reform("x").figure("nanning_on_post", 1, since=date(2190, 1, 1), until=date(2190, 12, 31))
        assert told(LAW.under(reform)) == [
            "figure average annual wage (Nanning, on-post staff of urban units): 1.00 yuan of 2190"
        ]

    def test_an_answer_carries_its_caution(self) -> None:
        """With the reform's name, in both languages; the standing is its own."""
        explanation = explain(project_premium, CONTRACT, paid_on=date(2016, 5, 1), law=LAW.under(CUT))
        assert explanation.outcome.total == 100_000
        assert [one.en for one in explanation.cautions if "降费" in one.en] == [
            "rate of the project premium from 2015-06-01 is proposed by a reform, not in force (“降费”)"
        ]
        assert LAW.under(CUT).project_premium_rate.entry_on(date(2016, 5, 1)).standing is Footing.PROPOSED

    def test_a_strict_law_refuses_it(self) -> None:
        """It takes published figures only; outside the reform's days it answers."""
        strict = LAW.under(HALF_YEAR).only_verified()
        with pytest.raises(NotInForceError, match="published figures only"):
            rate(strict, date(2016, 6, 30))
        assert rate(strict, date(2016, 7, 1)) == Rate.per_mille("1.3")


class TestTogether:
    """Reforms add up."""

    def test_readings_are_chosen(self) -> None:
        """The last one of a kind stands."""
        reform = Reform("x").reading(ElapsedTime.MONTHS, WhoIsInProgress.ANY).reading(ElapsedTime.DAYS)
        assert LAW.under(reform).readings == (WhoIsInProgress.ANY,)
        with pytest.raises(InvalidFactError, match=r"^Reform\.reading must be"):
            Reform("x").reading("MONTHS")  # type: ignore[arg-type]

    def test_both_are_applied_one_after_the_other(self) -> None:
        """As if each were applied by itself, but for the name."""
        meals = Reform(Text(zh="伙食", en="meals")).figure("hospital_meals", 30, since=date(2016, 1, 1))
        both = CUT.reading(WhoIsInProgress.ANY) & meals.reading(ElapsedTime.MONTHS)
        law = LAW.under(both)
        assert law.hospital_meals.on(date(2016, 1, 1)) == 30
        assert rate(law, date(2016, 1, 1)) == ONE
        assert law.readings == (ElapsedTime.MONTHS, WhoIsInProgress.ANY)
        assert both.source == Text(zh="降费＋伙食", en="降费 + meals")
        again = CUT & Reform("y").figure("project_premium_rate", "2‰", since=date(2016, 1, 1))
        assert rate(LAW.under(again), date(2015, 12, 31)) == ONE
        assert rate(LAW.under(again), date(2016, 1, 1)) == Rate.per_mille(2)
        with pytest.raises(TypeError):
            CUT & 1  # type: ignore[operator]  # no reform

    def test_none_changes_nothing(self) -> None:
        """An empty one leaves the law as it is."""
        assert LAW.under(Reform("x")) == LAW
        assert LAW.under(Reform("x")).digest == LAW.digest

    def test_it_is_not_changed_itself(self) -> None:
        """Each step is a reform of its own."""
        base = Reform("x")
        assert base.figure("hospital_meals", 1, since=date(2016, 1, 1)) != base == Reform("x")


@pytest.mark.parametrize(
    ("name", "given", "where"),
    [
        ("delay_notice_days", True, "delay_notice_days"),
        ("project_premium_rate", {"a": 1}, "project_premium_rate"),
        ("severe_subsidy_months", 5, "severe_subsidy_months"),
        ("severe_subsidy_months", "months", "severe_subsidy_months"),
        ("benchmark_rates", ["1%", "x", "y"], "benchmark_rates[1]"),
    ],
)
def test_what_is_read_as_no_value_is_refused(name: str, given: object, where: str) -> None:
    """By the first place that is wrong: a truth is no number, a mapping no rate, a number no table."""
    with pytest.raises(InvalidFactError) as caught:
        value_of(LAW, name, given)
    assert (caught.value.record, caught.value.field) == ("Reform", where)


_TIDE: Final = attrs.evolve(LAW.hospital_meals, name="tide", in_yuan=False)


@attrs.frozen
class _Bare(Statute):
    """A law whose figure may be anything."""

    tide: Timeline = _TIDE  # type: ignore[type-arg]  # on purpose


def test_a_figure_of_no_kind_takes_anything() -> None:
    """Nothing is asked of its values, and what is given is the value."""
    assert value_of(_Bare(), "tide", "high") == "high"
    high = Entry(date(2020, 1, 1), "high", Text(zh="潮", en="tide"))
    assert _Bare().with_figure("tide", high).tide.on(date(2020, 1, 1)) == "high"
