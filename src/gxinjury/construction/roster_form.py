"""The roster as a form (建筑施工项目参加工伤保险职工增减变动情况花名册): annex 2, its head, rows and foot."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from gxinjury.catalogues import Finding
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.words import WORDS
from gxinjury.construction.workers import Worker, discreet
from gxinjury.explanations import rule
from gxinjury.facts import (
    Sign,
    Yuan,
    check_amount,
    check_count,
    check_day,
    check_instance,
    check_optional_day,
    check_text,
    optional_amount,
    records,
)
from gxinjury.law.clauses import NN

_HEAD: Final = ("project", "enterprise", "handler", "phone")


def _stripped(value: str | None) -> str | None:
    """Return a text without blanks at its ends, and None for an empty one; anything else as it came."""
    return (discreet(value.strip()) or None) if isinstance(value, str) else value


@attrs.frozen
class RosterEntry:
    """A row of annex 2.

    Args:
        worker: Name, sex and resident id.
        kind: On the roster or off it.
        reason: Why; None where the row does not say.
        monthly_wage: The monthly wage, in yuan; None where the row does not say.
        enrolled_on: The enrolment date that the row states (参保时间); None where it does not. Nothing is computed from
            it: insurance takes effect the day after the report.
        number: Its number on the form; None where it has none.

    >>> RosterEntry(Worker("张三"), RosterChangeKind.ADD, monthly_wage="3500").reason is None
    True
    """

    worker: Worker
    kind: RosterChangeKind
    reason: str | None = attrs.field(default=None, converter=_stripped)
    monthly_wage: Yuan | None = attrs.field(default=None, converter=optional_amount)
    enrolled_on: date | None = None
    number: int | None = None

    def __attrs_post_init__(self) -> None:
        check_instance("RosterEntry", "worker", self.worker, Worker)
        check_instance("RosterEntry", "kind", self.kind, RosterChangeKind)
        if self.reason is not None:
            check_text("RosterEntry", "reason", self.reason)
        if self.monthly_wage is not None:
            check_amount("RosterEntry", "monthly_wage", self.monthly_wage, Sign.POSITIVE)
        check_optional_day("RosterEntry", "enrolled_on", self.enrolled_on)
        if self.number is not None:
            check_count("RosterEntry", "number", self.number)


def _entries(values: Iterable[RosterEntry]) -> tuple[RosterEntry, ...]:
    return records("RosterForm", "entries", values, RosterEntry)


@attrs.frozen
class RosterForm:
    """Annex 2 as it was filled in.

    Args:
        reported_on: The day of the report (填报时间).
        entries: Its rows, in order.
        project: The project; None where the form does not say.
        enterprise: The construction enterprise, which seals; None likewise.
        handler: Who handles it; None likewise.
        phone: Whom to ring; None likewise.

    >>> form = RosterForm(date(2015, 11, 28), [RosterEntry(Worker("张三"), RosterChangeKind.ADD)])
    >>> [change.reported_on.isoformat() for change in form.changes]
    ['2015-11-28']
    """

    reported_on: date
    entries: tuple[RosterEntry, ...] = attrs.field(converter=_entries)
    project: str | None = attrs.field(default=None, converter=_stripped)
    enterprise: str | None = attrs.field(default=None, converter=_stripped)
    handler: str | None = attrs.field(default=None, converter=_stripped)
    phone: str | None = attrs.field(default=None, converter=_stripped)

    def __attrs_post_init__(self) -> None:
        check_day("RosterForm", "reported_on", self.reported_on)
        for name in _HEAD:
            value = getattr(self, name)
            if value is not None:
                check_text("RosterForm", name, value)

    @property
    def changes(self) -> tuple[RosterChange, ...]:
        """The changes that it reports, as rules take them; the day of a change is not on the form."""
        return tuple(
            RosterChange(
                entry.worker,
                entry.kind,
                self.reported_on,
                monthly_wage=entry.monthly_wage,
                enrolled_on=entry.enrolled_on,
            )
            for entry in self.entries
        )


@rule(NN.clause("A2"))
def unfilled(form: RosterForm) -> tuple[Finding, ...]:
    """What annex 2 leaves blank (NN-A2); a form without it is taken all the same, one without ids included.

    Args:
        form: The form.

    Returns:
        A finding for each part of the head, and one for each column with how many rows leave it blank.

    Raises:
        InvalidFactError: It is no RosterForm.

    >>> form = RosterForm(date(2015, 11, 28), [], project="邕江花园", enterprise="某建筑公司", handler="李四")
    >>> [str(finding) for finding in unfilled(form)]
    ['the form does not state the phone [NN-A2]']
    """
    check_instance("unfilled", "form", form, RosterForm)
    clause = NN.clause("A2")
    found = [
        WORDS.finding("head_not_filled", clause, field=WORDS.texts[name])
        for name in _HEAD
        if getattr(form, name) is None
    ]
    columns: dict[str, list[object]] = {
        "sex": [entry.worker.sex for entry in form.entries],
        "resident_id": [entry.worker.resident_id for entry in form.entries],
        "RosterEntry.reason": [entry.reason for entry in form.entries],
        "monthly_wage": [entry.monthly_wage for entry in form.entries],
        "enrolled_on": [entry.enrolled_on for entry in form.entries],
    }
    for name, cells in columns.items():
        blank = [row for row, cell in enumerate(cells, 1) if cell is None]
        if blank:
            told = {"column": WORDS.texts[name], "rows": len(blank), "first": blank[0]}
            found.append(WORDS.finding("column_not_filled", clause, **told))
    return tuple(found)
