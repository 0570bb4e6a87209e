"""How the cells of official forms are read (单元格的读取): days, amounts, counts, ids, cities, as people write them.

Each reader takes the text of a cell that is not blank and raises RefusedError where it is something else. Full-width
digits, letters and brackets read as plain ones.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeVar

from gxinjury.codec import Fault
from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import document_number, half_width, hidden, no_id
from gxinjury.construction.roster_changes import RosterChangeKind
from gxinjury.construction.workers import Sex
from gxinjury.couriers import ReportingPeriod, WanYuan, reporting_periods
from gxinjury.errors import FactRule, InvalidFactError, OutOfScopeError
from gxinjury.facts import Sign, check_amount, check_count, check_day
from gxinjury.law.campaign import CITIES

T = TypeVar("T")

_DAY: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?|(\d{4})(\d{2})(\d{2})", re.ASCII
)
_SERIAL: Final = re.compile(r"([3-5]\d{4})(?:\.0+)?", re.ASCII)
_MONTH_ONLY: Final = re.compile(r"\d{4}\s*(?:[-/.]\s*\d{1,2}|年\s*\d{1,2}\s*月)", re.ASCII)
_DAY_ZERO: Final = date(1899, 12, 30)
_AMOUNT: Final = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_COUNT: Final = re.compile(r"(\d{1,999}|\d{1,3}(?:,\d{3}){1,333})(?:\.0+)?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)
_NUMBER_IN_WORDS: Final = re.compile(r"[一二三四五六七八九十百]{1,5}")
_BY_A_SPREADSHEET: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_MONTH: Final = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:月份?)?|(\d{2}))", re.ASCII)
_FIRST_OF_A_MONTH: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月]0?1日?(?:0?0:00(?::00)?)?", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4})(?:年|-)?(?:q([1-4])|第?([1-4一二三四])季度?)", re.ASCII | re.IGNORECASE)
_MONTHS_OF_A_QUARTER: Final = 3
_MARKS_OF_A_HEADER: Final = re.compile(r"^[*]+|[*]+$|\((?:必填|选填|非必填|必填项|选填项|可不填)\)")
_KINDS: Final = {
    **dict.fromkeys(("增", "增加", "新增", "增员"), RosterChangeKind.ADD),
    **dict.fromkeys(("减", "减少", "减员"), RosterChangeKind.REMOVE),
}
_KIND_AND_REASON: Final = re.compile(
    rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})[\s:：,，、;；(（]*(.*?)[)）]?", re.DOTALL
)
_CITIES: Final = {
    name: city.zh for city in CITIES for name in (city.zh, city.zh.removesuffix("市"), city.en.casefold())
}

MUST_BE_A_DAY: Final = FactRule(zh="必须是日期，如 2022-10-08", en="must be a day such as 2022-10-08", code="no_day")
_A_SERIAL: Final = FactRule(
    zh="像是 Excel 日期序号（{day}），请将该列设为日期格式后重填",
    en="looks like the serial number that a spreadsheet keeps for {day}: set the column to days and fill it in again",
    code="serial_day",
)
_A_MONTH: Final = FactRule(
    zh="只有年月，请补上日，如 2022-10-08",
    en="is a month only: write the day too, as 2022-10-08",
    code="month_only",
)
_MUST_BE_A_NUMBER: Final = FactRule(zh="必须是整数", en="must be a whole number", code="no_number")
_MUST_BE_A_COUNT: Final = FactRule(
    zh="必须是不小于零的整数，如 1200 或 1,200",
    en="must be a whole number of at least zero, such as 1200 or 1,200",
    code="no_count",
)
_MUST_BE_AN_AMOUNT: Final = FactRule(
    zh="必须是以元为单位的金额，如 3500.00", en="must be an amount in yuan such as 3500.00", code="no_amount"
)
MUST_BE_WAN_YUAN: Final = FactRule(
    zh="必须是不小于零、以万元为单位的金额，如 12.35",
    en="must be an amount of at least zero in 万元 (10,000 yuan), such as 12.35",
    code="no_amount",
)
_NOT_IN_YUAN: Final = FactRule(
    zh="必须以万元填报，不得以元填报", en="must be in 万元 (10,000 yuan), not in yuan", code="in_yuan"
)
_MUST_BE_A_SEX: Final = FactRule(zh="必须是“男”或“女”", en="must be 男 (male) or 女 (female)", code="no_sex")
_MUST_BE_A_KIND: Final = FactRule(zh="必须是“增”或“减”", en="must be 增 (added) or 减 (removed)", code="no_kind")
ID_LOST: Final = FactRule(
    zh="不得是电子表格转成的数值（末几位已丢失）；请将该列设为文本后重填",
    en="must not be a number made by a spreadsheet, which lost its last digits: fill the column in again as text",
    code="id_lost",
)
_MUST_BE_A_CITY: Final = FactRule(
    zh="必须是市名；小计会被重复计入，请删去该行",
    en="must be a city; a subtotal would count twice: leave its line out",
    code="subtotal",
)
_MUST_BE_A_PERIOD: Final = FactRule(
    zh="必须是月份或季度，如 2022-09、2022年9月、2023Q1 或 2023年第一季度",
    en="must be a month or a quarter, such as 2022-09, 2022年9月, 2023Q1 or 2023年第一季度",
    code="no_period",
)
_NOT_OF_THE_PLAN: Final = FactRule(
    zh="不是方案规定的填报期，该年应为 {first} 至 {last}",
    en="is no period of the plan, which for that year has {first} to {last}",
    code="not_of_the_plan",
)


def squeezed(text: str) -> str:
    """Return the text in half width, without blanks at its ends or within.

    >>> squeezed(" 合　计（万元） ")
    '合计(万元)'
    """
    return "".join(half_width(text).split())


def header_of(text: str) -> str:
    """Return a header in half width, without blanks and without what marks it as to be filled in.

    >>> header_of("*姓名"), header_of("姓 名（必填）")
    ('姓名', '姓名')
    """
    return _MARKS_OF_A_HEADER.sub("", squeezed(text))


def read_text(text: str) -> str:
    """Return the text of a cell as it stands."""
    return text


def read_day(text: str) -> date:
    """Return a day, as spreadsheets and people write it; a serial number and a month are refused as what they are.

    >>> read_day("２０２２年１０月８日")
    datetime.date(2022, 10, 8)
    """
    plain = half_width(text)
    found = _DAY.fullmatch(plain)
    if found is None:
        raise RefusedError(_no_day(plain), text)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        value = date(year, month, day)
        check_day("table", "day", value)
    except InvalidFactError as error:
        raise refusal_of(error, text) from None
    except ValueError:
        raise RefusedError(MUST_BE_A_DAY, text) from None
    return value


def serial_day(text: str) -> date | None:
    """Return the day that a serial number of a spreadsheet stands for; None for what is none of our time.

    >>> serial_day("42286"), serial_day("2015")
    (datetime.date(2015, 10, 9), None)
    """
    found = _SERIAL.fullmatch(text.strip())
    return None if found is None else _DAY_ZERO + timedelta(days=int(found[1]))


def _no_day(text: str) -> FactRule:
    serial = serial_day(text)
    if serial is not None:
        return _A_SERIAL.filled({"day": serial})
    return _A_MONTH if _MONTH_ONLY.fullmatch(text) else MUST_BE_A_DAY


def refusal_of(error: InvalidFactError, value: object) -> RefusedError:
    """Return the refusal of what a check of facts does not let in."""
    return RefusedError(Fault.of(error).rule, value)


def number_in(text: str) -> Decimal | None:
    """Return the number that a text in half width is, its thousands set apart or not; None where it is none.

    >>> number_in("3,500.00"), number_in("35,00")
    (Decimal('3500.00'), None)
    """
    return Decimal(text.replace(",", "")) if _AMOUNT.fullmatch(text) else None


def read_number(text: str) -> int:
    """Return the number of a row."""
    plain = half_width(text)
    if not _NUMBER.fullmatch(plain):
        raise RefusedError(_MUST_BE_A_NUMBER, text)
    return int(plain)


def read_number_or_words(text: str) -> str:
    """Return the number of a line, in digits or Chinese; nothing goes by it."""
    plain = squeezed(text)
    if not (_NUMBER.fullmatch(plain) or _NUMBER_IN_WORDS.fullmatch(plain)):
        raise RefusedError(_MUST_BE_A_NUMBER, text)
    return plain


def read_count(text: str) -> int:
    """Return a count; one of a spreadsheet may come as 1,800.00.

    >>> read_count("１，８００")
    1800
    """
    found = _COUNT.fullmatch(half_width(text))
    if found is None:
        raise RefusedError(_MUST_BE_A_COUNT, text)
    count = int(found[1].replace(",", ""))
    try:
        check_count("Report", "count", count)
    except InvalidFactError as error:
        raise refusal_of(error, text) from None
    return count


def read_wage(text: str) -> Decimal:
    """Return a wage in yuan.

    >>> read_wage("3,500元")
    Decimal('3500')
    """
    wage = number_in(half_width(text).removesuffix("元").rstrip())
    if wage is None:
        raise RefusedError(_MUST_BE_AN_AMOUNT, text)
    try:
        check_amount("RosterEntry", "monthly_wage", wage, Sign.POSITIVE)
    except InvalidFactError as error:
        raise refusal_of(error, text) from None
    return wage


def read_wan_yuan(text: str) -> WanYuan:
    """Return money in 万元.

    >>> read_wan_yuan("12.35万元")
    WanYuan('12.35')
    """
    plain = half_width(text)
    if plain.endswith("元") and not plain.endswith("万元"):
        raise RefusedError(_NOT_IN_YUAN, text)
    amount = number_in(plain.removesuffix("元").removesuffix("万").rstrip())
    if amount is None:
        raise RefusedError(MUST_BE_WAN_YUAN, text)
    try:
        return WanYuan(amount)
    except InvalidFactError as error:
        raise refusal_of(error, text) from None


def _one_of(choices: Mapping[str, T], rule: FactRule) -> Callable[[str], T]:
    def read(text: str) -> T:
        found = choices.get(text) or choices.get(squeezed(text))
        if found is None:
            raise RefusedError(rule, text)
        return found

    return read


read_sex: Final = _one_of({sex.value.zh: sex for sex in Sex}, _MUST_BE_A_SEX)
read_kind: Final = _one_of(_KINDS, _MUST_BE_A_KIND)


def read_kind_and_reason(text: str) -> tuple[RosterChangeKind, str | None]:
    """Return whether a row adds or removes, and why, where one column holds both (增减原因).

    >>> read_kind_and_reason("减员（合同到期）")[1], read_kind_and_reason("增")[1]
    ('合同到期', None)
    """
    found = _KIND_AND_REASON.fullmatch(half_width(text))
    if found is None:
        raise RefusedError(_MUST_BE_A_KIND, text)
    return _KINDS[found[1]], found[2] or None


def read_id(text: str) -> str:
    """Return the id, also one that an apostrophe or a formula kept from a spreadsheet's arithmetic."""
    plain = half_width(text).removeprefix("'").removeprefix("=").strip('"')
    if _BY_A_SPREADSHEET.fullmatch(plain):
        raise RefusedError(ID_LOST, plain)
    number = document_number(plain)
    if number is None:
        raise RefusedError(no_id(plain), hidden(plain))
    return number


def read_city(text: str) -> str:
    """Return a city by its full name, so that it is not told apart from itself; another place as it is written.

    >>> read_city("南 宁"), read_city("Liuzhou"), read_city("青秀区")
    ('南宁市', '柳州市', '青秀区')
    """
    plain = squeezed(text)
    if plain.endswith("小计"):
        raise RefusedError(_MUST_BE_A_CITY, text)
    return _CITIES.get(plain.casefold(), plain)


def read_period(text: str) -> ReportingPeriod:
    """Return a period of the plan; the first of a month, which spreadsheets make of one, stands for the month.

    >>> str(read_period("２０２２年９月")), str(read_period("2022/9/1")), str(read_period("2023年第一季度"))
    ('2022-09', '2022-09', '2023Q1')
    """
    try:
        asked = _period_in(squeezed(text))
        periods = () if asked is None else reporting_periods(asked.year)
    except InvalidFactError:
        asked, periods = None, ()
    except OutOfScopeError as error:
        raise RefusedError(FactRule(error.message.zh, error.message.en, error.code), text) from None
    if asked is None:
        raise RefusedError(_MUST_BE_A_PERIOD, text)
    for period in periods:
        if period == asked:
            return period
    raise RefusedError(_NOT_OF_THE_PLAN.filled({"first": str(periods[0]), "last": str(periods[-1])}), text)


def _period_in(text: str) -> ReportingPeriod | None:
    month = _MONTH.fullmatch(text) or _FIRST_OF_A_MONTH.fullmatch(text)
    if month is not None:
        year, number = (int(part) for part in month.groups() if part is not None)
        return ReportingPeriod(year, number, 1)
    quarter = _QUARTER.fullmatch(text)
    if quarter is None:
        return None
    digit = quarter[2] or quarter[3]
    which = int(digit) if digit.isdecimal() else "一二三四".index(digit) + 1
    return ReportingPeriod(int(quarter[1]), _MONTHS_OF_A_QUARTER * (which - 1) + 1, _MONTHS_OF_A_QUARTER)
