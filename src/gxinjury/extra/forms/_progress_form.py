"""The couriers' progress report as a form (调度表的栏目): its columns, what stands outside the table, its cells."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import half_width
from gxinjury.couriers import Report, ReportingPeriod, WanYuan, reporting_periods
from gxinjury.couriers.report import COUNTED
from gxinjury.errors import FactRule, InvalidFactError, OutOfScopeError
from gxinjury.extra.forms._form import NUMBER, Column, Form
from gxinjury.extra.forms.cells import MUST_BE_A_NUMBER, number_in, read_day, read_text, squeezed
from gxinjury.facts import check_count
from gxinjury.fields import field_named
from gxinjury.law.campaign import CITIES
from gxinjury.texts import Text

WAN_YUAN_KEY: Final = "benefits_paid_wan_yuan"
"""The name of the money column in data, which says its unit."""
HEAD: Final = {
    "hrss": "人力资源社会保障部门(盖章)",
    "post": "邮政管理部门(盖章)",
    "filed_on": "填报时间",
    "filler": "填报人",
    "phone": "联系电话",
}
"""By field: the labels above and below the table, as they are written."""
_UNIT_OF_A_COUNT: Final = re.compile(r"\((?:户|人)\)$")
_COUNT: Final = re.compile(r"(\d{1,999}|\d{1,3}(?:,\d{3}){1,333})(?:\.0+)?", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:月份?)?|(\d{2}))", re.ASCII)
_FIRST_OF_A_MONTH: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月]0?1日?(?:0?0:00(?::00)?)?", re.ASCII)
_QUARTER: Final = re.compile(r"(\d{4})(?:年|-)?(?:q([1-4])|第?([1-4一二三四])季度?)", re.ASCII | re.IGNORECASE)
_MONTHS_OF_A_QUARTER: Final = 3
_CITIES: Final = {
    name: city.zh for city in CITIES for name in (city.zh, city.zh.removesuffix("市"), city.en.casefold())
}
_NUMBER: Final = re.compile(r"\d{1,9}|[一二三四五六七八九十百]{1,5}", re.ASCII)
_MUST_BE_A_COUNT: Final = FactRule(
    zh="必须是不小于零的整数，如 1200 或 1,200",
    en="must be a whole number of at least zero, such as 1200 or 1,200",
    code="no_count",
)
MUST_BE_WAN_YUAN: Final = FactRule(
    zh="必须是不小于零、以万元为单位的金额，如 12.35",
    en="must be an amount of at least zero in 万元 (10,000 yuan), such as 12.35",
    code="no_amount",
)
_NOT_IN_YUAN: Final = FactRule(
    zh="必须以万元填报，不得以元填报", en="must be in 万元 (10,000 yuan), not in yuan", code="in_yuan"
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
_MUST_SAY_WAN_YUAN: Final = FactRule(
    zh="必须写明单位为万元：发放工伤保险待遇金额(万元)",
    en="must say that its unit is 万元: 发放工伤保险待遇金额(万元), or benefits paid (10,000 yuan)",
    code="no_unit",
)
MUST_BE_FILLED: Final = FactRule(
    zh="必须填写，没有的填 0", en="must be filled in; where there is none, with 0", code="blank"
)


def _read_number(text: str) -> str:
    """Return the number of a line, in digits or Chinese; nothing goes by it."""
    plain = squeezed(text)
    if not _NUMBER.fullmatch(plain):
        raise RefusedError(MUST_BE_A_NUMBER, text)
    return plain


def _read_count(text: str) -> int:
    """Return a count; one of a spreadsheet may come as 1,800.00."""
    found = _COUNT.fullmatch(half_width(text))
    if found is None:
        raise RefusedError(_MUST_BE_A_COUNT, text)
    count = int(found[1].replace(",", ""))
    check_count("Report", "count", count)
    return count


def _read_wan_yuan(text: str) -> WanYuan:
    plain = half_width(text)
    if plain.endswith("元") and not plain.endswith("万元"):
        raise RefusedError(_NOT_IN_YUAN, text)
    amount = number_in(plain.removesuffix("元").removesuffix("万").rstrip())
    if amount is None:
        raise RefusedError(MUST_BE_WAN_YUAN, text)
    return WanYuan(amount)


def read_city(text: str) -> str:
    """Return a city by its full name, so that it is not told apart from itself; another place as it is written."""
    plain = squeezed(text)
    if plain.endswith("小计"):
        raise RefusedError(_MUST_BE_A_CITY, text)
    return _CITIES.get(plain.casefold(), plain)


@lru_cache
def read_period(text: str) -> ReportingPeriod:
    """Return a period of the plan; the first of a month, which spreadsheets make of one, stands for the month."""
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


def _column(field: str, read: Callable[[str], Any], *others: str, **more: Any) -> Column:  # noqa: ANN401  # as Column
    """Return a column: its field's label is what the annex calls it."""
    label = field_named(Report, field).label
    header = half_width(label.zh)
    short = _UNIT_OF_A_COUNT.sub("", header)
    return Column(field, header, read, (short, label.en, *others), called=Text(short, label.en), **more)


COLUMNS: Final = (
    Column(NUMBER, "序号", _read_number, ("编号", "number", "no", "no."), called=Text("序号", "no.")),
    _column("city", read_city, "城市", "地市", "设区市"),
    _column("period", read_period, "期间", "统计期", "月份", "季度", "month", "quarter"),
    *(_column(name, _read_count, name, blank=MUST_BE_FILLED) for name in COUNTED),
    _column("benefits_paid", _read_wan_yuan, WAN_YUAN_KEY, blank=MUST_BE_FILLED),
    _column("note", read_text, "remarks", "remark"),
)
NEEDED: Final = (*COUNTED, "benefits_paid")
PROGRESS: Final = Form(
    name=Text(zh="调度表", en="the report"),
    columns=COLUMNS,
    labels={
        "人力资源社会保障部门": ("hrss", read_text),
        "邮政管理部门": ("post", read_text),
        "填报时间": ("filed_on", read_day),
        "填报人": ("filler", read_text),
        "联系电话": ("phone", read_text),
        "填报期": ("period", read_period),
        "市": ("city", read_city),
        "period": ("period", read_period),
        "city": ("city", read_city),
    },
    enough=3,
    titles=re.compile(r"附件\d?:?|.*调度表"),
    totals=re.compile("合计|总计|共计|全区|全区合计|全区总计|广西|广西合计|total", re.IGNORECASE),
    total_in=frozenset({NUMBER, "city"}),
    has_totals=True,
    group="工伤认定情况",
    slips={"benefits_paid": (("发放工伤保险待遇金额", "benefitspaid"), _MUST_SAY_WAN_YUAN)},
)
