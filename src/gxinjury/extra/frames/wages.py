"""The reference wage and the benefit base of many workers (本人工资与待遇基数), exact as a fraction of a fen.

A mean of wages and a share of an average are seldom whole fen, and what is paid is rounded once, at the end. So the
exact base stands in two columns, ``…_num`` over ``…_den``, beside the one that is rounded for showing.
"""

from datetime import date
from fractions import Fraction
from functools import partial
from math import lcm
from typing import Final, TypeAlias, Unpack

import attrs

from gxinjury.benefits import AverageSeries, AverageWage, BaseOrigin
from gxinjury.benefits.guangxi_wages import limiting_average
from gxinjury.benefits.nanning_wages import city_average
from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._arithmetic import half_up, too_fine
from gxinjury.extra.frames._averages import Average, series_turns
from gxinjury.extra.frames._columns import Column, Number, choose, greatest, least, pick
from gxinjury.extra.frames._figures import given, stretches, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, MUST_BE_AN_AVERAGE
from gxinjury.facts import Sign, check_day
from gxinjury.law import Law

InjuredOn: TypeAlias = date | str | None
"""The day of the injury, one for all rows or a column; None is the column of that name, where there is one."""

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
    average: Average,
    injured_on: InjuredOn = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Reference wage of each worker (REG-64).

    As :func:`~gxinjury.benefits.reference_wage.reference_wage` has it, of a row a worker.

    Args:
        wages: The sum of the monthly wages.
        months: How many months it is the sum of.
        average: The average wage that sets the limits: of one year for all rows; a series, as
            :func:`~gxinjury.benefits.nanning_wages.city_average` has it; or a column of averages, fen or yuan a year.
            Nanning's is replaced by the region's from 2023-07-01 on.
        injured_on: The day of the injury, whose pooling area counts: a column, or one day for all rows. Needed for a
            series or a column of averages, which are of the year before it; else, where there is none, it is the first
            day of the year after the average's.

    Returns:
        The frame with ``reference_wage_fen``, rounded half up for showing, and the exact ``reference_wage_num`` over
        ``reference_wage_den`` in fen.

    Raises:
        NotInForceError: The average is of a year before 2010, or was not published.

    >>> import pyarrow as pa
    >>> average = AverageWage.of_month("3903.83", "on_post", 2014)
    >>> paid = pa.table({"wages_yuan": [18_000, 42_000], "months": [12, 12]})
    >>> reference_wage(paid, average=average)["reference_wage_fen"].to_pylist()
    [234230, 350000]
    """
    own = _Own(sheet, wages, months, average, injured_on)
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
    average: Average,
    injured_on: InjuredOn = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Benefit base of each worker (NN-5.2).

    As :func:`~gxinjury.benefits.base.benefit_base` has it, of a row a worker. Here a null is a fact: where
    both wages and months are null the own wage is hard to use, and the average stands in.

    Args:
        wages: The sum of the own monthly wages; null where they are hard to use.
        months: How many months it is the sum of; null with it.
        average: The average wage that stands in for the own wage, and limits it as in :func:`reference_wage`.
        injured_on: As in :func:`reference_wage`.

    Returns:
        The frame with ``base_fen``, rounded half up for showing, the exact ``base_num`` over ``base_den`` in fen, and
        ``base_origin``, a name of :class:`~gxinjury.benefits.base.BaseOrigin`; null where just one of the two
        is null.

    Raises:
        NotInForceError: The average is of a year before 2010, or was not published.

    >>> import pyarrow as pa
    >>> average = AverageWage(107581, "on_post", 2022)
    >>> based = benefit_base(pa.table({"wages_fen": [600_000, None], "months": [1, None]}), average=average)
    >>> based["base_fen"].to_pylist(), based["base_origin"].to_pylist()
    ([600000, 896508], ['OWN_WAGE', 'AVERAGE_WAGE'])
    """
    own = _Own(sheet, wages, months, average, injured_on, stands_in=True)
    total, count = (_one_where(own.neither, one) for one in (own.total, own.count))
    fen, number = sheet.settle(total, count)
    stands_in = sheet.let("stands_in", own.neither)
    clamped, limited = own.clamped(sheet, fen, number)
    numerator = sheet.let("base", choose(stands_in, own.average, clamped))
    origin = Output(choose(stands_in, _AVERAGE, limited), "text", names=_ORIGINS)
    return {**_exact("base", sheet, numerator, own.denominator), "base_origin": origin}


def _one_where(unknown: Column, one: Input) -> Input:
    """Return a fact that is a harmless number where it need not be known."""
    return attrs.evolve(one, value=choose(one.known, one.value, 1), known=one.known | unknown)


def _exact(name: str, sheet: Sheet, numerator: Column, denominator: int) -> Outputs:
    """Return an exact amount as three columns."""
    return {
        f"{name}_fen": Output(half_up(numerator, denominator)),
        f"{name}_num": Output(numerator),
        f"{name}_den": Output(sheet.same(denominator)),
    }


def _monthly(average: AverageWage) -> Fraction:
    return Fraction(average.yuan_per_year) * 100 / _MONTHS_A_YEAR


@attrs.frozen
class _Limits:
    """What own wages are kept between, in fen, or as shares of a column of averages."""

    lowest: Fraction
    highest: Fraction
    months: int  # of which the own wage is the mean


def _first_day_of(average: AverageWage) -> date:
    """Return the first day of the year that uses an average."""
    return date(average.year + 1, 1, 1)


def _limits_of(average: AverageWage, on: date, law: Law) -> _Limits:
    """Return the limits that an average sets, which are those of the year that uses it."""
    day = _first_day_of(average)
    limiting = _monthly(limiting_average(average, on, law))
    floor, ceiling = law.reference_wage_floor.on(day), law.reference_wage_ceiling.on(day)
    lowest, highest = limiting * Fraction(floor.fraction), limiting * Fraction(ceiling.fraction)
    return _Limits(lowest, highest, law.reference_wage_months.on(day))


def _turns(law: Law) -> set[date]:
    """Return the days of injury on which limits may turn: with the pooling area, and with the year."""
    of_years = turns_of(law.reference_wage_floor, law.reference_wage_ceiling, law.reference_wage_months)
    of_area = turns_of(law.pooling_area)
    return of_area | series_turns(law) | {date(day.year + more, 1, 1) for day in of_years for more in (0, 1)}


class _Own:
    """The own wages of a row, what they are kept between, and what stands in for them, over one denominator."""

    def __init__(
        self, sheet: Sheet, wages: Name, months: Name, average: Average, on: InjuredOn, *, stands_in: bool = False
    ) -> None:
        law = sheet.law
        most = max(one.value or 1 for one in sheet.once(lambda: stretches(law.reference_wage_months)))
        self.total = sheet.money("wages", wages, Sign.NOT_NEGATIVE, LARGEST_WAGE_FEN * most)
        self.count = sheet.count("months", months, most * 100, least=1)
        self.neither = ~self.total.known & ~self.count.known
        day = self._injured(sheet, average, on)
        self._share: Number = 1
        if isinstance(average, str):
            one = sheet.money("average", average, limit=LARGEST_WAGE_FEN * _MONTHS_A_YEAR)
            sheet.need(one)
            self._share = one.value

        def used(on: date) -> AverageWage:
            if isinstance(average, AverageSeries):
                return city_average(average, injured_on=on, law=law)
            # Of a fen a year, so that a row's own average times what follows from it is what follows from that.
            return AverageWage("0.01", AverageSeries.ON_POST, on.year - 1) if isinstance(average, str) else average

        turns = partial(_turns, law)
        self._limits = given(
            sheet, day, turns, lambda on: _limits_of(used(on), on, law), ~self.neither if stands_in else None
        )
        of_day = None if isinstance(average, AverageWage) else day
        self._average = given(sheet, of_day, turns, lambda on: _monthly(used(on)))
        limits = [limit for one in self._limits.values for limit in (one.lowest, one.highest)]
        limits += self._average.values
        months_taken = range(1, most + 1)
        self.denominator = lcm(*months_taken, *(limit.denominator for limit in limits))
        if self.denominator > _LARGEST_DENOMINATOR:
            raise too_fine("average", max(limits, key=lambda limit: limit.denominator))
        self._per_month = [self.denominator // one for one in months_taken]
        usual = self._limits.column(lambda one: one.months)
        sheet.refuse("too_many_months", self.count, self.count.value > usual)
        too_large = self.count.known & (self.total.value > self.count.value * LARGEST_WAGE_FEN)
        sheet.refuse("too_large", self.total, too_large)

    def _injured(self, sheet: Sheet, average: Average, on: InjuredOn) -> Input | date:
        """Return the day of the injury of each row, or of all of them."""
        if not isinstance(average, AverageWage | AverageSeries | str):
            raise InvalidFactError(sheet.question, "average", MUST_BE_AN_AVERAGE, average)
        if not isinstance(on, str | None):
            check_day(sheet.question, "injured_on", on)
            return on
        if isinstance(average, AverageWage) and not sheet.has("injured_on", on):
            return _first_day_of(average)
        injured = sheet.day("injured_on", on)
        sheet.need(injured)
        return injured

    @property
    def average(self) -> Number:
        """The average wage a month, over the denominator."""
        return self._share * self._average.column(lambda one: int(one * self.denominator))

    def clamped(self, sheet: Sheet, total: Column, count: Column) -> tuple[Column, Column]:
        """Return the mean kept between its limits, over the denominator, and which of the origins that makes."""
        mean = sheet.let("mean", total.times(pick(count - 1, self._per_month), LARGEST_WAGE_FEN * self.denominator))
        lowest = self._share * self._limits.column(lambda one: int(one.lowest * self.denominator))
        highest = self._share * self._limits.column(lambda one: int(one.highest * self.denominator))
        clamped = sheet.let("clamped", least(greatest(mean, lowest), highest))
        return clamped, choose(mean < clamped, _RAISED, choose(mean > clamped, _CUT, _OWN))
