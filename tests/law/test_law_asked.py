"""The law at the door: what is no law, and a figure of another kind, is refused by name before a rule stumbles."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from importlib import import_module
from types import FunctionType
from typing import Any, Final

import attrs
import pytest

import gxinjury
from gxinjury import LAW, Law, explain
from gxinjury.construction import delay_papers_deadline
from gxinjury.couriers import FloatStep
from gxinjury.couriers.rates import floated_rate
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.inquiry import flips, needs, possible, readings_that_matter, why_not
from gxinjury.law.readings.sets import STRICT, laws_by_set
from gxinjury.law.regulation import ByGrade
from gxinjury.money import Rate
from gxinjury.series import YearSeries, year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline
from tests.doors import ODD
from tests.moonland import MOON_LAW, Haul, MoonLaw, dust_bill

DAY: Final = date(2016, 6, 30)
SOURCE: Final = Text(zh="某文", en="some text")
NO_LAWS: Final[tuple[Any, ...]] = (None, {}, Law, "x", MOON_LAW, Decimal(1))
"""What is no law of Guangxi: nothing, a table, a class, a text, the law of another country, a number."""


def _questions() -> Iterator[Callable[..., Any]]:
    """Yield every function on the face of a module that asks the law as it stands unless told another."""
    for found in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
        if ".strategies" in found.name or found.name.endswith("__main__"):
            continue
        module = import_module(found.name)
        for name, one in vars(module).items():
            is_own = isinstance(one, FunctionType) and one.__module__ == found.name
            if is_own and not name.startswith("_"):
                asked = inspect.signature(one).parameters.get("law")
                if asked is not None and isinstance(asked.default, Law):
                    yield one


QUESTIONS: Final = sorted(_questions(), key=lambda one: (one.__module__, one.__name__))


def test_all_questions_are_found() -> None:
    """A few that stand far apart, so that the walk cannot come to nothing."""
    names = {f"{one.__module__.removeprefix('gxinjury.')}.{one.__name__}" for one in QUESTIONS}
    assert {
        "construction.premium.project_premium",
        "extra.frames.wages.benefit_base",
        "extra.calendars.guangxi",
    } <= names
    assert len(QUESTIONS) > 80


@pytest.mark.parametrize("no_law", NO_LAWS, ids=repr)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_a_law_of_another_kind_is_refused_by_every_question(question: Callable[..., Any], no_law: object) -> None:
    """By the question's name and as its law, before a fact is looked at; under an explanation as well."""
    parameters = inspect.signature(question).parameters.values()
    needed = [one for one in parameters if one.default is one.empty and one.kind is not one.VAR_POSITIONAL]
    named = {one.name: None for one in needed if one.kind is one.KEYWORD_ONLY}
    facts = [None] * (len(needed) - len(named))
    for asked in (question, partial(explain, question)):
        with pytest.raises(InvalidFactError, match=r"must be of type Law, got ") as caught:
            asked(*facts, **named, law=no_law)
        error = caught.value
        assert (error.record, error.field, error.value) == (question.__name__, "law", no_law)
        assert "必须是 Law" in error.text("zh")


@pytest.mark.parametrize("no_law", [None, {}, MoonLaw, "x", LAW], ids=repr)
def test_a_tool_knows_the_law_of_a_rule_by_its_default(no_law: object) -> None:
    """Moonland's question wants Moonland's law, though no tool knows that country."""
    with pytest.raises(InvalidFactError, match=r"^dust_bill\.law must be of type MoonLaw, got "):
        dust_bill(Haul(load=1, dug_on=DAY), paid_on=DAY, law=no_law)  # type: ignore[arg-type]


@pytest.mark.parametrize("no_law", [{}, Law, "x", 0], ids=repr)
def test_an_inquiry_refuses_what_is_no_law(no_law: Any) -> None:  # noqa: ANN401  (no law at all)
    """Whether it is given beside the case or within it; None stands for the rule's own law there."""
    facts = {"expiry": DAY}
    for ask in (needs, possible, flips, readings_that_matter, why_not):
        more = (date(2016, 5, 31),) if ask is why_not else ()
        with pytest.raises(InvalidFactError, match=r"^delay_papers_deadline\.law must be of type Statute, got "):
            ask(delay_papers_deadline, facts, *more, law=no_law)
        with pytest.raises(InvalidFactError, match=r"^delay_papers_deadline\.law must be of type Statute, got "):
            ask(delay_papers_deadline, {**facts, "law": no_law}, *more)


@pytest.mark.parametrize("no_law", NO_LAWS[:4], ids=repr)
def test_a_set_of_readings_refuses_what_is_no_law(no_law: Any) -> None:  # noqa: ANN401  (no law at all)
    """A set goes with any law, but with a law."""
    with pytest.raises(InvalidFactError, match=r"^ReadingSet\.law must be of type Statute"):
        STRICT.law(no_law)
    with pytest.raises(InvalidFactError, match=r"^laws_by_set\.law must be of type Statute"):
        laws_by_set(no_law)


_STRANGE: Final[tuple[Any, ...]] = (ODD, 1.5, "x", [], b"1", MOON_LAW)


@pytest.mark.parametrize("strange", [*_STRANGE, None, 3, DAY], ids=repr)
@pytest.mark.parametrize("name", LAW.figures())
def test_a_figure_is_a_timeline(name: str, strange: object) -> None:
    """A bare value has no day and no source."""
    kind = type(LAW.figures()[name]).__name__
    with pytest.raises(InvalidFactError, match=rf"^Law\.{name} must be of type {kind}, got "):
        attrs.evolve(LAW, **{name: strange})  # type: ignore[arg-type]


@pytest.mark.parametrize("strange", _STRANGE, ids=repr)
@pytest.mark.parametrize("name", LAW.figures())
def test_a_figure_has_values_of_its_kind(name: str, strange: object) -> None:
    """With one more value or with other values altogether, the law names the figure that has a wrong one."""
    figure: Timeline[Any] = LAW.figures()[name]
    entry: Entry[Any] = (
        attrs.evolve(figure.entries[-1], value=strange) if figure.entries else year_figure(2016, strange, SOURCE)
    )
    with pytest.raises(InvalidFactError) as caught:
        LAW.with_figure(name, entry)
    assert (caught.value.record, caught.value.field.partition("[")[0]) in {("Law", name), (name, "value")}
    with pytest.raises(InvalidFactError) as caught:
        attrs.evolve(LAW, **{name: attrs.evolve(figure, entries=(entry,))})  # type: ignore[arg-type]
    assert (caught.value.record, caught.value.field.partition("[")[0]) == ("Law", name)


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("leave_months", True, "must be a whole number of at least zero"),
        ("leave_months", -1, "must be a whole number of at least zero"),
        ("leave_months", Decimal(12), "must be a whole number of at least zero"),
        ("leave_months", 10**400, r"must be below 10\^9"),
        ("new_starts_from", "2016-01-01", "must be a day"),
        ("new_starts_from", date(1, 1, 1), "must lie in the years 1900 to 2199"),
        ("retired_medical_only", 1, "must be True or False"),
        ("project_premium_rate", Decimal("0.0013"), "must be of type Rate"),
        ("benchmark_rates", (Rate.percent(1), "2"), "must be of type Rate"),
        ("severe_subsidy_months", {1: 27}, "must be of type ByGrade"),
        ("nanning_notice", "某文", "must be of type Text"),
        ("lodging", Decimal(0), "must be above zero"),
    ],
)  # fmt: skip
def test_each_kind_of_figure_says_what_it_must_be(name: str, value: object, rule: str) -> None:
    """A month is no truth value, a day no text, a rate no bare number."""
    with pytest.raises(InvalidFactError, match=rf"(Law\.{name}|{name}\.value)(\[1\])? {rule}"):
        LAW.with_figure(name, Entry(date(2020, 1, 1), value, SOURCE))


def test_a_value_may_be_missing_where_the_figure_says_so() -> None:
    """A figure that nobody published has none; one that stands as published has one."""
    unpublished: Entry[Any] = year_figure(2024, None, SOURCE, standing=Footing.MISSING)
    law = attrs.evolve(LAW, guangxi_private=attrs.evolve(LAW.guangxi_private, entries=(unpublished,)))
    assert law.guangxi_private.years() == (2024,)
    published = attrs.evolve(unpublished, standing=Footing.PUBLISHED)
    with pytest.raises(InvalidFactError, match=r"^Law\.guangxi_private must have a value unless it stands as not pub"):
        attrs.evolve(LAW, guangxi_private=attrs.evolve(LAW.guangxi_private, entries=(published,)))


@pytest.mark.parametrize("name", [None, [], {}, "no_such_figure", 3], ids=repr)
def test_a_figure_has_a_name_that_the_law_knows(name: Any) -> None:  # noqa: ANN401  (no name at all)
    """A list is no name either."""
    with pytest.raises(InvalidFactError, match=r"^Law\.figure must be one of "):
        LAW.with_figure(name, Entry(DAY, 1, SOURCE))


@pytest.mark.parametrize("readings", [None, 3, "ab"], ids=repr)
def test_readings_are_a_sequence_of_readings(readings: Any) -> None:  # noqa: ANN401  (no readings at all)
    """Nothing and a number are none, and neither is a text."""
    with pytest.raises(InvalidFactError, match=r"^Law\.readings"):
        attrs.evolve(LAW, readings=readings)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"first": "2016"}, "first"),
        ({"source": "某文"}, "source"),
        ({"standing": "PUBLISHED"}, "standing"),
        ({"note": "x"}, "note"),
        ({"clause": "33"}, "clause"),
        ({"announced_by": 2016}, "announced_by"),
    ],
)
def test_a_value_comes_with_its_day_and_source(changed: dict[str, Any], field: str) -> None:
    """Each by its kind."""
    with pytest.raises(InvalidFactError, match=rf"^Entry\.{field} must "):
        attrs.evolve(Entry(DAY, 1, SOURCE), **changed)


@pytest.mark.parametrize("entries", [None, 3, "ab", (1,)], ids=repr)
def test_a_timeline_consists_of_entries(entries: Any) -> None:  # noqa: ANN401  (no entries at all)
    """What is no sequence of entries makes no timeline."""
    with pytest.raises(InvalidFactError, match=r"^(Timeline|YearSeries)\.entries"):
        attrs.evolve(LAW.leave_months, entries=entries)
    with pytest.raises(InvalidFactError, match=r"^(Timeline|YearSeries)\.entries"):
        YearSeries("x", SOURCE, LAW.leave_months.clause, entries)


@pytest.mark.parametrize("grade", [4, 7])
def test_a_table_has_no_value_for_a_grade_outside(grade: int) -> None:
    """Never the value of another grade."""
    with pytest.raises(GxInjuryError, match=rf"^ByGrade\.values must have a value for grade {grade}, got "):
        ByGrade(5, (18, 16)).of(grade)


def test_a_reform_may_leave_no_class_without_its_rate() -> None:
    """Seven rates have none for class 8, and never that of another class."""
    figure = LAW.benchmark_rates
    seven = attrs.evolve(figure.entries[0], value=figure.entries[0].value[:7])
    law = LAW.with_figure("benchmark_rates", seven)
    assert floated_rate(7, FloatStep.NONE, DAY, law) == floated_rate(7, FloatStep.NONE, DAY, LAW)
    with pytest.raises(InvalidFactError, match=r"^Law\.benchmark_rates must have a rate for class 8, got "):
        floated_rate(8, FloatStep.NONE, DAY, law)
