"""The reference wage and the benefit base of many workers (本人工资与待遇基数), exact as a fraction of a fen.

A mean of wages and a share of an average are seldom whole fen, and what is paid is rounded once, at the end. So the
exact base stands in two columns, ``…_num`` over ``…_den``, beside the one that is rounded for showing.
"""

from datetime import date
from fractions import Fraction
from math import lcm
from typing import Final, Unpack

import attrs

from gxinjury.benefits import AverageWage, BaseOrigin
from gxinjury.benefits.average_wage import limiting_average
from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames._arithmetic import EXACT, divided
from gxinjury.extra.frames._columns import Column, choose, pick
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, TOO_FINE
from gxinjury.facts import Sign, check_instance, check_optional_day

_MONTHS_A_YEAR: Final = 12
_ORIGINS: Final = tuple(origin.name for origin in BaseOrigin)
_OWN, _RAISED, _CUT, _AVERAGE = range(len(BaseOrigin))
_LARGEST_DENOMINATOR: Final = 10**7


@question
def reference_wage(
    sheet: Sheet,
    /,
    *,
    wages: Name = None,
    months: Name = None,
    average: AverageWage,
    injured_on: date | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Reference wage of each worker (REG-64).

    As :func:`~gxinjury.benefits.reference_wage.reference_wage` has it, of a row a worker.

    Args:
        wages: The sum of the monthly wages.
        months: How many months it is the sum of.
        average: The average wage that sets the limits, of one year for all rows; Nanning's is replaced by the region's
            from 2023-07-01 on.
        injured_on: The day whose pooling area counts for all rows; None: the first day of the year after the average's.

    Returns:
        The frame with ``reference_wage_fen``, rounded half up for showing, and the exact ``reference_wage_num`` over
        ``reference_wage_den`` in fen.

    Raises:
        NotInForceError: The average is of a year before 2010.

    >>> import pyarrow as pa
    >>> average = AverageWage.of_month("3903.83", "on_post", 2014)
    >>> paid = pa.table({"wages_yuan": [18_000, 42_000], "months": [12, 12]})
    >>> reference_wage(paid, average=average)["reference_wage_fen"].to_pylist()
    [234230, 350000]
    """
    own = _Own.read(sheet, wages, months, average, injured_on)
    total, count = sheet.settle(own.total, own.count)
    numerator, _ = own.clamped(sheet, total, count)
    return _exact("reference_wage", sheet, numerator, own.denominator)


@question
def benefit_base(
    sheet: Sheet,
    /,
    *,
    wages: Name = None,
    months: Name = None,
    average: AverageWage,
    injured_on: date | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Benefit base of each worker (NN-5.2).

    As :func:`~gxinjury.benefits.reference_wage.benefit_base` has it, of a row a worker. Here a null is a fact: where
    both wages and months are null the own wage is hard to use, and the average stands in.

    Args:
        wages: The sum of the own monthly wages; null where they are hard to use.
        months: How many months it is the sum of; null with it.
        average: The average wage that stands in for the own wage, and limits it as in :func:`reference_wage`.
        injured_on: As in :func:`reference_wage`.

    Returns:
        The frame with ``base_fen``, rounded half up for showing, the exact ``base_num`` over ``base_den`` in fen, and
        ``base_origin``, a name of :class:`~gxinjury.benefits.reference_wage.BaseOrigin`; null where just one of the two
        is null.

    Raises:
        NotInForceError: The average is of a year before 2010.

    >>> import pyarrow as pa
    >>> average = AverageWage(107581, "on_post", 2022)
    >>> based = benefit_base(pa.table({"wages_fen": [600_000, None], "months": [1, None]}), average=average)
    >>> based["base_fen"].to_pylist(), based["base_origin"].to_pylist()
    ([600000, 896508], ['OWN_WAGE', 'AVERAGE_WAGE'])
    """
    own = _Own.read(sheet, wages, months, average, injured_on)
    neither = ~own.total.known & ~own.count.known
    total, count = (_one_where(neither, one) for one in (own.total, own.count))
    fen, number = sheet.settle(total, count)
    stands_in = sheet.let("stands_in", neither)
    clamped, limited = own.clamped(sheet, fen, number)
    numerator = sheet.let("base", choose(stands_in, own.average, clamped))
    origin = Output(choose(stands_in, _AVERAGE, limited), "text", names=_ORIGINS)
    return {**_exact("base", sheet, numerator, own.denominator), "base_origin": origin}


def _one_where(unknown: Column, one: Input) -> Input:
    """Return a fact that is a harmless number where it need not be known."""
    return attrs.evolve(one, value=choose(one.known, one.value, 1), known=one.known | unknown)


def _exact(name: str, sheet: Sheet, numerator: Column, denominator: int) -> Outputs:
    """Return an exact amount as three columns."""
    is_small = LARGEST_WAGE_FEN * denominator < EXACT
    quotient = sheet.let("fen", numerator // denominator if is_small else divided(numerator, denominator))
    rest = numerator - quotient * denominator
    up = choose(rest * 2 >= denominator, 1, 0)
    return {
        f"{name}_fen": Output(quotient + up),
        f"{name}_num": Output(numerator),
        f"{name}_den": Output(sheet.same(denominator)),
    }


def _monthly(average: AverageWage) -> Fraction:
    return Fraction(average.yuan_per_year) * 100 / _MONTHS_A_YEAR


class _Own:
    """The own wages of a row, and what they are kept between, over one denominator."""

    def __init__(self, total: Input, count: Input, limits: tuple[Fraction, Fraction, Fraction], months: int) -> None:
        self.total, self.count = total, count
        self.denominator = lcm(*range(1, months + 1), *(limit.denominator for limit in limits))
        if self.denominator > _LARGEST_DENOMINATOR:
            raise OutOfScopeError(TOO_FINE.filled({"figure": "average", "value": str(limits[2])}))
        self.per_month = [self.denominator // one for one in range(1, months + 1)]
        self.lowest, self.highest, self.average = (int(limit * self.denominator) for limit in limits)

    @classmethod
    def read(cls, sheet: Sheet, wages: Name, months: Name, average: AverageWage, on: date | None) -> "_Own":
        """Read the wages and their limits, which are those of the year that uses the average."""
        check_instance(sheet.question, "average", average, AverageWage)
        check_optional_day(sheet.question, "injured_on", on)
        law, day = sheet.law, date(average.year + 1, 1, 1)
        usual = law.reference_wage_months.on(day)
        monthly = _monthly(average)
        limiting = _monthly(limiting_average(average, day if on is None else on, law))
        floor, ceiling = law.reference_wage_floor.on(day), law.reference_wage_ceiling.on(day)
        limits = (limiting * Fraction(floor.fraction), limiting * Fraction(ceiling.fraction), monthly)
        total = sheet.money("wages", wages, Sign.NOT_NEGATIVE, LARGEST_WAGE_FEN * usual)
        count = sheet.count("months", months, usual * 100, least=1)
        sheet.refuse("too_many_months", count, count.value > usual)
        too_large = count.known & (total.value > count.value * LARGEST_WAGE_FEN)
        sheet.refuse("too_large", total, too_large)
        return cls(total, count, limits, usual)

    def clamped(self, sheet: Sheet, total: Column, count: Column) -> tuple[Column, Column]:
        """Return the mean kept between its limits, over the denominator, and which of the origins that makes."""
        mean = sheet.let("mean", total * pick(count - 1, self.per_month))
        raised = choose(mean < self.lowest, self.lowest, mean)
        clamped = sheet.let("clamped", choose(raised > self.highest, self.highest, raised))
        return clamped, choose(mean < clamped, _RAISED, choose(mean > clamped, _CUT, _OWN))
