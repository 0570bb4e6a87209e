"""The lump-sum disability subsidy (一次性伤残补助金): once, by grade.

A share of the reference wage after the clamp of art. 64, exact; rounded half up to the fen once, in what is paid.
"""

from datetime import date
from decimal import Decimal

from gxinjury.benefits.doors import day_asked, wage_of
from gxinjury.benefits.grades import DisabilityGrade, grade_of
from gxinjury.explanations import rule
from gxinjury.facts import Yuan
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import REG
from gxinjury.money import times, to_fen
from gxinjury.texts import Text

__all__ = [
    "lump_sum_disability_subsidy",
    "subsidy_of_grades_1_to_4",
    "subsidy_of_grades_5_and_6",
    "subsidy_of_grades_7_to_10",
]


@rule(REG.clause("35"), Text("一至四级一次性伤残补助金", "disability subsidy of grades 1 to 4"))
def subsidy_of_grades_1_to_4(grade: DisabilityGrade, wage: Yuan, on: date, law: Law) -> Yuan:
    """Lump-sum disability subsidy of grades 1 to 4: 27, 25, 23, 21 months of the reference wage (REG-35)."""
    return to_fen(times(wage, law.severe_subsidy_months.on(on).of(grade)))


@rule(REG.clause("36"), Text("五、六级一次性伤残补助金", "disability subsidy of grades 5 and 6"))
def subsidy_of_grades_5_and_6(grade: DisabilityGrade, wage: Yuan, on: date, law: Law) -> Yuan:
    """Lump-sum disability subsidy of grades 5 and 6: 18, 16 months of the reference wage (REG-36)."""
    return to_fen(times(wage, law.medium_subsidy_months.on(on).of(grade)))


@rule(REG.clause("37"), Text("七至十级一次性伤残补助金", "disability subsidy of grades 7 to 10"))
def subsidy_of_grades_7_to_10(grade: DisabilityGrade, wage: Yuan, on: date, law: Law) -> Yuan:
    """Lump-sum disability subsidy of grades 7 to 10: 13, 11, 9, 7 months of the reference wage (REG-37)."""
    return to_fen(times(wage, law.light_subsidy_months.on(on).of(grade)))


@rule(REG.clause("35"), Text("一次性伤残补助金", "lump-sum disability subsidy"))
def lump_sum_disability_subsidy(
    grade: DisabilityGrade | int, wage: Decimal | int | str, *, on: date | None = None, law: Law = LAW
) -> Yuan:
    """Lump-sum disability subsidy (一次性伤残补助金), paid by the fund (REG-35 to REG-37).

    Args:
        grade: The disability grade, 1 (the worst) to 10.
        wage: The reference wage in yuan a month, after the clamp.
        on: The day whose months apply; None: those last in force.
        law: The law asked.

    Returns:
        What is paid once, in yuan to the fen.

    Raises:
        InvalidFactError: A fact breaks a rule of input.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> lump_sum_disability_subsidy(7, 6905)
    Decimal('89765.00')
    """
    graded = grade_of("lump_sum_disability_subsidy", grade)
    monthly = wage_of("lump_sum_disability_subsidy", "wage", wage)
    if graded.is_severe:
        day = day_asked("lump_sum_disability_subsidy", on, law.severe_subsidy_months)
        return subsidy_of_grades_1_to_4(graded, monthly, day, law)
    if graded.is_medium:
        day = day_asked("lump_sum_disability_subsidy", on, law.medium_subsidy_months)
        return subsidy_of_grades_5_and_6(graded, monthly, day, law)
    day = day_asked("lump_sum_disability_subsidy", on, law.light_subsidy_months)
    return subsidy_of_grades_7_to_10(graded, monthly, day, law)
