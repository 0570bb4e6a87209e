"""Faults of a workbook: all of them at once, each at its cell, on the screen and in a marked copy."""

from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from gxinjury.codec import FileError, Limits
from gxinjury.construction import Contract, Payment, ProjectCase, RosterChange, RosterChangeKind, Worker
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.answers import assess_case
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.opening import located, marked
from gxinjury.extra.cases.reading import read_case, structure_case
from gxinjury.extra.workbooks import marking, reading
from gxinjury.extra.workbooks.case import case_workbook
from gxinjury.extra.workbooks.marking import mark
from gxinjury.extra.workbooks.reading import _nearest, read_workbook
from gxinjury.extra.workbooks.sheets import save_book
from gxinjury.extra.workbooks.spots import CellFault
from gxinjury.extra.workbooks.tabs import tabs
from gxinjury.privacy import whole

CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
DATA: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
AT_FAULT: Final = "FFC7CE"


def resident(number: int) -> str:
    """An id whose check digit is right: invented, of the place and the day of birth of the examples."""
    body = f"45010319800101{number:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * by for digit, by in zip(body, weights, strict=True)) % 11]


SIXTY: Final = CaseFile(
    ProjectCase(
        CONTRACT,
        roster=[
            RosterChange(Worker(f"工人{number:02d}", resident(number)), RosterChangeKind.ADD, date(2015, 10, 9))
            for number in range(1, 61)
        ],
    )
)
"""A case with a roster of sixty."""


@cache
def _kept(titles: tuple[str, ...], case: CaseFile) -> bytes:
    book = case_workbook(case, "zh")
    for title in {*book.sheetnames} - {"项目", *titles}:
        del book[title]
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def template(*titles: str, case: CaseFile = CaseFile(ProjectCase(CONTRACT))) -> Any:  # noqa: ANN401, B008  # a workbook
    """A case as a workbook, of its sheets that of the project and some more; one to oneself, yet made once."""
    return load_workbook(BytesIO(_kept(titles, case)))


def faults_of(book: Workbook, path: Path) -> tuple[CellFault, ...]:
    """The faults of a workbook, all of cells."""
    book.save(path)
    with pytest.raises(FileError) as refused:
        read_case(path)
    assert all(isinstance(fault, CellFault) for fault in refused.value.faults)
    return tuple(fault for fault in refused.value.faults if isinstance(fault, CellFault))


def told(book: Workbook, path: Path) -> list[str]:
    """What is told of a workbook, in Chinese, without the name of the file."""
    book.save(path)
    with pytest.raises(FileError) as refused:
        read_case(path)
    return [fault.text("zh") for fault in refused.value.faults]


TWENTY: Final[dict[str, tuple[Any, str]]] = {
    "A3": (None, "花名册!A3（姓名）缺失，请填写"),
    "B4": (
        450103198001012001,
        "花名册!B4（身份证号）被当作数字，末几位已丢失；请将该列设为文本格式后重填，现为 '4501************00'",
    ),
    "B5": ("45010319800101", "花名册!B5（身份证号）"),
    "C6": ("男的", "花名册!C6（性别）不是可选的值，现为 '男的'；是否应为 男？"),
    "C7": ("未知", "花名册!C7（性别）不是可选的值，现为 '未知'；可用的有：男、女"),
    "D8": ("转入", "花名册!D8（增减）不是可选的值，现为 '转入'；可用的有：增、减"),
    "D9": (None, "花名册!D9（增减）缺失，请填写"),
    "E10": (None, "花名册!E10（申报日）缺失，请填写"),
    "E11": ("2015-11", "花名册!E11（申报日）只有年月，请补上日，如 2022-10-08，现为 '2015-11'"),
    "E12": ("42285", "花名册!E12（申报日）像是 Excel 日期序号（2015-10-08），请将该列设为日期格式后重填，现为 '42285'"),
    "E13": ("2015-02-30", "花名册!E13（申报日）必须是日期，如 2022-10-08，现为 '2015-02-30'"),
    "E14": ("=TODAY()", "花名册!E14（申报日）是公式，但没有保存计算结果；请在 Excel 或 WPS 中打开并保存，或者直接填写"),
    "E15": ("十月九日", "花名册!E15（申报日）必须是日期，如 2022-10-08，现为 '十月九日'"),
    "E16": ("1015-10-09", "花名册!E16（申报日）年份必须介于 1900 与 2199 之间，现为 '1015-10-09'"),
    "F17": (datetime(2915, 1, 1), "花名册!F17（变动日）年份必须介于 1900 与 2199 之间，现为 2915-01-01"),
    "G18": (-1, "花名册!G18（月工资）必须大于零，现为 -1"),
    "G19": (0, "花名册!G19（月工资）必须大于零，现为 0"),
    "G20": ("四千五", "花名册!G20（月工资）必须是金额，如 1234.50 或 2385.6万元，现为 '四千五'"),
    "G21": ("4,50", "花名册!G21（月工资）必须是金额，如 1234.50 或 2385.6万元，现为 '4,50'"),
    "A22": ("合 计", "花名册!A22（花名册）像是合计行，请删除"),
    "H23": ("无", "花名册!H23（参保时间）必须是日期，如 2022-10-08，现为 '无'"),
}


class TestTwentyKinds:
    """A roster of sixty with twenty kinds of fault."""

    @pytest.fixture
    def book(self) -> Any:  # noqa: ANN401  # a workbook
        """The workbook, filled in as a clerk does."""
        book = template("花名册", case=SIXTY)
        for cell, (value, _) in TWENTY.items():
            book["花名册"][cell] = value
        return book

    def test_each_is_told_at_its_cell(self, tmp_path: Path, book: Workbook) -> None:
        """All at once, in the order of the sheet; ids are masked."""
        messages = told(book, tmp_path / "case.xlsx")
        expected = sorted(TWENTY.items(), key=lambda one: (int(one[0][1:]), one[0]))
        assert len(messages) == len(TWENTY)
        for message, (_, (_, start)) in zip(messages, expected, strict=True):
            assert message.startswith(start)

    def test_each_is_marked_in_place(self, tmp_path: Path, book: Workbook) -> None:
        """The cell coloured, what would be right as its note; everything else is as it was."""
        book["花名册"]["J2"] = "备注"
        book["花名册"]["J30"] = "春节后返岗"
        faults = faults_of(book, tmp_path / "case.xlsx")
        content = (tmp_path / "case.xlsx").read_bytes()
        assert mark(content, [one.note("zh") for one in faults], str(tmp_path / "marked.xlsx")) == len(TWENTY)
        page, before = (
            load_workbook(tmp_path / "marked.xlsx")["花名册"],
            load_workbook(tmp_path / "case.xlsx")["花名册"],
        )
        coloured = {cell.coordinate for row in page for cell in row if cell.fill.fgColor.rgb == f"00{AT_FAULT}"}
        assert coloured == set(TWENTY)
        for cell, (_, message) in TWENTY.items():
            note = page[cell].comment
            assert note is not None
            assert note.text.startswith(message.partition("）")[2])
        assert [[cell.value for cell in row] for row in page] == [[cell.value for cell in row] for row in before]

    def test_all_is_well_without_them(self, tmp_path: Path) -> None:
        """Sixty workers, their ids whole."""
        save_book(template("花名册", case=SIXTY), str(tmp_path / "case.xlsx"))
        roster = read_case(tmp_path / "case.xlsx").case.roster
        assert [whole(str(one.worker.name)) for one in roster if isinstance(one.worker, Worker)][-1] == "工人60"
        assert roster == SIXTY.case.roster


class TestWhatBelongsToWhat:
    """Costs and benefits say to which accident they belong."""

    def with_accident(self) -> Any:  # noqa: ANN401  # a workbook
        """A workbook with one accident."""
        book = template("缴费记录", "事故", "费用", "待遇核定所需事实")
        for cell, value in {"B3": "张三", "E3": "2016-03-01 09:10", "F3": "是", "G3": "是"}.items():
            book["事故"][cell] = value
        return book

    @pytest.mark.parametrize("said", ["事故1", "事故 １", "第1起事故", "accidents 1", "1", 1, None])
    def test_in_whichever_way_it_is_said(self, tmp_path: Path, said: object) -> None:
        """Where there is one accident only, not at all."""
        book = self.with_accident()
        book["缴费记录"]["A3"], book["缴费记录"]["B3"] = 130_000, "2015-10-08"
        book["费用"]["A3"], book["费用"]["B3"], book["费用"]["C3"] = said, 950, "2016-03-01"
        book.save(tmp_path / "case.xlsx")
        [accident] = read_case(tmp_path / "case.xlsx").case.accidents
        assert [cost.amount for cost in accident.costs] == [950]

    @pytest.mark.parametrize("said", ["事故3", "职业病1", "张三", "第一起"])
    def test_one_that_is_not_there(self, tmp_path: Path, said: str) -> None:
        """The line's other faults are told with it."""
        book = self.with_accident()
        book["费用"]["A3"], book["费用"]["B3"] = said, "许多"
        example = "职业病1" if "职业病" in said else "事故1"
        assert told(book, tmp_path / "case.xlsx") == [
            f"费用!A3（属于哪一项）没有填写这一项；请写已填写的编号，如{example}，现为 '{said}'",
            "费用!B3（金额）必须是金额，如 1234.50 或 2385.6万元，现为 '许多'",
        ]

    def test_nothing_said_where_there_are_two(self, tmp_path: Path) -> None:
        """Which one it is, only the clerk knows."""
        book = self.with_accident()
        for cell, value in {"B5": "李四", "E5": "2016-03-01 09:10", "F5": "是", "G5": "是"}.items():
            book["事故"][cell] = value
        book["费用"]["B3"], book["费用"]["C3"] = 950, "2016-03-01"
        book["费用"]["A4"], book["费用"]["B4"], book["费用"]["C4"] = "事故3", 50, "2016-03-01"
        assert told(book, tmp_path / "case.xlsx") == ["费用!A3（属于哪一项）缺失，请填写"]
        book["费用"]["A3"] = "事故1"
        book.save(tmp_path / "case.xlsx")
        first, second = read_case(tmp_path / "case.xlsx").case.accidents
        assert [cost.amount for cost in first.costs] == [950]
        assert [cost.amount for cost in second.costs] == [50]

    def test_what_it_belongs_to_may_stand_anywhere(self, tmp_path: Path) -> None:
        """Under its label."""
        book = self.with_accident()
        del book["费用"]
        page = book.create_sheet("费用")
        for row in (["金额", "属于哪一项", "发生日"], [950, "事故1", "2016-03-01"]):
            page.append(row)
        book.save(tmp_path / "case.xlsx")
        [accident] = read_case(tmp_path / "case.xlsx").case.accidents
        assert [cost.amount for cost in accident.costs] == [950]

    def test_benefits_go_from_left_to_right(self, tmp_path: Path) -> None:
        """Whichever of them begins further up."""
        book = self.with_accident()
        book["待遇核定所需事实"]["D3"], book["待遇核定所需事实"]["C4"] = 5_000, 4_000
        assert told(book, tmp_path / "case.xlsx") == ["待遇核定所需事实!D1（属于哪一项）这一项已经填过"]

    def test_where_nothing_can_be_said(self, tmp_path: Path) -> None:
        """Where a sheet of one's own has no such column, its line is told."""
        book = self.with_accident()
        for cell, value in {"B5": "李四", "E5": "2016-03-01 09:10", "F5": "是", "G5": "是"}.items():
            book["事故"][cell] = value
        del book["费用"]
        page = book.create_sheet("费用")
        for row in (["经手", "金额", "发生日", "备注"], [None, 950, "2016-03-01", "x"]):
            page.append(row)
        assert told(book, tmp_path / "case.xlsx") == [
            "费用!A1（费用）不是已知的栏目，现为 '经手'；可用的有：金额、发生日",
            "费用!B2（属于哪一项）缺失，请填写",
        ]

    def test_numbers_of_accidents(self, tmp_path: Path) -> None:
        """One that comes twice is told; where none is written it is the next that is free."""
        book = self.with_accident()
        for cell, value in {"B4": "李四", "E4": "2016-03-01 09:10", "F4": "是", "G4": "否"}.items():
            book["事故"][cell] = value
        book["事故"]["A4"] = "事故1"
        assert told(book, tmp_path / "case.xlsx") == ["事故!A4（编号）这一项已经填过，现为 '事故1'"]
        book["事故"]["A3"], book["事故"]["A4"] = "事故2", None
        book["费用"]["A3"], book["费用"]["B3"], book["费用"]["C3"] = "事故1", 50, "2016-03-01"
        book.save(tmp_path / "case.xlsx")
        assert [len(one.costs) for one in read_case(tmp_path / "case.xlsx").case.accidents] == [0, 1]

    def test_the_cell_of_each_path(self, tmp_path: Path) -> None:
        """Of what lies above several cells the first, of a row that in its first column; nothing of the whole."""
        book = self.with_accident()
        book["缴费记录"]["A4"], book["缴费记录"]["B4"] = 130_000, "2015-10-08"
        book["费用"]["A3"], book["费用"]["B3"] = "事故1", 950
        book["待遇核定所需事实"]["C1"], book["待遇核定所需事实"]["C3"] = "事故1", 5_000
        book.save(tmp_path / "case.xlsx")
        spots = read_workbook((tmp_path / "case.xlsx").read_bytes(), "case.xlsx").spots
        told: dict[tuple[Any, ...], tuple[str, str, str]] = {
            ("contract",): ("项目", "C3", "合同总造价"),
            ("contract", "completion"): ("项目", "C5", "合同竣工日"),
            ("law",): ("项目", "C30", "截至此日已公布"),
            ("payments",): ("缴费记录", "A4", "缴费记录"),
            ("payments", 0): ("缴费记录", "A4", "缴费记录"),
            ("payments", 0, "amount"): ("缴费记录", "A4", "金额"),
            ("payments", 0, "paid_on"): ("缴费记录", "B4", "缴费日"),
            ("injuries",): ("事故", "A3", "事故"),
            ("injuries", 0): ("事故", "A3", "事故"),
            ("injuries", 0, "worker"): ("事故", "B3", "姓名"),
            ("injuries", 0, "worker", "sex"): ("事故", "D3", "性别"),
            ("injuries", 0, "costs"): ("费用", "A3", "费用"),
            ("injuries", 0, "costs", 0): ("费用", "A3", "费用"),
            ("injuries", 0, "costs", 0, "amount"): ("费用", "B3", "金额"),
            ("injuries", 0, "benefits"): ("待遇核定所需事实", "C1", "待遇核定所需事实"),
            ("injuries", 0, "benefits", "care_average", "year"): ("待遇核定所需事实", "C14", "护理费所用平均工资·年度"),
        }
        assert {path: (spots[path].page, spots[path].cell, spots[path].label.zh) for path in told} == told
        assert () not in spots

    def test_columns_that_might_be_meant(self) -> None:
        """All of a dozen at the most."""
        [columns] = [tab.columns for tab in tabs() if tab.keys == ("diseases",)]
        told = _nearest("x", columns[:12])
        assert told is not None
        assert all(column.field.label.zh in told.zh and column.field.label.en in told.en for column in columns[:12])
        assert _nearest("x", columns[:13]) is _nearest("x", ()) is None

    def test_benefits_stand_below_each_other(self, tmp_path: Path) -> None:
        """A column for each accident; a second one for the same is told, and what is missing within them."""
        book = self.with_accident()
        page = book["待遇核定所需事实"]
        lines = {row[0].value: row[0].row for row in page.iter_rows(min_col=2, max_col=2)}
        page["C1"], page["D1"] = "事故1", "事故1"
        page.cell(lines["伤残等级"], 4).value = "七级"
        page.cell(lines["死亡·死亡日"], 3).value = "2016-03-05"
        row = lines["死亡·工亡补助金按哪一日的上一年度计"]
        second, missing = told(book, tmp_path / "case.xlsx")
        assert second == "待遇核定所需事实!D1（属于哪一项）这一项已经填过，现为 '事故1'"
        assert missing.startswith(f"待遇核定所需事实!C{row}（死亡·工亡补助金按哪一日的上一年度计）缺失，请填写；请选择")


class TestPages:
    """Sheets that somebody changed."""

    def read(self, book: Workbook, path: Path) -> CaseFile:
        """The case of the workbook."""
        book.save(path)
        return read_case(path)

    def test_hidden_names_go_before_labels(self, tmp_path: Path) -> None:
        """Columns moved, labels and the sheet renamed, a column put in, rows hidden and left blank."""
        book = template("缴费记录")
        page = book["缴费记录"]
        page.title = "缴款"
        page.insert_cols(1)
        page["A2"], page["A3"], page["B2"], page["B9"], page["C9"] = "凭证", "x", "实缴数", 130_000, "2015-10-08"
        page.row_dimensions[9].hidden = True
        [payment] = self.read(book, tmp_path / "case.xlsx").case.payments
        assert payment == Payment(130_000, date(2015, 10, 8))

    @pytest.mark.parametrize(
        ("over", "amount"),
        [
            (("金额", "缴费日"), 13),
            (("*金额（元）", "缴费日（必填）"), 13),
            ((" 金 额 ", "*缴费日"), 13),
            (("Amount (yuan)", "paid on"), 13),
            (("金额（万元）", "缴费日"), 130_000),
            (("amount (10,000 yuan)", "Paid on"), 130_000),
        ],
    )
    def test_labels_where_there_are_no_hidden_names(self, tmp_path: Path, over: tuple[str, str], amount: int) -> None:
        """In either language, under a title and beside columns of one's own."""
        book = template()
        page = book.create_sheet("缴费记录")
        for row in (["某项目缴费情况"], ["序号", over[1], over[0], "备注"], [1, "2015-10-08", 13, "首期"]):
            page.append(row)
        [payment] = self.read(book, tmp_path / "case.xlsx").case.payments
        assert payment == Payment(amount, date(2015, 10, 8))

    @pytest.mark.parametrize(("above", "is_found"), [(0, True), (11, True), (12, False)])
    def test_how_far_down_the_head_is_looked_for(self, tmp_path: Path, above: int, *, is_found: bool) -> None:
        """Among the first twelve rows; what stands further down is data, of no column that anybody knows."""
        book = template()
        page = book.create_sheet("缴费记录")
        for row in [["某项目缴费情况"]] * above + [["缴费日", "金额"], ["2015-10-08", 13]]:
            page.append(row)
        if is_found:
            assert self.read(book, tmp_path / "case.xlsx").case.payments == (Payment(13, date(2015, 10, 8)),)
        else:
            assert all(line.startswith("缴费记录!") for line in told(book, tmp_path / "case.xlsx"))

    @pytest.mark.parametrize(("apart", "is_found"), [(0, True), (11, True), (12, False)])
    def test_the_head_is_below_the_hidden_names(self, tmp_path: Path, apart: int, *, is_found: bool) -> None:
        """What stands above them is not looked at, and from there the head is among the next twelve rows."""
        book = template("缴费记录")
        page = book["缴费记录"]
        page.insert_rows(1)
        page["A1"], page["B1"] = page["A3"].value, page["B3"].value
        if apart:
            page.insert_rows(3, apart)
        page.cell(4 + apart, 1).value, page.cell(4 + apart, 2).value = 13, "2015-10-08"
        if is_found:
            assert self.read(book, tmp_path / "case.xlsx").case.payments == (Payment(13, date(2015, 10, 8)),)
        else:
            assert told(book, tmp_path / "case.xlsx")

    def test_a_column_that_nobody_knows(self, tmp_path: Path) -> None:
        """It is told, with the nearest one, where there are no hidden names that say what is whose."""
        book = template()
        page = book.create_sheet("缴费记录")
        page.append(["金额", "缴费曰"])
        page.append([13, "2015-10-08"])
        assert told(book, tmp_path / "case.xlsx") == [
            "缴费记录!B1（缴费记录）不是已知的栏目，现为 '缴费曰'；是否应为 缴费日？",
            "缴费记录!A2（缴费记录）缺失（缴费日）",
        ]

    def test_a_hidden_name_gone_astray(self, tmp_path: Path) -> None:
        """A page is the sheet of which it has most names."""
        book = template("缴费记录")
        page = book["缴费记录"]
        page.title, page["C1"], page["A3"], page["B3"] = "缴款", "roster:kind", 13, "2015-10-08"
        assert self.read(book, tmp_path / "case.xlsx").case.payments == (Payment(13, date(2015, 10, 8)),)

    def test_some_sheets_have_hidden_names(self, tmp_path: Path) -> None:
        """Then a sheet that nobody knows is one's own, though another one goes by its labels."""
        book = template()
        for row in (["金额", "缴费日"], [13, "2015-10-08"]):
            (book["缴费记录"] if "缴费记录" in book.sheetnames else book.create_sheet("缴费记录")).append(row)
        book.create_sheet("花名单").append(["姓名"])
        assert self.read(book, tmp_path / "case.xlsx").case.payments == (Payment(13, date(2015, 10, 8)),)

    def test_a_label_twice(self, tmp_path: Path) -> None:
        """The first column counts, and the other is told."""
        book = template()
        for row in (["金额", "缴费日", "金额"], [13, "2015-10-08", 14]):
            (book["缴费记录"] if "缴费记录" in book.sheetnames else book.create_sheet("缴费记录")).append(row)
        assert told(book, tmp_path / "case.xlsx") == [
            "缴费记录!C1（缴费记录）不是已知的栏目，现为 '金额'；是否应为 金额？"
        ]

    def test_a_label_that_contradicts_a_hidden_name(self, tmp_path: Path) -> None:
        """The hidden name counts, and the label where there is none."""
        book = template("缴费记录")
        page = book["缴费记录"]
        page["B1"], page["A2"], page["A3"], page["B3"] = None, "缴费日", 13, "2015-10-08"
        assert self.read(book, tmp_path / "case.xlsx").case.payments == (Payment(13, date(2015, 10, 8)),)

    def test_a_label_of_several_columns(self, tmp_path: Path) -> None:
        """Without its group it says nothing."""
        book = template("事故")
        for cell, value in {"B3": "张三", "E3": "2016-03-01 09:10", "F3": "是", "G3": "是"}.items():
            book["事故"][cell] = value
        page = book.create_sheet("待遇核定所需事实")
        for row in (["属于哪一项", "事故1"], ["死亡·死亡日", "何日"], ["年度", 2015]):
            page.append(row)
        assert [(fault.place.partition("!")[2], fault.code) for fault in faults_of(book, tmp_path / "case.xlsx")] == [
            ("B2", "no_day"),
            ("B2", "missing"),
            ("A3", "unknown_column"),
        ]

    def test_a_project_sheet_without_hidden_names(self, tmp_path: Path) -> None:
        """Labels with what belongs to them beside."""
        book = Workbook()
        page = book.worksheets[0]
        page.title = "项目"
        for row in [
            ["项目", "内容"],
            ["合同总造价（万元）", "2,385.6"],
            ["合同开工日", "2015年11月1日"],
            ["合同竣工日", "2016.6.30"],
            ["经办人", "黄某"],
        ]:
            page.append(row)
        contract = self.read(book, tmp_path / "case.xlsx").case.contract
        assert contract == Contract(23_856_000, date(2015, 11, 1), date(2016, 6, 30))

    def test_a_sheet_that_nobody_knows(self, tmp_path: Path) -> None:
        """It is told where somebody made the workbook by hand; beside sheets with hidden names it is one's own."""
        book = Workbook()
        first, second = book.worksheets[0], book.create_sheet("花名单 450103198001011233")
        first.title = "项目"
        for row in (["合同总造价", 1_000], ["合同开工日", "2015-10-09"], ["合同竣工日", "2016-06-30"]):
            first.append(row)
        second.append(["姓名"])
        book.create_sheet("空")
        [message] = told(book, tmp_path / "case.xlsx")
        assert message.startswith("没有名为“花名单 4501************33”的工作表；可用的有：项目、缴费记录、")
        named = template()
        named.create_sheet("花名单").append(["姓名"])
        named.save(tmp_path / "case.xlsx")
        assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT

    def test_beside_the_title_of_a_group(self, tmp_path: Path) -> None:
        """What is filled in there is read by nobody, and told; a line of one's own is left alone."""
        book = template()
        page = book["项目"]
        page["C7"], page["B60"], page["C60"] = "某大桥", "经办人", "黄某"
        assert told(book, tmp_path / "case.xlsx") == ["项目!C7（项目）不是已知的栏目，现为 '某大桥'"]

    def test_two_sheets_of_one_kind(self, tmp_path: Path) -> None:
        """A team's roster each: they are read one after the other."""
        book = template("花名册")
        for title, name in (("花名册", "张三"), ("花名册2", "李四")):
            page = book["花名册"] if title in book.sheetnames else book.copy_worksheet(book["花名册"])
            page.title = title
            page["A3"], page["D3"], page["E3"] = name, "增", "2015-10-09"
        assert [one.worker for one in self.read(book, tmp_path / "case.xlsx").case.roster] == ["张三", "李四"]

    def test_cells_merged_over_rows(self, tmp_path: Path) -> None:
        """What stands in them stands in each row that is filled in; a fault is marked where it can be seen."""
        book = template("花名册")
        page = book["花名册"]
        page["A3"], page["D3"], page["D4"], page["E3"], page["E4"] = "张三", "增", "减", "2015-10-09", "2016-01-05"
        page.merge_cells("A3:A5")
        page.merge_cells("A8:B8")
        kinds = [(one.worker, one.kind.name) for one in self.read(book, tmp_path / "case.xlsx").case.roster]
        assert kinds == [("张三", "ADD"), ("张三", "REMOVE")]
        page["E3"] = "何日"
        page.merge_cells("E3:E4")
        faults = faults_of(book, tmp_path / "case.xlsx")
        assert [(fault.place, fault.code) for fault in faults] == [("花名册!E3", "no_day"), ("花名册!E4", "no_day")]
        notes = [one.note("zh") for one in faults]
        assert mark((tmp_path / "case.xlsx").read_bytes(), notes, str(tmp_path / "marked.xlsx")) == 2
        assert load_workbook(tmp_path / "marked.xlsx")["花名册"]["E3"].fill.fgColor.rgb == f"00{AT_FAULT}"

    def test_cells_merged_over_columns_too(self, tmp_path: Path) -> None:
        """Nothing of them stands in further rows, nor in other columns: that is no name over several lines."""
        book = template("花名册")
        page = book["花名册"]
        page["A3"], page["D3"], page["D4"], page["E3"], page["E4"] = "张三", "增", "减", "2015-10-09", "2016-01-05"
        page.merge_cells("A3:B4")
        assert [fault.place for fault in faults_of(book, tmp_path / "case.xlsx")] == ["花名册!A4"]

    def test_no_sheet_of_a_case(self, tmp_path: Path) -> None:
        """It is told where one comes from."""
        assert told(Workbook(), tmp_path / "case.xlsx") == [
            "没有案情的工作表；请用 gxinjury new 生成案情工作簿，在其中填写"
        ]

    def test_no_project(self, tmp_path: Path) -> None:
        """The sheet that every case needs."""
        book = template("缴费记录")
        del book["项目"]
        book["缴费记录"]["A3"] = "许多"
        assert told(book, tmp_path / "case.xlsx") == [
            "contract 没有“项目”工作表",
            "缴费记录!A3（金额）必须是金额，如 1234.50 或 2385.6万元，现为 '许多'",
            "缴费记录!B3（缴费日）缺失，请填写",
        ]

    def test_an_empty_template(self, tmp_path: Path) -> None:
        """What has to be filled in, each at its cell."""
        assert told(case_workbook(None, "zh"), tmp_path / "case.xlsx") == [
            "项目!C3（合同总造价）缺失，请填写",
            "项目!C4（合同开工日）缺失，请填写",
            "项目!C5（合同竣工日）缺失，请填写",
        ]

    def test_in_english(self, tmp_path: Path) -> None:
        """Sheet, cell, label, rule, value, and what would be right."""
        book = case_workbook(CaseFile(ProjectCase(CONTRACT)), "en")
        book["Roster"]["A3"], book["Roster"]["D3"], book["Roster"]["E3"] = "张三", "addd", "2015-10-09"
        [fault] = faults_of(book, tmp_path / "case.xlsx")
        assert fault.text("en") == "Roster!D3 (change) is none of the choices, got 'addd'; did you mean added?"
        assert fault.as_dict()["path"] == ["roster", 0, "kind"]

    def test_no_more_faults_than_are_read(self, tmp_path: Path) -> None:
        """After a thousand the rest is not read, and that is told."""
        book = template("缴费记录")
        for row in range(3, 1_100):
            book["缴费记录"].cell(row, 1).value = "许多"
        book.save(tmp_path / "case.xlsx")
        with pytest.raises(FileError) as refused:
            read_case(tmp_path / "case.xlsx")
        assert {fault.code for fault in refused.value.faults} == {"no_amount", "too_many_faults", "missing"}

    def test_no_more_cells_than_are_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """As of a case file."""
        template().save(tmp_path / "case.xlsx")
        monkeypatch.setattr(reading, "LIMITS", Limits(items=3))
        assert read_case(tmp_path / "case.xlsx").case.contract == CONTRACT
        monkeypatch.setattr(reading, "LIMITS", Limits(items=2))
        with pytest.raises(FileError) as refused:
            read_case(tmp_path / "case.xlsx")
        assert "too_many" in {fault.code for fault in refused.value.faults}


class TestWhatALawRefuses:
    """What only a question about the case finds wrong."""

    def test_is_told_at_its_cell(self, tmp_path: Path) -> None:
        """More months of leave than the twelve that there are."""
        book = template("缴费记录", "花名册", "事故", "待遇核定所需事实")
        book["缴费记录"]["A3"], book["缴费记录"]["B3"] = 130_000, "2015-10-08"
        book["花名册"]["A3"], book["花名册"]["D3"], book["花名册"]["E3"] = "张三", "增", "2015-10-08"
        for cell, value in {"B3": "张三", "E3": "2016-03-01 09:10", "F3": "是", "G3": "是", "O3": "2016-05-03"}.items():
            book["事故"][cell] = value
        page = book["待遇核定所需事实"]
        [row] = [cells[0].row for cells in page.iter_rows(min_col=2, max_col=2) if cells[0].value == "停工留薪期月数"]
        page["C1"], page[f"C{row}"] = "事故1", 13
        book.save(tmp_path / "case.xlsx")
        path = str(tmp_path / "case.xlsx")
        with pytest.raises(FileError) as refused:
            assess_case(read_case(path), path)
        [fault] = located(refused.value, path).faults
        assert fault.place == f"待遇核定所需事实!C{row}"

    def test_a_refusal_of_another_file_stays(self, tmp_path: Path) -> None:
        """As that of a case file."""
        with pytest.raises(FileError) as refused:
            structure_case({"contract": DATA | {"price": "0"}}, str(tmp_path / "case.toml"))
        (tmp_path / "case.toml").write_text("")
        assert located(refused.value, tmp_path / "case.toml") is refused.value
        assert located(refused.value, tmp_path / "case.xlsx") is refused.value

    def test_a_refusal_is_brought_to_its_cell(self, tmp_path: Path) -> None:
        """By its path."""
        save_book(template(), str(tmp_path / "case.xlsx"))
        with pytest.raises(FileError) as refused:
            structure_case({"contract": DATA | {"price": "0"}}, str(tmp_path / "case.xlsx"))
        error = located(refused.value, tmp_path / "case.xlsx")
        assert error.text("zh").endswith("case.xlsx：项目!C3（合同总造价）必须大于零，现为 0")
        assert located(error, tmp_path / "case.xlsx") is error


class TestMark:
    """A marked copy."""

    def faulty(self, path: Path) -> FileError:
        """A workbook without a price, which has a note of the clerk's own."""
        book = template()
        book["项目"]["C3"] = "许多"
        book["项目"]["C3"].comment = Comment("待核", "黄某")
        book["项目"]["C4"].fill = PatternFill("solid", fgColor="00FF00")
        book["项目"]["C6"].comment = Comment("另核", "黄某")
        book.save(path)
        with pytest.raises(FileError) as refused:
            read_case(path)
        return refused.value

    def test_keeps_notes_and_takes_away_marks(self, tmp_path: Path) -> None:
        """What was mended in a marked copy is no longer marked in the next."""
        error = self.faulty(tmp_path / "case.xlsx")
        assert marked(error, tmp_path / "case.xlsx", str(tmp_path / "marked.xlsx"), "zh") == 1
        book = load_workbook(tmp_path / "marked.xlsx")
        note = book["项目"]["C3"].comment
        assert note is not None
        assert note.text == "必须是金额，如 1234.50 或 2385.6万元，现为 '许多'\n待核"
        assert book["项目"]["C4"].fill.fgColor.rgb == "0000FF00"
        assert [book["项目"][at].comment is None for at in ("C4", "C5", "C6")] == [True, True, False]
        book["项目"]["C3"], book["项目"]["C5"] = 1_000, "何日"
        faults = faults_of(book, tmp_path / "next.xlsx")
        notes = [one.note("en") for one in faults]
        mark((tmp_path / "next.xlsx").read_bytes(), notes, str(tmp_path / "marked.xlsx"))
        again = load_workbook(tmp_path / "marked.xlsx")["项目"]
        kept = again["C6"].comment
        assert kept is not None
        assert kept.text == "另核"
        assert (again["C3"].comment, again["C3"].fill.fill_type) == (None, None)
        note = again["C5"].comment
        assert note is not None
        assert note.text == "must be a day such as 2022-10-08, got '何日'"

    def test_notes_have_room(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A line for every eighteen characters and two more; those of one cell stand together."""
        kept: list[Any] = []
        monkeypatch.setattr(marking, "save_book", lambda book, _: kept.append(book))
        content = BytesIO()
        Workbook().save(content)
        told = [(("Sheet", row, 2), "长" * length) for row, length in enumerate((17, 18, 35, 36), 1)]
        assert mark(content.getvalue(), [*told, (("Sheet", 1, 2), "又")], "x.xlsx") == 4
        notes = [kept[0]["Sheet"].cell(row, 2).comment for row in range(1, 5)]
        assert [(one.width, one.height, one.author) for one in notes] == [
            (320, height, "gxinjury --mark") for height in (54, 54, 54, 72)
        ]
        assert notes[0].text == "长" * 17 + "\n又"

    def test_is_never_the_workbook_itself(self, tmp_path: Path) -> None:
        """Charts would be lost."""
        error = self.faulty(tmp_path / "case.xlsx")
        before = (tmp_path / "case.xlsx").read_bytes()
        with pytest.raises(GxInjuryError) as refused:
            marked(error, tmp_path / "case.xlsx", str(tmp_path / "." / "case.xlsx"), "zh")
        assert refused.value.code == "no_copy"
        assert (tmp_path / "case.xlsx").read_bytes() == before

    def test_is_not_made_where_no_cell_is_at_fault(self, tmp_path: Path) -> None:
        """As of a case file."""
        with pytest.raises(FileError) as refused:
            structure_case({}, str(tmp_path / "case.toml"))
        assert marked(refused.value, tmp_path / "case.toml", str(tmp_path / "marked.xlsx"), "zh") == 0
        assert not (tmp_path / "marked.xlsx").exists()
