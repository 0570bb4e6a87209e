"""Dependants' pension (REG-39)."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import LAW, InvalidFactError, NotInForceError, explain
from gxinjury.amounts import amount
from gxinjury.benefits import Dependant, DependantKind, dependants_pension, pension_spans
from gxinjury.benefits.dependant_shares import shares_paid
from gxinjury.law.readings import PensionCap
from gxinjury.money import total
from tests.benefits.drawn import told

SPOUSE: Final = Dependant(name="spouse", kind=DependantKind.SPOUSE)
ORPHAN: Final = Dependant(name="orphan", kind=DependantKind.OTHER, alone=True)
WAGES: Final = st.decimals(min_value=Decimal("0.01"), max_value=10**5, places=2)


@pytest.mark.clause("REG-39")
@pytest.mark.parametrize(
    ("shares", "cap", "paid"),
    [
        (("300.015", "300.004"), "600.02", ("300.02", "300.00")),
        (("300.015", "300.015"), "600.03", ("300.01", "300.01")),
        (("300.019", "300.016"), "600.03", ("300.01", "300.01")),
        (("0.004", "0.005"), "0.00", ("0.00", "0.00")),
    ],
)
def test_shares_are_rounded_down_only_above_the_wage(shares: tuple[str, ...], cap: str, paid: tuple[str, ...]) -> None:
    """Half up where the sum is the wage itself; never below nothing."""
    exact = tuple(amount(share) for share in shares)
    assert shares_paid(exact, amount(cap)) == tuple(map(Decimal, paid))


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


def test_a_capped_sum_by_days_is_divided_only_if_asked() -> None:
    """The shares stay open by default; divided, they add up."""
    family = [SPOUSE, *_children(3)]
    (span,) = pension_spans(family, 5000, pension_from=date(2022, 3, 2))
    assert (span.pension.capped, {share.amount for share in span.pension.shares}) == (True, {None})
    (span,) = pension_spans(family, 5000, pension_from=date(2022, 3, 2), divide=True)
    assert span.pension.total == Decimal("4999.98")


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


BEGUN: Final = date(2022, 3, 2)
SOME_DAYS: Final = st.none() | st.dates(date(2020, 1, 1), date(2026, 12, 31))


@st.composite
def dated_families(draw: st.DrawFn) -> list[Dependant]:
    """Draw a family with days of all kinds."""
    family = []
    for number in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from([DependantKind.OTHER, DependantKind.CHILD]))
        born_on = (
            draw(st.none() | st.dates(date(2003, 1, 1), date(2023, 1, 1))) if kind is DependantKind.CHILD else None
        )
        first, last = draw(SOME_DAYS), draw(SOME_DAYS)
        earliest = max(day for day in (born_on, first, date(2000, 1, 1)) if day is not None)
        family.append(
            Dependant(
                name=str(number),
                kind=kind,
                alone=draw(st.booleans()),
                first=None if first is None or (born_on and first < born_on) else first,
                last=None if last is None or last < earliest else last,
                born_on=born_on,
                unable_to_work=draw(st.booleans()),
            )
        )
    return family


def draws(one: Dependant, day: date) -> bool:
    """Whether a dependant draws on a day, told a second time."""
    if day < BEGUN or (one.first and day < one.first) or (one.last and day > one.last):
        return False
    if one.born_on is None:
        return True
    if day < one.born_on:
        return False
    age = day.year - one.born_on.year - ((day.month, day.day) < (one.born_on.month, one.born_on.day))
    return one.unable_to_work or age < 18


class TestSpans:
    """The pension by the days on which the same dependants draw."""

    @given(dated_families(), st.booleans(), st.dates(date(2022, 2, 1), date(2045, 12, 31)))
    def test_each_day_is_the_pension_of_those_who_draw(self, family: list[Dependant], divide: bool, day: date) -> None:
        """On each day the span holds what the family of that day draws, and days without anybody are in none."""
        spans = pension_spans(family, "4321.05", pension_from=BEGUN, divide=divide)
        found = [span.pension for span in spans if day in span.days]
        drawing = [one for one in family if draws(one, day)]
        leap = [one for one in family if one.born_on and (one.born_on.month, one.born_on.day) == (2, 29)]
        if not leap:
            expected = [dependants_pension(drawing, "4321.05", divide=divide, on=BEGUN)] if drawing else []
            assert found == expected

    @given(dated_families())
    def test_spans_follow_each_other(self, family: list[Dependant]) -> None:
        """In order, none upon another; none begins before the pension, and only the last is open."""
        days = [span.days for span in pension_spans(family, 5000, pension_from=BEGUN)]
        assert all(one.last is not None and one.last < other.first for one, other in pairwise(days))
        assert all(one.first >= BEGUN for one in days)

    def test_the_day_before_eighteen(self) -> None:
        """The last day is the one before the birthday; born on 29 February, before 28 February of that year."""
        for born_on, last in ((date(2004, 9, 1), date(2022, 8, 31)), (date(2008, 2, 29), date(2026, 2, 27))):
            [span] = pension_spans([Dependant("a", DependantKind.CHILD, born_on=born_on)], 5000, pension_from=BEGUN)
            assert (span.days.first, span.days.last) == (BEGUN, last)

    def test_a_share_of_one_day(self) -> None:
        """Who turns 18 on the day after draws on the first day; who turns 18 on that day, on none."""
        family = [
            Dependant("of one day", DependantKind.CHILD, born_on=date(2004, 3, 3)),
            Dependant("too old", DependantKind.CHILD, born_on=date(2004, 3, 2)),
        ]
        [span] = pension_spans(family, 5000, pension_from=BEGUN)
        assert (str(span.days), [one.dependant.name for one in span.pension.shares]) == (
            "2022-03-02..2022-03-02",
            ["of one day"],
        )

    def test_born_after_the_death(self) -> None:
        """The share begins on the day of birth."""
        [span] = pension_spans(
            [Dependant("a", DependantKind.CHILD, born_on=date(2022, 5, 10), unable_to_work=True)],
            5000,
            pension_from=BEGUN,
        )
        assert (span.days.first, span.days.last) == (date(2022, 5, 10), None)

    @pytest.mark.parametrize(
        ("facts", "field", "rule"),
        [
            ({"kind": DependantKind.OTHER, "born_on": BEGUN}, "born_on", "goes with a child or sibling only"),
            ({"kind": DependantKind.SPOUSE, "born_on": BEGUN}, "born_on", "goes with a child or sibling only"),
            ({"first": BEGUN, "last": date(2022, 3, 1)}, "last", "must not be before first"),
            ({"born_on": BEGUN, "last": date(2022, 3, 1)}, "last", "must not be before born_on"),
            ({"born_on": BEGUN, "first": date(2022, 3, 1)}, "first", "must not be before born_on"),
        ],
    )
    def test_days_that_contradict(self, facts: dict[str, Any], field: str, rule: str) -> None:
        """A share that ends before it begins and a birth that is no child's are refused."""
        with pytest.raises(InvalidFactError, match=rf"Dependant\.{field} {rule}"):
            Dependant(**{"name": "a", "kind": DependantKind.CHILD, **facts})


class TestCapByReading:
    """Which wage caps the sum is a reading."""

    LAW_IN_LIFE: Final = LAW.reading(PensionCap.WAGE_IN_LIFE)

    @pytest.mark.parametrize(
        ("in_life", "total_due", "capped"),
        [("6499.99", "6499.99", True), ("6500", "6500", False), ("4000", "4000", True), ("9000", "6500", False)],
    )
    def test_wage_in_life(self, in_life: str, total_due: str, capped: bool) -> None:
        """130 % of 5,000 are 6,500: capped below it, paid in full from it on."""
        pension = dependants_pension([SPOUSE, *_children(3)], 5000, wage_in_life=in_life, law=self.LAW_IN_LIFE)
        assert told(pension.total, pension.capped) == (Decimal(total_due), capped)
        assert pension.cap == Decimal(in_life)

    def test_by_default_it_is_not_looked_at(self) -> None:
        """The reference wage caps, whatever the worker earned."""
        family = [SPOUSE, *_children(3)]
        assert dependants_pension(family, 5000, wage_in_life=9000) == dependants_pension(family, 5000)

    def test_it_is_asked_for(self) -> None:
        """Without it the reading has no answer, and says what is missing."""
        with pytest.raises(InvalidFactError, match=r"dependants_pension\.wage_in_life must be given under the reading"):
            dependants_pension([SPOUSE], 5000, law=self.LAW_IN_LIFE)

    def test_divided_by_the_same_cap(self) -> None:
        """The cap that was found is what is divided."""
        pension = dependants_pension(
            [SPOUSE, *_children(3)], 5000, wage_in_life=6000, divide=True, law=self.LAW_IN_LIFE
        )
        assert [share.amount for share in pension.shares] == [*[Decimal("1384.61")] * 3, Decimal("1846.15")]
        assert [one.code for one in pension.findings] == ["pension_capped", "shares_rounded_down"]


@pytest.mark.parametrize(("wage", "codes"), [("1000.05", ["shares_rounded_down"]), ("1000", []), ("1000.10", [])])
def test_rounding_down_is_told(wage: str, codes: list[str]) -> None:
    """A share that is rounded down because the whole is capped is said to be; else nothing is said."""
    pension = dependants_pension([SPOUSE, *_children(2)], wage)
    assert [one.code for one in pension.findings] == codes
    assert [one["cap"] for one in pension.findings] == [Decimal(wage)] * len(codes)


def test_a_resident_id_is_never_shown() -> None:
    """A dependant named by a resident id is printed masked: in the record, the error and the explanation."""
    named = Dependant(name="450103198001011234", kind=DependantKind.OTHER)
    explanation = explain(dependants_pension, [named], 5000)
    with pytest.raises(InvalidFactError) as caught:
        dependants_pension([named, named], 5000)
    for text in (repr(named), explanation.text("en"), explanation.text("zh"), explanation.html(), str(caught.value)):
        assert "450103198001011234" not in text
        assert "4501************34" in text
