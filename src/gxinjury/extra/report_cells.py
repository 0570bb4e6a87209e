"""The columns of the progress report (调度表的栏目): headers, and how cells are read; nothing to install."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from gxinjury.construction.workers import half_width
from gxinjury.couriers import Report, ReportingPeriod, WanYuan, reporting_periods
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import InvalidFactError, OutOfScopeError
from gxinjury.extra.tables import WrongCell, header_of, number_in, squeezed
from gxinjury.facts import check_count
from gxinjury.law.campaign import CITIES
from gxinjury.records import field_named
from gxinjury.texts import Text

HEADERS: Final[Mapping[str, str]] = {
    "number": "序号",
    "city": "市",
    "period": "填报期",
    "units_should": "应参保单位数(户)",
    "units_enrolled": "已参保单位数(户)",
    "persons_enrolled": "参保人数(人)",
    "persons_paying": "缴费人数(人)",
    "injuries_filed": "工伤申报数",
    "injuries_determined": "工伤认定数",
    "persons_receiving": "享受工伤保险待遇人数(人)",
    "benefits_paid": "发放工伤保险待遇金额(万元)",
    "note": "备注",
}
"""By field, in the order of the table: the header of the annex, and before them what tells one line from another."""
GROUP: Final = "工伤认定情况"
"""What the annex writes above the two columns of injuries."""
HEAD: Final[Mapping[str, str]] = {
    "hrss": "人力资源社会保障部门(盖章)",
    "post": "邮政管理部门(盖章)",
    "filed_on": "填报时间",
    "filler": "填报人",
    "phone": "联系电话",
}
"""By field: the labels above and below the table."""
WAN_YUAN_KEY: Final = "benefits_paid_wan_yuan"
"""The name of the money column in data, which says its unit."""
NEEDED: Final = (*COUNTED, "benefits_paid")
TOTALS: Final = frozenset({"合计", "总计", "共计", "全区", "全区合计", "全区总计", "广西", "广西合计", "total"})
"""What a line of totals goes by: it is no city, and is checked instead of added."""

_UNIT: Final = re.compile(r"\((?:户|人)\)$")
_ENGLISH: Final = {
    "number": "no.",
    "city": "city",
    "period": "period",
    "note": "note",
    **{field: field_named(Report, field).label.en for field in NEEDED},
}
_OTHERS: Final = {
    "编号": "number",
    "number": "number",
    "no": "number",
    "城市": "city",
    "地市": "city",
    "设区市": "city",
    "期间": "period",
    "统计期": "period",
    "月份": "period",
    "季度": "period",
    "month": "period",
    "quarter": "period",
    "remarks": "note",
    "remark": "note",
    WAN_YUAN_KEY: "benefits_paid",
}
_MONEY: Final = ("发放工伤保险待遇金额", "benefitspaid")

_MONTH: Final = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:月份?)?|(\d{2}))", re.ASCII)
_FIRST_OF_A_MONTH: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月]0?1日?(?:0?0:00(?::00)?)?", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4})(?:年|-)?(?:q([1-4])|第?([1-4一二三四])季度?)", re.ASCII | re.IGNORECASE)
_MONTHS_OF_A_QUARTER: Final = 3
_NUMBER: Final = re.compile(r"\d{1,9}|[一二三四五六七八九十百]{1,5}", re.ASCII)
_COUNT: Final = re.compile(r"(\d{1,999}|\d{1,3}(?:,\d{3}){1,333})(?:\.0+)?", re.ASCII)

_MUST_BE_A_COUNT: Final = Text(
    zh="必须是不小于零的整数，如 1200 或 1,200",
    en="must be a whole number of at least zero, such as 1200 or 1,200",
)
MUST_BE_WAN_YUAN: Final = Text(
    zh="必须是不小于零、以万元为单位的金额，如 12.35",
    en="must be an amount of at least zero in 万元 (10,000 yuan), such as 12.35",
)
_NOT_IN_YUAN: Final = Text(zh="必须以万元填报，不得以元填报", en="must be in 万元 (10,000 yuan), not in yuan")
_MUST_BE_A_PERIOD: Final = Text(
    zh="必须是月份或季度，如 2022-09、2022年9月、2023Q1 或 2023年第一季度",
    en="must be a month or a quarter, such as 2022-09, 2022年9月, 2023Q1 or 2023年第一季度",
)
_NOT_OF_THE_PLAN: Final = Text(
    zh="不是方案规定的填报期，该年应为 {first} 至 {last}",
    en="is no period of the plan, which for that year has {first} to {last}",
)
_MUST_BE_A_NUMBER: Final = Text(zh="必须是整数", en="must be a whole number")
_MUST_BE_A_CITY: Final = Text(
    zh="必须是市名；小计会被重复计入，请删去该行", en="must be a city; a subtotal would count twice: leave its line out"
)
_MUST_SAY_WAN_YUAN: Final = Text(
    zh="必须写明单位为万元：发放工伤保险待遇金额(万元)",
    en="must say that its unit is 万元: 发放工伤保险待遇金额(万元), or benefits paid (10,000 yuan)",
)


def _key(header: str) -> str:
    return header_of(header).casefold().replace("_", "")


def _fields() -> dict[str, str]:
    fields = {_key(name): field for name, field in _OTHERS.items()}
    for field, header in HEADERS.items():
        fields[_key(header)] = field
        fields[_key(_UNIT.sub("", header))] = field
        fields[_key(_ENGLISH[field])] = field
        if field != "benefits_paid":
            fields[_key(field)] = field
    return fields


_FIELDS: Final[Mapping[str, str]] = _fields()


def field_of(header: str) -> str | None:
    """Return the field of a header in Chinese or English, whatever its width and blanks; None for an unknown one.

    >>> field_of("应参保单位数（户）"), field_of("Units enrolled"), field_of("参保率")
    ('units_should', 'units_enrolled', None)
    """
    return _FIELDS.get(_key(header))


def wrong_unit(header: str) -> Text | None:
    """Return what is wrong with a header of the money column that names another unit than 万元, or none.

    >>> wrong_unit("发放工伤保险待遇金额（元）").en
    'must say that its unit is 万元: 发放工伤保险待遇金额(万元), or benefits paid (10,000 yuan)'
    >>> wrong_unit("发放工伤保险待遇金额（万元）") is None
    True
    """
    return _MUST_SAY_WAN_YUAN if field_of(header) is None and _key(header).startswith(_MONEY) else None


def header_names(like: str) -> list[str]:
    """Return the right headers, in the language that a wrong one is written in, as short as they may be.

    >>> header_names("units")[3], header_names("单位")[3]
    ('units that should enrol', '应参保单位数')
    """
    return [_ENGLISH[field] if like.isascii() else _UNIT.sub("", header) for field, header in HEADERS.items()]


def read_count(text: str) -> int:
    """Return a count, with or without marks between thousands.

    >>> read_count("１，２００"), read_count("12.0")
    (1200, 12)
    """
    found = _COUNT.fullmatch(half_width(text))
    if found is None:
        raise WrongCell(_MUST_BE_A_COUNT, text)
    count = int(found[1].replace(",", ""))
    try:
        check_count("Report", "count", count)
    except InvalidFactError as error:
        raise WrongCell(error.rule, text) from None
    return count


def read_wan_yuan(text: str) -> WanYuan:
    """Return money in 万元.

    >>> read_wan_yuan("12.35万元")
    WanYuan('12.35')
    """
    plain = half_width(text)
    if plain.endswith("元") and not plain.endswith("万元"):
        raise WrongCell(_NOT_IN_YUAN, text)
    amount = number_in(plain.removesuffix("元").removesuffix("万").rstrip())
    if amount is None:
        raise WrongCell(MUST_BE_WAN_YUAN, text)
    try:
        return WanYuan(amount)
    except InvalidFactError as error:
        raise WrongCell(error.rule, text) from None


def read_period(text: str) -> ReportingPeriod:
    """Return a period of the plan; the first of a month, which spreadsheets make of one, stands for the month.

    >>> str(read_period("２０２２年９月")), str(read_period("2022/9/1")), str(read_period("2023年第一季度"))
    ('2022-09', '2022-09', '2023Q1')
    """
    plain = squeezed(text)
    month = _MONTH.fullmatch(plain) or _FIRST_OF_A_MONTH.fullmatch(plain)
    quarter = _QUARTER.fullmatch(plain)
    try:
        if month is not None:
            year, number = (int(part) for part in month.groups() if part is not None)
            asked = ReportingPeriod(year, number, 1)
        elif quarter is not None:
            digit = quarter[2] or quarter[3]
            which = int(digit) if digit.isdecimal() else "一二三四".index(digit) + 1
            asked = ReportingPeriod(int(quarter[1]), _MONTHS_OF_A_QUARTER * (which - 1) + 1, _MONTHS_OF_A_QUARTER)
        else:
            raise WrongCell(_MUST_BE_A_PERIOD, text)
        periods = reporting_periods(asked.year)
    except InvalidFactError:
        raise WrongCell(_MUST_BE_A_PERIOD, text) from None
    except OutOfScopeError as error:
        raise WrongCell(error.message, text) from None
    for period in periods:
        if period == asked:
            return period
    raise WrongCell(_NOT_OF_THE_PLAN.filled({"first": str(periods[0]), "last": str(periods[-1])}), text)


_CITIES: Final = {
    name: city.zh for city in CITIES for name in (city.zh, city.zh.removesuffix("市"), city.en.casefold())
}


def read_city(text: str) -> str:
    """Return a city by its full name, so that it is not told apart from itself; another place as it is written.

    >>> read_city("南 宁"), read_city("Liuzhou"), read_city("青秀区")
    ('南宁市', '柳州市', '青秀区')
    """
    plain = squeezed(text)
    if plain.endswith("小计"):
        raise WrongCell(_MUST_BE_A_CITY, text)
    return _CITIES.get(plain.casefold(), plain)


def read_number(text: str) -> str:
    """Return the number of a line, in digits or Chinese; nothing goes by it."""
    plain = squeezed(text)
    if not _NUMBER.fullmatch(plain):
        raise WrongCell(_MUST_BE_A_NUMBER, text)
    return plain


def read_text(text: str) -> str:
    """Return the text as it stands."""
    return text


CELLS: Final[Mapping[str, Callable[[str], Any]]] = {
    "number": read_number,
    "city": read_city,
    "period": read_period,
    **dict.fromkeys(COUNTED, read_count),
    "benefits_paid": read_wan_yuan,
    "note": read_text,
}
"""By field: how a cell that is not empty is read."""
