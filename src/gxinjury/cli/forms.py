"""Commands on official forms (表格命令): annex 2 read, written, marked, held against last month's."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import Final

from gxinjury.cli.rosters import months_data, months_page, months_sheets, roster_data, roster_page
from gxinjury.cli.running import Told, reply, with_copy
from gxinjury.codec import FileError
from gxinjury.extra.cases.text import read_bytes
from gxinjury.extra.forms.annex2 import RosterSheet, read_roster_sheet, write_roster, write_roster_workbook
from gxinjury.extra.forms.annex2_months import compare_rosters
from gxinjury.extra.saving import save
from gxinjury.texts import Language

_WORKBOOK: Final = b"PK\x03\x04"
_UTF8_MARK: Final = b"\xef\xbb\xbf"


def run(asked: Namespace, language: Language) -> Told:
    """Answer ``gxinjury roster``: what it holds, or how it differs from last month's; the workbook has ids in full."""
    read = partial(read_roster_sheet, reported_on=asked.reported_on, sheet=asked.sheet)
    sheet = _read(asked.roster_file, read, asked.mark, language)
    if asked.csv is not None:
        save(asked.csv, write_roster(sheet), begins=_UTF8_MARK)
    beside = Namespace(html=asked.html, json=asked.json)
    if asked.against is None:
        if asked.xlsx is not None:
            save(asked.xlsx, write_roster_workbook(sheet), begins=_WORKBOOK)
        return reply(beside, roster_page(sheet, language), lambda: roster_data(sheet))
    last = _read(asked.against, read_roster_sheet, None, language).form
    found = compare_rosters(last, sheet.form)
    if asked.xlsx is not None:
        from gxinjury.extra.workbooks import write

        write(asked.xlsx, months_sheets(last, sheet.form, found, language), language=language)
    return reply(beside, months_page(found, language, last, sheet.form), lambda: months_data(found))


def _read(path: str, read: Callable[[bytes], RosterSheet], mark: str | None, language: Language) -> RosterSheet:
    """Read a roster; where it has faults and a copy is asked for, mark them there and say so."""
    try:
        return read(read_bytes(path))
    except FileError as error:
        raise with_copy(FileError(path, error.faults), path, read, mark, language) from None
