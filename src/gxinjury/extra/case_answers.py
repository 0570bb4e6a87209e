"""The answer to a case as data (案情答复); nothing to install.

What ``gxinjury assess --json`` prints: a service asks :func:`answer` and has the same. ``docs/case-file.md`` gives its
shape.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from gxinjury import __version__
from gxinjury.catalogues import Finding
from gxinjury.citations import Clause
from gxinjury.construction import (
    CoverState,
    PremiumLine,
    PremiumLineKind,
    ProjectAssessment,
    assess_project,
    cautions_of,
)
from gxinjury.construction.covers import CoverPart
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, StepKind, explain
from gxinjury.extra.case_faults import CaseFileError, Fault, fault_of
from gxinjury.extra.case_files import CaseFile, Project
from gxinjury.extra.case_places import case_place
from gxinjury.extra.case_readings import reading_name, readings_by_name
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.money import written_amount
from gxinjury.periods import Period, without
from gxinjury.statutes import Reading, default_of
from gxinjury.texts import Text, mask

SCHEMA_VERSION: Final = 1
"""The version of the answer's shape; it goes up when a key changes its name or meaning or is taken away."""

Assessed: TypeAlias = Explanation[ProjectAssessment]

_LINE_CLAUSES: Final = {
    PremiumLineKind.INITIAL: NN.clause("1.1.2"),
    PremiumLineKind.SUPPLEMENT: NN.clause("1.1.3"),
    PremiumLineKind.REFUND: NN.clause("1.1.3"),
}


@attrs.frozen
class Window:
    """Days on which the cover does not change.

    Args:
        state: Whether the project is covered.
        days: The days.
        clauses: The clauses that this rests on; none where no clause gives cover.
    """

    state: CoverState
    days: Period
    clauses: tuple[Clause, ...] = ()


@attrs.frozen
class ReadingTaken:
    """A reading that an answer rests on.

    Args:
        reading: The member taken.
        departs: Whether it is not the default.
    """

    reading: Reading
    departs: bool


def assess_case(case: CaseFile, file: str = "case") -> Assessed:
    """Return the assessment of a case with its reasons.

    Args:
        case: The case.
        file: Its name, for the message.

    Raises:
        CaseFileError: The facts do not go together, or the law has no answer; the message cites the clause.
    """
    try:
        return explain(assess_project, case.project_case(), law=case.law.law())
    except InvalidFactError as error:
        raise CaseFileError(file, [fault_of(error, case_place(error, case))]) from error
    except GxInjuryError as error:
        raise CaseFileError(file, [Fault((), Text(zh=error.text("zh"), en=error.text("en")))]) from error


def line_clauses(line: PremiumLine) -> tuple[Clause, ...]:
    """Return the clauses that a line of a bill rests on."""
    in_progress = () if line.share.part == line.share.whole else (NN.clause("1.1.4"),)
    return (_LINE_CLAUSES[line.kind], *in_progress)


def windows(assessed: Assessed) -> tuple[Window, ...]:
    """Return the cover from its first day on, window by window, the days without cover between and after included.

    None while there is no cover at all.
    """
    cover = assessed.outcome.cover
    if cover is None or not (cover.periods or cover.unsettled):
        return ()
    known = (*cover.periods, *cover.unsettled)
    gaps = without([Period(min(period.first for period in known), None)], known)
    found = [
        *(Window(CoverState.COVERED, days, _clauses_of(assessed, days, "covered")) for days in cover.periods),
        *(Window(CoverState.UNSETTLED, days, _clauses_of(assessed, days, "unsettled")) for days in cover.unsettled),
        *(Window(CoverState.NOT_COVERED, days) for days in gaps),
    ]
    return tuple(sorted(found, key=lambda window: window.days.first))


def _clauses_of(assessed: Assessed, days: Period, part: str) -> tuple[Clause, ...]:
    """Return the clauses of the steps that gave such days; the step whose part is all in one below is not named."""
    clauses = []
    for step in assessed.steps:
        if isinstance(step.outcome, CoverPart) and step.clause is not None:
            periods = getattr(step.outcome, part)
            below = [getattr(one.outcome, part) for one in step.steps if isinstance(one.outcome, CoverPart)]
            own = [period for period in periods if not any(period in others for others in below)]
            if any(period.overlap(days) for period in own):
                clauses.append(step.clause)
    return tuple(dict.fromkeys(clauses))


def readings_taken(assessed: Assessed) -> tuple[ReadingTaken, ...]:
    """Return the readings that an answer rests on, each once, in the order in which they were asked."""
    members = (step.outcome for step in assessed.steps if isinstance(step.outcome, Reading))
    return tuple(ReadingTaken(member, member is not default_of(type(member))) for member in dict.fromkeys(members))


def answer(case: CaseFile, assessed: Assessed, *, explained: bool = False) -> dict[str, Any]:
    """Return the answer to a case as data that JSON can hold: amounts and days as texts, nothing rounded away.

    Args:
        case: The case.
        assessed: What :func:`assess_case` gave for it.
        explained: Whether to add the whole explanation as text.

    >>> from gxinjury.construction import Contract, Payment
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> case = CaseFile(contract, payments=(Payment(amount=130_000, paid_on=date(2015, 10, 8)),))
    >>> answer(case, assess_case(case))["premium"]["total"]
    '130000.00'
    """
    assessment = assessed.outcome
    account = assessment.account
    found: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "law": _law(case, case.law.law(), assessed),
        "project": {field.name: _masked(getattr(case.project, field.name)) for field in attrs.fields(Project)},
        "contract": {
            "price": _amount(case.contract.price),
            "bid_price": None if case.contract.bid_price is None else _amount(case.contract.bid_price),
            "commencement": _plain(case.contract.commencement),
            "completion": _plain(case.contract.completion),
            "expires_on": _plain(assessment.expiry),
        },
        "premium": {
            "counts_as_paid_on": _plain(assessment.premium_day),
            "billed_for": _plain(assessment.bill.initial.dated),
            "lines": [_line(line) for line in assessment.bill.lines],
            "total": _amount(assessment.bill.total),
        },
        "account": {
            "due": _amount(account.due),
            "paid": _amount(account.paid),
            "open": _amount(account.open),
            "overpaid": _amount(account.overpaid),
            "first_paid_on": _plain(account.first_paid_on),
        },
        "cover": [_window(window) for window in windows(assessed)],
        "delay_papers_by": _plain(assessment.delay_papers_by),
        "findings": [_finding(finding) for finding in assessment.findings],
        "cautions": list(_cautions(assessed)),
        "readings": [_reading(taken) for taken in readings_taken(assessed)],
        "clauses": [str(clause) for clause in assessed.clauses],
    }
    if explained:
        found["explanation"] = {"zh": assessed.text("zh"), "en": assessed.text("en")}
    return found


def _law(case: CaseFile, law: Law, assessed: Assessed) -> dict[str, Any]:
    chosen = {type(member): member for member in law.readings}
    kinds = readings_by_name()
    return {
        "readings": {name: chosen.get(kind, default_of(kind)).name for name, kind in kinds.items()},
        "departures": [_text(text) for text in law.departures()],
        "known_on": _plain(case.law.known_on),
        "only_verified": case.law.only_verified,
        "verified_through": dict(_verified_through(law, assessed)),
    }


def _verified_through(law: Law, assessed: Assessed) -> Iterator[tuple[str, str | None]]:
    """Yield the figures that the answer rests on, with the last day through which each was verified."""
    used = {step.name for step in assessed.steps if step.kind is StepKind.FIGURE}
    for name, timeline in sorted(law.figures().items()):
        if name in used:
            days = [entry.verified_through for entry in timeline.entries if entry.verified_through is not None]
            yield name, _plain(max(days, default=None))


def _line(line: PremiumLine) -> dict[str, Any]:
    return {
        "kind": line.kind.name,
        "dated": _plain(line.dated),
        "base": _amount(line.base),
        "rate": str(line.rate),
        "share": {"part": line.share.part, "whole": line.share.whole},
        "amount": _amount(line.amount),
        "clauses": [str(clause) for clause in line_clauses(line)],
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "state": window.state.name,
        "first": _plain(window.days.first),
        "last": _plain(window.days.last),
        "clauses": [str(clause) for clause in window.clauses],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    values = {name: _plain(value) for name, value in finding.values}
    return {"code": finding.code, "clause": str(finding.clause), "values": values, **_text(finding.message)}


def _cautions(assessed: Assessed) -> Iterator[dict[str, Any]]:
    for caution in cautions_of(assessed):
        if caution.kind is not StepKind.READING:
            clause = None if caution.clause is None else str(caution.clause)
            yield {"about": _text(caution.about), "clause": clause, **_text(caution.message)}


def _reading(taken: ReadingTaken) -> dict[str, Any]:
    kind = type(taken.reading)
    return {
        "name": reading_name(kind),
        "member": taken.reading.name,
        "departs": taken.departs,
        "others": [member.name for member in kind if member is not taken.reading],
        "clause": str(kind.clause),
        "question": _text(kind.question),
        **_text(taken.reading.says),
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _amount(value: Decimal) -> str:
    return written_amount(value).replace(",", "")


def _plain(value: object) -> Any:  # noqa: ANN401  (what JSON can hold)
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return _amount(value)
        case None | int():
            return value
        case _:
            return mask(str(value))


def _masked(text: str | None) -> str | None:
    return None if text is None else mask(text)
