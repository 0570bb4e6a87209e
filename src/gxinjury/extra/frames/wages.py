"""The reference wage and the benefit base of many workers (本人工资与待遇基数), exact as a fraction of a fen.

A mean of wages and a share of an average are seldom whole fen, and what is paid is rounded once, at the end. So the
exact base stands in two columns, ``…_num`` over ``…_den``, beside the one that is rounded for showing.
"""

from datetime import date
from fractions import Fraction
from math import lcm
from typing import Final

from narwhals.typing import IntoFrameT

from gxinjury.benefits import AverageWage, BaseOrigin
from gxinjury.benefits.average_wage import limiting_average
from gxinjury.errors import OutOfScopeError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.arithmetic import EXACT, divided
from gxinjury.extra.frames.columns import Column, choose, pick
from gxinjury.extra.frames.sheets import Fact, Output, Sheet, Unit
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, TOO_FINE
from gxinjury.facts import Sign, check_instance, check_optional_day
from gxinjury.law import LAW, Law

_MONTHS_A_YEAR: Final = 12
_ORIGINS: Final = tuple(origin.name for origin in BaseOrigin)
_OWN, _RAISED, _CUT, _AVERAGE = range(len(BaseOrigin))
_LARGEST_DENOMINATOR: Final = 10**7


def reference_wage(
    frame: IntoFrameT,
    *,
    wages: str = "wages_fen",
    months: str = "months",
    average: AverageWage,
    injured_on: date | None = None,
    unit: Unit | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Reference wage of each worker (REG-64).

    As :func:`~gxinjury.benefits.reference_wage.reference_wage` has it.

    Args:
        frame: A row a worker.
        wages: Column of the sum of the monthly wages.
        months: Column of how many months it is the sum of.
        average: The average wage that sets the limits, of one year for all rows; Nanning's is replaced by the region's
            from 2023-07-01 on.
        injured_on: The day whose pooling area counts for all rows; None: the first day of the year after the average's.
        unit: What the column of wages counts; None: its name ends in ``_fen`` or ``_yuan``.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``reference_wage_fen``, rounded half up for showing, and the exact ``reference_wage_num`` over
        ``reference_wage_den`` in fen; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: The average is of a year before 2010.

    >>> import pyarrow as pa
    >>> average = AverageWage.of_month("3903.83", "on_post", 2014)
    >>> paid = pa.table({"wages_yuan": [18_000, 42_000], "months": [12, 12]})
    >>> reference_wage(paid, wages="wages_yuan", average=average)["reference_wage_fen"].to_pylist()
    [234230, 350000]
    """
    check_instance("reference_wage", "law", law, Law)

    def work(sheet: Sheet) -> dict[str, Output]:
        check_instance("reference_wage", "average", average, AverageWage)
        check_optional_day("reference_wage", "injured_on", injured_on)
        own = _Own.read(sheet, wages=wages, months=months, unit=unit, average=average, on=injured_on, law=law)
        total, count = sheet.settle(own.total, own.count)
        numerator, _ = own.clamped(sheet, total, count)
        return _exact("reference_wage", sheet, numerator, own.denominator)

    return answered(frame, "reference_wage", work, on_invalid=on_invalid, collect=collect)


def benefit_base(
    frame: IntoFrameT,
    *,
    wages: str = "wages_fen",
    months: str = "months",
    average: AverageWage,
    injured_on: date | None = None,
    unit: Unit | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Benefit base of each worker (NN-5.2).

    As :func:`~gxinjury.benefits.reference_wage.benefit_base` has it.

    Here a null is a fact: where both wages and months are null the own wage is hard to use, and the average stands in.

    Args:
        frame: A row a worker.
        wages: Column of the sum of the own monthly wages; null where they are hard to use.
        months: Column of how many months it is the sum of; null with it.
        average: The average wage that stands in for the own wage, and limits it as in :func:`reference_wage`, of one
            year for all rows.
        injured_on: As in :func:`reference_wage`.
        unit: As in :func:`reference_wage`, and so are the others.
        on_invalid: What becomes of rows that break a rule.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``base_fen``, rounded half up for showing, the exact ``base_num`` over ``base_den`` in fen, and
        ``base_origin``, a name of :class:`~gxinjury.benefits.reference_wage.BaseOrigin`; null where just one of the two
        is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: The average is of a year before 2010.

    >>> import pyarrow as pa
    >>> average = AverageWage(107581, "on_post", 2022)
    >>> based = benefit_base(pa.table({"wages_fen": [600_000, None], "months": [1, None]}), average=average)
    >>> based["base_fen"].to_pylist(), based["base_origin"].to_pylist()
    ([600000, 896508], ['OWN_WAGE', 'AVERAGE_WAGE'])
    """
    check_instance("benefit_base", "law", law, Law)

    def work(sheet: Sheet) -> dict[str, Output]:
        check_instance("benefit_base", "average", average, AverageWage)
        check_optional_day("benefit_base", "injured_on", injured_on)
        own = _Own.read(sheet, wages=wages, months=months, unit=unit, average=average, on=injured_on, law=law)
        neither = ~own.total.known & ~own.count.known
        total = _known_or(own.total, neither, 1)
        count = _known_or(own.count, neither, 1)
        fen, number = sheet.settle(total, count)
        stands_in = sheet.let("stands_in", neither)
        clamped, limited = own.clamped(sheet, fen, number)
        numerator = sheet.let("base", choose(stands_in, own.average, clamped))
        origin = choose(stands_in, _AVERAGE, limited)
        outputs = _exact("base", sheet, numerator, own.denominator)
        return {**outputs, "base_origin": Output(origin, "text", names=_ORIGINS)}

    return answered(frame, "benefit_base", work, on_invalid=on_invalid, collect=collect)


def _known_or(fact: Fact, or_where: Column, instead: int) -> Fact:
    value = choose(fact.known, fact.value, instead)
    return Fact(fact.field, fact.column, value, fact.known | or_where, instead)


def _exact(name: str, sheet: Sheet, numerator: Column, denominator: int) -> dict[str, Output]:
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

    def __init__(self, total: Fact, count: Fact, limits: tuple[Fraction, Fraction, Fraction], months: int) -> None:
        self.total, self.count = total, count
        self.denominator = lcm(*range(1, months + 1), *(limit.denominator for limit in limits))
        if self.denominator > _LARGEST_DENOMINATOR:
            raise OutOfScopeError(TOO_FINE.filled({"figure": "average", "value": str(limits[2])}))
        self.per_month = [self.denominator // one for one in range(1, months + 1)]
        self.lowest, self.highest, self.average = (int(limit * self.denominator) for limit in limits)

    @classmethod
    def read(
        cls,
        sheet: Sheet,
        *,
        wages: str,
        months: str,
        unit: Unit | None,
        average: AverageWage,
        on: date | None,
        law: Law,
    ) -> "_Own":
        """Read the wages and their limits, which are those of the year that uses the average."""
        day = date(average.year + 1, 1, 1)
        usual = law.reference_wage_months.on(day)
        monthly = _monthly(average)
        limiting = _monthly(limiting_average(average, day if on is None else on, law))
        floor, ceiling = law.reference_wage_floor.on(day), law.reference_wage_ceiling.on(day)
        limits = (limiting * Fraction(floor.fraction), limiting * Fraction(ceiling.fraction), monthly)
        total = sheet.money("wages", wages, unit, Sign.NOT_NEGATIVE, LARGEST_WAGE_FEN * usual)
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
