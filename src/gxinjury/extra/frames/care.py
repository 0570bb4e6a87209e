"""The living-care fee of many workers (生活护理费): monthly, by care dependency, a share of the average wage."""

from datetime import date
from fractions import Fraction
from typing import Final, Unpack

from gxinjury.benefits import CareDependency
from gxinjury.benefits.care import rate_of
from gxinjury.benefits.doors import day_asked
from gxinjury.extra.frames._averages import Average, Share, shares_of
from gxinjury.extra.frames._figures import On, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._reading import Named
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import MUST_BE_DEPENDENCIES

_DEPENDENCIES: Final = Named(tuple(one.name for one in CareDependency), "not_a_dependency", MUST_BE_DEPENDENCIES)
_FEN_A_YUAN: Final = 100


@question
def living_care_fee(
    sheet: Sheet, /, *, dependency: Name = None, average: Average, on: On = None, **_how: Unpack[Asked]
) -> Outputs:
    """Living-care fee of each worker a month (REG-34).

    As :func:`~gxinjury.benefits.care.living_care_fee` has it, of a row a worker.

    Args:
        dependency: How far the worker depends on care, a name of :class:`~gxinjury.benefits.care.CareDependency`.
        average: The average wage of the year before: one for all rows; a series, of the area that
            :func:`~gxinjury.benefits.care.average_area` names on the day; or a column of averages, in fen or yuan a
            year.
        on: The day whose shares apply, a column or one for all rows; None: those last in force.

    Returns:
        The frame with ``care_fee_fen``, in whole yuan where the law pays it so.

    Raises:
        NotInForceError: That day lies before 2011-01-01, or the average was not published.

    >>> import pyarrow as pa
    >>> from gxinjury.benefits import AverageWage
    >>> workers = pa.table({"dependency": ["FULL", "PARTIAL", None]})
    >>> living_care_fee(workers, average=AverageWage(91369, "guangxi_on_post", 2021))["care_fee_fen"].to_pylist()
    [380700, 228400, None]
    """
    law = sheet.law
    needed = sheet.named("dependency", dependency, _DEPENDENCIES)

    def shares(day: date | None) -> list[Share]:
        asked = day_asked(sheet.question, day, law.care_fee_rates)
        rates, unit = law.care_fee_rates.on(asked), _FEN_A_YUAN if law.care_fee_in_whole_yuan.on(asked) else 1
        return [Share(Fraction(rate_of(rates, one).fraction) / 12, unit) for one in CareDependency]

    fee = shares_of(
        sheet,
        average,
        "on",
        on,
        turns=lambda: turns_of(law.care_fee_rates, law.care_fee_in_whole_yuan),
        shares=shares,
    )
    (place,) = sheet.settle(needed)
    return {"care_fee_fen": Output(fee(place))}
