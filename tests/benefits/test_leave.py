"""Paid injury leave and recurrence (REG-33, REG-38)."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury import InvalidFactError, NotInForceError
from gxinjury.benefits import Recurring, benefits_on_recurrence, paid_injury_leave
from gxinjury.law.regulation import Payer
from gxinjury.periods import Period

HURT: Final = date(2016, 3, 1)


@pytest.mark.clause("REG-33")
class TestLeave:
    """The employer pays the original wage, up to 12 months and 12 more, and no longer once graded."""

    @pytest.mark.parametrize(
        ("injured_on", "months", "extension", "last"),
        [
            (HURT, 12, 0, date(2017, 3, 1)),
            (HURT, 12, 12, date(2018, 3, 1)),
            (HURT, 0, 0, HURT),
            (date(2016, 8, 31), 6, 0, date(2017, 2, 28)),
            (date(2016, 8, 31), 3, 3, date(2017, 2, 28)),
        ],
    )
    def test_months(self, injured_on: date, months: int, extension: int, last: date) -> None:
        """Leave runs from the day of the injury to the corresponding day, counted from the injury at once."""
        leave = paid_injury_leave(injured_on, months=months, extension_months=extension)
        assert (leave.days, leave.payer, leave.graded) == (Period(injured_on, last), Payer.EMPLOYER, False)

    @pytest.mark.parametrize(
        ("graded_on", "last", "graded"),
        [
            (HURT, HURT, True),
            (date(2016, 9, 1), date(2016, 9, 1), True),
            (date(2017, 3, 1), date(2017, 3, 1), True),
            (date(2017, 3, 2), date(2017, 3, 1), False),
        ],
    )
    def test_stops_when_graded(self, graded_on: date, last: date, graded: bool) -> None:
        """The day of the grading is the last day of leave, if the months are not over before."""
        leave = paid_injury_leave(HURT, months=12, graded_on=graded_on)
        assert (leave.days.last, leave.graded) == (last, graded)

    @pytest.mark.parametrize(
        ("months", "extension", "field"),
        [(13, 0, "months"), (12, 13, "extension_months"), (-1, 0, "months"), (True, 0, "months")],
    )
    def test_more_than_the_law_allows_is_refused(self, months: int, extension: int, field: str) -> None:
        """A thirteenth month, of either kind, and what is no count are refused by name."""
        with pytest.raises(InvalidFactError, match=rf"paid_injury_leave\.{field} must be"):
            paid_injury_leave(HURT, months=months, extension_months=extension)

    def test_grading_before_the_injury_is_refused(self) -> None:
        """Nobody is graded the day before he is hurt."""
        with pytest.raises(InvalidFactError, match=r"graded_on must not be before injured_on \(2016-03-01\)"):
            paid_injury_leave(HURT, months=12, graded_on=date(2016, 2, 29))

    def test_the_revised_regulation_begins_in_2011(self) -> None:
        """The months hold from 2011-01-01; the day before nothing is in force."""
        assert paid_injury_leave(date(2011, 1, 1), months=1).days.days == 32
        with pytest.raises(NotInForceError, match="2010-12-31"):
            paid_injury_leave(date(2010, 12, 31), months=1)

    @given(st.dates(date(2011, 1, 1), date(2030, 1, 1)), st.integers(0, 11), st.integers(0, 12))
    def test_a_month_more_never_ends_sooner(self, injured_on: date, months: int, extension: int) -> None:
        """More months never shorten the leave, graded or not."""
        less = paid_injury_leave(injured_on, months=months, extension_months=extension).days.last
        more = paid_injury_leave(injured_on, months=months + 1, extension_months=extension).days.last
        assert less is not None
        assert more is not None
        assert less < more


@pytest.mark.clause("REG-38")
@pytest.mark.parametrize(("confirmed", "due"), [(True, tuple(Recurring)), (False, ())])
def test_recurrence(confirmed: bool, due: tuple[Recurring, ...]) -> None:
    """A recurrence brings treatment, aids and leave again, once the need is confirmed."""
    assert benefits_on_recurrence(treatment_confirmed=confirmed) == due
