"""The command ``ask``: its page in both languages, its data, and bad files."""

import json
import re
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury.cli import main
from gxinjury.cli.printing import width
from gxinjury.cli.words import WORDS
from gxinjury.law.readings import ElapsedTime

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
ID: Final = "450103198001011233"
CASE: Final = f"""
[project]
name = "江北社区服务中心"
[contract]
price = 100_000_000
commencement = 2014-07-01
completion = 2016-06-30
[[payments]]
amount = 60_000
paid_on = 2015-09-01
[[roster]]
worker = {{ name = "张三", resident_id = "{ID}" }}
kind = "add"
reported_on = 2015-11-28
[[injuries]]
worker = "{ID}"
happened_at = 2016-07-10T09:00:00+08:00
work_cause = true
on_site = false
[[injuries]]
happened_at = 2016-03-01T09:00:00+08:00
"""


@pytest.fixture(autouse=True)
def _english_and_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask in English on a page of 100 columns unless a test says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A project in progress whose delay papers, acceptance and injuries are told in part."""
    path = tmp_path / "case.toml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def asked(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Return what the command prints."""
    status = main(["ask", *argv])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    return out


class TestPage:
    """What is printed for people."""

    def test_questions(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """Each with its clause and what its answers decide, in the order in which asking helps most."""
        out = asked(capsys, case)
        assert "Cover of the project on 2016-07-01, the day after the contract expires\n" in out
        assert "Cover of the project on 2016-03-01\n" in out
        assert out.count("the day after the contract expires") == 1
        injury = out.partition("  Injury 2: worker not told, 2016-03-01 09:00+08:00\n")[2].partition("\n\n")[0]
        asks = re.findall(r"^ +(\d)\. (.+) \[(.+)\]$", injury, re.MULTILINE)
        assert [(int(number), clause) for number, _, clause in asks] == [
            (1, "NN-3.2.0"),
            (2, "NN-3.2.0"),
            (3, "NN-3.2.1, NN-3.2.2"),
            (4, "NN-3.2.1, NN-3.2.2"),
            (5, "NN-3.2.0"),
            (6, "NN-3.2.3"),
            (7, "NN-3.2.3"),
            (8, "NN-3.2.2"),
        ]
        assert "      - 2016-03-03 09:01+08:00 → no longer pending the authority's verification" in injury

    @pytest.mark.clause("NN-1.1.4", "NN-1.3.2")
    def test_readings(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """The clauses that matter with the outcome under each member, then the named sets."""
        out = asked(capsys, case)
        premium = out.partition("\n  premium due: 54,062.93 yuan\n")[2].partition("\n\n")[0]
        assert re.findall(r"- ([A-Z]+)\b.* → ([\d,.]+) yuan", premium) == [
            ("DAYS", "54,062.93"),
            ("DIFFERENCE", "53,958.90"),
            ("MONTHS", "54,166.67"),
        ]
        assert f"      why: {ElapsedTime.why.en[:40]}" in premium.replace("\n        ", " ")
        assert "      - STRICT (nearest to the fund): the same\n" in f"{premium}\n"
        standing = out.partition("\n  standing of the worker hurt, injury 1: unsettled: the authority decides\n")[2]
        assert "      - LAPSES: cover ends with the contract → not insured under the project\n" in standing
        assert "      - PROTECTIVE (nearest to the worker): may claim under the project\n" in standing
        assert "the difference comes from DelayNotFiled: CONTINUES, not UNSETTLED\n" in standing

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_how_to_read_it_stands_first(self, capsys: pytest.CaptureFixture[str], case: str, language: str) -> None:
        """Why in this order, and what a day stands for, before the first question, indented."""
        out = asked(capsys, case, "--lang", language)
        told = WORDS.texts["sides"].say("zh" if language == "zh" else "en")
        assert f"\n  {told[:30]}" in out
        assert out.index(told[:30]) < out.index(".00")

    def test_both_languages_say_the_same(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """Days, amounts, clauses and members stand in the same order in both."""
        found = []
        for language in ("zh", "en"):
            out = asked(capsys, case, "--lang", language).partition("\n\n")[2]
            found.append(re.findall(r"\d[\d,]*\.\d\d\b|\d{4}-\d\d-\d\d|NN-[\d.]+\d|\b[A-Z]+_[A-Z_]+\b", out))
        assert found[0] == found[1]

    def test_chinese_is_chinese(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """No English word stands in it but names of readings and of the library."""
        out = asked(capsys, case, "--lang", "zh")
        assert not re.search(r"\b[a-z]+ [a-z]+\b", out)

    def test_no_line_is_wider_than_the_page(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """All of it is wrapped."""
        for language in ("zh", "en"):
            assert max(width(line) for line in asked(capsys, case, "--lang", language).splitlines()) <= 100

    @pytest.mark.parametrize("name", ["ordinary", "in_progress_with_raise", "delayed_with_warranty"])
    def test_amounts_have_their_unit(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """In the data too, every amount is told in yuan, in both languages, under readings and sets as it stands."""
        waiting: list[Any] = [json.loads(asked(capsys, str(EXAMPLES / f"{name}.toml"), "--json"))]
        told = []
        while waiting:
            one = waiting.pop()
            waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
            if isinstance(one, dict) and {"value", "zh", "en"} <= set(one):
                told.append(one)
        amounts = [one for one in told if re.fullmatch(r"-?\d+\.\d\d", str(one["value"]))]
        assert amounts
        assert {(one["zh"][-2:], one["en"][-5:]) for one in amounts} == {(" 元", " yuan")}

    def test_nothing_to_ask(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A whole case is settled, and no reading makes a difference to its premium."""
        out = asked(capsys, str(EXAMPLES / "ordinary.toml"))
        assert "    settled: not covered\n" in out
        assert "    No reading makes a difference.\n" in out

    def test_a_reading_that_matters_only_together(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Which payment counts matters by itself only where the first one is not the sum; the page says so."""
        out = asked(capsys, str(EXAMPLES / "in_progress_with_raise.toml"))
        assert "Makes no difference by itself, only together with another reading.\n" in out

    def test_what_cannot_be_asked_yet(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """It says why: a payment after the term; one before the notice."""
        path = tmp_path / "case.toml"
        contract = "[contract]\nprice = 100\ncommencement = 2015-10-09\ncompletion = 2016-06-30\n"
        path.write_text(f"{contract}[[payments]]\namount = 1\npaid_on = 2016-07-01\n", encoding="utf-8")
        assert "    refused: the payment day 2016-07-01" in asked(capsys, str(path))
        path.write_text(f"{contract}[[payments]]\namount = 1\npaid_on = 2014-12-31\n", encoding="utf-8")
        assert "project's cover: refused: rate of the project premium" in asked(capsys, str(path))

    def test_what_no_reading_is_asked_of_yet(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Read by the day he left, which the roster does not tell, a standing says what is missing."""
        path = tmp_path / "case.toml"
        path.write_text(
            "[contract]\nprice = 100_000_000\ncommencement = 2015-10-09\ncompletion = 2016-06-30\n"
            "[[payments]]\namount = 130_000\npaid_on = 2015-10-08\n"
            '[[roster]]\nworker = "A"\nkind = "add"\nreported_on = 2015-11-01\n'
            '[[roster]]\nworker = "A"\nkind = "remove"\nreported_on = 2016-02-01\n'
            '[[injuries]]\nworker = "A"\nhappened_at = 2016-03-01T09:00:00+08:00\nwork_cause = true\non_site = true\n'
            '[law]\nreadings = { removal_effect = "LEAVING_DAY" }\n',
            encoding="utf-8",
        )
        out = re.sub(r"\s+", " ", asked(capsys, str(path)))
        assert re.search(r"standing of the worker hurt[^:]*: refused: RosterChange.happened_on", out)

    def test_ids_are_masked(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """On the page and in the data."""
        for argv in ((case,), (case, "--json")):
            out = asked(capsys, *argv)
            assert ID not in out
            assert "4501************33" in out


class TestData:
    """What is printed as JSON."""

    def test_is_headed(self, capsys: pytest.CaptureFixture[str], case: str) -> None:
        """By its schema's version, the library's and the law asked."""
        data = json.loads(asked(capsys, case, "--json"))
        assert list(data) == [
            "schema_version",
            "version",
            "law",
            "premium",
            "cover",
            "injuries",
            "diseases",
            "readings",
        ]
        assert data["law"]["readings"]["elapsed_time"] == "DAYS"
        assert [one["day"] for one in data["cover"]] == ["2016-03-01", "2016-07-01", "2016-07-10"]


@pytest.mark.clause("NN-1.1.4")
def test_a_price_is_enough(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The premium on the price, what decides whether it is due, and readings weighed with days for example."""
    path = tmp_path / "case.toml"
    path.write_text("[contract]\nprice = 42_600_000\n", encoding="utf-8")
    out = asked(capsys, str(path))
    assert "  Premium: on the whole price 55,380.00 yuan\n" in out
    assert re.findall(r"^ +\d\. (.+) \[NN-1\.1\.4\]$", out, re.MULTILINE) == [
        "contractual commencement",
        "contractual completion",
        "paid on",
    ]
    assert "for example started 2015-07-02, completing 2016-09-30, paid 2015-10-02: 55,380.00" in out
    assert "1900" not in out
    assert "2199" not in out


PLAIN: Final = """
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[[payments]]
amount = 130_000
paid_on = 2015-10-08
[progress]
completed_on = 2016-06-30
accepted_on = 2016-06-30
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:00:00+08:00
work_cause = true
on_site = true
employer_filed_on = 2016-03-20
accepted_on = 2016-06-10
determined_on = 2017-03-01
[injuries.benefits]
monthly_wages = [4_000]
average_series = "on_post"
benefits_assessed_on = 2017-04-01
benefits_paid_on = 2018-05-01
treatment = 0
grade = 4
graded_on = 2016-06-20
"""
"""Of a project paid in time and of an accident filed in time, grade 4 on an own wage within its limits."""

SEVEN: Final = ("grade = 4", "grade = 7")
ENDED: Final = '[injuries.benefits.termination]\nended_on = {day}\nground = "own_wish"\nwage = 8000\n'
LEGACY: Final = ("commencement = 2015-10-09", "commencement = 2014-07-01")
IN_2015: Final = ("paid_on = 2015-10-08", "paid_on = 2015-09-01")
BY_OTHERS: Final = ("employer_filed_on = 2016-03-20", "others_filed_on = 2016-05-20")
A_DAY_LATE: Final = ("accepted_on = 2016-06-30", "accepted_on = 2016-07-01")
MONEY: Final = "what the benefits come to"


@attrs.frozen
class Weighed:
    """A reading that moves money: what of, a case where it matters, and one where it does not."""

    reading: str
    about: str
    matters: tuple[tuple[str, str], ...]
    more: str = ""
    does_not: tuple[tuple[str, str], ...] = ()
    other_more: str = ""


WEIGHED: Final = {
    "cost period": Weighed("employer_cost_period", "days whose costs fall on the employer", (BY_OTHERS,)),
    "average year": Weighed("average_wage_year", MONEY, (("[4_000]", "[1_000]"),)),
    "end of the relation": Weighed("completion_ends_relation", MONEY, (SEVEN,)),
    "termination table": Weighed(
        "termination_table",
        MONEY,
        (SEVEN,),
        ENDED.format(day="2020-06-01"),
        (SEVEN,),
        ENDED.format(day="2016-12-01"),
    ),
    "premium": Weighed("elapsed_time", "premium due", (LEGACY, IN_2015)),
    "cover": Weighed("delay_not_filed", "project's cover", (A_DAY_LATE,)),
}


@pytest.mark.clause("NN-4.2", "NN-5.2", "NN-5.4", "ORDER117-transition", "NN-1.1.4", "NN-1.3.2")
@pytest.mark.parametrize("row", WEIGHED.values(), ids=WEIGHED)
def test_weighs_what_moves_money(capsys: pytest.CaptureFixture[str], tmp_path: Path, row: Weighed) -> None:
    """Told with other outcomes under its members where it matters, in both languages, and not told where not."""
    path = tmp_path / "case.toml"

    def written(changes: tuple[tuple[str, str], ...], more: str) -> list[str]:
        text = PLAIN
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        path.write_text(text + more, encoding="utf-8")
        reports = json.loads(asked(capsys, str(path), "--json"))["readings"]
        [found] = [one["matter"] for one in reports if one["about"]["en"] == row.about]
        return [
            json.dumps(member["outcome"], sort_keys=True)
            for one in found
            if one["name"] == row.reading
            for member in one["members"]
        ]

    assert len(set(written(row.matters, row.more))) > 1
    for language in ("zh", "en"):
        assert row.reading in asked(capsys, str(path), "--lang", language)
    assert written(row.does_not, row.other_more) == []


class TestBadFiles:
    """Exit status 2 and a message that tells all faults."""

    def test_all_faults(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Facts may be left out of an injury; what stands in it is minded."""
        path = tmp_path / "case.toml"
        path.write_text("[contract]\nprice = 0\n[[injuries]]\non_site = 1\n", encoding="utf-8")
        assert main(["ask", str(path)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert [line.partition("case.toml: ")[2] for line in err.splitlines()] == [
            "contract.price must be above zero, got 0",
            "injuries[0].happened_at is missing (happened at)",
            "injuries[0].on_site must be true or false, got 1",
        ]

    def test_no_file(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It says so in the language asked for."""
        assert main(["ask", "no-such-case.toml", "--lang", "zh"]) == 2
        assert "文件不存在" in capsys.readouterr().err


def test_words() -> None:
    """Every wording waits for the same values in both languages."""
    for name, text in WORDS.texts.items():
        assert sorted(re.findall(r"\{\w+\}", text.zh)) == sorted(re.findall(r"\{\w+\}", text.en)), name
