"""Disability grades and the one that benefits follow (REG-45)."""

from datetime import date
from typing import Final

import pytest

from gxinjury import InvalidFactError, OutOfScopeError
from gxinjury.benefits import Conclusion, DisabilityGrade, grade_on
from gxinjury.benefits.grades import grade_of, optional_grade

FIRST: Final = Conclusion(grade=7, made_on=date(2016, 5, 4))
SECOND: Final = Conclusion(grade=DisabilityGrade.FIVE, made_on=date(2018, 3, 1))


def test_ten_grades_one_the_worst() -> None:
    """There are ten grades, 1 to 10, in order."""
    assert [int(grade) for grade in DisabilityGrade] == [*range(1, 11)]


@pytest.mark.parametrize("grade", DisabilityGrade)
def test_each_grade_falls_under_one_article(grade: DisabilityGrade) -> None:
    """Grades 1 to 4 are severe, 5 and 6 medium, the rest neither."""
    assert grade.is_severe is (grade in {1, 2, 3, 4})
    assert grade.is_medium is (grade in {5, 6})


def test_a_number_is_read_as_a_grade() -> None:
    """A whole number from 1 to 10 is the grade; None stays None where a field is optional."""
    assert grade_of("question", 3) is DisabilityGrade.THREE
    assert optional_grade(None) is None


@pytest.mark.parametrize("grade", [0, 11, True, "1", None])
def test_a_conclusion_needs_a_grade(grade: object) -> None:
    """A conclusion with what is no grade is refused by name."""
    with pytest.raises(InvalidFactError, match=r"Conclusion\.grade must be a disability grade"):
        Conclusion(grade=grade, made_on=date(2016, 5, 4))  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.clause("REG-45")
class TestGradeOn:
    """After a second injury benefits follow the newly assessed grade."""

    @pytest.mark.parametrize(
        ("day", "grade"), [(date(2016, 5, 4), 7), (date(2018, 2, 28), 7), (date(2018, 3, 1), 5), (date(2030, 1, 1), 5)]
    )
    def test_newest_conclusion(self, day: date, grade: int) -> None:
        """The newest conclusion made by the day counts, in whatever order they are named."""
        assert grade_on([FIRST, SECOND], day) == grade
        assert grade_on([SECOND, FIRST], day) == grade

    def test_none_yet(self) -> None:
        """The day before the first conclusion nothing is assessed."""
        with pytest.raises(OutOfScopeError, match="2016-05-03") as caught:
            grade_on([FIRST], date(2016, 5, 3))
        assert str(caught.value.clause) == "REG-21"

    def test_two_of_one_day_are_refused(self) -> None:
        """Two conclusions of one day leave the grade open."""
        with pytest.raises(InvalidFactError, match="must be the only conclusion of its day"):
            grade_on([FIRST, Conclusion(grade=1, made_on=FIRST.made_on)], date(2016, 5, 4))
