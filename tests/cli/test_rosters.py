"""``gxinjury roster``: annex 2 read, written as the form, marked, and held against last month's."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from openpyxl import load_workbook

import gxinjury
from gxinjury.cli import main
from gxinjury.construction import RosterChangeKind, RosterEntry, RosterForm, Worker
from gxinjury.extra.forms.annex2 import read_roster_sheet, write_roster, write_roster_workbook
from tests.extra.forms.test_annex2_sheets import FORM, ID, SHEET, faulty


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page of 100 columns unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a roster in a workbook."""
    path = tmp_path / "附件2.xlsx"
    path.write_bytes(write_roster_workbook(SHEET))
    return path


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Run the command in this process; return its status, what it printed, and what it complained of."""
    status = main(["roster", *map(str, argv)])
    out, err = capsys.readouterr()
    assert not re.search(r"\d{17}[\dX]", out + err)
    return status, out, err


def printed(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    """Return what the command printed; it must have ended well."""
    status, out, err = run(capsys, *argv)
    assert (status, err) == (0, "")
    return out


@pytest.mark.clause("NN-A2")
class TestOneRoster:
    """What was read, what was passed over, what is blank."""

    def test_the_page(self, capsys: pytest.CaptureFixture[str], file: Path) -> None:
        """In Chinese, ids masked."""
        out = printed(capsys, file, "--lang", "zh")
        assert out.startswith("邕江花园\n========\n填报时间  2015-11-28\n施工企业名称  某建筑公司\n")
        assert "共2行：增1人，减1人" in out
        assert re.search(r"^ +1 +张三 +男 +4501\*+33 +增 +进场 +3,500\.50 +2015-11-29$", out, re.MULTILINE)
        assert "读入时请核对\n  - 附件2!I4“工种”不是附件2的栏目，原样保留\n" in out
        assert "未填的内容\n  - 有1行未填“身份证号”" in out
        assert "不在册" not in out

    def test_in_english(self, capsys: pytest.CaptureFixture[str], file: Path) -> None:
        """Headers too."""
        out = printed(capsys, file)
        assert "rows: 2; added: 1, removed: 1" in out
        assert re.search(r"no\. +name +sex +id +change +reason +monthly wage +enrolled on", out)

    def test_findings_and_a_long_roster(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Who is listed twice is told; of very many rows the first are shown."""
        rows = [RosterEntry(Worker(f"职工{number}"), RosterChangeKind.ADD) for number in (*range(60), 1)]
        path = tmp_path / "a.csv"
        path.write_bytes(write_roster(RosterForm(date(2015, 11, 28), rows)))
        out = printed(capsys, path)
        assert out.startswith("Roster\n======\n")
        assert "further rows: 11; --json prints all" in out
        assert "Findings\n" in out
        empty = tmp_path / "b.csv"
        empty.write_bytes(write_roster(RosterForm(date(2015, 11, 28), [])))
        assert "rows: 0; added: 0, removed: 0" in printed(capsys, empty)

    def test_as_data(self, capsys: pytest.CaptureFixture[str], file: Path) -> None:
        """Ids masked, the library's version with it."""
        data = json.loads(printed(capsys, file, "--json"))
        assert (data["version"], data["reported_on"], data["project"]) == (
            gxinjury.__version__,
            "2015-11-28",
            "邕江花园",
        )
        assert data["entries"][0] == {
            "number": 1,
            "name": "张三",
            "sex": "MALE",
            "resident_id": "4501************33",
            "kind": "ADD",
            "reason": "进场",
            "monthly_wage": "3500.50",
            "enrolled_on": "2015-11-29",
        }
        assert data["own_columns"] == ["工种", "电话"]
        assert [one["code"] for one in data["passed_over"]] == ["own_column", "own_column", "blank_lines"]
        assert {one["code"] for one in data["findings"]} == {"column_not_filled"}

    def test_written_as_the_form(self, capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path) -> None:
        """As workbook and as CSV, ids in full, own columns kept; and the page as paper."""
        book, csv, page = tmp_path / "out.xlsx", tmp_path / "out.csv", tmp_path / "out.html"
        printed(capsys, file, "--xlsx", book, "--csv", csv, "--html", page)
        for path in (book, csv):
            found = read_roster_sheet(path.read_bytes())
            assert (found.form, found.own_cells) == (FORM, SHEET.own_cells)
        assert ID not in page.read_text("utf-8")

    def test_the_day_and_the_sheet(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What the file does not say is said beside it."""
        path = tmp_path / "a.csv"
        path.write_text("姓名,增减\n张三,增\n", "utf-8")
        status, out, err = run(capsys, path)
        assert (status, out) == (2, "")
        assert err == f"{path}: the report date (填报时间) is not stated; fill it in or supply reported_on\n"
        assert "report date  2015-11-28" in printed(capsys, path, "--reported-on", "2015-11-28")


class TestFaults:
    """What is wrong is told at its cell, and marked where it is asked for."""

    def test_told(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """All at once, with file, sheet and cell."""
        path = tmp_path / "a.xlsx"
        path.write_bytes(faulty())
        status, out, err = run(capsys, path, "--lang", "zh")
        assert (status, out, len(err.splitlines())) == (2, "", 21)
        assert err.splitlines()[1] == f"{path}：附件2!B8“姓名”必须填写"

    def test_marked(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The copy is named after the faults."""
        path, copy = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
        path.write_bytes(faulty())
        status, _, err = run(capsys, path, "--lang", "zh", "--mark", copy)
        assert (status, err.splitlines()[-1]) == (2, f"已在 {copy} 中标出有差错的单元格：21 处")
        page: Any = load_workbook(BytesIO(copy.read_bytes())).worksheets[0]
        assert page["B8"].comment.text == "必须填写"
        status, _, err = run(capsys, path, "--mark", path)
        assert (status, err) == (2, "the marked copy must not be the file itself; name another file\n")
        _, _, err = run(capsys, path, "--mark", copy)
        assert err.splitlines()[-1] == f"cells at fault marked in {copy}: 21"

    def test_nothing_to_mark(self, capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path) -> None:
        """Without a fault there is no copy, nor of a file that cannot be opened."""
        copy = tmp_path / "b.xlsx"
        printed(capsys, file, "--mark", copy)
        broken = tmp_path / "c.xlsx"
        broken.write_bytes(b"PK\x03\x04")
        status, _, err = run(capsys, broken, "--mark", copy)
        assert (status, err.count("\n")) == (2, 1)
        assert not copy.exists()

    def test_no_file_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It says how the command is called."""
        status, _, err = run(capsys, "--lang", "zh")
        assert status == 2
        assert "请写出花名册文件，如 gxinjury roster 花名册.xlsx" in err


class TestAgainstLastMonth:
    """Who joined, who left, what changed."""

    @pytest.fixture
    def this(self, tmp_path: Path) -> Path:
        """Return this month's roster."""
        zhang, _ = FORM.entries
        rows = [
            attrs.evolve(zhang, monthly_wage="4000.00", enrolled_on=None),
            RosterEntry(Worker("王五", "11010519491231002X"), RosterChangeKind.ADD),
        ]
        path = tmp_path / "十二月.csv"
        path.write_bytes(write_roster(RosterForm(date(2015, 12, 28), rows)))
        return path

    def test_the_page(self, capsys: pytest.CaptureFixture[str], file: Path, this: Path) -> None:
        """Counts first, then whom; ids masked."""
        out = printed(capsys, this, "--against", file, "--lang", "zh")
        assert out.startswith("2015-12-28 与 2015-11-28 两份花名册的比对\n")
        assert "本月新增：1人\n本月减少：0人\n信息有变化：1人\n" in out
        assert "张三：月工资由3,500.50改为4,000.00，参保时间由2015-11-29改为未填" in out
        assert "1101************2X" in out
        english = printed(capsys, file, "--against", this)
        assert "removed, though not listed: 1" in english
        assert "where this month's lists changes only" in english

    def test_as_data(self, capsys: pytest.CaptureFixture[str], file: Path, this: Path) -> None:
        """By group, with what differs."""
        data = json.loads(printed(capsys, this, "--against", file, "--json"))
        assert [one["name"] for one in data["joined"]] == ["王五"]
        [changed] = data["changed"]
        assert [(one["en"], one["before"], one["now"]) for one in changed["differences"]] == [
            ("monthly wage", "3500.50", "4000.00"),
            ("enrolment date", "2015-11-29", None),
        ]

    def test_the_workbook(self, capsys: pytest.CaptureFixture[str], file: Path, this: Path, tmp_path: Path) -> None:
        """A sheet a group, ids in full as text."""
        path = tmp_path / "比对.xlsx"
        printed(capsys, this, "--against", file, "--lang", "zh", "--xlsx", path)
        made: Any = load_workbook(BytesIO(path.read_bytes()))
        assert made.sheetnames == ["汇总", "本月新增", "信息有变化"]
        assert [cell.value for cell in made["汇总"][3]] == ["本月新增", 1]
        assert [cell.value for cell in made["本月新增"][2]][3] == "11010519491231002X"
        assert made["信息有变化"]["I1"].value == "变化"
        assert made["信息有变化"]["I2"].value.startswith("月工资由")
        heads = ["序号", "姓名", "性别", "身份证号", "增减", "原因", "月工资", "参保时间"]
        changed = "月工资由3,500.50改为4,000.00，参保时间由2015-11-29改为未填"
        assert [[[cell.value for cell in row if cell.value is not None] for row in page] for page in made] == [
            [
                ["2015-12-28 与 2015-11-28 两份花名册的比对"], ["类别", "人数"], ["本月新增", 1], ["本月减少", 0],
                ["信息有变化", 1], ["无变化", 0], ["上月在册、本月未列", 0], ["本月减少、上月不在册", 0],
                ["本月重复列出", 0],
            ],
            [heads, ["王五", "11010519491231002X", "增"]],
            [[*heads, "变化"], [1, "张三", "男", ID, "增", "进场", 4000, changed]],
        ]  # fmt: skip
        printed(capsys, file, "--against", this, "--xlsx", path)
        page = load_workbook(BytesIO(path.read_bytes()))["not listed any more"]
        assert str(page["A1"].value).startswith("where this month's lists changes only")

    def test_faults_of_last_month_s(self, capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path) -> None:
        """They name that file."""
        path = tmp_path / "a.csv"
        path.write_text("姓名,增减\n张三,增\n", "utf-8")
        status, _, err = run(capsys, file, "--against", path)
        assert (status, err.startswith(f"{path}: ")) == (2, True)
