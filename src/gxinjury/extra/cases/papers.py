"""The papers of a case (案情所需材料): of the registration, of what changes after it, and of each accident."""

from collections.abc import Iterator
from typing import Annotated, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.construction import Accident, OccupationalDisease, Roster
from gxinjury.construction.claim_papers import missing_claim_papers
from gxinjury.construction.findings import Cautions
from gxinjury.construction.papers import required_papers
from gxinjury.construction.workers import WorkerOrKey
from gxinjury.determination import missing_application_papers
from gxinjury.explanations import explain
from gxinjury.extra.cases.answers import CaseAnswer
from gxinjury.extra.cases.file import CaseFile
from gxinjury.law import Law
from gxinjury.law.clauses import NN, REG
from gxinjury.law.papers import PERMIT_PAPERS, Paper, RequiredPaper
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["PaperList", "application_papers", "claim_papers", "papers_of"]

_REGISTRATION: Final = Text(zh="办理参保登记和缴费", en="registration and payment")
_PERMIT: Final = Text(zh="申请办理施工许可证", en="construction permit")
_DELAY: Final = Text(zh="报送延期竣工验收的材料", en="completion that is delayed")
_WARRANTY: Final = Text(zh="保修期参保备案", en="cover of the warranty period")
_NAME_CHANGE: Final = Text(zh="办理名称变更手续", en="change of a name")
_DELAY_PAPERS: Final = Text(zh="延期竣工验收的有关材料", en="papers about the delayed completion")
_WARRANTY_CONTRACT: Final = Text(zh="保修合同", en="warranty contract")
_WARRANTY_ROSTER: Final = Text(zh="参保人员花名册", en="roster of the workers insured")
_NAME_PROOF: Final = Text(zh="批准文件或者有效证明", en="document of approval, or valid proof")
_DELAY_NOT_LISTED: Final = Text(
    zh="通知未列明是哪些材料，须向经办机构核实；仅在竣工验收将迟于合同到期日时报送，应在合同到期30日前",
    en="the notice does not say which papers: ask the agency; only where completion will be accepted after the "
    "contract's expiry, and 30 days before it",
)
_WARRANTY_BY: Final = Text(
    zh="竣工后30日内备案；备案且报送花名册之后，保修期内的职工按参保人员办理",
    en="within 30 days after completion; once it is filed and the roster reported, workers on the warranty are insured",
)
_NAME_BY: Final = Text(zh="应在30日内办理", en="within 30 days")
_APPLICATION: Final = Text(zh="申请工伤认定", en="application for a determination")
_CLAIM: Final = Text(zh="申领工伤保险待遇", en="claim for benefits")
_SEALED: Final = Text(zh="复印件须加盖单位公章", en="copies bear the enterprise's seal")
_TENDERED: Final = Text(
    zh="没有招标的，没有中标通知书", en="works that were not put out to tender have no award notice"
)
_STAMPED: Final = Text(zh="缴费登记表须经社保经办机构盖章", en="the registration form bears the agency's stamp")
_NAME_THE_PROJECT: Final = Text(
    zh="《工伤认定申请表》中应注明参保项目名称", en="the application form names the insured project"
)
_NO_CONCLUSION: Final = Text(zh="工亡的，不需劳动能力鉴定结论书", en="a death takes no conclusion of an assessment")


@attrs.frozen
class PaperList(Record):
    """The papers that one thing takes.

    Args:
        occasion: For what.
        clause: The clause that asks for them.
        papers: Which, with how many originals and copies where the clause says so.
        notes: What to mind, each with its clause.
        worker: The worker whom it is about; None where it is about the project.
    """

    occasion: Annotated[Text, Text("办理事项", "for what")]
    clause: Annotated[Clause, Text("依据", "clause")]
    papers: Annotated[tuple[RequiredPaper | Text, ...], Text("材料", "papers")]
    notes: Annotated[tuple[tuple[Text, Clause], ...], Text("说明", "notes")] = ()
    worker: Annotated[WorkerOrKey | None, Text("职工", "worker")] = None


def papers_of(case: CaseFile) -> CaseAnswer[tuple[PaperList, ...]]:
    """Return the papers that a case takes, in the order in which they are asked for.

    >>> from datetime import date
    >>> from gxinjury.construction import Contract, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> [(one.occasion.en, len(one.papers)) for one in papers_of(CaseFile(ProjectCase(contract))).outcome]
    [('registration and payment', 6), ('construction permit', 2), ('completion that is delayed', 1)]
    """
    return CaseAnswer(file=case, reasons=explain(_lists, case, case.law.law()))


def _lists(case: CaseFile, law: Law) -> tuple[PaperList, ...]:
    return tuple(_listed(case, law))


def _listed(case: CaseFile, law: Law) -> Iterator[PaperList]:
    clause, roster = NN.clause("1.2"), Roster(case.case.roster)
    required = required_papers(has_unified_code=False, tendered=True, law=law)
    tendered = case.case.contract.bid_price is not None or case.particulars.bid_award_number is not None
    asks_award = any(one.paper is Paper.AWARD_NOTICE for one in required)
    notes = [_SEALED, Cautions.unified_code_stands_for_both, *([_TENDERED] if asks_award and not tendered else [])]
    yield PaperList(_REGISTRATION, clause, required, tuple((note, clause) for note in notes))
    permit = NN.clause("6.1")
    yield PaperList(_PERMIT, permit, tuple(paper.value for paper in PERMIT_PAPERS), ((_STAMPED, permit),))
    yield from _after_registration(case)
    for harm in case.harms:
        listed = attrs.evolve(harm, worker=roster.listed_as(harm.worker))
        yield application_papers(listed)
        yield claim_papers(listed)


def _after_registration(case: CaseFile) -> Iterator[PaperList]:
    """Yield what a delay, a warranty and a new name take, as far as the notice names it."""
    facts = case.case
    if facts.accepted_on is None or facts.accepted_on > facts.contract.completion:
        clause = NN.clause("1.3.2")
        yield PaperList(_DELAY, clause, (_DELAY_PAPERS,), ((_DELAY_NOT_LISTED, clause),))
    if facts.warranty is not None:
        clause = NN.clause("1.3.3")
        yield PaperList(_WARRANTY, clause, (_WARRANTY_CONTRACT, _WARRANTY_ROSTER), ((_WARRANTY_BY, clause),))
    if facts.name_changes:
        clause = NN.clause("1.3.4")
        yield PaperList(_NAME_CHANGE, clause, (_NAME_PROOF,), ((_NAME_BY, clause),))


def application_papers(harm: Accident | OccupationalDisease) -> PaperList:
    """Return what an application for a determination takes (REG-18, NN-4.4)."""
    papers = tuple(paper.value for paper in missing_application_papers([]))
    note = (_NAME_THE_PROJECT, NN.clause("4.4"))
    return PaperList(_APPLICATION, REG.clause("18"), papers, (note,), harm.worker)


def claim_papers(harm: Accident | OccupationalDisease) -> PaperList:
    """Return what a claim for benefits takes (NN-5.5), less for a death."""
    is_death = harm.benefits is not None and harm.benefits.death is not None
    clause = NN.clause("5.5")
    papers = tuple(paper.value for paper in missing_claim_papers([], death=is_death))
    return PaperList(_CLAIM, clause, papers, ((_NO_CONCLUSION, clause),) if not is_death else (), harm.worker)
