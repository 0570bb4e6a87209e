"""``gxinjury courier-report``: the region's table, the target, every finding, and how it ends on bad input."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import Workbook, load_workbook

import gxinjury
from gxinjury.cli import couriers, main
from gxinjury.cli.printing import width
from gxinjury.couriers import ReportForm
from gxinjury.couriers.report import COUNTED
from gxinjury.extra.forms.progress import read_reports, report_data
from gxinjury.texts import Text
from tests.extra.forms.books import book, saved

EXAMPLES: Final = sorted((Path(__file__).parents[2] / "examples" / "couriers").glob("2022-*.csv"))
SEPTEMBER: Final = EXAMPLES[8]
OFFICE_HEADERS: Final = [
    "序号",
    "应参保单位数（户）",
    "已参保单位数（户）",
    "参保率",
    "参保人数（人）",
    "缴费人数（人）",
    "工伤申报数",
    "工伤认定数",
    "享受工伤保险待遇人数（人）",
    "发放工伤保险待遇金额（万元）",
]


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page of 100 columns unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Run the command in this process; return its status, what it printed, and what it complained of."""
    status = main(["courier-report", *map(str, argv)])
    out, err = capsys.readouterr()
    return status, out, err


def printed(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    """Return what the command printed; it must have ended well."""
    status, out, err = run(capsys, *argv)
    assert (status, err) == (0, "")
    return out


@pytest.mark.clause("GX-A", "GX-3.3", "GX-4.1.2")
class TestAYear:
    """The made-up year of the examples: twelve months, fourteen cities, four oddities."""

    def test_september(self, capsys: pytest.CaptureFixture[str]) -> None:
        """September is looked at on its last day, on which the aim of 70 % is due."""
        out = printed(capsys, SEPTEMBER)
        assert "2022-09 (2022-09-01 to 2022-09-30)" in out
        assert re.search(r"^  Nanning +412 +296 +71\.84% +2072 +2031 +7 +6 +4 +5\.49$", out, re.MULTILINE)
        assert re.search(r"^  Guangxi +2141 +1555 +72\.63% ", out, re.MULTILINE)
        told = "aim of 70% by 2022-09-30: coverage 72.63% (1555/2141), met; units left to all: 586 [GX-3.3]"
        assert f"  - {told}" in out

    def test_every_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each deliberate oddity is found, and nothing else."""
        out = printed(capsys, *EXAMPLES)
        assert out.partition("Findings\n")[2].partition("\n\n")[0].splitlines() == [
            "  - 崇左市 2022-06: more persons pay than are enrolled [GX-A]",
            "  - 玉林市 2022-09: over 2 million yuan a person: the money may have been entered in yuan [GX-A]",
            "  - 合计 2022-11: persons enrolled: 15260 is stated, the lines add up to 15170 [GX-A]",
            "  - 河池市: a period is missing: 2022-08-01..2022-08-31 [GX-4.1.2]",
        ]
        assert out.count("the plan was not issued yet") == 2
        assert out.count("aim of 70%") == 7
        assert out.count("aim of practically all by 2022-12-31") == 3
        assert out.count("Chongzuo, note: 补缴上月7人") == 1
        assert out.rpartition("\n\n")[2].startswith("gxinjury 0.1.0")

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_columns_are_aligned(self, capsys: pytest.CaptureFixture[str], language: str) -> None:
        """Every line of a table is as wide as the others, Chinese characters counted as two; the page is kept."""
        out = printed(capsys, SEPTEMBER, "--lang", language)
        table = out.splitlines()[4:20]
        assert len({width(line) for line in table}) == 1
        assert max(width(line) for line in out.splitlines()) <= 100

    def test_both_languages_say_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Numbers, days and clauses stand in the same order in both."""
        found = []
        for language in ("zh", "en"):
            tables = [line for line in printed(capsys, *EXAMPLES, "--lang", language).splitlines() if "%" in line]
            tables = [line for line in tables if len(line.split()) != 3]  # the table of what is left, of December
            found.append(
                [re.findall(r"[\d.,]+%?", line)[:9] for line in tables if not line.startswith(("  - ", "    "))]
            )
        assert len(found[0]) == 15 * 12 - 1
        assert found[0] == found[1]

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """As data: nothing rounded away, money by its unit, the library's version and the readings."""
        data = json.loads(printed(capsys, *EXAMPLES, "--json"))
        assert (data["schema_version"], data["version"]) == (1, gxinjury.__version__)
        september = data["periods"][8]
        assert september["total"]["units_enrolled"] == 1555
        assert september["cities"][0] == {
            "city": "南宁市",
            "units_should": 412,
            "units_enrolled": 296,
            "persons_enrolled": 2072,
            "persons_paying": 2031,
            "injuries_filed": 7,
            "injuries_determined": 6,
            "persons_receiving": 4,
            "benefits_paid_wan_yuan": "5.4892",
            "coverage": {"should_enrol": 412, "enrolled": 296, "left": 116, "shown": "71.84% (296/412)"},
        }
        assert [found["code"] for found in data["findings"]] == [
            "more_paying_than_enrolled",
            "money_looks_like_yuan",
            "total_differs",
            "of_city",
        ]
        for found in data["findings"]:
            assert set(found) == {"code", "clause", "values", "zh", "en"}
            assert found["zh"] != found["en"]
        assert data["periods"][0]["standing"] is None


class TestFiles:
    """CSV and JSON, several cities, good and bad."""

    def test_csv_and_json_of_two_cities(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Files of several cities come into one table; a quarter is marked as provisional; the others are named."""
        lines = read_reports(SEPTEMBER.read_bytes()).lines
        one, other = tmp_path / "南宁.csv", tmp_path / "柳州.json"
        head, first = SEPTEMBER.read_text("utf-8-sig").splitlines()[:2]
        one.write_text(f"{head}\n{first.replace('2022-09', '2023Q1')}\n", "utf-8")
        data: dict[str, Any] = report_data(ReportForm([lines[1]]))
        data["reports"][0] |= {"period": "2023年一季度", "units_should": 0, "units_enrolled": 0}
        other.write_text(json.dumps(data), "utf-8")
        out = printed(capsys, one, other)
        assert "2023Q1 (2023-01-01 to 2023-03-31), provisional" in out
        assert re.search(r"^  Liuzhou +0 +0 +- +1369", out, re.MULTILINE)
        assert re.search(r"^  reported +412 +296 +71\.84% +3441", out, re.MULTILINE)
        assert "no report from Guilin, Wuzhou, Beihai" in out
        assert "柳州市 2023Q1：有参保人数而无已参保单位" in printed(capsys, one, other, "--lang", "zh")

    def test_one_city_of_fourteen(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What one city reached is told as its own; of the region nothing is said, and both gaps are told apart."""
        head, first = SEPTEMBER.read_text("utf-8-sig").splitlines()[:2]
        path = tmp_path / "南宁.csv"
        path.write_text(f"{head}\n{first.replace(',296,', ',155,')}\n", "utf-8")
        zh = "".join(line.strip() for line in printed(capsys, path, "--lang", "zh").splitlines())
        told = "2022-09-30 前争取达到70%：已报1个市，覆盖率37.62%（155/412），距70%尚差134户，距全覆盖尚差257户；"
        assert f"{told}未报13个市，全区尚不能判断[GX-3.3]" in zh.replace("断 [", "断[")
        assert "已报合计" in zh
        assert "已达到" not in zh
        en = " ".join(line.strip() for line in printed(capsys, path).splitlines())
        assert "cities reported: 1, their coverage 37.62% (155/412), units left to 70%: 134; to all: 257;" in en
        assert "cities that did not report: 13, so nothing can be said of the region yet [GX-3.3]" in en
        assert "met" not in en.partition("Findings")[0]

    def test_both_gaps_of_the_region(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Where every city reported: how many are left to the aim, and how many to all."""
        path = tmp_path / "a.csv"
        path.write_text(SEPTEMBER.read_text("utf-8-sig").replace(",296,", ",100,"), "utf-8")
        out = printed(capsys, path, "--lang", "zh")
        assert "覆盖率63.48%（1359/2141），未达到；距70%尚差140户，距全覆盖尚差782户" in out.replace("\n    ", "")

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_an_id_in_a_name_is_masked_wherever_it_stands(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str
    ) -> None:
        """In tables, among the cities that are short of something, beside notes; with blanks in it or not."""
        text = EXAMPLES[2].read_text("utf-8").replace("柳州市", "柳州市号450103 19800101 1233号")
        (tmp_path / "march.csv").write_text(text.replace("桂林市", "桂林市450103198001011233"), "utf-8")
        out = printed(capsys, tmp_path / "march.csv", "--lang", language)
        plain = re.sub(r"\s", "", out)
        assert "19800101" not in plain
        assert plain.count("4501************33") > 4

    def test_nothing_to_enrol(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Coverage of nothing is undefined; where nothing is odd it says so; another place keeps its name."""
        head = SEPTEMBER.read_text("utf-8-sig").splitlines()[0]
        path = tmp_path / "a.csv"
        path.write_text(f"{head}\n1,青秀区,2022-09,0,0,0,0,0,0,0,0,\n", "utf-8")
        out = printed(capsys, path)
        assert "  - nothing should enrol: coverage is undefined [GX-3.3]\n" in out
        assert re.search(r"^  青秀区 +0 +0 +- +0", out, re.MULTILINE)
        assert "Findings\n  none\n" in out

    def test_bad_input(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Status 2, nothing printed, every fault of every file with its row and column."""
        bad = tmp_path / "坏.csv"
        text = SEPTEMBER.read_text("utf-8-sig").replace(",2072,", ",-5,").replace(",1369,", ",12.5,")
        bad.write_text(text, "utf-8")
        status, out, err = run(capsys, bad, tmp_path / "none.csv", SEPTEMBER, SEPTEMBER)
        assert (status, out) == (2, "")
        told = err.splitlines()
        assert told[0] == f"{tmp_path / 'none.csv'}: there is no such file"
        rule = "参保人数(人) must be a whole number of at least zero, such as 1200 or 1,200, got"
        assert told[1] == f"{bad}: row 2, {rule} '-5'"
        assert told[2] == f"{bad}: row 3, {rule} '12.5'"
        assert sum("must be the only line of its city and period" in line for line in told) == 12 + 14
        assert "Traceback" not in err
        status, _, err = run(capsys, bad, "--lang", "zh")
        assert status == 2
        assert "第2行“参保人数(人)”必须是不小于零的整数" in err

    def test_no_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Without a file the command is wrong."""
        status, _, err = run(capsys)
        assert status == 2
        assert "FILE" in err


def test_words() -> None:
    """Every wording waits for the same values in both languages."""
    texts = [one for one in vars(couriers).values() if isinstance(one, Text)]
    assert len(texts) > 10
    for text in texts:
        assert sorted(re.findall(r"\{\w+\}", text.zh)) == sorted(re.findall(r"\{\w+\}", text.en)), text.en


class TestOffices:
    """Fourteen cities, each in its own way: sheets of one workbook, files of one folder, last month's beside them."""

    @pytest.fixture
    def cities(self, tmp_path: Path) -> Path:
        """Return a folder of thirteen cities' reports of a month, each as its office keeps it; one is missing."""
        lines = read_reports(SEPTEMBER.read_bytes()).lines
        folder = tmp_path / "2022年9月"
        folder.mkdir()
        for number, line in enumerate(lines[:13]):
            counts = [getattr(line, name) for name in COUNTED]
            row = [number + 1, *counts[:2], f"{counts[1] / counts[0]:.2%}", *counts[2:], line.benefits_paid.number]
            rows = [[f"{line.city}调度表"], ["单位：户、人、万元"], OFFICE_HEADERS, row]
            (folder / f"{line.city}2022年9月.xlsx").write_bytes(book(rows, title="调度表"))
        (folder / "~$南宁市2022年9月.xlsx").write_bytes(b"x")
        (folder / "说明.txt").write_text("x", "utf-8")
        return folder

    def test_a_folder(self, capsys: pytest.CaptureFixture[str], cities: Path) -> None:
        """City and period stand in the files' names; who is short of the aim is listed; who is missing is no zero."""
        out = printed(capsys, cities, "--lang", "zh")
        assert "2022-09（2022-09-01 至 2022-09-30）" in out
        joined = out.replace("\n    ", "")
        assert "已报13个市" in joined
        assert "未报1个市，全区尚不能判断" in joined
        assert "  - 未达到70%的市：梧州市 [GX-3.3]" in out
        assert re.search(r"^  梧州市 +68\.60% +2 +38$", out, re.MULTILINE)
        assert "未写明是哪个市，按文件名计为南宁市" in joined
        assert joined.count("不是调度表的栏目，原样保留") == 13
        assert "未见以下各市的调度表：崇左市" in out

    def test_sheets_of_one_workbook(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A sheet a city; the file says the month."""
        made = Workbook()
        made.worksheets[0].append(["汇总说明"])
        for line in read_reports(SEPTEMBER.read_bytes()).lines:
            page = made.create_sheet(line.city.removesuffix("市"))
            counts = [getattr(line, name) for name in COUNTED]
            for row in (OFFICE_HEADERS, [1, *counts[:2], None, *counts[2:], line.benefits_paid.number]):
                page.append(row)
        path = tmp_path / "各市2022-09.xlsx"
        path.write_bytes(saved(made))
        data = json.loads(printed(capsys, path, "--json"))
        [period] = data["periods"]
        assert (period["period"], period["missing_cities"], len(period["cities"])) == ("2022-09", [], 14)
        assert period["gaps"][0] == {
            "city": "梧州市",
            "coverage": "68.60% (83/121)",
            "left_to_target": 2,
            "left": 38,
            "is_lagging": True,
        }
        assert {one["code"] for one in data["passed_over"]} == {
            "other_sheet",
            "own_column",
            "city_by_name",
            "period_by_name",
        }

        told = printed(capsys, path, "--lang", "zh").replace("\n    ", "")
        assert told.count("不是调度表的栏目") == 3
        assert "不是调度表的栏目，原样保留；同类的另有11处（--json 输出全部）" in told

    def test_marks_faults_in_a_copy(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Of one workbook or CSV; of several, which is not said."""
        path, copy = tmp_path / "南宁市2022-09.xlsx", tmp_path / "标.xlsx"
        made = Workbook()
        for row in (OFFICE_HEADERS, [1, 10, -5, None, 1, 1, 1, 1, 1, 1]):
            made.worksheets[0].append(row)
        path.write_bytes(saved(made))
        assert main(["courier-report", str(path), "--mark", str(copy), "--lang", "zh"]) == 2
        first, second = capsys.readouterr().err.splitlines()
        assert first.endswith("现为 '-5'")
        assert second == f"已在 {copy} 中标出有差错的单元格：1 处"
        assert load_workbook(copy).worksheets[0]["C2"].comment is not None
        for several in ([str(path), str(path)], [str(tmp_path)]):
            assert main(["courier-report", *several, "--mark", str(copy), "--lang", "zh"]) == 2
            assert capsys.readouterr().err == "--mark 一次只标注一个文件，请逐个读取\n"

    def test_against_last_month(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """City by city; one that had not reported is told so; what fell is told; written as a workbook."""
        path = tmp_path / "比对.xlsx"
        out = printed(capsys, SEPTEMBER, "--against", EXAMPLES[7], "--lang", "zh", "--xlsx", path)
        assert re.search(r"^  南宁市 +259 +296 +\+37 +1813 +2072 +\+259 +62\.86% +71\.84%$", out, re.MULTILINE)
        assert re.search(r"^  河池市 +未报 +87 +- +未报 +870 +- +- +75\.00%$", out, re.MULTILINE)
        assert "比上期减少" not in out
        assert "2022-09 与 2022-08 相比" in load_workbook(path).sheetnames
        back = printed(capsys, EXAMPLES[7], "--against", SEPTEMBER)
        assert "Nanning, lower than before: units enrolled" in back
        data = json.loads(printed(capsys, SEPTEMBER, "--against", EXAMPLES[7], "--json"))["against"]
        assert (data["before"], data["now"]) == ("2022-08", "2022-09")
        assert (data["cities"][11]["before"], data["cities"][11]["now"]["units_enrolled"]) == (None, 87)

    def test_written_as_the_annex(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The latest period, with the region's sum; read again it is the same."""
        path = tmp_path / "调度表.xlsx"
        printed(capsys, *EXAMPLES[7:9], "--form", path)
        form = read_reports(path.read_bytes())
        assert form.lines == read_reports(SEPTEMBER.read_bytes()).lines
        assert form.totals[0].units_enrolled == 1555

    def test_everybody_is_enrolled(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Nobody is short of anything; then nobody short of the aim."""
        head, first = SEPTEMBER.read_text("utf-8-sig").splitlines()[:2]
        path = tmp_path / "南宁.csv"
        path.write_text(f"{head}\n{first.replace(',296,', ',412,')}\n", "utf-8")
        assert "Cities with units left" not in printed(capsys, path)
        path.write_text(f"{head}\n{first}\n", "utf-8")
        assert "no city that reported is short of 70%" in printed(capsys, path)
