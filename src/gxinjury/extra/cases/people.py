"""The roster of a case (案情中的花名册): files of annex 2 beside the case file, and who is meant by a name.

``pip install 'gxinjury[ids]'`` for files of annex 2, whose resident ids are checked; the rest needs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from gxinjury.codec.faults import Fault, FileError
from gxinjury.construction import Accident, OccupationalDisease, Roster, RosterChange
from gxinjury.errors import FactRule, InvalidFactError, told_below
from gxinjury.extra.cases.text import read_bytes
from gxinjury.privacy import printable
from gxinjury.texts import Text

_PLACE: Final = ("roster_file",)
_MUST_NAME_FILES: Final = FactRule(
    zh="必须是花名册（附件2）的文件名（工作簿或 CSV），或由文件名组成的列表",
    en="must be the name of a workbook or a CSV of annex 2, or a list of names",
    code="no_file_names",
)
_MUST_BE_BESIDE: Final = FactRule(
    zh="必须位于案情文件所在的文件夹之内",
    en="must lie in the folder of the case file, or in one below it",
    code="not_beside",
)
_NO_FOLDER: Final = FactRule(
    zh="只有从文件读取案情时才能使用；请改用 [[roster]] 逐项提供",
    en="can be followed only where the case is read from a file; hand the changes in as [[roster]]",
    code="no_folder",
)
_NEEDS_STDNUM: Final = FactRule(
    zh="读取花名册需要 python-stdnum，请先安装：pip install 'gxinjury[ids]'",
    en="takes python-stdnum to be read; install it with: pip install 'gxinjury[ids]'",
    code="needs_ids",
)
_OF_FILE: Final = FactRule(zh="{file}：{told}", en="{file}: {told}", code="roster_file")


def changes_in(value: object, folder: Path | None) -> tuple[list[RosterChange], list[Fault]]:
    """Return the changes in the files of annex 2 that a case names, by a name or a list, and what is wrong with them.

    The files are looked for in the folder of the case file; without one none is.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return [], [Fault(_PLACE, _MUST_NAME_FILES, value)]
    if folder is None:
        return [], [Fault(_PLACE, _NO_FOLDER)]
    changes: list[RosterChange] = []
    faults: list[Fault] = []
    for name in names:
        found, wrong = _changes_of(name, folder)
        changes += found
        faults += wrong
    return changes, faults


def _changes_of(name: str, folder: Path) -> tuple[Sequence[RosterChange], list[Fault]]:
    try:
        from gxinjury.extra.forms.annex2 import read_roster_sheet  # noqa: PLC0415  (an extra of its own)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "stdnum":
            raise
        return (), [Fault(_PLACE, _NEEDS_STDNUM)]
    try:
        path = (folder / name).resolve()
        is_beside = path.is_relative_to(folder.resolve())
    except (OSError, ValueError):  # no possible name: reading it says so
        path, is_beside = folder / name, True
    if not is_beside:
        return (), [Fault(_PLACE, _MUST_BE_BESIDE, name)]
    try:
        return read_roster_sheet(read_bytes(path)).form.changes, []
    except FileError as error:
        return (), [_of_file(name, fault) for fault in error.faults]


def _of_file(name: str, fault: Fault) -> Fault:
    told = Text(zh=fault.text("zh"), en=fault.text("en"))
    return Fault(_PLACE, _OF_FILE.filled({"file": printable(name), "told": told}))


def meant_twice(
    changes: Iterable[RosterChange], **harms: Iterable[Accident | OccupationalDisease]
) -> Iterator[InvalidFactError]:
    """Yield a refusal for each accident or disease that tells its worker by a name that several on the roster have."""
    roster = Roster(changes)
    for section, several in harms.items():
        for position, one in enumerate(several):
            try:
                with told_below(section, position):
                    roster.key(one.worker, type(one).__name__)
            except InvalidFactError as error:
                yield error
