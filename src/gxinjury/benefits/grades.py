"""Disability grades (伤残等级): ten of them, ONE the worst."""

from enum import IntEnum
from typing import Annotated, TypeAlias

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.texts import Text

__all__ = ["DisabilityGrade", "Grade", "check_grade", "grade_of", "optional_grade", "read_grade"]

_MUST_BE_A_GRADE = FactRule(
    zh="必须是伤残等级：1（最重）至10的整数（或 DisabilityGrade 的成员）",
    en="must be a disability grade: a member of DisabilityGrade, or a whole number from 1 (the worst) to 10",
    code="no_grade",
)


class DisabilityGrade(IntEnum):
    """The grade of a disability as assessed; rules take the whole number too.

    >>> DisabilityGrade.ONE < DisabilityGrade.TEN, DisabilityGrade(7) == 7
    (True, True)
    """

    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4
    FIVE = 5
    SIX = 6
    SEVEN = 7
    EIGHT = 8
    NINE = 9
    TEN = 10

    @property
    def says(self) -> Text:
        """What the grade is called, as a file may write it."""
        return Text(zh=f"{'一二三四五六七八九十'[self - 1]}级", en=f"grade {int(self)}")

    @property
    def is_severe(self) -> bool:
        """Whether the grade is one of 1 to 4, which keep the relation and leave the post (art. 35)."""
        return self <= DisabilityGrade.FOUR

    @property
    def is_medium(self) -> bool:
        """Whether the grade is 5 or 6 (art. 36)."""
        return self in {DisabilityGrade.FIVE, DisabilityGrade.SIX}


def read_grade(value: int) -> DisabilityGrade:
    """Return the grade where the value is one, else the value as it came, for :func:`check_grade` to refuse."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return DisabilityGrade(value) if is_number and value in DisabilityGrade.__members__.values() else value  # type: ignore[return-value]  # refused by check_grade


def optional_grade(value: int | None) -> DisabilityGrade | None:
    """Return the grade as :func:`read_grade` does, and None for None."""
    return None if value is None else read_grade(value)


def check_grade(record: str, field: str, value: object) -> None:
    """Refuse what is no disability grade.

    >>> check_grade("Injury", "grade", 11)
    Traceback (most recent call last):
    gxinjury.errors.InvalidFactError: Injury.grade must be a disability grade: a member of DisabilityGrade, or a whole \
number from 1 (the worst) to 10, got 11
    """
    if not isinstance(value, DisabilityGrade):
        raise InvalidFactError(record, field, _MUST_BE_A_GRADE, value)


Grade: TypeAlias = Annotated[DisabilityGrade, check_grade]
"""A field that holds a disability grade."""


def grade_of(question: str, value: int) -> DisabilityGrade:
    """Return the grade that a question was given.

    Raises:
        InvalidFactError: It is none: a text, True, 0 or 11.
    """
    grade = read_grade(value)
    check_grade(question, "grade", grade)
    return grade
