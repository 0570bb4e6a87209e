"""Changes of the contract term (工期变更)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.construction.contracts import Contract
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.facts import (
    check_not_before,
    records,
)
from gxinjury.records import Record, check_facts
from gxinjury.texts import Text

__all__ = ["TermChange", "completion_on", "term_changes_in_order"]

_ONE_A_DAY: Final = FactRule(
    zh="同一日只能约定一次", en="must be the only one agreed on its day", code="agreed_twice_a_day"
)


@attrs.frozen
class TermChange(Record):
    """A change of the contractual completion (工期变更).

    Args:
        completion: The last day of the contract term from now on.
        agreed_on: The day it was agreed.

    >>> TermChange(completion=date(2016, 9, 30), agreed_on=date(2016, 5, 20)).completion
    datetime.date(2016, 9, 30)
    """

    completion: Annotated[date, Text("合同竣工日", "contractual completion")]
    agreed_on: Annotated[date, Text("约定日", "agreed on")]

    __attrs_post_init__ = check_facts


def term_changes_in_order(question: str, contract: Contract, changes: Iterable[TermChange]) -> tuple[TermChange, ...]:
    """Return the changes by day.

    Raises:
        InvalidFactError: One is no TermChange, completes before the commencement, or shares its day with one before it;
            it is named by its place in the input.
    """
    given = records(question, "term_changes", changes, TermChange)
    if not given:
        return given
    agreed: set[date] = set()
    for place, change in enumerate(given):
        field = f"term_changes[{place}]"
        first = contract.commencement
        check_not_before(question, f"{field}.completion", change.completion, "Contract.commencement", first)
        if change.agreed_on in agreed:
            raise InvalidFactError(question, f"{field}.agreed_on", _ONE_A_DAY, change.agreed_on)
        agreed.add(change.agreed_on)
    return tuple(sorted(given, key=lambda change: change.agreed_on))


def completion_on(contract: Contract, term_changes: tuple[TermChange, ...], day: date) -> date:
    """Contractual completion as it stands on a day, with the changes agreed on or before it."""
    completion = contract.completion
    for change in term_changes:
        if change.agreed_on <= day:
            completion = change.completion
    return completion
