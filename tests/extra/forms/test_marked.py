"""A copy of a form with its faults marked in it: coloured, noted, the rest as it was."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from gxinjury.codec import FileError
from gxinjury.extra.forms.annex2 import read_roster_sheet, write_roster_workbook
from gxinjury.extra.forms.marked import marked_copy
from gxinjury.extra.workbooks.marking import Mark, marked
from tests.extra.forms.books import book
from tests.extra.forms.test_annex2_sheets import FAULTS, HEAD, SHEET, faulty


def notes_of(data: bytes | None) -> dict[str, str]:
    """Return the notes of the first sheet by their cells, each of which is coloured."""
    assert data is not None
    page: Any = load_workbook(BytesIO(data)).worksheets[0]
    noted = [cell for row in page.rows for cell in row if cell.comment is not None]
    assert {cell.fill.fgColor.rgb for cell in noted} <= {"00FFC7CE"}
    return {cell.coordinate: cell.comment.text for cell in noted}


class TestMarkedCopy:
    """Annex 2 with every fault where it stands."""

    def test_twenty_kinds_of_fault(self) -> None:
        """Each in its cell, in words without the place; nothing else is marked, what was there stays."""
        copy = marked_copy(faulty(), read_roster_sheet, "zh")
        notes = notes_of(copy)
        assert list(notes) == [cell for cell, _, _ in FAULTS]
        assert notes["B8"] == "必须填写"
        assert notes["D11"] == "校验码必须相符，现为 '4501************34'"
        page: Any = load_workbook(BytesIO(copy or b"")).worksheets[0]
        assert page["B9"].value == "职工7"

    def test_a_csv_becomes_a_workbook(self) -> None:
        """Its cells are texts; ids keep their digits."""
        copy = marked_copy("姓名,增减,身份证号\n\n=a,加,450103198001011233\n".encode(), read_roster_sheet, "en")
        assert notes_of(copy) == {
            "A1": "the report date (填报时间) is not stated; fill it in or supply reported_on",
            "B3": "must be 增 (added) or 减 (removed), got '加'",
        }
        page: Any = load_workbook(BytesIO(copy or b"")).worksheets[0]
        assert [(cell.value, cell.data_type) for cell in page[3]] == [
            ("=a", "s"),
            ("加", "s"),
            ("450103198001011233", "s"),
        ]

    def test_nothing_to_mark(self) -> None:
        """A form without a fault needs no copy, and of what cannot be opened there is none."""
        assert marked_copy(write_roster_workbook(SHEET), read_roster_sheet, "zh") is None
        with pytest.raises(FileError, match="damaged"):
            marked_copy(b"PK\x03\x04", read_roster_sheet, "zh")

    def test_a_row_without_a_column(self) -> None:
        """A header that is missing is marked at the beginning of its row."""
        copy = marked_copy(book([*HEAD, ("姓名", "月工资"), ("甲", 1)]), read_roster_sheet, "zh")
        assert notes_of(copy) == {"A2": "必须有这一栏"}


def test_merged_cells_and_notes_that_were_there() -> None:
    """What is merged is marked in its first cell; a note stays above what is added, several stand below each other."""

    def mend(page: Any) -> None:  # noqa: ANN401  # a sheet
        page.merge_cells("A1:C2")
        page["A1"].comment = Comment("原有", "x")

    copy = marked(
        book([["a"]], mend=mend), [Mark("", "B2", "一"), Mark("附件2", "A1", "二"), Mark("附件2", "D4", "三")]
    )
    assert notes_of(copy) == {"A1": "原有\n一\n二", "D4": "三"}
