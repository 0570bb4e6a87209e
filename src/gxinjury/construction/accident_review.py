"""The review of an accident (事故的处理): where the worker stands, by when who files, who bears the costs meanwhile."""

from datetime import date, datetime
from typing import Annotated

import attrs

from gxinjury.citations import Clause
from gxinjury.construction.accidents import Accident
from gxinjury.construction.application_limits import filing_findings, limits_of, shown_later
from gxinjury.construction.cover import CoverState, ProjectCover
from gxinjury.construction.employer_bridge import employer_bridge
from gxinjury.construction.employer_costs import costs_of
from gxinjury.construction.findings import Findings
from gxinjury.construction.injuries import takes_report
from gxinjury.construction.roster import Roster
from gxinjury.construction.settling import AccidentSettlement, settle_accident
from gxinjury.construction.site_injuries import InjuryCase, site_injury
from gxinjury.construction.standings import Standing
from gxinjury.determination import (
    CostSplit,
    report_deadline,
)
from gxinjury.explanations import rule
from gxinjury.facts import check_instance, check_optional_day
from gxinjury.findings import Finding
from gxinjury.law import LAW, Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ReportClock
from gxinjury.periods import Deadline, Period, WorkCalendar
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["AccidentAssessment", "assess_accident", "fund_pays", "injury_of"]


@attrs.frozen
class AccidentAssessment(Record):
    """What the notice answers about an accident.

    Args:
        accident: The accident, the worker as the roster has him.
        case: The injury as roster and cover show it, and its standing.
        takes_report: Whether it is to be reported to the authority; not where a determination answers for it.
        report_by: The last moment for that report; None where it takes none, or where the moment that the reading
            counts from is not known.
        employer_files_by: The limit for the employer's application.
        others_file_by: The limit for the worker, a close relative or a union.
        employer_costs: The days whose costs fall on the employer for being late, where nobody has applied yet: for the
            case that nobody does in time. None where none do, or where a finding says that it is not determined.
        fund_pays: Whether the fund pays under the project; None while that is not decided.
        costs: The costs named, split between fund and employer; None where the fund does not pay, or where a finding
            says that the days are not determined.
        bridge: The days that the employer bridges after completion; None where there are none.
        findings: What is to be told beside it.
        settlement: What the accident is worth; None where the facts of its benefits are not told.
    """

    accident: Annotated[Accident, Text("事故", "accident")]
    case: Annotated[InjuryCase, Text("参保认定", "injury as roster and cover show it")]
    takes_report: Annotated[bool, Text("须于48小时内报告", "to be reported within 48 hours")]
    report_by: Annotated[datetime | None, Text("报告的最后时刻", "report by")]
    employer_files_by: Annotated[Deadline, Text("用人单位的申请期限", "employer applies by")]
    others_file_by: Annotated[Deadline, Text("职工方的申请期限", "worker's side applies by")]
    employer_costs: Annotated[Period | None, Text("费用由用人单位负担的期间", "costs on the employer")]
    fund_pays: Annotated[bool | None, Text("待遇由基金支付", "the fund pays")]
    costs: Annotated[CostSplit | None, Text("费用", "costs")]
    bridge: Annotated[Period | None, Text("竣工后由用人单位继续负担的期间", "days bridged by the employer")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()
    settlement: Annotated[AccidentSettlement | None, Text("待遇核定", "settlement")] = None

    @property
    def standing(self) -> Standing:
        """Where the worker stands."""
        return self.case.standing

    @property
    def standing_clause(self) -> Clause:
        """The clause that it rests on where the worker stands."""
        if self.case.injury.cover is not CoverState.COVERED:
            return NN.clause("3.2.0")
        if self.standing in {Standing.PROJECT_CLAIM, Standing.SCOPE_DECIDES}:
            return NN.clause("3.2.1")
        determined = any(one.code == "determination_answers" for one in self.case.findings)
        return NN.clause("3.2.3" if self.takes_report or determined else "3.2.2")


@rule(NN.clause("5.1"), Text("待遇由基金支付", "the fund pays"), none=Text("待定", "not decided yet"))
def fund_pays(standing: Standing, *, determined_on: date | None = None) -> bool | None:
    """Whether the fund pays a work injury under the project (NN-5.1): of those insured, and those treated so.

    None while an authority has still to decide on which side of it the worker stands. What is for the Regulation to say
    of one who is insured, a determination has said.
    """
    if standing in {Standing.PROJECT_CLAIM, Standing.TREATED_AS_INSURED}:
        return True
    if standing is Standing.SCOPE_DECIDES and determined_on is not None:
        return True
    return False if standing is Standing.NOT_INSURED else None


def injury_of(accident: Accident, cover: ProjectCover, roster: Roster, law: Law) -> InjuryCase:
    """Return the injury of an accident as roster and cover show it, and its standing."""
    return site_injury(
        cover=cover,
        changes=roster,
        worker=accident.worker,
        happened_at=accident.happened_at,
        work_cause=accident.work_cause,
        on_site=accident.on_site,
        reported_at=accident.reported_at,
        known_at=accident.known_at,
        verified=accident.verified,
        enrolled_by_employer=accident.enrolled_by_employer,
        deemed=accident.deemed,
        determined_on=accident.determined_on,
        law=law,
    )


@rule(NN.clause("3.2.0"), Text("事故的处理", "assessment of the accident"))
def assess_accident(
    accident: Accident,
    *,
    cover: ProjectCover,
    roster: Roster,
    completed_on: date | None = None,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> AccidentAssessment:
    """Assessment of an accident on a project (NN-3.2, NN-4, NN-5.1, NN-5.3).

    Days off that nobody has announced, and on which it hangs who bears the costs, are a finding and no error.

    Args:
        accident: The accident and what was done about it.
        cover: The cover of the project.
        roster: Its roster.
        completed_on: The day the project was completed; None while it is not.
        calendar: Days off, on which a limit does not end; None: the raw day.
        law: The law asked.

    Raises:
        InvalidFactError: A fact breaks a rule of input, or a reading asks for one that is not known.

    >>> from gxinjury.construction import Contract, project_cover
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> cover = project_cover(contract, paid_on=date(2015, 10, 8), accepted_on=date(2016, 6, 30))
    >>> hurt = Accident("张三", datetime.fromisoformat("2016-03-01T09:00+08:00"), work_cause=True, on_site=True)
    >>> assessed = assess_accident(hurt, cover=cover, roster=Roster(()))
    >>> assessed.case.standing.name, assessed.employer_files_by.day, str(assessed.employer_costs)
    ('TREATED_AS_INSURED', datetime.date(2016, 3, 31), '2016-03-01..')
    """
    check_instance("assess_accident", "accident", accident, Accident)
    check_instance("assess_accident", "roster", roster, Roster)
    check_optional_day("assess_accident", "completed_on", completed_on)
    roster.key(accident.worker, "Accident")
    case = injury_of(accident, cover, roster, law)
    accident = attrs.evolve(accident, worker=case.worker)
    by_employer, by_others = limits_of(accident, calendar, law)
    pays = fund_pays(case.standing, determined_on=accident.determined_on)
    findings = [*case.findings, *shown_later(accident), *filing_findings(accident, by_employer, by_others)]

    answered_for = accident.determined_on is not None and accident.reported_at is None
    is_reported, report_by = not answered_for and takes_report(case.injury, law), None
    if is_reported:
        if accident.known_at is None and law.choice(ReportClock) is ReportClock.KNOWLEDGE:
            findings.append(Findings.knowledge_not_known(NN.clause("3.2.3"), worker=accident.worker))
        else:
            report_by = report_deadline(accident.happened_at, known_at=accident.known_at, law=law)

    on_employer, costs, told_of_costs = costs_of(accident, by_employer, calendar, law, fund_pays=pays)
    bridge = None
    if completed_on is not None and pays is not False:
        bridge = employer_bridge(
            injured_on=accident.day,
            completed_on=completed_on,
            determined_on=accident.determined_on,
            assessed_on=accident.assessed_on,
            needs_assessment=accident.needs_assessment,
        )
    settlement = None
    if accident.benefits is not None:
        facts = accident.benefits
        settlement = settle_accident(
            accident, facts, fund_pays=pays, employer_costs=on_employer, completed_on=completed_on, law=law
        )
    return AccidentAssessment(
        accident=accident,
        case=case,
        takes_report=is_reported,
        report_by=report_by,
        employer_files_by=by_employer,
        others_file_by=by_others,
        employer_costs=on_employer,
        fund_pays=pays,
        costs=costs,
        bridge=bridge,
        findings=(*findings, *told_of_costs),
        settlement=settlement,
    )
