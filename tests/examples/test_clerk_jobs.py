"""The jobs of a contractor's clerk (经办人员的各项工作): each from a workbook or a bare terminal to the paper."""

import io
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
import vobject
from openpyxl import Workbook, load_workbook

from gxinjury.cli import main
from gxinjury.law.campaign import CITIES

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
PROJECT: Final = {
    "合同总造价（元）": "10,000万元",
    "合同开工日": "2015年10月9日",
    "合同竣工日": "2016.6.30",
    "项目名称": "邕江花园二期工程",
}
PAID: Final = [{"金额（元）": 130_000, "缴费日": "2015.10.8"}]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


class Clerk:
    """A clerk at a terminal, in Chinese."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def runs(self, command: str, typed: str = "") -> str:
        """Run a command that does; return what the screen shows."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert main([*command.split(), "--lang", "zh"]) == 0, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def is_told(self, command: str) -> list[str]:
        """Run a command that is refused; return what the screen says, line by line."""
        assert main([*command.split(), "--lang", "zh"]) == 2
        return self._capsys.readouterr().err.splitlines()

    def fills_in(self, name: str, filled: dict[str, Any]) -> None:
        """Make a workbook and fill in its sheets, by the titles that a clerk reads."""
        self.runs(f"new {name}")
        book = load_workbook(name)
        for title, told in filled.items():
            sheet: Any = book[title]
            if isinstance(told, dict):
                rows = {_plain(sheet.cell(at, 2).value): at for at in range(1, sheet.max_row + 1)}
                for label, values in told.items():
                    for at, value in enumerate(values if isinstance(values, list) else [values], 3):
                        sheet.cell(rows[label], at).value = value
            else:
                columns = {_plain(sheet.cell(2, at).value): at for at in range(1, sheet.max_column + 1)}
                for at, row in enumerate(told, 3):
                    for label, value in row.items():
                        sheet.cell(at, columns[label]).value = value
        book.save(name)


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk in an empty folder."""
    return Clerk(capsys, monkeypatch)


def _plain(label: object) -> str:
    return str(label).lstrip("*")


def resident(number: int) -> str:
    """An invented id of a man whose check digit is right."""
    return checked(f"45010319800101{number:02d}1")


def checked(body: str) -> str:
    """An id of seventeen digits with its check digit."""
    return body + "10X98765432"[sum(int(digit) * by for digit, by in zip(body, _WEIGHTS, strict=True)) % 11]


def shown(path: str) -> list[object]:
    """What the cells of a workbook hold, sheet by sheet."""
    return [cell.value for page in load_workbook(path).worksheets for row in page.rows for cell in row if cell.value]


def paper(path: str) -> str:
    """A page for a browser: it is whole, and fetches nothing."""
    told = Path(path).read_text(encoding="utf-8")
    assert told.startswith("<!DOCTYPE html>")
    assert not re.search(r"<script|<link|src=|@import|https?://", told)
    return told


@pytest.mark.clause("NN-1.1.2")
@pytest.mark.clause("NN-A1")
def test_bid_notice_to_annex_1(clerk: Clerk) -> None:
    """2,385.6 万元 of the bid notice, typed as it stands there: 1.3‰ of it on the form, in figures and in capitals."""
    terms = {"合同总造价（元）": "2,385.6万元", "合同开工日": "2015年11月1日", "合同竣工日": "2016.10.31"}
    clerk.fills_in("项目.xlsx", {"项目": {**terms, "项目名称": "邕江花园二期工程"}})
    screen = clerk.runs("annex1 项目.xlsx --on 2015-10-30 --html 附件1.html --xlsx 附件1.xlsx")
    assert "31,012.80 元（大写：叁万壹仟零壹拾贰元捌角整）" in screen
    assert "叁万壹仟零壹拾贰元捌角整" in paper("附件1.html")
    assert any("叁万壹仟零壹拾贰元捌角整" in str(value) for value in shown("附件1.xlsx"))


@pytest.mark.clause("NN-1.1.2")
def test_a_price_typed_without_its_unit(clerk: Clerk) -> None:
    """2385.6 under a column of yuan is asked after, not refused; under one of 万元 it is right."""
    terms = {"合同总造价（元）": 2385.6, "合同开工日": "2015-11-01", "合同竣工日": "2016-10-31"}
    clerk.fills_in("项目.xlsx", {"项目": terms})
    asked = "造价仅2,385.6元：单位是否应为万元（10,000元）？请核对 [NN-1.1.2]"
    assert asked in clerk.runs("annex1 项目.xlsx")
    assert asked in clerk.runs("assess 项目.xlsx")
    book = load_workbook("项目.xlsx")
    book["项目"]["B3"] = "合同总造价（万元）"
    book.save("项目.xlsx")
    screen = clerk.runs("annex1 项目.xlsx")
    assert "31,012.80 元" in screen
    assert "单位是否应为万元" not in screen


@pytest.mark.clause("NN-1.1.3")
@pytest.mark.clause("NN-1.3.2")
@pytest.mark.clause("NN-1.3.3")
def test_raise_delay_and_warranty(clerk: Clerk) -> None:
    """200万元 more are 2,600 yuan more; papers in time carry the cover to acceptance; the warranty has its own."""
    clerk.fills_in(
        "项目.xlsx",
        {
            "项目": {
                **PROJECT,
                "竣工验收合格日": "2016-8-20",
                "延期竣工验收材料·报送（备案）日": "2016-5-31",
                "竣工验收期届满日": "2016-9-30",
                "保修·报送（备案）日": "2016年9月10日",
                "花名册报送日": "2016年9月15日",
                "届满日": "2018-8-20",
            },
            "缴费记录": [*PAID, {"金额（元）": 2600, "缴费日": "2016.3.10"}],
            "造价变动": [{"金额（元）": "200万元", "约定日": "2016年3月1日"}],
        },
    )
    screen = clerk.runs("assess 项目.xlsx --html 核算.html --xlsx 核算.xlsx")
    assert re.search(r"追加补缴 +2016-03-01 +2,000,000.00 +× 1.3‰ += +2,600.00 +\[NN-1.1.3\]", screen)
    assert re.search(r"未缴 +0.00 元", screen)
    covered = re.findall(r"^  参保有效 +(\S+) 至 (\S+)", screen, re.MULTILINE)
    assert covered == [("2015-10-08", "2016-08-20"), ("2016-09-15", "2018-08-20")]
    assert "2016-08-21 至 2016-09-14" in screen
    assert "2018-08-20" in paper("核算.html")
    assert 2600 in shown("核算.xlsx")
    papers = clerk.runs("papers 项目.xlsx")
    assert "□ 延期竣工验收的有关材料" in papers
    assert "□ 保修合同" in papers


AT_FAULT: Final = "00FFC7CE"
TWENTY: Final[dict[str, object]] = {
    "B5": None,
    "C7": "男性",
    "C8": "未知",
    "D10": 450103198001011000,
    "D11": "45010319800101",
    "D12": resident(8)[:17] + ("0" if resident(8)[17] != "0" else "1"),
    "D13": checked("45010319801301123"),
    "D14": checked("45010320990101123"),
    "E16": "转入",
    "E17": None,
    "E18": "=E19",
    "G20": "四千",
    "G21": -1,
    "G22": "0.5元5",
    "H23": "2015-11",
    "H24": "2015-02-30",
    "H25": "1015-10-09",
    "H26": "十月九日",
    "A27": "甲",
    "H28": "42285",
    "G29": "#N/A",
}


@pytest.mark.clause("NN-A2")
def test_roster_with_twenty_kinds_of_fault(clerk: Clerk) -> None:
    """Sixty rows: each fault in its own cell, coloured, with its message; mended, they are the official annex 2."""
    headers = ["序号", "姓名", "性别", "身份证号", "增减", "原因", "月工资", "参保时间", "工种"]
    book = Workbook()
    page: Any = book.worksheets[0]
    page.append(["填报时间", "2015年10月8日"])
    page.append(["项目名称", "邕江花园二期工程"])
    page.append(headers)
    for at in range(1, 61):
        page.append([at, f"工人{at:02d}", "男", resident(at), "增", "进场", "4,200元", "2015.10.9", "木工"])
    page.append(["合计", "60人"])
    right = {cell: page[cell].value for cell in TWENTY}
    for cell, wrong in TWENTY.items():
        page[cell] = wrong
    book.save("花名册.xlsx")
    told = clerk.is_told("roster 花名册.xlsx --mark 差错.xlsx")
    marked: Any = load_workbook("差错.xlsx").worksheets[0]
    notes = {cell.coordinate: cell.comment.text for row in marked.rows for cell in row if cell.comment}
    assert set(notes) == set(TWENTY)
    assert {marked[cell].fill.fgColor.rgb for cell in notes} == {AT_FAULT}
    assert len({re.sub("，现为.*", "", note) for note in notes.values()}) >= 16
    assert told[-1] == f"已在 差错.xlsx 中标出有差错的单元格：{len(TWENTY)} 处"
    assert all(re.search("[\u4e00-\u9fff]", note) for note in notes.values())
    for cell, value in right.items():
        page[cell] = value
    book.save("花名册.xlsx")
    screen = clerk.runs("roster 花名册.xlsx --xlsx 附件2.xlsx")
    assert "共60行：增60人，减0人" in screen
    assert resident(7) not in screen
    form: Any = load_workbook("附件2.xlsx").worksheets[0]
    assert form["A1"].value == "建筑施工项目参加工伤保险职工增减变动情况花名册"
    assert [(form.cell(row, 4).value, form.cell(row, 4).data_type) for row in (5, 64)] == [
        (resident(1), "s"),
        (resident(60), "s"),
    ]


def accidents(clerk: Clerk) -> None:
    """Fill in an accident on the site, and one off it of a worker whom the roster does not list."""
    clerk.fills_in(
        "项目.xlsx",
        {
            "项目": PROJECT,
            "缴费记录": PAID,
            "花名册": [{"姓名": "韦小花", "性别": "女", "增减": "增", "申报日": "2015.10.9"}],
            "事故": [
                {
                    "姓名": "韦小花",
                    "事故发生之时": "2016年3月1日上午9时10分",
                    "因工作原因": "是",
                    "在工地范围以内": "是",
                },
                {"姓名": "陆水生", "事故发生之时": "2016-5-5 17:30", "因工作原因": "是", "在工地范围以内": "否"},
            ],
        },
    )


def dated(path: str) -> dict[str, object]:
    """The events of a calendar by what they are called, as a parser of another make reads them."""
    calendar = vobject.readOne(Path(path).read_text(encoding="utf-8"))
    return {event.summary.value: event.dtstart.value for event in calendar.vevent_list}


@pytest.mark.clause("NN-3.2.1")
@pytest.mark.clause("NN-4.1")
def test_accident_on_the_site(clerk: Clerk) -> None:
    """By which day who applies, with which papers, who pays; on paper and in a calendar."""
    accidents(clerk)
    screen = clerk.runs("todo 项目.xlsx --injury 1 --on 2016-03-02 --html 该办什么.html")
    assert re.search(r"\* 2016-03-31  待完成  用人单位：申请工伤认定", screen)
    assert re.search(r"\* 2017-03-01  待完成  职工、近亲属或工会", screen)
    assert "48小时" not in screen.partition("由谁负担")[0]
    assert "待遇由工伤保险基金支付 [NN-5.1]" in screen
    assert "□ 劳动能力鉴定结论书" in screen
    assert "工伤认定申请表" in paper("该办什么.html")
    clerk.runs("obligations 项目.xlsx --on 2016-03-02 --ics 义务.ics")
    applied = [day for told, day in dated("义务.ics").items() if "申请工伤认定" in told and "韦小花" in told]
    assert applied == [date(2016, 3, 31), date(2017, 3, 1)]


@pytest.mark.clause("NN-3.2.3")
def test_accident_off_the_site(clerk: Clerk) -> None:
    """Of a worker whom the roster does not list: within 48 hours, to the minute; then late."""
    accidents(clerk)
    screen = clerk.runs("todo 项目.xlsx --injury 2 --on 2016-05-06 --html 该办什么.html --xlsx 该办什么.xlsx")
    assert re.search(r"\* 2016-05-07 17:30  待完成  用人单位：48小时内报告事故", screen)
    assert "待遇是否由基金支付，待主管部门决定" in screen
    assert "2016-05-07</span> 17:30" in paper("该办什么.html")
    assert "! 2016-05-07 17:30" in clerk.runs("todo 项目.xlsx --injury 2 --on 2016-05-08")
    clerk.runs("obligations 项目.xlsx --on 2016-05-06 --ics 义务.ics")
    [reported] = [day for told, day in dated("义务.ics").items() if "48小时" in told]
    assert isinstance(reported, datetime)
    assert reported.isoformat() == "2016-05-07T17:30:00+08:00"


@pytest.mark.clause("NN-5.4")
@pytest.mark.clause("REG-39")
def test_settlement_at_completion_and_a_death(clerk: Clerk) -> None:
    """A worker graded 7 whose relation ends as the project is completed, and a family of a spouse and a child."""
    known = {"因工作原因": "是", "在工地范围以内": "是"}
    clerk.fills_in(
        "项目.xlsx",
        {
            "项目": {
                "项目名称": "邕江北岸安置房",
                "合同总造价（元）": 88_000_000,
                "合同开工日": "2022-03-01",
                "合同竣工日": "2023-12-31",
                "竣工验收合格日": "2023-12-31",
            },
            "缴费记录": [{"金额（元）": 114_400, "缴费日": "2022-2-25"}],
            "花名册": [{"姓名": name, "增减": "增", "申报日": "2022-2-25"} for name in ("韦小花", "覃大山")],
            "事故": [
                {"姓名": "韦小花", "事故发生之时": "2022-6-14 10:20", **known, "用人单位申请日": "2022-6-28",
                 "申请受理日": "2022-7-1", "认定之日": "2022-8-10", "鉴定之日": "2023-2-15"},
                {"姓名": "覃大山", "事故发生之时": "2023-5-6 15:05", **known, "用人单位申请日": "2023-5-20",
                 "申请受理日": "2023-5-22", "认定之日": "2023-6-28", "需要鉴定": "否"},
            ],
            "待遇核定所需事实": {
                "属于哪一项": ["事故1", "事故2"],
                "本人工资（每月，元）": [5000, 6000],
                "伤残等级": ["7级"],
                "原工资（每月，元）": [6300],
                "停工留薪期月数": [6],
                "目录内医疗费（元）": [0, 0],
                "终止关系·终止关系日": ["2023-12-31"],
                "终止关系·终止情形": ["项目竣工终止"],
                "终止关系·工资（每月，元）": [6200],
                "死亡·死亡日": [None, "2023-5-6"],
                "死亡·工亡补助金按哪一日的上一年度计": [None, "死亡之日"],
            },
            "供养亲属": [
                {"属于哪一项": "事故2", "名称": "配偶", "关系": "配偶"},
                {"属于哪一项": "事故2", "名称": "女儿", "关系": "子女或者弟妹", "出生日": "2009-10-8"},
            ],
        },
    )  # fmt: skip
    screen = clerk.runs("assess 项目.xlsx --html 核定.html --xlsx 核定.xlsx")
    for told in (
        r"一次性伤残补助金 +65,000.00 +=  ?13 × 5,000.00 .*2023-02-15 +\[REG-37\]",
        r"一次性工伤医疗补助金 +93,000.00 +=  ?15 × 6,200.00 .*2023-12-31 ",
        r"一次性伤残就业 +80,600.00 +=  ?13 × 6,200.00 .*2023-12-31 ",
        r"供养亲属抚恤金 +2,400.00 +=  ?40% × 6,000.00 ",
        r"供养亲属抚恤金 +1,800.00 +=  ?30% × 6,000.00 ",
        r"一次性工亡补助金 +985,660.00 +=  ?20 × 49,283.00 ",
        r"按月合计 +4,200.00 ",
    ):
        assert re.search(told, screen), told
    assert "985,660.00" in paper("核定.html")
    assert {985_660, 93_000, 80_600} <= set(shown("核定.xlsx"))


def test_calendar_and_print(clerk: Clerk) -> None:
    """What is to be done, printed, and in a calendar that a second import renews instead of doubling."""
    accidents(clerk)
    screen = clerk.runs("obligations 项目.xlsx --on 2016-05-06 --ics 义务.ics --html 义务.html")
    assert "2016-05-07 17:30" in screen
    assert "48小时内报告事故" in paper("义务.html")
    first = Path("义务.ics").read_text(encoding="utf-8")
    clerk.runs("obligations 项目.xlsx --on 2016-05-20 --ics 义务.ics")
    second = Path("义务.ics").read_text(encoding="utf-8")
    names = [set(re.findall(r"^UID:(.+)$", told, re.MULTILINE)) for told in (first, second)]
    assert names[0]
    assert names[0] & names[1] == names[0]


@pytest.mark.clause("GX-3.3")
def test_fourteen_cities(clerk: Clerk) -> None:
    """A sheet a city, as offices keep them: who is short of 70 %, by how many, what is left; the region's annex."""
    book = Workbook()
    book.remove(book.worksheets[0])
    counts = "参保人数(人) 缴费人数(人) 工伤申报数 工伤认定数 享受工伤保险待遇人数(人) 发放工伤保险待遇金额(万元)"
    for at, city in enumerate(CITIES):
        page = book.create_sheet(city.zh)
        page.append(["基层快递网点优先参加工伤保险情况调度表"])
        page.append(["填报单位", city.zh, "单位：户、人、万元"])
        page.append(["应参保单位数(户)", "已参保单位数(户)", "参保率", *counts.split()])
        enrolled = 60 if at in {3, 7} else 80
        page.append([100, enrolled, f"{enrolled}%", 900, 890, 3, 2, 1, 1.25])
    book.save("2022年9月.xlsx")
    screen = clerk.runs("courier-report 2022年9月.xlsx --form 全区.xlsx --html 汇总.html --xlsx 汇总.xlsx")
    assert f"未达到70%的市：{CITIES[3].zh}、{CITIES[7].zh}" in screen
    assert re.search(rf"{CITIES[3].zh} +60.00% +10 +40", screen)
    assert "77.14%（1080/1400）" in screen
    assert CITIES[13].zh in paper("汇总.html")
    values = shown("全区.xlsx")
    assert [city.zh for city in CITIES if city.zh in values] == [city.zh for city in CITIES]
    assert {1400, 1080} <= set(values)


def test_thin_case(clerk: Clerk) -> None:
    """What little is known, asked to the end in a clerk's words, answers and prints."""
    Path("案情.toml").write_text("[contract]\nprice = 23856000\n", encoding="utf-8")
    assert "1. 合同开工日 [NN-1.1.4]" in clerk.runs("ask 案情.toml")
    clerk.runs("ask 案情.toml --fill", "邕江花园二期工程\n2015年11月1日\n2016.10.31\n完\n填好.toml\n")
    assert "31,012.80" in clerk.runs("annex1 填好.toml --html 附件1.html")
    assert "邕江花园二期工程" in paper("附件1.html")
