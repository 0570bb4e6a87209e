"""What is handed in and done as data (登记表、材料、核查与该办事项的数据): as ``--json`` prints it."""

from typing import Any

from gxinjury.construction import AccidentAssessment, RegistrationForm
from gxinjury.extra.cases.answer_data import (
    accident_data,
    calendar_data,
    disease_data,
    foot_data,
    head_data,
    obligation_data,
)
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.data import data_of, fields_data, text_data
from gxinjury.extra.cases.papers import PaperList
from gxinjury.extra.cases.proof import ProofAnswer
from gxinjury.extra.cases.todo import ToDo
from gxinjury.law.clauses import NN
from gxinjury.texts import Text

__all__ = ["papers_data", "proof_data", "registration_data", "todo_data"]


def registration_data(answer: CaseAnswer[RegistrationForm]) -> dict[str, Any]:
    """Return annex 1 as data that JSON can hold, with what it leaves blank.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> from gxinjury.extra.cases.answers import registration_of
    >>> from gxinjury.extra.cases.file import CaseFile
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> registration_data(registration_of(CaseFile(ProjectCase(contract))))["form"]["amount_due"]
    '130000.00'
    """
    form = answer.outcome
    told = fields_data(
        form,
        "particulars price amount_due amount_in_capitals dated number payee left_blank",
        particulars=fields_data(form.particulars),
        payee=form.payee and fields_data(form.payee),
    )
    return {**head_data(answer), "form": told, **foot_data(answer)}


def papers_data(answer: CaseAnswer[tuple[PaperList, ...]]) -> dict[str, Any]:
    """Return the papers of a case as data that JSON can hold."""
    return {**head_data(answer), "papers": [_paper_list(one) for one in answer.outcome], **foot_data(answer)}


def _paper_list(one: PaperList) -> dict[str, Any]:
    papers = [
        {"originals": None, "copies": None, **text_data(paper)}
        if isinstance(paper, Text)
        else {**fields_data(paper, "originals copies"), **text_data(paper.paper.value)}
        for paper in one.papers
    ]
    notes = [{"clause": str(clause), **text_data(note)} for note, clause in one.notes]
    return fields_data(one, "occasion worker clause papers notes", papers=papers, notes=notes)


def proof_data(found: ProofAnswer) -> dict[str, Any]:
    """Return whether a worker is covered on a day, as data that JSON can hold."""
    answer, proof = found.answer, found.proof
    told = fields_data(
        (proof, found, found.cover),
        "worker day state project project_period roster_period reported_on covered unsettled clauses",
        clauses=(*found.project_clauses, NN.clause("3.1.2")),
    )
    return {
        **head_data(answer),
        "proof": told,
        "changes": [fields_data(one, "kind reported_on happened_on") for one in found.changes],
        **calendar_data(answer.calendar),
        "findings": data_of((*found.findings, *answer.outcome.findings)),
        **foot_data(answer),
    }


def todo_data(found: ToDo) -> dict[str, Any]:
    """Return what an accident or a disease leaves to do as data that JSON can hold."""
    assessed = found.assessed
    settled = assessed.settlement
    lines = settled.settlement.open if settled is not None and settled.settlement is not None else ()
    return {
        **head_data(found.answer),
        "on": data_of(found.on),
        **(
            {"accident": accident_data(assessed)}
            if isinstance(assessed, AccidentAssessment)
            else {"disease": disease_data(assessed)}
        ),
        "duties": [obligation_data(one) for one in found.duties],
        "papers": [_paper_list(one) for one in found.papers],
        "liable": [fields_data(one, "party liability clause") for one in found.liable],
        "open": [fields_data(one, "benefit payer needs clause") for one in lines],
        **calendar_data(found.answer.calendar),
        **foot_data(found.answer),
    }
