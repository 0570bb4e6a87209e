"""Disability benefits of many workers (一次性伤残补助金、伤残津贴): once by grade, and monthly for grades 1 to 6."""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeAlias, Unpack

from gxinjury.benefits.doors import day_asked
from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._arithmetic import multiple
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._figures import On, by_day, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_COUNT, LARGEST_WAGE_FEN, MUST_NAME_A_COLUMN
from gxinjury.law.regulation import ByGrade
from gxinjury.timelines import Timeline

Wage: TypeAlias = str | tuple[str, str]
"""A column of whole amounts, or the two columns of an exact one, the fen as numerator over denominator."""

_WORST, _LIGHTEST = 1, 10
_LAST_SEVERE, _LAST_MEDIUM = 4, 6
_LARGEST_NUMERATOR: Final = 10**18
_PAYERS: Final = ("FUND", "EMPLOYER")


@question
def lump_sum_disability_subsidy(
    sheet: Sheet,
    /,
    *,
    grade: Name = None,
    wage: Wage = ("base_num", "base_den"),
    on: On = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Lump-sum disability subsidy of each worker (REG-35 to REG-37).

    As :func:`~gxinjury.benefits.disability_subsidy.lump_sum_disability_subsidy` has it, of a row a worker.

    Args:
        grade: The disability grade, 1 to 10.
        wage: The two columns of the exact wage, as :func:`~gxinjury.extra.frames.wages.benefit_base` and its like leave
            them; or one of wages that are whole fen.
        on: The day whose months apply, a column or one for all rows; None: those last in force.

    Returns:
        The frame with ``disability_subsidy_fen``.

    Raises:
        NotInForceError: That day lies before 2011-01-01.

    >>> import pyarrow as pa
    >>> workers = pa.table({"grade": [7, 10], "wage_yuan": [6905, 6905]})
    >>> lump_sum_disability_subsidy(workers, wage="wage_yuan")["disability_subsidy_fen"].to_pylist()
    [8976500, 4833500]
    """
    graded, facts = grade_of(sheet, grade), wage_of(sheet, wage)
    law = sheet.law
    months = _by_grade(sheet, on, law.severe_subsidy_months, law.medium_subsidy_months, law.light_subsidy_months)
    number, *amount = sheet.settle(graded, *facts)
    times = sheet.let("months", months(number))
    return {"disability_subsidy_fen": Output(_times(sheet, amount, times, 1))}


@question
def disability_allowance(
    sheet: Sheet,
    /,
    *,
    grade: Name = None,
    wage: Wage = ("base_num", "base_den"),
    minimum_wage: Name = None,
    suitable_post: Name = None,
    on: On = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Monthly disability allowance of each worker and its top-up to the minimum wage (REG-35, REG-36).

    As :func:`~gxinjury.benefits.allowance.disability_allowance` has it, of a row a worker; grades 7 to 10 have none,
    and neither have 5 and 6 where the employer has a suitable post.

    Args:
        grade: The disability grade, 1 to 10.
        wage: As in :func:`lump_sum_disability_subsidy`.
        minimum_wage: The monthly minimum wage of the place; a null there is that it is not compared.
        suitable_post: Whether the employer has a suitable post; a null there is that it is not known yet.
        on: The day whose percentages apply, as there.

    Returns:
        The frame with ``allowance_fen``, ``top_up_fen`` and ``allowance_payer``, a name of
        :class:`gxinjury.law.regulation.Payer`, null where there is no allowance.

    Raises:
        NotInForceError: That day lies before 2011-01-01.

    >>> import pyarrow as pa
    >>> workers = pa.table({"grade": [6, 7], "wage_fen": [234_230, 234_230], "minimum_fen": [168_000, 168_000]})
    >>> drawn = disability_allowance(workers, wage="wage_fen", minimum_wage="minimum_fen")
    >>> drawn["allowance_fen"].to_pylist(), drawn["top_up_fen"].to_pylist(), drawn["allowance_payer"].to_pylist()
    ([140538, 0], [27462, 0], ['EMPLOYER', None])
    """
    graded, facts = grade_of(sheet, grade), wage_of(sheet, wage)
    least = None
    if sheet.has("minimum_wage", minimum_wage):
        least = sheet.money("minimum_wage", minimum_wage, limit=LARGEST_WAGE_FEN)
    post = sheet.maybe(sheet.flag, "suitable_post", suitable_post)
    percents = _by_grade(sheet, on, sheet.law.severe_allowance_percent, sheet.law.medium_allowance_percent)
    number, *amount = sheet.settle(graded, *facts)
    percent = sheet.let("percent", percents(number))
    drawn = number <= _LAST_MEDIUM
    if post is not None:
        drawn &= (number <= _LAST_SEVERE) | ~post.holds
    draws = sheet.let("draws", drawn)
    full = sheet.let("allowance", _times(sheet, amount, percent, 100))
    top_up = sheet.same(0)
    if least is not None:
        short = draws & least.known & (least.value > full)
        top_up = choose(short, least.value - full, 0)
    return {
        "allowance_fen": Output(choose(draws, full, 0)),
        "top_up_fen": Output(top_up),
        "allowance_payer": Output(choose(number <= _LAST_SEVERE, 0, 1), "text", names=_PAYERS, known=draws),
    }


def grade_of(sheet: Sheet, column: Name) -> Input:
    """Read a column of disability grades."""
    one = sheet.count("grade", column, LARGEST_COUNT)
    sheet.refuse("not_a_grade", one, (one.value < _WORST) | (one.value > _LIGHTEST))
    return one


def wage_of(sheet: Sheet, wage: Wage) -> list[Input]:
    """Read a wage: one column, or numerator and denominator."""
    if isinstance(wage, str):
        return [sheet.money("wage", wage, limit=LARGEST_WAGE_FEN)]
    if not _is_a_pair(wage):
        raise InvalidFactError(sheet.question, "wage", MUST_NAME_A_COLUMN, wage)
    numerator = sheet.count("wage", wage[0], _LARGEST_NUMERATOR, least=1)
    denominator = sheet.count("wage", wage[1], LARGEST_COUNT, least=1)
    sheet.refuse("too_large", numerator, denominator.known & (numerator.value > denominator.value * LARGEST_WAGE_FEN))
    return [numerator, denominator]


def _is_a_pair(wage: object) -> bool:
    return isinstance(wage, tuple) and len(wage) == 2  # noqa: PLR2004  (numerator and denominator)


def _by_grade(sheet: Sheet, on: On, *tables: Timeline[ByGrade]) -> Callable[[Column], Column]:
    """Return what tables of severe, medium and light grades have for a grade, on one day or on each row's."""

    def listed(day: date | None) -> list[int]:
        found = [one.on(day_asked(sheet.question, day, one)) for one in tables]
        kinds = {grade: (grade > _LAST_SEVERE) + (grade > _LAST_MEDIUM) for grade in range(_WORST, _LIGHTEST + 1)}
        return [found[kind].of(grade) if kind < len(found) else 0 for grade, kind in kinds.items()]

    numbers = by_day(sheet, "on", on, lambda: turns_of(*tables), listed)
    return lambda grade: numbers(grade - _WORST, lambda one: one)


def _times(sheet: Sheet, wage: list[Column], times: Column, per: int) -> Column:
    """Return a wage times a number over another, in fen, rounded half up once."""
    if len(wage) == 1:
        return wage[0] * times if per == 1 else multiple(sheet, wage[0], 1, times, per)
    return multiple(sheet, wage[0], wage[1], times, per)
