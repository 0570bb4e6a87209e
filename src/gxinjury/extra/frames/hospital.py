"""Meals in hospital of many stays (住院伙食补助费): so much a day, the days at each level counted by themselves."""

from typing import Unpack

from gxinjury.extra.frames._arithmetic import whole_fen
from gxinjury.extra.frames._columns import choose, greatest, least
from gxinjury.extra.frames._days import LAST_DAY, number_of
from gxinjury.extra.frames._figures import stretches
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet


@question
def hospital_meals(sheet: Sheet, /, *, first: Name = None, last: Name = None, **_how: Unpack[Asked]) -> Outputs:
    """Meals of each stay in hospital (ALLOWANCES-meals).

    As :func:`~gxinjury.benefits.hospital.hospital_meals` has it, of a row a stay.

    Args:
        first: The first day in hospital.
        last: The last, itself counted.

    Returns:
        The frame with ``hospital_meals_fen``.

    Raises:
        NotInForceError: A stay begins before 2011-01-01.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> stays = pa.table({"first": [date(2018, 12, 27)], "last": [date(2019, 1, 5)]})
    >>> hospital_meals(stays)["hospital_meals_fen"].to_pylist()
    [20000]
    """
    begun, over = sheet.day("first", first), sheet.day("last", last)
    sheet.refuse("before_the_first", over, begun.known & (over.value < begun.value))
    levels = sheet.once(lambda: stretches(sheet.law.hospital_meals))
    ends = [*(number_of(one.first) - 1 for one in levels[1:]), LAST_DAY]
    for level, end in zip(levels, ends, strict=True):
        if level.value is None:
            sheet.not_in_force(begun, over.known & (begun.value <= end) & (over.value >= number_of(level.first)))
    start, stop = sheet.settle(begun, over)
    fen = sheet.same(0)
    for level, end in zip(levels, ends, strict=True):
        if level.value is not None:
            upto, since = least(stop, end), greatest(start, number_of(level.first))
            fen += choose(upto >= since, upto - since + 1, 0) * whole_fen("hospital_meals", level.value)
    return {"hospital_meals_fen": Output(fen)}
