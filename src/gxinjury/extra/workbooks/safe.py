"""Opening a workbook that somebody sent (工作簿的打开): what is none, or would never end, is told instead."""

import re
import warnings
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string

from gxinjury.codec.faults import Fault, FileError
from gxinjury.errors import FactRule

_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES: Final = 80_000_000
_MOST_MERGED: Final = 200_000
_MOST_PARTS: Final = 5_000
_RANGE: Final = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,9}):([A-Z]{1,3})(\d{1,9})[\"']"
)
_LOCKED: Final = 1
_STRICT: Final = b"http://purl.oclc.org/ooxml/spreadsheetml/main"

_OLD: Final = FactRule(
    zh="是旧格式的工作簿（.xls），请在 Excel 或 WPS 中另存为 .xlsx",
    en="it is a workbook of the old kind (.xls): save it as .xlsx",
    code="old_workbook",
)
_WITH_PASSWORD: Final = FactRule(
    zh="设有打开密码，请先取消密码再另存",
    en="the workbook has a password: take it off and save the file again",
    code="password",
)
BROKEN: Final = FactRule(
    zh="不是工作簿（.xlsx），或者文件已损坏；请在 Excel 或 WPS 中打开后另存为 .xlsx",
    en="the workbook is damaged, or no .xlsx: open it in a spreadsheet program and save it as .xlsx",
    code="no_workbook",
)
_STRICT_KIND: Final = FactRule(
    zh="是“Strict Open XML”格式的工作簿，请在 Excel 中另存为普通的“Excel 工作簿（.xlsx）”",
    en='it is a workbook of the kind "Strict Open XML": save it as a plain Excel workbook (.xlsx)',
    code="strict_workbook",
)
_HUGE: Final = FactRule(
    zh="展开后超过 {most} MB，不予读取；多半有大量空白行，请删除空白行后另存",
    en="the workbook is larger than {most} MB when unpacked and is not read: it may have very many blank rows, delete "
    "them",
    code="too_large",
)


def load_safely(content: bytes, file: str, **how: Any) -> Workbook:  # noqa: ANN401  # as load_workbook takes them
    """Return a workbook; nothing in it is run, and nothing that it links to is followed.

    Raises:
        FileError: It is none, it is locked, or larger than what is read of a case.
    """
    rule = what_is_wrong(content, _MOST_BYTES)
    if rule is None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what a sheet has beside its cells and is not read
                return load_workbook(BytesIO(content), **how)
        except Exception:  # noqa: BLE001, S110  # whatever a stranger's file makes the reader of workbooks stumble on
            pass
    raise FileError(file, [Fault((), rule or BROKEN)]) from None


def what_is_wrong(content: bytes, most: int) -> FactRule | None:
    """Return why a workbook cannot be opened, as far as its parts tell before any is laid out; None where they do not.

    Args:
        content: The workbook.
        most: How many bytes it may unpack to.

    >>> what_is_wrong(b"PK", 1).code
    'no_workbook'
    """
    if content.startswith(_OLE):
        return _WITH_PASSWORD if _ENCRYPTED in content else _OLD
    try:
        with ZipFile(BytesIO(content)) as parts:
            return _wrong_in(parts, most)
    except Exception:  # noqa: BLE001  # as above
        return BROKEN


def too_large(most: int) -> FactRule:
    """Return that a workbook unpacks to more bytes than are read, or lays out more than they would hold."""
    return _HUGE.filled({"most": str(most // 10**6)})


def _wrong_in(parts: ZipFile, most: int) -> FactRule | None:
    members = parts.infolist()
    if any(one.flag_bits & _LOCKED for one in members):
        return _WITH_PASSWORD
    if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > most:
        return too_large(most)
    sheets = [one for one in members if one.filename.endswith(".xml") and "/worksheets/" in one.filename]
    if not sheets:
        return BROKEN
    if any(_STRICT in parts.read(one) for one in members if one.filename.endswith("workbook.xml")):
        return _STRICT_KIND
    areas = (_area(found.groups()) for one in sheets for found in _RANGE.finditer(parts.read(one)))
    return too_large(most) if sum(areas) > _MOST_MERGED else None


def _area(corners: tuple[bytes, ...]) -> int:
    first, top, last, bottom = (one.decode() for one in corners)
    columns = column_index_from_string(last) - column_index_from_string(first) + 1
    return columns * (int(bottom) - int(top) + 1)
