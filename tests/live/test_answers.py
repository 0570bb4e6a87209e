"""What the live page asks of the library, under the Python that runs the tests; ``test_page.py`` asks in a browser."""

import json
import os
import re
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import answers
import attrs
import pytest
from openpyxl import load_workbook

from gxinjury import LAW, explain
from gxinjury.codec import load_facts
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.forms.progress import read_report_files, write_reports_workbook
from gxinjury.extra.pages.parts import Document, Gap
from gxinjury.extra.workbooks.case import case_workbook
from gxinjury.texts import Text

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = ("zh", "en")
CONTRACT = {"price": "100000000", "commencement": "2014-07-01", "completion": "2016-06-30"}


def fields_in(node: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # JSON
    """Yield every field of a schema."""
    if isinstance(node, dict):
        if isinstance(fields := node.get("properties"), dict):
            yield from fields.values()
        for below in node.values():
            yield from fields_in(below)


def asked(does: str, *given: object) -> Any:  # noqa: ANN401  # JSON
    """Return what is answered to a message of the page."""
    return json.loads(answers.call(json.dumps({"do": does, "with": given})))


def case(
    content: bytes, readings: dict[str, str] | None = None, *, name: str = "case.toml", language: str = "zh"
) -> dict[str, Any]:
    """Return what is answered to a case file."""
    found: dict[str, Any] = asked(
        "case", b64encode(content).decode(), name, "2016-06-01", readings or {}, "none", 88, language
    )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_a_form_with_words_for_every_choice(language: str) -> None:
    """The digest is the law's own; no choice is shown by its name in code."""
    told = asked("about", language)
    assert told["law"] == LAW.digest
    assert list(told["questions"]) == list(answers.QUESTIONS)
    choices = []
    for question in told["questions"].values():
        for field in fields_in(question["schema"]):
            one = field["anyOf"][0] if "anyOf" in field else field
            assert ("enum" in one) == ("choices" in field)
            choices += field.get("choices", [])
    assert {"value": "SEVEN", "title": "七级" if language == "zh" else "grade 7"} in choices
    assert not any(one["title"].isupper() for one in choices)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", answers.QUESTIONS)
def test_every_example_is_answered(name: str, language: str) -> None:
    """None is refused, in either language."""
    found = asked("answer", name, answers.QUESTIONS[name].example, {}, "none", language)
    assert found.keys() == {"outcome", "why", "cautions", "readings"}


def test_an_answer_has_its_outcome_its_reasons_and_its_readings() -> None:
    """NN-1.1.4 by days: 151 of 731 days are still to come."""
    found = asked("answer", "premium", {"contract": CONTRACT, "paid_on": "2016-02-01"}, {}, "none", "en")
    formula = "2016-02-01: 100,000,000.00 × 1.3‰ × 151/731 = 26,853.63"
    assert found["outcome"] == {"fields": [{"name": "initial premium", "text": formula}]}
    assert found["why"].startswith("project premium [NN-1.1.2]:")
    (reading,) = found["readings"]
    assert (reading["name"], reading["clause"], reading["taken"]) == ("elapsed_time", "NN-1.1.4", "DAYS")
    assert [one["name"] for one in reading["members"]] == ["DAYS", "DIFFERENCE", "MONTHS"]


def test_another_reading_changes_the_answer_and_is_told_as_a_departure() -> None:
    """By whole months 5 of 24 are still to come."""
    facts = {"contract": CONTRACT, "paid_on": "2016-02-01"}
    found = asked("answer", "premium", facts, {"elapsed_time": "MONTHS"}, "none", "en")
    assert found["outcome"]["fields"][0]["text"].endswith("= 27,083.33")
    assert found["readings"][0]["taken"] == "MONTHS"
    assert found["why"].startswith("Under a law that departs")


def test_benefits_are_a_table_with_a_column_for_each_thing_told() -> None:
    """No column is there of which no line tells anything."""
    found = asked("answer", "settlement", {"injury": {"injured_on": "2016-03-01"}}, {}, "none", "en")
    lines = found["outcome"]["fields"][0]
    assert lines["name"] == "lines"
    assert lines["table"]["heads"] == ["benefit", "rhythm", "payer", "clause", "from", "needs"]
    assert all(len(row) == 6 for row in lines["table"]["rows"])


@pytest.mark.parametrize(("calendar", "last"), [("none", "2016-05-01"), ("national", "2016-05-03")])
def test_a_limit_that_ends_on_a_day_off_moves_by_the_calendar_chosen(calendar: str, last: str) -> None:
    """Thirty days from 1 April 2016 end on a Sunday and a holiday, which lasts until 2 May."""
    found = asked("answer", "employer_deadline", {"injured_on": "2016-04-01"}, {}, calendar, "zh")
    assert found["outcome"] == {"text": last}


def test_a_report_in_which_nothing_is_amiss_has_no_findings() -> None:
    """The page says so in words."""
    sound = {**answers.QUESTIONS["courier_report"].example["report"], "persons_paying": 1790}
    assert asked("answer", "courier_report", {"report": sound}, {}, "none", "zh")["outcome"] == {"list": []}


def test_nothing_is_told_as_the_rule_says_it() -> None:
    """What no outcome stands for is said in the rule's own words."""
    facts = {"contract": CONTRACT, "paid_on": "2016-02-01"}
    rule = answers.QUESTIONS["premium"].rule
    step = explain(rule, **load_facts(rule, facts)).step
    undecided = attrs.evolve(step, outcome=None, when_none=Text(zh="尚未作出", en="not decided yet"))
    assert answers._outcome(undecided, "zh") == {"text": "尚未作出"}


def test_every_fault_stands_at_its_field_without_naming_its_path() -> None:
    """Three at once; the page tells each by the label of its field."""
    facts = {"contract": {"price": "0", "commencement": "2014-07-01"}, "paid_on": "x"}
    found = asked("answer", "premium", facts, {}, "none", "zh")
    assert found["faults"] == [
        {"path": ["contract", "completion"], "text": "请填写"},
        {"path": ["contract", "price"], "text": "必须大于零，现为 0"},
        {"path": ["paid_on"], "text": "必须是日期，如 2016-06-30，不带时刻，现为 'x'"},
    ]


def test_what_a_reading_asks_for_is_told_with_the_switch_that_asked() -> None:
    """So that the reader can go back."""
    facts = {"counts": {"units_should": 200, "units_enrolled": 139}, "on": "2022-09-30"}
    found = asked("answer", "campaign", facts, {"coverage_unit": "PERSONS"}, "none", "zh")
    assert found["faults"] == [{"path": ["persons_should"], "text": "须提供，本次采用的口径按它计算，现未填写"}]
    assert [(one["name"], one["taken"]) for one in found["readings"]] == [("coverage_unit", "PERSONS")]


def test_what_the_law_does_not_answer_is_told_for_the_whole() -> None:
    """The plan was issued in 2022."""
    facts = {"counts": {"units_should": 200, "units_enrolled": 139}, "on": "2020-01-01"}
    (fault,) = asked("answer", "campaign", facts, {}, "none", "en")["faults"]
    assert fault["path"] == []
    assert "2022" in fault["text"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.toml")), ids=lambda one: one.stem)
def test_every_case_file_gives_its_pages(file: Path, language: str) -> None:
    """Assessment, duties and what is missing."""
    found = case(file.read_bytes(), language=language)
    assert found.keys() == {"missing", "page", "duties", "why", "readings"}


def test_a_case_is_read_under_the_readings_chosen_on_the_page() -> None:
    """The others stay as the file has them."""
    content = (EXAMPLES / "site_accident.toml").read_bytes()
    taken = {one["name"]: one["taken"] for one in case(content, {"removal_effect": "SAME_DAY"})["readings"]}
    assert taken["removal_effect"] == "SAME_DAY"
    assert taken["report_clock"] == "ACCIDENT"


def test_a_reading_that_the_file_lacks_a_fact_for_keeps_its_switch() -> None:
    """When the employer knew of the accident does not stand in the file."""
    found = case((EXAMPLES / "site_accident.toml").read_bytes(), {"report_clock": "KNOWLEDGE"})
    assert len(found["faults"]) == 1
    assert {one["name"]: one["taken"] for one in found["readings"]}["report_clock"] == "KNOWLEDGE"


def test_a_case_that_lacks_facts_says_which_and_what_they_would_decide() -> None:
    """The file cannot be assessed, and still can be asked about."""
    found = case(b"[contract]\nprice = 100_000_000\n")
    assert found["faults"] == [
        {"path": [], "text": "contract.commencement 缺失（合同开工日）"},
        {"path": [], "text": "contract.completion 缺失（合同竣工日）"},
    ]
    assert "尚须查明" in found["missing"]


def test_a_file_that_is_no_case_is_told_at_its_line() -> None:
    """Without anything else."""
    found = case(b"[contract\n")
    assert found["faults"] == [{"path": [], "text": "不是合法的 TOML：第1行第10列（节的名称之后应有 ]）"}]
    assert "missing" not in found


def test_a_question_refused_by_the_law_is_a_fault_of_the_whole_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever refuses, the page tells it."""

    def refuse(_: object) -> None:
        raise GxInjuryError(Text(zh="不适用", en="does not apply"), code="refused")

    monkeypatch.setattr(answers, "questions_of", refuse)
    assert case(b"[contract]\nprice = 1\n") == {"faults": [{"path": [], "text": "不适用"}], "readings": []}


def test_the_duties_of_a_case_are_saved_as_a_calendar() -> None:
    """Ids are masked in it."""
    content = b64encode((EXAMPLES / "site_accident.toml").read_bytes()).decode()
    found = asked("calendar_file", content, "case.toml", "2016-06-01", {}, "none", "zh")
    saved = b64decode(found["base64"])
    assert saved.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"45010" not in saved


def test_the_answer_to_a_case_is_saved_as_a_workbook() -> None:
    """The sheets of the assessment and those of the duties, amounts as numbers."""
    content = b64encode((EXAMPLES / "site_accident.toml").read_bytes()).decode()
    found = asked("workbook_file", content, "case.toml", "2016-06-01", {}, "none", "zh")
    book = load_workbook(BytesIO(b64decode(found["base64"])))
    assert book.sheetnames[:2] == ["江南污水处理厂二期（示例）", "保险费"]
    assert any("2016-06-01" in str(page["A1"].value) or "义务" in page.title for page in book.worksheets)


def workbook(**cells: str) -> bytes:
    """Return a case as a workbook, some cells of the project's sheet changed."""
    made = case_workbook(read_case(EXAMPLES / "ordinary.toml"), "zh")
    for cell, value in cells.items():
        made["项目"][cell] = value
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_case_in_a_workbook_is_answered_as_the_same_case_in_toml() -> None:
    """Under the same readings as well."""
    content = (EXAMPLES / "ordinary.toml").read_bytes()
    for readings in ({}, {"elapsed_time": "MONTHS"}):
        assert case(workbook(), readings, name="case.xlsx")["page"] == case(content, readings)["page"]


def test_what_is_wrong_in_a_workbook_is_told_at_its_cell() -> None:
    """What cannot be read, and what does not go together."""
    (unread,) = case(workbook(C3="两千万"), name="case.xlsx")["faults"]
    assert unread["text"].startswith("项目!C3（合同总造价）必须是金额")
    (early,) = case(workbook(C5="2001-01-01"), name="case.xlsx")["faults"]
    assert early["text"].startswith("项目!C5（合同竣工日）")


def test_a_workbook_that_is_none_is_told() -> None:
    """It only begins as one."""
    (fault,) = case(b"PK\x03\x04 and nothing more", name="case.xlsx")["faults"]
    assert "!" not in fault["text"]


COURIERS = EXAMPLES / "couriers"
HEADERS = (
    "应参保单位数(户),已参保单位数(户),参保人数(人),缴费人数(人),工伤申报数,工伤认定数,"
    "享受工伤保险待遇人数(人),发放工伤保险待遇金额(万元)"
)


def of_a_city(city: str, month: int, counts: str = "200,140,1800,1790,12,9,7,1.5") -> tuple[str, bytes]:
    """Return the report of a city as it sends it, with its name."""
    return f"{city}2022年{month}月.csv", f"市：{city},填报期：2022年{month}月\n{HEADERS}\n{counts}\n".encode()


def reported(*files: tuple[str, bytes], does: str = "reports") -> dict[str, Any]:
    """Return what is answered to reports in Chinese."""
    content = [(name, b64encode(one).decode()) for name, one in files]
    found: dict[str, Any] = asked(does, content, "zh")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_are_answered_as_the_shell_answers_them(language: str) -> None:
    """Two months of the region, but for the day and the version in the closing."""
    files = [COURIERS / "2022-08.csv", COURIERS / "2022-09.csv"]
    found = asked("reports", [(one.name, b64encode(one.read_bytes()).decode()) for one in files], language)
    shell = run([sys.executable, "-m", "gxinjury", "courier-report", "--lang", language, *map(str, files)])
    wanted = re.sub(r"^ *- |^=+$|\s", "", shell.rpartition("\n\n")[0], flags=re.MULTILINE)
    told = "".join("".join(texts(part)) for part in found["parts"][:-1])
    assert re.sub(r"\s", "", told) == wanted


def texts(part: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a part in the order in which they are read."""
    if "table" in part:
        yield from (cell for row in (part["table"]["heads"], *part["table"]["rows"]) for cell in row)
    else:
        yield from part.get("list", [part.get("heading", part.get("text"))])


def flat(found: dict[str, Any]) -> str:
    """Return all that an answer to reports says, without blanks."""
    return "".join("".join(texts(part)) for part in found["parts"]).replace(" ", "")


def run(command: list[str]) -> str:
    """Return what a command prints, a hundred columns wide."""
    told = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=told, check=True, capture_output=True, encoding="utf-8").stdout


def test_a_city_without_a_report_is_missing_and_no_zero() -> None:
    """Two of fourteen sent theirs: their coverage alone is told."""
    found = reported(of_a_city("南宁市", 9), of_a_city("柳州市", 9, "100,80,800,790,1,1,1,0.5"))
    told = flat(found)
    assert "已报2个市，覆盖率73.33%（220/300）" in told
    assert "未报12个市，全区尚不能判断" in told
    (table, *_) = [part["table"] for part in found["parts"] if "table" in part]
    assert [row[0] for row in table["rows"]] == ["南宁市", "柳州市", "已报合计"]


def test_every_fault_of_every_report_is_told_at_its_file() -> None:
    """Two files with a slip each, and one that is no report; the sound one is not told of."""
    found = reported(
        of_a_city("南宁市", 9),
        of_a_city("柳州市", 9, "100,八十,800,790,1,1,1,0.5"),
        of_a_city("桂林市", 9, "100,80,800,790,1,1,1,5000元"),
        ("通知.docx", b"\xff\xfe\x00"),
    )
    texts = [one["text"] for one in found["faults"]]
    assert [one.partition("：")[0] for one in texts] == ["柳州市2022年9月.csv", "桂林市2022年9月.csv", "通知.docx"]
    assert "已参保单位数(户)" in texts[0]
    assert "万元" in texts[1]
    assert found["readings"] == []


def test_a_city_that_reports_twice_and_no_report_at_all_are_told() -> None:
    """The second report is not added to the first."""
    (fault,) = reported(of_a_city("南宁市", 9), ("重报.csv", of_a_city("南宁市", 9)[1]))["faults"]
    assert fault["text"].startswith("重报.csv：")
    (fault,) = reported(("空.csv", HEADERS.encode()))["faults"]
    assert fault["text"] == "文件中没有任何一行填报内容"


def test_what_reports_come_to_is_saved_as_a_workbook() -> None:
    """Amounts and counts as numbers; a workbook among the reports is read as the tables are."""
    form = read_report_files([of_a_city("南宁市", 9)])[0]
    book = write_reports_workbook(form)
    assert reported(("南宁市.xlsx", book)) == reported(of_a_city("南宁市", 9))
    saved = load_workbook(BytesIO(b64decode(reported(("南宁市.xlsx", book), does="reports_file")["base64"])))
    assert any(200 in row for sheet in saved.worksheets for row in sheet.iter_rows(values_only=True))


def test_what_files_take_is_loaded_beforehand() -> None:
    """In a Python that has loaded the page and nothing else, as the browser's has."""
    code = "import answers, sys; answers.preload(); print({'openpyxl', 'gxinjury.extra.ics'} <= sys.modules.keys())"
    site = Path(answers.__file__).parent
    told = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), *sys.path])}
    assert subprocess.check_output([sys.executable, "-c", code], env=told, text=True) == "True\n"


def test_a_part_that_the_page_cannot_lay_out_is_not_left_out_in_silence() -> None:
    """Pages of the shell have more kinds of parts than that of reports."""
    with pytest.raises(TypeError, match="Gap"):
        list(answers._laid_out(Document((Gap(),), "zh")))
