"""That a command is still at work (进行中的提示): on a terminal, after two seconds, by the second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from gxinjury.cli.printing import width
from gxinjury.cli.words import word
from gxinjury.texts import Language

__all__ = ["at_work"]

AFTER: Final = 2.0
"""Seconds after which it is said."""

_EVERY: Final = 1.0


@contextmanager
def at_work(language: Language, stream: TextIO | None = None) -> Iterator[None]:
    """Say on a terminal how long a command has been at work, and take it away again; elsewhere say nothing.

    Args:
        language: The language.
        stream: The terminal; None: the error stream.
    """
    told = sys.stderr if stream is None else stream
    if not told.isatty():
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_say, args=(told, language, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _say(stream: TextIO, language: Language, done: threading.Event) -> None:
    seconds, wait, line = 0.0, AFTER, ""
    while not done.wait(wait):
        seconds, wait = seconds + wait, _EVERY
        line = word("at_work").say(language, seconds=str(int(seconds)))
        stream.write(f"\r{line}")
        stream.flush()
    if line:
        stream.write(f"\r{' ' * width(line)}\r")
        stream.flush()
