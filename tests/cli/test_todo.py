"""What to do after an accident: in order of time, late only on a day that is given, to whom, with what, who pays."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import Accident, AccidentAssessment, Contract, Payment, ProjectCase
from gxinjury.errors import GxInjuryError
from gxinjury.extra.calendars import calendar_named
from gxinjury.extra.cases.days_off import RAW_DAYS, CalendarAsked
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.reading import read_case
from gxinjury.extra.cases.todo import todo_of
from tests.cli.calls import data_of, refused, run

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = str(ROOT / "examples" / "site_accident.toml")
SETTLED: Final = str(ROOT / "examples" / "settlement.toml")
ROWS: Final[list[dict[str, Any]]] = tomllib.loads((ROOT / "tests/cases/todo.toml").read_text(encoding="utf-8"))["todo"]
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
PROJECT: Final = "[contract]\nprice = 1000000\ncommencement = 2016-03-01\ncompletion = 2016-12-31\n"
INJURY: Final = """[[injuries]]
worker = "张三"
happened_at = 2016-04-01T09:10:00+08:00
work_cause = true
on_site = true
"""
HURT: Final = Accident("张三", datetime.fromisoformat("2016-03-01T09:10+08:00"), work_cause=True, on_site=True)


def section(page: str, name: str) -> str:
    """What stands under a heading of a page."""
    return page.partition(f"\n{name}\n")[2].partition("\n\n")[0]


@pytest.mark.clause("NN-3.2.3")
@pytest.mark.clause("NN-4.1")
@pytest.mark.clause("NN-4.3")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['number']} {row.get('on')}")
def test_duties(row: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be done by when, what of it is late, as data and on the page."""
    asked = ["todo", EXAMPLE, "--injury", str(row["number"]), *(["--on", str(row["on"])] if "on" in row else [])]
    found = todo_of(read_case(EXAMPLE), number=row["number"], on=row.get("on"))
    assert [one.duty.name for one in found.duties] == [name for name, _, _ in row["duties"]]
    page = section(run(capsys, *asked, "--lang", "zh"), "按时间先后")
    shown = re.findall(r"^  ([ !*]) (\d{4}-\d\d-\d\d(?: \d\d:\d\d)?) ", page, re.MULTILINE)
    assert shown == [(mark, due) for _, due, mark in row["duties"]]
    data = data_of(capsys, *asked)
    assert [one["duty"]["name"] for one in data["duties"]] == [name for name, _, _ in row["duties"]]


class TestTime:
    """With a day, what had happened by then; without one, nothing is late."""

    def test_nothing_is_late_without_a_day(self) -> None:
        """Nor is what came later known on a day."""
        found = todo_of(read_case(EXAMPLE), number=2, on=date(2016, 5, 6))
        codes = {one.code for one in found.assessed.findings}
        assert "reported_late" not in codes
        assert found.assessed.bridge is None
        assert todo_of(read_case(EXAMPLE), number=2).assessed.bridge is not None

    def test_by_a_work_calendar(self) -> None:
        """A limit of Saturday moves to Monday, among the duties and in the assessment."""
        calendar = CalendarAsked("national", days=calendar_named("national"))
        for asked, day in ((RAW_DAYS, date(2016, 6, 4)), (calendar, date(2016, 6, 6))):
            found = todo_of(read_case(EXAMPLE), number=2, on=date(2016, 5, 6), calendar=asked)
            assert isinstance(found.assessed, AccidentAssessment)
            assert (found.assessed.employer_files_by.day, found.answer.calendar) == (day, asked)
            assert day in [one.due.day for one in found.duties if one.due is not None]

    def test_late_by_what_the_case_tells(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A report of May is known, the application of March is not: it is to be done, not late."""
        path = tmp_path / "late.toml"
        path.write_text(PROJECT + INJURY + "reported_at = 2016-06-10T08:00:00+08:00\n", encoding="utf-8")
        told = section(run(capsys, "todo", str(path), "--lang", "zh"), "按时间先后")
        assert re.search(r"^  \* 2016-05-01  待完成 ", told, re.MULTILINE)
        told = section(run(capsys, "todo", str(path), "--lang", "zh", "--on", "2016-06-10"), "按时间先后")
        assert re.search(r"^  ! 2016-05-01  逾期未完成 ", told, re.MULTILINE)

    def test_nothing_to_do(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Determined and not assessed yet: that is for others."""
        path = tmp_path / "done.toml"
        path.write_text(PROJECT + INJURY + "determined_on = 2016-06-10\n", encoding="utf-8")
        assert section(run(capsys, "todo", str(path), "--lang", "zh"), "按时间先后") == "  无"

    def test_words_of_the_legend(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The page says which of the two it is."""
        asked = ("todo", EXAMPLE, "--injury", "2", "--lang", "zh")
        assert "未指定日期（--on），是否逾期不作判断" in run(capsys, *asked)
        assert "逾期未完成" not in section(run(capsys, *asked), "按时间先后")
        late = run(capsys, *asked, "--on", "2016-06-05")
        assert "截至 2016-06-05：! 逾期未办" in late
        assert "逾期未完成" in section(late, "按时间先后")

    def test_before_it_happened(self) -> None:
        """The day of the accident is the first."""
        case = read_case(EXAMPLE)
        assert todo_of(case, number=2, on=date(2016, 5, 5)).duties
        with pytest.raises(GxInjuryError) as refusal:
            todo_of(case, number=2, on=date(2016, 5, 4))
        assert (refusal.value.code, refusal.value.text("zh")) == (
            "not_happened_yet", "2016-05-04 时事故尚未发生（发生于 2016-05-05）"
        )  # fmt: skip
        assert refusal.value.values == {"on": date(2016, 5, 4), "day": date(2016, 5, 5)}


class TestWhich:
    """Which accident."""

    def test_is_asked_for(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Of several the number, each named; of one none."""
        told = "本案有2起事故（含职业病），请用 --injury 写明第几起：1 莫阿贵（2016-03-01）、2 陆水生（2016-05-05）"
        assert refused(capsys, "todo", EXAMPLE, "--lang", "zh") == told
        assert refused(capsys, "todo", EXAMPLE, "--injury", "3", "--lang", "zh") == told
        assert refused(capsys, "todo", EXAMPLE, "--injury", "0", "--lang", "zh") == told
        assert "no accident" in refused(capsys, "todo", str(ROOT / "examples/ordinary.toml"), "--lang", "en")

    def test_the_only_one(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Needs no number."""
        path = tmp_path / "one.toml"
        path.write_text(
            PROJECT + "[[payments]]\namount = 1300\npaid_on = 2016-02-20\n" + INJURY,
            encoding="utf-8",
        )
        assert "张三" in run(capsys, "todo", str(path), "--lang", "zh")

    @pytest.mark.parametrize("number", [0, 3])
    def test_no_such_accident(self, number: int) -> None:
        """From Python too."""
        with pytest.raises(
            GxInjuryError, match=f"no accident {number}, diseases counted after accidents: the case has 2"
        ) as refusal:
            todo_of(read_case(EXAMPLE), number=number)
        assert (refusal.value.code, refusal.value.values) == ("no_such_accident", {"number": number, "count": 2})

    def test_two_of_one_worker(self) -> None:
        """The duties are those of the one that is meant."""
        again = attrs.evolve(HURT, happened_at=datetime.fromisoformat("2016-04-11T08:00+08:00"))
        case = CaseFile(ProjectCase(CONTRACT, [Payment(130_000, date(2015, 10, 8))], accidents=[HURT, again]))
        dues = [[str(one.due) for one in todo_of(case, number=number).duties] for number in (1, 2)]
        assert dues == [["2016-03-03", "2016-03-31", "2017-03-01"], ["2016-04-13", "2016-05-11", "2017-04-11"]]


class TestWhoPays:
    """Who pays meanwhile."""

    def test_insured(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The fund its part, the employer wage and nursing, what it is late with, and after completion."""
        told = section(run(capsys, "todo", EXAMPLE, "--injury", "1", "--lang", "zh"), "由谁负担")
        assert re.findall(r"\[(.*)\]", told) == ["NN-5.1", "REG-33", "NN-4.2", "NN-5.3"]
        assert "2016-03-01 至 2016-06-10" in told

    def test_undecided(self, capsys: pytest.CaptureFixture[str]) -> None:
        """For the authority; where nobody applies the employer, by condition."""
        told = section(run(capsys, "todo", EXAMPLE, "--injury", "2", "--lang", "zh"), "由谁负担")
        assert "待遇是否由基金支付，待主管部门决定 [NN-5.1]" in told
        assert "2016-05-05 起（如至 2016-06-04 仍无人申请）" in told.replace("\n    ", "")

    @pytest.mark.clause("RSF103-8")
    def test_not_enrolled(self) -> None:
        """A project that nobody enrolled: the employer, the contractor, the owner, the fund in advance."""
        found = todo_of(CaseFile(ProjectCase(CONTRACT, accidents=[HURT])))
        assert [one.party.name for one in found.liable] == ["EMPLOYER", "GENERAL_CONTRACTOR", "OWNER", "FUND"]
        paid = ProjectCase(CONTRACT, [Payment(130_000, date(2015, 10, 8))], accidents=[HURT])
        assert todo_of(CaseFile(paid)).liable == ()
        outside = attrs.evolve(HURT, work_cause=False, on_site=False)
        found = todo_of(CaseFile(attrs.evolve(paid, accidents=[outside])))
        assert (found.assessed.fund_pays, found.liable) == (False, ())
        early = ProjectCase(CONTRACT, [Payment(130_000, date(2014, 6, 1))], accidents=[HURT])
        assert todo_of(CaseFile(early)).liable == ()  # nobody says what was due: it is not decided

    def test_not_enrolled_as_a_page(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """In turn, each with its clause."""
        path = tmp_path / "none.toml"
        path.write_text(
            PROJECT + INJURY,
            encoding="utf-8",
        )
        told = section(run(capsys, "todo", str(path), "--lang", "zh"), "由谁负担")
        assert "项目未参保的，依次由下列各方支付 [RSF103-8]" in told
        assert re.findall(r"^    - (\S+?)：", told, re.MULTILINE)[0] == "职工的用人单位"

    @pytest.mark.clause("NN-3.2.1")
    @pytest.mark.parametrize(
        ("insured", "first", "count"),
        [
            ("true", "不属该项目的参保人员；由其用人单位参保，按用人单位的参保申领 [NN-3.2.1]", 0),
            ("2016-04-01", "不属该项目的参保人员；由其用人单位参保，按用人单位的参保申领 [NN-3.2.1]", 0),
            ("2016-04-02", "不属该项目的参保人员，基金不支付 [NN-5.1]", 4),
        ],
    )
    def test_own_employer(
        self, insured: str, first: str, count: int, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        """On a project that nobody enrolled, whom his own employer insures from the day on: that insurance."""
        path = tmp_path / "own.toml"
        path.write_text(f"{PROJECT}{INJURY}enrolled_by_employer = {insured}\n", encoding="utf-8")
        told = section(run(capsys, "todo", str(path), "--lang", "zh"), "由谁负担")
        assert told.partition("\n")[0].removeprefix("  - ") == first
        assert len(todo_of(read_case(path)).liable) == count

    def test_own_employer_on_an_insured_project(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The fund pays, whoever insures him beside."""
        path = tmp_path / "both.toml"
        paid = "[[payments]]\namount = 1300\npaid_on = 2016-02-20\n"
        path.write_text(f"{PROJECT}{paid}{INJURY}enrolled_by_employer = true\n", encoding="utf-8")
        told = section(run(capsys, "todo", str(path), "--lang", "zh"), "由谁负担")
        assert told.startswith("  - 待遇由工伤保险基金支付 [NN-5.1]\n")

    def test_a_death(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The claim goes without the conclusion, and nobody is on leave."""
        told = run(capsys, "todo", SETTLED, "--injury", "2", "--lang", "zh")
        assert "劳动能力鉴定结论书" not in told
        assert "停工留薪期" not in section(told, "由谁负担")
        other = run(capsys, "todo", SETTLED, "--injury", "1", "--lang", "zh")
        assert "劳动能力鉴定结论书" in other
        assert "停工留薪期" in section(other, "由谁负担")

    def test_open_lines(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is not settled has its payer and what it waits for."""
        told = section(run(capsys, "todo", SETTLED, "--injury", "1", "--lang", "zh"), "尚未确定的待遇")
        assert "工伤医疗费，由工伤保险基金支付；需要目录内的医疗费数额 [REG-30]" in told
        data = data_of(capsys, "todo", SETTLED, "--injury", "1")
        assert [(one["payer"], one["clause"]) for one in data["open"]] == [("FUND", "REG-30")]

    def test_nothing_can_be_settled(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A finding says why; no line is open."""
        path = tmp_path / "abroad.toml"
        path.write_text(PROJECT + INJURY + "[injuries.benefits]\ninsured_abroad = true\n", encoding="utf-8")
        data = data_of(capsys, "todo", str(path))
        assert (data["open"], data["accident"]["benefits"]["settled"]) == ([], False)
        assert "尚未确定的待遇" not in run(capsys, "todo", str(path), "--lang", "zh")


def test_to_whom_and_with_what(capsys: pytest.CaptureFixture[str]) -> None:
    """The report and the application to the authority, the claim to the agency, each with its papers."""
    told = section(run(capsys, "todo", EXAMPLE, "--injury", "2", "--on", "2016-05-06", "--lang", "zh"), "按时间先后")
    joined = re.sub(r"\n +", "", told)
    assert joined.count("向建设项目所在地人力资源和社会保障行政部门") == 3
    assert joined.count("带：工伤认定申请表、劳动关系证明、医疗诊断证明或者职业病诊断、鉴定书") == 2
    claim = section(run(capsys, "todo", SETTLED, "--injury", "1", "--lang", "zh"), "按时间先后")
    assert "向社会保险经办机构；带：南宁市工伤保险待遇申领表" in re.sub(r"\n +", "", claim)
    assert "450103" not in told


class TestDisease:
    """An occupational disease, counted after the accidents; its limits run from the diagnosis."""

    ONLY: Final = PROJECT + (
        "[[payments]]\namount = 1300\npaid_on = 2016-02-20\n"
        '[[diseases]]\nworker = "黄石匠"\nexposed_from = 2016-03-01\ndiagnosed_on = 2017-04-18\n'
    )

    @pytest.mark.clause("NN-4.1")
    @pytest.mark.clause("NN-4.3")
    def test_the_only_one(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Needs no number; nothing is to be reported within hours."""
        path = tmp_path / "disease.toml"
        path.write_text(self.ONLY, encoding="utf-8")
        told = run(capsys, "todo", str(path), "--lang", "zh")
        assert "黄石匠，接触职业病危害 2016-03-01 至 2017-04-18，2017-04-18 诊断（鉴定）" in told
        due = re.findall(r"^  \* (\S+)  待完成", section(told, "按时间先后"), re.MULTILINE)
        assert due == ["2017-05-18", "2018-04-18"]
        data = data_of(capsys, "todo", str(path))
        assert (data["disease"]["diagnosed_on"], "accident" in data) == ("2017-04-18", False)
        assert [one["clause"] for one in data["papers"]] == ["REG-18", "NN-5.5"]

    def test_after_the_accidents(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Of several the list says which it is."""
        example = str(ROOT / "examples" / "disease.toml")
        assert "4 黄石匠（职业病，诊断于2017-04-18）" in refused(capsys, "todo", example, "--lang", "zh")
        assert "黄石匠" in run(capsys, "todo", example, "--lang", "zh", "--injury", "4")

    def test_before_the_diagnosis(self) -> None:
        """Nothing is to be done yet."""
        case = read_case(ROOT / "examples" / "disease.toml")
        assert todo_of(case, number=4, on=date(2017, 4, 18)).harm.day == date(2017, 4, 18)
        with pytest.raises(GxInjuryError) as refusal:
            todo_of(case, number=4, on=date(2017, 4, 17))
        assert refusal.value.text("zh") == "2017-04-17 时职业病尚未诊断（诊断于 2017-04-18）"
