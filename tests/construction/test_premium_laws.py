"""The project premium told a second time in whole fen, under hostile contexts, and the laws it keeps."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Rounded,
    localcontext,
)
from fractions import Fraction
from functools import cache, partial
from itertools import product
from threading import Barrier
from typing import Final, TypeAlias

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxinjury.construction import Contract, PremiumBill, PriceChange, project_premium
from gxinjury.errors import OutOfScopeError
from gxinjury.explanations import explain
from gxinjury.extra.strategies import (
    ConstructionCase,
    amounts,
    construction_cases,
    contracts,
    days,
    laws,
    price_changes,
    rates,
)
from gxinjury.law import LAW, Law
from gxinjury.law.readings import (
    ElapsedTime,
    PremiumBase,
    ReducedTerm,
    Reduction,
    SupplementInProgress,
    WhoIsInProgress,
)
from gxinjury.money import Rate, plus
from tests.construction.oracles import OutOfScopeHereError, fen, premium_lines

READINGS: Final = (ElapsedTime, ReducedTerm, WhoIsInProgress, SupplementInProgress, Reduction, PremiumBase)
EVERY_LAW: Final = [LAW.reading(*members) for members in product(*READINGS)]
ONE_DAY: Final = timedelta(days=1)
YEAR: Final = Contract(price=366_000, commencement=date(2016, 1, 1), completion=date(2016, 12, 31))

Lines: TypeAlias = list[tuple[date, int]]


def _told_twice(case: ConstructionCase, law: Law) -> None:
    """Compare a bill with the oracle, line by line, to the fen."""
    bill = project_premium(**case.premium_facts, law=law)
    lines = [(line.dated, fen(line.amount)) for line in bill.lines]
    expected = premium_lines(case, law)
    assert lines[0] == expected[0]
    assert sorted(lines) == sorted(expected)
    assert fen(bill.total) == sum(amount for _, amount in expected)


@pytest.mark.clause("NN-1.1.2", "NN-1.1.3", "NN-1.1.4")
class TestOracle:
    """The premium told a second time in whole fen."""

    @given(case=construction_cases(), law=laws(*READINGS))
    def test_equals_the_oracle(self, case: ConstructionCase, law: Law) -> None:
        """Every line equals the oracle's, to the fen, for prices to 10^12 yuan and under every reading."""
        _told_twice(case, law)

    @given(case=construction_cases(), after=st.integers(-3, 3), change_after=st.integers(-3, 3), law=laws(*READINGS))
    def test_refuses_where_the_oracle_does(
        self, case: ConstructionCase, after: int, change_after: int, law: Law
    ) -> None:
        """About the end of the term both answer alike or both refuse."""
        completion = case.contract.completion
        assume(completion < date(2020, 5, 1))
        changes = (PriceChange(amount=case.contract.price, agreed_on=completion + change_after * ONE_DAY),)
        case = attrs.evolve(case, paid_on=completion + after * ONE_DAY, started_on=None, price_changes=changes)
        assume(case.paid_on >= date(2015, 1, 1))
        try:
            premium_lines(case, law)
        except OutOfScopeHereError:
            with pytest.raises(OutOfScopeError):
                project_premium(**case.premium_facts, law=law)
        else:
            _told_twice(case, law)

    @given(
        changes=st.lists(
            st.builds(
                PriceChange,
                amount=amounts(lowest=-10_000, highest=10_000).filter(bool),
                agreed_on=days(date(2015, 12, 30), date(2016, 1, 20)),
            ),
            max_size=10,
        ),
        law=laws(Reduction, SupplementInProgress),
    )
    def test_equals_the_oracle_through_many_changes(self, changes: list[PriceChange], law: Law) -> None:
        """Raises and reductions in any number and order are set off, paid back or let go as the oracle does."""
        case = ConstructionCase(contract=YEAR, paid_on=date(2016, 1, 1), price_changes=tuple(changes))
        _told_twice(case, law)

    def test_equals_the_oracle_under_every_combination_of_readings(self) -> None:
        """A grid of prices, early and late starts and days under all combinations of the premium's readings."""
        for bill, expected in _grid():
            assert bill() == expected


@cache
def _grid() -> list[tuple[Callable[[], Lines], Lines]]:
    """Return questions on a grid of facts and what the oracle says to them."""
    grid: list[tuple[Callable[[], Lines], Lines]] = []
    prices = ("0.01", "50.00", "99999999.99", "1000000000000")
    starts = (None, date(2014, 11, 15), date(2015, 2, 1))
    for price, started_on, paid_on, law in product(prices, starts, (date(2015, 9, 1), date(2016, 6, 30)), EVERY_LAW):
        case = ConstructionCase(
            contract=Contract(
                price=price, commencement=date(2014, 12, 30), completion=date(2016, 6, 30), bid_price="77777777.77"
            ),
            paid_on=paid_on,
            started_on=started_on,
            price_changes=(
                PriceChange(amount="0.03", agreed_on=date(2015, 8, 31)),
                PriceChange(amount="33333.33", agreed_on=date(2016, 1, 29)),
                PriceChange(amount="-0.01", agreed_on=date(2015, 12, 31)),
                PriceChange(amount="0.02", agreed_on=date(2016, 2, 29)),
            ),
            relief=Rate.percent("33.33"),
        )
        grid.append((partial(_fen_of_lines, case, law), sorted(premium_lines(case, law))))
    return grid


def _fen_of_lines(case: ConstructionCase, law: Law) -> Lines:
    bill = project_premium(**case.premium_facts, law=law)
    return sorted((line.dated, fen(line.amount)) for line in bill.lines)


HOSTILE: Final = [
    Context(prec=3, rounding=ROUND_DOWN, traps=[]),
    Context(prec=3, rounding=ROUND_UP, traps=[Inexact, Rounded, FloatOperation, InvalidOperation, DivisionByZero]),
    Context(prec=1, rounding=ROUND_CEILING, Emin=-1, Emax=1, capitals=0, clamp=1, traps=[Inexact, Rounded]),
]


@pytest.mark.clause("NN-1.1.2")
class TestHostile:
    """No setting of the host's decimal context, and no other thread, reaches an amount."""

    @pytest.mark.parametrize("context", HOSTILE, ids=["down", "traps", "tiny"])
    def test_any_decimal_context(self, context: Context) -> None:
        """Three digits, other roundings, traps, a tiny exponent range: the same fen."""
        with localcontext(context):
            for bill, expected in _grid():
                assert bill() == expected

    @pytest.mark.parametrize("context", HOSTILE, ids=["down", "traps", "tiny"])
    def test_explaining_in_any_decimal_context(self, context: Context) -> None:
        """The explanation reads the same too."""

        def told() -> tuple[str, str]:
            raised = PriceChange(amount="8500000.55", agreed_on=date(2016, 9, 1))
            explanation = explain(project_premium, YEAR, paid_on=date(2016, 3, 1), price_changes=[raised])
            return explanation.text("zh"), explanation.text("en")

        plain = told()
        with localcontext(context):
            assert told() == plain

    def test_sixteen_threads(self) -> None:
        """Sixteen threads at once, each with a context of its own and four with the same facts, give the same fen."""
        grid, ready = _grid(), Barrier(16)

        def run(number: int) -> bool:
            ready.wait()
            with localcontext(HOSTILE[number % len(HOSTILE)]):
                return all(bill() == expected for bill, expected in grid[number % 4 :: 4])

        with ThreadPoolExecutor(16) as pool:
            assert list(pool.map(run, range(16))) == [True] * 16


def _exact(bill: PremiumBill) -> Fraction:
    """Return the initial premium before rounding."""
    line = bill.initial
    return Fraction(line.base) * Fraction(line.rate.fraction) * Fraction(line.share.part) / Fraction(line.share.whole)


@st.composite
def in_progress(draw: st.DrawFn) -> tuple[Contract, date, date]:
    """Contracts with two days of their term on which a premium can be paid, in order."""
    contract = draw(contracts(first=date(2014, 1, 1), last=date(2019, 1, 1), completing_from=date(2015, 2, 1)))
    paying = days(max(contract.commencement, date(2015, 1, 1)), min(contract.completion, date(2020, 5, 31)))
    one, other = draw(paying), draw(paying)
    return contract, min(one, other), max(one, other)


class TestLaws:
    """What holds of every premium."""

    @given(facts=in_progress(), more=amounts(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.1.2")
    def test_additive_in_price(self, facts: tuple[Contract, date, date], more: Decimal, law: Law) -> None:
        """Before rounding two prices bear what their sum does; after it within a fen."""
        contract, paid_on, _ = facts
        one, other, both = (
            project_premium(attrs.evolve(contract, price=price, bid_price=None), paid_on=paid_on, law=law)
            for price in (contract.price, more, plus(contract.price, more))
        )
        assert one.initial.share == other.initial.share == both.initial.share
        assert _exact(one) + _exact(other) == _exact(both)
        assert abs(fen(one.total) + fen(other.total) - fen(both.total)) <= 1
        assert abs(Fraction(both.total) - _exact(both)) <= Fraction(1, 200)

    @given(facts=in_progress())
    @pytest.mark.clause("NN-1.1.4")
    def test_every_day_has_the_same_share(self, facts: tuple[Contract, date, date]) -> None:
        """Counted in days, each day of the term bears the same part of the premium."""
        contract, paid_on, _ = facts
        assume(contract.commencement <= paid_on < min(contract.completion, date(2020, 5, 31)))
        law = LAW.reading(WhoIsInProgress.ANY)
        today, tomorrow = (
            _exact(project_premium(contract, paid_on=day, law=law)) for day in (paid_on, paid_on + ONE_DAY)
        )
        term = (contract.completion - contract.commencement).days + 1
        assert today - tomorrow == Fraction(contract.price) * Fraction(13, 10_000) / term

    @given(facts=in_progress(), law=laws(), relief=st.none() | rates())
    @pytest.mark.clause("NN-1.1.4")
    def test_paying_later_never_costs_more(
        self, facts: tuple[Contract, date, date], law: Law, relief: Rate | None
    ) -> None:
        """Within the term and with price and term as they are, a later payment costs at most the same."""
        contract, earlier, later = facts
        sooner = project_premium(contract, paid_on=earlier, relief=relief, law=law)
        assert project_premium(contract, paid_on=later, relief=relief, law=law).total <= sooner.total

    @given(facts=in_progress(), data=st.data(), law=laws(ElapsedTime, PremiumBase))
    @pytest.mark.clause("NN-1.1.3", "NN-1.1.4")
    def test_paying_later_never_costs_more_where_the_price_rises(
        self, facts: tuple[Contract, date, date], data: st.DataObject, law: Law
    ) -> None:
        """With raises too, but for the fen that a line's own rounding moves.

        Not with every reading: under LEGACY_ONLY with PRORATED a raise that comes before a late payment bears all, and
        under REFUND a reduction that comes before it bears less than it would have brought back.
        """
        contract, earlier, later = facts
        raises = data.draw(price_changes(contract, reductions=False))
        sooner, paid_later = (
            project_premium(contract, paid_on=day, price_changes=raises, law=law).total for day in (earlier, later)
        )
        assert fen(paid_later) <= fen(sooner) + len(raises)

    @given(case=construction_cases(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.1.4")
    def test_never_above_the_full_premium(self, case: ConstructionCase, law: Law) -> None:
        """No share is negative or above one, so no line is above the premium on all of its base."""
        bill = project_premium(**case.premium_facts, law=law)
        for line in bill.lines:
            assert 0 <= line.share.part <= line.share.whole
            full = Fraction(line.base) * Fraction(13, 10_000)
            assert abs(Fraction(line.amount)) <= abs(full) + Fraction(1, 200)

    @given(case=construction_cases(), data=st.data(), law=laws())
    @pytest.mark.clause("NN-1.1.3")
    def test_the_order_of_changes_never_matters(self, case: ConstructionCase, data: st.DataObject, law: Law) -> None:
        """Changes of price and term in any order give the same bill."""
        bill = project_premium(**case.premium_facts, law=law)
        shuffled = case.premium_facts | {
            name: data.draw(st.permutations(getattr(case, name))) for name in ("price_changes", "term_changes")
        }
        assert project_premium(**shuffled, law=law) == bill

    @given(parts=st.lists(amounts(highest=10**9), min_size=2, max_size=6), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.1.3")
    def test_splitting_a_raise_moves_a_fen_a_line(self, parts: list[Decimal], law: Law) -> None:
        """A raise agreed in parts costs what it costs at once, but for a fen for each line more."""
        day = date(2016, 2, 1)
        whole = sum(fen(part) for part in parts)
        at_once, in_parts = (
            project_premium(
                YEAR,
                paid_on=date(2016, 1, 1),
                price_changes=[PriceChange(amount=amount, agreed_on=day) for amount in several],
                law=law,
            ).total
            for several in ([Decimal(f"{whole}E-2")], parts)
        )
        assert abs(fen(at_once) - fen(in_parts)) <= len(parts) - 1

    @given(case=construction_cases(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.1.2")
    def test_relief_of_nothing_and_of_all(self, case: ConstructionCase, law: Law) -> None:
        """Relief of 0% is none, of 100% leaves nothing on any line."""
        none, nothing, everything = (
            project_premium(**(case.premium_facts | {"relief": relief}), law=law)
            for relief in (None, Rate.percent(0), Rate.per_mille(1000))
        )
        assert nothing == none
        assert {line.amount for line in everything.lines} == {0}

    @given(case=construction_cases(), law=laws(*READINGS))
    @pytest.mark.clause("NN-1.1.4")
    def test_legacy_only_never_costs_less(self, case: ConstructionCase, law: Law) -> None:
        """Who reduces fewer projects asks at least as much of each."""
        everyone = project_premium(**case.premium_facts, law=law.reading(WhoIsInProgress.ANY))
        legacy_only = project_premium(**case.premium_facts, law=law.reading(WhoIsInProgress.LEGACY_ONLY))
        assert legacy_only.total >= everyone.total

    @given(case=construction_cases(), law=laws())
    def test_explaining_changes_nothing(self, case: ConstructionCase, law: Law) -> None:
        """The answer is the same whether it is explained or not."""
        assert explain(project_premium, **case.premium_facts, law=law).outcome == project_premium(
            **case.premium_facts, law=law
        )
