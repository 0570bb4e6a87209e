"""What the shell says (命令行的用语), in Chinese and English: a table for each thing that it is said of."""

from typing import Final

from gxinjury.catalogues import Catalogue
from gxinjury.cli.words import accidents, assessment, calls, duties, helping, listings, papers, questions
from gxinjury.texts import Text

_TABLES: Final = (helping, calls, listings, assessment, accidents, papers, duties, questions)
WORDS: Final = Catalogue({name: Text(zh, en) for table in _TABLES for name, (zh, en) in table.TEXTS.items()})


def word(name: str) -> Text:
    """Return a wording of the shell."""
    return WORDS.texts[name]
