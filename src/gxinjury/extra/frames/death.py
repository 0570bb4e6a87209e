"""What many deaths by work injury are worth once (丧葬补助金、一次性工亡补助金)."""

from datetime import date
from fractions import Fraction
from functools import partial
from typing import Unpack

from gxinjury.benefits.death_subsidy import national_income
from gxinjury.extra.frames._arithmetic import whole_fen
from gxinjury.extra.frames._averages import Average, Share, shares_of
from gxinjury.extra.frames._columns import choose
from gxinjury.extra.frames._figures import dated, stepped, turns_after, turns_of
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_WAGE_FEN


@question
def funeral_subsidy(sheet: Sheet, /, *, died_on: Name = None, average: Average, **_how: Unpack[Asked]) -> Outputs:
    """Funeral subsidy of each death (REG-39).

    As :func:`~gxinjury.benefits.death.funeral_subsidy` has it, of a row a death, by the months of its day.

    Args:
        died_on: The day of the death.
        average: The average wage of the year before: one for all rows; a series, of the area that
            :func:`~gxinjury.benefits.care.average_area` names on the day; or a column of averages, in fen or yuan a
            year.

    Returns:
        The frame with ``funeral_subsidy_fen``.

    Raises:
        NotInForceError: A death lies before 2011-01-01, or the average was not published.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> from gxinjury.benefits import AverageSeries
    >>> deaths = pa.table({"died_on": [date(2023, 5, 4), None]})
    >>> funeral_subsidy(deaths, average=AverageSeries.ON_POST)["funeral_subsidy_fen"].to_pylist()
    [4738300, None]
    """
    months = sheet.law.funeral_months

    def shares(day: date) -> list[Share]:
        return [Share(Fraction(months.on(day), 12), 1)]

    died = sheet.day("died_on", died_on)
    subsidy = shares_of(sheet, average, "died_on", died.column, turns=lambda: turns_of(months), shares=shares)
    sheet.settle(died)
    return {"funeral_subsidy_fen": Output(subsidy(sheet.same(0)))}


@question
def lump_sum_death_subsidy(
    sheet: Sheet, /, *, anchored_on: Name = None, income: Name = None, **_how: Unpack[Asked]
) -> Outputs:
    """Lump-sum death subsidy of each death (REG-39).

    As :func:`~gxinjury.benefits.death_subsidy.lump_sum_death_subsidy` has it, of a row a death.

    Args:
        anchored_on: The day whose year decides, of the accident or of the death.
        income: The national urban disposable income per head of the year before; a null there is the published one.

    Returns:
        The frame with ``death_subsidy_fen``.

    Raises:
        NotInForceError: A day lies before 2011-01-01, or nobody published the income.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> deaths = pa.table({"anchored_on": [date(2022, 5, 4), date(2021, 5, 4)]})
    >>> lump_sum_death_subsidy(deaths)["death_subsidy_fen"].to_pylist()
    [94824000, 87668000]
    """
    law = sheet.law
    anchored = sheet.day("anchored_on", anchored_on)
    given = None
    if sheet.has("income", income):
        given = sheet.money("income", income, limit=LARGEST_WAGE_FEN * 12)
    unknown = None if given is None else ~given.known
    published = stepped(
        sheet,
        anchored,
        lambda: turns_after(law.urban_disposable_income),
        lambda day: national_income(day, law),
        unknown,
    )
    times = dated(sheet, law.death_subsidy_multiple, anchored)
    (day,) = sheet.settle(anchored)
    fen = published.column(partial(whole_fen, "urban_disposable_income"), day)
    if given is not None:
        fen = choose(given.known, given.value, fen)
    return {"death_subsidy_fen": Output(fen * times.column(int, day))}
