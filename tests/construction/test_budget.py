"""The premium in the budget estimate."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import attrs
import pytest

from gxinjury import LAW, InvalidFactError, NotInForceError, explain
from gxinjury.construction import budget_line
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry

IN_2016: Final = date(2016, 3, 1)
PROPOSAL: Final = Text(zh="设想", en="a proposal")
OLD: Final = Entry(date(2015, 1, 1), Rate.per_mille("1.3"), PROPOSAL)
NEW: Final = Entry(date(2018, 1, 1), Rate.per_mille("1.0"), PROPOSAL)


@pytest.mark.clause("NN-2")
class TestBudgetLine:
    """NN-2: the owner lists the premium by itself, as a cost that is not bid for."""

    def test_amount(self) -> None:
        """The premium on the estimate, half a fen going up."""
        assert budget_line("95000000", estimated_on=IN_2016).amount == Decimal("123500.00")
        assert budget_line("50", estimated_on=IN_2016).amount == Decimal("0.07")
        assert budget_line(95_000_000, estimated_on=IN_2016).findings == ()

    def test_findings(self) -> None:
        """Left out and put into the bid are told each by itself."""
        line = budget_line(95_000_000, estimated_on=IN_2016, listed=False, in_bid=True)
        assert [found.code for found in line.findings] == ["premium_not_listed", "premium_in_bid"]
        assert all("123,500.00" in found.message.en and "123,500.00" in found.message.zh for found in line.findings)
        assert [found.code for found in budget_line(1, in_bid=True).findings] == ["premium_in_bid"]

    @pytest.mark.parametrize(("estimate", "cautioned"), [("9999.99", True), (10_000, False)])
    def test_asks_whether_a_small_estimate_is_in_ten_thousands(self, estimate: str | int, *, cautioned: bool) -> None:
        """An estimate below 10,000 yuan may be one in 万元."""
        cautions = explain(budget_line, estimate).cautions
        assert any("units of 10,000 yuan" in caution.en for caution in cautions) is cautioned

    def test_the_day_of_the_estimate_has_its_rate(self) -> None:
        """The rate is that of the estimate's day; with no day given, the latest that the law knows."""
        law = attrs.evolve(LAW, project_premium_rate=attrs.evolve(LAW.project_premium_rate, entries=(OLD, NEW)))
        assert budget_line(1_000_000, law=law).amount == Decimal("1000.00")
        assert budget_line(1_000_000, estimated_on=date(2017, 12, 31), law=law).amount == Decimal("1300.00")
        with pytest.raises(NotInForceError):
            budget_line(1_000_000, estimated_on=date(2014, 12, 31))

    def test_an_estimate_without_a_day_is_told_whose_rate_it_takes(self) -> None:
        """Where there is more than one rate; with its day, or with one rate only, there is nothing to tell."""
        law = attrs.evolve(LAW, project_premium_rate=attrs.evolve(LAW.project_premium_rate, entries=(OLD, NEW)))
        [told] = explain(budget_line, 1_000_000, law=law).cautions
        taken = "the latest known rate is taken, that from 2018-01-01"
        assert told.en == f"the estimate has no day: {taken}; name the day of an earlier one"
        assert explain(budget_line, 1_000_000, estimated_on=IN_2016, law=law).cautions == ()
        repeated = attrs.evolve(OLD, first=date(2018, 1, 1))
        law = attrs.evolve(LAW, project_premium_rate=attrs.evolve(LAW.project_premium_rate, entries=(OLD, repeated)))
        assert explain(budget_line, 1_000_000, law=law).cautions == ()

    @pytest.mark.parametrize(
        ("bad", "field"),
        [
            ({"estimate": 0}, "estimate"),
            ({"estimate": "-0.01"}, "estimate"),
            ({"estimate": -95_000_000}, "estimate"),
            ({"estimate": 10**400}, "estimate"),
            ({"estimate": 1.5}, "estimate"),
            ({"estimate": 1, "listed": 1}, "listed"),
            ({"estimate": 1, "in_bid": None}, "in_bid"),
            ({"estimate": 1, "estimated_on": "2016-01-01"}, "estimated_on"),
        ],
    )
    def test_bad_input(self, bad: dict[str, Any], field: str) -> None:
        """A slip names its field."""
        with pytest.raises(InvalidFactError, match=rf"budget_line\.{field} must"):
            budget_line(**bad)
