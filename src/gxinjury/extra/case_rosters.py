"""The roster of a case (案情中的花名册): files of annex 2 beside the case file, and who is meant by a name.

``pip install 'gxinjury[ids]'`` for files of annex 2, whose resident ids are checked; the rest needs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from gxinjury.construction import Accident, OccupationalDisease, Roster, RosterChange
from gxinjury.extra.case_faults import CaseFileError, Fault, FaultsError, printable, refused
from gxinjury.extra.case_texts import read_bytes
from gxinjury.texts import Text

H = TypeVar("H", Accident, OccupationalDisease)

_MUST_NAME_FILES: Final = Text(
    zh="必须是花名册（附件2）的 CSV 文件名，或由文件名组成的列表",
    en="must be the name of a CSV of annex 2, or a list of names",
)
_MUST_BE_BESIDE: Final = Text(
    zh="必须位于案情文件所在的文件夹之内", en="must lie in the folder of the case file, or in one below it"
)
_NO_FOLDER: Final = Text(
    zh="只有从文件读取案情时才能使用；请改用 [[roster]] 逐项提供",
    en="can be followed only where the case is read from a file; hand the changes in as [[roster]]",
)
_NEEDS_STDNUM: Final = Text(
    zh="读取花名册需要 python-stdnum，请先安装：pip install 'gxinjury[ids]'",
    en="takes python-stdnum to be read; install it with: pip install 'gxinjury[ids]'",
)
_OF_FILE: Final = Text(zh="{file}：{told}", en="{file}: {told}")


def changes_in(value: object, folder: Path | None) -> tuple[RosterChange, ...]:
    """Return the changes in the files of annex 2 that a case names.

    Args:
        value: What stands in the case: the name of a file, or a list of names.
        folder: The folder of the case file; None where the case was read from none.

    Raises:
        FaultsError: What stands there names no file, or a file has faults; all of them are told.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise refused(_MUST_NAME_FILES, value)
    if folder is None:
        raise FaultsError([Fault((), _NO_FOLDER)])
    changes: list[RosterChange] = []
    faults: list[Fault] = []
    for name in names:
        try:
            changes += _changes_of(name, folder)
        except FaultsError as error:
            faults += error.faults
    if faults:
        raise FaultsError(faults)
    return tuple(changes)


def _changes_of(name: str, folder: Path) -> Sequence[RosterChange]:
    try:
        from gxinjury.extra.roster_csv import RosterFileError, read_roster  # noqa: PLC0415  (an extra of its own)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "stdnum":
            raise
        raise FaultsError([Fault((), _NEEDS_STDNUM)]) from None
    try:
        path = (folder / name).resolve()
        is_beside = path.is_relative_to(folder.resolve())
    except (OSError, ValueError):  # no possible name: reading it says so
        path, is_beside = folder / name, True
    if not is_beside:
        raise refused(_MUST_BE_BESIDE, name)
    try:
        return read_roster(read_bytes(path)).changes
    except CaseFileError as error:
        raise FaultsError([_of_file(name, fault.rule) for fault in error.faults]) from None
    except RosterFileError as error:
        raise FaultsError([_of_file(name, fault.message) for fault in error.faults]) from None


def _of_file(name: str, told: Text) -> Fault:
    return Fault((), _OF_FILE.filled({"file": printable(name), "told": told}))


def who_are_meant(injuries: Iterable[H], roster: Roster) -> Iterator[H]:
    """Yield the accidents or diseases as they are told, each of whose workers is one at most on the roster.

    Raises:
        InvalidFactError: The roster has more than one worker of a name that an accident tells its worker by.
    """
    for one in injuries:
        roster.key(one.worker, type(one).__name__)
        yield one
