"""Whether a worker of a case is covered on a day (参保情况核查), told from the facts of the case.

It is what was computed from those facts, and no certificate of the agency.
"""

import difflib
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.citations import Clause
from gxinjury.construction import ProjectAssessment, Roster, RosterChange, WorkerCover
from gxinjury.construction.cover_proof import CoverProof, cover_proof
from gxinjury.construction.cover_windows import Window
from gxinjury.construction.covered_day import cover_not_known
from gxinjury.construction.workers import WorkerOrKey, as_worker, key_of, name_of
from gxinjury.errors import GxInjuryError
from gxinjury.extra.cases.answers import CaseAnswer, assess_case
from gxinjury.extra.cases.days_off import RAW_DAYS, CalendarAsked
from gxinjury.extra.cases.file import CaseFile
from gxinjury.extra.cases.people import named_in
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.privacy import mask, printable
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["ProofAnswer", "proof_of"]

_NO_ROSTER: Final = Text(zh="案情文件没有花名册，无从核查职工", en="the case file has no roster to look a worker up in")
_UNKNOWN: Final = Text(zh="花名册上没有 {given}", en="the roster does not list {given}")
_NEAR: Final = Text(
    zh="花名册上没有 {given}；是否应为 {nearest}？", en="the roster does not list {given}; did you mean {nearest}?"
)
_SEVERAL: Final = Text(
    zh="花名册上姓名为 {given} 的不止一人（{workers}），请改写身份证号",
    en="the roster lists more than one worker named {given} ({workers}): tell the id",
)


@attrs.frozen(kw_only=True)
class ProofAnswer(Record):
    """Whether a worker is covered on a day, and the facts that it rests on.

    Args:
        answer: The assessment of the project without its accidents.
        proof: The answer.
        window: The part of the project's cover that the day lies in; None where it lies in none.
        cover: The days for which the worker is covered.
        changes: What the roster tells of him, in order.
        findings: What is to be told of him.
    """

    answer: Annotated[CaseAnswer[ProjectAssessment], Text("项目核算", "answer")]
    proof: Annotated[CoverProof, Text("参保核查", "cover on the day")]
    window: Annotated[Window | None, Text("项目参保时段", "window of the project's cover")]
    cover: Annotated[WorkerCover, Text("职工参保期间", "what the worker is covered for")]
    changes: Annotated[tuple[RosterChange, ...], Text("花名册变动", "changes of the roster")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")]

    @property
    def project_clauses(self) -> tuple[Clause, ...]:
        """The clauses that the project's cover on the day rests on; beside them the roster's, NN-3.1.2."""
        return (self.window.clauses if self.window is not None else ()) or (NN.clause("1.3.1"),)


def proof_of(
    case: CaseFile, file: str = "case", *, worker: str, on: date, calendar: CalendarAsked = RAW_DAYS
) -> ProofAnswer:
    """Return whether a worker of a case is covered on a day.

    Args:
        case: The case.
        file: The name of its file, for messages.
        worker: His name where nobody else has it, or his id.
        on: The day.
        calendar: The work calendar asked for.

    Raises:
        GxInjuryError: The roster does not list him, or several have the name.
        FileError: As :func:`~gxinjury.extra.cases.answers.assess_case` raises it.

    >>> from gxinjury.construction import Contract, Payment, ProjectCase, RosterChangeKind, Worker
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> paid = [Payment(amount=130_000, paid_on=date(2015, 10, 8))]
    >>> added = [RosterChange(Worker("张三"), RosterChangeKind.ADD, date(2015, 11, 28))]
    >>> case = CaseFile(ProjectCase(contract, paid, roster=added))
    >>> [proof_of(case, worker="张三", on=date(2015, 11, day)).proof.state.name for day in (28, 29)]
    ['NOT_COVERED', 'COVERED']
    """
    roster = Roster(case.case.roster)
    meant = _listed(worker, roster)
    alone = attrs.evolve(case, case=attrs.evolve(case.case, accidents=(), diseases=()))
    answer = assess_case(alone, file, calendar=calendar)
    found = answer.outcome
    cover = found.cover or cover_not_known(alone.case, found.expiry, is_billed=found.bill is not None)
    key = key_of(meant)
    return ProofAnswer(
        answer=answer,
        proof=cover_proof(cover, roster, meant, on, law=answer.law),
        window=next((one for one in answer.windows if on in one.days), None),
        cover=next(one for one in found.workers if key_of(one.worker) == key),
        changes=roster.history(meant).changes,
        findings=tuple(one for one in found.roster_findings if key in named_in(one)),
    )


def _listed(given: str, roster: Roster) -> WorkerOrKey:
    """Return the worker who is meant; refused where the roster does not list him, or several have the name."""
    if not roster.histories:
        raise GxInjuryError(_NO_ROSTER, code="no_roster")
    told = as_worker(given)
    listed = [history.worker for history in roster.histories.values()]
    same = [one for one in listed if told in (key_of(one), name_of(one))]
    shown = printable(mask(given))
    if same:
        found, *others = same
        if not others:
            return found
        raise _refused(_SEVERAL, "several_of_the_name", given=shown, workers=tuple(map(str, same)))
    nearest = _nearest(given, {str(name_of(one)): one for one in listed})
    if nearest:
        raise _refused(_NEAR, "worker_not_listed", given=shown, nearest=nearest)
    raise _refused(_UNKNOWN, "worker_not_listed", given=shown)


def _nearest(given: str, named: Mapping[str, WorkerOrKey]) -> tuple[str, ...]:
    close = difflib.get_close_matches(given.strip(), named, cutoff=0.5)
    return tuple(close)


def _refused(told: Text, code: str, **values: object) -> GxInjuryError:
    return GxInjuryError(told.filled(values), code=code, values=values)
