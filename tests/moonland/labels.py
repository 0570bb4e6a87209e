"""The words of Moonland (月国的词表), in Chinese and English."""

from collections.abc import Mapping
from typing import Final

from gxinjury.texts import Text

LABELS: Final[Mapping[str, Text]] = {
    "haul": Text(zh="月尘", en="haul"),
    "others": Text(zh="其他月尘", en="other hauls"),
    "load": Text(zh="价值", en="load"),
    "dug_on": Text(zh="开挖日", en="dug on"),
    "digger": Text(zh="挖尘人", en="digger"),
    "place": Text(zh="地点", en="place"),
    "day": Text(zh="日期", en="day"),
    "start": Text(zh="起始日", en="start"),
    "paid_on": Text(zh="缴纳日", en="paid on"),
    "Haul.dug_on": Text(zh="月尘开挖日", en="haul dug on"),
    "taxes": Text(zh="税额", en="taxes"),
    "fee": Text(zh="费用", en="fee"),
    "findings": Text(zh="提示", en="findings"),
}
