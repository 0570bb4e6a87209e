"""The two monthly lists (按月提供的两份名单): whom to enrol, whom to close, who changed, who vanished."""

from collections.abc import Iterable
from typing import Annotated

import attrs

from gxinjury.couriers.findings import Findings
from gxinjury.couriers.outlets import Outlet
from gxinjury.errors import FactRule, InvalidFactError
from gxinjury.explanations import rule
from gxinjury.facts import records
from gxinjury.findings import Finding
from gxinjury.law.clauses import GX
from gxinjury.privacy import AnyText
from gxinjury.records import Record
from gxinjury.texts import Text

__all__ = ["Changed", "Reconciliation", "reconcile"]

_ONCE = FactRule(zh="同一名单中名称不得重复", en="must stand once in its list", code="named_twice")


@attrs.frozen
class Changed(Record):
    """An outlet whose papers differ from last month's.

    Args:
        before: As it stood in last month's list.
        now: As it stands in this month's.
    """

    before: Annotated[Outlet, Text("上月", "before")]
    now: Annotated[Outlet, Text("本月", "now")]


@attrs.frozen
class Reconciliation(Record):
    """Last month's list held against this month's two.

    Args:
        to_enrol: Outlets that qualify and were not on last month's list.
        to_close: Outlets of last month's list that were closed or revoked.
        unchanged: Outlets that qualify as before.
        changed: Outlets that qualify, with other papers than before.
        vanished: Outlets of last month's list that neither qualify nor were closed.
        findings: What is to be asked of the postal administration.
    """

    to_enrol: Annotated[tuple[Outlet, ...], Text("应参保", "to enrol")]
    to_close: Annotated[tuple[Outlet, ...], Text("应停保", "to close")]
    unchanged: Annotated[tuple[Outlet, ...], Text("无变化", "unchanged")]
    changed: Annotated[tuple[Changed, ...], Text("有变化", "changed")]
    vanished: Annotated[tuple[Outlet, ...], Text("去向不明", "vanished")]
    findings: Annotated[tuple[Finding, ...], Text("提示", "findings")] = ()


@rule(GX.clause("4.1.1"), Text("名单核对", "reconciliation of the lists"))
def reconcile(previous: Iterable[Outlet], qualifying: Iterable[Outlet], closed: Iterable[Outlet]) -> Reconciliation:
    """Last month's list against this month's qualifying and closed outlets (GX-4.1.1), by name, in the lists' order.

    An outlet that stands in both of this month's lists is not enrolled anew and not closed either: it is told apart as
    a finding and stays where it was. A closed outlet that was never listed is told, too.

    Args:
        previous: Last month's list of qualifying outlets.
        qualifying: This month's.
        closed: Those lawfully closed or revoked this month.

    Raises:
        InvalidFactError: A list holds a name twice, or something that is no outlet.

    >>> one, two, three = (Outlet(name, branch_listing=True) for name in ("一店", "二店", "三店"))
    >>> month = reconcile([one, two], [one, three], [two])
    >>> [outlet.name for outlet in month.to_enrol], [outlet.name for outlet in month.to_close]
    (['三店'], ['二店'])
    """
    before = _by_name("previous", previous)
    now = _by_name("qualifying", qualifying)
    gone = _by_name("closed", closed)
    clause = GX.clause("4.1.1")
    in_both = [name for name in now if name in gone]
    vanished = [name for name in before if name not in now and name not in gone]
    return Reconciliation(
        to_enrol=tuple(outlet for name, outlet in now.items() if name not in before and name not in gone),
        to_close=tuple(outlet for name, outlet in before.items() if name in gone and name not in now),
        unchanged=tuple(outlet for name, outlet in now.items() if before.get(name) == outlet),
        changed=tuple(
            Changed(before[name], outlet) for name, outlet in now.items() if name in before and before[name] != outlet
        ),
        vanished=tuple(before[name] for name in vanished),
        findings=(
            *(Findings.vanished(clause, outlet=name) for name in vanished),
            *(Findings.qualifies_and_closed(clause, outlet=name) for name in in_both),
            *(
                Findings.closed_never_listed(clause, outlet=name)
                for name in gone
                if name not in before and name not in now
            ),
        ),
    )


def _by_name(field: str, outlets: Iterable[Outlet]) -> dict[AnyText, Outlet]:
    by_name: dict[AnyText, Outlet] = {}
    for position, outlet in enumerate(records("reconcile", field, outlets, Outlet)):
        if outlet.name in by_name:
            raise InvalidFactError("reconcile", f"{field}[{position}]", _ONCE, outlet.name)
        by_name[outlet.name] = outlet
    return by_name
