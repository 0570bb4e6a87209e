"""Disability benefits of many workers (一次性伤残补助金、伤残津贴): once by grade, and monthly for grades 1 to 6."""

from collections.abc import Callable
from datetime import date
from typing import Final, TypeAlias

from narwhals.typing import IntoFrameT

from gxinjury.benefits.doors import day_asked
from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.arithmetic import multiple
from gxinjury.extra.frames.columns import Column, choose, pick
from gxinjury.extra.frames.sheets import Fact, Output, Sheet, Unit
from gxinjury.extra.frames.words import LARGEST_COUNT, LARGEST_WAGE_FEN, MUST_NAME_A_COLUMN
from gxinjury.facts import Sign, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.regulation import ByGrade
from gxinjury.timelines import Timeline

Wage: TypeAlias = str | tuple[str, str]
"""A column of whole amounts, or the two columns of an exact one: fen, numerator over denominator."""

_WORST, _LIGHTEST = 1, 10
_LAST_SEVERE, _LAST_MEDIUM = 4, 6
_LARGEST_NUMERATOR: Final = 10**18
_PAYERS: Final = ("FUND", "EMPLOYER")


def lump_sum_disability_subsidy(
    frame: IntoFrameT,
    *,
    grade: str = "grade",
    wage: Wage = ("base_num", "base_den"),
    on: date | None = None,
    unit: Unit | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Lump-sum disability subsidy of each worker (REG-35 to REG-37).

    As :func:`~gxinjury.benefits.disability.lump_sum_disability_subsidy` has it.

    Args:
        frame: A row a worker.
        grade: Column of the disability grade, 1 to 10.
        wage: The columns of the exact wage, as :func:`~gxinjury.extra.frames.wages.benefit_base` and its like leave
            them; or a column of wages that are whole fen.
        on: The day whose months apply; None: those last in force.
        unit: What a single column of wages counts; None: its name ends in ``_fen`` or ``_yuan``.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``disability_subsidy_fen``, whole fen; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> import pyarrow as pa
    >>> workers = pa.table({"grade": [7, 10], "wage_yuan": [6905, 6905]})
    >>> lump_sum_disability_subsidy(workers, wage="wage_yuan")["disability_subsidy_fen"].to_pylist()
    [8976500, 4833500]
    """
    question = "lump_sum_disability_subsidy"
    check_instance(question, "law", law, Law)

    def work(sheet: Sheet) -> dict[str, Output]:
        graded, facts = _grade(sheet, grade), _wage(sheet, wage, unit)
        months = [
            (_WORST, _table(question, on, law.severe_subsidy_months)),
            (_LAST_SEVERE + 1, _table(question, on, law.medium_subsidy_months)),
            (_LAST_MEDIUM + 1, _table(question, on, law.light_subsidy_months)),
        ]
        number, *amount = sheet.settle(graded, *facts)
        times = sheet.let("months", _by_grade(number, lambda one: max(x for x in months if x[0] <= one)[1].of(one)))
        return {"disability_subsidy_fen": Output(_times(sheet, amount, times, 1))}

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)


def disability_allowance(
    frame: IntoFrameT,
    *,
    grade: str = "grade",
    wage: Wage = ("base_num", "base_den"),
    minimum_wage: str | None = None,
    suitable_post: str | None = None,
    on: date | None = None,
    unit: Unit | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Monthly disability allowance of each worker and its top-up to the minimum wage (REG-35, REG-36).

    As :func:`~gxinjury.benefits.disability.disability_allowance` has it; grades 7 to 10 have none, and neither have 5
    and 6 where the employer has a suitable post.

    Args:
        frame: A row a worker.
        grade: Column of the disability grade, 1 to 10.
        wage: As in :func:`lump_sum_disability_subsidy`.
        minimum_wage: Column of the monthly minimum wage of the place; a null there is that it is not compared.
        suitable_post: Column: whether the employer has a suitable post; a null there is that it is not known yet.
        on: The day whose percentages apply; None: those last in force.
        unit: What columns of amounts count; None: their names end in ``_fen`` or ``_yuan``.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``allowance_fen`` and ``top_up_fen``, whole fen, and ``allowance_payer``, a name of
        :class:`gxinjury.law.regulation.Payer`, null where there is no allowance; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: ``on`` lies before 2011-01-01.

    >>> import pyarrow as pa
    >>> workers = pa.table({"grade": [6, 7], "wage_fen": [234_230, 234_230], "minimum_fen": [168_000, 168_000]})
    >>> drawn = disability_allowance(workers, wage="wage_fen", minimum_wage="minimum_fen")
    >>> drawn["allowance_fen"].to_pylist(), drawn["top_up_fen"].to_pylist(), drawn["allowance_payer"].to_pylist()
    ([140538, 0], [27462, 0], ['EMPLOYER', None])
    """
    question = "disability_allowance"
    check_instance(question, "law", law, Law)

    def work(sheet: Sheet) -> dict[str, Output]:
        graded, facts = _grade(sheet, grade), _wage(sheet, wage, unit)
        least = None
        if minimum_wage is not None:
            least = sheet.money("minimum_wage", minimum_wage, unit, Sign.POSITIVE, LARGEST_WAGE_FEN)
        post = None if suitable_post is None else sheet.flag("suitable_post", suitable_post)
        severe = _table(question, on, law.severe_allowance_percent)
        medium = _table(question, on, law.medium_allowance_percent)
        number, *amount = sheet.settle(graded, *facts)
        percent = sheet.let("percent", _by_grade(number, lambda one: _percent(one, severe, medium)))
        drawn = number <= _LAST_MEDIUM
        if post is not None:
            drawn &= (number <= _LAST_SEVERE) | ~(post.known & (post.value == 1))
        draws = sheet.let("draws", drawn)
        full = sheet.let("allowance", _times(sheet, amount, percent, 100))
        allowance = choose(draws, full, 0)
        top_up = sheet.same(0)
        if least is not None:
            short = draws & least.known & (least.value > full)
            top_up = choose(short, least.value - full, 0)
        payer = choose(number <= _LAST_SEVERE, 0, 1)
        return {
            "allowance_fen": Output(allowance),
            "top_up_fen": Output(top_up),
            "allowance_payer": Output(payer, "text", names=_PAYERS, known=draws),
        }

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)


def _percent(grade: int, severe: ByGrade, medium: ByGrade) -> int:
    if grade > _LAST_MEDIUM:
        return 0
    return (severe if grade <= _LAST_SEVERE else medium).of(grade)


def _grade(sheet: Sheet, column: str) -> Fact:
    fact = sheet.count("grade", column, LARGEST_COUNT)
    sheet.refuse("not_a_grade", fact, (fact.value < _WORST) | (fact.value > _LIGHTEST))
    return fact


def _wage(sheet: Sheet, wage: Wage, unit: Unit | None) -> list[Fact]:
    if isinstance(wage, str):
        return [sheet.money("wage", wage, unit, Sign.POSITIVE, LARGEST_WAGE_FEN)]
    if not _is_a_pair(wage):
        raise InvalidFactError(sheet.question, "wage", MUST_NAME_A_COLUMN, wage)
    numerator = sheet.count("wage", wage[0], _LARGEST_NUMERATOR, least=1)
    denominator = sheet.count("wage", wage[1], LARGEST_COUNT, least=1)
    return [numerator, denominator]


def _is_a_pair(wage: object) -> bool:
    return isinstance(wage, tuple) and len(wage) == 2  # noqa: PLR2004  (numerator and denominator)


def _table(question: str, on: date | None, figure: Timeline[ByGrade]) -> ByGrade:
    return figure.on(day_asked(question, on, figure))


def _by_grade(number: Column, value: Callable[[int], int]) -> Column:
    """Return a value a grade as a column."""
    return pick(number - _WORST, [value(one) for one in range(_WORST, _LIGHTEST + 1)])


def _times(sheet: Sheet, wage: list[Column], times: Column, per: int) -> Column:
    """Return a wage times a number over another, in fen, rounded half up once."""
    if len(wage) == 1:
        return wage[0] * times if per == 1 else multiple(sheet, wage[0], 1, times, per)
    return multiple(sheet, wage[0], wage[1], times, per)
