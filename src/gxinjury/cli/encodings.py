"""A terminal whose encoding lacks characters (终端编码): they are written as escapes and told, none is lost."""

import codecs
from io import TextIOWrapper
from typing import Final

__all__ = ["ESCAPED", "Escapes", "escaping"]

ESCAPED: Final = "gxinjury.escaped"
"""What the handler of errors is called."""

_MOST_TOLD: Final = 8


class Escapes:
    """How what a stream cannot encode is written: as an escape with its number; which characters these were is kept."""

    def __init__(self, encoding: str = "") -> None:
        self.encoding = encoding
        self.characters: dict[str, None] = {}

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        """Return the escape of what cannot be encoded, and where to go on."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        given = error.object[error.start : error.end]
        self.characters.update(dict.fromkeys(given))
        return "".join(_escape(one) for one in given), error.end

    def told(self) -> str:
        """Return the first of the characters by what they were written as; nothing where there were none."""
        first = " ".join(_escape(one) for one in [*self.characters][:_MOST_TOLD])
        return f"{first} ..." if len(self.characters) > _MOST_TOLD else first


def _escape(one: str) -> str:
    return f"\\u{ord(one):04x}" if ord(one) <= 0xFFFF else f"\\U{ord(one):08x}"  # noqa: PLR2004  (as Python does)


def escaping(stream: object) -> Escapes:
    """Let a stream escape what it cannot encode, and return what will know of it; a stream of another kind stays."""
    if not isinstance(stream, TextIOWrapper):
        return Escapes()
    escapes = Escapes(stream.encoding)
    codecs.register_error(ESCAPED, escapes)
    stream.reconfigure(errors=ESCAPED)
    return escapes
