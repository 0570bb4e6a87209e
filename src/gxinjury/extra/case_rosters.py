"""The roster of a case (案情中的花名册): files of annex 2 beside the case file, and who is meant by a name.

``pip install 'gxinjury[ids]'`` for files of annex 2, whose resident ids are checked; the rest needs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import attrs

from gxinjury.construction import Accident, OccupationalDisease, RosterChange, Worker
from gxinjury.construction.workers import WorkerOrKey, key_of
from gxinjury.errors import InvalidFactError
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
_SEVERAL_OF_THE_NAME: Final = Text(
    zh="须以身份证号指明：花名册上同名者不止一人",
    en="must be told by the resident id: the roster has more than one worker of that name",
)


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


def with_workers(injuries: Iterable[H], roster: Iterable[RosterChange]) -> Iterator[H]:
    """Yield the accidents or diseases with their workers as the roster knows them.

    A name stands for the one worker of that name on the roster; a worker who is told with his id stands for the name
    where the roster has names only.

    Raises:
        InvalidFactError: The roster has more than one worker of a name that an accident tells its worker by.
    """
    known: set[str] = set()
    by_name: dict[str, dict[str, WorkerOrKey]] = {}
    for change in roster:
        key = key_of(change.worker)
        known.add(key)
        by_name.setdefault(_name(change.worker), {})[key] = change.worker
    for accident in injuries:
        worker = accident.worker
        others = by_name.get(_name(worker), {}) if key_of(worker) not in known else {}
        if isinstance(worker, Worker) and worker.resident_id is not None:
            others = {key: other for key, other in others.items() if key == worker.name}
        if len(others) > 1:
            raise InvalidFactError(type(accident).__name__, "worker", _SEVERAL_OF_THE_NAME, worker)
        yield attrs.evolve(accident, worker=next(iter(others.values()), worker))


def _name(worker: WorkerOrKey) -> str:
    return worker.name if isinstance(worker, Worker) else worker
