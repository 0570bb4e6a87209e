"""Every command's page as it was looked at and found right: to the letter, in both languages, blank lines too.

After a change that is meant, make the pages anew and look at what changed:
``GOLDEN=write pytest tests/cli/test_pages.py``.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from gxinjury import __version__
from gxinjury.cli import main

ROOT: Final = Path(__file__).parents[2]
GOLDEN: Final = Path(__file__).parent / "golden" / "pages"

_ROSTER: Final = "序号,姓名,性别,身份证号,增减,原因,月工资,参保时间"
_LIST: Final = "网点名称,分支机构名录,备案回执"
_OFFICE: Final = (
    "市,应参保单位数,已参保单位数,参保人数,缴费人数,工伤申报数,工伤认定数,享受工伤保险待遇人数,"
    "发放工伤保险待遇金额(万元)"
)
_CASE: Final = """[contract]
price = 1_000_000
commencement = 2015-11-01
completion = 2016-06-30
[[payments]]
amount = 1300
paid_on = 2015-10-30
"""
_UNLISTED: Final = f"""{_CASE}[[roster]]
worker = "李四"
kind = "ADD"
reported_on = 2015-10-30
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:10:00+08:00
on_site = true
work_cause = true
[law]
readings = {{ report_clock = "KNOWLEDGE", on_site_unlisted = "REPORT_FIRST" }}
"""
_LATER: Final = f"""{_CASE}[[diseases]]
worker = "李四"
diagnosed_on = 2016-05-05
[[injuries]]
worker = "张三"
happened_at = 2016-07-03T09:10:00+08:00
on_site = false
[[injuries]]
worker = "王五"
happened_at = 2017-01-03T09:10:00+08:00
work_cause = true
[warranty]
ends = 2017-06-30
"""
_COMPLETED: Final = f"""{_CASE}[progress]
completed_on = 2016-05-20
[[injuries]]
worker = "张三"
happened_at = 2016-03-01T09:10:00+08:00
[[injuries]]
worker = "张三"
happened_at = 2016-06-01T09:10:00+08:00
"""
_MANY: Final = _CASE + "".join(
    f'[[roster]]\nworker = "职工{at}"\nkind = "ADD"\nhappened_on = 2015-11-20\nreported_on = 2015-11-21\n'
    for at in range(22)
)
_QUIET: Final = f"""{_CASE}[progress]
accepted_on = 2016-06-30
[[roster]]
worker = "李四"
kind = "ADD"
happened_on = 2015-11-20
reported_on = 2015-11-19
[[days_off]]
off = [2016-04-20, 2016-04-21]
source = "桂人社 1 号"
[[days_off]]
off = [2017-04-20, 2017-04-21]
source = "桂人社 2 号"
"""
_UNASKED: Final = f"""{_CASE}[[roster]]
worker = "李四"
kind = "ADD"
reported_on = 2015-10-30
[[roster]]
worker = "李四"
kind = "REMOVE"
reported_on = 2016-02-01
[[injuries]]
worker = "李四"
happened_at = 2016-03-01T09:10:00+08:00
on_site = true
work_cause = true
[law]
readings = {{ removal_effect = "LEAVING_DAY" }}
"""
FILES: Final[dict[str, str]] = {
    "bad.toml": '[project]\nname = "x"\n[contract]\nprice = 100\ncommencement = 2015-11-01\ncompletion = "soon"\n'
    "[[payments]]\namount = -1\nfoo = 2\n",
    "short.toml": "[contract]\nprice = 1_000_000\ncommencement = 2015-11-01\ncompletion = 2016-06-30\n",
    "unlisted.toml": _UNLISTED,
    "later.toml": _LATER,
    "many.toml": _MANY,
    "quiet.toml": _QUIET,
    "unasked.toml": _UNASKED,
    "completed.toml": _COMPLETED,
    "thin.toml": '[contract]\nprice = "1000000"\n',
    "early.toml": f"{_CASE[: _CASE.index('[[')]}[[payments]]\namount = 1\npaid_on = 2014-12-31\n",
    "empty.toml": "",
    "list.csv": f"{_LIST},状态,片区\n甲店,有,,,东\n丙店,有,有,正常,\n乙店,,有,注销,\n戊店,有,,,\n",
    "last-list.csv": f"{_LIST}\n甲店,,有\n乙店,有,\n丁店,有,\n戊店,有,\n",
    "bad-list.csv": f"{_LIST}\n青秀一店,是吗,\n",
    "roster.csv": f"{_ROSTER},工种\n1,张三,男,450103198001011233,增,进场,3500.5,"
    "2015-11-29,木工\n2,李四,女,,减,离场,,2015-11-30,\n2,李四,女,,减,离场,,2015-11-30,\n",
    "last-roster.csv": f"填报时间,2015-10-28\n{_ROSTER}\n1,王五,男,,增,进场,4000,2015-10-09\n"
    "2,李四,女,,增,进场,4000,2015-10-09\n",
    "青秀区2022-09.csv": f"{_OFFICE},片区,负责人,电话,网址,更新\n青秀区,10,4,40,39,0,0,0,0,东,甲,1,无,是\n",
    "changed-roster.csv": f"填报时间,2015-10-28\n{_ROSTER}\n1,张三,男,450103198001011233,增,进场,3500,\n",
    "bad-roster.csv": f"{_ROSTER}\nx,,人,450103198001011234,无,,abc,2015-02-30\n",
}
"""What the commands read beside the examples."""

_ON: Final = ("--on", "2016-05-06")
_AUGUST: Final = "examples/couriers/2022-08.csv"
_REPORTED: Final = ("--reported-on", "2015-11-28")
_NAMES: Final = "assess,obligations,annex1,papers,proof,todo,ask,new,clauses,readings,figures,courier-report,outlets"
COMMANDS: Final = (*_NAMES.split(","), "roster", "completion", "help")
PAGES: Final[dict[str, tuple[str, ...]]] = {
    "annex1": ("annex1", "examples/settlement.toml"),
    "annex1-short": ("annex1", "short.toml", *_ON),
    "annex1-extended": ("annex1", "examples/in_progress_with_raise.toml"),
    "ask": ("ask", "examples/site_accident.toml"),
    "ask-completed": ("ask", "completed.toml"),
    "ask-later": ("ask", "later.toml"),
    "ask-early": ("ask", "early.toml"),
    "ask-thin": ("ask", "thin.toml"),
    "ask-unasked": ("ask", "unasked.toml"),
    "ask-unlisted": ("ask", "unlisted.toml"),
    "assess-bad": ("assess", "bad.toml"),
    "assess-empty": ("assess", "empty.toml"),
    "assess-explained": ("assess", "examples/ordinary.toml", "--explain"),
    "assess-nowhere": ("assess", "nowhere.toml"),
    "assess-settled": ("assess", "examples/settlement.toml"),
    "assess-with-calendar": ("assess", "examples/delayed_with_warranty.toml", "--calendar", "guangxi"),
    "clauses": ("clauses", "--instrument", "gx"),
    "clauses-exhortations": ("clauses", "--status", "exhortation"),
    "clauses-undated": ("clauses", "--instrument", "order117", "--status", "rule"),
    "completion-bash": ("completion", "bash"),
    "completion-fish": ("completion", "fish"),
    "completion-zsh": ("completion", "zsh"),
    "courier-against": ("courier-report", "examples/couriers/2022-09.csv", "--against", _AUGUST),
    "courier-before-the-plan": ("courier-report", "examples/couriers/2022-02.csv"),
    "courier-fell": ("courier-report", _AUGUST, "--against", "examples/couriers/2022-09.csv"),
    "courier-passed-over": ("courier-report", "青秀区2022-09.csv"),
    "courier-month": ("courier-report", _AUGUST),
    "courier-months": ("courier-report", *(f"examples/couriers/2022-{month:02}.csv" for month in (8, 9, 12))),
    "figure": ("figures", "nanning_on_post"),
    "help": ("help",),
    **{f"help-{one}": ("help", one) for one in ("case-file", "dates", "reading", "paper", "terminal")},
    **{f"help-{one}": (one, "--help") for one in COMMANDS},
    "no-command": ("frobnicate",),
    "obligations-disease": ("obligations", "examples/disease.toml", "--on", "2016-06-01"),
    "obligations-many": ("obligations", "many.toml", "--on", "2016-06-01"),
    "obligations-open-first": ("obligations", "examples/site_accident.toml", "--on", "2016-03-04", "--open-first"),
    "outlets": ("outlets", "list.csv"),
    "outlets-against": ("outlets", "list.csv", "--against", "last-list.csv"),
    "outlets-bad": ("outlets", "bad-list.csv"),
    "papers": ("papers", "examples/site_accident.toml"),
    "papers-settled": ("papers", "examples/settlement.toml"),
    "proof": ("proof", "examples/site_accident.toml", "--worker", "韦小花", "--on", "2016-03-10"),
    "proof-not-covered": ("proof", "examples/site_accident.toml", "--worker", "韦小花", "--on", "2014-03-10"),
    "proof-with-calendar": (
        *("proof", "examples/site_accident.toml", "--worker", "韦小花", "--on", "2016-03-10"),
        *("--calendar", "national"),
    ),
    "proof-without-findings": ("proof", "quiet.toml", "--worker", "李四", "--on", "2015-12-01"),
    "proof-undated": ("proof", "unlisted.toml", "--worker", "李四", "--on", "2015-12-01"),
    "proof-nobody": ("proof", "examples/site_accident.toml", "--worker", "何人", "--on", "2016-03-10"),
    "readings": ("readings",),
    "roster": ("roster", "roster.csv", *_REPORTED),
    "roster-without-a-day": ("roster", "roster.csv"),
    "roster-against": ("roster", "roster.csv", "--against", "last-roster.csv", *_REPORTED),
    "roster-changed": ("roster", "roster.csv", "--against", "changed-roster.csv", *_REPORTED),
    "roster-bad": ("roster", "bad-roster.csv", *_REPORTED),
    "todo": ("todo", "examples/site_accident.toml", "--injury", "2", *_ON),
    "todo-as-known": ("todo", "examples/site_accident.toml", "--injury", "1"),
    "todo-disease": ("todo", "examples/disease.toml", *_ON),
    "todo-settled": ("todo", "examples/settlement.toml", "--injury", "1", "--on", "2022-07-01"),
    "todo-which": ("todo", "examples/site_accident.toml"),
    "todo-with-calendar": ("todo", "examples/site_accident.toml", "--injury", "1", *_ON, "--calendar", "national"),
}
"""Pages and complaints, each with the command that prints it."""

DATA: Final = (
    "annex1",
    "annex1-short",
    "ask",
    "ask-later",
    "ask-thin",
    "ask-unlisted",
    "assess-bad",
    "assess-explained",
    "assess-settled",
    "assess-with-calendar",
    "clauses",
    "courier-against",
    "courier-passed-over",
    "courier-month",
    "courier-months",
    "figure",
    "obligations-disease",
    "obligations-open-first",
    "outlets-against",
    "outlets-bad",
    "papers",
    "papers-settled",
    "proof",
    "proof-nobody",
    "readings",
    "roster",
    "roster-against",
    "roster-bad",
    "roster-changed",
    "todo",
    "todo-disease",
    "todo-settled",
)
"""The pages of which the data are held too."""

NARROW: Final = (
    *("annex1", "ask", "assess-explained", "assess-settled", "courier-months", "figure", "help", "help-case-file"),
    *("obligations-open-first", "outlets-against", "papers", "proof-with-calendar", "roster", "todo", "todo-disease"),
)
"""The pages that are held on a narrow page too."""

NARROWEST: Final = (
    *(
        "assess-with-calendar",
        "help",
        "help-case-file",
        "obligations-many",
        "papers",
        "proof-without-findings",
        "readings",
    ),
    *("roster-against", "todo-disease"),
)
"""The pages that are held on the narrowest page too, where every line goes on below."""


OUTLINES: Final[dict[str, str]] = {
    "settlement": """
1 邕江北岸安置房（示例）
2 Premium
2 Cover
2 Findings
2 Roster
2 Accidents
3 韦小花 4501************21
3 Benefits
4 the fund pays
4 the employer pays
3 覃大山 4501************33
3 Benefits
4 the fund pays
2 Mind before relying on it
2 Where the text can be read in more ways
""",
    "disease": """
1 五象隧道工程（示例）
2 Premium
2 Cover
2 Findings
2 Roster
2 Accidents
3 农小妹 4501************27
3 唐工长
3 李杂工
2 Occupational diseases
3 黄石匠 4501************15
2 Mind before relying on it
2 Where the text can be read in more ways
""",
}
"""What an assessment on paper is divided into: each heading, up to its first comma, with its level."""


@pytest.fixture(autouse=True)
def _where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder that has the files and the examples."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_prints_as_it_did(capsys: pytest.CaptureFixture[str], name: str, language: str) -> None:
    """What is printed, what is complained of, and how it ends."""
    status = main([*PAGES[name], "--lang", language])
    out, err = capsys.readouterr()
    told = "\n".join((out, "=== complained", err, f"=== ended with {status}", ""))
    golden = GOLDEN / f"{name}.{language}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", DATA)
def test_gives_the_data_it_gave(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """The same keys and values, in both languages at once."""
    status = main([*PAGES[name], "--json", "--lang", "en"])
    out, err = capsys.readouterr()
    data = out.replace(__version__, "0.1.0")
    told = "\n".join((*_leaves(json.loads(data or "null")), err, f"=== ended with {status}", ""))
    golden = GOLDEN / f"{name}.json.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("name", "columns", "how"),
    [*((name, "60", "narrow") for name in NARROW), *((name, "40", "narrowest") for name in NARROWEST)],
)
def test_prints_as_it_did_where_there_is_little_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, columns: str, how: str
) -> None:
    """Lists go on under their last column, tables break in rows, on pages of 60 and of 40 columns."""
    monkeypatch.setenv("COLUMNS", columns)
    main([*PAGES[name], "--lang", "en"])
    told = capsys.readouterr().out
    golden = GOLDEN / f"{name}.{how}.txt"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("example", "headings"), OUTLINES.items())
def test_headings_on_paper(capsys: pytest.CaptureFixture[str], example: str, headings: str) -> None:
    """The outline that who has the page read out goes by: the workers below their section, who pays below them."""
    main(["assess", f"examples/{example}.toml", "--lang", "en", "--html", "page.html"])
    capsys.readouterr()
    told = re.findall(r"<h(\d)>([^<,]*)", Path("page.html").read_text(encoding="utf-8"))
    assert "\n".join(f"{level} {heading.strip()}" for level, heading in told) == headings.strip()


def _leaves(data: Any, at: str = "") -> Iterator[str]:  # noqa: ANN401  (JSON)
    """Say what stands where, a line a value, a text of both languages in one."""
    if isinstance(data, dict) and data and set(data) != {"zh", "en"}:
        for key, one in data.items():
            yield from _leaves(one, f"{at}.{key}" if at else key)
    elif isinstance(data, list) and any(isinstance(one, dict | list) for one in data):
        for number, one in enumerate(data):
            yield from _leaves(one, f"{at}[{number}]")
    else:
        yield f"{at}: {json.dumps(data, ensure_ascii=False)}"


def test_no_page_is_left_over() -> None:
    """Each golden page is printed by a command of the table."""
    names = {*PAGES} | {f"{name}.json" for name in DATA}
    names |= {f"{name}.narrow" for name in NARROW} | {f"{name}.narrowest" for name in NARROWEST}
    told = {path.name.removesuffix(".txt").removesuffix(".zh").removesuffix(".en") for path in GOLDEN.iterdir()}
    assert told == names


_OF_LISTS: Final = (
    *("annex1", "ask", "help", "help-case-file", "help-terminal", "obligations-disease", "papers", "proof"),
    *("todo", "todo-settled", "todo-disease"),
)
"""Pages without a table that would be wider where there is room."""


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", _OF_LISTS)
def test_a_list_is_read_more_easily_where_it_is_no_wider(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Its lines go on below themselves, however wide the page."""
    told = []
    for columns in ("100", "250"):
        monkeypatch.setenv("COLUMNS", columns)
        main([*PAGES[name], "--lang", "en"])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_accidents_are_lists(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """On the page of an assessment, where they stand below tables: no wider where there is room, else below."""
    told = []
    for columns in ("100", "250"):
        monkeypatch.setenv("COLUMNS", columns)
        main(["assess", "examples/site_accident.toml", "--lang", language])
        told.append(capsys.readouterr().out.partition("\n事故\n" if language == "zh" else "\nAccidents\n")[2])
    assert told[0] == told[1] != ""
    monkeypatch.setenv("COLUMNS", "50")
    main(["assess", "examples/site_accident.toml", "--lang", "en"])
    assert "\n      worker's side applies by\n          2017-03-01  [NN-4.3]\n" in capsys.readouterr().out
