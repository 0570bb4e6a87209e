"""Chinese as people say it: no code names, none of Python's words and no field paths inside Chinese sentences.

Looked at are every bilingual text that a module holds, every page of every example, and what drawn cases are told.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gxinjury
from gxinjury import InvalidFactError, explain
from gxinjury.catalogues import Catalogue
from gxinjury.cli import main, printing
from gxinjury.codec import FileError
from gxinjury.construction import assess_project, obligations
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.reading import structure_case
from gxinjury.extra.strategies import laws, project_cases
from gxinjury.findings import FindingWords, RefusalWords
from gxinjury.texts import Text
from tests.chinese import code_in, stray_blanks_in

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
CASES: Final = sorted(path.name for path in EXAMPLES.glob("*.*"))
REPORTS: Final = sorted(str(path) for path in (EXAMPLES / "couriers").glob("*.csv"))
_DEEPEST: Final = 9
OUT_OF_USE: Final = {
    "被保险人": "工伤保险参保人员",
    "保障期": "参保有效期",
    "解读": "口径",
    "所依之法": "本次采用的口径",
    "推算步骤": "计算过程",
    "缴费账": "缴费核对",
    "缴费单": "应缴明细",
    "视为缴清": "缴清日期",
    "阶段性减收": "阶段性降低费率",
    "职工一方": "职工方",
    "案件文件": "案情文件",
    "实为": "现为，现未填写",
    "不再可能": "可排除",
    "在岗而未参保": "在岗但工伤保险关系未生效",
    "日数：": "共3日、迟报2日",
    "law.with_figure": "如有依据，请补充数值及其出处",
}
"""What no clerk in Nanning would say, and what he would."""


@cache
def texts() -> dict[Text, str]:
    """Return every bilingual text that a module of the library holds, with where it stands: the entry's name."""
    found: dict[Text, str] = {}
    seen: set[int] = set()
    for one in pkgutil.walk_packages(gxinjury.__path__, "gxinjury."):
        if not one.name.endswith("__main__"):
            module = importlib.import_module(one.name)
            for name, value in vars(module).items():
                if not name.startswith("__"):
                    for text, where in _within(value, f"{one.name}.{name}", seen, 0):
                        found.setdefault(text, where)
    return found


def _within(value: Any, where: str, seen: set[int], depth: int) -> Iterator[tuple[Text, str]]:  # noqa: ANN401  (whatever a module holds)
    if isinstance(value, Text):
        yield value, where
        return
    if depth > _DEEPEST or isinstance(value, str | bytes | int | float | None) or id(value) in seen:
        return
    seen.add(id(value))
    for part, at in _parts(value):
        yield from _within(part, f"{where}{at}", seen, depth + 1)


def _parts(value: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401  (as above)
    if isinstance(value, Catalogue):
        yield from ((text, f"[{name!r}]") for name, text in value.texts.items())
    elif isinstance(value, Mapping):
        yield from ((part, f"[{key!r}]") for key, part in value.items())
        yield from ((key, "") for key in value)
    elif isinstance(value, tuple | list | set | frozenset):
        yield from ((part, f"[{position}]") for position, part in enumerate(value))
    elif inspect.isclass(value) and issubclass(value, Enum):
        yield from ((member.value, f".{member.name}") for member in value)
        yield from ((getattr(value, name, None), f".{name}") for name in ("question", "why"))
    elif inspect.isclass(value) and value.__module__.endswith(".findings"):
        yield from ((words, f".{name}") for name, words in vars(value).items())
    elif isinstance(value, FindingWords | RefusalWords):
        yield value.words, ""
    elif isinstance(value, Enum):
        yield value.value, ""
    elif attrs.has(type(value)):
        yield from ((getattr(value, field.name), f".{field.name}") for field in attrs.fields(type(value)))


def faults_of(sentence: str) -> list[str]:
    """Return what is wrong with a line of Chinese."""
    return [*code_in(sentence), *(f"blank in {where!r}" for where in stray_blanks_in(sentence))]


class TestTheCheck:
    """The check finds what it is there to find, and no more."""

    @pytest.mark.parametrize(
        ("sentence", "found"),
        [
            ("解读 CoverFrom 取 FIRST_PAYMENT", ["CoverFrom", "FIRST_PAYMENT"]),
            ("所取为 ANY", ["ANY"]),
            ("现为 None", ["None"]),
            ("必须是 True 或 false", ["True", "false"]),
            ("请在 injuries[1].benefits 中填写 average_series", ["injuries[1].benefits", "average_series"]),
            ("请以 law.with_figure 补充", ["law.with_figure"]),
            ("采用“首次缴费之日”（FIRST_PAYMENT）", []),
            ('cover_from = "FULL_PAYMENT"（默认）；另可理解为“首次缴费之日”（FIRST_PAYMENT）', []),
            ("依据 [NN-1.1.4, ORDER117-medical] 另存为 UTF-8 的 CSV", []),
            ("The price is None", []),
            ("见 examples/ordinary.toml", []),
            ("键名须用英文：合同→contract", []),
            ("没有这种键；是否应为 paid_on（缴费日）？", []),
        ],
    )
    def test_finds_code(self, sentence: str, found: list[str]) -> None:
        """Names of code, Python's words and paths; not what stands apart, and nothing in English."""
        assert code_in(sentence) == found

    def test_finds_stray_blanks(self) -> None:
        """One blank between two Chinese characters is what a label left behind; columns have two."""
        assert stray_blanks_in("按项目参保的费率 的核实") == ["参保的费率 的核实"]
        assert stray_blanks_in("缴费  已缴") == []


class TestTexts:
    """Every text that the library holds."""

    def test_there_are_as_many_as_there_were(self) -> None:
        """The walk reaches findings, catalogues, rules of input, members, readings, clauses and figures."""
        places = set(texts().values())
        for entry in (".paid_late", "['cautions']", "['not_whole_fen']", "FULL_PAYMENT", "question", ".why"):
            assert any(entry in place for place in places), entry
        assert len(texts()) > 1900

    def test_no_code_in_chinese(self) -> None:
        """None of them has code in its Chinese; what is told names the entry."""
        assert {where: found for text, where in texts().items() if (found := faults_of(text.zh))} == {}

    def test_no_word_that_is_out_of_use(self) -> None:
        """None of them says what people say otherwise; what is told names the entry and the word to use."""
        told = {
            where: f"{old} → {better}"
            for text, where in texts().items()
            for old, better in OUT_OF_USE.items()
            if old in text.zh
        }
        assert told == {}


class TestPages:
    """Every page of every example, in lines that do not break."""

    @pytest.fixture(autouse=True)
    def _one_line_an_item(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "1000000")
        monkeypatch.setattr(printing, "_WIDEST", 1_000_000)

    def wrong(self, capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, list[str]]:
        """Return the lines of a page that have something wrong in them, with what."""
        assert main([*argv, "--lang", "zh"]) == 0
        # The clause register heads each line with what it is about.
        lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
        told = [line.partition("  ")[2] or line for line in lines] if argv[0] == "clauses" else lines
        assert lines
        return {line: found for line in told if (found := faults_of(line))}

    @pytest.mark.parametrize("case", CASES)
    @pytest.mark.parametrize(
        "command",
        [
            ("assess",),
            ("assess", "--explain"),
            ("ask",),
            ("obligations", "--on", "2015-10-01"),
            ("obligations", "--on", "2016-06-01"),
            ("obligations", "--on", "2024-06-01"),
        ],
        ids=" ".join,
    )
    def test_of_a_case(self, capsys: pytest.CaptureFixture[str], case: str, command: tuple[str, ...]) -> None:
        """Answers, explanations, questions and duties of every example."""
        name, *options = command
        assert self.wrong(capsys, name, str(EXAMPLES / case), *options) == {}

    @pytest.mark.parametrize(
        "argv",
        [
            ("clauses",),
            ("readings",),
            ("figures",),
            ("courier-report", *REPORTS),
            ("courier-report", REPORTS[8]),
            *((command, "--help") for command in ("assess", "obligations", "ask", "clauses", "courier-report")),
        ],
        ids=lambda argv: " ".join(argv)[:40],
    )
    def test_of_lists_and_help(self, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
        """The register, the readings, the figures, the reports, and help."""
        if "--help" in argv:
            assert main([*argv, "--lang", "zh"]) == 0
            lines = [line.strip() for line in capsys.readouterr().out.splitlines() if not line.startswith("用法")]
            assert {line: found for line in lines if (found := faults_of(line))} == {}
        else:
            assert self.wrong(capsys, *argv) == {}


class TestDrawn:
    """What drawn cases are told."""

    @settings(max_examples=30)
    @given(case=project_cases(), law=laws(), on=st.dates(date(2014, 1, 1), date(2024, 12, 31)))
    def test_answers_and_refusals(self, case: Any, law: Any, on: date) -> None:  # noqa: ANN401  (drawn)
        """Explanations of an assessment and of the duties, and what refuses them, line by line."""
        for asked in (
            lambda: explain(assess_project, case, law=law),
            lambda: explain(obligations, case, on=on, law=law),
        ):
            try:
                told = asked().text("zh")
            except GxInjuryError as error:
                told = error.text("zh")
                if error.explanation is not None:
                    told += "\n" + error.explanation.text("zh")
            assert {line: found for line in told.splitlines() if (found := faults_of(line))} == {}

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text("a1-.,年月日", max_size=9),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.sampled_from(("price", "name", "worker", "grade", "x")), inner, max_size=3)
            ),
            max_leaves=4,
        ),
        st.sampled_from(("contract", "payments", "injuries", "relief", "warranty", "roster", "law", "progress")),
    )
    def test_faults_of_files(self, value: object, section: str) -> None:
        """What is told of a section of which anything may stand: a place, then a sentence without code."""
        contract = {"price": 1_000_000, "commencement": "2015-10-09", "completion": "2016-06-30"}
        try:
            structure_case({"contract": contract, section: value}, "case.toml")
        except FileError as error:
            for line in error.text("zh").splitlines():
                sentence = line.partition("：")[2].partition("，现为 ")[0]
                place, blank, rest = sentence.partition(" ")
                assert code_in(rest if blank and "）" not in place else sentence.partition("）")[2]) == [], line

    def test_a_slip_of_input_ends_without_pythons_words(self) -> None:
        """None and booleans are told as a person says them."""
        for value, told in ((None, "现未填写"), (True, "现为“是”"), (1, "现为 1")):
            assert InvalidFactError("Contract", "price", Text(zh="须提供", en="-"), value).text("zh").endswith(told)
