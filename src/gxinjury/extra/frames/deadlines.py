"""By when a determination is applied for (工伤认定申请时限), for many accidents: raw days, and rolled by a calendar."""

from typing import Final, Unpack

from gxinjury.determination.counting import check_calendar
from gxinjury.extra.frames._arithmetic import split
from gxinjury.extra.frames._columns import Column, Number, choose, column_of
from gxinjury.extra.frames._days_off import rolled
from gxinjury.extra.frames._figures import Dated, dated
from gxinjury.extra.frames._months import civil_of, leap_days, month_length, number
from gxinjury.extra.frames._questions import Asked, question
from gxinjury.extra.frames._sheets import Input, Name, Output, Outputs, Sheet
from gxinjury.extra.frames.words import LARGEST_COUNT
from gxinjury.facts import check_count
from gxinjury.law.readings import ExtensionLimit
from gxinjury.periods import WorkCalendar

_A_YEAR: Final = 12


@question
def employer_deadline(
    sheet: Sheet,
    /,
    *,
    injured_on: Name = None,
    extension_days: str | int | None = None,
    calendar: WorkCalendar | None = None,
    **_how: Unpack[Asked],
) -> Outputs:
    """Last day of the employer's application (NN-4.1).

    As :func:`~gxinjury.determination.filing.employer_deadline` has it, of a row an accident.

    Args:
        injured_on: The day of the accident, or of the diagnosis.
        extension_days: Days by which the authority extended the limit: a column, or one number for all rows; a null is
            no extension.
        calendar: Days off, on which the last day does not fall; None: the raw day alone.

    Returns:
        The frame with ``employer_deadline``, the raw day; with a calendar also ``employer_deadline_day``, rolled to the
        next working day, null where the calendar does not know it. A lazy frame takes some seconds to plan, as the
        calendar is asked for every day.

    Raises:
        NotInForceError: An accident lies before the Regulation as revised.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> accidents = pa.table({"injured_on": [date(2016, 1, 31), None]})
    >>> employer_deadline(accidents)["employer_deadline"].to_pylist()
    [datetime.date(2016, 3, 1), None]
    """
    injured = sheet.day("injured_on", injured_on)
    days = dated(sheet, sheet.law.employer_filing_days, injured)
    extension = _extension(sheet, injured, extension_days, days)
    (day,) = sheet.settle(injured)
    raw = day + days.column(int, day) + extension
    return _told(sheet, "employer_deadline", raw, injured, calendar)


def _extension(sheet: Sheet, injured: Input, extension_days: str | int | None, days: Dated[int]) -> Number:
    """Return by how many days the limit is extended; the cap is asked for only where it is."""
    given = injured
    if isinstance(extension_days, str | None):
        if not sheet.has("extension_days", extension_days):
            return 0
        given = sheet.count("extension_days", extension_days, LARGEST_COUNT)
        extension = sheet.let("extension", choose(given.known, given.value, 0))
    else:
        check_count(sheet.question, "extension_days", extension_days)
        extension = sheet.same(extension_days)
    extended = injured.known & (extension > 0)
    cap = dated(sheet, sheet.law.extension_cap_days, injured, where=extended)
    longest = cap.column(int, injured.value)
    over = extension
    if sheet.law.choice(ExtensionLimit) is not ExtensionLimit.PLUS_60:
        over = extension + days.column(int, injured.value)
    sheet.refuse("extension_too_long", given, extended & (over > longest))
    return extension


@question
def worker_deadline(
    sheet: Sheet, /, *, injured_on: Name = None, calendar: WorkCalendar | None = None, **_how: Unpack[Asked]
) -> Outputs:
    """Last day of the worker's own application (NN-4.3).

    As :func:`~gxinjury.determination.filing.worker_deadline` has it, of a row an accident.

    Args:
        injured_on: The day of the accident, or of the diagnosis.
        calendar: As in :func:`employer_deadline`.

    Returns:
        The frame with ``worker_deadline``, the raw day with nothing left out, and with a calendar
        ``worker_deadline_day``.

    Raises:
        NotInForceError: An accident lies before the Regulation as revised.

    >>> from datetime import date
    >>> import pyarrow as pa
    >>> accidents = pa.table({"injured_on": [date(2016, 2, 29), date(2015, 3, 1)]})
    >>> worker_deadline(accidents)["worker_deadline"].to_pylist()
    [datetime.date(2017, 2, 28), datetime.date(2016, 3, 1)]
    """
    injured = sheet.day("injured_on", injured_on)
    months = dated(sheet, sheet.law.worker_filing_months, injured)
    (day,) = sheet.settle(injured)
    raw = months_after(sheet, day, months.column(int, day))
    return _told(sheet, "worker_deadline", raw, injured, calendar)


def _told(sheet: Sheet, name: str, raw: Column, injured: Input, calendar: WorkCalendar | None) -> Outputs:
    check_calendar(sheet.question, calendar)
    told = {name: Output(raw, "day", after=injured.column)}
    if calendar is not None:
        day = rolled(sheet, sheet.let("raw", raw), calendar)
        told[f"{name}_day"] = Output(day.value, "day", after=injured.column, known=day.known)
    return told


def months_after(sheet: Sheet, event: Column, count: Number) -> Column:
    """Return the corresponding day so many months later, or that month's last day where there is none."""
    if column_of(count).low == column_of(count).high == _A_YEAR:
        return event + 365 + leap_days(event + 365) - leap_days(event)
    start = civil_of(sheet, event)
    months = sheet.let("months", start.year * 12 + start.month - 1 + count)
    year, month = split(sheet, months, _A_YEAR)
    length = sheet.let("length", month_length(year, month + 1))
    return number(year, month + 1, choose(start.day > length, length, start.day))
