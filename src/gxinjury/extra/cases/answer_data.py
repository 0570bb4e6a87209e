"""The answer to a case as data (案情答复的数据): what ``gxinjury assess --json`` and ``obligations --json`` print.

Amounts and days are texts, nothing rounded away. ``docs/case-file.md`` gives the shape.
"""

from typing import Any, Final

from gxinjury.benefits import BenefitLine, Settlement
from gxinjury.benefits.totals import DatedTotal, dated_totals
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.construction import (
    AccidentAssessment,
    AccidentSettlement,
    DiseaseAssessment,
    Duty,
    Obligation,
    PremiumBill,
    ProjectAssessment,
    SettledBase,
    Unanswered,
)
from gxinjury.extra.cases.answers import CaseAnswer, ReadingTaken, supplied_by
from gxinjury.extra.cases.data import VERSIONS, data_of, deadline_data, fields_data, member_data, text_data
from gxinjury.extra.cases.days_off import CalendarAsked
from gxinjury.extra.cases.file import LawAsked
from gxinjury.law import Law
from gxinjury.money import to_fen

_HANDLED: Final = (
    "employer_files_by employer_filed_on others_file_by others_filed_on accepted_on employer_costs fund_pays costs "
    "bridge findings benefits"
)
_MAY_ROLL: Final = {Duty.FILE_WARRANTY, Duty.REPORT_NAME_CHANGE, Duty.APPLY_AS_EMPLOYER, Duty.APPLY_DIRECTLY}


def assessment_data(answer: CaseAnswer[ProjectAssessment], *, explained: bool = False) -> dict[str, Any]:
    """Return the assessment of a case as data that JSON can hold; ``explained``, with the explanation as text.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.answers import assess_case
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> assessment_data(assess_case(CaseFile(ProjectCase(contract))))["premium"]["total"]
    '130000.00'
    """
    case, assessment = answer.file.case, answer.outcome
    bill = assessment.bill
    return {
        **head_data(answer),
        "contract": fields_data(
            (case.contract, case),
            "price bid_price commencement completion expires_on stoppages",
            expires_on=assessment.expiry,
            stoppages=[fields_data(one) for one in case.stoppages],
        ),
        "premium": None if bill is None else _premium(bill, assessment),
        "account": assessment.account and fields_data(assessment.account, "due paid open overpaid first_paid_on"),
        "cover": [fields_data((window, window.days), "state first last clauses") for window in answer.windows],
        "delay_papers_by": data_of(assessment.delay_papers_by),
        "roster": {
            "workers": [fields_data(one, "worker listed covered unsettled") for one in assessment.workers],
            "findings": data_of(assessment.roster_findings),
        },
        "accidents": [accident_data(one) for one in assessment.accidents],
        "diseases": [disease_data(one) for one in assessment.diseases],
        **calendar_data(answer.calendar),
        "findings": data_of(assessment.findings),
        "unanswered": [_unanswered(part) for part in assessment.unanswered],
        **foot_data(answer),
        **({"explanation": {"zh": answer.reasons.text("zh"), "en": answer.reasons.text("en")}} if explained else {}),
    }


def obligations_data(answer: CaseAnswer[tuple[Obligation, ...]]) -> dict[str, Any]:
    """Return the duties of a case as data that JSON can hold.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.answers import obligations_of
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> answer = obligations_of(CaseFile(ProjectCase(contract)), on=date(2015, 10, 9))
    >>> obligations_data(answer)["obligations"][0]["state"]
    'LATE'
    """
    return {
        **head_data(answer),
        "on": data_of(answer.on),
        **calendar_data(answer.calendar),
        "obligations": [obligation_data(one) for one in answer.outcome],
        **foot_data(answer),
    }


def law_data(asked: LawAsked, law: Law) -> dict[str, Any]:
    """Return the law that a case is asked under: every reading by name, what departs, what it knows."""
    return {
        "readings": {name: law.choice(kind).name for name, kind in readings_by_name("gxinjury").items()},
        "departures": data_of(law.departures()),
        **fields_data(asked, "known_on only_verified"),
    }


def head_data(answer: CaseAnswer[Any]) -> dict[str, Any]:
    """Return what every answer begins with: versions, the law asked, the project."""
    law = {**law_data(answer.file.law, answer.law), **fields_data(answer, "verified_through")}
    project = fields_data(answer.file.project)
    return {**VERSIONS, "law": law, "project": project}


def foot_data(answer: CaseAnswer[Any]) -> dict[str, Any]:
    """Return what every answer ends with: cautions, readings, clauses."""
    return {
        **({"passed_over": [text_data(one) for one in answer.file.passed_over]} if answer.file.passed_over else {}),
        "cautions": [{**fields_data(one, "about clause"), **text_data(one.message)} for one in answer.cautions],
        "readings": [_reading(taken) for taken in answer.readings],
        "clauses": data_of(answer.reasons.clauses),
    }


def calendar_data(asked: CalendarAsked) -> dict[str, Any]:
    """Return the work calendar asked with."""
    notices = [
        {**fields_data(one, "year where off worked", where=one.where.name.lower()), "source": one.source}
        for one in asked.days_off
    ]
    return {"calendar": asked.name, "days_off": notices}


def _reading(taken: ReadingTaken) -> dict[str, Any]:
    kind, member = type(taken.reading), taken.reading
    told = fields_data(
        (taken, kind), "name member departs others clause question", name=reading_name(kind), member=member
    )
    return {**told, **text_data(member.says)}


def _premium(bill: PremiumBill, assessment: ProjectAssessment) -> dict[str, Any]:
    return fields_data(
        bill,
        "counts_as_paid_on billed_for lines total",
        counts_as_paid_on=assessment.premium_day,
        billed_for=bill.initial.dated,
        lines=[
            fields_data(line, "kind dated base rate share amount clauses", share=fields_data(line.share))
            for line in bill.lines
        ],
    )


def _unanswered(part: Unanswered) -> dict[str, Any]:
    return {**fields_data(part, "part about kind code clause", about=part.part.value), **text_data(part.reason)}


def accident_data(one: AccidentAssessment) -> dict[str, Any]:
    """Return what the law answers about an accident."""
    return fields_data(
        (one, one.accident, one.case.injury),
        f"worker happened_at work_cause on_site enrolled cover standing takes_report report_by reported_at "
        f"enrolled_by_employer deemed shown_on {_HANDLED}",
        standing=member_data(one.standing, clause=one.standing_clause),
        enrolled_by_employer=one.case.injury.enrolled_by_employer,
        **_worth(one),
    )


def disease_data(one: DiseaseAssessment) -> dict[str, Any]:
    """Return what the law answers about an occupational disease."""
    return fields_data(
        (one, one.case, one.disease),
        f"worker exposure diagnosed_on covered unsettled cover enrolled enrolled_by_employer standing {_HANDLED}",
        worker=one.disease.worker,
        standing=member_data(one.standing, clause=one.standing_clause),
        **_worth(one),
    )


def _worth(one: AccidentAssessment | DiseaseAssessment) -> dict[str, Any]:
    return {
        "costs": one.costs and fields_data(one.costs, "fund employer whole"),
        "benefits": one.settlement and _settled(one.settlement),
    }


def _settled(settled: AccidentSettlement) -> dict[str, Any]:
    settlement = settled.settlement or Settlement(())
    return {
        "base": settled.base and _base(settled.base),
        "settled": settled.settlement is not None,
        "lines": [_benefit(line) for line in settlement.lines],
        "totals": [_total(one) for one in dated_totals(settlement)],
        "findings": data_of((*settled.findings, *settlement.findings)),
    }


def _base(base: SettledBase) -> dict[str, Any]:
    average = base.average
    area = None if average is None or average.area is None else member_data(average.area)
    return fields_data(
        base,
        "amount formula source clause mean months average",
        amount=to_fen(base.amount),
        source=member_data(base.source),
        mean=None if base.mean is None else to_fen(base.mean),
        average=average and fields_data(average, "yuan_per_year series year area", area=area),
    )


def _benefit(line: BenefitLine) -> dict[str, Any]:
    return fields_data(
        line,
        "benefit amount formula third_party rhythm counted payer first last clause dependant needs supplied_by",
        benefit=member_data(line.benefit),
        dependant=line.dependant and line.dependant.name,
        supplied_by=supplied_by(line),
    )


def _total(one: DatedTotal) -> dict[str, Any]:
    days = one.days
    return fields_data(
        one, "payer rhythm first last amount lines open", first=days and days.first, last=days and days.last
    )


def obligation_data(one: Obligation) -> dict[str, Any]:
    """Return a duty."""
    return fields_data(
        one,
        "duty holder about due due_at state open done_on since amount note clause",
        duty=member_data(one.duty),
        holder=member_data(one.holder),
        due=one.due and deadline_data(one.due, may_roll=one.duty in _MAY_ROLL),
        open=one.is_open,
    )
