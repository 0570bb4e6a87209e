"""What the dependants of many dead workers draw in all (供养亲属抚恤金): shares by kind, the sum under its cap."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Final, Unpack

import attrs

from gxinjury.benefits import Dependant, DependantKind
from gxinjury.benefits.dependant_shares import dependant_rate
from gxinjury.benefits.doors import day_asked
from gxinjury.extra.frames._arithmetic import fraction_of, half_up, parts_of, split
from gxinjury.extra.frames._columns import Column, all_of, choose, column_of
from gxinjury.extra.frames._figures import On, by_day, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Rejection, Sheet
from gxinjury.extra.frames.disability import Wage, wage_of
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN
from gxinjury.law.readings import PensionCap

_MOST_DEPENDANTS: Final = 1_000
_KINDS: Final = tuple(
    Dependant(name="one", kind=kind, alone=alone)
    for kind in (DependantKind.SPOUSE, DependantKind.OTHER)
    for alone in (False, True)
)
"""A dependant of each kind of share: a spouse, a lone one, another relative, a lone one."""


@question
def dependants_pension(
    sheet: Sheet,
    /,
    *,
    spouse: Name = None,
    others: Name = None,
    spouse_alone: Name = None,
    others_alone: Name = None,
    wage: Wage = ("base_num", "base_den"),
    wage_in_life: Name = None,
    on: On = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Dependants' pension a month of each dead worker (REG-39).

    As :func:`~gxinjury.benefits.pension.dependants_pension` has it, a capped sum not divided, of a row a dead worker
    with those who draw at the same time counted.

    Args:
        spouse: Whether the spouse draws.
        others: How many others draw, up to 1,000.
        spouse_alone: Whether the spouse is a lone elderly person; a null there is no.
        others_alone: How many of the others are lone elderly persons or orphans; a null there is none.
        wage: The reference wage, as in :func:`~gxinjury.extra.frames.disability.lump_sum_disability_subsidy`.
        wage_in_life: What the worker earned in life, a month; needed under the reading ``PensionCap.WAGE_IN_LIFE``.
        on: The day whose shares apply, a column or one for all rows; None: those last in force.

    Returns:
        The frame with ``pension_fen``, what is paid in all, each share rounded by itself; and ``pension_capped``,
        whether the shares together were above the wage.

    Raises:
        NotInForceError: That day lies before 2011-01-01.

    >>> import pyarrow as pa
    >>> dead = pa.table({"spouse": [True, True], "others": [1, 2], "others_alone": [1, 0], "wage_yuan": [5000, 5000]})
    >>> drawn = dependants_pension(dead, wage="wage_yuan")
    >>> drawn["pension_fen"].to_pylist(), drawn["pension_capped"].to_pylist()
    ([400000, 500000], [False, False])
    """
    wed, rest = sheet.flag("spouse", spouse), sheet.count("others", others, _MOST_DEPENDANTS)
    lone_spouse = _none_where_null(sheet.maybe(sheet.flag, "spouse_alone", spouse_alone))
    lone_others = _none_where_null(
        sheet.maybe(lambda field, column: sheet.count(field, column, _MOST_DEPENDANTS), "others_alone", others_alone)
    )
    if lone_spouse is not None:
        sheet.refuse("no_spouse", lone_spouse, wed.known & (lone_spouse.value > wed.value))
    if lone_others is not None:
        sheet.refuse("more_than_the_others", lone_others, rest.known & (lone_others.value > rest.value))
    facts = wage_of(sheet, wage)
    in_life = _wage_in_life(sheet, wage_in_life, [wed, rest, *facts])
    rates, per = _rates(sheet, on, wed.holds | (rest.known & (rest.value > 0)))

    given = [one for one in (lone_spouse, lone_others, in_life) if one is not None]
    has_spouse, other, numerator, *numbers = sheet.settle(wed, rest, *facts, *given)
    denominator = numbers.pop(0) if len(facts) > 1 else sheet.same(1)
    lone = sheet.same(0) if lone_spouse is None else numbers.pop(0)
    lone_of_others = sheet.same(0) if lone_others is None else numbers.pop(0)
    counts = [has_spouse - lone, lone, other - lone_of_others, lone_of_others]
    shares = [_Share(rate, count.within(0, _MOST_DEPENDANTS)) for rate, count in zip(rates, counts, strict=True)]

    monthly = split(sheet, numerator, denominator)
    of_all = sheet.let("of_all", _sum([one.rate * one.count for one in shares]))
    cap, capped = half_up(numerator, denominator), of_all > per
    if in_life is not None:
        cap = numbers.pop()
        whole, part, _ = parts_of(sheet, monthly, denominator, of_all, per)
        capped = (whole > cap) | ((whole == cap) & (part > 0))
    up, down = sheet.same(0), sheet.same(0)
    for one in shares:
        whole, part, over = parts_of(sheet, monthly, denominator, one.rate, per)
        up += (whole + half_up(part, over)) * one.count
        down += (whole + part // over) * one.count
    kept = sheet.let_all({"cap": cap, "up": up, "down": down, "capped": choose(capped, 1, 0)})
    cap, up, down, is_capped = kept
    return {
        "pension_fen": Output(choose(is_capped == 1, cap, choose(up <= cap, up, down))),
        "pension_capped": Output(is_capped, "flag"),
    }


@attrs.frozen
class _Share:
    """What each of one kind draws, over so much as the whole, and how many they are."""

    rate: Column
    count: Column


def _sum(columns: Sequence[Column]) -> Column:
    return sum(columns, column_of(0))


def _none_where_null(one: Input | None) -> Input | None:
    """Return a fact that is nothing where it is not known."""
    return one and attrs.evolve(one, value=choose(one.known, one.value, 0), known=Column(held=True))


def _wage_in_life(sheet: Sheet, column: Name, facts: Sequence[Input]) -> Input | None:
    """Read the wage in life where the reading caps the pension by it; else it is but a wage."""

    def read(field: str, name: Name) -> Input:
        return sheet.money(field, name, limit=LARGEST_WAGE_FEN)

    reading = sheet.law.choice(PensionCap)
    if reading is PensionCap.REFERENCE_WAGE:
        sheet.maybe(read, "wage_in_life", column)
        return None
    one = sheet.needed_by(reading, read, "wage_in_life", column)
    told = all_of([each.known for each in facts])
    sheet.rejections.append(Rejection("needed_by_the_reading", one, told & ~one.known))
    return one


def _rates(sheet: Sheet, on: On, drawn: Column) -> tuple[list[Column], int]:
    """Return the share of each kind, as whole numbers over another; it is asked for only where somebody draws."""
    law, figure = sheet.law, sheet.law.dependant_rates
    told = [one for entry in figure.entries for one in (entry.value.spouse, entry.value.other, entry.value.alone)]
    per = lcm(*(fraction_of("dependant_rates", one).denominator for one in told))

    def listed(day: date | None) -> list[int]:
        asked = day_asked(sheet.question, day, figure)
        return [int(Fraction(dependant_rate(one, asked, law).fraction) * per) for one in _KINDS]

    numbers = by_day(sheet, "on", on, lambda: turns_of(figure), listed, where=drawn)
    return [numbers(sheet.same(place), lambda one: one) for place in range(len(_KINDS))], per
