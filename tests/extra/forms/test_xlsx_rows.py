"""Workbooks as rows: what spreadsheets do to cells is undone, what they lost is seen, what is broken is told."""

from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any, Final

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from gxinjury.codec import FileError
from gxinjury.extra.forms import _xlsx_rows
from gxinjury.extra.forms._xlsx_rows import read_book
from gxinjury.extra.forms.cells import SheetCell, read_day
from tests.extra.forms.books import FIRST_SHEET, book, claiming, saved, sheet_xml, with_broken_link, with_part

DAY: Final = date(2015, 10, 9)


def cells_of(data: bytes) -> list[str]:
    """Return the cells of the first row of a workbook."""
    return read_book(data).sheets[0].rows[0][1]


def fault(data: bytes) -> str:
    """Return what is told of a workbook that cannot be read, once in both languages."""
    with pytest.raises(FileError) as caught:
        read_book(data)
    assert len(caught.value.faults) == 1
    assert caught.value.text("zh") != caught.value.text("en")
    return caught.value.faults[0].code


class TestCells:
    """Each kind of cell as its text."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("  张三 ", "张三"),
            (3500, "3500"),
            (3500.5, "3500.5"),
            (3500.1 + 0.2, "3500.3"),
            (0.00001, "0.00001"),
            (10**15 - 1, "999999999999999"),
            (-(10**15) + 1, "-999999999999999"),
            (10**15, "1e+15"),
            (-(10**15), "-1e+15"),
            (450103198001011233, "4.50103198001011e+17"),
            (True, "TRUE"),
            (DAY, "2015-10-09"),
            (datetime(2015, 10, 9, 14, 30), "2015-10-09 14:30"),
            (time(14, 30), "14:30:00"),
            ("=1+1", "=1+1"),
        ],
    )
    def test_a_cell(self, value: object, text: str) -> None:
        """As a spreadsheet shows it, no digit made up."""
        assert cells_of(book([["x", value]])) == ["x", text]

    def test_days(self) -> None:
        """A day, a moment and a number that would be one are read as that day; other numbers and texts are not."""
        day, moment, serial, number = cells_of(book([[DAY, datetime(2015, 10, 9, 14, 30), 42286, 3500]]))
        assert [read_day(cell) for cell in (day, moment, serial)] == [DAY] * 3
        assert not isinstance(number, SheetCell)
        edges = cells_of(book([[29_999, 30_000, 30_000.5, 59_999, 60_000]]))
        assert [isinstance(cell, SheetCell) for cell in edges] == [False, True, False, True, False]

    def test_days_counted_from_1904(self) -> None:
        """An old Mac counts otherwise: the workbook says so."""
        made = Workbook()
        made.epoch = CALENDAR_MAC_1904
        made.worksheets[0].append([DAY, (DAY - date(1904, 1, 1)).days])
        assert [read_day(cell) for cell in cells_of(saved(made))] == [DAY] * 2

    def test_a_percentage(self) -> None:
        """It is told as it is shown."""

        def mend(page: object) -> None:
            page["A1"].number_format = "0.00%"  # type: ignore[index]  # a sheet

        assert cells_of(book([[0.7184]], mend=mend)) == ["71.84%"]

    def test_formulas(self) -> None:
        """One with its result is that; one without is told as what it is, and so is an error."""
        inner = (
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>C1</f></c>'
            '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="2"><c r="A2"><f>B2</f></c></row><row r="3"/>'
        )
        first, second = read_book(with_part(book([[1]]), FIRST_SHEET, sheet_xml(inner))).sheets[0].rows
        assert first == (1, ["2", "=C1", "#DIV/0!"])
        assert second == (2, ["=B2"])
        told = [cell.fault.code if isinstance(cell, SheetCell) and cell.fault else "" for cell in first[1]]
        assert told == ["", "formula", "formula_error"]

    @pytest.mark.parametrize("tag", ["x:f", 'x:f t="shared" si="0"'])
    def test_formulas_under_another_prefix(self, tag: str) -> None:
        """Some programs write every element with one, and attributes beside."""
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        cells = f'<x:row r="1"><x:c r="A1"><{tag}>B1</x:f></x:c></x:row>'
        xml = f'<x:worksheet xmlns:x="{space}"><x:sheetData>{cells}</x:sheetData></x:worksheet>'
        [cell] = cells_of(with_part(book([[1]]), FIRST_SHEET, xml.encode()))
        assert isinstance(cell, SheetCell)
        assert (cell, cell.fault and cell.fault.code) == ("=B1", "formula")


class TestSheets:
    """Rows and sheets by their place."""

    def test_rows_keep_their_numbers(self) -> None:
        """Blank rows are none; those that are hidden are known, and so are hidden sheets."""

        def mend(page: object) -> None:
            page["A7"] = "z"  # type: ignore[index]  # a sheet
            page.row_dimensions[7].hidden = True  # type: ignore[attr-defined]  # as above
            page.row_dimensions[8].hidden = True  # type: ignore[attr-defined]  # as above

        [sheet] = read_book(book([["a", None], [None], [" "], ["b"]], mend=mend)).sheets
        assert sheet.rows == ((1, ["a"]), (4, ["b"]), (7, ["z"]))
        assert sheet.hidden_rows == (7,)
        assert not sheet.is_hidden

    def test_hidden_rows_without_numbers(self) -> None:
        """A row that does not say its number is the next."""
        cell = "<c><v>1</v></c>"
        rows = f'<row>{cell}</row><row hidden="true">{cell}</row><row r="5">{cell}</row><row hidden="1">{cell}</row>'
        [sheet] = read_book(
            with_part(book([[1]]), FIRST_SHEET, sheet_xml(f'{rows}<row hidden="0">{cell}</row>'))
        ).sheets
        assert sheet.hidden_rows == (2, 6)

    def test_a_hidden_sheet(self) -> None:
        """It is read like the others."""
        made = Workbook()
        made.create_sheet("底稿").sheet_state = "hidden"
        assert [sheet.is_hidden for sheet in read_book(saved(made)).sheets] == [False, True]

    def test_merged_cells(self) -> None:
        """What is merged stands in the first of its cells."""
        assert cells_of(book([["a", None, "b"]], mend=lambda page: page.merge_cells("A1:B1"))) == ["a", "", "b"]

    def test_a_million_blank_rows(self) -> None:
        """They take no room."""
        rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>'
        data = with_part(book([[1]]), FIRST_SHEET, sheet_xml(rows))
        assert read_book(data).sheets[0].rows == ((1, ["1"]), (1_048_576, ["", "2"]))

    def test_what_was_left_alone(self) -> None:
        """Macros and links are there and nothing came of them."""
        plain = read_book(book([["a"]]))
        assert (plain.has_macros, plain.has_links) == (False, False)
        marked = read_book(with_part(book([["a"]]), "xl/vbaProject.bin", b"x"))
        assert (marked.has_macros, marked.has_links) == (True, False)
        linked = read_book(with_part(book([["a"]]), "xl/externalLinks/externalLink1.xml", b"<x/>"))
        assert (linked.has_macros, linked.has_links) == (False, True)


class TestBroken:
    """What cannot be read is told for what it is."""

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"PK\x03\x04", "no_workbook"),
            (book([["a"]])[:-40], "no_workbook"),
            (with_part(book([["a"]]), FIRST_SHEET, b"<worksheet>"), "no_workbook"),
            (with_part(book([["a"]]), FIRST_SHEET, sheet_xml('<row r="1048577"/>')), "too_large"),
            (claiming(512_000_001), "too_large"),
            (claiming(512_000_000), "no_workbook"),
            (
                with_part(book([["a"]]), FIRST_SHEET, sheet_xml('<row r="1"><c r="ABCDE1"><v>1</v></c></row>')),
                "no_workbook",
            ),
            (b"\xd0\xcf\x11\xe0", "old_workbook"),
            (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ],
    )
    def test_what_is_wrong(self, data: bytes, code: str) -> None:
        """Damaged, too long, with a password, of the old kind."""
        assert fault(data) == code

    def test_too_much(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """More cells, or more bytes, than are read."""
        monkeypatch.setattr(_xlsx_rows, "_MOST_CELLS", 3)
        assert len(cells_of(book([["a", "b", "c"]]))) == 3
        assert fault(book([["a", "b"], ["c", "d"]])) == "too_large"
        monkeypatch.setattr(_xlsx_rows, "_MOST_BYTES", 10)
        assert fault(book([["a"]])) == "too_large"

    @pytest.mark.parametrize(("cells", "is_read"), [(2_000_000, True), (2_000_001, False)])
    def test_as_many_cells_as_are_read(self, cells: int, *, is_read: bool) -> None:
        """Two millions in a sheet."""

        class Wide(list[Any]):
            def __len__(self) -> int:
                return cells

        page = SimpleNamespace(
            _worksheet_path="x", reset_dimensions=list, rows=[Wide()], sheet_state="visible", title="x"
        )
        parts: Any = SimpleNamespace(read=lambda _: b"")
        if is_read:
            assert _xlsx_rows._sheet(page, page, parts).rows == ()
        else:
            with pytest.raises(_xlsx_rows._TooLargeError):
                _xlsx_rows._sheet(page, page, parts)

    def test_a_link_that_is_broken(self) -> None:
        """It is not followed, so that nobody stumbles on it."""
        assert cells_of(with_broken_link(book([["a"]]))) == ["a"]

    def test_twenty_thousand_columns(self) -> None:
        """As many cells in a row as no spreadsheet has are read all the same."""
        row = "<c><v>1</v></c>" * 20_000
        assert len(cells_of(with_part(book([["a"]]), FIRST_SHEET, sheet_xml(f"<row>{row}</row>")))) == 20_000
