"""The command ``gxinjury`` (命令行).

Exit status 0; 2 with a plain message on bad input; 130 when interrupted, 141 when nobody reads the output any more.
"""

import json
import os
import re
import sys
import warnings
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from typing import Any, Final

from gxinjury.cli.arguments import make_parser
from gxinjury.cli.commands import answer
from gxinjury.cli.encodings import escaping
from gxinjury.cli.languages import language_of
from gxinjury.cli.progress import at_work
from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError, StaleFigureWarning
from gxinjury.texts import Language

__all__ = ["main"]

_BAD_INPUT: Final = 2
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141
# What a terminal obeys and JSON leaves as it is: turned into its escape, which JSON reads as the same.
_OBEYED: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; None: those of the process.

    Returns:
        The exit status: 0, or 2 when a message on the error stream says what was wrong.

    >>> main(["assess", "no-such-case.toml"])
    2
    """
    given = sys.argv[1:] if argv is None else argv
    language = language_of(given)
    escapes = escaping(sys.stdout)
    try:
        return _run(given, language)
    except GxInjuryError as error:
        return _end(_BAD_INPUT, error.text(language))
    except BrokenPipeError:
        # What is still in the buffer would be refused once more when Python closes the stream.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NOBODY_READS
    except OSError as error:
        return _end(_BAD_INPUT, word("not_written").say(language, reason=error.strerror))
    except KeyboardInterrupt:
        return _end(_INTERRUPTED, word("interrupted").say(language))
    finally:
        if told := escapes.told():
            print(word("escaped").say(language, encoding=escapes.encoding, characters=told), file=sys.stderr)


def _end(status: int, told: str) -> int:
    print(told, file=sys.stderr)
    return status


def _run(argv: Sequence[str], language: Language) -> int:
    parser = make_parser(language)
    try:
        asked = parser.parse_args(argv)
    except SystemExit as ended:
        print(end="", flush=True)
        return _BAD_INPUT if ended.code else 0
    if asked.command is None:
        return _end(_BAD_INPUT, parser.format_help().rstrip())
    asks = asked.command == "new" or getattr(asked, "fill", False)
    with warnings.catch_warnings(), nullcontext() if asks else at_work(language):
        # It stands among the cautions of the answer.
        warnings.simplefilter("ignore", StaleFigureWarning)
        told = answer(asked, language)
    print(_as_json(told) if isinstance(told, dict) else told, flush=True)
    return 0


def _as_json(data: dict[str, Any]) -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    is_unicode = encoding.lower().replace("-", "").startswith("utf")
    told = json.dumps(data, ensure_ascii=not is_unicode, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", told)
