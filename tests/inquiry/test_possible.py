"""What can come out, whatever the facts."""

from datetime import date
from functools import partial

from gxinjury.errors import GxInjuryError, OutOfScopeError
from gxinjury.inquiry import between, one_of, possible
from tests.inquiry.lunar import (
    Haul,
    Landing,
    by_year,
    dust_tax,
    rule_of,
)


class TestPossible:
    """What the report on possible outcomes tells."""

    def test_report(self) -> None:
        """Under each outcome stand the ways that lead to it, in the order of asking."""
        table = ("manned", (Landing.ALLOWED, ("phase", (Landing.ALLOWED, Landing.DEFERRED, OutOfScopeError))))
        found = possible(rule_of(table))
        assert str(found).splitlines() == [
            "may land, outcomes that are possible: 3",
            "allowed",
            "  · manned: yes",
            "  · manned: no; phase: new",
            "deferred",
            "  · manned: no; phase: half",
            "refused: ask the Moon [MOON-1]",
            "  · manned: no; phase: full",
        ]
        assert "可能的结果有3种" in found.text("zh")
        assert [str(one) for one in found.rows_with(GxInjuryError)[0].facts] == ["manned: no", "phase: full"]

    def test_amounts_are_told_in_yuan(self) -> None:
        """An outcome in yuan is told so, in both languages."""
        hauls = partial(Haul, worth=one_of(100, 200), taken_on=date(2009, 1, 1), landed_on=date(2009, 1, 1))
        found = possible(dust_tax, hauls)
        assert str(found).splitlines()[1::2] == ["10.00 yuan", "20.00 yuan"]
        assert found.text("zh").splitlines()[1::2] == ["10.00 元", "20.00 元"]

    def test_many_ways(self) -> None:
        """Of many ways the report shows a dozen and counts the others."""
        for last, more in ((12, []), (13, ["  · and in other ways: 1"]), (20, ["  · and in other ways: 8"])):
            found = possible(by_year, {"day": between(date(2016, 1, 1), date(2016, 1, last))})
            assert str(found).splitlines()[14:] == more

    def test_nothing_to_ask(self) -> None:
        """Where nothing is asked, the report says so."""
        assert str(possible(lambda: 1)).splitlines()[-1] == "  · whatever the facts"
