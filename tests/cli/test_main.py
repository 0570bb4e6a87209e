"""The command: what it prints, how it ends, and that no input makes a traceback."""

import contextlib
import importlib
import io
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxinjury
from gxinjury.citations import Status
from gxinjury.cli import main
from gxinjury.cli.complaints import complaint
from gxinjury.cli.printing import width
from gxinjury.law.clauses import INSTRUMENTS, clauses

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
GOLDEN: Final = Path(__file__).parent / "golden"
CASES: Final = ("ordinary", "in_progress_with_raise", "delayed_with_warranty", "site_accident", "disease")
OTHER_PAGES: Final = (("ask", "examples/ordinary.toml"), ("clauses", "--instrument", "rsf13"))
HAN: Final = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page of 100 columns unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def example(name: str) -> str:
    """Return the path of an example."""
    return str(EXAMPLES / f"{name}.toml")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Run the command in this process; return its status, what it printed, and what it complained of."""
    status = main(argv)
    out, err = capsys.readouterr()
    return status, out, err


def answered(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:  # noqa: ANN401  (JSON)
    """Return the data that the command printed."""
    status, out, err = run(capsys, *argv)
    assert (status, err) == (0, "")
    return json.loads(out)


class TestGolden:
    """The examples print what was looked at and found right, in both languages.

    After a change that is meant, make a file anew and look at it:
    ``COLUMNS=100 gxinjury assess examples/ordinary.toml --lang zh > tests/cli/golden/ordinary.zh.txt``.
    """

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("name", CASES)
    def test_prints_as_it_did(self, capsys: pytest.CaptureFixture[str], name: str, language: str) -> None:
        """All but the last line, which names the version."""
        status, out, err = run(capsys, "assess", example(name), "--lang", language)
        assert (status, err) == (0, "")
        expected = (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")
        assert out.splitlines()[:-1] == expected.splitlines()[:-1]
        assert out.splitlines()[-1].startswith("gxinjury 0.1.0")

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("argv", OTHER_PAGES, ids=[argv[0] for argv in OTHER_PAGES])
    def test_other_commands_print_as_they_did(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], language: str
    ) -> None:
        """To the letter, blank lines too, but for the version."""
        monkeypatch.chdir(ROOT)
        status, out, err = run(capsys, *argv, "--lang", language)
        assert (status, err) == (0, "")
        expected = (GOLDEN / f"{argv[0]}.{language}.txt").read_text(encoding="utf-8")
        assert out == expected

    @pytest.mark.parametrize("name", CASES)
    def test_both_languages_say_the_same(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """Amounts, days and clauses stand in the same order in both."""
        found = []
        for language in ("zh", "en"):
            _, out, _ = run(capsys, "assess", example(name), "--lang", language)
            out = out.partition("\n\n")[2].replace("\n    [", " [")
            found.append(re.findall(r"\d[\d,]*\.\d\d\b|NN-[\d.]+\d|\b[A-Z]+_[A-Z_]+\b", out))
        assert found[0] == found[1]

    @pytest.mark.parametrize(
        ("name", "amounts"),
        [
            ("ordinary", ["130,000.00"]),
            # P3 and P2 of the worked cases
            ("in_progress_with_raise", ["54,062.93", "11,050.00", "65,112.93", "1,050.00"]),
            ("delayed_with_warranty", ["73,294.00"]),
            ("site_accident", ["55,380.00", "19,590.20", "18,640.20", "950.00", "6,200.00"]),
        ],
    )
    def test_holds_the_figures_of_the_worked_cases(
        self, capsys: pytest.CaptureFixture[str], name: str, amounts: list[str]
    ) -> None:
        """The amounts that were computed by hand stand on the page."""
        _, out, _ = run(capsys, "assess", example(name))
        assert all(amount in out for amount in amounts)

    def test_no_line_is_wider_than_the_page(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Sentences are wrapped, tables are not; ninety columns hold the tables of this example."""
        monkeypatch.setenv("COLUMNS", "90")
        for language in ("zh", "en"):
            _, out, _ = run(capsys, "assess", example("ordinary"), "--lang", language)
            assert max(width(line) for line in out.splitlines()) <= 90


class TestAssess:
    """What the page tells beside the examples."""

    @staticmethod
    def case(tmp_path: Path, text: str) -> str:
        """Write a case file with a sound contract; return its path."""
        path = tmp_path / "case.toml"
        contract = "[contract]\nprice = 100_000_000\ncommencement = 2015-10-09\ncompletion = 2016-06-30\n"
        path.write_text(contract + text, encoding="utf-8")
        return str(path)

    def test_nothing_paid(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """No payment: no cover, and findings that say so, in both languages."""
        path = self.case(tmp_path, "")
        _, out, _ = run(capsys, "assess", path)
        assert "counts as paid on  not yet  [NN-1.1.5]" in out
        assert "\nCover\n  none\n" in out
        assert "cover has not begun" in out
        assert out.startswith("construction project\n====================\n")
        _, out, _ = run(capsys, "assess", path, "--lang", "zh")
        assert "缴清日期  尚未缴清  [NN-1.1.5]" in out
        assert "参保尚未起算" in out

    def test_nothing_to_mind(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Where there is nothing to mind and nothing to read in two ways, nothing is said of it."""
        text = (EXAMPLES / "ordinary.toml").read_text(encoding="utf-8")
        path = tmp_path / "case.toml"
        path.write_text(text.replace("2016-", "2017-").replace("2015-", "2016-"), encoding="utf-8")
        _, out, _ = run(capsys, "assess", str(path))
        assert out.partition("Findings\n")[2].startswith("  none\n\ngxinjury ")

    def test_amounts_stand_under_each_other(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Those of the bill, of what it is computed from and of what it comes to."""
        text = "[[payments]]\namount = 130_000\npaid_on = 2015-10-08\n"
        text += "[[price_changes]]\namount = 1_000_000\nagreed_on = 2016-01-01\n"
        _, out, _ = run(capsys, "assess", self.case(tmp_path, text))
        assert out.partition("Premium\n")[2].partition("  counts as")[0].splitlines() == [
            "  due                131,300.00 yuan",
            "      initial premium        2015-10-08  100,000,000.00  × 1.3‰  =  130,000.00  [NN-1.1.2]",
            "      supplementary premium  2016-01-01    1,000,000.00  × 1.3‰  =    1,300.00  [NN-1.1.3]",
            "  paid               130,000.00 yuan",
            "  open                 1,300.00 yuan",
        ]

    def test_overpaid(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What was paid too much has a line of its own."""
        path = self.case(tmp_path, "[[payments]]\namount = 1_130_000\npaid_on = 2015-10-08\n")
        _, out, _ = run(capsys, "assess", path)
        assert "overpaid           1,000,000.00 yuan" in out
        assert "open                       0.00 yuan" in out

    def test_departures(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """What departs from the law as it stands is told, with the default beside a reading."""
        path = self.case(
            tmp_path,
            "[[payments]]\namount = 130_000\npaid_on = 2016-01-08\n[law]\nonly_verified = true\n"
            'readings = { elapsed_time = "MONTHS", who_is_in_progress = "ANY" }\n',
        )
        _, out, _ = run(capsys, "assess", path)
        assert 'elapsed_time = "MONTHS" (asked for in the case file; the default is DAYS (in days,' in out
        assert "The law asked departs from the law as it stands" in out
        assert "verified and published figures only" in out
        data = answered(capsys, "assess", path, "--json")
        assert data["law"]["readings"]["elapsed_time"] == "MONTHS"
        assert data["law"]["readings"]["cover_from"] == "FULL_PAYMENT"
        assert data["law"]["only_verified"] is True
        assert len(data["law"]["departures"]) == 3
        assert [taken["departs"] for taken in data["readings"] if taken["name"] == "elapsed_time"] == [True]

    @pytest.mark.clause("NN-1.1.4")
    def test_a_payment_after_the_term_is_answered_as_far_as_it_goes(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """What was paid stands on the page, what is due does not, and a finding says why."""
        path = self.case(tmp_path, "[[payments]]\namount = 130_000\npaid_on = 2016-07-01\n")
        status, out, err = run(capsys, "assess", path)
        assert (status, err) == (0, "")
        assert re.search(r"\n  due   not answered, see the findings\n  paid  130,000\.00 yuan", out)
        assert "no answer on the premium: the payment day 2016-07-01" in out
        data = answered(capsys, "assess", path, "--json")
        assert (data["premium"], data["account"]) == (None, None)

    def test_a_stale_figure_is_a_caution_and_no_warning(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """It stands on the page with its clause; nothing is written to the error stream."""
        path = self.case(
            tmp_path,
            "[[payments]]\namount = 1\npaid_on = 2021-01-01\n"
            "[[term_changes]]\ncompletion = 2022-01-01\nagreed_on = 2016-01-01\n",
        )
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            status, out, err = run(capsys, "assess", path)
        assert (status, err) == (0, "")
        assert re.search(r"was verified through 2020-05-31; the day asked for is\s+later\s+\[NN-1\.1\.2", out)

    @pytest.mark.parametrize(("language", "heading"), [("en", "Step by step"), ("zh", "计算过程")])
    def test_explained(self, capsys: pytest.CaptureFixture[str], language: str, heading: str) -> None:
        """With --explain the whole tree follows, on the page and in the data."""
        _, out, _ = run(capsys, "assess", example("ordinary"), "--explain", "--lang", language)
        tree = out.partition(f"{heading}\n")[2]
        data = answered(capsys, "assess", example("ordinary"), "--explain", "--json")
        assert data["explanation"][language] in tree
        assert "NN-1.1.2" in tree

    def test_a_name_cannot_play_tricks(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Control characters of a name are not sent to the terminal, a resident id in it is masked."""
        path = self.case(tmp_path, '[project]\nname = "A\\u001b[31mB"\nowner = "450103198001011234"\n')
        _, out, _ = run(capsys, "assess", path)
        assert "\x1b" not in out
        assert "450103198001011234" not in out
        assert "4501************34" in out
        assert answered(capsys, "assess", path, "--json")["project"]["owner"] == "4501************34"


class TestJson:
    """The same as data, as docs/case-file.md says."""

    SCHEMA: Final = json.loads(
        re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    )

    @pytest.mark.parametrize("extra", [(), ("--explain",)])
    @pytest.mark.parametrize("name", CASES)
    def test_has_the_shape_it_says(self, capsys: pytest.CaptureFixture[str], name: str, extra: tuple[str, ...]) -> None:
        """The answers to the examples fit the schema in the docs."""
        data = answered(capsys, "assess", example(name), "--json", *extra)
        fits(data, self.SCHEMA, self.SCHEMA["$defs"])
        assert list(data)[: len(self.SCHEMA["required"])] == self.SCHEMA["required"]

    def test_the_shape_is_held_up(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The test of the shape notices a key more, a key less and a value of another kind."""
        data = answered(capsys, "assess", example("ordinary"), "--json")
        for wrong in (
            data | {"more": 1},
            {name: value for name, value in data.items() if name != "cover"},
            data | {"delay_papers_by": "tomorrow"},
            data | {"findings": [1]},
        ):
            with pytest.raises(AssertionError):
                fits(wrong, self.SCHEMA, self.SCHEMA["$defs"])

    def test_tells_what_the_page_tells(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Amounts are texts with two decimals, days ISO, clauses by number."""
        data = answered(capsys, "assess", example("in_progress_with_raise"), "--json", "--lang", "zh")
        assert data["schema_version"] == 1
        assert data["version"] == gxinjury.__version__
        assert data["premium"]["counts_as_paid_on"] == "2015-09-01"
        assert [line["amount"] for line in data["premium"]["lines"]] == ["54062.93", "11050.00"]
        assert data["premium"]["lines"][0]["share"] == {"part": 304, "whole": 731}
        assert [line["clauses"] for line in data["premium"]["lines"]] == [["NN-1.1.2", "NN-1.1.4"], ["NN-1.1.3"]]
        assert data["contract"]["bid_price"] == "99000000.00"
        assert data["account"]["open"] == "1050.00"
        assert data["findings"][0]["values"] == {"open": "1050.00"}
        assert [(one["state"], one["first"], one["last"], one["clauses"]) for one in data["cover"]] == [
            ("COVERED", "2015-09-01", "2016-06-30", ["NN-1.3.1"]),
            ("UNSETTLED", "2016-07-01", None, ["NN-1.3.2"]),
        ]
        assert data["law"]["verified_through"]["project_premium_rate"] == "2020-05-31"
        assert data["law"]["verified_through"]["new_starts_from"] is None

    @pytest.mark.clause("NN-4.1")
    def test_the_standing_of_a_disease_has_its_clause(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A disease has no scene to report from: it rests on the application for its determination."""
        data = answered(capsys, "assess", example("disease"), "--json")
        assert {one["standing"]["clause"] for one in data["diseases"]} == {"NN-4.1"}

    def test_windows_have_their_clauses(self, capsys: pytest.CaptureFixture[str]) -> None:
        """V2 and V5: delay and warranty each cite their clause, days between cite none."""
        data = answered(capsys, "assess", example("delayed_with_warranty"), "--json")
        assert [(one["first"], one["last"], one["clauses"]) for one in data["cover"]] == [
            ("2015-10-10", "2016-08-15", ["NN-1.3.1", "NN-1.3.2"]),
            ("2016-08-16", "2016-09-25", []),
            ("2016-09-26", "2018-08-15", ["NN-1.3.3"]),
            ("2018-08-16", None, []),
        ]
        late, gap = data["findings"][-2:]
        assert (late["code"], late["values"]) == (
            "warranty_filed_late",
            {"filed_on": "2016-09-20", "limit": "2016-09-14"},
        )
        assert (gap["code"], gap["values"]) == (
            "warranty_gap",
            {"first": "2016-08-16", "last": "2016-09-25", "days": 41},
        )

    def test_work_stoppages(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """As facts on the page and in the data, with what the notice has to say of them."""
        path = tmp_path / "case.toml"
        text = Path(example("ordinary")).read_text(encoding="utf-8")
        stoppages = (
            '[[stoppages]]\nfirst = 2016-01-11\nlast = 2016-03-10\nreason = "冬季停工"\n'
            "[[stoppages]]\nfirst = 2016-05-01\n"
        )
        path.write_text(text + "\n" + stoppages, encoding="utf-8")
        data = answered(capsys, "assess", str(path), "--json")
        assert data["contract"]["stoppages"] == [
            {"first": "2016-01-11", "last": "2016-03-10", "reason": "冬季停工"},
            {"first": "2016-05-01", "last": None, "reason": None},
        ]
        assert [one["code"] for one in data["findings"]][-2:] == ["works_stood_still", "works_stopped"]
        assert main(["assess", str(path), "--lang", "zh"]) == 0
        out = capsys.readouterr().out
        assert re.search(r"停工 +2016-01-11 至 2016-03-10（冬季停工）", out)
        assert re.search(r"停工 +2016-05-01 起\n", out)

    def test_is_the_same_in_every_run_and_language(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing in it hangs on the language or on chance."""
        runs = {run(capsys, "assess", example("ordinary"), "--json", "--lang", one)[1] for one in ("zh", "en", "en")}
        assert len(runs) == 1


def fits(value: Any, schema: dict[str, Any], defs: dict[str, Any]) -> None:  # noqa: ANN401  (JSON)
    """Assert that data fits a JSON schema, as far as the schema in the docs uses the language."""
    schema = defs[schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else schema
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    named = schema.get("type", [])
    allowed = [kinds[name] for name in ([named] if isinstance(named, str) else named)]
    assert not allowed or type(value) in allowed, (value, schema)
    assert value == schema.get("const", value)
    assert value in schema.get("enum", [value])
    if isinstance(value, str):
        assert re.search(schema.get("pattern", ""), value), (value, schema)
    for item in value if isinstance(value, list) else ():
        fits(item, schema["items"], defs)
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value)
        others = schema.get("additionalProperties", True)
        for name, item in value.items():
            below = schema.get("properties", {}).get(name, others)
            assert below is not False, name
            if below is not True:
                fits(item, below, defs)


class TestClauses:
    """The clause register."""

    def test_all_of_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Every clause stands there once, in order, under its instrument, with what it says in the language."""
        for language in ("zh", "en"):
            _, out, _ = run(capsys, "clauses", "--lang", language)
            listed = re.findall(r"^  ([A-Z][A-Z0-9]*-\S+)  ", out, re.MULTILINE)
            assert listed == [str(clause) for clause in clauses()]
            assert re.findall(r"^([A-Z][A-Z0-9]*)  ", out, re.MULTILINE) == [one.id for one in INSTRUMENTS]

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_the_register_is_indented(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
    ) -> None:
        """An instrument at the margin and what goes on of it by four, a clause by two, what it says by six."""
        monkeypatch.setenv("COLUMNS", "40")
        _, out, _ = run(capsys, "clauses", "--instrument", "nn", "--lang", language)
        lines = out.partition("  NN-0 ")
        assert {len(line) - len(line.lstrip(" ")) for line in lines[0].splitlines()} == {0, 4}
        below = [line for line in "".join(lines[1:]).splitlines() if line]
        assert {len(line) - len(line.lstrip(" ")) for line in below if line.startswith("  NN-")} == {2}
        assert {len(line) - len(line.lstrip(" ")) for line in below if not line.startswith("  NN-")} == {6}

    def test_of_an_instrument_and_a_status(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Only those asked for; the instrument in any case."""
        _, out, _ = run(capsys, "clauses", "--instrument", "nn", "--status", "definition", "--lang", "en")
        assert out.splitlines()[1].strip() == "NN-D  definition  encoded"
        assert len(re.findall(r"^  NN-", out, re.MULTILINE)) == 1

    def test_as_data(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The same as data, in both languages at once."""
        data = answered(capsys, "clauses", "--json")
        assert (data["schema_version"], data["version"]) == (1, gxinjury.__version__)
        assert [one["id"] for one in data["clauses"]] == [str(clause) for clause in clauses()]
        assert set(data["clauses"][0]) == {
            "id", "instrument", "number", "status", "encoded", "grade", "zh", "en"
        }  # fmt: skip
        duties = answered(capsys, "clauses", "--json", "--status", "duty")["clauses"]
        assert {one["id"] for one in duties} == {str(one) for one in clauses() if Status.DUTY in one.status}

    @pytest.mark.parametrize(("given", "nearest"), [("REGS", "REG"), ("???", "NN")])
    def test_an_unknown_instrument(self, capsys: pytest.CaptureFixture[str], given: str, nearest: str) -> None:
        """The nearest one is named; where none is near, the notice."""
        status, out, err = run(capsys, "clauses", "--instrument", given)
        assert (status, out) == (2, "")
        assert f"there is no instrument {given}; did you mean {nearest}?" in err


class TestReadings:
    """The readings."""

    def test_all_of_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Each with its clause and question, one default, and why."""
        _, out, _ = run(capsys, "readings", "--lang", "en")
        data = answered(capsys, "readings", "--json")["readings"]
        assert [block.split("  ")[0] for block in out.split("\n\n")] == [one["name"] for one in data]
        assert out.count(" (default): ") == len(data)
        assert out.count("\n  why: ") == len(data)
        for language in ("zh", "en"):
            _, page, _ = run(capsys, "readings", "--lang", language)
            together = re.sub(r"\s", "", page)
            asked = [re.sub(r"\s", "", one["question"][language]) for one in data]
            assert [question for question in asked if question not in together] == []
        elapsed = next(one for one in data if one["name"] == "elapsed_time")
        assert elapsed["default"] == "DAYS"
        assert [member["name"] for member in elapsed["members"]] == ["DAYS", "DIFFERENCE", "MONTHS"]
        assert elapsed["clause"] == "NN-1.1.4"

    def test_in_chinese(self, capsys: pytest.CaptureFixture[str]) -> None:
        """In Chinese too."""
        _, out, _ = run(capsys, "readings", "--lang", "zh")
        assert "    按日，首尾两日均计入总工期（DAYS，默认）" in out
        assert "\n  理由：" in out


class TestLanguage:
    """--lang, else the locale."""

    @pytest.mark.parametrize(
        ("variables", "argv", "is_chinese"),
        [
            ({}, (), False),
            ({"LANG": "zh_CN.UTF-8"}, (), True),
            ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"}, (), False),
            ({"LANG": "C", "LC_MESSAGES": "zh_TW"}, (), True),
            ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, (), False),
            ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, (), True),
            ({"LANG": "zh_CN.UTF-8"}, ("--lang", "en"), False),
            ({}, ("--lang=zh",), True),
        ],
    )
    def test_is_chosen(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        variables: dict[str, str],
        argv: Sequence[str],
        is_chinese: bool,
    ) -> None:
        """LC_ALL before LC_MESSAGES before LANG; the argument before all of them, ahead of the command or after it."""
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        for order in ((*argv, "readings"), ("readings", *argv)):
            _, out, _ = run(capsys, *order)
            assert bool(HAN.search(out)) is is_chinese

    def test_help_speaks_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Help is in the language asked for, too."""
        status, out, err = run(capsys, "assess", "--help", "--lang", "zh")
        assert (status, err) == (0, "")
        assert out.startswith("用法：gxinjury assess")
        status, out, _ = run(capsys, "--help")
        assert status == 0
        assert not HAN.search(out)


class TestBadCalls:
    """A wrong call ends with 2 and says what is wrong."""

    @pytest.mark.parametrize(
        ("argv", "message"),
        [
            ((), "usage: gxinjury"),
            (("asess",), "there is no command asess; did you mean assess (the project assessed)?"),
            (("assess",), "name the case file, as in gxinjury assess case.toml"),
            (("assess", "a", "b"), "there is more than the command takes: b"),
            (("assess", "a", "--lang", "fr"), "--lang does not take fr; there are zh (Chinese), en (English)"),
            (("clauses", "--status", "law"), "--status does not take law; there are rule (rules), record"),
            (("clauses", "--status", "dutie"), "--status does not take dutie; did you mean duty (duties)?"),
            (("readings", "--jso"), "there is no option --jso; did you mean --json?"),
            (("readings", "--h"), "there is no option --h; did you mean --help?"),
            (("readings", "--zzzzzzzz"), "gxinjury: there is no option --zzzzzzzz\n"),
            (("readings", "--quick=1"), "there is no option --quick"),
            (("new", "a.toml", "--json"), "gxinjury: this command has no option --json"),
            (("readings", "-"), "there is more than the command takes: -"),
            (("readings", "--", "x"), "there is more than the command takes: -- x"),
            (("completion", "ksh"), "SHELL does not take ksh; did you mean zsh? There are bash, zsh, fish"),
            (("readings", "--json=1"), "--json takes no value"),
            (("assess", "a", "--calendar"), "--calendar takes a value behind it"),
            (("assess", "a", "--calendar", "moon"), "--calendar does not take moon; there are none (days off"),
            (("xyz",), "there is no command xyz; there are assess (the project assessed), obligations"),
            (("courier-report",), "name the files of reports, as in gxinjury courier-report 2022-09.csv"),
        ],
    )
    def test_ends_with_two(self, capsys: pytest.CaptureFixture[str], argv: Sequence[str], message: str) -> None:
        """The usage and the reason, on the error stream."""
        status, out, err = run(capsys, *argv)
        assert (status, out) == (2, "")
        assert message in err

    @pytest.mark.parametrize(
        ("argv", "told"),
        [
            (("assess",), "gxinjury assess：命令有误：请写出案情文件，如 gxinjury assess case.toml"),
            (("obligation", "a"), "gxinjury：命令有误：没有命令 obligation，是否应为 obligations（义务与期限）？"),
            (("assess", "a", "--calender", "x"), "gxinjury：命令有误：没有选项 --calender，是否应为 --calendar？"),
            (
                ("assess", "a", "--calendar", "广西"),
                (
                    "gxinjury assess：命令有误：--calendar 之后不能写 广西，是否应为 guangxi（广西）？"
                    "可用的有：none（不核对休假日）、national（全国）、guangxi（广西）"
                ),
            ),
            (("assess", "a", "b"), "gxinjury：命令有误：多写了 b"),
            (
                ("obligations", "a", "--on", "today"),
                "gxinjury obligations：命令有误：'today' 不是日期，应如 2016-03-31",
            ),
        ],
    )
    def test_says_so_in_chinese(self, capsys: pytest.CaptureFixture[str], argv: Sequence[str], told: str) -> None:
        """The usage, and the reason in the language asked, the nearest right word named."""
        _, _, err = run(capsys, *argv, "--lang", "zh")
        assert err.startswith("用法：")
        assert err.splitlines()[-1] == told

    @pytest.mark.parametrize(
        ("option", "given", "near"),
        [
            ("--calendar", "全国", "national（全国）"),
            ("--calendar", "广西", "guangxi（广西）"),
            ("--calendar", "不", "none（不核对休假日）"),
            ("--calendar", "无", "none（不核对休假日）"),
            ("--lang", "中文", "zh（中文）"),
            ("--lang", "英文", "en（英文）"),
        ],
    )
    def test_a_choice_in_chinese(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: str, given: str, near: str
    ) -> None:
        """Who writes it in words is told how it is typed."""
        monkeypatch.setenv("LANG", "zh_CN.UTF-8")
        assert f"{option} 之后不能写 {given}，是否应为 {near}？" in run(capsys, "assess", "a", option, given)[2]

    def test_what_it_does_not_know_it_hands_on(self) -> None:
        """A sentence of argparse's that nobody foresaw is told as it is."""
        assert complaint("the moon is full", "zh", prog="gxinjury", options=[]) == "the moon is full"

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """--version prints it."""
        assert run(capsys, "--version") == (0, f"gxinjury {gxinjury.__version__}\n", "")

    def test_without_arguments_takes_those_of_the_process(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Those behind the name of the program, which no option is sought in."""
        monkeypatch.setattr(sys, "argv", ["gxinjury", "--version"])
        assert (main(), capsys.readouterr().out) == (0, f"gxinjury {gxinjury.__version__}\n")

    def test_a_file_at_fault(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A fault of the file is told in the language asked for, on the error stream."""
        path = tmp_path / "case.toml"
        path.write_text("[contract]\nprise = 1\n", encoding="utf-8")
        status, out, err = run(capsys, "assess", str(path), "--lang", "zh")
        assert (status, out) == (2, "")
        assert f"{path}：contract.prise 不是已知的键；是否应为 price（合同总造价）？\n" in err
        assert len(err.splitlines()) == 4


class Stream(io.StringIO):
    """An output that fails as it is told to, at once or when its buffer is written."""

    def __init__(self, error: BaseException, *, is_buffered: bool) -> None:
        super().__init__()
        self.error, self.is_buffered = error, is_buffered

    def write(self, text: str) -> int:
        """Fail, unless it is kept in a buffer."""
        if not self.is_buffered:
            raise self.error
        return len(text)

    def flush(self) -> None:
        """Fail."""
        raise self.error


class TestEnds:
    """However the output ends, there is no traceback."""

    @pytest.mark.parametrize(
        ("error", "status", "told"),
        [
            (BrokenPipeError(32, "Broken pipe"), 141, ""),
            (KeyboardInterrupt(), 130, "interrupted\n"),
            (OSError(28, "No space left on device"), 2, "the output cannot be written: No space left on device\n"),
        ],
    )
    def test_in_plain_words(
        self,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        error: BaseException,
        status: int,
        told: str,
    ) -> None:
        """A reader that left is no fault, an interruption is told, a full disk is named."""
        for asked, is_buffered in product(("readings", "--help"), (False, True)):
            monkeypatch.setattr(sys, "stdout", Stream(error, is_buffered=is_buffered))
            assert main([asked]) == status
            assert capsys.readouterr().err == told

    @pytest.mark.parametrize(("encoding", "is_escaped"), [("utf-8", False), ("ascii", True), ("gbk", True)])
    def test_any_terminal(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoding: str, *, is_escaped: bool
    ) -> None:
        """What a terminal cannot show is written as an escape; JSON is escaped and loses nothing."""
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
        assert main(["assess", example("ordinary"), "--lang", "zh"]) == 0
        assert ("\\u6c5f" in raw.getvalue().decode(encoding)) is (encoding == "ascii")
        assert ("终端编码 ascii 没有的字符已写成" in capsys.readouterr().err) is (encoding == "ascii")
        raw.truncate(0)
        raw.seek(0)
        assert main(["assess", example("ordinary"), "--json"]) == 0
        text = raw.getvalue().decode(encoding)
        assert ("\\u6c5f" in text) is is_escaped
        assert json.loads(text)["project"]["name"].startswith("江北")

    def test_a_text_buffer(self) -> None:
        """A stream without an encoding takes everything; data are indented by two, to be read."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            assert main(["readings", "--json"]) == 0
        assert HAN.search(out.getvalue())
        assert out.getvalue() == json.dumps(json.loads(out.getvalue()), ensure_ascii=False, indent=2) + "\n"


class TestProcess:
    """The command as a process of its own."""

    @staticmethod
    def start(*argv: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        """Run ``python -m gxinjury``."""
        environment = {**os.environ, **variables}
        return subprocess.run(
            [sys.executable, "-m", "gxinjury", *argv], capture_output=True, env=environment, cwd=ROOT, check=False
        )

    def test_assesses(self) -> None:
        """The main job, in Chinese by the locale, from the root of the project."""
        done = self.start("assess", "examples/ordinary.toml", LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")
        assert (done.returncode, done.stderr) == (0, b"")
        assert "应缴      130,000.00 元" in done.stdout.decode()

    def test_importing_runs_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Only ``python -m`` runs the command."""
        importlib.import_module("gxinjury.__main__")
        assert capsys.readouterr() == ("", "")

    def test_ends_with_two(self) -> None:
        """Bad input: status 2 and a message, no traceback."""
        done = self.start("assess", "examples")
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"it is a directory" in done.stderr or "目录".encode() in done.stderr

    def test_nobody_reads(self) -> None:
        """A reader that closes the pipe at once leaves a quiet end."""
        command = [sys.executable, "-m", "gxinjury", "clauses"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            err = process.stderr.read()
        assert (process.returncode, err) == (141, b"")


VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["", "1e999999", "NaN", "2016-02-30", "2016-01-01", "50%", "450103198001011234", "MONTHS"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
KEYS: Final = st.sampled_from(
    ["contract", "price", "completion", "payments", "amount", "law", "readings", "relief", "progress", "x"]
)


class TestNoTraceback:
    """Whatever stands in a file, the end is 0 or 2 and the message is plain."""

    @staticmethod
    def ends_well(content: bytes, name: str, folder: Path) -> None:
        """Run the command on a file and hold it to that."""
        path = folder / name
        path.write_bytes(content)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(["assess", str(path)])
            duties = main(["obligations", str(path), "--on", "2016-06-01"])
        assert {status, duties} <= {0, 2}
        assert bool(err.getvalue()) is (2 in {status, duties})
        assert all(line.startswith(str(path)) for line in err.getvalue().splitlines())
        assert "450103198001011234" not in out.getvalue() + err.getvalue()

    @given(st.data())
    def test_on_spoiled_bytes(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        """A piece of a good file is cut out and another put in."""
        good = (EXAMPLES / f"{data.draw(st.sampled_from(CASES))}.toml").read_bytes()
        start = data.draw(st.integers(0, len(good)))
        end = data.draw(st.integers(start, min(start + 40, len(good))))
        piece = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"=", b"[", b"[[", b"]", b"'", b'"""', b"-1", b".", b"\n"])
        )
        name = data.draw(st.sampled_from(["case.toml", "case.json", "case"]))
        self.ends_well(good[:start] + piece + good[end:], name, tmp_path_factory.getbasetemp())

    @given(st.data())
    def test_on_spoiled_data(self, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
        """A value anywhere in a good file is replaced, or a key is put in."""
        case: Any = {
            "relief": "50%",
            "project": {"name": "A"},
            "contract": {"price": 10**8, "commencement": "2015-10-09", "completion": "2016-06-30", "bid_price": "9"},
            "progress": {"started_on": "2015-10-12", "accepted_on": "2016-08-15"},
            "payments": [{"amount": 65_000, "paid_on": "2015-10-08"}],
            "price_changes": [{"amount": 5, "agreed_on": "2016-01-01"}],
            "term_changes": [{"completion": "2016-07-31", "agreed_on": "2016-01-01"}],
            "delay": {"filed_on": "2016-05-31", "acceptance_period_ends": "2016-09-30"},
            "warranty": {"filed_on": "2016-09-01", "roster_reported_on": "2016-09-01", "ends": "2018-08-15"},
            "roster": [
                {
                    "worker": {"name": "A", "resident_id": "450103198001011233"},
                    "kind": "add",
                    "reported_on": "2015-10-08",
                },
                {"worker": "A", "kind": "remove", "reported_on": "2016-01-08", "happened_on": "2016-01-08"},
            ],
            "roster_file": [],
            "injuries": [
                {
                    "worker": "A",
                    "happened_at": "2016-01-02T09:00+08:00",
                    "work_cause": True,
                    "on_site": False,
                    "accepted_on": "2016-05-01",
                    "costs": [{"amount": 5, "incurred_on": "2016-01-03"}],
                    "excluded": [{"period": {"first": "2016-02-01", "last": "2016-02-02"}, "reason": "labour_dispute"}],
                }
            ],
            "name_changes": [{"name": "B", "document_on": "2016-02-02"}],
            "law": {"readings": {"elapsed_time": "MONTHS"}, "known_on": "2020-01-01", "only_verified": False},
        }
        for _ in range(data.draw(st.integers(1, 3))):
            place = case
            while data.draw(st.booleans()):
                below = [one for one in (place.values() if isinstance(place, dict) else place) if one]
                inner = [one for one in below if isinstance(one, dict | list)]
                if not inner:
                    break
                place = data.draw(st.sampled_from(inner))
            value = data.draw(VALUES)
            if isinstance(place, list):
                place[data.draw(st.integers(0, len(place) - 1))] = value
            else:
                place[data.draw(KEYS | st.sampled_from(sorted(place)) if place else KEYS)] = value
        content = json.dumps(case, ensure_ascii=data.draw(st.booleans())).encode("utf-8", "surrogatepass")
        self.ends_well(content, "case.json", tmp_path_factory.getbasetemp())
