"""Every day on which any figure of the law changes, and the day before: found by walking the timelines."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

import pytest

from gxinjury import LAW, NotInForceError, explain
from gxinjury.benefits import (
    AverageWage,
    CareDependency,
    Death,
    DeathAnchor,
    Dependant,
    DependantKind,
    Disappearance,
    Injury,
    Rhythm,
    Settlement,
    Termination,
    TerminationGround,
    arrears_fine,
    average_area,
    dependants_pension,
    disability_allowance,
    fraud_fine,
    funeral_subsidy,
    hardship_advance,
    hospital_meals,
    living_care_fee,
    lump_sum_death_subsidy,
    lump_sum_disability_subsidy,
    missing_span,
    paid_injury_leave,
    settle_injury,
    surcharge,
    termination_subsidies,
)
from gxinjury.explanations import Explanation, StepKind
from gxinjury.law.regulation import REVISED_FROM
from gxinjury.money import total
from gxinjury.periods import Period

CHANGES: Final = sorted({day for figure in LAW.figures().values() for day in figure.days()})
DAYS: Final = sorted({*CHANGES, *(day - timedelta(days=1) for day in CHANGES)})
AVERAGE: Final = AverageWage(91_369, "on_post", 2021)
SPOUSE: Final = Dependant(name="spouse", kind=DependantKind.SPOUSE)

every_day = pytest.mark.parametrize("day", DAYS, ids=str)
every_change = pytest.mark.parametrize("day", CHANGES, ids=str)


def _graded(rule: Any, **facts: Any) -> list[Callable[[date], Explanation[Any]]]:  # noqa: ANN401  (any rule)
    def of(grade: int) -> Callable[[date], Explanation[Any]]:
        return lambda day: explain(rule, grade, 5000, on=day, **facts)

    return [of(grade) for grade in range(1, 11)]


def _care(dependency: CareDependency) -> Callable[[date], Explanation[Any]]:
    return lambda day: explain(living_care_fee, dependency, AVERAGE, on=day)


def _ended(grade: int) -> Callable[[date], Explanation[Any]]:
    return lambda day: explain(termination_subsidies, grade, 5000, ended_on=day, average=AVERAGE)


QUESTIONS: Final[list[Callable[[date], Explanation[Any]]]] = [
    *_graded(lump_sum_disability_subsidy),
    *_graded(disability_allowance, minimum_wage=1680),
    *map(_care, CareDependency),
    lambda day: explain(average_area, day),
    lambda day: explain(funeral_subsidy, AVERAGE, on=day),
    lambda day: explain(dependants_pension, [SPOUSE], 5000, on=day),
    lambda day: explain(lump_sum_death_subsidy, day, anchor=DeathAnchor.DEATH, income=50_000),
    lambda day: explain(hardship_advance, 500_000, on=day),
    lambda day: explain(arrears_fine, 1000, on=day),
    lambda day: explain(fraud_fine, 1000, on=day),
    *map(_ended, range(5, 11)),
]
"""The questions whose answer changes with a day only as a figure does."""


def _answer(ask: Callable[[date], Explanation[Any]], day: date) -> Explanation[Any] | None:
    """The answer on a day; None where nothing is in force then."""
    try:
        return ask(day)
    except NotInForceError:
        return None


def _plain(outcome: Any) -> Any:  # noqa: ANN401  (outcomes of all kinds)
    """An outcome without the day it was asked for."""
    return getattr(outcome, "amount", outcome)


@every_change
def test_an_answer_changes_only_when_a_figure_does(day: date) -> None:
    """What differs from the day before rests on a figure that changed that day."""
    for ask in QUESTIONS:
        now, then = _answer(ask, day), _answer(ask, day - timedelta(days=1))
        if now is None:
            assert then is None
        elif then is None or _plain(now.outcome) != _plain(then.outcome):
            used = {step.name for step in now.steps if step.kind is StepKind.FIGURE}
            assert any(day in LAW.figures()[name].days() for name in used)


@every_day
def test_nothing_of_the_revised_regulation_before_2011(day: date) -> None:
    """Every question of the Regulation answers from 2011-01-01 on, and refuses before."""
    asked: list[Callable[[], object]] = [
        lambda: lump_sum_disability_subsidy(1, 5000, on=day),
        lambda: disability_allowance(5, 5000, on=day),
        lambda: living_care_fee(CareDependency.FULL, AVERAGE, on=day),
        lambda: funeral_subsidy(AVERAGE, on=day),
        lambda: dependants_pension([SPOUSE], 5000, on=day),
        lambda: lump_sum_death_subsidy(day, anchor=DeathAnchor.DEATH, income=50_000),
        lambda: missing_span(day),
        lambda: hardship_advance(500_000, on=day),
        lambda: paid_injury_leave(day, months=1),
        lambda: hospital_meals(Period(day, day)),
        lambda: surcharge(1000, defaulted_on=day, paid_on=day),
    ]
    for ask in asked:
        if day >= REVISED_FROM:
            assert ask() is not None
        else:
            with pytest.raises(NotInForceError):
                ask()


@every_day
def test_a_worse_grade_never_earns_less(day: date) -> None:
    """On every such day each benefit falls, or stays, from grade to grade."""
    if day >= REVISED_FROM:
        subsidies = [lump_sum_disability_subsidy(grade, 5000, on=day) for grade in range(1, 11)]
        allowances = [disability_allowance(grade, 5000, minimum_wage=1680, on=day).total for grade in range(1, 11)]
        assert subsidies == sorted(subsidies, reverse=True)
        assert allowances == sorted(allowances, reverse=True)
    if day >= date(2007, 1, 1):
        ended = [termination_subsidies(grade, 5000, ended_on=day, average=AVERAGE) for grade in range(5, 11)]
        medical, employment = ([due.medical or 0 for due in ended], [due.employment or 0 for due in ended])
        assert medical == sorted(medical, reverse=True)
        assert employment == sorted(employment, reverse=True)


def _conserved(settlement: Settlement) -> None:
    for rhythm in Rhythm:
        lines = [line.counted for line in settlement.lines if line.rhythm is rhythm and line.counted is not None]
        assert total(each.amount for each in settlement.totals if each.rhythm is rhythm) == total(lines)


@every_day
@pytest.mark.parametrize("grade", [1, 6, 9])
def test_a_settlement_conserves_its_lines_and_explains_itself(day: date, grade: int) -> None:
    """Hurt, graded, ended and dead on such a day: totals conserve, no line is silent, explaining changes nothing."""
    facts: dict[str, Any] = {
        "injured_on": day,
        "wage": 5000,
        "original_wage": 6000,
        "leave_months": 12 if day >= REVISED_FROM else None,
        "stays": [Period(day, day)] if day >= REVISED_FROM else [],
        "dependants": [SPOUSE],
        "minimum_wage": 1680,
    }
    of_grade = {
        "grade": grade,
        "graded_on": day,
        "determined_on": day,
        "care": CareDependency.MOST,
        "termination": Termination(ended_on=day, wage=5000, ground=TerminationGround.OWN_WISH, average=AVERAGE),
    }
    death = Death(died_on=day, anchor=DeathAnchor.ACCIDENT)
    missing: dict[str, Any] = {"leave_months": None, "stays": [], "disappearance": Disappearance(hardship=True)}
    for more in (of_grade, {"death": death}, {**of_grade, "death": death}, missing, {**missing, "death": death}):
        injury = Injury(**{**facts, **more})
        asked = explain(settle_injury, injury)
        assert asked.outcome == settle_injury(injury)
        assert all((line.amount is None) is (line.needs is not None) for line in asked.outcome.lines)
        _conserved(asked.outcome)
