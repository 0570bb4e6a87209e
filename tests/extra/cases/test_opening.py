"""A case from a file of any kind, and where in it a fault is."""

from pathlib import Path
from typing import Final

import pytest

from gxinjury.codec.faults import Fault, FileError
from gxinjury.errors import FactRule
from gxinjury.extra.cases.opening import is_workbook, located
from gxinjury.extra.workbooks.spots import CellFault, Spot
from gxinjury.texts import Text

RULE: Final = FactRule(zh="错", en="is wrong", code="wrong")
IN_A_CELL: Final = CellFault(("a",), RULE, spot=Spot(1, "缴费", 3, 2, Text(zh="缴费日", en="paid on")))


@pytest.mark.parametrize("faults", [(IN_A_CELL, Fault((), RULE)), (Fault((), RULE), IN_A_CELL), (IN_A_CELL,)])
def test_what_is_told_with_its_cell_stays(tmp_path: Path, faults: tuple[Fault, ...]) -> None:
    """Whatever else is told beside it; the workbook is not read again."""
    error = FileError(str(tmp_path / "case.xlsx"), faults)
    assert located(error, tmp_path / "case.xlsx") is error


def test_a_refusal_of_another_file_stays(tmp_path: Path) -> None:
    """Of a roster beside the case, or of a case in a text."""
    (tmp_path / "case.toml").write_text("", "utf-8")
    (tmp_path / "case.xlsx").write_bytes(b"PK\x03\x04")
    for name, path in (("roster.csv", "case.toml"), ("case.toml", "case.toml"), ("roster.csv", "case.xlsx")):
        error = FileError(str(tmp_path / name), [Fault((), RULE)])
        assert located(error, tmp_path / path) is error


@pytest.mark.parametrize(
    ("content", "name", "is_one"),
    [
        (b"PK\x03\x04", "case", True),
        (b"\xd0\xcf\x11\xe0", "case.toml", True),
        *((b"", f"case.{suffix}", True) for suffix in ("xlsx", "XLSM", "xltx", "xls", "et", "ods")),
        (b"PK", "case.toml", False),
        (b"", "xlsx", False),
        (b"", "case.csv", False),
    ],
)
def test_what_is_a_workbook(content: bytes, name: str, is_one: bool) -> None:  # what is asked
    """By how it begins or what it is called."""
    assert is_workbook(content, name) is is_one
