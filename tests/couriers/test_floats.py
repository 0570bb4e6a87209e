"""The float of a rate, by payment ratio and injury rate."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, OutOfScopeError
from gxinjury.couriers import FloatStep, Record, float_step
from gxinjury.law.readings import FloatGap

DAY = date(2024, 1, 1)


def record(percent: str, injuries: int = 0) -> Record:
    """Return a unit of 1,000 persons with that payment ratio and so many injuries."""
    return Record(benefits=percent, premiums=100, injuries=injuries, persons=1000, years_insured=2)


@pytest.mark.clause("RSF76-float", "RSF76-gap")
class TestSteps:
    """Both sides of every bound: 20, 40, 90 and 110 %, and 3‰."""

    @pytest.mark.parametrize(
        ("percent", "injuries", "step"),
        [
            ("0", 0, FloatStep.HALF),
            ("20", 3, FloatStep.HALF),
            ("20.01", 3, FloatStep.LESS),
            ("40", 3, FloatStep.LESS),
            ("40.01", 3, FloatStep.NONE),
            ("40.01", 4, FloatStep.NONE),
            ("90", 9, FloatStep.NONE),
            ("90.01", 0, FloatStep.MORE),
            ("110", 0, FloatStep.MORE),
            ("110.01", 0, FloatStep.MOST),
            ("20", 4, FloatStep.NONE),
            ("40", 4, FloatStep.NONE),
        ],
    )
    def test_bounds(self, percent: str, injuries: int, step: FloatStep) -> None:
        """Each bound belongs to the better step; few payments with many injuries have no case and do not float."""
        assert float_step(record(percent, injuries), rate_class=2, day=DAY) is step

    def test_which_lower_the_rate(self) -> None:
        """Half of the benchmark, and four fifths; the benchmark itself lowers nothing."""
        assert [step for step in FloatStep if step.is_down] == [FloatStep.HALF, FloatStep.LESS]

    def test_gap_unsettled(self) -> None:
        """Under the other reading the case that the rules do not have is the agency's."""
        law = LAW.reading(FloatGap.UNSETTLED)
        with pytest.raises(OutOfScopeError, match=r"has no case.*the agency decides") as caught:
            float_step(record("40", 4), rate_class=2, day=DAY, law=law)
        assert str(caught.value.clause) == "RSF76-gap"
        assert float_step(record("40.01", 4), rate_class=2, day=DAY, law=law) is FloatStep.NONE

    @given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 10))
    def test_monotone(self, one: int, other: int, injuries: int) -> None:
        """With as many injuries, more benefits never lower the step."""
        less, more = sorted((one, other))
        steps = list(FloatStep)
        found = [float_step(record(str(percent), injuries), rate_class=2, day=DAY) for percent in (less, more)]
        assert steps.index(found[0]) <= steps.index(found[1])


@pytest.mark.clause("RSF76-bar", "RSF71-float")
class TestBars:
    """No float down for the new, the under-reporting, those in arrears, and class 1."""

    @pytest.mark.parametrize("bar", [{"years_insured": 1}, {"under_reported": True}, {"in_arrears": True}])
    def test_bars(self, bar: dict[str, Any]) -> None:
        """Each bar keeps the rate from falling, and none from rising."""
        assert float_step(attrs.evolve(record("10"), **bar), rate_class=2, day=DAY) is FloatStep.NONE
        assert float_step(attrs.evolve(record("120"), **bar), rate_class=2, day=DAY) is FloatStep.MOST

    def test_class_one(self) -> None:
        """Class 1 floats up only."""
        assert float_step(record("10"), rate_class=1, day=DAY) is FloatStep.NONE
        assert float_step(record("100"), rate_class=1, day=DAY) is FloatStep.MORE

    @given(st.integers(0, 300), st.integers(0, 10), st.integers(1, 8), st.booleans())
    def test_never_off_the_list(self, percent: int, injuries: int, rate_class: int, arrears: bool) -> None:
        """A step is one of its class's list."""
        allowed = {FloatStep.NONE, FloatStep.MORE, FloatStep.MOST}
        if rate_class > 1 and not arrears:
            allowed |= {FloatStep.HALF, FloatStep.LESS}
        owing = attrs.evolve(record(str(percent), injuries), in_arrears=arrears)
        assert float_step(owing, rate_class=rate_class, day=DAY) in allowed


def test_in_force_from_2018() -> None:
    """The rules of floating begin with 2018."""
    assert float_step(record("10"), rate_class=2, day=date(2018, 1, 1)) is FloatStep.HALF
    with pytest.raises(NotInForceError, match="2017-12-31"):
        float_step(record("10"), rate_class=2, day=date(2017, 12, 31))


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"benefits": -1}, "benefits"),
        ({"premiums": 0}, "premiums"),
        ({"injuries": -1}, "injuries"),
        ({"persons": 0}, "persons"),
        ({"persons": 1.5}, "persons"),
        ({"years_insured": "2"}, "years_insured"),
        ({"under_reported": "no"}, "under_reported"),
        ({"in_arrears": 0}, "in_arrears"),
    ],
)
def test_bad_records(bad: dict[str, Any], field: str) -> None:
    """A slip names its field."""
    facts: dict[str, Any] = {"benefits": 1, "premiums": 1, "injuries": 0, "persons": 1, "years_insured": 2, **bad}
    with pytest.raises(InvalidFactError, match=rf"Record\.{field} must"):
        Record(**facts)


def test_bad_questions() -> None:
    """What is no record is refused by name."""
    with pytest.raises(InvalidFactError, match=r"float_step\.record must be of type Record"):
        float_step("good", rate_class=2, day=DAY)  # type: ignore[arg-type]  # the slip under test
