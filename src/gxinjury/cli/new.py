"""A new case file (新建案情文件): a template to fill in, by the kind that its name says."""

from pathlib import Path
from typing import Any

from gxinjury.cli.words import word
from gxinjury.errors import GxInjuryError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language

__all__ = ["new_file"]


def new_file(path: str | None, language: Language, *, force: bool) -> str:
    """Write a template, or ask for a case question by question, and return what to do with it.

    Args:
        path: Where, its suffix saying of which kind; None: it is asked for.
        language: The language of the template.
        force: Whether a file that is there is overwritten.

    Raises:
        GxInjuryError: The kind is none, or a file is there already.
    """
    if path is None:
        from gxinjury.cli.asking import ask_for_case

        return ask_for_case(language)
    file = printable(mask(path))
    suffix = Path(path).suffix.lower()
    if suffix not in {".xlsx", ".toml"}:
        raise _refused("new_no_kind", file=file)
    if not force and Path(path).exists():
        raise _refused("new_is_there", file=file)
    if suffix == ".xlsx":
        from gxinjury.extra.workbooks.case import case_workbook
        from gxinjury.extra.workbooks.sheets import save_book

        save_book(case_workbook(None, language), path)
    else:
        from gxinjury.extra.cases.template import template
        from gxinjury.extra.saving import save

        save(path, template(language).encode(), begins=b"")
    return word("new_written").say(language, file=file)


def _refused(code: str, **values: Any) -> GxInjuryError:  # noqa: ANN401  # what the message tells
    return GxInjuryError(word(code).filled(values), code=code, values=values)
