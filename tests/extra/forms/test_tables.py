"""Bytes to rows and back, and how a fault in a table is told."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.codec import FileError
from gxinjury.errors import FactRule
from gxinjury.extra.forms.tables import FormFault, csv_bytes, decoded, rows_of
from gxinjury.texts import Text


def cells_of(text: str) -> list[list[str]]:
    """Return the rows of a file without their numbers."""
    return [cells for _, cells in rows_of(text)]


class TestRows:
    """What comes out of a spreadsheet."""

    def test_rows(self) -> None:
        """Quoted cells hold commas and lines; rows count as a spreadsheet counts them, empty ones too."""
        assert list(rows_of('a,"b,\nc"\r\n')) == [(1, ["a", "b,\nc"])]
        assert list(rows_of("\n , \t\na,\n,,\nb")) == [(3, ["a", ""]), (5, ["b"])]

    def test_a_broken_quote_names_its_row(self) -> None:
        """What stands above it is no answer either."""
        with pytest.raises(FileError) as caught:
            list(rows_of('a,b\nc,"d"e\n'))
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [((2,), "no_csv")]

    def test_tabs_and_semicolons(self) -> None:
        """What sets the cells apart is seen from the lines that it makes a table of."""
        table = [["市", "应参保", "已参保"], ["南宁市", "1,200", "900"]]
        assert cells_of('市,应参保,已参保\n南宁市,"1,200",900\n') == table
        assert cells_of("市\t应参保\t已参保\n南宁市\t1,200\t900\n") == table
        assert cells_of("市;应参保;已参保\n南宁市;1,200;900\n") == table
        assert cells_of("a;b,c\n") == [["a;b", "c"]]
        assert cells_of("a;b\n") == [["a;b"]]
        assert cells_of("a;b;c\n") == [["a", "b", "c"]]
        assert cells_of(",,,\n" * 2_000 + "市;应参保;已参保\n")[-1] == table[0]

    def test_what_sets_most_of_the_first_thousand_lines_apart(self) -> None:
        """Of as many either way the comma; lines further down are not looked at."""
        commas, semicolons = ["a,b,c"], ["a;b;c"]
        assert cells_of("\n".join(commas * 499 + semicolons * 500 + commas + semicolons * 9))[0] == [*"abc"]
        assert cells_of("\n".join(commas * 499 + semicolons * 501))[-1] == [*"abc"]

    def test_old_workbook(self) -> None:
        """A workbook of the old kind is told as one, too."""
        with pytest.raises(FileError) as caught:
            decoded(b"\xd0\xcf\x11\xe0")
        assert [fault.code for fault in caught.value.faults] == ["workbook"]


@pytest.mark.parametrize(
    ("path", "more", "zh", "en"),
    [
        ((3,), {}, "第3行：须改", "row 3: mend it"),
        ((3, 5), {}, "第3行：须改", "row 3: mend it"),
        ((), {}, "须改", "mend it"),
        ((), {"file": "a", "value": "1"}, "a：须改，现为 '1'", "a: mend it, got '1'"),
        ((3, "市"), {"file": "a", "hint": Text("x", "x")}, "a：第3行“市”须改；x", "a: row 3, 市 mend it; x"),
        (("reports", 0, "city"), {"file": "a"}, "a：reports[0].city 须改", "a: reports[0].city mend it"),
    ],
)
def test_how_a_fault_is_told(path: tuple[str | int, ...], more: dict[str, object], zh: str, en: str) -> None:
    """File, row and column as far as there are any; in data the keys."""
    fault = FormFault(path, FactRule(zh="须改", en="mend it", code="bad"), **more)  # type: ignore[arg-type]  # by case
    assert (fault.text("zh-CN"), fault.text("en")) == (zh, en)
    data = fault.as_dict()
    assert (data["path"], data["code"], data.get("file")) == ([*path], "bad", more.get("file"))


class TestFormulas:
    """No cell that is written is a formula to a spreadsheet."""

    @pytest.mark.parametrize(
        ("cell", "written"),
        [
            ("=1+1", "'=1+1"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+86 771 5501234", "'+86 771 5501234"),
            ("-1+2", "'-1+2"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("-", "-"),
            ("-12.5", "-12.5"),
            ("+3", "+3"),
            ("张三=李四", "张三=李四"),
        ],
    )
    def test_is_guarded(self, cell: str, written: str) -> None:
        """By an apostrophe, which spreadsheets do not show; a number and a dash are left as they are."""
        data = csv_bytes("write_roster", [(cell, "x")], "utf-8")
        assert next(csv.reader(io.StringIO(data.decode(), newline=""))) == [written, "x"]

    @given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
    def test_comes_back(self, cell: str) -> None:
        """Reading takes off what writing put on, and nothing else."""
        data = csv_bytes("write_roster", [("姓名", cell, "原因", "x")], "utf-8-sig")
        first = next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1]
        assert not first.startswith(("=", "@", "\t", "\r"))
        assert [cells for _, cells in rows_of(data)] == [["姓名", cell, "原因", "x"]]
