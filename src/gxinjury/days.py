"""Counting days (日期的计算): so many days, months and hours after an event.

Counting follows arts. 201-203 of the Civil Code (民法典): the day of the event is not counted; a month or a year ends
on the corresponding day, and where there is none on the last day of the month, always from the original day. Hours run
from the moment.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import CHINA

_ONE_DAY: Final = timedelta(days=1)
_MUST_END_IN_THE_CALENDAR: Final = FactRule(
    zh="从 {day} 起算必须止于日历之内（公元 1 年至 9999 年）",
    en="must, counted from {day}, end within the calendar, the years 1 to 9999",
    code="beyond_calendar",
)


def _beyond(counted: str, day: date, count: int) -> InvalidFactError:
    return InvalidFactError(counted, "count", _MUST_END_IN_THE_CALENDAR.filled({"day": day}), count)


def day_after(day: date) -> date:
    """Return the day after.

    Raises:
        InvalidFactError: It is the last day of the calendar; likewise where anything else here counts out of it.
    """
    try:
        return day + _ONE_DAY
    except OverflowError:
        raise _beyond("day_after", day, 1) from None


def day_before(day: date) -> date:
    """Return the day before."""
    try:
        return day - _ONE_DAY
    except OverflowError:
        raise _beyond("day_before", day, 1) from None


def days_after(event: date, count: int) -> date:
    """Return the last of so many days after an event, whose own day is not counted.

    >>> days_after(date(2016, 1, 31), 30)
    datetime.date(2016, 3, 1)
    """
    try:
        return event + timedelta(days=count)
    except OverflowError:
        raise _beyond("days_after", event, count) from None


def days_before(event: date, count: int) -> date:
    """Return the day so many days before an event; counted backwards, it never rolls.

    >>> days_before(date(2016, 6, 30), 30)
    datetime.date(2016, 5, 31)
    """
    try:
        return event - timedelta(days=count)
    except OverflowError:
        raise _beyond("days_before", event, count) from None


def months_after(event: date, count: int) -> date:
    """Return the corresponding day so many months later, or that month's last day where there is none.

    >>> months_after(date(2016, 2, 29), 12), months_after(date(2016, 1, 31), 1)
    (datetime.date(2017, 2, 28), datetime.date(2016, 2, 29))
    """
    years, month = divmod(event.month - 1 + count, 12)
    year = event.year + years
    if not MINYEAR <= year <= MAXYEAR:
        raise _beyond("months_after", event, count)
    try:
        return event.replace(year, month + 1)
    except ValueError:  # that month has no such day
        return event + relativedelta(months=count)


def whole_months(start: date, day: date) -> int:
    """Return the whole months gone by from a start to a day not before it, counted from the start day.

    >>> whole_months(date(2014, 7, 1), date(2015, 9, 1)), whole_months(date(2014, 7, 1), date(2015, 8, 31))
    (14, 13)
    """
    months = (day.year - start.year) * 12 + day.month - start.month
    return months - 1 if months_after(start, months) > day else months


def month_end(day: date) -> date:
    """Return the last day of the day's month, a fixed day that does not roll.

    >>> month_end(date(2016, 2, 3))
    datetime.date(2016, 2, 29)
    """
    return day.replace(day=monthrange(day.year, day.month)[1])


def china_day(moment: datetime) -> date:
    """Return the day in China that an aware moment belongs to.

    >>> from datetime import timezone
    >>> china_day(datetime(2015, 9, 30, 16, 30, tzinfo=timezone.utc))
    datetime.date(2015, 10, 1)
    """
    return moment.astimezone(CHINA).date()


def hours_after(moment: datetime, count: int) -> datetime:
    """Return the moment so many hours later, in China's time; it does not roll."""
    try:
        return moment.astimezone(CHINA) + timedelta(hours=count)
    except OverflowError:
        raise _beyond("hours_after", moment, count) from None
