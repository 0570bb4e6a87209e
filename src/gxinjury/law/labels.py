"""What the arguments of the statute book's rules are called (法典的参数名称)."""

from collections.abc import Mapping
from typing import Final

from gxinjury.texts import Text

__all__ = ["LABELS"]

LABELS: Final[Mapping[str, Text]] = {
    "day": Text(zh="日期", en="day"),
}
