"""Days, periods and deadlines (期间): closed periods, statutory counting, the rolling of a last day.

Counting follows arts. 201-203 of the Civil Code (民法典): the day of the event is not counted; a month or a year ends
on the corresponding day, and where there is none on the last day of the month, always from the original day; a last day
that is a statutory day off moves to the next working day. Hours run from the moment and do not roll.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from enum import Enum
from typing import Annotated, Final, Protocol, runtime_checkable

import attrs
from dateutil.relativedelta import relativedelta

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import CHINA, check_date, check_day, check_not_before
from gxinjury.texts import Language, Text

_ONE_DAY: Final = timedelta(days=1)
_SPAN: Final = Text(zh="{span}", en="{span}")
_MUST_END_IN_THE_CALENDAR: Final = FactRule(
    zh="从 {day} 起算必须止于日历之内（公元 1 年至 9999 年）",
    en="must, counted from {day}, end within the calendar, the years 1 to 9999",
    code="beyond_calendar",
)


@attrs.frozen
class Period:
    """A closed period of days, both ends included.

    Args:
        first: The first day.
        last: The last day; None while the end is open.

    Raises:
        InvalidFactError: An end is no day, or the last lies before the first.

    >>> cover = Period(date(2015, 10, 8), date(2016, 6, 30))
    >>> date(2016, 6, 30) in cover, date(2016, 7, 1) in cover, cover.days
    (True, False, 267)
    >>> str(Period(date(2016, 7, 1), None))
    '2016-07-01..'
    """

    first: Annotated[date, Text("首日", "first day")]
    last: Annotated[date | None, Text("末日", "last day")]

    def __attrs_post_init__(self) -> None:
        check_date("Period", "first", self.first)
        if self.last is not None:
            check_date("Period", "last", self.last)
            check_not_before("Period", "last", self.last, "first", self.first)

    @property
    def days(self) -> int | None:
        """The number of days, both ends counted; None while the end is open."""
        return None if self.last is None else (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        check_date("Period", "day", day)
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return f"{self.first}..{'' if self.last is None else self.last}"

    def text(self, language: Language) -> str:
        """Return the days as a language writes them.

        >>> Period(date(2016, 3, 1), date(2016, 6, 10)).text("zh"), Period(date(2016, 7, 1), None).text("zh")
        ('2016-03-01 至 2016-06-10', '2016-07-01 起')
        >>> Period(date(2016, 7, 1), date(2016, 7, 1)).text("zh"), Period(date(2016, 7, 1), date(2016, 7, 1)).text("en")
        ('2016-07-01 当日', '2016-07-01')
        """
        if language == "en":
            return str(self.first if self.first == self.last else self)
        return f"{self.first} 起" if self.last is None else _SPAN.say("zh", first=self.first, last=self.last)

    def overlap(self, other: "Period") -> "Period | None":
        """Return the days that both periods hold; None where there are none.

        >>> Period(date(2016, 1, 1), None).overlap(Period(date(2015, 1, 1), date(2016, 1, 31)))
        Period(first=datetime.date(2016, 1, 1), last=datetime.date(2016, 1, 31))
        """
        first = max(self.first, other.first)
        last = earlier(self.last, other.last)
        return None if last is not None and last < first else Period(first, last)


def earlier(one: date | None, other: date | None) -> date | None:
    """Return the earlier of two ends, of which None is open.

    >>> earlier(None, date(2016, 6, 30)), earlier(None, None)
    (datetime.date(2016, 6, 30), None)
    """
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as the fewest periods in order: what overlaps or touches becomes one.

    >>> [str(one) for one in merged([Period(date(2016, 1, 5), None), Period(date(2016, 1, 1), date(2016, 1, 4))])]
    ['2016-01-01..']
    """
    result: list[Period] = []
    for period in sorted(periods, key=lambda one: one.first):
        before = result[-1] if result else None
        if before is None or (before.last is not None and (period.first - before.last).days > 1):
            result.append(period)
        elif before.last is not None and (period.last is None or period.last > before.last):
            result[-1] = Period(before.first, period.last)
    return tuple(result)


def without(periods: Iterable[Period], taken: Iterable[Period]) -> tuple[Period, ...]:
    """Return what is left of the periods when the days of others are taken out.

    >>> year = Period(date(2016, 1, 1), None)
    >>> [str(one) for one in without([year], [Period(date(2016, 3, 1), date(2016, 3, 31))])]
    ['2016-01-01..2016-02-29', '2016-04-01..']
    """
    left = list(periods)
    for out in taken:
        left = [piece for period in left for piece in _without_one(period, out)]
    return tuple(left)


def _without_one(period: Period, out: Period) -> Iterator[Period]:
    if period.overlap(out) is None:
        yield period
        return
    if period.first < out.first:
        yield Period(period.first, day_before(out.first))
    if out.last is not None and (period.last is None or out.last < period.last):
        yield Period(day_after(out.last), period.last)


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


@runtime_checkable
class WorkCalendar(Protocol):
    """Which days are statutory days off, as far as a calendar knows.

    A calendar may also have ``doubts(days: Period, /) -> tuple[Text, ...]``: what to mind about its answers for these
    days, as that they rest on a compiled table. An explanation tells it as a caution.

    Attributes:
        longest_break: The most days off in a row that the calendar holds possible in a year it does not know.
    """

    @property
    def longest_break(self) -> int:
        """The most days off in a row in a year that it does not know."""

    def is_day_off(self, day: date, /) -> bool | None:
        """Return whether the day is a statutory day off; None where the calendar does not know."""


class DeadlineStatus(Enum):
    """Whether what was done on a day was done in time."""

    IN_TIME = Text(zh="按期", en="in time")
    LATE = Text(zh="逾期", en="late")
    UNDETERMINED = Text(zh="未定", en="undetermined")


@attrs.frozen
class Deadline:
    """The last day of a limit.

    Args:
        raw: The day that counting ends on, days off not looked at.
        earliest: The earliest day that the limit can end on.
        latest: The latest; the same unless the calendar does not know the days in question.
        calendar_consulted: Whether days off were looked at; without a calendar the raw day stands.

    >>> limit = Deadline.of(date(2016, 7, 30))
    >>> limit.day, limit.calendar_consulted, limit.status(date(2016, 7, 31)).name
    (datetime.date(2016, 7, 30), False, 'LATE')
    """

    raw: Annotated[date, Text("计算所得之日", "day that counting ends on")]
    earliest: Annotated[date, Text("最早届满日", "earliest day")]
    latest: Annotated[date, Text("最晚届满日", "latest day")]
    calendar_consulted: Annotated[bool, Text("已查放假安排", "days off looked at")]

    @classmethod
    def of(cls, raw: date, calendar: WorkCalendar | None = None) -> "Deadline":
        """Return the deadline that counting ended on, rolled to the next working day as far as it is known."""
        if calendar is None:
            return cls(raw, raw, raw, calendar_consulted=False)
        earliest = raw
        while calendar.is_day_off(earliest):
            earliest = day_after(earliest)
        latest = earliest
        furthest = days_after(earliest, calendar.longest_break)
        while latest < furthest and calendar.is_day_off(latest) is not False:
            latest = day_after(latest)
        return cls(raw, earliest, latest, calendar_consulted=True)

    @property
    def day(self) -> date | None:
        """The last day in time; None while the calendar leaves it open."""
        return self.earliest if self.earliest == self.latest else None

    def status(self, on: date) -> DeadlineStatus:
        """Return whether what was done on a day was in time."""
        check_day("Deadline", "on", on)
        if on <= self.earliest:
            return DeadlineStatus.IN_TIME
        return DeadlineStatus.LATE if on > self.latest else DeadlineStatus.UNDETERMINED

    def __str__(self) -> str:
        return str(self.earliest) if self.day else f"{self.earliest}/{self.latest}"

    def text(self, language: Language) -> str:
        """Return the last day in time as a language writes it; the two that it lies between while it is open."""
        return str(self) if language == "en" or self.day else f"{self.earliest} 至 {self.latest}"
