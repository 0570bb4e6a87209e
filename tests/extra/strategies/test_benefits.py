"""Strategies of benefits: the questions take them under every reading, and the limits' edges are drawn."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.benefits import (
    AverageSeries,
    AverageWage,
    Benefit,
    Conclusion,
    Dependant,
    DependantKind,
    DisabilityGrade,
    Injury,
    Receipt,
    Termination,
    TerminationGround,
    dependants_pension,
    grade_on,
    hospital_meals,
    lodging,
    pension_spans,
    reference_wage,
    settle_injury,
    termination_subsidies,
    travel_meals,
)
from gxinjury.errors import NotInForceError, OutOfScopeError
from gxinjury.extra.strategies import (
    average_wages,
    conclusions,
    dependants,
    grades,
    injuries,
    laws,
    monthly_wages,
    receipts,
    stays,
    terminations,
    wages,
)
from gxinjury.law import Law
from gxinjury.periods import Period
from tests.extra.strategies.reaching import first_of, population, reached

FIRST: Final = date(2018, 11, 1)
LAST: Final = date(2019, 2, 28)
FEN: Final = Decimal("0.01")
FEN_APART: Final = Fraction(1, 10**30)
ROUND: Final = AverageWage(120_000, "on_post", 2018)
UNEVEN: Final = AverageWage("54330.28", "on_post", 2014)


class TestWages:
    """Wages and averages."""

    @given(wage=wages(lowest="1680.00", highest=2000))
    def test_bounds(self, wage: Decimal) -> None:
        """A wage keeps to its bounds."""
        assert 1680 <= wage <= 2000

    @pytest.mark.parametrize("percent", [90, 85, 75, 70])
    def test_half_fens(self, percent: int) -> None:
        """Each share that a disability allowance is ends in half a fen of some wage, and soon."""
        half = first_of(wages(lowest=1000), lambda wage: Fraction(wage) * percent % 1 == Fraction(1, 2))
        assert half >= 1000

    @given(average=average_wages(series=AverageSeries.FULL_SCOPE, first_year=2015, last_year=2016))
    def test_averages(self, average: AverageWage) -> None:
        """Series and year are those asked for."""
        assert average.series is AverageSeries.FULL_SCOPE
        assert average.year in {2015, 2016}

    @given(data=st.data(), average=average_wages(), law=laws())
    def test_monthly_wages(self, data: st.DataObject, average: AverageWage, law: Law) -> None:
        """A reference wage is found, within its limits, of any average that is drawn."""
        of_months = data.draw(monthly_wages(average=average, most_months=12))
        assert 1 <= len(of_months) <= 12
        wage = reference_wage(of_months, average=average, law=law)
        assert (
            Fraction(average.yuan_per_year) / 20 - FEN_APART <= wage <= Fraction(average.yuan_per_year) / 4 + FEN_APART
        )

    @given(of_months=monthly_wages(most_months=2, highest=10))
    def test_monthly_bounds(self, of_months: tuple[Decimal, ...]) -> None:
        """Months and wages keep to their bounds."""
        assert len(of_months) <= 2
        assert max(of_months) <= 10

    @pytest.mark.parametrize(("average", "share"), [(ROUND, 20), (ROUND, 4), (UNEVEN, 20), (UNEVEN, 4)])
    def test_limits(self, average: AverageWage, share: int) -> None:
        """The mean lies on a limit or within a fen below it, and within a fen above."""
        limit = Fraction(average.yuan_per_year) / share

        def mean(of_months: tuple[Decimal, ...]) -> Fraction:
            return Fraction(sum(of_months)) / len(of_months)

        near = Fraction(1, 100)
        assert reached(monthly_wages(average=average), lambda months: limit - near < mean(months) <= limit)
        assert reached(monthly_wages(average=average), lambda months: limit < mean(months) <= limit + near)


class TestGrades:
    """Grades and conclusions."""

    @given(grade=grades(worst=5, mildest=6))
    def test_bounds(self, grade: DisabilityGrade) -> None:
        """A grade keeps to its bounds."""
        assert grade in {5, 6}

    @given(made=conclusions(first=FIRST, last=LAST))
    def test_taken(self, made: tuple[Conclusion, ...]) -> None:
        """The last day has a grade, for each conclusion has a day of its own."""
        assert all(FIRST <= one.made_on <= LAST for one in made)
        assert grade_on(made, LAST) in set(DisabilityGrade)

    def test_several(self) -> None:
        """A later conclusion is worse, or milder, in any order."""
        found = first_of(conclusions(), lambda made: len(made) > 1 and made[0].made_on > made[1].made_on)
        assert len(found) > 1


class TestFamily:
    """Those whom a worker supported."""

    @given(family=dependants(most=4), wage=wages(), divide=st.booleans(), law=laws())
    def test_taken(self, family: tuple[Dependant, ...], wage: Decimal, divide: bool, law: Law) -> None:
        """A pension is found for any family."""
        assert len(family) <= 4
        pension = dependants_pension(family, wage, divide=divide, wage_in_life=wage, law=law)
        assert pension.total <= pension.cap

    @pytest.mark.parametrize("rate", [Decimal("0.4"), Decimal("0.9"), Decimal("1.0"), Decimal("1.1")], ids=str)
    def test_shares(self, rate: Decimal) -> None:
        """The shares add up to less than the whole, to the whole and to more."""

        def added(family: tuple[Dependant, ...]) -> bool:
            return sum(share.rate.fraction for share in dependants_pension(family, 5000).shares) == rate

        assert reached(dependants(), added)

    @given(family=dependants(around=FIRST), law=laws())
    def test_days(self, family: tuple[Dependant, ...], law: Law) -> None:
        """Spans are found for the days of any family."""
        spans = pension_spans(family, 5000, pension_from=FIRST, wage_in_life=5000, law=law)
        assert all(span.pension.shares for span in spans)

    @pytest.mark.parametrize(
        "corner",
        [
            lambda one: one.born_on and one.born_on > FIRST,
            lambda one: one.born_on and later(one.born_on, 12 * 18) == FIRST,
            lambda one: one.born_on and later(one.born_on, 12 * 18) == date(2018, 11, 2) and not one.unable_to_work,
            lambda one: one.unable_to_work,
            lambda one: one.first and one.last and one.born_on is None,
            lambda one: one.kind is DependantKind.SPOUSE and one.last,
        ],
        ids=["born later", "18 on the day", "18 a day later", "unable", "both days", "spouse ends"],
    )
    def test_corners(self, corner: Any) -> None:  # noqa: ANN401  (a condition)
        """Each kind of dependant that a rule tells apart comes up."""
        assert reached(dependants(around=FIRST), lambda family: any(corner(one) for one in family), 3000)


class TestHospital:
    """Stays and receipts."""

    @given(paid=receipts(first=FIRST, last=LAST))
    def test_receipts(self, paid: tuple[Receipt, ...]) -> None:
        """What the fund pays and what it does not add up to the receipts."""
        assert all(FIRST <= one.day <= LAST for one in paid)
        for question in (travel_meals, lodging):
            found = question(paid)
            assert found.paid + found.own == sum(one.amount for one in paid)

    @pytest.mark.parametrize(("year", "cap"), [(2018, 40), (2018, 110), (2019, 100), (2019, 330)])
    @pytest.mark.parametrize("more", [Decimal(0), FEN], ids=["cap", "fen above"])
    def test_caps(self, year: int, cap: int, more: Decimal) -> None:
        """Receipts come to each cap of their year, and to a fen more."""

        def wanted(paid: tuple[Receipt, ...]) -> bool:
            return any(one.day.year == year and one.amount == cap + more for one in paid)

        assert reached(receipts(first=FIRST, last=LAST), wanted)

    @given(several=stays(first=FIRST, last=LAST))
    def test_stays(self, several: tuple[Period, ...]) -> None:
        """Meals are paid for each stay."""
        assert all(FIRST <= stay.first <= LAST for stay in several)
        assert all(hospital_meals(stay).amount >= 15 * (stay.days or 0) for stay in several)

    def test_stays_over_the_turn(self) -> None:
        """A stay lasts over the day on which meals rise, and one begins on it."""
        turn = date(2019, 1, 1)
        assert reached(stays(), lambda some: any(turn in stay and stay.first < turn for stay in some))
        assert reached(stays(), lambda some: any(stay.first == turn for stay in some))


class TestTerminations:
    """Ends of the relation."""

    @given(ended=terminations(first=FIRST, last=LAST, project_worker=False), grade=grades(), law=laws())
    def test_taken(self, ended: Termination, grade: DisabilityGrade, law: Law) -> None:
        """The subsidies are found, or it is said who decides; nobody but a project worker ends at completion."""
        assert FIRST <= ended.ended_on <= LAST
        assert ended.wage is not None
        try:
            due = termination_subsidies(
                grade,
                ended.wage,
                ended_on=ended.ended_on,
                ground=ended.ground,
                injured_on=FIRST,
                scale=ended.scale,
                average=ended.average,
                law=law,
            )
        except OutOfScopeError:
            assert ended.ground is TerminationGround.EMPLOYER
        except NotInForceError:
            assert ended.average is None
        else:
            assert due.medical is None or due.medical >= 0

    @pytest.mark.parametrize("day", [date(2017, 1, 4), date(2017, 1, 5)], ids=str)
    def test_the_turn_of_the_tables(self, day: date) -> None:
        """A relation ends on the first day of the new tables, and on the last of the old ones."""
        assert reached(terminations(), lambda ended: ended.ended_on == day, 3000)


def later(day: date, months: int) -> date | None:
    """Return the corresponding day so many months on; None where the month has none."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        return None


INJURIES: Final = injuries(last=date(2023, 12, 31))
"""Injuries of the years in which the region's average counts too."""


class TestInjuries:
    """Whole injuries."""

    @given(injury=injuries(first=FIRST, last=LAST), law=laws())
    def test_settled(self, injury: Injury, law: Law) -> None:
        """Every reading settles them, and no line is without an amount or what it needs."""
        assert FIRST <= injury.injured_on <= LAST
        assert all(line.amount is not None or line.needs for line in settle_injury(injury, law=law).lines)

    def test_every_benefit(self) -> None:
        """Each benefit comes up."""
        still = set(Benefit)
        for injury in population(INJURIES, 2000):
            still -= {line.benefit for line in settle_injury(injury).lines}
            if not still:
                break
        assert still == set()

    @pytest.mark.parametrize(
        "corner",
        [
            lambda one: one.death and one.death.died_on == one.injured_on,
            lambda one: one.death and one.leave_months and one.death.died_on == later(one.injured_on, one.leave_months),
            lambda one: one.grade and one.graded_on > one.injured_on and one.death,
            lambda one: one.termination and one.retires_on and one.retires_on <= one.termination.ended_on,
            lambda one: one.termination and one.retires_on == later(one.termination.ended_on, 60),
            lambda one: one.termination and one.termination.ground is TerminationGround.COMPLETION,
            lambda one: one.stopped_on and one.grade,
            lambda one: one.disappearance and one.death,
            lambda one: not one.enrolled and one.old_wound,
            lambda one: one.third_party_paid and one.treatment and one.third_party_paid > one.treatment,
            lambda one: one.completed_on and one.grade and one.project_worker and not one.termination,
            lambda one: one.commuted and one.wage_in_life,
            lambda one: any(stay.first < one.injured_on for stay in one.stays),
            lambda one: one.exposed_from == one.injured_on,
        ],
        ids=[
            "at once",
            "end of leave",
            "graded",
            "retired",
            "five years",
            "completion",
            "stopped",
            "missing",
            "alone",
            "third party",
            "completed",
            "in one sum",
            "in hospital before the diagnosis",
            "exposed on the day of it",
        ],
    )
    def test_corners(self, corner: Any) -> None:  # noqa: ANN401  (a condition)
        """Each kind of injury that a rule tells apart comes up."""
        assert reached(INJURIES, corner, 2000)


def test_unpublished_figures_are_told() -> None:
    """Averages are made up, so that no question stops for want of a published one."""
    for year in (2010, 2024):
        average = next(population(average_wages(first_year=year, last_year=year)))
        try:
            assert reference_wage([3500], average=average) > 0
        except NotInForceError:
            pytest.fail("an average that is drawn was looked up")
