"""By when a determination is applied for (工伤认定申请时限), for many accidents: raw days, days off not looked at."""

from typing import Final

from narwhals.typing import IntoFrameT

from gxinjury.extra.frames.answers import OnInvalid, answered
from gxinjury.extra.frames.columns import Number, choose
from gxinjury.extra.frames.figures import Dated, dated
from gxinjury.extra.frames.months import months_after
from gxinjury.extra.frames.sheets import Fact, Output, Sheet
from gxinjury.extra.frames.words import LARGEST_COUNT
from gxinjury.facts import check_count, check_instance
from gxinjury.law import LAW, Law
from gxinjury.law.readings import ExtensionLimit

_INJURED_ON: Final = "injured_on"


def employer_deadline(
    frame: IntoFrameT,
    *,
    injured_on: str = _INJURED_ON,
    extension_days: str | int = 0,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Last day of the employer's application (NN-4.1).

    As :func:`~gxinjury.determination.filing.employer_deadline` has it.

    Args:
        frame: A row an accident.
        injured_on: Column of the day of the accident, or of the diagnosis.
        extension_days: Days by which the authority extended the limit: a column, or one number for all rows; a null is
            no extension.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so are the others.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``employer_deadline``, the raw day; null where the accident's is.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: An accident lies before the Regulation as revised.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> accidents = pa.table({"injured_on": [date(2016, 1, 31), None]})
    >>> employer_deadline(accidents)["employer_deadline"].to_pylist()
    [datetime.date(2016, 3, 1), None]
    """
    question = "employer_deadline"
    check_instance(question, "law", law, Law)
    if not isinstance(extension_days, str):
        check_count(question, "extension_days", extension_days)

    def work(sheet: Sheet) -> dict[str, Output]:
        injured = sheet.day("injured_on", injured_on)
        days = dated(sheet, law.employer_filing_days, injured)
        extension = _extension(sheet, injured, extension_days, days, law)
        (day,) = sheet.settle(injured)
        raw = day + days.column(day, int) + extension
        return {"employer_deadline": Output(raw, "day", after=injured_on)}

    return answered(frame, question, work, on_invalid=on_invalid, collect=collect)


def _extension(sheet: Sheet, injured: Fact, extension_days: str | int, days: Dated[int], law: Law) -> Number:
    """Return by how many days the limit is extended; the cap is asked for only where it is."""
    if extension_days == 0:
        return 0
    given = injured
    if isinstance(extension_days, str):
        given = sheet.count("extension_days", extension_days, LARGEST_COUNT)
        extension = sheet.let("extension", choose(given.known, given.value, 0))
    else:
        extension = sheet.same(extension_days)
    extended = injured.known & (extension > 0)
    cap = dated(sheet, law.extension_cap_days, injured, where=extended)
    longest = cap.column(injured.value, int)
    over = extension
    if law.choice(ExtensionLimit) is not ExtensionLimit.PLUS_60:
        over = extension + days.column(injured.value, int)
    sheet.refuse("extension_too_long", given, extended & (over > longest))
    return extension


def worker_deadline(
    frame: IntoFrameT,
    *,
    injured_on: str = _INJURED_ON,
    on_invalid: OnInvalid | None = None,
    collect: bool = False,
    law: Law = LAW,
) -> IntoFrameT:
    """Last day of the worker's own application (NN-4.3).

    As :func:`~gxinjury.determination.filing.worker_deadline` has it.

    Args:
        frame: A row an accident.
        injured_on: Column of the day of the accident, or of the diagnosis.
        on_invalid: As in :func:`~gxinjury.extra.frames.premiums.project_premium`, and so are the others.
        collect: Whether the rows of a lazy frame are looked at now.
        law: The law asked.

    Returns:
        The frame with ``worker_deadline``, the raw day with nothing left out; null where the accident's is.

    Raises:
        InvalidFactError: A column is missing or of another type, or a row breaks a rule of input.
        NotInForceError: An accident lies before the Regulation as revised.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> accidents = pa.table({"injured_on": [date(2016, 2, 29), date(2015, 3, 1)]})
    >>> worker_deadline(accidents)["worker_deadline"].to_pylist()
    [datetime.date(2017, 2, 28), datetime.date(2016, 3, 1)]
    """
    check_instance("worker_deadline", "law", law, Law)

    def work(sheet: Sheet) -> dict[str, Output]:
        injured = sheet.day("injured_on", injured_on)
        months = dated(sheet, law.worker_filing_months, injured)
        (day,) = sheet.settle(injured)
        raw = months_after(sheet, day, months.column(day, int))
        return {"worker_deadline": Output(raw, "day", after=injured_on)}

    return answered(frame, "worker_deadline", work, on_invalid=on_invalid, collect=collect)
