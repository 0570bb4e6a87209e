"""Whether a worker is covered on a day: both sides of each day on which it changes, who is meant, what is claimed."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from gxinjury.construction import Contract, Payment, ProjectCase, RosterChange, RosterChangeKind, Warranty
from gxinjury.construction.workers import Worker
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.paper_data import proof_data
from gxinjury.extra.cases.proof import proof_of
from gxinjury.extra.cases.reading import read_case
from tests.cli.calls import data_of, refused, run

ROOT: Final = Path(__file__).parents[2]
EXAMPLE: Final = str(ROOT / "examples" / "site_accident.toml")
DAYS: Final[list[dict[str, Any]]] = tomllib.loads((ROOT / "tests/cases/proof.toml").read_text(encoding="utf-8"))["day"]
CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
ADD: Final = RosterChangeKind.ADD


def case(*workers: Worker, paid: int = 130_000, paid_on: date = date(2015, 10, 8)) -> CaseFile:
    """A project whose roster was reported on 2015-11-28."""
    roster = [RosterChange(worker, ADD, date(2015, 11, 28)) for worker in workers]
    return CaseFile(ProjectCase(CONTRACT, [Payment(paid, paid_on)], roster=roster))


@pytest.mark.clause("NN-3.1.2")
@pytest.mark.clause("NN-1.3.1")
@pytest.mark.parametrize("row", DAYS, ids=lambda row: f"{row['worker'][:3]} {row['on']}")
def test_a_day(row: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """State, window and report of the day, as data and on the page."""
    proof = proof_of(read_case(EXAMPLE), worker=row["worker"], on=row["on"]).proof
    period = None if proof.roster_period is None else str(proof.roster_period)
    assert (proof.state.name, proof.project.name) == (row["state"], row["project"])
    assert (proof.reported_on, period) == (row.get("reported_on"), row.get("roster_period"))
    asked = ("proof", EXAMPLE, "--worker", row["worker"], "--on", str(row["on"]))
    told = run(capsys, *asked, "--lang", "zh")
    assert re.search(rf"^  结论 +{row['told']} \[NN-1\.3\.1, NN-3\.1\.2\]$", told, re.MULTILINE)
    data = data_of(capsys, *asked)
    assert (data["proof"]["state"], data["proof"]["clauses"]) == (row["state"], ["NN-1.3.1", "NN-3.1.2"])


class TestPage:
    """What it says, and what it does not."""

    ASKED: Final = ("proof", EXAMPLE, "--worker", "陆水生", "--on", "2016-05-06")

    def test_is_no_certificate(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is computed from facts, which it names; nowhere a 证明 of its own, the id masked."""
        told = run(capsys, *self.ASKED, "--lang", "zh")
        assert "依案情文件所载事实计算，不是社会保险经办机构出具的参保证明" in told
        assert told.count("证明") == 1
        assert "450103197903033314" not in told
        for fact in ("4501************14", "2016-05-05 申报", "2015-10-09  55,380.00 元", "2016-05-06 至 2016-06-30"):
            assert fact in told
        assert "no certificate of the agency" in run(capsys, *self.ASKED, "--lang", "en")

    def test_tells_what_concerns_him(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The findings on him, not those on others, and no accident."""
        data = data_of(capsys, *self.ASKED)
        assert [(one["code"], one["clause"]) for one in data["findings"]] == [("roster_gap", "NN-3.1.2")]
        assert data["proof"]["worker"] == "陆水生 4501************14"
        assert [one["reported_on"] for one in data["changes"]] == ["2016-05-05"]
        assert "NN-4.2" not in data["clauses"]


class TestWho:
    """Who is meant by a name."""

    def test_several_of_the_name(self) -> None:
        """The id is asked for, the ids that there are shown masked."""
        twins = (Worker("张三", "450103198001011233"), Worker("张三", "450103198502022221"))
        with pytest.raises(GxInjuryError) as refusal:
            proof_of(case(*twins), worker="张三", on=date(2015, 12, 1))
        assert refusal.value.code == "several_of_the_name"
        told = refusal.value.text("zh")
        assert (
            told == "花名册上姓名为 张三 的不止一人（张三 4501************33、张三 4501************21），请改写身份证号"
        )
        found = proof_of(case(*twins), worker="450103198502022221", on=date(2015, 12, 1))
        assert str(found.proof.worker) == "张三 4501************21"

    def test_nearest_names(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Of a name that is not there the nearest; of an id, which is masked, none."""
        asked = ("proof", EXAMPLE, "--on", "2016-05-06", "--worker")
        assert refused(capsys, *asked, "谭大山", "--lang", "zh") == "花名册上没有 谭大山；是否应为 覃大山？"
        assert refused(capsys, *asked, "李", "--lang", "en") == "the roster does not list 李"
        told = refused(capsys, *asked, "450103198001011241", "--lang", "zh")
        assert told == "花名册上没有 4501************41"

    def test_no_roster(self) -> None:
        """Nobody to look up."""
        with pytest.raises(GxInjuryError, match="no roster") as refusal:
            proof_of(case(), worker="张三", on=date(2015, 12, 1))
        assert refusal.value.code == "no_roster"

    def test_one_id_under_two_names(self) -> None:
        """What is told of the id is told of him."""
        number = "450103198001011233"
        found = proof_of(case(Worker("张三", number), Worker("张四", number)), worker=number, on=date(2015, 12, 1))
        assert "one_id_several_names" in {one.code for one in found.findings}

    def test_half_of_a_name_is_near(self) -> None:
        """Of several names the three nearest."""
        names = ("张三", "李三", "王三", "赵三", "李四五")
        with pytest.raises(GxInjuryError) as refusal:
            proof_of(case(*map(Worker, names)), worker="孙三", on=date(2015, 12, 1))
        assert refusal.value.code == "worker_not_listed"
        assert refusal.value.values == {"given": "孙三", "nearest": ("赵三", "王三", "李三")}
        with pytest.raises(GxInjuryError) as refusal:
            proof_of(case(*map(Worker, names)), worker="钱", on=date(2015, 12, 1))
        assert (refusal.value.code, refusal.value.values) == ("worker_not_listed", {"given": "钱"})

    @pytest.mark.parametrize(("missing", "told"), [("--worker", "--worker"), ("--on", "--on")])
    def test_both_are_asked_for(self, missing: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
        """Neither is guessed."""
        given = {"--worker": "陆水生", "--on": "2016-05-06"}
        given.pop(missing)
        assert told in refused(capsys, "proof", EXAMPLE, *next(iter(given.items())))


class TestWithoutCover:
    """What is not paid, or not billed, covers nobody, or nobody can say."""

    @pytest.mark.parametrize(
        ("facts", "state", "project"),
        [
            ({"paid": 129_999}, "NOT_COVERED", "NOT_COVERED"),
            ({"paid": 130_000}, "COVERED", "COVERED"),
            ({"paid_on": date(2016, 7, 1)}, "NOT_COVERED", "NOT_COVERED"),
            ({"paid_on": date(2014, 6, 1)}, "NOT_COVERED", "UNSETTLED"),
        ],
    )
    def test_state(self, facts: dict[str, Any], state: str, project: str) -> None:
        """A yuan short is no cover; what is paid after the term brings none on an earlier day.

        What is paid before anybody said what is due leaves the project's cover unsettled.
        """
        found = proof_of(case(Worker("张三"), **facts), worker="张三", on=date(2015, 12, 1))
        assert (found.proof.state.name, found.proof.project.name) == (state, project)
        assert str(found.project_clauses[0]) == "NN-1.3.1"

    def test_what_is_told_of_the_project(self) -> None:
        """Beside what is told of him, as data too."""
        found = proof_of(case(Worker("张三"), paid=129_999), worker="张三", on=date(2015, 12, 1))
        assert [one["code"] for one in proof_data(found)["findings"]] == [
            "billed_for_first_payment",
            "sum_not_complete",
        ]

    def test_by_another_clause(self) -> None:
        """On the warranty the project's cover rests on the clause of that."""
        paid = case(Worker("张三"))
        warranty = Warranty(date(2016, 7, 5), date(2016, 7, 5), date(2018, 7, 1))
        later = attrs.evolve(paid.case, accepted_on=date(2016, 6, 30), warranty=warranty)
        on_warranty = attrs.evolve(paid, case=later)
        for day, clauses in ((date(2016, 6, 1), ["NN-1.3.1"]), (date(2016, 8, 1), ["NN-1.3.3"])):
            found = proof_of(on_warranty, worker="张三", on=day)
            assert [str(one) for one in found.project_clauses] == clauses

    def test_nothing_was_paid(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Nobody is covered: the page says so, and that no payment is told."""
        path = tmp_path / "unpaid.toml"
        path.write_text(
            "[contract]\nprice = 1000000\ncommencement = 2016-03-01\ncompletion = 2016-12-31\n"
            '[[roster]]\nworker = "张三"\nkind = "add"\nreported_on = 2016-03-01\n',
            encoding="utf-8",
        )
        paper = tmp_path / "unpaid.html"
        asked = ("proof", str(path), "--worker", "张三", "--on", "2016-04-01", "--lang", "zh", "--html", str(paper))
        told = run(capsys, *asked)
        assert "<tbody>\n</tbody>" not in paper.read_text("utf-8"), "a table of nothing"
        assert "结论          不在参保有效期内 [NN-1.3.1, NN-3.1.2]" in told
        assert "  全部参保期间  无" in told
        assert "\n  缴费 " not in told
