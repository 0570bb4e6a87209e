"""When reports of the roster take effect (花名册申报的生效), for many reports."""

from narwhals.typing import IntoFrameT

from gxinjury.errors import InvalidFactError
from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.columns import choose
from gxinjury.extra.frames.sheets import Output, Sheet
from gxinjury.extra.frames.words import NEEDS_A_COLUMN
from gxinjury.facts import check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.readings import InitialRoster, RemovalEffect


def effective_day(
    frame: IntoFrameT,
    *,
    reported_on: str = "reported_on",
    paid_on: str | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """First insured day of each worker added (NN-3.1.2).

    As :func:`gxinjury.construction.effective_days.effective_day` has it.

    Args:
        frame: A row a report of an added worker.
        reported_on: Column of the day of the report.
        paid_on: Column of the day the project's premium was paid, needed under the reading WITH_PAYMENT.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``effective_on``; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> effective_day(pa.table({"reported_on": [date(2015, 11, 28)]}))["effective_on"].to_pylist()
    [datetime.date(2015, 11, 29)]
    """
    question = "effective_day"
    check_instance(question, "law", law, Law)
    with_payment = law.choice(InitialRoster) is InitialRoster.WITH_PAYMENT
    if with_payment and paid_on is None:
        needed = NEEDS_A_COLUMN.filled({"reading": str(InitialRoster.WITH_PAYMENT)})
        raise InvalidFactError(question, "paid_on", needed, paid_on)

    def work(sheet: Sheet) -> dict[str, Output]:
        reported = sheet.day("reported_on", reported_on)
        if not with_payment or paid_on is None:
            (day,) = sheet.settle(reported)
            return {"effective_on": Output(day + 1, "day", after=reported_on)}
        day, paid = sheet.settle(reported, sheet.day("paid_on", paid_on))
        return {"effective_on": Output(choose(day <= paid, paid, day + 1), "day", after=reported_on)}

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)


def last_insured_day(
    frame: IntoFrameT,
    *,
    reported_on: str = "reported_on",
    happened_on: str | None = None,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Last insured day of each worker removed (NN-3.1.2).

    As :func:`gxinjury.construction.effective_days.last_insured_day` has it: the day of the report, the day before it,
    or the day he left, by the law's reading.

    Args:
        frame: A row a report of a removed worker.
        reported_on: Column of the day of the report.
        happened_on: Column of the day he left, needed under the reading LEAVING_DAY.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so is the next.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``last_insured_on``; null where a fact is null.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> last_insured_day(pa.table({"reported_on": [date(2015, 12, 10)]}))["last_insured_on"].to_pylist()
    [datetime.date(2015, 12, 10)]
    """
    question = "last_insured_day"
    check_instance(question, "law", law, Law)
    removal = law.choice(RemovalEffect)
    if removal is RemovalEffect.LEAVING_DAY and happened_on is None:
        needed = NEEDS_A_COLUMN.filled({"reading": str(removal)})
        raise InvalidFactError(question, "happened_on", needed, happened_on)

    def work(sheet: Sheet) -> dict[str, Output]:
        reported = sheet.day("reported_on", reported_on)
        if removal is RemovalEffect.LEAVING_DAY and happened_on is not None:
            _, left = sheet.settle(reported, sheet.day("happened_on", happened_on))
            return {"last_insured_on": Output(left, "day", after=happened_on)}
        (day,) = sheet.settle(reported)
        last = day - 1 if removal is RemovalEffect.SAME_DAY else day
        return {"last_insured_on": Output(last, "day", after=reported_on)}

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)
