"""Roster, accidents and changed names in a case file: what is read, what is wrong with it, and who is meant."""

import builtins
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxinjury.codec import FileError
from gxinjury.codec.choices import choice
from gxinjury.codec.readers import RefusedError, read_count, read_moment
from gxinjury.construction import Accident, NameChange, ProjectCase, Roster, RosterChange, RosterChangeKind, Sex, Worker
from gxinjury.determination import DatedCost, Exclusion, ExclusionReason
from gxinjury.extra.cases.answer_data import assessment_data, obligations_data
from gxinjury.extra.cases.answers import assess_case, obligations_of
from gxinjury.extra.cases.data import plain_data
from gxinjury.extra.cases.reading import read_case, structure_case, unstructure_case
from gxinjury.extra.cases.text import parse
from gxinjury.extra.strategies import days
from gxinjury.periods import Period
from gxinjury.texts import Language
from tests.cli.calls import data_of, run
from tests.construction.people import resident_ids

CONTRACT: Final = {"price": "100000000", "commencement": "2015-10-09", "completion": "2016-06-30"}
PAID: Final = [{"amount": 130_000, "paid_on": "2015-10-08"}]
NUMBER: Final = "450103198001011233"
OTHER: Final = "450103198502022221"
FULL: Final = """
[contract]
price = 100_000_000
commencement = 2015-10-09
completion = 2016-06-30
[progress]
funded_on = 2015-10-01
[[payments]]
amount = 130_000
paid_on = 2015-10-08
[[roster]]
worker = { name = "张三", resident_id = "45010319800101123 3", sex = "男" }
kind = "add"
reported_on = 2015-10-08
happened_on = 2015-10-09
monthly_wage = 4_500.50
[[roster]]
worker = "李四"
kind = "减"
reported_on = 2015-11-08
[[injuries]]
worker = "张三"
happened_at = 2015-10-10T06:30:00Z
work_cause = true
on_site = false
reported_at = "2015-10-11T14:30+08:00"
known_at = 2015-10-10T15:00:00+08:00
verified = true
employer_filed_on = 2015-11-20
others_filed_on = 2015-12-01
accepted_on = 2015-12-02
extension_days = 10
determined_on = 2016-01-10
assessed_on = 2016-03-01
needs_assessment = false
[[injuries.costs]]
amount = 100
incurred_on = 2015-10-10
[[injuries.excluded]]
period = { first = 2016-01-01, last = 2016-01-31 }
reason = "labour_dispute"
[[name_changes]]
name = "新公司"
document_on = 2016-01-05
changed_on = 2016-01-01
reported_on = 2016-02-01
"""


def case_of(**sections: object) -> dict[str, Any]:
    """Return a file with a sound contract, paid in time, and other sections."""
    return {"contract": CONTRACT, "payments": PAID, **sections}


def injury(**facts: object) -> dict[str, object]:
    """Return an accident on the site by a work cause, unless a fact says otherwise."""
    plain = {"worker": "张三", "happened_at": "2016-03-01T09:00+08:00", "work_cause": True, "on_site": True}
    return {**plain, **facts}


def added(worker: object, **facts: object) -> dict[str, object]:
    """Return an addition to the roster."""
    return {"worker": worker, "kind": "add", "reported_on": "2015-10-08", **facts}


def told(data: Mapping[str, Any], language: Language = "en", **more: Any) -> list[str]:  # noqa: ANN401  (handed on)
    """Return the faults of the data of a file, a line each, without the file's name."""
    with pytest.raises(FileError) as caught:
        structure_case(data, "c", **more)
    return [line[3:] if language == "en" else line[2:] for line in caught.value.text(language).splitlines()]


class TestReading:
    """The sections become records, and go there and back."""

    def test_every_section(self) -> None:
        """Each key goes into its field; an id is read as one worker's whatever its blanks."""
        case = structure_case(parse(FULL.encode(), "case.toml"))
        assert case.case.funded_on == date(2015, 10, 1)
        assert case.case.roster == (
            RosterChange(
                Worker("张三", NUMBER, Sex.MALE),
                RosterChangeKind.ADD,
                date(2015, 10, 8),
                happened_on=date(2015, 10, 9),
                monthly_wage="4500.50",
            ),
            RosterChange("李四", RosterChangeKind.REMOVE, date(2015, 11, 8)),
        )
        assert case.case.accidents == (
            Accident(
                "张三",
                datetime.fromisoformat("2015-10-10T14:30+08:00"),
                work_cause=True,
                on_site=False,
                reported_at=datetime.fromisoformat("2015-10-11T14:30+08:00"),
                known_at=datetime.fromisoformat("2015-10-10T15:00+08:00"),
                verified=True,
                employer_filed_on=date(2015, 11, 20),
                others_filed_on=date(2015, 12, 1),
                accepted_on=date(2015, 12, 2),
                extension_days=10,
                excluded=[Exclusion(Period(date(2016, 1, 1), date(2016, 1, 31)), ExclusionReason.LABOUR_DISPUTE)],
                determined_on=date(2016, 1, 10),
                assessed_on=date(2016, 3, 1),
                needs_assessment=False,
                costs=[DatedCost(amount=100, incurred_on=date(2015, 10, 10))],
            ),
        )
        days_of_it = {"document_on": date(2016, 1, 5), "changed_on": date(2016, 1, 1), "reported_on": date(2016, 2, 1)}
        assert case.case.name_changes == (NameChange("新公司", **days_of_it),)
        project = case.case
        assert (project.roster, project.name_changes) == (case.case.roster, case.case.name_changes)
        assert project.funded_on == date(2015, 10, 1)

    def test_there_and_back(self) -> None:
        """Also through JSON text, the ids in full, so that nothing is lost; in messages and answers they are masked."""
        case = structure_case(parse(FULL.encode(), "case.toml"))
        written = unstructure_case(case)
        assert structure_case(written) == case
        text = json.dumps(written, ensure_ascii=False)
        assert NUMBER in text
        assert type(written["roster"][0]["worker"]["resident_id"]) is str
        assert written["injuries"][0]["happened_at"] == "2015-10-10T14:30:00+08:00"
        assert written["injuries"][0]["excluded"][0]["reason"] == "labour_dispute"
        assert structure_case(parse(text.encode(), "case.json")) == case
        as_text = structure_case(case_of(roster=[added(NUMBER)]))
        assert unstructure_case(as_text)["roster"][0]["worker"] == NUMBER

    @settings(max_examples=50)
    @given(
        st.lists(
            st.builds(
                RosterChange,
                st.one_of(
                    st.sampled_from(["张三", "李四"]),
                    resident_ids(),
                    st.builds(Worker, st.just("王五"), resident_ids(), st.sampled_from([None, *Sex])),
                ),
                st.sampled_from(RosterChangeKind),
                days(),
                st.none() | days(),
            ),
            max_size=4,
        )
    )
    def test_any_roster_goes_there_and_back(self, roster: Sequence[RosterChange]) -> None:
        """Workers by name, by id, by both."""
        case = structure_case(case_of())
        full = unstructure_case(case) | {"roster": unstructure_case(_with(roster))["roster"]} if roster else {}
        assert structure_case(full or unstructure_case(case)).case.roster == tuple(roster)

    @pytest.mark.parametrize(
        ("given", "kind"), [("add", "ADD"), ("ADD", "ADD"), (" Remove ", "REMOVE"), ("增", "ADD"), ("减", "REMOVE")]
    )
    def test_a_choice(self, given: str, kind: str) -> None:
        """By name in any letters, or by the Chinese word."""
        assert choice(RosterChangeKind).read(given) is RosterChangeKind[kind]

    def test_a_moment_and_a_count(self) -> None:
        """A moment has its offset, a count is whole; anything else is none."""
        assert read_moment("2015-10-01T14:30+08:00") == datetime.fromisoformat("2015-10-01T14:30+08:00")
        assert read_count(3) == 3
        for wrong in ("2015-10-01", "2015-10-01T14:30", "noon", datetime(2015, 10, 1), date(2015, 10, 1), 7, None):
            with pytest.raises(RefusedError):
                read_moment(wrong)
        for no_count in (True, "3", 3.0, None):
            with pytest.raises(RefusedError):
                read_count(no_count)


def _with(roster: Sequence[RosterChange]) -> Any:  # noqa: ANN401  (a case file)
    case = structure_case(case_of(roster=[added("张三")]))
    return type(case)(ProjectCase(case.case.contract, roster=tuple(roster)))


class TestFaults:
    """Every fault at its path, all at once, ids masked."""

    @pytest.mark.parametrize(
        ("sections", "fault"),
        [
            ({"roster": {}}, "roster must be a list: in TOML each item is headed [[roster]], got a table"),
            (
                {"injuries": [injury(costs=1)]},
                "injuries[0].costs must be a list: in TOML each item is headed [[injuries.costs]], got 1",
            ),
            ({"roster": [added(3)]}, "roster[0].worker must name a worker: a text with the name or the resident id"),
            ({"roster": [added("")]}, "roster[0].worker must be a Worker, or a text that names one"),
            ({"roster": [added({"nam": "张三"})]}, "roster[0].worker.name is missing (name)"),
            ({"roster": [added({"name": "张三", "sex": "x"})]}, "roster[0].worker.sex is none of the choices, got 'x'"),
            (
                {"roster": [added("张三", kind="ad")]},
                "roster[0].kind is none of the choices, got 'ad'; did you mean add?",
            ),
            (
                {"roster": [added("张三", kind=1)]},
                "roster[0].kind is none of the choices, got 1; there are add, remove",
            ),
            ({"roster": [added("张三", monthly_wage=0)]}, "roster[0].monthly_wage must be above zero, got 0"),
            ({"injuries": [injury(happened_at="2016-03-01")]}, "injuries[0].happened_at must be a moment with its"),
            ({"injuries": [injury(extension_days="3")]}, "injuries[0].extension_days must be a whole number, got '3'"),
            ({"injuries": [injury(on_site="no")]}, "injuries[0].on_site must be true or false, got 'no'"),
            (
                {"injuries": [injury(employer_filed_on="2016-02-29")]},
                "injuries[0].employer_filed_on must not be before happened_at (2016-03-01), got 2016-02-29",
            ),
            (
                {"injuries": [injury(costs=[{"amount": 1, "incurred_on": "2016-02-29"}])]},
                "injuries[0].costs[0].incurred_on must not be before happened_at (2016-03-01), got 2016-02-29",
            ),
            (
                {"injuries": [injury(costs=[{"amount": 1}])]},
                "injuries[0].costs[0].incurred_on is missing (incurred on)",
            ),
            (
                {"injuries": [injury(excluded=[{"period": {"first": "2016-04-01"}, "reason": "不可抗力"}])]},
                "injuries[0].excluded[0].period must have a last day",
            ),
            (
                {"injuries": [injury(excluded=[{"period": {"first": "2016-04-01", "last": "2016-04-02"}}])]},
                "injuries[0].excluded[0].reason is missing",
            ),
            ({"name_changes": [{}]}, "name_changes[0].name is missing (new name)"),
            ({"progress": {"funded_on": "x"}}, "progress.funded_on must be a day such as"),
            ({"roster_fil": 1}, "roster_fil is no known key; did you mean roster_file?"),
        ],
    )
    def test_says_what_is_wrong(self, sections: dict[str, Any], fault: str) -> None:
        """The path, the rule, the value, and what would be right."""
        assert [line for line in told(case_of(**sections)) if line.startswith(fault)]

    def test_all_at_once(self) -> None:
        """What is wrong in one field hides nothing that is wrong in another."""
        data = case_of(
            roster=[added({"name": "", "resident_id": "1", "x": 1}, kind="ad", reported_on="x", monthly_wage=-1)],
            injuries=[injury(worker="", happened_at="x", accepted_on="1800-01-01", extension_days=-1)],
            name_changes=[{"name": "", "document_on": "x", "changed_on": "1800-01-01"}],
        )
        assert sorted(line.split(" ")[0] for line in told(data)) == [
            "injuries[0].accepted_on",
            "injuries[0].extension_days",
            "injuries[0].happened_at",
            "injuries[0].worker",
            "name_changes[0].changed_on",
            "name_changes[0].document_on",
            "name_changes[0].name",
            "roster[0].kind",
            "roster[0].monthly_wage",
            "roster[0].reported_on",
            "roster[0].worker.name",
            "roster[0].worker.resident_id",
            "roster[0].worker.x",
        ]

    def test_what_hangs_on_a_fault_is_not_a_fault(self) -> None:
        """A wrong moment of the accident makes no other day wrong."""
        assert len(told(case_of(injuries=[injury(happened_at="x", employer_filed_on="2010-01-01")]))) == 1
        excluded = [{"period": {"first": "x", "last": "2016-01-01"}, "reason": "x"}]
        assert len(told(case_of(injuries=[injury(excluded=excluded)]))) == 2

    def test_in_chinese(self) -> None:
        """The same faults, told in Chinese."""
        data = case_of(injuries=[injury(happened_at="x", costs=[{"amount": 1}])], roster=[added("张三", kind="x")])
        assert told(data, "zh") == [
            "roster[0].kind（花名册第1项）不是可选的值，现为 'x'；可用的有：add（增）、remove（减）",
            (
                "injuries[0].happened_at（第1起事故，事故发生之时）必须是带时区的时刻，如 2015-10-01T14:30:00+08:00，"
                "现为 'x'"
            ),
            "injuries[0].costs[0].incurred_on（第1起事故，第1项费用）缺失（发生日）",
        ]

    def test_ids_are_masked(self) -> None:
        """As a value, as a worker, in an answer."""
        wrong = case_of(roster=[added(NUMBER, kind=NUMBER), added({"name": 1, "resident_id": f"{NUMBER}9"})])
        assert not any(NUMBER in line for line in told(wrong))
        case = structure_case(case_of(roster=[added(NUMBER)], injuries=[injury(worker=NUMBER)]))
        texts = [
            json.dumps(assessment_data(assess_case(case), explained=True)),
            json.dumps(obligations_data(obligations_of(case, on=date(2016, 5, 1)))),
            repr(case),
        ]
        assert all(NUMBER not in text and "4501************33" in text for text in texts)

    @pytest.mark.parametrize(
        ("sections", "readings", "fault"),
        [
            (
                {"injuries": [injury(), injury(extension_days=31)]},
                {},
                "injuries[1].extension_days must not be above 30 days, got 31",
            ),
            (
                {"injuries": [injury(on_site=False, reported_at="2016-03-02T09:00+08:00")]},
                {"report_clock": "KNOWLEDGE"},
                "injuries[0].known_at must be given: under ReportClock.KNOWLEDGE",
            ),
            (
                {"roster": [added("张三"), added("张三", kind="remove", reported_on="2015-12-01")]},
                {"removal_effect": "LEAVING_DAY"},
                "roster.happened_on must be given by this reading, the day he left (worker 张三",
            ),
        ],
    )
    def test_what_the_law_refuses(self, sections: dict[str, Any], readings: dict[str, str], fault: str) -> None:
        """A fact that the question refuses is told at its place in the file."""
        case = structure_case(case_of(**sections, law={"readings": readings}))
        with pytest.raises(FileError) as caught:
            assess_case(case, "c")
        assert str(caught.value).startswith(f"c: {fault}")


class TestWhoIsMeant:
    """A name stands for the one worker of that name on the roster."""

    ZHANG: Final = {"name": "张三", "resident_id": NUMBER}

    @pytest.mark.parametrize(
        ("listed", "worker", "key"),
        [
            ([ZHANG], "张三", NUMBER),
            ([ZHANG], {"name": "张三"}, NUMBER),
            ([ZHANG], NUMBER, NUMBER),
            ([ZHANG, ZHANG], "张三", NUMBER),
            ([ZHANG, {"name": "张三", "resident_id": OTHER}], OTHER, OTHER),
            ([ZHANG], {"name": "张三", "resident_id": OTHER}, OTHER),
            (["张三"], ZHANG, "张三"),
            (["张三", ZHANG], "张三", "张三"),
            ([ZHANG], "李四", "李四"),
        ],
    )
    def test_by_name_or_id(self, listed: list[object], worker: object, key: str) -> None:
        """By the id where there is one, by the name where there is no other; else nobody on the roster is meant."""
        case = structure_case(case_of(roster=[added(one) for one in listed], injuries=[injury(worker=worker)]))
        project = case.case
        [accident] = project.accidents
        assert Roster(project.roster).key(accident.worker) == key

    def test_two_of_a_name(self) -> None:
        """Nobody is guessed: the id is asked for, in both languages, and the id is not shown."""
        data = case_of(
            roster=[added(self.ZHANG), added({"name": "张三", "resident_id": OTHER})],
            injuries=[injury(worker="李四"), injury()],
        )
        rule = "injuries[1].worker must be told by the resident id: the roster has more than one worker of that name"
        assert told(data) == [f"{rule}, got '张三'"]
        assert told(data, "zh") == [
            "injuries[1].worker（第2起事故，职工）须以身份证号指明：花名册上同名者不止一人，现为 '张三'"
        ]


class TestRosterFile:
    """``roster_file`` names files of annex 2 beside the case file."""

    HEAD: Final = "填报时间,2015年11月28日\n序号,姓名,增减,身份证号\n"

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Return a folder with a case and two rosters, one of them as Excel in China saves it."""
        (tmp_path / "case.json").write_text(json.dumps(case_of(roster_file="roster.csv")), encoding="utf-8")
        (tmp_path / "roster.csv").write_text(f"{self.HEAD}1,张三,增,{NUMBER}\n", encoding="utf-8-sig")
        (tmp_path / "later").mkdir()
        (tmp_path / "later" / "12.csv").write_bytes(
            f"填报时间,2015年12月28日\n姓名,增减,身份证号\n张三,减,{NUMBER}\n".encode("gb18030")
        )
        return tmp_path

    def test_joins_the_roster(self, folder: Path) -> None:
        """One file or several, after what stands in the case; the case that is read holds the changes themselves."""
        assert [change.reported_on for change in read_case(folder / "case.json").case.roster] == [date(2015, 11, 28)]
        data = case_of(roster_file=["roster.csv", "later/12.csv"], roster=[added("李四")])
        case = structure_case(data, folder=folder)
        assert [change.kind.name for change in case.case.roster] == ["ADD", "ADD", "REMOVE"]
        assert structure_case(unstructure_case(case)) == case
        assert structure_case(case_of(roster_file=[]), folder=folder).case.roster == ()

    def test_tells_what_it_passed_over(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Columns of an office's own and lines of totals: on the screen and as data, no part of the case."""
        rows = f"填报时间,2015年11月28日\n姓名,增减,身份证号,工种\n张三,增,{NUMBER},木工\n合计,1人,,\n"
        (folder / "roster.csv").write_text(rows, encoding="utf-8")
        case = read_case(folder / "case.json")
        assert [one.zh for one in case.passed_over] == [
            "roster.csv：第2行“工种”不是附件2的栏目，原样保留",
            "roster.csv：第4行：像是合计行，未读入",
        ]
        assert structure_case(unstructure_case(case)) == case
        told = run(capsys, "assess", str(folder / "case.json"), "--lang", "zh")
        assert "\n读入花名册时请核对\n  - roster.csv：第2行“工种”不是附件2的栏目，原样保留\n" in told
        data = data_of(capsys, "assess", str(folder / "case.json"))
        assert data["passed_over"][1] == {
            "zh": "roster.csv：第4行：像是合计行，未读入",
            "en": "roster.csv: row 4: this looks like a line of totals and was not read",
        }

    def test_who_is_meant_is_asked_of_all_of_it(self, folder: Path) -> None:
        """A name that the file makes a name of two is refused."""
        data = case_of(
            roster_file="roster.csv",
            roster=[added({"name": "张三", "resident_id": OTHER})],
            injuries=[injury()],
        )
        [line] = told(data, folder=folder)
        assert line.startswith("injuries[0].worker must be told by the resident id: the roster has more than one")

    def test_faults_are_told_with_those_of_the_case(self, folder: Path) -> None:
        """Each with its file, its row and its column; of every file, and the case's own."""
        (folder / "bad.csv").write_text(f"{self.HEAD}一,张三,加,{NUMBER[:-1]}9\n", encoding="utf-8")
        data = case_of(roster_file=["bad.csv", "none.csv", "roster.csv"], relief="x")
        lines = told(data, folder=folder)
        assert lines[0].startswith("relief must be a rate")
        assert [line.partition("row 3, ")[2].partition(" ")[0] for line in lines[1:4]] == ["序号", "增减", "身份证号"]
        assert all(line.startswith("roster_file bad.csv: row 3, ") for line in lines[1:4])
        assert lines[4:] == ["roster_file none.csv: there is no such file"]
        assert not any(NUMBER[:-1] in line for line in lines)
        assert told(data, "zh", folder=folder)[4] == "roster_file none.csv：文件不存在"

    @pytest.mark.parametrize(
        ("value", "fault"),
        [
            (3, "must be the name of a workbook or a CSV of annex 2, or a list of names, got 3"),
            (["a.csv", 3], "must be the name of a workbook or a CSV of annex 2, or a list of names, got a list"),
            ("../roster.csv", "must lie in the folder of the case file, or in one below it, got '../roster.csv'"),
            ("/etc/hosts", "must lie in the folder of the case file"),
            ("later", "later: it is a directory, not a file"),
            ("a\0.csv", "a\ufffd.csv: it is no possible name of a file"),
        ],
    )
    def test_what_names_no_file(self, folder: Path, value: object, fault: str) -> None:
        """Only a file in the folder of the case is read."""
        assert told(case_of(roster_file=value), folder=folder)[0].startswith(f"roster_file {fault}")

    def test_a_link_out_of_the_folder_is_not_followed(self, folder: Path) -> None:
        """A link to another folder leads out of it."""
        (folder / "later" / "link.csv").symlink_to(folder / "roster.csv")
        [line] = told(case_of(roster_file="link.csv"), folder=folder / "later")
        assert line.startswith("roster_file must lie in the folder")

    def test_without_a_folder_it_is_refused(self) -> None:
        """Data that came from no file cannot name one: the changes are handed in themselves."""
        assert told(case_of(roster_file="roster.csv")) == [
            "roster_file can be followed only where the case is read from a file; hand the changes in as [[roster]]"
        ]

    @pytest.mark.parametrize(("missing", "is_told"), [("stdnum", True), ("gxinjury.extra.forms.tables", False)])
    def test_without_the_extra(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, missing: str, *, is_told: bool
    ) -> None:
        """Without python-stdnum it says what to install; another missing module is no bad input and is not hidden."""
        genuine = builtins.__import__

        def lacking(name: str, *rest: Any) -> ModuleType:  # noqa: ANN401  (as imports are called)
            if name == missing or name.startswith(f"{missing}."):
                raise ModuleNotFoundError(name=name)
            return genuine(name, *rest)

        for module in ("annex2", "_annex2_form"):
            monkeypatch.delitem(sys.modules, f"gxinjury.extra.forms.{module}", raising=False)
        monkeypatch.setattr(builtins, "__import__", lacking)
        if is_told:
            [line] = told(case_of(roster_file="roster.csv"), folder=folder)
            assert line.endswith("install it with: pip install 'gxinjury[ids]'")
        else:
            with pytest.raises(ModuleNotFoundError):
                structure_case(case_of(roster_file="roster.csv"), folder=folder)


class TestAnswers:
    """What the answers hold as data."""

    def test_values(self) -> None:
        """What is told of a finding can be a list or a member of a choice."""
        assert plain_data(("张三", RosterChangeKind.ADD, None, True)) == ["张三", "ADD", None, True]

    def test_roster_and_accidents(self) -> None:
        """Periods, limits, standing with its clause, costs."""
        costs = [{"amount": "10.5", "incurred_on": "2016-03-02"}]
        case = structure_case(
            case_of(
                progress={"completed_on": "2016-06-20", "accepted_on": "2016-06-30"},
                roster=[added("张三"), {"worker": "张三", "kind": "remove", "reported_on": "2016-05-05"}],
                injuries=[
                    injury(costs=costs, accepted_on="2016-06-10"),
                    injury(worker="李四"),
                    injury(worker="李四", on_site=False),
                    injury(worker="李四", happened_at="2016-07-01T09:00+08:00", costs=[]),
                ],
            )
        )
        data = assessment_data(assess_case(case))
        period = {"first": "2015-10-09", "last": "2016-05-05"}
        assert data["roster"] == {
            "workers": [{"worker": "张三", "listed": [period], "covered": [period], "unsettled": []}],
            "findings": [],
        }
        clauses = ["NN-3.2.1", "NN-3.2.2", "NN-3.2.3", "NN-3.2.0"]
        assert [one["standing"]["clause"] for one in data["accidents"]] == clauses
        first, *_, last = data["accidents"]
        assert first["costs"] == {"fund": "0.00", "employer": "10.50", "whole": "10.50"}
        assert first["employer_costs"] == {"first": "2016-03-01", "last": "2016-06-10"}
        assert first["bridge"] == {"first": "2016-06-20", "last": None}
        assert first["employer_files_by"]["day"] == "2016-03-31"
        assert (first["fund_pays"], last["fund_pays"], last["costs"], last["bridge"]) == (True, False, None, None)
        assert [one["takes_report"] for one in data["accidents"]] == [False, False, True, False]
        assert data["calendar"] == "none"
