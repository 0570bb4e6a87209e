"""What is wrong with files of progress reports (调度表文件的差错), all told at once; nothing to install."""

from collections.abc import Iterable
from typing import Final

import attrs

from gxinjury.errors import GxInjuryError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text, is_chinese, shown

_MOST_TOLD: Final = 50
_ROW: Final = Text(zh="第{row}行", en="row {row}")
_CELL: Final = Text(zh="第{row}行“{column}”", en="row {row}, {column}")
_AND_MORE: Final = Text(zh="另有{more}处差错", en="further faults: {more}")


@attrs.frozen
class ReportFault:
    """One thing wrong with a file of progress reports.

    Args:
        file: The file's name; empty where it has none.
        rule: What it must be, or what is the matter.
        row: The row as a spreadsheet counts, the first being 1; None where it is the file as a whole, or no table.
        column: The column's header, or in data the path, as ``reports[2].city``; empty where it is a row as a whole.
        value: What stands there, as it is shown; None where that does not help.
        hint: What would be right, where it can be guessed.

    >>> fault = ReportFault("nanning.csv", Text(zh="必须填写", en="must be filled in"), 4, "缴费人数(人)")
    >>> fault.text("en")
    'nanning.csv: row 4, 缴费人数(人) must be filled in'
    """

    file: str
    rule: Text
    row: int | None = None
    column: str = ""
    value: str | None = None
    hint: Text | None = None

    def text(self, language: Language) -> str:
        """Return the fault in a language, with file, row and column."""
        colon, comma, semicolon = ("：", "，", "；") if is_chinese(language) else (": ", ", ", "; ")
        got = "现为 " if is_chinese(language) else "got "
        told = f"{self._place(language)}{self.rule.say(language)}"
        if self.value is not None:
            told += f"{comma}{got}{self.value}"
        if self.hint is not None:
            told += f"{semicolon}{self.hint.say(language)}"
        return f"{mask(printable(self.file))}{colon}{told}" if self.file else told

    def _place(self, language: Language) -> str:
        if self.row is None:
            return f"{self.column} " if self.column else ""
        if not self.column:
            return f"{_ROW.say(language, row=self.row)}{'：' if language == 'zh' else ': '}"
        return f"{_CELL.say(language, row=str(self.row), column=self.column)} ".replace("” ", "”")


def value_shown(value: object) -> str:
    """Return what stands in a file as a message shows it: in one line, ids masked, cut where it is long."""
    return printable(shown(value))


class ReportFileError(GxInjuryError, ValueError):
    """Files of progress reports that cannot be taken as they are; nothing of them was.

    Args:
        faults: Every fault, file by file. The message tells the first fifty.
    """

    def __init__(self, faults: Iterable[ReportFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(Text(zh=self._told("zh"), en=self._told("en")))
        self.args = (self.faults,)

    def _told(self, language: Language) -> str:
        lines = [fault.text(language) for fault in self.faults[:_MOST_TOLD]]
        more = len(self.faults) - len(lines)
        return "\n".join([*lines, _AND_MORE.say(language, more=more)] if more else lines)

    def __repr__(self) -> str:
        return f"ReportFileError({self.message.en!r})"
