"""Days off (放假安排): what a yearly notice says, and Guangxi's own for 三月三, how many, from when, which days."""

from datetime import date
from typing import Annotated, Final, cast

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_day, check_year, records
from gxinjury.law.clauses import HOLIDAYS
from gxinjury.periods import Period
from gxinjury.series import year_figure
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Footing, Timeline

# The third of the third lunar month lies between 24 March and 22 April; the days around it are moved for it.
_WINDOW_OPENS: Final = (3, 20)
_WINDOW_CLOSES: Final = (4, 30)
_DECEMBER: Final = 12

_MUST_NAME_A_YEAR: Final = FactRule(
    zh="没有放假日的（如已取消的通知），必须写明年份",
    en="must be given where no day off is named, as for a withdrawn notice",
    code="no_year_told",
)
_MUST_NAME_A_DAY: Final = FactRule(zh="至少要有一个放假日", en="must name a day off at least", code="no_day_off")
_MUST_LIE_IN_THE_YEAR: Final = FactRule(
    zh="必须在 {year} 年或者上年12月", en="must lie in {year} or in the December before it", code="outside_year"
)
_MUST_BE_OF_THE_YEAR: Final = FactRule(
    zh="必须在 {year} 年", en="must lie in {year}, the year of the notice", code="outside_year"
)
_MUST_LIE_IN_THE_WINDOW: Final = FactRule(
    zh="必须在3月20日至4月30日之间", en="must lie between 20 March and 30 April", code="outside_season"
)
_MUST_NOT_BE_BOTH: Final = FactRule(
    zh="不得既放假又上班", en="must not be a day off and a working day at once", code="off_and_worked"
)


def window(year: int) -> Period:
    """Return the season of 三月三, days moved for it included: no notice of Guangxi names a day outside.

    >>> str(window(2016))
    '2016-03-20..2016-04-30'
    """
    return Period(date(year, *_WINDOW_OPENS), date(year, *_WINDOW_CLOSES))


def in_window(day: date) -> bool:
    """Return whether a notice of Guangxi may name a day.

    >>> in_window(date(2016, 3, 20)), in_window(date(2016, 5, 1))
    (True, False)
    """
    return _WINDOW_OPENS <= (day.month, day.day) <= _WINDOW_CLOSES


@attrs.frozen
class OwnDays:
    """What a yearly notice of Guangxi says on 三月三.

    Args:
        off: The days off that it names, weekend days moved for them included; none where it was withdrawn.
        worked: The weekend days that it makes working days; none where it moves none.
        year: Its year; None: that of its days.
        doubt: What to mind before relying on it; None where the notice itself, or copies of it, were seen.

    Raises:
        InvalidFactError: There is neither a day off nor a year, the days are not of one year, or one is no day of late
            March or April.

    >>> OwnDays(off=(date(2017, 3, 30), date(2017, 3, 31), date(2017, 4, 1)), worked=(date(2017, 4, 8),)).year
    2017
    """

    off: Annotated[tuple[date, ...], Text("放假", "off")]
    worked: Annotated[tuple[date, ...], Text("上班", "worked")] = ()
    year: Annotated[int, Text("年份", "year")] = attrs.field(default=cast("int", None), repr=False)
    doubt: Annotated[Text | None, Text("注意", "doubt")] = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        given = {field: records("OwnDays", field, getattr(self, field), date) for field in ("off", "worked")}
        placed = [(f"{field}[{place}]", day) for field, days in given.items() for place, day in enumerate(days)]
        for field, day in placed:
            check_day("OwnDays", field, day)
            if not in_window(day):
                raise InvalidFactError("OwnDays", field, _MUST_LIE_IN_THE_WINDOW, day)
        if cast("int | None", self.year) is None:
            if not given["off"]:
                raise InvalidFactError("OwnDays", "year", _MUST_NAME_A_YEAR, self.year)
            object.__setattr__(self, "year", given["off"][0].year)
        check_year("OwnDays", "year", self.year)
        for field, day in placed:
            if day.year != self.year:
                raise InvalidFactError("OwnDays", field, _MUST_BE_OF_THE_YEAR.filled({"year": str(self.year)}), day)
        _keep_in_order("OwnDays", self, given)


def _keep_in_order(record: str, notice: object, given: dict[str, tuple[date, ...]]) -> None:
    """Keep the days of a notice in order, each once; none is both off and worked."""
    for position, day in enumerate(given["worked"]):
        if day in given["off"]:
            raise InvalidFactError(record, f"worked[{position}]", _MUST_NOT_BE_BOTH, day)
    for field, days in given.items():
        object.__setattr__(notice, field, tuple(sorted(set(days))))


@attrs.frozen
class NationalDays:
    """What the yearly notice of the State Council's office says on the days off of the whole country.

    Args:
        year: Its year.
        off: The days off that it names, weekend days among them or not; other weekends are off anyway.
        worked: The weekend days that it makes working days.
        doubt: What to mind before relying on it.

    Raises:
        InvalidFactError: There is no day off, or a day lies neither in the year nor in the December before it.

    >>> NationalDays(2027, off=[date(2027, 1, 1)]).off
    (datetime.date(2027, 1, 1),)
    """

    year: Annotated[int, Text("年份", "year")]
    off: Annotated[tuple[date, ...], Text("放假", "off")]
    worked: Annotated[tuple[date, ...], Text("上班", "worked")] = ()
    doubt: Annotated[Text | None, Text("注意", "doubt")] = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        check_year("NationalDays", "year", self.year)
        given = {field: records("NationalDays", field, getattr(self, field), date) for field in ("off", "worked")}
        for field, days in given.items():
            for position, day in enumerate(days):
                check_day("NationalDays", f"{field}[{position}]", day)
                if day.year != self.year and (day.year, day.month) != (self.year - 1, _DECEMBER):
                    rule = _MUST_LIE_IN_THE_YEAR.filled({"year": str(self.year)})
                    raise InvalidFactError("NationalDays", f"{field}[{position}]", rule, day)
        if not given["off"]:
            raise InvalidFactError("NationalDays", "off", _MUST_NAME_A_DAY, self.off)
        _keep_in_order("NationalDays", self, given)


OWN_DAYS_OFF: Final = Timeline(
    "own_days_off",
    Text(zh="广西“三月三”放假日数", en="days off of Guangxi's own"),
    HOLIDAYS.clause("sanyuesan"),
    (
        Entry(
            date(2014, 1, 1),
            2,
            Text(zh="自治区第十二届人民政府令第98号", en="Order 98 of the twelfth government of the region"),
        ),
    ),
)

_NOTICE: Final = Text(zh="自治区人民政府办公厅当年通知", en="that year's notice of the office of Guangxi's government")
_COMPILED: Final = Text(zh="通知的转载或者报道", en="reprints of the notice, or reports on it")
_NOT_FOUND: Final = Text(zh="未查到当年通知", en="that year's notice was not found")


def _year(
    year: int,
    off: str = "",
    worked: str = "",
    *,
    standing: Footing = Footing.SECONDARY,
    source: Text = _COMPILED,
    announced_on: date | None = None,
    zh: str,
    en: str,
) -> "Entry[OwnDays]":
    """Return what is known of a year: days written as ``3-30`` with blanks between them."""
    value = None if standing is Footing.MISSING else OwnDays(_days(year, off), _days(year, worked), year)
    days = () if value is None else (*value.off, *value.worked)
    return year_figure(
        year,
        cast("OwnDays", value),  # None where it is missing, which no look-up lets through
        source,
        standing=standing,
        note=Text(zh=zh, en=en),
        announced_on=announced_on,
        announced_by=min(days) if days and announced_on is None else None,
    )


def _days(year: int, written: str) -> tuple[date, ...]:
    return tuple(date(year, *map(int, day.split("-"))) for day in written.split())


GUANGXI_DAYS_OFF: Final = Timeline(
    "guangxi_days_off",
    Text(zh="广西“三月三”放假调休安排", en="days off of Guangxi's own by the yearly notices"),
    HOLIDAYS.clause("sanyuesan"),
    (
        _year(
            2014,
            standing=Footing.MISSING,
            source=_NOT_FOUND,
            zh="该假日施行首年（第98号令），未查到放假通知",
            en="the first year of the holiday (Order 98); the notice was not found",
        ),
        _year(
            2015,
            "4-20 4-21",
            zh="仅见于一处汇编网页；此前的周末本来就休息",
            en="one compiled page; the weekend before is off anyway",
        ),
        _year(
            2016,
            "4-8 4-11",
            zh="见于两处汇编网页；4月9日、10日为周末",
            en="two compiled pages; 9 and 10 April are a weekend",
        ),
        _year(
            2017,
            "3-30 3-31 4-1",
            "4-8",
            standing=Footing.PUBLISHED,
            source=_NOTICE,
            announced_on=date(2017, 2, 10),
            zh="4月1日为全国调休上班的星期六，在广西放假",
            en="1 April is a working Saturday nationally and off in Guangxi",
        ),
        _year(
            2018,
            "4-18 4-19 4-20",
            "4-15",
            zh="两处来源一致；4月15日为星期日",
            en="two sources agree; 15 April is a Sunday",
        ),
        _year(
            2019,
            "4-4 4-8",
            zh="两家媒体转载通知；4月5日至7日全国放假",
            en="two press copies of the notice; 5 to 7 April are off nationally",
        ),
        _year(
            2020,
            standing=Footing.PUBLISHED,
            source=_NOTICE,
            announced_on=date(2020, 3, 5),
            zh="已取消：2020-03-05的通知将3月26日、27日改为上班",
            en="withdrawn: a notice of 2020-03-05 made 26 and 27 March working days",
        ),
        _year(
            2021,
            "4-14 4-15 4-16",
            "4-18",
            zh="2021-03-16一家报纸的报道；4月18日为星期日",
            en="a newspaper of 2021-03-16 on the notice; 18 April is a Sunday",
        ),
        _year(2022, standing=Footing.MISSING, source=_NOT_FOUND, zh="未查到", en="not found"),
        _year(
            2023,
            "4-21 4-23",
            zh="媒体对通知的报道；4月22日为星期六，23日为全国调休上班的星期日",
            en="press on the notice; 22 April is a Saturday, 23 April a working Sunday nationally",
        ),
        _year(2024, "4-11 4-12", zh="仅见于一处来源", en="one source"),
        _year(
            2025,
            "3-31 4-1",
            zh="仅见于一处网页，当年其他网页与之不符且互相矛盾；农历三月初三即3月31日，与此相合",
            en="one page; other pages of that year contradict it and one another; the lunar date, 31 March, agrees "
            "with this one",
        ),
        _year(2026, standing=Footing.MISSING, source=_NOT_FOUND, zh="未查到", en="not found"),
    ),
)
