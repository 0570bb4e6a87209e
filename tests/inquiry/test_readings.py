"""The readings on which an outcome depends, whatever combination of them is chosen."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.errors import InvalidFactError
from gxinjury.inquiry import TooManyTrialsError, readings_that_matter
from gxinjury.money import Rate
from gxinjury.timelines import Entry
from tests.inquiry.lunar import (
    MOON,
    Gravity,
    Haul,
    Heavy,
    Idle,
    MoonLaw,
    both,
    dust_tax,
    is_weighed,
)

HAUL = Haul(worth=50, taken_on=date(2012, 1, 1), landed_on=date(2009, 11, 1))


DEARER = MOON.with_figure("dust_rate", Entry(date(2011, 1, 1), Rate.percent("30"), both("Reform Act")))


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
            assert is_weighed(10, law=MOON.reading(*row.values)) is row.outcome

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
        assert str(found).splitlines()[0].endswith("the outcome is 15.00 yuan")

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


def test_a_law_in_code_is_its_fields() -> None:
    """A law without a repr of its own shows what it is made of, and nothing that it works out."""
    assert "_chosen" not in repr(MOON)
    assert "dust_rate" in repr(MOON)


def _lawless(tons: int) -> bool:
    return tons > 1


def _unread(tons: int, law: MoonLaw = MOON) -> bool:
    return tons > len(law.readings)
