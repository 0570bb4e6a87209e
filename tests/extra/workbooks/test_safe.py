"""Workbooks that somebody sent: told or survived, never run, never without end."""

import builtins
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from gxinjury.cli import main
from gxinjury.codec import FileError
from gxinjury.extra.cases.opening import is_workbook, opened
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.workbooks.case import case_workbook
from gxinjury.extra.workbooks.marking import mark
from gxinjury.extra.workbooks.safe import what_is_wrong
from tests.extra.forms.books import claiming, with_broken_link, with_part
from tests.extra.workbooks.test_faults import CONTRACT, template

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
VALUES: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1901, 1, 1)),
    st.datetimes(datetime(1901, 1, 1)),
    st.times(),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12),
    st.sampled_from(["事故1", "合计", "是", "=A1", "2015-11", "4200；", "payments:amount", "姓名", "1e400", "∞", "²"]),
)
MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A workbook of a case."""
    content = BytesIO()
    template("缴费记录").save(content)
    return content.getvalue()


def with_parts(content: bytes, **parts: bytes | Callable[[bytes], bytes]) -> bytes:
    """A workbook with other parts, each by the last part of its name, or with more of them."""
    made, names = BytesIO(), {name.replace("__", "."): part for name, part in parts.items()}
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for member in before.infolist():
            part = names.pop(member.filename.rpartition("/")[2], None)
            held = before.read(member)
            after.writestr(member.filename, held if part is None else part(held) if callable(part) else part)
        for name, part in names.items():
            assert isinstance(part, bytes)
            after.writestr(f"xl/{name}", part)
    return made.getvalue()


def refusal(content: bytes, path: Path) -> list[str]:
    """What is told of a file."""
    path.write_bytes(content)
    with pytest.raises(FileError) as refused:
        read_case(path)
    return [fault.text("zh") for fault in refused.value.faults]


class TestNoWorkbook:
    """What cannot be opened."""

    @pytest.mark.parametrize(
        ("content", "start"),
        [
            (OLE + b"Workbook", "是旧格式的工作簿（.xls），请在 Excel 或 WPS 中另存为 .xlsx"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "设有打开密码，请先取消密码再另存"),
            (b"PK\x03\x04 and nothing else", "不是工作簿（.xlsx），或者文件已损坏"),
            (b"", "不是工作簿（.xlsx），或者文件已损坏"),
            (b"<html>", "不是工作簿（.xlsx），或者文件已损坏"),
        ],
    )
    def test_is_told_how_to_save_it(self, tmp_path: Path, content: bytes, start: str) -> None:
        """In one sentence."""
        [told] = refusal(content, tmp_path / "case.xlsx")
        assert told.startswith(start)

    @pytest.mark.parametrize("cut", [30, 1_000, -30])
    def test_a_zip_that_is_cut_off(self, tmp_path: Path, whole: bytes, cut: int) -> None:
        """As by a broken download."""
        [told] = refusal(whole[:cut], tmp_path / "case.xlsx")
        assert told.startswith("不是工作簿（.xlsx），或者文件已损坏")

    def test_a_zip_of_something_else(self, tmp_path: Path) -> None:
        """As a document of another kind."""
        made = BytesIO()
        with ZipFile(made, "w") as parts:
            parts.writestr("word/document.xml", "<w/>")
        [told] = refusal(made.getvalue(), tmp_path / "case.xlsx")
        assert told.startswith("不是工作簿（.xlsx），或者文件已损坏")

    @pytest.mark.parametrize("part", [b"", b"<", b"<worksheet>&all;</worksheet>", b"\xff\xfe\x00"])
    def test_a_part_that_is_broken(self, tmp_path: Path, whole: bytes, part: bytes) -> None:
        """Whatever the reader of workbooks stumbles on."""
        [told] = refusal(with_parts(whole, sheet1__xml=part), tmp_path / "case.xlsx")
        assert told.startswith("不是工作簿（.xlsx），或者文件已损坏")

    def test_entities_that_grow(self, tmp_path: Path, whole: bytes) -> None:
        """A billion laughs are refused."""
        entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha"}">' for i in range(12))
        part = f'<!DOCTYPE x [{entities}]><worksheet xmlns="{MAIN}"><sheetData>&a11;</sheetData></worksheet>'
        [told] = refusal(with_parts(whole, sheet1__xml=part.encode()), tmp_path / "case.xlsx")
        assert told.startswith("不是工作簿（.xlsx），或者文件已损坏")

    def test_members_behind_a_password(self, tmp_path: Path, whole: bytes) -> None:
        """A zip can lock its members one by one."""
        at = whole.index(b"PK\x01\x02") + 8
        [told] = refusal(whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :], tmp_path / "case.xlsx")
        assert told == "设有打开密码，请先取消密码再另存"

    def test_without_openpyxl(self, tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is told what to install; another package that is missing is no such thing."""
        (tmp_path / "case.xlsx").write_bytes(whole)
        for name in [name for name in sys.modules if name.startswith("gxinjury.extra.workbooks")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        with pytest.raises(FileError, match=r"gxinjury\[office\]"):
            read_case(tmp_path / "case.xlsx")

        def missing(*_: object, **__: object) -> object:
            raise ModuleNotFoundError(name="another")

        monkeypatch.setattr(builtins, "__import__", missing)
        with pytest.raises(ModuleNotFoundError):
            opened(tmp_path / "case.xlsx", lambda *_: None)

    @pytest.mark.parametrize(
        ("content", "name", "is_one"),
        [(b"", "a.XLSX", True), (b"PK\x03\x04", "a", True), (OLE, "a.toml", True), (b"PK", "a.toml", False)],
    )
    def test_which_file_is_one(self, content: bytes, name: str, is_one: bool) -> None:
        """By its content or its name."""
        assert is_workbook(content, name) is is_one


class TestKinds:
    """What Excel may save beside the usual."""

    def test_strict(self, tmp_path: Path, whole: bytes) -> None:
        """Of another name space, which would read as empty."""
        with ZipFile(BytesIO(whole)) as parts:
            plain = parts.read("xl/workbook.xml")
        strict = plain.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        [told] = refusal(with_part(whole, "xl/workbook.xml", strict), tmp_path / "case.xlsx")
        assert told == "是“Strict Open XML”格式的工作簿，请在 Excel 中另存为普通的“Excel 工作簿（.xlsx）”"

    def test_days_counted_from_1904(self, tmp_path: Path) -> None:
        """As Excel on old Macs counts them, in a cell that does not say it is a day."""
        book = case_workbook(None, "zh")
        book.epoch = CALENDAR_MAC_1904
        project = book["项目"]
        for row, value in ((3, 100_000_000), (4, 40_824), (5, "2016-06-30")):
            project.cell(row, 3).value = value
            project.cell(row, 3).number_format = "General"
        book.save(tmp_path / "case.xlsx")
        assert read_case(tmp_path / "case.xlsx").case.contract.commencement == date(2015, 10, 9)


class TestTooLarge:
    """What would take without end."""

    def test_a_zip_bomb(self, tmp_path: Path, whole: bytes) -> None:
        """A small file that unpacks to a large one is not unpacked."""
        content = with_parts(whole, media__bin=bytes(81_000_000))
        assert len(content) < 150_000
        [told] = refusal(content, tmp_path / "case.xlsx")
        assert told == "展开后超过 80 MB，不予读取；多半有大量空白行，请删除空白行后另存"

    @pytest.mark.parametrize(("size", "start"), [(80_000_000, "不是工作簿"), (80_000_001, "展开后超过 80 MB")])
    def test_what_says_that_it_is_as_large(self, tmp_path: Path, size: int, start: str) -> None:
        """It is believed, and up to eighty millions tried."""
        [told] = refusal(claiming(size), tmp_path / "case.xlsx")
        assert told.startswith(start)

    @pytest.mark.parametrize(
        "part",
        [
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        ],
    )
    def test_ranges_without_end(self, tmp_path: Path, whole: bytes, part: str) -> None:
        """Every cell of them would be laid out."""
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData/>{part}</worksheet>'.encode()
        [told] = refusal(with_parts(whole, sheet1__xml=sheet), tmp_path / "case.xlsx")
        assert told.startswith("展开后超过 80 MB")

    def test_very_many_blank_rows(self, tmp_path: Path, whole: bytes) -> None:
        """They are read over."""

        def with_rows(sheet: bytes) -> bytes:
            rows = "".join(f'<row r="{row}"/>' for row in range(1_000, 100_000))
            return sheet.replace(b"</sheetData>", rows.encode() + b"</sheetData>")

        (tmp_path / "case.xlsx").write_bytes(with_parts(whole, sheet2__xml=with_rows))
        assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT

    @pytest.mark.parametrize("at", ["EHRJ1", "XFE1", "A1048577", "A999999999"])
    def test_cells_beyond_the_sheet(self, tmp_path: Path, whole: bytes, at: str) -> None:
        """Of a column or row that no sheet has: told, or read over."""
        row = at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        cells = f'<row r="{row}"><c r="{at}"><v>1</v></c></row>'
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
        (tmp_path / "case.xlsx").write_bytes(with_parts(whole, sheet2__xml=sheet.encode()))
        with suppress(FileError):
            assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT

    def test_every_column_filled_in(self, tmp_path: Path) -> None:
        """All that a sheet has."""
        book = template("缴费记录")
        for column in range(20, 16_385):
            book["缴费记录"].cell(3, column).value = 1
        book.save(tmp_path / "case.xlsx")
        assert read_case(tmp_path / "case.xlsx").case.payments == ()


class TestSurvived:
    """What is read all the same."""

    def test_a_macro_workbook(self, tmp_path: Path, whole: bytes) -> None:
        """Its macros are not run; they stay in a marked copy that may have them."""
        macros = b"macros of somebody's own"
        content = with_parts(whole, vbaProject__bin=macros)
        (tmp_path / "case.xlsm").write_bytes(content)
        assert read_case(tmp_path / "case.xlsm").case.contract == CONTRACT
        for name, kept in (("marked.xlsm", True), ("marked.xlsx", False)):
            mark(content, (), str(tmp_path / name))
            with ZipFile(tmp_path / name) as parts:
                assert ("xl/vbaProject.bin" in parts.namelist()) is kept

    @pytest.mark.parametrize("price", [100_000_000, "=1"])
    def test_a_link_that_is_broken(self, tmp_path: Path, price: object) -> None:
        """Nobody stumbles on it, whether or not there are formulas."""
        book = template()
        book["项目"]["C3"] = price
        content = BytesIO()
        book.save(content)
        (tmp_path / "case.xlsx").write_bytes(with_broken_link(content.getvalue()))
        if price == "=1":
            assert refusal((tmp_path / "case.xlsx").read_bytes(), tmp_path / "case.xlsx")[0].startswith("项目!C3")
        else:
            assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT

    def test_what_a_reader_of_workbooks_warns_of(self, tmp_path: Path, whole: bytes) -> None:
        """An extension of a sheet, as Excel has of its own, is nobody's fault."""
        more = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
        content = with_parts(whole, sheet2__xml=lambda sheet: sheet.replace(b"</worksheet>", more))
        (tmp_path / "case.xlsx").write_bytes(content)
        assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT

    def test_a_link_to_another_workbook(self, tmp_path: Path) -> None:
        """It is not followed; what was last computed from it is read, else it is told."""
        book = template()
        book["项目"]["C3"] = "=[1]Sheet1!$A$1"
        book.save(tmp_path / "case.xlsx")
        [told] = refusal((tmp_path / "case.xlsx").read_bytes(), tmp_path / "case.xlsx")
        assert told.startswith("项目!C3（合同总造价）是公式，但没有保存计算结果")

        def computed(sheet: bytes) -> bytes:
            # An empty element is written in one way or the other, as the machine's XML writer does.
            return re.sub(rb"(\$A\$1</f>)(<v></v>|<v ?/>)", rb"\1<v>2385600</v>", sheet)

        content = with_parts((tmp_path / "case.xlsx").read_bytes(), sheet1__xml=computed)
        (tmp_path / "case.xlsx").write_bytes(content)
        assert read_case(tmp_path / "case.xlsx").case.contract.price == 2_385_600

    def test_formulas_as_names(self, tmp_path: Path) -> None:
        """What is written is a text, and read as one."""
        names = ['=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "-1", "=cmd|' /C calc'!A0"]
        book = template("花名册")
        for row, name in enumerate(names, 3):
            for column, value in {"A": name, "D": "增", "E": "2015-10-09"}.items():
                cell: Any = book["花名册"][f"{column}{row}"]
                cell.value, cell.data_type = value, "s"
        book.save(tmp_path / "case.xlsx")
        case = read_case(tmp_path / "case.xlsx")
        assert [one.worker for one in case.case.roster] == names
        case_workbook(case, "zh").save(tmp_path / "again.xlsx")
        again = load_workbook(tmp_path / "again.xlsx")["花名册"]
        assert [(cell.value, cell.data_type) for [cell] in again["A3:A7"]] == [(name, "s") for name in names]

    @settings(
        max_examples=12,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(data=st.data())
    def test_whatever_stands_in_cells(self, tmp_path: Path, data: st.DataObject) -> None:
        """It is read, or told; never anything else."""
        book = template("花名册", "事故", "费用", "待遇核定所需事实")
        for page in book.worksheets:
            for _ in range(4):
                cell = page.cell(data.draw(st.integers(1, 40)), data.draw(st.integers(1, 20)))
                cell.value = data.draw(VALUES)
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
        book.save(tmp_path / "case.xlsx")
        with suppress(FileError):
            read_case(tmp_path / "case.xlsx")

    def test_nothing_is_a_traceback(self, tmp_path: Path, whole: bytes, capsys: pytest.CaptureFixture[str]) -> None:
        """On the shell: exit status 2, and one line that tells."""
        path = tmp_path / "case.xlsx"
        path.write_bytes(whole[:1_000])
        for command in (["assess"], ["ask"], ["obligations", "--on", "2016-01-01"]):
            assert main([*command, str(path), "--lang", "zh"]) == 2
            told = capsys.readouterr().err
            assert told.count("\n") == 1
            assert "文件已损坏" in told


def _zip(**parts: str) -> bytes:
    """A zip with a sheet of some merged cells, and empty parts."""
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(f"{name.replace('__', '/')}.xml", text)
    return made.getvalue()


class TestLimits:
    """What is laid out of a file before it is opened, up to the limit and one more."""

    @pytest.mark.parametrize(
        ("refs", "is_opened"),
        [
            (("A1:J20000",), True),
            (("A1:J20001",), False),
            (("A1:A100000", "B2:B100001"), True),
            (("A1:A100000", "B2:B100001", "C3:C3"), False),
            (("XFD7:XFD200006",), True),
        ],
    )
    def test_merged_cells(self, refs: tuple[str, ...], *, is_opened: bool) -> None:
        """Two hundred thousand in all."""
        told = what_is_wrong(_zip(xl__worksheets__sheet1="".join(f'<mergeCell ref="{one}"/>' for one in refs)), 10**6)
        assert (told is None) is is_opened
        assert told is None or told.code == "too_large"

    @pytest.mark.parametrize(("most", "is_opened"), [(100, True), (99, False)])
    def test_bytes(self, most: int, *, is_opened: bool) -> None:
        """Of all parts together, unpacked."""
        told = what_is_wrong(_zip(xl__worksheets__sheet1="x" * 60, other="y" * 40), most)
        assert (told is None) is is_opened

    @pytest.mark.parametrize(("parts", "is_opened"), [(4_999, True), (5_000, False)])
    def test_parts(self, parts: int, *, is_opened: bool) -> None:
        """Five thousand, the sheet among them."""
        told = what_is_wrong(_zip(xl__worksheets__sheet1="", **{f"p{number}": "" for number in range(parts)}), 10**6)
        assert (told is None) is is_opened

    @pytest.mark.parametrize("name", ["word__document", "xl__charts__sheet1"])
    def test_no_sheet(self, name: str) -> None:
        """A zip without a sheet is no workbook."""
        told = what_is_wrong(_zip(**{name: ""}), 10**6)
        assert told is not None
        assert told.code == "no_workbook"
