"""The review of an occupational disease (职业病的处理): whether the project's cover answers, by when who files."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.accident_review import fund_pays
from gxinjury.construction.application_limits import filing_findings, limits_of
from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.diseases import OccupationalDisease
from gxinjury.construction.employer_bridge import employer_bridge
from gxinjury.construction.employer_costs import costs_of
from gxinjury.construction.exposure import DiseaseCase, disease_of, disease_standing
from gxinjury.construction.findings import Findings
from gxinjury.construction.identity import by_name_findings, person_findings
from gxinjury.construction.roster import Roster
from gxinjury.construction.settling import AccidentSettlement, settle_accident
from gxinjury.construction.standings import Standing
from gxinjury.determination import CostSplit
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_optional_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.periods import Deadline, Period, WorkCalendar, without
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["DiseaseAssessment", "assess_disease"]


@attrs.frozen
class DiseaseAssessment(Record):
    """What the notice answers about an occupational disease.

    Args:
        disease: The disease, the worker as the roster has him.
        case: The disease as roster and cover show it.
        standing: Where the worker stands.
        employer_files_by: The limit for the employer's application.
        others_file_by: The limit for the worker, a close relative or a union.
        employer_costs: The days whose costs fall on the employer for being late, as of an accident.
        fund_pays: Whether the fund pays under the project; None while that is not decided.
        costs: The costs named, split between fund and employer; None as of an accident.
        bridge: The days that the employer bridges after completion; None where there are none.
        findings: What is to be told beside it.
        settlement: What it is worth; None where the facts of its benefits are not told.
    """

    disease: Annotated[OccupationalDisease, Text("职业病", "occupational disease")]
    case: Annotated[DiseaseCase, Text("参保情况", "disease as roster and cover show it")]
    standing: Annotated[Standing, Text("受伤职工的参保认定", "standing of the worker hurt")]
    employer_files_by: Annotated[Deadline, Text("用人单位的申请期限", "employer applies by")]
    others_file_by: Annotated[Deadline, Text("职工方的申请期限", "worker's side applies by")]
    employer_costs: Annotated[Period | None, Text("费用由用人单位负担的期间", "costs on the employer")]
    fund_pays: Annotated[bool | None, Text("待遇由基金支付", "the fund pays")]
    costs: Annotated[CostSplit | None, Text("费用", "costs")]
    bridge: Annotated[Period | None, Text("竣工后由用人单位继续负担的期间", "days bridged by the employer")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()
    settlement: Annotated[AccidentSettlement | None, Text("待遇核定", "settlement")] = None

    @property
    def standing_clause(self) -> Clause:
        """The clause that it rests on where the worker stands."""
        return NN.clause("4.1")


@rule(NN.clause("4.1"), Text("职业病的处理", "assessment of the occupational disease"))
def assess_disease(
    disease: OccupationalDisease,
    *,
    cover: ProjectCover,
    roster: Roster,
    completed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> DiseaseAssessment:
    """Assessment of an occupational disease of a worker of a project (NN-4, NN-5.1, NN-5.3).

    Args:
        disease: The disease and what was done about it.
        cover: The cover of the project.
        roster: Its roster.
        completed_on: The day the project was completed; None while it is not.
        calendar: Days off, on which a limit does not end; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or a reading asks for one that is not known.

    >>> from gxinjury.construction import Contract, RosterChange, RosterChangeKind, project_cover
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> cover = project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
    >>> roster = Roster([RosterChange("张三", RosterChangeKind.ADD, date(2015, 10, 8))])
    >>> dust = OccupationalDisease("张三", exposed_from=date(2015, 10, 9), diagnosed_on=date(2016, 9, 1))
    >>> found = assess_disease(dust, cover=cover, roster=roster, completed_on=date(2016, 6, 30))
    >>> found.standing.name, [one.code for one in found.findings][0], found.others_file_by.day
    ('UNSETTLED', 'diagnosed_after_completion', datetime.date(2017, 9, 1))
    """
    check_instance("assess_disease", "disease", disease, OccupationalDisease)
    check_instance("assess_disease", "cover", cover, ProjectCover)
    check_instance("assess_disease", "roster", roster, Roster)
    check_optional_day("assess_disease", "completed_on", completed_on)
    roster.key(disease.worker, "OccupationalDisease")
    by_name = by_name_findings(roster, disease.worker)
    case = disease_of(disease, cover, roster, completed_on, law)
    as_told, disease = disease.worker, attrs.evolve(disease, worker=case.worker)
    found = disease_standing(case, law)
    pays = fund_pays(found)
    by_employer, by_others = limits_of(disease, calendar, law)
    on_employer, costs, told_of_costs = costs_of(disease, by_employer, calendar, law, fund_pays=pays)
    bridge = None
    if completed_on is not None and pays is not False:
        bridge = employer_bridge(
            injured_on=disease.diagnosed_on,
            completed_on=completed_on,
            determined_on=disease.determined_on,
            assessed_on=disease.assessed_on,
            needs_assessment=disease.needs_assessment,
        )
    settlement = None
    if disease.benefits is not None:
        facts = disease.benefits
        settlement = settle_accident(
            disease, facts, fund_pays=pays, employer_costs=on_employer, completed_on=completed_on, law=law
        )
    return DiseaseAssessment(
        disease=disease,
        case=case,
        standing=found,
        employer_files_by=by_employer,
        others_file_by=by_others,
        employer_costs=on_employer,
        fund_pays=pays,
        costs=costs,
        bridge=bridge,
        findings=(
            *by_name,
            *_findings(disease, case, completed_on),
            *person_findings(roster.history(disease.worker), case.worker, disease.diagnosed_on, law, told=as_told),
            *filing_findings(disease, by_employer, by_others),
            *told_of_costs,
        ),
        settlement=settlement,
    )


def _findings(disease: OccupationalDisease, case: DiseaseCase, completed_on: date | None) -> Iterator[Finding]:
    """Tell why the standing is what it is, and who could answer beside the project."""
    clause = NN.clause("4.1")
    exposure = disease.exposure
    told: dict[str, object] = {"worker": case.worker, "first": exposure.first, "last": exposure.last}
    exposed = (*case.covered, *case.unsettled)
    diagnosed = {"worker": case.worker, "diagnosed_on": disease.diagnosed_on}
    if case.is_completed:
        yield Findings.diagnosed_after_completion(clause, **diagnosed, completed_on=completed_on)
    elif exposed and case.cover is not CoverState.COVERED:
        yield Findings.diagnosed_without_cover(clause, **diagnosed)
    elif exposed and not case.covered:
        yield Findings.exposed_while_unsettled(clause, **told)
    if not exposed:
        yield Findings.exposed_outside_cover(clause, **told)
        return
    if not case.enrolled and not case.enrolled_by_employer:
        yield Findings.not_enrolled_when_exposed(NN.clause("3.2.2"), worker=case.worker)
    if case.enrolled_by_employer:
        yield Findings.insured_by_employer(NN.clause("3.2.1"), worker=case.worker)
    for days in without([exposure], exposed):
        yield Findings.exposed_elsewhere(clause, worker=case.worker, first=days.first, last=days.last)
