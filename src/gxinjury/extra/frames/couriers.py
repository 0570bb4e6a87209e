"""Outlets in a table (快递网点的批量计算): their premium by headcount, and how far the campaign has come."""

from typing import Final, Unpack

from gxinjury.extra.frames._arithmetic import fraction_of, half_up, split
from gxinjury.extra.frames._columns import choose
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.premiums import check_relief
from gxinjury.extra.frames.words import LARGEST_COUNT, LARGEST_WAGE_FEN
from gxinjury.facts import check_instance
from gxinjury.law.readings import CoverageUnit
from gxinjury.money import Rate

_HUNDREDTHS: Final = 10_000
"""Hundredths of a percent in the whole."""


@question
def headcount_premium(
    sheet: Sheet,
    /,
    *,
    persons: Name = None,
    monthly_base: Name = None,
    rate: Rate,
    relief: Rate | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Premium of a month by headcount (RST101).

    As :func:`~gxinjury.couriers.premium.headcount_premium` has it, of a row an outlet and month.

    Args:
        persons: How many persons.
        monthly_base: The average wage a month.
        rate: The rate of all of them.
        relief: The share of the rate that is temporarily remitted; None for none.

    Returns:
        The frame with ``premium_fen``, rounded once on the total.

    Raises:
        OutOfScopeError: The rate is above 100 % or finer than frames reckon with.

    >>> import pyarrow as pa
    >>> outlets = pa.table({"persons": [12], "monthly_base_yuan": [6756]})
    >>> headcount_premium(outlets, rate=Rate.percent("0.4"), relief=Rate.percent(50))["premium_fen"].to_pylist()
    [16214]
    """
    check_instance(sheet.question, "rate", rate, Rate)
    check_relief(sheet.question, relief)
    worth = fraction_of("rate", rate if relief is None else rate.less(relief))
    heads = sheet.count("persons", persons, LARGEST_COUNT)
    base = sheet.money("monthly_base", monthly_base, limit=LARGEST_WAGE_FEN // 10)
    number, fen = sheet.settle(heads, base)
    # What a whole denominator of fen bears is whole; only the rest is divided.
    quotient, rest = split(sheet, fen, worth.denominator)
    # The rest of one person, in whole fen and below; the headcount may be large as well.
    each, below = split(sheet, rest * worth.numerator, worth.denominator)
    full = quotient.times(worth.numerator, fen.high) + each
    return {"premium_fen": Output(full * number + half_up(below * number, worth.denominator))}


@question
def coverage(
    sheet: Sheet,
    /,
    *,
    should_enrol: Name = None,
    enrolled: Name = None,
    persons_should_enrol: Name = None,
    persons_enrolled: Name = None,
    target: Rate,
    **_how: Unpack[Asked],
) -> Outputs:
    """Coverage of each place and whether it reaches a target (GX-3.3).

    As :func:`~gxinjury.couriers.coverage.coverage` has it, of a row a place; the law's reading ``CoverageUnit`` says
    which counts count.

    Args:
        should_enrol: How many units should enrol.
        enrolled: How many units are enrolled.
        persons_should_enrol: How many persons should enrol, needed under the reading PERSONS.
        persons_enrolled: How many persons are enrolled, likewise.
        target: The coverage to be reached.

    Returns:
        The frame with ``coverage_met``, exact by multiplication crosswise; ``coverage_left``, how many are still to
        enrol; and ``coverage_hundredths``, the coverage in hundredths of a percent, rounded half up for showing. The
        first and the last are null where nothing should enrol.

    >>> import pyarrow as pa
    >>> cities = pa.table({"should_enrol": [200, 30_000, 0], "enrolled": [140, 20_999, 0]})
    >>> stood = coverage(cities, target=Rate.percent(70))
    >>> stood["coverage_met"].to_pylist(), stood["coverage_hundredths"].to_pylist()
    ([True, False, None], [7000, 7000, None])
    """
    check_instance(sheet.question, "target", target, Rate)
    worth = fraction_of("target", target)
    unit = sheet.law.choice(CoverageUnit)

    def counted(field: str, column: Name) -> Input:
        return sheet.count(field, column, LARGEST_COUNT)

    if unit is CoverageUnit.PERSONS:
        should = sheet.needed_by(unit, counted, "persons_should_enrol", persons_should_enrol)
        reached = sheet.needed_by(unit, counted, "persons_enrolled", persons_enrolled)
    else:
        should, reached = counted("should_enrol", should_enrol), counted("enrolled", enrolled)
    whole, part = sheet.settle(should, reached)
    some = sheet.let("some", whole > 0)
    divisor = sheet.let("divisor", choose(some, whole, 1))
    met = choose(part * worth.denominator >= whole * worth.numerator, 1, 0)
    return {
        "coverage_met": Output(met, "flag", known=some),
        "coverage_left": Output(choose(whole > part, whole - part, 0)),
        "coverage_hundredths": Output(half_up(part * _HUNDREDTHS, divisor), known=some),
    }
