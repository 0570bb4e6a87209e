"""The shell: the language of the system, the width of the terminal, completion, help, progress, poor encodings."""

import contextlib
import ctypes
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxinjury.cli import main, progress
from gxinjury.cli.arguments import SHELLS, Parser, make_parser
from gxinjury.cli.completion import completion_script
from gxinjury.cli.encodings import Escapes, escaping
from gxinjury.cli.languages import language_of, system_language
from gxinjury.cli.printed import printed
from gxinjury.cli.printing import width
from gxinjury.cli.progress import at_work
from gxinjury.cli.topics import TOPICS
from gxinjury.extra.pages.parts import Document, Grid
from tests.chinese import code_in
from tests.cli.calls import refused, run

ROOT: Final = Path(__file__).parents[2]
SETTLED: Final = str(ROOT / "examples" / "settlement.toml")
VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class TestLanguage:
    """The system's, where none is asked for."""

    @pytest.fixture(autouse=True)
    def _nothing_set(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)

    @pytest.mark.parametrize(
        ("variables", "language"),
        [
            ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
            ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en_GB:zh_CN"}, "en"),
            ({"LANG": "C", "LANGUAGE": "zh_CN"}, "en"),
            ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh"}, "en"),
            ({"LC_ALL": "POSIX", "LANG": "zh_CN.UTF-8"}, "en"),
            ({"LANG": "zh_CN.UTF-8", "LANGUAGE": ""}, "zh"),
            ({"LANG": "fr_FR.UTF-8"}, "en"),
            ({}, "en"),
        ],
    )
    def test_variables(self, variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """LANGUAGE goes first unless there is no language at all."""
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert system_language() == language
        assert language_of(["--lang", "zh-Hans"]) == "zh"
        assert language_of(["--lang", "en", "--worker", "zh"]) == "en"

    @pytest.mark.parametrize(
        ("code", "region", "language"),
        [
            (0x0804, ("en_US", "1252"), "zh"),
            (0x0409, ("zh_CN", "936"), "en"),
            (0xFFFF, ("Chinese (Simplified)_China", "936"), "zh"),
            (0xFFFF, (None, None), "en"),
        ],
    )
    def test_windows(
        self, code: int, region: tuple[str | None, str | None], language: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Without variables as its own texts are; where it has no name for that, as its region is."""
        kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: code)
        monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
        monkeypatch.setattr("gxinjury.cli.languages.locale.getlocale", lambda: region)
        assert system_language() == language
        monkeypatch.setenv("LANG", "zh_CN.UTF-8" if language == "en" else "en_US.UTF-8")
        assert system_language() != language


class TestWidth:
    """Pages fit the terminal."""

    @pytest.mark.parametrize("columns", [60, 72, 80, 100])
    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize(
        "asked",
        [
            ("assess", SETTLED),
            ("obligations", SETTLED, "--on", "2022-07-01"),
            ("todo", SETTLED, "--injury", "1"),
            ("papers", SETTLED),
            ("help", "case-file"),
            ("annex1", SETTLED),
        ],
        ids=lambda asked: asked[0],
    )
    def test_no_line_is_wider(
        self, asked: tuple[str, ...], language: str, columns: int, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        """Down to 60 columns, Chinese characters counted as two."""
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = run(capsys, *asked, "--lang", language).splitlines()
        assert [line for line in lines if width(line) > columns] == []

    def test_says_the_same_at_every_width(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A table that is broken loses nothing: each number and clause stands there as often."""
        found = []
        for columns in ("60", "100"):
            monkeypatch.setenv("COLUMNS", columns)
            told = run(capsys, "assess", SETTLED, "--lang", "zh")
            found.append(sorted(re.findall(r"[\d,]+\.\d\d|\[[\w.-]+\]", told)))
        assert found[0] == found[1]

    @given(
        st.lists(st.lists(st.text("应缴 ab1", min_size=1, max_size=30).map(str.strip), min_size=3, max_size=3),
                 min_size=1, max_size=4),
        st.integers(40, 60),
    )  # fmt: skip
    def test_cells_are_whole(self, rows: list[list[str]], columns: int) -> None:
        """Every letter of every cell is there, whatever is broken."""
        told = printed(Document((Grid(rows, numbers=[2]),), "zh"), columns)
        assert sorted(re.sub(r"\s", "", told)) == sorted(re.sub(r"\s", "", "".join(map("".join, rows))))


class TestCompletion:
    """Scripts that the shells read."""

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("shell", SHELLS)
    def test_knows_every_command_and_option(
        self, shell: str, language: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """All that the parser knows."""
        script = run(capsys, "completion", shell, "--lang", language)
        assert script.strip() == completion_script(shell, make_parser("zh" if language == "zh" else "en"))
        for name, (_, command) in make_parser("en").commands.items():
            assert re.search(rf"\b{name}\b", script)
            for option in command._option_string_actions:
                assert option.lstrip("-") in script

    def test_what_zsh_would_read_otherwise(self) -> None:
        """Brackets and colons end what is told of an option there; quotes end a word."""
        parser, command = Parser("en"), Parser("en")
        command.add_argument("--day", help="a day [like it's]: 2016")
        parser.commands["ask"] = "asked", command
        assert "'--day[a day (like it'\\''s)： 2016]:value:_files'" in completion_script("zsh", parser)

    @pytest.mark.parametrize("shell", ["zsh", "fish"])
    def test_is_read(self, shell: str) -> None:
        """By the shell itself, where it is installed."""
        path = shutil.which(shell)
        if path is None:
            pytest.skip(f"{shell} is not installed")
        subprocess.run([path, "-n", "-"], input=completion_script(shell, make_parser("en")), text=True, check=True)

    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            (["gxinjury", "pro"], ["proof"]),
            (["gxinjury", "proof", "--wo"], ["--worker"]),
            (["gxinjury", "assess", "--calendar", "gu"], ["guangxi"]),
            (["gxinjury", "completion", "fi"], ["fish"]),
            (["gxinjury", "completion", "--h"], ["--help"]),
        ],
    )
    def test_bash_completes(self, words: list[str], offered: list[str]) -> None:
        """Commands, options, what an option may be."""
        bash = shutil.which("bash")
        if bash is None:
            pytest.skip("bash is not installed")
        script = completion_script("bash", make_parser("en"))
        asked = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _gxinjury; echo ${{COMPREPLY[@]}}"
        done = subprocess.run([bash, "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=True)
        assert (done.stdout.split(), done.stderr) == (offered, "")


class TestHelp:
    """gxinjury help TOPIC."""

    def test_lists_all(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Every command and every topic."""
        told = run(capsys, "help", "--lang", "zh")
        for name in (*make_parser("zh").commands, *TOPICS):
            assert re.search(rf"^  {name} ", told, re.MULTILINE)

    @pytest.mark.parametrize("topic", TOPICS)
    def test_topics(self, topic: str, capsys: pytest.CaptureFixture[str]) -> None:
        """In both languages, Chinese in Chinese and English in English."""
        assert not re.search("[\u4e00-\u9fff]", run(capsys, "help", topic, "--lang", "en"))
        told = run(capsys, "help", topic, "--lang", "zh")
        assert re.search("[\u4e00-\u9fff]", told)
        for text in TOPICS[topic][1]:
            assert "".join(text.zh.split()) in "".join(told.split())
        if topic != "terminal":  # which names variables
            assert code_in(told.partition("[contract]")[0]) in ([], ["elapsed_time"])

    def test_the_case_file_is_read_off_its_records(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Sections once or several times, keys by what they are called, what is needed."""
        told = run(capsys, "help", "case-file", "--lang", "zh")
        for line in (
            "[contract]  施工合同（必填）",
            "  price         合同总造价（必填）",
            "[[injuries]]  事故，每项一节",
            "relief  阶段性降低费率的比例",
            "[payee]  工伤保险费转入账户",
        ):
            assert f"\n{line}\n" in told

    def test_commands(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same as --help after the command."""
        told = run(capsys, "help", "proof", "--lang", "zh")
        with_option = main(["proof", "--help", "--lang", "zh"])
        assert (with_option, capsys.readouterr().out.strip()) == (0, told.strip())

    def test_the_nearest(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What begins so, else what is most alike."""
        assert refused(capsys, "help", "case", "--lang", "zh") == "没有关于 'case' 的说明，是否应为 case-file？"
        assert refused(capsys, "help", "reading-s", "--lang", "en").endswith("did you mean readings?")
        assert refused(capsys, "help", "%%%", "--lang", "en").endswith("did you mean todo?")


class TestCalls:
    """What argparse complains of, in the language asked for."""

    def test_numbers(self, capsys: pytest.CaptureFixture[str]) -> None:
        """No word is an accident."""
        for word in ("第一起", "1_0", "+1", " 1"):
            told = refused(capsys, "todo", SETTLED, "--injury", word, "--lang", "zh")
            assert told.endswith(f"'{word}' 不是序号，应如 1")

    @pytest.mark.parametrize(("given", "near"), [("--h", "--help"), ("--hel", "--help"), ("--htm", "--html")])
    def test_help_goes_first(self, given: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Who begins to type it means it."""
        assert refused(capsys, "papers", SETTLED, given, "--lang", "en").endswith(f"did you mean {near}?")


class Terminal(io.StringIO):
    """A stream that says that it is one, and remembers what had been written whenever it was to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def flush(self) -> None:
        """Show it."""
        self.shown.append(self.getvalue())

    def isatty(self) -> bool:
        """It is."""
        return True


class TestProgress:
    """That a command is at work."""

    def test_is_told_after_a_while_and_taken_away(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """By the second, on a terminal."""
        monkeypatch.setattr(progress, "AFTER", 0.01)
        monkeypatch.setattr(progress, "_EVERY", 0.01)
        told = Terminal()
        with at_work("zh", told):
            [saying] = [one for one in threading.enumerate() if one.name.endswith("(_say)")]
            assert saying.daemon, "a command that is broken off ends"
            time.sleep(0.2)
        assert "正在计算，已用" in told.getvalue()
        assert re.fullmatch(r"\r +\r", "\r" + told.getvalue().rsplit("\r", 2)[1] + "\r")

    @pytest.mark.parametrize(
        ("asked", "told"),
        [(("readings",), True), (("ask", SETTLED), True), (("ask", SETTLED, "--fill"), False), (("new",), False)],
    )
    def test_is_not_told_into_a_dialogue(
        self, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], *, told: bool
    ) -> None:
        """Who is asked question by question waits for nothing."""
        languages: list[str] = []

        def working(language: str) -> contextlib.nullcontext[None]:
            languages.append(language)
            return contextlib.nullcontext()

        monkeypatch.setattr("gxinjury.cli.at_work", working)
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        assert main([*asked, "--lang", "en"]) == 0
        assert languages == (["en"] if told else [])

    def test_counts_the_seconds(self) -> None:
        """Two before the first time, then one each; in the end as many blanks as the line had columns."""
        waited: list[float] = []

        class Done(threading.Event):
            def wait(self, timeout: float | None = None) -> bool:
                waited.append(timeout or 0.0)
                return len(waited) > 3

        told = Terminal()
        progress._say(told, "zh", Done())
        lines = [f"正在计算，已用{seconds}秒……" for seconds in (2, 3, 4)]
        written = [*(f"\r{line}" for line in lines), f"\r{' ' * 19}\r"]
        assert (told.getvalue(), told.shown) == ("".join(written), [*accumulate(written)])
        assert waited == [2.0, 1.0, 1.0, 1.0]

    def test_is_not_told_before(self) -> None:
        """What is done at once says nothing, and nothing is said into a file."""
        told = Terminal()
        with at_work("en", told):
            pass
        assert told.getvalue() == ""
        plain = io.StringIO()
        with at_work("en", plain):
            assert not [one for one in threading.enumerate() if one.name.endswith("(_say)")]
        assert plain.getvalue() == ""


class TestEncodings:
    """A terminal that lacks characters."""

    def spoken(self, encoding: str, *asked: str) -> tuple[str, str]:
        """What a command prints there, and what it says of it."""
        variables = {**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "100"}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "gxinjury", *asked], capture_output=True, env=variables, check=True
        )
        return done.stdout.decode(encoding), done.stderr.decode(encoding)

    def test_gbk(self, tmp_path: Path) -> None:
        """Has nearly all; what it lacks is written as its number, and told."""
        path = tmp_path / "case.toml"
        text = Path(SETTLED).read_text(encoding="utf-8").replace("邕江北岸安置房（示例）", "\u4dae\U00020000桥", 1)
        path.write_text(text, encoding="utf-8")
        out, err = self.spoken("gbk", "papers", str(path), "--lang", "zh")
        assert out.splitlines()[0] == "\\u4dae\\U00020000桥"
        assert "企业法人营业执照" in out
        assert "终端编码 gbk 没有的字符已写成 \\u 转义：\\u4dae \\U00020000；" in err

    def test_nothing_is_said_where_nothing_is_lacking(self) -> None:
        """All of the example is in GBK."""
        _, err = self.spoken("gbk", "assess", SETTLED, "--lang", "zh")
        assert err == ""

    def test_ascii(self) -> None:
        """Of very many the first are named."""
        out, err = self.spoken("ascii", "papers", SETTLED, "--lang", "zh")
        assert "\\u4f01\\u4e1a" in out
        assert " ..." in err

    def test_escapes(self) -> None:
        """What cannot be read is another matter; a stream of another kind stays as it is."""
        with pytest.raises(UnicodeDecodeError):
            Escapes()(UnicodeDecodeError("gbk", b"\xff", 0, 1, "no"))
        assert escaping(io.StringIO()).told() == ""
