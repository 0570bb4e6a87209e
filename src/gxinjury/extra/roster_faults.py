"""The faults of a file of annex 2 (花名册的差错), told all at once, each with its row and column."""

from collections.abc import Iterable
from typing import Final

import attrs

from gxinjury.errors import InvalidFactError
from gxinjury.texts import Language, Text, is_chinese, shown

_FAULTS_TOLD: Final = 50

_FAULT: Final = Text(zh="第{row}行“{column}”{rule}，现为 {value}", en="row {row}, {column} {rule}, got {value}")
_FAULT_WITHOUT_COLUMN: Final = Text(zh="第{row}行：{rule}，现为 {value}", en="row {row}: {rule}, got {value}")
_FAULT_OF_ROW: Final = Text(zh="第{row}行：{rule}", en="row {row}: {rule}")
_FAULTS: Final = Text(zh="花名册有{count}处差错。{faults}", en="faults in the roster: {count}. {faults}")


@attrs.frozen
class RosterFault:
    """A fault of a file.

    Args:
        row: The row as a spreadsheet counts, the first being 1.
        column: The header of the column, as 身份证号; empty where the fault is of the whole row.
        message: What is wrong and what would be right, ids masked.
    """

    row: int
    column: str
    message: Text


class RosterFileError(InvalidFactError):
    """A file of annex 2 that cannot be taken as it is; nothing of it was.

    Attributes:
        faults: Every fault of the file, in the order of its rows. The message tells the first fifty.
    """

    def __init__(self, faults: Iterable[RosterFault]) -> None:
        self.faults = tuple(faults)
        told = Text(zh=self._told("zh"), en=self._told("en"))
        super().__init__("read_roster", "data", told, len(self.faults))
        self.args = (self.faults,)
        self.message = told

    def _told(self, language: Language) -> str:
        between = "；" if is_chinese(language) else "; "
        told = between.join(fault.message.say(language) for fault in self.faults[:_FAULTS_TOLD])
        more = f"{between}…" if len(self.faults) > _FAULTS_TOLD else ""
        return _FAULTS.say(language, count=len(self.faults), faults=f"{told}{more}")


def fault_of_cell(row: int, column: str, rule: Text, value: object) -> RosterFault:
    """Return the fault of a cell: what it must be and what it is, an id in it masked."""
    told = {"row": row, "column": column, "rule": rule, "value": shown(value)}
    return RosterFault(row, column, _FAULT.filled(told) if column else _FAULT_WITHOUT_COLUMN.filled(told))


def fault_of_row(row: int, rule: Text) -> RosterFault:
    """Return the fault of a whole row."""
    return RosterFault(row, "", _FAULT_OF_ROW.filled({"row": row, "rule": rule}))
