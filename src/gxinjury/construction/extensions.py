"""Extensions of the term (延长工期) that extend nothing: agreed too late, or without their papers."""

from collections.abc import Iterable, Iterator
from datetime import date

from gxinjury.construction.contracts import Contract
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.expiry import (
    _as_changed,
    changes_since,
    contract_expiry,
    extension_needs_papers,
    registered_expiry,
)
from gxinjury.construction.findings import Findings
from gxinjury.construction.term_changes import TermChange
from gxinjury.findings import Finding
from gxinjury.law import Law
from gxinjury.law.clauses import NN

__all__ = ["term_findings"]


def term_findings(
    contract: Contract,
    term_changes: tuple[TermChange, ...],
    *,
    paid_on: date,
    accepted_on: date | None,
    delay: DelayFiling | None,
    law: Law,
) -> Iterator[Finding]:
    """Tell of changes of the term that move nothing: agreed too late, or without papers filed in time for them."""
    registered = registered_expiry(contract, term_changes, paid_on)
    later = changes_since(term_changes, paid_on)
    yield from _agreed_too_late(contract.completion, (one for one in term_changes if one not in later))
    if not extension_needs_papers(registered, _as_changed(registered, later), law):
        yield from _agreed_too_late(registered, later)
        return
    expiry = contract_expiry(contract, term_changes, paid_on, delay, law)
    for change in later:
        if change.agreed_on >= expiry:
            yield from _agreed_too_late(expiry, [change])
        elif change.completion > expiry and (accepted_on is None or accepted_on > expiry):
            yield _without_papers(change, expiry, law)


def _agreed_too_late(expiry: date, changes: Iterable[TermChange]) -> Iterator[Finding]:
    """Tell of changes of the term that came when the contract had expired, and so extend nothing."""
    for change in changes:
        if change.agreed_on < expiry:
            expiry = change.completion
        else:
            told = {"agreed_on": change.agreed_on, "expiry": expiry}
            yield Findings.term_changed_after_expiry(NN.clause("1.3.2"), **told)


def _without_papers(change: TermChange, expiry: date, law: Law) -> Finding:
    deadline = delay_papers_deadline(expiry, law=law)
    is_in_time = change.agreed_on <= deadline
    words = Findings.extension_without_papers if is_in_time else Findings.extension_agreed_late
    told = {"completion": change.completion, "agreed_on": change.agreed_on, "deadline": deadline, "expiry": expiry}
    return words(NN.clause("1.3.2"), **told)
