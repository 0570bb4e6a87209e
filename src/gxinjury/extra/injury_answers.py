"""Roster and accidents of a case as data (花名册与事故的答复); nothing to install."""

from typing import Any

from gxinjury.citations import Clause
from gxinjury.construction import (
    Accident,
    AccidentAssessment,
    CoverState,
    DiseaseAssessment,
    OccupationalDisease,
    ProjectAssessment,
    Standing,
    WorkerCover,
)
from gxinjury.extra.answer_values import (
    amount_data,
    deadline_data,
    finding_data,
    period_data,
    periods_data,
    plain_data,
    text_data,
)
from gxinjury.extra.benefit_answers import settlement_data
from gxinjury.law.clauses import NN


def roster_data(assessment: ProjectAssessment) -> dict[str, Any]:
    """Return what each worker is insured for, and what is to be told of the roster."""
    return {
        "workers": [_worker(one) for one in assessment.workers],
        "findings": [finding_data(finding) for finding in assessment.roster_findings],
    }


def _worker(one: WorkerCover) -> dict[str, Any]:
    return {
        "worker": plain_data(one.worker),
        "listed": periods_data(one.listed),
        "covered": periods_data(one.covered),
        "unsettled": periods_data(one.unsettled),
    }


def standing_clause(assessed: AccidentAssessment) -> Clause:
    """Return the clause that a worker's standing rests on."""
    injury = assessed.case.injury
    if injury.cover is not CoverState.COVERED:
        return NN.clause("3.2.0")
    if assessed.case.standing in {Standing.PROJECT_CLAIM, Standing.SCOPE_DECIDES}:
        return NN.clause("3.2.1")
    determined = any(one.code == "determination_answers" for one in assessed.case.findings)
    return NN.clause("3.2.3" if assessed.takes_report or determined else "3.2.2")


def accident_data(assessed: AccidentAssessment) -> dict[str, Any]:
    """Return an accident with what is answered about it."""
    accident, injury = assessed.accident, assessed.case.injury
    return {
        "worker": plain_data(accident.worker),
        "happened_at": plain_data(accident.happened_at),
        "work_cause": accident.work_cause,
        "on_site": accident.on_site,
        "enrolled": injury.enrolled,
        "cover": injury.cover.name,
        "standing": {
            "name": assessed.case.standing.name,
            "clause": str(standing_clause(assessed)),
            **text_data(assessed.case.standing.value),
        },
        "takes_report": assessed.takes_report,
        "report_by": plain_data(assessed.report_by),
        "reported_at": plain_data(accident.reported_at),
        "enrolled_by_employer": injury.enrolled_by_employer,
        "deemed": accident.deemed,
        "shown_on": plain_data(accident.shown_on),
        **_handled(assessed, accident),
    }


def disease_data(assessed: DiseaseAssessment) -> dict[str, Any]:
    """Return an occupational disease with what is answered about it."""
    disease, case = assessed.disease, assessed.case
    return {
        "worker": plain_data(disease.worker),
        "exposure": period_data(disease.exposure),
        "diagnosed_on": plain_data(disease.diagnosed_on),
        "covered": periods_data(case.covered),
        "unsettled": periods_data(case.unsettled),
        "cover": case.cover.name,
        "enrolled": case.enrolled,
        "enrolled_by_employer": case.enrolled_by_employer,
        "standing": {
            "name": assessed.standing.name,
            "clause": str(NN.clause("4.1")),
            **text_data(assessed.standing.value),
        },
        **_handled(assessed, disease),
    }


def _handled(
    assessed: AccidentAssessment | DiseaseAssessment, accident: Accident | OccupationalDisease
) -> dict[str, Any]:
    """Return what was done about an accident or a disease, and what is answered about that."""
    costs = assessed.costs
    return {
        "employer_files_by": deadline_data(assessed.employer_files_by),
        "employer_filed_on": plain_data(accident.employer_filed_on),
        "others_file_by": deadline_data(assessed.others_file_by),
        "others_filed_on": plain_data(accident.others_filed_on),
        "accepted_on": plain_data(accident.accepted_on),
        "employer_costs": period_data(assessed.employer_costs),
        "fund_pays": assessed.fund_pays,
        "costs": None
        if costs is None
        else {
            "fund": amount_data(costs.fund),
            "employer": amount_data(costs.employer),
            "whole": amount_data(costs.whole),
        },
        "bridge": period_data(assessed.bridge),
        "findings": [finding_data(finding) for finding in assessed.findings],
        "benefits": settlement_data(assessed.settlement),
    }
