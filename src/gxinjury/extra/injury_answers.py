"""Roster and accidents of a case as data (花名册与事故的答复); nothing to install."""

from typing import Any

from gxinjury.citations import Clause
from gxinjury.construction import AccidentAssessment, CoverState, ProjectAssessment, WorkerCover
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
    if injury.enrolled:
        return NN.clause("3.2.1")
    return NN.clause("3.2.3" if assessed.takes_report else "3.2.2")


def accident_data(assessed: AccidentAssessment) -> dict[str, Any]:
    """Return an accident with what is answered about it."""
    accident, injury, costs = assessed.accident, assessed.case.injury, assessed.costs
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
