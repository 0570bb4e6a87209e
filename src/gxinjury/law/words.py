"""The words of the statute book (法典的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        # facts
        "day": Text(zh="日期", en="day"),
    }
)
