"""Minimum wages (最低工资标准) of Guangxi, by class of place: Nanning's urban districts are class 1."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final

import attrs

from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import Yuan, amount, optional_amount
from gxinjury.law.clauses import MINWAGE
from gxinjury.law.figures.findings import Refusals
from gxinjury.law.figures.rows import same
from gxinjury.records import AboveZero, Record, check_facts
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

_MUST_BE_A_CLASS: Final = FactRule(zh="必须是1至4的整数", en="must be a whole number from 1 to 4", code="no_wage_class")


@attrs.frozen
class MinimumWages(Record):
    """Minimum wages, in yuan.

    Args:
        class_1: A month in places of class 1.
        class_2: A month in places of class 2.
        class_3: A month in places of class 3.
        class_4: A month in places of class 4; None where there is no such class.
        hour: An hour in places of class 1.

    Raises:
        InvalidFactError: One is no amount above zero.

    >>> wages = MinimumWages(class_1=1680, class_2=1450, class_3=1300, hour=16)
    >>> wages.month(1)
    Decimal('1680')
    >>> wages.month(4)
    Traceback (most recent call last):
    gxinjury.errors.NotInForceError: there is no class 4 of minimum wages then: four classes became three in February \
2018; check the place's class
    """

    class_1: Annotated[AboveZero, Text("一类每月", "class 1 a month")] = attrs.field(converter=amount)
    class_2: Annotated[AboveZero, Text("二类每月", "class 2 a month")] = attrs.field(converter=amount)
    class_3: Annotated[AboveZero, Text("三类每月", "class 3 a month")] = attrs.field(converter=amount)
    class_4: Annotated[AboveZero | None, Text("四类每月", "class 4 a month")] = attrs.field(
        default=None, converter=optional_amount
    )
    hour: Annotated[AboveZero, Text("一类每小时", "class 1 an hour")] = attrs.field(kw_only=True, converter=amount)

    __attrs_post_init__ = check_facts

    def month(self, wage_class: int) -> Yuan:
        """Return the monthly minimum wage of a class of place, in yuan.

        Args:
            wage_class: The class, 1 to 4. Nanning's urban districts are class 1, its counties class 3.

        Raises:
            InvalidFactError: It is no class.
            NotInForceError: There is no such class then.
        """
        if type(wage_class) is not int or not 1 <= wage_class <= 4:  # noqa: PLR2004  (there never were more classes)
            raise InvalidFactError("MinimumWages", "wage_class", _MUST_BE_A_CLASS, wage_class)
        wage = (self.class_1, self.class_2, self.class_3, self.class_4)[wage_class - 1]
        if wage is None:
            raise Refusals.no_class(wage_class=wage_class)
        return wage


def _entry(
    first: date,
    values: tuple[str, str, str, str | None, str],
    source: Text,
    *,
    on: date | None = None,
    note: Text | None = None,
    through: date | None = None,
) -> Entry[MinimumWages]:
    *classes, hour = (None if value is None else Decimal(value) for value in values)
    return Entry(
        first,
        MinimumWages(*classes, hour=hour),  # type: ignore[arg-type]  # none but the fourth may be None
        source,
        note=note,
        verified_through=through,
        announced_on=on,
        clause=MINWAGE.clause(f"{first:%Y-%m}"),
    )


MINIMUM_WAGES: Final = Timeline(
    "minimum_wages",
    Text(zh="最低工资标准（元）", en="minimum wages, in yuan"),
    MINWAGE.clause("classes"),
    (
        _entry(
            date(2015, 1, 1),
            ("1400", "1210", "1085", "1000", "13.5"),
            same("桂政发〔2015〕13号", "ft22.com/zuidi/7063.html"),
            on=date(2015, 3, 26),
        ),
        _entry(
            date(2018, 2, 1),
            ("1680", "1450", "1300", None, "16"),
            same("桂政发〔2018〕6号", "m.78911.com.cn/ZuiDiGongZi/692829.html"),
        ),
        _entry(
            date(2020, 3, 1),
            ("1810", "1580", "1430", None, "17.5"),
            same("桂政发〔2020〕1号", "askci.com/news/data/hongguan/20200810/0924271178387.shtml"),
            on=date(2020, 1, 14),
        ),
        _entry(
            date(2023, 11, 1),
            ("1990", "1840", "1690", None, "20.1"),
            same("桂政发〔2023〕24号", "m.globistica.com/notice/detail-22195.html"),
            on=date(2023, 10, 13),
        ),
        _entry(
            date(2025, 7, 1),
            ("2200", "2040", "1870", None, "22.4"),
            same("sina.cn/news/detail/5202887565378068.html", "116so.com/caijing/8324.html"),
            note=Text(
                zh="见于两处报道，文号未见；2026年1月1日仍为此数，据第三方汇总表",
                en="from two press reports, the notice's number was not seen; a table by others still has it for "
                "2026-01-01",
            ),
            through=date(2026, 1, 1),
        ),
    ),
)
