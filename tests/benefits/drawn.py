"""What the tests of this room share: injuries drawn at random, and how outcomes are compared."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from gxinjury.benefits import (
    AverageWage,
    CareDependency,
    Death,
    DeathAnchor,
    Dependant,
    DependantKind,
    Injury,
    Termination,
    TerminationGround,
)
from gxinjury.periods import Period

FAMILY: Final = [
    Dependant(name="spouse", kind=DependantKind.SPOUSE),
    *(Dependant(name=f"child {number}", kind=DependantKind.OTHER) for number in range(3)),
]


def told(*values: object) -> tuple[object, ...]:
    """Values side by side, to be compared with amounts written as plain numbers."""
    return values


@st.composite
def injuries(draw: st.DrawFn) -> Injury:
    """Draw an injury with or without each of its facts."""
    grade = draw(st.none() | st.integers(1, 10))
    injured_on = draw(st.dates(date(2011, 1, 1), date(2025, 12, 31)))

    def later() -> date:
        return date.fromordinal(injured_on.toordinal() + draw(st.integers(0, 3000)))

    graded_on = None if grade is None else later()
    average = draw(st.none() | st.just(AverageWage(91_369, "on_post", 2021)))
    after = date.fromordinal((graded_on or injured_on).toordinal() + draw(st.integers(0, 3000)))
    termination = Termination(
        ended_on=after,
        wage=draw(st.none() | st.integers(1000, 50_000)),
        ground=draw(
            st.sampled_from([TerminationGround.OWN_WISH, TerminationGround.EXPIRY, TerminationGround.EMPLOYER])
        ),
        average=average,
    )
    death = Death(died_on=after, anchor=draw(st.sampled_from(DeathAnchor)), average=average)
    return Injury(
        injured_on=injured_on,
        wage=draw(st.none() | st.decimals(min_value=1000, max_value=50_000, places=4)),
        original_wage=draw(st.none() | st.integers(1000, 50_000)),
        leave_months=draw(st.none() | st.integers(0, 12)),
        treatment=draw(st.none() | st.integers(0, 10**6)),
        stays=[Period(injured_on, later())] if draw(st.booleans()) else [],
        determined_on=draw(st.none() | st.just(later())),
        grade=grade,
        graded_on=graded_on,
        care=draw(st.none() | st.sampled_from(CareDependency)) if grade else None,
        care_average=average,
        suitable_post=draw(st.none() | st.booleans()),
        minimum_wage=draw(st.none() | st.integers(1000, 3000)),
        retires_on=draw(st.none() | st.dates(date(2011, 1, 1), date(2060, 1, 1))),
        termination=termination if grade and draw(st.booleans()) else None,
        death=death if draw(st.booleans()) else None,
        dependants=draw(st.permutations(FAMILY)) if draw(st.booleans()) else [],
        divide_pension=draw(st.booleans()),
        old_wound=draw(st.booleans()),
        project_worker=draw(st.booleans()),
        enrolled=draw(st.booleans()),
    )
