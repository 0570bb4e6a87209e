"""The roster of a case (案情中的花名册): files of annex 2 beside the case file, and who is meant by a name.

``pip install 'gxinjury[ids]'`` for files of annex 2, whose resident ids are checked; the rest needs nothing.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from gxinjury.codec.faults import Fault, FileError
from gxinjury.construction import Accident, OccupationalDisease, Roster, RosterChange, Worker
from gxinjury.construction.workers import key_of
from gxinjury.errors import FactRule, InvalidFactError, told_below
from gxinjury.extra.cases.text import read_bytes
from gxinjury.findings import Finding
from gxinjury.privacy import AnyText, Discreet, printable
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


@attrs.define
class RosterFiles:
    """What the files of annex 2 that a case names hold.

    Args:
        changes: The changes, in the order of the files and of their rows.
        faults: What is wrong with them.
        passed_over: What was not read, as lines of totals, or kept as it stands, each with its file.
    """

    changes: list[RosterChange] = attrs.Factory(list)
    faults: list[Fault] = attrs.Factory(list)
    passed_over: list[Text] = attrs.Factory(list)


def rosters_in(value: object, folder: Path | None) -> RosterFiles:
    """Return what the files of annex 2 hold that a case names, by a name or a list.

    The files are looked for in the folder of the case file; without one none is.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return RosterFiles(faults=[Fault(_PLACE, _MUST_NAME_FILES, value)])
    if folder is None:
        return RosterFiles(faults=[Fault(_PLACE, _NO_FOLDER)])
    found = RosterFiles()
    for name in names:
        _read(name, folder, found)
    return found


def _read(name: str, folder: Path, found: RosterFiles) -> None:
    try:
        from gxinjury.extra.forms.annex2 import read_roster_sheet  # noqa: PLC0415  (an extra of its own)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "stdnum":
            raise
        found.faults.append(Fault(_PLACE, _NEEDS_STDNUM))
        return
    try:
        path = (folder / name).resolve()
        is_beside = path.is_relative_to(folder.resolve())
    except (OSError, ValueError):  # no possible name: reading it says so
        path, is_beside = folder / name, True
    if not is_beside:
        found.faults.append(Fault(_PLACE, _MUST_BE_BESIDE, name))
        return
    try:
        sheet = read_roster_sheet(read_bytes(path))
    except FileError as error:
        found.faults += [Fault(_PLACE, _of_file(name, fault)) for fault in error.faults]
        return
    found.changes += sheet.form.changes
    for one in sheet.passed_over:
        told = _of_file(name, one)
        found.passed_over.append(Text(zh=told.zh, en=told.en))


def _of_file(name: str, fault: Fault) -> FactRule:
    told = Text(zh=fault.text("zh"), en=fault.text("en"))
    return _OF_FILE.filled({"file": printable(name), "told": told})


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


def named_in(finding: Finding) -> frozenset[AnyText]:
    """Return by what key those workers are known whom a finding of a roster names.

    >>> from datetime import date
    >>> from gxinjury.construction import RosterChangeKind, Worker, roster_findings
    >>> left = RosterChange(Worker("张三"), RosterChangeKind.REMOVE, date(2016, 1, 4))
    >>> [sorted(named_in(one)) for one in roster_findings([left])]
    [['张三']]
    """
    values = dict(finding.values)
    about = (values.get("worker"), values.get("resident_id"))
    return frozenset(key_of(one) for one in about if isinstance(one, Worker | str | Discreet))
