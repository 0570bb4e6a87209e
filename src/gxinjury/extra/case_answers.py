"""The answer to a case as data (案情答复); nothing to install.

What ``gxinjury assess --json`` prints: a service asks :func:`answer` and has the same. ``docs/case-file.md`` gives its
shape.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Final, TypeAlias

import attrs

from gxinjury import __version__
from gxinjury.citations import Clause
from gxinjury.codec import Fault, FileError
from gxinjury.codec.names import reading_name, readings_by_name
from gxinjury.construction import (
    Obligation,
    PremiumAccount,
    PremiumBill,
    PremiumLine,
    PremiumLineKind,
    ProjectAssessment,
    Unanswered,
    assess_project,
    cautions_of,
    obligations,
)
from gxinjury.errors import GxInjuryError, InvalidFactError
from gxinjury.explanations import Explanation, StepKind, explain
from gxinjury.extra.answer_values import amount_data, finding_data, plain_data, text_data
from gxinjury.extra.cases.days_off import DaysOff
from gxinjury.extra.cases.file import CaseFile, Project
from gxinjury.extra.cases.hints import told_as_case
from gxinjury.extra.cases.reading import fault_asked
from gxinjury.extra.cover_windows import Window, windows
from gxinjury.extra.injury_answers import accident_data, disease_data, roster_data
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.periods import WorkCalendar
from gxinjury.privacy import mask
from gxinjury.statutes import Reading, default_of

SCHEMA_VERSION: Final = 1
"""The version of the answer's shape; it goes up when a key changes its name or meaning or is taken away."""

Assessed: TypeAlias = Explanation[ProjectAssessment]

_LINE_CLAUSES: Final = {
    PremiumLineKind.INITIAL: NN.clause("1.1.2"),
    PremiumLineKind.SUPPLEMENT: NN.clause("1.1.3"),
    PremiumLineKind.REFUND: NN.clause("1.1.3"),
}


@attrs.frozen
class ReadingTaken:
    """A reading that an answer rests on.

    Args:
        reading: The member taken.
        departs: Whether it is not the default.
    """

    reading: Reading
    departs: bool


def assess_case(case: CaseFile, file: str = "case", *, calendar: WorkCalendar | None = None) -> Assessed:
    """Return the assessment of a case with its reasons.

    Args:
        case: The case.
        file: Its name, for the message.
        calendar: Days off, on which no limit ends; None: raw days.

    Raises:
        FileError: The facts do not go together; the message cites the clause.
    """
    with _faults_of(file):
        return explain(assess_project, case.case, calendar=calendar, law=case.law.law())


def obligations_of(
    case: CaseFile,
    file: str = "case",
    *,
    on: date,
    open_first: bool = False,
    calendar: WorkCalendar | None = None,
) -> Explanation[tuple[Obligation, ...]]:
    """Return the duties of a case as they stand on a day, with their reasons.

    Args:
        case: The case.
        file: Its name, for the message.
        on: The day.
        open_first: Whether what is still to be done comes first.
        calendar: Days off, on which no limit ends; None: raw days.

    Raises:
        FileError: The facts do not go together.
    """
    with _faults_of(file):
        law = case.law.law()
        return explain(obligations, case.case, on=on, open_first=open_first, calendar=calendar, law=law)


@contextmanager
def _faults_of(file: str) -> Iterator[None]:
    """Tell what a question about a case refuses as faults of its file."""
    try:
        yield
    except InvalidFactError as error:
        raise FileError(file, [told_as_case(fault_asked(error))]) from error
    except GxInjuryError as error:
        raise FileError(file, [Fault.of_law(error)]) from error


def line_clauses(line: PremiumLine) -> tuple[Clause, ...]:
    """Return the clauses that a line of a bill rests on."""
    in_progress = () if line.share.part == line.share.whole else (NN.clause("1.1.4"),)
    return (_LINE_CLAUSES[line.kind], *in_progress)


def readings_taken(assessed: Explanation[Any]) -> tuple[ReadingTaken, ...]:
    """Return the readings that an answer rests on, each once, in the order in which they were asked."""
    members = (step.outcome for step in assessed.steps if isinstance(step.outcome, Reading))
    return tuple(ReadingTaken(member, member is not default_of(type(member))) for member in dict.fromkeys(members))


def answer(
    case: CaseFile,
    assessed: Assessed,
    *,
    explained: bool = False,
    calendar: str = "none",
    days_off: tuple[DaysOff, ...] = (),
) -> dict[str, Any]:
    """Return the answer to a case as data that JSON can hold: amounts and days as texts, nothing rounded away.

    Args:
        case: The case.
        assessed: What :func:`assess_case` gave for it.
        explained: Whether to add the whole explanation as text.
        calendar: The name of the calendar that it was asked with.
        days_off: The notices that the calendar was given beside its own.

    >>> from gxinjury.construction import Contract, Payment, ProjectCase
    >>> contract = Contract(price=100_000_000, commencement=date(2015, 10, 9), completion=date(2016, 6, 30))
    >>> case = CaseFile(ProjectCase(contract, [Payment(amount=130_000, paid_on=date(2015, 10, 8))]))
    >>> answer(case, assess_case(case))["premium"]["total"]
    '130000.00'
    """
    assessment = assessed.outcome
    bill, account = assessment.bill, assessment.account
    return {
        **head_data(case, assessed),
        "contract": {
            "price": amount_data(case.case.contract.price),
            "bid_price": None if case.case.contract.bid_price is None else amount_data(case.case.contract.bid_price),
            "commencement": plain_data(case.case.contract.commencement),
            "completion": plain_data(case.case.contract.completion),
            "expires_on": plain_data(assessment.expiry),
            "stoppages": [
                {**attrs.asdict(one, value_serializer=lambda _, __, value: plain_data(value))}
                for one in case.case.stoppages
            ],
        },
        "premium": None if bill is None else _premium(bill, assessment.premium_day),
        "account": None if account is None else _account(account),
        "cover": [_window(window) for window in windows(assessed)],
        "delay_papers_by": plain_data(assessment.delay_papers_by),
        "roster": roster_data(assessment),
        "accidents": [accident_data(one) for one in assessment.accidents],
        "diseases": [disease_data(one) for one in assessment.diseases],
        "calendar": calendar,
        "days_off": days_off_data(days_off),
        "findings": [finding_data(finding) for finding in assessment.findings],
        "unanswered": [_unanswered(part) for part in assessment.unanswered],
        **foot_data(assessed, explained=explained),
    }


def days_off_data(days_off: tuple[DaysOff, ...]) -> list[dict[str, Any]]:
    """Return the notices that a calendar was given beside its own, as data."""
    return [
        {
            "year": one.year,
            "where": one.where.name.lower(),
            "off": [day.isoformat() for day in one.off],
            "worked": [day.isoformat() for day in one.worked],
            "source": one.source,
        }
        for one in days_off
    ]


def head_data(case: CaseFile, assessed: Explanation[Any]) -> dict[str, Any]:
    """Return what every answer to a case begins with: versions, the law asked, the project."""
    return {
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "law": _law(case, case.law.law(), assessed),
        "project": {field.name: _masked(getattr(case.project, field.name)) for field in attrs.fields(Project)},
    }


def foot_data(assessed: Explanation[Any], *, explained: bool) -> dict[str, Any]:
    """Return what every answer to a case ends with: what to mind, how the texts were read, by which clauses."""
    found: dict[str, Any] = {
        "cautions": list(_cautions(assessed)),
        "readings": [_reading(taken) for taken in readings_taken(assessed)],
        "clauses": [str(clause) for clause in assessed.clauses],
    }
    if explained:
        found["explanation"] = {"zh": assessed.text("zh"), "en": assessed.text("en")}
    return found


def _law(case: CaseFile, law: Law, assessed: Explanation[Any]) -> dict[str, Any]:
    chosen = {type(member): member for member in law.readings}
    kinds = readings_by_name("gxinjury")
    return {
        "readings": {name: chosen.get(kind, default_of(kind)).name for name, kind in kinds.items()},
        "departures": [text_data(text) for text in law.departures()],
        "known_on": plain_data(case.law.known_on),
        "only_verified": case.law.only_verified,
        "verified_through": dict(_verified_through(law, assessed)),
    }


def _verified_through(law: Law, assessed: Explanation[Any]) -> Iterator[tuple[str, str | None]]:
    """Yield the figures that the answer rests on, with the last day through which each was verified."""
    used = {step.name for step in assessed.steps if step.kind is StepKind.FIGURE}
    for name, timeline in sorted(law.figures().items()):
        if name in used:
            days = [entry.verified_through for entry in timeline.entries if entry.verified_through is not None]
            yield name, plain_data(max(days, default=None))


def _premium(bill: PremiumBill, counts_as_paid_on: date | None) -> dict[str, Any]:
    return {
        "counts_as_paid_on": plain_data(counts_as_paid_on),
        "billed_for": plain_data(bill.initial.dated),
        "lines": [_line(line) for line in bill.lines],
        "total": amount_data(bill.total),
    }


def _account(account: PremiumAccount) -> dict[str, Any]:
    return {
        "due": amount_data(account.due),
        "paid": amount_data(account.paid),
        "open": amount_data(account.open),
        "overpaid": amount_data(account.overpaid),
        "first_paid_on": plain_data(account.first_paid_on),
    }


def _unanswered(part: Unanswered) -> dict[str, Any]:
    return {
        "part": part.part.name,
        "about": text_data(part.part.value),
        "kind": part.kind.name,
        "clause": None if part.clause is None else str(part.clause),
        **text_data(part.reason),
    }


def _line(line: PremiumLine) -> dict[str, Any]:
    return {
        "kind": line.kind.name,
        "dated": plain_data(line.dated),
        "base": amount_data(line.base),
        "rate": str(line.rate),
        "share": {"part": line.share.part, "whole": line.share.whole},
        "amount": amount_data(line.amount),
        "clauses": [str(clause) for clause in line_clauses(line)],
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "state": window.state.name,
        "first": plain_data(window.days.first),
        "last": plain_data(window.days.last),
        "clauses": [str(clause) for clause in window.clauses],
    }


def _cautions(assessed: Explanation[Any]) -> Iterator[dict[str, Any]]:
    for caution in cautions_of(assessed):
        if caution.kind is not StepKind.READING:
            clause = None if caution.clause is None else str(caution.clause)
            yield {"about": text_data(caution.about), "clause": clause, **text_data(caution.message)}


def _reading(taken: ReadingTaken) -> dict[str, Any]:
    kind = type(taken.reading)
    return {
        "name": reading_name(kind),
        "member": taken.reading.name,
        "departs": taken.departs,
        "others": [member.name for member in kind if member is not taken.reading],
        "clause": str(kind.clause),
        "question": text_data(kind.question),
        **text_data(taken.reading.says),
    }


def _masked(text: str | None) -> str | None:
    return None if text is None else mask(text)
