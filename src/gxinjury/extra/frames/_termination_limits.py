"""What termination subsidies are months of (计发两项补助金的工资与月数), by the day whose table counts."""

from datetime import date
from fractions import Fraction
from math import lcm, prod
from typing import Final, TypeAlias

import attrs

from gxinjury.benefits import AverageSeries, AverageWage, region_average
from gxinjury.extra.frames._arithmetic import check_fine
from gxinjury.extra.frames._columns import Column, Number, choose, greatest, least
from gxinjury.extra.frames._figures import Dated, dated, given, turns_after
from gxinjury.extra.frames._sheets import Input, Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN
from gxinjury.law.regulation import Payer, SubsidyTable, TerminationWage

AverageOrNone: TypeAlias = AverageWage | str | None
"""An average wage for all rows, or a column of averages a year; None: the region's, as published."""

PAYERS: Final = tuple(one.name for one in Payer)
LAST_SEVERE, _LIGHTEST = 4, 10
_MOST_MONTHS: Final = 100
_MONTHS_A_YEAR: Final = 12


@attrs.frozen
class Subsidy:
    """How many months of the wage a subsidy is, and who pays it."""

    table: Dated[SubsidyTable]  # of the day that counts
    if_open: Dated[SubsidyTable]  # of the day a project was completed, where it is open what is due

    def months(self, day: Column, grade: Column) -> Column:
        """Return the months of each row's grade, none for grades 1 to 4."""
        grades = range(LAST_SEVERE + 1, _LIGHTEST + 1)
        return self.table.picked(
            day, grade - 1, lambda one: [0] * LAST_SEVERE + [one.months.of(each) for each in grades]
        )

    def payer(self, table: Column, ended: Column, left_open: Column) -> Column:
        """Return the place of who pays."""
        return choose(left_open, self.if_open.column(_payer, ended), self.table.column(_payer, table))


def _payer(table: SubsidyTable) -> int:
    return PAYERS.index(table.payer.name)


class Limits:
    """What own wages are kept between, over one denominator; before 2017-01-05 nothing."""

    def __init__(self, sheet: Sheet, ended: Input, table: Input, average: AverageOrNone, due: Column) -> None:
        law = sheet.law
        self._sheet = sheet
        self._own = dated(sheet, law.termination_wage, table, due)
        within = due & (self._own.column(_is_own) == 0)
        self._floor = dated(sheet, law.termination_wage_floor, table, within)
        self._ceiling = dated(sheet, law.termination_wage_ceiling, table, within)
        shares = [Fraction(one.fraction) for one in (*self._floor.values, *self._ceiling.values)]
        self._of_shares = lcm(*(one.denominator for one in shares))
        self._average: Number = 1
        if isinstance(average, str):
            one = sheet.money("average", average, limit=LARGEST_WAGE_FEN * _MONTHS_A_YEAR)
            sheet.need(one)
            self._average = one.value

        def monthly(day: date) -> Fraction:
            if isinstance(average, str):
                return Fraction(1, _MONTHS_A_YEAR)
            used = average or region_average(AverageSeries.ON_POST, year=day.year - 1, law=law)
            return Fraction(used.yuan_per_year) * 100 / _MONTHS_A_YEAR

        of_row = ended if average is None else None
        self._monthly = given(sheet, of_row, lambda: turns_after(law.guangxi_on_post), monthly, within)
        self._of_average = lcm(*(one.denominator for one in self._monthly.values))
        self._finest = max((*shares, *self._monthly.values), key=lambda one: one.denominator, default=None)
        self.denominator = self._of_shares * self._of_average
        self.check()

    def check(self, *more: int) -> None:
        """Refuse what is finer than frames reckon with."""
        check_fine("average", self._finest, prod((self.denominator, _MOST_MONTHS, *more)))

    def counted(self, wage: Column, day: Column, table: Column) -> Column:
        """Return the wage that the subsidies are months of, over the denominator."""
        sheet = self._sheet
        average = self._average * self._monthly.column(lambda one: int(one * self._of_average), day)
        own = wage * self.denominator
        lowest, highest = (
            sheet.let("limit", one.column(lambda rate: int(rate.fraction * self._of_shares), table) * average)
            for one in (self._floor, self._ceiling)
        )
        kept = greatest(least(own, highest), lowest)
        return choose(self._own.column(_is_own, table) == 1, own, kept)


def _is_own(wage: TerminationWage) -> int:
    return int(wage is TerminationWage.OWN_WAGE)
