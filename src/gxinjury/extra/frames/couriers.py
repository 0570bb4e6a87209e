"""Outlets in a table (快递网点的批量计算): their premium by headcount, and how far the campaign has come."""

from typing import Final

from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.arithmetic import divided, fraction_of, half_up
from gxinjury.extra.frames.columns import choose
from gxinjury.extra.frames.premiums import check_relief
from gxinjury.extra.frames.sheets import Output, Sheet, Unit
from gxinjury.extra.frames.words import LARGEST_COUNT, LARGEST_WAGE_FEN, NEEDS_A_COLUMN
from gxinjury.facts import Sign, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.readings import CoverageUnit
from gxinjury.money import Rate

_HUNDREDTHS: Final = 10_000
"""Hundredths of a percent in the whole."""


def headcount_premium(
    frame: IntoFrameT,
    *,
    persons: str = "persons",
    monthly_base: str = "monthly_base_fen",
    rate: Rate,
    relief: Rate | None = None,
    unit: Unit | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Premium of a month by headcount (RST101).

    As :func:`~gxinjury.couriers.premium.headcount_premium` has it.

    Args:
        frame: A row an outlet and month.
        persons: Column of how many persons.
        monthly_base: Column of the average wage a month.
        rate: The rate of all of them.
        relief: The share of the rate that is temporarily remitted; None for none.
        unit: What the column of the base counts; None: its name ends in ``_fen`` or ``_yuan``.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``premium_fen``, whole fen, rounded once on the total; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        OutOfScopeError: The rate is above 100 % or finer than frames reckon with.

    >>> import pyarrow as pa
    >>> outlets = pa.table({"persons": [12], "monthly_base_yuan": [6756]})
    >>> half = Rate.percent(50)
    >>> paid = headcount_premium(outlets, monthly_base="monthly_base_yuan", rate=Rate.percent("0.4"), relief=half)
    >>> paid["premium_fen"].to_pylist()
    [16214]
    """
    check_instance("headcount_premium", "law", law, Law)
    del law  # every question takes its law; this formula asks it for nothing
    question = "headcount_premium"
    check_instance(question, "rate", rate, Rate)
    check_relief(question, relief)
    worth = fraction_of("rate", rate if relief is None else rate.less(relief))

    def work(sheet: Sheet) -> dict[str, Output]:
        heads = sheet.count("persons", persons, LARGEST_COUNT)
        base = sheet.money("monthly_base", monthly_base, unit, Sign.POSITIVE, LARGEST_WAGE_FEN // 10)
        number, fen = sheet.settle(heads, base)
        # What a whole denominator of fen bears is whole; only the rest is divided.
        quotient = sheet.let("quotient", fen // worth.denominator)
        rest = sheet.let("rest", (fen - quotient * worth.denominator) * worth.numerator)
        # The rest of one person, in whole fen and below; the headcount may be large as well.
        each = sheet.let("each", divided(rest, worth.denominator))
        below = sheet.let("below", (rest - each * worth.denominator) * number)
        whole = sheet.let("whole", divided(below, worth.denominator))
        left = below - whole * worth.denominator
        up = choose(left * 2 >= worth.denominator, 1, 0)
        return {"premium_fen": Output((quotient * worth.numerator + each) * number + whole + up)}

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)


def coverage(
    frame: IntoFrameT,
    *,
    should_enrol: str = "should_enrol",
    enrolled: str = "enrolled",
    persons_should_enrol: str | None = None,
    persons_enrolled: str | None = None,
    target: Rate,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Coverage of each place and whether it reaches a target (GX-3.3).

    As :func:`~gxinjury.couriers.coverage.coverage` has it.

    Args:
        frame: A row a place.
        should_enrol: Column of how many units should enrol.
        enrolled: Column of how many units are enrolled.
        persons_should_enrol: Column of how many persons should enrol, needed under the reading PERSONS.
        persons_enrolled: Column of how many persons are enrolled, likewise.
        target: The coverage to be reached.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked; its reading ``CoverageUnit`` says which of them count.

    Returns:
        The frame with ``coverage_met``, exact by multiplication crosswise; ``coverage_left``, how many are still to
        enrol; and ``coverage_hundredths``, the coverage in hundredths of a percent, rounded half up for showing. The
        first and the last are null where nothing should enrol; all are null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.

    >>> import pyarrow as pa
    >>> cities = pa.table({"should_enrol": [200, 30_000, 0], "enrolled": [140, 20_999, 0]})
    >>> stood = coverage(cities, target=Rate.percent(70))
    >>> stood["coverage_met"].to_pylist(), stood["coverage_hundredths"].to_pylist()
    ([True, False, None], [7000, 7000, None])
    """
    question = "coverage"
    check_instance(question, "law", law, Law)
    check_instance(question, "target", target, Rate)
    worth = fraction_of("target", target)
    if law.choice(CoverageUnit) is CoverageUnit.PERSONS:
        needed = NEEDS_A_COLUMN.filled({"reading": str(CoverageUnit.PERSONS)})
        if persons_should_enrol is None:
            raise InvalidFactError(question, "persons_should_enrol", needed, None)
        if persons_enrolled is None:
            raise InvalidFactError(question, "persons_enrolled", needed, None)
        should_enrol, enrolled = persons_should_enrol, persons_enrolled

    def work(sheet: Sheet) -> dict[str, Output]:
        should = sheet.count("should_enrol", should_enrol, LARGEST_COUNT)
        reached = sheet.count("enrolled", enrolled, LARGEST_COUNT)
        whole, part = sheet.settle(should, reached)
        some = sheet.let("some", whole > 0)
        divisor = sheet.let("divisor", choose(some, whole, 1))
        met = choose(part * worth.denominator >= whole * worth.numerator, 1, 0)
        return {
            "coverage_met": Output(met, "flag", known=some),
            "coverage_left": Output(choose(whole > part, whole - part, 0)),
            "coverage_hundredths": Output(half_up(part * _HUNDREDTHS, divisor), known=some),
        }

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)
