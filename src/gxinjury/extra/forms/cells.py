"""How cells are read (单元格的读取) that several official forms have: headers, days, numbers, as people write them.

Each reader takes the text of a cell that is not blank and raises RefusedError where it is something else. Full-width
digits, letters and brackets read as plain ones.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Self

from gxinjury.codec import Fault
from gxinjury.codec.readers import RefusedError
from gxinjury.construction.ids import half_width
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import check_day

_DAY: Final = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?|(\d{4})(\d{2})(\d{2})", re.ASCII
)
_SERIAL: Final = re.compile(r"([3-5]\d{4})(?:\.0+)?", re.ASCII)
_MONTH_ONLY: Final = re.compile(r"\d{4}\s*(?:[-/.]\s*\d{1,2}|年\s*\d{1,2}\s*月)", re.ASCII)
_DAY_ZERO: Final = date(1899, 12, 30)
SERIALS: Final = range(30_000, 60_000)
"""The numbers by which spreadsheets count days of our time, from 1900 or from 1904."""
_AMOUNT: Final = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,9}", re.ASCII)
_MARKS_OF_A_HEADER: Final = re.compile(r"^[*]+|[*]+$|\((?:必填|选填|非必填|必填项|选填项|可不填)\)")
MUST_BE_A_DAY: Final = FactRule(zh="必须是日期，如 2022-10-08", en="must be a day such as 2022-10-08", code="no_day")
_A_SERIAL: Final = FactRule(
    zh="像是 Excel 日期序号（{day}），请将该列设为日期格式后重填",
    en="looks like the serial number that a spreadsheet keeps for {day}: set the column to days and fill it in again",
    code="serial_day",
)
_A_MONTH: Final = FactRule(
    zh="只有年月，请补上日，如 2022-10-08",
    en="is a month only: write the day too, as 2022-10-08",
    code="month_only",
)
MUST_BE_A_NUMBER: Final = FactRule(zh="必须是整数", en="must be a whole number", code="no_number")


class SheetCell(str):
    """The text of a cell of a workbook, with what the workbook knows of it and a text does not.

    Args:
        text: The text.
        day: The day that it holds, or that its number would be, as the workbook counts days; None for none.
        fault: What is wrong with it, whatever column it stands in; None for nothing.

    >>> read_day(SheetCell("42286", day=date(2015, 10, 9)))
    datetime.date(2015, 10, 9)
    """

    __slots__ = ("day", "fault")

    def __new__(cls, text: str, *, day: date | None = None, fault: FactRule | None = None) -> Self:
        """Return the text, without blanks at its ends."""
        cell = super().__new__(cls, text.strip())
        cell.day, cell.fault = day, fault
        return cell

    day: date | None
    fault: FactRule | None

    def strip(self, chars: str | None = None, /) -> str:
        """Return the cell itself, which has no blanks at its ends."""
        return self if chars is None else super().strip(chars)


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


def read_text(text: str) -> str:
    """Return the text of a cell as it stands."""
    return str(text)


def read_day(text: str) -> date:
    """Return a day, as spreadsheets and people write it; a serial number and a month are refused as what they are.

    Of a workbook, which knows its numbers from texts, a number is the day that it counts.

    >>> read_day("２０２２年１０月８日")
    datetime.date(2022, 10, 8)
    """
    if isinstance(text, SheetCell) and text.day is not None:
        return text.day
    plain = half_width(text)
    found = _DAY.fullmatch(plain)
    if found is None:
        raise RefusedError(_no_day(plain), text)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        value = date(year, month, day)
        check_day("table", "day", value)
    except InvalidFactError as error:
        raise RefusedError(Fault.of(error).rule, text) from None
    except ValueError:
        raise RefusedError(MUST_BE_A_DAY, text) from None
    return value


def serial_day(text: str) -> date | None:
    """Return the day that a serial number of a spreadsheet stands for; None for what is none of our time.

    >>> serial_day("42286"), serial_day("2015")
    (datetime.date(2015, 10, 9), None)
    """
    found = _SERIAL.fullmatch(text.strip())
    return None if found is None else _DAY_ZERO + timedelta(days=int(found[1]))


def _no_day(text: str) -> FactRule:
    serial = serial_day(text)
    if serial is not None:
        return _A_SERIAL.filled({"day": serial})
    return _A_MONTH if _MONTH_ONLY.fullmatch(text) else MUST_BE_A_DAY


def number_in(text: str) -> Decimal | None:
    """Return the number that a text in half width is, its thousands set apart or not; None where it is none.

    >>> number_in("3,500.00"), number_in("35,00")
    (Decimal('3500.00'), None)
    """
    return Decimal(text.replace(",", "")) if _AMOUNT.fullmatch(text) else None


def read_number(text: str) -> int:
    """Return the number of a row."""
    plain = half_width(text)
    if not _NUMBER.fullmatch(plain):
        raise RefusedError(MUST_BE_A_NUMBER, text)
    return int(plain)
