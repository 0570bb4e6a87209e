"""Opening a workbook that somebody sent (工作簿的打开): what is none, or would never end, is told instead."""

import re
import warnings
from io import BytesIO
from typing import Any, Final, NoReturn
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string

from gxinjury.codec.faults import Fault, FileError
from gxinjury.errors import FactRule

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES: Final = 80_000_000
_MOST_MERGED: Final = 200_000
_MOST_PARTS: Final = 5_000
_RANGE: Final = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,9}):([A-Z]{1,3})(\d{1,9})[\"']"
)
_LOCKED: Final = 1

_OLD: Final = FactRule(
    zh="是旧格式的工作簿（.xls），请在 Excel 或 WPS 中另存为 .xlsx",
    en="is a workbook of the old format (.xls): save it as .xlsx",
    code="old_workbook",
)
_WITH_PASSWORD: Final = FactRule(
    zh="设有打开密码，请先取消密码再另存", en="is locked by a password: save it without one", code="password"
)
_BROKEN: Final = FactRule(
    zh="不是工作簿（.xlsx），或者文件已损坏；请在 Excel 或 WPS 中打开后另存为 .xlsx",
    en="is no workbook (.xlsx), or broken: open it in a spreadsheet and save it as .xlsx",
    code="no_workbook",
)
_HUGE: Final = FactRule(
    zh="展开后超过 {most} MB，不予读取；多半有大量空白行，请删除空白行后另存",
    en="is larger than {most} MB when unpacked and is not read: it may have very many blank rows, delete them",
    code="too_large",
)


def load_safely(content: bytes, file: str, **how: Any) -> Workbook:  # noqa: ANN401  # as load_workbook takes them
    """Return a workbook; nothing in it is run, and nothing that it links to is followed.

    Raises:
        FileError: It is none, it is locked, or larger than what is read of a case.
    """
    if content.startswith(_OLE):
        _refuse(_WITH_PASSWORD if _ENCRYPTED in content else _OLD, file)
    try:
        _check_size(content, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a sheet has beside its cells and is not read
            return load_workbook(BytesIO(content), **how)
    except FileError:
        raise
    except Exception:  # noqa: BLE001  # whatever a stranger's file makes the reader of workbooks stumble on
        _refuse(_BROKEN, file)


def _check_size(content: bytes, file: str) -> None:
    """Refuse what would take without end to unpack, or to lay out."""
    huge = _HUGE.filled({"most": str(_MOST_BYTES // 10**6)})
    with ZipFile(BytesIO(content)) as parts:
        members = parts.infolist()
        if any(one.flag_bits & _LOCKED for one in members):
            _refuse(_WITH_PASSWORD, file)
        if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > _MOST_BYTES:
            _refuse(huge, file)
        sheets = [one for one in members if one.filename.endswith(".xml") and "/worksheets/" in one.filename]
        if not sheets:
            raise BadZipFile
        areas = (_area(found.groups()) for one in sheets for found in _RANGE.finditer(parts.read(one)))
        if sum(areas) > _MOST_MERGED:
            _refuse(huge, file)


def _area(corners: tuple[bytes, ...]) -> int:
    first, top, last, bottom = (one.decode() for one in corners)
    columns = column_index_from_string(last) - column_index_from_string(first) + 1
    return columns * (int(bottom) - int(top) + 1)


def _refuse(rule: FactRule, file: str) -> NoReturn:
    raise FileError(file, [Fault((), rule)]) from None
