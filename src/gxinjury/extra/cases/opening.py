"""A case from a file of any kind (案情文件的打开): TOML or JSON by its text, a workbook by its cells."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from gxinjury.codec.faults import Fault, FileError
from gxinjury.errors import FactRule, GxInjuryError
from gxinjury.extra.cases.text import parse, read_bytes
from gxinjury.texts import Language, Text

if TYPE_CHECKING:
    from gxinjury.extra.workbooks.spots import CaseBook

T = TypeVar("T")

_BEGINS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SUFFIXES: Final = (".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ods")
_NEEDS_OPENPYXL: Final = FactRule(
    zh="读取工作簿需要 openpyxl，请先安装：pip install 'gxinjury[office]'",
    en="takes openpyxl to be read; install it with: pip install 'gxinjury[office]'",
    code="needs_openpyxl",
)
_NO_COPY: Final = Text(
    zh="标出差错的副本不能覆盖原工作簿，请换一个文件名",
    en="the marked copy must not be the workbook itself; name another file",
)


def opened(path: str | Path, structure: Callable[..., T]) -> T:
    """Return the case that a file holds, as ``structure`` makes it of its data, the file's name and its ``folder``.

    Raises:
        FileError: The file cannot be read, or something in it is wrong: all of it is told at once, of a workbook with
            the cell of each.
    """
    content = read_bytes(path)
    if not is_workbook(content, path):
        return structure(parse(content, str(path)), str(path), folder=Path(path).parent)
    book = _book(content, path)
    try:
        found = structure(book.data, book.file, folder=Path(path).parent)
    except FileError as error:
        raise book.located(error.faults) from None
    if book.faults:
        raise book.located()
    return found


def located(error: FileError, path: str | Path) -> FileError:
    """Return what a question refused of a case in a file, of a workbook with the cell of each."""
    if error.file != str(path) or any(hasattr(fault, "spot") for fault in error.faults):
        return error
    content = read_bytes(path)
    return _book(content, path).located(error.faults) if is_workbook(content, path) else error


def marked(error: FileError, path: str | Path, copy: str, language: Language) -> int:
    """Mark the faults of a workbook in a copy, and return how many cells are; where none is, no copy is written.

    Raises:
        GxInjuryError: It cannot be written there, is the workbook itself, or a file of another kind is there.
    """
    notes = [fault.note(language) for fault in error.faults if hasattr(fault, "note")]
    if not notes:
        return 0
    if Path(copy).resolve() == Path(path).resolve():
        raise GxInjuryError(_NO_COPY, code="no_copy")
    from gxinjury.extra.workbooks.marking import mark  # noqa: PLC0415  (an extra of its own)

    return mark(read_bytes(path), notes, copy)


def is_workbook(content: bytes, path: str | Path) -> bool:
    """Return whether a file is a workbook, or is called one.

    >>> is_workbook(b"PK", "case.xlsx"), is_workbook(b"[contract]", "case.toml")
    (True, False)
    """
    return content.startswith(_BEGINS) or Path(path).suffix.lower() in _SUFFIXES


def _book(content: bytes, path: str | Path) -> "CaseBook":
    try:
        from gxinjury.extra.workbooks.reading import read_workbook  # noqa: PLC0415  (an extra of its own)
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise FileError(str(path), [Fault((), _NEEDS_OPENPYXL)]) from None
    return read_workbook(content, str(path))
