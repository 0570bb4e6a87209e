"""When reports of the roster take effect (花名册申报的生效), for many reports."""

from typing import Unpack

from gxinjury.extra.frames._columns import choose
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Name, Output, Outputs, Sheet
from gxinjury.law.readings import InitialRoster, RemovalEffect


@question
def effective_day(sheet: Sheet, /, *, reported_on: Name = None, paid_on: Name = None, **_how: Unpack[Asked]) -> Outputs:
    """First insured day of each worker added (NN-3.1.2).

    As :func:`gxinjury.construction.effective_days.effective_day` has it, of a row a report of an added worker.

    Args:
        reported_on: The day of the report.
        paid_on: The day the project's premium was paid, needed under the reading WITH_PAYMENT.

    Returns:
        The frame with ``effective_on``.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> effective_day(pa.table({"reported_on": [date(2015, 11, 28)]}))["effective_on"].to_pylist()
    [datetime.date(2015, 11, 29)]
    """
    reading = sheet.law.choice(InitialRoster)
    if reading is not InitialRoster.WITH_PAYMENT:
        reported = sheet.day("reported_on", reported_on)
        (day,) = sheet.settle(reported)
        return {"effective_on": Output(day + 1, "day", after=reported.column)}
    payment = sheet.needed_by(reading, sheet.day, "paid_on", paid_on)
    reported = sheet.day("reported_on", reported_on)
    day, paid = sheet.settle(reported, payment)
    return {"effective_on": Output(choose(day <= paid, paid, day + 1), "day", after=reported.column)}


@question
def last_insured_day(
    sheet: Sheet, /, *, reported_on: Name = None, happened_on: Name = None, **_how: Unpack[Asked]
) -> Outputs:
    """Last insured day of each worker removed (NN-3.1.2).

    As :func:`gxinjury.construction.effective_days.last_insured_day` has it, of a row a report of a removed worker: the
    day of the report, the day before it, or the day he left, by the law's reading.

    Args:
        reported_on: The day of the report.
        happened_on: The day he left, needed under the reading LEAVING_DAY.

    Returns:
        The frame with ``last_insured_on``.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> last_insured_day(pa.table({"reported_on": [date(2015, 12, 10)]}))["last_insured_on"].to_pylist()
    [datetime.date(2015, 12, 10)]
    """
    removal = sheet.law.choice(RemovalEffect)
    if removal is RemovalEffect.LEAVING_DAY:
        leaving = sheet.needed_by(removal, sheet.day, "happened_on", happened_on)
        _, left = sheet.settle(sheet.day("reported_on", reported_on), leaving)
        return {"last_insured_on": Output(left, "day", after=leaving.column)}
    reported = sheet.day("reported_on", reported_on)
    (day,) = sheet.settle(reported)
    last = day - 1 if removal is RemovalEffect.SAME_DAY else day
    return {"last_insured_on": Output(last, "day", after=reported.column)}
