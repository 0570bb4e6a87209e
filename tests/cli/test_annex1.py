"""Annex 1 filled in: as the notice lays it out, the amount of the bill, blanks for the hand told on the screen."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from gxinjury.cli import main
from gxinjury.construction import ProjectParticulars
from gxinjury.extra.cases.answers import registration_of
from gxinjury.extra.cases.reading import read_case
from tests.cli.calls import data_of, run

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = str(ROOT / "examples" / "site_accident.toml")
NAMES: Final = (
    *("建筑施工项目工伤保险缴费登记表", "填表日期", "编号", "建设单位", "项目名称", "项目报建属地"),
    *("中标单位（施工单位）（公章）", "中标价或合同价", "中标通知书编号", "工伤保险费", "应缴金额：（中标价×1.3‰）"),
    *("填表人", "联系人", "联系人电话", "注：1、", "户　名", "账　号", "开户行"),
)
"""What annex 1 of the notice says, in its order."""
FULL: Final = """
[project]
name = "江北学校"
place = "南宁市江南区"
owner = "某业主"
general_contractor = "某建筑公司"
[contract]
price = 23_856_000
commencement = 2016-03-01
completion = 2016-12-31
[registration]
filed_at = "南宁市青秀区"
bid_award_number = "NN2016-018"
filler = "甲"
contact = "乙"
contact_phone = "0771-2628658"
[payee]
name = "某社保局"
number = "45001604851050702345"
bank = "某银行"
"""


class Cells(HTMLParser):
    """The cells of the form, and where each goes on over others."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  (as it is called)
        """Begin a row or a cell."""
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.inside = True
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        """Add to a cell."""
        if self.inside:
            self.rows[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        self.inside = self.inside and tag not in {"td", "th"}


def full(tmp_path: Path) -> str:
    """A case that tells all that the form says."""
    path = tmp_path / "full.toml"
    path.write_text(FULL, encoding="utf-8")
    return str(path)


@pytest.mark.clause("NN-A1")
class TestForm:
    """The form itself."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_is_laid_out_as_the_notice_lays_it_out(
        self, language: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """Each name once and in its order, in Chinese whatever is spoken; nothing else is printed on it."""
        page = tmp_path / "annex1.html"
        told = run(capsys, "annex1", EXAMPLE, "--lang", language, "--html", str(page))
        for text in (told, page.read_text(encoding="utf-8").partition("<body>")[2]):
            places = [text.index(name) for name in NAMES]
            assert places == sorted(places)
        paper = page.read_text(encoding="utf-8")
        assert '<html lang="zh-CN">' in paper
        assert "gxinjury" not in paper
        assert "NN-1.1.2" not in paper

    def test_cells(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What is known stands in its cell, whole; the amount in figures with its unit and in capitals."""
        page = tmp_path / "annex1.html"
        told = run(capsys, "annex1", full(tmp_path), "--on", "2016-02-05", "--lang", "zh", "--html", str(page))
        cells = Cells()
        cells.feed(page.read_text(encoding="utf-8"))
        assert cells.rows == [
            ["建设单位", "某业主"],
            ["项目名称", "江北学校", "项目报建属地", "南宁市青秀区"],
            ["中标单位（施工单位）（公章）", "某建筑公司"],
            ["中标价或合同价", "23,856,000.00 元", "中标通知书编号", "NN2016-018"],
            ["工伤保险费", "应缴金额：（中标价×1.3‰）\n31,012.80 元（大写：叁万壹仟零壹拾贰元捌角整）"],
        ]
        paper = page.read_text(encoding="utf-8")
        for filled in ("2016年2月5日", "45001604851050702345", "0771-2628658", "某银行"):
            assert f"<b>{filled}</b>" in paper
        assert "未填、留待手填的：编号\n" in told

    def test_blanks(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What the case does not tell is a blank line, and told; so is the day where none is given."""
        page = tmp_path / "annex1.html"
        told = run(capsys, "annex1", EXAMPLE, "--lang", "zh", "--html", str(page))
        blank = "未填、留待手填的：填表日期、填表人、联系人、中标通知书编号、联系人电话、编号、转入账户"
        assert blank in told
        assert page.read_text(encoding="utf-8").count("<b></b>") == 8
        assert "填表日期：________________  编号：________________" in told

    def test_the_amount_is_that_of_the_day(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Without a day that of the first payment, or the last in time; how it was found is told."""
        data = data_of(capsys, "annex1", full(tmp_path))["form"]
        assert (data["dated"], data["amount_due"]) == ("2016-02-29", "31012.80")
        told = run(capsys, "annex1", str(ROOT / "examples/settlement.toml"), "--lang", "zh")
        assert "应缴金额：88,000,000.00 × 0.65‰ = 57,200.00 元，按 2022-02-25 缴费计算 [NN-1.1.2]" in told

    def test_reduced(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A project in progress pays for what is left of its term: the share is told."""
        told = run(capsys, "annex1", str(ROOT / "examples/in_progress_with_raise.toml"), "--lang", "en")
        assert re.search(r"amount due: [\d,.]+ × 1\.3‰ × \d+/\d+ = [\d,.]+ yuan, as paid on \d{4}-\d\d-\d\d", told)

    def test_where_it_is_filed(self, tmp_path: Path) -> None:
        """At the project's place, unless the registration says otherwise."""
        case = read_case(full(tmp_path))
        assert case.particulars == ProjectParticulars(
            "某业主", "江北学校", "南宁市青秀区", "某建筑公司", "甲", "乙", "NN2016-018", contact_phone="0771-2628658"
        )
        assert registration_of(case, on=date(2016, 2, 5)).outcome.left_blank[0].zh == "编号"
        assert read_case(EXAMPLE).particulars.filed_at == "南宁市江南区"

    def test_workbook(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The same cells as text, what ends a row over the rest of it."""
        openpyxl = pytest.importorskip("openpyxl")
        path = tmp_path / "annex1.xlsx"
        run(capsys, "annex1", full(tmp_path), "--on", "2016-02-05", "--lang", "zh", "--xlsx", str(path))
        (sheet,) = openpyxl.load_workbook(path).worksheets
        rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
        assert rows[:4] == [
            ["附件1"], ["建筑施工项目工伤保险缴费登记表"], ["填表日期", "2016年2月5日", "编号"], ["建设单位", "某业主"]
        ]  # fmt: skip
        assert ["账　号", "45001604851050702345"] in rows

    def test_refused(self, tmp_path: Path) -> None:
        """A day on which nobody says what is due."""
        assert main(["annex1", full(tmp_path), "--on", "2017-01-01", "--lang", "en"]) == 2
