"""Workbooks: tables that no program takes for formulas."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook

from gxinjury.construction import RosterChangeKind
from gxinjury.errors import GxInjuryError
from gxinjury.extra.workbooks import Sheet, write
from gxinjury.extra.workbooks.sheets import columns_wide
from gxinjury.money import Rate
from gxinjury.privacy import Discreet

ID: Final = "450103198001011233"


def written(path: Path, *sheets: Sheet) -> Workbook:
    """The workbook of the sheets, read again."""
    write(str(path / "one.xlsx"), sheets, language="zh")
    return load_workbook(path / "one.xlsx")


class TestWrite:
    """Tables as sheets."""

    @pytest.mark.parametrize(
        ("value", "held", "kind", "shown"),
        [
            ("=1+1", "=1+1", "s", "@"),
            ("#REF!", "#REF!", "s", "@"),
            ("张\x1b三", "张�三", "s", "@"),
            ("one\ntwo", "one\ntwo", "s", "@"),
            ("张　三\ta\xa0b\rc\x0b", "张　三\ta\xa0b c ", "s", "@"),
            ("长" * 40_000, "长" * 32_767, "s", "@"),
            (Discreet(ID), ID, "s", "@"),
            (Decimal("1234.5"), 1234.5, "n", "#,##0.00"),
            (Decimal("1234567890123.45"), 1234567890123.45, "n", "#,##0.00"),
            (Decimal("12345678901234.56"), "12345678901234.56", "s", "@"),
            (Decimal("Infinity"), "Infinity", "s", "@"),
            (Decimal(0), 0, "n", "#,##0.00"),
            (10**15 - 1, 10**15 - 1, "n", "0"),
            (-(10**15), "-1000000000000000", "s", "@"),
            (date(2016, 5, 3), datetime(2016, 5, 3), "d", "yyyy-mm-dd"),
            (datetime(2016, 5, 3, 16, 30, tzinfo=UTC), datetime(2016, 5, 4, 0, 30), "d", "yyyy-mm-dd hh:mm"),
            (datetime(2016, 5, 3, 16), datetime(2016, 5, 3, 16), "d", "yyyy-mm-dd hh:mm"),
            (True, "是", "s", "@"),
            (RosterChangeKind.ADD, "增", "s", "@"),
            (Rate.per_mille("1.3"), "1.3‰", "s", "@"),
            (None, None, "n", "General"),
        ],
    )
    def test_a_value_is_held_as_what_it_is(
        self, tmp_path: Path, value: object, held: object, kind: str, shown: str
    ) -> None:
        """A text as text, whatever it begins with; a number of more digits than a workbook keeps as text too."""
        cell = written(tmp_path, Sheet("one", ("head",), ((value,),)))["one"]["A2"]
        assert (cell.value, cell.data_type, cell.number_format) == (held, kind, shown)

    def test_notes_stand_above_the_header(self, tmp_path: Path) -> None:
        """Over all columns; the header stays in sight and on each page; so goes what ends a shorter row."""
        page = written(tmp_path, Sheet("应缴", ("款项", "金额"), (("首期", 1), ("",)), ("南宁", "说明" * 60)))["应缴"]
        assert [[cell.value for cell in row] for row in page] == [
            ["南宁", None],
            ["说明" * 60, None],
            ["款项", "金额"],
            ["首期", 1],
            [None, None],
        ]
        assert sorted(str(merged) for merged in page.merged_cells.ranges) == ["A1:B1", "A2:B2", "A5:B5"]
        assert (page.freeze_panes, page.print_title_rows) == ("A4", "$3:$3")
        footer: Any = page.oddFooter
        assert footer.center.text == "&A  &P/&N"
        assert (page.row_dimensions[1].height, page.row_dimensions[2].height) == (16, 80)

    def test_a_column_is_as_wide_as_what_stands_in_it(self, tmp_path: Path) -> None:
        """A Chinese character takes two columns; there are bounds."""
        page = written(tmp_path, Sheet("one", ("a", "中文标题五六", "b"), (("x", "short\nlines", "y" * 99),)))["one"]
        assert [page.column_dimensions[letter].width for letter in "ABC"] == [9, 14, 54]

    @pytest.mark.parametrize(
        ("text", "wide"), [("", 0), ("a", 1), ("应ａ", 4), ("a\n应缴", 4), ("应缴\na", 4), ("\n", 0)]
    )
    def test_a_text_is_as_wide_as_its_longest_line(self, text: str, wide: int) -> None:
        """Full-width letters count as Chinese characters do."""
        assert columns_wide(text) == wide

    def test_what_ends_a_shorter_row_goes_over_the_rest(self, tmp_path: Path) -> None:
        """As high as its lines are there; an empty row stays empty."""
        page = written(tmp_path, Sheet("one", (), (("a", "应", "b"), ("a", "应" * 20), ("一行\n二行",), ())))["one"]
        assert sorted(str(merged) for merged in page.merged_cells.ranges) == ["A3:C3", "B2:C2"]
        assert [page.row_dimensions[row].height for row in (1, 2, 3, 4)] == [None, 48, 32, None]

    def test_a_row_is_as_high_as_its_longest_text(self, tmp_path: Path) -> None:
        """Programs that open it need not reckon that; a row of one line is left to them."""
        page = written(tmp_path, Sheet("one", ("a", "b"), (("短", 1), ("长" * 60, 2), ("one\ntwo", None))))["one"]
        assert [page.row_dimensions[row].height for row in (1, 2, 3, 4)] == [None, None, 48, 32]

    def test_a_sheet_without_header_or_rows(self, tmp_path: Path) -> None:
        """Nothing to keep in sight."""
        found = written(tmp_path, Sheet("bare", rows=((1,),)), Sheet("empty", notes=("nothing",)))
        assert [(page.title, page.freeze_panes) for page in found] == [("bare", None), ("empty", None)]
        assert (found["bare"]["A1"].value, found["empty"]["A1"].value) == (1, "nothing")
        told = "依公开文本计算，并非法律意见"
        noted = written(tmp_path, Sheet("note", notes=(told, "x")))["note"]
        assert noted.column_dimensions["A"].width == 2 * len(told) + 2

    def test_whose_line_it_is_comes_again_on_the_next_page(self, tmp_path: Path) -> None:
        """Of a sheet that is wider than one."""
        wide, narrow = (Sheet(f"{count}", tuple("列" * 10 for _ in range(count)), ((1,) * count,)) for count in (12, 3))
        found = written(tmp_path, wide, narrow)
        assert [found[title].print_title_cols for title in ("12", "3")] == ["$A:$B", None]

    def test_how_many_pages_a_sheet_is_wide(self, tmp_path: Path) -> None:
        """One of 160 columns of characters each."""
        sheets = [Sheet(f"{more}", ("x" * 52, "x" * 52, "x" * more)) for more in (50, 51)]
        found = written(tmp_path, *sheets)
        assert [page.page_setup.fitToWidth for page in found] == [1, 2]

    def test_titles_are_what_a_workbook_takes(self, tmp_path: Path) -> None:
        """Each once, whatever its letters' case, and no longer than 31 characters."""
        titles = ["a/b:c", "A b c", "长" * 40, "长" * 31, "''", "a b c"]
        assert written(tmp_path, *[Sheet(title) for title in titles]).sheetnames == [
            "a b c",
            "A b c 2",
            "长" * 31,
            f"{'长' * 29} 2",
            "-",
            "a b c 3",
        ]

    def test_another_kind_of_file_is_left_alone(self, tmp_path: Path) -> None:
        """No workbook goes over a case file."""
        (tmp_path / "one.xlsx").write_text("[contract]")
        with pytest.raises(GxInjuryError, match="left alone"):
            written(tmp_path, Sheet("one"))
