"""The roster as a form (建筑施工项目参加工伤保险职工增减变动情况花名册): annex 2, its head, rows and foot."""

from datetime import date
from typing import Annotated, Final

import attrs

from gxinjury.construction.findings import Findings
from gxinjury.construction.roster_changes import RosterChange, RosterChangeKind
from gxinjury.construction.workers import Worker
from gxinjury.explanations import rule
from gxinjury.facts import (
    check_instance,
    optional_amount,
)
from gxinjury.fields import field_named
from gxinjury.findings import Finding
from gxinjury.law.clauses import NN
from gxinjury.privacy import AnyText, discreet
from gxinjury.records import AboveZero, FreeText, Record, check_facts, several
from gxinjury.texts import Text

__all__ = ["RosterEntry", "RosterForm", "unfilled"]

_HEAD: Final = ("project", "enterprise", "handler", "phone")


def _stripped(value: AnyText | None) -> AnyText | None:
    """Return a text without blanks at its ends, and None for an empty one; anything else as it came."""
    return (discreet(value.strip()) or None) if isinstance(value, str) else value


@attrs.frozen
class RosterEntry(Record):
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

    worker: Annotated[Worker, Text("职工", "worker")]
    kind: Annotated[RosterChangeKind, Text("增减", "change")]
    reason: Annotated[FreeText | None, Text("原因", "reason")] = attrs.field(default=None, converter=_stripped)
    monthly_wage: Annotated[AboveZero | None, Text("月工资", "monthly wage")] = attrs.field(
        default=None, converter=optional_amount
    )
    enrolled_on: Annotated[date | None, Text("参保时间", "enrolment date")] = None
    number: Annotated[int | None, Text("序号", "number")] = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class RosterForm(Record):
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

    reported_on: Annotated[date, Text("填报时间", "report date")]
    entries: Annotated[tuple[RosterEntry, ...], Text("名册各行", "entries")] = attrs.field(converter=several)
    project: Annotated[FreeText | None, Text("项目名称", "project")] = attrs.field(default=None, converter=_stripped)
    enterprise: Annotated[FreeText | None, Text("施工企业名称", "enterprise")] = attrs.field(
        default=None, converter=_stripped
    )
    handler: Annotated[FreeText | None, Text("经办人", "handler")] = attrs.field(default=None, converter=_stripped)
    phone: Annotated[FreeText | None, Text("联系电话", "phone")] = attrs.field(default=None, converter=_stripped)

    __attrs_post_init__ = check_facts

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


@rule(NN.clause("A2"), Text("花名册未填项", "what the roster leaves blank"))
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
        Findings.head_not_filled(clause, field=field_named(RosterForm, name).label)
        for name in _HEAD
        if getattr(form, name) is None
    ]
    columns: tuple[tuple[Text, list[object]], ...] = (
        (field_named(Worker, "sex").label, [entry.worker.sex for entry in form.entries]),
        (field_named(Worker, "resident_id").label, [entry.worker.resident_id for entry in form.entries]),
        (field_named(RosterEntry, "reason").label, [entry.reason for entry in form.entries]),
        (field_named(RosterEntry, "monthly_wage").label, [entry.monthly_wage for entry in form.entries]),
        (field_named(RosterEntry, "enrolled_on").label, [entry.enrolled_on for entry in form.entries]),
    )
    for column, cells in columns:
        blank = [row for row, cell in enumerate(cells, 1) if cell is None]
        if blank:
            told = {"column": column, "rows": len(blank), "first": blank[0]}
            found.append(Findings.column_not_filled(clause, **told))
    return tuple(found)
