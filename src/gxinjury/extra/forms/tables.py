"""Tables as spreadsheets leave them (表格文件): from bytes to rows and back, and how a fault in one is told.

UTF-8 with or without BOM, or GB18030. Rows come one by one, so that a sheet of a million empty ones takes no room.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs

from gxinjury.codec import Fault, FileError
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.privacy import mask, printable
from gxinjury.texts import Language, Text, is_chinese

Encoding: TypeAlias = Literal["utf-8-sig", "utf-8", "gb18030"]
Place: TypeAlias = tuple[str | int, ...]
Row: TypeAlias = tuple[int, list[str]]
"""A row that holds anything, with its number as a spreadsheet counts, the first being 1, and its cells."""

A_WORKBOOK: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""What workbooks begin with, of the new kind and of the old."""
# What a spreadsheet reckons with, or takes an apostrophe off; a number by itself is one, and a dash alone a dash.
_A_FORMULA: Final = re.compile(r"['=@\t\r]|[+-](?!\d*\.?\d*$)", re.DOTALL)
_GUARDED: Final = re.compile(r"^'(?=['=@+\-\t\r])")
_SEPARATORS: Final = ",\t;"
_LINES_LOOKED_AT: Final = 1_000
_SEPARATORS_OF_A_TABLE: Final = 2
_CELL: Final = Text(zh="第{row}行“{column}”{told}", en="row {row}, {column} {told}")
_ROW: Final = Text(zh="第{row}行：{told}", en="row {row}: {told}")
_IN_SHEET: Final = Text(zh="{sheet}!{cell}：{told}", en="{sheet}!{cell} {told}")
_COLUMN_IN_SHEET: Final = Text(zh="{sheet}!{cell}“{column}”{told}", en="{sheet}!{cell}, {column} {told}")
_ROW_IN_SHEET: Final = Text(zh="{sheet}第{row}行：{told}", en="{sheet}, row {row}: {told}")
_ONLY_IN_SHEET: Final = Text(zh="{sheet}：{told}", en="{sheet}: {told}")
_NO_CSV_BUT_A_WORKBOOK: Final = FactRule(
    zh="这是工作簿，请另存为 CSV", en="it is a workbook: save it as CSV", code="workbook"
)
_NO_ENCODING: Final = FactRule(
    zh="文件既非 UTF-8 也非 GB18030 编码", en="the file is neither UTF-8 nor GB18030", code="unknown_encoding"
)
_NO_CSV: Final = FactRule(zh="不是合格的 CSV（{why}）", en="no proper CSV ({why})", code="no_csv")
MUST_BE_A_FILE: Final = FactRule(
    zh="必须是文件的字节或文本", en="must be the bytes or the text of a file", code="no_file"
)
_MUST_BE_AN_ENCODING: Final = FactRule(
    zh="必须是 utf-8-sig、utf-8 或 gb18030", en="must be utf-8-sig, utf-8 or gb18030", code="no_encoding"
)


@attrs.frozen
class FormFault(Fault):
    """One thing wrong with a file of a form.

    In a table its path is the row as a spreadsheet counts and the column's header, or the column's number where it has
    none; in data it is the keys; it is empty for the file as a whole.

    Args:
        file: The file's name; empty where it has none.
        sheet: The sheet of a workbook; empty for none.
        cell: The cell of the sheet, as ``C14``; empty where it is about more.

    >>> must = FactRule(zh="必须填写", en="must be filled in", code="blank")
    >>> FormFault((4, "缴费人数(人)"), must, file="nanning.csv").text("en")
    'nanning.csv: row 4, 缴费人数(人) must be filled in'
    >>> FormFault((14, "性别"), must, sheet="附件2", cell="C14").text("zh")
    '附件2!C14“性别”必须填写'
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""

    def text(self, language: Language) -> str:
        """Return the fault in a language, with file, sheet, row and column."""
        told = self._in_place(language)
        return f"{mask(printable(self.file))}{'：' if is_chinese(language) else ': '}{told}" if self.file else told

    def message(self, language: Language) -> str:
        """Return what is wrong in a language, without the place: for a note that hangs on the cell."""
        return Fault.text(attrs.evolve(self, path=()), language)

    def _in_place(self, language: Language) -> str:
        row, column = (*self.path, None, None)[:2]
        place = {"told": self.message(language), "row": str(row), "column": column, "cell": self.cell}
        place["sheet"] = mask(printable(self.sheet))
        is_headed = isinstance(column, str)
        if self.sheet and self.cell:
            return (_COLUMN_IN_SHEET if is_headed else _IN_SHEET).say(language, **place)
        if self.sheet:
            return (_ROW_IN_SHEET if isinstance(row, int) else _ONLY_IN_SHEET).say(language, **place)
        if isinstance(row, int):
            return (_CELL if is_headed else _ROW).say(language, **place)
        return Fault.text(self, language)

    def as_dict(self) -> dict[str, Any]:
        """Return the fault as JSON can hold it, with its file, sheet and cell where it has one."""
        places = {"file": self.file, "sheet": self.sheet, "cell": self.cell}
        return {**Fault.as_dict(self), **{name: mask(value) for name, value in places.items() if value}}


def rows_of(data: bytes | str) -> Iterator[Row]:
    r"""Yield the rows of a CSV that hold anything, its cells set apart by commas, or by tabs or semicolons.

    Raises:
        FileError: It is a workbook, in another encoding, or no CSV.

    >>> list(rows_of("姓名\t增减\t原因\n\n张三\t增\t进场".encode("gb18030")))
    [(1, ['姓名', '增减', '原因']), (3, ['张三', '增', '进场'])]
    """
    text = (data if isinstance(data, str) else decoded(data)).removeprefix("\ufeff")
    number = 0
    try:
        for number, cells in enumerate(_cells(text), 1):
            if any(map(str.strip, cells)):
                yield number, cells
    except csv.Error as error:
        raise FileError("", [FormFault((number + 1,), _NO_CSV.filled({"why": str(error)}))]) from None


def _cells(text: str) -> Iterator[list[str]]:
    for cells in csv.reader(StringIO(text, newline=""), strict=True, delimiter=_separator(text)):
        yield [_GUARDED.sub("", cell) for cell in cells]


def decoded(data: bytes) -> str:
    r"""Return the text of a file.

    Raises:
        FileError: It is a workbook, or in another encoding.

    >>> decoded("市".encode("gb18030")), decoded(b"\xef\xbb\xbf1")
    ('市', '1')
    """
    if data.startswith(A_WORKBOOK):
        raise FileError("", [FormFault((), _NO_CSV_BUT_A_WORKBOOK)])
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise FileError("", [FormFault((), _NO_ENCODING)])


def _separator(text: str) -> str:
    """Return what sets cells apart in most of the first lines that hold anything."""
    filled = (line for line in StringIO(text) if line.strip(_SEPARATORS + " \r\n"))
    lines = list(islice(filled, _LINES_LOOKED_AT))
    return max(_SEPARATORS, key=lambda one: sum(line.count(one) >= _SEPARATORS_OF_A_TABLE for line in lines))


def _guarded(cell: object) -> object:
    """Return a cell as no spreadsheet takes it for a formula; reading takes the apostrophe off again."""
    return f"'{cell}" if isinstance(cell, str) and _A_FORMULA.match(cell) else cell


def csv_bytes(question: str, rows: Iterable[Sequence[object]], encoding: Encoding) -> bytes:
    """Return rows as the bytes of a CSV, its lines ended as spreadsheets end them, no cell of it a formula.

    Args:
        question: Who asks, for the message.
        rows: The rows.
        encoding: UTF-8 with a BOM, by which spreadsheets know it; plain UTF-8; or GB18030.

    Raises:
        InvalidFactError: The encoding is another.
    """
    if encoding not in get_args(Encoding):
        raise InvalidFactError(question, "encoding", _MUST_BE_AN_ENCODING, encoding)
    out = StringIO()
    csv.writer(out).writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode(encoding)
