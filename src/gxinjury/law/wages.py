"""Figures of the reference wage (本人工资的数值): its limits and the months it is the mean of."""

from datetime import date
from typing import Final

from gxinjury.law.clauses import REG
from gxinjury.money import Rate
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline

_REVISED_FROM: Final = date(2011, 1, 1)
_SOURCE: Final = Text(zh="工伤保险条例第六十四条", en="Regulation, art. 64")

REFERENCE_WAGE_FLOOR: Final = Timeline(
    "reference_wage_floor",
    Text(zh="本人工资的下限（占平均工资）", en="floor of the reference wage, of the average"),
    REG.clause("64"),
    (Entry(_REVISED_FROM, Rate.percent(60), _SOURCE),),
)
REFERENCE_WAGE_CEILING: Final = Timeline(
    "reference_wage_ceiling",
    Text(zh="本人工资的上限（占平均工资）", en="ceiling of the reference wage, of the average"),
    REG.clause("64"),
    (Entry(_REVISED_FROM, Rate.percent(300), _SOURCE),),
)
REFERENCE_WAGE_MONTHS: Final = Timeline(
    "reference_wage_months",
    Text(zh="本人工资所取的月数", en="months that the reference wage is the mean of"),
    REG.clause("64"),
    (Entry(_REVISED_FROM, 12, _SOURCE),),
)
