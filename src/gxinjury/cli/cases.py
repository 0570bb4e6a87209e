"""The case that a command asks about (命令所问的案情): read, with its faults by their cells, and its calendar."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final, TypeVar

from gxinjury.cli.running import refusal
from gxinjury.cli.words import word
from gxinjury.codec import FileError
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.days_off import CALENDARS, RAW_DAYS, CalendarAsked, supplied
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.opening import located, marked
from gxinjury.extra.cases.reading import read_case, read_days_off
from gxinjury.texts import Language

__all__ = ["asked_about", "calendar_of", "need", "opened"]

T = TypeVar("T")
_NEEDS: Final = {"on": "needs_day", "worker": "needs_worker"}


def need(asked: Namespace, *options: str) -> None:
    """Refuse a call without an option that the command cannot do without."""
    for option in options:
        if getattr(asked, option) is None:
            raise refusal(_NEEDS[option])


@contextmanager
def asked_about(asked: Namespace, language: Language, read: Callable[[str], T]) -> Iterator[T]:
    """Read a case in some way and ask about it; faults are told by their cells, and marked in a copy on demand."""
    try:
        yield read(asked.case)
    except FileError as error:
        told = located(error, asked.case)
        if asked.mark is not None:
            try:
                count = marked(told, asked.case, asked.mark, language)
                said = word("marked" if count else "none_marked").say(language, count=count, file=asked.mark)
            except GxInjuryError as refused:
                said = refused.text(language)
            print(said, file=sys.stderr)
        raise told from None


def opened(asked: Namespace, language: Language) -> AbstractContextManager[CaseFile]:
    """Read a case whole, as :func:`asked_about` does."""
    return asked_about(asked, language, read_case)


def calendar_of(asked: Namespace, case: CaseFile) -> CalendarAsked:
    """Return the calendar asked for; who supplies a notice and names no calendar means Guangxi's."""
    notices = supplied(case.days_off, () if asked.days_off is None else read_days_off(asked.days_off))
    name = asked.calendar or ("guangxi" if notices else CALENDARS[0])
    if name == CALENDARS[0]:
        return RAW_DAYS
    from gxinjury.extra.calendars import calendar_named

    return CalendarAsked(name, notices, calendar_named(name, notices, law=case.law.law()))
