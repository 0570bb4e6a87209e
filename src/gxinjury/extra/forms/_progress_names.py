"""Which city and period a report is of (调度表的市与填报期) where only its seals, its sheet or its file say so."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final

from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import half_width
from gxinjury.couriers import ReportingPeriod
from gxinjury.errors import FactRule
from gxinjury.extra.forms._progress_form import read_period
from gxinjury.law.campaign import CITIES
from gxinjury.texts import Text

_PERIOD: Final = re.compile(
    r"\d{4}\s*年?\s*(?:q[1-4]|第?[1-4一二三四]季度?)|\d{4}\s*[-/.年_]\s*\d{1,2}\s*(?:月份?)?", re.ASCII | re.IGNORECASE
)
_SHORT: Final = {city.zh.removesuffix("市"): city.zh for city in CITIES}
WHERE: Final = {
    "seal": Text(zh="按盖章部门", en="going by the seals"),
    "sheet": Text(zh="按工作表名称", en="going by the sheet's name"),
    "file": Text(zh="按文件名", en="going by the file's name"),
}
TAKEN: Final = {
    "city": FactRule(
        zh="未写明是哪个市，{where}计为{value}",
        en="does not say which city it is of: {where}, {value}",
        code="city_by_name",
    ),
    "period": FactRule(
        zh="未写明填报期，{where}计为{value}",
        en="does not say which period it is of: {where}, {value}",
        code="period_by_name",
    ),
}


def city_named(text: str) -> str | None:
    """Return the one city of the region that a name names; None for none, and for several.

    >>> city_named("南宁市人力资源和社会保障局"), city_named("柳州"), city_named("南宁、柳州"), city_named("汇总")
    ('南宁市', '柳州市', None, None)
    """
    found = {city for name, city in _SHORT.items() if name in text}
    return found.pop() if len(found) == 1 else None


def period_named(text: str) -> ReportingPeriod | None:
    """Return the one period of the plan that a name names; None for none, and for several.

    >>> (
    ...     str(period_named("南宁市2022年9月调度表")),
    ...     str(period_named("2023一季度")),
    ...     period_named("2022"),
    ...     period_named("2019-01"),
    ... )
    ('2022-09', '2023Q1', None, None)
    """
    found = set()
    for one in _PERIOD.finditer(half_width(text)):
        with suppress(RefusedError):
            found.add(read_period(one[0].replace("_", "-")))
    return found.pop() if len(found) == 1 else None


def named(field: str, names: Iterable[tuple[str, str | None]]) -> tuple[str, Any] | None:
    """Return what the first name that says anything says of a field, with which name it was; None where none does."""
    read = city_named if field == "city" else period_named
    for where, text in names:
        value = None if text is None else read(text)
        if value is not None:
            return where, value
    return None
