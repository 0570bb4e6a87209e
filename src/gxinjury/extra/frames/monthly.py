"""What the law has in the month of each row (按月标准): minimum wage, contribution base, and the premium of a unit."""

from datetime import date
from fractions import Fraction
from math import lcm
from typing import Final, Unpack

from gxinjury.couriers.floats import check_class
from gxinjury.couriers.rates import unit_rate
from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._arithmetic import check_fine, half_up, whole_fen
from gxinjury.extra.frames._columns import Column, choose
from gxinjury.extra.frames._figures import Dated, dated, stepped, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_COUNT
from gxinjury.facts import check_count, check_instance
from gxinjury.law.figures.contribution_bases import ContributionBase
from gxinjury.law.figures.minimum_wages import MinimumWages
from gxinjury.law.figures.rate_cuts import FundBalance

_CLASSES: Final = 4


@question
def minimum_wage(sheet: Sheet, /, *, on: Name = None, wage_class: str | int = 1, **_how: Unpack[Asked]) -> Outputs:
    """Monthly minimum wage of the day of each row (MINWAGE).

    Args:
        on: The day.
        wage_class: The class of the place, 1 to 4, Nanning's urban districts being 1: one for all rows, or a column.

    Returns:
        The frame with ``minimum_wage_fen``.

    Raises:
        NotInForceError: A day lies before 2015-01-01, or there is no such class on it.

    >>> import pyarrow as pa
    >>> days = pa.table({"on": [date(2018, 1, 31), date(2018, 2, 1)]})
    >>> minimum_wage(days, wage_class=3)["minimum_wage_fen"].to_pylist()
    [108500, 130000]
    """
    day = sheet.day("on", on)
    if isinstance(wage_class, str):
        place = sheet.count("wage_class", wage_class, LARGEST_COUNT)
        sheet.refuse("not_a_wage_class", place, (place.value < 1) | (place.value > _CLASSES))
        sheet.need(place)
        number = choose(place.known & (place.value >= 1) & (place.value <= _CLASSES), place.value, 1)
    else:
        check_count(sheet.question, "wage_class", wage_class)
        MinimumWages(1, 1, 1, 1, hour=1).month(wage_class)
        number = sheet.same(wage_class)
    wages = dated(sheet, sheet.law.minimum_wages, day)
    number = sheet.let("class", number - 1)
    sheet.not_in_force(day, wages.picked(day.value, number, _of_classes) == 0)
    (known,) = sheet.settle(day)
    wages.warn(sheet, known)
    return {"minimum_wage_fen": Output(wages.picked(known, number, _of_classes))}


def _of_classes(wages: MinimumWages) -> list[int]:
    given = (wages.class_1, wages.class_2, wages.class_3, wages.class_4)
    return [0 if one is None else whole_fen("minimum_wages", one) for one in given]


@question
def contribution_base(sheet: Sheet, /, *, month: Name = None, **_how: Unpack[Asked]) -> Outputs:
    """Contribution base of the month of each row, and its limits (COURIERS).

    Args:
        month: Any day of the month.

    Returns:
        The frame with ``contribution_base_fen``, ``contribution_lower_fen`` and ``contribution_upper_fen``, the last
        null where it was not seen.

    Raises:
        NotInForceError: A month lies before 2019-01, or has no base yet.

    >>> import pyarrow as pa
    >>> based = contribution_base(pa.table({"month": [date(2025, 6, 1)]}))
    >>> based["contribution_base_fen"].to_pylist(), based["contribution_upper_fen"].to_pylist()
    ([690500], [2071500])
    """
    day = sheet.day("month", month)
    bases = dated(sheet, sheet.law.contribution_base, day)
    (known,) = sheet.settle(day)
    base, lower, upper = (sheet.let("base", _of_base(bases, known, place)) for place in range(3))
    return {
        "contribution_base_fen": Output(base),
        "contribution_lower_fen": Output(lower),
        "contribution_upper_fen": Output(upper, known=upper > 0),
    }


def _of_base(bases: Dated[ContributionBase], day: Column, place: int) -> Column:
    """Return the base, its lower or its upper limit, zero where that was not seen."""

    def number(base: ContributionBase) -> int:
        one = (base.yuan_per_month, base.lower, base.upper)[place]
        return 0 if one is None else whole_fen("contribution_base", one)

    return bases.column(number, day)


@question
def monthly_premium(
    sheet: Sheet,
    /,
    *,
    persons: Name = None,
    month: Name = None,
    rate_class: int | None = None,
    fund_balance: FundBalance | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Premium of each unit and month by headcount (COURIERS): base, rate and cut as the law has them that month.

    As :func:`~gxinjury.couriers.premium.monthly_premium` has it, of a row a unit and month, at a rate that does not
    float.

    Args:
        persons: How many persons.
        month: Any day of the month.
        rate_class: The rate class of all units; None: that of courier outlets.
        fund_balance: How long the city's fund balance lasts; needed in the months in which the cut went by it.

    Returns:
        The frame with ``premium_fen``, rounded once on the total.

    Raises:
        NotInForceError: The law does not know base, rate or cut of a month.

    >>> import pyarrow as pa
    >>> outlets = pa.table({"persons": [1, 100], "month": [date(2025, 6, 1)] * 2})
    >>> monthly_premium(outlets)["premium_fen"].to_pylist()
    [1381, 138100]
    """
    law = sheet.law
    if rate_class is not None:
        check_class("monthly_premium", rate_class)
    if fund_balance is not None:
        check_instance("monthly_premium", "fund_balance", fund_balance, FundBalance)
    heads, day = sheet.count("persons", persons, LARGEST_COUNT), sheet.day("month", month)

    def worth(on: date) -> Fraction:
        """Return the fen of one person; minus one where the fund balance decides and is not given."""
        base = Fraction(law.contribution_base.on(on).yuan_per_month) * 100
        of_class = law.courier_rate_class.on(on) if rate_class is None else rate_class
        try:
            rate = unit_rate(rate_class=of_class, day=on, fund_balance=fund_balance, law=law)
        except InvalidFactError:
            return Fraction(-1)
        return base * Fraction(rate.fraction)

    figures = law.contribution_base, law.courier_rate_class, law.benchmark_rates, law.benchmark_rate_cut
    each = stepped(sheet, day, lambda: turns_of(*figures), worth)
    denominator = lcm(*(one.denominator for one in each.values))
    for one in each.values:
        check_fine("rate", one, one * denominator * LARGEST_COUNT)
    sheet.refuse("fund_balance_needed", day, each.column(lambda one: int(one < 0)) == 1)
    number, known = sheet.settle(heads, day)
    fen = sheet.let("fen", number * each.column(lambda one: max(int(one * denominator), 0), known))
    return {"premium_fen": Output(half_up(fen, denominator))}
