"""What a roster tells of a person that cannot be right (实名核对)."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

import pytest

from gxinjury.construction import (
    Accident,
    BenefitFacts,
    Contract,
    OccupationalDisease,
    Payment,
    ProjectAssessment,
    ProjectCase,
    Roster,
    RosterChange,
    RosterChangeKind,
    Sex,
    Standing,
    Worker,
    assess_accident,
    assess_disease,
    assess_project,
    cautions_of,
    project_cover,
    roster_findings,
)
from gxinjury.construction.findings import Cautions
from gxinjury.explanations import Explanation, StepKind, explain
from gxinjury.facts import CHINA
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.texts import Text
from gxinjury.timelines import Entry
from tests.cases import rows

ADD: Final = RosterChangeKind.ADD
ID: Final = "450103200003011239"
REPORTED: Final = date(2015, 11, 2)
_OF_THE_PERSON: Final = {"under_sixteen", "sex_against_id", "id_rounded"}
_PERSONS: Final = [row for row in rows("roster") if row["question"] == "person_findings"]


def told(change: RosterChange, *more: RosterChange) -> list[tuple[str, str]]:
    """Return what is told of a roster, by code and clause; cautions last."""
    return all_told(explain(roster_findings, [change, *more]))


def all_told(explained: Explanation[Any]) -> list[tuple[str, str]]:
    """Return the findings of an answer on a roster, an accident or a disease, then that somebody is a minor."""
    outcome = explained.outcome
    findings = outcome if isinstance(outcome, tuple) else outcome.findings
    return [(found.code, str(found.clause)) for found in findings] + [
        ("under_eighteen", str(caution.clause)) for caution in cautions_of(explained) if "a minor" in caution.message.en
    ]


@pytest.mark.clause("REG-66", "LABOUR-15", "LABOUR-58")
@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        (date(2016, 2, 29), [("under_sixteen", "REG-66")]),
        (date(2016, 3, 1), [("under_eighteen", "LABOUR-58")]),
        (date(2018, 2, 28), [("under_eighteen", "LABOUR-58")]),
        (date(2018, 3, 1), []),
    ],
)
def test_ages(reported: date, expected: list[tuple[str, str]]) -> None:
    """Born on 2000-03-01: child labour to the eve of sixteen, a minor to the eve of eighteen."""
    assert told(RosterChange(ID, ADD, reported)) == expected


def with_ages(child: int, minor: int) -> Law:
    """The law with other ages from 2016 on."""
    source = Text(zh="试", en="a trial")
    law = LAW.with_figure("child_labour_years", Entry(date(2016, 1, 1), child, source))
    return law.with_figure("minor_worker_years", Entry(date(2016, 1, 1), minor, source))


@pytest.mark.clause("LABOUR-15", "LABOUR-58")
def test_ages_are_those_of_the_law() -> None:
    """Another age of the law is told with its years, at the worker, at his accident and at his disease."""
    law, day = with_ages(18, 20), date(2016, 3, 1)
    change = RosterChange(ID, ADD, day)
    cover = project_cover(
        Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2019, 6, 30)),
        paid_on=date(2015, 10, 8),
    )
    ill = OccupationalDisease(ID, exposed_from=day, diagnosed_on=day)
    hurt = Accident(ID, datetime.combine(day, time(9), CHINA), work_cause=True, on_site=True)
    for findings in (
        roster_findings([change], law=law),
        assess_accident(hurt, cover=cover, roster=Roster([change]), law=law).findings,
        assess_disease(ill, cover=cover, roster=Roster([change]), law=law).findings,
    ):
        [found] = [one for one in findings if one.code in _OF_THE_PERSON]
        assert (found.code, str(found.clause), dict(found.values)["years"]) == ("under_sixteen", "REG-66", 18)
        assert "未满18周岁" in found.text("zh")
    for reported, until in ((date(2018, 3, 1), [date(2020, 3, 1)]), (date(2020, 3, 1), [])):
        explained = explain(roster_findings, [RosterChange(ID, ADD, reported)], law=law)
        steps = [step for step in explained.steps if step.cautions and str(step.clause) == "LABOUR-58"]
        assert explained.outcome == ()
        assert [step.outcome for step in steps if step.kind is StepKind.RULE] == until
        assert ["未满20周岁" in step.cautions[0].zh for step in steps] == [True] * len(until)


@pytest.mark.clause("LABOUR-15", "LABOUR-58")
def test_an_age_is_looked_up_for_the_young_only() -> None:
    """Who is of age has no step of it in an explanation; before the Labour Law nothing is told, nor refused."""
    young, grown = (explain(roster_findings, [RosterChange(ID, ADD, day)]) for day in (REPORTED, date(2018, 3, 1)))
    assert "LABOUR-15" in {str(clause) for clause in young.clauses}
    assert not {"LABOUR-15", "LABOUR-58"} & {str(clause) for clause in grown.clauses}
    born_1980 = "450103198001011233"
    assert told(RosterChange(born_1980, ADD, date(1994, 12, 31))) == []
    assert told(RosterChange(born_1980, ADD, date(1995, 1, 1))) == [("under_sixteen", "REG-66")]


@pytest.mark.clause("NN-A2")
@pytest.mark.parametrize(("wage", "found"), [("99.99", True), ("100", False)])
def test_a_wage_in_thousands(wage: str, found: bool) -> None:
    """Below a hundred yuan a month nobody works."""
    change = RosterChange("张三", ADD, REPORTED, monthly_wage=Decimal(wage))
    assert told(change) == [("wage_in_thousands", "NN-A2")] * found


@pytest.mark.clause("NN-3.1.2")
@pytest.mark.parametrize(
    ("enrolled", "expected"),
    [
        (date(2015, 11, 1), [("enrolled_before_report", "NN-3.1.2")]),
        (date(2015, 11, 2), []),
        (date(2015, 11, 3), []),
        (date(2015, 11, 4), [("enrolled_after_report", "NN-3.1.2")]),
    ],
)
def test_enrolment_days(enrolled: date, expected: list[tuple[str, str]]) -> None:
    """The day of the report and the day after it are right."""
    assert told(RosterChange("张三", ADD, REPORTED, enrolled_on=enrolled)) == expected


@pytest.mark.clause("NN-3.1.1")
@pytest.mark.parametrize(("sex", "found"), [(Sex.MALE, False), (Sex.FEMALE, True), (None, False)])
def test_sex(sex: Sex | None, found: bool) -> None:
    """The 17th digit is odd for men."""
    worker = Worker("张三", ID, sex=sex)
    assert told(RosterChange(worker, ADD, date(2018, 3, 1))) == [("sex_against_id", "NN-3.1.1")] * found


@pytest.mark.clause("NN-3.1.1")
def test_identical_rows() -> None:
    """A row written twice is told once, as such; a removal of nobody also that it changes nothing."""
    change = RosterChange("张三", ADD, REPORTED)
    assert told(change, change) == told(change, change, change) == [("identical_rows", "NN-3.1.1")]
    assert told(change, RosterChange("张三", ADD, REPORTED, happened_on=REPORTED)) == [("already_listed", "NN-3.1.1")]
    removed = RosterChange("张三", RosterChangeKind.REMOVE, REPORTED)
    assert told(removed, removed) == [("not_listed", "NN-3.1.1"), ("identical_rows", "NN-3.1.1")]
    assert told(RosterChange("张三", RosterChangeKind.REMOVE, REPORTED)) == [("not_listed", "NN-3.1.1")]


@pytest.mark.clause("NN-3.1.1", "REG-66", "LABOUR-58")
@pytest.mark.parametrize("row", _PERSONS, ids=lambda row: row["id"])
def test_told_at_the_worker_at_his_accident_and_at_his_disease(row: dict[str, Any]) -> None:
    """The day is that of the report, of the accident, of the diagnosis; the values are what the row says."""
    worker, day = Worker("张三", row["resident_id"], Sex[row["sex"]] if "sex" in row else None), row["day"]
    cover = project_cover(
        Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2019, 6, 30)),
        paid_on=date(2015, 10, 8),
    )
    roster = Roster([RosterChange(worker, ADD, day)])
    hurt = Accident(worker, datetime.combine(day, time(9), CHINA), work_cause=True, on_site=True)
    ill = OccupationalDisease(worker, exposed_from=day, diagnosed_on=day)
    told_of = (
        explain(roster_findings, roster),
        explain(assess_accident, hurt, cover=cover, roster=roster),
        explain(assess_disease, ill, cover=cover, roster=roster),
    )
    expected = [(row["code"], row["clause"])] if "code" in row else []
    minor = Cautions.under_eighteen.filled({"worker": worker, "day": day, "years": row.get("years")})
    warned = [(minor, row["clause"])] if "caution" in row else []
    for explained in told_of:
        findings = explained.outcome if isinstance(explained.outcome, tuple) else explained.outcome.findings
        of_the_person = [one for one in findings if one.code in _OF_THE_PERSON]
        cautions = [(one.message, str(one.clause)) for one in cautions_of(explained)]
        assert [one for one in cautions if one[1] == "LABOUR-58"] == warned
        assert [(one.code, str(one.clause)) for one in of_the_person] == expected
        for one in of_the_person:
            values = dict(one.values)
            assert values["worker"] == worker
            assert values.get("day", day) == day
            sexes = {sex.name for sex in values.values() if isinstance(sex, Sex)}
            assert sexes == set(row.get("sexes", []))


class TestOneIdUnderTwoNames:
    """The id decides: one worker, insured, hurt and settled as one; that he has two names is told wherever he is."""

    ID: Final = "450103198001011233"
    AS: Final = {"张三": Worker("张三", ID), "李四": Worker("李四", ID)}
    CONTRACT: Final = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))

    def assessed(self, changes: list[RosterChange], worker: Worker | str) -> ProjectAssessment:
        """Return the assessment of a project on which he was hurt and fell ill."""
        hurt = Accident(
            worker,
            datetime(2016, 3, 1, 9, tzinfo=CHINA),
            work_cause=True,
            on_site=False,
            employer_filed_on=date(2016, 3, 10),
            determined_on=date(2016, 5, 1),
            benefits=BenefitFacts(wage=6905, grade=7, graded_on=date(2016, 11, 20), treatment=0),
        )
        ill = OccupationalDisease(worker, exposed_from=date(2015, 10, 9), diagnosed_on=date(2016, 3, 1))
        paid = Payment(amount=130_000, paid_on=date(2015, 10, 8))
        case = ProjectCase(self.CONTRACT, [paid], roster=changes, accidents=[hurt], diseases=[ill])
        return assess_project(case)

    @staticmethod
    def names(findings: tuple[Finding, ...]) -> list[object]:
        """Return the names that an id is told to have."""
        found = [one for one in findings if one.code == "one_id_several_names"]
        assert {str(one.clause) for one in found} <= {"NN-3.1.1"}
        return [one["names"] for one in found]

    @pytest.mark.clause("NN-3.1.1", "NN-3.1.2", "NN-3.2.1", "NN-5.1")
    @pytest.mark.parametrize("told", [*AS.values(), ID], ids=["the first name", "the second name", "the id"])
    def test_on_the_roster(self, told: Worker | str) -> None:
        """Added as one, removed and added as the other: the days are one man's, and the fund settles."""
        first, second = self.AS.values()
        changes = [
            RosterChange(first, ADD, date(2015, 10, 8)),
            RosterChange(second, RosterChangeKind.REMOVE, date(2015, 12, 1)),
            RosterChange(second, ADD, date(2016, 2, 1)),
        ]
        found = self.assessed(changes, told)
        [worker], [accident], [disease] = found.workers, found.accidents, found.diseases
        assert [str(one) for one in worker.covered] == ["2015-10-09..2015-12-01", "2016-02-02..2016-06-30"]
        assert [accident.case.standing, disease.standing] == [Standing.PROJECT_CLAIM] * 2
        assert accident.settlement is not None
        assert accident.settlement.findings == ()
        for findings in (found.roster_findings, accident.findings, disease.findings):
            assert self.names(findings) == [("张三", "李四")]

    @pytest.mark.clause("NN-3.1.1", "NN-3.2.1")
    @pytest.mark.parametrize(
        ("listed", "told", "names"),
        [
            (AS["张三"], AS["张三"], []),
            (AS["张三"], AS["李四"], [("张三", "李四")]),
            (AS["张三"], ID, []),
            (ID, AS["李四"], []),
        ],
    )
    def test_another_name_at_the_accident(
        self, listed: Worker | str, told: Worker | str, names: list[tuple[str, ...]]
    ) -> None:
        """Where only the accident has the second name, it stands there and not at the roster; he is insured."""
        found = self.assessed([RosterChange(listed, ADD, date(2015, 10, 8))], told)
        [accident], [disease] = found.accidents, found.diseases
        assert [accident.case.standing, disease.standing] == [Standing.PROJECT_CLAIM] * 2
        assert self.names(found.roster_findings) == []
        assert self.names(accident.findings) == self.names(disease.findings) == names
