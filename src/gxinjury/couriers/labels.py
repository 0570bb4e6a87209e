"""What the arguments of the couriers' rules are called (快递网点一章的参数名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    "outlet": Text(zh="快递网点", en="courier outlet"),
    "dispatched": Text(zh="劳务派遣", en="dispatched"),
    "day": Text(zh="日期", en="day"),
    "on": Text(zh="考核日", en="looked at on"),
    "counts": Text(zh="统计数", en="counts"),
    "should_enrol": Text(zh="应参保数", en="should enrol"),
    "enrolled": Text(zh="已参保数", en="enrolled"),
    "periods": Text(zh="填报期", en="periods"),
    "year": Text(zh="年份", en="year"),
    "months": Text(zh="各月调度表", en="months"),
    "report": Text(zh="调度表", en="report"),
    "reports": Text(zh="各市调度表", en="reports"),
    "region": Text(zh="全区", en="region"),
    "cumulative": Text(zh="累计列", en="cumulative columns"),
    "previous": Text(zh="上月名单", en="last month's list"),
    "qualifying": Text(zh="符合参保条件的名单", en="qualifying outlets"),
    "closed": Text(zh="注销、撤销的名单", en="closed outlets"),
    "record": Text(zh="缴费与待遇记录", en="record with the fund"),
    "persons": Text(zh="人数", en="persons"),
    "rate_class": Text(zh="费率类别", en="rate class"),
    "step": Text(zh="浮动档次", en="step of the float"),
    "fund_balance": Text(zh="基金结余档次", en="fund balance"),
    "relief": Text(zh="阶段性降低费率的比例", en="temporary relief"),
    "base": Text(zh="缴费基数", en="base"),
    "rate": Text(zh="费率", en="rate"),
    "monthly_base": Text(zh="月平均工资", en="average wage a month"),
    "month": Text(zh="月份", en="month"),
    "payroll": Text(zh="工资总额", en="payroll"),
    "within": Text(zh="应当填报的期间", en="days to be filled"),
    "cities": Text(zh="已填报的市", en="cities that reported"),
    "form": Text(zh="填报的调度表", en="form"),
    "obtained": Text(zh="骗取的待遇", en="obtained by fraud"),
}
