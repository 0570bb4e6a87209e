"""Days that a limit leaves out (不计入期间的日子), and the day that it ends on once days off are looked at."""

from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from gxinjury.determination.findings import Cautions
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import caution
from gxinjury.facts import check_instance
from gxinjury.periods import Deadline, Period, WorkCalendar, day_after, days_after, merged
from gxinjury.texts import Text

__all__ = ["check_calendar", "check_ended", "days_left_out", "deadline", "doubts_of", "falls_on_day_off"]

_MUST_HAVE_ENDED: Final = FactRule(
    zh="必须有最后一日：仍在持续的，期限尚无届满之日",
    en="must have a last day: while it lasts, the limit has no end",
    code="not_over",
)
_WEEKDAYS: Final = {5: Text(zh="星期六", en="Saturday"), 6: Text(zh="星期日", en="Sunday")}
_FIXED_FESTIVALS: Final = {(1, 1): MINYEAR, (5, 1): MINYEAR, (5, 2): 2025} | {(10, one): MINYEAR for one in (1, 2, 3)}
"""Days off everywhere whatever a notice says, with their first year: New Year, Labour Day, National Day.

Labour Day has a second day from 2025-01-01 by the State Council's decision of 2024-11-10 (全国年节及纪念日放假办法).
"""


def falls_on_day_off(limit: Deadline) -> Text | None:
    """Return that a limit ends on a day on which offices are closed, where nobody looked at days off; else None.

    Known without a calendar are Saturdays and Sundays, and the festivals that have a fixed day.

    >>> falls_on_day_off(Deadline.of(date(2016, 7, 30))).en
    '2016-07-30 is a Saturday, when offices are as a rule closed: with a work calendar the limit may move'
    >>> falls_on_day_off(Deadline.of(date(2016, 10, 1))).en
    '2016-10-01 is a public holiday, when offices are closed: with a work calendar the limit moves'
    """
    raw = limit.raw
    if limit.calendar_consulted:
        return None
    if raw.year >= _FIXED_FESTIVALS.get((raw.month, raw.day), MAXYEAR):
        return Cautions.falls_on_a_festival.filled({"limit": raw})
    weekday = _WEEKDAYS.get(raw.weekday())
    return None if weekday is None else Cautions.falls_on_a_weekend.filled({"limit": raw, "weekday": weekday})


def check_ended(question: str, field: str, period: Period) -> None:
    """Refuse a period whose end is open."""
    if period.last is None:
        raise InvalidFactError(question, field, _MUST_HAVE_ENDED, str(period))


def check_calendar(question: str, calendar: WorkCalendar | None) -> None:
    """Refuse what is neither None nor a calendar."""
    if calendar is not None:
        check_instance(question, "calendar", calendar, WorkCalendar)


def days_left_out(event: date, limit: date, periods: tuple[Period, ...]) -> int:
    """Return how many days of closed periods a limit leaves out.

    Both ends of a period count and a day is left out once. Only days after the event count, for its own day is never
    counted, and only up to the limit as extended so far: a period that begins by then is left out to its end, since
    each of its days moves the limit on by a day; one that begins later finds the limit over.

    Args:
        event: The day that the limit is counted from.
        limit: The day it would end on with nothing left out, days off not looked at.
        periods: The periods, none of them open, in any order.

    >>> days_left_out(date(2016, 3, 1), date(2017, 3, 1), (Period(date(2016, 2, 20), date(2016, 3, 4)),))
    3
    """
    left_out = 0
    counting = Period(day_after(event), None)
    for period in merged(periods):
        running = period.overlap(counting)
        if running is not None and running.first <= days_after(limit, left_out):
            left_out += running.days or 0
    return left_out


def deadline(raw: date, calendar: WorkCalendar | None) -> Deadline:
    """Return the deadline that counting ended on, with what to mind about days off.

    Cautions tell where they were not looked at, and then where the last day is one on which offices are closed; where
    they are not known; and where the calendar knows them from a source that is to be checked.
    """
    limit = Deadline.of(raw, calendar)
    if calendar is None:
        caution(Cautions.days_off_not_looked_at)
        closed = falls_on_day_off(limit)
        if closed is not None:
            caution(closed)
        return limit
    if limit.day is None:
        caution(Cautions.days_off_not_known, limit=str(limit))
    for doubt in doubts_of(calendar, Period(raw, limit.latest)):
        caution(doubt)
    return limit


def doubts_of(calendar: WorkCalendar, days: Period) -> tuple[Text, ...]:
    """Return what a calendar says is to be minded about its answers for these days; most say nothing."""
    doubts = getattr(calendar, "doubts", None)
    return doubts(days) if callable(doubts) else ()
