"""A case asked for at the terminal, or through a pipe: it ends with a file, whatever is typed."""

import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from gxinjury.cli import asking, main
from gxinjury.cli.asking import ask_for_case
from gxinjury.extra.cases.hanging import Hanging
from gxinjury.extra.cases.reading import read_case
from gxinjury.texts import Language, Text
from tests.extra.looks import check_golden

WHOLE: Final = """邕江花园
2385.6万元
2015年10月9日
2016.6.30

2015-10-08
31,012.80元

2016年6月20日


2016年3月1日9时10分
张三
是
是
2016年3月2日 上午8点

完
"""

_SAVED: Final[dict[Language, str]] = {"zh": "案情.toml", "en": "case.toml"}


@pytest.fixture(autouse=True)
def _in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, in English on a page of 100 columns unless a test says otherwise."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


class _Terminal(io.StringIO):
    """What a person types, who sees the prompts."""

    def isatty(self) -> bool:
        return True


def asked(capsys: pytest.CaptureFixture[str], *typed: str, is_terminal: bool = False, file: str | None = None) -> str:
    """Return what is printed while lines are typed, in Chinese."""
    text = "".join(f"{line}\n" for line in typed)
    told = ask_for_case("zh", {}, file=file, reads=(_Terminal if is_terminal else io.StringIO)(text))
    return capsys.readouterr().out + told


class TestThinCaseJob:
    """From a bare terminal to a case that can be assessed."""

    def test_through_a_pipe(self) -> None:
        """In a process of its own, as a script would: prompts are shown, the file is written, the case is read."""
        program = "from gxinjury.cli.asking import ask_for_case; print(ask_for_case('zh'))"
        command = [sys.executable, "-X", "utf8", "-c", program]
        done = subprocess.run(  # Python itself
            command,
            input=f"{WHOLE}\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env=dict(os.environ),
        )
        assert "合同总造价是多少？（按元，或如 2385.6万元）\n> 2385.6万元\n  记为 23,856,000.00 元\n" in done.stdout
        assert "决定“项目当日参保”" in done.stdout
        assert done.stdout.endswith(
            "已保存为 案情.toml。核算：gxinjury assess 案情.toml；还缺什么：gxinjury ask 案情.toml\n"
        )
        case = read_case("案情.toml").case
        assert case.contract.price == 23_856_000
        assert [str(one.amount) for one in case.payments] == ["31012.8"]
        assert case.accidents[0].reported_at is not None
        assert main(["assess", "案情.toml"]) == 0

    def test_new_without_a_name(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """``gxinjury new`` asks."""
        monkeypatch.setattr("sys.stdin", io.StringIO(WHOLE))
        assert main(["new", "--lang", "zh"]) == 0
        assert "已保存为 案情.toml" in capsys.readouterr().out

    def test_a_thin_workbook(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """What is in its cells is known; it is saved as TOML beside it."""
        assert main(["new", "项目.xlsx"]) == 0
        monkeypatch.setattr("sys.stdin", io.StringIO("邕江花园\n2385.6万元\n完\n\n"))
        assert main(["ask", "项目.xlsx", "--fill", "--lang", "zh"]) == 0
        assert "已保存为 项目.toml" in capsys.readouterr().out

    def test_ask_fills_in_a_thin_case(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the file holds is not asked again; it is saved beside it, and not over it without a word."""
        Path("thin.toml").write_text("[contract]\nprice = 23856000\n", "utf-8")
        monkeypatch.setattr("sys.stdin", io.StringIO("\n2015-10-09\nend\nfull.toml\n"))
        assert main(["ask", "thin.toml", "--fill"]) == 0
        out = capsys.readouterr().out
        assert "What is the contract price" not in out
        assert "decides: how the premium is billed" in out
        assert out.endswith("what it lacks: gxinjury ask full.toml\n")
        data = tomllib.loads(Path("full.toml").read_text("utf-8"))
        assert sorted(data["contract"]) == ["commencement", "price"]


class TestAnswers:
    """What is typed, and what comes of it."""

    def test_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nobody answers: it ends politely, and nothing is written."""
        assert asked(capsys).endswith("没有任何回答，未保存")
        known = {"project": {"name": "邕江花园"}}
        assert ask_for_case("zh", known, reads=io.StringIO("\n")).endswith("没有任何回答，未保存")
        assert list(Path().iterdir()) == []

    def test_what_is_known_is_saved_at_the_end_of_input(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Also where nobody says under which name; a file that is there is left alone."""
        Path("案情.toml").write_text("x", "utf-8")
        assert "已保存为 案情-2.toml" in asked(capsys, "邕江花园")
        assert Path("案情.toml").read_text("utf-8") == "x"
        assert tomllib.loads(Path("案情-2.toml").read_text("utf-8")) == {"project": {"name": "邕江花园"}}

    def test_a_wrong_answer_is_told_and_asked_again(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Three times through a pipe, then it is skipped; at a terminal until it is right."""
        wrong = ["", "三千", "x", "y"]
        out = asked(capsys, *wrong, "2015-10-09", "2015-10-01", "完", "a.toml")
        assert out.count("未记入：金额请写 23,856,000 或 2385.6万元") == 3
        assert "三次都未能读懂，已跳过" in out
        assert "未记入：不得早于 合同开工日（2015-10-09）" in out
        out = asked(capsys, *wrong, "3000", "完", "b.toml", is_terminal=True)
        assert "三次都未能读懂" not in out
        assert "记为 3,000.00 元" in out
        assert "总造价不足一万元，是否漏写“万元”？" in out
        assert "总造价不足一万元" in asked(capsys, "", "9999.99", "完", "c.toml")
        assert "总造价不足一万元" not in asked(capsys, "", "10000", "完", "d.toml")

    def test_overwriting_has_to_be_agreed_to(self, capsys: pytest.CaptureFixture[str]) -> None:
        """No, or anything else that is not yes, asks for another name."""
        Path("a.toml").write_text("x", "utf-8")
        out = asked(capsys, "邕江花园", "完", "a.toml", "否", "a.toml", "也许", "b.toml")
        assert out.count("a.toml 已存在，要覆盖吗？") == 2
        assert Path("a.toml").read_text("utf-8") == "x"
        assert "已保存为 a.toml" in asked(capsys, "邕江花园", "完", "a.toml", "是")
        assert "邕江花园" in Path("a.toml").read_text("utf-8")

    @pytest.mark.parametrize("said", ["完", "结束", "end", "quit", "Q"])
    def test_ends_where_it_is_told_to(self, capsys: pytest.CaptureFixture[str], said: str) -> None:
        """In either language, however it is written; so does the question after the file's name."""
        assert "已保存为 案情.toml" in asked(capsys, "邕江花园", said, said)

    def test_the_next_name_that_is_free(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Counted on from two, as far as need be."""
        for taken in ("案情", *(f"案情-{number}" for number in range(2, 12))):
            Path(f"{taken}.toml").touch()
        assert "已保存为 案情-12.toml" in asked(capsys, "邕江花园")

    def test_a_text_keeps_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A case file may be called a text."""
        assert "已保存为 a.TXT。" in asked(capsys, "邕江花园", "完", "a.TXT")

    def test_a_name_of_another_kind_is_one_of_toml(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is saved is TOML, whatever it is called."""
        assert "已保存为 项目.xlsx.toml" in asked(capsys, "邕江花园", "完", "项目.xlsx")

    def test_a_roster_beside_the_case(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One that is not there, or has faults, is told at once."""
        Path("花名册.csv").write_text("填报时间,2015-10-08\n姓名,增减\n张三,增\n", "utf-8")
        contract = ["", "1000000", "2015-10-09", "2016-06-30", *[""] * 4]
        out = asked(capsys, *contract, "没有.csv", "花名册.csv", "完", "a.toml")
        assert "未记入：没有.csv：文件不存在" in out
        assert [str(one.worker) for one in read_case("a.toml").case.roster] != []

    def test_of_many_answers_the_first_are_told(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Four, so that the question stays in sight."""
        several = (Hanging(Text(zh="缴费", en="premium"), ("甲", "乙", "丙", "丁", "戊")),)
        monkeypatch.setattr(asking, "hanging_on", lambda *_: several)
        out = asked(capsys).splitlines()
        assert [line for line in out if line.startswith("  ")] == [
            "  决定“缴费”",
            *(f"    · {one}" for one in ("甲", "乙", "丙", "丁")),
        ]

    def test_ids_are_masked(self, capsys: pytest.CaptureFixture[str]) -> None:
        """On the screen; the file has them in full."""
        number = "450103198001011233"
        out = asked(capsys, "", "1000000", *[""] * 7, "2016-03-01 09:10", number, "完", "a.toml")
        assert number not in out
        assert out.count("4501************33") == 2
        assert number in Path("a.toml").read_text("utf-8")

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("is_terminal", [True, False], ids=["terminal", "pipe"])
    def test_the_dialogue_is_as_it_was(
        self, capsys: pytest.CaptureFixture[str], language: Language, *, is_terminal: bool
    ) -> None:
        """Every question, what hangs on it, what is told of answers and of what is saved, to the letter."""
        name, *rest = WHOLE.splitlines(keepends=True)
        reads = (_Terminal if is_terminal else io.StringIO)("".join([name, "many\n", *rest]))
        told = ask_for_case(language, {}, reads=reads)
        saved = Path(_SAVED[language]).read_text("utf-8").splitlines()
        kind = "terminal" if is_terminal else "pipe"
        check_golden(f"dialogue-{kind}.{language}", [*capsys.readouterr().out.splitlines(), told, *saved])

    def test_who_types_sees_the_prompt(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It ends no line, so it is written before an answer is waited for."""
        shown: list[str] = []

        class Output(io.StringIO):
            def flush(self) -> None:
                shown.append(self.getvalue())

        monkeypatch.setattr(sys, "stdout", Output())
        ask_for_case("en", {}, reads=io.StringIO(""))
        assert shown[0].endswith("\n> ")

    def test_english(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same in the other language."""
        told = ask_for_case("en", reads=io.StringIO("Riverside\nmany\n\n2015-10-09\nend\n"))
        out = capsys.readouterr().out
        assert "not taken: write an amount as 23,856,000 or 2385.6万元" in out
        assert told.startswith("saved as case.toml. To assess it: gxinjury assess case.toml")
