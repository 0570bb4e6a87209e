"""What commands have in common (命令的共用步骤): what an extra needs, cells at fault, the calendar, the reply."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text

if TYPE_CHECKING:
    from gxinjury.codec import FileError
    from gxinjury.extra.cases.days_off import CalendarAsked
    from gxinjury.extra.cases.file import CaseFile
    from gxinjury.extra.pages.parts import Document

__all__ = ["at_cells", "calendar_of", "extra", "reply", "with_copy"]


@contextmanager
def extra(package: str, needed: str) -> Iterator[None]:
    """Say what to install where the package of an extra is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise GxInjuryError(word(needed), code=needed) from None


@contextmanager
def at_cells(asked: Namespace, language: Language) -> Iterator[None]:
    """Tell what is wrong with a case in a workbook with the cell of each, and mark it in a copy on demand."""
    from gxinjury.codec import FileError
    from gxinjury.extra.cases.opening import located, marked

    try:
        yield
    except FileError as error:
        told = located(error, asked.case)
        if asked.mark is not None:
            try:
                count = marked(told, asked.case, asked.mark, language)
                said = word("marked" if count else "none_marked").say(language, count=count, file=printable(asked.mark))
            except GxInjuryError as refused:
                said = refused.text(language)
            print(said, file=sys.stderr)
        raise told from None


def with_copy(
    told: "FileError", path: str, read: Callable[[bytes], object], mark: str | None, language: Language
) -> GxInjuryError:
    """Return what is told of the faults of a form, which are marked in a copy where one is asked for."""
    from gxinjury.codec import FileError
    from gxinjury.extra.cases.text import read_bytes

    if mark is None:
        return told
    if Path(mark).resolve() == Path(path).resolve():
        return GxInjuryError(word("mark_itself"), code="mark_itself")
    try:
        with extra("openpyxl", "needs_openpyxl"):
            from gxinjury.extra.forms.marked import mark_form
        count = mark_form(read_bytes(path), read, mark, language)
    except FileError:
        return told
    where = word("marked" if count else "none_marked").filled({"count": count, "file": printable(mask(mark))})
    both = Text(zh=f"{told.text('zh')}\n{where.zh}", en=f"{told.text('en')}\n{where.en}")
    return GxInjuryError(both, code="faults")


def calendar_of(asked: Namespace, case: "CaseFile") -> "CalendarAsked":
    """Return the calendar asked for; who supplies a notice and names no calendar means Guangxi's."""
    from gxinjury.extra.cases.days_off import CALENDARS, RAW_DAYS, CalendarAsked, supplied
    from gxinjury.extra.cases.reading import read_days_off

    notices = supplied(case.days_off, () if asked.days_off is None else read_days_off(asked.days_off))
    name = asked.calendar or ("guangxi" if notices else CALENDARS[0])
    if name == CALENDARS[0]:
        return RAW_DAYS
    with extra("chinese_calendar", "needs_calendar"):
        from gxinjury.extra.calendars import calendar_named
    return CalendarAsked(name, notices, calendar_named(name, notices, law=case.law.law()))


def reply(asked: Namespace, page: "Document", data: Callable[[], dict[str, Any]]) -> "str | dict[str, Any]":
    """Return a page as text, or the data where JSON is asked for, once paper and workbook are written."""
    if getattr(asked, "html", None) is not None:
        from gxinjury.extra.pages.html import BEGINS, html_page
        from gxinjury.extra.saving import save

        save(asked.html, html_page(page).encode(), begins=BEGINS)
    if getattr(asked, "xlsx", None) is not None:
        with extra("openpyxl", "needs_openpyxl"):
            from gxinjury.extra.pages.sheets import sheets_of
            from gxinjury.extra.workbooks import write
        write(asked.xlsx, sheets_of(page), language=page.language)
    if asked.json:
        return data()
    from gxinjury.cli.printed import printed

    return printed(page)
