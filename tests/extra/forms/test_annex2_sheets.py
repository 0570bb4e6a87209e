"""Annex 2 as offices keep it: in workbooks, with columns and lines of their own; every fault at its cell."""

import builtins
import re
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from gxinjury.codec import FileError
from gxinjury.construction import RosterChangeKind, RosterEntry, RosterForm, Sex, Worker
from gxinjury.extra.forms.annex2 import (
    RosterSheet,
    read_roster,
    read_roster_sheet,
    write_roster,
    write_roster_workbook,
)
from tests.bad_input import refused
from tests.construction.people import resident_ids
from tests.extra.forms.books import book, saved, with_part

ID: Final = "450103198001011233"
HEAD: Final = (("填报时间", date(2015, 11, 28)),)
HEADERS: Final = ("序号", "姓名", "性别", "身份证号", "增减", "原因", "月工资", "参保时间")
FORM: Final = RosterForm(
    date(2015, 11, 28),
    [
        RosterEntry(Worker("张三", ID, Sex.MALE), RosterChangeKind.ADD, "进场", "3500.50", date(2015, 11, 29), 1),
        RosterEntry(Worker("=1+1", None, Sex.FEMALE), RosterChangeKind.REMOVE, "@退场", None, None, 2),
    ],
    "邕江花园",
    "某建筑公司",
    "王五",
    "0771-1234567",
)
SHEET: Final = RosterSheet(FORM, ("工种", "电话"), (("木工", "13800000000"), ("", "=2")))


def told(data: bytes | str, **more: Any) -> list[str]:  # noqa: ANN401  # handed on
    """Return the faults of a file, in English; each is told in Chinese too."""
    with pytest.raises(FileError) as caught:
        read_roster_sheet(data, **more)
    assert all(re.search("[\u4e00-\u9fff]", fault.text("zh")) for fault in caught.value.faults)
    return [fault.text("en") for fault in caught.value.faults]


def passed_over(data: bytes | str, **more: Any) -> list[str]:  # noqa: ANN401  # handed on
    """Return what of a file is told and is no fault, in Chinese."""
    return [one.text("zh") for one in read_roster_sheet(data, **more).passed_over]


names = st.text(st.characters(codec="gb18030", categories=["L", "N"]), min_size=1, max_size=6) | st.sampled_from(
    ["=1+1", "@a", "+1", "-甲", "'a", "甲 乙", "2015-10-09", "42286", "TRUE", "#N/A", "1e5", "甲\n乙"]
)
plain = names.filter(
    lambda text: not re.search("增|减|项目|企业|经办|电话|填报|花名册|附件|计$|^注|^说明|^备注|^单位", text)
)
entries = st.builds(
    RosterEntry,
    st.builds(Worker, plain, st.none() | resident_ids(), st.none() | st.sampled_from(Sex)),
    st.sampled_from(RosterChangeKind),
    st.none() | plain,
    st.none() | st.decimals(min_value="0.01", max_value=10**8, places=2),
    st.none() | st.dates(min_value=date(2010, 12, 31), max_value=date(2030, 1, 1)),
    st.none() | st.integers(0, 10**6),
)
forms = st.builds(
    RosterForm,
    st.dates(min_value=date(2011, 1, 1), max_value=date(2030, 1, 1)),
    st.lists(entries, max_size=4),
    *[st.none() | plain] * 4,
)


class TestRoundTrip:
    """Nothing is lost on the way out and in."""

    @settings(max_examples=25, deadline=None)
    @given(forms)
    def test_gives_back_what_was_written(self, form: RosterForm) -> None:
        """Whatever the texts hold: none becomes a formula, a number or a day."""
        assert read_roster(write_roster_workbook(form)) == form

    def test_columns_of_an_office_s_own_come_back(self) -> None:
        """As workbook and as CSV."""
        for data in (write_roster_workbook(SHEET), write_roster(SHEET)):
            found = read_roster_sheet(data)
            assert (found.form, found.own, found.own_cells) == (FORM, SHEET.own, SHEET.own_cells)

    def test_no_written_cell_is_a_formula_and_ids_are_texts(self) -> None:
        """As another reader sees it; blank cells for ids are made for texts too."""
        page = load_workbook(BytesIO(write_roster_workbook(SHEET))).worksheets[0]
        assert {cell.data_type for row in page.rows for cell in row} <= {"s", "n", "d"}
        ids = [page.cell(row, 4) for row in range(5, 20)]
        assert ids[0].value == ID
        assert {cell.number_format for cell in ids} == {"@"}

    @pytest.mark.programs
    def test_libreoffice_keeps_it(self, tmp_path: Path) -> None:
        """Opened and saved by another program: ids are texts still, days are days."""
        program = shutil.which("libreoffice")
        if program is None:
            pytest.skip("LibreOffice is not installed")
        path = tmp_path / "附件2.xlsx"
        path.write_bytes(write_roster_workbook(SHEET))
        out = tmp_path / "out"
        command = [program, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
        subprocess.run(  # a program by its full path, a file of ours
            [*command, "--convert-to", "xlsx", "--outdir", str(out), str(path)],
            check=True,
            capture_output=True,
            timeout=120,
        )
        found = read_roster_sheet((out / path.name).read_bytes())
        assert (found.form, found.own, found.own_cells) == (FORM, SHEET.own, SHEET.own_cells)

    def test_the_paper_as_the_notice_has_it(self) -> None:
        """Title, head, fifteen numbered lines, foot; what may be chosen; headers on each page."""
        page: Any = load_workbook(BytesIO(write_roster_workbook(RosterForm(date(2015, 11, 28), [])))).worksheets[0]
        assert page["A1"].value == "建筑施工项目参加工伤保险职工增减变动情况花名册"
        assert [cell.value for cell in page[4]] == [*HEADERS]
        assert [page.cell(row, 1).value for row in range(5, 21)] == [*range(1, 16), "经办人"]
        assert {one.formula1 for one in page.data_validations.dataValidation} == {'"男,女"', '"增,减"'}
        assert page.print_title_rows == "$4:$4"

    def test_refuses_what_is_no_form(self) -> None:
        """A form, or as an office keeps it."""
        with refused("write_roster_workbook", "form", "must be of type RosterForm"):
            write_roster_workbook(None)  # type: ignore[arg-type]  # bad input


class TestOfficeSheets:
    """What offices add is kept or passed over, and told."""

    def test_titles_totals_remarks_and_blank_lines(self) -> None:
        """Merged title rows above, a header once more, a line of totals, a remark, numbered lines: all told."""
        rows: list[list[object]] = [
            ["附件2"],
            ["建筑施工项目参加工伤保险职工增减变动情况花名册"],
            ["单位：元"],
            ["项目名称：邕江花园", None, None, "填报时间：２０１５年１１月２８日"],
            ["姓名", "增减", "工种", "月工资"],
            ["张三", "增", "木工", 3500],
            [],
            ["姓名", "增减", "工种", "月工资"],
            ["李四", "减", None, None],
            ["合计", None, None, 3500],
            ["注：本表一式两份"],
        ]
        data = book(rows, mend=lambda page: page.merge_cells("A2:H2"))
        found = read_roster_sheet(data)
        assert [one.worker.name for one in found.form.entries] == ["张三", "李四"]
        assert (found.form.project, found.form.reported_on) == ("邕江花园", date(2015, 11, 28))
        assert (found.own, found.own_cells) == (("工种",), (("木工",), ("",)))
        assert [one.text("zh") for one in found.passed_over] == [
            "附件2!A3：是表外的说明，未读入，现为 '单位：元'",
            "附件2!C5“工种”不是附件2的栏目，原样保留",
            "附件2第8行：是重复的表头，未读入",
            "附件2第10行：像是合计行，未读入",
            "附件2第11行：是表外的说明，未读入",
            "附件2：空白行1行，未读入（第7行）",
        ]

    def test_a_misspelt_header_is_no_column_of_an_office_s_own(self) -> None:
        """One that is near to a column that is missing is told with it; near to one that is there, it is kept."""
        head = "填报时间,2015-11-28\n"
        assert told(f"{head}姓名,增减,身份证\n张三,增,{ID}\n") == [
            "row 2, 身份证 must be a column of annex 2; did you mean 身份证号?"
        ]
        assert read_roster_sheet(f"{head}姓名,增减,姓名拼音\n张三,增,Zhang\n").own == ("姓名拼音",)
        assert told(f"{head}姓名,增减,x\n,,\n,,y\n") == [
            "row 4, 姓名 must be filled in",
            "row 4, 增减 must be filled in",
        ]

    def test_hidden_rows_macros_and_other_sheets(self) -> None:
        """Read all the same, not run, not read: each is told."""
        made = Workbook()
        page: Any = made.worksheets[0]
        page.title = "花名册"
        for row in [*HEAD, ("姓名", "增减"), ("张三", "增"), ("李四", "增"), ("王五", "增")]:
            page.append(row)
        page.row_dimensions[3].hidden = page.row_dimensions[4].hidden = True
        made.create_sheet("说明").append(["填表说明"])
        made.create_sheet("空")
        data = with_part(
            with_part(saved(made), "xl/vbaProject.bin", b"x"), "xl/externalLinks/externalLink1.xml", b"<x/>"
        )
        assert len(read_roster_sheet(data).form.entries) == 3
        assert passed_over(data) == [
            "工作簿含宏，宏没有运行",
            "工作簿引用了其他文件，按所存的结果读入",
            "说明：工作表上没有附件2，未读入",
            "花名册：有隐藏的行，已照常读入：第3–4行",
        ]

    def test_several_sheets(self) -> None:
        """Which is meant has to be said; hidden ones are not meant where another is shown."""
        made = Workbook()
        for month in ("十月", "十一月"):
            page: Any = made.create_sheet(month)
            for row in [*HEAD, ("姓名", "增减"), (month, "增")]:
                page.append(row)
        made.remove(made.worksheets[0])
        assert told(saved(made)) == ["annex 2 stands on several sheets: 十月, 十一月; say which to read"]
        assert read_roster_sheet(saved(made), sheet=" 十月").form.entries[0].worker.name == "十月"
        assert told(saved(made), sheet="九月") == ["there is no sheet 九月; there are 十月, 十一月"]
        made["十月"].sheet_state = "hidden"
        assert read_roster_sheet(saved(made)).form.entries[0].worker.name == "十一月"
        made["十一月"].delete_rows(2)
        made["十一月"].delete_rows(1)
        assert passed_over(saved(made)) == ["十一月：工作表上没有附件2，未读入", "十月：工作表是隐藏的，已照常读入"]

    def test_nothing_of_it_is_a_form(self) -> None:
        """A workbook without a cell, and one without headers."""
        assert told(book([])) == ["the workbook is empty"]
        assert told(book([["x"]]), reported_on=date(2015, 11, 28)) == [
            "附件2: there is no row of headers, which has 姓名, 增减"
        ]
        made = Workbook()
        made.worksheets[0].append(["x"])
        made.create_sheet("另一张").append(["y"])
        assert told(saved(made)) == ["Sheet: there is no row of headers, which has 姓名, 增减"]

    @pytest.mark.parametrize("above", [999, 1_000])
    def test_how_far_down_a_form_may_begin(self, above: int) -> None:
        """Among the first thousand rows that hold anything; a sheet of which it begins further down is another's."""
        rows = [["附件2"]] * (above - 1) + [*HEAD, ["姓名", "增减"], ["张三", "增"]]
        made = Workbook()
        for title, content in (("一", rows), ("二", [*HEAD, ["姓名", "增减"], ["李四", "增"]])):
            page = made.create_sheet(title)
            for row in content:
                page.append(row)
        made.remove(made.worksheets[0])
        if above == 999:
            assert told(saved(made)) == ["annex 2 stands on several sheets: 一, 二; say which to read"]
        else:
            assert read_roster_sheet(saved(made)).form.entries[0].worker.name == "李四"

    def test_refuses_what_is_no_file(self) -> None:
        """By the same rule as where nothing is passed over."""
        with refused("read_roster", "data", "must be the bytes or the text of a file"):
            read_roster_sheet(None)  # type: ignore[arg-type]  # bad input

    @pytest.mark.parametrize(
        ("row", "is_passed_over"), [(["注：一", None], True), (["注：一", "二"], False), (["张三", "注：一"], False)]
    )
    def test_a_remark_stands_alone_in_its_row(self, row: list[object], *, is_passed_over: bool) -> None:
        """With anything beside it, it is a line, and no sound one."""
        data = book([*HEAD, ["姓名", "增减", "身份证号"], row])
        if is_passed_over:
            assert passed_over(data) == ["附件2第3行：是表外的说明，未读入"]
        else:
            assert told(data)[0].startswith("附件2!B3, 增减 must be")

    @pytest.mark.parametrize(("missing", "is_told"), [("openpyxl", True), ("zipfile", False)])
    def test_without_the_extra(self, monkeypatch: pytest.MonkeyPatch, missing: str, *, is_told: bool) -> None:
        """Without openpyxl it says what to install; another missing module is no bad input and is not hidden."""
        genuine = builtins.__import__
        data = write_roster_workbook(FORM)

        def lacking(name: str, *rest: Any) -> ModuleType:  # noqa: ANN401  # as imports are called
            if name == missing:
                raise ModuleNotFoundError(name=name)
            return genuine(name, *rest)

        monkeypatch.delitem(sys.modules, "gxinjury.extra.forms._xlsx_rows")
        monkeypatch.setattr(builtins, "__import__", lacking)
        if is_told:
            [line] = told(data)
            assert "pip install 'gxinjury[office]'" in line
        else:
            with pytest.raises(ModuleNotFoundError):
                read_roster_sheet(data)


def sixty_rows() -> list[list[object]]:
    """Return sound rows of a roster."""
    return [[number, f"职工{number}", "男", ID, "增", "进场", 3500, date(2015, 11, 29)] for number in range(1, 61)]


FAULTS: Final[tuple[tuple[str, object, str], ...]] = (
    ("A7", "一", "序号 must be a whole number"),
    ("B8", None, "姓名 must be filled in"),
    ("C9", "男性", "性别 must be 男 (male) or 女 (female)"),
    ("D10", 450103198001011233, "身份证号 must not be a number made by a spreadsheet"),
    ("D11", "450103198001011234", "身份证号 must end in its check digit"),
    ("D12", "450103800101123", "身份证号 must be a resident id of 18 digits: one of 15"),
    ("D13", "450103198013011230", "身份证号 must hold a birth date that exists"),
    ("D14", "4501031980010112", "身份证号 must be a resident id of 18 digits, of which"),
    ("D15", "450103198001011000", "身份证号 must not be a number made by a spreadsheet"),
    ("D16", "身份证丢失", "身份证号 must be a resident id"),
    ("E17", "加", "增减 must be 增 (added) or 减 (removed)"),
    ("E18", None, "增减 must be filled in"),
    ("G19", "三千", "月工资 must be an amount in yuan"),
    ("G20", 0, "月工资 must be above zero"),
    ("G21", "3,50", "月工资 must be an amount in yuan"),
    ("G22", "=F22", "月工资 is a formula without its result"),
    ("H23", "2015-11", "参保时间 is a month only"),
    ("H24", "2015-11-31", "参保时间 must be a day"),
    ("H25", "十一月", "参保时间 must be a day"),
    ("J26", "x", "what is filled in must stand under a header"),
    ("D27", "450103202001011232", "身份证号 must not hold a birth date after the report"),
)
"""Twenty kinds of fault of a roster and one more: the cell, what stands there, and how it is told."""


def faulty() -> bytes:
    """Return a roster of sixty rows with a fault of each kind."""
    rows: list[list[object]] = [["填报时间", date(2015, 11, 28)], [*HEADERS], *sixty_rows()]

    def mend(page: Any) -> None:  # noqa: ANN401  # a sheet
        for cell, value, _ in FAULTS:
            page[cell] = value

    return book(rows, mend=mend)


class TestSixtyRows:
    """A roster of a site with twenty kinds of fault: each at its cell, all at once."""

    def test_every_fault_at_its_cell(self) -> None:
        """No other row is at fault."""
        found = told(faulty())
        assert len(found) == len(FAULTS)
        for line, (cell, _, rule) in zip(found, FAULTS, strict=True):
            where = f"附件2!{cell}"
            assert line.startswith((f"{where}, {rule}", f"{where} {rule}")), line

    def test_as_data(self) -> None:
        """A service is told file, sheet and cell by name, ids masked."""
        with pytest.raises(FileError) as caught:
            read_roster_sheet(faulty())
        data = caught.value.as_dict()["faults"]
        assert (data[0]["sheet"], data[0]["cell"], data[0]["path"]) == ("附件2", "A7", [7, "序号"])
        assert not re.search(r"\d{15}", str(data))

    def test_the_same_as_csv(self) -> None:
        """A CSV has no cells, but rows and columns."""
        csv = "填报时间,2015-11-28\n姓名,增减\n,增\n"
        with pytest.raises(FileError) as caught:
            read_roster_sheet(csv)
        [fault] = caught.value.faults
        assert fault.text("zh") == "第3行“姓名”必须填写"
        assert "cell" not in fault.as_dict()

    @pytest.mark.parametrize(
        "day", ["2015-11-29", "2015.11.29", "2015年11月29日", "２０１５／１１／２９", 42337, date(2015, 11, 29)]
    )
    @pytest.mark.parametrize("wage", [3500, 3500.0, "3,500元", "３５００", "3500.00"])
    def test_days_and_amounts_in_every_form(self, day: object, wage: object) -> None:
        """As texts, as numbers, as days."""
        data = book([*HEAD, ("姓名", "增减", "月工资", "参保时间"), ("张三", "增", wage, day)])
        [entry] = read_roster_sheet(data).form.entries
        assert (entry.monthly_wage, entry.enrolled_on) == (Decimal(3500), date(2015, 11, 29))
        assert type(entry.worker.name) is str
