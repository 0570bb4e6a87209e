"""The language to answer in (所用语言): as the command asks, else as the system says, on Windows too."""

import ctypes
import locale
import os
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

from gxinjury.texts import Language

__all__ = ["LANGUAGES", "TAG", "language_of", "system_language"]

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
TAG: Final = re.compile(r"(zh|en)([-_.].*)?", re.IGNORECASE)
"""What names one of them, as ``zh``, ``zh-CN`` or ``en_GB.UTF-8``."""

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_PLAIN: Final = {"C", "POSIX"}
_CHINESE: Final = re.compile("zh|chinese", re.IGNORECASE)


def language_of(argv: Sequence[str]) -> Language:
    """Return the language asked for: by ``--lang``, else the system's, which is Chinese or is answered in English.

    >>> language_of(["assess", "case.toml", "--lang", "zh-CN"])
    'zh'
    """
    asked = None
    for argument, value in pairwise([*argv, ""]):
        given = value if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and TAG.fullmatch(given):
            asked = given
    return system_language() if asked is None else _of(asked)


def system_language() -> Language:
    """Return what the system speaks: by its variables, ``LANGUAGE`` first; without any, as Windows says."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    if named.partition(".")[0] in _PLAIN:
        return "en"
    preferred = os.environ.get("LANGUAGE", "").partition(":")[0]
    return _of(preferred or named or _of_windows())


def _of(tag: str) -> Language:
    return "zh" if _CHINESE.match(tag) else "en"


def _of_windows() -> str:
    """Return the language of Windows' own texts, else of its region; nothing on another system."""
    windows: Any = getattr(ctypes, "windll", None)
    if windows is None:
        return ""
    ask: Callable[[], int] = windows.kernel32.GetUserDefaultUILanguage
    return locale.windows_locale.get(ask()) or locale.getlocale()[0] or ""
