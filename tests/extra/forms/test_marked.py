"""A copy of a form with its faults marked in it: coloured, noted, the rest as it was."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gxinjury.codec import FileError
from gxinjury.extra.forms.annex2 import read_roster_sheet, write_roster_workbook
from gxinjury.extra.forms.marked import mark_form
from gxinjury.texts import Language
from tests.extra.forms.books import book
from tests.extra.forms.test_annex2_sheets import FAULTS, HEAD, SHEET, faulty


def notes_of(data: bytes) -> dict[str, str]:
    """Return the notes of the first sheet by their cells, each of which is coloured."""
    page: Any = load_workbook(BytesIO(data)).worksheets[0]
    noted = [cell for row in page.rows for cell in row if cell.comment is not None]
    assert {cell.fill.fgColor.rgb for cell in noted} <= {"00FFC7CE"}
    return {cell.coordinate: cell.comment.text for cell in noted}


@pytest.fixture
def copied(tmp_path: Path) -> Callable[..., dict[str, str]]:
    """Return what marks a form and gives its notes back."""

    def notes(data: bytes, language: Language = "zh") -> dict[str, str]:
        path = tmp_path / "copy.xlsx"
        count = mark_form(data, read_roster_sheet, str(path), language)
        found = notes_of(path.read_bytes())
        assert count == len(found)
        return found

    return notes


class TestMarkedCopy:
    """Annex 2 with every fault where it stands."""

    def test_twenty_kinds_of_fault(self, copied: Callable[..., dict[str, str]], tmp_path: Path) -> None:
        """Each in its cell, in words without the place; nothing else is marked, what was there stays."""
        notes = copied(faulty())
        assert list(notes) == [cell for cell, _, _ in FAULTS]
        assert notes["B8"] == "必须填写"
        assert notes["D11"] == "校验码必须相符，现为 '4501************34'"
        page: Any = load_workbook(tmp_path / "copy.xlsx").worksheets[0]
        assert page["B9"].value == "职工7"

    def test_a_csv_becomes_a_workbook(self, copied: Callable[..., dict[str, str]], tmp_path: Path) -> None:
        """Its cells are texts; ids keep their digits."""
        assert copied("姓名,增减,身份证号\n\n=a,加,450103198001011233\n".encode(), "en") == {
            "A1": "the report date (填报时间) is not stated; fill it in or supply reported_on",
            "B3": "must be 增 (added) or 减 (removed), got '加'",
        }
        page: Any = load_workbook(tmp_path / "copy.xlsx").worksheets[0]
        assert [(cell.value, cell.data_type) for cell in page[3]] == [
            ("=a", "s"),
            ("加", "s"),
            ("450103198001011233", "s"),
        ]

    def test_nothing_to_mark(self, tmp_path: Path) -> None:
        """A form without a fault needs no copy, and of what cannot be opened there is none."""
        path = tmp_path / "copy.xlsx"
        assert mark_form(write_roster_workbook(SHEET), read_roster_sheet, str(path), "zh") == 0
        with pytest.raises(FileError, match=r"damaged"):
            mark_form(b"PK\x03\x04", read_roster_sheet, str(path), "zh")
        assert not path.exists()

    def test_a_row_without_a_column(self, copied: Callable[..., dict[str, str]]) -> None:
        """A header that is missing is marked at the beginning of its row."""
        assert copied(book([*HEAD, ("姓名", "月工资"), ("甲", 1)])) == {"A2": "必须有这一栏"}
