"""``gxinjury new``: a template to fill in, and from there to an answer."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from gxinjury.cli import main
from gxinjury.codec import FileError
from gxinjury.extra.cases.layout import Sections
from gxinjury.extra.cases.reading import structure_case
from gxinjury.extra.cases.template import template
from gxinjury.facts import amount
from gxinjury.fields import fields_of
from gxinjury.texts import Language

GOLDEN: Final = Path(__file__).parent / "golden"


def run(capsys: pytest.CaptureFixture[str], *argv: str, language: Language = "zh") -> tuple[int, str, str]:
    """Exit status, output and what is told beside it."""
    status = main([*argv, "--lang", language])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named as a clerk names them."""
    monkeypatch.chdir(tmp_path)


class TestWorkbook:
    """``gxinjury new 项目.xlsx``."""

    def test_from_template_to_answer(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Filled in as people write: 2,385.6万元 at 1.3‰ are 31,012.80 yuan."""
        assert run(capsys, "new", "项目.xlsx") == (0, "已写入 项目.xlsx。填好后运行：gxinjury assess 项目.xlsx\n", "")
        book = load_workbook("项目.xlsx")
        page = book["项目"]
        for row in page.iter_rows():
            filled = {
                "*合同总造价（元）": "2,385.6万元",
                "*合同开工日": "2015年11月1日",
                "*合同竣工日": "2016.10.31",
                "项目名称": "某大桥",
            }
            if row[2].fill.fgColor.rgb == "00FFFBE6":
                row[2].value = filled.get(str(row[1].value))
        book.save("项目.xlsx")
        status, out, err = run(capsys, "assess", "项目.xlsx")
        assert (status, err) == (0, "")
        assert "某大桥" in out
        assert "31,012.80" in out
        for command in (["ask"], ["obligations", "--on", "2016-01-01"]):
            assert run(capsys, command[0], "项目.xlsx", *command[1:])[0] == 0

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_its_sheets(self, capsys: pytest.CaptureFixture[str], language: Language) -> None:
        """Read off the records: sheet by sheet the label, what to fill in, and the hidden name."""
        run(capsys, "new", "new.xlsx", language=language)
        assert headers(Path("new.xlsx")) == (GOLDEN / f"new.{language}.txt").read_text("utf-8")

    def test_what_can_be_chosen(self, capsys: pytest.CaptureFixture[str]) -> None:
        """In a list beside the cell; other words are told when the workbook is read, not refused before."""
        run(capsys, "new", "new.xlsx")
        book = load_workbook("new.xlsx")
        [sexes] = [one for one in book["花名册"].data_validations.dataValidation if "C3" in one.sqref]
        sheet, _, cells = str(sexes.formula1).partition("!")
        assert [cell.value for (cell,) in book[sheet][cells.replace("$", "")]] == ["男", "女"]
        assert book[sheet].sheet_state == "hidden"
        assert (sexes.errorStyle, str(sexes.sqref)) == ("warning", "C3:C2000")

    def test_how_cells_are_shown(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Ids as texts, days as days, amounts as amounts, also below the rows that are ready."""
        run(capsys, "new", "new.xlsx")
        page = load_workbook("new.xlsx")["花名册"]
        formats = {"A": "@", "B": "@", "E": "yyyy-mm-dd", "G": "#,##0.00"}
        assert {letter: page[f"{letter}3"].number_format for letter in formats} == formats
        assert {letter: page.column_dimensions[letter].number_format for letter in formats} == formats
        assert (page.row_dimensions[1].hidden, page.freeze_panes, page.page_setup.orientation) == (
            True,
            "A3",
            "landscape",
        )

    def test_faults_are_marked(self, capsys: pytest.CaptureFixture[str]) -> None:
        """On the screen and in a copy."""
        run(capsys, "new", "new.xlsx")
        status, out, err = run(capsys, "assess", "new.xlsx", "--mark", "marked.xlsx")
        assert (status, out) == (2, "")
        assert err.splitlines() == [
            "已在 marked.xlsx 中标出有差错的单元格：3 处",
            "new.xlsx：项目!C3（合同总造价）缺失，请填写",
            "new.xlsx：项目!C4（合同开工日）缺失，请填写",
            "new.xlsx：项目!C5（合同竣工日）缺失，请填写",
        ]
        note = load_workbook("marked.xlsx")["项目"]["C3"].comment
        assert isinstance(note, Comment)
        assert note.text == "缺失，请填写"

    def test_where_the_copy_cannot_go(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The faults are told all the same."""
        run(capsys, "new", "new.xlsx")
        for place in ("new.xlsx", "no/such/folder.xlsx"):
            status, _, err = run(capsys, "assess", "new.xlsx", "--mark", place)
            assert (status, len(err.splitlines())) == (2, 4)

    def test_nothing_to_mark(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The faults of a case file are at no cell."""
        Path("case.toml").write_text("[contract]\n")
        _, _, err = run(capsys, "assess", "case.toml", "--mark", "marked.xlsx")
        assert err.startswith("差错不在工作簿的单元格中，未写 marked.xlsx\n")
        assert not Path("marked.xlsx").exists()

    def test_without_openpyxl(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """It is told what to install."""
        for name in [name for name in sys.modules if name.startswith("gxinjury.extra.workbooks")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        status, _, err = run(capsys, "new", "new.xlsx")
        assert (status, err) == (2, "写工作簿需要 openpyxl，请先安装：pip install 'gxinjury[office]'\n")


def headers(path: Path) -> str:
    """What stands over the columns of each sheet, line by line."""
    lines: list[str] = []
    for page in load_workbook(path).worksheets:
        lines.append(f"[{page.title}] {page.sheet_state}")
        is_across = page.row_dimensions[1].hidden
        names, labels = (page[1], page[2]) if is_across else (page["A"], page["B"])
        for name, label in zip(names, labels, strict=True):
            note = label.comment.text if label.comment else page.cell(label.row, 4).value
            told = [str(one) for one in (label.value, name.value, note) if one and page.sheet_state == "visible"]
            lines += [f"  {' | '.join(told)}"] if told else []
    return "\n".join([*lines, ""])


class TestToml:
    """``gxinjury new 项目.toml``."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_from_template_to_answer(self, capsys: pytest.CaptureFixture[str], language: Language) -> None:
        """The lines that are filled in lose their mark, the others stay as they are."""
        assert run(capsys, "new", "项目.toml", language=language)[0] == 0
        text = Path("项目.toml").read_text("utf-8")
        for line, filled in {
            "# [contract]": "[contract]",
            "# price = 1000.00": "price = 23856000",
            "# commencement = 2016-06-30": "commencement = 2015-11-01",
            "# completion = 2016-06-30": "completion = 2016-10-31",
            "# [[payments]]": "[[payments]]",
            "# amount = 1000.00": "amount = 31012.80",
            "# paid_on = 2016-06-30": "paid_on = 2015-10-30",
        }.items():
            text = text.replace(f"\n{line}\n", f"\n{filled}\n", 1)
        Path("项目.toml").write_text(text, "utf-8")
        status, out, _ = run(capsys, "assess", "项目.toml", language=language)
        assert status == 0
        assert "31,012.80" in out

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_every_key_is_one(self, language: Language) -> None:
        """Without its marks the template is TOML with every section; nothing in it is of a wrong kind."""
        data = tomllib.loads(re.sub("(?m)^# ", "", template(language)), parse_float=amount)
        assert list(data) != []
        assert set(data) == {field.name for field in fields_of(Sections)}
        with pytest.raises(FileError) as refused:
            structure_case(data)
        # What is left does not go together, or is of no such year or name.
        together = {"no_year", "wage_told_twice", "outside_season", "of_a_child_only", "unknown_figure"}
        assert {fault.code for fault in refused.value.faults} == together

    def test_as_it_stands(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing is filled in: the contract is asked for."""
        run(capsys, "new", "new.toml")
        assert run(capsys, "assess", "new.toml") == (2, "", "new.toml：contract 缺失（施工合同）\n")


class TestName:
    """Where the new file goes."""

    @pytest.mark.parametrize("name", ["new.xlsx", "new.toml"])
    def test_nothing_is_overwritten(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """Unless that is asked for."""
        Path(name).write_bytes(b"")
        assert run(capsys, "new", name) == (2, "", f"{name} 已存在，未予覆盖；确要覆盖请加 --force\n")
        assert Path(name).read_bytes() == b""
        assert run(capsys, "new", name, "--force")[0] == 0
        before = Path(name).read_bytes()
        assert before != b""
        assert run(capsys, "new", name)[0] == 2
        assert Path(name).read_bytes() == before
        assert run(capsys, "new", name, "--force")[0] == 0

    def test_prints_no_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        """There is no answer to print."""
        status, _, err = run(capsys, "new", "new.toml", "--json")
        assert (status, "没有选项 --json" in err, Path("new.toml").exists()) == (2, True, False)

    def test_no_file_of_another_kind_is(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A text that is called a workbook."""
        Path("new.xlsx").write_text("mine")
        status, _, err = run(capsys, "new", "new.xlsx", "--force")
        assert (status, "未予覆盖" in err, Path("new.xlsx").read_text()) == (2, True, "mine")

    @pytest.mark.parametrize(
        ("argv", "zh", "en"),
        [
            (("项目.doc",), "项目.doc 的扩展名应为 .xlsx 或 .toml", "the name 项目.doc must end in .xlsx or .toml"),
        ],
    )
    def test_what_names_no_file(
        self, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], zh: str, en: str
    ) -> None:
        """It is told what to name."""
        assert run(capsys, "new", *argv) == (2, "", f"{zh}\n")
        assert run(capsys, "new", *argv, language="en") == (2, "", f"{en}\n")
