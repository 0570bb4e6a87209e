"""A new case file (新建案情文件): a template to fill in, by the kind that its name says."""

from argparse import Namespace
from pathlib import Path

from gxinjury.cli.running import refusal
from gxinjury.cli.words import word
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language


def run(asked: Namespace, language: Language) -> str:
    """Answer ``gxinjury new``: write a template, or where no file is named ask for a case, question by question."""
    path = asked.file
    if path is None:
        from gxinjury.cli.asking import ask_for_case

        return ask_for_case(language)
    file = printable(mask(path))
    suffix = Path(path).suffix.lower()
    if suffix not in {".xlsx", ".toml"}:
        raise refusal("new_no_kind", file=file)
    if not asked.force and Path(path).exists():
        raise refusal("new_is_there", file=file)
    if suffix == ".xlsx":
        from gxinjury.extra.workbooks.case import case_workbook
        from gxinjury.extra.workbooks.sheets import save_book

        save_book(case_workbook(None, language), path)
    else:
        from gxinjury.extra.cases.template import template
        from gxinjury.extra.saving import save

        save(path, template(language).encode(), begins=b"")
    return word("new_written").say(language, file=file)
