"""What commands have in common (命令的共用步骤): refusals, forms with their faults, the reply."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from gxinjury.cli.printed import printed
from gxinjury.cli.words import word
from gxinjury.codec import FileError
from gxinjury.errors import GxInjuryError
from gxinjury.extra.pages.parts import Document
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text

__all__ = ["Told", "refusal", "reply", "with_copy"]

Told: TypeAlias = str | dict[str, Any]
"""What a command answers: a text, or data for JSON."""


def refusal(code: str, /, **values: object) -> GxInjuryError:
    """Return that a command cannot do what is asked, by the name of its wording."""
    return GxInjuryError(word(code).filled(values), code=code, values=values)


def with_copy(
    error: FileError, path: str, read: Callable[[bytes], object], mark: str | None, language: Language
) -> GxInjuryError:
    """Return what is told of the faults of a form, which are marked in a copy where one is asked for."""
    if mark is None:
        return error
    if Path(mark).resolve() == Path(path).resolve():
        return refusal("mark_itself")
    from gxinjury.extra.cases.text import read_bytes
    from gxinjury.extra.forms.marked import mark_form

    try:
        count = mark_form(read_bytes(path), read, mark, language)
    except FileError:
        return error
    where = word("marked" if count else "none_marked").filled({"count": count, "file": printable(mask(mark))})
    both = Text(zh=f"{error.text('zh')}\n{where.zh}", en=f"{error.text('en')}\n{where.en}")
    return GxInjuryError(both, code="faults")


def reply(asked: Namespace, page: Document, data: Callable[[], dict[str, Any]]) -> Told:
    """Return a page as text, or the data where JSON is asked for, once paper and workbook are written."""
    if getattr(asked, "html", None) is not None:
        from gxinjury.extra.pages.html import BEGINS, html_page
        from gxinjury.extra.saving import save

        save(asked.html, html_page(page).encode(), begins=BEGINS)
    if getattr(asked, "xlsx", None) is not None:
        from gxinjury.extra.pages.sheets import sheets_of
        from gxinjury.extra.workbooks import write

        write(asked.xlsx, sheets_of(page), language=page.language)
    return data() if asked.json else printed(page)
