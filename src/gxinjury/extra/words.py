"""The words of what a case is asked (案情追问的词表), in Chinese and English."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.texts import Text

WORDS: Final = Catalogue(
    {
        "premium_total": Text(zh="应缴保险费", en="premium due"),
        "cover_found": Text(zh="项目参保有效期", en="project's cover"),
        "standing_found": Text(zh="受伤职工的参保认定", en="standing of the worker hurt"),
    }
)
