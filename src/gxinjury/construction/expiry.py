"""When the contract expires (合同到期日): as registered, as an extension moves it; a stoppage moves nothing."""

from collections.abc import Iterable
from datetime import date

from gxinjury.construction.contracts import Contract
from gxinjury.construction.delay import DelayFiling, delay_papers_deadline
from gxinjury.construction.term_changes import TermChange
from gxinjury.explanations import rule
from gxinjury.law import Law
from gxinjury.law.clauses import NN
from gxinjury.law.readings import ExtendedTerm
from gxinjury.texts import Text

__all__ = ["changes_since", "contract_expiry", "extension_needs_papers", "registered_expiry"]


def _as_changed(expiry: date, changes: Iterable[TermChange]) -> date:
    """Return an expiry as moved by changes in order, each of which counts if it was agreed before the expiry."""
    for change in changes:
        if change.agreed_on < expiry:
            expiry = change.completion
    return expiry


@rule(NN.clause("1.3.2"), Text("登记时的合同到期日", "expiry of the contract as registered"))
def registered_expiry(contract: Contract, term_changes: tuple[TermChange, ...], paid_on: date | None) -> date:
    """Expiry of the contract that the agency has (NN-1.3.2): as it stood on the day the project registered and paid.

    While it has not, it is the contract as changed so far.
    """
    by_then = (change for change in term_changes if paid_on is None or change.agreed_on <= paid_on)
    return _as_changed(contract.completion, by_then)


def changes_since(term_changes: tuple[TermChange, ...], paid_on: date | None) -> tuple[TermChange, ...]:
    """Return the changes agreed after the project registered; none while it has not."""
    return () if paid_on is None else tuple(change for change in term_changes if change.agreed_on > paid_on)


@rule(NN.clause("1.3.2"), Text("延长工期须报送延期材料", "the extension takes delay papers"))
def extension_needs_papers(registered: date, agreed: date, law: Law) -> bool:
    """Whether the term as agreed goes beyond the day registered, for which papers are to be filed (NN-1.3.2)."""
    return agreed > registered and law.choice(ExtendedTerm) is ExtendedTerm.NEEDS_PAPERS


@rule(NN.clause("1.3.2"), Text("合同到期日", "day the contract expires"))
def contract_expiry(
    contract: Contract,
    term_changes: tuple[TermChange, ...],
    paid_on: date | None,
    delay: DelayFiling | None,
    law: Law,
) -> date:
    """Day the contract expires (NN-1.3.2): as agreed, but beyond the day registered only with papers filed in time.

    Papers are filed for an extension that was agreed by then. By another reading an extension takes none. What is
    agreed when the contract has expired extends nothing. The changes come by their day.
    """
    registered = registered_expiry(contract, term_changes, paid_on)
    later = changes_since(term_changes, paid_on)
    agreed = _as_changed(registered, later)
    if not extension_needs_papers(registered, agreed, law):
        return agreed
    if delay is None or delay.filed_on > delay_papers_deadline(registered, law=law):
        return registered
    told_of = _as_changed(registered, (one for one in later if one.agreed_on <= delay.filed_on))
    return min(agreed, max(registered, told_of))
