"""What is a share of a year's average wage (按平均工资计发), as care fees and funeral subsidies are, row by row."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, Final, TypeAlias

import attrs

from gxinjury.benefits import AverageSeries, AverageWage, region_average
from gxinjury.benefits.nanning_wages import nanning_average
from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames._arithmetic import check_fine, half_up
from gxinjury.extra.frames._columns import Column
from gxinjury.extra.frames._figures import On, Turns, by_day, turns_after, turns_of
from gxinjury.extra.frames._sheets import Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN, MUST_BE_AN_AVERAGE, MUST_NAME_A_COLUMN
from gxinjury.law import Law
from gxinjury.law.regulation import AverageArea

Average: TypeAlias = AverageWage | AverageSeries | str
"""An average wage of one year for all rows; a series, of which each row has that of the year before its day; or a
column of averages of that year, a year's as in :class:`~gxinjury.benefits.average_wage.AverageWage`."""
_LARGEST: Final = LARGEST_WAGE_FEN * 12


@attrs.frozen
class Share:
    """What part of a year's average is paid, rounded half up to a unit."""

    part: Fraction
    unit: int  # in fen


def series_turns(law: Law) -> set[date]:
    """Return the days on which the average of the year before may turn."""
    city, region = (law.nanning_on_post, law.nanning_non_private), (law.guangxi_on_post, law.guangxi_non_private)
    return turns_after(*city, *region, law.guangxi_full_scope)


def of_area(series: AverageSeries, day: date, law: Law) -> AverageWage:
    """Return the average of the year before a day, of the area that care fees and funeral subsidies use on it."""
    if law.average_area.on(day) is AverageArea.CITY:
        return nanning_average(series, day.year - 1, law)
    return region_average(series, year=day.year - 1, law=law)


def shares_of(
    sheet: Sheet,
    average: Average,
    field: str,
    on: On,
    *,
    turns: Turns,
    shares: Callable[[Any], list[Share]],
) -> Callable[[Column], Column]:
    """Return how a place in a list of shares becomes the fen paid of each row's average."""
    if not isinstance(average, AverageWage | AverageSeries | str):
        raise InvalidFactError(sheet.question, "average", MUST_BE_AN_AVERAGE, average)
    if isinstance(average, str):
        return _of_column(sheet, average, field, on, turns=turns, shares=shares)
    if on is None and isinstance(average, AverageSeries):
        raise InvalidFactError(sheet.question, field, MUST_NAME_A_COLUMN, on)

    def fens(day: Any) -> list[int]:  # noqa: ANN401  (a day, or none where none is asked for)
        given = shares(day)
        used = average if isinstance(average, AverageWage) else of_area(average, day, sheet.law)
        yearly = Fraction(used.yuan_per_year) * 100
        return [int(yearly * one.part / one.unit + Fraction(1, 2)) * one.unit for one in given]

    law = sheet.law
    numbers = by_day(sheet, field, on, lambda: {*turns(), *turns_of(law.average_area), *series_turns(law)}, fens)
    return lambda place: numbers(place, lambda one: one)


def _of_column(
    sheet: Sheet,
    average: str,
    field: str,
    on: On,
    *,
    turns: Turns,
    shares: Callable[[Any], list[Share]],
) -> Callable[[Column], Column]:
    yearly = sheet.money("average", average, limit=_LARGEST)
    sheet.need(yearly)
    seen: list[Share] = sheet.once(list)

    def listed(day: Any) -> list[Share]:  # noqa: ANN401  (as before)
        found = shares(day)
        seen.extend(found)
        return found

    numbers = by_day(sheet, field, on, turns, listed)
    over = lcm(*(one.part.denominator for one in seen))
    for one in seen:
        check_fine("average", one.part, _LARGEST * one.part * over)

    def paid(place: Column) -> Column:
        times = numbers(place, lambda given: [int(one.part * over) for one in given])
        unit = sheet.let("unit", numbers(place, lambda given: [one.unit for one in given]))
        return half_up(sheet.let("part", yearly.value * times), unit * over) * unit

    return paid
