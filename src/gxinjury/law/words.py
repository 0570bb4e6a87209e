"""The words of the statute book (法典的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # rules
        "benchmark_relief": Text(zh="基准费率的阶段性降低", en="temporary relief of the benchmark rates"),
        "project_relief": Text(zh="项目费率的阶段性降低", en="temporary relief of the project rate"),
        # facts
        "day": Text(zh="日期", en="day"),
    }
)
