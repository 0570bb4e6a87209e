"""Dependants' pension (REG-39)."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError, NotInForceError, explain
from gxinjury.benefits import Dependant, DependantKind, dependants_pension
from gxinjury.money import total
from tests.benefits.drawn import told

SPOUSE: Final = Dependant(name="spouse", kind=DependantKind.SPOUSE)
ORPHAN: Final = Dependant(name="orphan", kind=DependantKind.OTHER, alone=True)
WAGES: Final = st.decimals(min_value=Decimal("0.01"), max_value=10**5, places=2)


def _children(count: int) -> list[Dependant]:
    return [Dependant(name=f"child {number}", kind=DependantKind.OTHER) for number in range(count)]


@st.composite
def families(draw: st.DrawFn) -> list[Dependant]:
    """Draw a family of up to six, at the most one of them a spouse."""
    others = draw(st.lists(st.booleans(), max_size=5))
    family = [Dependant(name=str(number), kind=DependantKind.OTHER, alone=alone) for number, alone in enumerate(others)]
    alone = draw(st.none() | st.booleans())
    return family if alone is None else [*family, Dependant(name="s", kind=DependantKind.SPOUSE, alone=alone)]


pytestmark = pytest.mark.clause("REG-39")


@pytest.mark.parametrize(
    ("dependant", "due"),
    [
        (SPOUSE, 2000),
        (Dependant(name="a", kind=DependantKind.OTHER), 1500),
        (ORPHAN, 2000),
        (Dependant(name="s", kind=DependantKind.SPOUSE, alone=True), 2500),
    ],
)
def test_share_of_one(dependant: Dependant, due: int) -> None:
    """The spouse draws 40%, another 30%, a lone elderly person or an orphan 10 points more."""
    pension = dependants_pension([dependant], 5000)
    assert told(pension.total, [share.amount for share in pension.shares]) == (due, [due])
    assert not pension.capped


@pytest.mark.parametrize(("children", "total_due", "capped"), [(1, 3500, False), (2, 5000, False), (3, 5000, True)])
def test_cap_at_the_wage(children: int, total_due: int, capped: bool) -> None:
    """A hundred percent are not capped, a hundred and thirty are."""
    pension = dependants_pension([SPOUSE, *_children(children)], 5000)
    assert told(pension.total, pension.capped, pension.cap) == (total_due, capped, 5000)
    assert [finding.code for finding in pension.findings] == (["pension_capped"] if capped else [])


def test_a_capped_sum_is_divided_only_if_asked() -> None:
    """In proportion: 40 and three times 30 of 130, each rounded down so that the sum stays below the wage."""
    divided = dependants_pension([SPOUSE, *_children(3)], 5000, divide=True)
    by_name = {share.dependant.name: share.amount for share in divided.shares}
    assert by_name["spouse"] == Decimal("1538.46")
    assert by_name["child 0"] == by_name["child 1"] == by_name["child 2"] == Decimal("1153.84")
    assert (divided.total, divided.capped) == (Decimal("4999.98"), True)


def test_half_up_never_takes_the_sum_above_the_wage() -> None:
    """40, 30 and 30% of 1000.05 would be 1000.06 half up; each is rounded down instead."""
    pension = dependants_pension([SPOUSE, *_children(2)], "1000.05")
    assert [share.amount for share in pension.shares] == [Decimal("300.01"), Decimal("300.01"), Decimal("400.02")]
    assert not pension.capped


def test_each_share_is_rounded_half_up_otherwise() -> None:
    """Two times 30% of 1000.05 are 300.015 each, which goes up for both."""
    pension = dependants_pension(_children(2), "1000.05")
    assert [share.amount for share in pension.shares] == [Decimal("300.02")] * 2


def test_no_dependants() -> None:
    """Without dependants there is no pension."""
    pension = dependants_pension([], 5000)
    assert told(pension.shares, pension.total, pension.capped) == ((), 0, False)


@given(families(), WAGES, st.booleans())
def test_never_above_the_wage(family: list[Dependant], wage: Decimal, divide: bool) -> None:
    """Whoever there is, the pension in all is at most the wage, and the shares add up to it."""
    pension = dependants_pension(family, wage, divide=divide)
    amounts = [share.amount for share in pension.shares if share.amount is not None]
    assert pension.total <= wage
    if divide or not pension.capped:
        assert total(amounts) == pension.total
        assert len(amounts) == len(family)
        assert all(amount >= 0 for amount in amounts)


@given(families(), WAGES, st.booleans(), st.randoms())
def test_the_order_of_dependants_is_irrelevant(family: list[Dependant], wage: Decimal, divide: bool, luck: Any) -> None:  # noqa: ANN401  (a random.Random)
    """Named in another order, each draws the same."""
    shuffled = list(family)
    luck.shuffle(shuffled)
    assert dependants_pension(shuffled, wage, divide=divide) == dependants_pension(family, wage, divide=divide)


@given(families(), WAGES)
def test_explaining_changes_nothing(family: list[Dependant], wage: Decimal) -> None:
    """Asked why, the rule answers the same."""
    assert explain(dependants_pension, family, wage).outcome == dependants_pension(family, wage)


class TestBadInput:
    """What is no family is refused."""

    def test_a_dependant_twice(self) -> None:
        """The same name twice is one dependant too many."""
        with pytest.raises(InvalidFactError, match="must name each dependant once, got 'orphan'"):
            dependants_pension([ORPHAN, ORPHAN], 5000)

    def test_a_name_with_blanks_is_the_same(self) -> None:
        """Blanks around a name do not make another dependant of it."""
        with pytest.raises(InvalidFactError, match="must name each dependant once"):
            dependants_pension([ORPHAN, Dependant(name=" orphan ", kind=DependantKind.OTHER)], 5000)

    def test_two_spouses(self) -> None:
        """Two spouses are one too many."""
        with pytest.raises(InvalidFactError, match="must name one spouse at the most"):
            dependants_pension([SPOUSE, Dependant(name="other", kind=DependantKind.SPOUSE)], 5000)

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": 7}, "name"),
            ({"kind": "spouse"}, "kind"),
            ({"alone": "no"}, "alone"),
        ],
    )
    def test_a_dependant_with_a_wrong_fact(self, facts: dict[str, Any], field: str) -> None:
        """An empty name, a text for the kind and a text for the flag are refused by name."""
        with pytest.raises(InvalidFactError, match=rf"Dependant\.{field} must be"):
            Dependant(**{"name": "a", "kind": DependantKind.OTHER, **facts})

    def test_divide_must_be_a_flag(self) -> None:
        """The text "no" is not False."""
        with pytest.raises(InvalidFactError, match=r"dependants_pension\.divide must be True or False"):
            dependants_pension([ORPHAN], 5000, divide="no")  # type: ignore[arg-type]  # wrong on purpose

    def test_before_the_revised_regulation(self) -> None:
        """The day before 2011 nothing is in force; the day itself it is."""
        assert dependants_pension([ORPHAN], 5000, on=date(2011, 1, 1)).total == 2000
        with pytest.raises(NotInForceError, match="2010-12-31"):
            dependants_pension([ORPHAN], 5000, on=date(2010, 12, 31))


def test_a_resident_id_is_never_shown() -> None:
    """A dependant named by a resident id is printed masked: in the record, the error and the explanation."""
    named = Dependant(name="450103198001011234", kind=DependantKind.OTHER)
    explanation = explain(dependants_pension, [named], 5000)
    with pytest.raises(InvalidFactError) as caught:
        dependants_pension([named, named], 5000)
    for text in (repr(named), explanation.text("en"), explanation.text("zh"), explanation.html(), str(caught.value)):
        assert "450103198001011234" not in text
        assert "4501************34" in text
