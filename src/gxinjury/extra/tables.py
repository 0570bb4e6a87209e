"""Tables as spreadsheets leave them (表格文件): from bytes to rows and back, and what cells have in common.

Nothing to install. UTF-8 with or without BOM, or GB18030; full-width digits, letters and brackets read as plain ones.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from typing import Final, Literal, TypeAlias, get_args

from gxinjury.construction.workers import half_width
from gxinjury.errors import InvalidFactError
from gxinjury.facts import check_day
from gxinjury.texts import Text

Encoding: TypeAlias = Literal["utf-8-sig", "utf-8", "gb18030"]

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DAY: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?|(\d{4})(\d{2})(\d{2})", re.ASCII
)
_NUMBER: Final = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)

_A_WORKBOOK: Final = Text(zh="这是工作簿，请另存为 CSV", en="it is a workbook: save it as CSV")
_NOT_UTF8_NOR_GB18030: Final = Text(zh="文件既非 UTF-8 也非 GB18030 编码", en="the file is neither UTF-8 nor GB18030")
_NO_CSV: Final = Text(zh="不是合格的 CSV（{why}）", en="no proper CSV ({why})")
_MUST_BE_AN_ENCODING: Final = Text(zh="必须是 utf-8-sig、utf-8 或 gb18030", en="must be utf-8-sig, utf-8 or gb18030")
MUST_BE_A_DAY: Final = Text(zh="必须是日期，如 2022-10-08", en="must be a day such as 2022-10-08")
_A_SERIAL: Final = Text(
    zh="像是 Excel 日期序号（{day}），请将该列设为日期格式后重填",
    en="looks like the serial number that a spreadsheet keeps for {day}: set the column to days and fill it in again",
)
_A_MONTH: Final = Text(zh="只有年月，请补上日，如 2022-10-08", en="is a month only: write the day too, as 2022-10-08")
_SERIAL: Final = re.compile(r"([3-5]\d{4})(?:\.0+)?", re.ASCII)
_MONTH: Final = re.compile(r"\d{4}\s*(?:[-/.]\s*\d{1,2}|年\s*\d{1,2}\s*月)", re.ASCII)
_DAY_ZERO: Final = date(1899, 12, 30)
_SEPARATORS: Final = ",\t;"
_COLUMNS_OF_A_TABLE: Final = 3
_MARKS_OF_A_HEADER: Final = re.compile(r"^[*]+|[*]+$|\((?:必填|选填|非必填|必填项|选填项|可不填)\)")


class WrongCell(Exception):  # noqa: N818  (caught by the reader of the file, it never reaches a user)
    """A cell that breaks a rule.

    Args:
        rule: What it must be, in both languages.
        value: What it is.
    """

    def __init__(self, rule: Text, value: object) -> None:
        super().__init__(rule, value)
        self.rule = rule
        self.value = value


class WrongTable(Exception):  # noqa: N818  (as above)
    """A file that is no table.

    Args:
        row: The row as a spreadsheet counts; None where it is the file as a whole.
        rule: What is the matter with it.
    """

    def __init__(self, row: int | None, rule: Text) -> None:
        super().__init__(row, rule)
        self.row = row
        self.rule = rule


def decoded(data: bytes) -> str:
    r"""Return the text of a file.

    Raises:
        WrongTable: It is a workbook, or in another encoding.

    >>> decoded("市".encode("gb18030")), decoded(b"\xef\xbb\xbf1")
    ('市', '1')
    """
    if data.startswith(_WORKBOOKS):
        raise WrongTable(None, _A_WORKBOOK)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise WrongTable(None, _NOT_UTF8_NOR_GB18030)


def csv_rows(text: str) -> list[list[str]]:
    r"""Return the rows of a CSV; of one whose cells tabs or semicolons set apart, where these make a table of it.

    Raises:
        WrongTable: It is none.

    >>> csv_rows("姓名\t增减\t原因\n张三\t增\t进场")
    [['姓名', '增减', '原因'], ['张三', '增', '进场']]
    """
    plain = text.removeprefix("\ufeff")
    separator = max(_SEPARATORS, key=lambda one: (_lines_of_a_table(plain, one), -_SEPARATORS.index(one)))
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(StringIO(plain, newline=""), strict=True, delimiter=separator))
    except csv.Error as error:
        raise WrongTable(len(rows) + 1, _NO_CSV.filled({"why": str(error)})) from None
    return rows


def _lines_of_a_table(text: str, separator: str) -> int:
    return sum(1 for line in text.splitlines() if line.count(separator) >= _COLUMNS_OF_A_TABLE - 1)


def csv_bytes(question: str, rows: Iterable[Sequence[object]], encoding: Encoding) -> bytes:
    """Return rows as the bytes of a CSV, its lines ended as spreadsheets end them.

    Args:
        question: Who asks, for the message.
        rows: The rows.
        encoding: UTF-8 with a BOM, by which spreadsheets know it; plain UTF-8; or GB18030.

    Raises:
        InvalidFactError: The encoding is another.
    """
    if encoding not in get_args(Encoding):
        raise InvalidFactError(question, "encoding", _MUST_BE_AN_ENCODING, encoding)
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def squeezed(text: str) -> str:
    """Return the text in half width, without blanks at its ends or within.

    >>> squeezed(" 合　计（万元） ")
    '合计(万元)'
    """
    return "".join(half_width(text).split())


def header_of(text: str) -> str:
    """Return a header in half width, without blanks and without what marks it as to be filled in.

    >>> header_of("*姓名"), header_of("姓 名（必填）")
    ('姓名', '姓名')
    """
    return _MARKS_OF_A_HEADER.sub("", squeezed(text))


def number_in(text: str) -> Decimal | None:
    """Return the number that a text in half width is, its thousands set apart or not; None where it is none.

    >>> number_in("3,500.00"), number_in("35,00")
    (Decimal('3500.00'), None)
    """
    return Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


def read_day(text: str) -> date:
    """Return a day, as spreadsheets and people write it.

    >>> read_day("２０２２年１０月８日")
    datetime.date(2022, 10, 8)
    """
    plain = half_width(text)
    found = _DAY.fullmatch(plain)
    if found is None:
        raise WrongCell(_no_day(plain), text)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        value = date(year, month, day)
        check_day("table", "day", value)
    except InvalidFactError as error:
        raise WrongCell(error.rule, text) from None
    except ValueError:
        raise WrongCell(MUST_BE_A_DAY, text) from None
    return value


def serial_day(text: str) -> date | None:
    """Return the day that a serial number of a spreadsheet stands for; None for what is none of our time.

    >>> serial_day("42286"), serial_day("2015")
    (datetime.date(2015, 10, 9), None)
    """
    found = _SERIAL.fullmatch(text.strip())
    return None if found is None else _DAY_ZERO + timedelta(days=int(found[1]))


def _no_day(text: str) -> Text:
    """Return what is wrong with a text that is no day: a serial number, a month, or anything else."""
    serial = serial_day(text)
    if serial is not None:
        return _A_SERIAL.filled({"day": serial})
    return _A_MONTH if _MONTH.fullmatch(text.strip()) else MUST_BE_A_DAY
